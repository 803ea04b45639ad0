"""What people do becomes entries, and rows, in the transaction they belong to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select

from kiosque.db.apart import SetApart, is_apart, unnamed
from kiosque.db.apply import rebuild
from kiosque.db.database import driver_of
from kiosque.db.journal import heads, history
from kiosque.db.marks import mark_added
from kiosque.db.prepared import prepared
from kiosque.db.query import Found, Query
from kiosque.db.records import TABLES, entry
from kiosque.db.rows import pack
from kiosque.db.shown import row, row_of
from kiosque.domain import apart
from kiosque.domain.errors import KnownError
from kiosque.domain.kinds import ERASED, Kind, Root, fits
from kiosque.domain.records import VISITOR
from kiosque.journal.chain import START, Head, canonical, follow
from kiosque.journal.clock import tick
from kiosque.journal.entry import Entry, Fields, Value, entry_id

_APPEND = entry.insert()
_CREATE = {kind: table.insert() for kind, table in TABLES.items()}
_CREATED = select(entry.c.clock).where(entry.c.id == bindparam("record"))
_UPDATED = select(func.max(entry.c.clock)).where(entry.c.record == bindparam("record"), entry.c.record != entry.c.id)


class Erased(KnownError):
    """The record was erased for ever: nothing may be written about it again."""


class Missing(KnownError):
    """There is no such record here."""


@dataclass(frozen=True, slots=True)
class Tip:
    """Where a device's journal goes on: its head, and the greatest clock of all that is held."""

    head: Head
    clock: int


def tip_of(connection: Connection, device: int) -> Tip:
    """Read where ``device``'s journal goes on."""
    held = heads(connection)
    # Clocks grow along each device's journal, so the greatest of all is at one of the heads.
    return Tip(held.get(device, START), max((head.clock for head in held.values()), default=0))


class Writer:
    """Appends to this device's journal, inside one transaction that the store opens and commits."""

    def __init__(self, connection: Connection, device: int, author: int, now: int, tip: Tip) -> None:
        """Continue ``device``'s journal from ``tip``, in ``connection``'s transaction, at ``now`` (UTC seconds)."""
        self.now = now
        self.author = author
        self.tip = tip
        self.said: list[Entry] = []
        self._connection = connection
        self._driver = driver_of(connection)
        self._device = device

    @property
    def entries(self) -> list[int]:
        """The ids of what was written."""
        return [said.id for said in self.said]

    def first(self, query: Query, **values: Value) -> Found | None:
        """Return the first row of ``query`` as this transaction sees it, or None; ``values`` are its parameters.

        At the counter, queries are built once and given their values here: building one costs more than running it.
        """
        return prepared(query).first(self._driver, values) if values else self._connection.execute(query).first()

    def one(self, query: Query, **values: Value) -> Found:
        """Return the row of ``query``, which always has one; ``values`` are its parameters."""
        [row] = prepared(query).all(self._driver, values)
        return row

    def all(self, query: Query) -> list[Found]:
        """Return the rows of ``query`` as this transaction sees them."""
        return list(self._connection.execute(query))

    def knows(self, visitor: int) -> bool:
        """Whether what is new may name a visitor: they are not set apart."""
        return not is_apart(self._driver, visitor)

    def histories(self, records: Sequence[int]) -> dict[int, list[Entry]]:
        """Return every entry about each of ``records`` as this transaction sees them, in the order of their stamps."""
        return history(self._connection, records)

    def record(self, kind: Kind, **values: Value) -> int:
        """Create a record and return its id. A field left out, or None, is not said.

        Who is set apart is named by nothing new: it is noted as of somebody without a name.
        """
        named = unnamed(self._driver, kind, values)
        said = {name: value for name, value in named.items() if value is not None}
        changes, personal = _split(kind, said)
        identifier = entry_id(self._device, self.tip.head.number + 1)
        self._append(kind, identifier, 0, changes, personal)
        prepared(_CREATE[kind]).run_row(self._driver, row_of(kind, identifier, {**changes, **personal}))
        mark_added(self._connection, kind.name, [identifier])
        return identifier

    def amend(self, kind: Kind, record: int, **values: Value) -> int:
        """Say new values of some fields of a record; return the entry's id.

        Of what was erased and is nobody any more (a visit, a registration) what is counted may be said otherwise still;
        of who is set apart nothing may. Raises ``Missing``, ``Erased`` or ``SetApart``.
        """
        if kind is VISITOR and not values.keys() <= apart.FIELDS and not self.knows(record):
            raise SetApart
        return self.say_again(kind, record, **values)

    def say_again(self, kind: Kind, record: int, **values: Value) -> int:
        """Do the same of who is set apart too: what they said stays when others are forgotten. Raises as ``amend``."""
        changes, personal = _split(kind, values)
        self._check_alive(kind, record, personal=any(value is not None for value in personal.values()))
        written = self._append(kind, record, self._base(record), changes, personal)
        if kind is VISITOR and (values.keys() & apart.FIELDS or not self.knows(record)):
            # What is shown of all the rest depends on the flags.
            rebuild(self._connection, [record])
            return written
        # What is written now has the greatest clock of all: it wins without asking the fold.
        table = TABLES[kind]
        self._connection.execute(table.update().where(table.c.id == record).values(row(kind, {**changes, **personal})))
        return written

    def correct(self, kind: Kind, record: int, **values: Value) -> dict[str, Value]:
        """Say new values of those fields that say otherwise; return what was written. Raises as ``amend``."""
        new = self.differing(kind, record, **values)
        if new:
            self.amend(kind, record, **new)
        return new

    def differing(self, kind: Kind, record: int, **values: Value) -> dict[str, Value]:
        """Return those of ``values`` that a record does not say yet. Raises ``Missing`` or ``Erased``."""
        self._check_alive(kind, record, personal=False)
        table = TABLES[kind]
        [held] = self._connection.execute(table.select().where(table.c.id == record)).mappings()
        shown = {name: row(kind, {kind.field(name).number: value}) for name, value in values.items()}
        return {
            name: values[name] for name, columns in shown.items() if any(held[key] != columns[key] for key in columns)
        }

    def erase(self, kind: Kind, record: int, entries: tuple[int, ...] = ()) -> int:
        """Erase for ever the personal part of a record, or of some of its entries; return the entry's id."""
        self._check_alive(kind, record, personal=True)
        written = self._append(kind, record, self._base(record), {ERASED: entries}, {})
        rebuild(self._connection, [record])
        return written

    def _append(self, kind: Kind, record: int, base: int, changes: Fields, personal: Fields) -> int:
        head, clock, number = self.tip.head, tick(self.tip.clock), self.tip.head.number + 1
        said = Entry(self._device, number, clock, base, self.now, self.author, kind.number, record, changes, personal)
        self.tip = Tip(follow(head, said), clock)
        packed = pack(said, canonical(changes), canonical(personal), self.tip.head.digest)
        prepared(_APPEND).run_row(self._driver, packed)
        self.said.append(said)
        return said.id

    def _base(self, record: int) -> int:
        return max(self._connection.scalar(query, {"record": record}) or 0 for query in (_UPDATED, _CREATED))

    def _check_alive(self, kind: Kind, record: int, *, personal: bool) -> None:
        table = TABLES[kind]
        found = self.first(select(table.c.erased).where(table.c.id == record))
        if found is None:
            sentence = "Cette fiche n’existe pas sur ce poste."
            raise Missing(sentence)
        if found.erased == "" and (personal or kind.root is Root.VISITOR):
            sentence = "Cette fiche a été effacée à la demande de la personne."
            raise Erased(sentence)


def _split(kind: Kind, values: Mapping[str, Value]) -> tuple[Fields, Fields]:
    """Return the fields' numbers and values, what is not personal and what is. Raises for a value that is a bug."""
    changes: dict[int, Value] = {}
    personal: dict[int, Value] = {}
    for name, value in values.items():
        field = kind.field(name)
        if not fits(field.type, value):
            message = f"{kind.name}.{name} is {field.type.value}, not {value!r}"
            raise TypeError(message)
        (personal if field.personal else changes)[field.number] = value
    return changes, personal
