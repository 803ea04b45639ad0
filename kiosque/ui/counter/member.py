"""Somebody more of a household, said by the adult who has just received a card."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions.inputs import BadInput
from kiosque.actions.visitors import households
from kiosque.actions.visitors.households import Added
from kiosque.domain.errors import KnownError
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter, CounterScreen
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.counter.texts import words_of
from kiosque.ui.places import Given, Home, Ways
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import words
from kiosque.ui.widgets.buttons import Button, button
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import Grid

ADULT = ""
WIDEST, NARROWEST = 1180, 380
"""Pixels, at the usual size of the text: of all lines, of one."""
AGES = (ADULT, "douze_dix_huit", "moins_de_douze")
"""What is asked of a member's age: enough to know who must be answered for."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed of somebody; ``here``: they have come along today."""

    given_name: str
    family_name: str
    here: bool


@dataclass(frozen=True, slots=True)
class MemberState:
    """The age that was touched, and what is wrong, by field."""

    age: str = ADULT
    wrong_given: str = ""
    wrong_family: str = ""


class MemberScreen(CounterScreen[MemberState]):
    """Two lines, three ages, and two equal buttons: here today, or not."""

    sent = Signal(object)
    aged = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.member", known_words.MEMBER)
        metrics = theme.metrics
        self._given = Field(theme, "member.given_name", words_of.GIVEN_NAME)
        self._family = Field(theme, "member.family_name", known_words.MEMBER_FAMILY_NAME)
        self._ages: dict[str, Button] = {}
        ages = self.side_by_side(spacing=metrics.gap)
        for code, word in zip(AGES, (known_words.ADULT, known_words.TEENAGER, known_words.CHILD), strict=True):
            made = button(theme, word, f"member.age.{code or 'adult'}", kind="chip", size="visitor")
            made.setCheckable(True)
            made.clicked.connect(lambda _checked=False, code=code: self.aged.emit(code))
            self._ages[code] = made
            ages.addWidget(made, 1)
        names = Grid(round(NARROWEST * metrics.scale), metrics.gap * 2, most=2)
        names.put([self._given, self._family])
        lines = QWidget()
        band = QVBoxLayout(lines)
        band.setContentsMargins(0, 0, 0, 0)
        band.setSpacing(6)
        band.addWidget(names)
        band.addSpacing(metrics.gap)
        band.addWidget(words(known_words.MEMBER_AGE, "strong"))
        band.addLayout(ages)
        self.body.addWidget(words(known_words.MEMBER_ANSWERS, "text", "quiet", centre=True))
        self.body.addStretch(1)
        self.in_middle(lines, WIDEST)
        self.body.addStretch(1)
        self.in_middle(self._end(), WIDEST)
        self.body.addStretch(1)
        self.question_beside()

    def _end(self) -> QWidget:
        """Ask whether they have come along: two buttons of one size and colour, each of which sends."""
        answers = []
        for word, name, icon, here in (
            (known_words.MEMBER_AWAY, "member.away", "house", False),
            (known_words.MEMBER_HERE, "member.here", "hand", True),
        ):
            made = button(self.theme, word, name, icon=icon, size="visitor")
            made.clicked.connect(lambda _checked=False, here=here: self._send(here=here))
            answers.append(made)
        end = QWidget()
        both = self.side_by_side(*answers, spacing=self.theme.metrics.gap)
        both.setContentsMargins(0, 0, 0, 0)
        end.setLayout(both)
        return end

    def first_focus(self) -> QWidget | None:
        """Type a first name at once."""
        return self._given.line

    def draw(self, state: MemberState) -> None:
        """Show ``state``."""
        for code, each in self._ages.items():
            each.setChecked(code == state.age)
        self._given.wrong(state.wrong_given)
        self._family.wrong(state.wrong_family)

    def _send(self, *, here: bool) -> None:
        self.sent.emit(Said(self._given.text(), self._family.text(), here))


class MemberPresenter(CounterPresenter[MemberState]):
    """Writes them down; the household's card is shown then."""

    def __init__(self, backstage: Backstage, screen: Draws[MemberState], given: Given) -> None:
        super().__init__(backstage, screen)
        self._given = given
        self._state = MemberState()

    def start(self) -> None:
        """Show empty lines."""
        self.show(self._state)

    def begun(self) -> str:
        """Return the age that was touched."""
        return self._state.age

    def resume(self, begun: str) -> None:
        """Touch it again."""
        self.age(begun)

    def back(self) -> None:
        """Back to the ways."""
        self.backstage.stage.go(Ways(self._given))

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: who is writing comes first."""
        del readings
        self.backstage.stage.say(known_words.CARD_LATER)

    def age(self, code: str) -> None:
        """An age was touched."""
        self._next(replace(self._state, age=code))

    def sent(self, said: Said) -> None:
        """Check what was said, and write it down."""
        if not said.given_name.strip():
            self._next(replace(self._state, wrong_given=words_of.GIVEN_NAME_MISSING, wrong_family=""))
            return
        visitor, band = self._given.visitor, self._state.age or None
        self.write(
            lambda store: households.add_member(
                store,
                visitor,
                given_name=said.given_name,
                family_name=said.family_name,
                age_band=band,
                here=said.here,
            ),
            self._added,
            self._refused,
        )

    def _added(self, added: Added) -> None:
        given = self._given
        done = given.done | {"household"}
        self.backstage.stage.go(Given(given.given_name, added.card, given.visitor, household=True, done=done))
        self.backstage.offer_undo(added, known_words.MEMBER_ADDED, texts.UNDONE, Home())

    def _refused(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            wrong = told(error)
            given, family = (wrong, "") if error.field == "given_name" else ("", wrong)
            self._next(replace(self._state, wrong_given=given, wrong_family=family))
        else:
            self.backstage.refused(error)

    def _next(self, state: MemberState) -> None:
        self._state = state
        self.show(state)
