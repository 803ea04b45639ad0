"""What is said more of help in a demo fits who was helped, and the national codes."""

import random

from kiosque.demo.around.details import precise
from kiosque.demo.events import Need
from kiosque.domain import codes
from tests.demo.around.stage import Room, person

PAPERS = Need((codes.ADMINISTRATIVE,), 30, ("social_sante",), "cpam")
MAIL = Need(("email",), 30)


def test_more_is_said_of_some_and_it_is_kept_by_the_national_codes(nyons: Room) -> None:
    store, rng = nyons.space.store, random.Random(1)
    said = [precise(store, rng, need, person(1), 2026) for need in (PAPERS, MAIL) for _ in range(300)]
    some = [each for each in said if each]
    assert 0.25 < len(some) / len(said) < 0.45
    assert all(each.autonomy in codes.AUTONOMY and each.place in codes.PLACES for each in some)
    assert all(device in codes.MATERIAL for each in some for device in each.material)
    assert {each.referral is not None for each in some} == {True, False}
    assert any(each.mandate for each in said[:300] if each)
    assert not any(each.mandate for each in said[300:] if each), "only for paperwork"


def test_who_telephones_is_far_away(nyons: Room) -> None:
    told = precise(nyons.space.store, random.Random(1), MAIL, None, 2026)
    assert told is not None
    assert told.place == "a_distance"
