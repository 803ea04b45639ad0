"""What waits for headquarters, and the hours that it decides on: pages, over a made-up network."""

from collections.abc import Iterator
from datetime import date

import httpx
import pytest
from litestar.testing import TestClient
from sqlalchemy import select

from kiosque.actions.network import leaving, staff
from kiosque.actions.network import network as network_actions
from kiosque.central.app import make_app
from kiosque.central.central import Central
from kiosque.db.records import permanence
from kiosque.db.watch_tables import purge
from kiosque.domain.french import local
from kiosque.domain.records import ANTENNA, PERMANENCE
from kiosque.reports.figures import figures
from kiosque.reports.period import one_day
from tests.central.asking import post, read_on, words
from tests.central.house import TODAY, Network, at, led, log_in
from tests.central.inside import inside_of


@pytest.fixture
def client(central: Central, network: Network) -> Iterator[httpx.Client]:
    """A browser without a screen, at an application without a socket, over a made-up network."""
    assert network.antennas
    with TestClient(make_app(central), base_url="http://kiosque.local") as client:
        client.follow_redirects = False
        yield client


def doubtful(central: Central) -> int:
    [row] = central.store.all(select(permanence.c.id).where(permanence.c.to_confirm.is_(True)))
    return int(row.id)


def test_what_waits_is_said_with_its_gesture(client: httpx.Client, central: Central) -> None:
    log_in(client)
    said = words(client.get("/a-regarder").text)
    assert "Nyons, maison des associations lundi 9 novembre, de 9 h à 18 h." in said
    assert "Rien depuis le 9 novembre" in said
    assert "Heures sous leur plancher" not in said
    with central.store.writing() as writer:
        for row in central.store.all(select(permanence.c.antenna).distinct()):
            writer.amend(ANTENNA, row.antenna, size="hameau")
    assert "4 h 30 15 h" in words(client.get("/a-regarder").text)


def test_a_closing_is_confirmed_and_what_was_noted_stays(client: httpx.Client, central: Central) -> None:
    log_in(client)
    held = doubtful(central)
    page = led(client, post(client, "/a-regarder", act="confirm", record=held))
    assert "C’est confirmé" in words(page.text)
    assert "Heures à confirmer" not in words(page.text)
    row = central.store.one(permanence.select().where(permanence.c.id == held))
    assert (row.decided_from, row.decided_until, row.to_confirm) == (at(9, 9), at(9, 18), True)
    with central.store.reading() as connection:
        counted = figures(connection, one_day(date(2026, 11, 9))).total
    assert (counted.seconds, counted.to_confirm) == (9 * 3600, 0)
    assert "la coordination (coordination)" in words(client.get(f"/permanences/{held}").text)


def test_a_closing_of_the_next_day_is_not_confirmed_as_it_is(client: httpx.Client, central: Central) -> None:
    log_in(client)
    held = doubtful(central)
    with central.store.writing() as writer:
        writer.amend(PERMANENCE, held, times=(at(9, 9), at(10, 8)))
    said = words(client.get("/a-regarder").text)
    assert "Dire d’autres heures" in said
    assert "Confirmer" not in said
    assert "seize heures au plus" in words(post(client, "/a-regarder", act="confirm", record=held).text)


def test_other_hours_are_decided_with_a_reason_and_taken_back(client: httpx.Client, central: Central) -> None:
    log_in(client)
    held = doubtful(central)
    address = f"/permanences/{held}"
    read = read_on(client, address)
    for wrong, sentence in (
        ({"opened_at": "9:00", "closed_at": "midi", "reason": "appel"}, "Écrivez une heure, comme 9 h 30."),
        ({"opened_at": "9:00", "closed_at": "17:30", "reason": " "}, "Dites pourquoi"),
    ):
        answer = post(client, address, act="decide", read=read, **wrong)
        assert answer.status_code == 409
        assert sentence in words(answer.text)
        # What was typed is there still.
        assert f'value="{wrong["closed_at"]}"' in answer.text
    said = {"opened_at": "9h", "closed_at": "17 h 30", "reason": "Élodie a appelé"}
    answer = post(client, address, act="decide", read=read, **said)
    assert answer.headers["location"] == address
    told = words(led(client, answer).text)
    assert "Décidé ici lundi 9 novembre, de 9 h à 17 h 30" in told
    assert "Noté à l’antenne lundi 9 novembre, de 9 h à 18 h" in told
    assert "« Élodie a appelé »" in told
    with central.store.reading() as connection:
        assert figures(connection, one_day(date(2026, 11, 9))).total.seconds == 17 * 1800
    # An antenna that writes again meanwhile hides nothing, and is not hidden.
    with central.store.writing() as writer:
        writer.amend(PERMANENCE, held, times=(at(9, 9), at(9, 19)))
    told = words(client.get(address).text)
    assert "Noté à l’antenne lundi 9 novembre, de 9 h à 19 h" in told
    assert "Décidé ici lundi 9 novembre, de 9 h à 17 h 30" in told
    assert "Quelqu’un l’a corrigé entre-temps" in post(client, address, act="undecide", read=read, reason="erreur").text
    post(client, address, act="undecide", read=read_on(client, address), reason="erreur")
    assert "Décidé ici rien encore" in words(client.get(address).text)


def test_an_evening_that_ends_after_midnight_is_decided_on_and_a_day_is_the_most(
    client: httpx.Client, central: Central, network: Network
) -> None:
    log_in(client)
    with central.store.writing() as writer:
        antenna = network.antennas["Rémuzat"]
        held = writer.record(PERMANENCE, antenna=antenna, times=(at(20, 20), None), to_confirm=True)
    told = words(client.get("/a-regarder").text)
    assert "vendredi 20 novembre, dès 20 h, sans fin notée" in told
    said = {"opened_at": "20:00", "closed_at": "01:15", "reason": "étoiles"}
    post(client, f"/permanences/{held}", act="decide", read=read_on(client, f"/permanences/{held}"), **said)
    row = central.store.one(permanence.select().where(permanence.c.id == held))
    assert row.decided_until == at(21, 1, 15)
    assert "le lendemain" in words(client.get(f"/permanences/{held}").text)
    # Without an end there is nothing to confirm as it is.
    assert post(client, "/a-regarder", act="confirm", record=12).status_code == 409
    assert client.get("/permanences/12").status_code == 404


def test_an_association_decides_of_its_own_and_who_sees_figures_of_nothing(
    client: httpx.Client, central: Central, network: Network
) -> None:
    with central.store.writing() as writer:
        held = writer.record(
            PERMANENCE, antenna=network.antennas["Rémuzat"], times=(at(20, 9), at(20, 12)), to_confirm=True
        )
    log_in(client, "asoft")
    assert "Rémuzat" not in words(client.get("/a-regarder").text)
    assert client.get(f"/permanences/{held}").status_code == 404
    assert post(client, "/a-regarder", act="confirm", record=held).status_code == 404
    assert client.get(f"/permanences/{doubtful_of(central, held)}").status_code == 200
    client.cookies.clear()
    log_in(client, "financeur")
    assert "Heures à confirmer" not in words(client.get("/a-regarder").text)
    assert post(client, "/a-regarder", act="confirm", record=held).status_code == 403


def doubtful_of(central: Central, besides: int) -> int:
    query = select(permanence.c.id).where(permanence.c.to_confirm.is_(True), permanence.c.id != besides)
    return int(central.store.one(query).id)


def test_the_name_of_who_left_five_years_ago_is_to_be_erased(client: httpx.Client, central: Central) -> None:
    store = central.store
    zoe = network_actions.add_animator(store, given_name="Zoé", family_name="Sanslieu").record
    staff.engage(store, zoe, status="employed", first=date(2016, 9, 1), last=date(2021, 11, 20))
    log_in(client, "protection")
    assert "Zoé Sanslieu" in words(client.get("/a-regarder").text)
    assert "s’efface partout" in words(led(client, post(client, "/a-regarder", act="forget", record=zoe)).text)
    assert leaving.left(store) == ()
    assert post(client, "/a-regarder", act="forget", record=zoe).status_code == 409
    for wrong in ({"act": "forget", "record": "x"}, {"act": "dance", "record": "1"}):
        assert post(client, "/a-regarder", **wrong).status_code == 409


def test_nothing_to_look_at_is_a_pleasure(central: Central) -> None:
    with TestClient(make_app(central), base_url="http://kiosque.local") as client:
        log_in(client)
        said = words(client.get("/a-regarder").text)
        assert "Rien à regarder" in said
        assert "Tout est en ordre" in said


def test_what_is_kept_no_longer_is_told_by_how_many(client: httpx.Client, central: Central) -> None:
    log_in(client)
    assert "n’est plus gardé" not in client.get("/a-regarder").text
    day = local(central.store.now()).date().toordinal() - date(1970, 1, 1).toordinal()
    counts = {"people": 2, "names": 1, "animators": 1, "lines": 3, "awaited": 1, "soon": 4}
    central.store.write_local(purge.insert().values(day=day, **counts))
    said = words(client.get("/a-regarder").text)
    assert "2 personnes devenues anonymes, 1 nom laissé sans fiche, 1 nom d’animateur cinq ans après, 3 lignes" in said
    assert "4 personnes, sauf nouveau passage" in said
    assert "1 personne, trois mois au plus" in said
    # Of the whole network: an association does not see it.
    client.cookies.clear()
    log_in(client, "asoft")
    assert "n’est plus gardé" not in client.get("/a-regarder").text


def test_an_engagement_that_ends_soon_waits_for_whoever_plans(central: Central) -> None:
    zoe = network_actions.add_animator(
        central.store, given_name="Zoé", family_name="Roux", association="aventic", first=TODAY, last=TODAY
    ).record
    with inside_of(central) as inside:
        page = words(inside.get("/a-regarder"))
        assert "Zoé Roux Jusqu’au lundi 23 novembre 2026" in page
        assert f"/animateurs/{zoe}/corriger" in inside.get("/a-regarder")
    for other in ("asoft", "protection"):
        with inside_of(central, other) as reader:
            assert "Zoé" not in reader.get("/a-regarder")
