"""Sessions of a repair café: workshops like any other. Who came, who held them, and what their repairs avoided."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive
from kiosque.actions.network.engagements import engagements
from kiosque.actions.workshops.registrations import require_workshop
from kiosque.db import records as tables
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.domain.codes import THEME_OF_REASON
from kiosque.domain.engagements import status_on
from kiosque.domain.footprints import NOTHING, Avoided, Mended, avoided
from kiosque.domain.french import local
from kiosque.domain.records import WORKSHOP
from kiosque.domain.staff import VOLUNTEER

THEME = THEME_OF_REASON["repair"]
"""A workshop about it is a session."""

AROUND = 3_600
"""Seconds before and after a session in which what is repaired is still repaired there."""

MOST_VOLUNTEERS = 99
SEEN = "seen"

Ask = Callable[[Query], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Session:
    """One session. ``participants`` came to it, or brought something; ``volunteers`` held it unpaid.

    ``unnamed`` of them are no animators of the network: they are counted, and named nowhere.
    """

    id: int
    title: str
    starts_at: int
    ends_at: int
    participants: int
    volunteers: int
    unnamed: int


@dataclass(frozen=True, slots=True)
class Results:
    """What was done: how many ``attempts``, how they ended, and what was avoided, each object counted once."""

    attempts: int = 0
    outcomes: tuple[tuple[str, int], ...] = ()
    avoided: Avoided = NOTHING

    def ended(self, outcome: str) -> int:
        """Return how many attempts ended so."""
        return dict(self.outcomes).get(outcome, 0)


def session_at(ask: Ask, antenna: int, at: int) -> int | None:
    """Return the session that an antenna holds at a moment; of several, that which began last."""
    table = tables.workshop
    held = (table.c.started_at <= at + AROUND, table.c.ended_at >= at - AROUND, table.c.theme == THEME)
    query = select(table.c.id).where(table.c.antenna == antenna, *held, alive(table))
    rows = list(ask(query.order_by(table.c.started_at.desc(), table.c.id.desc()).limit(1)))
    return int(rows[0].id) if rows else None


def session(store: Store) -> Session | None:
    """Return the session that is held here now, or else the last one: who helped at it is often counted after."""
    now, table = store.now(), tables.workshop
    current = session_at(store.all, store.identity.antenna, now)
    if current is None:
        begun = (table.c.antenna == store.identity.antenna, table.c.theme == THEME, table.c.started_at <= now)
        query = select(table.c.id).where(*begun, alive(table)).order_by(table.c.started_at.desc(), table.c.id.desc())
        row = store.first(query)
        current = row.id if row else None
    found = _sessions(store, table.c.id == current)
    return found[0] if found else None


def sessions(store: Store, since: int, until: int, antenna: int) -> tuple[Session, ...]:
    """Return the sessions of an antenna that are held between two moments, in order."""
    table = tables.workshop
    held = (table.c.started_at < until, table.c.ended_at > since)
    return tuple(_sessions(store, table.c.antenna == antenna, table.c.theme == THEME, *held))


def _sessions(store: Store, *where: ColumnElement[bool]) -> list[Session]:
    table = tables.workshop
    rows = store.all(select(table).where(*where, alive(table)).order_by(table.c.started_at, table.c.id))
    engaged = engagements(store.all)
    came = _participants(store, [row.id for row in rows])
    found = []
    for row in rows:
        holders = {row.animator, *(int(each) for each in (row.animators or "").split())}
        unnamed = row.volunteers or 0
        day = local(row.started_at).date()
        unpaid = {each for each in holders if status_on(engaged.get(each, ()), day) == VOLUNTEER}
        volunteers = len(unpaid) + unnamed
        found.append(Session(row.id, row.title or "", row.started_at, row.ended_at, came[row.id], volunteers, unnamed))
    return found


def count_volunteers(store: Store, workshop: int, unnamed: int, *, author: int) -> Done:
    """Say how many help to hold a session who are no animators. Raises ``BadInput`` or ``UnknownWorkshop``."""
    if not 0 <= unnamed <= MOST_VOLUNTEERS:
        raise BadInput("volunteers", "De 0 à {most} bénévoles.", most=MOST_VOLUNTEERS)
    with store.writing(author) as writer:
        require_workshop(writer, workshop)
        table = tables.workshop
        row = writer.first(select(table.c.volunteers).where(table.c.id == workshop))
        if row is not None and (row.volunteers or 0) != unnamed:
            writer.amend(WORKSHOP, workshop, volunteers=unnamed)
    return Done(workshop, tuple(writer.entries), writer.now)


def results(store: Store, since: int, until: int, antenna: int | None = None) -> Results:
    """Return what was repaired between two moments, at one antenna or at all that this store knows.

    An object counts for what is avoided by its last attempt: who brings it twice has one object.
    """
    repair, item = tables.repair, tables.item
    query = (
        select(repair.c.outcome, repair.c.item, item.c.category, item.c.weight, item.c.origin)
        .join(item, item.c.id == repair.c.item)
        .where(repair.c.repaired_at >= since, repair.c.repaired_at < until, alive(repair))
        .order_by(repair.c.repaired_at, repair.c.id)
    )
    rows = store.all(query if antenna is None else query.where(item.c.antenna == antenna))
    last = {row.origin or row.item: Mended(row.category or "", row.weight, row.outcome or "") for row in rows}
    outcomes = Counter(row.outcome or "" for row in rows)
    return Results(len(rows), tuple(sorted(outcomes.items())), avoided(last.values()))


def _participants(store: Store, workshops: list[int]) -> Counter[int]:
    """Return how many came to each workshop: whoever registered and brings something is one, and each of a class."""
    registration, repair, visit, group = tables.registration, tables.repair, tables.visit, tables.group
    came = select(registration.c.workshop, registration.c.visit, registration.c.id).where(
        registration.c.workshop.in_(workshops), registration.c.state == SEEN, alive(registration)
    )
    known = select(repair.c.workshop, repair.c.visit).join(visit, visit.c.id == repair.c.visit)
    brought = known.where(repair.c.workshop.in_(workshops), alive(repair), alive(visit))
    # Whose visit is not known is one by their registration.
    people = {(row.workshop, row.visit or -row.id) for row in store.all(came)}
    people |= {(row.workshop, row.visit) for row in store.all(brought)}
    together = select(group.c.workshop, visit.c.id).join(visit, visit.c.group == group.c.id)
    of_them = together.where(group.c.workshop.in_(workshops), alive(group), alive(visit))
    people |= {(row.workshop, row.id) for row in store.all(of_them)}
    return Counter(workshop for workshop, _ in people)
