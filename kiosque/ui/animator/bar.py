"""The buttons at the foot of a screen: two groups in one row, or in two where there is no room for both."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

Direction = QBoxLayout.Direction


class Bar(QWidget):
    """What is done often at the left, where one goes from here at the right."""

    def __init__(self, left: Sequence[QWidget], right: Sequence[QWidget], gap: int = 12) -> None:
        super().__init__()
        self._both = QBoxLayout(Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(gap)
        self._groups = (self._group(left, gap), self._group(right, gap))
        self._groups[1].insertStretch(0, 1)
        self._groups[0].addStretch(1)
        self._shown = (tuple(left), tuple(right))

    def _group(self, buttons: Sequence[QWidget], gap: int) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(gap)
        for each in buttons:
            line.addWidget(each)
        self._both.addLayout(line)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether both fit."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Look again when a button has come, gone or changed its words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Be no wider than the window: words that have no room end in an ellipsis."""
        return QSize(0, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        gap = self._both.spacing()
        wanted = [each.sizeHint().width() for group in self._shown for each in group if not each.isHidden()]
        fits = sum(wanted) + gap * len(wanted) <= self.width()
        self._both.setDirection(Direction.LeftToRight if fits else Direction.TopToBottom)
