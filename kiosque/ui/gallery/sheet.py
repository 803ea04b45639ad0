"""One picture an exhibit: its states side by side, each with its word under it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from kiosque.ui.gallery.exhibits import Exhibit
from kiosque.ui.gallery.states import State, put
from kiosque.ui.palette import Look
from kiosque.ui.stylesheet import style_sheet
from kiosque.ui.theme import FAMILY, Theme, metrics_for

DENSITY = 96 / 25.4
WIDEST = 1160
"""Pixels of a sheet: as many cells side by side as fit."""
GAP = 24
CAPTION = 30
"""Pixels under a cell for the word of its state."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The picture, and where in it each state stands."""

    image: QImage
    cells: tuple[tuple[State, QRect], ...]


def theme_of(look: Look) -> Theme:
    """Return the theme in which components are drawn: a screen of 768 lines, of usual density."""
    return Theme(look, metrics_for(768, DENSITY))


@contextmanager
def same_everywhere() -> Iterator[None]:
    """Draw letters as no machine's own taste would have it: neither hinted nor in colours of the panel's stripes."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError(application)
    before = application.font()
    plain = QFont(FAMILY)
    plain.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    plain.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    application.setFont(plain)
    try:
        yield
    finally:
        application.setFont(before)


def draw(exhibit: Exhibit, theme: Theme, host: QWidget) -> Sheet:
    """Draw ``exhibit`` in all its states. ``host`` is a window that is shown, has the keyboard, and the style sheet."""
    pictures = [_picture(exhibit, state, theme, host) for state in exhibit.states]
    width, height = exhibit.width, max(each.height() for each in pictures)
    columns = max(1, (WIDEST - GAP) // (width + GAP))
    rows = -(-len(pictures) // columns)
    columns = min(columns, len(pictures))
    image = QImage(GAP + columns * (width + GAP), GAP + rows * (height + CAPTION + GAP), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.palette.background))
    painter = QPainter(image)
    font = QApplication.font()
    font.setPixelSize(15)
    painter.setFont(font)
    painter.setPen(QColor(theme.palette.quiet))
    cells = []
    for place, (state, picture) in enumerate(zip(exhibit.states, pictures, strict=True)):
        left = GAP + place % columns * (width + GAP)
        top = GAP + place // columns * (height + CAPTION + GAP)
        painter.drawImage(QPoint(left, top), picture)
        painter.drawText(QRect(left, top + height, width, CAPTION), Qt.AlignmentFlag.AlignCenter, state.value)
        cells.append((state, QRect(left, top, width, height)))
    painter.end()
    return Sheet(image, tuple(cells))


@contextmanager
def hosting(theme: Theme) -> Iterator[QWidget]:
    """Show a window for the specimens, in the style sheet of ``theme``."""
    host = QWidget()
    host.setObjectName("window")
    host.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    host.setStyleSheet(style_sheet(theme))
    host.resize(WIDEST, WIDEST)
    host.show()
    host.activateWindow()
    settle()
    try:
        yield host
    finally:
        host.hide()
        host.deleteLater()
        settle()


def settle() -> None:
    """Let what was asked of the event loop happen."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def _picture(exhibit: Exhibit, state: State, theme: Theme, host: QWidget) -> QImage:
    specimen = exhibit.make(theme, state, host)
    specimen.setParent(host)
    specimen.show()
    host.setFocus()
    wide = exhibit.width
    high = exhibit.height or _height(specimen, wide)
    specimen.setGeometry(0, 0, wide, high)
    settle()
    put(specimen, state)
    settle()
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.palette.background))
    specimen.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren | QWidget.RenderFlag.IgnoreMask)
    specimen.hide()
    specimen.setParent(None)
    specimen.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return image


def _height(specimen: QWidget, width: int) -> int:
    wanted = specimen.heightForWidth(width) if specimen.hasHeightForWidth() else specimen.sizeHint().height()
    return max(wanted, specimen.minimumHeight(), specimen.minimumSizeHint().height())
