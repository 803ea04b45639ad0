"""Fixtures of the tests of sync: a space, its central served on a real socket, and a line that can be cut."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosque.central.accounts import Accounts, Role
from kiosque.central.central import Central, Limits
from kiosque.central.devices import enrol
from kiosque.central.ingest import Ingest
from kiosque.central.limits import Limiter
from kiosque.db.engine import open_database
from kiosque.db.store import Store, establish
from kiosque.db.upgrade import upgrade
from tests.central.house import serving
from tests.stores import KEY, Space, space
from tests.sync.relay import Relay, relaying

ACCOUNT, PASSWORD = "coordination", "la lavande de Nyons"


@pytest.fixture
def nyons(tmp_path: Path) -> Iterator[Space]:
    """One antenna with its kiosk and its central."""
    with space(tmp_path) as made:
        yield made


@dataclass(frozen=True)
class Served:
    """A central on a socket, an enrolled kiosk's store, and the relay between them."""

    central: Store
    store: Store
    relay: Relay
    secret: str

    @property
    def address(self) -> str:
        """Where the line leads: to the relay."""
        return self.relay.address


@pytest.fixture
def served(nyons: Space, tmp_path: Path) -> Iterator[Served]:
    """The central, served; a kiosk that was enrolled there."""
    accounts = Accounts(nyons.central)
    accounts.add(ACCOUNT, PASSWORD, Role.ADMINISTRATOR)
    # A test makes in a second the rounds of a day.
    limits = Limits(exchange_by_device=Limiter(100_000, 60))
    central = Central(nyons.central, accounts, Ingest(), limits, secure=False)
    try:
        with serving(central) as address, relaying(address) as relay:
            identity = enrol(nyons.central, nyons.antenna, relay.address)
            path = tmp_path / "served.db"
            database = open_database(path, KEY)
            upgrade(database, path)
            store = establish(database, identity, nyons.clock)
            try:
                yield Served(nyons.central, store, relay, identity.secret.decode())
            finally:
                store.close()
    finally:
        central.close()
