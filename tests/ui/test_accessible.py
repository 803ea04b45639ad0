"""By the keyboard alone, and by ear: every screen as a screen reader walks it, and what is told without being asked."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QWidget

from kiosque.ui.line import Said
from kiosque.ui.order import LAST, put_in_order
from kiosque.ui.palette import Look
from kiosque.ui.reach import Reach
from kiosque.ui.theme import Theme, metrics_for
from kiosque.ui.widgets.buttons import Button
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import Grid
from kiosque.ui.widgets.sync_pill import SyncPill
from kiosque.ui.widgets.toast import Toast
from kiosque.ui.widgets.veil import Veil
from tests.ui.conftest import Kiosk
from tests.ui.geometry import controls, list_of, place_of, room
from tests.ui.made_screens import ALL, USUAL

Role = QAccessible.Role

OPERATED = frozenset({Role.Button, Role.CheckBox, Role.RadioButton, Role.EditableText})
"""What a person operates: anything else that takes the keyboard is nothing they could name."""
THEME = Theme(Look.LIGHT, metrics_for(768, 96 / 25.4))


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[QWidget]:
    """A bare window to put a screen in."""
    del qapp
    window = QWidget()
    window.setObjectName("window")
    yield window
    window.hide()
    window.deleteLater()
    QApplication.processEvents()


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Walk what a screen reader is told of."""
    yield interface
    for place in range(interface.childCount()):
        child = interface.child(place)
        if not said_of(child, "invisible"):
            yield from tree(child)


def said_of(interface: QAccessibleInterface, what: str) -> bool:
    return bool(getattr(interface.state(), what))


def focusable(interface: QAccessibleInterface) -> bool:
    return said_of(interface, "focusable")


def focus_order(screen: QWidget) -> list[QWidget]:
    """Return what Tab reaches, from the first to the last."""
    order: list[QWidget] = []
    each = screen.nextInFocusChain()
    while each is not None and each is not screen:
        reached = each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reached and screen.isAncestorOf(each):
            order.append(each)
        each = each.nextInFocusChain()
    return order


def disorder(screen: QWidget) -> list[str]:
    """Return where Tab goes back: upwards in a column, or to the left in a row."""
    stops = [each for each in focus_order(screen) if not each.property(LAST)]
    found = []
    for one, other in pairwise(stops):
        # Of a list that scrolls, what is out of sight lies nowhere: the list itself does.
        within, beyond = list_of(one), list_of(other)
        here = place_of(one if within is beyond or within is None else within, screen)
        there = place_of(other if within is beyond or beyond is None else beyond, screen)
        shared = min(here.bottom(), there.bottom()) - max(here.top(), there.top())
        beside = shared > min(here.height(), there.height()) / 2
        upwards = there.bottom() < here.top() and there.left() < here.right()
        if upwards or (beside and there.left() < here.left()):
            found.append(f"{one.objectName()}, then {other.objectName()}")
    return found


def walk(screen: QWidget) -> None:
    """Fail on a control without a name, of a role that nobody can operate, or that Tab passes over."""
    root = QAccessible.queryAccessibleInterface(screen)
    assert root is not None
    told: set[str] = set()
    for each in tree(root):
        owner, name = each.object(), each.text(QAccessible.Text.Name).strip()
        if focusable(each):
            assert name, owner.objectName()
            assert each.role() in OPERATED, (owner.objectName(), each.role())
            told.add(owner.objectName())
        if isinstance(owner, QLabel) and owner.text():
            assert name, owner.text()
    reached = [each.objectName() for each in focus_order(screen)]
    assert len(reached) == len(set(reached))
    operated = [each.objectName() for each in controls(screen)]
    assert all(operated)
    assert len(operated) == len(set(operated))
    assert {each.objectName() for each in controls(screen) if each.isEnabled()} <= set(reached)
    assert set(reached) <= told


@pytest.mark.walk
def test_every_control_says_its_name_and_its_role_and_tab_reaches_it(qapp: QApplication) -> None:
    del qapp
    with room(USUAL) as here:
        for name, made in ALL.items():
            screen = here.show(made)
            assert controls(screen), name
            walk(screen)
            put_in_order(screen)
            assert not disorder(screen), name


def nameless() -> QWidget:
    return QPushButton()


def of_no_role() -> QWidget:
    frame = QFrame()
    frame.setAccessibleName("Ligne")
    frame.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return frame


def passed_over() -> QWidget:
    made = QPushButton("Valider")
    made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return made


@pytest.mark.parametrize("planted", [nameless, of_no_role, passed_over])
def test_the_walk_finds_what_is_wrong(stage: QWidget, planted: Callable[[], QWidget]) -> None:
    wrong = planted()
    wrong.setParent(stage)
    stage.show()
    QApplication.processEvents()
    with pytest.raises(AssertionError):
        walk(stage)


def test_the_way_of_a_visitor_and_an_animator_can_be_heard_and_typed(kiosk: Kiosk) -> None:
    """The same over a real store, where screens are drawn again as they are read."""
    robot = kiosk.robot

    def heard() -> None:
        robot.pump()
        shown = next(reach.widget() for reach in kiosk.window.findChildren(Reach))
        assert shown is not None
        walk(shown)

    kiosk.open()
    for touched in ("counter.first", "reason.digital", "counter.remember.no", "message.done"):
        heard()
        robot.tap(touched)
    kiosk.desk()
    robot.wait_for(lambda: any(name.startswith("visit.") for name in robot.names()))
    heard()
    stops = []
    for _ in range(12):
        robot.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        stops.append(focused.objectName() if focused is not None else "")
    visit = next(place for place, name in enumerate(stops) if name.startswith("visit."))
    assert stops.index("desk.find") < visit < stops.index("desk.someone") < stops.index("desk.counter")
    robot.tap(stops[visit])
    robot.wait_for("animator.intervention")
    heard()


def test_an_order_that_goes_back_is_found(stage: QWidget) -> None:
    for place, name in enumerate(("second", "first")):
        made = Button(name, name)
        made.setParent(stage)
        made.setGeometry(10, 10 + 80 * (1 - place), 200, 60)
    stage.show()
    QApplication.processEvents()
    assert disorder(stage) == ["second, then first"]


def test_the_line_is_pressed_by_the_keyboard_where_it_can_be(stage: QWidget) -> None:
    pill, pressed = SyncPill(THEME, pressable=True), list[int]()
    pill.setParent(stage)
    pill.draw(Said("Tout est bien reçu, à 9 h.", "cloud-check", "action"))
    pill.pressed.connect(lambda: pressed.append(1))
    stage.show()
    QApplication.processEvents()
    walk(stage)
    (only,) = focus_order(stage)
    assert only.accessibleName() == "Tout est bien reçu, à 9 h."
    QTest.keyClick(only, Qt.Key.Key_Return)
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert pressed == [1, 1]


class Ear:
    """What screen readers are told: the real events, on their way."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, bool]] = []

    def hear(self, event: QAccessibleAnnouncementEvent) -> None:
        self.heard.append((event.message(), event.politeness() == QAccessible.AnnouncementPoliteness.Assertive))


@pytest.fixture
def ear(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Ear:
    """No screen reader runs here: who would pass the events on to one is heard instead."""
    del qapp
    made = Ear()
    monkeypatch.setattr("kiosque.ui.announce.deliver", made.hear)
    return made


def test_a_toast_is_told(ear: Ear, stage: QWidget) -> None:
    toast = Toast(stage, 10_000_000, 0)
    toast.say(THEME, "Votre passage est compté.", visitor=True)
    assert ear.heard == [("Votre passage est compté.", False)]
    toast.dismiss()


def test_the_question_over_everything_is_told_at_once(ear: Ear, stage: QWidget) -> None:
    Veil(stage, THEME)
    ((said, at_once),) = ear.heard
    assert said.startswith("Encore là")
    assert at_once


def test_what_is_wrong_is_told_once_and_what_is_right_is_not(ear: Ear, stage: QWidget) -> None:
    field = Field(THEME, "field", "Prénom")
    field.setParent(stage)
    for sentence in ("Écrivez votre prénom.", "Écrivez votre prénom.", ""):
        field.wrong(sentence)
    assert ear.heard == [("Écrivez votre prénom.", True)]
    interface = QAccessible.queryAccessibleInterface(field.line)
    assert interface is not None
    field.wrong("Écrivez votre prénom.")
    assert interface.text(QAccessible.Text.Description) == "Écrivez votre prénom."


def test_an_announcement_goes_to_the_system(qapp: QApplication, stage: QWidget) -> None:
    """The real way, to whatever listens."""
    del qapp
    toast = Toast(stage, 10_000_000, 0)
    toast.say(THEME, "Votre départ est noté.", visitor=True)
    assert toast.sentence == "Votre départ est noté."
    toast.dismiss()


def test_arrows_go_from_tile_to_tile(qapp: QApplication) -> None:
    del qapp
    grid = Grid(100, 10, most=3)
    grid.resize(330, 200)
    tiles = [Button(f"{place}", f"tile.{place}") for place in range(8)]
    grid.put(tiles)
    grid.show()
    grid.activateWindow()
    QApplication.processEvents()
    tiles[0].setFocus()
    steps = (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 4),
        (Qt.Key.Key_Left, 3),
        (Qt.Key.Key_Down, 6),
        (Qt.Key.Key_Down, 6),
        (Qt.Key.Key_Up, 3),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Left, 0),
    )
    for key, place in steps:
        QTest.keyClick(grid.focusWidget(), key)
        assert grid.focusWidget() is tiles[place], (key, place)
    grid.hide()
    grid.deleteLater()
