"""The tables of activity reports: what was asked for, what headquarters says in it, what was frozen. The central's."""

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, Table, Text

from kiosque.db.metadata import Identifier, metadata

report = Table(
    "report",
    metadata,
    Column("id", Identifier, primary_key=True),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    Column("funder", BigInteger),
    Column("association", Text),
    Column("made_at", BigInteger, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("frozen_at", BigInteger),
    Column("frozen_by", Text),
    Column("contents", LargeBinary),
    Column("reason", Text),
    Column("draft", LargeBinary),
    Column("counting", BigInteger),
    Column("counted", Integer),
)
"""One report: of the days from ``first`` to ``last``, for the partner ``funder``, of an association alone.

``contents``: what was frozen, whole, packed; None while it is still written. ``draft``: what was counted last, packed,
with the heads and the moment that it is of; beside what is frozen, to compare with. ``reason``: why it was, although
it shares days with others that are frozen. ``counting``: since when somebody counts the figures again, and how many
parts of them are ``counted``.
"""

report_comment = Table(
    "report_comment",
    metadata,
    Column("report", BigInteger, primary_key=True, autoincrement=False),
    Column("section", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("said_at", BigInteger, nullable=False),
    Column("said_by", Text, nullable=False),
)
"""What headquarters says in a section of a report."""

TABLES = frozenset({report, report_comment})
