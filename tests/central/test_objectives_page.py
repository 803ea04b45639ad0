"""The objectives on headquarters' pages: how far each is, why, and setting another version."""

from sqlalchemy import select

from kiosque.actions.network import objectives
from kiosque.central.central import Central
from kiosque.db.store import Store
from kiosque.db.watch_tables import decision
from tests.central.house import TODAY, Network
from tests.central.inside import Inside, inside_of
from tests.central.said import words

FIRST, LAST = TODAY.replace(month=9, day=1), TODAY.replace(year=2029, month=8, day=31)


def test_the_first_page_offers_to_set_what_was_promised_and_shows_it_then(inside: Inside, network: Network) -> None:
    assert network.antennas
    assert "Poser les objectifs du projet" in words(inside.get("/"))
    said = inside.post("/objectifs", first="2026-09-01", last="2029-08-31")
    assert "Les objectifs du projet sont posés." in words(said)
    home = words(inside.get("/"))
    assert "Poser les objectifs" not in home
    assert "Espaces ouverts 3 sur 16 Au rythme" in home
    assert "Foyers 0 sur 1 000" in home


def test_an_objective_says_what_is_counted_and_opens_onto_its_rows(inside: Inside, store: Store) -> None:
    objectives.promise(store, first=FIRST, last=LAST)
    page = inside.get("/objectifs/people")
    assert "Les personnes connues, avec ou sans nom, qui sont venues depuis le début" in words(page)
    assert "/chiffres/personnes?periode=2026-09-01.2026-11-23" in page
    assert "du 1er septembre au 31 août 2029" in words(page)


def test_an_objective_is_revised_and_a_version_taken_back(inside: Inside, store: Store) -> None:
    objectives.promise(store, first=FIRST, last=LAST)
    said = inside.post("/objectifs/people", target="2 500", first="2026-11-01", last="", why="Avenant <2>")
    assert "L’objectif est révisé." in words(said)
    assert "sur 2 500" in words(said)
    assert "Avenant &lt;2&gt;" in said
    assert "noté par coordination" in words(said)
    same = {"target": "2500", "first": "2026-11-01", "last": "", "why": "Avenant <2>"}
    assert "C’est déjà l’objectif" in words(inside.send("/objectifs/people", same, 409))
    version = said.split('name="version" value="')[1].split('"', maxsplit=1)[0]
    again = inside.post("/objectifs/people", act="remove", version=version)
    assert "sur 3 000" in words(again)
    assert "déjà posés" in words(inside.post("/objectifs", status=409, first="2026-09-01"))
    noted = store.all(select(decision.c.account))
    assert [row.account for row in noted] == ["coordination"] * 2


def test_what_was_typed_stays_when_it_is_refused(inside: Inside) -> None:
    for form, why in (
        ({"target": "beaucoup", "first": "2026-11-01"}, "Un objectif est un nombre entier"),
        ({"target": "5", "first": ""}, "Il faut dire à partir de quel jour."),
        ({"target": "5", "first": "demain"}, "Écrivez un jour"),
        ({"target": "5", "first": "2026-11-01", "last": "2026-10-01"}, "Le dernier jour vient après le premier."),
        ({"act": "remove", "version": "12"}, "Cette version de l’objectif n’existe pas."),
    ):
        said = inside.post("/objectifs/people", status=409, **{"last": "", "why": "Parce que", **form})
        assert why in words(said), form
        assert 'value="Parce que"' in said


def test_dates_that_are_none_set_nothing(inside: Inside, network: Network) -> None:
    assert network.antennas
    assert "Il faut dire à partir de quel jour." in words(inside.post("/objectifs", status=409, first="", last=""))
    inside.get("/objectifs/joie", status=404)
    assert "Cet objectif n’est pas encore posé." in words(inside.get("/objectifs/people"))


def test_who_only_reads_figures_is_offered_no_form(central: Central) -> None:
    objectives.promise(central.store, first=FIRST, last=LAST)
    with inside_of(central, "financeur") as inside:
        page = inside.get("/objectifs/people")
        assert "Réviser" not in page
        inside.post("/objectifs/people", status=403, target="5", first="2026-11-01")
