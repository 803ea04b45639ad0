"""A keyboard-wedge scanner, told from a hand by its rhythm, anywhere in the window."""

from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit

from kiosque.ui.watching import Watcher

FASTEST_HAND_MS = 35
"""No hand types two characters closer than this; scanners do (architecture.md, Found by trial)."""
SHORTEST_SCAN = 6
"""A drum of fingers may make a few fast characters; a code is longer."""

LINUX_OFFSET = 8
"""X11 and Wayland number keys as evdev does, plus eight; Windows numbers the main block as evdev does."""
_ROWS = ((2, "1234567890-"), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
US_KEYS = {first + place: key for first, row in _ROWS for place, key in enumerate(row)}


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scanner typed: as the system's layout reads it, and as a US keyboard would."""

    readings: tuple[str, ...]


class Rhythm:
    """Pure: told each character and its moment, says when a scan is complete."""

    def __init__(self) -> None:
        self._characters: list[tuple[str, str]] = []
        self._last = 0

    def character(self, text: str, us_key: str, at: int) -> bool:
        """Note a character typed at ``at`` (ms); return whether a scan may begin with it: after too long a pause."""
        if not self._soon(at):
            self._characters.clear()
        self._characters.append((text, us_key))
        self._last = at
        return len(self._characters) == 1

    def enter(self, at: int) -> Scan | None:
        """Return the scan that Enter at ``at`` (ms) completes, or None: then it was a hand."""
        characters, self._characters = self._characters, []
        if not self._soon(at) or len(characters) < SHORTEST_SCAN:
            return None
        typed = "".join(text for text, _ in characters)
        by_place = "".join(key or text for text, key in characters)
        return Scan(tuple(dict.fromkeys((typed, by_place))))

    def _soon(self, at: int) -> bool:
        # Not before either: the clock of another keyboard may be behind.
        return 0 <= at - self._last <= FASTEST_HAND_MS

    def forget(self) -> None:
        """Another key was pressed: what came before was no scan."""
        self._characters.clear()


class Scanner(Watcher):
    """Watches the keys of the application; a whole scan goes to ``scanned`` and its Enter to nobody."""

    looks_for = frozenset({QEvent.Type.KeyPress})

    def __init__(self, scanned: Callable[[tuple[str, ...]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._scanned = scanned
        self._rhythm = Rhythm()
        self._held: _Held | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at each key once, as it reaches the window, before any widget does."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(watched, QWindow) or not isinstance(event, QKeyEvent):
            return False
        at, key = int(event.timestamp()), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            scan = self._rhythm.enter(at)
            if scan is None:
                return False
            if self._held is not None:
                self._held.give_back()
            self._scanned(scan.readings)
            return True
        if event.text().strip():
            if self._rhythm.character(event.text(), us_key(event.nativeScanCode()), at):
                self._held = _held_now()
        elif key not in (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock):
            self._rhythm.forget()
        return False


def us_key(scan_code: int) -> str:
    """Return what the key at that place types on a US keyboard, in capitals; empty when it is not known."""
    offset = LINUX_OFFSET if QGuiApplication.platformName() in {"xcb", "wayland"} else 0
    return US_KEYS.get(scan_code - offset, "")


@dataclass(frozen=True, slots=True)
class _Held:
    """A line as it was before the first character of what may be a scan."""

    line: QLineEdit
    text: str
    selected: tuple[int, int]
    """From where, and how many letters; with none, where the cursor stands."""

    def give_back(self) -> None:
        """Put it back: what the scanner typed was not meant for it, whatever the line made of it."""
        if not shiboken6.isValid(self.line) or self.line.text() == self.text:
            return
        self.line.setText(self.text)
        start, length = self.selected
        if length:
            self.line.setSelection(start, length)
        else:
            self.line.setCursorPosition(start)
        # Whoever follows what is typed here looks at it again.
        self.line.textEdited.emit(self.text)


def _held_now() -> _Held | None:
    line = QApplication.focusWidget()
    if not isinstance(line, QLineEdit):
        return None
    start = line.selectionStart() if line.hasSelectedText() else line.cursorPosition()
    return _Held(line, line.text(), (start, line.selectionLength()))
