"""Short answers in rows that break where the width ends, of which one or several hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget, QWidgetItem

from kiosque.ui.theme import Theme
from kiosque.ui.widgets.buttons import Button, button


@dataclass(frozen=True, slots=True)
class Chip:
    """One answer: its code, its words, perhaps its icon."""

    code: str
    label: str
    icon: str = ""


class Flow(QLayout):
    """Lays what it holds from left to right, each at its own size, and begins a row when one is full."""

    def __init__(self, parent: QWidget, gap: int, *, level: bool = False) -> None:
        """``level``: they want one row, and break only where there is no room for it."""
        super().__init__(parent)
        parent.setSizePolicy(_by_width())
        self._level = level
        self.fill = False
        """Whether those of a row share what is left of it."""
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """By width, until something changes: Qt asks hundreds of times while it lays a screen."""
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        """Hold one more."""
        self._items.append(item)
        self.invalidate()

    def insertWidget(self, index: int, widget: QWidget) -> None:
        """Hold one more, in that place."""
        self.addChildWidget(widget)
        self._items.insert(index, QWidgetItem(widget))
        self.invalidate()

    def count(self) -> int:
        """How many it holds."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them; Qt asks past the end to know it."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one of them back; the same."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more than the rows need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high the rows are at that width."""
        if width not in self._heights:
            self._heights[width] = self._lay(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Measure again: one of them has come, gone, or changed its size."""
        self._heights = {}
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Lay the rows."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """Ask for the largest of them, or for all in one row; the height follows the width."""
        least = self.minimumSize()
        if not self._level:
            return least
        shown = [item.sizeHint().width() for item in self.shown()]
        return QSize(sum(shown) + self.spacing() * max(0, len(shown) - 1), least.height())

    def minimumSize(self) -> QSize:
        """Be never narrower than the largest of them."""
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least

    def shown(self) -> list[QLayoutItem]:
        """Return what takes room."""
        return [item for item in self._items if not item.isEmpty()]

    def rows(self, width: int) -> list[list[QLayoutItem]]:
        """Return what stands in each row of that width."""
        return self.broken(self._items, width)

    def broken(self, items: Sequence[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
        """Lay some of them into rows of that width."""
        rows: list[list[QLayoutItem]] = []
        left = 0
        for item in items:
            if item.isEmpty():
                continue
            wide = item.sizeHint().width()
            if not rows or left + wide > width:
                rows.append([])
                left = 0
            rows[-1].append(item)
            left += wide + self.spacing()
        return rows

    def _lay(self, rect: QRect, *, move: bool) -> int:
        top = rect.y()
        for row in self.rows(rect.width()):
            left = rect.x()
            sizes = [item.sizeHint().boundedTo(QSize(max(1, rect.width()), 10_000)) for item in row]
            spare = rect.width() - sum(size.width() for size in sizes) - self.spacing() * (len(row) - 1)
            high = max(size.height() for size in sizes)
            for item, size in zip(row, sizes, strict=True):
                wide = size.width() + (spare // len(row) if self.fill else 0)
                if move:
                    item.setGeometry(QRect(left, top, wide, high))
                left += wide + self.spacing()
            top += high + self.spacing()
        return max(0, top - self.spacing() - rect.y())


class Chips(QWidget):
    """A family of chips. ``several``: they are chosen one by one; otherwise one takes the place of another.

    Touched again, a chip does not hold any more; ``needed``: the last one that holds goes on holding.
    """

    chosen = Signal(frozenset)
    """The codes that hold now."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        label: str,
        *,
        several: bool = False,
        needed: bool = False,
        visitor: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._theme, self._several, self._needed = theme, several, needed
        self._size = "visitor" if visitor else "animator"
        self._buttons: dict[str, Button] = {}
        self._flow = Flow(self, theme.metrics.gap if visitor else 10)

    def offer(self, chips: Sequence[Chip], held: frozenset[str] = frozenset()) -> None:
        """Show ``chips`` in place of those that were there; ``held`` are chosen already."""
        for old in self._buttons.values():
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = {}
        for chip in chips:
            made = button(
                self._theme,
                chip.label,
                f"{self.objectName()}.{chip.code}",
                icon=chip.icon,
                kind="chip",
                size=self._size,
            )
            made.setCheckable(True)
            made.clicked.connect(lambda _checked=False, code=chip.code: self._touched(code))
            self._flow.addWidget(made)
            self._buttons[chip.code] = made
        self.hold(held)

    def hold(self, codes: frozenset[str]) -> None:
        """Let the chips of these codes hold, and no other."""
        for code, each in self._buttons.items():
            each.setChecked(code in codes)

    def held(self) -> frozenset[str]:
        """The codes that hold."""
        return frozenset(code for code, each in self._buttons.items() if each.isChecked())

    def _touched(self, code: str) -> None:
        held = self.held()
        if (code in held and not self._several) or (self._needed and not held):
            self.hold(frozenset({code}))
        self.chosen.emit(self.held())


def _by_width() -> QSizePolicy:
    """Return the policy of what is as high as its rows are at its width."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
