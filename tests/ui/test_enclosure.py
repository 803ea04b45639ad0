"""The way out is an animator's: keys, buttons, menus, drops and the window's own frame lead nowhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kiosque.ui.enclosure import may_press
from kiosque.ui.places import Card
from tests.stores import Space
from tests.ui.conftest import Kiosk, start
from tests.ui.new_pc import new_pc

Key: TypeAlias = Qt.Key
Held: TypeAlias = Qt.KeyboardModifier
NONE = Held.NoModifier


def pressed(key: Key, held: Held = NONE, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


OUT = {
    "Alt+F4": pressed(Key.Key_F4, Held.AltModifier),
    "Ctrl+Q": pressed(Key.Key_Q, Held.ControlModifier, "\x11"),
    "Ctrl+V": pressed(Key.Key_V, Held.ControlModifier, "\x16"),
    "Ctrl+Alt+Suppr": pressed(Key.Key_Delete, Held.ControlModifier | Held.AltModifier),
    "Windows": pressed(Key.Key_Super_L),
    "Windows+R": pressed(Key.Key_R, Held.MetaModifier, "r"),
    "Menu": pressed(Key.Key_Menu),
    "F1": pressed(Key.Key_F1),
    "F11": pressed(Key.Key_F11),
    "Impr. écran": pressed(Key.Key_Print),
    "Inser": pressed(Key.Key_Insert, Held.ShiftModifier),
}
IN = {
    "é": pressed(Key.Key_Eacute, NONE, "é"),
    "A": pressed(Key.Key_A, Held.ShiftModifier, "A"),
    "@ by AltGr, Windows": pressed(Key.Key_At, Held.ControlModifier | Held.AltModifier, "@"),
    "@ by AltGr, Linux": pressed(Key.Key_At, Held.GroupSwitchModifier, "@"),
    "^": pressed(Key.Key_Dead_Circumflex),
    "7 of the pad": pressed(Key.Key_7, Held.KeypadModifier, "7"),
    "Tab": pressed(Key.Key_Tab, NONE, "\t"),
    "Back": pressed(Key.Key_Backtab, Held.ShiftModifier),
    "Escape": pressed(Key.Key_Escape, NONE, "\x1b"),
}


@pytest.mark.parametrize("event", OUT.values(), ids=OUT)
def test_a_key_that_asks_something_of_the_system_is_swallowed(event: QKeyEvent) -> None:
    assert not may_press(event)


@pytest.mark.parametrize("event", IN.values(), ids=IN)
def test_a_key_that_writes_or_moves_goes_through(event: QKeyEvent) -> None:
    assert may_press(event)


@pytest.fixture
def counter(qapp: QApplication, opened: Space) -> Iterator[Kiosk]:
    """A kiosk whose counter is open, and which shows the line for a card's code."""
    del qapp
    made = start(opened)
    try:
        made.unlock()
        made.robot.wait_for("animator.desk")
        made.robot.tap("desk.counter")
        made.robot.wait_for("counter.home")
        made.robot.tap("counter.card")
        yield made
    finally:
        made.close()


def line_of(kiosk: Kiosk) -> QLineEdit:
    found = kiosk.robot.find("card.code")
    assert isinstance(found, QLineEdit)
    return found


def test_the_clipboard_of_somebody_else_cannot_be_read_at_the_counter(counter: Kiosk) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Radegonde")
    line = line_of(counter)
    QTest.keyClick(line, Key.Key_V, Held.ControlModifier)
    QTest.keyClick(line, Key.Key_Insert, Held.ShiftModifier)
    QTest.mouseClick(line, Qt.MouseButton.MiddleButton)
    assert line.text() == ""
    counter.robot.type("7k2m")
    assert line.text() == "7K2M"


def test_no_menu_opens_and_nothing_is_dropped(counter: Kiosk) -> None:
    line = line_of(counter)
    for reason in QContextMenuEvent.Reason:
        QApplication.sendEvent(line, QContextMenuEvent(reason, QPoint(4, 4), QPoint(4, 4)))
    QTest.mouseClick(line, Qt.MouseButton.RightButton)
    carried = QMimeData()
    carried.setText("Radegonde")
    drop = QDropEvent(
        QPoint(4, 4).toPointF(), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Held.NoModifier
    )
    QApplication.sendEvent(line, drop)
    assert QApplication.activePopupWidget() is None
    assert line.text() == ""


def closed_by_its_frame(window: QWidget) -> bool:
    """Close the window as the system's frame, or Alt+F4, does; return whether it went."""
    handle = window.windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, QCloseEvent())
    QApplication.processEvents()
    return not window.isVisible()


def test_the_frame_of_the_window_closes_nothing_at_the_counter(counter: Kiosk) -> None:
    assert not closed_by_its_frame(counter.window)
    assert counter.window.place == Card(leaving=False)
    counter.robot.type("7")
    assert line_of(counter).text() == "7"


def test_the_whole_screen_is_taken_again_from_whatever_took_it_away(qapp: QApplication, nyons: Space) -> None:
    del qapp
    kiosk = start(nyons, full_screen=True)
    try:
        kiosk.window.showFullScreen()
        # As a window manager of X11 minimises it, and as one that takes the whole screen away.
        for taken_away in (
            Qt.WindowState.WindowMinimized | Qt.WindowState.WindowFullScreen,
            Qt.WindowState.WindowNoState,
        ):
            kiosk.window.setWindowState(taken_away)
            kiosk.robot.wait_for(lambda: kiosk.window.isFullScreen() and not kiosk.window.isMinimized())
    finally:
        kiosk.close()


def test_who_installs_a_pc_may_leave_before_it_is_enrolled(qapp: QApplication, nyons: Space, tmp_path: Path) -> None:
    del qapp
    with new_pc(nyons, tmp_path / "kiosk", enclosed=True) as kiosk:
        kiosk.robot.tap("start.code")
        assert closed_by_its_frame(kiosk.window)


def test_in_a_window_to_work_in_everything_is_as_everywhere(qapp: QApplication, nyons: Space) -> None:
    del qapp
    kiosk = start(nyons, enclosed=False)
    try:
        kiosk.robot.tap("animator")
        line = kiosk.robot.find("unlock.passphrase")
        assert isinstance(line, QLineEdit)
        QGuiApplication.clipboard().setText("olive")
        QTest.keyClick(line, Key.Key_V, Held.ControlModifier)
        assert line.text() == "olive"
        assert closed_by_its_frame(kiosk.window)
    finally:
        kiosk.close()
