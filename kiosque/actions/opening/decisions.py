"""What headquarters decides on the hours of a permanence: beside what was noted at the antenna, which stays."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select, union_all

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive
from kiosque.actions.known import require
from kiosque.db import records as tables
from kiosque.db.journal import portions
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.records import PERMANENCE

SOON = 5_000
"""Entries: no permanence writes more."""

LONGEST = 16 * 3600
"""Seconds: a night under the stars is not longer, and a closing typed before its opening is no night."""


@dataclass(frozen=True, slots=True)
class Held:
    """A permanence, with the hours that were noted and those that were decided on (UTC seconds; None: not said).

    ``in_doubt``: it waits for headquarters. ``last_known``: the last moment that anything says of it.
    """

    id: int
    antenna: int
    started_at: int
    ended_at: int | None
    decided: tuple[int, int] | None
    in_doubt: bool
    last_known: int

    @property
    def plausible(self) -> bool:
        """Whether the hours that were noted may be decided on as they are."""
        return self.ended_at is not None and self.ended_at - self.started_at <= LONGEST


def held(store: Store, permanence: int) -> Held:
    """Return one permanence. Raises ``db.write.Missing``."""
    [found] = _held(store, [require(store.first, tables.permanence, permanence)])
    return found


def in_doubt(store: Store, antennas: frozenset[int] | None = None, most: int | None = None) -> tuple[Held, ...]:
    """Return the permanences whose hours wait for headquarters, of ``antennas`` or of all, the oldest first.

    ``most``: so many at most; what is known of each is looked up.
    """
    table = tables.permanence
    query = select(table).where(table.c.to_confirm.is_(True), table.c.decided_from.is_(None), alive(table))
    if antennas is not None:
        query = query.where(table.c.antenna.in_(antennas))
    return tuple(_held(store, store.all(query.order_by(table.c.started_at, table.c.id).limit(most))))


def decide(store: Store, permanence: int, opened_at: int, closed_at: int, *, author: int = 0) -> Done:
    """Say from when to when a permanence was held (UTC seconds): on its day, sixteen hours at most.

    What was noted stays beside it; decided again, the last word holds. Raises ``BadInput``, ``db.write.Missing``.
    """
    noted = require(store.first, tables.permanence, permanence)
    if local(opened_at).date() != local(noted.started_at).date():
        raise BadInput("opened_at", "L’ouverture reste le même jour.")
    if not opened_at <= closed_at <= min(store.now(), opened_at + LONGEST):
        raise BadInput("closed_at", "La fermeture vient après l’ouverture, seize heures au plus, et pas dans l’avenir.")
    with store.writing(author) as writer:
        writer.correct(PERMANENCE, permanence, decided=(opened_at, closed_at))
    return Done(permanence, tuple(writer.entries), writer.now)


def leave_open(store: Store, permanence: int, *, author: int = 0) -> Done:
    """Take a decision back: what was noted at the antenna holds again. Raises ``db.write.Missing``."""
    with store.writing(author) as writer:
        require(writer.first, tables.permanence, permanence)
        writer.correct(PERMANENCE, permanence, decided=None)
    return Done(permanence, tuple(writer.entries), writer.now)


def _held(store: Store, rows: Sequence[Found]) -> Iterator[Held]:
    last = _last_known(store, rows)
    for row in rows:
        decided = (row.decided_from, row.decided_until) if row.decided_from is not None else None
        waits = bool(row.to_confirm) and decided is None
        yield Held(row.id, row.antenna, row.started_at, row.ended_at, decided, waits, last[row.id])


def _last_known(store: Store, rows: Sequence[Found]) -> dict[int, int]:
    """Return the last moment that anything says of each permanence; nothing is supposed after that.

    Of visits those are read that its own PC wrote soon after.
    """
    visit, given, there = tables.visit, tables.intervention, tables.presence
    known = {row.id: int(row.started_at) for row in rows}
    soon = visit.c.id.between(visit.c.permanence, visit.c.permanence + SOON)
    left = func.coalesce(visit.c.ended_at, visit.c.started_at).label("at")
    for some in portions(sorted(known)):
        moments = union_all(
            select(visit.c.permanence, left).where(visit.c.permanence.in_(some), soon, alive(visit)),
            select(given.c.permanence, given.c.given_at).where(given.c.permanence.in_(some), alive(given)),
            select(there.c.permanence, there.c.started_at).where(there.c.permanence.in_(some), alive(there)),
        ).subquery()
        latest = select(moments.c.permanence, func.max(moments.c.at).label("at")).group_by(moments.c.permanence)
        known |= {row.permanence: max(known[row.permanence], int(row.at or 0)) for row in store.all(latest)}
    return known
