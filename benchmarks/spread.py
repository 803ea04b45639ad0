"""A central's rows made as many as asked, by the server itself: networks like the one that is there, over many months.

    python -m benchmarks.spread FOLDER --from CENTRAL --interventions 10000000

What grows is what grows in life: the months of each network, up to eight years of them, and the networks, each with its
own antennas, animators, PCs and people. People are others each year. Rows are written in the order of their months, as
devices bring them. The journal is laid down for who comes new only (twelve entries an intervention would be 120 million
at ten million): pages read a journal by its record, or its last entry.

FOLDER keeps the server's files and the central's: it is grown once, and measured as often as wanted.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, select, text

from kiosque.db import alone_key, folder, marks, moving, search_key
from kiosque.db import records as tables
from kiosque.db.alone_key import NAMED
from kiosque.db.came import keep_people
from kiosque.db.database import Database, driver_of
from kiosque.db.records import TABLES, columns_of, entry, intervention
from kiosque.db.store import Store
from kiosque.domain import communes
from kiosque.domain.kinds import Field, Kind, Type
from kiosque.domain.records import VISITOR
from kiosque.journal.entry import MAX_NUMBER, NUMBER_BITS, device_of
from kiosque.reports.by_code import keep_lacking
from kiosque.reports.daily import keep_up
from tests.postgresql import Server

FOUR_WEEKS = 28 * 86_400
MOST_MONTHS = 100
"""Eight years of four weeks; then other networks."""

A_YEAR = 13
"""Months after which people are others."""

ONCE = {"antenna", "animator", "desk", "equipment", "hours", "device", "survey", "stop"}
"""Kinds of which each network has its own, whatever the month."""

YEARLY = {"visitor", "household", "link"}
EVERYBODYS = {
    "partner",
    "programme",
    "objective",
    "code",
    "cost",
    "training",
    "request",
    "support",
    "key",
    "engagement",
}
"""Kinds of which there is one list, however many networks."""

_STAYS, _ONCE, _YEARLY, _MONTHLY = range(4)
_OFFSETS = ("0", "{base}", "{base} + :year", "{base} + :month")
_BASE = "((:first + copy * :pcs)::bigint << 32)"
_NAMING = {"card", "family_name", "phone", "email"}


@dataclass(frozen=True)
class Size:
    """How many networks like the one that is there, and how many months of each."""

    networks: int
    months: int

    @classmethod
    def of(cls, interventions: int, there: int) -> Size:
        """Return the size that makes so many interventions, where a month of one network has ``there``."""
        copies = max(1, -(-(interventions - there) // there))
        months = min(copies, MOST_MONTHS)
        return cls(-(-copies // months), months)


class Plan:
    """What is copied: the numbers of the devices, and which list each record is of."""

    def __init__(self, connection: Connection, size: Size) -> None:
        self.size = size
        names = {kind.number: kind.name for kind in TABLES}
        created = connection.execute(select(entry.c.id, entry.c.kind).where(entry.c.id == entry.c.record)).all()
        self._lists = {identifier: _list_of(names.get(kind, "")) for identifier, kind in created}
        devices = sorted({device_of(identifier) for identifier in self._lists})
        self.places = {device: place for place, device in enumerate(devices)}
        self.first = _free(devices, len(devices) * (size.networks + 1))
        self.last = self.first + len(devices) * (size.networks + 1)
        self.step = 1 << max(identifier & MAX_NUMBER for identifier in self._lists).bit_length()

    def packed(self, identifier: int) -> int:
        """Return an id in which the device's place stands for its number."""
        if self.list_of(identifier) == _STAYS:
            return identifier
        return self.places[identifier >> NUMBER_BITS] << NUMBER_BITS | identifier & MAX_NUMBER

    def list_of(self, identifier: int) -> int:
        """Return which list a record is of."""
        return self._lists.get(identifier, _STAYS)

    def bound(self, month: int) -> dict[str, int]:
        """Return what a month's statements are run with."""
        return {
            "first": self.first,
            "pcs": len(self.places),
            "month": month * self.step,
            "year": (month - month % A_YEAR) * self.step,
            "before": month * FOUR_WEEKS,
            "span": self.size.months * FOUR_WEEKS,
            "which": month // A_YEAR,
            "networks": self.size.networks,
        }


def _free(taken: Sequence[int], several: int) -> int:
    """Return the first of so many numbers in a row that no device has."""
    bounds = [1, *taken, 1 << 21]
    return next(low + 1 for low, high in pairwise(bounds) if high - low > several + 1)


def _list_of(kind: str) -> int:
    if kind in EVERYBODYS:
        return _STAYS
    return _ONCE if kind in ONCE else _YEARLY if kind in YEARLY else _MONTHLY


def grow(database: Database, interventions: int) -> Size:
    """Add networks until there are so many interventions; their days and keys are to be made afterwards."""
    with database.writing() as connection:
        there = connection.scalar(select(func.count()).select_from(intervention)) or 0
        size = Size.of(interventions, there)
        plan = Plan(connection, size)
        connection.execute(text("SET session_replication_role = replica"))
        connection.exec_driver_sql(_SURNAMES)
        copied = [kind for kind in TABLES if kind.name not in EVERYBODYS and _stage(connection, kind, plan)]
        _stage_others(connection, plan)
        indexes = _without_indexes(connection)
        for month in reversed(range(size.months)):
            for kind in copied:
                if _list_of(kind.name) == _MONTHLY or _begins(kind, month):
                    _copy(connection, kind, plan, month)
            if month % A_YEAR == 0:
                connection.execute(text(_VISIBLE), _only(_VISIBLE, plan.bound(month)))
                connection.execute(text(_ENTRIES), _only(_ENTRIES, plan.bound(month)))
        for statement in _PCS:
            connection.execute(text(statement), _only(statement, plan.bound(0)))
        _name_antennas(connection, plan)
        for definition in indexes:
            connection.exec_driver_sql(definition)
        connection.execute(text("SET session_replication_role = origin"))
        connection.exec_driver_sql("DELETE FROM kept")
    return size


def _begins(kind: Kind, month: int) -> bool:
    return month == 0 if _list_of(kind.name) == _ONCE else month % A_YEAR == 0


# ----- what is copied, with the places of devices for their numbers ---------------------------------------------------


def _stage(connection: Connection, kind: Kind, plan: Plan) -> bool:
    """Lay the rows that are there beside, as they are copied from; return whether there are any."""
    table = TABLES[kind]
    rows = [row._asdict() for row in connection.execute(select(table))]
    many = [field.name for field in kind.all_fields if field.type is Type.REFS and field.name != "erased"]
    _lay(connection, table, [_packed(kind, row, plan) for row in rows], many)
    return bool(rows)


def _packed(kind: Kind, row: dict[str, Any], plan: Plan) -> dict[str, Any]:
    made = row | {"id": plan.packed(row["id"])}
    for field in kind.all_fields:
        value = row.get(field.name)
        if field.type is Type.REF and value is not None:
            made[field.name] = plan.packed(value)
        elif field.type is Type.REFS and field.name != "erased" and value is not None:
            made[field.name] = [plan.packed(int(each)) for each in value.split()]
    return made


_TO = {
    "antenna": "antenna",
    "animator": "animator",
    "animators": "animator",
    "visitor": "visitor",
    "visitors": "visitor",
    "one": "visitor",
    "other": "visitor",
    "answered_by": "visitor",
    "household": "household",
    "programme": "programme",
    "desk": "desk",
    "equipment": "equipment",
    "partner": "partner",
}
"""What kind of record a field refers to; any other is of a month."""


def _copy(connection: Connection, kind: Kind, plan: Plan, month: int) -> None:
    table = TABLES[kind]
    said = {"id": _moved("id", _list_of(kind.name))} | {
        column.name: expression
        for field in kind.all_fields
        for column, expression in zip(columns_of(field), _values(kind, field), strict=True)
    }
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    values = ", ".join(said[column.name] for column in table.columns)
    statement = (
        f'INSERT INTO "{kind.name}" ({names}) SELECT {values} '  # noqa: S608 - our own names
        f'FROM generate_series(1, :networks) AS copy, "of_{kind.name}" ORDER BY copy, id'
    )
    connection.execute(text(statement), _only(statement, plan.bound(month)))


def _only(statement: str, bound: dict[str, int]) -> dict[str, int]:
    return {name: value for name, value in bound.items() if f":{name}" in statement}


def _values(kind: Kind, field: Field) -> Iterator[str]:
    of = _list_of(_TO.get(field.name, "permanence"))
    for column in columns_of(field):
        name = f'"{column.name}"'
        if field.type is Type.REF:
            yield _moved(column.name, of)
        elif field.type is Type.REFS and field.name != "erased":
            moved = _OFFSETS[of].format(base=_BASE)
            yield f"array_to_string(ARRAY(SELECT each + {moved} FROM unnest({name}) each), ' ')"  # noqa: S608
        elif field.type in {Type.TIME, Type.INTERVAL}:
            yield f"{name} - :span" if _list_of(kind.name) == _ONCE and kind.name != "stop" else f"{name} - :before"
        elif kind.name == "visitor" and field.name in _NAMING:
            yield _CALLED[field.name]
        elif kind in NAMED and field.name in _STANDING:
            yield _STANDING[field.name]
        elif field.name == "card":
            yield f"md5({name} || copy || '.' || :which)"
        else:
            yield name


_CALLED = {
    "family_name": "pg_temp.drawn_surname(family_name || id || '.' || copy || '.' || :which)",
    "card": "md5(card || copy || '.' || :which)",
    "phone": "'0' || lpad((('x' || substr(md5(phone || copy || '.' || :which), 1, 7))::bit(28)::int)::text, 9, '6')",
    "email": "substr(md5(email || copy || '.' || :which), 1, 9) || email",
}


_WHO = "name || copy || '.' || :which"
_STANDING = {
    "name": f"regexp_replace(name, ' [^ ]+$', '') || ' ' || pg_temp.drawn_surname({_WHO})",
    "phone": f"""CASE WHEN pg_temp.drawn({_WHO}, 9) % 3 = 0
        THEN '06' || lpad((pg_temp.drawn({_WHO}, 5) % 100000000)::text, 8, '0') END""",
}
"""Of names that stand alone: the same person all through a year, and of every third the number is said."""


def _moved(name: str, of: int) -> str:
    return f'"{name}"' if of == _STAYS else f'"{name}" + {_OFFSETS[of].format(base=_BASE)}'


_SURNAMES = """
    CREATE FUNCTION pg_temp.drawn(said text, digit int) RETURNS int LANGUAGE sql IMMUTABLE AS
        $$ SELECT ('x' || substr(md5(said), digit, 7))::bit(28)::int $$;
    CREATE FUNCTION pg_temp.syllable(said text, digit int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT substr('bdfglmnprstvcj', 1 + pg_temp.drawn(said, digit) %% 14, 1)
            || (ARRAY['a','e','i','o','u','an','on','ar','ier','ou'])[1 + pg_temp.drawn(said, digit + 8) %% 10] $$;
    CREATE FUNCTION pg_temp.drawn_surname(said text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
    DECLARE rank text := (100000 * pow(pg_temp.drawn(said, 1) / 268435456.0, 2))::int::text;
    BEGIN
        RETURN initcap(pg_temp.syllable(rank, 1) || pg_temp.syllable(rank, 3) || pg_temp.syllable(rank, 5));
    END $$;
"""
"""A surname of a hundred thousand; the commonest is borne by three in a thousand."""

_VISIBLE = f"""
    INSERT INTO visible (visitor, antenna)
    SELECT visitor + {_BASE} + :year, antenna + {_BASE}
    FROM generate_series(1, :networks) AS copy, of_visible
"""  # noqa: S608 - our own names

_ENTRIES = f"""
    INSERT INTO entry (id, clock, base, written_at, author, kind, record, changes, personal, digest)
    SELECT id + {_BASE} + :year, clock, base, written_at - :before, author, kind, record + {_BASE} + :year,
        changes, personal, sha256(digest)
    FROM generate_series(1, :networks) AS copy, of_entry
"""  # noqa: S608 - our own names


def _stage_others(connection: Connection, plan: Plan) -> None:
    """Lay beside what comes of no journal, and the entries that say who is new: a look for doubles reads those."""
    new = select(entry).where(entry.c.kind == VISITOR.number, entry.c.record == entry.c.id)
    people = [row._asdict() for row in connection.execute(new)]
    _lay(connection, entry, [row | {name: plan.packed(row["id"]) for name in ("id", "record")} for row in people])
    seen = [row._asdict() for row in connection.execute(select(tables.visible))]
    _lay(connection, tables.visible, [{name: plan.packed(value) for name, value in row.items()} for row in seen])
    for table in (tables.credential, tables.receipt):
        held = [row._asdict() for row in connection.execute(select(table))]
        places = [row | {"device": plan.places[row["device"]]} for row in held if row["device"] in plan.places]
        if table is tables.credential:
            places = [row | {"antenna": plan.packed(row["antenna"])} for row in places]
        _lay(connection, table, places)


def _lay(connection: Connection, table: Table, rows: list[dict[str, Any]], many: Sequence[str] = ()) -> None:
    made = f'CREATE TEMP TABLE "of_{table.name}" AS SELECT * FROM "{table.name}" WHERE false'  # noqa: S608 - our own names
    connection.exec_driver_sql(made)
    for name in many:
        connection.exec_driver_sql(f'ALTER TABLE "of_{table.name}" ALTER COLUMN "{name}" TYPE bigint[] USING NULL')
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    with driver_of(connection).cursor() as cursor, cursor.copy(f'COPY "of_{table.name}" ({names}) FROM STDIN') as to:
        for row in rows:
            to.write_row([row[column.name] for column in table.columns])


# ----- what is not in the journal --------------------------------------------------------------------------------


def _without_indexes(connection: Connection) -> list[str]:
    """Drop the indexes of the tables that grow, but for their keys; return how they are made again."""
    query = text(
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename = ANY(:names) "
        "AND indexname NOT IN (SELECT conname FROM pg_constraint)"
    )
    found = connection.execute(query, {"names": [kind.name for kind in TABLES] + ["entry"]}).all()
    for row in found:
        connection.exec_driver_sql(f'DROP INDEX "{row.indexname}"')
    return [row.indexdef for row in found]


_PCS = (
    f"""
    INSERT INTO credential (device, antenna, secret, public, key, recovery, created_at, revoked_at, accepted)
    SELECT device + :first + copy * :pcs, antenna + {_BASE}, secret, sha256((device || '.' || copy)::bytea), key,
        recovery, created_at - :span, revoked_at, accepted
    FROM generate_series(1, :networks) AS copy, of_credential
    """,  # noqa: S608 - our own names
    """
    INSERT INTO receipt (device, number, received_at, in_doubt, network, antenna, signed, signature)
    SELECT device + :first + copy * :pcs, number, received_at - :before, in_doubt, network, antenna, signed, signature
    FROM generate_series(1, :networks) AS copy, of_receipt
    """,
    # A central in use has gone through what it received.
    """
    INSERT INTO looked_through (device, number)
    SELECT id >> 32, max(id & 4294967295) FROM entry GROUP BY id >> 32 ON CONFLICT DO NOTHING
    """,
)


def _name_antennas(connection: Connection, plan: Plan) -> None:
    """Let each antenna be another commune's, those around first, and bear its name; a second one its number."""
    there = select(tables.antenna).order_by(tables.antenna.c.id)
    rows = connection.execute(
        there.where(tables.antenna.c.id.between(plan.first << NUMBER_BITS, plan.last << NUMBER_BITS))
    ).all()
    near = sorted(communes.everywhere(), key=lambda each: abs(each.latitude - 44.3) + abs(each.longitude - 5.3))
    for number, row in enumerate(rows):
        turn, place = divmod(number, len(near))
        called = f"{near[place].name} {turn + 1}" if turn else near[place].name
        said = {"name": called, "code": f"N{number:05}", "commune": near[place].insee, "position": None}
        connection.execute(tables.antenna.update().where(tables.antenna.c.id == row.id).values(**said))


class Kept(Server):
    """A server whose files stay in a folder, grown or not."""

    def __init__(self, at: Path) -> None:
        super().__init__(SETTINGS)
        self._at = at

    @cached_property
    def folder(self) -> Path:
        """Where its files are."""
        at = self._at / "server"
        if not at.exists():
            at.mkdir(parents=True)
            if self.user:
                shutil.chown(at, self.user)
        return at

    def start(self) -> None:
        """Start it. Another one that serves the same files would answer in its place: that is a mistake."""
        if (self.folder / ".s.PGSQL.5432").exists():
            raise SystemExit(f"somebody serves {self.folder}")
        super().start()

    def stop(self) -> None:
        """End it, and leave its files."""
        if self._running:
            self._running.send_signal(signal.SIGINT)
            self._running.wait(PATIENCE)
            self._running = None


SETTINGS = {
    "shared_buffers": "1GB",
    "work_mem": "32MB",
    "maintenance_work_mem": "512MB",
    "max_wal_size": "4GB",
    "effective_cache_size": "4GB",
}
"""Beside those of the tests: of a machine of 2 cores and 8 GB."""

PATIENCE = 600
"""Seconds in which it writes what it holds."""


def kept(at: Path, source: Path, interventions: int) -> Kept:
    """Return the server in the folder ``at``, running; grown from the central at ``source`` if it is not there yet."""
    server, there = Kept(at), (at / "central").exists()
    server.start()
    if not there:
        beside = at / "growing"
        shutil.rmtree(beside, ignore_errors=True)
        moving.to_server(Path(shutil.copytree(source, beside)), server.address(server.make()))
        with closing(folder.open_central(beside)) as store:
            begun = time.perf_counter()
            size = grow(store.database, interventions)
            grown = time.perf_counter()
            counting = settle(store)
            search_key.ready(store.database)
            while alone_key.keep_up(store.database):
                pass
            print(
                f"{size.networks + 1} networks, {size.months} months, in {grown - begun:.0f} s; days counted in "
                f"{counting:.0f} s; people's keys in {time.perf_counter() - grown - counting:.0f} s",
                flush=True,
            )
        beside.rename(at / "central")
    return server


def settle(store: Store) -> float:
    """Let every day be counted and kept, and who came; return the seconds."""
    start = time.perf_counter()
    marks.ready(store.database)
    if not (keep_up(store.database) or keep_people(store.database) or keep_lacking(store.database)):
        return 0.0
    while keep_people(store.database) or keep_up(store.database) or keep_lacking(store.database):
        pass
    with store.database.writer.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM ANALYZE")
    return time.perf_counter() - start


def main() -> None:
    """Grow it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--from", dest="source", type=Path, required=True, help="the folder of a demonstrated central")
    parser.add_argument("--interventions", type=int, default=10_000_000)
    asked = parser.parse_args()
    kept(asked.folder, asked.source, asked.interventions).stop()


if __name__ == "__main__":
    main()
