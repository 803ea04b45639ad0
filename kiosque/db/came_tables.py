"""The tables of who came: by month and antenna while they are known, and as bare counts for ever."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text

from kiosque.db.metadata import metadata

came = Table(
    "came",
    metadata,
    Column("visitor", BigInteger, primary_key=True, autoincrement=False),
    Column("month", Integer, primary_key=True, autoincrement=False),
    Column("antenna", BigInteger, primary_key=True, autoincrement=False),
    Column("person", BigInteger, nullable=False),
    Column("home", BigInteger),
    Column("visits", Integer, nullable=False),
    Column("first_at", BigInteger, nullable=False),
    Column("last_at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""Each known visitor, local month (year × 12 + month - 1) and antenna (0: of no known one) of which there is a visit.

``person`` stands for those whom links join, ``home`` for the households that bear one card. Of who is erased, no row.
"""
Index("came_month", came.c.month, came.c.last_at)
Index("came_antenna", came.c.antenna, came.c.month)
Index("came_person", came.c.person, came.c.month)
_AT_HOME = came.c.home.is_not(None)
Index("came_home", came.c.home, came.c.month, sqlite_where=_AT_HOME)


def _counts(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("scope", Text, primary_key=True),
        Column("month", Integer, primary_key=True, autoincrement=False),
        Column("later", Integer, primary_key=True, autoincrement=False),
        Column("people", Integer, nullable=False),
        Column("households", Integer, nullable=False),
        Column("apart", Integer, nullable=False),
        sqlite_with_rowid=False,
    )


returns = _counts("returns")
"""Of the network (an empty scope) and of each association: how many came in ``month`` and next in ``later``.

Who came in a run of months did so for the last time in one of them: the sum of those whose next month is beyond it.
"""

gone = _counts("gone")
"""The same of people who were erased, of each antenna (its number) as well: what is left of them, and of nobody."""

late = Table(
    "late",
    metadata,
    Column("antenna", BigInteger, primary_key=True, autoincrement=False),
    Column("month", Integer, primary_key=True, autoincrement=False),
    Column("visits", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Visits of people who were erased before these arrived: nobody knows any more whether ``gone`` counts them there."""

belongs = Table(
    "belongs",
    metadata,
    Column("antenna", BigInteger, primary_key=True, autoincrement=False),
    Column("association", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Of which association each antenna was when ``returns`` was last counted."""

moved = Table("moved", metadata, Column("visitor", BigInteger, primary_key=True, autoincrement=False))
"""The visitors of whom something changed that ``came`` follows from: they are to be looked at again."""

people_kept = Table("people_kept", metadata, Column("rules", Integer, primary_key=True, autoincrement=False))
"""One row where it is kept who came: by which rules."""

DERIVED = (came, returns, belongs, moved, people_kept)
"""What can be made again from the others."""

LEFT = (gone, late)
"""What cannot."""
