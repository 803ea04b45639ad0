"""The animators on headquarters' pages: trained or not, when they were where, and the circuit."""

import re
from datetime import date

import pytest

from kiosque.actions.network import staff
from kiosque.central.central import Central
from kiosque.db.store import Store
from kiosque.domain.records import ANIMATOR, PERMANENCE, PRESENCE, TASK
from tests.central.house import Network, at
from tests.central.inside import Inside, inside_of
from tests.central.said import figures_of, words

FIRST = date(2026, 9, 1)


@pytest.fixture
def team(store: Store, network: Network) -> dict[str, int]:
    """Zoé of Rémuzat, trained; Ali, who roams; Léa of Séderon."""
    remuzat, seder = network.antennas["Rémuzat"], network.antennas["Séderon"]
    with store.writing() as writer:
        found = {
            "Zoé": writer.record(ANIMATOR, given_name="Zoé", family_name="Roux", antenna=remuzat, status="volunteer"),
            "Ali": writer.record(ANIMATOR, given_name="Ali", family_name="Ben", status="lent"),
            "Léa": writer.record(ANIMATOR, given_name="Léa", family_name="Gras", antenna=seder, status="employed"),
        }
        held = writer.record(PERMANENCE, antenna=remuzat, times=(at(22, 9), at(22, 12)))
        writer.record(PRESENCE, permanence=held, animator=found["Zoé"], times=(at(22, 9), at(22, 11)))
        writer.record(PRESENCE, permanence=held, animator=found["Zoé"], times=(at(22, 11, 30), None))
        writer.record(TASK, antenna=remuzat, animator=found["Zoé"], times=(at(22, 14), at(22, 15)), activity="meeting")
    for subject, hours in (("mediation", 14), ("donnees", 7)):
        staff.train(store, subject=subject, day=FIRST, hours=hours, who=[found["Zoé"]])
    staff.plan_stop(store, animator=found["Ali"], antenna=remuzat, hours="mardi 14h-17h", first=FIRST)
    return found


def test_the_team_says_who_is_trained_and_their_hours(inside: Inside, team: dict[str, int]) -> None:
    page = inside.get("/animateurs?periode=7")
    assert figures_of(page, "Zoé Roux") == ["2 h", "1 h", "21 h"]
    assert figures_of(page, "Ali Ben") == ["0 h", "0 h", "0 h"]
    said = words(page)
    assert "Tourne entre les antennes" in said
    assert said.count("formation complète") == 1
    assert said.count("à former") == len(team) - 1
    assert "€ de bénévolat valorisé" in said


def test_nobody_is_said_before_there_is_somebody(inside: Inside) -> None:
    assert "Personne n’anime encore le réseau" in words(inside.get("/animateurs"))


def test_an_animator_was_there_then_and_comes_by_the_circuit(inside: Inside, team: dict[str, int]) -> None:
    said = words(inside.get(f"/animateurs/{team['Zoé']}?periode=7"))
    assert "dimanche 22 novembre à 9 h 11 h 2 h Rémuzat Permanence" in said
    assert "dimanche 22 novembre à 11 h 30 pas encore" in said
    assert "dimanche 22 novembre à 14 h 15 h 1 h Rémuzat Réunion" in said
    assert "1er septembre Accompagner vers le numérique, 14 h" in said
    roaming = words(inside.get(f"/animateurs/{team['Ali']}"))
    assert "Rémuzat mardi, 14 h – 17 h" in roaming
    assert "Aucune formation n’est notée." in roaming
    inside.get("/animateurs/12", status=404)


def test_who_only_reads_figures_meets_numbers_for_names(central: Central, team: dict[str, int]) -> None:
    with inside_of(central, "financeur") as inside:
        for path in ("/animateurs", f"/animateurs/{team['Zoé']}"):
            assert not re.search("Zoé|Roux|Ali|Léa", inside.get(path))


def test_an_association_sees_its_own_and_those_who_roam(central: Central, team: dict[str, int]) -> None:
    with inside_of(central, "asoft") as inside:
        page = inside.get("/animateurs")
        assert ("Léa Gras" in page, "Ali Ben" in page, "Zoé Roux" in page) == (True, True, False)
        inside.get(f"/animateurs/{team['Zoé']}", status=404)
        # Where they go beyond its antennas is not told.
        assert "Rémuzat" not in inside.get(f"/animateurs/{team['Ali']}")
