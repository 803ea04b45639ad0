"""Coming to a permanence that others hold: to be there with them, or to take over from them."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosque.actions.done import Done
from kiosque.actions.network import network
from kiosque.actions.opening import permanences, presence
from kiosque.actions.opening.presence import Presence
from kiosque.db.store import Store
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.permanence_texts import words_of
from kiosque.ui.places import Desk, Home, Open
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import centred, disc, words
from kiosque.ui.widgets.buttons import Tile

CARD_WIDTH = 820
DISC, ICON, TILE = 96, 56, 176


@dataclass(frozen=True, slots=True)
class JoinState:
    """Who comes, who is there, and what each answer means for them."""

    title: str
    there: str
    stay: str
    leave: str


class JoinScreen(AnimatorScreen[JoinState]):
    """One card, two equal answers."""

    together = Signal()
    relieve = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.join", "")
        self._card, inside = self.middle_card(CARD_WIDTH)
        self._title = words("", "a-title", centre=True)
        self._there = words("", "a-text", centre=True)
        inside.addLayout(centred(disc(theme, "handshake", DISC)))
        inside.addWidget(self._title)
        inside.addWidget(self._there)
        inside.addSpacing(theme.metrics.gap)
        self._answers = self.side_by_side()
        inside.addLayout(self._answers)
        self._tiles: list[Tile] = []
        self._card.hide()

    def draw(self, state: JoinState) -> None:
        """Show ``state``."""
        self._title.setText(state.title)
        self._there.setText(state.there)
        if not self._tiles:
            self._tiles = [
                self._tile("join.together", "users", words_of.JOIN_TOGETHER, state.stay, self.together),
                self._tile("join.relieve", "repeat", words_of.JOIN_RELIEVE, state.leave, self.relieve),
            ]
            for tile in self._tiles:
                self._answers.addWidget(tile, 1)
        for tile, note in zip(self._tiles, (state.stay, state.leave), strict=True):
            tile.note.setText(note)
            tile.setAccessibleName(f"{tile.title.text()}, {note}")
        self._card.show()

    def first_focus(self) -> QWidget | None:
        """Neither answer is chosen in advance."""
        return None

    def _tile(self, name: str, icon: str, title: str, note: str, answer: object) -> Tile:
        picture = disc(self.theme, icon, ICON)
        tile = Tile(self.theme, name, title, icon=picture, note=note, types=("a-label", "a-text"), height=TILE)
        tile.clicked.connect(answer)
        return tile


@dataclass(frozen=True, slots=True)
class Met:
    """The permanence that goes on, who is there, and who comes."""

    permanence: int
    there: tuple[Presence, ...]
    given_name: str


class JoinPresenter(AnimatorPresenter[JoinState]):
    """Writes who is there from now on; asks only when somebody else is."""

    def start(self) -> None:
        """Read who is there."""
        self._met: Met | None = None
        self.refresh()

    def refresh(self) -> None:
        """Read it again: on another PC of the room somebody may have left."""
        animator = self.backstage.animator
        self.read(lambda store: _meet(store, animator), self._found)

    def back(self) -> None:
        """Not be there: the counter goes on."""
        self.backstage.stage.go(Home())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: it is not said yet who receives."""
        self.too_early(readings)

    def together(self) -> None:
        """Be there with the others."""
        self._come(())

    def relieve(self) -> None:
        """Be there in the place of the others, who leave now."""
        self._come(tuple(each.id for each in self._met.there) if self._met else ())

    def _found(self, met: Met | None) -> None:
        self._met = met
        if met is None:
            self.backstage.stage.go(Open())
        elif any(each.animator == self.backstage.animator for each in met.there):
            self.backstage.stage.go(Desk())
        elif not met.there:
            self._come(())
        else:
            self.show(_state(met))

    def _come(self, relieved: tuple[int, ...]) -> None:
        if self._met is None:
            return
        permanence, animator = self._met.permanence, self.backstage.animator
        sure = not self.backstage.services.clock.in_doubt
        self.write(lambda store: presence.join(store, permanence, animator, relieved, clock_sure=sure), self._came)

    def _came(self, done: Done) -> None:
        self.backstage.stage.go(Desk())
        self.backstage.offer_undo(done, words_of.JOINED, texts.UNDONE, Home())


def _state(met: Met) -> JoinState:
    names = [each.name for each in met.there]
    since = min(each.started_at for each in met.there)
    return JoinState(
        words_of.hello(met.given_name), words_of.holds(names, since), words_of.stays(names), words_of.leaves(names)
    )


def _meet(store: Store, animator: int) -> Met | None:
    current = permanences.current(store)
    if current is None or current.forgotten:
        return None
    name = next((each.given_name for each in network.animators(store) if each.id == animator), "")
    return Met(current.id, presence.there(store, current.id), name)
