"""What arrives of one device with its chain followed, as the rows that it becomes: made before its turn to write."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from kiosque.db.rows import Packed, packed
from kiosque.db.shown import row_of
from kiosque.domain.records import BY_NUMBER
from kiosque.journal.entry import NUMBER_BITS, Entry

Shown = Mapping[int, Sequence[tuple[Any, ...]]]
"""The number of a kind -> rows of its table."""


class Verified(Protocol):
    """Consecutive entries of one device whose chain was followed, and what was computed on the way."""

    @property
    def entries(self) -> Sequence[Entry]:
        """At least one."""
        ...

    @property
    def digests(self) -> Sequence[bytes]:
        """The chain's digest after each."""
        ...

    @property
    def changes(self) -> Sequence[bytes]:
        """Each one's ``changes``, canonical."""
        ...

    @property
    def personal(self) -> Sequence[bytes]:
        """Each one's ``personal``, canonical."""
        ...


@dataclass(frozen=True, slots=True)
class Followed:
    """Consecutive entries of one device, at least one."""

    rows: Sequence[Packed]
    shown: Shown
    """What they create, as it is shown while nothing updates it."""


def followed(frame: Verified) -> Followed:
    """Return the rows of a verified frame."""
    rows = [
        packed((device << NUMBER_BITS | number, clock, base, written, author, kind, record, changes, personal, digest))
        for (device, number, clock, base, written, author, kind, record, _, _), changes, personal, digest in zip(
            frame.entries, frame.changes, frame.personal, frame.digests, strict=True
        )
    ]
    return Followed(rows, shown_of(frame.entries))


def shown_of(entries: Iterable[Entry]) -> dict[int, list[tuple[object, ...]]]:
    """Return the rows of the records that ``entries`` create."""
    shown: dict[int, list[tuple[object, ...]]] = {}
    for each in entries:
        # A kind of a newer version stays in the journal until this program is upgraded.
        if each.creates and (kind := BY_NUMBER.get(each.kind)):
            row = row_of(kind, each.record, {**each.changes, **each.personal})
            shown.setdefault(each.kind, []).append(row)
    return shown
