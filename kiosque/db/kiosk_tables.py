"""The tables that a kiosk alone fills: what it was told by headquarters, what it asks, what is not written yet."""

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, Table, Text

from kiosque.db.metadata import Identifier, metadata

epoch = Table(
    "epoch",
    metadata,
    Column("feed", Identifier, primary_key=True, autoincrement=False),
    Column("epoch", BigInteger, nullable=False),
)
"""Of which life of the central each feed is."""

countersigned = Table(
    "countersigned",
    metadata,
    Column("id", Identifier, primary_key=True, autoincrement=False),
    Column("serial", BigInteger, nullable=False),
    Column("heads", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)
"""One row: the last heads that headquarters signed for it, as they were signed."""

question = Table(
    "question",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("start", LargeBinary, nullable=False),
)
"""What its files on sticks start with, until a later round answered. An older reply is then passed over."""

draft = Table(
    "draft",
    metadata,
    Column("animator", Identifier, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)
"""What an animator is writing, until it is written or given up. Never sent."""

smile = Table(
    "smile",
    metadata,
    Column("half_day", BigInteger, primary_key=True, autoincrement=False),
    Column("face", Text, primary_key=True),
    Column("answers", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Faces that were touched, until a closing writes how many. Beside a departure, an entry would name who."""

TABLES = frozenset({epoch, countersigned, question, draft, smile})
