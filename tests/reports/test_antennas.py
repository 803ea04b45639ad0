"""When each antenna was last heard."""

from kiosque.db.identity import Receipt
from kiosque.db.keys import Credential, add_credential
from kiosque.db.store import Store
from kiosque.domain.records import ANTENNA
from kiosque.reports.antennas import Antenna, antennas

NOW = 1_764_000_000
DAY = 86_400


def enrolled(store: Store, antenna: int, device: int, revoked_at: int | None = None) -> None:
    add_credential(store, Credential(device, antenna, b"x", 1, revoked_at=revoked_at))


def test_an_antenna_was_heard_when_the_latest_of_its_devices_was(store: Store) -> None:
    with store.writing() as writer:
        remuzat = writer.record(ANTENNA, name="Rémuzat", commune="26264", association="aventic")
        nyons = writer.record(ANTENNA, name="Nyons")
        never = writer.record(ANTENNA, name="Séderon")
    for device, at in ((11, NOW - 3 * DAY), (12, NOW - DAY)):
        enrolled(store, remuzat, device)
        store.keep_receipt(device, Receipt(5, at))
    enrolled(store, nyons, 13)
    with store.reading() as connection:
        found = {each.name: each for each in antennas(connection)}
    assert list(found) == ["Nyons", "Rémuzat", "Séderon"]
    assert found["Rémuzat"] == Antenna(remuzat, "Rémuzat", "26264", "aventic", 2, NOW - DAY)
    assert (found["Nyons"].devices, found["Nyons"].heard_at) == (1, 0)
    assert found["Séderon"] == Antenna(never, "Séderon", "", "", 0, 0)


def test_a_revoked_device_that_was_heard_still_says_when(store: Store) -> None:
    with store.writing() as writer:
        remuzat = writer.record(ANTENNA, name="Rémuzat")
    enrolled(store, remuzat, 11, revoked_at=NOW)
    store.keep_receipt(11, Receipt(5, NOW - DAY))
    with store.reading() as connection:
        [found] = antennas(connection)
    assert found.heard_at == NOW - DAY


def test_an_antenna_is_silent_after_a_week_and_not_before_it_was_ever_heard() -> None:
    def heard(at: int) -> bool:
        return Antenna(1, "", "", "", 1, at).silent(NOW)

    assert heard(NOW - 8 * DAY)
    assert not heard(NOW - 6 * DAY)
    assert not heard(0)


def test_an_antenna_in_the_bin_is_marked_as_gone(store: Store) -> None:
    with store.writing() as writer:
        closed = writer.record(ANTENNA, name="Lemps")
        writer.amend(ANTENNA, closed, deleted=True)
    with store.reading() as connection:
        assert [each.gone for each in antennas(connection)] == [True]


def test_antennas_are_in_the_order_of_a_french_list(store: Store) -> None:
    with store.writing() as writer:
        for name in ("Séderon", "rosans", "Rémuzat", "Étoile", "Nyons"):
            writer.record(ANTENNA, name=name)
    with store.reading() as connection:
        assert [each.name for each in antennas(connection)] == ["Étoile", "Nyons", "Rémuzat", "rosans", "Séderon"]
