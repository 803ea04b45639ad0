"""The times that a wrong clock wrote: what they must have been, and saying so with their history."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.db import records as tables
from kiosque.db.journal import history
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain.french import PARIS, local
from kiosque.domain.kinds import ERASED, Kind, Type
from kiosque.domain.records import (
    AUTHORISATION,
    BY_NUMBER,
    DESK_USE,
    INSPECTION,
    INTERVENTION,
    LOAN,
    PERMANENCE,
    PRESENCE,
    REPAIR,
    VISIT,
    WISH,
)
from kiosque.domain.validity import midnight
from kiosque.journal.entry import Entry, Value, number_of

TIMES: dict[Kind, str] = {
    PERMANENCE: "times",
    PRESENCE: "times",
    VISIT: "times",
    INTERVENTION: "given_at",
    REPAIR: "repaired_at",
    AUTHORISATION: "times",
    LOAN: "times",
    INSPECTION: "seen_at",
    DESK_USE: "times",
    WISH: "wished_on",
}
"""The fields that are read off the clock when they are written. A workshop's hours are planned by somebody."""
# Left out: that somebody was called (``called_at``) counts, not when. The half-day of a smile is that of the touch: its
# entry was written later, at the closing, and does not tell at what hour anybody touched it. A pass that was given on a
# wrong day is given again by hand; a booking is for days that somebody chose.

_DAYS = {WISH}
"""The kinds that say no more than the day on which they were written, by its first moment."""

Interval = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Correction:
    """A proposal: ``record`` of ``kind`` says ``wrong`` and must have been ``right``.

    Both are UTC seconds: (start, end or None), or for an intervention and a repair one moment.
    """

    kind: Kind
    record: int
    wrong: Value
    right: Value
    to_confirm: bool = False
    """Whether it would end before it starts: headquarters should look at it."""


def corrections(store: Store, since: int, seconds: int) -> tuple[Correction, ...]:
    """Return which times this device's entries after number ``since`` got wrong, the clock being ``seconds`` late.

    A time is taken for the clock's when it is the one at which its entry was written. An hour that somebody typed is
    kept; its day follows the day of its opening. What was corrected since by somebody else is left alone.
    """
    device = store.device
    touched = {
        entry.record
        for entry in store.entries(device, since)
        if entry.kind in _FIELDS and _FIELDS[entry.kind] in entry.changes
    }
    with store.reading() as connection:
        histories = history(connection, sorted(touched))

    def by_this_clock(entry: Entry) -> bool:
        return entry.device == device and number_of(entry.id) > since

    found = (_correction(record, entries, by_this_clock, seconds) for record, entries in histories.items())
    return tuple(each for each in found if each)


def correct(
    store: Store, since: int, seconds: int, *, author: int, mend: Callable[[int], None], to_confirm: bool = False
) -> Done:
    """Write the ``corrections`` as ordinary entries of ``author``, and ``mend`` the clock: all of it or nothing.

    ``mend`` is given the number of this device's last entry; ``to_confirm``: headquarters should confirm the hours of
    the permanences, because a person said what time it is.
    """
    with store.writing(author) as writer:
        # Nobody writes meanwhile: no entry is forgotten between the old hands and the new.
        proposed = corrections(store, since, seconds)
        writer.now += seconds
        for each in proposed:
            doubt = {"to_confirm": True} if each.kind is PERMANENCE and (to_confirm or each.to_confirm) else {}
            writer.amend(each.kind, each.record, **{TIMES[each.kind]: each.right}, **doubt, **_along(writer, each))
        done = Done(proposed[0].record if proposed else 0, tuple(writer.entries), writer.now)
        mend(writer.tip.head.number)
    return done


def _along(writer: Writer, each: Correction) -> dict[str, Value]:
    """Return what moves with it: what was lent for so many days is due as many days after its right day."""
    right, table = each.right, tables.loan
    if each.kind is not LOAN or not isinstance(right, tuple):
        return {}
    row = writer.first(select(table.c.due, table.c.started_at).where(table.c.id == each.record))
    if row is None or row.due is None or not isinstance(right[0], int):
        return {}
    return {"due": _days_later(row.due, local(right[0]).date() - local(row.started_at).date())}


_FIELDS = {kind.number: kind.field(name).number for kind, name in TIMES.items()}


def _correction(
    record: int, entries: list[Entry], by_this_clock: Callable[[Entry], bool], seconds: int
) -> Correction | None:
    kind = BY_NUMBER[entries[0].kind]
    if any(entry.changes.get(ERASED) == () for entry in entries):
        return None
    field = _FIELDS[kind.number]
    said = [entry for entry in entries if field in entry.changes]
    wrong = said[-1].changes[field]
    if kind.field(TIMES[kind]).type is Type.TIME:
        right: Value = _moment(said, field, by_this_clock, seconds, _day if kind in _DAYS else int)
    else:
        right = _interval(said, field, by_this_clock, seconds)
    if right == wrong:
        return None
    start, end = right if isinstance(right, tuple) else (0, None)
    backwards = isinstance(start, int) and isinstance(end, int) and end < start
    return Correction(kind, record, wrong, (start, start) if backwards else right, backwards)


def _moment(
    said: Iterable[Entry],
    field: int,
    by_this_clock: Callable[[Entry], bool],
    seconds: int,
    kept: Callable[[int], int],
) -> Value:
    """Follow one moment through its history; ``kept`` is what of the clock's seconds is written."""
    value: Value = None
    for entry in said:
        value = entry.changes[field]
        if by_this_clock(entry) and value == kept(entry.written_at):
            value = kept(entry.written_at + seconds)
    return value


def _day(moment: int) -> int:
    return midnight(local(moment).date())


def _interval(said: Iterable[Entry], field: int, by_this_clock: Callable[[Entry], bool], seconds: int) -> Value:
    """Follow both ends through their history: each is judged by the entry that changed it."""
    before: Interval | None = None
    start, end = 0, None
    for entry in said:
        now = entry.changes[field]
        if not isinstance(now, tuple) or not isinstance(now[0], int) or not isinstance(now[1], int | None):
            return now
        ours = by_this_clock(entry)
        if before is None or now[0] != before[0]:
            start = entry.written_at + seconds if ours and now[0] == entry.written_at else now[0]
        if before is None or now[1] != before[1]:
            end = _end(now[0], now[1], entry.written_at, start, seconds) if ours else now[1]
        before = (now[0], now[1])
    return (start, end)


def _end(start: int, end: int | None, written_at: int, right_start: int, seconds: int) -> int | None:
    # A clock that is behind the opening closes at the opening: see ``permanences.close_permanence``.
    held_back = end == start and written_at < start
    if end is None:
        return None
    if end == written_at or held_back:
        return written_at + seconds
    return _days_later(end, local(right_start).date() - local(start).date())


def _days_later(moment: int, days: timedelta) -> int:
    """Return the same hour on the wall, so many days later."""
    then = local(moment)
    return int(datetime.combine(then.date() + days, then.time(), PARIS).timestamp())
