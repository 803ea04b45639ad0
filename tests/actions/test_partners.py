"""Where antennas stand, who supports them, and what people said that they need."""

from datetime import date
from typing import Any

import pytest

from kiosque.actions.inputs import BadInput
from kiosque.actions.network import antennas, network, partners, surveys
from kiosque.actions.network.network import Place
from kiosque.actions.opening import hours
from kiosque.db import records as tables
from kiosque.db.write import Missing
from tests.stores import Space, folded, meet, rows

TODAY = date(2026, 3, 2)


def test_an_antenna_says_where_it_stands_and_its_size_is_that_of_its_commune(nyons: Space) -> None:
    place = Place("bibliotheque", "44.36042 5.13829", opens=date(2016, 9, 1))
    network.settle(nyons.central, nyons.antenna, place)
    meet(nyons.store, nyons.central)
    here = network.here(nyons.store)
    assert here is not None
    assert (here.room, here.size, here.floor_hours) == ("bibliotheque", "ville", 24)
    row = nyons.store.one(tables.antenna.select())
    assert (row.position, row.started_at, row.ended_at) == ("44.36042 5.13829", 1_472_680_800, None)
    # What is not said again stays.
    network.settle(nyons.central, nyons.antenna, Place(size="bourg"))
    assert nyons.central.one(tables.antenna.select()).room == "bibliotheque"
    for wrong in (Place("igloo"), Place(position="44.36"), Place(size="grand")):
        with pytest.raises(BadInput):
            network.settle(nyons.central, nyons.antenna, wrong)


def test_what_partners_give_is_known_at_each_antenna(nyons: Space) -> None:
    central, antenna = nyons.central, nyons.antenna
    town, state, drome = (
        partners.add_partner(central, label=label, form=form).record
        for label, form in (("Ville de Nyons", "commune"), ("État", "etat"), ("Département de la Drôme", "departement"))
    )
    partners.add_support(central, partners.Gift(partner=drome, nature="running", share=20, first=date(2016, 9, 1)))
    partners.add_support(central, partners.Gift(partner=town, nature="room", antenna=antenna, first=date(2016, 9, 1)))
    msap = partners.add_support(
        central, partners.Gift(partner=state, nature="label", label="msap", antenna=antenna, first=date(2017, 1, 1))
    ).record
    partners.add_support(
        central,
        partners.Gift(partner=state, nature="label", label="france_services", antenna=antenna, first=date(2021, 1, 1)),
    )
    partners.correct_support(central, msap, last=date(2020, 12, 31))
    meet(nyons.store, central)

    def said(day: date) -> list[tuple[str, str, str | None]]:
        return [(each.partner, each.nature, each.label) for each in partners.supports(nyons.store, antenna, day)]

    running, room = ("Département de la Drôme", "running", None), ("Ville de Nyons", "room", None)
    assert said(TODAY) == [room, ("État", "label", "france_services"), running]
    assert said(date(2018, 5, 1)) == [room, ("État", "label", "msap"), running]
    assert said(date(2016, 1, 1)) == []
    assert partners.supports(nyons.store, antenna + 1, TODAY)[0].share == 20
    assert rows(nyons.store) == folded(nyons.store)


def test_what_cannot_be_given_is_refused(nyons: Space) -> None:
    central = nyons.central
    state = partners.add_partner(central, label="État", form="etat").record
    with pytest.raises(BadInput, match="déjà"):
        partners.add_partner(central, label=" État", form="etat")
    with pytest.raises(BadInput):
        partners.add_partner(central, label="Mairie", form="roi")
    faults: list[dict[str, Any]] = [
        {"nature": "gold"},
        {"nature": "room", "label": "msap"},
        {"nature": "label"},
        {"nature": "label", "label": "étoile"},
        {"nature": "label", "label": "france_services"},
        {"nature": "running", "share": 0},
        {"nature": "running", "share": 101},
        {"nature": "running", "last": date(2016, 8, 31)},
    ]
    for fault in faults:
        with pytest.raises(BadInput):
            partners.add_support(central, partners.Gift(partner=state, **{"first": date(2016, 9, 1), **fault}))
    kept = partners.add_support(central, partners.Gift(partner=state, nature="running", first=date(2016, 9, 1))).record
    with pytest.raises(BadInput):
        partners.correct_support(central, kept, last=date(2016, 8, 31))


def test_what_people_need_is_asked_before_a_place_opens(nyons: Space) -> None:
    planned = network.add_antenna(
        nyons.central, code="MIR", label="Mirabel", form="village", association="asoft", commune="26182"
    ).record
    network.settle(nyons.central, planned, Place(opens=date(2027, 1, 4)))
    surveys.survey(nyons.central, antenna=planned, answers=48, teleworkers=9, desks=4, needs=("service", "desk"))
    with pytest.raises(BadInput, match="déjà notée"):
        surveys.survey(nyons.central, antenna=planned, answers=48, teleworkers=9, desks=4, needs=("service", "desk"))
    row = nyons.central.one(tables.survey.select())
    assert (row.answers, row.teleworkers, row.desks, row.needs) == (48, 9, 4, "service desk")
    for wrong in ({"answers": 0}, {"answers": 5, "teleworkers": 6}, {"answers": 5, "needs": ("cinema",)}):
        with pytest.raises(BadInput):
            surveys.survey(nyons.central, antenna=planned, **wrong)


def test_an_antenna_plans_nothing_before_it_opens_and_after_it_closes(nyons: Space) -> None:
    with pytest.raises(BadInput, match="quel jour"):
        network.settle(nyons.central, nyons.antenna, Place(closes=date(2026, 3, 31)))
    network.settle(nyons.central, nyons.antenna, Place(opens=date(2026, 3, 4), closes=date(2026, 3, 6)))
    meet(nyons.store, nyons.central)
    days = [day for day in hours.coming(nyons.store) if day.day.weekday() < 6][:6]
    assert [bool(day.slots) for day in days] == [False, False, True, True, True, False]
    assert [day.in_use for day in days] == [False, False, True, True, True, False]
    states = [antennas.antennas_on(nyons.central, day.day)[0].state.value for day in days[1:]]
    assert states == ["planned", "open", "open", "open", "closed"]
    with pytest.raises(BadInput, match="vient après"):
        network.settle(nyons.central, nyons.antenna, Place(closes=date(2026, 3, 1)))


def test_what_partners_give_is_said_otherwise_field_by_field(nyons: Space) -> None:
    central = nyons.central
    town = partners.add_partner(central, label="Ville", form="commune").record
    other = partners.add_partner(central, label="Parc", form="parc").record
    gift = partners.add_support(
        central, partners.Gift(partner=town, nature="running", share=5, first=date(2016, 9, 1))
    ).record
    assert partners.correct_share(central, gift, 5).entries == ()
    partners.correct_share(central, gift, 7)
    partners.correct_partner(central, town, label="Ville de Nyons", form="commune")
    meet(nyons.store, central)
    assert [(each.name, [gift.share for gift in each.gifts]) for each in partners.partners(nyons.store)] == [
        ("Parc", []),
        ("Ville de Nyons", [7]),
    ]
    for wrong in (0, 101):
        with pytest.raises(BadInput):
            partners.correct_share(central, gift, wrong)
    with pytest.raises(BadInput):
        partners.correct_partner(central, other, label="Ville de Nyons", form="parc")
    with pytest.raises(Missing):
        partners.take_back(central, 12)
    partners.take_back(central, town)
    meet(nyons.store, central)
    assert partners.supports(nyons.store, nyons.antenna, TODAY) == ()
    assert rows(nyons.store) == folded(nyons.store)


@pytest.mark.parametrize("typed", ["44.36042 5.13829", "44.36042, 5.13829", "44,36042 5,13829"])
def test_a_position_is_kept_alike_however_maps_and_people_write_it(nyons: Space, typed: str) -> None:
    network.settle(nyons.central, nyons.antenna, Place(position=typed))
    assert nyons.central.one(tables.antenna.select()).position == "44.36042 5.13829"
