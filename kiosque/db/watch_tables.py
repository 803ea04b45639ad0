"""The tables of what headquarters looks at: what was found, how far the journals were gone through, who decided why."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from kiosque.db.metadata import Identifier, metadata

looked_through = Table(
    "looked_through",
    metadata,
    Column("device", Identifier, primary_key=True, autoincrement=False),
    Column("number", BigInteger, nullable=False),
)
"""How far each device's journal was gone through: what follows is gone through the next time."""

found = Table(
    "found",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("form", Text, nullable=False),
    Column("record", BigInteger, nullable=False),
    Column("other", BigInteger, nullable=False),
    Column("found_at", BigInteger, nullable=False),
    Column("settled_at", BigInteger),
)
"""What somebody should look at: a record of which two said otherwise, or two who may be one person (``other``)."""
Index("found_record", found.c.form, found.c.record, found.c.other, unique=True)

forgetting = Table(
    "forgetting",
    metadata,
    Column("record", Identifier, primary_key=True, autoincrement=False),
    Column("feed", BigInteger, primary_key=True, autoincrement=False),
    Column("position", BigInteger, nullable=False),
    Column("asked_at", BigInteger, nullable=False),
)
"""What was erased, and how far each feed went then: a device that holds it so far has forgotten it too."""

decision = Table(
    "decision",
    metadata,
    Column("entry", Identifier, primary_key=True, autoincrement=False),
    Column("account", Text, nullable=False),
    Column("reason", Text, nullable=False),
)
"""Which account of headquarters wrote an entry, and why: the journal knows headquarters as one."""

purge = Table(
    "purge",
    metadata,
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("people", Integer, nullable=False),
    Column("names", Integer, nullable=False),
    Column("animators", Integer, nullable=False),
    Column("lines", Integer, nullable=False),
    Column("awaited", Integer, nullable=False),
    Column("soon", Integer, nullable=False),
)
"""What was kept no longer on a local day (from 1970-01-01): how many people, names that stood alone, animators, lines
of access logs; and how many people waited for a PC to be heard, or would be kept no longer in a month."""

TABLES = frozenset({looked_through, found, forgetting, decision, purge})
