"""What is found by going through the journals: words that differ, records that are alike, who forgot whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from litestar.testing import TestClient
from sqlalchemy import select

from kiosque.actions.visitors import erasure, links
from kiosque.central import devices, looking, watching
from kiosque.central.app import make_app
from kiosque.central.central import Central
from kiosque.db.identity import Receipt
from kiosque.db.keys import change_credential
from kiosque.db.watch_tables import found
from kiosque.domain.kinds import Kind
from kiosque.domain.records import LINK, VISIT, VISITOR
from kiosque.journal.entry import Entry, Value, entry_id
from tests.central.asking import post, words
from tests.central.house import Network, at, led, log_in


@pytest.fixture
def client(central: Central, network: Network) -> Iterator[httpx.Client]:
    """A browser without a screen, at an application without a socket, over a made-up network."""
    assert network.antennas
    with TestClient(make_app(central), base_url="http://kiosque.local") as client:
        client.follow_redirects = False
        yield client


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
