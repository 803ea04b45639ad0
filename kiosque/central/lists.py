"""The code lists of the whole program, as the store knows them: a command, or another worker, may have changed them."""

from time import monotonic

from kiosque.actions.network import code_lists
from kiosque.db.store import Store

A_MOMENT = 30
"""Seconds for which what was read is believed: a code list changes some times a year."""


class Lists:
    """Brings the lists up to date before a page is made of them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read_at = float("-inf")

    def refresh(self) -> None:
        """Read the lists again, unless that was done a moment ago."""
        if monotonic() - self._read_at > A_MOMENT:
            code_lists.use(self._store)
            self._read_at = monotonic()
