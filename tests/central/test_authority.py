"""Headquarters' keys: the first, the next, those that nobody uses any more; and no device is lost on the way."""

import pytest

from kiosque.central import authority
from kiosque.central.devices import enrol, revoke
from kiosque.db.keys import credential, headquarters_keys
from kiosque.db.store import Store
from kiosque.sync import root
from kiosque.sync.certificates import public_of, verify_key
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.exchange import receive
from kiosque.sync.held_keys import known_keys
from kiosque.sync.refusal import Reason, Refused
from tests.stores import Space, meet, said


def serials(store: Store) -> list[int]:
    return [key.serial for key in headquarters_keys(store)]


def used(nyons: Space, store: Store) -> int:
    """Return the serial of headquarters' key that the central has seen a device use last."""
    known = credential(nyons.central, store.device)
    assert known
    return known.key


def test_a_founded_central_has_a_key_that_its_root_signed_and_a_life_of_its_own(nyons: Space) -> None:
    [key] = headquarters_keys(nyons.central)
    assert nyons.central.identity.root == public_of(nyons.network.root)
    assert public_of(key.seed) == key.public
    verify_key(nyons.central.identity.root, authority.public(key))
    assert nyons.central.identity.epoch == nyons.clock.now


def test_the_root_is_nowhere_in_the_central(nyons: Space) -> None:
    held = said(nyons.central)
    assert public_of(nyons.network.root) in held
    assert nyons.network.root not in held


def test_another_root_makes_no_key(nyons: Space) -> None:
    with pytest.raises(authority.OtherRoot, match="Rien n’a été changé"):
        authority.rotate(nyons.central, root.draw())
    assert serials(nyons.central) == [1]


def test_a_device_moves_to_the_next_key_and_the_old_one_serves_until_it_has(nyons: Space) -> None:
    assert authority.rotate(nyons.central, nyons.network.root) == 2
    assert used(nyons, nyons.store) == 1
    assert authority.retire(nyons.central) == ()
    # Under the old key it learns the new one; both are held until it has been answered under the new one.
    meet(nyons.store, nyons.central)
    assert (used(nyons, nyons.store), serials(nyons.store)) == (1, [2, 1])
    assert authority.retire(nyons.central) == ()
    meet(nyons.store, nyons.central)
    assert (used(nyons, nyons.store), serials(nyons.store)) == (2, [2])
    assert authority.retire(nyons.central) == (1,)
    assert serials(nyons.central) == [2]
    assert meet(nyons.store, nyons.central).refused is None


def test_only_keys_that_no_device_uses_are_forgotten(nyons: Space) -> None:
    away = nyons.network.kiosk(nyons.central, nyons.antenna)
    for serial in (2, 3):
        assert authority.rotate(nyons.central, nyons.network.root) == serial
        for _ in range(2):
            meet(nyons.store, nyons.central)
        assert authority.retire(nyons.central) == ()
    # It was away through both, and comes back under the first.
    assert serials(nyons.central) == [3, 2, 1]
    meet(away, nyons.central)
    assert known_keys(away).latest.serial == 3
    meet(away, nyons.central)
    assert (used(nyons, away), serials(away)) == (3, [3])
    assert authority.retire(nyons.central) == (1, 2)
    assert meet(away, nyons.central).refused is None
    assert meet(nyons.store, nyons.central).refused is None


def test_a_device_that_never_spoke_keeps_the_key_of_its_enrolment_alive(nyons: Space) -> None:
    late = nyons.network.newcomer(nyons.central, nyons.antenna)
    authority.rotate(nyons.central, nyons.network.root)
    for _ in range(2):
        meet(nyons.store, nyons.central)
    assert authority.retire(nyons.central) == ()
    for _ in range(2):
        meet(late, nyons.central)
    assert authority.retire(nyons.central) == (1,)


def test_a_revoked_device_keeps_no_key_alive(nyons: Space) -> None:
    gone = enrol(nyons.central, nyons.antenna, "http://central", nyons.animator).device
    authority.rotate(nyons.central, nyons.network.root)
    for _ in range(2):
        meet(nyons.store, nyons.central)
    assert authority.retire(nyons.central) == ()
    revoke(nyons.central, gone)
    assert authority.retire(nyons.central) == (1,)


def test_the_newest_key_always_stays(nyons: Space) -> None:
    revoke(nyons.central, nyons.store.device)
    assert authority.rotate(nyons.central, nyons.network.root) == 2
    assert authority.retire(nyons.central) == (1,)
    assert authority.retire(nyons.central) == ()
    assert serials(nyons.central) == [2]


def test_a_key_that_was_retired_under_a_device_is_refused_without_an_answer(nyons: Space) -> None:
    sealed = list(DeviceEnd(nyons.store, "test").request())
    authority.rotate(nyons.central, nyons.network.root)
    for _ in range(2):
        meet(nyons.store, nyons.central)
    authority.retire(nyons.central)
    with pytest.raises(Refused) as caught:
        receive(nyons.central, sealed)
    assert caught.value.reason is Reason.KEY
