"""What waits for somebody at headquarters, as each account may see it: assembled for one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kiosque.actions.history import about_somebody_apart
from kiosque.actions.inputs import alive
from kiosque.actions.network import leaving, requests
from kiosque.actions.network.leaving import Ending, Left, Staff
from kiosque.actions.network.requests import Asked as Demand
from kiosque.actions.opening.decisions import Held, in_doubt
from kiosque.actions.visitors.duplicates import torn
from kiosque.actions.visitors.links import links_around
from kiosque.central import purging, watching
from kiosque.central.accounts import Account
from kiosque.central.purging import Purged
from kiosque.central.rights import Right, employs, may, scope
from kiosque.central.watching import ALIKE, ODDS
from kiosque.db import records as tables
from kiosque.db.journal import portions
from kiosque.db.store import Store
from kiosque.db.watch_tables import found
from kiosque.domain.french import local
from kiosque.domain.persons import decided, full_name
from kiosque.domain.records import BY_NUMBER
from kiosque.journal.entry import Value, device_of
from kiosque.reports import watch
from kiosque.reports.antennas import Antenna, antennas
from kiosque.reports.devices import Waiting, waiting
from kiosque.reports.floors import Floor
from kiosque.reports.watch import Erasure

MOST = 50
"""Of each sort: who has settled as many finds the next ones."""

SOON = 10
"""Days left in which to answer a request: it is time."""

NOTHING_WAITS = Waiting(0, 0)
NOTHING_GONE = Purged()


@dataclass(frozen=True, slots=True)
class Differing:
    """A field by name, the value that is kept, and the other that was said."""

    field: str
    value: Value
    other: Value


@dataclass(frozen=True, slots=True)
class Twofold:
    """A record of which two devices said otherwise, and its fields; where it belongs, as far as is known."""

    record: int
    kind: str
    antenna: int
    at: int
    odds: tuple[Differing, ...]


@dataclass(frozen=True, slots=True)
class Somebody:
    """One of two who may be one person."""

    visitor: int
    name: str
    antenna: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who may be one person, known at two antennas."""

    one: Somebody
    other: Somebody
    torn: bool = False
    """It was said that they are two, and others to whom both were joined make them one."""


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """All that waits. What an account may not see is empty for it. ``left``: entries that were not gone through yet."""

    places: dict[int, Antenna]
    silent: tuple[Antenna, ...] = ()
    low: tuple[Floor, ...] = ()
    doubtful: tuple[Held, ...] = ()
    twofold: tuple[Twofold, ...] = ()
    pairs: tuple[Pair, ...] = ()
    erasures: tuple[Erasure, ...] = ()
    gone: tuple[Left, ...] = ()
    demands: tuple[Demand, ...] = ()
    devices: Waiting = NOTHING_WAITS
    left: int = 0
    purged: Purged = NOTHING_GONE
    ending: tuple[Ending, ...] = ()

    @property
    def count(self) -> int:
        """How many things wait."""
        several = (
            *(self.silent, self.low, self.doubtful, self.twofold),
            *(self.pairs, self.erasures, self.gone, self.demands, self.ending),
        )
        return sum(map(len, several)) + self.devices.copies + self.devices.refused


def to_look_at(store: Store, account: Account) -> ToLookAt:
    """Return what waits for an account."""
    behind = watching.catch_up(store, watching.A_MOMENT)
    now, only = store.now(), scope(account)
    today = local(now).date()
    corrects, names, protects = (may(account, each) for each in (Right.CORRECT, Right.NAMES, Right.REQUESTS))
    staff = leaving.staff(store) if protects or may(account, Right.PLAN) else Staff((), {})
    with store.reading() as connection:
        places = {each.id: each for each in antennas(connection)}
        silent, low = watch.silent(places.values(), now, only), watch.low(connection, today, only)
        erasures = watch.erasures(connection) if protects else ()
        devices = waiting(connection) if may(account, Right.DEVICES) else NOTHING_WAITS
    return ToLookAt(
        places,
        silent,
        low,
        in_doubt(store, only, MOST) if corrects else (),
        twofold(store, only)[:MOST] if corrects else (),
        pairs(store)[:MOST] if names else (),
        erasures,
        _due(leaving.left(store, staff), today) if protects else (),
        tuple(each for each in requests.waiting(store) if each.left(today) <= SOON) if protects and names else (),
        devices,
        watching.left(store) if behind else 0,
        purging.last_month(store) if protects else NOTHING_GONE,
        _ending(store, account, staff) if may(account, Right.PLAN) else (),
    )


def twofold(store: Store, only: frozenset[int] | None = None) -> tuple[Twofold, ...]:
    """Return the records of which two devices said otherwise and nobody has said the last word, the latest first."""
    several = []
    for record, _ in _found(store, ODDS):
        entries = store.history(record)
        kind = BY_NUMBER.get(entries[0].kind) if entries else None
        if kind is None:
            continue
        with store.reading() as connection:
            apart = watching.at_odds(connection, entries)
        where = antenna_of(store, record)
        if apart and (only is None or where in only) and not about_somebody_apart(store, record):
            at = max(each.held.written_at for each in apart)
            names = {field.number: field.name for field in kind.fields}
            said = tuple(Differing(names[each.field], each.value, each.other) for each in apart)
            several.append(Twofold(record, kind.name, where, at, said))
    return tuple(several)


def pairs(store: Store) -> tuple[Pair, ...]:
    """Return those who may be one person, and of whom nothing was decided, or what cannot hold together."""
    both = (Pair(*two, torn=True) for pair in torn(store) if (two := _two(store, *pair)))
    several = list(both)
    for one, other in _found(store, ALIKE):
        links = links_around(store.all, (one, other))
        two = _two(store, one, other)
        if decided(one, other, links) is None and two:
            several.append(Pair(*two))
    return tuple(several)


def antenna_of(store: Store, record: int) -> int:
    """Return the antenna of the device that made a record; 0 for headquarters'."""
    return antennas_of(store, (record,))[record]


def antennas_of(store: Store, records: Sequence[int]) -> dict[int, int]:
    """Return the antenna of the device that made each of some records; 0 for headquarters'."""
    table, devices = tables.credential, sorted({device_of(record) for record in records})
    asked = (select(table.c.device, table.c.antenna).where(table.c.device.in_(some)) for some in portions(devices))
    homes = {row.device: int(row.antenna) for query in asked for row in store.all(query)}
    return {record: homes.get(device_of(record), 0) for record in records}


def _ending(store: Store, account: Account, staff: Staff) -> tuple[Ending, ...]:
    """Return whose engagement ends soon, of those of whom an account says when they leave."""
    several = leaving.ending(store, known=staff)
    return tuple(each for each in several if employs(account, each.antenna, each.association))[:MOST]


def _found(store: Store, form: str) -> list[tuple[int, int]]:
    query = select(found.c.record, found.c.other).where(found.c.form == form, found.c.settled_at.is_(None))
    return [(row.record, row.other) for row in store.all(query.order_by(found.c.id.desc()).limit(4 * MOST))]


def _two(store: Store, one: int, other: int) -> tuple[Somebody, Somebody] | None:
    first, second = _somebody(store, one), _somebody(store, other)
    return (first, second) if first and second else None


def _somebody(store: Store, visitor: int) -> Somebody | None:
    table = tables.visitor
    here = (table.c.id == visitor, alive(table), table.c.erased.is_distinct_from(""))
    row = store.first(select(table).where(*here))
    if row is None:
        return None
    return Somebody(visitor, full_name(row.given_name, row.family_name), antenna_of(store, visitor))


def _due(everybody: tuple[Left, ...], today: date) -> tuple[Left, ...]:
    return tuple(each for each in everybody if each.due <= today)
