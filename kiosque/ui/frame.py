"""The frame of the window: what the system does to it, and that nothing of that leads out or takes the screen away."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosque.ui.enclosure import session_ends
from kiosque.ui.front import Front, hold_keyboard, on_screen
from kiosque.ui.services import UiSettings

SMALLEST = (640, 480)
"""Of a PC's window: what 1024×600 leaves when everything is drawn half as large again."""


class Frame(QWidget):
    """Keeps the whole screen, and asks what stands in it before it goes."""

    def __init__(self, settings: UiSettings, title: str) -> None:
        super().__init__()
        self._enclosed, self._whole = settings.enclosed, settings.full_screen
        self.setObjectName("window")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*SMALLEST)
        Front(self, self._in_front, self.come_forward)

    def fit(self) -> None:
        """Draw for another size or another screen."""
        raise NotImplementedError

    def step_back(self) -> bool:
        """Go one step back, as Escape asks; return whether there was one."""
        raise NotImplementedError

    def asked_to_go(self) -> None:
        """Somebody asks the window to go, by its frame or by a shortcut of the system."""
        raise NotImplementedError

    def alone(self) -> bool:
        """Whether nothing else may be seen or heard while the whole screen is the window's."""
        raise NotImplementedError

    def end(self) -> None:
        """Stop everything: the window goes."""
        raise NotImplementedError

    def hold(self) -> None:
        """Take the keyboard of the system, or give it back: it can be taken once the window is seen and active."""
        hold_keyboard(self.windowHandle(), held=self._in_front())

    def _in_front(self) -> bool:
        return self._whole and self.alone()

    def come_forward(self) -> None:
        """Be seen."""
        if not on_screen(self.windowHandle()):
            # Shown anew, it comes to the desktop that is looked at; on another one, nothing that Qt asks is heard.
            self.hide()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def appear(self, *, whole: bool) -> None:
        """Be shown, on the whole screen or not."""
        if whole:
            self.showFullScreen()
        else:
            self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new size."""
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the screen that the window is on."""
        super().showEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the whole screen again when something took it away."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.hold()
        away = not self.isFullScreen() or self.isMinimized()
        changed = event.type() == QEvent.Type.WindowStateChange
        if changed and self._whole and self._enclosed and away and self.isVisible():
            self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() != Qt.Key.Key_Escape or not self.step_back():
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """End before the window goes. Who asks for it from outside is heard only where they may be."""
        if event.spontaneous() and self._enclosed and not session_ends():
            event.ignore()
            self.asked_to_go()
            return
        self.end()
        super().closeEvent(event)
