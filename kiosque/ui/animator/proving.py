"""Making a proof of visit: whose visit, which name to write; nothing of it is kept."""

from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions import papers
from kiosque.actions.daybook import Daybook, NotedVisit, noted_on
from kiosque.actions.network.network import animator_name
from kiosque.actions.visitors import proofs
from kiosque.db.store import Store
from kiosque.domain.codes import VISIT_REASONS
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.animator.proof_texts import proof_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.drafts import PASSING
from kiosque.ui.papers.proof import Proof
from kiosque.ui.places import Papers, Preview
from kiosque.ui.places import Proof as ProofPlace
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import empty, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.field import Field, Trouble
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.person import PersonRow, Shown

SIDE_WIDTH = 380
ONE, MONTH = "0", "30"
"""Days before the visit that are told too."""


@dataclass(frozen=True, slots=True)
class Line:
    """A visit of the day."""

    visit: int
    name: str
    note: str
    icon: str


@dataclass(frozen=True, slots=True)
class ProvingState:
    """The visits of a day and which one is meant; ``name`` takes the place of what was typed when ``fill``."""

    day: str = ""
    lines: tuple[Line, ...] = ()
    before: bool = False
    after: bool = False
    chosen: int | None = None
    known: bool = False
    period: str = ONE
    name: str = ""
    fill: bool = False
    wrong: dict[str, str] = field(default_factory=dict)


class ProvingScreen(AnimatorScreen[ProvingState]):
    """The visits of a day; at the side, the name and what is told."""

    visit = Signal(object)
    period = Signal(object)
    before = Signal()
    after = Signal()
    sent = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.proof", proof_words.PROOF)
        self._before = button(theme, noted_words.BEFORE, "proof.before", icon="arrow-left", clicked=self.before.emit)
        self._after = button(theme, noted_words.AFTER, "proof.after", icon="arrow-right", clicked=self.after.emit)
        self._day = words("", "a-label")
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, holder, stacked=True))
        self._stack.addWidget(nothing_yet(theme, "calendar-x", noted_words.NOTHING, noted_words.NOTHING_HOW))
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self._day)
        left.addWidget(Bar((self._before,), (self._after,)))
        left.addWidget(self._stack, 1)
        both = self.side_by_side(spacing=24)
        both.addLayout(left, 1)
        both.addWidget(self._side())
        self.body.addLayout(both, 1)

    def draw(self, state: ProvingState) -> None:
        """Show ``state``."""
        self.say_where(proof_words.PROOF, proof_words.WHICH)
        self._day.setText(state.day)
        self._before.setEnabled(state.before)
        self._after.setEnabled(state.after)
        self._stack.setCurrentIndex(0 if state.lines else 1)
        empty(self._list)
        for line in state.lines:
            shown = Shown(line.name, line.note, line.icon)
            made = PersonRow(self.theme, f"proof.visit.{line.visit}", shown, choosable=True)
            made.setChecked(line.visit == state.chosen)
            made.clicked.connect(tells(self.visit, line.visit))
            self._list.addWidget(made)
        self._list.addStretch(1)
        self._periods.setVisible(state.known)
        self._how_much.setVisible(state.known)
        self._periods.hold(frozenset({state.period}))
        if state.fill:
            self._name.line.setText(state.name)
        self._name.wrong(state.wrong.get("name", ""))
        self._missing.say(state.wrong.get("visit", ""))

    def _side(self) -> QWidget:
        theme = self.theme
        side, lines, _ = self.card_aside(SIDE_WIDTH)
        self._name = Field(theme, "proof.name", proof_words.NAME, hint=proof_words.NAME_HOW, visitor=False)
        self._name.line.setProperty(PASSING, True)
        self._name.line.returnPressed.connect(self._send)
        self._how_much = words(proof_words.HOW_MUCH, "a-strong")
        self._periods = Chips(theme, "proof.period", proof_words.HOW_MUCH)
        self._periods.offer([Chip(ONE, proof_words.ONE), Chip(MONTH, proof_words.MONTH)])
        self._periods.chosen.connect(self.period)
        self._missing = Trouble(theme, visitor=False)
        see = button(theme, proof_words.SEE, "proof.see", icon="eye", kind="primary", size="animator-big")
        see.clicked.connect(self._send)
        lines.setSpacing(12)
        for each in (self._name, self._how_much, self._periods, self._missing, see):
            lines.addWidget(each)
        lines.addStretch(1)
        return side

    def _send(self) -> None:
        self.sent.emit(self._name.text())


class ProvingPresenter(AnimatorPresenter[ProvingState]):
    """Goes from day to day, and makes the paper of one visit or of a month."""

    def __init__(self, backstage: Backstage, screen: Draws[ProvingState]) -> None:
        super().__init__(backstage, screen)
        self._day = local(backstage.services.now()).date()
        self._book: Daybook | None = None
        self._state = ProvingState()

    def start(self) -> None:
        """Read the day."""
        day = self._day
        self.read(lambda store: noted_on(store, day), self._found)

    def refresh(self) -> None:
        """Read it again."""
        self.start()

    def back(self) -> None:
        """To the papers."""
        self.backstage.stage.go(Papers())

    def begun(self) -> tuple[date, int | None, str]:
        """The day, the visit and the period that are chosen."""
        return self._day, self._state.chosen, self._state.period

    def resume(self, begun: tuple[date, int | None, str]) -> None:
        """Choose them again."""
        self._day, chosen, period = begun
        self._state = replace(self._state, chosen=chosen, period=period)
        self.start()

    def choose(self, visit: int) -> None:
        """This visit is meant; its name is written where it is known."""
        found = next((each for each in self._visits() if each.visit == visit), None)
        if found is not None:
            known = bool(found.name)
            period = self._state.period if known else ONE
            self._next(chosen=visit, known=known, name=found.name, fill=True, period=period, wrong={})

    def choose_period(self, codes: frozenset[str]) -> None:
        """That visit alone, or those before it too."""
        self._next(period=next(iter(codes), ONE))

    def before(self) -> None:
        """The day before on which somebody came."""
        self._turn(self._book.before if self._book else None)

    def after(self) -> None:
        """The day after."""
        self._turn(self._book.after if self._book else None)

    def send(self, name: str) -> None:
        """Look at the paper."""
        visit, written = self._state.chosen, " ".join(name.split())
        wrong = {} if written else {"name": proof_words.NAME_MISSING}
        if visit is None:
            wrong |= {"visit": proof_words.VISIT_MISSING}
        if wrong or visit is None:
            self._next(wrong=wrong)
            return
        days, author, now = int(self._state.period), self.backstage.animator, self.backstage.services.now()
        self.read(
            lambda store: _paper(store, visit, days, written, author, now),
            lambda paper: self.backstage.stage.go(Preview(paper, ProofPlace())),
        )

    def _turn(self, day: date | None) -> None:
        if day is not None:
            self._day = day
            self._next(chosen=None, known=False, wrong={})
            self.start()

    def _visits(self) -> tuple[NotedVisit, ...]:
        # A class has no name to write.
        return tuple(each for each in self._book.visits if each.group is None) if self._book else ()

    def _found(self, book: Daybook) -> None:
        self._book = book
        year = local(self.backstage.services.now()).year
        said = texts.day(book.day) if book.day.year == year else f"{texts.day(book.day)} {book.day.year}"
        lines = tuple(map(_line, self._visits()))
        self._next(day=said, lines=lines, before=book.before is not None, after=book.after is not None)

    def _next(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self.show(self._state)
        self._state = replace(self._state, fill=False)


def _line(noted: NotedVisit) -> Line:
    icon = VISIT_REASONS.find(noted.reason).icon if noted.reason else "user-round"
    name = noted.name or noted_words.UNNAMED
    return Line(noted.visit, name, noted_words.stayed(noted.arrived_at, noted.left_at), icon or "user-round")


def _paper(store: Store, visit: int, days: int, name: str, author: int, now: int) -> Proof:
    where, who = papers.where(store), animator_name(store, author)
    return Proof(name, proofs.stays(store, visit, days), who, where.antenna, where.association, now)
