"""Pages that a funder reads without an account: each has a period, an end, and a secret address.

What is hidden on one page must not be found by two: no two periods overlap, unless they are the same; and a period is
counted once, when it is over. Of pages that share no day, nothing can be subtracted.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import msgspec
from sqlalchemy import exists, select

from kiosque.central import tokens
from kiosque.central.accounts import Account
from kiosque.db.account_tables import published, shared
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.french import MONTHS, local
from kiosque.domain.validity import midnight
from kiosque.reports.funder import ForFunder, for_funder
from kiosque.reports.period import Period

LONGEST_NAME = 80
A_DAY = timedelta(days=1)
LONGEST_LIFE = timedelta(days=366)
"""A link lies in mailboxes: after a year somebody makes another one, if it is still needed."""


class RefusedLink(KnownError):
    """The link cannot be made: its name, its period or its end will not do."""


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


def share(store: Store, account: Account, funder: str, period: tuple[date, date], last: date) -> str:
    """Make a page of the months of ``period`` that ``funder`` reads until the end of the day ``last``.

    Return its secret, which is kept nowhere. Raises ``RefusedLink``.
    """
    called, today = " ".join(funder.split()), local(store.now()).date()
    if not called or len(called) > LONGEST_NAME:
        raise RefusedLink(f"Écrivez à qui ce lien est destiné, en {LONGEST_NAME} lettres au plus.")
    if period[1] < period[0]:
        raise RefusedLink("Le dernier mois est avant le premier.")
    if period[0].day != 1 or (period[1] + A_DAY).day != 1:
        raise RefusedLink("Une page est de mois entiers.")
    if period[1] >= today:
        raise RefusedLink("Une page est de mois finis\u202f: ses chiffres ne changent plus.")
    if not today <= last <= today + LONGEST_LIFE:
        raise RefusedLink("Un lien sert jusqu’à un jour à venir, d’ici un an au plus.")
    _publish(store, Period(*period), today)
    secret = tokens.draw()
    dates = {"first": period[0].isoformat(), "last": period[1].isoformat()}
    made = {"made_at": store.now(), "made_by": account.name, "seen": 0}
    until = midnight(last + timedelta(days=1))
    store.write_local(shared.insert().values(lookup=tokens.lookup(secret), funder=called, until=until, **dates, **made))
    return secret


def listed(store: Store) -> tuple[Shared, ...]:
    """Return every link that was made, the latest first."""
    return tuple(_shared(*row) for row in store.all(_KEPT.order_by(shared.c.made_at.desc(), shared.c.id.desc())))


def alike(store: Store, funder: str, days: tuple[date, date]) -> Shared | None:
    """Return the link that serves still, of the same funder for the same ``days``; None for none."""
    called, now = " ".join(funder.split()).casefold(), store.now()
    found = (each for each in listed(store) if each.opens(now) and (each.period.first, each.period.last) == days)
    return next((each for each in found if each.funder.casefold() == called), None)


def revoke(store: Store, link: int) -> bool:
    """Let a link open nothing any more; return whether there was such a link that did.

    A period of which nobody read a page, and nobody can any more, is free again.
    """
    alive = (shared.c.id == link) & shared.c.revoked_at.is_(None)
    taken_back = store.write_local(shared.update().where(alive).values(revoked_at=store.now())) > 0
    same = (shared.c.first == published.c.first) & (shared.c.last == published.c.last)
    known = shared.c.revoked_at.is_(None) | (shared.c.seen > 0)
    store.write_local(published.delete().where(~exists().where(same, known)))
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
    mine = (published.c.first == period.first.isoformat()) & (published.c.last == period.last.isoformat())
    return msgspec.json.decode(store.one(select(published.c.content).where(mine)).content, type=ForFunder)


def periods(store: Store) -> tuple[Period, ...]:
    """Return each period of which there is a page, the latest first."""
    rows = store.all(select(published.c.first, published.c.last).order_by(published.c.first.desc()))
    return tuple(Period(date.fromisoformat(row.first), date.fromisoformat(row.last)) for row in rows)


def called(period: Period) -> str:
    """Return the months of a period: *novembre 2026*, *octobre 2026 à mars 2027*."""
    first, last = (f"{MONTHS[each.month - 1]} {each.year}" for each in (period.first, period.last))
    return first if first == last else f"{first} à {last}"


def _publish(store: Store, period: Period, today: date) -> None:
    """Count a period, once and for all. Raises ``RefusedLink`` where what is said of others could be subtracted."""
    if period in periods(store):
        return
    _check_apart(store, period)
    with store.reading() as connection:
        content = msgspec.json.encode(for_funder(connection, period, today))
    dates = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    store.write_local(published.insert().values(**dates, made_at=store.now(), content=content))
    try:
        # Looked at again once it is written: of two who publish at one moment, neither may say what the other hides.
        _check_apart(store, period)
    except RefusedLink:
        mine = (published.c.first == dates["first"]) & (published.c.last == dates["last"])
        store.write_local(published.delete().where(mine))
        raise


def _check_apart(store: Store, period: Period) -> None:
    for other in periods(store):
        if other != period and other.first <= period.last and period.first <= other.last:
            raise RefusedLink(
                f"Une page est déjà faite\u202f: {called(other)}. Deux pages qui se recouvrent diraient, l’une moins "
                "l’autre, ce que chacune cache. Prenez les mêmes mois, ou d’autres."
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
