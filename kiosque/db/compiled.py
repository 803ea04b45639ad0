"""Statements that SQLAlchemy compiled, once for the whole program: whichever pool or file, the words are the same."""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.util import LRUCache

MOST = 2000
"""Statements that are remembered: those used least are compiled again."""

_COMPILED: LRUCache[Any, Any] = LRUCache(MOST)


class Alike:
    """A dialect that is equal to every other of its class: what was compiled for one of them, another runs."""

    def __eq__(self, other: object) -> bool:
        """Whether ``other`` speaks the same words."""
        return type(self) is type(other)

    def __hash__(self) -> int:
        """As ``__eq__`` says."""
        return hash(type(self))


def sharing(engine: Engine) -> Engine:
    """Return ``engine``, whose dialect is ``Alike``, with what was compiled for the others."""
    return engine.execution_options(compiled_cache=_COMPILED)
