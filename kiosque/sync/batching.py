"""Cutting entries into what a frame may hold, and refusing what no reader would accept."""

from collections.abc import Iterable, Iterator
from itertools import chain as joined

from kiosque.journal.chain import canonical
from kiosque.journal.entry import Entry, Value
from kiosque.sync import layout
from kiosque.sync.shape import MAX_FIELDS
from kiosque.sync.sheet import INT64, MAX_DEPTH

FRAME_ENTRIES = 128
"""What a cut loses at most: less than a twentieth of an antenna-year, which 1,024 would make a tenth shorter."""

FRAME_PERSONAL = 3_000
"""Bytes of canonical names and notes in a frame: they shrink least, and one full of them cut would be lost twice."""

FRAME_NAMED = 1024
"""Entries of a frame, those included that are only named and cost nothing."""

FRAME_CONTENT = 128 << 10
"""Bytes of canonical fields in a frame we send: an eighth of what a receiver allows, so never refused for its size."""

MAX_ENTRY = 32 << 10
"""Bytes of one entry's fields, as canonical MessagePack. A screen's field holds a thousandth."""


class Unsendable(Exception):
    """A bug: an entry that no store should have accepted."""


def batches(entries: Iterable[Entry], own: int = 0) -> Iterator[list[Entry]]:
    """Cut ``entries`` into what a frame may hold; those of device ``own`` weigh nothing. Raises ``Unsendable``."""
    batch: list[Entry] = []
    sent = content = personal = 0
    for entry in entries:
        size, said = _sendable(entry) if entry.device != own else (0, 0)
        full = content + size > FRAME_CONTENT or personal + said > FRAME_PERSONAL
        if sent == FRAME_ENTRIES or len(batch) == FRAME_NAMED or (batch and full):
            yield batch
            batch, sent, content, personal = [], 0, 0, 0
        batch.append(entry)
        sent += entry.device != own
        content += size
        personal += said
    if batch:
        yield batch


def _sendable(entry: Entry) -> tuple[int, int]:
    """Return how many bytes an entry's fields are, and the personal ones of them.

    Raises ``Unsendable`` when no reader would accept them.
    """
    personal = len(canonical(entry.personal))
    size = len(canonical(entry.changes)) + personal
    values = joined(entry.changes.values(), entry.personal.values())
    numbers = (entry.kind, entry.author, entry.record, *entry.changes, *entry.personal)
    if (
        size > MAX_ENTRY
        or max(len(entry.changes), len(entry.personal)) > MAX_FIELDS
        or not all(number in layout.NUMBERS for number in numbers)
        or not all(_plain(value, MAX_DEPTH) for value in values)
    ):
        raise Unsendable(f"entry {entry.number} of device {entry.device} is larger or deeper than the line carries")
    return size, personal


def _plain(value: Value, depth: int) -> bool:
    if isinstance(value, tuple):
        return depth > 0 and all(_plain(item, depth - 1) for item in value)
    return not isinstance(value, int) or value in INT64
