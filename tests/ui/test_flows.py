"""The whole window over a real encrypted database, driven by real mouse and key events."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kiosque.actions.visitors import reception
from kiosque.ui.palette import Look
from kiosque.ui.robot import Robot
from tests.stores import Space, rows
from tests.ui.conftest import LONG, PASSPHRASE, Kiosk, start
from tests.ui.hands import remembered, until, visits, words


def test_before_anybody_unlocks_the_counter_says_that_it_is_closed(kiosk: Kiosk) -> None:
    assert kiosk.robot.screen == "counter.closed"
    assert "n’est pas ouverte" in words(kiosk)
    assert kiosk.robot.names() == ("language", "animator")


def test_a_wrong_passphrase_is_said_and_another_may_be_tried(kiosk: Kiosk) -> None:
    kiosk.unlock("un deux trois quatre")
    until(kiosk, lambda: "n’est pas la bonne" in words(kiosk))
    assert kiosk.robot.screen == "animator.unlock"
    kiosk.robot.fill("unlock.passphrase", PASSPHRASE)
    kiosk.robot.press(Qt.Key.Key_Return)
    kiosk.robot.wait_for("animator.open")


def test_the_passphrase_is_hidden_until_asked_and_capitals_are_noticed(kiosk: Kiosk) -> None:
    kiosk.robot.tap("animator")
    kiosk.robot.type("olive")
    line = kiosk.robot.find("unlock.passphrase")
    assert isinstance(line, QLineEdit)
    assert line.displayText() != "olive"
    assert "majuscules" not in words(kiosk)
    kiosk.robot.tap("unlock.show")
    assert line.displayText() == "olive"
    kiosk.robot.tap("unlock.passphrase")
    # A capital that comes without the shift key.
    kiosk.robot.type("É")
    assert "majuscules" in words(kiosk)


def spot_of(kiosk: Kiosk, name: str) -> QPoint:
    target = kiosk.robot.find(name)
    return target.mapTo(kiosk.window, target.rect().center())


def touch(kiosk: Kiosk, spot: QPoint) -> None:
    """Touch the window there, as the system tells it: before anything looks at what lies there."""
    QTest.mouseClick(kiosk.window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
    kiosk.robot.pump()


@pytest.mark.parametrize(("settle", "counted"), [(LONG, 0), (0, 1)])
def test_a_hasty_second_tap_chooses_no_reason(open_kiosk: Kiosk, settle: int, counted: int) -> None:
    """Without the guard the same two taps count a visit: the harness can see it."""
    robot, spot = open_kiosk.robot, spot_of(open_kiosk, "counter.unnamed")
    open_kiosk.window.steady.settle = settle
    for _ in range(2):
        touch(open_kiosk, spot)
    robot.wait_for("counter.welcome" if counted else "counter.reason")
    assert len(visits(open_kiosk)) == counted


@pytest.mark.parametrize(("settle", "closes"), [(LONG, False), (0, True)])
def test_an_animator_who_clicks_twice_closes_no_permanence(open_kiosk: Kiosk, settle: int, closes: bool) -> None:  # noqa: FBT001 - a case
    """*Fermer* leads to a screen that closes at the same place. A quick hand elsewhere is heard all the same."""
    robot = open_kiosk.robot
    open_kiosk.desk()
    spot = spot_of(open_kiosk, "desk.close")
    open_kiosk.window.steady.settle = settle
    touch(open_kiosk, spot)
    robot.wait_for("animator.close")
    until(open_kiosk, lambda: "9:00" in words(open_kiosk))
    touch(open_kiosk, spot)
    if not closes:
        touch(open_kiosk, spot_of(open_kiosk, "back"))
    robot.wait_for("animator.thanks" if closes else "animator.desk")


def test_an_unnamed_visit_takes_two_taps(open_kiosk: Kiosk) -> None:
    robot = open_kiosk.robot
    robot.tap("counter.unnamed")
    robot.tap("reason.digital")
    robot.wait_for("counter.welcome")
    assert [row["visitor"] for row in visits(open_kiosk)] == [None]
    until(open_kiosk, lambda: "Votre passage est compté." in words(open_kiosk))


def test_a_first_visit_is_counted_in_two_taps_then_may_be_remembered(open_kiosk: Kiosk) -> None:
    robot = open_kiosk.robot
    robot.tap("counter.first")
    robot.tap("reason.service")
    robot.wait_for("counter.remember")
    assert len(visits(open_kiosk)) == 1
    robot.tap("counter.remember.yes")
    robot.wait_for("counter.form")
    robot.type("Églantine")
    robot.fill("form.birth_year", "1951")
    robot.fill("form.commune", "vent")
    robot.tap("form.commune.0")
    # The chip that was touched has gone: Enter sends the form, and takes nothing back.
    robot.press(Qt.Key.Key_Return)
    robot.wait_for("counter.given")
    visitor = rows(open_kiosk.space.store)["visitor"][0]
    assert (visitor["given_name"], visitor["birth_year"], visitor["commune"]) == ("Églantine", 1951, "26367")
    code = robot.find("given.code").accessibleName()
    assert code.replace(" ", "") == visitor["card"]
    robot.tap("given.done")
    robot.wait_for("counter.home")
    assert "Églantine" not in words(open_kiosk)
    assert code not in words(open_kiosk)


def test_a_choice_that_goes_leaves_the_keyboard_to_no_button(open_kiosk: Kiosk) -> None:
    robot = open_kiosk.robot
    for name in ("counter.unnamed", "reason.digital", "message.done"):
        robot.tap(name)
    open_kiosk.desk()
    robot.tap("desk.find")
    robot.tap("find.new")
    robot.fill("write.commune", "vent")
    robot.tap("write.commune.0")
    robot.press(Qt.Key.Key_Return)
    assert robot.has("undo")
    assert len(visits(open_kiosk)) == 1


def test_what_was_done_is_taken_back_by_one_tap(open_kiosk: Kiosk) -> None:
    robot = open_kiosk.robot
    robot.tap("counter.unnamed")
    robot.tap("reason.digital")
    robot.wait_for("counter.welcome")
    robot.tap("undo")
    robot.wait_for("counter.home")
    until(open_kiosk, lambda: visits(open_kiosk) == [])
    assert open_kiosk.window.said == "C’est annulé."


def test_a_card_is_scanned_anywhere_without_a_tap(open_kiosk: Kiosk) -> None:
    made = remembered(open_kiosk.space, "Zoé", "Martin")
    open_kiosk.robot.scan(made.card)
    open_kiosk.robot.wait_for("counter.welcome")
    until(open_kiosk, lambda: "Bonjour Zoé" in words(open_kiosk))
    assert "Martin" not in words(open_kiosk)
    open_kiosk.robot.scan(made.card)
    open_kiosk.robot.wait_for("counter.already")
    open_kiosk.robot.tap("counter.already.yes")
    open_kiosk.robot.wait_for("counter.farewell")
    until(open_kiosk, lambda: "Au revoir Zoé" in words(open_kiosk))


def test_a_code_is_typed_in_groups(open_kiosk: Kiosk) -> None:
    made = remembered(open_kiosk.space, "Zoé")
    robot = open_kiosk.robot
    robot.tap("counter.card")
    robot.type("7k2m")
    robot.press(Qt.Key.Key_Return)
    until(open_kiosk, lambda: "ne se lit pas" in words(open_kiosk))
    robot.fill("card.code", made.card.lower())
    line = robot.find("card.code")
    assert isinstance(line, QLineEdit)
    assert line.text().replace(" ", "") == made.card
    assert line.text().count(" ") == 4
    robot.tap("card.send")
    robot.wait_for("counter.welcome")


def test_a_scan_leaves_nothing_in_the_line_that_had_the_keyboard(open_kiosk: Kiosk) -> None:
    made = remembered(open_kiosk.space, "Zoé")
    robot = open_kiosk.robot
    robot.tap("counter.first")
    robot.tap("reason.service")
    robot.tap("counter.remember.yes")
    robot.wait_for("counter.form")
    robot.type("Jean")
    robot.scan(made.card)
    line = robot.find("form.given_name")
    assert isinstance(line, QLineEdit)
    assert line.text() == "Jean"
    assert robot.screen == "counter.form"


def test_leaving_without_a_card_takes_two_taps_and_shows_no_name(open_kiosk: Kiosk) -> None:
    space, robot = open_kiosk.space, open_kiosk.robot
    made = remembered(space, "Zoé", "Martin")
    reception.sign_in_card(space.store, made.card)
    unnamed = reception.sign_in_unnamed(space.store, "repair")
    robot.tap("counter.leave")
    robot.find(f"leave.{unnamed.visit}")
    for name in ("Zoé", "Martin"):
        assert name not in words(open_kiosk)
    robot.tap(f"leave.{unnamed.visit}")
    robot.wait_for("counter.farewell")
    assert [row["ended_at"] is None for row in visits(open_kiosk) if row["id"] == unnamed.visit] == [False]


def test_no_screen_of_the_counter_shows_who_is_here(open_kiosk: Kiosk) -> None:
    space, robot = open_kiosk.space, open_kiosk.robot
    reception.sign_in_card(space.store, remembered(space, "Zoé", "Martin").card)

    def nobody() -> None:
        shown = words(open_kiosk)
        assert "Zoé" not in shown
        assert "Martin" not in shown

    for tile in ("counter.card", "counter.first", "counter.unnamed", "counter.leave"):
        robot.tap(tile)
        robot.wait_for(lambda: robot.screen != "counter.home")
        nobody()
        robot.tap("back")
        robot.wait_for("counter.home")
        nobody()


def test_everything_can_be_done_without_a_mouse(kiosk: Kiosk) -> None:
    robot = kiosk.robot
    press(robot, "animator")
    robot.wait_for("animator.unlock")
    robot.type(PASSPHRASE)
    robot.press(Qt.Key.Key_Return)
    robot.wait_for("animator.open")
    robot.find("open.go")
    robot.press(Qt.Key.Key_Return)
    robot.wait_for("counter.home")
    press(robot, "counter.unnamed")
    robot.wait_for("counter.reason")
    robot.press(Qt.Key.Key_Escape)
    robot.wait_for("counter.home")
    press(robot, "counter.unnamed")
    press(robot, "reason.digital")
    robot.wait_for("counter.welcome")
    press(robot, "undo")
    robot.wait_for("counter.home")
    until(kiosk, lambda: visits(kiosk) == [])


def press(robot: Robot, name: str) -> None:
    """Walk to the control of that name with the tabulator, and press it with Enter."""
    robot.find(name)
    for _ in range(40):
        focus = QApplication.focusWidget()
        if focus is not None and focus.objectName() == name:
            robot.press(Qt.Key.Key_Return)
            return
        robot.press(Qt.Key.Key_Tab)
    pytest.fail(f"the tabulator never reaches {name}")


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (1920, 1080)], ids=str)
def test_the_counter_works_at_every_size_and_in_the_dark(
    qapp: QApplication, nyons: Space, size: tuple[int, int]
) -> None:
    del qapp
    kiosk = start(nyons, size=size, look=Look.DARK)
    try:
        kiosk.open()
        assert (kiosk.window.width(), kiosk.window.height()) == size
        kiosk.robot.tap("counter.unnamed")
        kiosk.robot.tap("reason.other")
        kiosk.robot.wait_for("counter.welcome")
        assert (kiosk.window.width(), kiosk.window.height()) == size
    finally:
        kiosk.close()
