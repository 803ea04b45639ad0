"""Workshops, programmes and repairs on headquarters' pages: counted, and by names to who may see names alone."""

import re
from datetime import date

import pytest
from sqlalchemy import select

from kiosque.actions.network import programmes
from kiosque.central.central import Central
from kiosque.central.pages import cells
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.programmes import Rule
from kiosque.domain.records import (
    ATTENDANCE,
    GROUP,
    INTERVENTION,
    ITEM,
    PERMANENCE,
    REGISTRATION,
    REPAIR,
    VISIT,
    WISH,
    WORKSHOP,
)
from kiosque.domain.repair_codes import END_OF_LIFE, FIXED
from tests.central.house import Network, at
from tests.central.inside import Inside, inside_of
from tests.central.said import figures_of, words

FIRST = date(2026, 9, 1)


@pytest.fixture
def photo(store: Store, network: Network) -> int:
    """The workshop of the made-up network, with all that one may have."""
    workshop = int(store.one(select(tables.workshop.c.id)).id)
    antenna = network.antennas["Rémuzat"]
    with store.writing() as writer:
        writer.amend(WORKSHOP, workshop, capacity=8, level="debutant", volunteers=2)
        came = writer.record(REGISTRATION, workshop=workshop, state="seen", age_band="douze_dix_huit", commune="26264")
        writer.record(ATTENDANCE, registration=came, half_day=1, state="seen", signature=b"strokes")
        held = writer.record(PERMANENCE, antenna=antenna, times=(at(21, 14), at(21, 17)))
        children = writer.record(GROUP, permanence=held, workshop=workshop)
        for _ in range(3):
            writer.record(VISIT, permanence=held, group=children, times=(at(21, 14), None))
        writer.record(WISH, antenna=antenna, workshop=workshop, wished_on=at(1, 0))
    return workshop


def test_a_workshop_counts_who_registered_and_who_came(inside: Inside, photo: int) -> None:
    said = words(inside.get(f"/ateliers/{photo}"))
    for each in (
        "samedi 21 novembre à 14 h, jusqu’à 16 h · Rémuzat",
        "Places 8",
        "Inscriptions 3",
        "Présentes et présents 5 dont 3 en groupe",
        "Absent 1",
        "Signatures 1",
        "Envies exaucées 1",
        "2 bénévoles",
        "12 à 17 ans 1",
        "Rémuzat (26) 1",
        "Marcel Arnoux",
    ):
        assert each in said, each
    assert f'href="/ateliers/{photo}"' in inside.get("/chiffres/ateliers?periode=7")


@pytest.mark.parametrize("name", ["financeur", "asoft"])
def test_who_may_not_see_names_meets_none(central: Central, photo: int, name: str) -> None:
    with inside_of(central, name) as inside:
        # It is of the other association's antenna.
        page = inside.get(f"/ateliers/{photo}", status=404 if name == "asoft" else 200)
    assert not re.search("Marcel|Arnoux|Odette|Les inscrits", page)


def test_a_workshop_that_is_none_is_not_found(inside: Inside) -> None:
    for path in ("/ateliers/12", "/programmes/12", "/reparations/12"):
        inside.get(path, status=404)


def test_a_programme_says_its_rule_and_what_belongs_to_it(inside: Inside, network: Network, store: Store) -> None:
    assert "Aucun programme n’est encore ouvert" in words(inside.get("/programmes"))
    caf = Rule(services=frozenset({"caf"}), themes=frozenset({"email"}))
    farms = programmes.add_programme(store, label="Fermes", audience="farmers", first=FIRST, rule=caf).record
    said = programmes.add_programme(store, label="Dit", audience="young", first=FIRST, last=date(2027, 1, 1)).record
    with store.writing() as writer:
        held = writer.record(PERMANENCE, antenna=network.antennas["Séderon"], times=(at(22, 9), at(22, 12)))
        for _ in range(55):
            writer.record(INTERVENTION, permanence=held, given_at=at(22, 10), duration=10, programme=said)
    every = inside.get("/programmes?periode=7")
    assert figures_of(every, "Fermes") == ["1", "0"]
    assert figures_of(every, "Dit") == ["55", "0"]
    page = words(inside.get(f"/programmes/{farms}?periode=7"))
    assert "Organismes Caisse d’allocations familiales" in page
    assert "Agricultrices et agriculteurs" in page
    assert "lundi 23 novembre à 9 h 40 Rémuzat 30 min Démarche et E-mail Caisse d’allocations familiales" in page
    other = words(inside.get(f"/programmes/{said}?periode=7"))
    assert "rien de lui-même" in other
    assert "Jusqu’au 1er janvier 2027" in other
    assert "Les 50 dernières sur 55." in other


def test_an_association_counts_what_its_antennas_did_for_a_programme(central: Central, network: Network) -> None:
    caf = Rule(services=frozenset({"caf"}))
    farms = programmes.add_programme(central.store, label="Fermes", audience="farmers", first=FIRST, rule=caf).record
    assert network.antennas
    with inside_of(central, "asoft") as inside:
        assert "Aucune aide n’en fait partie" in words(inside.get(f"/programmes/{farms}?periode=7"))


def test_a_weight_has_its_thousands_apart_and_no_tenth_that_is_none() -> None:
    assert [cells.weight(grams) for grams in (0, 1_500, 1_999, 3_500_600)] == [
        "0\u202fkg",
        "1,5\u202fkg",
        "2\u202fkg",
        "3\u202f500,6\u202fkg",
    ]


def test_repairs_are_told_with_what_they_avoided_and_its_source(inside: Inside, network: Network, store: Store) -> None:
    assert "Aucune séance de réparation" in words(inside.get("/reparations"))
    antenna = network.antennas["Rémuzat"]
    with store.writing() as writer:
        session = writer.record(
            WORKSHOP, antenna=antenna, title="Café", theme="maintenance_de_materiel", times=(at(22, 9), at(22, 12))
        )
        held = writer.record(PERMANENCE, antenna=antenna, times=(at(22, 9), at(22, 12)))
        kettle = writer.record(ITEM, antenna=antenna, category="1", brand="Vapeur", year=1999, weight=1_500)
        for item, outcome in ((kettle, END_OF_LIFE), (kettle, FIXED)):
            writer.record(
                *(REPAIR,), permanence=held, workshop=session, item=item, repaired_at=at(22, 10), outcome=outcome
            )
        lamp = writer.record(ITEM, antenna=antenna, category="2")
        writer.record(REPAIR, permanence=held, item=lamp, repaired_at=at(22, 11), outcome=END_OF_LIFE)
    said = words(inside.get("/reparations?periode=7"))
    assert "1,5 kg gardés du rebut" in said
    assert "49,7 kg de CO₂ évités" in said
    assert "The Restart Project, 2021" in said
    # Of three attempts one was beside the session: why the lines come to less is told.
    assert "3 essais" in said
    assert "Un essai fait en dehors d’une séance compte dans l’ensemble" in said
    assert figures_of(inside.get("/reparations?periode=7"), "dimanche 22 novembre à 9\u202fh")[:2] == ["2", "1"]
    page = words(inside.get(f"/reparations/{session}"))
    assert "Vapeur, 1999" in page
    assert "1,5 kg" in page
    inside.get(
        f"/reparations/{store.one(select(tables.workshop.c.id).where(tables.workshop.c.title != 'Café')).id}", 404
    )
