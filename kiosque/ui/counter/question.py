"""A question with two equal answers: being remembered, leaving when one is here already."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosque.actions.visitors import reception
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter, CounterScreen
from kiosque.ui.counter.sign_up_texts import sign_up_words
from kiosque.ui.counter.texts import words_of
from kiosque.ui.places import Form, Home, Notice, Remember, SignUp, Welcome
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import disc, words
from kiosque.ui.widgets.buttons import Tile, button

ANSWERS_WIDTH = 980
"""Pixels, at the usual size of the text: of both answers."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. ``before`` says what is already done, ``after`` what follows; icons are Lucide names."""

    name: str
    before: str
    question: str
    after: tuple[str, ...]
    no: str
    yes: str
    icon: str
    icons: tuple[str, str]
    notice: bool = False
    """Whether what is kept, and why, can be read from here."""
    workshops: bool = False
    """Whether they can register at a workshop from here."""


def remember() -> Question:
    """Ask whether somebody would like to be remembered; their visit is counted whatever they answer."""
    return Question(
        "counter.remember",
        words_of.VISIT_COUNTED,
        words_of.REMEMBER,
        (words_of.REMEMBER_FREE, words_of.REMEMBER_HOW),
        words_of.REMEMBER_NO,
        words_of.REMEMBER_YES,
        "circle-check",
        ("x", "check"),
        notice=True,
    )


def already() -> Question:
    """Ask whether the bearer of a card, who is here already, leaves."""
    return Question(
        "counter.already",
        words_of.ALREADY,
        words_of.ALREADY_QUESTION,
        (),
        words_of.ALREADY_NO,
        words_of.ALREADY_YES,
        "circle-check",
        ("house", "log-out"),
        workshops=True,
    )


class QuestionScreen(CounterScreen[Question]):
    """Two answers of the same size and colour; none is chosen in advance."""

    aloud = True
    no = Signal()
    yes = Signal()
    notice = Signal()
    workshops = Signal()

    def __init__(self, theme: Theme, question: Question) -> None:
        super().__init__(theme, question.name, question.question)
        metrics = theme.metrics
        centre = Qt.AlignmentFlag.AlignHCenter
        # Above the question: what is certain comes before what is asked.
        self.body.insertWidget(1, words(question.before, "label", "action", centre=True))
        self.body.insertWidget(1, disc(theme, question.icon, 88), 0, centre)
        self.body.insertStretch(1, 1)
        for sentence in question.after:
            self.body.addWidget(words(sentence, "text", "quiet", centre=True))
        self.body.addSpacing(metrics.gap)
        tiles = []
        for name, answer, icon, signal in (
            ("no", question.no, question.icons[0], self.no),
            ("yes", question.yes, question.icons[1], self.yes),
        ):
            picture = disc(theme, icon, 64)
            tile = Tile(theme, f"{question.name}.{name}", answer, icon=picture, height=metrics.target * 2)
            tile.clicked.connect(signal)
            tiles.append(tile)
        answers = QWidget()
        both = self.side_by_side(*tiles, spacing=metrics.gap * (1 if metrics.narrow else 2))
        both.setContentsMargins(0, 0, 0, 0)
        answers.setLayout(both)
        self.in_middle(answers, ANSWERS_WIDTH)
        self.body.addStretch(2)
        if question.workshops:
            said, name = sign_up_words.WORKSHOPS, f"{question.name}.workshops"
            more = button(theme, said, name, icon="calendar-days", kind="bare", size="visitor")
            more.clicked.connect(self.workshops)
            self.body.addWidget(more, 0, centre)
        if question.notice:
            self.offer_notice(self.notice)

    def draw(self, state: Question) -> None:
        """Show ``state``: all of it is drawn from the start."""


class NameScreen(QuestionScreen):
    """A question in which somebody’s name stands: no voice says it in the room."""

    aloud = False


class RememberPresenter(CounterPresenter[Question]):
    """The visit is counted whatever the answer."""

    def __init__(self, backstage: Backstage, screen: Draws[Question], visit: int) -> None:
        super().__init__(backstage, screen)
        self._visit = visit

    def notice(self) -> None:
        """They would like to know more first."""
        self.backstage.stage.go(Notice(Remember(self._visit)))

    def no(self) -> None:
        """They would rather not: greet them as they are."""
        self.backstage.stage.go(Welcome(None))

    def yes(self) -> None:
        """They would like a card."""
        self.backstage.stage.go(Form(self._visit))

    def back(self) -> None:
        """Go home: the visit is counted, nothing else was said."""
        self.backstage.stage.go(Home())


class AlreadyPresenter(CounterPresenter[Question]):
    """A card that was shown a second time: coming or going?"""

    def __init__(self, backstage: Backstage, screen: Draws[Question], visit: int) -> None:
        super().__init__(backstage, screen)
        self._visit = visit

    def no(self) -> None:
        """They stay."""
        self.backstage.stage.go(Home())

    def workshops(self) -> None:
        """They would like to register at one."""
        self.backstage.stage.go(SignUp(self._visit))

    def yes(self) -> None:
        """They leave."""
        visit = self._visit
        self.write(lambda store: reception.sign_out(store, visit), self.left)
