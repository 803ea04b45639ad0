"""Visits and acts of help corrected from headquarters, with their reason and their history."""

from collections.abc import Iterator

import httpx
import pytest

from kiosque.actions.visitors import people
from kiosque.actions.visitors.people import Answers
from kiosque.central.central import Central
from kiosque.db import records as tables
from kiosque.domain.records import INTERVENTION, PERMANENCE, VISIT
from tests.central.asking import asking, post, read_on, words
from tests.central.house import Network, at, led


@pytest.fixture
def client(central: Central, network: Network) -> Iterator[httpx.Client]:
    assert network.antennas
    with asking(central) as client:
        yield client


def first_visit(central: Central) -> int:
    """Return Odette's visit at Rémuzat."""
    return int(central.store.all(tables.visit.select().order_by(tables.visit.c.id))[0].id)


def act(central: Central) -> int:
    return int(central.store.one(tables.intervention.select()).id)


STAY = {"arrived_at": "09:10", "left_at": "09:50", "why_came": "digital", "commune": "Rémuzat (26)"}


def test_a_visit_is_corrected_and_its_history_says_who_and_why(client: httpx.Client, central: Central) -> None:
    visit = first_visit(central)
    page = client.get(f"/passages/{visit}").text
    assert "Odette Chastel" in words(page)
    assert 'value="09:10"' in page
    said = {**STAY, "commune": "Nyons 26110", "left_at": "10h05", "age_band": "soixante_dix_plus", "gender": "feminin"}
    read = read_on(client, f"/passages/{visit}")
    answer = post(client, f"/passages/{visit}", act="correct", reason="relu avec Élodie", read=read, **said)
    assert answer.headers["location"] == f"/passages/{visit}"
    row = central.store.one(tables.visit.select().where(tables.visit.c.id == visit))
    assert (row.started_at, row.ended_at, row.reason) == (at(23, 9, 10), at(23, 10, 5), "digital")
    assert (row.commune, row.gender, row.visitor is not None) == ("26220", "feminin", True)
    told = words(led(client, answer).text)
    assert "C’est corrigé" in told
    assert "la coordination (coordination)" in told
    assert "« relu avec Élodie »" in told
    assert "Commune : Rémuzat (26) devient Nyons (26)" in told


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"left_at": "08:00"}, "Le départ vient après l’arrivée"),
        ({"commune": "Nulle-Part-sur-Rien"}, "Aucune commune connue"),
        ({"reason": ""}, "Dites pourquoi"),
        ({"arrived_at": "matin"}, "Écrivez une heure"),
    ],
    ids=["leaves before", "no commune", "no reason", "no hour"],
)
def test_what_cannot_be_keeps_what_was_typed(
    client: httpx.Client, central: Central, wrong: dict[str, str], sentence: str
) -> None:
    visit, before = first_visit(central), central.store.head(central.store.device)
    form = {"read": read_on(client, f"/passages/{visit}"), "reason": "relu", **STAY, **wrong}
    answer = post(client, f"/passages/{visit}", act="correct", **form)
    assert answer.status_code == 409
    assert sentence in words(answer.text)
    for typed in wrong.values():
        assert f'value="{typed}"' in answer.text
    assert central.store.head(central.store.device) == before


def test_help_is_corrected_by_its_codes_and_by_its_note_for_who_may_read_names(
    client: httpx.Client, central: Central
) -> None:
    given = act(central)
    assert "Odette a perdu son mot de passe" in client.get(f"/interventions/{given}").text
    said = {"themes": ["email"], "duration": "45", "service": "", "note": "mot de passe changé"}
    read = read_on(client, f"/interventions/{given}")
    answer = post(client, f"/interventions/{given}", act="correct", reason="relu", read=read, **said)
    assert answer.status_code == 303
    said["read"] = read_on(client, f"/interventions/{given}")
    row = central.store.one(tables.intervention.select())
    assert (row.themes, row.duration, row.service, row.note) == ("email", 45, None, "mot de passe changé")
    for wrong, sentence in (({"duration": "long"}, "en minutes"), ({"themes": []}, "au moins une thématique")):
        answer = post(client, f"/interventions/{given}", act="correct", reason="relu", **{**said, **wrong})
        assert answer.status_code == 409
        assert sentence in words(answer.text)
    answer = post(client, f"/interventions/{given}", act="bin", reason="notée deux fois", **said)
    assert answer.headers["location"].endswith("/jours/2026-11-23")
    assert client.get(f"/interventions/{given}").status_code == 404


def test_an_association_corrects_its_own_without_reading_a_name(central: Central, network: Network) -> None:
    store = central.store
    odette = people.write_down(store, Answers("Odette", "Chastel"), author=0).record
    with store.writing() as writer:
        held = writer.record(PERMANENCE, antenna=network.antennas["Séderon"], times=(at(20, 9), at(20, 12)))
        mine = writer.record(VISIT, permanence=held, visitor=odette, times=(at(20, 9), at(20, 10)))
        help_ = writer.record(
            INTERVENTION, permanence=held, given_at=at(20, 10), duration=15, themes=("email",), note="pour Odette"
        )
    with asking(central, "asoft") as client:
        for path in (f"/passages/{mine}", f"/interventions/{help_}"):
            assert "Odette" not in client.get(path).text
        said = {"themes": ["bureautique"], "duration": "30", "read": read_on(client, f"/interventions/{help_}")}
        answer = post(client, f"/interventions/{help_}", act="correct", reason="relu", **said)
        assert answer.status_code == 303
        row = store.one(tables.intervention.select().where(tables.intervention.c.id == help_))
        assert (row.themes, row.note) == ("bureautique", "pour Odette")
        assert "Odette" not in client.get(f"/interventions/{help_}").text
        assert client.get(f"/passages/{first_visit(central)}").status_code == 404
        assert post(client, f"/passages/{first_visit(central)}", act="bin", reason="à moi").status_code == 404
        assert client.get("/personnes").status_code == 403


def test_each_row_of_a_day_leads_to_its_correction(client: httpx.Client, central: Central, network: Network) -> None:
    page = client.get(f"/antennes/{network.antennas['Rémuzat']}/jours/2026-11-23").text
    assert f'href="/passages/{first_visit(central)}"' in page
    assert f'href="/interventions/{act(central)}"' in page
    with asking(central, "financeur") as other:
        assert "/passages/" not in other.get(f"/antennes/{network.antennas['Rémuzat']}/jours/2026-11-23").text
