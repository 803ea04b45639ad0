"""Pages that a funder reads without an account: each has a period, an end, and a secret address.

What is hidden on one page must not be found by two: no two periods overlap, unless they are the same; and a period is
counted once, when it is over. Of pages that share no day, nothing can be subtracted.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import msgspec
from sqlalchemy import exists, select

from kiosque.actions.inputs import BadInput
from kiosque.central import tokens
from kiosque.central.accounts import Account
from kiosque.db.account_tables import published, shared
from kiosque.db.local import LocalWriter
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.french import MONTHS, local
from kiosque.domain.validity import midnight
from kiosque.reports.funder import ForFunder, for_funder
from kiosque.reports.period import Period

Ask = Callable[[Query], Iterable[Found]]

LONGEST_NAME = 80
A_DAY = timedelta(days=1)
LONGEST_LIFE = timedelta(days=366)
"""A link lies in mailboxes: after a year somebody makes another one, if it is still needed."""


class RefusedLink(BadInput):
    """The link cannot be made: its name, its period or its end will not do."""


class AnotherServes(KnownError):
    """The same funder has a link for the same days: ``link``."""

    def __init__(self, link: "Shared") -> None:
        super().__init__("Ce financeur a déjà un lien pour ces mois.")
        self.link = link


@dataclass(frozen=True, slots=True)
class Shared:
    """A page that was made for ``funder``. ``until`` and the other moments are UTC seconds, 0 for never."""

    id: int
    funder: str
    period: Period
    until: int
    made_at: int
    made_by: str
    revoked_at: int
    seen_at: int
    seen: int

    def opens(self, now: int) -> bool:
        """Whether it may still be read."""
        return not self.revoked_at and now < self.until


def share(
    store: Store, account: Account, funder: str, period: tuple[date, date], last: date, *, another: bool = True
) -> str:
    """Make a page of the months of ``period`` that ``funder`` reads until the end of the day ``last``.

    Return its secret, which is kept nowhere. Raises ``RefusedLink``; unless it may be ``another``, also
    ``AnotherServes``.
    """
    called, today = " ".join(funder.split()), local(store.now()).date()
    if not called or len(called) > LONGEST_NAME:
        raise RefusedLink("funder", f"Écrivez à qui ce lien est destiné, en {LONGEST_NAME} lettres au plus.")
    if period[1] < period[0]:
        raise RefusedLink("last", "Le dernier mois est avant le premier.")
    if period[0].day != 1 or (period[1] + A_DAY).day != 1:
        raise RefusedLink("last", "Une page est de mois entiers.")
    if period[1] >= today:
        raise RefusedLink("last", "Une page est de mois finis\u202f: ses chiffres ne changent plus.")
    if not today <= last <= today + LONGEST_LIFE:
        raise RefusedLink("until", "Un lien sert jusqu’à un jour à venir, d’ici un an au plus.")
    days, now, secret = Period(*period), store.now(), tokens.draw()
    content = _counted(store, days, today)
    made = {"until": midnight(last + A_DAY), "made_at": now, "made_by": account.name, "seen": 0}
    with store.writing_local() as writer:
        known = None if another else _alike(writer, called, days, now)
        if known:
            raise AnotherServes(known)
        others = _periods(writer.all)
        _check_apart(others, days)
        # What was counted first holds: two counts of one period could be subtracted.
        if days not in others:
            writer.write(published.insert().values(**_dates(days), made_at=now, content=content))
        writer.write(shared.insert().values(lookup=tokens.lookup(secret), funder=called, **_dates(days), **made))
    return secret


def listed(store: Store) -> tuple[Shared, ...]:
    """Return every link that was made, the latest first."""
    return _listed(store.all)


def _listed(ask: Ask) -> tuple[Shared, ...]:
    return tuple(_shared(*row) for row in ask(_KEPT.order_by(shared.c.made_at.desc(), shared.c.id.desc())))


def _alike(writer: LocalWriter, funder: str, days: Period, now: int) -> Shared | None:
    """Return the link that serves still, of the same funder for the same ``days``; None for none."""
    found = (each for each in _listed(writer.all) if each.opens(now) and each.period == days)
    return next((each for each in found if each.funder.casefold() == funder.casefold()), None)


def revoke(store: Store, link: int) -> bool:
    """Let a link open nothing any more; return whether there was such a link that did.

    A period of which nobody read a page, and nobody can any more, is free again.
    """
    alive = (shared.c.id == link) & shared.c.revoked_at.is_(None)
    same = (shared.c.first == published.c.first) & (shared.c.last == published.c.last)
    known = shared.c.revoked_at.is_(None) | (shared.c.seen > 0)
    with store.writing_local() as writer:
        taken_back = writer.write(shared.update().where(alive).values(revoked_at=store.now())) > 0
        writer.write(published.delete().where(~exists().where(same, known)))
    return taken_back


def opened(store: Store, secret: str) -> Shared | None:
    """Return the page of that secret, and note that it was read; None when it opens nothing (any more)."""
    row = store.first(_KEPT.where(shared.c.lookup == tokens.lookup(secret)))
    found = _shared(*row) if row else None
    if found is None or not found.opens(store.now()):
        return None
    seen = shared.update().where(shared.c.id == found.id)
    store.write_local(seen.values(seen=shared.c.seen + 1, seen_at=store.now()))
    return found


def figures_of(store: Store, period: Period) -> ForFunder:
    """Return what was published of a period of which there is a page."""
    mine = (published.c[name] == day for name, day in _dates(period).items())
    return msgspec.json.decode(store.one(select(published.c.content).where(*mine)).content, type=ForFunder)


def periods(store: Store) -> tuple[Period, ...]:
    """Return each period of which there is a page, the latest first."""
    return _periods(store.all)


def _periods(ask: Ask) -> tuple[Period, ...]:
    rows = ask(select(published.c.first, published.c.last).order_by(published.c.first.desc()))
    return tuple(Period(date.fromisoformat(row.first), date.fromisoformat(row.last)) for row in rows)


def called(period: Period) -> str:
    """Return the months of a period: *novembre 2026*, *octobre 2026 à mars 2027*."""
    first, last = (f"{MONTHS[each.month - 1]} {each.year}" for each in (period.first, period.last))
    return first if first == last else f"{first} à {last}"


def _counted(store: Store, period: Period, today: date) -> bytes:
    with store.reading() as connection:
        return msgspec.json.encode(for_funder(connection, period, today))


def _dates(period: Period) -> dict[str, str]:
    return {"first": period.first.isoformat(), "last": period.last.isoformat()}


def _check_apart(others: Iterable[Period], period: Period) -> None:
    """Raise ``RefusedLink`` where what is said of another period could be subtracted from what is said of this one."""
    for other in others:
        if other != period and other.first <= period.last and period.first <= other.last:
            raise RefusedLink(
                "first",
                f"Une page est déjà faite\u202f: {called(other)}. Deux pages qui se recouvrent diraient, l’une moins "
                "l’autre, ce que chacune cache. Prenez les mêmes mois, ou d’autres.",
            )


_KEPT = select(
    shared.c.id,
    shared.c.funder,
    shared.c.first,
    shared.c.last,
    shared.c.until,
    shared.c.made_at,
    shared.c.made_by,
    shared.c.revoked_at,
    shared.c.seen_at,
    shared.c.seen,
)


def _shared(id_: int, funder: str, first: str, last: str, *rest: object) -> Shared:
    until, made_at, made_by, revoked_at, seen_at, seen = rest
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    moments = [int(each or 0) for each in (until, made_at, revoked_at, seen_at, seen)]  # type: ignore[call-overload]
    return Shared(id_, funder, period, moments[0], moments[1], str(made_by), moments[2], moments[3], moments[4])
