"""Headquarters that pulls from a central that really runs."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kiosque.central.central import Central
from kiosque.db.identity import Identity
from kiosque.db.store import Store
from kiosque.domain.records import ANTENNA
from kiosque.sync.pull import cursor_of, take
from tests.central.house import PASSWORD, Clock, Network
from tests.stores import made

ADMINISTRATOR = ("coordination", PASSWORD)


@pytest.fixture
def copy(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """What headquarters keeps of what it pulls."""
    store = made(tmp_path / "pulled.db", Identity(device=8, antenna=0, central=7), clock)
    yield store
    store.close()


def pull(address: str, copy: Store) -> int:
    with httpx.stream("GET", f"{address}/pull", params={"cursor": cursor_of(copy)}, auth=ADMINISTRATOR) as response:
        assert response.status_code == 200
        return take(copy, response.iter_raw())


def test_a_pull_brings_everything_and_the_next_one_what_is_new(
    central: Central, network: Network, copy: Store, address: str
) -> None:
    everything = central.store.head(central.store.device)
    assert pull(address, copy) == everything.number > len(network.antennas)
    assert copy.head(central.store.device) == everything
    assert pull(address, copy) == 0
    with central.store.writing() as writer:
        writer.record(ANTENNA, code="NEW", name="Lemps")
    assert pull(address, copy) == 1
    assert copy.head(central.store.device) == central.store.head(central.store.device)


@pytest.mark.parametrize("cursor", ["!", "AAAA", "x" * 60_000], ids=["signs", "bytes", "long"])
def test_a_cursor_that_is_none_is_refused(address: str, cursor: str) -> None:
    assert httpx.get(f"{address}/pull", params={"cursor": cursor}, auth=ADMINISTRATOR).status_code == 400


@pytest.mark.parametrize(
    "header", ["", "Basic", "Basic !!!", "Basic Y29vcmRpbmF0aW9u", "Basic /////w==", "Basic \xff\xfe", "Bearer x"]
)
def test_what_is_no_account_is_told_what_is_needed(address: str, header: str) -> None:
    headers = {b"authorization": header.encode("latin-1")} if header else {}
    refused = httpx.get(f"{address}/pull", headers=headers)
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"].startswith("Basic realm=")


def test_guessing_passwords_is_slowed_down_here_as_on_the_page(address: str) -> None:
    with httpx.Client(base_url=address, auth=("coordination", "pas le bon mot")) as client:
        statuses = [client.get("/pull").status_code for _ in range(11)]
    assert statuses == [401] * 10 + [429]
