"""Which visitors are to be looked at again: at a central, triggers mark them in the transaction of whatever writes.

Days are marked as runs of hours (``marks``). People are marked one by one: a day says nothing of
who was taken out of it.
"""

from typing import Any

from sqlalchemy import Column, Connection, Insert, Table, bindparam, insert, select, text

from kiosque.db.came_tables import DERIVED, moved, people_kept
from kiosque.db.records import visit, visitor

RULES = 1
"""Raised with each change of what marks somebody or of what is kept: everybody is then looked at again."""

_INDEXES = {"moved_visit": "visit (visitor) WHERE visitor IS NOT NULL"}

_OF_CARD = (
    "SELECT id FROM visitor WHERE household = {row}.id",
    "SELECT v.id FROM household AS h JOIN visitor AS v ON v.household = h.id WHERE h.card = {row}.card",
)
"""Those of a household, and those of whichever bears the same card."""

_WATCHED = (
    # The table; the columns of which a change matters; what a row has to say to matter; who is marked by it.
    ("visit", ("visitor", "permanence", "started_at", "deleted"), "visitor IS NOT NULL", ("SELECT {row}.visitor",)),
    ("visitor", ("household",), "household IS NOT NULL", ("SELECT {row}.id",)),
    (
        "link",
        ("one", "other", "verdict", "deleted"),
        "one IS NOT NULL AND {row}.other IS NOT NULL",
        ("SELECT {row}.one", "SELECT {row}.other"),
    ),
    ("household", ("card",), "card IS NOT NULL", _OF_CARD),
    (
        "permanence",
        ("antenna",),
        "antenna IS NOT NULL",
        ("SELECT visitor FROM visit WHERE permanence = {row}.id AND visitor IS NOT NULL",),
    ),
)

_TOGETHER = ("visit", "visitor")
"""Those of which so many are new that whoever inserts them marks them together (``marks.mark_added``)."""

_EVENTS = (
    ("added", "INSERT", ("new",)),
    ("changed", "UPDATE OF {columns}", ("old", "new")),
    ("removed", "DELETE", ("old",)),
)


def ready(connection: Connection) -> None:
    """In a transaction: keep from now on who came, and have everybody looked at, unless that is so already."""
    if complete(connection):
        return
    making = _for_a_file if _in_a_file(connection) else _for_a_server
    statements = [f"CREATE INDEX IF NOT EXISTS {name} ON {on}" for name, on in _INDEXES.items()]
    for watched in _WATCHED:
        statements += making(*watched)
    for statement in statements:
        connection.exec_driver_sql(statement)
    for each in DERIVED:
        connection.execute(each.delete())
    connection.execute(people_kept.insert(), {"rules": RULES})
    connection.exec_driver_sql(
        "INSERT INTO moved (visitor) SELECT DISTINCT visitor FROM visit WHERE visitor IS NOT NULL"
    )


def complete(connection: Connection) -> bool:
    """Whether it is kept here who came, and all is there that keeps it so."""
    there = _IN_A_FILE if _in_a_file(connection) else _ON_A_SERVER
    wanted = {*_INDEXES, *(f"moved_{table}_{when}" for table, *_ in _WATCHED for when, *_ in _events(table))}
    return keeps_people(connection) and wanted <= set(connection.scalars(text(there)))


def keeps_people(connection: Connection) -> bool:
    """Return whether it is kept here who came."""
    return connection.scalar(select(people_kept.c.rules)) == RULES


_IN_A_FILE = "SELECT name FROM sqlite_master WHERE type IN ('index', 'trigger') AND name LIKE 'moved_%'"
_ON_A_SERVER = (
    "SELECT indexname FROM pg_indexes WHERE indexname LIKE 'moved_%' "
    "UNION ALL SELECT tgname FROM pg_trigger WHERE tgname LIKE 'moved_%'"
)


def _events(table: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [event for event in _EVENTS if event[0] != "added" or table not in _TOGETHER]


def _for_a_file(table: str, columns: tuple[str, ...], says: str, who: tuple[str, ...]) -> list[str]:
    made = []
    for when, event, rows in _events(table):
        name, on = f"moved_{table}_{when}", event.format(columns=", ".join(columns))
        marks = " ".join(
            f"INSERT OR IGNORE INTO moved (visitor) {query.format(row=row)}{_where(query, row, says)};"
            for row in rows
            for query in who
        )
        made += [
            f"DROP TRIGGER IF EXISTS {name}",
            f"CREATE TRIGGER {name} AFTER {on} ON {table} WHEN {_when(rows, columns, says)} BEGIN {marks} END",
        ]
    return made


def _for_a_server(table: str, columns: tuple[str, ...], says: str, who: tuple[str, ...]) -> list[str]:
    made = []
    for when, event, rows in _events(table):
        name, on = f"moved_{table}_{when}", event.format(columns=", ".join(columns))
        marks = " ".join(
            f"INSERT INTO moved (visitor) {query.format(row=row)}{_where(query, row, says)} ON CONFLICT DO NOTHING;"
            for row in rows
            for query in who
        )
        called = f"CREATE OR REPLACE TRIGGER {name} AFTER {on} ON {table} FOR EACH ROW"
        body = f"BEGIN {marks} RETURN NULL; END"
        made += [
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$",
            f"{called} WHEN ({_when(rows, columns, says)}) EXECUTE FUNCTION {name}()",
        ]
    return made


def _when(rows: tuple[str, ...], columns: tuple[str, ...], says: str) -> str:
    """Return when a change matters: a row said something, and says otherwise."""
    said = " OR ".join(f"({row}.{says.format(row=row)})" for row in rows)
    if len(rows) == 1:
        return said
    other = " OR ".join(f"({_differs(column)})" for column in columns)
    return f"({said}) AND ({other})"


def _differs(column: str) -> str:
    # Said so that both databases read it: IS NOT is SQLite's alone, IS DISTINCT FROM is not in every SQLite.
    null = f"(old.{column} IS NULL) <> (new.{column} IS NULL)"
    return f"{null} OR old.{column} <> new.{column}"


def _where(query: str, row: str, says: str) -> str:
    """Return the condition that ``row`` says something, where the query does not ask a table."""
    return "" if " FROM " in query else f" WHERE {row}.{says.format(row=row)}"


def _marking(table: Table, who: Column[Any], says: Column[Any]) -> Insert:
    """Return what marks those of the rows of ``table`` from one id to another; nobody where nothing is kept."""
    between = table.c.id.between(bindparam("first"), bindparam("last"))
    theirs = select(who).where(between, says.is_not(None), select(people_kept.c.rules).exists())
    return insert(moved).from_select([moved.c.visitor], theirs.suffix_with("ON CONFLICT DO NOTHING"))


MARKING = {
    "visit": (_marking(visit, visit.c.visitor, visit.c.visitor),),
    "visitor": (_marking(visitor, visitor.c.id, visitor.c.household),),
}
"""For rows from one id to another that were inserted just now: what marks whom they are of."""


def _in_a_file(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
