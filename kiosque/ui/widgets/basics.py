"""Words, panels and badges in the tokens of the theme, and how they are laid side by side."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QWidget,
)

from kiosque.ui.endless import BREAK, breakable
from kiosque.ui.icons import pixmap
from kiosque.ui.theme import Theme

Align = Qt.AlignmentFlag

MOST = 1_000
"""A stretch that leaves nothing to those of 1 beside it."""


class Text(QLabel):
    """Words of which even an endless one breaks: a name never takes the rest off the screen."""

    def __init__(self, text: str) -> None:
        super().__init__(breakable(text))

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(breakable(text))

    def text(self) -> str:
        """Return what it says, as it was given."""
        return super().text().replace(BREAK, "")


class OneLine(Text):
    """Words that want one line, and break where there is no room for it: they are never cut."""

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        self.ensurePolished()
        hint = super().sizeHint()
        around = self.contentsMargins()
        wide = self.fontMetrics().horizontalAdvance(self.text()) + around.left() + around.right() + 2 * self.margin()
        return QSize(wide + 1, super().heightForWidth(wide + 1)) if self.text() else hint


class Yielding(Text):
    """Words that leave the row to what stands beside them, and break in what is left; no word of them is cut."""

    def sizeHint(self) -> QSize:
        """Ask for the longest word."""
        return self.minimumSizeHint()


def yielding(text: str, kind: str, tone: str = "") -> QLabel:
    """Return such words, of the type ``kind`` in the colour ``tone``."""
    label = Yielding(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("type", kind)
    label.setProperty("tone", tone)
    label.setWordWrap(True)
    return label


def words(text: str, kind: str, tone: str = "", *, wrap: bool = True, centre: bool = False) -> QLabel:
    """Return a label of the type ``kind`` (style sheet) in the colour ``tone``; plain text, never rich.

    ``wrap``: whether its lines are as many as look well; otherwise it is one line wherever there is room for it.
    """
    label = Text(text) if wrap else OneLine(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("type", kind)
    if tone:
        label.setProperty("tone", tone)
    label.setWordWrap(True)
    if centre:
        label.setAlignment(Align.AlignCenter)
    return label


def retone(widget: QWidget, **properties: str) -> None:
    """Change properties that the style sheet looks at, and draw the widget again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def panel(kind: str) -> QFrame:
    """Return a frame whose ground is the panel ``kind`` of the style sheet."""
    frame = QFrame()
    frame.setProperty("panel", kind)
    return frame


def icon_label(icon: str, colour: str, side: int) -> QLabel:
    """Return a picture of ``icon``; its word stands beside it, so it has no name of its own."""
    label = QLabel()
    label.setPixmap(pixmap(icon, colour, side, ratio_of(label)))
    label.setFixedSize(side, side)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label


def badge(icon: str, colour: str, ground: str, side: int) -> QLabel:
    """Return ``icon`` in a disc of ``ground``, ``side`` pixels across."""
    label = QLabel()
    put_badge(label, icon, colour, ground, side)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label


def disc(theme: Theme, icon: str, side: int, tone: str = "action") -> QLabel:
    """Return ``icon`` in the colour of a state, on its ground, ``side`` pixels beside words of the usual size."""
    palette = theme.palette
    colours = str(getattr(palette, tone)), str(getattr(palette, f"{tone}_soft"))
    return badge(icon, *colours, theme.metrics.disc(side))


def put_badge(label: QLabel, icon: str, colour: str, ground: str, side: int) -> None:
    """Show another ``icon`` on the label of a badge."""
    ratio = ratio_of(label)
    disc = QPixmap(round(side * ratio), round(side * ratio))
    disc.fill(Qt.GlobalColor.transparent)
    disc.setDevicePixelRatio(ratio)
    painter = QPainter(disc)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawEllipse(QRectF(0, 0, side, side))
    inner = round(side * 0.54)
    offset = (side - inner) / 2
    painter.drawPixmap(QRectF(offset, offset, inner, inner).toRect(), pixmap(icon, colour, inner, ratio))
    painter.end()
    label.setPixmap(disc)
    label.setFixedSize(side, side)


def ratio_of(widget: QWidget) -> float:
    """Return how many pixels of the screen one of the window's takes."""
    return widget.devicePixelRatioF()


def row(*items: QWidget | int, spacing: int = 12) -> QHBoxLayout:
    """Lay widgets side by side; an integer is a stretch of that weight."""
    line = QHBoxLayout()
    line.setSpacing(spacing)
    for item in items:
        if isinstance(item, int):
            line.addStretch(item)
        else:
            line.addWidget(item)
    return line


class Outdented(QHBoxLayout):
    """A row that stands out of the margin at one end or both.

    A button without an edge has its picture in line with what is under it, not the edge that nobody sees.
    """

    def __init__(self, left: int, right: int = 0) -> None:
        super().__init__()
        self._out = left, right
        self.setSpacing(12)

    def setGeometry(self, rect: QRect) -> None:
        """Take that much more room than is given."""
        left, right = self._out
        super().setGeometry(rect.adjusted(-left, 0, right, 0))

    def hold(self, *items: QWidget | int) -> "Outdented":
        """Lay widgets side by side; an integer is a stretch of that weight."""
        for item in items:
            if isinstance(item, int):
                self.addStretch(item)
            else:
                self.addWidget(item)
        return self


def centred(widget: QWidget, width: int = 0) -> QHBoxLayout:
    """Lay a widget in the middle; unlike an alignment, it keeps the height that its wrapped words need.

    ``width``: it is that wide where there is room.
    """
    line = row(1, widget, 1, spacing=0)
    if width:
        widget.setMaximumWidth(width)
        line.setStretch(1, MOST)
    return line


def empty(layout: QLayout) -> None:
    """Take every widget out of ``layout`` and delete it."""
    while (item := layout.takeAt(0)) is not None:
        inside, held = item.layout(), item.widget()
        if inside is not None:
            empty(inside)
        if held is not None:
            held.hide()
            held.deleteLater()
