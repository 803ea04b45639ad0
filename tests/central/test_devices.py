"""Devices and their credentials."""

import pytest
from sqlalchemy import select

from kiosque.central.devices import UnknownAntenna, enrol, recognise, revoke
from kiosque.db.records import credential, device
from kiosque.db.store import Store
from kiosque.domain.records import ANTENNA
from kiosque.journal.entry import MAX_DEVICE


@pytest.fixture
def antenna(store: Store) -> int:
    with store.writing() as writer:
        return writer.record(ANTENNA, code="REM", name="Rémuzat")


def test_an_enrolled_device_is_known_by_its_secret_only(store: Store, antenna: int) -> None:
    one, other = (enrol(store, antenna, "http://central") for _ in range(2))
    assert 1 <= one.device <= MAX_DEVICE
    assert (one.antenna, one.central, one.address) == (antenna, store.device, "http://central")
    assert recognise(store, one.secret) == one.device
    assert recognise(store, other.secret) == other.device
    assert one.device != other.device
    tail = one.secret.partition(".")[2]
    for forged in (
        "",
        ".",
        tail,
        f"{other.device}.{tail}",
        one.secret[:-1],
        one.secret + "A",
        f"{10**40}.{tail}",
        "²³.x",
    ):
        assert recognise(store, forged) is None, forged


def test_the_secret_is_kept_nowhere(store: Store, antenna: int) -> None:
    made = enrol(store, antenna, "")
    [row] = store.all(select(credential))
    assert made.secret.encode() not in b"".join(str(value).encode() for value in row)
    assert len(row.secret_hash) == 32


def test_a_device_is_a_record_of_the_network(store: Store, antenna: int) -> None:
    made = enrol(store, antenna, "")
    [row] = store.all(select(device.c.device_number, device.c.antenna))
    assert tuple(row) == (made.device, antenna)
    assert store.head(store.device).number == 2


def test_a_revoked_device_is_nobody(store: Store, antenna: int) -> None:
    one, other = (enrol(store, antenna, "") for _ in range(2))
    revoke(store, one.device)
    revoke(store, one.device)
    assert recognise(store, one.secret) is None
    assert recognise(store, other.secret) == other.device


def test_no_device_is_enrolled_where_there_is_no_antenna(store: Store, antenna: int) -> None:
    with store.writing() as writer:
        writer.amend(ANTENNA, antenna, deleted=True)
    for nowhere in (antenna, 12345):
        with pytest.raises(UnknownAntenna):
            enrol(store, nowhere, "")
    assert not store.all(select(credential))


def test_a_number_is_never_given_twice(store: Store, antenna: int, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = enrol(store, antenna, "").device
    drawn = iter([taken - 1, store.device - 1, 41])
    monkeypatch.setattr("kiosque.central.devices.secrets.randbelow", lambda _: next(drawn))
    assert enrol(store, antenna, "").device == 42
