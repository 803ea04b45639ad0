"""Buttons that break their words rather than cut them, and tiles, in the tokens of the theme."""

import re
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
)

from kiosque.ui.endless import pieces
from kiosque.ui.icons import pixmap
from kiosque.ui.palette import Palette
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import Align, ratio_of, words

FULL = frozenset({"primary", "grave"})
FULL_WHEN_CHECKED = frozenset({"chip", "segment"})
"""Kinds of buttons whose ground is a strong colour, always or once they hold: what is on it is light."""

ICON_GAP = 4
"""Pixels that Qt leaves between the icon of a button and its words."""

LINES_PAD = 8
"""Pixels over and under the lines of a button, its border included."""

LINE_HEIGHT = 1.32
"""Of the font of the tokens, as a part of its size."""


RING, CORNER, CHIP_CORNER = 5, 15, 26
"""Pixels from the edge of a button to its ring; how round a button is, and a chip (``stylesheet``)."""


class Button(QPushButton):
    """A push button that Enter presses too, named for the robot and for screen readers."""

    def __init__(self, text: str, name: str, *, kind: str = "plain", size: str = "animator") -> None:
        super().__init__(text)
        self.ring = ("", "")
        """Colours of the ring that shows the keyboard, when off and when on."""
        self._breaks = False
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setProperty("kind", kind)
        self.setProperty("fit", size)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter, as on the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def break_words(self) -> None:
        """Let its words go on in a second line where there is no room for them in one."""
        self._breaks = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Keep room for the heavier letters of a choice that holds."""
        hint = super().sizeHint()
        if self._grows_heavy():
            wider = self._letters().horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
            hint.setWidth(hint.width() + max(0, wider))
        return hint

    def minimumSizeHint(self) -> QSize:
        """Be as wide as the longest word where words may break, and as the whole where they may not."""
        hint = self.sizeHint()
        if self._breaks and self.text():
            letters = self._letters()
            before, each = _broken(self.text())
            widest = max(letters.horizontalAdvance(before + word.rstrip()) for word in each)
            hint.setWidth(hint.width() - letters.horizontalAdvance(self.text()) + widest)
        return hint

    def setText(self, text: str) -> None:
        """Say something else, in as many lines as it takes."""
        super().setText(text)
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the lines are at that width."""
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        if not self._breaks or not self.text():
            return
        hint, letters = self.sizeHint(), self._letters()
        lines = len(self._lines(self.width() - hint.width() + letters.horizontalAdvance(self.text())))
        least = lines * letters.lineSpacing() + 2 * LINES_PAD if lines > 1 else 0
        if least != self.minimumHeight():
            self.setMinimumHeight(least)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Break words that have no room, or cut them and show that they are cut: Qt would cut both ends of them."""
        super().initStyleOption(option)
        if self.isChecked():
            # Qt measures the letters of a choice at rest, and would cut the heavier ones.
            option.fontMetrics = self._letters()
        if option.text:
            room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
            if not self.icon().isNull():
                room -= self.iconSize().width() + ICON_GAP
            lines = self._lines(room) if self._breaks else [option.text]
            letters, cut = option.fontMetrics, Qt.TextElideMode.ElideRight
            option.text = "\n".join(
                line if letters.horizontalAdvance(line) <= room else letters.elidedText(line, cut, room)
                for line in lines
            )

    def _letters(self) -> QFontMetrics:
        """Return the measures of the heaviest letters in which its words are ever written."""
        self.ensurePolished()
        if not self._grows_heavy():
            return self.fontMetrics()
        heavy = QFont(self.font())
        heavy.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(heavy)

    def _grows_heavy(self) -> bool:
        return self.isCheckable() and self.property("kind") in FULL_WHEN_CHECKED

    def _lines(self, room: int) -> list[str]:
        """Return its words in lines that fit into ``room`` pixels, if each word does."""
        letters = self._letters()
        before, words_ = _broken(self.text())
        lines: list[str] = []
        for word in words_:
            longer = lines[-1] + word if lines else before + word
            if lines and letters.horizontalAdvance(longer.rstrip()) > room:
                lines.append(before + word)
            else:
                lines[-1:] = [longer]
        return [line.rstrip() for line in lines]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a ring inside the button that has the keyboard: the colour of its border alone is not seen by all."""
        super().paintEvent(event)
        colour = self.ring[self.isChecked()]
        if self.hasFocus() and colour:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colour), 2))
            inside = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
            # As round as the button is: a ring with corners would leave a chip.
            round_ = self.height() // 2 if self.property("fit") == "visitor" else CHIP_CORNER
            corner = (round_ if self.property("kind") == "chip" else CORNER) - RING
            painter.drawRoundedRect(inside, corner, corner)
            painter.end()

    def ring_in(self, palette: Palette, kind: str) -> None:
        """Take the colours of the ring from ``palette``."""
        resting = palette.on_action if kind in FULL else palette.waiting
        self.ring = (resting, palette.on_action if kind in FULL_WHEN_CHECKED else resting)


def _broken(text: str) -> tuple[str, list[str]]:
    """Return the space that stands between the icon of a button and its words, and those, where lines may break."""
    bare = text.lstrip()
    return text[: len(text) - len(bare)], [piece for word in re.split("(?<=[ -])", bare) for piece in pieces(word)]


def button(
    theme: Theme,
    text: str,
    name: str,
    *,
    icon: str = "",
    kind: str = "plain",
    size: str = "animator",
    clicked: Callable[[], object] | None = None,
) -> Button:
    """Return a button with its word and, in front of it, its icon."""
    made = Button(f" {text}" if icon and text else text, name, kind=kind, size=size)
    made.setAccessibleName(text)
    made.ring_in(theme.palette, kind)
    if theme.metrics.narrow or theme.metrics.short:
        made.break_words()
    if icon:
        side = {"visitor": theme.metrics.visitor, "animator-big": theme.metrics.animator_label}.get(
            size, theme.metrics.animator
        )
        side = round(side * 1.2)
        palette = theme.palette
        resting = palette.on_action if kind in FULL else palette.action
        image = QIcon(pixmap(icon, resting, side, ratio_of(made)))
        image.addPixmap(pixmap(icon, palette.on_action, side, ratio_of(made)), QIcon.Mode.Normal, QIcon.State.On)
        image.addPixmap(pixmap(icon, palette.quiet, side, ratio_of(made)), QIcon.Mode.Disabled)
        if kind == "plain":
            image.addPixmap(pixmap(icon, palette.action, side, ratio_of(made)), QIcon.Mode.Normal, QIcon.State.On)
        made.setIcon(image)
        made.setIconSize(QSize(side, side))
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


class Tile(Button):
    """A big button: a picture, a few words, sometimes a second line."""

    def __init__(  # noqa: PLR0913 - what a tile shows
        self,
        theme: Theme,
        name: str,
        title: str,
        *,
        icon: QLabel | None = None,
        note: str = "",
        types: tuple[str, str] = ("label", "text"),
        kind: str = "plain",
        across: bool = False,
        height: int = 0,
        lines: int = 1,
    ) -> None:
        """``lines``: how many the title may take; the pictures of tiles side by side then stay level."""
        super().__init__("", name, kind=kind, size="tile")
        self.setAccessibleName(f"{title}, {note}" if note else title)
        self.ring_in(theme.palette, kind)
        direction = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        inside = QBoxLayout(direction, self)
        pad = 12 if across else max(12 if theme.metrics.compact else 18, theme.metrics.gap)
        side = 16 if across else max(16, theme.metrics.gap + 4)
        inside.setContentsMargins(side, pad, side, pad)
        inside.setSpacing(14 if across else 10)
        tone = "on-action" if kind == "primary" else ""
        self.title = words(title, types[0], tone, centre=not across)
        self.note = words(note, types[1], tone or "quiet", centre=not across)
        if not note:
            # Only ever hidden here: a label that is shown before it has a parent is a window of its own.
            self.note.hide()
        if lines > 1:
            self.title.setMinimumHeight(round(lines * LINE_HEIGHT * theme.metrics.visitor_label))
            self.title.setAlignment(Align.AlignHCenter | Align.AlignTop)
        self._fill(inside, icon, across=across)
        self.setMinimumHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _fill(self, inside: QBoxLayout, icon: QLabel | None, *, across: bool) -> None:
        said = QVBoxLayout()
        said.setSpacing(2)
        # Beside a taller tile, a title and its note stay together.
        said.addStretch(1)
        for label in (self.title, self.note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            said.addWidget(label)
        said.addStretch(1)
        if not across:
            inside.addStretch(1)
        if icon is not None:
            inside.addWidget(icon, 0, Align.AlignVCenter if across else Align.AlignHCenter)
        inside.addLayout(said, 1 if across else 0)
        inside.addStretch(0 if across else 1)

    def sizeHint(self) -> QSize:
        """Take the size of what the tile holds: a push button would only measure its own text."""
        inside = self.layout()
        return inside.sizeHint() if inside else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never smaller than what the tile holds."""
        inside = self.layout()
        return inside.minimumSize() if inside else super().minimumSizeHint()
