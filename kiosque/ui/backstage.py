"""What presenters reach without seeing the window: the lanes, the store, the other screens, the undo."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from kiosque.domain.errors import KnownError
from kiosque.ui.animator.desk_texts import desk_words
from kiosque.ui.attempts import Attempts
from kiosque.ui.lanes import Lane, Submit
from kiosque.ui.places import Place
from kiosque.ui.services import Services, UiSettings
from kiosque.ui.told import told

if TYPE_CHECKING:  # the first paint does not wait for the database's libraries
    from kiosque.actions.done import Done
    from kiosque.db.folder import Opened
    from kiosque.db.store import Store

T = TypeVar("T")


class Stage(Protocol):
    """The window, as presenters know it."""

    def go(self, place: Place) -> None:
        """Show another screen; what the present one held is forgotten."""

    def say(self, sentence: str) -> None:
        """Say one calm sentence over the screen."""

    def offer_undo(self, sentence: str, take_back: Callable[[], None]) -> None:
        """Say what was done and offer to take it back, for ten seconds."""

    def settle(self, settings: UiSettings) -> None:
        """Draw everything in other local settings from now on."""

    def quit(self) -> None:
        """End the program. Only an animator's screen may ask for it."""

    def practise(self) -> None:
        """Begin an exercise, in a window of its own."""


@dataclass(slots=True)
class Backstage:
    """One for the whole window. Only the GUI thread touches it; work that it submits gets the store."""

    services: Services
    submit: Submit
    stage: Stage
    opened: "Opened | None" = None
    attempts: Attempts = field(init=False)
    """Of opening: they count from one screen to the next, and over a restart."""
    seeking: Attempts = field(default_factory=Attempts)
    """Of being recognised at the counter without a card."""
    printer: str = ""
    """The one that somebody chose among several; empty: the usual one."""
    settings: UiSettings = field(init=False)
    """Those of this PC, as they stand now."""

    def __post_init__(self) -> None:
        self.settings = self.services.settings
        self.attempts = Attempts(self.services.attempts)

    @property
    def animator(self) -> int:
        """The animator who unlocked last; 0 before anybody did."""
        return self.opened.animator if self.opened else 0

    def read(self, work: "Callable[[Store], T]", done: Callable[[T], None]) -> None:
        """Run ``work`` on the store in the ``db`` lane, then ``done`` on the GUI thread."""
        store = self._store()
        self.submit(Lane.DB, lambda: work(store), done, self.refused)

    def write(
        self,
        work: "Callable[[Store], T]",
        done: Callable[[T], None],
        refused: Callable[[KnownError], None],
    ) -> None:
        """As ``read``, for work that adds to the journal and may be refused."""
        store = self._store()
        self.submit(Lane.DB, lambda: work(store), done, refused)

    def offer_undo(
        self,
        what: "Done",
        sentence: str,
        said: str,
        home: Place,
        by: "Callable[[Store], int | None] | None" = None,
    ) -> None:
        """Offer to take ``what`` back; when it is taken back, say ``said`` and go ``home``.

        ``by``: how, where it is more than saying the opposite. To animators it is also said how many acts of help went
        along to the bin.
        """
        if not what.entries:
            return
        author = 0 if home.counter else self.animator

        def take_back(store: "Store") -> int:
            from kiosque.actions.done import undo  # noqa: PLC0415 - the first paint does not wait for SQLAlchemy

            return undo(store, what, author)

        def gone(along: int | None) -> None:
            self.stage.go(home)
            self.stage.say(desk_words.along(along) if along and not home.counter else said)

        self.stage.offer_undo(sentence, lambda: self.write(by or take_back, gone, self.refused))

    def refused(self, error: KnownError) -> None:
        """Say the sentence of an expected failure."""
        self.stage.say(told(error))

    def _store(self) -> "Store":
        if self.opened is None:
            message = "no screen may reach the store before it is unlocked"
            raise RuntimeError(message)
        return self.opened.store
