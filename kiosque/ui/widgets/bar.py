"""The buttons at the foot of a screen: two groups in one row, or in as many rows as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem, QWidget

from kiosque.ui.widgets.chips import Flow


class Bar(QWidget):
    """What is done often at the left, where one goes from here at the right."""

    def __init__(self, left: Sequence[QWidget], right: Sequence[QWidget], gap: int = 12) -> None:
        super().__init__()
        flow = _Ends(self, gap, len(left))
        for each in (*left, *right):
            flow.addWidget(each)


class _Ends(Flow):
    """One row with a group at each end; where it does not hold them, rows that are full, of one group each."""

    def __init__(self, parent: QWidget, gap: int, before: int) -> None:
        super().__init__(parent, gap, level=True)
        self._before = before
        self.fill = True

    def rows(self, width: int) -> list[list[QLayoutItem]]:
        """Begin a row with the second group."""
        if self._fits(width):
            return [self.shown()]
        groups = self._items[: self._before], self._items[self._before :]
        return [row for group in groups for row in self.broken(group, width)]

    def setGeometry(self, rect: QRect) -> None:
        """Keep the groups at the ends where they fit."""
        self.fill = not self._fits(rect.width())
        super().setGeometry(rect)
        second = [item for item in self._items[self._before :] if not item.isEmpty()]
        if second and not self.fill:
            right = second[-1].geometry().right()
            for item in second:
                item.setGeometry(item.geometry().translated(rect.right() - right, 0))

    def _fits(self, width: int) -> bool:
        return self.sizeHint().width() <= width
