"""Several who write at the same instant: none of them writes before all have looked at what there is."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier, local

import pytest
from sqlalchemy import Connection

from kiosque.db.database import Database
from kiosque.domain.errors import KnownError

PATIENCE = 60
"""Seconds that all have to come to the door of the transaction: only who never comes lets them pass."""


def at_once(database: Database, several: Sequence[Callable[[], object]]) -> list[bool]:
    """Do each on a thread of its own, all held where they begin to write; return which of them were not refused."""
    door, came, begin = Barrier(len(several), timeout=PATIENCE), local(), database.writing

    @contextmanager
    def writing() -> Iterator[Connection]:
        if not hasattr(came, "here"):
            came.here = True
            door.wait()
        with begin() as connection:
            yield connection

    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(len(several)) as threads:
        patch.setattr(database, "writing", writing)
        return list(threads.map(_done, several))


def _done(each: Callable[[], object]) -> bool:
    try:
        each()
    except KnownError:
        return False
    return True
