"""The key of names that stand alone (a registration, a booking, a wish): those that may be somebody's, among all.

Triggers keep it in the transaction of whatever writes or erases. In a file they make the key of a name themselves; on a
server, where they cannot call us, they take the old one away, and a thread of the central makes the new one
(``keep_up``). Until then that name is compared with everybody's: nothing is lost meanwhile.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, TextClause, text

from kiosque.db.database import Database, driver_of
from kiosque.domain.kin import RULES, keys_of, word_of
from kiosque.domain.records import BOOKING, REGISTRATION, WISH

TABLE = f"alone_key_{RULES}"

NAMED = (REGISTRATION, BOOKING, WISH)
"""The kinds that hold a name and a number without a reference, of whoever gave them by telephone or at the counter."""

AT_A_TIME = 300
"""Names whose keys one transaction makes: a quarter of a second, in which nobody else writes."""

_SAID = "({row}.name IS NOT NULL OR {row}.phone IS NOT NULL)"


@dataclass(frozen=True, slots=True)
class Near:
    """The keys of somebody: a name near theirs has one of ``given`` and one of ``family``, or that of their number."""

    given: frozenset[int] = frozenset()
    family: frozenset[int] = frozenset()
    number: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        """Whether anybody can be near."""
        return bool(self.number or (self.given and self.family))


class Bearing(NamedTuple):
    """A name and a number, empty where they are not said, and the records of one kind that bear them."""

    kind: str
    name: str
    phone: str
    records: tuple[int, ...]


def ready(database: Database) -> None:
    """Make the key, unless it is there; on a server, all its names are still to be looked at."""
    with database.reading() as connection:
        in_a_file = connection.dialect.name == "sqlite"
        if _there_in_a_file(connection) if in_a_file else _there_on_a_server(connection):
            return
    with database.writing() as connection:
        for statement in _made_in_a_file(connection) if in_a_file else _made_on_a_server(connection):
            connection.exec_driver_sql(statement)


def keep_up(database: Database, most: int = AT_A_TIME) -> bool:
    """Make the keys of at most so many names that have none; return whether there were any."""
    ready(database)
    with database.reading() as connection:
        if connection.dialect.name == "sqlite" or connection.execute(_STALE, {"most": 1}).first() is None:
            return False
    with database.writing() as connection:
        waiting = connection.execute(_STALE, {"most": most}).all()
        driver_of(connection).executemany(_KEEP, [_made(row.name, row.phone, row.id) for row in waiting])
    return True


def near(connection: Connection, asked: Near, most: int) -> list[Bearing]:
    """Return the names that may be near ``asked``, each with the records that bear it.

    Of at most ``most`` records: who needs all of them asks for one more than that.
    """
    found = _found_in_a_file if connection.dialect.name == "sqlite" else _found_on_a_server
    rows = connection.execute(found(asked).bindparams(most=most))
    return [Bearing(row.kind, row.name or "", row.phone or "", _ids(row.records)) for row in rows]


def _ids(records: str) -> tuple[int, ...]:
    return tuple(map(int, records.split(",")))


# ----- in a file ------------------------------------------------------------------------------------------------------


def _found_in_a_file(asked: Near) -> TextClause:
    def any_of(keys: frozenset[int]) -> str:
        words = " OR ".join(f'"{word_of(key)}"' for key in sorted(keys))
        return f"({words})"

    both = [f"{any_of(asked.given)} AND {any_of(asked.family)}"] if asked.given and asked.family else []
    sought = " OR ".join(f"({each})" for each in [*both, *([any_of(asked.number)] if asked.number else [])])
    return text(_IN_A_FILE).bindparams(sought=sought)


_BEARING = " UNION ALL ".join(
    f"SELECT '{kind.name}' AS kind, name, phone, id FROM {kind.name} WHERE id IN near"  # noqa: S608 - our own names
    for kind in NAMED
)
_IN_A_FILE = f"""
    WITH near AS MATERIALIZED (SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH :sought LIMIT :most)
    SELECT kind, name, phone, group_concat(id) AS records FROM ({_BEARING}) GROUP BY kind, name, phone
"""  # noqa: S608 - as above

_EVENTS = ("added", "changed", "removed")


def _there_in_a_file(connection: Connection) -> bool:
    wanted = {("table", TABLE), *(("trigger", _trigger(kind.name, when)) for kind in NAMED for when in _EVENTS)}
    return wanted == set(_parts(connection))


def _parts(connection: Connection) -> list[tuple[str, str]]:
    """Return what there is of a key, of these rules or of older ones; not the tables that FTS5 keeps beneath."""
    found = connection.exec_driver_sql(
        "SELECT type, name FROM sqlite_master WHERE name LIKE 'alone\\_key\\_%' ESCAPE '\\'"
    )
    return [
        (row.type, row.name)
        for row in found
        if row.type == "trigger" or (row.type == "table" and row.name.removeprefix("alone_key_").isdigit())
    ]


def _trigger(table: str, when: str) -> str:
    return f"{TABLE}_{table}_{when}"


def _made_in_a_file(connection: Connection) -> Iterator[str]:
    yield from [f"DROP {kind} {name}" for kind, name in _parts(connection)]
    yield f"CREATE VIRTUAL TABLE {TABLE} USING fts5(keys, detail = none)"
    # Else FTS5 keeps deleted words until it merges them away.
    yield f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('secure-delete', 1)"  # noqa: S608 - our own names
    for kind in NAMED:
        yield from _watched_in_a_file(kind.name)


def _watched_in_a_file(table: str) -> Iterator[str]:
    def add(row: str) -> str:
        return f"INSERT INTO {TABLE} (rowid, keys) SELECT {row}.id, kin_key({row}.name, {row}.phone)"

    old, new = (_SAID.format(row=row) for row in ("old", "new"))
    remove = f"DELETE FROM {TABLE} WHERE rowid = old.id"  # noqa: S608 - as above
    yield f"{add(table)} FROM {table} WHERE {_SAID.format(row=table)}"
    added, changed, removed = (f"CREATE TRIGGER {_trigger(table, when)} AFTER" for when in _EVENTS)
    yield f"{added} INSERT ON {table} WHEN {new} BEGIN {add('new')}; END"
    differs = "old.name IS NOT new.name OR old.phone IS NOT new.phone"
    yield f"{changed} UPDATE OF name, phone ON {table} WHEN {differs} BEGIN {remove}; {add('new')} WHERE {new}; END"
    yield f"{removed} DELETE ON {table} WHEN {old} BEGIN {remove}; END"


# ----- on a server ----------------------------------------------------------------------------------------------------


def _found_on_a_server(asked: Near) -> TextClause:
    return text(_ON_A_SERVER).bindparams(given=[*asked.given], family=[*asked.family], number=[*asked.number])


_WAITING = " UNION ALL ".join(
    f"SELECT k.kind, t.name, t.phone, k.record FROM {TABLE} k JOIN {kind.name} t ON t.id = k.record "  # noqa: S608 - our own names
    f"WHERE k.key IS NULL AND k.kind = '{kind.name}'"
    for kind in NAMED
)
_ON_A_SERVER = f"""
    WITH near AS (
        SELECT kind, name, phone, record FROM {TABLE}
        WHERE (key && CAST(:given AS int[]) AND key && CAST(:family AS int[])) OR key && CAST(:number AS int[])
        LIMIT :most
    )
    SELECT kind, name, phone, string_agg(record::text, ',') AS records
    FROM (SELECT * FROM near UNION ALL {_WAITING}) AS bearing GROUP BY kind, name, phone
"""  # noqa: S608 - as above
_FIRST = f"SELECT record, kind FROM {TABLE} WHERE key IS NULL ORDER BY record LIMIT :most"  # noqa: S608 - our own names
_NAMES = " UNION ALL ".join(
    f"SELECT id, name, phone FROM {kind.name} WHERE id IN (SELECT record FROM first WHERE kind = '{kind.name}')"  # noqa: S608 - as above
    for kind in NAMED
)
_STALE = text(f"WITH first AS MATERIALIZED ({_FIRST}) {_NAMES}")
_KEEP = f"UPDATE {TABLE} SET name = %s, phone = %s, key = %s::int[] WHERE record = %s"  # noqa: S608 - our own names


def _made(name: str | None, number: str | None, record: int) -> tuple[object, ...]:
    return name, number, list(keys_of(name, number)), record


_THERE = text("SELECT to_regclass(:name) IS NOT NULL")
_OLDER = text("SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ '^alone_key_[0-9]+$'")


def _there_on_a_server(connection: Connection) -> bool:
    return bool(connection.scalar(_THERE, {"name": TABLE}))


def _made_on_a_server(connection: Connection) -> Iterator[str]:
    yield from [f"DROP TABLE {name}; DROP FUNCTION {name}_mark CASCADE" for name in connection.scalars(_OLDER).all()]
    said = _SAID.format(row="NEW")
    yield f"""
        CREATE TABLE {TABLE} (record BIGINT PRIMARY KEY, kind TEXT NOT NULL, name TEXT, phone TEXT, key INTEGER[]);
        CREATE INDEX {TABLE}_found ON {TABLE} USING gin (key) WITH (fastupdate = off);
        CREATE INDEX {TABLE}_stale ON {TABLE} (record) WHERE key IS NULL;
        CREATE FUNCTION {TABLE}_mark() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'DELETE' THEN
                DELETE FROM {TABLE} WHERE record = OLD.id;
            ELSIF {said} THEN
                INSERT INTO {TABLE} (record, kind) VALUES (NEW.id, TG_TABLE_NAME)
                ON CONFLICT (record) DO UPDATE SET name = NULL, phone = NULL, key = NULL;
            ELSE
                DELETE FROM {TABLE} WHERE record = NEW.id;
            END IF;
            RETURN NULL;
        END $$
    """  # noqa: S608 - our own names
    differs = "OLD.name IS DISTINCT FROM NEW.name OR OLD.phone IS DISTINCT FROM NEW.phone"
    for kind in NAMED:
        for event, when in (("INSERT", said), ("UPDATE OF name, phone", differs), ("DELETE", _SAID.format(row="OLD"))):
            trigger = f"CREATE TRIGGER {TABLE}_{event.split()[0].lower()} AFTER {event} ON {kind.name}"
            yield f"{trigger} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {TABLE}_mark()"
        said_there = f"SELECT id, '{kind.name}' FROM {kind.name} AS row WHERE {_SAID.format(row='row')}"  # noqa: S608 - as above
        yield f"INSERT INTO {TABLE} (record, kind) {said_there}"
