"""Tiles in equal columns, as many as the width allows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QScrollArea, QScroller, QVBoxLayout, QWidget

from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import panel

EVEN = (1, 2, 4)
"""Numbers of tiles that stand in two columns, where three would leave a hole."""

_Key = Qt.Key


class Grid(QWidget):
    """Holds widgets in columns at least ``narrowest`` pixels wide, at most ``most`` of them."""

    def __init__(self, narrowest: int, gap: int, most: int = 12, *, fill: bool = False) -> None:
        """``fill``: rows share the height; otherwise they stay at the top."""
        super().__init__()
        self._narrowest, self._most, self._fill = narrowest, most, fill
        self._items: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self._gap = gap

    def put(self, items: Sequence[QWidget], most: int | None = None) -> None:
        """Show ``items`` in place of what was there, in reading order; ``most``: as many columns from now on."""
        self._most = most or self._most
        # Who goes through them by the keyboard goes on from the one that takes the place of theirs.
        held = next((old.objectName() for old in self._items if old.hasFocus()), "")
        for old in self._items:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._items = list(items)
        for item in self._items:
            # What it measures is what it will look like: it takes the style of where it stands.
            item.setParent(self)
            item.installEventFilter(self)
        self._columns = 0
        self._arrange()
        for item in self._items:
            if held and item.objectName() == held:
                item.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from tile to tile by the arrows, up and down too."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self._items:
            steps = {_Key.Key_Left: -1, _Key.Key_Right: 1, _Key.Key_Up: -self._columns, _Key.Key_Down: self._columns}
            step = steps.get(_Key(event.key()), 0)
            place = self._items.index(watched) + step
            if step and 0 <= place < len(self._items):
                self._items[place].setFocus(Qt.FocusReason.TabFocusReason)
            if step:
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the columns again."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Count them again, too, when what it holds has come to need more room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Be no narrower than the widest item: there may be one column."""
        return QSize(self._least(1)[0], super().minimumSizeHint().height())

    def _least(self, columns: int) -> list[int]:
        """Return how wide each of so many columns is at least."""
        # A style may give a button a smallest width, which a layout then takes for all that it needs.
        widths = [max(item.minimumWidth(), item.minimumSizeHint().width()) for item in self._items]
        return [max(widths[column::columns], default=0) for column in range(columns)]

    def _arrange(self) -> None:
        columns = max(1, min(self._most, (self.width() + self._gap) // (self._narrowest + self._gap)))
        while columns > 1 and sum(self._least(columns)) + (columns - 1) * self._gap > self.width():
            columns -= 1
        if columns == self._columns:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
            self._grid.setColumnMinimumWidth(column, 0)
        for line in range(self._grid.rowCount()):
            self._grid.setRowStretch(line, 0)
        self._columns = columns
        for place, item in enumerate(self._items):
            self._grid.addWidget(item, place // columns, place % columns)
            if self._fill:
                self._grid.setRowStretch(place // columns, 1)
        for column, least in enumerate(self._least(columns)):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, least)
        if not self._fill:
            self._grid.setRowStretch(len(self._items) // columns + 1, 1)


def listed(theme: Theme, inside: QWidget, *, stacked: bool = False) -> QWidget:
    """Return ``inside`` in a scroll area; ``inside`` itself where the whole screen scrolls.

    ``stacked``: something stands beside it, and comes to stand over or under it on a narrow screen.
    """
    return inside if theme.metrics.short or (stacked and theme.metrics.narrow) else scrolled(inside)


def listed_card(theme: Theme, beside: QBoxLayout) -> QVBoxLayout:
    """Add a card to those ``beside`` it; return the layout of what is listed in it."""
    card, holder = panel("card"), QWidget()
    inside, lines = QVBoxLayout(card), QVBoxLayout(holder)
    inside.setContentsMargins(24, 18, 24, 18)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(8)
    inside.addWidget(listed(theme, holder, stacked=True), 1)
    beside.addWidget(card, 1)
    return lines


def listed_aside(theme: Theme, inside: QWidget) -> QWidget:
    """Return the same of a card at the side whose words wrap: it is as high as they are at its width."""
    area = listed(theme, inside, stacked=True)
    if area is not inside:
        # Without it Qt takes the height of words one under the other, and scrolls where nothing is.
        inside.setMinimumHeight(1)
    return area


def scrolled(inside: QWidget) -> QScrollArea:
    """Return a scroll area around ``inside``: a long list never pushes the rest off the screen."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
    return area
