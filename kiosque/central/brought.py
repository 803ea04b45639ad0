"""What came of a device's file, and the replies that wait to be fetched by who brought it."""

import secrets
from dataclasses import dataclass
from itertools import accumulate

import msgspec
from sqlalchemy import func, select

from kiosque.db.records import fetched
from kiosque.db.store import Store
from kiosque.sync.refusal import Reason, Refused

MOST_WAITING = 50
MOST_BYTES = 64 << 20
"""A reply is a few KB. The oldest goes first: bringing the file again makes it again."""

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
    """What was brought lately, in the central's database: whichever of its processes is asked finds it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, account: str, imported: Imported) -> str:
        """Keep what ``account`` brought; return the ticket that finds it."""
        ticket = secrets.token_urlsafe(TICKET_BYTES)
        row = {"ticket": ticket, "account": account, "content": _content(imported)}
        self._store.write_local(fetched.insert().values(**row))
        waiting = self._store.all(select(fetched.c.id, func.length(fetched.c.content)).order_by(fetched.c.id.desc()))
        held = list(accumulate(size for _, size in waiting))
        for (number, _), size in zip(waiting[1:], held[1:], strict=True):
            if size > MOST_BYTES or number <= waiting[0].id - MOST_WAITING:
                self._store.write_local(fetched.delete().where(fetched.c.id <= number))
                break
        return ticket

    def find(self, account: str, ticket: str) -> Imported | None:
        """Return what ``account`` brought under that ticket; None when it did not, or too long ago."""
        mine = (fetched.c.ticket == ticket, fetched.c.account == account)
        row = self._store.first(select(fetched.c.content).where(*mine))
        return _imported(bytes(row.content)) if row else None


def _content(imported: Imported) -> bytes:
    refused = imported.refused
    why = (refused.reason.name, refused.detail) if refused else None
    return msgspec.msgpack.encode(
        (imported.device, imported.antenna, imported.new, why, imported.reply, imported.revoked)
    )


def _imported(content: bytes) -> Imported:
    device, antenna, new, why, reply, revoked = msgspec.msgpack.decode(content)
    refused = Refused(Reason[why[0]], why[1]) if why else None
    return Imported(device, antenna, new, refused, reply, revoked)
