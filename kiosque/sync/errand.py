"""One errand with a stick at a kiosk: take the reply that it brings, then write what still waits."""

from dataclasses import dataclass, replace
from pathlib import Path

from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.sync.device_end import DeviceEnd, Progress, Taken, no_progress
from kiosque.sync.stick import Exported, export, reply_awaits, take_replies


@dataclass(frozen=True, slots=True)
class Errand:
    """What came of it. ``trouble`` is why a reply that was there was not taken: it stops nothing.

    ``waiting``: the entries that are not acknowledged after it.
    """

    taken: Taken | None = None
    written: Exported | None = None
    trouble: KnownError | None = None
    waiting: int = 0


def fetch(store: Store, end: DeviceEnd, stick: Path, progress: Progress = no_progress) -> Errand:
    """Take the reply to this device, when there is one on the stick."""
    try:
        if reply_awaits(store, stick):
            return Errand(take_replies(store, end, stick, progress), waiting=end.waiting)
    except KnownError as trouble:
        return Errand(trouble=trouble, waiting=end.waiting)
    return Errand(waiting=end.waiting)


def send(store: Store, end: DeviceEnd, stick: Path, progress: Progress = no_progress) -> Errand:
    """Take the reply too, then write everything that still waits, if only the question what is new.

    Raises ``StickTrouble``, see ``stick.export``.
    """
    fetched = fetch(store, end, stick, progress)
    if fetched.taken and not fetched.waiting:
        return fetched
    return replace(fetched, written=export(store, end, stick, progress))
