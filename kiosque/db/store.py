"""The one way to write: an entry and what follows from it, in one transaction."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Delete, Insert, Update, select

from kiosque.db import records
from kiosque.db.apply import apply
from kiosque.db.engine import Database
from kiosque.db.journal import head_of, heads, history
from kiosque.db.query import Found, Query
from kiosque.db.rows import to_entry
from kiosque.db.write import Tip, Writer, tip_of
from kiosque.journal.chain import GENESIS, Head
from kiosque.journal.entry import COUNTER, MAX_NUMBER, Entry, Value, entry_id
from kiosque.journal.fold import State, fold


def wall_clock() -> int:
    """Return now, in whole UTC seconds."""
    return int(time.time())


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this database is. ``antenna`` is a record's id, 0 at the central."""

    device: int
    antenna: int
    central: int
    address: str
    secret: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """How far a device's journal was received, and when (UTC seconds; 0: never)."""

    number: int
    received_at: int


def establish(database: Database, identity: Identity, now: Callable[[], int] = wall_clock) -> "Store":
    """Make the store of a new database, whose tables are up to date, and say who it is."""
    with database.writing() as connection:
        connection.execute(records.identity.insert(), asdict(identity))
    return Store(database, now)


class NotLocal(Exception):
    """A bug: somebody tried to write a table of the journal without the journal."""


class Store:
    """A journal and its tables, in one database. Safe to use from several threads: each call takes a connection."""

    def __init__(self, database: Database, now: Callable[[], int] = wall_clock) -> None:
        """Use an open ``database`` whose tables are up to date. ``now`` gives UTC seconds."""
        self.database = database
        self.now = now
        self._listeners: list[Callable[[], None]] = []
        # Remembered from one tap to the next. Should it ever be stale, the entry's id is taken: loud, nothing written.
        self._tip: Tip | None = None
        row = self.one(select(records.identity))
        self.identity = Identity(**row._asdict())
        self.device = self.identity.device

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a read-only connection on one consistent state of the database."""
        with self.database.reading() as connection:
            yield connection

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
            writer = Writer(connection, self.device, author, self.now(), self._tip or tip_of(connection, self.device))
            yield writer
            self._tip = writer.tip
        if writer.entries:
            self._changed()

    def apply(self, entries: Iterable[Entry]) -> int:
        """Append received entries, whole or not at all, and return how many were new.

        The entries of each device come in order. What is held already must be equal, and is passed over.
        Raises ``journal.chain.Broken`` (``Gap``, ``Forked``, ``Disordered``); then nothing was written.
        """
        with self._alone() as connection:
            self._tip = None
            new = apply(connection, entries)
        if new:
            self._changed()
        return new

    def write_local(self, statement: Insert | Update | Delete) -> None:
        """Write to a table that is about this machine (``records.LOCAL``). Raises ``NotLocal`` for any other."""
        if statement.table not in records.LOCAL:
            raise NotLocal(str(statement.table))
        with self.database.writing() as connection:
            connection.execute(statement)

    def when_changed(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` after each commit that added entries, on the thread that wrote."""
        self._listeners.append(listener)

    def head(self, device: int) -> Head:
        """Return the end of what is held of ``device``'s journal."""
        with self.reading() as connection:
            return head_of(connection, device)

    def digest_at(self, device: int, number: int) -> bytes | None:
        """Return the chain's digest (32 bytes) after that entry; ``GENESIS`` at 0; None when it is not held."""
        if number == 0:
            return GENESIS
        row = self.first(select(records.entry.c.digest).where(records.entry.c.id == entry_id(device, number)))
        return bytes(row.digest) if row else None

    def devices(self) -> tuple[int, ...]:
        """Return the numbers of the devices of which something is held, in order."""
        with self.reading() as connection:
            return tuple(sorted(heads(connection)))

    def entries(self, device: int, after: int = 0, limit: int = MAX_NUMBER) -> list[Entry]:
        """Return at most ``limit`` entries of ``device`` that follow number ``after``, in order."""
        low, high = entry_id(device, after), entry_id(device, MAX_NUMBER)
        query = select(records.entry).where(records.entry.c.id > low, records.entry.c.id <= high)
        return [to_entry(row) for row in self.all(query.order_by(records.entry.c.id).limit(limit))]

    def history(self, record: int) -> list[Entry]:
        """Return every entry about one record, in the order of their stamps."""
        with self.reading() as connection:
            return history(connection, [record])[record]

    def state(self, record: int) -> State | None:
        """Return the fold of everything that is held about one record."""
        return fold(self.history(record))

    def receipt(self, device: int) -> Receipt:
        """Return how far ``device``'s journal was received, as far as is known here."""
        columns = (records.receipt.c.number, records.receipt.c.received_at)
        row = self.first(select(*columns).where(records.receipt.c.device == device))
        return Receipt(row.number, row.received_at) if row else Receipt(0, 0)

    def keep_receipt(self, device: int, receipt: Receipt) -> None:
        """Remember how far ``device``'s journal was received. It never goes back: an old reply changes nothing."""
        known = self.receipt(device)
        number = max(known.number, receipt.number)
        with self.database.writing() as connection:
            connection.execute(records.receipt.delete().where(records.receipt.c.device == device))
            values = {"device": device, "number": number, "received_at": receipt.received_at}
            connection.execute(records.receipt.insert(), values)

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

    def _changed(self) -> None:
        for listener in self._listeners:
            listener()
