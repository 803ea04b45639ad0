"""What is said more of help in a demo fits who was helped, and the national codes."""

import random
from dataclasses import replace
from datetime import date

import pytest

from kiosque.actions.network import programmes
from kiosque.demo.around.details import precise
from kiosque.demo.events import Need
from kiosque.domain import codes
from tests.demo.around.stage import Room, person
from tests.stores import meet

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


def test_a_programme_is_one_that_runs_on_the_day_that_the_pc_believes_in(
    nyons: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    for share in ("SAID", "IN_PROGRAMME"):
        monkeypatch.setattr(f"kiosque.demo.around.details.{share}", 1)
    place = nyons.space
    made = programmes.add_programme(place.central, label="Jeunes", audience="young", first=date(2016, 9, 1)).record
    meet(place.store, place.central)
    pupil = replace(person(1), birth_year=2010)
    said = precise(place.store, random.Random(1), MAIL, pupil, 2026)
    assert said is not None
    assert said.programme == made
    place.clock.now = 8 * 3600
    said = precise(place.store, random.Random(1), MAIL, pupil, 2026)
    assert said is not None
    assert said.programme is None


def test_who_telephones_is_far_away(nyons: Room) -> None:
    told = precise(nyons.space.store, random.Random(1), MAIL, None, 2026)
    assert told is not None
    assert told.place == "a_distance"
