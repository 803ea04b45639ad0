"""Answers of the API that may be long, given as they are read: memory stays flat, and the first line comes at once."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import Any

import msgspec
from litestar import MediaType
from litestar.response import Stream
from sqlalchemy import Connection

from kiosque.central.files import given
from kiosque.central.giving import giving
from kiosque.db.store import Store

AT_A_TIME = 1000

_encode = msgspec.json.Encoder().encode


def flowing(store: Store, rows: Callable[[Connection], Iterable[Any]]) -> Stream:
    """Return an answer, one JSON array of all that ``rows`` gives of one state of the database."""
    return giving(given(store, lambda connection: array(rows(connection))), MediaType.JSON, {})


def array(rows: Iterable[Any]) -> Iterator[bytes]:
    """Give a JSON array some rows at a time."""
    before, left = b"[", iter(rows)
    for some in iter(partial(_some, left), []):
        yield before + _encode(some)[1:-1]
        before = b","
    yield b"[]" if before == b"[" else b"]"


def _some(left: Iterator[Any]) -> list[Any]:
    return list(islice(left, AT_A_TIME))
