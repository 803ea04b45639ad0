"""Is the store whole: every chain verifies, every table is the fold of the journal? Mended from it where not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from sqlalchemy import Connection, select

from kiosque.db.apply import rebuild
from kiosque.db.journal import heads, history, portions
from kiosque.db.keys import credential
from kiosque.db.records import TABLES, Row, entry, feed
from kiosque.db.rows import UNCHAINED, to_entry
from kiosque.db.shown import full_row
from kiosque.db.store import Store
from kiosque.db.trouble import damaged
from kiosque.domain.records import BY_NUMBER
from kiosque.journal.chain import GENESIS, START, Broken, digest, follow
from kiosque.journal.entry import MAX_NUMBER, Entry, entry_id
from kiosque.journal.fold import fold


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong: devices and feeds whose chain does not verify, records whose row is not their fold."""

    broken_chains: tuple[int, ...]
    broken_feeds: tuple[int, ...]
    wrong_rows: tuple[int, ...]

    @property
    def healthy(self) -> bool:
        """Whether nothing is wrong."""
        return not self.broken and not self.wrong_rows

    @property
    def broken(self) -> int:
        """How many chains do not verify."""
        return len(self.broken_chains) + len(self.broken_feeds)


def examine(store: Store) -> Findings:
    """Verify every page, every chain, and every row against the journal; change nothing.

    Raises ``trouble.StorageTrouble`` when a page is damaged, also one that no query here reads: an index, a free one.
    """
    with store.reading() as connection:
        if not store.database.sound(connection):
            raise damaged()
        devices = sorted(heads(connection))
        chains = tuple(each for each in devices if not _verifies(connection, each, in_part=_in_part(store, each)))
        named = list(connection.scalars(select(feed.c.feed).distinct().order_by(feed.c.feed)))
        feeds = tuple(each for each in named if not _feed_verifies(connection, each))
        return Findings(chains, feeds, tuple(_wrong_rows(connection)))


def mend(store: Store) -> Findings:
    """Write again every row that is not the fold of its entries, and return what was found before."""
    findings = examine(store)
    with store.database.writing() as connection:
        for some in portions(findings.wrong_rows):
            rebuild(connection, list(some))
    return findings


def _in_part(store: Store, device: int) -> bool:
    """Whether this database may hold only a part of that device's journal.

    A kiosk, of others, by its feeds; a restored central, of its earlier lives, by what devices still hold of them.
    """
    if device == store.device:
        return False
    return bool(store.identity.antenna) or (bool(store.identity.epoch) and credential(store, device) is None)


def _verifies(connection: Connection, device: int, *, in_part: bool) -> bool:
    """Follow a device's chain; one that is held ``in_part`` is chained up to a number, and not at all after it."""
    low, high = entry_id(device, 0), entry_id(device, MAX_NUMBER)
    rows = connection.execute(select(entry).where(entry.c.id > low, entry.c.id <= high).order_by(entry.c.id))
    head, chained = START, True
    for row in rows:
        chained = chained and not (in_part and row.digest == UNCHAINED)
        try:
            head = follow(head, to_entry(row)) if chained else head
        except Broken:
            return False
        if row.digest != (head.digest if chained else UNCHAINED):
            return False
    return True


def _feed_verifies(connection: Connection, which: int) -> bool:
    running = GENESIS
    for position, (held, after, said) in zip(count(1), _places(connection, which), strict=False):
        if said is None or held != position:
            return False
        running = digest(running, said)
        if running != after:
            return False
    return True


def _places(connection: Connection, which: int) -> Iterator[tuple[int, bytes, Entry | None]]:
    """Give each position of a feed with the digest and the entry that are there; None for one that is not held."""
    query = select(feed.c.position, feed.c.digest.label("after"), entry)
    query = query.join(entry, feed.c.entry == entry.c.id, isouter=True).where(feed.c.feed == which)
    for row in connection.execute(query.order_by(feed.c.position)):
        yield row.position, bytes(row.after), to_entry(row) if row.id is not None else None


def _wrong_rows(connection: Connection) -> list[int]:
    query = select(entry.c.record).distinct().order_by(entry.c.record)
    ids = list(connection.scalars(query))
    known = set(ids)
    rows = (row for table in TABLES.values() for row in connection.execute(select(table.c.id)))
    wrong = [row.id for row in rows if row.id not in known]
    for some in portions(ids):
        held = _held_rows(connection, some)
        for record, entries in history(connection, some).items():
            state = fold(entries)
            expected: list[tuple[str, Row]] = []
            if state and state.created and state.kind in BY_NUMBER:
                kind = BY_NUMBER[state.kind]
                expected.append((kind.name, full_row(kind, record, state.values)))
            if held.get(record, []) != expected:
                wrong.append(record)
    return sorted(wrong)


def _held_rows(connection: Connection, ids: Sequence[int]) -> dict[int, list[tuple[str, Row]]]:
    held: dict[int, list[tuple[str, Row]]] = {}
    for kind, table in TABLES.items():
        for row in connection.execute(table.select().where(table.c.id.in_(ids))):
            held.setdefault(row.id, []).append((kind.name, row._asdict()))
    return held
