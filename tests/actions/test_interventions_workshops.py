"""Interventions by the national codes; workshops with their places and their waiting list."""

from typing import Any

import pytest

from kiosque.actions.done import undo
from kiosque.actions.helping import interventions
from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.actions.workshops import agenda, attendance, registrations, workshops
from kiosque.db.records import intervention, registration
from kiosque.db.write import Missing
from kiosque.domain import codes
from kiosque.domain.card import card_code
from kiosque.domain.records import INTERVENTION
from kiosque.domain.workshops import Seat
from tests.stores import Space, folded, rows


def test_an_intervention_carries_its_own_age_and_commune_and_names_nobody_in_what_stays(opened: Space) -> None:
    named = reception.sign_in_unnamed(opened.store, "service").visit
    kept = reception.remember(opened.store, named, given_name="Léa", birth_year=1950, commune="26220")
    unnamed = reception.sign_in_unnamed(opened.store, "service").visit
    done = interventions.log_intervention(
        opened.store,
        visits=(named, unnamed),
        themes=(codes.ADMINISTRATIVE, "email"),
        admin_themes=("argent_impots",),
        service="dgfip",
        duration=45,
        text="déclaration en ligne",
    )
    row = opened.store.one(intervention.select())
    assert (row.themes, row.service, row.duration) == (f"{codes.ADMINISTRATIVE} email", "dgfip", 45)
    assert (row.age_bands, row.communes) == (f"{codes.age_band(1950, 2026)} {codes.NOT_STATED}", "26220")
    assert row.visitors == str(kept.record)
    entry = opened.store.history(done.record)[0]
    said = {INTERVENTION.field(name).number for name in ("visitors", "note")}
    assert said == set(entry.personal)
    assert entry.author == opened.animator
    assert rows(opened.store) == folded(opened.store)


def test_an_intervention_that_cannot_be_is_refused_and_not_written(opened: Space) -> None:
    faults: list[tuple[str, dict[str, Any]]] = [
        ("themes", {"themes": ()}),
        ("themes", {"themes": ("jardinage",)}),
        ("duration", {"duration": 0}),
        ("duration", {"duration": 481}),
        ("service", {"service": "nasa"}),
        ("admin_themes", {"admin_themes": ("justice",)}),
        ("admin_themes", {"themes": (codes.ADMINISTRATIVE,), "admin_themes": ("jardinage",)}),
        ("visits", {"visits": (12,)}),
        ("note", {"text": "x" * 501}),
    ]
    for field, values in faults:
        with pytest.raises(BadInput) as refused:
            interventions.log_intervention(opened.store, **{"themes": ("email",), "duration": 15, **values})
        assert refused.value.field == field
    assert opened.store.all(intervention.select()) == []


def test_an_intervention_can_be_undone(opened: Space) -> None:
    undo(opened.store, interventions.log_intervention(opened.store, themes=("email",), duration=15))
    assert permanences.summary(opened.store, permanences.current(opened.store).id).interventions == 0  # type: ignore[union-attr]


def a_workshop(space: Space, capacity: int = 2) -> int:
    """Plan a workshop tomorrow and return its id."""
    return workshops.plan(
        space.store,
        title="Mes photos de téléphone",
        theme="gere_ses_contenus_numeriques",
        starts_at=space.clock.now + 86_400,
        minutes=120,
        capacity=capacity,
        animator=space.animator,
    ).record


def test_places_and_waiting_list_are_derived(opened: Space) -> None:
    workshop = a_workshop(opened)
    arrival = reception.sign_in_card(opened.store, card_code(bytes(10))).visit
    store, author = opened.store, opened.animator
    first = registrations.register(store, workshop, author=author, visit=arrival).record
    for called in ("Mme Arnaud", "M. Peyrol"):
        registrations.register(store, workshop, author=author, called=called)
    assert [(each.name, each.waiting) for each in registrations.attendees(store, workshop)] == [
        (None, False),
        ("Mme Arnaud", False),
        ("M. Peyrol", True),
    ]
    attendance.mark(store, first, "excused", author=author)
    # The place is free: whoever waits longest is to be called, and has it once they said so.
    line = agenda.upcoming(store)[0]
    assert (line.registered, line.waiting, line.to_call, line.present, line.capacity) == (1, 1, 1, 0, 2)
    [waits] = [each for each in registrations.attendees(store, workshop) if each.seat is Seat.NEXT]
    registrations.call(store, waits.registration, comes=True, author=author)
    line = agenda.upcoming(store)[0]
    assert (line.registered, line.waiting, line.to_call) == (2, 0, 0)


def test_everybody_present_then_the_absent_one(opened: Space) -> None:
    workshop = a_workshop(opened, capacity=5)
    for called in ("Ana", "Béa", "Cloé"):
        registrations.register(opened.store, workshop, author=opened.animator, called=called)
    attendance.mark_all_present(opened.store, workshop, author=opened.animator)
    absent = registrations.attendees(opened.store, workshop)[1]
    attendance.mark(opened.store, absent.registration, "noshow", author=opened.animator)
    assert [each.state for each in registrations.attendees(opened.store, workshop)] == ["seen", "noshow", "seen"]
    assert agenda.upcoming(opened.store)[0].present == 2
    assert rows(opened.store) == folded(opened.store)


def test_nobody_is_registered_twice(opened: Space) -> None:
    workshop = a_workshop(opened)
    arrival = reception.sign_in_unnamed(opened.store, "workshop").visit
    with pytest.raises(BadInput, match="un autre jour"):
        # Nobody could tell tomorrow who it was.
        registrations.register(opened.store, workshop, author=opened.animator, visit=arrival)
    opened.clock.pass_(days=1)
    arrival = reception.sign_in_unnamed(opened.store, "workshop").visit
    registrations.register(opened.store, workshop, author=opened.animator, visit=arrival)
    with pytest.raises(registrations.AlreadyRegistered):
        registrations.register(opened.store, workshop, author=opened.animator, visit=arrival)
    assert len(opened.store.all(registration.select())) == 1


def test_a_workshop_that_cannot_be_is_refused(opened: Space) -> None:
    now = opened.clock.now
    good = {
        "title": "Photo",
        "theme": "email",
        "starts_at": now,
        "minutes": 60,
        "capacity": 5,
        "animator": 1,
    }
    for bad in (
        {"title": " "},
        {"starts_at": now - 2 * 86_400},
        {"starts_at": now + 400 * 86_400},
        {"theme": "x"},
        {"minutes": 0},
        {"capacity": 0},
        {"capacity": 501},
        {"title": "x" * 121},
    ):
        with pytest.raises(BadInput):
            workshops.plan(opened.store, **{**good, **bad})  # type: ignore[arg-type]
    assert agenda.upcoming(opened.store) == ()


def test_what_does_not_exist_is_refused(opened: Space) -> None:
    workshop = a_workshop(opened)
    store, author = opened.store, opened.animator
    with pytest.raises(registrations.UnknownWorkshop):
        registrations.register(store, 12, author=author, called="Ana")
    with pytest.raises(registrations.UnknownWorkshop):
        attendance.mark_all_present(store, 12, author=author)
    with pytest.raises(BadInput):
        registrations.register(store, workshop, author=author, visit=12)
    with pytest.raises(Missing):
        attendance.mark(store, 12, "seen", author=author)
    with pytest.raises(BadInput):
        attendance.mark(store, workshop, "late", author=author)
