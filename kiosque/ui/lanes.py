"""All the threading of the kiosk: three lanes, one worker each, results back on the GUI thread.

Only frozen values cross: what a piece of work returns, and the exception it raises.
"""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosque.domain.errors import KnownError

T = TypeVar("T")

UNEXPECTED = "Quelque chose n’a pas marché. Réessayez\u202f; rien de noté n’est perdu."


class Lane(Enum):
    """Who works: one worker owns the database of the screens, one the line and the stick, one the printer.

    A printer on the network may keep who asks it waiting for seconds: nobody's tap and no round waits behind.
    """

    DB = "db"
    SYNC = "sync"
    PAPER = "paper"


class Submit(Protocol):
    """How a presenter hands work over; tests may do the work at once instead."""

    def __call__(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[KnownError], None],
    ) -> None:
        """Run ``work`` in ``lane``; then ``done`` with its result, or ``refused``, on the caller's thread."""


class Lanes(QObject):
    """The lanes. Lives on the GUI thread; ``close`` before the application ends."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = {lane: ThreadPoolExecutor(1, thread_name_prefix=f"kiosque-{lane.value}") for lane in Lane}
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[KnownError], None],
    ) -> None:
        """Run ``work`` in ``lane``; then ``done`` or ``refused`` on the GUI thread, in the order of submission.

        A ``KnownError`` reaches ``refused``. Any other exception is a bug: it reaches ``sys.excepthook``, and
        ``refused`` gets ``UNEXPECTED``.
        """

        def arrived(future: Future[T]) -> None:
            # Runs in the worker: nothing is looked at here, so that nothing of Qt is touched off its thread.
            if not self._closed:
                self._arrived.emit((future, done, refused))

        self._workers[lane].submit(work).add_done_callback(arrived)

    def close(self) -> None:
        """Finish what was submitted, then end both threads. Results that arrive after this are dropped."""
        for worker in self._workers.values():
            worker.shutdown(wait=True)
        self._closed = True

    @Slot(object)
    def _deliver(
        self,
        arrival: tuple[Future[T], Callable[[T], None], Callable[[KnownError], None]],
    ) -> None:
        if self._closed:
            return
        future, done, refused = arrival
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, KnownError):
            refused(error)
        else:
            # A bug is loud where it is read, and calm on the screen, which must go on answering.
            sys.excepthook(type(error), error, error.__traceback__)
            refused(KnownError(UNEXPECTED))
