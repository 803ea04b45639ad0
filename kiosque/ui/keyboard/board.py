"""The keyboard that is drawn: rows of keys, each a button that never takes the focus."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosque.ui.icons import pixmap
from kiosque.ui.keyboard.keys import MOST_ROWS, PAD_UNITS, UNITS, Key, Page, Role, rows
from kiosque.ui.keyboard.texts import words_of
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.buttons import Button

GAP = 6
"""Pixels between two keys: what is left to them is the larger target."""
EDGE = 8
MOST = 0.52
"""Of the window's height, at most: the line that is written and its question stay in sight above."""
WIDEST = 1.7
"""Of a target, at most, is a key wide: a hand need not travel over a large screen."""

_ICONS = {Role.ERASE: "delete", Role.CAPITALS: "arrow-big-up"}
_SHOWN = {Role.ACCENTS: "é à ô", Role.SIGNS: "123", Role.LETTERS: "abc"}


class Board(QFrame):
    """Says which key is touched; ``draw`` puts another page in its place."""

    touched = Signal(object)

    def __init__(self, theme: Theme, room: QSize) -> None:
        """``room``: the window's size."""
        super().__init__()
        self.setObjectName("keyboard")
        self.setProperty("panel", "keyboard")
        self.setAccessibleName(texts.KEYBOARD)
        self._theme, self._room = theme, room
        self._around = QHBoxLayout(self)
        self._around.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._page: QWidget | None = None

    @property
    def roomy(self) -> bool:
        """Whether a row of accents fits above the letters, each key of a whole target."""
        return MOST_ROWS * (self._theme.metrics.target + GAP) + EDGE <= self._room.height() * MOST

    def draw(self, page: Page, *, extra: str = "", capitals: bool = False, last: bool = True) -> None:
        """Show ``page``; ``last``: the next thing to do is to send what was written."""
        if self._page is not None:
            self._around.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        shown = rows(page, extra, roomy=self.roomy)
        units = PAD_UNITS if page is Page.PAD else UNITS
        height = min(self._theme.metrics.target, int(self._room.height() * MOST / len(shown)) - GAP)
        widest = round(units * (self._theme.metrics.target * WIDEST + GAP))
        self._page = QWidget()
        self._page.setMaximumWidth(widest)
        lines = QVBoxLayout(self._page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(GAP)
        for row in shown:
            line = QHBoxLayout()
            line.setSpacing(GAP)
            for key in row:
                made = self._key(key, height, capitals=capitals, last=last)
                line.addWidget(made, round(key.width * 14))
            lines.addLayout(line)
        self._around.addWidget(self._page)

    def _key(self, key: Key, height: int, *, capitals: bool, last: bool) -> Button:
        text = key.text.upper() if capitals else key.text
        kind = "primary" if key.role is Role.NEXT else "plain"
        name = f"key.{key.text if key.role is Role.WRITE else key.role.value}"
        made = Button(_shown(key, text, last=last), name, kind=kind, size="key")
        made.setAccessibleName(_name(key, text, last=last))
        # The line that is written keeps the keyboard.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Of the row, its part: whatever stands on it.
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setFixedHeight(height)
        if key.role in _ICONS:
            side = min(self._theme.metrics.visitor_label, height // 2)
            colour = self._theme.palette.action
            made.setIcon(QIcon(pixmap(_ICONS[key.role], colour, side, self.devicePixelRatioF())))
            made.setIconSize(QSize(side, side))
        if key.role is Role.CAPITALS:
            made.setCheckable(True)
            made.setChecked(capitals)
        made.setAutoRepeat(key.role is Role.ERASE)
        made.clicked.connect(lambda _checked=False: self.touched.emit(Key(text, key.role, key.width)))
        return made


def _shown(key: Key, text: str, *, last: bool) -> str:
    if key.role is Role.NEXT:
        return words_of.SEND if last else words_of.NEXT
    if key.role is Role.HIDE:
        return words_of.HIDE
    if key.role is Role.WRITE:
        return {" ": words_of.SPACE, "'": "’", "&": "&&"}.get(text, text)
    return _SHOWN.get(key.role, "")


def _name(key: Key, text: str, *, last: bool) -> str:
    named = {
        Role.ERASE: words_of.ERASE,
        Role.CAPITALS: words_of.CAPITALS,
        Role.ACCENTS: words_of.ACCENTS,
        Role.SIGNS: words_of.SIGNS,
        Role.LETTERS: words_of.LETTERS,
        Role.HIDE: words_of.HIDE_KEYBOARD,
        Role.NEXT: words_of.SEND if last else words_of.NEXT,
    }
    return words_of.sign(text) if key.role is Role.WRITE else named[key.role]
