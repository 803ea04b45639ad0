"""The tables of what a central counts once and keeps: figures per antenna and day, and which are to be counted."""

from sqlalchemy import BigInteger, Column, Integer, Table, Text

from kiosque.db.metadata import metadata


def _figures() -> list[Column[int]]:
    """Return the columns of what is counted, the same in each of these tables."""
    names = ("permanences", "seconds", "still_open", "to_confirm", "visits")
    more = ("interventions", "workshops", "attendances")
    return [
        *(Column(name, Integer, nullable=False) for name in names),
        Column("unnamed", Integer, nullable=False, server_default="0"),
        *(Column(name, Integer, nullable=False) for name in more),
    ]


daily = Table(
    "daily",
    metadata,
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("antenna", BigInteger, primary_key=True, autoincrement=False),
    *_figures(),
    sqlite_with_rowid=False,
)
"""The figures of an antenna on a local day, counted from 1970-01-01; antenna 0: of no known one. A row where any is."""

monthly = Table(
    "monthly",
    metadata,
    Column("month", Integer, primary_key=True, autoincrement=False),
    Column("antenna", BigInteger, primary_key=True, autoincrement=False),
    *_figures(),
    sqlite_with_rowid=False,
)
"""What the days of a month (of year 0 on) in ``daily`` come to, for an antenna: a year of a thousand is 12,000 rows."""

whole = Table(
    "whole",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    *_figures(),
    sqlite_with_rowid=False,
)
"""What a day comes to, of all the antennas (an empty scope) and of those of each association."""

coded = Table(
    "coded",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("form", Text, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("code", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""What is counted by code on a day: acts of help by theme, by body and by the programme that they belong to, visits by
commune, age and sector, attendances by programme.

Of the network (an empty scope) and of each association.
"""

lacking = Table(
    "lacking",
    metadata,
    Column("form", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("until", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""What ``coded`` does not hold yet as it is now: of a form, or of one code of it, the days up to ``until``.

The latest days are counted first: those are asked for.
"""

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

DERIVED = (daily, monthly, whole, coded, lacking, stale, kept)
"""What can be made again from the others, and is not carried anywhere."""
