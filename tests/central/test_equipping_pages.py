"""Headquarters places equipment and places to work at on its pages, corrects them, moves them and takes them away."""

from datetime import timedelta

from sqlalchemy import select

from kiosque.actions.coworking import desks
from kiosque.actions.equipping import equipment
from kiosque.actions.equipping.equipment import Piece
from kiosque.central.central import Central
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.crockford import grouped
from kiosque.domain.records import ANTENNA
from tests.central.house import TODAY, Network
from tests.central.inside import Inside, inside_of
from tests.central.said import words
from tests.stores import folded, rows


def last(store: Store) -> Piece:
    table = tables.equipment
    row = store.one(select(table.c.id).order_by(table.c.id.desc()).limit(1))
    return equipment.piece(store, row.id)


def test_a_piece_is_placed_corrected_moved_and_taken_away_and_stays_after_all(
    inside: Inside, network: Network, store: Store
) -> None:
    here, there = network.antennas["Rémuzat"], network.antennas["Séderon"]
    at = f"/antennes/{here}/materiel"
    assert "Rien n’y est encore placé." in inside.get(at)
    assert at in inside.get("/materiel")
    refused = inside.post(at, status=409, act="place", name="  ", form="laptop", serial="A « 1 »")
    assert "Il manque un nom ici." in refused
    assert 'value="A « 1 »"' in refused
    said = inside.post(at, act="place", name="Portable <3>", form="laptop", serial="A1", since="2026-11-01")
    made = last(store)
    assert (made.name, made.form, made.serial, made.antenna) == ("Portable <3>", "laptop", "A1", here)
    assert "Portable &lt;3&gt;" in said
    assert "Est-ce bien un autre" in inside.post(at, status=409, act="place", name="Portable  <3>", form="laptop")
    assert last(store).id == made.id
    one = f"/materiel/{made.id}"
    page = inside.get(one)
    assert grouped(made.label) in page
    assert "<svg" in page
    inside.post(one, status=303, act="correct", name="Portable 3", form="tablet", serial="")
    inside.post(one, status=303, act="move", antenna=str(there))
    moved = last(store)
    assert (moved.name, moved.form, moved.serial, moved.antenna) == ("Portable 3", "tablet", "", there)
    assert "n’est plus compté" in inside.post(one, status=409, act="retire", last=str(TODAY))
    assert "vient après" in inside.post(one, status=409, act="retire", last="2026-10-01", sure="1")
    yesterday = str(TODAY - timedelta(days=1))
    inside.post(one, status=303, act="retire", last=yesterday, sure="1")
    assert last(store).gone
    assert "Retiré pour de bon" in inside.get(f"/antennes/{there}/materiel")
    told = words(inside.post(one, act="stay"))
    assert not last(store).gone
    assert "Ce geste n’existe pas." in inside.post(one, status=409, act="burn")
    assert "Nom : Portable <3> devient Portable 3" in told.replace("&lt;", "<").replace("&gt;", ">")
    assert rows(store) == folded(store)


def test_places_to_work_at_are_added_corrected_and_binned(inside: Inside, network: Network, store: Store) -> None:
    here = network.antennas["Rémuzat"]
    at = f"/antennes/{here}/materiel"
    inside.post(at, status=303, act="desk", label="Table du fond", desk_form="coworking")
    [desk] = desks.of_antenna(store, here)
    assert "Une place porte déjà ce nom." in inside.post(
        at, status=409, act="desk", label="table du fond", desk_form="room"
    )
    assert 'value="Table du fond"' in inside.get(f"{at}?place={desk.id}")
    inside.get(f"{at}?place={desk.id}")
    inside.post(at, status=303, act="redesk", desk=str(desk.id), label="Découpeuse", desk_form="machine")
    assert [(each.name, each.form) for each in desks.of_antenna(store, here)] == [("Découpeuse", "machine")]
    elsewhere = f"/antennes/{network.antennas['Séderon']}/materiel"
    assert "autre antenne" in inside.post(elsewhere, status=409, act="undesk", desk=str(desk.id))
    page = words(inside.get("/materiel"))
    assert "Rémuzat Rémuzat (26) rien 1" in page
    inside.post(at, status=303, act="undesk", desk=str(desk.id))
    assert desks.of_antenna(store, here) == ()
    inside.post(at, status=404, act="undesk", desk=str(desk.id))


def test_an_association_equips_its_own_antennas_only(central: Central, network: Network, store: Store) -> None:
    theirs = network.antennas["Rémuzat"]
    piece = equipment.place(store, called="Scanner", form="printer", antenna=theirs).record
    own = equipment.place(store, called="Portable", form="laptop", antenna=network.antennas["Séderon"]).record
    with inside_of(central, "asoft") as asoft:
        asoft.get(f"/antennes/{theirs}/materiel", status=404)
        asoft.post(f"/antennes/{theirs}/materiel", status=404, act="place", name="x", form="laptop")
        asoft.get(f"/materiel/{piece}", status=404)
        asoft.post(f"/materiel/{piece}", status=404, act="stay")
        # Nor is anything given to another's antenna.
        asoft.post(f"/materiel/{own}", status=404, act="move", antenna=str(theirs))
        assert "Rémuzat" not in asoft.get("/materiel")
        asoft.get("/materiel/12", status=404)
    assert equipment.piece(store, own).antenna == network.antennas["Séderon"]


def test_a_long_list_is_shown_a_page_at_a_time_and_narrowed_by_name(inside: Inside, store: Store) -> None:
    with store.writing() as writer:
        for number in range(60):
            name = f"Médiathèque intercommunale des Baronnies provençales {number:02}"
            writer.record(ANTENNA, code=f"M{number}", name=name, commune="26220", association="asoft")
    first = inside.get("/materiel")
    assert ("provençales 49" in first, "provençales 50" in first) == (True, False)
    assert "provençales 59" in inside.get("/materiel?page=2")
    found = inside.get("/materiel?cherche=mediath+07")
    assert ("provençales 07" in found, "provençales 08" in found) == (True, False)
    inside.get("/materiel?page=3", status=404)
