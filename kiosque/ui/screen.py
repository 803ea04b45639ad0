"""The two halves of a screen: what draws a frozen state, and what makes the next one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosque.domain.errors import KnownError
from kiosque.ui.backstage import Backstage
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import centred, panel
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.toast import ToastPlace

if TYPE_CHECKING:  # the first paint does not wait for the database's libraries
    from kiosque.db.store import Store

CARD_WIDTH = 680
"""Pixels, at the usual size of the text: a sentence of the animators on one line, two buttons side by side."""

S = TypeVar("S")
S_contra = TypeVar("S_contra", contravariant=True)
T = TypeVar("T")


class Draws(Protocol[S_contra]):
    """All that a presenter knows of its screen: tests may give it something that only remembers."""

    def draw(self, state: S_contra) -> None:
        """Show ``state``."""


class Screen(QWidget, Generic[S]):
    """Draws a state and emits intentions as signals. Knows no action and no store."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.setObjectName(name)
        self.body = QVBoxLayout(self)
        margin = theme.metrics.margin
        self.body.setContentsMargins(margin, margin // 2, margin, margin // 2)
        self.body.setSpacing(theme.metrics.gap)

    def draw(self, state: S) -> None:
        """Show ``state``."""
        raise NotImplementedError

    def middle_card(self, width: int = CARD_WIDTH) -> tuple[QFrame, QVBoxLayout]:
        """Put a card in the middle of the room that is left; return it, and the lines that it holds."""
        metrics = self.theme.metrics
        card = panel("card")
        lines = QVBoxLayout(card)
        edge = 24 if metrics.compact else 40
        side = 20 if metrics.narrow else 52
        lines.setContentsMargins(side, edge, side, edge)
        lines.setSpacing(10 if metrics.compact else 14)
        self.body.addStretch(1)
        # Larger letters take more room, as far as there is some.
        self.body.addLayout(centred(card, round(width * metrics.scale)))
        self.body.addStretch(2)
        return card, lines

    def put_aside(self, side: QWidget, width: int) -> None:
        """Keep ``side`` so wide beside what matters more; on a narrow screen it stands under it."""
        if not self.theme.metrics.narrow:
            side.setFixedWidth(round(width * self.theme.metrics.scale))

    def card_aside(self, width: int) -> tuple[QFrame, QVBoxLayout, QVBoxLayout]:
        """Make a card to stand so wide beside what matters more.

        Return it, its lines, which scroll where they are many, and what holds these: more may stand over or under them.
        """
        side, holder = panel("card"), QWidget()
        self.put_aside(side, width)
        around, lines = QVBoxLayout(side), QVBoxLayout(holder)
        around.setContentsMargins(20, 18, 20, 18)
        lines.setContentsMargins(0, 0, 0, 0)
        around.addWidget(listed(self.theme, holder, stacked=True), 1)
        return side, lines, around

    def side_by_side(self, *items: QWidget, spacing: int = 16) -> QBoxLayout:
        """Lay equal answers beside each other, or under each other where there is no room."""
        line = QVBoxLayout() if self.theme.metrics.narrow else QHBoxLayout()
        line.setSpacing(spacing)
        for each in items:
            line.addWidget(each, 1)
        return line

    toast = ToastPlace.LOW
    """Where nothing that can be touched is hidden by it."""
    aloud: ClassVar[bool] = False
    """Whether a voice may read it: only where no word on it can be anybody's name."""

    def first_focus(self) -> QWidget | None:
        """Return the widget that gets the keyboard when the screen appears; None: none yet."""
        return None


class Presenter(Generic[S]):
    """Receives intentions, calls actions through a lane, makes the next state. Holds no widget."""

    def __init__(self, backstage: Backstage, screen: "Draws[S]") -> None:
        self.backstage = backstage
        self._draw = screen.draw
        self._alive = True
        self._busy = False

    def start(self) -> None:
        """Make the first state. Called once, when the screen is on stage."""

    def refresh(self) -> None:
        """The journal has changed: read again what is shown, if it matters here."""

    def scanned(self, readings: tuple[str, ...]) -> None:
        """A card was scanned; ``readings`` are the ways to read it, likeliest first. Say calmly where it is taken."""
        del readings
        self.backstage.stage.say(texts.CARD_ELSEWHERE)

    def back(self) -> None:
        """Escape was pressed."""

    def begun(self) -> object:
        """Return what somebody has begun here, beside what stands in the lines of the screen; None: nothing."""
        return None

    def resume(self, begun: Any) -> None:  # noqa: ANN401 - what ``begun`` of the same presenter returned
        """Go on from there: the same place is drawn again, in another language. Called after ``start``."""

    def leave(self) -> None:
        """Another screen takes over: what is still under way is no longer of interest here."""
        self._alive = False

    def show(self, state: S) -> None:
        """Give the next state to the screen, unless it has gone."""
        if self._alive:
            self._draw(state)

    def read(self, work: "Callable[[Store], T]", done: Callable[[T], None]) -> None:
        """Read in the ``db`` lane; ``done`` is dropped when the screen has gone."""
        self.backstage.read(work, self._while_here(done))

    def write(
        self,
        work: "Callable[[Store], T]",
        done: Callable[[T], None],
        refused: Callable[[KnownError], None] | None = None,
    ) -> None:
        """Write in the ``db`` lane. A second tap before the answer is the same tap: it is passed over."""
        if self._busy:
            return
        self._busy = True

        def written(result: T) -> None:
            self._busy = False
            done(result)

        def not_written(error: KnownError) -> None:
            self._busy = False
            (refused or self.backstage.refused)(error)

        self.backstage.write(work, written, not_written)

    def _while_here(self, done: Callable[[T], None]) -> Callable[[T], None]:
        def checked(result: T) -> None:
            if self._alive:
                done(result)

        return checked
