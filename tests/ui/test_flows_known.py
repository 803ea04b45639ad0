"""The whole window: recognised without a card within the taps that are allowed, and a card on whatever screen."""

from PySide6.QtWidgets import QApplication, QLineEdit

from kiosque.actions.visitors import households, recognition
from kiosque.actions.visitors.reception import Remembered
from kiosque.ui import places
from tests.stores import Space
from tests.ui.conftest import Kiosk
from tests.ui.hands import remembered, until, visits, words
from tests.ui.test_flows_timers import SOON, hurried

FOX = ("cat", "apple", "bike")


def known(space: Space) -> Remembered:
    """Return somebody who chose three pictures and may be found by name."""
    made = remembered(space, "Odette", "Chastel")
    recognition.choose_pictures(space.store, made.record, FOX)
    recognition.be_found_by_name(space.store, made.record, 314)
    return made


def test_four_taps_by_pictures_and_a_name_that_nobody_reads_whole(open_kiosk: Kiosk) -> None:
    known(open_kiosk.space)
    robot, before = open_kiosk.robot, len(visits(open_kiosk))
    robot.tap("counter.pictures")
    for code in FOX:
        robot.tap(f"picture.{code}")
    robot.wait_for("counter.recognised")
    assert len(visits(open_kiosk)) == before + 1
    assert "C’est bien vous, Odette C.\u202f?" in words(open_kiosk)
    assert "Chastel" not in words(open_kiosk)
    robot.tap("counter.recognised.no")
    robot.wait_for("counter.not_found")
    assert len(visits(open_kiosk)) == before
    assert "Odette" not in words(open_kiosk)


def test_three_taps_by_name_typing_aside(open_kiosk: Kiosk) -> None:
    known(open_kiosk.space)
    robot = open_kiosk.robot
    robot.tap("counter.by_name")
    robot.wait_for("counter.by_name")
    robot.type("Odete")
    robot.fill("by_name.family_name", "chastel")
    robot.fill("by_name.birth_day", "14 mars")
    robot.tap("by_name.send")
    robot.wait_for("counter.is_it_you")
    robot.tap("counter.is_it_you.yes")
    robot.wait_for("counter.welcome")
    until(open_kiosk, lambda: "Bonjour Odette" in words(open_kiosk))


def test_from_a_first_visit_to_a_household_that_comes_with_one_card(open_kiosk: Kiosk) -> None:
    robot = open_kiosk.robot
    for name in ("counter.first", "reason.digital", "notice"):
        robot.tap(name)
    robot.wait_for("counter.notice")
    until(open_kiosk, lambda: "Qui en répond" in words(open_kiosk))
    robot.tap("back")
    robot.tap("counter.remember.yes")
    robot.wait_for("counter.form")
    robot.type("Odette")
    robot.tap("form.send")
    for name in ("given.others", "ways.household"):
        robot.tap(name)
    robot.wait_for("counter.member")
    robot.type("Léo")
    robot.tap("member.age.moins_de_douze")
    robot.tap("member.here")
    robot.wait_for("counter.given")
    code = str(robot.find("given.code").property("text"))
    assert len(visits(open_kiosk)) == 2
    robot.tap("given.done")
    robot.wait_for("counter.home")
    robot.scan(code.replace(" ", ""))
    robot.wait_for("counter.household")
    until(open_kiosk, lambda: "Qui repart" in words(open_kiosk))
    household = open_kiosk.window.place
    assert isinstance(household, places.Household)
    for member in households.members(open_kiosk.space.store, household.household):
        robot.tap(f"household.{member.visitor}")
    robot.tap("household.send")
    robot.wait_for("counter.farewell")
    until(open_kiosk, lambda: all(row["ended_at"] is not None for row in visits(open_kiosk)))


def test_a_scan_gives_back_a_full_line_and_what_was_selected_in_it(open_kiosk: Kiosk) -> None:
    """At the desk too: a line that takes four characters took four of the scanner’s, and gives back its own."""
    made = remembered(open_kiosk.space, "Zoé")
    robot = open_kiosk.robot
    open_kiosk.desk()
    open_kiosk.window.go(places.Plan())
    line = robot.find("plan.day")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.setText("02/03/2026")
    line.setMaxLength(10)
    line.setSelection(3, 2)
    robot.scan(made.card)
    until(open_kiosk, lambda: open_kiosk.window.said == "Votre passage est compté.")
    assert (line.text(), line.selectedText(), robot.screen) == ("02/03/2026", "03", "animator.plan")


def test_a_card_over_a_question_that_nobody_answers_is_the_next_visitor_s(qapp: QApplication, nyons: Space) -> None:
    del qapp
    with hurried(nyons, idle_ask=SOON) as kiosk:
        made = remembered(nyons, "Zoé")
        kiosk.robot.tap("counter.first")
        kiosk.robot.wait_for(lambda: kiosk.robot.has("still-here.yes"))
        kiosk.robot.scan(made.card)
        kiosk.robot.wait_for("counter.welcome")


def test_an_animator_who_is_asked_whether_they_are_there_answers_by_a_scan(qapp: QApplication, nyons: Space) -> None:
    del qapp
    with hurried(nyons, animator_idle=SOON) as kiosk:
        made = remembered(nyons, "Zoé")
        kiosk.desk()
        kiosk.robot.wait_for(lambda: kiosk.robot.has("still-here.yes"))
        kiosk.robot.scan(made.card)
        kiosk.robot.wait_for(lambda: len(visits(kiosk)) == 2)
        assert kiosk.robot.screen == "animator.desk"
