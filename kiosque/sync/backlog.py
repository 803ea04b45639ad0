"""The entries of one device that follow a number, read from the store a frame at a time."""

from collections.abc import Iterator

from kiosque.db.store import Store
from kiosque.journal.entry import Entry
from kiosque.sync.wire import FRAME_ENTRIES


def backlog(store: Store, device: int, after: int) -> Iterator[Entry]:
    """Give what the store holds of ``device`` after number ``after``, up to what it holds now; memory stays flat."""
    last = store.head(device).number
    while after < last:
        for entry in store.entries(device, after, min(FRAME_ENTRIES, last - after)):
            yield entry
            after = entry.number
