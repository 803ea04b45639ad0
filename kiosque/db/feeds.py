"""Feeds: append-only lists of entries, each with a chain of its own; at the central, and as a kiosk received them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count, repeat

from sqlalchemy import Connection, bindparam, select

from kiosque.db import records
from kiosque.db.database import driver_of
from kiosque.db.journal import portions
from kiosque.db.prepared import prepared
from kiosque.db.rows import Packed, to_entry
from kiosque.journal.chain import GENESIS, Forked, Gap, links
from kiosque.journal.entry import Entry

NETWORK = 0
"""The feed that every device receives. An antenna's feed has its record's id."""

_APPEND = records.feed.insert()
_OF_FEED = records.feed.c.feed == bindparam("of")
# Without LIMIT, which would be a parameter (decision 0004): the first row is all that is fetched.
_LAST = select(records.feed.c.position, records.feed.c.digest).where(_OF_FEED).order_by(records.feed.c.position.desc())
_AT = select(records.feed.c.digest).where(_OF_FEED, records.feed.c.position == bindparam("at"))
_BETWEEN = (
    select(records.feed.c.entry, records.feed.c.digest)
    .where(_OF_FEED, records.feed.c.position > bindparam("after"), records.feed.c.position <= bindparam("upto"))
    .order_by(records.feed.c.position)
)
Held = Mapping[int, Entry]
"""Entries by their ids."""
NOT_HELD: Held = {}


@dataclass(frozen=True, slots=True)
class FeedHead:
    """The end of a feed, as far as it is held: its last position (1, 2, 3 …; 0 when empty) and the chain's digest."""

    feed: int
    position: int = 0
    digest: bytes = GENESIS


def head_of_feed(connection: Connection, feed: int) -> FeedHead:
    """Return the end of ``feed``."""
    row = prepared(_LAST).first(driver_of(connection), {"of": feed})
    return FeedHead(feed, row.position, row.digest) if row else FeedHead(feed)


def digest_in_feed(connection: Connection, feed: int, position: int) -> bytes | None:
    """Return the chain's digest after ``position``; ``GENESIS`` at 0; None when the feed does not go so far."""
    if position == 0:
        return GENESIS
    found = prepared(_AT).first(driver_of(connection), {"of": feed, "at": position})
    return found.digest if found else None


def append(connection: Connection, said: Mapping[int, Sequence[Packed]]) -> None:
    """Append entries of the journal to feeds."""
    rows: list[tuple[int, int, int, bytes]] = []
    for feed, entries in said.items():
        head = head_of_feed(connection, feed)
        digests = links(head.digest, entries, [each.changes for each in entries])
        rows += zip(repeat(feed), count(head.position + 1), [each.id for each in entries], digests, strict=False)
    keep(connection, rows)


def keep(connection: Connection, rows: Sequence[tuple[int, int, int, bytes]]) -> None:
    """Write rows of (feed, position, entry's id, digest) whose chain was followed."""
    prepared(_APPEND).run_each(driver_of(connection), rows)


def following(
    connection: Connection, feed: int, start: int, entries: Sequence[Entry], digests: Sequence[bytes]
) -> list[tuple[int, int, int, bytes]]:
    """Return the rows to keep of what follows position ``start``: what is held already is passed over.

    Raises ``Gap`` when the feed is not held up to ``start``, ``Forked`` when it is held otherwise.
    """
    head = head_of_feed(connection, feed)
    held = head.position - start
    if held < 0:
        message = f"feed {feed} goes on from {start}, and is held up to {head.position}"
        raise Gap(message)
    if 0 < held <= len(digests) and digests[held - 1] != head.digest:
        message = f"feed {feed} is held otherwise at {head.position}"
        raise Forked(message)
    rows = enumerate(zip(entries, digests, strict=True), start + 1)
    return [(feed, position, each.id, after) for position, (each, after) in rows if position > head.position]


def said_in_feed(connection: Connection, feed: int, after: int, limit: int) -> list[tuple[int, bytes]]:
    """Return of at most ``limit`` entries after position ``after``, in order, the id and the chain's digest there."""
    place = {"of": feed, "after": after, "upto": after + limit}
    return prepared(_BETWEEN).rows(driver_of(connection), place)


def entries_of_feed(connection: Connection, feed: int, after: int, limit: int, held: Held = NOT_HELD) -> list[Entry]:
    """Return at most ``limit`` entries of ``feed`` after position ``after``, in its order.

    ``held`` need not be read again.
    """
    ids = [each for each, _ in said_in_feed(connection, feed, after, limit)]
    found = dict(held)
    for some in portions([each for each in ids if each not in held]):
        rows = connection.execute(select(records.entry).where(records.entry.c.id.in_(some)))
        found |= {row.id: to_entry(row) for row in rows}
    return [found[each] for each in ids]


def cut_feed(connection: Connection, feed: int, position: int) -> None:
    """Forget what ``feed`` brought after ``position``: the entries stay, and are passed over when they come again."""
    table = records.feed
    connection.execute(table.delete().where(table.c.feed == feed, table.c.position > position))
