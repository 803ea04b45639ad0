"""Nobody touches the screen any more: ask, then wipe."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer

from kiosque.ui.watching import Watcher

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.KeyPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
    }
)


class Idle(Watcher):
    """Watches an application's events. ``watch`` says what is next; ``rest`` that nothing is to be wiped."""

    looks_for = _SIGNS_OF_LIFE

    def __init__(self, ask: Callable[[], None], wipe: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._ask, self._wipe = ask, wipe
        self._patience = 0
        self._before = self._timer(self._asked)
        self._after = self._timer(self._wipe)

    def watch(self, patience: int, grace: int) -> None:
        """Ask after ``patience`` ms without a sign of life, wipe ``grace`` ms later; grace 0 wipes at once."""
        self._patience = patience
        self._after.stop()
        self._after.setInterval(grace)
        self._before.start(patience)

    def rest(self) -> None:
        """Stop watching."""
        self._patience = 0
        self._before.stop()
        self._after.stop()

    def alive(self) -> None:
        """Somebody is there."""
        if self._patience:
            self._after.stop()
            self._before.start(self._patience)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take every touch and key for a sign of life, and pass it on."""
        if self._patience and event.type() in _SIGNS_OF_LIFE and not self._after.isActive():
            self._before.start(self._patience)
        return super().eventFilter(watched, event)

    def _asked(self) -> None:
        if self._after.interval():
            self._after.start()
            self._ask()
        else:
            self._wipe()

    def _timer(self, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(due)
        return timer
