"""Statements that SQLAlchemy compiles once and the driver runs: what a tap at the counter waits for.

Right after a commit, when the processor's caches are cold, SQLAlchemy's own work on a statement costs some 50 µs, and a
good disk's durable commit 200 to 400; a sign-in has four statements or more.
"""

from collections import namedtuple
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Delete, Insert
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from kiosque.db.query import Found, Query

_DIALECT = SQLiteDialect_pysqlite()


class Prepared:
    """One statement in the driver's own words."""

    def __init__(self, statement: Query | Insert | Delete) -> None:
        """Compile ``statement``; its values come at each run, by the names of its parameters or columns."""
        compiled = statement.compile(dialect=_DIALECT)
        self._sql = str(compiled)
        self._names = tuple(compiled.positiontup or ())
        self._given = compiled.params
        columns = (
            [] if isinstance(statement, Insert | Delete) else [column.name for column in statement.selected_columns]
        )
        self._row: Any = namedtuple("Found", columns)  # type: ignore[misc]  # noqa: PYI024 - known at run time only

    def run(self, driver: Any, values: Mapping[str, object]) -> None:  # noqa: ANN401 - the driver has no types
        """Run it for what it does."""
        driver.execute(self._sql, self._bound(values))

    def run_row(self, driver: Any, row: tuple[object, ...]) -> None:  # noqa: ANN401 - as above
        """Run it for ``row``: the values of all its parameters, in their order, as they are stored."""
        driver.execute(self._sql, row)

    def run_each(self, driver: Any, rows: Sequence[tuple[object, ...]]) -> None:  # noqa: ANN401 - as above
        """Run it for each of ``rows``, as ``run_row``."""
        driver.executemany(self._sql, rows)

    def first(self, driver: Any, values: Mapping[str, object]) -> Found | None:  # noqa: ANN401 - as above
        """Return the first row, or None."""
        found = driver.execute(self._sql, self._bound(values)).fetchone()
        return self._row(*found) if found else None

    def all(self, driver: Any, values: Mapping[str, object]) -> list[Found]:  # noqa: ANN401 - as above
        """Return every row."""
        return [self._row(*found) for found in driver.execute(self._sql, self._bound(values))]

    def rows(self, driver: Any, values: Mapping[str, object]) -> list[Any]:  # noqa: ANN401 - as above
        """Return every row as the driver gives it, a bare tuple: for the thousand."""
        rows: list[Any] = driver.execute(self._sql, self._bound(values)).fetchall()
        return rows

    def _bound(self, values: Mapping[str, object]) -> tuple[object, ...]:
        bound = {**self._given, **values}
        return tuple([bound[name] for name in self._names])


@lru_cache(maxsize=256)
def prepared(statement: Query | Insert | Delete) -> Prepared:
    """Return ``statement`` compiled; the same object is compiled once."""
    return Prepared(statement)
