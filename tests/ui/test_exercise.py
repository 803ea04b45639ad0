"""The exercise: the same screens over made-up people; nothing of it is counted, sent or left behind."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.bootstrap import practice
from kiosque.bootstrap.practice import Nothing
from kiosque.db.folder import Opened
from kiosque.sync.checks import Checks
from kiosque.ui.exercise import PracticeBanner
from kiosque.ui.robot import Robot
from kiosque.ui.services import Services, UiSettings
from kiosque.ui.window import Window
from tests.stores import MONDAY_9_H, Hands, Space
from tests.ui.conftest import LONG, UNHURRIED, Kiosk, start
from tests.ui.hands import words
from tests.ui.line import Line


def usual(now: Hands, settings: UiSettings | None = None) -> Services:
    """Return what a PC has, which no exercise may reach."""

    def unlock(passphrase: str) -> Opened:
        raise AssertionError(passphrase)

    return Services(unlock, Line(), now, settings or UiSettings())


@pytest.fixture
def kiosk(qapp: QApplication, nyons: Space, tmp_path: Path) -> Iterator[Kiosk]:
    """A kiosk that offers an exercise, its permanence open, at its desk."""
    del qapp
    made = start(nyons, replace(UNHURRIED, sync_due=LONG))
    settings = UiSettings(full_screen=False, timings=UNHURRIED)
    offered = replace(
        made.window._services,  # noqa: SLF001 - what the composition root would give
        practice=lambda: practice.begin(tmp_path / "kiosk", usual(nyons.clock, settings)),
    )
    made.window._services = made.window.backstage.services = offered  # noqa: SLF001 - as above
    made.open()
    made.desk()
    try:
        yield made
    finally:
        made.close()


def exercising(kiosk: Kiosk) -> Robot:
    """Begin an exercise from the desk; return a hand over its window."""
    kiosk.robot.tap("desk.more")
    kiosk.robot.tap("more.practice")
    kiosk.robot.wait_for(lambda: shown(kiosk) is not None)
    window = shown(kiosk)
    assert window is not None
    return Robot(window)


def shown(kiosk: Kiosk) -> Window | None:
    others = [each for each in QApplication.topLevelWidgets() if isinstance(each, Window) and each.isVisible()]
    return next((each for each in others if each is not kiosk.window), None)


def test_an_exercise_counts_nothing_and_leaves_nothing(kiosk: Kiosk, tmp_path: Path) -> None:
    before = kiosk.space.store.head(kiosk.space.store.device)
    tries = list(kiosk.line.tries)
    robot = exercising(kiosk)
    assert not kiosk.window.isVisible()
    assert practice.folder_of(tmp_path / "kiosk").is_dir()
    robot.wait_for("counter.home")
    assert banner(robot.window).isVisible()
    robot.tap("counter.unnamed")
    robot.tap("reason.digital")
    robot.wait_for("counter.welcome")
    assert banner(robot.window).isVisible()
    robot.tap("practice.leave")
    kiosk.robot.wait_for(lambda: kiosk.window.isVisible() and shown(kiosk) is None)
    assert kiosk.robot.screen == "counter.home"
    assert "Tout est effacé" in kiosk.window.said
    assert kiosk.space.store.head(kiosk.space.store.device) == before
    assert kiosk.line.tries == tries
    assert not practice.folder_of(tmp_path / "kiosk").exists()


def test_in_an_exercise_any_passphrase_opens_the_desk_where_people_are(kiosk: Kiosk) -> None:
    robot = exercising(kiosk)
    robot.tap("animator")
    robot.wait_for("animator.unlock")
    assert "n’importe quelle phrase" in robot.window.said
    robot.fill("unlock.passphrase", "x")
    robot.tap("unlock.send")
    robot.wait_for("animator.desk")
    robot.wait_for(lambda: "Anouk Truffe" in words(replace(kiosk, window=robot.window, robot=robot)))
    robot.tap("desk.more")
    robot.wait_for("animator.more")
    assert not robot.has("more.practice")


def test_a_second_start_brings_the_exercise_forward_and_the_end_of_the_program_ends_it(
    kiosk: Kiosk, tmp_path: Path
) -> None:
    robot = exercising(kiosk)
    kiosk.window.come_forward()
    assert robot.window.isVisible()
    kiosk.window.practise()
    kiosk.window.end()
    assert not practice.folder_of(tmp_path / "kiosk").exists()


def test_an_exercise_that_was_left_standing_ends_by_itself(qapp: QApplication, nyons: Space, tmp_path: Path) -> None:
    del qapp
    settings = UiSettings(full_screen=False, timings=replace(UNHURRIED, practice_idle=200))
    left: list[bool] = []
    made = practice.begin(tmp_path / "kiosk", usual(nyons.clock, settings))
    kiosk = start(nyons)
    try:
        kiosk.window._practise(replace(made, services=replace(made.services, leave=None)))  # noqa: SLF001 - at once
        kiosk.robot.wait_for(kiosk.window.isVisible)
        left.append(practice.folder_of(tmp_path / "kiosk").exists())
    finally:
        kiosk.close()
    assert left == [False]


@pytest.mark.parametrize("hours", [0, 15], ids=["in the morning", "just after midnight"])
def test_a_morning_is_furnished_whatever_the_hour(tmp_path: Path, hours: int) -> None:
    clock = Hands(MONDAY_9_H + hours * 3600 + 60)
    made = practice.begin(tmp_path / "kiosk", usual(clock))
    store = made.opened.store
    current = permanences.current(store)
    assert current is not None
    assert not current.forgotten
    assert current.animator_name == "Camille Exemple"
    here = reception.present(store)
    assert len(here) == 4
    assert all(person.name for person in here)
    assert store.now() == clock()
    assert made.services.unlock("n’importe quoi") is made.opened
    made.end()
    assert list(tmp_path.iterdir()) == []


def test_what_a_power_cut_left_of_an_exercise_goes_at_the_next_start(tmp_path: Path) -> None:
    made = practice.begin(tmp_path / "kiosk", usual(Hands()))
    made.opened.store.close()
    practice.forget(tmp_path / "kiosk")
    assert list(tmp_path.iterdir()) == []


def test_the_line_of_an_exercise_does_nothing() -> None:
    line = Nothing()
    for act in (line.started, line.closed, line.run_due, line.try_now):
        act()
    checks = Checks()
    assert line.check(checks) is checks


def banner(window: QWidget) -> PracticeBanner:
    (found,) = [each for each in window.findChildren(PracticeBanner) if each.isVisible()]
    return found
