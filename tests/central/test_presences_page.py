"""Headquarters says on its pages who was at a permanence, and what somebody did outside of them."""

import pytest
from sqlalchemy import select

from kiosque.actions.network import network as people
from kiosque.actions.network import tasks
from kiosque.actions.opening.presence import presences
from kiosque.central.central import Central
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain.records import PERMANENCE
from tests.central.house import Network, at
from tests.central.inside import Inside, inside_of
from tests.central.said import words
from tests.stores import folded, rows


@pytest.fixture
def morning(network: Network, store: Store) -> int:
    """A permanence of Rémuzat, from 9 h and some seconds to noon."""
    with store.writing() as writer:
        return writer.record(PERMANENCE, antenna=network.antennas["Rémuzat"], times=(at(20, 9) + 37, at(20, 12) + 5))


def test_hours_that_are_typed_a_little_wider_than_a_permanence_are_its_own(
    inside: Inside, network: Network, store: Store
) -> None:
    with store.writing() as writer:
        times = (at(20, 14, 1) + 12, at(20, 16, 55))
        held = writer.record(PERMANENCE, antenna=network.antennas["Rémuzat"], times=times)
    zoe = people.add_animator(store, given_name="Zoé", family_name="Roux").record
    form = {"act": "note", "animator": str(zoe)}
    path = f"/permanences/{held}/presences"
    inside.post(path, status=303, **form, starts="14:00", ends="17:00")
    [noted] = presences(store, held)
    assert (noted.started_at, noted.ended_at) == times
    # An hour before is another hour: it is the next day's, which the permanence has not.
    inside.post(path, status=409, **form, starts="13:00", ends="17:00")
    inside.post(path, status=409, **form, starts="14:00", ends="17:30")


def test_who_was_forgotten_is_noted_corrected_and_taken_back(
    inside: Inside, network: Network, morning: int, store: Store
) -> None:
    path = f"/permanences/{morning}/presences"
    assert path in inside.get(f"/permanences/{morning}")
    assert "Personne n’anime encore" in inside.get(path)
    zoe, ali = (people.add_animator(store, given_name=name, family_name="Roux").record for name in ("Zoé", "Ali"))
    form = {"act": "note", "animator": str(zoe), "starts": "09:00", "ends": "11:30"}
    for other, why in (
        ({"animator": "12"}, "Choisissez qui y était."),
        ({"starts": "tôt"}, "Écrivez une heure"),
        ({"ends": "14:00"}, "Cette permanence a duré de 09:00 à 12:00."),
        ({"act": "burn"}, "Ce geste n’existe pas."),
    ):
        page = inside.post(path, status=409, **{**form, **other})
        assert why in words(page) or other == {"act": "burn"}
        assert 'value="11:30"' in page or "ends" in other
    said = words(inside.post(path, status=303, **form))
    [noted] = presences(store, morning)
    # Whoever came when it opened came at its opening.
    assert (noted.animator, noted.started_at, noted.ended_at) == (zoe, at(20, 9) + 37, at(20, 11, 30))
    assert "Zoé Roux 9 h 11 h 30" in said
    assert 'value="09:00"' in inside.get(f"{path}?presence={noted.id}")
    assert "déjà notée à cette heure" in inside.post(path, status=409, **form)
    inside.get(f"{path}?presence={noted.id}")
    inside.post(path, status=303, **form | {"animator": str(ali), "presence": str(noted.id), "starts": "10:00"})
    [noted] = presences(store, morning)
    assert (noted.animator, noted.started_at) == (ali, at(20, 10))
    assert "Animateur : Zoé Roux devient Ali Roux" in words(inside.get(f"{path}?presence={noted.id}"))
    inside.post(path, status=303, act="remove", presence=str(noted.id))
    assert presences(store, morning) == ()
    inside.post(path, status=404, act="remove", presence=str(noted.id))
    # What is no presence of this permanence is not corrected as one.
    inside.post(path, status=404, **form | {"presence": str(network.antennas["Rémuzat"])})
    inside.get("/permanences/12/presences", status=404)
    assert rows(store) == folded(store)


def test_an_association_says_so_of_its_own_permanences_only(central: Central, morning: int, store: Store) -> None:
    zoe = people.add_animator(store, given_name="Zoé", family_name="Roux", association="asoft").record
    with inside_of(central, "asoft") as asoft:
        asoft.get(f"/permanences/{morning}/presences", status=404)
        form = {"act": "note", "animator": str(zoe), "starts": "09:00", "ends": "11:30"}
        asoft.post(f"/permanences/{morning}/presences", status=404, **form)
    with inside_of(central, "protection") as reader:
        reader.get(f"/permanences/{morning}/presences", status=403)
    assert presences(store, morning) == ()


def test_time_outside_of_permanences_is_noted_for_somebody(inside: Inside, network: Network, store: Store) -> None:
    zoe = people.add_animator(store, given_name="Zoé", family_name="Roux").record
    path = f"/animateurs/{zoe}/corriger"
    form = {"act": "task", "activity": "meeting", "where": str(network.antennas["Rémuzat"])}
    form |= {"day": "2026-11-20", "starts": "14:00", "minutes": "90"}
    for other, why in (
        ({"minutes": "9999"}, "douze heures au plus"),
        ({"starts": "midi"}, "Écrivez une heure"),
        ({"day": "2026-11-29"}, "n’est pas encore passé"),
    ):
        page = inside.post(path, status=409, **{**form, **other})
        assert why in words(page)
        assert 'value="meeting" selected' in page
    said = words(inside.post(path, status=303, **form))
    [task] = tasks.tasks_of(store, zoe, 5)
    assert (task.activity, task.started_at, task.ended_at) == ("meeting", at(20, 14), at(20, 15, 30))
    assert "Réunion vendredi 20 novembre à 14 h, 1 h 30" in said
    row = store.one(select(tables.task.c.antenna).where(tables.task.c.id == task.id))
    assert row.antenna == network.antennas["Rémuzat"]
