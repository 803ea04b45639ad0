"""A good-bye, with four faces under it: one touch says how it was, and none is needed to leave."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosque.actions.visitors import feedback
from kiosque.domain.codelist import Code
from kiosque.domain.request_codes import FACES
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter
from kiosque.ui.counter.message import counts
from kiosque.ui.counter.texts import words_of
from kiosque.ui.counter.wish_texts import wish_words
from kiosque.ui.screen import Draws, Screen
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of
from kiosque.ui.widgets.basics import badge, centred, put_badge, words
from kiosque.ui.widgets.buttons import Tile, button
from kiosque.ui.widgets.grid import Grid
from kiosque.ui.widgets.hillside import Hillside

FACES_WIDTH = 900
"""Pixels, at the usual size of the text: of the four."""


@dataclass(frozen=True, slots=True)
class FarewellState:
    """What is said; ``face`` is the one that was touched, ``today`` the number of houses on the hill."""

    title: str
    thanks: str
    today: int
    face: str | None = None


class FarewellScreen(Screen[FarewellState]):
    """A few words, four faces with their words, and the hillside; it goes after ``stay`` milliseconds."""

    over = Signal()
    face = Signal(str)

    def __init__(self, theme: Theme, name: str, stay: int) -> None:
        super().__init__(theme, name)
        metrics, centre = theme.metrics, Qt.AlignmentFlag.AlignHCenter
        self._low = metrics.compact and not metrics.narrow
        self._disc = metrics.disc(56 if self._low else 72)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        top = QWidget()
        lines = QVBoxLayout(top)
        lines.setContentsMargins(metrics.margin, metrics.margin // 2, metrics.margin, 0)
        lines.setSpacing(metrics.gap // 2 if self._low else metrics.gap)
        self._title = words("", "label" if self._low else "hero", centre=True)
        self._noted = words("", "text", "quiet", centre=True)
        self._asked = words("", "label", centre=True)
        self._nobody = words(wish_words.NOBODY, "text", "quiet", centre=True)
        self._faces = Grid(round(metrics.target * 1.8 * metrics.scale), metrics.gap, most=2 if metrics.narrow else 4)
        self._pictures: dict[str, QLabel] = {}
        self._tiles = {code.code: self._tile(code.code, label_of(code)) for code in FACES}
        # Made before what stands under them: the keyboard goes that way.
        self._faces.put(list(self._tiles.values()))
        finished = button(theme, words_of.FINISHED, "message.done", icon="check", size="visitor")
        finished.clicked.connect(self.over)
        lines.addStretch(1)
        if not self._low:
            disc = badge("log-out", theme.palette.action, theme.palette.action_soft, metrics.disc(72))
            lines.addWidget(disc, 0, centre)
        lines.addWidget(self._title)
        lines.addWidget(self._noted)
        lines.addSpacing(metrics.gap // 2)
        lines.addWidget(self._asked)
        lines.addSpacing(4)
        lines.addLayout(centred(self._faces, round(FACES_WIDTH * metrics.scale)))
        lines.addWidget(self._nobody)
        lines.addSpacing(metrics.gap // 2)
        lines.addWidget(finished, 0, centre)
        lines.addStretch(1)
        self.body.addWidget(top, 3)
        self._hill = Hillside(theme, 70 if self._low else 96)
        self.body.addWidget(self._hill, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(stay)
        self._timer.timeout.connect(self.over)

    def draw(self, state: FarewellState) -> None:
        """Show ``state``."""
        self._title.setText(state.title)
        self._noted.setText(f"{words_of.DEPARTURE_NOTED} {state.thanks}")
        self._asked.setText(wish_words.THANKS if state.face else wish_words.HOW_WAS_IT)
        for code in FACES:
            self._touched(code, chosen=code.code == state.face)
        self._hill.fill(state.today)
        self._timer.start()

    def _tile(self, code: str, label: str) -> Tile:
        picture = badge("smile", self.theme.palette.action, self.theme.palette.action_soft, self._disc)
        self._pictures[code] = picture
        height = self.theme.metrics.target + (24 if self._low else 64)
        tile = Tile(self.theme, f"farewell.{code}", label, icon=picture, height=height)
        tile.setCheckable(True)
        tile.clicked.connect(lambda _checked=False: self.face.emit(code))
        return tile

    def _touched(self, code: Code, *, chosen: bool) -> None:
        palette = self.theme.palette
        colours = (palette.on_action, palette.action) if chosen else (palette.action, palette.action_soft)
        put_badge(self._pictures[code.code], "check" if chosen else code.icon, *colours, self._disc)
        self._tiles[code.code].setChecked(chosen)


class FarewellPresenter(CounterPresenter[FarewellState]):
    """Says good-bye to who has just left, and counts a face if they touch one."""

    def __init__(self, backstage: Backstage, screen: Draws[FarewellState], given_name: str | None) -> None:
        super().__init__(backstage, screen)
        self._given_name = given_name
        self._state: FarewellState | None = None
        self._face: str | None = None

    def start(self) -> None:
        """Count the houses, then say good-bye."""
        self.read(counts, self._say)

    def touch(self, face: str) -> None:
        """A face was touched: it counts in place of another; the same one again counts no more."""
        # Who is quick touches one before the houses are counted.
        before = self._face
        if face == before:
            self.write(lambda store: feedback.take_back(store, before), lambda _: self._next(None))
        else:
            self.write(lambda store: feedback.smile(store, face, instead_of=before), lambda _: self._next(face))

    def _say(self, counted: tuple[int, int]) -> None:
        today, this_year = counted
        said = FarewellState(words_of.farewell(self._given_name), words_of.thanks(this_year), today)
        self._state = replace(said, face=self._face)
        self.show(self._state)

    def _next(self, face: str | None) -> None:
        self._face = face
        if self._state is not None:
            self._state = replace(self._state, face=face)
            self.show(self._state)
