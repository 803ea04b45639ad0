"""A greeting: big, short, and gone by itself."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosque.actions.opening import permanences
from kiosque.actions.visitors.visits import SignedIn
from kiosque.actions.workshops import signing_up
from kiosque.db.store import Store
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter
from kiosque.ui.counter.sign_up_texts import sign_up_words
from kiosque.ui.counter.texts import words_of
from kiosque.ui.counter.wish_texts import wish_words
from kiosque.ui.places import SignUp, Wish
from kiosque.ui.screen import Draws, Screen
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import badge, row, words
from kiosque.ui.widgets.buttons import Button, button
from kiosque.ui.widgets.hillside import Hillside


@dataclass(frozen=True, slots=True)
class Message:
    """What is said; ``today`` is the number of houses on the hill."""

    title: str
    lines: tuple[str, ...]
    icon: str
    today: int
    workshops: bool = False
    """Whether they can register at a workshop from here."""
    wish: bool = False
    """Whether they can wish for one."""


class MessageScreen(Screen[Message]):
    """A few words over the hillside; it goes after ``stay`` milliseconds."""

    over = Signal()
    workshops = Signal()
    wish = Signal()

    def __init__(self, theme: Theme, name: str, stay: int) -> None:
        super().__init__(theme, name)
        metrics = theme.metrics
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        top = QWidget()
        self._lines = QVBoxLayout(top)
        self._lines.setContentsMargins(metrics.margin, metrics.margin, metrics.margin, 0)
        self._lines.setSpacing(metrics.gap)
        self.body.addWidget(top, 3)
        self._hill = Hillside(theme, 120 if metrics.compact else 200)
        self.body.addWidget(self._hill, 2)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._stay = stay
        self._timer.setInterval(stay)
        self._timer.timeout.connect(self.over)

    def draw(self, state: Message) -> None:
        """Show ``state``."""
        palette, metrics = self.theme.palette, self.theme.metrics
        centre = Qt.AlignmentFlag.AlignHCenter
        self._lines.addStretch(1)
        disc = metrics.disc(80 if metrics.compact else 112)
        self._lines.addWidget(badge(state.icon, palette.action, palette.action_soft, disc), 0, centre)
        self._lines.addWidget(words(state.title, "hero", centre=True))
        for place, line in enumerate(state.lines):
            kind, tone = ("label", "") if place == 0 else ("text", "quiet")
            self._lines.addWidget(words(line, kind, tone, centre=True))
        finished = button(self.theme, words_of.FINISHED, "message.done", icon="check", size="visitor")
        finished.clicked.connect(self.over)
        self._lines.addSpacing(metrics.gap // 2)
        self._lines.addLayout(self._ends(state, finished))
        self._lines.addStretch(1)
        self._hill.fill(state.today)
        if state.workshops or state.wish:
            # There is something to choose: it stays as long again.
            self._timer.setInterval(2 * self._stay)
        self._timer.start()

    def _ends(self, state: Message, finished: Button) -> QBoxLayout:
        """Lay what can be touched, in the middle."""
        said = [finished]
        if state.wish:
            icon, made = "lightbulb", wish_words.OPEN
            clicked = self.wish.emit
            said.insert(0, button(self.theme, made, "message.wish", icon=icon, size="visitor", clicked=clicked))
        if state.workshops:
            icon, made = "calendar-days", sign_up_words.WORKSHOPS
            clicked = self.workshops.emit
            said.insert(0, button(self.theme, made, "message.workshops", icon=icon, size="visitor", clicked=clicked))
        gap = self.theme.metrics.gap
        if not self.theme.metrics.narrow:
            return row(1, *said, 1, spacing=gap)
        lines = QVBoxLayout()
        lines.setSpacing(gap)
        for each in said:
            lines.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        return lines


class WelcomePresenter(CounterPresenter[Message]):
    """Greets who has just arrived."""

    def __init__(self, backstage: Backstage, screen: Draws[Message], signed: SignedIn | None) -> None:
        super().__init__(backstage, screen)
        self._signed = signed

    def start(self) -> None:
        """Count the houses, then greet."""
        self.read(_welcomes, self._greet)

    def workshops(self) -> None:
        """They would like to register at one."""
        if self._signed:
            self.backstage.stage.go(SignUp(self._signed.visit))

    def wish(self) -> None:
        """They would like a workshop that is not there."""
        self.backstage.stage.go(Wish(self._signed.visit if self._signed else None))

    def _greet(self, counted: tuple[int, int, bool]) -> None:
        today, this_year, offered = counted
        name, returning = (self._signed.given_name, self._signed.returning) if self._signed else (None, False)
        title = words_of.greeting(name, self.backstage.services.now(), returning=returning)
        said = f"{words_of.VISIT_COUNTED} {words_of.GOOD_VISIT}"
        to_choose = offered and self._signed is not None
        self.show(Message(title, (said, words_of.thanks(this_year)), "hand", today, to_choose, wish=True))


def _welcomes(store: Store) -> tuple[int, int, bool]:
    """Return the visits of today and of this year, and whether any workshop is to come."""
    return *counts(store), signing_up.any_offered(store)


def counts(store: Store) -> tuple[int, int]:
    """Return the visits of today and of this year."""
    return permanences.visits_today(store), permanences.visits_this_year(store)
