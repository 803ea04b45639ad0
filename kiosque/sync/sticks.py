"""Sticks as the window of a kiosk sees them: which one is plugged in, what it brought, what was written on it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from kiosque.sync.volumes import Volumes

if TYPE_CHECKING:  # The window paints before any of these is loaded.
    from kiosque.db.store import Store
    from kiosque.sync.device_end import DeviceEnd
    from kiosque.sync.errand import Errand
    from kiosque.sync.runner import Runner
    from kiosque.sync.stick import Exported

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Plugged:
    """What is plugged in: the only stick, or none, or several. ``waiting``: entries that would leave on it."""

    stick: Path | None = None
    several: bool = False
    waiting: int = 0


class AtWork(Protocol):
    """A PC, as far as sticks go: see ``Post``."""

    @property
    def runner(self) -> "Runner | None":
        """What does its rounds, once its store is open."""
        ...


class Sticks:
    """One for the window. ``fetch`` and ``send`` are for the thread of the line: a round and a stick never cross."""

    def __init__(self, post: AtWork, volumes: Volumes) -> None:
        self.progress: tuple[int, int] | None = None
        """How much of how much is done of the errand under way. May be read from any thread."""
        self._post = post
        self._volumes = volumes
        self._written: Exported | None = None

    def look(self) -> Plugged:
        """Return what is plugged in now; nothing before the store is open. It waits for no round."""
        runner = self._post.runner
        found = self._volumes.sticks() if runner else ()
        if runner is None or len(found) != 1:
            return Plugged(several=len(found) > 1)
        return Plugged(found[0], waiting=runner.waiting)

    def fetch(self, stick: Path) -> "Errand":
        """Take the reply that ``stick`` brings, if it does; or say what was last written, when it has just that."""
        from kiosque.sync.errand import Errand, fetch  # noqa: PLC0415
        from kiosque.sync.stick_file import still_there  # noqa: PLC0415

        errand = self._by_hand(lambda store, end: fetch(store, end, stick, self._tell))
        last = self._written
        if last and errand == Errand(waiting=last.entries) and stick in last.path.parents and still_there(last.path):
            return Errand(written=last, waiting=last.entries)
        return errand

    def send(self, stick: Path) -> "Errand":
        """Write what waits on ``stick``, and take its reply. Raises ``KnownError``."""
        from kiosque.sync.errand import send  # noqa: PLC0415

        errand = self._by_hand(lambda store, end: send(store, end, stick, self._tell))
        self._written = errand.written
        return errand

    def _by_hand(self, work: "Callable[[Store, DeviceEnd], T]") -> T:
        if self._post.runner is None:
            message = "no stick serves before the store is unlocked"
            raise RuntimeError(message)
        try:
            return self._post.runner.by_hand(work)
        finally:
            self.progress = None

    def _tell(self, done: int, total: int) -> None:
        self.progress = (done, total)
