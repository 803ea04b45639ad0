"""The keys of the API: what each opens, of which association, until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from kiosque.actions.inputs import BadInput, same
from kiosque.central import tokens
from kiosque.db.account_tables import api_key
from kiosque.db.records import antenna
from kiosque.db.store import Store
from kiosque.domain.codes import ASSOCIATIONS
from kiosque.domain.errors import KnownError

PREFIX = "kiosque_"
"""What a key begins with, so that one that was left in a program is found by whoever looks for such things."""

A_DAY = 86_400
DAYS = (30, 90, 365)
"""Days for which a key may be made: the one whose program is forgotten ends by itself."""
LONGEST_NAME = 80

USED_EVERY = 3600
"""Seconds after which another use is written down: not each request is a write."""


class Scope(StrEnum):
    """What a key opens. Nobody is named behind any of them but the last."""

    FIGURES = "figures"
    """Figures by antenna and day, objectives."""
    ROWS = "rows"
    """The rows behind them, and the files by standards."""
    PLACES = "places"
    """The antennas, as the public knows them."""
    JOURNAL = "journal"
    """The whole journal, names included: for ``kiosque pull``, which has no telephone at hand."""


class RefusedKey(BadInput):
    """The key cannot be made: its name, what it opens, its association or its days will not do."""


class UnknownKey(KnownError):
    """There is no key of that number."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key. ``antennas`` (record ids): the only ones that it sees; None: all. Times are UTC seconds."""

    id: int
    name: str
    scopes: frozenset[Scope]
    association: str
    made_at: int
    made_by: str
    until: int
    revoked_at: int | None
    used_at: int | None
    antennas: frozenset[int] | None = None

    def good(self, now: int) -> bool:
        """Whether it opens anything."""
        return self.revoked_at is None and now < self.until


def make(store: Store, name: str, scopes: Iterable[str], days: int, *, by: str, association: str = "") -> str:
    """Make a key that opens ``scopes`` for so many days; return it. It is kept nowhere.

    Raises ``RefusedKey``, also where a key of that name opens something: logs could not tell them apart, and of one
    that a form made twice, the first is known to nobody.
    """
    said, opened = " ".join(name.split()), sorted(set(scopes))
    if not said or len(said) > LONGEST_NAME:
        raise RefusedKey("name", f"Dites à quoi sert cette clé, en {LONGEST_NAME} lettres au plus.")
    if not opened or not set(opened) <= set(Scope):
        raise RefusedKey("scope", "Dites ce que cette clé ouvre.")
    if association and association not in ASSOCIATIONS:
        raise RefusedKey("association", "Aucune association ne s’appelle ainsi.")
    if association and Scope.JOURNAL in opened:
        raise RefusedKey(
            "association",
            "Le journal est celui de tout le réseau\u202f: une telle clé n’est d’aucune association.",
        )
    if days not in DAYS:
        raise RefusedKey("days", f"Une clé sert {', '.join(map(str, DAYS[:-1]))} ou {DAYS[-1]} jours.")
    secret, now = PREFIX + tokens.draw(), store.now()
    row = {"name": said, "scopes": " ".join(opened), "association": association or None, "made_by": by}
    moments = {"made_at": now, "until": now + days * A_DAY}
    good = select(api_key.c.name).where(api_key.c.revoked_at.is_(None), api_key.c.until > now)
    with store.writing_local() as writer:
        if any(same(each.name, said) for each in writer.all(good)):
            raise RefusedKey("name", "Une clé de ce nom sert encore\u202f: donnez un autre nom, ou retirez-la d’abord.")
        writer.write(api_key.insert().values(lookup=tokens.lookup(secret), **row, **moments))
    return secret


def find(store: Store, secret: str) -> Key | None:
    """Return the key that ``secret`` is, while it is good; and take it for a sign that it is used."""
    if not secret.startswith(PREFIX):
        return None
    now = store.now()
    row = store.first(_KEPT.where(api_key.c.lookup == tokens.lookup(secret)))
    if row is None or not _key(store, *row).good(now):
        return None
    if row.used_at is None or row.used_at <= now - USED_EVERY:
        store.write_local(api_key.update().where(api_key.c.id == row.id).values(used_at=now))
    return _key(store, *row)


def called(key: Key) -> str:
    """Return a key as logs name it."""
    return f"clé « {key.name} »"


def keys(store: Store) -> tuple[Key, ...]:
    """Return every key, those that are good first, the latest made first."""
    found = [_key(store, *row) for row in store.all(_KEPT.order_by(api_key.c.made_at.desc(), api_key.c.id.desc()))]
    now = store.now()
    return tuple(sorted(found, key=lambda key: not key.good(now)))


def revoke(store: Store, identifier: int) -> None:
    """Make a key open nothing any more, at once. Raises ``UnknownKey``."""
    mine = (api_key.c.id == identifier) & api_key.c.revoked_at.is_(None)
    if not store.write_local(api_key.update().where(mine).values(revoked_at=store.now())):
        raise UnknownKey("Aucune clé de ce numéro ne sert encore.")


_KEPT = select(
    *(api_key.c.id, api_key.c.name, api_key.c.scopes, api_key.c.association, api_key.c.made_at, api_key.c.made_by),
    *(api_key.c.until, api_key.c.revoked_at, api_key.c.used_at),
)


def _key(
    store: Store, identifier: int, name: str, scopes: str, association: str | None, *rest: int | str | None
) -> Key:
    made_at, made_by, until, revoked_at, used_at = rest
    opened = frozenset(Scope(each) for each in scopes.split() if each in set(Scope))
    own = None
    if association:
        rows = store.all(select(antenna.c.id).where(antenna.c.association == association))
        own = frozenset(row.id for row in rows)
    moments = (made_at, made_by, until, revoked_at, used_at)
    return Key(identifier, name, opened, association or "", *moments, own)  # type: ignore[arg-type] # as selected
