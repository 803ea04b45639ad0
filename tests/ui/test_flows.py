"""The whole window over a real encrypted database, driven by real mouse and key events."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from kiosque.actions import permanences, reception
from kiosque.actions.reception import Remembered
from kiosque.db.folder import Opened
from kiosque.domain.card import RANDOM_BYTES, card_code
from kiosque.sync.agent import AllReceived, KeptHere, Sending, Silent, Status
from kiosque.ui import places
from kiosque.ui.robot import Robot
from kiosque.ui.theme import Look
from tests.stores import MONDAY_9_H, Space, rows
from tests.ui.conftest import PASSPHRASE, UNHURRIED, Kiosk, start

SOON = 30
"""Milliseconds: timers that a test lets run out, by events and not by sleeping."""


@pytest.fixture
def open_kiosk(kiosk: Kiosk) -> Kiosk:
    """A kiosk whose permanence is open, on its counter."""
    kiosk.open()
    return kiosk


@contextmanager
def hurried(space: Space, **timings: int) -> Iterator[Kiosk]:
    """A kiosk whose timers run out soon; its permanence is open, and nobody had to be quick to unlock it."""
    permanences.open_permanence(space.store, space.animator)
    made = start(space, replace(UNHURRIED, **timings))
    try:
        made.window.backstage.opened = Opened(space.store, space.animator)
        made.window.go(places.Home())
        yield made
    finally:
        made.close()


def visits(kiosk: Kiosk) -> list[dict[str, object]]:
    return [row for row in rows(kiosk.space.store)["visit"] if not row["deleted"]]


def words(kiosk: Kiosk) -> str:
    """Return everything that can be read on the window now."""
    kiosk.robot.pump()
    labels = [each.text() for each in kiosk.window.findChildren(QLabel) if each.isVisible()]
    lines = [each.text() for each in kiosk.window.findChildren(QLineEdit) if each.isVisible()]
    return "\n".join((*labels, *lines))


def shows(kiosk: Kiosk, text: str) -> bool:
    return text in words(kiosk)


def remembered(space: Space, given_name: str, family_name: str = "") -> Remembered:
    """Return the card of somebody who came and left."""
    signed = reception.sign_in_unnamed(space.store, "digital")
    made = reception.remember(space.store, signed.visit, given_name=given_name, family_name=family_name)
    reception.sign_out(space.store, signed.visit)
    return made


def until(kiosk: Kiosk, so: Callable[[], bool]) -> None:
    kiosk.robot.wait_for(so)


def test_before_anybody_unlocks_the_counter_says_that_it_is_closed(kiosk: Kiosk) -> None:
    assert kiosk.robot.screen == "counter.closed"
    assert "n’est pas ouverte" in words(kiosk)
    assert kiosk.robot.names() == ("animator",)


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
    robot.tap("form.send")
    robot.wait_for("counter.given")
    visitor = rows(open_kiosk.space.store)["visitor"][0]
    assert (visitor["given_name"], visitor["birth_year"], visitor["commune"]) == ("Églantine", 1951, "26367")
    code = robot.find("given.code").accessibleName()
    assert code.replace(" ", "") == visitor["card"]
    robot.tap("given.done")
    robot.wait_for("counter.home")
    assert "Églantine" not in words(open_kiosk)
    assert code not in words(open_kiosk)


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


def test_an_intervention_takes_three_taps(open_kiosk: Kiosk) -> None:
    space, robot = open_kiosk.space, open_kiosk.robot
    signed = reception.sign_in_unnamed(space.store, "service")
    open_kiosk.desk()
    robot.tap(f"visit.{signed.visit}")
    robot.tap("theme.email")
    robot.tap("duration.30")
    robot.wait_for("animator.desk")
    made = rows(space.store)["intervention"]
    assert [(row["visits"], row["themes"], row["duration"]) for row in made] == [(str(signed.visit), "email", 30)]
    robot.tap("desk.again")
    robot.tap("duration.15")
    robot.wait_for("animator.desk")
    assert [row["duration"] for row in rows(space.store)["intervention"]] == [30, 15]


def test_a_workshop_from_its_plan_to_its_attendance(open_kiosk: Kiosk) -> None:
    space, robot = open_kiosk.space, open_kiosk.robot
    open_kiosk.desk()
    robot.tap("desk.workshops")
    until(open_kiosk, lambda: "Aucun atelier" in words(open_kiosk))
    robot.tap("workshops.plan")
    robot.wait_for("animator.plan")
    robot.type("Généalogie")
    robot.tap("plan.minutes.90")
    robot.tap("plan.theme.culture_numerique")
    robot.tap("plan.send")
    robot.wait_for("animator.workshops")
    planned = rows(space.store)["workshop"][0]
    assert planned["title"] == "Généalogie"
    robot.tap(f"workshop.{planned['id']}")
    robot.wait_for("animator.attendance")
    for name in ("Jeanne Roux", "Paul Viel"):
        robot.fill("attendance.name", name)
        robot.tap("attendance.add")
        until(open_kiosk, partial(shows, open_kiosk, name))
        until(open_kiosk, lambda: robot.find("attendance.name").property("text") == "")
    robot.tap("attendance.all")
    until(open_kiosk, lambda: [row["state"] for row in rows(space.store)["registration"]] == ["seen", "seen"])
    registration = rows(space.store)["registration"][1]["id"]
    until(open_kiosk, lambda: "À renseigner" not in words(open_kiosk))
    robot.tap(f"attendee.{registration}")
    until(open_kiosk, lambda: [row["state"] for row in rows(space.store)["registration"]] == ["seen", "noshow"])


def test_a_permanence_is_closed_and_the_counter_says_so(open_kiosk: Kiosk) -> None:
    robot = open_kiosk.robot
    reception.sign_in_unnamed(open_kiosk.space.store, "digital")
    open_kiosk.desk()
    robot.tap("desk.close")
    robot.tap("close.go")
    robot.wait_for("animator.thanks")
    assert "1\u00a0passage" in words(open_kiosk)
    until(open_kiosk, lambda: "closed" in open_kiosk.line.tries)
    robot.tap("thanks.done")
    robot.wait_for("counter.closed")
    assert permanences.current(open_kiosk.space.store) is None
    # A card shown to a closed counter counts nobody.
    robot.scan(card_code(bytes(RANDOM_BYTES)))
    assert robot.screen == "counter.closed"


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


def test_who_goes_away_is_asked_then_wiped(qapp: QApplication, nyons: Space) -> None:
    del qapp
    with hurried(nyons, idle_ask=SOON, idle_wipe=SOON) as kiosk:
        kiosk.window.go(places.Given("Zoé", "7K2M9XQP"))
        assert kiosk.window.findChild(QLabel, "given.code") is not None
        kiosk.robot.wait_for("counter.home")
        assert "Zoé" not in words(kiosk)
        assert kiosk.window.findChild(QLabel, "given.code") is None


def test_who_is_still_here_keeps_what_was_typed(qapp: QApplication, nyons: Space) -> None:
    del qapp
    with hurried(nyons, idle_ask=SOON) as kiosk:
        signed = reception.sign_in_unnamed(nyons.store, "digital")
        kiosk.window.go(places.Form(signed.visit))
        line = kiosk.window.findChild(QLineEdit, "form.given_name")
        assert isinstance(line, QLineEdit)
        line.setText("Zoé")
        kiosk.robot.tap("still-here.yes")
        assert line.text() == "Zoé"
        assert kiosk.robot.screen == "counter.form"


def test_the_home_of_the_counter_asks_nobody(qapp: QApplication, nyons: Space) -> None:
    del qapp
    with hurried(nyons, idle_ask=1, idle_wipe=1) as kiosk:
        for _ in range(20):
            kiosk.robot.pump()
        assert not kiosk.robot.has("still-here")
        assert kiosk.robot.screen == "counter.home"


def test_the_desk_is_left_when_nobody_touches_it(qapp: QApplication, nyons: Space) -> None:
    del qapp
    with hurried(nyons, animator_idle=SOON, idle_wipe=SOON) as kiosk:
        kiosk.window.go(places.Desk())
        kiosk.robot.wait_for("counter.home")


def test_a_greeting_goes_by_itself(qapp: QApplication, nyons: Space) -> None:
    del qapp
    with hurried(nyons, greeting=SOON) as kiosk:
        kiosk.robot.tap("counter.unnamed")
        kiosk.robot.tap("reason.digital")
        kiosk.robot.wait_for("counter.welcome")
        kiosk.robot.wait_for("counter.home")


def test_the_way_back_closes_after_a_while(qapp: QApplication, nyons: Space) -> None:
    del qapp
    with hurried(nyons, undo=SOON) as kiosk:
        kiosk.robot.tap("counter.unnamed")
        kiosk.robot.tap("reason.digital")
        kiosk.robot.wait_for("counter.welcome")
        kiosk.robot.wait_for(lambda: not kiosk.robot.has("undo"))


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (AllReceived(MONDAY_9_H), "Tout est bien reçu"),
        (KeptHere(5), "partiront au retour de la ligne"),
        (Sending(8, 12), "8 sur 12"),
        (Silent(MONDAY_9_H - 4 * 86_400, 12), "depuis jeudi"),
    ],
    ids=["received", "kept", "sending", "silent"],
)
def test_the_pill_says_how_the_line_is(open_kiosk: Kiosk, status: Status, sentence: str) -> None:
    open_kiosk.line.said = status
    open_kiosk.desk()
    until(open_kiosk, lambda: sentence in words(open_kiosk))
    open_kiosk.robot.tap("line")
    open_kiosk.robot.wait_for("animator.line")
    open_kiosk.robot.tap("line.try")
    until(open_kiosk, lambda: "now" in open_kiosk.line.tries)
    until(open_kiosk, lambda: "L’essai est terminé." in words(open_kiosk))


def test_the_line_is_told_of_the_start_once(open_kiosk: Kiosk) -> None:
    open_kiosk.desk()
    until(open_kiosk, lambda: "started" in open_kiosk.line.tries)
    assert open_kiosk.line.tries.count("started") == 1


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


def test_what_the_line_brings_is_shown_at_once(open_kiosk: Kiosk) -> None:
    """An arrival written by other hands than the window's: another screen of the antenna, or headquarters."""
    open_kiosk.desk()
    until(open_kiosk, lambda: "Personne n’est là" in words(open_kiosk))
    reception.sign_in_unnamed(open_kiosk.space.store, "repair")
    until(open_kiosk, lambda: "Réparation" in words(open_kiosk))
