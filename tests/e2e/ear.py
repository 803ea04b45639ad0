"""The real program, ``python -m tests.e2e.ear run --dir FOLDER``, which tells what somebody before it would see.

One line each: ``screen NAME``, ``focus NAME``, ``scan`` when one was understood, ``said`` when a sentence lies over the
screen, ``end`` when the key End was let go.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from kiosque import __main__ as program

paint_first = program.paint_first


def tell(*words: str) -> None:
    """Say one line."""
    print(*words, flush=True)  # noqa: T201 - somebody reads it


class Ear(QObject):
    """Hears the keys as they come to a window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
        """Tell that End was let go: what came before it has done what it does."""
        released = event.type() == QEvent.Type.KeyRelease and isinstance(watched, QWindow)
        if released and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_End:
            tell("end")
        return False


def focused(_: QWidget | None, now: QWidget | None) -> None:
    """Tell who has the keyboard."""
    tell("focus", now.objectName() if now else "")


@contextmanager
def listening(look: str, *, full_screen: bool) -> Iterator[None]:
    """Paint the hills, and hear from then on what comes after them."""
    with paint_first(look, full_screen=full_screen), pytest.MonkeyPatch.context() as patch:
        from kiosque.ui import app, window  # noqa: PLC0415 - loaded behind the hills, as ever
        from kiosque.ui.places import Place  # noqa: PLC0415 - as above

        class Told(window.Window):
            def _put(self, place: Place) -> None:
                super()._put(place)
                tell("screen", self.place.name)

            def _scanned(self, readings: tuple[str, ...]) -> None:
                tell("scan")
                super()._scanned(readings)

            def say(self, sentence: str) -> None:
                super().say(sentence)
                tell("said")

        for module in (app, window):
            patch.setattr(module, "Window", Told)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(focused)
        ear = Ear()
        application.installEventFilter(ear)
        yield


if __name__ == "__main__":
    program.paint_first = listening
    program.main()
