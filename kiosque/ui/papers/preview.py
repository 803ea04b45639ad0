"""A paper as it will be: looked at, printed, or kept as a file where no printer is."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kiosque.domain.errors import KnownError
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.backstage import Backstage
from kiosque.ui.lanes import Lane
from kiosque.ui.papers.keeping import Kept, keep
from kiosque.ui.papers.paper import Paper, picture
from kiosque.ui.papers.texts import words_of
from kiosque.ui.places import Papers, Place
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import empty, icon_label, panel, row, words
from kiosque.ui.widgets.buttons import Button, button
from kiosque.ui.widgets.grid import listed

T = TypeVar("T")

SIDE_WIDTH = 380
MOST_PRINTERS = 4
"""That fit on the screen of 1024×600; the usual one is the first."""

LEAST = 280
"""Pixels: a page that is smaller shows nothing."""

PIXELS = 1600
"""Of the longer side of the picture: sharp on a screen of 1920 by 1080, and quickly drawn."""


@dataclass(frozen=True, slots=True)
class PreviewState:
    """``printers``: None while they are being looked for. ``said`` is good news, ``wrong`` is not."""

    title: str
    once: bool = False
    picture: QImage | None = field(default=None, compare=False)
    printers: tuple[str, ...] | None = None
    chosen: str = ""
    printing: bool = False
    said: str = ""
    wrong: str = ""


def _seen(paper: Paper) -> QImage:
    return picture(paper, PIXELS / max(paper.size.width, paper.size.height))


class PaperView(QWidget):
    """A picture of a page on the desk of the screen, as large as there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("preview.page")
        self._theme = theme
        self._picture: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(LEAST)

    def show_picture(self, picture: QImage | None, name: str) -> None:
        """Show it; ``name`` says what it is to who does not see."""
        self._picture = picture
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page in the middle, with its edge: white on a light ground is no page."""
        del event
        if self._picture is None:
            return
        ratio = self.devicePixelRatioF()
        room = QSize(round(self.width() * ratio), round(self.height() * ratio))
        size = self._picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        drawn = self._picture.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        drawn.setDevicePixelRatio(ratio)
        left = round((self.width() - size.width() / ratio) / 2)
        top = round((self.height() - size.height() / ratio) / 2)
        painter = QPainter(self)
        painter.drawImage(left, top, drawn)
        painter.setPen(QColor(self._theme.palette.border))
        painter.drawRect(left, top, round(size.width() / ratio) - 1, round(size.height() / ratio) - 1)
        painter.end()


class PreviewScreen(AnimatorScreen[PreviewState]):
    """The page at the left; at the right, what can be done with it."""

    printed = Signal()
    kept = Signal()
    printer = Signal(str)

    def __init__(self, theme: Theme, paper: Paper) -> None:
        super().__init__(theme, "animator.preview", paper.title)
        self._paper = paper
        self._page = PaperView(theme)
        self._drawing = words(words_of.PREVIEW_DRAWING, "a-text", "quiet", centre=True)
        left = QVBoxLayout()
        left.addWidget(self._drawing)
        left.addWidget(self._page, 1)
        across = self.side_by_side(spacing=theme.metrics.margin)
        across.addLayout(left, 1)
        across.addWidget(self._side())
        self.body.addLayout(across, 1)

    def draw(self, state: PreviewState) -> None:
        """Show ``state``."""
        self.title.setText(state.title)
        self._drawing.setVisible(state.picture is None)
        self._page.show_picture(state.picture, state.title)
        self._once.setVisible(state.once)
        none = state.printers == ()
        self._none.setVisible(none)
        self._choose(state)
        self._print.setVisible(not none)
        self._print.setEnabled(bool(state.printers) and not state.printing)
        said = words_of.PREVIEW_PRINTING if state.printing else words_of.PREVIEW_PRINT
        self._print.setText(f" {said}")
        self._print.setAccessibleName(said)
        self._said.setText(state.said)
        self._good.setVisible(bool(state.said))
        self._wrong.setText(state.wrong)
        self._bad.setVisible(bool(state.wrong))

    def _side(self) -> QWidget:
        theme, palette = self.theme, self.theme.palette
        side = panel("card")
        lines = QVBoxLayout(side)
        lines.setContentsMargins(24, 24, 24, 24)
        lines.setSpacing(14)
        self._once = _notice("eye", palette.waiting, words_of.PREVIEW_BADGE_ONCE, "waiting", theme)
        self._none = _notice("circle-slash", palette.waiting, words_of.PREVIEW_NO_PRINTER, "waiting", theme)
        self._printers = QVBoxLayout()
        self._printers.setSpacing(8)
        self._print = button(
            theme, words_of.PREVIEW_PRINT, "preview.print", icon="printer", kind="primary", size="animator-big"
        )
        self._print.clicked.connect(self.printed)
        keeping = button(theme, words_of.PREVIEW_KEEP, "preview.keep", icon="download", size="animator-big")
        keeping.clicked.connect(self.kept)
        how = words_of.PREVIEW_KEEP_BADGE_HOW if self._paper.secret else words_of.PREVIEW_KEEP_HOW
        self._said, self._wrong = words("", "a-text", "action"), words("", "a-text", "attention")
        self._good = _beside(icon_label("circle-check", palette.action, theme.metrics.animator), self._said)
        self._bad = _beside(icon_label("triangle-alert", palette.attention, theme.metrics.animator), self._wrong)
        for each in (self._once, self._none):
            lines.addWidget(each)
        lines.addLayout(self._printers)
        lines.addWidget(self._print)
        lines.addWidget(keeping)
        lines.addWidget(words(how, "a-text", "quiet"))
        lines.addSpacing(4)
        lines.addWidget(self._good)
        lines.addWidget(self._bad)
        lines.addStretch(1)
        area = listed(theme, side, stacked=True)
        self.put_aside(area, SIDE_WIDTH)
        return area

    def _choose(self, state: PreviewState) -> None:
        """Name the printer; where there are several, let one be chosen."""
        empty(self._printers)
        names = state.printers or ()
        if names:
            self._printers.addWidget(words(words_of.PREVIEW_PRINTER, "a-strong"))
        if len(names) == 1:
            self._printers.addWidget(words(names[0], "a-text", "quiet"))
            return
        for place, name in enumerate(names[:MOST_PRINTERS]):
            choice = Button(name, f"preview.printer.{place}", kind="chip")
            choice.ring_in(self.theme.palette, "chip")
            choice.setCheckable(True)
            choice.setChecked(name == state.chosen)
            choice.clicked.connect(lambda _checked=False, name=name: self.printer.emit(name))
            self._printers.addWidget(choice)


def _beside(picture: QWidget, said: QWidget) -> QWidget:
    holder = QWidget()
    line = row(picture, spacing=8)
    line.addWidget(said, 1)
    line.setContentsMargins(0, 0, 0, 0)
    line.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
    holder.setLayout(line)
    return holder


def _notice(icon: str, colour: str, sentence: str, kind: str, theme: Theme) -> QWidget:
    frame = panel(kind)
    line = row(icon_label(icon, colour, round(theme.metrics.animator * 1.2)), spacing=12)
    line.setContentsMargins(16, 14, 16, 14)
    line.addWidget(words(sentence, "a-text"), 1)
    frame.setLayout(line)
    return frame


class PreviewPresenter(AnimatorPresenter[PreviewState]):
    """Draws the page and looks for printers in their lane; prints, or keeps the file."""

    def __init__(self, backstage: Backstage, screen: Draws[PreviewState], paper: Paper, after: Place | None) -> None:
        super().__init__(backstage, screen)
        self._paper, self._after = paper, after or Papers()
        self._state = PreviewState(paper.title, once=paper.secret)

    def start(self) -> None:
        """Draw the page, and ask which printers there are."""
        paper, printers = self._paper, self.backstage.services.printers
        self.show(self._state)
        self._do(lambda: _seen(paper.face), lambda drawn: self._next(picture=drawn))
        if printers is None:
            self._next(printers=())
        else:
            self._do(printers.names, self._found)

    def refresh(self) -> None:
        """The journal says nothing of a paper."""

    def back(self) -> None:
        """Leave the paper: a badge that was not printed is gone."""
        self.backstage.stage.go(self._after)

    def choose(self, printer: str) -> None:
        """Take another printer, now and until the window is closed."""
        self.backstage.printer = printer
        self._next(chosen=printer)

    def print(self) -> None:
        """Print it, once a tap."""
        printers, paper, name = self.backstage.services.printers, self._paper, self._state.chosen
        if printers is None or not name or self._state.printing:
            return
        self._next(printing=True, said="", wrong="")
        self._do(
            lambda: printers.print(paper, name),
            lambda _: self._next(printing=False, said=words_of.PREVIEW_PRINTED),
        )

    def keep(self) -> None:
        """Keep its file."""
        services, paper = self.backstage.services, self._paper

        def kept() -> Kept:
            plugged = services.sticks.look() if services.sticks else None
            return keep(paper, plugged.stick if plugged else None, services.documents())

        self._next(said="", wrong="")
        self._do(kept, lambda at: self._next(said=words_of.kept_at(at.path.name, stick=at.stick)))

    def _found(self, names: tuple[str, ...]) -> None:
        wanted = self.backstage.printer
        self._next(printers=names, chosen=wanted if wanted in names else next(iter(names), ""))

    def _do(self, work: "Callable[[], T]", done: "Callable[[T], None]") -> None:
        self.backstage.submit(Lane.PAPER, work, self._while_here(done), self._refused)

    def _refused(self, error: KnownError) -> None:
        self._next(printing=False, wrong=told(error))

    def _next(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self.show(self._state)
