"""Headquarters adds an antenna on its pages, and says all of it otherwise: what was typed stays when it is refused."""

from datetime import date

from sqlalchemy import select

from kiosque.actions.network import public
from kiosque.central.central import Central
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain.validity import dates
from tests.central.house import TODAY, Network
from tests.central.inside import Inside, inside_of
from tests.central.said import words
from tests.stores import folded, rows

NEW = "/antennes/nouvelle"
ROSANS = {"label": "Rosans, la Gare", "commune": "Rosans", "form": "village", "association": "asoft"}


def last(store: Store) -> Found:
    return store.one(select(tables.antenna).order_by(tables.antenna.c.id.desc()).limit(1))


def held(store: Store, antenna: int) -> Found:
    return store.one(select(tables.antenna).where(tables.antenna.c.id == antenna))


def test_an_antenna_is_added_with_its_address_and_seen_planned_on_the_map(inside: Inside, store: Store) -> None:
    assert "Ajouter la première" in inside.get("/antennes")
    said = {"address": "3 rue de la Gare", "opens": "2026-12-01", "hours": "mardi 9h-12h"}
    page = inside.post(NEW, status=303, **ROSANS, **said)
    made = last(store)
    assert (made.name, made.code, made.commune, made.association) == ("Rosans, la Gare", "ROS", "05126", "asoft")
    assert (made.address, made.opening_hours) == ("3 rue de la Gare", "Tu 09:00-12:00")
    assert "L’antenne est ajoutée." in page
    assert 'value="Rosans\u00a0(05)"' in page
    places = inside.get("/antennes")
    assert "Rosans, la Gare\u202f: prévue le" in places
    assert 'class="spot planned"' in places
    # Another of the same name is asked about, and has another code.
    assert "Une antenne de ce nom est déjà notée" in words(inside.post(NEW, status=409, **ROSANS))
    inside.post(NEW, status=303, **ROSANS, sure="1")
    assert last(store).code == "ROS2"
    assert rows(store) == folded(store)


def test_a_commune_that_may_be_several_is_asked_about_and_chosen(inside: Inside, store: Store) -> None:
    page = inside.post(NEW, status=409, **ROSANS | {"commune": "Venterol", "address": "Le Village"})
    assert "Plusieurs communes s’appellent ainsi" in words(page)
    assert 'name="which" value="26367"' in page
    assert 'value="Le Village"' in page
    inside.post(NEW, status=303, **ROSANS | {"commune": "Venterol", "which": "26367"})
    assert last(store).commune == "26367"
    again = inside.post(NEW, status=409, **ROSANS | {"commune": "Venterol", "which": "26367"})
    assert 'value="Venterol\u00a0(26)"' in again
    inside.post(NEW, status=303, **ROSANS | {"commune": "Venterol\u00a0(26)"}, sure="1")


def test_an_antenna_that_cannot_be_is_refused_and_stays_as_typed(
    inside: Inside, network: Network, store: Store
) -> None:
    for other, why in (
        ({"label": " "}, "Il manque un nom ici."),
        ({"commune": "Zzyzx"}, "Aucune commune connue"),
        ({"commune": " "}, "Dites dans quelle commune."),
        ({"code": "deux mots"}, "un seul mot"),
        ({"code": "rém"}, "existe déjà"),
        ({"opens": "bientôt"}, "Écrivez un jour"),
        ({"hours": "quand on peut"}, "quand on peut"),
        ({"form": "château"}, "n’est pas un choix possible"),
    ):
        page = inside.post(NEW, status=409, **ROSANS | {"address": "3 rue « de » la Gare"} | other)
        assert why in words(page)
        assert "3 rue « de » la Gare" in page
        # The page opens at the one field that is wrong.
        assert page.count("autofocus") == page.count('aria-invalid="true"') == 1
    assert last(store).id == max(network.antennas.values())


def test_all_that_is_said_of_an_antenna_is_corrected_with_its_history(
    inside: Inside, network: Network, store: Store
) -> None:
    antenna = network.antennas["Séderon"]
    path = f"/antennes/{antenna}/corriger"
    assert path in inside.get(f"/antennes/{antenna}")
    inside.get(path)
    identity = {"label": "Séderon, l’Œuvre", "code": "SED", "form": "seat", "association": "aventic"}
    inside.post(path, status=303, act="identity", commune="Séderon (26)", **identity)
    place = {"address": "Grande Rue", "room": "mairie", "pivot": "123 456 789 00012", "position": "44,2155, 5,5370"}
    assert "La position s’écrit en degrés" in inside.post(path, status=409, act="place", **place)
    inside.post(path, status=303, act="place", **place | {"position": "44.2155, 5.5370"})
    inside.post(path, status=303, act="life", opens="2017-03-01", closes="")
    published = {"phone": "04 75 28 00 00", "website": "www.séderon.example", "fees": "gratuit", "care": "vue"}
    told = inside.post(path, status=303, act="public", **published)
    row = held(store, antenna)
    assert (row.name, row.form, row.association, row.commune) == ("Séderon, l’Œuvre", "seat", "aventic", "26340")
    assert (row.address, row.room, row.pivot, row.position, row.size) == (
        "Grande Rue",
        "mairie",
        "12345678900012",
        "44.2155 5.5370",
        "hameau",
    )
    assert (row.started_at, row.ended_at) == dates(date(2017, 3, 1), None)
    assert public.public_of(store, antenna).website == "https://www.séderon.example"
    page = words(told)
    assert "C’est corrigé." in page
    assert "la coordination (coordination)" in page
    assert "Dates : rien devient depuis le 1er mars 2017" in page
    assert "Téléphone : rien devient 0475280000" in page


def test_what_is_refused_of_one_form_stays_typed_and_the_others_say_what_is(
    inside: Inside, network: Network, store: Store
) -> None:
    antenna = network.antennas["Séderon"]
    path = f"/antennes/{antenna}/corriger"
    inside.get(path)
    page = inside.post(path, status=409, act="public", phone="12", summary="De l’aide & du café")
    assert "Ce numéro n’est pas complet." in page
    assert "De l’aide &amp; du café</textarea>" in page
    assert 'value="Séderon"' in page
    assert "Ce geste n’existe pas." in inside.post(path, status=409, act="burn")
    assert held(store, antenna).telephone is None


def test_closing_for_good_is_asked_about_and_undone(inside: Inside, network: Network, store: Store) -> None:
    antenna = network.antennas["Séderon"]
    path = f"/antennes/{antenna}/corriger"
    inside.get(path)
    days = {"act": "life", "opens": "2017-03-01", "closes": str(TODAY)}
    # Of another century it is refused, not asked about.
    assert "vérifiez l’année" in words(inside.post(path, status=409, **days | {"closes": "2126-12-31"}))
    assert "ferme pour de bon" in inside.post(path, status=409, **days)
    assert held(store, antenna).ended_at is None
    inside.post(path, status=303, **days, sure="1")
    assert held(store, antenna).ended_at == dates(TODAY, TODAY)[1]
    # What is closed already is not asked about again, and opens again.
    inside.post(path, status=303, **days | {"opens": "2017-03-02"})
    inside.post(path, status=303, **days | {"closes": ""})
    assert held(store, antenna).ended_at is None
    assert "vient après le premier" in inside.post(path, status=409, **days | {"closes": "2016-01-01", "sure": "1"})


def test_an_association_adds_and_corrects_its_own_antennas_only(
    central: Central, network: Network, store: Store
) -> None:
    other = network.antennas["Rémuzat"]
    with inside_of(central, "asoft") as asoft:
        asoft.post(NEW, status=303, **ROSANS | {"association": "aventic"})
        made = last(store)
        assert made.association == "asoft"
        path = f"/antennes/{made.id}/corriger"
        identity = {"act": "identity", "label": "Rosans", "code": "ROS", "form": "village", "commune": "Rosans (05)"}
        # It gives none away.
        asoft.post(path, status=303, **identity, association="aventic")
        assert (held(store, made.id).name, held(store, made.id).association) == ("Rosans", "asoft")
        asoft.get(f"/antennes/{other}/corriger", status=404)
        asoft.post(f"/antennes/{other}/corriger", status=404, act="life", opens="2026-01-01")
    with inside_of(central, "financeur") as reader:
        reader.get(NEW, status=403)
        assert "Ajouter une antenne" not in reader.get("/antennes")
    assert held(store, other).started_at is None
