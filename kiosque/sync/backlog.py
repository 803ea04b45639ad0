"""The entries of one device on either side of a number: those that follow, a frame at a time, and the last before."""

from collections.abc import Iterator

from kiosque.db.store import Store
from kiosque.journal.entry import Entry
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.wire import FRAME_ENTRIES


def backlog(store: Store, device: int, after: int) -> Iterator[Entry]:
    """Give what the store holds of ``device`` after number ``after``, up to what it holds now; memory stays flat."""
    last = store.head(device).number
    while after < last:
        for entry in store.entries(device, after, min(FRAME_ENTRIES, last - after)):
            yield entry
            after = entry.number


def preceding(store: Store, device: int, number: int, count: int) -> list[Entry]:
    """Return the ``count`` entries of ``device`` up to ``number``, in order. Raises ``Refused`` for one not held."""
    found = store.entries(device, number - count, count) if 0 < count <= number else []
    if len(found) != count or (found and found[-1].number != number):
        raise Refused(Reason.GAP, f"entries of device {device} before {number} are not held")
    return found
