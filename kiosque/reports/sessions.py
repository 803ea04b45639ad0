"""One workshop, and one session of a repair café, without a name in them: who registered, who came, what was mended."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, func, select

from kiosque.db.journal import portions
from kiosque.db.records import attendance, group, item, registration, repair, visit, wish, workshop
from kiosque.domain.footprints import Avoided, Mended, avoided
from kiosque.domain.repair_codes import FIXED
from kiosque.reports.figures import SEEN
from kiosque.reports.mending import REPAIR
from kiosque.reports.period import Period


@dataclass(frozen=True, slots=True)
class Workshop:
    """One workshop; times are UTC seconds, codes are codes. ``holders``: animators, the first first.

    ``states``: registrations by their state; ``ages`` and ``communes``: of who came; ``together``: came as a group.
    """

    id: int
    antenna: int
    title: str
    theme: str
    started_at: int
    ended_at: int | None
    level: str
    place: str
    where: str
    capacity: int
    volunteers: int
    holders: tuple[int, ...]
    programme: int | None
    states: Mapping[str, int]
    ages: Mapping[str, int]
    communes: Mapping[str, int]
    together: int
    signatures: int
    wishes: int

    @property
    def registered(self) -> int:
        """How many registered, whatever became of it."""
        return sum(self.states.values())

    @property
    def came(self) -> int:
        """How many came, by themselves or as a group."""
        return self.states.get(SEEN, 0) + self.together


def workshop_of(connection: Connection, number: int) -> Workshop | None:
    """Return one workshop (record id); None when there is none."""
    rows = connection.execute(select(workshop).where(workshop.c.id == number, workshop.c.deleted.is_not(True)))
    row = rows.first()
    if row is None or row.started_at is None:
        return None
    others = tuple(int(each) for each in (row.animators or "").split())
    return Workshop(
        *(row.id, row.antenna or 0, row.title or "", row.theme or "", row.started_at, row.ended_at),
        *(row.level or "", row.place or "", row.where or "", row.capacity or 0, row.volunteers or 0),
        (*((row.animator,) if row.animator else ()), *others),
        row.programme,
        _counted(connection, registration.c.state, number),
        _counted(connection, registration.c.age_band, number, came=True),
        _counted(connection, registration.c.commune, number, came=True),
        _together(connection, number),
        _signatures(connection, number),
        _one(connection, select(func.count()).where(wish.c.workshop == number, wish.c.deleted.is_not(True))),
    )


def _counted(connection: Connection, column: Column[Any], number: int, *, came: bool = False) -> dict[str, int]:
    mine = [registration.c.workshop == number, registration.c.deleted.is_not(True)]
    mine += [registration.c.state == SEEN] if came else []
    said = func.coalesce(column, "").label("said")
    rows = connection.execute(select(said, func.count()).where(*mine).group_by(said))
    return dict(sorted(((code, count) for code, count in rows), key=lambda each: (-each[1], each[0])))


def _together(connection: Connection, number: int) -> int:
    members = visit.join(group, group.c.id == visit.c.group)
    alive = (group.c.deleted.is_not(True), visit.c.deleted.is_not(True))
    query = select(func.count()).select_from(members).where(group.c.workshop == number, *alive)
    return _one(connection, query)


def _signatures(connection: Connection, number: int) -> int:
    signed = attendance.join(registration, registration.c.id == attendance.c.registration)
    alive = (attendance.c.deleted.is_not(True), registration.c.deleted.is_not(True))
    # Of who did not come after all, the signature is kept and says nothing.
    came = (attendance.c.state == SEEN, registration.c.state == SEEN)
    query = select(func.count(attendance.c.signature)).select_from(signed)
    return _one(connection, query.where(registration.c.workshop == number, *alive, *came))


def _one(connection: Connection, query: Any) -> int:  # noqa: ANN401 - a count
    return connection.scalar(query) or 0


@dataclass(frozen=True, slots=True)
class Mending:
    """One session of the repair café: attempts at it, and what they avoided."""

    id: int
    antenna: int
    title: str
    started_at: int
    attempts: int
    outcomes: Mapping[str, int]
    avoided: Avoided

    @property
    def fixed(self) -> int:
        """How many attempts ended with a thing that works."""
        return self.outcomes.get(FIXED, 0)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt on an object; codes are codes, ``weight`` in grams when it was weighed."""

    at: int
    category: str
    brand: str
    year: int | None
    weight: int | None
    problem: str
    outcome: str
    barrier: str


def mendings(
    connection: Connection,
    period: Period,
    antennas: frozenset[int] | None = None,
    after: int = 0,
    most: int | None = None,
) -> tuple[Mending, ...]:
    """Return the sessions of ``period``, the last first, with what was mended at each: ``most`` of those ``after``."""
    mine = [workshop.c.theme == REPAIR, workshop.c.deleted.is_not(True)]
    mine += [workshop.c.started_at >= period.start, workshop.c.started_at < period.end]
    mine += [] if antennas is None else [workshop.c.antenna.in_(sorted(antennas))]
    columns = (workshop.c.id, workshop.c.antenna, workshop.c.title, workshop.c.started_at)
    ordered = select(*columns).where(*mine).order_by(workshop.c.started_at.desc(), workshop.c.id)
    held = connection.execute(ordered.offset(after).limit(most)).all()
    brought = _brought(connection, [row.id for row in held])
    return tuple(_mending(each, brought[each.id]) for each in held)


def mending(connection: Connection, session: Workshop) -> Mending:
    """Return what was mended at one session."""
    return _mending(session, _brought(connection, [session.id])[session.id])


def _brought(connection: Connection, sessions: Sequence[int]) -> dict[int, list[Any]]:
    """Return the attempts at each of ``sessions``, in order."""
    said = (repair.c.workshop, repair.c.item, repair.c.outcome, item.c.category, item.c.weight, item.c.origin)
    done = select(*said, repair.c.repaired_at, repair.c.id).join(item, item.c.id == repair.c.item)
    found: dict[int, list[Any]] = defaultdict(list)
    for some in portions(sessions):
        theirs = done.where(repair.c.workshop.in_(some), repair.c.deleted.is_not(True))
        for row in connection.execute(theirs.order_by(repair.c.repaired_at, repair.c.id)):
            found[row.workshop].append(row)
    return found


def _mending(session: Any, there: Sequence[Any]) -> Mending:  # noqa: ANN401 - a row of a session, or a workshop
    # An object counts once, by its last attempt.
    last = {row.origin or row.item: Mended(row.category or "", row.weight, row.outcome or "") for row in there}
    outcomes = Counter(row.outcome or "" for row in there)
    said = (session.id, session.antenna or 0, session.title or "", session.started_at)
    return Mending(*said, len(there), dict(sorted(outcomes.items())), avoided(last.values()))


def attempts(connection: Connection, session: int) -> tuple[Attempt, ...]:
    """Return every attempt at one session (a workshop's record id), in order; without its note."""
    columns = (item.c.category, item.c.brand, item.c.year, item.c.weight)
    said = (repair.c.problem, repair.c.outcome, repair.c.barrier)
    query = select(repair.c.repaired_at, *columns, *said).join(item, item.c.id == repair.c.item)
    mine = query.where(repair.c.workshop == session, repair.c.deleted.is_not(True))
    return tuple(
        Attempt(
            *(row.repaired_at, row.category or "", row.brand or "", row.year, row.weight),
            *(row.problem or "", row.outcome or "", row.barrier or ""),
        )
        for row in connection.execute(mine.order_by(repair.c.repaired_at, repair.c.id))
    )
