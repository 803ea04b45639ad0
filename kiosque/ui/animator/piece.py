"""One piece of equipment: the state it is in, who has it, and what became of it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.domain.equipment_codes import PROBLEMS, STATES
from kiosque.ui.animator.base import AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.equipment_texts import equipment_words
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of, short_of
from kiosque.ui.widgets.basics import empty, icon_label, row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.grid import listed_card

DAYS = ("0", "7", "14", "30", "90")
"""How long something is lent, in days; two weeks unless another is touched."""


@dataclass(frozen=True, slots=True)
class Borrower:
    """Somebody who is here and known."""

    visitor: int
    name: str


@dataclass(frozen=True, slots=True)
class Out:
    """A loan: to whom and since when, until when, and whether it should have come back."""

    who: str
    due: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class PieceState:
    """What the screen says. ``asking``: the state of which it is asked what is wrong; ``lends``: it may be lent.

    ``gone``: it was taken away for good.
    """

    name: str = ""
    about: str = ""
    state: str | None = None
    seen: str = ""
    asking: str | None = None
    corrigible: bool = False
    story: tuple[str, ...] = ()
    out: Out | None = None
    lends: bool = True
    gone: bool = False
    days: str = "14"
    here: tuple[Borrower, ...] = ()


class PieceScreen(AnimatorScreen[PieceState]):
    """Its state at the left, its loan at the right."""

    state = Signal(object)
    problem = Signal(object)
    mistaken = Signal()
    days = Signal(object)
    borrower = Signal(object)
    search = Signal()
    back_again = Signal()
    longer = Signal()
    never = Signal()
    label = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.piece", "")
        cards = self.side_by_side(spacing=12 if theme.metrics.compact else 20)
        left, right = listed_card(self.theme, cards), listed_card(self.theme, cards)
        self._fill_state(left)
        self._fill_loan(right)
        self.body.addLayout(cards, 1)

    def draw(self, state: PieceState) -> None:
        """Show ``state``."""
        self.say_where(state.name, state.about)
        self._seen.setText(state.seen)
        held = state.asking or state.state
        self._states.hold(frozenset({held} if held else ()))
        self._asked.setVisible(state.asking is not None)
        self._problems.setVisible(state.asking is not None)
        self._mistaken.setVisible(state.corrigible)
        empty(self._story)
        for said in state.story or (equipment_words.NO_STORY,):
            self._story.addWidget(words(said, "a-text", "quiet"))
        self._lending.setVisible(state.out is None and state.lends)
        self._cannot.setText(equipment_words.GONE if state.gone else equipment_words.CANNOT)
        self._cannot.setVisible(state.gone or (state.out is None and not state.lends))
        self._longer.setVisible(not state.gone)
        self._out.setVisible(state.out is not None)
        self._days.hold(frozenset({state.days}))
        empty(self._here)
        for each in state.here:
            made = button(self.theme, each.name, f"piece.here.{each.visitor}", icon="user-round")
            made.setProperty("align", "start")
            made.break_words()
            made.clicked.connect(tells(self.borrower, each.visitor))
            self._here.addWidget(made)
        if state.out is not None:
            self._draw_out(state.out)

    def _draw_out(self, out: Out) -> None:
        empty(self._lent)
        tone, icon = ("attention", "clock") if out.late else ("waiting", "hand")
        picture = icon_label(icon, str(getattr(self.theme.palette, tone)), round(self.theme.metrics.animator * 1.4))
        line = row(picture, spacing=10)
        line.addWidget(words(out.who, "a-label"), 1)
        self._lent.addLayout(line)
        self._lent.addWidget(words(out.due, "a-strong", "attention" if out.late else "quiet"))

    def _fill_state(self, lines: QVBoxLayout) -> None:
        theme = self.theme
        self._seen = words("", "a-strong")
        self._states = Chips(theme, "piece.state", equipment_words.STATE)
        self._states.offer([Chip(code.code, label_of(code), code.icon) for code in STATES])
        self._states.chosen.connect(self.state)
        self._asked = words(equipment_words.PROBLEM, "a-label")
        self._problems = Chips(theme, "piece.problem", equipment_words.PROBLEM)
        self._problems.offer([Chip(code.code, short_of(code), code.icon) for code in PROBLEMS])
        self._problems.chosen.connect(self.problem)
        self._mistaken = button(
            theme, equipment_words.NOT_SO, "piece.mistaken", icon="undo-2", kind="bare", clicked=self.mistaken.emit
        )
        lines.addWidget(words(equipment_words.STATE, "a-label"))
        lines.addWidget(self._seen)
        lines.addWidget(self._states)
        lines.addWidget(self._asked)
        lines.addWidget(self._problems)
        lines.addSpacing(8)
        lines.addWidget(words(equipment_words.STORY, "a-label"))
        self._story = QVBoxLayout()
        self._story.setSpacing(2)
        lines.addLayout(self._story)
        lines.addLayout(row(self._mistaken, 1))
        print_label = button(
            theme, equipment_words.LABEL, "piece.label", icon="printer", kind="bare", clicked=self.label.emit
        )
        lines.addLayout(row(print_label, 1))
        lines.addStretch(1)

    def _fill_loan(self, lines: QVBoxLayout) -> None:
        theme = self.theme
        self._lending, self._out = QWidget(), QWidget()
        self._cannot = words("", "a-text", "quiet")
        lending, out = QVBoxLayout(self._lending), QVBoxLayout(self._out)
        for inside in (lending, out):
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(10)
        self._days = Chips(theme, "piece.days", equipment_words.HOW_LONG)
        self._days.offer([Chip(each, _how_long(each)) for each in DAYS])
        self._days.chosen.connect(self.days)
        find = button(theme, equipment_words.FIND, "piece.find", icon="search", clicked=self.search.emit)
        self._here = QVBoxLayout()
        self._here.setSpacing(8)
        lending.addWidget(words(equipment_words.LEND_HOW, "a-text", "quiet"))
        lending.addWidget(self._days)
        lending.addSpacing(6)
        lending.addWidget(words(equipment_words.TO_WHOM, "a-label"))
        lending.addLayout(self._here)
        lending.addWidget(find)
        self._lent = QVBoxLayout()
        self._lent.setSpacing(6)
        out.addLayout(self._lent)
        back, self._longer, never = (
            button(theme, said, name, icon=icon, kind=kind, clicked=signal.emit)
            for said, name, icon, signal, kind in (
                (equipment_words.BACK, "piece.back", "check", self.back_again, "primary"),
                (equipment_words.LONGER, "piece.longer", "calendar-plus", self.longer, "plain"),
                (equipment_words.NO_LOAN, "piece.never", "trash-2", self.never, "bare"),
            )
        )
        for each in (back, self._longer, never):
            out.addWidget(each)
        lines.addWidget(words(equipment_words.LEND, "a-label"))
        lines.addWidget(self._lending)
        lines.addWidget(self._out)
        lines.addWidget(self._cannot)
        lines.addStretch(1)


def _how_long(days: str) -> str:
    named = {"0": equipment_words.TONIGHT, "30": equipment_words.A_MONTH, "90": equipment_words.THREE_MONTHS}
    return named.get(days) or equipment_words.weeks(int(days) // 7)
