"""What every screen of the counter shares: the way back, and a card that may come at any moment."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions.visitors import reception, visits
from kiosque.actions.visitors.visits import SignedIn, SignedOut
from kiosque.domain import card
from kiosque.domain.errors import KnownError
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.counter.texts import words_of
from kiosque.ui.places import Already, Farewell, Home, Household, NotFound, Welcome
from kiosque.ui.screen import Presenter, Screen
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.aids import Aids
from kiosque.ui.widgets.basics import Outdented, centred, retone, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.toast import ToastPlace

S = TypeVar("S")


class CounterScreen(Screen[S]):
    """One question, in the middle, with a way back above it."""

    back = Signal()
    # Beside the way back, where nothing can be touched: answers stand at the bottom.
    toast = ToastPlace.TOP_RIGHT

    def __init__(self, theme: Theme, name: str, question: str) -> None:
        super().__init__(theme, name)
        go_back = button(theme, texts.BACK, "back", icon="arrow-left", kind="bare", size="visitor")
        go_back.clicked.connect(self.back)
        self.aids = Aids(theme)
        self._back_width = go_back.sizeHint().width()
        self.head = Outdented(theme.bare).hold(*((go_back, 1) if theme.metrics.narrow else (go_back, self.aids, 1)))
        top = QVBoxLayout()
        top.setSpacing(theme.metrics.gap)
        top.addLayout(self.head)
        if theme.metrics.narrow:
            top.addWidget(self.aids)
        self.body.addLayout(top)
        self.question = words(question, "question", centre=True)
        self.question.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.question)

    @property
    def low(self) -> bool:
        """Whether it is a wide screen that has no height to lose; where words are few in a row, it scrolls anyway."""
        return self.theme.metrics.compact and not self.theme.metrics.narrow

    def in_middle(self, inside: QWidget, width: int) -> None:
        """Lay answers in the middle, short enough to be read at once on a wide screen too."""
        self.body.addLayout(centred(inside, round(width * self.theme.metrics.scale)))

    def offer_notice(self, wanted: SignalInstance) -> None:
        """Let what is kept, and why, be read from here: where no sentence comes to lie over it. Called last."""
        read = button(
            self.theme,
            known_words.NOTICE_OPEN,
            "notice",
            icon="shield-check",
            kind="bare",
            size="visitor",
            clicked=wanted.emit,
        )
        if self.low:
            self.aids.hide()
            self.head.insertWidget(1, read)
        else:
            self.body.insertWidget(self.body.count() - 1, read, 0, Qt.AlignmentFlag.AlignHCenter)

    def question_beside(self) -> None:
        """On a low screen, ask beside the way back: there is room for the answers only."""
        if self.low:
            self.aids.hide()
            self.body.removeWidget(self.question)
            last = self.head.count() - 1
            self.head.insertWidget(last, self.question, 1)
            # As much room at the right as the way back takes at the left: the question stands in the middle.
            self.head.setStretch(last + 1, 0)
            self.head.addSpacing(self._back_width)
            self.question.setAlignment(Qt.AlignmentFlag.AlignCenter)
            retone(self.question, type="label")


class CounterPresenter(Presenter[S]):
    """Escape goes home; a card that is scanned signs in."""

    def back(self) -> None:
        """Forget what was begun."""
        self.backstage.stage.go(Home())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Sign in the bearer of a card."""
        self.arrive_by_card(likeliest(readings), self.backstage.refused)

    def take_card(self, readings: tuple[str, ...], *, leaving: bool) -> None:
        """Sign the bearer of a card in or out, on a screen that was meant for something else."""
        code = likeliest(readings)
        if leaving:
            self.leave_by_card(code, self.backstage.refused)
        else:
            self.arrive_by_card(code, self.backstage.refused)

    def arrive_by_card(self, code: str, refused: Callable[[KnownError], None]) -> None:
        """Count the arrival of the bearer of ``code``, or ask whether they leave when they are here already.

        Of a household's card it is asked who is here.
        """

        def not_counted(error: KnownError) -> None:
            if isinstance(error, visits.AlreadyHere):
                self.backstage.stage.go(Already(error.visit))
            elif isinstance(error, reception.HouseholdCard):
                self.backstage.stage.go(Household(error.household))
            else:
                refused(error)

        self.write(lambda store: reception.sign_in_card(store, code), self._arrived, not_counted)

    def leave_by_card(self, code: str, refused: Callable[[KnownError], None]) -> None:
        """Note the departure of the bearer of ``code``; of a household's card it is asked who leaves."""

        def not_noted(error: KnownError) -> None:
            if isinstance(error, reception.HouseholdCard):
                self.backstage.stage.go(Household(error.household, leaving=True))
            else:
                refused(error)

        self.write(lambda store: reception.sign_out_card(store, code), self.left, not_noted)

    def left(self, signed: SignedOut) -> None:
        """Say good-bye, and offer to take the departure back."""
        self.backstage.stage.go(Farewell(signed.given_name))
        self.backstage.offer_undo(signed, words_of.DEPARTURE_NOTED, texts.UNDONE, Home())

    def patient(self, *, leaving: bool) -> bool:
        """Whether somebody may be looked for now: ten a minute; otherwise it is said calmly to wait."""
        now = self.backstage.services.now()
        if self.backstage.seeking.wait(now):
            self.backstage.stage.go(NotFound(leaving, patience=True))
            return False
        self.backstage.seeking.made(now)
        return True

    def _arrived(self, signed: SignedIn) -> None:
        self.backstage.stage.go(Welcome(signed))
        offer_undo_arrival(self.backstage, signed)


def offer_undo_arrival(backstage: Backstage, signed: SignedIn) -> None:
    """Say that the visit is counted, and offer to take it back."""
    backstage.offer_undo(signed, words_of.VISIT_COUNTED, texts.UNDONE, Home())


def likeliest(readings: tuple[str, ...]) -> str:
    """Return the first reading of a scan that is the code of a card; the first of all when none is."""
    for reading in readings:
        try:
            return card.read_card(reading)
        except card.UnreadableCard:
            continue
    return readings[0]
