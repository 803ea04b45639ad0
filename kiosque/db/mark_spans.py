"""Which moments a row is counted at, as SQL: those whose days are marked when it changes."""

from collections.abc import Callable

BEGAN, ENDED = "coalesce(decided_from, started_at)", "coalesce(decided_until, ended_at)"
"""The hours of a permanence, as headquarters decided or else as they were noted."""

HOURS = ("started_at", "ended_at", "decided_from", "decided_until")
"""When a permanence began and ended, as it was noted and as headquarters decided."""

Span = tuple[str, str, str]
"""The SQL of a first and a last moment (UTC seconds), and where they are read.

Not a query to be read again by another one: SQLite makes a table of that for each row, 30 µs of an ingest's 110.
"""


def _of_visit(row: str, least: str, greatest: str) -> Span:
    return _of_act(
        row,
        f"coalesce({row}.started_at, {row}.ended_at)",
        f"coalesce({row}.ended_at, {row}.started_at)",
        least,
        greatest,
    )


def _of_intervention(row: str, least: str, greatest: str) -> Span:
    return _of_act(row, f"{row}.given_at", f"{row}.given_at", least, greatest)


def _of_act(row: str, first: str, last: str, least: str, greatest: str) -> Span:
    # A permanence that is still open lasts until the last thing known of it: its hours change from its beginning on.
    opened = f"SELECT {BEGAN} FROM permanence WHERE id = {row}.permanence AND {ENDED} IS NULL"  # noqa: S608 - our own names
    since, until = f"{least}({first}, {last}, coalesce(({opened}), {first}))", f"{greatest}({first}, {last})"
    return since, until, f"WHERE {first} IS NOT NULL"


def _of_permanence(row: str, _least: str, _greatest: str) -> Span:
    # What was done in it is counted at its antenna, on whichever day that was.
    own = " UNION ALL ".join(f"SELECT {row}.{at} AS at" for at in HOURS)
    acts = (("visit", "started_at"), ("visit", "ended_at"), ("intervention", "given_at"), ("repair", "repaired_at"))
    done = " UNION ALL ".join(f"SELECT {at} FROM {table} WHERE permanence = {row}.id" for table, at in acts)  # noqa: S608 - our own names
    moments = f"({own} UNION ALL {done}) AS moment"
    return "min(at)", "max(at)", f"FROM {moments} HAVING min(at) IS NOT NULL"


def _of_workshop(row: str, _least: str, _greatest: str) -> Span:
    return f"{row}.started_at", f"{row}.started_at", f"WHERE {row}.started_at IS NOT NULL"


def _of_registration(row: str, _least: str, _greatest: str) -> Span:
    return "started_at", "started_at", f"FROM workshop WHERE id = {row}.workshop AND started_at IS NOT NULL"


def _of_member(row: str, _least: str, _greatest: str) -> Span:
    # Who comes in a group takes part in its workshop, and is counted on the day of that.
    group = f'SELECT workshop FROM "group" WHERE id = {row}."group"'  # noqa: S608 - our own names
    held = f"(SELECT started_at FROM workshop WHERE id = ({group}))"  # noqa: S608
    return held, held, f'WHERE {row}."group" IS NOT NULL AND {held} IS NOT NULL'


def _of_repair(row: str, _least: str, _greatest: str) -> Span:
    return f"{row}.repaired_at", f"{row}.repaired_at", f"WHERE {row}.repaired_at IS NOT NULL"


def _of_its_object(row: str, _least: str, _greatest: str) -> Span:
    return _of_object(f"coalesce((SELECT origin FROM item WHERE id = {row}.item), {row}.item)", f"{row}.item")  # noqa: S608 - our own names


def _of_item(row: str, _least: str, _greatest: str) -> Span:
    return _of_object(f"coalesce({row}.origin, {row}.id)", f"{row}.id")


def _of_object(called: str, item: str) -> Span:
    # An object counts by its last attempt: another one changes the days of those before it.
    same = f"SELECT {called} UNION ALL SELECT {item} UNION ALL SELECT id FROM item WHERE origin = {called}"  # noqa: S608
    return "repaired_at", "repaired_at", f"FROM repair WHERE repaired_at IS NOT NULL AND item IN ({same})"


SPANS: dict[str, tuple[Callable[[str, str, str], Span], ...]] = {
    "permanence": (_of_permanence,),
    "visit": (_of_visit, _of_member),
    "intervention": (_of_intervention,),
    "workshop": (_of_workshop,),
    "registration": (_of_registration,),
    "group": (_of_registration,),
    "repair": (_of_repair, _of_its_object),
    "item": (_of_item,),
}
"""From a row, the SQL of the first and the last moment (UTC seconds) whose days it may have changed."""
