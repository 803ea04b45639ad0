"""Two people correct the same record from two open forms: what the first said is not undone unseen by the second."""

import re
from datetime import date

import pytest

from kiosque.actions.coworking import desks
from kiosque.actions.network import costs, partners, staff, surveys
from kiosque.actions.opening import presence_corrections as presences
from kiosque.central.central import Central
from kiosque.central.pages.seen import mark_of
from kiosque.db import records as tables
from kiosque.db.store import Store
from tests.central import test_axe
from tests.central.asking import words
from tests.central.house import Network
from tests.central.inside import Inside

VISIT = {"act": "correct", "arrived_at": "09:10", "why_came": "digital", "commune": "Rémuzat (26)", "reason": "relu"}
HELP = {"act": "correct", "themes": "email", "duration": "45", "note": "", "reason": "relu"}
SOMEBODY = {"given_name": "Odette", "family_name": "Chastel", "reason": "relu"}
PLACE = {"label": "Rémuzat", "code": "RÉM", "form": "village", "association": "aventic", "commune": "Rémuzat (26)"}
WORKSHOP = {"act": "plan", "title": "Photo", "theme": "email", "animator": "{animator}", "day": "2026-12-02"}
HOURS = {"start": "14:00", "minutes": "90", "capacity": "6", "anyway": "1"}

FORMS: dict[str, tuple[dict[str, str], dict[str, str], dict[str, str], str]] = {
    "/passages/{visit}": (VISIT, {"why_came": "desk"}, {"commune": "Nyons (26)"}, "Motif « Un ordinateur"),
    "/interventions/{intervention}": (HELP, {"themes": "bureautique"}, {"duration": "50"}, "« Écrire un texte"),
    "/personnes/{visitor}/corriger": (
        SOMEBODY,
        {"given_name": "Odile"},
        {"phone": "0475280000"},
        "Prénom « Odile",
    ),
    "/antennes/{antenna}/corriger": (
        PLACE | {"act": "identity"},
        {"label": "Rémuzat, l’École"},
        {"form": "seat"},
        "Nom « Rémuzat, l’École",
    ),
    "/antennes/{antenna}/corriger#place": (
        {"act": "place", "address": "Grande Rue", "room": "mairie"},
        {"address": "Petite Rue"},
        {"room": "ecole"},
        "Adresse « Petite Rue",
    ),
    "/antennes/{antenna}/corriger#life": (
        {"act": "life", "opens": "2017-03-01"},
        {"opens": "2018-03-01"},
        {"opens": "2019-03-01"},
        "Dates « depuis le 1er mars 2018",
    ),
    "/antennes/{antenna}/corriger#public": (
        {"act": "public", "phone": "0475280000"},
        {"phone": "0475280001"},
        {"summary": "Un lieu"},
        "Téléphone « 0475280001",
    ),
    "/animateurs/{animator}/corriger": (
        {"act": "identity", "given_name": "Élodie", "family_name": "Brès"},
        {"given_name": "Élise"},
        {"family_name": "Brest"},
        "Prénom « Élise",
    ),
    "/programmes/{programme}/corriger": (
        {"label": "Fermes"},
        {"label": "Gîtes"},
        {"themes": "email"},
        "Nom « Gîtes",
    ),
    "/ateliers-prevus/{workshop}": (WORKSHOP | HOURS, {"title": "Portraits"}, {"capacity": "7"}, "« Portraits »"),
    "/permanences/{permanence}": (
        {"act": "decide", "opened_at": "09:00", "closed_at": "12:00", "reason": "relu"},
        {"closed_at": "12:15"},
        {"closed_at": "12:30"},
        "de 9 h à 12 h 15",
    ),
    "/permanences/{permanence}/presences?presence={presence}": (
        {"act": "note", "presence": "{presence}", "animator": "{animator}", "starts": "10:00", "ends": "11:00"},
        {"ends": "11:15"},
        {"ends": "11:30"},
        "de 10 h à 11 h 15",
    ),
    "/materiel/{piece}": (
        {"act": "correct", "name": "Portable", "form": "laptop"},
        {"name": "Portable 3"},
        {"serial": "A1"},
        "« Portable 3",
    ),
    "/antennes/{antenna}/materiel?place={desk}": (
        {"act": "redesk", "desk": "{desk}", "label": "Écran", "desk_form": "computer"},
        {"label": "Grand écran"},
        {"label": "Petit écran"},
        "« Grand écran",
    ),
    "/formations?formation={training}": (
        {"act": "note", "session": "{training}", "subject": "mediation", "day": "2026-11-20", "who": "{animator}"},
        {"hours": "14"},
        {"hours": "21"},
        "« 14",
    ),
    "/enquetes?enquete={survey}": (
        {"act": "note", "survey": "{survey}", "answers": "40"},
        {"answers": "41"},
        {"teleworkers": "6"},
        "« 41",
    ),
    "/partenaires?partenaire={partner}": (
        {"act": "partner", "partner": "{partner}", "form": "commune"},
        {"label": "Ville de Nyons"},
        {"label": "Nyons, la ville"},
        "« Ville de Nyons",
    ),
    "/partenaires?soutien={support}": (
        {"act": "support", "support": "{support}", "first": "2026-09-01"},
        {"share": "30"},
        {"last": "2026-12-31"},
        "« 30",
    ),
    "/couts?cout={cost}": (
        {"cost": "{cost}", "nature": "running", "label": "Ménage", "first": "2026-10-01"},
        {"amount": "12"},
        {"amount": "14"},
        "« 12,00",
    ),
}
"""A form of each page; what the first tab changes, what the second does, and what the second is told."""


@pytest.fixture
def known(central: Central, network: Network) -> dict[str, str]:
    store, known = central.store, test_axe.records(central, network)
    antenna, animator = network.antennas["Rémuzat"], int(known["animator"])
    day = date(2026, 9, 1)
    opened = store.one(tables.permanence.select().where(tables.permanence.c.id == int(known["permanence"])))
    partner = partners.add_partner(store, label="Nyons", form="commune").record
    more = {
        "presence": presences.add(
            store, opened.id, animator, started_at=opened.started_at + 3_600, ended_at=opened.started_at + 5_400
        ).record,
        "desk": desks.add_desk(store, label="Écran", form="computer", antenna=antenna).record,
        "training": staff.train(store, subject="mediation", day=day, hours=7, who=[animator]).record,
        "survey": surveys.survey(store, antenna=antenna, answers=12).record,
        "partner": partner,
        "support": partners.add_support(store, partners.Gift(partner=partner, nature="running", first=day)).record,
        "cost": costs.add_cost(store, nature="running", label="Ménage", amount=900, first=day, last=day).record,
    }
    return known | {name: str(record) for name, record in more.items()}


def read_in(page: str) -> set[str]:
    """Return what the forms of a page say was read."""
    return {each.partition('"')[0] for each in page.split('name="read" value="')[1:]}


def test_what_the_first_of_two_tabs_said_is_told_to_the_second_before_it_is_undone(
    inside: Inside, store: Store, known: dict[str, str]
) -> None:
    for address, (form, first, second, told) in FORMS.items():
        page = address.partition("#")[0].format(**known)
        path = page.partition("?")[0]
        whole = {name: each.format(**known) for name, each in form.items()}
        record = int(re.findall("[0-9]+", page)[-1])
        [read] = read_in(inside.get(page))
        assert read == mark_of(store, record)
        inside.send(path, whole | first | {"read": read})
        between = store.history(record)
        refused = inside.send(path, whole | second | {"read": read}, 409)
        sentence = words(refused).partition("Quelqu’un l’a corrigé entre-temps")[2].partition("Relisez, puis")[0]
        assert told in sentence, (address, sentence)
        # Nothing was written; what was typed stays, and the form is of what is known now.
        assert store.history(record) == between, address
        [name] = second
        assert second[name] in refused
        assert read_in(refused) == {mark_of(store, record)} != {read}
        inside.send(path, whole | second)
        assert len(store.history(record)) > len(between), address


def test_a_form_that_is_refused_for_something_else_still_says_when_it_was_read(
    inside: Inside, known: dict[str, str]
) -> None:
    path = "/personnes/{visitor}/corriger".format(**known)
    [read] = read_in(inside.get(path))
    refused = inside.send(path, SOMEBODY | {"reason": ""}, 409)
    assert read_in(refused) == {read}
    inside.send(path, SOMEBODY | {"given_name": "Odile"})
    # What was made up, or left away, is as old as can be.
    for old in (read, "", "9-9", f"{'9' * 40}-1", "x"):
        assert "Prénom «\u00a0Odile" in inside.send(path, SOMEBODY | {"read": old}, 409), old
