"""The hours of the antenna at the desk, and a change noted there; over a real database and without a window."""

from datetime import date, timedelta

import pytest

from kiosque.actions.network import network, partners, staff
from kiosque.actions.opening import hours
from kiosque.domain.french import local
from kiosque.domain.opening_hours import CLOSED
from kiosque.domain.records import ANTENNA
from kiosque.ui import places
from kiosque.ui.animator.hours import HoursPresenter, HoursState
from kiosque.ui.animator.note_hours import NoteHoursPresenter, NoteState, Typed
from tests.stores import MONDAY_9_H, Space, meet
from tests.ui.backstages import Pictures, Stage, backstage

TODAY = local(MONDAY_9_H).date()


def at_hours(space: Space, stage: Stage) -> tuple[HoursPresenter, Pictures[HoursState]]:
    pictures = Pictures[HoursState]()
    presenter = HoursPresenter(backstage(space, stage), pictures)
    presenter.start()
    return presenter, pictures


def noting(space: Space, stage: Stage) -> tuple[NoteHoursPresenter, Pictures[NoteState]]:
    pictures = Pictures[NoteState]()
    presenter = NoteHoursPresenter(backstage(space, stage), pictures)
    presenter.start()
    return presenter, pictures


def typed(first: str = "03/03/2026", last: str = "", opens: str = "", closes: str = "") -> Typed:
    return Typed(first, last, opens, closes)


def test_two_weeks_are_shown_with_what_is_unusual_and_who_stands_behind(nyons: Space, stage: Stage) -> None:
    state = partners.add_partner(nyons.central, label="État", form="etat").record
    town = partners.add_partner(nyons.central, label="Ville de Nyons", form="commune").record
    since = {"antenna": nyons.antenna, "first": date(2021, 1, 1)}
    partners.add_support(nyons.central, partners.Gift(partner=state, nature="label", label="france_services", **since))  # type: ignore[arg-type]
    partners.add_support(nyons.central, partners.Gift(partner=town, nature="room", **since))  # type: ignore[arg-type]
    meet(nyons.store, nyons.central)
    hours.note(nyons.store, hours=CLOSED, first=TODAY, last=TODAY, reason="road", author=nyons.animator)
    _, pictures = at_hours(nyons, stage)
    last = pictures.last
    assert last.week == "Cette semaine\u00a0: 40\u202fh prévues, 24\u202fh au moins."
    assert [day.open for day in last.days[:7]] == [False, True, True, True, True, True, False]
    assert (last.days[0].why, last.days[0].hours) == ("Neige, route", "Fermé")
    assert (last.days[1].day, last.days[1].why) == ("mardi 3 mars", "")
    assert last.days[7].begins_week
    assert last.behind == (("Ville de Nyons", "Prête le local"), ("État", "France Services"))
    assert [(noted.what, noted.when) for noted in last.noted] == [("Neige, route coupée", "lundi 2 mars")]


def test_who_comes_by_the_circuit_is_told_on_their_day(nyons: Space, stage: Stage) -> None:
    zoe = network.add_animator(nyons.central, given_name="Zoé", family_name="Roux").record
    staff.plan_stop(nyons.central, animator=zoe, antenna=nyons.antenna, hours="Tu 14:00-17:00", first=TODAY)
    meet(nyons.store, nyons.central)
    _, pictures = at_hours(nyons, stage)
    visits = {line.day: line.visiting for line in pictures.last.days if line.visiting}
    said = "Avec Zoé Roux, 14\u202fh – 17\u202fh"
    assert visits == {"mardi 3 mars": said, "mardi 10 mars": said}


def test_holidays_are_told(nyons: Space, stage: Stage) -> None:
    nyons.clock.pass_(days=34)
    _, pictures = at_hours(nyons, stage)
    easter = {line.day: line for line in pictures.last.days}["lundi 6 avril"]
    assert (easter.why, easter.open) == ("Jour férié", False)
    assert {line.why for line in pictures.last.days} == {"Vacances scolaires", "Jour férié"}


def test_a_change_is_lifted_and_the_lifting_undone(nyons: Space, stage: Stage) -> None:
    noted = hours.note(nyons.store, hours=CLOSED, first=TODAY, last=None, reason="works", author=1).record
    presenter, pictures = at_hours(nyons, stage)
    assert pictures.last.noted[0].when == "à partir du lundi 2 mars"
    presenter.lift(noted)
    assert pictures.last.noted == ()
    assert stage.take_back is not None
    stage.take_back()
    assert [each.id for each in hours.noted_from(nyons.store, TODAY)] == [noted]


def test_where_no_hours_are_known_it_is_said(nyons: Space, stage: Stage) -> None:
    with nyons.central.writing() as writer:
        writer.amend(ANTENNA, nyons.antenna, opening_hours=None)
    meet(nyons.store, nyons.central)
    presenter, pictures = at_hours(nyons, stage)
    assert (pictures.last.known, pictures.last.week) == (False, "")
    presenter.note()
    assert isinstance(stage.gone[-1], places.NoteHours)


def test_a_closing_is_noted_between_two_days(nyons: Space, stage: Stage) -> None:
    presenter, pictures = noting(nyons, stage)
    assert pictures.last.first == "02/03/2026"
    presenter.choose(frozenset({"leave"}))
    presenter.send(typed(last="5/3"))
    assert isinstance(stage.gone[-1], places.Hours)
    days = hours.coming(nyons.store)
    assert [day.day for day in days if day.reason == "leave"] == [TODAY + timedelta(days=each) for each in (1, 2, 3)]


def test_an_opening_on_a_public_holiday_is_an_opening(nyons: Space, stage: Stage) -> None:
    presenter, _ = noting(nyons, stage)
    presenter.choose(frozenset({"event"}))
    presenter.send(typed("06/04/2026", "", "14h", "18:00"))
    easter = hours.calendar_of(nyons.store, nyons.antenna).on(date(2026, 4, 6))
    assert [(local(slot.start).hour, local(slot.end).hour) for slot in easter.slots] == [(14, 18)]


def test_a_day_that_closes_at_noon_has_two_spans(nyons: Space, stage: Stage) -> None:
    presenter, _ = noting(nyons, stage)
    presenter.choose(frozenset({"season"}))
    presenter.send(Typed("03/03/2026", "", "9h", "12h", "14:00", "17:30"))
    day = hours.calendar_of(nyons.store, nyons.antenna).on(TODAY + timedelta(days=1))
    assert [f"{local(slot.start):%H:%M}-{local(slot.end):%H:%M}" for slot in day.slots] == [
        "09:00-12:00",
        "14:00-17:30",
    ]


@pytest.mark.parametrize(
    ("reason", "wrong", "field"),
    [
        (None, typed(), "reason"),
        ("leave", typed("demain"), "first"),
        ("leave", typed(last="hier"), "last"),
        ("leave", typed(last="02/03/2026"), "last"),
        ("event", typed(opens="9:00"), "closes"),
        ("event", typed(closes="9:00"), "opens"),
        ("event", typed(opens="tôt", closes="12:00"), "opens"),
        ("event", typed(opens="12:00", closes="9:00"), "closes"),
        ("event", Typed("3/3", "", "9:00", "12:00", "14:00", ""), "ends"),
        ("event", Typed("3/3", "", "9:00", "12:00", "", "17:00"), "reopens"),
        ("event", Typed("3/3", "", "9:00", "12:00", "11:00", "17:00"), "reopens"),
        ("event", Typed("3/3", "", "9:00", "12:00", "14:00", "13:00"), "ends"),
    ],
    ids=str,
)
def test_what_is_wrong_is_said_beside_its_line(
    nyons: Space, stage: Stage, reason: str | None, wrong: Typed, field: str
) -> None:
    presenter, pictures = noting(nyons, stage)
    presenter.resume(reason)
    assert presenter.begun() == reason
    presenter.send(wrong)
    assert set(pictures.last.wrong) == {field}
    assert hours.noted_from(nyons.store, TODAY) == ()
    presenter.back()
    assert isinstance(stage.gone[-1], places.Hours)
