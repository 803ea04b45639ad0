"""Devices: enrolled by a file or by a code, revoked, given a number when they are copies."""

from pathlib import Path

import pytest
from sqlalchemy import select

from kiosque.actions.network import keys as animators_keys
from kiosque.actions.network import network
from kiosque.central import authority
from kiosque.central.devices import (
    CodeEnd,
    UnknownAntenna,
    UnknownDevice,
    approve,
    asking,
    code_for,
    enrol,
    fetched,
    known,
    revoke,
)
from kiosque.db.copies import MOST_ASKING, ask_number, copies
from kiosque.db.holder import code_seed, public_of
from kiosque.db.keys import change_credential, credential, credentials
from kiosque.db.records import device
from kiosque.db.store import Store
from kiosque.domain.opener import BADGE, read_badge
from kiosque.domain.records import ANTENNA
from kiosque.journal.entry import MAX_DEVICE
from kiosque.sync import codes, enrolment
from kiosque.sync.private_file import LARGEST
from tests.central.house import Clock

ADDRESS = "http://central"
ANIMATOR = 12


@pytest.fixture
def antenna(store: Store) -> int:
    with store.writing() as writer:
        return writer.record(ANTENNA, code="REM", name="Rémuzat")


# ----- enrolling ------------------------------------------------------------------------------------------------------


def test_an_enrolment_says_who_the_device_is_and_whom_it_is_to_believe(store: Store, antenna: int) -> None:
    one, other = (enrol(store, antenna, ADDRESS, ANIMATOR) for _ in range(2))
    assert 1 <= one.device <= MAX_DEVICE
    assert (one.antenna, one.central, one.address, one.animator) == (antenna, store.device, ADDRESS, ANIMATOR)
    assert (one.root, one.key) == (store.identity.root, authority.public(authority.current(store)))
    assert one.device != other.device
    assert one.secret != other.secret


def test_an_enrolment_is_a_file_that_reads_as_it_was_written(store: Store, antenna: int, tmp_path: Path) -> None:
    carried = enrol(store, antenna, ADDRESS, ANIMATOR)
    enrolment.write(tmp_path / "inscription.json", carried)
    assert enrolment.read(tmp_path / "inscription.json") == carried


def test_a_device_is_a_record_of_the_network(store: Store, antenna: int) -> None:
    made = enrol(store, antenna, ADDRESS, ANIMATOR)
    [row] = store.all(select(device.c.device_number, device.c.antenna))
    assert tuple(row) == (made.device, antenna)
    assert store.head(store.device).number == 2
    assert known(store, made.device)
    assert not known(store, store.device)


def test_no_device_is_enrolled_where_there_is_no_antenna(store: Store, antenna: int) -> None:
    with store.writing() as writer:
        writer.amend(ANTENNA, antenna, deleted=True)
    for nowhere in (antenna, 12345):
        with pytest.raises(UnknownAntenna):
            enrol(store, nowhere, ADDRESS, ANIMATOR)
    assert not credentials(store)


def test_a_number_is_never_given_twice(store: Store, antenna: int, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = enrol(store, antenna, ADDRESS, ANIMATOR).device
    drawn = iter([taken - 1, store.device - 1, 41])
    monkeypatch.setattr("kiosque.central.numbers.secrets.randbelow", lambda _: next(drawn))
    assert enrol(store, antenna, ADDRESS, ANIMATOR).device == 42


# ----- codes ----------------------------------------------------------------------------------------------------------


def test_a_code_fetches_the_enrolment_and_opens_it(store: Store, antenna: int) -> None:
    carried = enrol(store, antenna, ADDRESS, ANIMATOR)
    keys = codes.keys_of(codes.read_code(code_for(store, carried)))
    sealed = fetched(store, keys.lookup)
    assert isinstance(sealed, bytes)
    assert enrolment.unpack(codes.unseal(keys, sealed)) == carried
    assert carried.secret not in sealed
    # The reply may have been lost: it is given again.
    assert fetched(store, keys.lookup) == sealed


def test_a_code_serves_for_seven_days_and_until_the_device_has_its_place(
    store: Store, antenna: int, clock: Clock
) -> None:
    carried = [enrol(store, antenna, ADDRESS, ANIMATOR) for _ in range(3)]
    lookups = [codes.keys_of(codes.read_code(code_for(store, each))).lookup for each in carried]
    late = lookups[-1]
    change_credential(store, carried[0].device, public=bytes(32))
    revoke(store, carried[1].device)
    assert [fetched(store, lookup) for lookup in lookups[:2]] == [CodeEnd.USED, CodeEnd.USED]
    clock.now += codes.LIFETIME - 1
    assert isinstance(fetched(store, late), bytes)
    clock.now += 1
    assert fetched(store, late) is CodeEnd.EXPIRED
    assert fetched(store, bytes(codes.LOOKUP_BYTES)) is CodeEnd.UNKNOWN


def test_an_enrolment_names_who_may_open_the_pc_first_and_their_badges(store: Store, antenna: int) -> None:
    far = network.add_antenna(
        store, code="NYO", label="Nyons", form="seat", association="asoft", commune="26220"
    ).record
    people = {
        name: network.add_animator(store, given_name=name, family_name="Brès", antenna=where).record
        for name, where in (("Zoé", antenna), ("Anaïs", None), ("Paul", far), ("Élodie", far))
    }
    badge = read_badge(animators_keys.issue_badge(store, people["Zoé"]))
    assert badge
    carried = enrol(store, antenna, ADDRESS, people["Élodie"])
    assert carried.place == "Rémuzat"
    # Who headquarters named, then those of the antenna, then those who roam; nobody of another antenna.
    assert [each.name for each in carried.openers] == ["Élodie Brès", "Zoé Brès", "Anaïs Brès"]
    assert enrolment.bearer(carried, public_of(code_seed(BADGE, badge))) == people["Zoé"]
    assert enrolment.bearer(carried, bytes(32)) is None
    assert enrolment.unpack(enrolment.pack(carried)) == carried


def test_long_names_leave_room_for_the_rest_of_the_file(store: Store, antenna: int) -> None:
    for number in range(enrolment.MOST_OPENERS + 1):
        network.add_animator(store, given_name="日" * 80, family_name=f"{number:03}" + "本" * 77, antenna=antenna)
    carried = enrol(store, antenna, ADDRESS, ANIMATOR)
    assert 1 < len(carried.openers) < enrolment.MOST_OPENERS
    assert len(enrolment.pack(carried)) <= LARGEST


# ----- revoking -------------------------------------------------------------------------------------------------------


def test_revoking_says_when_and_twice_changes_nothing(store: Store, antenna: int, clock: Clock) -> None:
    one, other = (enrol(store, antenna, ADDRESS, ANIMATOR) for _ in range(2))
    revoke(store, one.device)
    first = credential(store, one.device)
    assert first
    assert first.revoked_at == clock.now
    clock.now += 5
    revoke(store, one.device)
    assert credential(store, one.device) == first
    left = credential(store, other.device)
    assert left
    assert left.revoked_at is None
    with pytest.raises(UnknownDevice, match="Aucun poste"):
        revoke(store, store.device)


# ----- copies ---------------------------------------------------------------------------------------------------------


def test_a_copy_gets_one_number_of_its_own_at_the_same_antenna(store: Store, antenna: int) -> None:
    original = enrol(store, antenna, ADDRESS, ANIMATOR).device
    ask_number(store, original, b"c" * 32, 5)
    ask_number(store, original, b"c" * 32, 6)
    assert [(copy.device, copy.asked_at, copy.number) for copy in asking(store)] == [(original, 5, None)]
    number = approve(store, b"c" * 32)
    assert approve(store, b"c" * 32) == number != original
    assert not asking(store)
    assert [copy.number for copy in copies(store)] == [number]
    made = credential(store, number)
    assert made
    assert (made.antenna, made.public, made.secret) == (antenna, b"c" * 32, b"")
    rows = store.all(select(device.c.device_number, device.c.antenna))
    assert sorted(tuple(row) for row in rows) == sorted([(original, antenna), (number, antenna)])


def test_nobody_who_did_not_ask_gets_a_number(store: Store) -> None:
    with pytest.raises(UnknownDevice, match="Aucune copie"):
        approve(store, b"c" * 32)
    ask_number(store, 77, b"d" * 32, 5)
    with pytest.raises(UnknownDevice):
        approve(store, b"d" * 32)
    assert not credentials(store)


def test_one_device_cannot_fill_the_page_with_copies(store: Store, antenna: int) -> None:
    one, other = (enrol(store, antenna, ADDRESS, ANIMATOR).device for _ in range(2))
    for key in range(MOST_ASKING + 5):
        ask_number(store, one, bytes([key]) * 32, key)
    ask_number(store, other, b"z" * 32, 1)
    assert len(asking(store)) == MOST_ASKING + 1
