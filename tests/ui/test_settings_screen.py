"""The local settings: seen at once, kept in the file of the PC; and the way out, behind a question."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from kiosque.actions.opening import permanences
from kiosque.bootstrap import kiosk as root
from kiosque.domain.errors import KnownError
from kiosque.settings import load
from kiosque.sync.post import Post
from kiosque.ui.animator.settings import SettingsPresenter, SettingsState
from kiosque.ui.language import Language
from kiosque.ui.palette import Look
from kiosque.ui.services import UiSettings
from tests.stores import Space
from tests.ui.backstages import Pictures, Stage, backstage
from tests.ui.conftest import Kiosk, start
from tests.ui.hands import until, words


@dataclass
class Drawer:
    """Where settings are kept; ``full``: where they are not."""

    kept: list[UiSettings] = field(default_factory=list)
    full: bool = False

    def keep(self, chosen: UiSettings) -> None:
        if self.full:
            raise KnownError("Ce poste n’a pas pu garder ce réglage.")
        self.kept.append(chosen)


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def desk(qapp: QApplication, opened: Space, drawer: Drawer) -> Iterator[Kiosk]:
    """A kiosk at its desk."""
    del qapp
    made = start(opened, keep=drawer.keep)
    try:
        made.desk()
        yield made
    finally:
        made.close()


def to_settings(kiosk: Kiosk) -> None:
    kiosk.robot.tap("desk.more")
    kiosk.robot.tap("more.settings")
    kiosk.robot.wait_for("animator.settings")


def choose(kiosk: Kiosk, word: str) -> None:
    kiosk.robot.tap(word)


def test_a_choice_is_seen_at_once_and_kept(desk: Kiosk, drawer: Drawer) -> None:
    to_settings(desk)
    choose(desk, "Taille du texte\u00a0: 150\u202f%")
    assert desk.window.theme.metrics.scale == 1.5
    choose(desk, "Couleurs\u00a0: Sombres")
    assert desk.window.theme.look is Look.DARK
    until(desk, lambda: len(drawer.kept) == 2)
    assert drawer.kept[-1].text_scale == 1.5
    assert drawer.kept[-1].look is Look.DARK
    assert desk.robot.screen == "animator.settings"
    desk.robot.tap("back")
    desk.robot.wait_for("animator.desk")
    desk.robot.tap("desk.counter")
    desk.robot.wait_for("counter.home")
    assert desk.window.theme.look is Look.DARK


def test_the_usual_language_is_spoken_at_once_and_to_every_visitor(desk: Kiosk, drawer: Drawer) -> None:
    to_settings(desk)
    choose(desk, "Langue habituelle\u00a0: English")
    assert "Settings" in words(desk)
    until(desk, lambda: bool(drawer.kept))
    assert drawer.kept[-1].language is Language.ENGLISH
    desk.robot.tap("back")
    desk.robot.wait_for("animator.desk")
    desk.robot.tap("desk.counter")
    desk.robot.wait_for("counter.home")
    assert "Your name is not needed." in words(desk)


def test_a_choice_that_cannot_be_kept_holds_for_now_and_is_said(desk: Kiosk, drawer: Drawer) -> None:
    drawer.full = True
    to_settings(desk)
    choose(desk, "Couleurs\u00a0: Contraste fort")
    until(desk, lambda: "n’a pas pu garder" in desk.window.said)
    assert desk.window.theme.look is Look.CONTRAST


def test_sound_is_offered_where_there_is_some_and_a_missing_printer_stays_in_sight(opened: Space) -> None:
    stage, pictures = Stage(), Pictures[SettingsState]()
    behind = backstage(opened, stage)
    behind.settings = UiSettings(printer="Salle du conseil")
    presenter = SettingsPresenter(behind, pictures)
    presenter.start()
    assert not pictures.last.sounds
    assert "Salle du conseil" in pictures.last.printers
    presenter.sound(False)  # noqa: FBT003 - what the chip carries
    assert stage.settled[-1] == UiSettings(printer="Salle du conseil", sound=False)
    presenter.printer("")
    assert stage.settled[-1].printer == ""


def test_settings_come_from_the_file_and_go_back_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    file = tmp_path / "kiosque" / "kiosque.toml"
    file.parent.mkdir()
    file.write_text(f'look = "dark"\nstick = "{tmp_path}"\n')
    services = root.services(Post(tmp_path), full_screen=True, settings=load({}))
    assert services.settings.look is Look.DARK
    assert services.settings.enclosed
    services.keep(
        UiSettings(
            language=Language.ENGLISH, look=Look.CONTRAST, text_scale=2.0, sound=False, printer='HP « d’en "bas" »'
        )
    )
    again = load({})
    assert again.language == "en"
    assert (again.look, again.text_scale, again.sound, again.printer) == ("contrast", 2.0, False, 'HP « d’en "bas" »')
    assert again.stick == tmp_path
    file.write_text("not toml")
    with pytest.raises(root.NotKept):
        services.keep(UiSettings())


def test_leaving_asks_and_says_what_stays_open(desk: Kiosk) -> None:
    robot = desk.robot
    to_settings(desk)
    robot.tap("settings.quit")
    until(desk, lambda: "ouverte depuis 9" in words(desk))
    robot.tap("quit.stay")
    robot.wait_for("animator.settings")
    robot.tap("settings.quit")
    robot.tap("quit.close")
    robot.wait_for("animator.close")
    assert desk.window.isVisible()


def test_an_animator_leaves(desk: Kiosk) -> None:
    handle = desk.window.windowHandle()
    assert handle is not None
    # The frame of the window, or Alt+F4: an animator gets the same question.
    QApplication.sendEvent(handle, QCloseEvent())
    desk.robot.wait_for("animator.quit")
    assert desk.window.isVisible()
    desk.robot.press(Qt.Key.Key_Escape)
    desk.robot.wait_for("animator.settings")
    desk.robot.tap("settings.quit")
    desk.robot.tap("quit.leave")
    assert not desk.window.isVisible()
    assert permanences.current(desk.space.store) is not None
