"""The one thread of a central that counts again what was marked, and keeps it: pages then read it where it stands."""

import logging
from threading import Event, Lock, Thread

from kiosque.db.came import keep_people
from kiosque.db.store import Store
from kiosque.db.trouble import StorageTrouble
from kiosque.reports.daily import keep_up

_log = logging.getLogger(__name__)

PATIENCE = 5.0
"""Seconds without a change: while devices come by the hundred, whoever counts keeps them from writing."""

AT_MOST = 12
"""Times that it is waited so, while changes go on: pages count more and more themselves meanwhile."""


class Keeper:
    """Counts after each change, in a while. Pages wait for nothing: they count what is marked themselves."""

    def __init__(self, store: Store, patience: float = PATIENCE) -> None:
        self._store = store
        self._patience = patience
        self._changed, self._closing = Event(), Event()
        self._lock = Lock()
        self._thread: Thread | None = None
        store.when_changed(self.begin)

    def begin(self) -> None:
        """Count in a while what is marked; the thread starts when it is first needed."""
        with self._lock:
            if self._closing.is_set():
                return
            self._changed.set()
            if self._thread is None:
                self._thread = Thread(target=self._run, name="keeper")
                self._thread.start()

    def close(self) -> None:
        """Stop; what is still marked is counted when a central next runs."""
        with self._lock:
            self._closing.set()
        self._changed.set()
        if self._thread:
            self._thread.join()

    def _quiet(self) -> bool:
        """Wait until nothing changes for a while; return whether there is still somebody to count for."""
        for _ in range(AT_MOST):
            self._changed.clear()
            if self._closing.wait(self._patience):
                return False
            if not self._changed.is_set():
                break
        return not self._closing.is_set()

    def _run(self) -> None:
        while self._changed.wait() and self._quiet():
            try:
                for keeping in (keep_up, keep_people):
                    while not self._closing.is_set() and keeping(self._store.database):
                        pass
            except StorageTrouble as trouble:
                # Nothing is lost: it is still marked, and the next change brings it back here.
                _log.warning("figures are not kept up: %s", trouble.sentence)
