"""A central's journal made as large as asked: its devices' journals again and again, under other numbers.

Each copy is of earlier months, with weeks kept whole. Its chains are computed anew: ``kiosque doctor`` follows them.
Its people and cards are other people's. It stands in the journal and in the tables, and in no feed: pages read none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Table, func, select, text

from kiosque.db.database import Database, driver_of
from kiosque.db.records import TABLES, columns_of, entry, intervention
from kiosque.db.rows import pack, to_entry
from kiosque.domain.kinds import Kind, Type
from kiosque.domain.records import BY_NUMBER
from kiosque.journal.chain import START, Head, canonical, follow
from kiosque.journal.entry import MAX_NUMBER, NUMBER_BITS, Entry, Fields, Value

FOUR_WEEKS = 28 * 86_400
MONTHS = 120
"""Ten years of four weeks; then from the last one on again: more PCs at each antenna."""

FIRST_NUMBER = 10_000
"""Of the copies' devices; a number that a real device has is passed over."""

Change = Callable[[Any], Any]


@dataclass(frozen=True)
class Copy:
    """One copy: the device that stands for each that is copied, and the seconds that it lies before."""

    number: int
    devices: dict[int, int]
    before: int

    def ref(self, identifier: int) -> int:
        """Return the id that stands for ``identifier``."""
        device = self.devices.get(identifier >> NUMBER_BITS)
        return identifier if device is None else device << NUMBER_BITS | identifier & MAX_NUMBER

    def of(self, kind: Type, name: str, value: Value) -> Value:
        """Return what stands for a field's value."""
        if value is None:
            return None
        if kind is Type.REF and isinstance(value, int):
            return self.ref(value)
        if kind is Type.REFS and isinstance(value, tuple):
            return tuple(self.ref(each) if isinstance(each, int) else each for each in value)
        if kind is Type.TIME and isinstance(value, int):
            return value - self.before
        if kind is Type.INTERVAL and isinstance(value, tuple):
            return tuple(each - self.before if isinstance(each, int) else each for each in value)
        return self.called(name, value) if name in _NAMING and isinstance(value, str) else value

    def called(self, name: str, value: str) -> str:
        """Return what stands for what names somebody: were it the same, everybody would be somebody's double."""
        if not value:
            return value
        drawn = blake2b(f"{self.number} {value}".encode(), digest_size=6).digest()
        if name == "family_name":
            return "".join(_SYLLABLES[byte % len(_SYLLABLES)] for byte in drawn[:4]).capitalize()
        return f"0{int.from_bytes(drawn, 'big') % 10**9:09}" if name == "phone" else f"{drawn.hex()}{value}"


_NAMING = {"card", "family_name", "phone", "email"}
_SYLLABLES = [first + then for first in "bdfglmnprstv" for then in ("a", "e", "i", "o", "u", "an", "on")]
_MOVING = {Type.REF, Type.REFS, Type.TIME, Type.INTERVAL}


class Source:
    """What is copied: the journals of a central's devices, and the rows that come of them."""

    def __init__(self, connection: Connection, own: int) -> None:
        """Read all of it; ``own`` is the central's, and stays alone."""
        query = select(entry).where(entry.c.id >= (1 << NUMBER_BITS)).order_by(entry.c.id)
        said = [to_entry(row) for row in connection.execute(query)]
        centrals = {each.device for each in said if each.device == own}
        self.entries = [each for each in said if each.device not in centrals]
        self.devices = sorted({each.device for each in self.entries})
        self.interventions = 0
        self.rows: dict[Kind, list[tuple[Any, ...]]] = {}
        mine = set(self.devices)
        for kind, table in TABLES.items():
            rows = connection.execute(select(table)).all()
            self.rows[kind] = [tuple(row) for row in rows if row[0] >> NUMBER_BITS in mine]
            if table is intervention:
                self.interventions = len(self.rows[kind])
        self._fields = {
            number: {field.number: field for field in kind.all_fields if field.type in _MOVING or field.name in _NAMING}
            for number, kind in BY_NUMBER.items()
        }

    def copies(self, interventions: int, taken: set[int]) -> Iterator[Copy]:
        """Give as many copies as make so many interventions."""
        number = FIRST_NUMBER
        for place in range(1, -(-interventions // self.interventions)):
            devices = {}
            for device in self.devices:
                while number in taken:
                    number += 1
                devices[device], number = number, number + 1
            yield Copy(place, devices, FOUR_WEEKS * (place % MONTHS))

    def entries_of(self, copy: Copy) -> Iterator[tuple[Any, ...]]:
        """Give the rows of the journal of a copy, its chains followed from their start."""
        heads: dict[int, Head] = {}
        for each in self.entries:
            device = copy.devices[each.device]
            moved = each._replace(
                device=device,
                record=copy.ref(each.record),
                written_at=each.written_at - copy.before,
                changes=self._moved(copy, each, each.changes),
                personal=self._moved(copy, each, each.personal),
            )
            head = heads[device] = follow(heads.get(device, START), moved)
            yield pack(moved, canonical(moved.changes), canonical(moved.personal), head.digest)

    def _moved(self, copy: Copy, each: Entry, fields: Fields) -> Fields:
        known = self._fields.get(each.kind, {})
        return {
            number: copy.of(known[number].type, known[number].name, value) if number in known else value
            for number, value in fields.items()
        }

    def rows_of(self, kind: Kind, copy: Copy) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a kind of a copy."""
        changes = _changes(kind, copy)
        for row in self.rows[kind]:
            yield tuple(
                value if change is None or value is None else change(value)
                for change, value in zip(changes, row, strict=True)
            )


def _changes(kind: Kind, copy: Copy) -> Sequence[Change | None]:
    changes: list[Change | None] = [copy.ref]
    for field in kind.all_fields:
        change: Change | None = None
        if field.type is Type.REF:
            change = copy.ref
        elif field.type is Type.REFS:
            change = lambda several: " ".join(str(copy.ref(int(each))) for each in several.split())  # noqa: E731
        elif field.type in {Type.TIME, Type.INTERVAL}:
            change = lambda at: at - copy.before  # noqa: E731
        elif field.name in _NAMING:
            change = partial(copy.called, field.name)
        changes += [change] * len(columns_of(field))
    return changes


def grow(database: Database, own: int, interventions: int) -> int:
    """Copy until there are so many interventions; return how many entries that added. By COPY, on a server."""
    with database.reading() as connection:
        source = Source(connection, own)
        taken = {*source.devices, own}
    added = 0
    with database.writing() as connection:
        driver = driver_of(connection)
        # Marks of ten years of days: they are made at once afterwards.
        connection.execute(text("SET session_replication_role = replica"))
        for copy in source.copies(interventions, taken):
            _copy_in(driver, entry, source.entries_of(copy))
            for kind, table in TABLES.items():
                if source.rows[kind]:
                    _copy_in(driver, table, source.rows_of(kind, copy))
            added += len(source.entries)
        connection.execute(text("SET session_replication_role = origin"))
        connection.exec_driver_sql("DELETE FROM kept")
    return added


def _copy_in(driver: Any, table: Table, rows: Iterator[tuple[Any, ...]]) -> None:  # noqa: ANN401 - the driver's
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row)


def count(connection: Connection) -> int:
    """Return how many interventions there are."""
    return connection.scalar(select(func.count()).select_from(intervention)) or 0
