"""A keyboard-wedge scanner, told from a hand by its rhythm, anywhere in the window."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit

FASTEST_HAND_MS = 35
"""No hand types two characters closer than this; scanners do (architecture.md, Found by trial)."""
SHORTEST_SCAN = 6
"""A drum of fingers may make a few fast characters; a code is longer."""

_LINUX_OFFSET = 8
"""X11 and Wayland number keys as evdev does, plus eight; Windows numbers the main block as evdev does."""
_ROWS = ((2, "1234567890-"), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
_US_KEYS = {first + place: key for first, row in _ROWS for place, key in enumerate(row)}


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scanner typed: as the system's layout reads it, and as a US keyboard would."""

    readings: tuple[str, ...]
    typed: str


class Rhythm:
    """Pure: told each character and its moment, says when a scan is complete."""

    def __init__(self) -> None:
        self._characters: list[tuple[str, str]] = []
        self._last = 0

    def character(self, text: str, us_key: str, at: int) -> None:
        """Note a character typed at ``at`` (ms); after too long a pause, a new scan may begin with it."""
        if not self._soon(at):
            self._characters.clear()
        self._characters.append((text, us_key))
        self._last = at

    def enter(self, at: int) -> Scan | None:
        """Return the scan that Enter at ``at`` (ms) completes, or None: then it was a hand."""
        characters, self._characters = self._characters, []
        if not self._soon(at) or len(characters) < SHORTEST_SCAN:
            return None
        typed = "".join(text for text, _ in characters)
        by_place = "".join(key or text for text, key in characters)
        return Scan(tuple(dict.fromkeys((typed, by_place))), typed)

    def _soon(self, at: int) -> bool:
        # Not before either: the clock of another keyboard may be behind.
        return 0 <= at - self._last <= FASTEST_HAND_MS

    def forget(self) -> None:
        """Another key was pressed: what came before was no scan."""
        self._characters.clear()


class Scanner(QObject):
    """Watches the keys of the application; a whole scan goes to ``scanned`` and its Enter to nobody."""

    def __init__(self, scanned: Callable[[tuple[str, ...]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._scanned = scanned
        self._rhythm = Rhythm()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at each key once, as it reaches the window, before any widget does."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(watched, QWindow) or not isinstance(event, QKeyEvent):
            return False
        at, key = int(event.timestamp()), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            scan = self._rhythm.enter(at)
            if scan is None:
                return False
            _give_back(scan.typed)
            self._scanned(scan.readings)
            return True
        if event.text().strip():
            self._rhythm.character(event.text(), us_key(event.nativeScanCode()), at)
        elif key not in (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock):
            self._rhythm.forget()
        return False


def us_key(scan_code: int) -> str:
    """Return what the key at that place types on a US keyboard, in capitals; empty when it is not known."""
    offset = _LINUX_OFFSET if QGuiApplication.platformName() in {"xcb", "wayland"} else 0
    return _US_KEYS.get(scan_code - offset, "")


def _give_back(typed: str) -> None:
    """Take the characters of a scan out of the field that had the keyboard: they were not meant for it."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        for _ in typed:
            field.backspace()
