"""What is asked from several sides of a page, found once: the state that a reading connection sees stays the same."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, RootTransaction

from kiosque.db.database import sees_one_state

T = TypeVar("T")

_FOUND: WeakKeyDictionary[RootTransaction, dict[Hashable, Any]] = WeakKeyDictionary()


def once(connection: Connection, what: Hashable, find: Callable[[], T]) -> T:
    """Return what ``find`` gives: asked once in a state that stays the same, each time where rows may change."""
    found = _found(connection)
    if found is None:
        return find()
    if what not in found:
        found[what] = find()
    given: T = found[what]
    return given


def found_before(connection: Connection, what: Hashable) -> bool:
    """Whether ``once`` has found it in this state."""
    return what in (_found(connection) or ())


def _found(connection: Connection) -> dict[Hashable, Any] | None:
    state = connection.get_transaction() if sees_one_state(connection) else None
    return None if state is None else _FOUND.setdefault(state, {})
