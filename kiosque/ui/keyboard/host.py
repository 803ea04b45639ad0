"""When the keyboard is on the screen, and what its keys do to the line that is written."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputDevice, QKeyEvent, QMouseEvent, QPointerEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from kiosque.ui.drafts import is_secret
from kiosque.ui.keyboard.board import Board
from kiosque.ui.keyboard.keys import Key, Page, Role
from kiosque.ui.reach import Reach
from kiosque.ui.theme import Theme
from kiosque.ui.watching import Watcher
from kiosque.ui.widgets.toast import Toast

Hint = Qt.InputMethodHint

_PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin})
_PAD = {
    Hint.ImhDate: "/",
    Hint.ImhTime: ":",
    Hint.ImhDialableCharactersOnly: "+",
    Hint.ImhFormattedNumbersOnly: ",",
    Hint.ImhDigitsOnly: "",
}
"""What of a line asks for the pad, and the sign that the pad then has besides the digits."""
_NO_CAPITAL = Hint.ImhNoAutoUppercase | Hint.ImhLowercaseOnly | Hint.ImhEmailCharactersOnly | Hint.ImhUrlCharactersOnly
_BEFORE_CAPITAL = " -'’"
"""After these a name goes on with a capital: *Le Goff*, *Jean-Luc*, *D'Artagnan*."""


class Host(Watcher):
    """Shows the keyboard to who writes with a finger, and hides it from who has a keyboard under their hands."""

    looks_for = _PRESSES | {QEvent.Type.KeyPress}

    def __init__(self, reach: Reach, room: QVBoxLayout, toast: Toast, theme: Callable[[], Theme]) -> None:
        """``room`` is where the keyboard is put, under the screen: it covers nothing, the screen has less room."""
        super().__init__(reach)
        self._reach, self._room, self._toast, self._theme = reach, room, toast, theme
        self.always = False
        """Whether every press counts as a finger's: some touch screens say that they are a mouse."""
        self._board: Board | None = None
        self._drawn: tuple[Theme, int, int] | None = None
        self._line: QLineEdit | None = None
        self._finger = self._following = False
        self._page = Page.LETTERS
        self._capitals = self._locked = False

    @property
    def shown(self) -> bool:
        """Whether it is on the screen."""
        return self._board is not None

    def start(self) -> None:
        """Follow the focus from now on."""
        application = QApplication.instance()
        if isinstance(application, QApplication) and not self._following:
            self._following = True
            application.focusChanged.connect(self._focused)

    def stop(self) -> None:
        """Follow it no more."""
        application = QApplication.instance()
        if isinstance(application, QApplication) and self._following:
            self._following = False
            application.focusChanged.disconnect(self._focused)
        self.hide()

    def ask(self) -> None:
        """Somebody asks for it: from now on each line that is touched brings it, until a key is typed."""
        self._finger = True
        focused = QApplication.focusWidget()
        line = focused if isinstance(focused, QLineEdit) else next(iter(self._lines()), None)
        if line is not None:
            line.setFocus()
            self.show_for(line)

    def show_for(self, line: QLineEdit) -> None:
        """Be there for ``line``, with the keys that it needs."""
        self._line = line
        self._page = page_for(line)
        self._locked = False
        self._capitals = self._wants_capital()
        self._draw()

    def hide(self) -> None:
        """Give the room back."""
        board, self._board, self._line, self._drawn = self._board, None, None, None
        if board is not None:
            board.hide()
            self._room.removeWidget(board)
            board.deleteLater()
            self._place_toast()

    def resized(self) -> None:
        """Fit another window, or other colours."""
        if self._line is not None:
            self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See whether it is a finger or a key that writes; pass everything on."""
        kind = event.type()
        if kind in _PRESSES and isinstance(watched, QWindow):
            self._finger = self.always or is_finger(event)
        elif kind in _PRESSES and isinstance(watched, QLineEdit) and self._finger:
            if not self.shown and watched.hasFocus() and not watched.isReadOnly():
                self.show_for(watched)
        elif kind == QEvent.Type.KeyPress and event.spontaneous() and self._types(event):
            self._finger = False
            self.hide()
        return False

    def _types(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and bool(event.text())

    def _focused(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, QLineEdit) and self._window().isAncestorOf(new) and not new.isReadOnly():
            if self._finger or self.shown:
                self.show_for(new)
        elif new is not None:
            self.hide()

    def _draw(self) -> None:
        line = self._line
        if line is None:
            return
        look = (self._theme(), self._window().width(), self._window().height())
        if self._board is None or self._drawn != look:
            self._renew(look)
        board = self._board
        if board is None:
            return
        extra = next((sign for hint, sign in _PAD.items() if line.inputMethodHints() & hint), "")
        lines = self._lines()
        last = line not in lines or lines.index(line) == len(lines) - 1
        board.draw(self._page, extra=extra, capitals=self._capitals or self._page is Page.CODE, last=last)
        # Once the screen has the room that is left to it.
        QTimer.singleShot(0, line, lambda: self._settled(line))

    def _window(self) -> QWidget:
        return self._reach.window()

    def _settled(self, line: QLineEdit) -> None:
        self._reach.show_line(line)
        self._place_toast()

    def _place_toast(self) -> None:
        self._toast.typing = self._board is not None
        if self._toast.isVisible():
            self._toast.place()

    def _renew(self, look: tuple[Theme, int, int]) -> None:
        line = self._line
        self.hide()
        self._line, self._drawn = line, look
        self._board = Board(look[0], self._window().size())
        self._board.touched.connect(self._touched)
        self._room.addWidget(self._board)

    def _touched(self, key: Key) -> None:
        line = self._line
        if line is None:
            return
        match key.role:
            case Role.WRITE:
                self._press(line, 0, key.text)
                self._follow_capital()
            case Role.ERASE:
                self._press(line, Qt.Key.Key_Backspace, "")
                self._follow_capital()
            case Role.CAPITALS:
                # Once for one letter, twice for all of them, a third time for none.
                self._locked, self._capitals = self._capitals and not self._locked, not self._locked
                self._draw()
            case Role.ACCENTS | Role.SIGNS | Role.LETTERS:
                self._page = Page(key.role.value)
                self._draw()
            case Role.NEXT:
                self._go_on(line)
            case Role.HIDE:
                self._finger = False
                self.hide()

    def _press(self, line: QLineEdit, key: int, text: str) -> None:
        held = Qt.KeyboardModifier.ShiftModifier if text.isupper() else Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(line, QKeyEvent(kind, key, held, text))

    def _follow_capital(self) -> None:
        # What the key did may have brought another screen.
        wanted = self._line is not None and (self._locked or self._wants_capital())
        if self._line is not None and wanted != self._capitals:
            self._capitals = wanted
            self._draw()

    def _wants_capital(self) -> bool:
        line = self._line
        if line is None or is_secret(line) or line.inputMethodHints() & _NO_CAPITAL:
            return False
        before = line.text()[: line.cursorPosition()]
        return not before or before[-1] in _BEFORE_CAPITAL

    def _go_on(self, line: QLineEdit) -> None:
        lines = self._lines()
        following = lines[lines.index(line) + 1 :] if line in lines else []
        if following:
            following[0].setFocus()
        else:
            self._press(line, Qt.Key.Key_Return, "\r")

    def _lines(self) -> list[QLineEdit]:
        """Return the lines that can be written, in the order of the keyboard."""
        window = self._window()
        lines, each = [], window.nextInFocusChain()
        while each is not None and each is not window:
            if isinstance(each, QLineEdit) and each.isVisible() and each.isEnabled() and not each.isReadOnly():
                lines.append(each)
            each = each.nextInFocusChain()
        return lines


def page_for(line: QLineEdit) -> Page:
    """Return what a line needs, by its hints."""
    hints = line.inputMethodHints()
    if hints & Hint.ImhUppercaseOnly:
        return Page.CODE
    return Page.PAD if any(hints & hint for hint in _PAD) else Page.LETTERS


def is_finger(event: QEvent) -> bool:
    """Whether a press comes from a touch screen, as far as the system says so."""
    if event.type() == QEvent.Type.TouchBegin:
        return True
    synthesized = isinstance(event, QMouseEvent) and event.source() != Qt.MouseEventSource.MouseEventNotSynthesized
    touch = isinstance(event, QPointerEvent) and event.pointingDevice().type() == QInputDevice.DeviceType.TouchScreen
    return synthesized or touch
