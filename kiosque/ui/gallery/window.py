"""The window of the gallery: every sheet of a look, one under the other, and each component to be tried by hand."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kiosque.ui.app import application
from kiosque.ui.gallery import sheet
from kiosque.ui.gallery.exhibits import EXHIBITS, Exhibit
from kiosque.ui.gallery.states import State
from kiosque.ui.palette import Look
from kiosque.ui.stylesheet import style_sheet
from kiosque.ui.widgets.basics import empty, words
from kiosque.ui.widgets.grid import scrolled
from kiosque.ui.widgets.segments import Segment, Segments

TITLE = "Galerie"
LOOKS = {Look.LIGHT: "Clair", Look.DARK: "Sombre", Look.CONTRAST: "Contrasté"}
SIZE = (1280, 900)


class Gallery(QWidget):
    """Shows the sheets of one look."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(*SIZE)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(32, 20, 32, 0)
        self._lines.setSpacing(16)

    def show_look(self, look: Look) -> None:
        """Draw everything in ``look``; the window is shown."""
        theme = sheet.theme_of(look)
        empty(self._lines)
        self.setStyleSheet(style_sheet(theme))
        segments = [Segment(each.value, said) for each, said in LOOKS.items()]
        choice = Segments(theme, "gallery.look", TITLE, segments, look.value)
        choice.chosen.connect(lambda code: QTimer.singleShot(0, lambda: self.show_look(Look(code))))
        self._lines.addWidget(choice)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(12)
        for exhibit in EXHIBITS:
            column.addWidget(words(exhibit.name, "a-label"))
            column.addWidget(self._picture(exhibit, look))
            if State.HOVER in exhibit.states:
                tried = exhibit.make(theme, State.REST, inside)
                tried.setMaximumWidth(exhibit.width)
                column.addWidget(tried)
            line = QFrame()
            line.setProperty("panel", "line")
            line.setFixedHeight(1)
            column.addWidget(line)
        self._lines.addWidget(scrolled(inside), 1)

    def _picture(self, exhibit: Exhibit, look: Look) -> QLabel:
        label = QLabel()
        drawn = sheet.draw(exhibit, sheet.theme_of(look), self)
        label.setPixmap(QPixmap.fromImage(drawn.image))
        label.setAccessibleName(f"{exhibit.name} : {', '.join(state.value for state in exhibit.states)}")
        return label


def show() -> int:
    """Show the gallery until it is closed; return the exit status."""
    running = application()
    window = Gallery()
    window.show()
    window.activateWindow()
    window.show_look(Look.LIGHT)
    return running.exec()
