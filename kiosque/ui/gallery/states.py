"""How a component is put into a state that a hand would put it into."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget


class State(Enum):
    """What may be so of a component; the value is what stands under its picture."""

    REST = "au repos"
    HOVER = "survolé"
    FOCUS = "au clavier"
    PRESSED = "enfoncé"
    CHECKED = "choisi"
    CHECKED_FOCUS = "choisi, au clavier"
    DISABLED = "indisponible"
    WRONG = "à corriger"
    BUSY = "en cours"
    EMPTY = "vide"
    LONG = "texte long"


BUTTON = (State.REST, State.HOVER, State.FOCUS, State.PRESSED, State.DISABLED, State.LONG)
CHOICE = (*BUTTON[:-1], State.CHECKED, State.CHECKED_FOCUS, State.LONG)
LINE = (State.REST, State.FOCUS, State.DISABLED, State.WRONG, State.EMPTY, State.LONG)


def put(specimen: QWidget, state: State) -> None:
    """Put a specimen that is shown into ``state``; those of its content were made with it."""
    target = _target(specimen)
    if target is None or state not in _DOINGS:
        return
    _DOINGS[state](target)


def _target(specimen: QWidget) -> QWidget | None:
    """Return what a hand would touch: the specimen itself, or the first control that it holds."""
    if isinstance(specimen, QAbstractButton | QLineEdit):
        return specimen
    controls = [*specimen.findChildren(QLineEdit), *specimen.findChildren(QAbstractButton)]
    return next((each for each in controls if each.focusPolicy() & Qt.FocusPolicy.TabFocus), None)


def _hover(target: QWidget) -> None:
    target.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    middle, nothing = QPointF(target.rect().center()), Qt.MouseButton.NoButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove, middle, middle, nothing, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(target, moved)
    target.update()


def _focus(target: QWidget) -> None:
    target.setFocus(Qt.FocusReason.TabFocusReason)


def _press(target: QWidget) -> None:
    if isinstance(target, QAbstractButton):
        target.setDown(True)


def _check(target: QWidget) -> None:
    if isinstance(target, QAbstractButton):
        target.setCheckable(True)
        target.setChecked(True)


def _check_and_focus(target: QWidget) -> None:
    _check(target)
    _focus(target)


def _disable(target: QWidget) -> None:
    target.setEnabled(False)


_DOINGS: dict[State, Callable[[QWidget], None]] = {
    State.HOVER: _hover,
    State.FOCUS: _focus,
    State.PRESSED: _press,
    State.CHECKED: _check,
    State.CHECKED_FOCUS: _check_and_focus,
    State.DISABLED: _disable,
}
