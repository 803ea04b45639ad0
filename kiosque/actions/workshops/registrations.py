"""Registering at a workshop: who has a place, who waits for one, and calling the next."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, name, telephone
from kiosque.actions.known import require
from kiosque.db import records as tables
from kiosque.db.apart import up
from kiosque.db.journal import portions
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain import card
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.persons import full_name
from kiosque.domain.profile import COUNTED
from kiosque.domain.records import REGISTRATION
from kiosque.domain.workshops import Enrolled, Seat, seats, told_to_wait
from kiosque.journal.entry import Value

Ask = Callable[[Query], Iterable[Found]]
"""Runs a query, in a transaction or not."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody registered at a workshop; ``seat`` says whether they have a place."""

    registration: int
    name: str | None
    state: str
    seat: Seat
    phone: str = ""

    @property
    def waiting(self) -> bool:
        """Whether they wait for a place."""
        return self.seat in (Seat.WAITS, Seat.NEXT)


class UnknownWorkshop(KnownError):
    """There is no such workshop here."""


class AlreadyRegistered(KnownError):
    """The same visitor is registered already."""


class NoPlace(KnownError):
    """No place is free."""


def register(
    store: Store,
    workshop: int,
    *,
    author: int,
    visit: int | None = None,
    visitor: int | None = None,
    called: str | None = None,
    phone: str = "",
    whole_series: bool = False,
) -> Done:
    """Register somebody who is here (``visit``), who is known (``visitor``), or by name (``called``: a phone call).

    Where no place is left they are told that they wait. ``whole_series``: at every session of it still to come too.

    Return the registration at ``workshop`` itself. Raises ``UnknownWorkshop``, ``BadInput``, ``Missing``,
    ``AlreadyRegistered``.
    """
    about: dict[str, Value] = {}
    if visit is None and visitor is None:
        about = {"name": name("called", called or ""), "phone": telephone(phone)}
    with store.writing(author) as writer:
        if visit is not None:
            about = _of_visit(writer, visit, workshop)
        elif visitor is not None:
            about = _of_visitor(writer, visitor)
        record = enrol(writer, workshop, about)
        if whole_series:
            _enrol_at_others(writer, workshop, about)
    return Done(record, tuple(writer.entries), writer.now)


def register_card(store: Store, workshop: int, scanned: str, *, author: int) -> Done:
    """Register the bearer of a card. Raises as ``register``, or ``card.UnreadableCard``."""
    code = card.read_card(scanned)
    table = tables.visitor
    with store.writing(author) as writer:
        row = writer.first(select(table.c.id).where(table.c.card == code, alive(table)).order_by(table.c.id))
        if row is None:
            raise BadInput("card", "Cette carte n’est pas connue ici. Cherchez la personne.")
        record = enrol(writer, workshop, _of_visitor(writer, row.id))
    return Done(record, tuple(writer.entries), writer.now)


def enrol(writer: Writer, workshop: int, about: dict[str, Value]) -> int:
    """In a transaction: register whom the fields ``about`` describe, and return it. Raises as ``register``."""
    capacity = require_workshop(writer, workshop).capacity - grouped(writer.all, workshop)
    _require_new(writer, workshop, about)
    waits = told_to_wait(attendees_of(writer.all, workshop), capacity)
    return writer.record(REGISTRATION, workshop=workshop, state="unknown", waiting=True if waits else None, **about)


def call(store: Store, registration: int, *, comes: bool, author: int) -> Done:
    """Note that somebody who waited was called since a place is free: they have it, or they do not come any more.

    Raises ``NoPlace`` when it has gone meanwhile, or ``db.write.Missing``.
    """
    with store.writing(author) as writer:
        if not comes:
            writer.amend(REGISTRATION, registration, state="excused")
        else:
            table = tables.registration
            row = writer.first(select(table.c.workshop).where(table.c.id == registration))
            people = attendees(store, row.workshop) if row else ()
            if row and all(each.seat is not Seat.NEXT for each in people):
                raise NoPlace("Il n’y a plus de place libre.")
            writer.amend(REGISTRATION, registration, called_at=writer.now)
    return Done(registration, tuple(writer.entries), writer.now)


def grouped(ask: Ask, workshop: int) -> int:
    """Return how many take part in a workshop with their class or their club: they have places, and no name."""
    return grouped_at(ask, [workshop])[workshop]


def grouped_at(ask: Ask, workshops: Sequence[int]) -> Counter[int]:
    """Return the same of several workshops at once, by workshop."""
    group, visit = tables.group, tables.visit
    found: Counter[int] = Counter()
    for some in portions(workshops):
        query = (
            select(group.c.workshop, func.count())
            .select_from(visit)
            .join(group, group.c.id == visit.c.group)
            .where(group.c.workshop.in_(some), alive(group), alive(visit))
            .group_by(group.c.workshop)
        )
        found.update({workshop: int(many) for workshop, many in ask(query)})
    return found


def attendees(store: Store, workshop: int) -> tuple[Attendee, ...]:
    """Return who is registered, first come first, with names: for the animator's eyes only."""
    found = store.first(select(tables.workshop.c.capacity).where(tables.workshop.c.id == workshop))
    capacity = found[0] - grouped(store.all, workshop) if found else 0
    rows = enrolled(store.all, workshop)
    where = seats(list(map(as_enrolled, rows)), capacity)
    return tuple(
        Attendee(
            row.id,
            None if row.apart else row.name or full_name(row.given_name, row.family_name) or None,
            row.state,
            seat,
            "" if row.apart else row.phone or row.visitor_phone or "",
        )
        for row, seat in zip(rows, where, strict=True)
    )


def attendees_of(ask: Ask, workshop: int) -> list[Enrolled]:
    """Return who is registered, first come first, without a name."""
    return list(map(as_enrolled, enrolled(ask, workshop)))


def enrolled(ask: Ask, workshop: int) -> Sequence[Found]:
    """Return the registrations at a workshop, first come first: by the clock of who wrote them, not by the PC."""
    return enrolled_at(ask, [workshop]).get(workshop, [])


def enrolled_at(ask: Ask, workshops: Sequence[int]) -> dict[int, list[Found]]:
    """Return the same of several workshops at once, by workshop; one without a registration is not there."""
    table, visitor, entry = tables.registration, tables.visitor, tables.entry
    person = (visitor.c.given_name, visitor.c.family_name, visitor.c.phone.label("visitor_phone"))
    columns = (table, *person, up(visitor).label("apart"))
    found: dict[int, list[Found]] = defaultdict(list)
    for some in portions(workshops):
        query = (
            select(*columns)
            .outerjoin(visitor, visitor.c.id == table.c.visitor)
            .join(entry, entry.c.id == table.c.id)
            .where(table.c.workshop.in_(some), alive(table))
            .order_by(entry.c.clock, table.c.id)
        )
        for row in ask(query):
            found[row.workshop].append(row)
    return found


def sessions(ask: Ask, workshop: int, since: int) -> tuple[int, ...]:
    """Return the sessions of a workshop's series from ``since`` on (UTC seconds), in order, itself among them."""
    table = tables.workshop
    first = next((row.series for row in ask(select(table.c.series).where(table.c.id == workshop))), None) or workshop
    same = (table.c.id == first) | (table.c.series == first)
    query = select(table.c.id).where(same, table.c.started_at >= since, alive(table))
    return tuple(row.id for row in ask(query.order_by(table.c.started_at, table.c.id)))


def require_workshop(writer: Writer, workshop: int) -> Found:
    """Return a workshop's row. Raises ``UnknownWorkshop``."""
    table = tables.workshop
    row = writer.first(select(table).where(table.c.id == workshop, alive(table)))
    if row is None:
        sentence = "Cet atelier n’existe pas sur ce poste."
        raise UnknownWorkshop(sentence)
    return row


def as_enrolled(row: Found) -> Enrolled:
    """Return where a registration stands, without a name."""
    return Enrolled(row.state, bool(row.waiting), row.called_at is not None)


def _of_visit(writer: Writer, visit: int, workshop: int) -> dict[str, Value]:
    table = tables.visit
    columns = (table.c.visitor, *(table.c[name] for name in COUNTED))
    row = writer.first(select(*columns, table.c.started_at).where(table.c.id == visit, alive(table)))
    if row is None:
        raise BadInput("visit", "Cette personne n’est pas inscrite à cette permanence.")
    about: dict[str, Value] = {"visitor": row.visitor, **{name: getattr(row, name) for name in COUNTED}}
    if local(row.started_at).date() == local(require_workshop(writer, workshop).started_at).date():
        return {**about, "visit": visit}
    # Who comes today and registers for another day is expected then: that they came is counted when they do.
    if row.visitor is None:
        raise BadInput("visit", "L’atelier est un autre jour\u00a0: écrivez un nom.")
    return about


def _of_visitor(writer: Writer, visitor: int) -> dict[str, Value]:
    row = require(writer.first, tables.visitor, visitor)
    return {"visitor": visitor, **{name: getattr(row, name) for name in COUNTED}}


def _enrol_at_others(writer: Writer, workshop: int, about: dict[str, Value]) -> None:
    # One visit is the arrival at one session: at the others it is the person who is expected.
    person = {name: value for name, value in about.items() if name != "visit"}
    for session in sessions(writer.all, workshop, writer.now):
        if session != workshop and not _registered(writer, session, person):
            enrol(writer, session, person)


def _require_new(writer: Writer, workshop: int, about: dict[str, Value]) -> None:
    if _registered(writer, workshop, about):
        sentence = "Cette personne est déjà inscrite à cet atelier."
        raise AlreadyRegistered(sentence)


def _registered(writer: Writer, workshop: int, about: dict[str, Value]) -> bool:
    table = tables.registration
    same = [table.c[name] == about[name] for name in ("visit", "visitor") if about.get(name)]
    if not same:
        return False
    return writer.first(select(table.c.id).where(table.c.workshop == workshop, or_(*same), alive(table))) is not None
