"""What may be said of a workshop beside what must: where, for whom, with whom, how many times."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions.workshops.workshops import Details, Repeats
from kiosque.domain import codes
from kiosque.ui.animator.precise import Named
from kiosque.ui.animator.workshop_texts import workshop_words
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of
from kiosque.ui.widgets.basics import words
from kiosque.ui.widgets.buttons import Button, button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.field import Field, Trouble
from kiosque.ui.widgets.grid import Grid

HERE, ELSEWHERE = "here", "elsewhere"
ONCE = "0"
EVERY = {"1": 1, "2": 2, "4": 4}
"""Weeks between two sessions, by the code of their chip."""
IN_TERM = "in_term"
COLLEAGUE = 190
NARROWEST = 460
"""Pixels of a column: the four chips of how often take two rows at most."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen of the details; ``every``: weeks between sessions, 0 for one alone."""

    level: str | None = None
    elsewhere: bool = False
    others: frozenset[int] = frozenset()
    every: int = 0
    in_term: bool = True
    programme: int | None = None

    def details(self, where: str, sessions: int) -> Details:
        """Return them with what was typed."""
        repeats = Repeats(self.every, sessions, self.in_term) if self.every else Repeats()
        place = "autre" if self.elsewhere else codes.HERE
        said = where if self.elsewhere else ""
        return Details(self.level, place, said, tuple(sorted(self.others)), self.programme, repeats)


class DetailsForm(QWidget):
    """Rows of chips, and two lines where they matter."""

    changed = Signal(object)
    """What is chosen now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._chosen = Chosen()
        self._theme = theme
        say = workshop_words
        self.where = Field(theme, "plan.where", say.WHERE, hint=say.WHERE_HOW, visitor=False)
        digits = Qt.InputMethodHint.ImhDigitsOnly
        self.sessions = Field(theme, "plan.sessions", say.SESSIONS, visitor=False, keys=digits)
        self._place = Chips(theme, "plan.place", say.PLACE)
        here = Chip(HERE, label_of(codes.PLACES.find(codes.HERE)), "house")
        self._place.offer([here, Chip(ELSEWHERE, say.ELSEWHERE, "map-pin")])
        self._level = Chips(theme, "plan.level", say.LEVEL)
        self._level.offer([Chip(code.code, label_of(code)) for code in codes.WORKSHOP_LEVELS])
        self._others = Grid(round(COLLEAGUE * theme.metrics.scale), 10, most=2)
        self._colleagues: dict[int, Button] = {}
        self._every = Chips(theme, "plan.every", say.REPEAT)
        usual = ((ONCE, say.ONCE), ("1", say.EACH_WEEK), ("2", say.EACH_FORTNIGHT), ("4", say.EACH_MONTH))
        self._every.offer([Chip(code, said) for code, said in usual])
        self._term = Chips(theme, "plan.term", say.IN_TERM, several=True)
        self._term.offer([Chip(IN_TERM, say.IN_TERM, "school")])
        self._programme = Grid(round(COLLEAGUE * theme.metrics.scale), 10, most=2)
        self._programmes: dict[int, Button] = {}
        self._of_programme = words(say.PROGRAMME, "a-strong")
        self._with = words(say.WITH, "a-strong")
        self._times = words(say.REPEAT, "a-strong")
        self._once = False
        when = (self._times, self._every, self._term, self.sessions)
        level = (words(say.LEVEL, "a-strong"), self._level, self._of_programme, self._programme)
        where = (words(say.PLACE, "a-strong"), self._place, self.where)
        self.holders = Trouble(theme, visitor=False)
        whom = (self._with, self._others, self.holders)
        both = Grid(NARROWEST, 32, most=2)
        both.put([_column(*when, *level), _column(*where, *whom)])
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(both)
        lines.addStretch(1)
        for each in (self._place, self._level, self._every, self._term):
            each.chosen.connect(self._touched)

    def offer(self, colleagues: Sequence[Named], programmes: Sequence[Named], *, once: bool) -> None:
        """Show who may hold it too, and what it may belong to; ``once``: how many times is said already."""
        self._once = once
        for each in (self._times, self._every):
            each.setVisible(not once)
        for part in (self._of_programme, self._programme):
            part.setVisible(bool(programmes))
        self._programmes = {each.id: self._named(each, "programme", "users") for each in programmes}
        self._programme.put(list(self._programmes.values()))
        self._with.setVisible(bool(colleagues))
        self._others.setVisible(bool(colleagues))
        self._colleagues = {each.id: self._named(each, "others", "user-round") for each in colleagues}
        self._others.put(list(self._colleagues.values()))

    def _named(self, each: Named, family: str, icon: str) -> Button:
        made = button(self._theme, each.name, f"plan.{family}.{each.id}", icon=icon, kind="chip")
        made.setCheckable(True)
        made.break_words()
        made.clicked.connect(self._touched)
        return made

    def show_chosen(self, chosen: Chosen) -> None:
        """Let what is chosen hold."""
        self._chosen = chosen
        self._place.hold(frozenset({ELSEWHERE if chosen.elsewhere else HERE}))
        self._level.hold(frozenset({chosen.level} if chosen.level else ()))
        for colleague, each in self._colleagues.items():
            each.setChecked(colleague in chosen.others)
        self._every.hold(frozenset({str(chosen.every)}))
        self._term.hold(frozenset({IN_TERM} if chosen.in_term else ()))
        for programme, each in self._programmes.items():
            each.setChecked(programme == chosen.programme)
        self._term.setVisible(chosen.every > 0)
        self.sessions.setVisible(chosen.every > 0)
        self.where.setVisible(chosen.elsewhere)

    def _touched(self, _: object = None) -> None:
        [every] = self._every.held() or {ONCE}
        level = next(iter(self._level.held()), None)
        held = {programme for programme, each in self._programmes.items() if each.isChecked()}
        self.changed.emit(
            Chosen(
                None if level == self._chosen.level and self.sender() is self._level else level,
                self._place.held() == {ELSEWHERE},
                frozenset(colleague for colleague, each in self._colleagues.items() if each.isChecked()),
                EVERY.get(every, 0),
                bool(self._term.held()),
                next(iter(held - {self._chosen.programme}), None) if len(held) != 1 else held.pop(),
            )
        )


def _column(*rows: QWidget) -> QWidget:
    holder = QWidget()
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(10)
    for each in rows:
        lines.addWidget(each)
    lines.addStretch(1)
    return holder
