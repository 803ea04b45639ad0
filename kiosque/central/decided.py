"""Which account of headquarters decided what, and why: the journal knows headquarters as one."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.central.accounts import Account
from kiosque.db.store import Store
from kiosque.db.watch_tables import decision
from kiosque.domain.errors import KnownError

LONGEST_REASON = 200


class NoReason(KnownError):
    """Nobody said why it is corrected."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided, and why; ``reason`` is empty where none was asked for."""

    account: str
    reason: str


def reason_of(text: str) -> str:
    """Return why something is corrected, as it is kept. Raises ``NoReason``."""
    said = " ".join(text.split())
    if not said or len(said) > LONGEST_REASON:
        raise NoReason(f"Dites pourquoi, en {LONGEST_REASON} lettres au plus.")
    return said


def note(store: Store, done: Done, account: Account, reason: str = "") -> None:
    """Note of all that was written who decided it, and why."""
    for entry in done.entries:
        store.write_local(decision.insert().values(entry=entry, account=account.name, reason=reason))


def decisions(store: Store, entries: Iterable[int]) -> dict[int, Decision]:
    """Return who decided of some entries, by their ids."""
    rows = store.all(select(decision).where(decision.c.entry.in_(list(entries))))
    return {row.entry: Decision(row.account, row.reason) for row in rows}
