"""What is painted first, while the program loads behind it: the hills, before anybody has come."""

import linecache
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from threading import Thread
from types import ModuleType
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosque.ui.front import hold_keyboard
from kiosque.ui.palette import PALETTES, Look
from kiosque.ui.widgets.landscape import Landscape

NAME = "dawn"
USUAL_SIZE = (1366, 768)
SKY = 0.55
"""Part of the height that is left to the sky."""
BEAT = 0.004
"""Seconds: how long the loading may go on before the window answers again."""


class Dawn(QWidget):
    """The ground and the hills in the colours of the look; nothing to read, nothing to touch."""

    def __init__(self, look: Look, *, alone: bool) -> None:
        """``alone``: before a visitor, whom no shortcut of the system leads elsewhere."""
        super().__init__()
        self.alone = alone
        self.setObjectName(NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._palette = PALETTES[look]
        self.painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._palette.background)
        top = round(self.height() * SKY)
        painter.translate(0, top)
        Landscape(self.width(), self.height() - top, self._palette, 0).draw(painter)
        painter.end()
        self.painted = True


@contextmanager
def paint(look: str, modules: Sequence[str], *, full_screen: bool) -> Iterator[None]:
    """Make the application, show the hills in ``look``, and import ``modules`` behind them.

    They stay until ``over``, within: a widget that nobody holds is gone at once, the window there or not.
    """
    application = QApplication(sys.argv[:1])
    dawn = Dawn(Look(look), alone=full_screen)
    if full_screen:
        dawn.showFullScreen()
    else:
        dawn.resize(*USUAL_SIZE)
        dawn.show()
    _read_no_sources()
    # Else httpx loads its own command line, with rich and pygments: 6 MB that the kiosk never uses.
    sys.modules.setdefault("httpx._main", cast("ModuleType", None))
    load_behind(application, dawn, modules)
    yield


def _read_no_sources() -> None:
    """Keep Qt's binding from reading the source of each module that is imported after it, to see if it names Qt.

    It does so for ``from __feature__ import …``, which nobody here writes: 24 MB that stay, and a fifth of a second.
    """
    feature = sys.modules.get("shibokensupport.feature")
    # Those that it has read before: 1 MB.
    linecache.clearcache()
    if feature is not None:
        feature._mod_uses_pyside = lambda _: False  # type: ignore[attr-defined]  # noqa: SLF001 - there is no other way


def load_behind(application: QApplication, dawn: Dawn, modules: Sequence[str]) -> None:
    """Import ``modules`` in a thread while ``dawn``, which is shown, answers to the system."""
    while not dawn.painted:
        application.processEvents()
    hold_keyboard(dawn.windowHandle(), held=dawn.alone)
    loading = Thread(target=lambda: [import_module(each) for each in modules], name="loading")
    loading.start()
    while loading.is_alive():
        application.processEvents()
        loading.join(BEAT)


def answer(application: QApplication) -> None:
    """Let it answer to the system, if it is there, between two long pieces of work."""
    if _shown(application):
        application.processEvents()


def over(application: QApplication) -> None:
    """Take it away: the window is there."""
    for each in _shown(application):
        each.close()
        each.deleteLater()


def _shown(application: QApplication) -> list[QWidget]:
    return [each for each in application.topLevelWidgets() if each.objectName() == NAME]
