"""A stage without a window: work is done at once, and what would be shown is remembered."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from kiosque.db.folder import Opened
from kiosque.domain.errors import KnownError
from kiosque.ui.backstage import Backstage
from kiosque.ui.lanes import Lane
from kiosque.ui.places import Place
from kiosque.ui.services import Services, UiSettings
from tests.stores import Space
from tests.ui.line import Line

S = TypeVar("S")
T = TypeVar("T")
P = TypeVar("P", bound=Place)


def at_once(
    lane: Lane, work: Callable[[], T], done: Callable[[T], None], refused: Callable[[KnownError], None]
) -> None:
    """Do the work on the spot: the order of things is that of the lanes, without their threads."""
    del lane
    try:
        result = work()
    except KnownError as error:
        refused(error)
    else:
        done(result)


class Pictures(Generic[S]):
    """A screen that only remembers."""

    def __init__(self) -> None:
        self.drawn: list[S] = []

    def draw(self, state: S) -> None:
        self.drawn.append(state)

    @property
    def last(self) -> S:
        return self.drawn[-1]


@dataclass
class Stage:
    """Where presenters go and what they say."""

    gone: list[Place] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    take_back: Callable[[], None] | None = None
    settled: list[UiSettings] = field(default_factory=list)
    ended: bool = False
    exercises: int = 0

    def go(self, place: Place) -> None:
        self.gone.append(place)

    def say(self, sentence: str) -> None:
        self.said.append(sentence)

    def offer_undo(self, sentence: str, take_back: Callable[[], None]) -> None:
        self.said.append(sentence)
        self.take_back = take_back

    def settle(self, settings: UiSettings) -> None:
        self.settled.append(settings)

    def quit(self) -> None:
        self.ended = True

    def practise(self) -> None:
        self.exercises += 1

    def at(self, kind: type[P]) -> P:
        """Return where one is, which must be a place of that kind."""
        assert isinstance(self.gone[-1], kind), self.gone[-1]
        return self.gone[-1]


def backstage(space: Space, stage: Stage) -> Backstage:
    """Return a backstage whose store is open."""

    def unlock(passphrase: str) -> Opened:
        del passphrase
        return Opened(space.store, space.animator)

    services = Services(unlock, Line(), space.clock)
    return Backstage(services, at_once, stage, Opened(space.store, space.animator))
