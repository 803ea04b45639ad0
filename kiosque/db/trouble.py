"""When the disk fails under the store: a sentence for the person, instead of the driver's words."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import DBAPIError

from kiosque.domain.errors import KnownError

_DAMAGED = "Le journal de ce poste est abîmé. Appelez la coordination."
_NO_ANSWER = "Le disque de ce poste ne répond plus, ou il est plein. Réessayez, puis appelez la coordination."
"""A disk without room for the WAL's index is said to be in error, not full."""

_SENTENCES = {
    "full": "Le disque de ce poste est plein. Faites de la place, puis réessayez.",
    "disk I/O": _NO_ANSWER,
    "unable to open": _NO_ANSWER,
    "malformed": _DAMAGED,
    "not a database": _DAMAGED,
    "locked": "Le journal est pris par un autre programme. Réessayez dans un instant.",
}
"""By what SQLite says (sqlite.org, Result and Error Codes). Anything else it says is a bug of ours, and stays loud."""


class StorageTrouble(KnownError):
    """The disk is full, broken or busy. The transaction was not written; what was written before is there."""


def damaged() -> StorageTrouble:
    """Return what to raise when the file holds pages that nobody wrote."""
    return StorageTrouble(_DAMAGED)


@contextmanager
def told() -> Iterator[None]:
    """Raise ``StorageTrouble`` in place of the driver's error when it is the disk's."""
    try:
        yield
    except (DBAPIError, sqlite.DatabaseError) as error:
        said = str(error.orig if isinstance(error, DBAPIError) else error)
        for words, sentence in _SENTENCES.items():
            if words in said:
                raise StorageTrouble(sentence) from error
        raise
