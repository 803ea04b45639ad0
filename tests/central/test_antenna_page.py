"""One antenna on headquarters' pages: its hours against their floor, who holds it, what stands there."""

import re
from datetime import date

import pytest

from kiosque.actions.network import network as actions
from kiosque.actions.network import partners, staff
from kiosque.actions.network.network import Place
from kiosque.central.central import Central
from kiosque.db.store import Store
from kiosque.domain.records import ANIMATOR, ANTENNA, DESK, EQUIPMENT, PERMANENCE
from kiosque.domain.validity import dates
from tests.central.house import Network, at
from tests.central.inside import Inside, inside_of
from tests.central.said import words

FIRST = date(2026, 9, 1)


@pytest.fixture
def remuzat(store: Store, network: Network) -> int:
    """The antenna of Rémuzat with all that one may have."""
    antenna = network.antennas["Rémuzat"]
    actions.settle(store, antenna, Place(room="mairie", size="hameau", opens=FIRST))
    with store.writing() as writer:
        writer.amend(ANTENNA, antenna, opening_hours="Mo-Fr 09:00-12:00")
        writer.record(ANIMATOR, given_name="Zoé", family_name="Roux", antenna=antenna)
        roaming = writer.record(ANIMATOR, given_name="Ali", family_name="Ben")
        writer.record(DESK, antenna=antenna, name="Table 1", form="coworking")
        for name, times in (("Portable 1", dates(FIRST, None)), ("Portable 9", dates(FIRST, FIRST))):
            writer.record(EQUIPMENT, antenna=antenna, name=name, form="laptop", times=times)
        for day in (2, 9, 16):
            writer.record(PERMANENCE, antenna=antenna, times=(at(day, 4), at(day, 23)))
    staff.plan_stop(store, animator=roaming, antenna=antenna, hours="mardi 14h-17h", first=FIRST)
    town = partners.add_partner(store, label="Commune de Rémuzat", form="commune").record
    partners.add_support(store, partners.Gift(partner=town, nature="room", antenna=antenna, first=FIRST))
    partners.add_support(
        store, partners.Gift(partner=town, nature="label", label="tiers_lieu", antenna=antenna, first=FIRST)
    )
    return antenna


def test_an_antenna_says_what_it_is(inside: Inside, remuzat: int) -> None:
    said = words(inside.get(f"/antennes/{remuzat}"))
    for each in (
        "lundi au vendredi, 9 h – 12 h",
        "Prévu cette semaine 15 h",
        "Plancher 15 h (moins de 500 habitants)",
        "Local Mairie",
        "Labels Tiers-lieu",
        "Commune de Rémuzat Prête le local",
        "Zoé Roux",
        "Ali Ben mardi, 14 h – 17 h",
        "Ordinateur portable Portable 1 ",
        "Place de coworking Table 1",
        "Heures de chaque semaine",
    ):
        assert each in said, each
    assert "Portable 9" not in said


def test_hours_are_held_against_the_floor_since_they_are_known(inside: Inside, remuzat: int, store: Store) -> None:
    # Of the four weeks, the last three are of nineteen hours: before the first of them nothing was noted.
    page = inside.get(f"/antennes/{remuzat}")
    assert re.search(r"Tenu par semaine\s+19 h\s+plancher tenu", words(page))
    assert "Semaine du 26 oct." not in words(page)
    with store.writing() as writer:
        writer.record(PERMANENCE, antenna=remuzat, times=(at(2, 4) - 15 * 86_400, at(2, 5) - 15 * 86_400))
    # It had begun: the week of none is one of its own.
    page = inside.get(f"/antennes/{remuzat}")
    assert re.search(r"Tenu par semaine\s+14 h 15\s+sous le plancher", words(page))
    assert "Semaine du 26 oct. 0 h (plancher : 15 h)" in words(page)


def test_who_only_reads_figures_meets_no_name_of_an_animator(central: Central, remuzat: int) -> None:
    with inside_of(central, "financeur") as inside:
        page = inside.get(f"/antennes/{remuzat}")
    assert "2 animateurs et animatrices, dont 1 par le circuit" in words(page)
    assert not re.search("Zoé|Roux|Ali|Changer ses horaires|Voir le circuit", page)


def test_an_antenna_of_which_little_is_known_says_so(inside: Inside, network: Network) -> None:
    said = words(inside.get(f"/antennes/{network.antennas['Séderon']}"))
    assert "Ses horaires ne sont pas encore dits." in said
    assert "Personne n’y est encore attendu." in said
    assert "Labels aucun" in said
    # What nobody knows the place of has no facts.
    assert "Ses heures" not in words(inside.get("/antennes/0"))
