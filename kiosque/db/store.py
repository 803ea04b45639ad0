"""The one way to write: an entry and what follows from it, in one transaction."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, replace
from functools import partial

from sqlalchemy import Connection, Delete, Insert, Update, select

from kiosque.db import feeds, kiosk_tables, records
from kiosque.db.apply import Batch, last_clocks, take
from kiosque.db.arrivals import Outcome, apply_together, publish_all
from kiosque.db.database import Database
from kiosque.db.feeds import NOT_HELD, FeedHead, Held
from kiosque.db.identity import Identity, Receipt
from kiosque.db.journal import digest_at, head_of, heads, history, portions
from kiosque.db.local import LocalWriter
from kiosque.db.query import Found, Query
from kiosque.db.receipts import keep_receipts, receipt_of
from kiosque.db.rechain import rechain
from kiosque.db.renumber import renumber
from kiosque.db.rows import Packed, rows_of, to_entry
from kiosque.db.write import Tip, Writer, tip_of
from kiosque.journal.chain import Head
from kiosque.journal.entry import COUNTER, MAX_NUMBER, Entry, Value, entry_id
from kiosque.journal.fold import State, fold

Heard = Callable[[int], Receipt]
NOBODY: Mapping[int, Heard] = {}


def wall_clock() -> int:
    """Return now, in whole UTC seconds."""
    return int(time.time())


def establish(database: Database, identity: Identity, now: Callable[[], int] = wall_clock) -> "Store":
    """Make the store of a new database, whose tables are up to date, and say who it is."""
    with database.writing() as connection:
        connection.execute(records.identity.insert(), asdict(identity))
    return Store(database, now)


class Store:
    """A journal and its tables, in one database. Safe to use from several threads: each call takes a connection."""

    def __init__(self, database: Database, now: Callable[[], int] = wall_clock) -> None:
        """Use an open ``database`` whose tables are up to date. ``now`` gives UTC seconds."""
        self.database = database
        self.now = now
        self._listeners: list[Callable[[], None]] = []
        # Remembered from one tap to the next. Should it ever be stale, the entry's id is taken: loud, nothing written.
        self._tip: Tip | None = None
        self._clock: int | None = None
        self._draw: Callable[[], int] | None = None
        self.identity = self._read_identity()

    @property
    def device(self) -> int:
        """The number that this database writes under."""
        return self.identity.device

    def reading(self) -> AbstractContextManager[Connection]:
        """Give a read-only connection on one consistent state of the database."""
        return self.database.reading()

    def all(self, query: Query) -> list[Found]:
        """Return every row of ``query``."""
        with self.reading() as connection:
            return list(connection.execute(query))

    def one(self, query: Query) -> Found:
        """Return the only row of ``query``; raises SQLAlchemy's ``NoResultFound`` when there is none."""
        with self.reading() as connection:
            return connection.execute(query).one()

    def first(self, query: Query, **values: Value) -> Found | None:
        """Return the first row of ``query``, or None; ``values`` are its parameters."""
        with self.reading() as connection:
            return connection.execute(query, values).first()

    @contextmanager
    def writing(self, author: int = COUNTER) -> Iterator[Writer]:
        """Give a writer that appends entries to this device's journal; all of them are durable at the end, or none.

        ``author`` is an animator's id, or ``COUNTER``: a visitor alone.
        """
        with self._alone() as connection:
            device = self._number()
            writer = Writer(connection, device, author, self.now(), self._tip or tip_of(connection, device))
            yield writer
            if self.identity.epoch:
                self._publish(connection, rows_of(writer.said))
        # A central is written from the command line too, while its pages are served: there it is read each time.
        self._tip = None if self.identity.epoch else writer.tip
        if writer.said:
            self._changed()

    def apply(self, entries: Iterable[Entry]) -> int:
        """Append received entries, whole or not at all, and return how many were new.

        The entries of each device come in order. What is held already must be equal, and is passed over.
        Raises ``journal.chain.Broken`` (``Gap``, ``Forked``, ``Disordered``) or, at a central, ``Outside``; then
        nothing was written.
        """
        [result] = self.apply_each([tuple(entries)])
        if isinstance(result, Exception):
            raise result
        return result

    def apply_each(self, batches: Sequence[Batch], heard: Mapping[int, Heard] = NOBODY) -> list[Outcome]:
        """Append batches in one transaction, each whole or not at all; return how many entries of each were new.

        One that is refused takes nothing from the others: in its place is why. ``heard``: given up to which number
        a device's journal is held afterwards, its receipt. All are durable at the return.
        """
        with self._alone() as connection:
            self._tip = None
            outcomes = apply_together(connection, batches, partial(self._publish, connection))
            receipts = {device: receipt(head_of(connection, device).number) for device, receipt in heard.items()}
            keep_receipts(connection, receipts)
        taken = [batch for batch, outcome in zip(batches, outcomes, strict=True) if isinstance(outcome, int)]
        self._clock = max([self.clock, *last_clocks(taken)])
        if any(isinstance(outcome, int) and outcome for outcome in outcomes):
            self._changed()
        return outcomes

    def take(self, feed: int, start: int, entries: Sequence[Entry], digests: Sequence[bytes]) -> int:
        """Keep what follows position ``start`` of ``feed``, whole or not at all; return how many entries were new.

        ``digests`` is the feed's chain after each of ``entries``; its own device's are named, not taken again.
        Raises ``Gap`` when the feed is not held up to ``start``, ``Forked`` when it is held otherwise.
        """
        with self._alone() as connection:
            self._tip = None
            rows = feeds.following(connection, feed, start, entries, digests)
            new = take(connection, (each for each in entries if each.device != self.device))
            feeds.keep(connection, rows)
        if new:
            self._changed()
        return len(new)

    def take_back(self, entries: Sequence[Entry]) -> int:
        """Keep parts of the journals of this central's earlier lives; return how many entries were new.

        Where they continue what is held they are chained to it. Raises ``Forked`` or ``Outside``; then nothing was
        written.
        """
        with self._alone() as connection:
            self._tip = None
            new = take(connection, entries)
            for device in sorted({each.device for each in new}):
                rechain(connection, device)
            self._publish(connection, rows_of(new))
        if new:
            self._changed()
        return len(new)

    @contextmanager
    def writing_local(self) -> Iterator[LocalWriter]:
        """Give a writer of the tables about this machine; all of it is durable at the end, or nothing."""
        with self.database.writing() as connection:
            yield LocalWriter(connection)

    def write_local(self, statement: Insert | Update | Delete) -> int:
        """Write to a table that is about this machine (``records.LOCAL``); return how many rows that touched.

        Raises ``local.NotLocal`` for any other table.
        """
        with self.writing_local() as writer:
            return writer.write(statement)

    def when_changed(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` after each commit that added entries, on the thread that wrote."""
        self._listeners.append(listener)

    def head(self, device: int) -> Head:
        """Return the end of what is held of ``device``'s journal."""
        with self.reading() as connection:
            return head_of(connection, device)

    def digest_at(self, device: int, number: int) -> bytes | None:
        """Return the chain's digest (32 bytes) after that entry; ``GENESIS`` at 0; None when it is not held."""
        with self.reading() as connection:
            return digest_at(connection, device, number)

    def devices(self) -> tuple[int, ...]:
        """Return the numbers of the devices of which something is held, in order."""
        with self.reading() as connection:
            return tuple(sorted(heads(connection)))

    def entries(self, device: int, after: int = 0, limit: int = MAX_NUMBER) -> list[Entry]:
        """Return at most ``limit`` entries of ``device`` that follow number ``after``, in order."""
        low, high = entry_id(device, after), entry_id(device, MAX_NUMBER)
        query = select(records.entry).where(records.entry.c.id > low, records.entry.c.id <= high)
        return [to_entry(row) for row in self.all(query.order_by(records.entry.c.id).limit(limit))]

    def entries_of(self, ids: Sequence[int]) -> list[Entry]:
        """Return those of the entries of these ids that are held, in the order of their ids."""
        table = records.entry
        return [
            to_entry(row)
            for some in portions(sorted(ids))
            for row in self.all(select(table).where(table.c.id.in_(some)).order_by(table.c.id))
        ]

    def history(self, record: int) -> list[Entry]:
        """Return every entry about one record, in the order of their stamps."""
        with self.reading() as connection:
            return history(connection, [record])[record]

    def state(self, record: int) -> State | None:
        """Return the fold of everything that is held about one record."""
        return fold(self.history(record))

    def receipt(self, device: int) -> Receipt:
        """Return how far ``device``'s journal was received, as far as is known here."""
        with self.reading() as connection:
            return receipt_of(connection, device)

    def keep_receipt(self, device: int, receipt: Receipt) -> None:
        """Remember how far ``device``'s journal was received. It never goes back: an old reply changes nothing."""
        self.keep_receipts({device: receipt})

    def keep_receipts(self, receipts: Mapping[int, Receipt]) -> None:
        """Remember how far the journals of several devices were received, in one transaction."""
        with self.database.writing() as connection:
            keep_receipts(connection, receipts)

    def renumber(self, common: int, device: int, *, seed: bytes, certificate: bytes) -> None:
        """Go on as ``device`` after number ``common``, with a key pair of its own: see ``db.renumber``."""
        with self._alone() as connection:
            self._tip = None
            renumber(connection, self.device, common, device)
            values = {"device": device, "seed": seed, "certificate": certificate, "secret": b""}
            connection.execute(records.identity.update().values(**values))
        self.identity = self._read_identity()
        self._changed()

    @property
    def clock(self) -> int:
        """The greatest clock of all that was received, or was here when the store was opened."""
        if self._clock is None:
            with self.reading() as connection:
                self._clock = max((head.clock for head in heads(connection).values()), default=0)
        return self._clock

    def hear_of(self, clock: int) -> None:
        """Know that another process has received what has a ``clock`` as great as that."""
        self._clock = max(self.clock, clock)

    def write_as(self, draw: Callable[[], int]) -> None:
        """Write under another number, as long as this store is open.

        ``draw`` gives it at the first entry, when nobody else can write: what it looks at is all there is.
        """
        self._draw = draw

    def change_identity(self, **values: int | str | bytes) -> None:
        """Say otherwise who this database is."""
        self.write_local(records.identity.update().values(**values))
        self.identity = self._read_identity()

    def feed_head(self, feed: int) -> FeedHead:
        """Return the end of what is held of ``feed``."""
        with self.reading() as connection:
            return feeds.head_of_feed(connection, feed)

    def digest_in_feed(self, feed: int, position: int) -> bytes | None:
        """Return the digest of the feed's chain after ``position``; None when it is not held so far."""
        with self.reading() as connection:
            return feeds.digest_in_feed(connection, feed, position)

    def feed(self, feed: int, after: int = 0, limit: int = MAX_NUMBER, held: Held = NOT_HELD) -> list[Entry]:
        """Return at most ``limit`` entries of ``feed`` after position ``after``, in its order; ``held`` as they are."""
        with self.reading() as connection:
            return feeds.entries_of_feed(connection, feed, after, limit, held)

    def said_in_feed(self, feed: int, after: int, limit: int) -> list[tuple[int, bytes]]:
        """Return of the same entries their ids, and the digest of the feed's chain after each."""
        with self.reading() as connection:
            return feeds.said_in_feed(connection, feed, after, limit)

    def epoch(self, feed: int) -> int:
        """Return of which life of the central ``feed`` was received; 0 when it never was."""
        row = self.first(select(kiosk_tables.epoch.c.epoch).where(kiosk_tables.epoch.c.feed == feed))
        return row.epoch if row else 0

    def begin_feed(self, feed: int, epoch: int, position: int = 0) -> None:
        """Receive ``feed`` from ``position`` on, of the central's life ``epoch``. The entries that it brought stay."""
        with self.database.writing() as connection:
            feeds.cut_feed(connection, feed, position)
            connection.execute(kiosk_tables.epoch.delete().where(kiosk_tables.epoch.c.feed == feed))
            connection.execute(kiosk_tables.epoch.insert(), {"feed": feed, "epoch": epoch})

    def close(self) -> None:
        """Close every connection; the WAL is folded into the file."""
        self.database.close()

    @contextmanager
    def _alone(self) -> Iterator[Connection]:
        """Give the one connection that writes; what is remembered of the journal holds only once it is committed."""
        try:
            with self.database.writing() as connection:
                yield connection
        except BaseException:
            self._tip = None
            raise

    def _publish(self, connection: Connection, new: Sequence[Packed]) -> None:
        publish_all(connection, self.identity.epoch, self._number, self.now, new)

    def _number(self) -> int:
        """Return the number to write under."""
        draw, self._draw = self._draw, None
        if draw:
            self.identity = replace(self.identity, device=draw())
        return self.device

    def _read_identity(self) -> Identity:
        return Identity(**self.one(select(records.identity))._asdict())

    def _changed(self) -> None:
        for listener in self._listeners:
            listener()
