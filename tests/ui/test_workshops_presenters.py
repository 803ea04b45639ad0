"""Workshops at the desk: corrected, doubted as one writes, called off with who is told, a class; without a window."""

from dataclasses import replace
from datetime import date

from kiosque.actions.coworking import passes
from kiosque.actions.helping import interventions
from kiosque.actions.helping.precise import Precise
from kiosque.actions.history import history
from kiosque.actions.network import programmes
from kiosque.actions.visitors import groups, reception
from kiosque.actions.workshops import agenda, registrations, workshop_changes, workshop_groups, workshops
from kiosque.actions.workshops.workshops import Details, Repeats
from kiosque.ui import places
from kiosque.ui.animator.attendance import AttendanceState
from kiosque.ui.animator.attending import AttendancePresenter
from kiosque.ui.animator.correct_help import CorrectHelpPresenter, HelpState
from kiosque.ui.animator.group import GroupPresenter, GroupState
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.animator.planner import PlanPresenter
from kiosque.ui.animator.planning import REST, THIS, PlanState, Typed
from kiosque.ui.animator.to_tell import TellPresenter, TellState
from kiosque.ui.animator.workshops import PAST, TO_COME, WorkshopsPresenter, WorkshopsState
from tests.stores import MONDAY_9_H, Space, meet
from tests.ui.backstages import Pictures, Stage, backstage

DAY = 86_400


def planned(space: Space, *, times: int = 1, others: tuple[int, ...] = ()) -> int:
    return workshops.plan(
        space.store,
        title="Photo",
        theme="email",
        starts_at=MONDAY_9_H + DAY,
        minutes=120,
        capacity=2,
        animator=space.animator,
        details=Details(repeats=Repeats(times=times), others=others),
    ).record


def correcting(space: Space, stage: Stage, workshop: int) -> tuple[PlanPresenter, Pictures[PlanState]]:
    pictures = Pictures[PlanState]()
    presenter = PlanPresenter(backstage(space, stage), pictures, places.Plan(correct=workshop))
    presenter.start()
    return presenter, pictures


def doubted(pictures: Pictures[PlanState]) -> list[str]:
    return list(pictures.last.doubts)


def test_a_workshop_is_corrected_with_the_rest_of_its_series_and_who_registered_is_told(
    opened: Space, stage: Stage
) -> None:
    first = planned(opened, times=3)
    second = agenda.upcoming(opened.store)[1].id
    registrations.register(opened.store, second, author=1, called="Ana", phone="0475260000")
    presenter, pictures = correcting(opened, stage, first)
    assert (pictures.last.defaults.title, pictures.last.correcting, pictures.last.scope) == ("Photo", True, THIS)
    assert pictures.last.chosen.others == {opened.animator}
    presenter.choose(replace(pictures.last.chosen, others=frozenset()))
    typed = replace(pictures.last.defaults, day="04/03/2026", title="Photos")
    presenter.sent(typed)
    assert (pictures.last.part, bool(pictures.last.wrong["holders"])) == ("more", True)
    presenter.choose(replace(pictures.last.chosen, others=frozenset({opened.animator})))
    presenter.choose_scope(REST)
    presenter.resume(presenter.begun())
    presenter.history()
    assert stage.at(places.History).record == first
    presenter.sent(typed)
    assert isinstance(stage.gone[-1], places.Tell)
    assert [line.title for line in agenda.upcoming(opened.store)] == ["Photos"] * 3
    telling = Pictures[TellState]()
    teller = TellPresenter(backstage(opened, stage), telling)
    teller.start()
    line = (telling.last.lines or ())[0]
    assert line.name == "Ana"
    assert "Photos" in line.note
    teller.tell(line.registration)
    assert len(telling.last.lines or ()) == 0
    teller.back()
    assert isinstance(stage.gone[-1], places.Workshops)


def test_what_may_be_a_mistake_stands_there_while_one_writes(opened: Space, stage: Stage) -> None:
    workshop = planned(opened)
    for name in ("Ana", "Béa"):
        registrations.register(opened.store, workshop, author=1, called=name)
    presenter, pictures = correcting(opened, stage, workshop)
    usual = pictures.last.defaults
    assert doubted(pictures) == []
    presenter.edited(replace(usual, places="1"))
    assert doubted(pictures) == ["Il y a plus d’inscrits que de places."]
    presenter.edited(replace(usual, day="demain"))
    assert doubted(pictures) == []
    presenter.edited(replace(usual, day="08/03/2026"))
    assert doubted(pictures) == ["Une séance est hors des horaires d’ouverture de l’antenne."]
    # It has been read: one tap is enough.
    presenter.sent(replace(usual, day="08/03/2026"))
    assert agenda.upcoming(opened.store)[0].starts_at == MONDAY_9_H + 6 * DAY


def test_a_programme_is_said_when_it_is_planned(opened: Space, stage: Stage) -> None:
    farms = programmes.add_programme(opened.central, label="Fermes", audience="farmers", first=date(2026, 1, 1)).record
    meet(opened.store, opened.central)
    pictures = Pictures[PlanState]()
    presenter = PlanPresenter(backstage(opened, stage), pictures, places.Plan())
    presenter.start()
    assert [each.name for each in pictures.last.programmes] == ["Fermes"]
    presenter.choose(replace(pictures.last.chosen, programme=farms))
    presenter.choose_theme("email")
    presenter.sent(Typed("Photo", "3/3", "14h", "8"))
    [line] = agenda.upcoming(opened.store)
    assert workshops.plan_of(opened.store, line.id).details.programme == farms
    at_workshop = Pictures[AttendanceState]()
    AttendancePresenter(backstage(opened, stage), at_workshop, places.Attendance(line.id)).start()
    assert at_workshop.last.subtitle.endswith("Programme\u00a0: Fermes")
    given = interventions.log_intervention(
        opened.store, themes=("email",), duration=15, precise=Precise(programme=farms)
    ).record
    helps = Pictures[HelpState]()
    CorrectHelpPresenter(backstage(opened, stage), helps, given).start()
    assert helps.last.belongs == "Fait partie de\u00a0: Fermes"


def test_one_that_is_over_is_found_again(opened: Space, stage: Stage) -> None:
    workshop = planned(opened)
    opened.clock.pass_(days=5)
    pictures = Pictures[WorkshopsState]()
    presenter = WorkshopsPresenter(backstage(opened, stage), pictures)
    presenter.start()
    assert (pictures.last.lines, pictures.last.when) == ((), TO_COME)
    presenter.choose_when(PAST)
    assert [line.id for line in pictures.last.lines] == [workshop]
    presenter.resume(presenter.begun())
    presenter.tell()
    assert isinstance(stage.gone[-1], places.Tell)
    at_workshop = Pictures[AttendanceState]()
    attending = AttendancePresenter(backstage(opened, stage), at_workshop, places.Attendance(workshop))
    attending.start()
    assert at_workshop.last.title == "Photo"
    attending.correct()
    assert stage.at(places.Plan).correct == workshop


def test_a_class_takes_part_and_one_called_off_leads_to_who_is_told(opened: Space, stage: Stage) -> None:
    workshop = planned(opened, times=2)
    group = groups.sign_in_group(opened.store, 12, "elementaire", author=opened.animator).record
    pictures = Pictures[AttendanceState]()
    presenter = AttendancePresenter(backstage(opened, stage), pictures, places.Attendance(workshop))
    presenter.touch_group(group)
    presenter.start()
    assert ([each.group for each in pictures.last.arrived], pictures.last.here) == ([group], ())
    presenter.touch_group(group)
    presenter.refresh()
    assert ([each.registration for each in pictures.last.groups], pictures.last.arrived) == ([group], ())
    assert pictures.last.over == 10
    presenter.touch_group(group)
    presenter.refresh()
    assert pictures.last.groups == ()
    presenter.count_group()
    counting = Pictures[GroupState]()
    counter = GroupPresenter(backstage(opened, stage), counting, stage.at(places.Group).workshop)
    counter.start()
    counter.choose_size(9)
    counter.choose_level("college")
    assert stage.gone[-1] == places.Attendance(workshop)
    assert [each.size for each in workshop_groups.groups_at(opened.store, workshop)] == [9]
    counter.back()
    registrations.register(opened.store, workshop, author=1, called="Ana")
    presenter.call_off(True)  # noqa: FBT003 - a slot
    assert isinstance(stage.gone[-1], places.Tell)
    assert agenda.upcoming(opened.store) == ()


def test_the_history_of_a_workshop_and_of_a_pass_reads_as_people_say_it(opened: Space) -> None:
    workshop = planned(opened)
    before = workshops.plan_of(opened.store, workshop)
    moved = replace(before, title="Photos", capacity=9, starts_at=before.starts_at + DAY)
    moved = replace(moved, details=replace(before.details, level="debutant"))
    workshop_changes.correct(opened.store, workshop, moved, author=opened.animator)
    *_, change = history(opened.store, workshop)
    hours = "9\u202fh – 11\u202fh"
    assert set(noted_words.what(change)) == {
        "Titre\u00a0: Photo → Photos",
        f"Heures\u00a0: mardi 3 mars, {hours} → mercredi 4 mars, {hours}",
        "Places\u00a0: 2 → 9",
        "Niveau\u00a0: rien → Pour débuter",
    }
    visit = reception.sign_in_unnamed(opened.store, "desk").visit
    visitor = reception.remember(opened.store, visit, given_name="Zoé").record
    [given] = history(opened.store, passes.give(opened.store, visitor, "month", author=opened.animator).record)
    assert noted_words.what(given) == ("Heures\u00a0: lundi 2 mars – mercredi 1er avril",)
