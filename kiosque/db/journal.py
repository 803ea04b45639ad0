"""Reading the journal's table: heads, and histories of records."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from sqlalchemy import Connection, bindparam, select

from kiosque.db.database import driver_of
from kiosque.db.prepared import prepared
from kiosque.db.records import entry
from kiosque.db.rows import to_entry
from kiosque.journal.chain import GENESIS, START, Head
from kiosque.journal.entry import MAX_NUMBER, Entry, device_of, entry_id, number_of

Sought = TypeVar("Sought")

MOST_PARAMETERS = 500
"""Identifiers asked for in one query: well under the limit of every database."""

# One seek per device instead of one look at each entry: entries of a device lie side by side.
_HEADS = """
    WITH RECURSIVE last(id) AS (
        SELECT max(id) FROM entry
        UNION ALL
        SELECT (SELECT max(entry.id) FROM entry WHERE entry.id < (last.id >> 32) << 32) FROM last WHERE last.id > 0
    )
    SELECT entry.id, entry.digest, entry.clock FROM last JOIN entry ON entry.id = last.id
"""

# Without LIMIT, which would be a parameter (decision 0004): the first row is all that is fetched.
_OF_DEVICE = entry.c.id.between(bindparam("low"), bindparam("high"))
_LAST = select(entry.c.id, entry.c.digest, entry.c.clock).where(_OF_DEVICE).order_by(entry.c.id.desc())
_DIGEST = select(entry.c.digest).where(entry.c.id == bindparam("of"))
_OF_RECORDS = entry.c.record.between(bindparam("low"), bindparam("high"))
_UPDATED = select(entry.c.record).where(_OF_RECORDS, entry.c.record != entry.c.id)


def heads(connection: Connection) -> dict[int, Head]:
    """Return the head of each device of which something is held."""
    # By the driver: it is read at each tap.
    rows = driver_of(connection).execute(_HEADS)
    return {device_of(last): Head(number_of(last), bytes(digest), clock) for last, digest, clock in rows}


def head_of(connection: Connection, device: int) -> Head:
    """Return the end of what is held of one device's journal; ``START`` when nothing is."""
    place = {"low": entry_id(device, 1), "high": entry_id(device, MAX_NUMBER)}
    row = prepared(_LAST).first(driver_of(connection), place)
    return Head(number_of(row.id), bytes(row.digest), row.clock) if row else START


def digest_at(connection: Connection, device: int, number: int) -> bytes | None:
    """Return the digest of ``device``'s chain after that entry; ``GENESIS`` at 0; None when it is not held."""
    if number == 0:
        return GENESIS
    row = prepared(_DIGEST).first(driver_of(connection), {"of": entry_id(device, number)})
    return row.digest if row else None


def history(connection: Connection, records: Sequence[int]) -> dict[int, list[Entry]]:
    """Return every entry held about each of ``records``, in the order of their stamps."""
    found: dict[int, list[Entry]] = {record: [] for record in records}
    for some in portions(records):
        updates = entry.c.record.in_(some) & (entry.c.record != entry.c.id)
        for condition in (entry.c.id.in_(some), updates):
            for row in connection.execute(select(entry).where(condition)):
                # An entry whose id is asked for may be an update of something else.
                if row.record in found:
                    found[row.record].append(to_entry(row))
    return {record: sorted(set_of(entries), key=lambda each: each.stamp) for record, entries in found.items()}


def set_of(entries: list[Entry]) -> list[Entry]:
    """Return ``entries`` without repetition."""
    return list({each.id: each for each in entries}.values())


def updated(connection: Connection, records: Sequence[int]) -> set[int]:
    """Return those of ``records`` about which an update is held."""
    found: set[int] = set()
    driver = driver_of(connection)
    # What one device created at one time lies side by side: one seek, instead of one for each.
    for _, several in groupby(sorted(records), device_of):
        ids = list(several)
        found.update(row.record for row in prepared(_UPDATED).all(driver, {"low": ids[0], "high": ids[-1]}))
    return found.intersection(records)


def portions(values: Sequence[Sought]) -> Iterator[Sequence[Sought]]:
    """Cut a long list of what is looked for into lists that one query may hold."""
    for start in range(0, len(values), MOST_PARAMETERS):
        yield values[start : start + MOST_PARAMETERS]
