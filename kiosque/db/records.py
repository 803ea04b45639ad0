"""The tables: the journal, one table per kind of record derived from it, and what stays on this machine."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from kiosque.db import account_tables, came_tables, daily_tables, kiosk_tables, report_tables, watch_tables
from kiosque.db.metadata import Identifier, metadata
from kiosque.domain import records
from kiosque.domain.kinds import Field, Kind, Type

entry = Table(
    "entry",
    metadata,
    # device << 32 | number: a device's entries lie side by side, and the last one is its head.
    Column("id", Identifier, primary_key=True, autoincrement=False),
    Column("clock", BigInteger, nullable=False),
    Column("base", BigInteger, nullable=False),
    Column("written_at", BigInteger, nullable=False),
    Column("author", BigInteger, nullable=False),
    Column("kind", Integer, nullable=False),
    Column("record", BigInteger, nullable=False),
    Column("changes", LargeBinary, nullable=False),
    Column("personal", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
)
_UPDATES = entry.c.record != entry.c.id
# Creations are found by their id: only updates need the index, so most taps do not write a page of it.
# PostgreSQL is told so by the migrations, which make the tables: naming it here loads its dialect, 3 MB at each start.
Index("entry_update", entry.c.record, sqlite_where=_UPDATES)

identity = Table(
    "identity",
    metadata,
    Column("device", Identifier, primary_key=True, autoincrement=False),
    Column("antenna", BigInteger, nullable=False),
    Column("central", BigInteger, nullable=False),
    Column("address", Text, nullable=False),
    Column("secret", LargeBinary, nullable=False),
    Column("seed", LargeBinary, nullable=False),
    Column("root", LargeBinary, nullable=False),
    Column("certificate", LargeBinary, nullable=False),
    Column("epoch", BigInteger, nullable=False),
)
"""Who this database is: one row. The central's ``antenna`` is 0 and its ``central`` is itself."""

headquarters_key = Table(
    "headquarters_key",
    metadata,
    Column("serial", Identifier, primary_key=True, autoincrement=False),
    Column("public", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("seed", LargeBinary),
    Column("retired_at", BigInteger),
)
"""Headquarters' keys, each signed by the offline root; the seed at the central only."""

receipt = Table(
    "receipt",
    metadata,
    Column("device", Identifier, primary_key=True, autoincrement=False),
    Column("number", BigInteger, nullable=False),
    Column("received_at", BigInteger, nullable=False),
    Column("in_doubt", Boolean, nullable=False),
    Column("network", BigInteger, nullable=False),
    Column("antenna", BigInteger, nullable=False),
    Column("signed", BigInteger, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)
"""On a kiosk: how far the central says that it received, and whether entries left since and no reply came.

At the central: when each device was last heard, and the last head of its journal that the device signed itself.
"""

feed = Table(
    "feed",
    metadata,
    Column("feed", BigInteger, primary_key=True, autoincrement=False),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("entry", BigInteger, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""What devices may ever receive, in order: the network's feed is 0, an antenna's is its record's id."""

life = Table(
    "life",
    metadata,
    Column("epoch", BigInteger, primary_key=True, autoincrement=False),
    Column("feed", BigInteger, primary_key=True, autoincrement=False),
    Column("position", BigInteger, nullable=False),
    Column("former", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""The central's, after a restoration: how far each feed went in the backup, and the number that it wrote under."""

visible = Table(
    "visible",
    metadata,
    Column("visitor", BigInteger, primary_key=True, autoincrement=False),
    Column("antenna", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""The central's: which antennas may know a visitor."""

credential = Table(
    "credential",
    metadata,
    Column("device", Identifier, primary_key=True, autoincrement=False),
    Column("antenna", BigInteger, nullable=False),
    Column("secret", LargeBinary, nullable=False),
    Column("public", LargeBinary, nullable=False),
    Column("key", BigInteger, nullable=False),
    Column("recovery", LargeBinary, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("revoked_at", BigInteger),
    Column("accepted", BigInteger),
)
"""The central's: which device may send. ``secret`` until its first envelope, ``public`` from then on; ``key`` is the
serial of headquarters' key that it last used; ``accepted`` how far a revoked one's journal may still be taken."""

enrolment_code = Table(
    "enrolment_code",
    metadata,
    Column("lookup", LargeBinary, primary_key=True),
    Column("device", BigInteger, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
)
"""The central's: enrolment files that a one-time code fetches and opens. The code itself is nowhere."""

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("device", BigInteger, nullable=False),
    Column("arrived_at", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("settled_at", BigInteger),
)
"""The central's: what was refused and is kept for headquarters to decide, sealed as it came."""

renumbering = Table(
    "renumbering",
    metadata,
    Column("public", LargeBinary, primary_key=True),
    Column("device", BigInteger, nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("number", BigInteger),
)
"""The central's: copies of a device's disk that ask for a number of their own; ``number`` once headquarters agreed."""

fetched = Table(
    "fetched",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("ticket", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""The central's: what came of a file from a stick, and the reply, until whoever brought it has fetched it."""

LOCAL = frozenset(
    {
        identity,
        headquarters_key,
        receipt,
        feed,
        life,
        visible,
        *kiosk_tables.TABLES,
        *account_tables.TABLES,
        *watch_tables.TABLES,
        *daily_tables.DERIVED,
        *came_tables.DERIVED,
        *came_tables.LEFT,
        *report_tables.TABLES,
        credential,
        enrolment_code,
        quarantine,
        renumbering,
        fetched,
    }
)
"""What is about this machine and not about the space: not in the journal, never sent."""

_SQL: dict[Type, type[TypeEngine[Any]]] = {
    Type.BOOL: Boolean,
    Type.INT: BigInteger,
    Type.TIME: BigInteger,
    Type.CODE: Text,
    Type.CODES: Text,
    Type.LABEL: Text,
    Type.TEXT: Text,
    Type.REF: BigInteger,
    Type.REFS: Text,
    Type.BYTES: LargeBinary,
}

_INDEXED = {
    "visitor": ("card",),
    "intervention": ("permanence",),
    "registration": ("workshop",),
    "link": ("one", "other"),
    "household": ("card",),
    "presence": ("permanence",),
    "attendance": ("registration",),
    "desk_use": ("desk",),
    "booking": ("desk",),
    "repair": ("item",),
    "item": ("origin",),
    "authorisation": ("desk",),
    "loan": ("equipment",),
    "inspection": ("equipment",),
}

_INDEXED_WHERE_SAID = {
    "visitor": ("birth_day", "pictures", "household", "erased", "restricted_at", "objected_at"),
}
"""Most visitors have none of these: their arrival does not write a page of each index."""


def ends_of(field: Field) -> tuple[str, str]:
    """Return the names of an interval's two columns."""
    return ("started_at", "ended_at") if field.name == "times" else (f"{field.name}_from", f"{field.name}_until")


def columns_of(field: Field) -> list[Column[object]]:
    """Return the columns of a field in its kind's table: two for an interval."""
    if field.type is Type.INTERVAL:
        return [Column(name, BigInteger) for name in ends_of(field)]
    return [Column(field.name, _SQL[field.type]())]


def _table(kind: Kind) -> Table:
    columns = [column for field in kind.all_fields for column in columns_of(field)]
    table = Table(kind.name, metadata, Column("id", Identifier, primary_key=True, autoincrement=False), *columns)
    for name in _INDEXED.get(kind.name, ()):
        Index(f"{kind.name}_{name}", table.c[name])
    for name in _INDEXED_WHERE_SAID.get(kind.name, ()):
        said = table.c[name].is_not(None)
        Index(f"{kind.name}_{name}", table.c[name], sqlite_where=said)
    return table


TABLES = {kind: _table(kind) for kind in records.KINDS}

antenna = TABLES[records.ANTENNA]
animator = TABLES[records.ANIMATOR]
device = TABLES[records.DEVICE]
permanence = TABLES[records.PERMANENCE]
visitor = TABLES[records.VISITOR]
visit = TABLES[records.VISIT]
intervention = TABLES[records.INTERVENTION]
workshop = TABLES[records.WORKSHOP]
registration = TABLES[records.REGISTRATION]
link = TABLES[records.LINK]
group = TABLES[records.GROUP]
household = TABLES[records.HOUSEHOLD]
presence = TABLES[records.PRESENCE]
task = TABLES[records.TASK]
engagement = TABLES[records.ENGAGEMENT]
hours = TABLES[records.HOURS]
partner = TABLES[records.PARTNER]
support = TABLES[records.SUPPORT]
survey = TABLES[records.SURVEY]
attendance = TABLES[records.ATTENDANCE]
stop = TABLES[records.STOP]
training = TABLES[records.TRAINING]
programme = TABLES[records.PROGRAMME]
objective = TABLES[records.OBJECTIVE]
code = TABLES[records.CODE]
desk = TABLES[records.DESK]
desk_use = TABLES[records.DESK_USE]
booking = TABLES[records.BOOKING]
bought = TABLES[records.PASS]
repair = TABLES[records.REPAIR]
item = TABLES[records.ITEM]
authorisation = TABLES[records.AUTHORISATION]
equipment = TABLES[records.EQUIPMENT]
loan = TABLES[records.LOAN]
inspection = TABLES[records.INSPECTION]
wish = TABLES[records.WISH]
feedback = TABLES[records.FEEDBACK]
request = TABLES[records.REQUEST]
cost = TABLES[records.COST]

Row = dict[str, object]
"""A row of any of them, by the names of its columns."""
