"""Going through what was received, once: what two devices said otherwise, who may be one person, what was erased.

Headquarters' journal is long. What was gone through is remembered, so that looking costs what is new and no more.
"""

import math
from collections.abc import Iterable, Sequence
from threading import Lock
from time import monotonic

from sqlalchemy import Connection, exists, func, insert, literal, or_, select

from kiosque.actions.visitors.links import described, possible
from kiosque.db import records as tables
from kiosque.db.feeds import NETWORK
from kiosque.db.journal import heads, history, portions
from kiosque.db.query import Found as Row
from kiosque.db.rows import fields_of
from kiosque.db.store import Store
from kiosque.db.watch_tables import forgetting, found, looked_through
from kiosque.domain.kinds import ERASED
from kiosque.domain.records import ANIMATOR, BY_NUMBER, VISITOR
from kiosque.journal.entry import NUMBER_BITS, Entry, device_of, entry_id
from kiosque.journal.odds import Odds, odds

AT_A_TIME = 200
"""Entries of a slice: some 5 ms of work; with as many new people among hundreds of thousands, some seconds."""

A_MOMENT = 0.1
"""Seconds of a page that are spent on what is new: it answers then, and says what is left."""

ODDS, ALIKE = "odds", "alike"
"""What may be found: a record of which two said otherwise, two visitors who may be one person."""

_LOOKING = Lock()
"""Two pages that are opened at once do not do the same work."""


def left(store: Store) -> int:
    """Return how many entries were not gone through yet."""
    with store.reading() as connection:
        return sum(last - after for _, after, last in _ahead(connection))


def catch_up(store: Store, seconds: float = math.inf) -> bool:
    """Go through what is new, for so many seconds at most; return whether anything is left.

    What was gone through is remembered: the next time goes on from there, after a restart too.
    """
    until = monotonic() + seconds
    with _LOOKING:
        with store.reading() as connection:
            ahead = _ahead(connection)
        for device, after, last in ahead:
            reached = after
            while reached < last:
                if monotonic() >= until:
                    return True
                upto = min(last, reached + AT_A_TIME)
                _slice(store, device, reached, upto)
                reached = upto
    return False


def at_odds(connection: Connection, entries: Sequence[Entry]) -> tuple[Odds, ...]:
    """Return on which fields of a record, of which this is the history, two who did not see each other still differ."""
    devices, table = {each.device for each in entries}, tables.credential
    pcs = set(connection.scalars(select(table.c.device).where(table.c.device.in_(devices))))
    known = {field.number for field in BY_NUMBER[entries[0].kind].fields}
    return tuple(each for each in odds(entries, devices - pcs) if each.field in known)


def settle(store: Store, form: str, record: int, other: int = 0) -> None:
    """Say that somebody has looked at it: it is well as it is."""
    same = (found.c.form == form, found.c.record == record, found.c.other == other)
    store.write_local(found.update().where(*same, found.c.settled_at.is_(None)).values(settled_at=store.now()))


# ----- slice by slice -------------------------------------------------------------------------------------------------


def _ahead(connection: Connection) -> list[tuple[int, int, int]]:
    """Return (device, number gone through, last number) of the journals that went on."""
    reached = {row.device: row.number for row in connection.execute(select(looked_through))}
    ends = {device: head.number for device, head in heads(connection).items()}
    return [(each, reached.get(each, 0), last) for each, last in sorted(ends.items()) if reached.get(each, 0) < last]


def _slice(store: Store, device: int, after: int, upto: int) -> None:
    """Go through some entries of one journal."""
    with store.reading() as connection:
        new = _telling(connection, device, after, upto)
        differing = _differing(connection, new)
        feeds = [each for row in new for each in _forgotten(connection, row)]
    people = {row.record for row in new if row.kind == VISITOR.number}
    _keep(store, [(ODDS, record, 0) for record in differing] + [(ALIKE, *pair) for pair in _alike(store, people)])
    for record, feed, position, at in feeds:
        store.write_local(forgetting.delete().where(forgetting.c.record == record, forgetting.c.feed == feed))
        values = {"record": record, "feed": feed, "position": position, "asked_at": at}
        store.write_local(forgetting.insert().values(**values))
    store.write_local(looked_through.delete().where(looked_through.c.device == device))
    store.write_local(looked_through.insert().values(device=device, number=upto))


def _telling(connection: Connection, device: int, after: int, upto: int) -> Sequence[Row]:
    """Return those of some entries that may tell something: updates, and whoever is new."""
    table = tables.entry
    within = table.c.id.between(entry_id(device, after + 1), entry_id(device, upto))
    columns = (table.c.id, table.c.record, table.c.kind, table.c.changes, table.c.written_at)
    telling = or_(table.c.record != table.c.id, table.c.kind == VISITOR.number)
    return list(connection.execute(select(*columns).where(within, telling)))


def _differing(connection: Connection, new: Iterable[Row]) -> list[int]:
    """Return the records of which an update is new and differs from one that it did not see."""
    table = tables.entry
    updated = sorted({row.record for row in new if row.record != row.id})
    ids = {row.id for row in new}
    by = table.c.id // (1 << NUMBER_BITS)
    several: list[int] = []
    for some in portions(updated):
        of = select(table.c.record).where(table.c.record.in_(some), table.c.record != table.c.id)
        several += connection.scalars(of.group_by(table.c.record).having(func.min(by) != func.max(by)))
    told = history(connection, several)
    return [
        record
        for record, entries in told.items()
        if entries[0].kind in BY_NUMBER
        and any(ids & {each.held.id, each.gave_way.id} for each in at_odds(connection, entries))
    ]


def _forgotten(connection: Connection, row: Row) -> list[tuple[int, int, int, int]]:
    """Return (record, feed, how far the feed goes, when) of an entry that erases somebody."""
    if row.kind not in (VISITOR.number, ANIMATOR.number) or fields_of(row.changes).get(ERASED) != ():
        return []
    seen = tables.visible
    feeds = [NETWORK]
    if row.kind == VISITOR.number:
        feeds = list(connection.scalars(select(seen.c.antenna).where(seen.c.visitor == row.record)))
    last = select(func.max(tables.feed.c.position))
    ends = {feed: connection.scalar(last.where(tables.feed.c.feed == feed)) or 0 for feed in feeds}
    return [(row.record, feed, end, row.written_at) for feed, end in ends.items()]


def _alike(store: Store, people: Iterable[int]) -> set[tuple[int, int]]:
    """Return the pairs of ``people`` with somebody of another antenna who may be the same person."""
    table, pairs = tables.visitor, set()
    homes = {row.device: row.antenna for row in store.all(select(tables.credential))}
    named = select(table).where(table.c.id.in_(list(people)), table.c.deleted.is_not(True))
    for row in store.all(named.where(or_(table.c.given_name.is_not(None), table.c.phone.is_not(None)))):
        for each in possible(store, described(row), besides=row.id):
            if homes.get(device_of(row.id)) != homes.get(device_of(each.visitor)):
                pairs.add((min(row.id, each.visitor), max(row.id, each.visitor)))
    return pairs


def _keep(store: Store, several: Iterable[tuple[str, int, int]]) -> None:
    """Note what was found; what was settled and differs again is open again."""
    for form, record, other in several:
        same = (found.c.form == form, found.c.record == record, found.c.other == other)
        if not store.write_local(found.update().where(*same).values(settled_at=None)):
            said = (literal(form), literal(record), literal(other), literal(store.now()))
            new = select(*said).where(~exists().where(*same))
            store.write_local(insert(found).from_select(["form", "record", "other", "found_at"], new))
