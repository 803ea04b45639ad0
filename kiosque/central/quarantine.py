"""What was refused and waits for headquarters: a device's frame that does not fit, what a revoked one still brings."""

import re
from dataclasses import dataclass

from sqlalchemy import select

from kiosque.db import records
from kiosque.db.store import Store
from kiosque.sync.refusal import Reason, Refused

_GOES_ON_TO = re.compile(r"goes on to (\d+)$")
"""How ``sync.central_end`` says it."""

_ENROLMENT_OF = re.compile(r"^the enrolment of device (\d+)$")
"""How ``sync.caller`` says whose place a second PC claims."""

MOST_WAITING = 100
"""Of one device: what it brings again and again is kept once."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing to look at. ``arrived_at``: UTC seconds; ``content``: sealed bytes, none when the device has them."""

    id: int
    device: int
    arrived_at: int
    reason: Reason
    detail: str
    content: bytes

    @property
    def up_to(self) -> int:
        """The last number that it brings of a revoked device's journal; 0 when it brings nothing to accept."""
        found = _GOES_ON_TO.search(self.detail) if self.reason is Reason.REVOKED and self.content else None
        return int(found[1]) if found else 0


def keep_refused(store: Store, device: int, refused: Refused, content: bytes = b"") -> None:
    """Keep what ``device`` was refused, for headquarters to look at. The same again changes nothing."""
    mine = [each for each in waiting(store) if each.device == device]
    same = any((each.reason, each.detail, each.content) == (refused.reason, refused.detail, content) for each in mine)
    if same or len(mine) >= MOST_WAITING:
        return
    row = {"device": device, "arrived_at": store.now(), "reason": refused.reason.name, "detail": refused.detail}
    store.write_local(records.quarantine.insert().values(content=content, **row))


def keep_claim(store: Store, refused: Refused) -> None:
    """Keep that a second PC claims the place of a device, if that is what was refused: nobody was told but that PC."""
    found = _ENROLMENT_OF.match(refused.detail) if refused.reason is Reason.USED else None
    if found:
        keep_refused(store, int(found[1]), refused)


def waiting(store: Store) -> tuple[Refusal, ...]:
    """Return what headquarters has not settled, the oldest first."""
    table = records.quarantine
    rows = store.all(select(table).where(table.c.settled_at.is_(None)).order_by(table.c.id))
    return tuple(
        Refusal(row.id, row.device, row.arrived_at, Reason[row.reason], row.detail, bytes(row.content)) for row in rows
    )


def settle(store: Store, refusal: int) -> None:
    """Say that headquarters has looked at it. Settling twice changes nothing."""
    table = records.quarantine
    held = table.update().where(table.c.id == refusal, table.c.settled_at.is_(None))
    store.write_local(held.values(settled_at=store.now()))
