"""Workshops: planning one, registering people, marking who came."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen, name
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain import codes
from kiosque.domain.errors import KnownError
from kiosque.domain.records import REGISTRATION, WORKSHOP
from kiosque.journal.entry import Value

LONGEST_TITLE = 120
LONGEST_MINUTES = 12 * 60
MOST_PLACES = 500
DAY = 86400
FURTHEST_DAYS = 370
TAKES_A_PLACE = frozenset({"unknown", "seen"})
"""States of a registration that take a place: who is absent, excused or cancelled leaves theirs to the next."""


@dataclass(frozen=True, slots=True)
class WorkshopLine:
    """A workshop in a list. Places left and the waiting list are derived, never stored."""

    id: int
    title: str
    theme: str
    starts_at: int
    ends_at: int
    capacity: int
    registered: int
    waiting: int
    present: int


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody registered at a workshop; ``waiting`` when there was no place left for them."""

    registration: int
    name: str | None
    state: str
    waiting: bool


class UnknownWorkshop(KnownError):
    """There is no such workshop here."""


class AlreadyRegistered(KnownError):
    """The same visitor is registered already."""


def plan(
    store: Store,
    *,
    title: str,
    theme: str,
    starts_at: int,
    minutes: int,
    capacity: int,
    animator: int,
) -> Done:
    """Plan a workshop at this antenna, from ``starts_at`` (UTC seconds) for ``minutes``. Raises ``BadInput``."""
    if not -DAY <= starts_at - store.now() <= FURTHEST_DAYS * DAY:
        raise BadInput("starts_at", "La date d’un atelier est entre hier et dans un an.")
    if not 0 < minutes <= LONGEST_MINUTES:
        raise BadInput("minutes", "La durée va de 1 à {most} minutes.", most=LONGEST_MINUTES)
    if not 0 < capacity <= MOST_PLACES:
        raise BadInput("capacity", "Il faut de 1 à {most} places.", most=MOST_PLACES)
    with store.writing(animator) as writer:
        record = writer.record(
            WORKSHOP,
            antenna=store.identity.antenna,
            animator=animator,
            title=name("title", title, LONGEST_TITLE),
            theme=chosen("theme", theme, codes.THEMES),
            times=(starts_at, starts_at + minutes * 60),
            capacity=capacity,
        )
    return Done(record, tuple(writer.entries), writer.now)


def upcoming(store: Store, days: int = FURTHEST_DAYS) -> tuple[WorkshopLine, ...]:
    """Return this antenna's workshops from yesterday to ``days`` from now, in order."""
    table = tables.workshop
    times = (table.c.started_at.label("starts_at"), table.c.ended_at.label("ends_at"))
    columns = (table.c.id, table.c.title, table.c.theme, *times, table.c.capacity)
    soon = table.c.started_at.between(store.now() - DAY, store.now() + days * DAY)
    query = select(*columns).where(table.c.antenna == store.identity.antenna, soon, alive(table))
    return tuple(_line(row, attendees(store, row.id)) for row in store.all(query.order_by(table.c.started_at)))


def register(
    store: Store,
    workshop: int,
    *,
    author: int,
    visit: int | None = None,
    called: str | None = None,
) -> Done:
    """Register somebody who is here (``visit``), or by name (``called``: a telephone call).

    Beyond the capacity they are on the waiting list. Raises ``UnknownWorkshop``, ``BadInput``, ``AlreadyRegistered``.
    """
    with store.writing(author) as writer:
        _require_workshop(writer, workshop)
        about = _visitor(writer, visit) if visit is not None else {"name": name("called", called or "")}
        _require_new(writer, workshop, visit, about.get("visitor"))
        record = writer.record(REGISTRATION, workshop=workshop, visit=visit, state="unknown", **about)
    return Done(record, tuple(writer.entries), writer.now)


def mark(store: Store, registration: int, state: str, *, author: int) -> Done:
    """Say whether somebody came. Raises ``BadInput`` or ``db.write.Missing``."""
    with store.writing(author) as writer:
        writer.amend(REGISTRATION, registration, state=chosen("state", state, codes.ATTENDANCE))
    return Done(registration, tuple(writer.entries), writer.now)


def mark_all_present(store: Store, workshop: int, *, author: int) -> Done:
    """Say that everybody who has a place and whose attendance is not known yet came."""
    expected = [each for each in attendees(store, workshop) if each.state == "unknown" and not each.waiting]
    with store.writing(author) as writer:
        _require_workshop(writer, workshop)
        for each in expected:
            writer.amend(REGISTRATION, each.registration, state="seen")
    return Done(workshop, tuple(writer.entries), writer.now)


def attendees(store: Store, workshop: int) -> tuple[Attendee, ...]:
    """Return who is registered, first come first."""
    capacity = store.first(select(tables.workshop.c.capacity).where(tables.workshop.c.id == workshop))
    places = capacity[0] if capacity else 0
    table, visitor = tables.registration, tables.visitor
    columns = (table.c.id, table.c.name, table.c.state, visitor.c.given_name, visitor.c.family_name)
    query = (
        select(*columns)
        .outerjoin(visitor, visitor.c.id == table.c.visitor)
        .where(table.c.workshop == workshop, alive(table))
        .order_by(table.c.id)
    )
    found = []
    for row in store.all(query):
        full_name = " ".join(filter(None, (row.given_name, row.family_name)))
        takes = row.state in TAKES_A_PLACE
        found.append(Attendee(row.id, row.name or full_name or None, row.state, takes and places <= 0))
        places -= takes
    return tuple(found)


def _line(row: Found, people: tuple[Attendee, ...]) -> WorkshopLine:
    waiting = sum(each.waiting for each in people)
    registered = sum(each.state in TAKES_A_PLACE for each in people) - waiting
    seen = sum(each.state == "seen" for each in people)
    return WorkshopLine(**row._asdict(), registered=registered, waiting=waiting, present=seen)


def _require_workshop(writer: Writer, workshop: int) -> None:
    table = tables.workshop
    if writer.first(select(table.c.id).where(table.c.id == workshop, alive(table))) is None:
        sentence = "Cet atelier n’existe pas sur ce poste."
        raise UnknownWorkshop(sentence)


def _visitor(writer: Writer, visit: int) -> dict[str, Value]:
    table = tables.visit
    columns = (table.c.visitor, table.c.age_band, table.c.commune)
    row = writer.first(select(*columns).where(table.c.id == visit, alive(table)))
    if row is None:
        raise BadInput("visit", "Cette personne n’est pas inscrite à cette permanence.")
    return row._asdict()


def _require_new(writer: Writer, workshop: int, visit: int | None, visitor: Value) -> None:
    table = tables.registration
    same = [column == value for column, value in ((table.c.visit, visit), (table.c.visitor, visitor)) if value]
    if same and writer.first(select(table.c.id).where(table.c.workshop == workshop, or_(*same), alive(table))):
        sentence = "Cette personne est déjà inscrite à cet atelier."
        raise AlreadyRegistered(sentence)
