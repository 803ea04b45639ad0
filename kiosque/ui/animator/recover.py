"""After the recovery code: who is at work now, and the passphrase that they choose."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions.done import Done
from kiosque.actions.network import keys, network
from kiosque.actions.network.network import Animator
from kiosque.domain.errors import KnownError
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.texts import words_of
from kiosque.ui.places import Closed, Home, Open
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import disc, panel, words
from kiosque.ui.widgets.buttons import Tile, button
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import Grid, listed
from kiosque.ui.widgets.nothing import nothing_yet

SIDE_WIDTH = 420
"""Pixels: a passphrase of four words, read while it is chosen."""


@dataclass(frozen=True, slots=True)
class RecoverState:
    """The animators of the network, which one was touched (0: none yet), and what is wrong."""

    people: tuple[Animator, ...] | None = None
    """None until they were read."""
    chosen: int = 0
    wrong: str = ""
    waiting: bool = False


class RecoverScreen(AnimatorScreen[RecoverState]):
    """Names at the left; at the right, a passphrase, shown while it is chosen."""

    chosen = Signal(object)
    sent = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.recover", words_of.RECOVER)
        self.say_where(words_of.RECOVER, words_of.RECOVER_HOW)
        self._grid = Grid(round(250 * theme.metrics.scale), 12, most=3)
        self._people: tuple[Animator, ...] | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, self._grid, stacked=True))
        self._stack.addWidget(nothing_yet(theme, "users", words_of.RECOVER_NOBODY, words_of.RECOVER_NOBODY_HOW))
        both = self.side_by_side(self._stack, spacing=28)
        both.addWidget(self._side())
        self.body.addLayout(both, 1)

    def draw(self, state: RecoverState) -> None:
        """Show ``state``."""
        self._stack.setCurrentIndex(1 if state.people == () else 0)
        if state.people != self._people:
            self._people = state.people
            self._grid.put([self._tile(each) for each in state.people or ()])
        for tile in self._grid.findChildren(Tile):
            tile.setChecked(tile.objectName() == f"recover.{state.chosen}")
        self._phrase.wrong(state.wrong)
        self._send.setEnabled(bool(state.people) and not state.waiting)

    def first_focus(self) -> QWidget | None:
        """Type at once."""
        return self._phrase.line

    def _side(self) -> QWidget:
        side = panel("card")
        self.put_aside(side, SIDE_WIDTH)
        lines = QVBoxLayout(side)
        lines.setContentsMargins(24, 24, 24, 24)
        lines.setSpacing(12)
        lines.addWidget(words(words_of.RECOVER_PHRASE, "a-label"))
        lines.addWidget(words(words_of.RECOVER_PHRASE_HOW, "a-text", "quiet"))
        secret = Qt.InputMethodHint.ImhSensitiveData
        self._phrase = Field(self.theme, "recover.passphrase", words_of.UNLOCK_LABEL, visitor=False, keys=secret)
        self._phrase.line.returnPressed.connect(self._sent)
        self._send = button(self.theme, words_of.RECOVER_SEND, "recover.send", kind="primary", size="animator-big")
        self._send.clicked.connect(self._sent)
        lines.addWidget(self._phrase)
        lines.addWidget(self._send)
        lines.addStretch(1)
        return side

    def _tile(self, person: Animator) -> Tile:
        picture = disc(self.theme, "user-round", 44)
        tile = Tile(
            self.theme,
            f"recover.{person.id}",
            person.full_name,
            icon=picture,
            types=("a-label", "a-text"),
            across=True,
            height=72,
        )
        tile.setCheckable(True)
        tile.clicked.connect(lambda _checked=False: self.chosen.emit(person))
        return tile

    def _sent(self) -> None:
        if self._send.isEnabled():
            self.sent.emit(self._phrase.text())


class RecoverPresenter(AnimatorPresenter[RecoverState]):
    """Gives the animator who is here a passphrase of their own, then goes on to the permanence."""

    def start(self) -> None:
        """Read who could be here."""
        self._state = RecoverState()
        self.refresh()

    def begun(self) -> int:
        """Return who was chosen; 0: nobody."""
        return self._state.chosen

    def resume(self, begun: int) -> None:
        """Choose them again."""
        self._next(replace(self._state, chosen=begun))

    def refresh(self) -> None:
        """Headquarters' names may have come."""
        self.read(network.working, lambda people: self._next(replace(self._state, people=people)))

    def back(self) -> None:
        """Leave the permanence as it is."""
        self.backstage.stage.go(Home() if self.backstage.opened else Closed())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: nobody can arrive before it is known who receives them."""
        self.too_early(readings)

    def choose(self, person: Animator) -> None:
        """Note who says that they are here."""
        self._next(replace(self._state, chosen=person.id, wrong=""))

    def send(self, passphrase: str) -> None:
        """Give them ``passphrase``."""
        opened, animator = self.backstage.opened, self._state.chosen
        if opened is None or opened.by is None:
            message = "no recovery code opened this"
            raise RuntimeError(message)
        if not animator:
            self._next(replace(self._state, wrong=words_of.RECOVER_WHO))
            return
        by = opened.by
        self._next(replace(self._state, wrong="", waiting=True))
        self.write(
            lambda store: keys.choose_passphrase(store, by.path.parent, by.key, animator, passphrase),
            lambda done: self._given(done, animator),
            self._refused,
        )

    def _given(self, done: Done, animator: int) -> None:
        del done
        if self.backstage.opened is not None:
            self.backstage.opened = replace(self.backstage.opened, animator=animator)
        if self._alive:
            self.backstage.stage.go(Open())

    def _refused(self, error: KnownError) -> None:
        self._next(replace(self._state, wrong=told(error), waiting=False))

    def _next(self, state: RecoverState) -> None:
        self._state = state
        self.show(state)
