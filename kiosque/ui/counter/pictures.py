"""Three pictures: being recognised by them, and choosing them. One list a screen, six to each."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal

from kiosque.actions.done import Done
from kiosque.actions.visitors import reception, recognition, visits
from kiosque.actions.visitors.recognition import PicturesTaken, Recognised
from kiosque.actions.visitors.visits import AlreadyHere, SignedIn, SignedOut
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.picture_codes import PICTURES
from kiosque.journal.entry import COUNTER
from kiosque.ui import places
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter, CounterScreen
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.counter.texts import words_of
from kiosque.ui.places import Already, ChoosePictures, Farewell, Given, Home, NotFound, Pictures, Ways
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of
from kiosque.ui.widgets.basics import badge, words
from kiosque.ui.widgets.buttons import Tile
from kiosque.ui.widgets.grid import Grid


@dataclass(frozen=True, slots=True)
class PicturesState:
    """Which of the three is asked for, and the codes, labels and icons of those offered."""

    place: int
    offered: tuple[tuple[str, str, str], ...]


class PicturesScreen(CounterScreen[PicturesState]):
    """Six tiles; what was touched before is not shown, to nobody who stands behind."""

    aloud = True
    touched = Signal(str)

    def __init__(self, theme: Theme, place: int, *, choosing: bool) -> None:
        name = "counter.choose_pictures" if choosing else "counter.pictures"
        super().__init__(theme, name, known_words.question(place, choosing=choosing))
        self._step = words(known_words.step(place), "text", "quiet", centre=True)
        self._grid = Grid(theme.metrics.target * 2, theme.metrics.gap, most=2 if theme.metrics.narrow else 3, fill=True)
        self.body.addWidget(self._step)
        self.body.addWidget(self._grid, 1)
        self.body.addSpacing(theme.metrics.gap)

    def draw(self, state: PicturesState) -> None:
        """Show ``state``."""
        palette = self.theme.palette
        disc = self.theme.metrics.disc(72 if self.theme.metrics.compact else 128)
        tiles = []
        for code, label, icon in state.offered:
            picture = badge(icon, palette.action, palette.action_soft, disc)
            tile = Tile(self.theme, f"picture.{code}", label, icon=picture)
            tile.clicked.connect(lambda _checked=False, code=code: self.touched.emit(code))
            tiles.append(tile)
        self._grid.put(tiles)


class PicturesPresenter(CounterPresenter[PicturesState]):
    """The third picture signs in, or out; it is asked afterwards whether it is they."""

    def __init__(self, backstage: Backstage, screen: Draws[PicturesState], place: Pictures) -> None:
        super().__init__(backstage, screen)
        self._place = place

    def start(self) -> None:
        """Show what is offered."""
        self.show(_offered(len(self._place.touched)))

    def back(self) -> None:
        """Take the last picture back."""
        touched = self._place.touched
        self.backstage.stage.go(replace(self._place, touched=touched[:-1]) if touched else Home())

    def touch(self, code: str) -> None:
        """A picture was touched."""
        touched = (*self._place.touched, code)
        if len(touched) < len(PICTURES):
            self.backstage.stage.go(replace(self._place, touched=touched))
        elif self.patient(leaving=self._place.leaving):
            work = _leave if self._place.leaving else _arrive
            self.write(lambda store: work(store, touched), self._found, self._missed)

    def _found(self, found: tuple[Recognised, SignedIn | SignedOut]) -> None:
        recognised, signed = found
        if isinstance(signed, SignedIn):
            self.backstage.stage.go(places.Recognised(signed, recognised.masked))
        else:
            # The name is not said: whoever touched three pictures has not said that it is theirs.
            self.backstage.stage.go(Farewell(None))
            self.backstage.offer_undo(signed, words_of.DEPARTURE_NOTED, texts.UNDONE, Home())

    def _missed(self, error: KnownError) -> None:
        if isinstance(error, AlreadyHere):
            self.backstage.stage.go(Already(error.visit))
        elif isinstance(error, recognition.NotFound | visits.NotHere):
            self.backstage.stage.go(NotFound(self._place.leaving))
        else:
            self.backstage.refused(error)


class ChoosePicturesPresenter(CounterPresenter[PicturesState]):
    """The third picture keeps all three, unless they are somebody's."""

    def __init__(self, backstage: Backstage, screen: Draws[PicturesState], place: ChoosePictures) -> None:
        super().__init__(backstage, screen)
        self._place = place

    def start(self) -> None:
        """Show what is offered."""
        self.show(_offered(len(self._place.chosen)))

    def back(self) -> None:
        """Take the last picture back."""
        chosen, given = self._place.chosen, self._place.given
        self.backstage.stage.go(ChoosePictures(given, chosen[:-1]) if chosen else Ways(given))

    def touch(self, code: str) -> None:
        """A picture was touched."""
        given, chosen = self._place.given, (*self._place.chosen, code)
        if len(chosen) < len(PICTURES):
            self.backstage.stage.go(ChoosePictures(given, chosen))
            return
        self.write(
            lambda store: recognition.choose_pictures(store, given.visitor, chosen),
            lambda done: self._kept(done, given),
            self._refused,
        )

    def _kept(self, done: Done, given: Given) -> None:
        self.backstage.stage.go(Ways(replace(given, done=given.done | {"pictures"})))
        self.backstage.offer_undo(done, known_words.PICTURES_KEPT, texts.UNDONE, Home())

    def _refused(self, error: KnownError) -> None:
        if isinstance(error, PicturesTaken):
            self.backstage.stage.go(ChoosePictures(self._place.given))
        self.backstage.refused(error)


def _offered(place: int) -> PicturesState:
    return PicturesState(place, tuple((code.code, label_of(code), code.icon) for code in PICTURES[place]))


def _arrive(store: Store, touched: tuple[str, ...]) -> tuple[Recognised, SignedIn | SignedOut]:
    found = recognition.by_pictures(store, touched)
    return found, reception.sign_in_visitor(store, found.visitor, author=COUNTER)


def _leave(store: Store, touched: tuple[str, ...]) -> tuple[Recognised, SignedIn | SignedOut]:
    found = recognition.by_pictures(store, touched)
    return found, recognition.sign_out_visitor(store, found.visitor)
