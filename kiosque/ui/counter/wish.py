"""Wishing for a workshop: which one, nobody’s name; then, if they want to be called, whom."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.workshops import wishes
from kiosque.domain.errors import KnownError
from kiosque.domain.request_codes import SUBJECTS
from kiosque.ui import places
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter, CounterScreen
from kiosque.ui.counter.question import Question
from kiosque.ui.counter.texts import words_of
from kiosque.ui.counter.tiles import TilesScreen, TilesState
from kiosque.ui.counter.wish_texts import wish_words
from kiosque.ui.places import Home, Notice, Wish, WishCall, Wished
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of
from kiosque.ui.widgets.basics import row
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import Grid

FIRST = 5
"""Subjects on the first screen: with the way to the others, there are six things to touch."""
MORE = "more"
WIDEST, NARROWEST = 1180, 380


class WishScreen(TilesScreen):
    """Six tiles."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.wish", wish_words.WHICH)


class WishPresenter(CounterPresenter[TilesState]):
    """Notes the wish at once; being called is asked after."""

    def __init__(self, backstage: Backstage, screen: Draws[TilesState], place: Wish) -> None:
        super().__init__(backstage, screen)
        self._place = place

    def start(self) -> None:
        """Show the first subjects, or the others."""
        every = tuple((code.code, label_of(code), code.icon) for code in SUBJECTS)
        first = (*every[:FIRST], (MORE, wish_words.OTHERS, "circle-ellipsis"))
        self.show(TilesState(every[FIRST:] if self._place.more else first))

    def back(self) -> None:
        """From the others to the first; from there home."""
        self.backstage.stage.go(Wish(self._place.visit) if self._place.more else Home())

    def choose(self, subject: str) -> None:
        """Note that somebody would like that, or show the others."""
        visit = self._place.visit
        if subject == MORE:
            self.backstage.stage.go(Wish(visit, more=True))
            return

        def wished(done: Done) -> None:
            self.backstage.stage.go(Wished(done.record, visit))
            self.backstage.offer_undo(done, wish_words.NOTED, texts.UNDONE, Home())

        self.write(lambda store: wishes.wish(store, subject), wished)


def called() -> Question:
    """Ask whether somebody would like to be called; their wish is noted whatever they answer."""
    return Question(
        "counter.wished",
        wish_words.NOTED,
        wish_words.CALL,
        (wish_words.CALL_HOW,),
        words_of.REMEMBER_NO,
        wish_words.CALL_YES,
        "lightbulb",
        ("x", "phone"),
        notice=True,
    )


class WishedPresenter(CounterPresenter[Question]):
    """The wish is noted whatever the answer."""

    def __init__(self, backstage: Backstage, screen: Draws[Question], place: Wished) -> None:
        super().__init__(backstage, screen)
        self._place = place

    def notice(self) -> None:
        """They would like to know more first."""
        self.backstage.stage.go(Notice(self._place))

    def no(self) -> None:
        """They would rather not: nothing of them is kept."""
        self.backstage.stage.go(Home())

    def yes(self) -> None:
        """They would like to be called."""
        self.backstage.stage.go(WishCall(self._place.wish, self._place.visit))


@dataclass(frozen=True, slots=True)
class CallState:
    """What is wrong, by field."""

    wrong: dict[str, str] = field(default_factory=dict)


class CallScreen(CounterScreen[CallState]):
    """A first name and a number."""

    sent = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.wish_call", wish_words.CALL_WHOM)
        self._name = Field(theme, "wish.name", words_of.GIVEN_NAME)
        keys = Qt.InputMethodHint.ImhDigitsOnly
        self._phone = Field(theme, "wish.phone", wish_words.PHONE, hint=wish_words.PHONE_HINT, keys=keys)
        lines = Grid(round(NARROWEST * theme.metrics.scale), theme.metrics.gap * 2, most=2)
        for each in (self._name, self._phone):
            each.line.returnPressed.connect(self._send)
        lines.put([self._name, self._phone])
        send = button(theme, wish_words.SEND, "wish.send", icon="phone", kind="primary", size="visitor")
        send.clicked.connect(self._send)
        self.body.addStretch(1)
        self.in_middle(lines, WIDEST)
        self.body.addStretch(1)
        self.body.addLayout(row(1, send, 1))
        self.body.addStretch(1)
        self.question_beside()

    def first_focus(self) -> QWidget | None:
        """Type one's first name at once."""
        return self._name.line

    def draw(self, state: CallState) -> None:
        """Show ``state``."""
        self._name.wrong(state.wrong.get("name", ""))
        self._phone.wrong(state.wrong.get("phone", ""))

    def _send(self) -> None:
        self.sent.emit(self._name.text(), self._phone.text())


class CallPresenter(CounterPresenter[CallState]):
    """Notes whom to call."""

    def __init__(self, backstage: Backstage, screen: Draws[CallState], place: places.WishCall) -> None:
        super().__init__(backstage, screen)
        self._place = place

    def start(self) -> None:
        """Show empty lines."""
        self.show(CallState())

    def send(self, name: str, phone: str) -> None:
        """Note them, or say what is missing."""
        place = self._place
        self.write(
            lambda store: wishes.ask_to_be_called(store, place.wish, called=name, phone=phone, visit=place.visit),
            self._noted,
            self._refused,
        )

    def _noted(self, done: Done) -> None:
        self.backstage.stage.go(Home())
        self.backstage.offer_undo(done, wish_words.CALL_NOTED, texts.UNDONE, Home())

    def _refused(self, error: KnownError) -> None:
        said: dict[str, Callable[[], str]] = {
            "name": lambda: words_of.GIVEN_NAME_MISSING,
            "phone": lambda: wish_words.PHONE_WRONG,
        }
        if isinstance(error, BadInput) and error.field in said:
            self.show(CallState({error.field: said[error.field]()}))
        else:
            self.backstage.refused(error)
