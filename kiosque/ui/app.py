"""The application: Qt, the fonts, the lanes and the window, from start to end."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from kiosque.ui import dawn, theme
from kiosque.ui.lanes import Lanes
from kiosque.ui.services import Door, Services
from kiosque.ui.texts import NAME
from kiosque.ui.window import Window

USUAL_SIZE = (1366, 768)
"""Of a window that is not full screen: the screen of the PCs that the project bought."""


def application() -> QApplication:
    """Return the one Qt application of the process, with the fonts of the tokens."""
    running = QApplication.instance()
    made = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    if made.applicationName() != NAME:
        # The first time, whoever made it.
        made.setApplicationName(NAME)
        theme.load_fonts()
    return made


def open_window(services: Services, lanes: Lanes, size: tuple[int, int] = USUAL_SIZE) -> Window:
    """Show the window, on its first screen. ``application`` must have been called."""
    window = Window(services, lanes)
    if services.settings.full_screen:
        # Its size from the start: to draw everything again in another one takes as long as to draw it.
        window.resize(window.screen().size())
    else:
        window.resize(*size)
    dawn.answer(application())
    window.start()
    if services.door is not None:
        _attend(services.door, window)
    if services.settings.full_screen:
        window.showFullScreen()
    else:
        window.show()
    return window


def _attend(door: Door, window: Window) -> None:
    """Come to the front when a second start knocks."""
    knocked = QSocketNotifier(door.fileno(), QSocketNotifier.Type.Read, window)
    knocked.activated.connect(lambda *_: window.come_forward() if door.answer() else None)


def run(services: Services) -> int:
    """Show the window until it is closed; return the exit status of the process."""
    running = application()
    lanes = Lanes()
    window = open_window(services, lanes)
    QTimer.singleShot(0, window, lambda: dawn.over(running))
    with _ended_by_signals(running):
        status = running.exec()
    window.end()
    lanes.close()
    return status


@contextmanager
def _ended_by_signals(running: QApplication) -> Iterator[None]:
    """End when the system asks, or on Ctrl-C: heard at the next tick of one of the window's timers."""
    before = {wish: signal.signal(wish, lambda *_: running.quit()) for wish in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for wish, handler in before.items():
            signal.signal(wish, handler)
