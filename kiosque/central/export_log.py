"""Who took which data away, when, and why: kept for twelve months."""

from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.inputs import BadInput
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.db.account_tables import taken
from kiosque.db.store import Store

A_DAY = 86_400
KEPT = 366 * A_DAY
"""Seconds: access logs are kept for twelve months."""

SHORTEST_REASON = 4
"""Letters: *CAF* says whom it is for, not why."""
LONGEST_REASON = 200
LONGEST_WHAT = 200

MOST_SHOWN = 500
"""Lines of a page: two a day for most of a year."""


class NoReason(BadInput):
    """Nobody said why the data is taken away."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What somebody took away, ``at`` UTC seconds; ``names``: people are named in it."""

    at: int
    account: str
    what: str
    reason: str
    names: bool


def exported(central: Central, account: Account, what: str, reason: str, *, names: bool = False) -> None:
    """Note that ``account`` takes ``what`` away (*Passages, ODS, novembre 2026*) and why, before it is given.

    ``names``: people are named in it. Raises ``NoReason``; then nothing may be given.
    """
    said = checked(reason)
    row = {"account": account.name, "what": what[:LONGEST_WHAT], "reason": said, "names": names}
    central.store.write_local(taken.insert().values(at=central.store.now(), **row))
    forget(central.store)


def pulled(central: Central, who: str, why: str = "") -> None:
    """Note that ``who`` keeps a copy of the whole journal up to date, and ``why`` if they say so.

    Once a day, however often it is asked for one reason. Raises ``NoReason``; then nothing may be given.
    """
    store, what = central.store, "Tout le journal"
    reason = checked(why) if why else "Tenir à jour une copie, par kiosque pull"
    same = (taken.c.account == who, taken.c.what == what, taken.c.reason == reason, taken.c.at > store.now() - A_DAY)
    if store.first(select(taken.c.id).where(*same)) is None:
        row = {"account": who, "what": what, "reason": reason, "names": True}
        store.write_local(taken.insert().values(at=store.now(), **row))
    forget(store)


def checked(reason: str) -> str:
    """Return a reason as it is kept. Raises ``NoReason`` when it is none."""
    said = " ".join(reason.split())
    if not SHORTEST_REASON <= len(said) <= LONGEST_REASON:
        sentence = f"Dites pourquoi, en {LONGEST_REASON} lettres au plus\u202f: pour qui, et pour quoi faire."
        raise NoReason("reason", sentence)
    return said


def log(store: Store) -> tuple[Taken, ...]:
    """Return what was taken away, the latest first."""
    query = select(taken.c.at, taken.c.account, taken.c.what, taken.c.reason, taken.c.names)
    kept = query.where(taken.c.at > store.now() - KEPT).order_by(taken.c.at.desc(), taken.c.id.desc())
    return tuple(Taken(*row) for row in store.all(kept.limit(MOST_SHOWN)))


def forget(store: Store) -> int:
    """Forget what is older than twelve months; return how many lines that was."""
    return store.write_local(taken.delete().where(taken.c.at <= store.now() - KEPT))
