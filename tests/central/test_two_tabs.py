"""Two people correct the same record from two open forms: what the first said is not undone unseen by the second."""

from collections.abc import Iterator

import pytest

from kiosque.central.central import Central
from kiosque.central.pages.seen import mark_of
from kiosque.db.store import Store
from tests.central import test_axe
from tests.central.asking import words
from tests.central.house import Network
from tests.central.inside import Inside, inside_of

VISIT = {"act": "correct", "arrived_at": "09:10", "why_came": "digital", "commune": "Rémuzat (26)", "reason": "relu"}
HELP = {"act": "correct", "themes": "email", "duration": "45", "note": "", "reason": "relu"}
SOMEBODY = {"given_name": "Odette", "family_name": "Chastel", "reason": "relu"}
PLACE = {"label": "Rémuzat", "code": "RÉM", "form": "village", "association": "aventic", "commune": "Rémuzat (26)"}
WORKSHOP = {"act": "plan", "title": "Photo", "theme": "email", "animator": "{animator}", "day": "2026-12-02"}
HOURS = {"start": "14:00", "minutes": "90", "capacity": "6", "anyway": "1"}

FORMS: dict[str, tuple[dict[str, str], dict[str, str], dict[str, str], str]] = {
    "/passages/{visit}": (VISIT, {"why_came": "desk"}, {"commune": "Nyons (26)"}, "Venue pour"),
    "/interventions/{intervention}": (HELP, {"themes": "bureautique"}, {"duration": "50"}, "Thématiques"),
    "/personnes/{visitor}/corriger": (
        SOMEBODY,
        {"given_name": "Odile"},
        {"phone": "0475280000"},
        "Prénom «\u00a0Odile",
    ),
    "/antennes/{antenna}/corriger": (
        PLACE | {"act": "identity"},
        {"label": "Rémuzat, l’École"},
        {"form": "seat"},
        "Nom «\u00a0Rémuzat, l’École",
    ),
    "/antennes/{antenna}/corriger#place": (
        {"act": "place", "address": "Grande Rue", "room": "mairie"},
        {"address": "Petite Rue"},
        {"room": "ecole"},
        "Adresse «\u00a0Petite Rue",
    ),
    "/antennes/{antenna}/corriger#life": (
        {"act": "life", "opens": "2017-03-01"},
        {"opens": "2018-03-01"},
        {"opens": "2019-03-01"},
        "Dates «\u00a0depuis le 1er mars 2018",
    ),
    "/antennes/{antenna}/corriger#public": (
        {"act": "public", "phone": "0475280000"},
        {"phone": "0475280001"},
        {"summary": "Un lieu"},
        "Téléphone «\u00a00475280001",
    ),
    "/animateurs/{animator}/corriger": (
        {"act": "identity", "given_name": "Élodie", "family_name": "Brès"},
        {"given_name": "Élise"},
        {"family_name": "Brest"},
        "Prénom «\u00a0Élise",
    ),
    "/programmes/{programme}/corriger": (
        {"label": "Fermes"},
        {"label": "Gîtes"},
        {"themes": "email"},
        "Nom «\u00a0Gîtes",
    ),
    "/ateliers-prevus/{workshop}": (WORKSHOP | HOURS, {"title": "Portraits"}, {"capacity": "7"}, "Portraits"),
}
"""A form of each page; what the first tab changes, what the second does, and what the second is told."""


@pytest.fixture
def known(central: Central, network: Network) -> dict[str, str]:
    return test_axe.records(central, network)


@pytest.fixture
def inside(central: Central) -> Iterator[Inside]:
    with inside_of(central) as inside:
        yield inside


def read_in(page: str) -> set[str]:
    """Return what the forms of a page say was read."""
    return {each.partition('"')[0] for each in page.split('name="read" value="')[1:]}


def test_what_the_first_of_two_tabs_said_is_told_to_the_second_before_it_is_undone(
    inside: Inside, store: Store, known: dict[str, str]
) -> None:
    for address, (form, first, second, told) in FORMS.items():
        path = address.partition("#")[0].format(**known)
        whole = {name: each.format(**known) for name, each in form.items()}
        record = int(next(each for each in path.split("/") if each.isdecimal()))
        [read] = read_in(inside.get(path))
        assert read == mark_of(store, record)
        inside.send(path, whole | first | {"read": read})
        between = store.history(record)
        refused = inside.send(path, whole | second | {"read": read}, 409)
        assert "Quelqu’un l’a corrigé entre-temps" in words(refused), address
        assert told in refused, (address, words(refused)[:600])
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
