"""The counter: six ways to say that one comes or goes."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from kiosque.actions.network import network
from kiosque.actions.opening import permanences
from kiosque.db.store import Store
from kiosque.ui.counter.base import CounterPresenter
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.counter.texts import words_of
from kiosque.ui.order import LAST
from kiosque.ui.places import ByName, Card, Closed, Leave, Pictures, Reason, Unlock
from kiosque.ui.screen import Screen
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.aids import Aids
from kiosque.ui.widgets.basics import badge, icon_label, panel, row, words
from kiosque.ui.widgets.buttons import Tile, button
from kiosque.ui.widgets.grid import Grid
from kiosque.ui.widgets.hillside import Hillside
from kiosque.ui.widgets.sync_pill import SyncPill


@dataclass(frozen=True, slots=True)
class HomeState:
    """What the counter says; ``today`` and ``this_year`` are numbers of visits."""

    hello: str
    antenna: str
    today: int
    this_year: int


class HomeScreen(Screen[HomeState]):
    """Greets, says that visits are counted and that no name is required, then offers six tiles."""

    aloud = True
    card = Signal()
    pictures = Signal()
    by_name = Signal()
    first = Signal()
    unnamed = Signal()
    leaving = Signal()
    animator = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.home")
        metrics = theme.metrics
        # Where each tile holds few words in a row, its note and its picture leave them the room.
        self._small = metrics.compact or metrics.slim
        side, top = metrics.margin, metrics.margin // 2
        self.body.setContentsMargins(0, top, 0, 0)
        self.body.setSpacing(0)
        self._hello = words("", "hero", wrap=False)
        self._antenna = words("", "strong", wrap=False)
        self._hill = Hillside(theme, 90 if self._small else 150)
        self._caption_frame = panel("pill")
        self._thanks = words("", "strong", wrap=False)
        self._today = words("", "text", "quiet", wrap=False)
        # The way in of the animators has no edge: its word ends where the tiles end.
        for part, out in ((self._header(), theme.bare), (self._greeting(), 0), (self._tiles(), 0)):
            part.setContentsMargins(side, 0, side - out, 0)
            self.body.addLayout(part)
            self.body.addSpacing(metrics.gap if self._small else metrics.gap * 2)
        self._caption()
        self.body.addWidget(self._hill, 1)

    def draw(self, state: HomeState) -> None:
        """Show ``state``."""
        self._hello.setText(state.hello)
        self._antenna.setText(state.antenna)
        self._hill.fill(state.today)
        self._caption_frame.setVisible(state.this_year > 0)
        self._thanks.setText(words_of.thanks(state.this_year))
        self._today.setText(words_of.today(state.today))

    def _header(self) -> QBoxLayout:
        theme = self.theme
        enter = button(theme, texts.ANIMATOR, "animator", icon="key-round", kind="bare", size="visitor")
        enter.clicked.connect(self.animator)
        # Visitors come first.
        enter.setProperty(LAST, True)
        place = icon_label("door-open", theme.palette.action, round(theme.metrics.visitor * 1.3))
        pill = SyncPill(theme, pressable=False)
        if theme.metrics.narrow:
            lines = QVBoxLayout()
            lines.addLayout(row(place, self._antenna, 1, enter))
            lines.addLayout(row(pill, 1))
            return lines
        line = row(place, self._antenna, 1, enter)
        line.insertWidget(3, pill, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _greeting(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(4)
        aids = Aids(self.theme)
        if self.theme.metrics.narrow:
            lines.addWidget(self._hello)
            lines.addWidget(aids)
        else:
            lines.addLayout(row(self._hello, 1, aids))
        sentence = f"{words_of.COUNTED} {words_of.NAME_NOT_REQUIRED}"
        lines.addWidget(words(sentence, "label"))
        return lines

    def _tiles(self) -> QVBoxLayout:
        palette, metrics = self.theme.palette, self.theme.metrics
        offered = (
            ("counter.card", "id-card", words_of.HAVE_CARD, words_of.HAVE_CARD_NOTE, self.card),
            ("counter.pictures", "images", known_words.BY_PICTURES, known_words.BY_PICTURES_NOTE, self.pictures),
            ("counter.by_name", "user-search", known_words.BY_NAME, known_words.BY_NAME_NOTE, self.by_name),
            ("counter.first", "sparkles", words_of.FIRST_VISIT, words_of.FIRST_VISIT_NOTE, self.first),
            ("counter.unnamed", "user-round", words_of.UNNAMED, words_of.UNNAMED_NOTE, self.unnamed),
            ("counter.leave", "log-out", words_of.LEAVING, words_of.LEAVING_NOTE, self.leaving),
        )
        tiles = []
        for name, icon, title, note, signal in offered:
            leaves = name == "counter.leave"
            colour, ground = (palette.waiting, palette.surface) if leaves else (palette.action, palette.action_soft)
            tile = Tile(
                self.theme,
                name,
                title,
                icon=badge(icon, colour, ground, metrics.disc(56 if self._small else 84)),
                note="" if self._small else note,
                kind="leaving" if leaves else "plain",
                across=True,
                height=112 if self._small else 144,
            )
            tile.clicked.connect(signal)
            tiles.append(tile)
        grid = Grid(round(metrics.target * 3 * metrics.scale), metrics.gap, most=2 if metrics.narrow else 3)
        grid.put(tiles)
        lines = QVBoxLayout()
        lines.addWidget(grid)
        return lines

    def _caption(self) -> None:
        """Write on the sky, in a panel of its own: words keep their contrast whatever is drawn under them."""
        frame = self._caption_frame
        line = QHBoxLayout(frame)
        line.setContentsMargins(20, 8, 24, 8)
        line.setSpacing(12)
        metrics = self.theme.metrics
        line.addWidget(icon_label("heart", self.theme.palette.refusal, metrics.visitor))
        line.addWidget(self._thanks)
        line.addWidget(self._today)
        over = QVBoxLayout(self._hill)
        over.setContentsMargins(metrics.margin, 0, metrics.margin, 0)
        over.addWidget(frame, 0, Qt.AlignmentFlag.AlignLeft)
        over.addStretch(1)


class HomePresenter(CounterPresenter[HomeState]):
    """Knows how many came today, and where each tile leads."""

    def start(self) -> None:
        """Read what the counter says."""
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        self.read(_counted, self._read)

    def back(self) -> None:
        """Stay: this is where one comes back to."""

    def card(self) -> None:
        """Somebody has a card."""
        self.backstage.stage.go(Card(leaving=False))

    def pictures(self) -> None:
        """Somebody has three pictures."""
        self.backstage.stage.go(Pictures())

    def by_name(self) -> None:
        """Somebody gives their name."""
        self.backstage.stage.go(ByName())

    def first(self) -> None:
        """Somebody comes for the first time."""
        self.backstage.stage.go(Reason(first=True))

    def unnamed(self) -> None:
        """Somebody comes without giving a name."""
        self.backstage.stage.go(Reason(first=False))

    def leaving(self) -> None:
        """Somebody leaves."""
        self.backstage.stage.go(Leave())

    def animator(self) -> None:
        """An animator wants their desk."""
        self.backstage.stage.go(Unlock())

    def _read(self, found: tuple[str, int, int] | None) -> None:
        if found is None:
            self.backstage.stage.go(Closed())
            return
        antenna, today, this_year = found
        self.show(HomeState(words_of.hello(self.backstage.services.now()), antenna, today, this_year))


def _counted(store: Store) -> tuple[str, int, int] | None:
    """Return the antenna's name and its visits, of today and of this year; None when none is open."""
    permanence = permanences.current(store)
    # One that was forgotten on another day is settled by an animator before anybody is counted in it.
    if permanence is None or permanence.forgotten:
        return None
    antenna = network.here(store)
    name = antenna.name if antenna else ""
    return name, permanences.visits_today(store), permanences.visits_this_year(store)
