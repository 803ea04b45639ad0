"""What watches over a monkey: what complains, what can be heard, whether the tables hold."""

import traceback
from types import TracebackType

from PySide6.QtCore import QtMsgType
from PySide6.QtWidgets import QWidget

from kiosque.ui.lanes import Lane
from tests.stores import folded, rows
from tests.ui.conftest import Kiosk


def said(kiosk: Kiosk) -> str:
    """Return what a screen reader could say of the window now."""
    return "\n".join(each.accessibleName() for each in kiosk.window.findChildren(QWidget) if each.isVisible())


def settle(kiosk: Kiosk) -> None:
    """Wait until the answers to what was touched have come: the lane answers in order."""
    answered: list[int] = []
    kiosk.lanes.submit(Lane.DB, int, answered.append, _never)
    kiosk.robot.wait_for(lambda: bool(answered))


def tables_hold(kiosk: Kiosk) -> bool:
    """Whether every table is the fold of the journal."""
    store = kiosk.space.store
    return rows(store) == folded(store)


def _never(error: object) -> None:
    raise AssertionError(error)


class Loud:
    """Keeps what a slot, a thread or Qt itself complains of."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def raised(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """Take an exception that nobody caught."""
        self.said.append("".join(traceback.format_exception(kind, error, where)))

    def warned(self, kind: QtMsgType, _: object, message: str) -> None:
        """Take a message of Qt."""
        if kind is not QtMsgType.QtDebugMsg and not message.startswith("This plugin does not support "):
            self.said.append(message)
