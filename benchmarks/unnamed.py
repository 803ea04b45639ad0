"""What is asked of headquarters without an account: the API by a key, calendars by anybody, a page by its link.

A key of an association sees its own antennas only, of rows that are everybody's: it is asked for beside the network's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from secrets import token_hex

from sqlalchemy import select

from benchmarks.addresses import records
from kiosque.central import sharing
from kiosque.central.accounts import Account, Role
from kiosque.central.api import keys
from kiosque.central.api.addresses import names
from kiosque.central.api.keys import Scope
from kiosque.central.pages.sharing import SHARED
from kiosque.db.records import antenna
from kiosque.db.store import Store
from kiosque.domain.french import local

API = "/api/v1"
DATED = ("figures", "repairs")
UNDATED = ("", "antennas", "objectives", "tables", "places", "places/missing")

OPENS = frozenset(Scope) - {Scope.JOURNAL}


@dataclass(frozen=True)
class Open:
    """One address to ask for, by whom, and what is sent with it."""

    who: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)


def unnamed(store: Store) -> list[Open]:
    """Return them; the keys and the link that they need are made."""
    held = records(store)
    network, asoft = (_with_a_key(store, association) for association in ("", "asoft"))
    code = store.one(select(antenna.c.code).where(antenna.c.id == int(held["antenna"]))).code
    return [
        *(Open("key", path, network) for path in _asked(held)),
        *(Open("key of an association", path, asoft) for path in _asked(held)),
        Open("anybody", f"/calendriers/{code}.ics"),
        Open("funder", f"{SHARED}/{_link(store, held)}"),
    ]


def _with_a_key(store: Store, association: str) -> dict[str, str]:
    # What is measured again has the keys of the last time.
    key = keys.make(store, f"banc {token_hex(4)}", OPENS, 30, by="banc", association=association)
    return {"authorization": f"Bearer {key}"}


def _asked(held: Mapping[str, str]) -> Iterator[str]:
    last = date.fromisoformat(held["day"])
    month, year = (f"first={last - timedelta(days=days)}&last={last}" for days in (27, 364))
    yield from (f"{API}/{name}" for name in UNDATED)
    yield from (f"{API}/{name}?{period}" for name in DATED for period in (month, year))
    for name in names():
        yield f"{API}/tables/{name}"
        yield f"{API}/tables/{name}?{month}"
    yield f"{API}/tables/intervention?limit=5000"
    yield f"{API}/tables/visit?{year}&after={held['visit']}"
    yield f"{API}/tables/registration?{year}"


def _link(store: Store, held: Mapping[str, str]) -> str:
    """Return the secret of a page of the month before the last one, which is over."""
    last = date.fromisoformat(held["day"]).replace(day=1) - timedelta(days=1)
    today = local(store.now()).date()
    who = Account("banc-administrator", Role.ADMINISTRATOR)
    return sharing.share(store, who, "Banc", (last.replace(day=1), last), today + timedelta(days=1))
