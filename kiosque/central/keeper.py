"""The one thread of a central that counts again what was marked, and keeps it: pages then read it where it stands.

Once a day it lets go what is kept no longer.
"""

import logging
from collections.abc import Callable
from threading import Event, Lock, Thread

from kiosque.central import watching
from kiosque.db import alone_key
from kiosque.db.came import keep_people
from kiosque.db.store import Store
from kiosque.db.trouble import StorageTrouble
from kiosque.domain.errors import KnownError
from kiosque.reports.by_code import keep_lacking
from kiosque.reports.daily import keep_up

_log = logging.getLogger(__name__)

WORK, REST = 0.2, 0.8
"""Seconds spent on looking for doubles, and then left to everybody else: a fifth of a processor at most."""

PATIENCE = 5.0
"""Seconds without a change: while devices come by the hundred, whoever counts keeps them from writing."""

AT_MOST = 12
"""Times that it is waited so, while changes go on: pages count more and more themselves meanwhile."""


AN_HOUR = 3600.0
"""Seconds after which it is looked whether another day has begun, when nothing changes."""

Daily = Callable[[Store, Callable[[], bool]], object]
"""What is done once a day, unless it was; it goes on as long as it is told to."""


class Keeper:
    """Counts after each change, in a while. Pages wait for nothing: they count what is marked themselves."""

    def __init__(
        self, store: Store, patience: float = PATIENCE, *, looks: bool = True, daily: Daily | None = None
    ) -> None:
        """``looks``: it goes through what was received too, a little at a time; of several workers, one does."""
        self._store = store
        self._patience, self._looks, self._daily = patience, looks, daily
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
        while self._waited():
            try:
                for keeping in (keep_up, keep_people, keep_lacking, alone_key.keep_up):
                    while not self._closing.is_set() and keeping(self._store.database):
                        pass
                self._look()
            except StorageTrouble as trouble:
                # Nothing is lost: it is still marked, and the next change brings it back here.
                _log.warning("figures are not kept up: %s", trouble.sentence)
                continue
            try:
                if self._daily and not self._closing.is_set():
                    self._daily(self._store, lambda: not self._closing.is_set())
            except KnownError as error:
                # What was done is done; the rest is the next day's.
                _log.warning("the day's work was left: %s", error.sentence)

    def _waited(self) -> bool:
        self._changed.wait(AN_HOUR if self._daily else None)
        return self._quiet()

    def _look(self) -> None:
        """Go through what was received, until nothing is left or something is to be counted again."""
        if not self._looks or self._closing.is_set():
            return
        while watching.catch_up(self._store, WORK):
            if self._changed.wait(REST) or self._closing.is_set():
                return
