"""People at headquarters: found by their name, compared, joined, parted; and never in an address."""

from collections.abc import Iterator

import httpx
import pytest

from kiosque.actions.visitors import erasure, links, people
from kiosque.actions.visitors.people import Answers
from kiosque.central.central import Central
from kiosque.db import records as tables
from kiosque.domain.records import HOUSEHOLD, PERMANENCE, VISIT, VISITOR
from tests.central.asking import asking, post, words
from tests.central.house import Network, at, led


@pytest.fixture
def client(central: Central, network: Network) -> Iterator[httpx.Client]:
    assert network.antennas
    with asking(central, "protection") as client:
        yield client


@pytest.fixture
def two(central: Central) -> tuple[int, int]:
    """Two records that are alike."""
    one = people.write_down(central.store, Answers("Paulette", "Arnoux", 1943, "26220", "0612345678"), author=0).record
    other = people.write_down(central.store, Answers("Paulete", "Arnoux", None, "26220", "0612345678"), author=0).record
    return one, other


def test_somebody_is_found_half_typed_and_their_name_stands_in_no_address(
    client: httpx.Client, two: tuple[int, int]
) -> None:
    page = post(client, "/personnes", typed="paulette arn").text
    assert f'href="/personnes/{two[0]}"' in page
    assert 'method="post" action="/personnes"' in page
    assert "au moins deux lettres" in words(post(client, "/personnes", typed="p").text)
    assert "Personne ne répond" in words(post(client, "/personnes", typed="zzzzyx").text)


def test_two_are_compared_joined_and_parted(client: httpx.Client, central: Central, two: tuple[int, int]) -> None:
    one, other = two
    address = f"/personnes/{one}/et/{other}"
    assert f'href="{address}"' in client.get(f"/personnes/{one}").text
    said = words(client.get(address).text)
    assert "Paulette" in said
    assert "Téléphone 0612345678 pareil 0612345678" in said
    joined = post(client, address, act="same")
    assert joined.headers["location"] == address
    assert [each.visitor for each in people.dossier(central.store, one).joined] == [other]
    assert "C’est une seule personne" in words(led(client, joined).text)
    assert "sous d’autres fiches 1" in words(client.get(f"/personnes/{one}").text)
    assert post(client, f"/personnes/{one}", act="part").status_code == 303
    assert people.dossier(central.store, one).joined == ()
    assert post(client, f"/personnes/{one}", act="part").status_code == 409
    # Both stay as they are, whatever was decided.
    assert {row.given_name for row in central.store.all(tables.visitor.select())} >= {"Paulette", "Paulete"}
    assert post(client, address, act="different").status_code == 303
    assert people.dossier(central.store, one).possible == ()
    for wrong in ({"act": "dance"}, {}):
        assert post(client, address, **wrong).status_code == 409
        assert post(client, f"/personnes/{one}", **wrong).status_code == 409
    assert post(client, f"/personnes/{one}/et/{one}", act="same").status_code == 409


def test_who_is_erased_or_unknown_is_nobody(client: httpx.Client, central: Central, two: tuple[int, int]) -> None:
    one, other = two
    links.tell_apart(central.store, one, other, author=0)
    erasure.erase_person(central.store, one, author=0)
    for path in (f"/personnes/{one}", "/personnes/12", f"/personnes/{one}/et/{other}"):
        assert client.get(path).status_code == 404


def test_a_person_is_told_with_the_antennas_to_which_they_came_and_their_home(
    client: httpx.Client, central: Central, two: tuple[int, int], network: Network
) -> None:
    one, other = two
    links.join(central.store, one, other, author=0)
    with central.store.writing() as writer:
        home = writer.record(HOUSEHOLD)
        writer.amend(VISITOR, one, household=home)
        writer.record(VISITOR, given_name="Marcel", household=home)
        for who, antenna, day in ((one, "Rémuzat", 2), (other, "Séderon", 4), (other, "Séderon", 9)):
            held = writer.record(PERMANENCE, antenna=network.antennas[antenna], times=(at(day, 9), at(day, 12)))
            writer.record(VISIT, permanence=held, visitor=who, times=(at(day, 10), None))
    said = words(client.get(f"/personnes/{one}").text)
    assert "Séderon 2 4 novembre 9 novembre Rémuzat 1 2 novembre 2 novembre" in said
    assert "Son foyer 1 Marcel" in said
