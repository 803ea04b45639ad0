"""What waits for headquarters, and the hours that it decides on: pages, over a made-up network."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import httpx
import pytest
from litestar.testing import TestClient
from sqlalchemy import select

from kiosque.actions.network import leaving, staff
from kiosque.actions.network import network as network_actions
from kiosque.actions.visitors import erasure, links
from kiosque.central import devices, looking, watching
from kiosque.central.app import make_app
from kiosque.central.central import Central
from kiosque.db.identity import Receipt
from kiosque.db.keys import change_credential
from kiosque.db.records import permanence
from kiosque.db.watch_tables import found, purge
from kiosque.domain.french import local
from kiosque.domain.kinds import Kind
from kiosque.domain.records import ANTENNA, LINK, PERMANENCE, VISIT, VISITOR
from kiosque.journal.entry import Entry, Value, entry_id
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


# ----- what is found by going through the journals --------------------------------------------------------------------


@dataclass
class Pc:
    """A PC whose journal a test writes by hand, seeing what it says it sees."""

    central: Central
    device: int
    number: int = 0

    def say(self, kind: Kind, clock: int, base: int = 0, record: int = 0, **said: Value) -> int:
        """Have the central receive what comes next; return the record."""
        self.number += 1
        fields = {kind.field(name): value for name, value in said.items()}
        changes = {each.number: value for each, value in fields.items() if not each.personal}
        personal = {each.number: value for each, value in fields.items() if each.personal}
        about = record or entry_id(self.device, self.number)
        head = (self.device, self.number, clock, base, at(23, 9), 0, kind.number, about)
        assert self.central.store.apply([Entry(*head, changes, personal)]) == 1
        return about


@pytest.fixture
def pcs(central: Central, network: Network) -> tuple[Pc, Pc, Pc]:
    """Two PCs at Rémuzat, one at Séderon."""
    second = devices.enrol(central.store, network.antennas["Rémuzat"], "http://central", 1).device
    numbers = (network.devices["Rémuzat"].device, second, network.devices["Séderon"].device)
    return Pc(central, numbers[0]), Pc(central, numbers[1]), Pc(central, numbers[2])


def test_what_two_pcs_said_otherwise_is_shown_until_somebody_says_the_last_word(
    client: httpx.Client, central: Central, pcs: tuple[Pc, Pc, Pc], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other, _ = pcs
    visit = one.say(VISIT, 1_000, times=(at(23, 9), None), reason="digital", commune="26220")
    one.say(VISIT, 1_010, 1_000, visit, reason="service")
    other.say(VISIT, 1_020, 1_000, visit, reason="desk", commune="26220")
    # Seeing what was said before, nobody is at odds.
    one.say(VISIT, 1_030, 1_020, visit, commune="05166")
    log_in(client)
    # Of what takes longer than a moment, the page says what is left, and goes through it once it has left.
    monkeypatch.setattr(watching, "A_MOMENT", 0)
    assert "encore à parcourir" in words(client.get("/a-regarder").text)
    assert watching.left(central.store) == 0
    said = words(client.get("/a-regarder").text)
    assert "Passage, Rémuzat" in said
    assert "encore à parcourir" not in said
    assert "Motif : gardé" in said
    assert "Commune : gardé" not in said
    assert f'href="/passages/{visit}"' in client.get("/a-regarder").text
    assert "cela reste comme c’est" in words(led(client, post(client, "/a-regarder", act="settle", record=visit)).text)
    assert "Dit autrement" not in words(client.get("/a-regarder").text)
    # It differs again: it is shown again, until headquarters, who sees both, says it itself.
    other.say(VISIT, 1_040, 1_020, visit, reason="repair")
    one.say(VISIT, 1_050, 1_030, visit, reason="service")
    watching.catch_up(central.store)
    assert "Dit autrement" in words(client.get("/a-regarder").text)
    with central.store.writing() as writer:
        writer.amend(VISIT, visit, reason="digital")
    assert "Dit autrement" not in words(client.get("/a-regarder").text)


def test_a_word_that_gave_way_to_one_that_was_said_twice_is_shown(
    client: httpx.Client, central: Central, pcs: tuple[Pc, Pc, Pc]
) -> None:
    one, other, _ = pcs
    visit = one.say(VISIT, 1_000, times=(at(23, 9), None), reason="digital")
    one.say(VISIT, 1_010, 1_000, visit, reason="service")
    other.say(VISIT, 1_005, 1_000, visit, reason="desk")
    one.say(VISIT, 1_020, 1_010, visit, reason="repair")
    watching.catch_up(central.store)
    log_in(client)
    assert "Motif : gardé" in words(client.get("/a-regarder").text)
    with central.store.writing() as writer:
        writer.amend(VISIT, visit, reason="repair")
    assert "Dit autrement" not in words(client.get("/a-regarder").text)


def test_who_may_be_one_person_at_two_antennas_is_shown_to_who_may_read_names(
    client: httpx.Client, central: Central, pcs: tuple[Pc, Pc, Pc]
) -> None:
    one, same, elsewhere = pcs
    who: dict[str, Any] = {"given_name": "Paulette", "family_name": "Arnoux", "phone": "0612345678"}
    mine = one.say(VISITOR, 1_000, **who)
    same.say(VISITOR, 1_001, **who)
    theirs = elsewhere.say(VISITOR, 1_002, **{**who, "given_name": "Paulete"})
    watching.catch_up(central.store)
    log_in(client, "protection")
    page = client.get("/a-regarder").text
    low, high = sorted((mine, theirs))
    assert f'href="/personnes/{low}/et/{high}"' in page
    # Two of one antenna are for its animators to look at.
    assert page.count("/et/") == 2
    client.cookies.clear()
    log_in(client, "asoft")
    assert "Arnoux" not in client.get("/a-regarder").text
    # Once it is decided, nobody is asked again.
    links.tell_apart(central.store, mine, theirs, author=0)
    with central.store.reading() as connection:
        assert connection.execute(select(found).where(found.c.form == "alike")).all()
    assert (mine, theirs) not in {(each.one.visitor, each.other.visitor) for each in looking.pairs(central.store)}
    # Unless others join them all the same.
    third = elsewhere.say(VISITOR, 1_003, given_name="Paule")
    with central.store.writing() as writer:
        for each in (mine, theirs):
            writer.record(LINK, one=each, other=third, verdict="same")
    client.cookies.clear()
    log_in(client, "protection")
    assert "Dites deux personnes, et pourtant réunies" in client.get("/a-regarder").text


def test_an_erasure_waits_until_each_pc_has_heard_of_it(
    client: httpx.Client, central: Central, network: Network, pcs: tuple[Pc, Pc, Pc]
) -> None:
    one, second, _ = pcs
    store = central.store
    for pc in (one, second):
        change_credential(store, pc.device, public=bytes([pc.device % 251]) * 32)
    odette = one.say(VISITOR, 1_000, given_name="Odette", family_name="Sanslieu")
    erasure.erase_person(store, odette, author=0)
    erasure.erase_person(store, one.say(VISITOR, 1_001, given_name="Marcel"), author=0)
    watching.catch_up(store)
    log_in(client, "protection")
    said = words(client.get("/a-regarder").text)
    assert "2 effacements, aujourd’hui" in said
    assert f"poste {one.device}" in said
    assert f"poste {second.device}, jamais vu" in said
    held = store.feed_head(network.antennas["Rémuzat"]).position
    for pc in (one, second):
        assert f"poste {pc.device}" in words(client.get("/a-regarder").text)
        store.keep_receipt(pc.device, Receipt(9, at(23, 14, 33), antenna=held))
    assert "Effacements" not in words(client.get("/a-regarder").text)


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
