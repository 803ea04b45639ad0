"""Presenters of the animators over a real database, without a window: what a tap writes, and where it leads."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from kiosque.actions.helping import interventions
from kiosque.actions.network import programmes
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.actions.workshops import agenda, workshops
from kiosque.db import keyfile
from kiosque.db import records as tables
from kiosque.db.folder import Opened
from kiosque.db.trouble import StorageTrouble
from kiosque.domain.codes import ADMINISTRATIVE
from kiosque.domain.errors import KnownError
from kiosque.ui import places
from kiosque.ui.animator.at_desk import DeskPresenter
from kiosque.ui.animator.attendance import AttendanceState
from kiosque.ui.animator.attending import AttendancePresenter
from kiosque.ui.animator.desk import DeskState
from kiosque.ui.animator.group import GroupPresenter, GroupState
from kiosque.ui.animator.intervening import InterventionPresenter
from kiosque.ui.animator.intervention import InterventionState
from kiosque.ui.animator.latest import PAGE
from kiosque.ui.animator.moments import closing_at
from kiosque.ui.animator.opening import OpenPresenter, OpenState
from kiosque.ui.animator.planner import PlanPresenter
from kiosque.ui.animator.planning import PlanState, Typed
from kiosque.ui.animator.unlock import UnlockPresenter, UnlockState
from kiosque.ui.attempts import FREE
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.home import HomePresenter, HomeState
from tests.stores import Space, meet, rows
from tests.ui.backstages import Pictures, Stage, backstage

TODAY = "02/03/2026"


def visits(space: Space) -> list[dict[str, object]]:
    return [row for row in rows(space.store)["visit"] if not row["deleted"]]


def card_of(space: Space, given_name: str, family_name: str = "") -> str:
    """Return the card of somebody who came and left."""
    signed = reception.sign_in_unnamed(space.store, "digital")
    made = reception.remember(space.store, signed.visit, given_name=given_name, family_name=family_name)
    reception.sign_out(space.store, signed.visit)
    return made.card


def test_an_empty_passphrase_is_not_tried(nyons: Space, stage: Stage) -> None:
    pictures = Pictures[UnlockState]()
    UnlockPresenter(backstage(nyons, stage), pictures).send("  ")
    assert pictures.last.wrong
    assert stage.gone == []


def refusing(space: Space, stage: Stage, error: KnownError) -> Backstage:
    """Return a backstage where nothing opens."""

    def unlock(passphrase: str) -> Opened:
        del passphrase
        raise error

    behind = backstage(space, stage)
    behind.services = replace(behind.services, unlock=unlock)
    behind.opened = None
    return behind


def test_after_five_wrong_ones_nothing_is_tried_for_a_moment(nyons: Space, stage: Stage) -> None:
    pictures = Pictures[UnlockState]()
    behind = refusing(nyons, stage, keyfile.WrongBadge("Non."))
    for _ in range(FREE):
        # A screen that is left and found again forgets nothing.
        UnlockPresenter(behind, pictures).send("un secret")
        assert pictures.last.wrong == "Non."
    UnlockPresenter(behind, pictures).send("un secret")
    assert pictures.last.wrong == "Trop d’essais. Attendez 5\u202fs, puis réessayez."
    nyons.clock.pass_(seconds=5)
    UnlockPresenter(behind, pictures).send("un secret")
    assert pictures.last.wrong == "Non."


def test_badges_count_as_passphrases_do_and_so_they_do_after_a_restart(
    nyons: Space, stage: Stage, tmp_path: Path
) -> None:
    def restarted() -> Backstage:
        behind = refusing(nyons, stage, keyfile.WrongBadge("Non."))
        behind.services = replace(behind.services, attempts=tmp_path / "attempts")
        return Backstage(behind.services, behind.submit, stage)

    pictures = Pictures[UnlockState]()
    for _ in range(FREE):
        # Each on a PC that was switched off and on.
        UnlockPresenter(restarted(), pictures, "KB").start()
        assert pictures.last.wrong == "Non."
    UnlockPresenter(restarted(), pictures, "KB").start()
    assert pictures.last.wrong.startswith("Trop d’essais.")


def test_a_trouble_that_is_not_of_the_secret_is_no_wrong_one(nyons: Space, stage: Stage) -> None:
    pictures = Pictures[UnlockState]()
    behind = refusing(nyons, stage, StorageTrouble("Le disque est plein."))
    for _ in range(FREE + 1):
        UnlockPresenter(behind, pictures).send("un secret")
        assert pictures.last.wrong == "Le disque est plein."


def test_the_badge_that_was_shown_before_is_tried_once(nyons: Space, stage: Stage) -> None:
    pictures = Pictures[UnlockState]()
    behind = refusing(nyons, stage, keyfile.WrongBadge("Non."))
    presenter = UnlockPresenter(behind, pictures, "KB")
    presenter.start()
    assert [state.waiting for state in pictures.drawn] == [False, True, False]
    presenter.start()
    assert pictures.last == UnlockState()


def test_what_is_no_badge_is_said(opened: Space, stage: Stage) -> None:
    pictures = Pictures[UnlockState]()
    UnlockPresenter(backstage(opened, stage), pictures).scanned((card_of(opened, "Zoé"),))
    assert "pas un badge" in pictures.last.wrong
    assert stage.gone == []


def test_opening_shows_the_planned_hours_and_opens(nyons: Space, stage: Stage) -> None:
    pictures = Pictures[OpenState]()
    presenter = OpenPresenter(backstage(nyons, stage), pictures)
    presenter.start()
    assert "12\u202fh\u202f30" in pictures.last.lines[1]
    assert pictures.last.lines[2:] == ("C’est l’heure prévue.", "Nyons · Élodie Brès")
    presenter.send("")
    assert permanences.current(nyons.store) is not None
    assert stage.gone[-1] == places.Home()


def test_a_permanence_of_today_is_resumed(opened: Space, stage: Stage) -> None:
    OpenPresenter(backstage(opened, stage), Pictures[OpenState]()).start()
    assert stage.gone[-1] == places.Desk()


def test_a_forgotten_permanence_is_settled_before_another_is_opened(opened: Space, stage: Stage) -> None:
    opened.clock.pass_(days=1)
    HomePresenter(backstage(opened, stage), Pictures[HomeState]()).start()
    assert stage.gone[-1] == places.Closed()
    pictures = Pictures[OpenState]()
    presenter = OpenPresenter(backstage(opened, stage), pictures)
    presenter.start()
    assert pictures.last.hour == "18:00"
    for wrong in ("", "25:00", "midi", "8:00"):
        presenter.send(wrong)
        assert pictures.last.wrong
    presenter.send("17h30")
    held = rows(opened.store)["permanence"][0]
    assert held["to_confirm"]
    assert held["ended_at"] == opened.clock.now - 86_400 + 8 * 3600 + 1800
    assert pictures.drawn[-1].hour is None
    presenter.send("")
    stage.at(places.Home)


def test_an_evening_goes_on_after_midnight_and_is_over_before_the_morning(opened: Space, stage: Stage) -> None:
    opened.clock.pass_(minutes=15 * 60 + 10)
    HomePresenter(backstage(opened, stage), Pictures[HomeState]()).start()
    assert stage.gone == []
    reception.sign_in_unnamed(opened.store, "digital")
    opened.clock.pass_(minutes=3 * 60 + 50)
    HomePresenter(backstage(opened, stage), Pictures[HomeState]()).start()
    assert stage.gone[-1] == places.Closed()
    pictures = Pictures[OpenState]()
    OpenPresenter(backstage(opened, stage), pictures).start()
    # Somebody came after the hours that were planned: it was open still.
    assert pictures.last.hour == "00:10"


def test_an_evening_that_was_forgotten_closes_after_midnight(opened: Space, stage: Stage) -> None:
    """Opened at 20 h 30 for the stars; the next morning somebody says that it closed at half past midnight."""
    held = permanences.current(opened.store)
    assert held is not None
    permanences.close_permanence(opened.store, held.id, author=opened.animator)
    opened.clock.pass_(minutes=11 * 60 + 30)
    evening = permanences.open_permanence(opened.store, opened.animator).record
    opened.clock.pass_(minutes=13 * 60)
    pictures = Pictures[OpenState]()
    presenter = OpenPresenter(backstage(opened, stage), pictures)
    presenter.start()
    # Nobody holds a permanence from the evening to the next morning.
    presenter.send("9:00")
    assert pictures.last.wrong
    presenter.send("0h30")
    row = next(row for row in rows(opened.store)["permanence"] if row["id"] == evening)
    assert row["ended_at"] == opened.clock.now - 9 * 3600
    assert row["to_confirm"]


@pytest.mark.parametrize(
    ("opened_at", "typed", "hours"),
    [
        pytest.param("14:00", "18:00", 4, id="the same day"),
        pytest.param("14:00:40", "14:00", 0, id="within its first minute"),
        pytest.param("20:30", "00:30", 4, id="after midnight"),
        pytest.param("14:00", "01:00", 11, id="late at night"),
        pytest.param("09:00", "08:00", -1, id="a slip of the hand"),
    ],
)
def test_an_hour_of_closing_is_the_next_that_makes_sense(opened_at: str, typed: str, hours: int) -> None:
    began = int(datetime.fromisoformat(f"2026-03-02T{opened_at}+01:00").timestamp())
    assert closing_at(began, typed) == began + hours * 3600
    assert closing_at(began, "midi") is None


def codes(state: InterventionState) -> set[str]:
    return {choice.code for choice in (*state.services.first, *state.services.others)}


def test_an_intervention_is_saved_on_the_last_tap(opened: Space, stage: Stage) -> None:
    signed = reception.sign_in_unnamed(opened.store, "service")
    place = places.Intervene((signed.visit,), "Sans nom")
    pictures = Pictures[InterventionState]()
    presenter = InterventionPresenter(backstage(opened, stage), pictures, place)
    presenter.start()
    # Why somebody came has chosen the theme; another touch chooses another.
    assert pictures.last.theme == "aide_aux_demarches_administratives"
    presenter.choose_theme("email")
    assert not pictures.last.services
    presenter.choose_theme("aide_aux_demarches_administratives")
    assert "caf" in codes(pictures.last)
    # The body of 2023 is not offered in 2026.
    assert "pole_emploi" not in codes(pictures.last)
    presenter.choose_service("caf")
    presenter.choose_duration(30)
    made = rows(opened.store)["intervention"][0]
    assert (made["duration"], made["service"], made["animator"]) == (30, "caf", opened.animator)
    assert stage.gone[-1] == places.Desk()


def test_a_body_does_not_outlive_its_theme(opened: Space, stage: Stage) -> None:
    presenter = InterventionPresenter(
        backstage(opened, stage), Pictures[InterventionState](), places.Intervene((), "Quelqu’un d’autre")
    )
    presenter.start()
    presenter.choose_theme("aide_aux_demarches_administratives")
    presenter.choose_service("caf")
    presenter.choose_theme("email")
    presenter.choose_duration(15)
    assert rows(opened.store)["intervention"][0]["service"] is None


def test_several_people_are_helped_at_once(opened: Space, stage: Stage) -> None:
    signed = [reception.sign_in_unnamed(opened.store, "digital") for _ in range(3)]
    pictures = Pictures[DeskState]()
    presenter = DeskPresenter(backstage(opened, stage), pictures)
    presenter.start()
    presenter.several()
    presenter.help()
    assert stage.gone == []
    for person in pictures.last.people[:2]:
        presenter.person(person)
    presenter.help()
    stage.at(places.Intervene)
    assert stage.at(places.Intervene).visits == (signed[0].visit, signed[1].visit)


def test_on_a_busy_day_the_desk_shows_who_came_last_and_the_others_on_demand(opened: Space, stage: Stage) -> None:
    signed = [reception.sign_in_unnamed(opened.store, "digital").visit for _ in range(2 * PAGE + 5)]
    pictures = Pictures[DeskState]()
    presenter = DeskPresenter(backstage(opened, stage), pictures)
    presenter.start()
    assert [person.visit for person in pictures.last.people] == signed[-PAGE:]
    assert pictures.last.earlier == PAGE + 5
    presenter.earlier()
    assert [person.visit for person in pictures.last.people] == signed[-2 * PAGE :]
    presenter.resume(presenter.begun())
    presenter.refresh()
    assert pictures.last.earlier == 5
    presenter.earlier()
    assert [person.visit for person in pictures.last.people] == signed
    # Whoever was chosen is helped, in sight or not.
    presenter.several()
    presenter.person(pictures.last.people[0])
    presenter.resume((presenter.begun()[0], PAGE))
    presenter.help()
    assert stage.at(places.Intervene).visits == (signed[0],)


def test_who_leaves_while_several_are_chosen_is_no_longer_chosen(opened: Space, stage: Stage) -> None:
    signed = reception.sign_in_unnamed(opened.store, "digital")
    pictures = Pictures[DeskState]()
    presenter = DeskPresenter(backstage(opened, stage), pictures)
    presenter.start()
    presenter.several()
    presenter.person(pictures.last.people[0])
    assert pictures.last.chosen == frozenset({signed.visit})
    reception.sign_out(opened.store, signed.visit)
    presenter.refresh()
    assert pictures.last.chosen == frozenset()


def test_without_a_theme_no_duration_saves(opened: Space, stage: Stage) -> None:
    pictures = Pictures[InterventionState]()
    presenter = InterventionPresenter(backstage(opened, stage), pictures, places.Intervene((), "Quelqu’un d’autre"))
    presenter.start()
    presenter.choose_duration(30)
    assert rows(opened.store)["intervention"] == []
    assert pictures.last.leaving == pictures.last.record == ""


def test_what_is_offered_stays_where_it_is_while_the_screen_is_there(opened: Space, stage: Stage) -> None:
    pictures = Pictures[InterventionState]()
    presenter = InterventionPresenter(backstage(opened, stage), pictures, places.Intervene((), "Quelqu’un d’autre"))
    presenter.start()
    before = pictures.last.themes
    interventions.log_intervention(opened.store, themes=("entrepreneuriat",), duration=20)
    presenter.refresh()
    presenter.choose_theme("email")
    assert pictures.last.themes == before
    presenter.resume(presenter.begun())
    assert pictures.last.theme == "email"
    presenter.start()
    assert pictures.last.themes.first[0].code == "entrepreneuriat"


def test_the_last_help_is_given_once_more_by_one_tap_and_taken_back(opened: Space, stage: Stage) -> None:
    signed = reception.sign_in_unnamed(opened.store, "digital")
    pictures = Pictures[DeskState]()
    presenter = DeskPresenter(backstage(opened, stage), pictures)
    presenter.start()
    assert pictures.last.again == ""
    presenter.again()
    interventions.log_intervention(
        opened.store, visits=(signed.visit,), themes=("email",), duration=30, animator=opened.animator
    )
    presenter.refresh()
    assert pictures.last.again == "E-mail, 30\u202fmin"
    presenter.again()
    made = rows(opened.store)["intervention"]
    assert [(row["visits"], row["themes"], row["duration"]) for row in made] == [(str(signed.visit), "email", 30)] * 2
    assert stage.take_back is not None
    stage.take_back()
    assert [bool(row["deleted"]) for row in rows(opened.store)["intervention"]] == [False, True]


def test_a_group_is_one_tile_that_is_helped_and_leaves_together(opened: Space, stage: Stage) -> None:
    sizes = Pictures[GroupState]()
    arriving = GroupPresenter(backstage(opened, stage), sizes)
    arriving.start()
    arriving.choose_level("elementaire")
    assert rows(opened.store)["visit"] == []
    arriving.count(32)
    assert sizes.last.counting
    arriving.choose_size(4)
    arriving.resume(arriving.begun())
    arriving.choose_level("elementaire")
    assert stage.gone[-1] == places.Desk()
    other = reception.sign_in_unnamed(opened.store, "digital").visit
    pictures = Pictures[DeskState]()
    presenter = DeskPresenter(backstage(opened, stage), pictures)
    presenter.start()
    group, alone = pictures.last.people
    assert (group.name, alone.visit) == ("Groupe de 4\u00a0personnes", other)
    presenter.several()
    presenter.person(group)
    presenter.person(alone)
    presenter.person(alone)
    presenter.help()
    assert len(stage.at(places.Intervene).visits) == 4
    presenter.several()
    presenter.person(group)
    place = stage.at(places.Intervene)
    helping = InterventionPresenter(backstage(opened, stage), Pictures[InterventionState](), place)
    helping.start()
    helping.leaves()
    assert [each.visit for each in reception.present(opened.store)] == [other]
    assert stage.take_back is not None
    stage.take_back()
    assert len(reception.present(opened.store)) == 5


def test_an_arrival_that_is_taken_back_says_that_its_help_went_along(opened: Space, stage: Stage) -> None:
    behind = backstage(opened, stage)
    signed = reception.sign_in_unnamed(opened.store, "digital")
    behind.offer_undo(signed, "Noté.", "Annulé.", places.Desk())
    interventions.log_intervention(opened.store, visits=(signed.visit,), themes=("email",), duration=15)
    assert stage.take_back is not None
    stage.take_back()
    assert stage.said[-1] == "C’est annulé. L’aide notée est à la corbeille."
    # At the counter, what animators note is nobody's business.
    signed = reception.sign_in_unnamed(opened.store, "digital")
    behind.offer_undo(signed, "Noté.", "Annulé.", places.Home())
    interventions.log_intervention(opened.store, visits=(signed.visit,), themes=("email",), duration=15)
    stage.take_back()
    assert stage.said[-1] == "Annulé."


def test_somebody_leaves_by_the_animators_hand(opened: Space, stage: Stage) -> None:
    signed = reception.sign_in_unnamed(opened.store, "digital")
    place = places.Intervene((signed.visit,), "Sans nom")
    presenter = InterventionPresenter(backstage(opened, stage), Pictures[InterventionState](), place)
    presenter.start()
    presenter.leaves()
    assert reception.present(opened.store) == ()


def test_a_workshop_is_planned(opened: Space, stage: Stage) -> None:
    pictures = Pictures[PlanState]()
    presenter = PlanPresenter(backstage(opened, stage), pictures, places.Plan())
    presenter.start()
    assert pictures.last.defaults.day == TODAY
    presenter.sent(Typed("Photo", "31/02", "25:00", "beaucoup"))
    assert set(filter(pictures.last.wrong.get, pictures.last.wrong)) == {"day", "hour", "places", "theme"}
    presenter.choose_theme("creer_avec_le_numerique")
    presenter.sent(Typed("", TODAY, "14:00", "8"))
    assert pictures.last.wrong["title"]
    presenter.sent(Typed("Photo", TODAY, "14:00", "0"))
    assert pictures.last.wrong["places"]
    presenter.sent(Typed("Photo", "3/3", "14h", "8"))
    planned = agenda.upcoming(opened.store)[0]
    assert (planned.title, planned.starts_at) == ("Photo", opened.clock.now + 86_400 + 5 * 3600)
    assert stage.gone[-1] == places.Workshops()


def test_everybody_is_present_then_the_absent_are_touched(opened: Space, stage: Stage) -> None:
    signed = reception.sign_in_unnamed(opened.store, "workshop")
    workshop = workshops.plan(
        opened.store,
        title="Photo",
        theme="creer_avec_le_numerique",
        starts_at=opened.clock.now,
        minutes=90,
        capacity=2,
        animator=opened.animator,
    ).record
    pictures = Pictures[AttendanceState]()
    presenter = AttendancePresenter(backstage(opened, stage), pictures, places.Attendance(workshop))
    presenter.start()
    presenter.add_name(" ", "", whole_series=False)
    assert pictures.last.wrong[0]
    presenter.add_name("Jeanne Roux", "12", whole_series=False)
    assert pictures.last.wrong[1]
    presenter.add_name("Jeanne Roux", "", whole_series=False)
    assert pictures.last.clear
    presenter.add_here(signed.visit)
    presenter.add_name("Paul Viel", "06 12 34 56 78", whole_series=False)
    presenter.refresh()
    assert [each.note for each in pictures.last.people] == ["À renseigner", "À renseigner", "Liste d’attente"]
    presenter.all_present()
    presenter.refresh()
    assert [each.look for each in pictures.last.people] == [True, True, None]
    presenter.touch(pictures.last.people[0].registration)
    presenter.refresh()
    assert [each.look for each in pictures.last.people] == [False, True, None]
    # A place has come free: whoever waits is called, and takes it.
    calling = pictures.last.calling
    assert calling is not None
    assert (calling.name, calling.phone) == ("Paul Viel", "06\u00a012\u00a034\u00a056\u00a078")
    presenter.answer(calling.registration, "missed")
    presenter.answer(calling.registration, "comes")
    presenter.refresh()
    assert pictures.last.calling is None
    assert pictures.last.people[2].note == "À renseigner"


def test_marking_nobody_offers_nothing_to_take_back(opened: Space, stage: Stage) -> None:
    workshop = workshops.plan(
        opened.store,
        title="Photo",
        theme="creer_avec_le_numerique",
        starts_at=opened.clock.now,
        minutes=90,
        capacity=2,
        animator=opened.animator,
    ).record
    AttendancePresenter(
        backstage(opened, stage), Pictures[AttendanceState](), places.Attendance(workshop)
    ).all_present()
    assert stage.take_back is None


def test_more_is_said_of_an_act_of_help_when_one_wants_to(opened: Space, stage: Stage) -> None:
    farms = programmes.add_programme(opened.central, label="Fermes", audience="farmers", first=date(2026, 1, 1)).record
    meet(opened.store, opened.central)
    pictures = Pictures[InterventionState]()
    presenter = InterventionPresenter(backstage(opened, stage), pictures, places.Intervene((), "Quelqu’un d’autre"))
    presenter.start()
    assert [each.name for each in pictures.last.programmes] == ["Fermes"]
    assert not pictures.last.precising
    presenter.choose_theme(ADMINISTRATIVE)
    presenter.precise()
    for family, code in (("admin_themes", "justice"), ("mandate", "month"), ("autonomy", "autonome")):
        presenter.precised(family, frozenset({code}))
    # Another theme takes along what goes with paperwork only; the language changes meanwhile.
    presenter.choose_theme("email")
    assert set(pictures.last.held) == {"autonomy"}
    presenter.resume(presenter.begun())
    presenter.precised("programme", frozenset({str(farms)}))
    presenter.precised("material", frozenset({"tablette", "ordinateur"}))
    presenter.choose_duration(30)
    row = opened.store.one(tables.intervention.select())
    assert (row.material, row.autonomy, row.mandate, row.programme) == ("ordinateur tablette", "autonome", None, farms)
