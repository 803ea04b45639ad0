"""Statements that SQLAlchemy compiles once and the driver runs: what a tap at the counter waits for.

Right after a commit, when the processor's caches are cold, SQLAlchemy's own work on a statement costs some 50 µs, and a
good disk's durable commit 200 to 400; a sign-in has four statements or more.
"""

from collections import namedtuple
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Delete, Dialect, Insert
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from kiosque.db.query import Found, Query

Statement = Query | Insert | Delete

_SQLITE = SQLiteDialect_pysqlite()


class _Words:
    """One statement in one driver's own words."""

    def __init__(self, statement: Statement, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        self.sql = str(compiled)
        self._names = tuple(compiled.positiontup or ())
        self._given = compiled.params

    def bound(self, values: Mapping[str, object]) -> tuple[object, ...]:
        """Return the values of its parameters, in their order."""
        bound = {**self._given, **values}
        return tuple([bound[name] for name in self._names])


class Prepared:
    """One statement, in the words of whichever driver runs it."""

    def __init__(self, statement: Statement) -> None:
        """Its values come at each run, by the names of its parameters or columns."""
        self._statement = statement
        self._words: dict[type, _Words] = {}
        columns = (
            [] if isinstance(statement, Insert | Delete) else [column.name for column in statement.selected_columns]
        )
        self._row: Any = namedtuple("Found", columns)  # type: ignore[misc]  # noqa: PYI024 - known at run time only

    def run(self, driver: Any, values: Mapping[str, object]) -> None:  # noqa: ANN401 - the drivers have no common type
        """Run it for what it does."""
        words = self._of(driver)
        driver.execute(words.sql, words.bound(values))

    def run_row(self, driver: Any, row: tuple[object, ...]) -> None:  # noqa: ANN401 - as above
        """Run it for ``row``: the values of all its parameters, in their order, as they are stored."""
        driver.execute(self._of(driver).sql, row)

    def run_each(self, driver: Any, rows: Sequence[tuple[object, ...]]) -> None:  # noqa: ANN401 - as above
        """Run it for each of ``rows``, as ``run_row``."""
        driver.executemany(self._of(driver).sql, rows)

    def first(self, driver: Any, values: Mapping[str, object]) -> Found | None:  # noqa: ANN401 - as above
        """Return the first row, or None."""
        words = self._of(driver)
        found = driver.execute(words.sql, words.bound(values)).fetchone()
        return self._row(*found) if found else None

    def all(self, driver: Any, values: Mapping[str, object]) -> list[Found]:  # noqa: ANN401 - as above
        """Return every row."""
        words = self._of(driver)
        return [self._row(*found) for found in driver.execute(words.sql, words.bound(values))]

    def rows(self, driver: Any, values: Mapping[str, object]) -> list[Any]:  # noqa: ANN401 - as above
        """Return every row as the driver gives it, a bare tuple: for the thousand."""
        words = self._of(driver)
        rows: list[Any] = driver.execute(words.sql, words.bound(values)).fetchall()
        return rows

    def _of(self, driver: Any) -> _Words:  # noqa: ANN401 - as above
        kind = type(driver)
        words = self._words.get(kind)
        if words is None:
            # Another driver than SQLite's brings its dialect along: the kiosk never loads it.
            words = self._words[kind] = _Words(self._statement, getattr(kind, "dialect", _SQLITE))
        return words


@lru_cache(maxsize=256)
def prepared(statement: Statement) -> Prepared:
    """Return ``statement`` compiled; the same object is compiled once."""
    return Prepared(statement)
