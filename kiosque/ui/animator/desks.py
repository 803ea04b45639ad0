"""The places of the space: a touch on a free one, then on who takes it; a touch on a taken one frees it."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions import desks, reception
from kiosque.actions.desks import Place
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.reception import Present
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.network_codes import DESK_FORMS
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.desks_texts import desks_words
from kiosque.ui.animator.texts import words_of
from kiosque.ui.places import Desks, More
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of, told
from kiosque.ui.widgets.basics import badge, empty, panel, words
from kiosque.ui.widgets.buttons import Tile, button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import Grid, listed
from kiosque.ui.widgets.nothing import nothing_yet

SIDE_WIDTH = 350
USUAL_FORM = "coworking"


@dataclass(frozen=True, slots=True)
class DesksState:
    """The places, which one is being taken, and who is here."""

    places: tuple[Place, ...] = ()
    here: tuple[Present, ...] = ()
    taking: int | None = None
    form: str = USUAL_FORM
    wrong: str = ""
    clear: bool = field(default=False)


class DesksScreen(AnimatorScreen[DesksState]):
    """A tile a place; at the side, who takes it, or one place more."""

    place = Signal(object)
    taker = Signal(object)
    form = Signal(object)
    added = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.desks", desks_words.PLACES)
        self.say_where(desks_words.PLACES, desks_words.WHO_HOW)
        self._grid = Grid(round(250 * theme.metrics.scale), 12, most=3)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, self._grid, stacked=True))
        self._stack.addWidget(nothing_yet(theme, "monitor", desks_words.NONE, desks_words.NONE_HOW))
        both = self.side_by_side(self._stack, spacing=24)
        both.addWidget(self._side())
        self.body.addLayout(both, 1)

    def draw(self, state: DesksState) -> None:
        """Show ``state``."""
        self._stack.setCurrentIndex(0 if state.places else 1)
        self._grid.put([self._tile(each, chosen=each.id == state.taking) for each in state.places])
        self._adding.setVisible(state.taking is None)
        self._taking.setVisible(state.taking is not None)
        empty(self._here)
        for present in state.here:
            label = f"{present.name or words_of.UNNAMED} · {texts.hour(present.arrived_at)}"
            self._here.addWidget(self._who(label, f"desks.here.{present.visit}", present.visit))
        self._here.addWidget(self._who(desks_words.ANYBODY, "desks.anybody", None))
        self._here.addStretch(1)
        self._forms.hold(frozenset({state.form}))
        self._name.wrong(state.wrong)
        if state.clear:
            self._name.line.clear()

    def _who(self, label: str, name: str, visit: int | None) -> QWidget:
        made = button(self.theme, label, name, icon="user-round")
        made.setProperty("align", "start")
        made.break_words()
        made.clicked.connect(tells(self.taker, visit))
        return made

    def _tile(self, place: Place, *, chosen: bool) -> Tile:
        palette, free = self.theme.palette, place.since is None
        colours = (palette.action, palette.action_soft) if free else (palette.attention, palette.attention_soft)
        colours = (palette.on_action, palette.action) if chosen else colours
        icon = "check" if chosen else DESK_FORMS.find(place.form).icon or "monitor"
        note = desks_words.FREE if place.since is None else desks_words.since(place.who, place.since)
        tile = Tile(
            self.theme,
            f"desks.place.{place.id}",
            place.name,
            icon=badge(icon, *colours, 44),
            note=note,
            types=("a-label", "a-text"),
            across=True,
            height=84,
        )
        tile.clicked.connect(tells(self.place, place.id))
        return tile

    def _side(self) -> QWidget:
        side = panel("card")
        self.put_aside(side, SIDE_WIDTH)
        self._taking, self._adding = QWidget(), QWidget()
        taking = QVBoxLayout(self._taking)
        taking.setContentsMargins(0, 0, 0, 0)
        taking.addWidget(words(desks_words.WHO, "a-label"))
        holder = QWidget()
        self._here = QVBoxLayout(holder)
        self._here.setContentsMargins(0, 0, 0, 0)
        taking.addWidget(listed(self.theme, holder, stacked=True), 1)
        adding = QVBoxLayout(self._adding)
        adding.setContentsMargins(0, 0, 0, 0)
        adding.setSpacing(12)
        adding.addWidget(words(desks_words.ADD, "a-label"))
        self._name = Field(self.theme, "desks.name", desks_words.NAME, hint=desks_words.NAME_HOW, visitor=False)
        self._name.line.returnPressed.connect(self._send)
        self._forms = Chips(self.theme, "desks.form", desks_words.FORM)
        self._forms.offer([Chip(code.code, short_of(code), code.icon) for code in DESK_FORMS])
        self._forms.chosen.connect(self.form)
        adding.addWidget(self._name)
        adding.addWidget(self._forms)
        adding.addWidget(button(self.theme, desks_words.SAVE, "desks.add", icon="plus", clicked=self._send))
        adding.addStretch(1)
        inside = QVBoxLayout(side)
        inside.setContentsMargins(20, 18, 20, 18)
        inside.addWidget(self._taking, 1)
        inside.addWidget(self._adding, 1)
        return side

    def _send(self) -> None:
        self.added.emit(self._name.text())


class DesksPresenter(AnimatorPresenter[DesksState]):
    """Takes, frees, adds."""

    def start(self) -> None:
        """Read the places."""
        self._state = DesksState()
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        self.read(_read, self._found)

    def back(self) -> None:
        """To where one came from."""
        self.backstage.stage.go(More())

    def touch(self, desk: int) -> None:
        """A free place is to be taken; a taken one is freed; one that is to be taken is not after all."""
        author = self.backstage.animator
        place = next((each for each in self._state.places if each.id == desk), None)
        if place is not None and place.since is not None:
            self.write(lambda store: desks.free(store, desk, author=author), self._freed)
        else:
            self._next(replace(self._state, taking=None if desk == self._state.taking else desk))

    def take(self, visit: int | None) -> None:
        """Somebody who is here, or somebody else, takes it."""
        desk, author = self._state.taking, self.backstage.animator
        if desk is not None:
            self.write(lambda store: desks.take(store, desk, visit=visit, author=author), self._taken)

    def choose(self, codes: frozenset[str]) -> None:
        """What a new place is."""
        self._next(replace(self._state, form=next(iter(codes), USUAL_FORM)))

    def add(self, name: str) -> None:
        """One place more."""
        form, author = self._state.form, self.backstage.animator
        self.write(
            lambda store: desks.add_desk(store, label=name, form=form, author=author), self._added, self._refused
        )

    def _taken(self, done: Done) -> None:
        self._state = replace(self._state, taking=None)
        self._done(done, desks_words.TAKEN)

    def _freed(self, done: Done) -> None:
        self._done(done, desks_words.FREED)

    def _added(self, done: Done) -> None:
        self._state = replace(self._state, clear=True, wrong="")
        self._done(done, desks_words.ADDED)

    def _done(self, done: Done, said: str) -> None:
        self.backstage.offer_undo(done, said, texts.UNDONE, Desks())
        self.refresh()

    def _refused(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            self._next(replace(self._state, wrong=told(error)))
        else:
            self.backstage.refused(error)

    def _found(self, read: tuple[tuple[Place, ...], tuple[Present, ...]]) -> None:
        self._next(replace(self._state, places=read[0], here=read[1]))

    def _next(self, state: DesksState) -> None:
        self._state = replace(state, clear=False)
        self.show(state)


def _read(store: Store) -> tuple[tuple[Place, ...], tuple[Present, ...]]:
    return desks.places(store), reception.present(store)
