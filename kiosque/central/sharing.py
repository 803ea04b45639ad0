"""Pages that a funder reads without an account: each has a period, an end, and a secret address."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from kiosque.central import tokens
from kiosque.central.accounts import Account
from kiosque.db.account_tables import shared
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.validity import midnight
from kiosque.reports.period import Period

LONGEST_NAME = 80
LONGEST_PERIOD = timedelta(days=5 * 366)
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
    """Make a page of ``period`` that ``funder`` reads until the end of the day ``last``; return its secret.

    The secret is kept nowhere. Raises ``RefusedLink``.
    """
    called, today = " ".join(funder.split()), local(store.now()).date()
    if not called or len(called) > LONGEST_NAME:
        raise RefusedLink(f"Écrivez à qui ce lien est destiné, en {LONGEST_NAME} lettres au plus.")
    if period[1] < period[0]:
        raise RefusedLink("Le dernier jour est avant le premier.")
    if period[1] - period[0] > LONGEST_PERIOD:
        raise RefusedLink("Une page va sur cinq ans au plus.")
    if not today <= last <= today + LONGEST_LIFE:
        raise RefusedLink("Un lien sert jusqu’à un jour à venir, d’ici un an au plus.")
    secret = tokens.draw()
    dates = {"first": period[0].isoformat(), "last": period[1].isoformat()}
    made = {"made_at": store.now(), "made_by": account.name, "seen": 0}
    until = midnight(last + timedelta(days=1))
    store.write_local(shared.insert().values(lookup=tokens.lookup(secret), funder=called, until=until, **dates, **made))
    return secret


def listed(store: Store) -> tuple[Shared, ...]:
    """Return every link that was made, the latest first."""
    return tuple(_shared(*row) for row in store.all(_KEPT.order_by(shared.c.made_at.desc(), shared.c.id.desc())))


def revoke(store: Store, link: int) -> bool:
    """Let a link open nothing any more; return whether there was such a link that did."""
    alive = (shared.c.id == link) & shared.c.revoked_at.is_(None)
    return store.write_local(shared.update().where(alive).values(revoked_at=store.now())) > 0


def opened(store: Store, secret: str) -> Shared | None:
    """Return the page of that secret, and note that it was read; None when it opens nothing (any more)."""
    row = store.first(_KEPT.where(shared.c.lookup == tokens.lookup(secret)))
    found = _shared(*row) if row else None
    if found is None or not found.opens(store.now()):
        return None
    seen = shared.update().where(shared.c.id == found.id)
    store.write_local(seen.values(seen=shared.c.seen + 1, seen_at=store.now()))
    return found


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
