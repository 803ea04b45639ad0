"""Which days are to be counted again: at a central, they are marked in the transaction of whatever writes.

Triggers do, so that whoever corrects, throws away or repairs need not know of them; but visits and interventions that
are new are marked together by whoever inserts rows (``mark_added``): a trigger costs each of them 7 µs.
"""

from collections.abc import Iterable, Mapping

from sqlalchemy import BigInteger, Connection, Insert, bindparam, insert, literal_column, select, text

from kiosque.db import came_marks, lacking_marks
from kiosque.db.daily_tables import DERIVED, kept, stale
from kiosque.db.database import Database, driver_of
from kiosque.db.mark_spans import BEGAN, ENDED, HOURS, SPANS, Span
from kiosque.db.prepared import prepared
from kiosque.db.several import SERVED_INDEXES

RULES = 6
"""Raised with each change of what marks a day or of what is counted: everything is then counted again."""

LACKED = {4: ("theme", "service", "age", "sector", "mended", lacking_marks.PROGRAMME), 5: ("mended",)}
"""Where figures are kept by these rules, it is enough that these forms are counted by code."""

SECONDS_AN_HOUR = 3600
"""The clocks of Paris change on the hour, and its days begin on one: an hour is in one day."""

LONG_SECONDS = 172_800
"""What a permanence that is closed each evening never lasts."""

_PLACES = {
    "permanence": ("antenna", "started_at", "ended_at", "decided_from", "decided_until", "deleted", "to_confirm"),
    "visit": (
        *("permanence", "visitor", "started_at", "ended_at", "commune", "deleted"),
        *('"group"', "age_band", "status", "sector"),
    ),
    "intervention": (
        *("permanence", "given_at", "themes", "service", "deleted"),
        *("programme", "age_bands", "statuses", "sectors"),
    ),
    "workshop": ("antenna", "started_at", "deleted", "programme", "theme"),
    "registration": ("workshop", "state", "deleted", "age_band", "status", "sector"),
    "group": ("workshop", "deleted"),
    "repair": ("permanence", "item", "repaired_at", "outcome", "deleted"),
    "item": ("category", "weight", "origin"),
}
"""The tables that figures are counted from, and the columns that matter."""

_INDEXES = {
    "daily_permanence": "permanence (started_at)",
    "daily_begun": f"permanence (({BEGAN}))",
    # Few are open at a time, and few last for days: each day's hours look at all of those.
    "daily_open": f"permanence (id) WHERE {ENDED} IS NULL",
    "daily_long": f"permanence (id) WHERE {ENDED} - {BEGAN} > {LONG_SECONDS}",
    "daily_visit": "visit (started_at)",
    "daily_visit_permanence": "visit (permanence)",
    "daily_intervention": "intervention (given_at)",
    "daily_workshop": "workshop (started_at)",
    # Few come in a group: of the others this index has nothing, and an ingest writes nothing in it.
    "daily_together": 'visit ("group") WHERE "group" IS NOT NULL',
    "daily_group": '"group" (workshop)',
    # Headquarters looks at the oldest that wait, of some antennas too: among millions they are few.
    "daily_doubt": "permanence (started_at, id) WHERE to_confirm IS TRUE AND decided_from IS NULL",
    "daily_antenna": "daily (antenna, day)",
    "daily_place": "permanence (antenna, started_at)",
    "daily_presence": "presence (animator, started_at)",
    "daily_task": "task (animator, started_at)",
    # Rows of a period are given by their times.
    "timed_presence": "presence (started_at, id)",
    "timed_task": "task (started_at, id)",
    "daily_mending": "repair (repaired_at)",
    "daily_mending_place": "repair (permanence)",
    "daily_mending_session": "repair (workshop)",
    "daily_desk_use": "desk_use (started_at)",
    "daily_wish": "wish (workshop)",
    "daily_workshop_antenna": "workshop (antenna, started_at)",
    "daily_workshop_theme": "workshop (theme, started_at)",
}
"""What a day's rows are found by. A kiosk has none of these: each is a page to write at each tap."""


_TOGETHER = ("visit", "intervention")
"""Those of which so many are new that they are marked together."""

NEAR = 64
"""Entries between two rows of a device that are marked by one statement: mostly, they were made one after the other."""

_EVENTS = {
    "added": ("INSERT", ("new",)),
    "changed": ("UPDATE OF {columns}", ("old", "new")),
    "removed": ("DELETE", ("old",)),
}


def ready(database: Database) -> None:
    """Keep figures in this database from now on, and have everything counted, unless that is so already."""
    with database.reading() as connection:
        days, people = _complete(connection), came_marks.complete(connection)
    if days and people:
        return
    with database.writing() as connection:
        if not days:
            _make(connection)
        came_marks.ready(connection)


def keeps_figures(connection: Connection) -> bool:
    """Whether figures are kept here."""
    return connection.scalar(select(kept.c.rules)) is not None


def mark_added(connection: Connection, table: str, records: Iterable[int]) -> None:
    """Mark the days that rows of ``table``, which were inserted just now, are counted in, and whom they are of.

    Only where figures are kept. Whoever inserts rows says so, of whichever table: of most of them a trigger marked each
    already.
    """
    statements = (
        *_MARKING["sqlite" if _in_a_file(connection) else "server"].get(table, ()),
        *came_marks.MARKING.get(table, ()),
    )
    runs = _runs(records) if statements else []
    for statement in statements:
        prepared(statement).run_each(driver_of(connection), runs)


def _runs(records: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and the last of those that lie near each other: what is between them is marked as well."""
    ordered = sorted(records)
    far = [place for place in range(1, len(ordered)) if ordered[place] - ordered[place - 1] > NEAR]
    begins = [0, *far] if ordered else []
    return [(ordered[one], ordered[other - 1]) for one, other in zip(begins, [*begins[1:], len(ordered)], strict=False)]


def _complete(connection: Connection) -> bool:
    wanted = {*_indexes(connection), *_TRIGGERS}
    return connection.scalar(select(kept.c.rules)) == RULES and wanted <= _there(connection)


def _there(connection: Connection) -> set[str]:
    """Return the indexes and triggers that are there, by their names."""
    there = _IN_A_FILE if _in_a_file(connection) else _ON_A_SERVER
    return {name.removesuffix("_changed") for name in connection.scalars(text(there))}


def _indexes(connection: Connection) -> dict[str, str]:
    return _INDEXES if _in_a_file(connection) else _INDEXES | SERVED_INDEXES


_TRIGGERS = {*(f"mark_{table}" for table in _PLACES), lacking_marks.TRIGGER}
_IN_A_FILE = "SELECT name FROM sqlite_master WHERE type IN ('index', 'trigger')"
_ON_A_SERVER = "SELECT indexname FROM pg_indexes UNION ALL SELECT tgname FROM pg_trigger"


def _make(connection: Connection) -> None:
    making = _for_a_file if _in_a_file(connection) else _for_a_server
    # What finds rows may be made whenever; whoever wrote while a trigger was missing marked nothing.
    held, marked = connection.scalar(select(kept.c.rules)), _there(connection) >= _TRIGGERS
    statements = [f"CREATE INDEX IF NOT EXISTS {name} ON {on}" for name, on in _indexes(connection).items()]
    for table, columns in _PLACES.items():
        statements += making(table, ", ".join(columns))
    statements += lacking_marks.triggers(in_a_file=_in_a_file(connection))
    if not _in_a_file(connection):
        # Of what an index computes, a server knows nothing until it looks.
        statements.append("ANALYZE permanence, intervention")
    for statement in statements:
        connection.exec_driver_sql(statement)
    if held == RULES and marked:
        return
    if held in LACKED:
        lacking_marks.lack(connection, LACKED[held])
        connection.execute(kept.update().values(rules=RULES))
        return
    for each in DERIVED:
        connection.execute(each.delete())
    connection.execute(kept.insert(), {"rules": RULES})
    for table, at in _MOMENTS:
        whole = (f"min({at})", f"max({at})", f"FROM {table} HAVING min({at}) IS NOT NULL")
        connection.exec_driver_sql(_mark(whole, in_a_file=_in_a_file(connection)))


_MOMENTS = (
    *(*(("permanence", at) for at in HOURS), ("workshop", "started_at")),
    *(("visit", "started_at"), ("visit", "ended_at"), ("intervention", "given_at"), ("repair", "repaired_at")),
)


def _for_a_file(table: str, columns: str) -> list[str]:
    made = []
    for when, (event, rows) in _EVENTS.items():
        name, on = f"mark_{table}_{when}", event.format(columns=columns)
        marks = " ".join(f"{_mark(span(row, 'min', 'max'), in_a_file=True)};" for row in rows for span in SPANS[table])
        made.append(f"DROP TRIGGER IF EXISTS {name}")
        if when != "added" or table not in _TOGETHER:
            made.append(f'CREATE TRIGGER {name} AFTER {on} ON "{table}" BEGIN {marks} END')
    return made


def _for_a_server(table: str, columns: str) -> list[str]:
    name = f"mark_{table}"
    old, new = (
        " ".join(f"{_mark(span(row, 'least', 'greatest'), in_a_file=False)};" for span in SPANS[table])
        for row in ("old", "new")
    )
    body = f"IF TG_OP <> 'INSERT' THEN {old} END IF; IF TG_OP <> 'DELETE' THEN {new} END IF; RETURN NULL;"
    events = f"{'' if table in _TOGETHER else 'INSERT OR '}DELETE OR UPDATE OF {columns}"
    return [
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$",
        f'CREATE OR REPLACE TRIGGER {name} AFTER {events} ON "{table}" FOR EACH ROW EXECUTE FUNCTION {name}()',
    ]


def _mark(span: Span, *, in_a_file: bool) -> str:
    since, until, read = span
    ignored, otherwise = ("OR IGNORE ", "") if in_a_file else ("", " ON CONFLICT DO NOTHING")
    hours = f"SELECT {since} / {SECONDS_AN_HOUR}, {until} / {SECONDS_AN_HOUR} {read}"
    return f"INSERT {ignored}INTO stale (since, until) {hours}{otherwise}"


def _marking(table: str, span: Span) -> Insert:
    """Return what marks the days of the rows of ``table`` from one id to another; nothing where no figure is kept."""
    since, until, read = span
    first, last = (literal_column(f"{moment} / {SECONDS_AN_HOUR}", BigInteger) for moment in (since, until))
    named = select(first, last).select_from(text(f"{table} AS new"))
    within = named.where(literal_column("new.id").between(bindparam("first"), bindparam("last")))
    counted = within.where(text(read.removeprefix("WHERE ")), select(kept.c.rules).exists())
    return insert(stale).from_select([stale.c.since, stale.c.until], counted.suffix_with("ON CONFLICT DO NOTHING"))


_MARKING: Mapping[str, Mapping[str, tuple[Insert, ...]]] = {
    where: {table: tuple(_marking(table, span("new", *words)) for span in SPANS[table]) for table in _TOGETHER}
    for where, words in {"sqlite": ("min", "max"), "server": ("least", "greatest")}.items()
}


def _in_a_file(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
