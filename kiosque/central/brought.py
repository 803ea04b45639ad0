"""What came of a device's file, and the replies that wait to be fetched by who brought it."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass

from kiosque.sync.refusal import Refused

MOST_WAITING = 50
MOST_BYTES = 64 << 20
"""In memory: a reply is a few KB. The oldest goes first: bringing the file again makes it again."""

TICKET_BYTES = 16


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a device's file. ``antenna`` is a record's id; ``new`` counts the entries that were not held."""

    device: int
    antenna: int
    new: int
    refused: Refused | None
    """Why no more was taken; of a revoked device, whatever was not accepted is in quarantine."""
    reply: bytes
    """The file to carry back; empty for a revoked device, and while a central does not know that it was restored."""
    revoked: bool = False


class Brought:
    """What was brought lately. For one thread: the event loop's."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[str, Imported]] = OrderedDict()

    def keep(self, account: str, imported: Imported) -> str:
        """Keep what ``account`` brought; return the ticket that finds it."""
        ticket = secrets.token_urlsafe(TICKET_BYTES)
        self._kept[ticket] = (account, imported)
        while len(self._kept) > MOST_WAITING or self._size > MOST_BYTES:
            self._kept.popitem(last=False)
        return ticket

    def find(self, account: str, ticket: str) -> Imported | None:
        """Return what ``account`` brought under that ticket; None when it did not, or too long ago."""
        owner, imported = self._kept.get(ticket, ("", None))
        return imported if owner == account else None

    @property
    def _size(self) -> int:
        return sum(len(imported.reply) for _, imported in self._kept.values())
