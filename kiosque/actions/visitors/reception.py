"""The counter: arriving, being remembered, leaving."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from kiosque.actions.done import Done
from kiosque.actions.helping.helped import follow
from kiosque.actions.inputs import BadInput, alive, name, words
from kiosque.actions.known import NOT_HERE
from kiosque.actions.opening.during import during
from kiosque.actions.opening.permanences import open_here, require_open
from kiosque.actions.visitors.cards import new_code
from kiosque.actions.visitors.visits import Bearer, NotHere, SignedIn, SignedOut, arrive, depart, not_here, visit_of
from kiosque.db import records as tables
from kiosque.db.apart import up
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain import card, codes, communes
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.profile import COUNTED
from kiosque.domain.records import VISIT, VISITOR
from kiosque.journal.entry import COUNTER

OLDEST_BIRTH = 1900


@dataclass(frozen=True, slots=True)
class Remembered(Done):
    """Somebody who wants to be recognised next time, and the code of their card; no name where none was given."""

    card: str
    given_name: str


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who is here, for the animator's eyes."""

    visit: int
    visitor: int | None
    name: str | None
    reason: str | None
    arrived_at: int
    group: int | None = None
    """The group that they came with, when they came with one; ``level`` is the group's."""
    level: str | None = None


class HouseholdCard(KnownError):
    """The card is a household's: it must be said who of it is here."""

    def __init__(self, household: int) -> None:
        super().__init__("C’est la carte d’un foyer. Montrez-la à l’accueil.")
        self.household = household


class AlreadyRemembered(KnownError):
    """This visit is somebody's already."""


def sign_in_unnamed(store: Store, reason: str) -> SignedIn:
    """Count the arrival of somebody who gives no name, on a first visit or not.

    Raises ``NotOpen`` or ``BadInput``.
    """
    with store.writing() as writer:
        visit = arrive(writer, store, reason, Bearer())
    return SignedIn(visit, tuple(writer.entries), writer.now, visit, given_name=None, returning=False)


def sign_in_card(store: Store, scanned: str, reason: str | None = None) -> SignedIn:
    """Count the arrival of the bearer of a card; a card never seen here makes a visitor without a name.

    Raises ``card.UnreadableCard``, ``HouseholdCard``, ``AlreadyHere``, ``NotOpen`` or ``BadInput``.
    """
    code = card.read_card(scanned)
    with store.writing() as writer:
        known = _bearer(writer, code)
        bearer = known or Bearer(writer.record(VISITOR, card=code))
        visit = arrive(writer, store, reason, bearer)
    returning = known is not None
    return SignedIn(visit, tuple(writer.entries), writer.now, visit, bearer.given_name, returning)


def sign_in_visitor(store: Store, visitor: int, reason: str | None = None, *, author: int) -> SignedIn:
    """Count the arrival of somebody whom an animator found or wrote down.

    Raises ``AlreadyHere``, ``NotOpen``, ``BadInput`` or ``NotHere``.
    """
    table = tables.visitor
    columns = (table.c.id, table.c.given_name, *(table.c[name] for name in COUNTED))
    with store.writing(author) as writer:
        row = writer.first(select(*columns).where(table.c.id == visitor, alive(table)))
        if row is None:
            raise NotHere(NOT_HERE)
        visit = arrive(writer, store, reason, Bearer(*row))
    return SignedIn(visit, tuple(writer.entries), writer.now, visit, row.given_name, returning=True)


def remember(
    store: Store,
    visit: int,
    *,
    given_name: str = "",
    family_name: str = "",
    birth_year: int | None = None,
    commune: str | None = None,
    author: int = COUNTER,
) -> Remembered:
    """Make a visitor of somebody who is here and wants to be recognised, and draw the code of their card.

    Who gives no name is one person all the same, by their card. ``commune`` is an INSEE code. Raises ``BadInput``,
    ``NotHere`` or ``AlreadyRemembered``.
    """
    kept = name("given_name", given_name) if words(given_name) else None
    about = _about(local(store.now()).year, birth_year, commune)
    code = new_code()
    with store.writing(author) as writer:
        row = _nobody_s(writer, visit)
        visitor = writer.record(
            VISITOR,
            card=code,
            given_name=kept,
            family_name=name("family_name", family_name) if family_name.strip() else None,
            birth_year=birth_year,
            # An animator may have said the rest of this visit already.
            **{field: about.get(field) or getattr(row, field) for field in COUNTED},
        )
        said = {field: value for field, value in about.items() if value is not None}
        writer.amend(VISIT, visit, visitor=visitor, **said)
        if author != COUNTER:
            # At the counter nobody was helped yet.
            follow(writer, visit)
    return Remembered(visitor, tuple(writer.entries), writer.now, code, kept or "")


def _about(year: int, birth_year: int | None, commune: str | None) -> dict[str, str | None]:
    """Return what is counted of somebody in ``year``. Raises ``BadInput``."""
    if birth_year is not None and not OLDEST_BIRTH <= birth_year <= year:
        raise BadInput(
            "birth_year", "L’année de naissance est entre {oldest} et {year}.", oldest=OLDEST_BIRTH, year=year
        )
    if commune is not None and communes.by_insee(commune) is None:
        raise BadInput("commune", "Cette commune n’est pas dans la liste.")
    return {"age_band": codes.age_band(birth_year, year) if birth_year else None, "commune": commune}


def _nobody_s(writer: Writer, visit: int) -> Found:
    """Return what a visit that is nobody's yet says. Raises ``NotHere`` or ``AlreadyRemembered``."""
    table = tables.visit
    columns = (table.c.visitor, *(table.c[field] for field in COUNTED))
    row = writer.first(select(*columns).where(table.c.id == visit, alive(table)))
    if row is None:
        raise not_here()
    if row.visitor is not None:
        sentence = "Ce passage a déjà un nom."
        raise AlreadyRemembered(sentence)
    return row


def sign_out(store: Store, visit: int) -> SignedOut:
    """Note that a visitor leaves now. Raises ``NotHere`` when they are not signed in."""
    with store.writing() as writer:
        return depart(writer, visit)


def sign_out_card(store: Store, scanned: str) -> SignedOut:
    """Note that the bearer of a card leaves now. Raises ``card.UnreadableCard``, ``HouseholdCard`` or ``NotHere``."""
    code = card.read_card(scanned)
    with store.writing() as writer:
        permanence = require_open(writer, store)
        bearer = _bearer(writer, code)
        visit = bearer and bearer.visitor and visit_of(writer, permanence.id, bearer.visitor)
        if not visit:
            raise not_here()
        return depart(writer, visit)


def present(store: Store) -> tuple[Present, ...]:
    """Return who is here now, in the order of arrival, with names: for the animator's eyes only."""
    found = [each for permanence in open_here(store) for each in _present_at(store, permanence)]
    return tuple(sorted(found, key=lambda each: (each.arrived_at, each.visit)))


def unnamed_present(store: Store) -> tuple[Present, ...]:
    """Return who is here without a card or a name: what the counter may show, hour and reason only.

    A group leaves together, by the animator.
    """
    return tuple(each for each in present(store) if each.visitor is None and each.group is None)


def _bearer(writer: Writer, code: str) -> Bearer | None:
    """Return whose card it is, as far as is known here. Raises ``HouseholdCard`` unless somebody named has it."""
    row = writer.first(_BEARER, card=code)
    if row is not None and row.apart:
        # Counted, and known no more: the answer is that of a card without a name.
        return Bearer()
    known = Bearer(*row[:-2]) if row else None
    home = row.home if row else getattr(writer.first(_HOME, card=code), "id", None)
    if home and (known is None or known.given_name is None):
        raise HouseholdCard(home)
    return known


_PERSON = tables.visitor.c
_HOME = select(tables.household.c.id).where(tables.household.c.card == bindparam("card"), alive(tables.household))
_APART = up(tables.visitor)
# Two antennas may have made a visitor of the same card: the first one stands for both here.
_BEARER = (
    select(
        *(_PERSON.id, _PERSON.given_name, *(_PERSON[name] for name in COUNTED)),
        *(_HOME.scalar_subquery().label("home"), _APART.label("apart")),
    )
    .where(_PERSON.card == bindparam("card"), _PERSON.deleted.is_not(True))
    .order_by(_APART.desc(), _PERSON.id)
)


def _present_at(store: Store, permanence: int) -> list[Present]:
    visit, visitor, group = tables.visit, tables.visitor, tables.group
    columns = (visit.c.id, visit.c.visitor, visitor.c.given_name, visitor.c.family_name, visit.c.reason)
    query = (
        select(*columns, visit.c.started_at, visit.c.group, group.c.level, up(visitor).label("apart"))
        .outerjoin(visitor, visitor.c.id == visit.c.visitor)
        .outerjoin(group, group.c.id == visit.c.group)
        .where(during(permanence), visit.c.ended_at.is_(None), alive(visit))
    )
    return [
        Present(
            row.id,
            None if row.apart else row.visitor,
            _full_name(row.given_name, row.family_name),
            row.reason,
            row.started_at,
            row.group,
            row.level,
        )
        for row in store.all(query)
    ]


def _full_name(given_name: str | None, family_name: str | None) -> str | None:
    return " ".join(filter(None, (given_name, family_name))) or None
