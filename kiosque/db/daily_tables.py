"""The tables of what a central counts once and keeps: figures per antenna and day, and which are to be counted."""

from sqlalchemy import BigInteger, Column, Integer, Table

from kiosque.db.metadata import metadata

daily = Table(
    "daily",
    metadata,
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("antenna", BigInteger, primary_key=True, autoincrement=False),
    Column("permanences", Integer, nullable=False),
    Column("seconds", Integer, nullable=False),
    Column("still_open", Integer, nullable=False),
    Column("to_confirm", Integer, nullable=False),
    Column("visits", Integer, nullable=False),
    Column("unnamed", Integer, nullable=False, server_default="0"),
    Column("interventions", Integer, nullable=False),
    Column("workshops", Integer, nullable=False),
    Column("attendances", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""The figures of an antenna on a local day, counted from 1970-01-01; antenna 0: of no known one. A row where any is."""

stale = Table(
    "stale",
    metadata,
    Column("since", BigInteger, primary_key=True, autoincrement=False),
    Column("until", BigInteger, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""The hours (UTC, from 1970 on; both included) whose days are to be counted again; see ``marks``."""

kept = Table("kept", metadata, Column("rules", Integer, primary_key=True, autoincrement=False))
"""One row where figures are kept: by which rules. None on a kiosk, which counts its rows."""

DERIVED = (daily, stale, kept)
"""What can be made again from the others, and is not carried anywhere."""
