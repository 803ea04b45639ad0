"""What is wrong with where things lie on a screen: nothing may leave it, be cut, overlap, or be too small to touch."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStyleOptionButton,
    QWidget,
)

from kiosque.ui.line import Said
from kiosque.ui.palette import Look
from kiosque.ui.reach import Reach
from kiosque.ui.screen import Screen
from kiosque.ui.services import UiSettings
from kiosque.ui.stylesheet import style_sheet
from kiosque.ui.theme import ANIMATOR_TARGET, Theme, metrics_for
from kiosque.ui.widgets.aids import Aids
from kiosque.ui.widgets.buttons import FULL_WHEN_CHECKED
from kiosque.ui.widgets.sync_pill import SyncPill
from tests.ui.made_screens import DENSITY, Made

LONGEST = Said("Gardé ici\u00a0: 1\u202f412\u00a0écritures partiront au retour de la ligne.", "cloud-upload", "waiting")
CUT = "…"
LINE_PAD = 36
"""Pixels at both sides of what is typed."""
LEAST_LIST = 60
"""Pixels: a list that is lower shows nobody."""
SETTLES = 6
"""Rounds of the event loop after which every layout has answered every other."""


@contextmanager
def room(size: tuple[int, int], scale: float = 1.0, look: Look | None = Look.LIGHT) -> Iterator["Room"]:
    """Open a window of that size, as the real one holds its screens; text enlarged by ``scale``.

    ``look``: None lays everything, and draws nothing.
    """
    metrics = metrics_for(size[1], DENSITY, scale, width=size[0])
    made = Room(size, Theme(look or Look.LIGHT, metrics), drawn=look is not None)
    try:
        yield made
    finally:
        made.close()


class Room:
    """A bare window with one screen at a time; what was there before is gone, and costs nothing."""

    def __init__(self, size: tuple[int, int], theme: Theme, *, drawn: bool = True) -> None:
        self.theme = theme
        self.window = QWidget()
        self.window.setObjectName("window")
        self.window.setStyleSheet(style_sheet(theme))
        self.window.resize(*size)
        self.reach = Reach()
        self.reach.setParent(self.window)
        self.reach.resize(*size)
        self.window.setUpdatesEnabled(drawn)
        self.window.show()

    def show(self, made: Made) -> Screen[object]:
        """Show a screen as the window does: with every help, and the longest sentence about the line."""
        self._clear()
        screen, state = made(self.theme)
        self.reach.put(screen)
        screen.draw(state)
        for aids in screen.findChildren(Aids):
            aids.draw(UiSettings(), aloud=True, written=True)
        for pill in screen.findChildren(SyncPill):
            pill.draw(LONGEST)
        screen.show()
        for _ in range(SETTLES):
            QApplication.processEvents()
        return screen

    def close(self) -> None:
        """Leave nothing behind."""
        self._clear()
        self.window.hide()
        _delete(self.window)

    def _clear(self) -> None:
        old = self.reach.takeWidget()
        if old is not None:
            _delete(old)


def _delete(widget: QWidget) -> None:
    widget.deleteLater()
    # No event loop runs here that would do it.
    QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)


def controls(screen: QWidget) -> list[QWidget]:
    """Return what can be touched or typed in."""
    found: list[QWidget] = [*screen.findChildren(QAbstractButton), *screen.findChildren(QLineEdit)]
    return [each for each in found if each.isVisible()]


def place_of(widget: QWidget, screen: QWidget) -> QRect:
    """Return where it lies on the screen."""
    return QRect(widget.mapTo(screen, QPoint(0, 0)), widget.size())


def list_of(widget: QWidget) -> QScrollArea | None:
    """Return the list in which it scrolls."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, Reach):
        if isinstance(around, QScrollArea):
            return around
        around = around.parentWidget()
    return None


def faults(screen: QWidget, *, least: int = ANIMATOR_TARGET, gap: int = 0) -> list[str]:
    """Return all that is wrong; ``least`` is the smallest height of a target, ``gap`` what is kept between two."""
    return [*_sideways(screen), *_outside(screen), *_cut(screen), *_small(screen, least), *_too_near(screen, gap)]


def _sideways(screen: QWidget) -> Iterator[str]:
    around = screen.parentWidget()
    if around is not None and screen.width() > around.width():
        yield f"the screen scrolls sideways by {screen.width() - around.width()}"
    for area in screen.findChildren(QScrollArea):
        held = area.widget()
        if held is not None and area.isVisible() and held.width() > area.viewport().width():
            yield f"a list scrolls sideways by {held.width() - area.viewport().width()}"
        if area.isVisible() and area.height() < LEAST_LIST:
            yield f"a list is {area.height()} high"


def _outside(screen: QWidget) -> Iterator[str]:
    """What leaves what it stands in is hidden by it, or lies on what is beside it. What scrolls may."""
    for each in screen.findChildren(QWidget):
        around = each.parentWidget()
        if around is None or isinstance(around, QScrollArea | QLineEdit):
            continue
        scrolls = isinstance(around.parentWidget(), QScrollArea)
        if each.isVisible() and not scrolls and not around.rect().contains(each.geometry()):
            yield f"{_name(each)} leaves what it stands in"


def _cut(screen: QWidget) -> Iterator[str]:
    for label in screen.findChildren(QLabel):
        if label.isVisible() and label.text():
            if label.width() < label.minimumSizeHint().width():
                yield f"a word is cut: {label.text()}"
            if label.height() < label.heightForWidth(label.width()):
                yield f"a line is cut: {label.text()}"
    yield from _cut_in_lines(screen)
    yield from _cut_in_buttons(screen)


def _cut_in_lines(screen: QWidget) -> Iterator[str]:
    for line in screen.findChildren(QLineEdit):
        wide = line.fontMetrics().horizontalAdvance(line.placeholderText())
        if line.isVisible() and not line.text() and wide > line.width() - LINE_PAD:
            yield f"what an empty line means is cut: {line.placeholderText()}"


def _cut_in_buttons(screen: QWidget) -> Iterator[str]:
    for button in screen.findChildren(QPushButton):
        option = QStyleOptionButton()
        button.initStyleOption(option)
        if button.isVisible() and option.text.count(CUT) > button.text().count(CUT):
            yield f"{_name(button)} is cut: {option.text}"
        heavy = QFont(button.font())
        heavy.setWeight(QFont.Weight.DemiBold)
        said, held = option.text, option.fontMetrics
        if button.isChecked() and button.property("kind") in FULL_WHEN_CHECKED:
            held = QFontMetrics(heavy)
        if option.fontMetrics.horizontalAdvance(said) < held.horizontalAdvance(said):
            yield f"{_name(button)} is measured in lighter letters than it is written in"
        lines = option.text.count("\n") + 1
        if button.isVisible() and option.text and lines * button.fontMetrics().height() > button.height():
            yield f"{_name(button)} has no room for {lines} lines"


def _small(screen: QWidget, least: int) -> Iterator[str]:
    for each in controls(screen):
        # At the counter a target has two sides; a line to type in is as high as its letters.
        wide = least if isinstance(each, QAbstractButton) and least > ANIMATOR_TARGET else ANIMATOR_TARGET
        high = ANIMATOR_TARGET if isinstance(each, QLineEdit) else least
        if each.width() < wide - 1 or each.height() < high - 1:
            yield f"{_name(each)} is {each.width()}x{each.height()}"


def _too_near(screen: QWidget, gap: int) -> Iterator[str]:
    together = defaultdict(list)
    for each in controls(screen):
        together[list_of(each)].append((_name(each), place_of(each, screen)))
    for placed in together.values():
        for one, (name, place) in enumerate(placed):
            grown = place.adjusted(-gap, -gap, gap, gap)
            for other, elsewhere in placed[one + 1 :]:
                if grown.intersects(elsewhere):
                    yield f"{name} is too near to {other}"


def _name(widget: QWidget) -> str:
    return widget.objectName() or getattr(widget, "text", str)() or type(widget).__name__
