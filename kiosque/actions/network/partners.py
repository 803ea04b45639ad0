"""Who supports the network, with what and from when to when."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, between, chosen, name, of_our_time
from kiosque.actions.known import require
from kiosque.db import records as tables
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.french import local
from kiosque.domain.kinds import Kind
from kiosque.domain.network_codes import LABEL, LABELS, NATURES, PARTNER_FORMS
from kiosque.domain.records import PARTNER, SUPPORT, SURVEY
from kiosque.domain.validity import holds
from kiosque.journal.entry import Value

WHOLE = 100
NOTHING = "Rien de tel n’est noté sous ce numéro."


@dataclass(frozen=True, slots=True)
class Support:
    """What a partner gives: ``nature`` and ``label`` are codes, ``share`` per cent; ``antenna`` None: the network."""

    id: int
    partner: str
    nature: str
    label: str | None
    antenna: int | None
    started_at: int | None
    ended_at: int | None
    share: int | None


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody who supports the network, and all that they ever gave."""

    id: int
    name: str
    form: str
    gifts: tuple[Support, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """What a partner is noted to give, from ``first`` to ``last``: codes and shares as of ``Support``."""

    partner: int
    nature: str
    antenna: int | None = None
    label: str | None = None
    first: date
    last: date | None = None
    share: int | None = None


def add_partner(store: Store, *, label: str, form: str) -> Done:
    """Add somebody who supports the network. Raises ``BadInput``."""
    with store.writing() as writer:
        called = name("label", label)
        if writer.first(select(tables.partner.c.id).where(tables.partner.c.name == called, alive(tables.partner))):
            raise BadInput("label", "Ce partenaire est déjà noté.")
        record = writer.record(PARTNER, name=called, form=chosen("form", form, PARTNER_FORMS))
    return Done(record, tuple(writer.entries), writer.now)


def partner_of(store: Store, label: str) -> int:
    """Return the partner of that name. Raises ``BadInput``."""
    table = tables.partner
    row = store.first(select(table.c.id).where(table.c.name == name("partner", label), alive(table)))
    if row is None:
        raise BadInput("partner", "Aucun partenaire ne s’appelle «\u00a0{label}\u00a0».", label=label)
    return int(row.id)


def add_support(store: Store, gift: Gift) -> Done:
    """Note what a partner gives. Raises ``BadInput``, also where just that is noted.

    A label must be one that could be given on the first day.
    """
    of_our_time(store.now(), first=gift.first, last=gift.last)
    times = between(gift.first, gift.last)
    label = gift.label if gift.label is None else chosen("label", gift.label, LABELS)
    _check_label(gift.nature, label, gift.first)
    _check_share(gift.share)
    given = chosen("nature", gift.nature, NATURES)
    with store.writing() as writer:
        for each in _alike(writer.all, gift):
            if (each.started_at, each.ended_at, each.share) == (*times, gift.share):
                raise BadInput("nature", "C’est déjà noté, pour les mêmes jours.")
        record = writer.record(
            SUPPORT,
            partner=gift.partner,
            antenna=gift.antenna,
            nature=given,
            label=label,
            times=times,
            share=gift.share,
        )
    return Done(record, tuple(writer.entries), writer.now)


def beside(store: Store, gift: Gift) -> Found | None:
    """Return what the same partner gives already, of the same nature and to the same, on some of the same days.

    A cost counts one of both.
    """
    start, end = between(gift.first, gift.last)
    for each in _alike(store.all, gift):
        if (end is None or (each.started_at or 0) < end) and (each.ended_at is None or start < each.ended_at):
            return each
    return None


def _alike(ask: Callable[[Query], Iterable[Found]], gift: Gift) -> Iterable[Found]:
    table = tables.support
    same = (table.c.partner == gift.partner, table.c.nature == gift.nature, alive(table))
    where = (table.c.antenna.is_not_distinct_from(gift.antenna), table.c.label.is_not_distinct_from(gift.label))
    return ask(select(table).where(*same, *where).order_by(table.c.started_at, table.c.id))


def _check_label(nature: str, label: str | None, first: date) -> None:
    if (nature == LABEL) != (label is not None):
        raise BadInput("label", "Un label se donne par son nom, et lui seul.")
    if label is not None and not LABELS.find(label).valid_at(first):
        raise BadInput("label", "Ce label n’existait pas ce jour-là.")


def _check_share(share: int | None) -> None:
    if share is not None and not 0 < share <= WHOLE:
        raise BadInput("share", "La part va de 1 à 100 pour cent.")


def supports(store: Store, antenna: int, day: date) -> tuple[Support, ...]:
    """Return what an antenna is given on ``day``, by itself or with the whole network, in the order of the list."""
    table, partner = tables.support, tables.partner
    columns = (table.c.antenna, table.c.started_at, table.c.ended_at, table.c.share)
    query = (
        select(table.c.id, partner.c.name, table.c.nature, table.c.label, *columns)
        .join(partner, partner.c.id == table.c.partner)
        .where(or_(table.c.antenna == antenna, table.c.antenna.is_(None)), alive(table), alive(partner))
    )
    found = [Support(*row) for row in store.all(query)]
    order = [code.code for code in NATURES]
    lasting = [each for each in found if each.nature in order and holds(each, day)]
    return tuple(sorted(lasting, key=lambda each: (order.index(each.nature), each.partner, each.id)))


def partners(store: Store) -> tuple[Partner, ...]:
    """Return every partner, by name, with all that they ever gave."""
    table, given = tables.partner, tables.support
    columns = (given.c.antenna, given.c.started_at, given.c.ended_at, given.c.share)
    rows = store.all(select(table).where(alive(table)).order_by(table.c.name, table.c.id))
    found = []
    for row in rows:
        query = select(given.c.id, given.c.nature, given.c.label, *columns).where(given.c.partner == row.id)
        every = store.all(query.where(alive(given)).order_by(given.c.started_at, given.c.id))
        gifts = tuple(Support(each.id, row.name or "", *each[1:]) for each in every)
        found.append(Partner(row.id, row.name or "", row.form or "", gifts))
    return tuple(found)


def correct_partner(store: Store, partner: int, *, label: str, form: str) -> Done:
    """Say otherwise who a partner is. Raises ``BadInput`` or ``Missing``."""
    called, table = name("label", label), tables.partner
    same = select(table.c.id).where(table.c.name == called, table.c.id != partner, alive(table))
    if store.first(same) is not None:
        raise BadInput("label", "Ce partenaire est déjà noté.")
    return _amend(store, PARTNER, partner, {"name": called, "form": chosen("form", form, PARTNER_FORMS)})


def correct_share(store: Store, support: int, share: int | None) -> Done:
    """Say otherwise which share of the cost a partner pays. Raises ``BadInput`` or ``Missing``."""
    _check_share(share)
    return _amend(store, SUPPORT, support, {"share": share})


def correct_support(
    store: Store,
    support: int,
    *,
    antenna: int | None = None,
    label: str | None = None,
    first: date | None = None,
    last: date | None = None,
    everywhere: bool = False,
    goes_on: bool = False,
) -> Done:
    """Say otherwise to which antenna something is given, which label it is, or from when to when; what is None stays.

    ``everywhere``: it is given to the whole network; ``goes_on``: it has no last day any more.
    A label must be one that could be given on the first day. Raises ``BadInput`` or ``Missing``.
    """
    of_our_time(store.now(), first=first, last=last)
    held = require(store.first, tables.support, support, NOTHING)
    begins = first or local(held.started_at).date()
    said: dict[str, Value] = {"antenna": None if everywhere else held.antenna if antenna is None else antenna}
    kept = held.label if label is None else chosen("label", label, LABELS)
    _check_label(held.nature, kept, begins)
    ends = local(held.ended_at - 1).date() if last is None and held.ended_at and not goes_on else last
    return _amend(store, SUPPORT, support, {**said, "label": kept, "times": between(begins, ends)})


def relabel(store: Store, antenna: int, label: str, instead_of: str | None = None) -> Done:
    """Say that an antenna bears another label than the one that was noted, of several ``instead_of`` that one.

    Raises ``BadInput``.
    """
    table = tables.support
    noted = select(table).where(table.c.antenna == antenna, table.c.nature == LABEL, alive(table))
    found = [row for row in store.all(noted) if instead_of in (None, row.label)]
    if len(found) != 1:
        sentence = "Aucun label noté pour cette antenne, ou plusieurs\u00a0: dites lequel, ou par son numéro."
        raise BadInput("label", sentence)
    return correct_support(store, found[0].id, label=label)


def take_back(store: Store, record: int) -> Done:
    """Put a partner, a support or a survey that was noted by mistake in the bin.

    A partner goes with what they gave. Raises ``Missing``.
    """
    here = (kind for kind in (PARTNER, SUPPORT, SURVEY) if store.first(_alive(kind, record)) is not None)
    kind = next(here, None)
    if kind is None:
        raise Missing(NOTHING)
    given = tables.support
    with store.writing() as writer:
        writer.amend(kind, record, deleted=True)
        if kind is PARTNER:
            for row in writer.all(select(given.c.id).where(given.c.partner == record, alive(given))):
                writer.amend(SUPPORT, row.id, deleted=True)
    return Done(record, tuple(writer.entries), writer.now)


def _alive(kind: Kind, record: int) -> Query:
    table = tables.TABLES[kind]
    return select(table.c.id).where(table.c.id == record, alive(table))


def _amend(store: Store, kind: Kind, record: int, said: dict[str, Value]) -> Done:
    with store.writing() as writer:
        require(writer.first, tables.TABLES[kind], record, NOTHING)
        writer.correct(kind, record, **said)
    return Done(record, tuple(writer.entries), writer.now)
