"""Fixtures of the tests of sync: a space, its central served on a real socket, and a line that can be cut."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosque.central.accounts import NEVER, Accounts, Role
from kiosque.central.central import Central, Limits
from kiosque.central.ingest import Ingest
from kiosque.central.limits import Limiter
from kiosque.db.store import Store
from tests.central.house import QUICK, serving
from tests.stores import Space, space
from tests.sync.relay import Relay, relaying

ACCOUNT, PASSWORD = "coordination", "la lavande de Nyons"


@pytest.fixture
def nyons(tmp_path: Path) -> Iterator[Space]:
    """One antenna with its kiosk and its central."""
    with space(tmp_path) as made:
        yield made


@dataclass(frozen=True)
class Served:
    """A central on a socket, the store of a kiosk that never spoke, and the relay between them."""

    central: Store
    store: Store
    relay: Relay

    @property
    def address(self) -> str:
        """Where the line leads: to the relay."""
        return self.relay.address


@pytest.fixture
def served(nyons: Space) -> Iterator[Served]:
    """The central, served; a kiosk that was enrolled there."""
    accounts = Accounts(nyons.central, QUICK)
    accounts.add(ACCOUNT, PASSWORD, Role.ADMINISTRATOR, code_due=NEVER)
    # A test makes in a second the rounds of a day.
    limits = Limits(exchange_by_device=Limiter(100_000, 60))
    central = Central(nyons.central, accounts, Ingest(nyons.central), limits, secure=False)
    try:
        with serving(central) as address, relaying(address) as relay:
            store = nyons.network.newcomer(nyons.central, nyons.antenna, animator=nyons.animator, address=relay.address)
            yield Served(nyons.central, store, relay)
    finally:
        central.close()
