"""What a device may not write, over a central that really runs: refused with a sentence on both sides, kept once."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kiosque.central.central import Central
from kiosque.central.devices import enrol, revoke
from kiosque.central.quarantine import MOST_WAITING, keep_refused, settle, waiting
from kiosque.db.store import Store
from kiosque.domain.kinds import Kind
from kiosque.domain.records import ANIMATOR, ANTENNA, DEVICE, VISIT, VISITOR
from kiosque.journal.entry import Entry, Value
from kiosque.sync.device_end import DeviceEnd, Taken
from kiosque.sync.refusal import Reason, Refused
from tests.central.house import PATIENT, PLAIN, Clock, Network
from tests.stores import enrolled, rows


@pytest.fixture
def rogue(central: Central, network: Network, tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """A kiosk whose program was changed: it writes whatever it likes into its own journal."""
    carried = enrol(central.store, network.antennas["Rémuzat"], "http://central", 1)
    store = enrolled(tmp_path / "rogue.db", carried, clock)
    yield store
    store.close()


def send(address: str, store: Store) -> Taken:
    end = DeviceEnd(store, "test")
    body = b"".join(end.request())
    response = httpx.post(f"{address}/exchange", content=body, verify=PLAIN, timeout=PATIENT)
    assert response.status_code == 200
    return end.take([response.content])


def journal(store: Store) -> list[list[Entry]]:
    return [store.entries(device) for device in store.devices()]


@pytest.mark.parametrize(
    ("kind", "values"),
    [(ANTENNA, {"name": "Chez Moi"}), (ANIMATOR, {"given_name": "Moi"}), (DEVICE, {"device_number": 5})],
    ids=["antenna", "animator", "device"],
)
def test_what_is_not_a_kiosk_s_to_write_is_refused_and_kept_once(
    central: Central, rogue: Store, address: str, kind: Kind, values: dict[str, Value]
) -> None:
    with rogue.writing() as writer:
        writer.record(VISIT, reason="other")
        writer.record(kind, **values)
    before = journal(central.store), rows(central.store)
    held = rows(rogue)
    told = [send(address, rogue) for _ in range(3)]
    assert [(taken.refused, taken.received) for taken in told] == [(Reason.OUTSIDE, 0)] * 3
    [kept] = waiting(central.store)
    # The same sentence on both sides.
    assert (kept.device, kept.reason, kept.content) == (rogue.device, Reason.OUTSIDE, b"")
    assert "coordination" in kept.reason.value
    assert "Moi" not in kept.detail
    assert (journal(central.store), rows(central.store)) == before
    # The kiosk keeps everything that it wrote.
    after = rows(rogue)
    assert all(row in after[name] for name, each in held.items() for row in each)


def test_somebody_else_s_visitor_is_refused_by_id(
    central: Central, network: Network, rogue: Store, address: str
) -> None:
    [odette] = [int(str(row["id"])) for row in rows(central.store)["visitor"]]
    with rogue.writing() as writer:
        # As if it had guessed the number.
        writer._append(VISITOR, odette, 0, {}, {5: "Autre"})  # noqa: SLF001 - no honest writer does this
    assert network.devices
    assert send(address, rogue).refused is Reason.OUTSIDE
    assert [row["family_name"] for row in rows(central.store)["visitor"]] == ["Chastel"]


def test_it_blocks_no_other_device(
    central: Central, network: Network, rogue: Store, address: str, tmp_path: Path, clock: Clock
) -> None:
    with rogue.writing() as writer:
        writer.record(ANTENNA, name="Chez moi")
    other = enrolled(
        tmp_path / "other.db", enrol(central.store, network.antennas["Rémuzat"], "http://central", 1), clock
    )
    with other.writing() as writer:
        writer.record(VISIT, reason="other")
    assert send(address, rogue).refused is Reason.OUTSIDE
    assert send(address, other).received == 1
    other.close()


def test_a_revoked_device_is_answered_nothing_and_nothing_of_it_is_kept(
    central: Central, rogue: Store, address: str
) -> None:
    with rogue.writing() as writer:
        writer.record(VISIT, reason="other")
    assert send(address, rogue).received == 1
    with rogue.writing() as writer:
        writer.record(VISIT, reason="service")
    body = b"".join(DeviceEnd(rogue, "test").request())
    revoke(central.store, rogue.device)
    before = journal(central.store), rows(central.store), central.store.receipt(rogue.device)
    response = httpx.post(f"{address}/exchange", content=body, verify=PLAIN, timeout=PATIENT)
    assert response.status_code == 403
    assert len(response.content) < 40
    assert (journal(central.store), rows(central.store), central.store.receipt(rogue.device)) == before
    assert not waiting(central.store)


# ----- what is kept ---------------------------------------------------------------------------------------------------


def test_the_same_is_kept_once_and_another_beside_it(store: Store, clock: Clock) -> None:
    for detail in ("one", "one", "other", "one"):
        keep_refused(store, 5, Refused(Reason.OUTSIDE, detail))
        clock.now += 1
    keep_refused(store, 6, Refused(Reason.OUTSIDE, "one"))
    keep_refused(store, 5, Refused(Reason.CLOCK, "one"))
    keep_refused(store, 5, Refused(Reason.OUTSIDE, "one"), b"sealed")
    assert [(each.device, each.reason.name, each.detail, each.content) for each in waiting(store)] == [
        (5, "OUTSIDE", "one", b""),
        (5, "OUTSIDE", "other", b""),
        (6, "OUTSIDE", "one", b""),
        (5, "CLOCK", "one", b""),
        (5, "OUTSIDE", "one", b"sealed"),
    ]
    assert waiting(store)[1].arrived_at == waiting(store)[0].arrived_at + 2


def test_what_headquarters_has_looked_at_waits_no_more_and_may_come_again(store: Store, clock: Clock) -> None:
    keep_refused(store, 5, Refused(Reason.OUTSIDE, "one"))
    [first] = waiting(store)
    for _ in range(2):
        settle(store, first.id)
        assert waiting(store) == ()
        clock.now += 1
    keep_refused(store, 5, Refused(Reason.OUTSIDE, "one"))
    [again] = waiting(store)
    assert again.id != first.id


def test_one_device_cannot_fill_the_disk(store: Store) -> None:
    for number in range(MOST_WAITING + 20):
        keep_refused(store, 5, Refused(Reason.OUTSIDE, str(number)))
    keep_refused(store, 6, Refused(Reason.OUTSIDE, "another's"))
    assert len(waiting(store)) == MOST_WAITING + 1
