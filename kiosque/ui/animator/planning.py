"""Planning a workshop."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from kiosque.domain.codes import THEMES
from kiosque.ui.animator.base import AnimatorScreen
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.animator.plan_details import Chosen, DetailsForm
from kiosque.ui.animator.precise import Named
from kiosque.ui.animator.texts import words_of
from kiosque.ui.animator.workshop_texts import workshop_words
from kiosque.ui.drafts import FORM
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of
from kiosque.ui.widgets.basics import row, words
from kiosque.ui.widgets.buttons import Button, button
from kiosque.ui.widgets.chips import Flow
from kiosque.ui.widgets.field import Field, Trouble
from kiosque.ui.widgets.grid import Grid, listed
from kiosque.ui.widgets.segments import Segment, Segments

MINUTES = (60, 90, 120, 180, 360)
"""Durations of a workshop offered as chips."""
USUAL_MINUTES = 120
USUAL_PLACES = 8
USUAL_SESSIONS = 6
LONGEST_NUMBER = 5
ESSENTIAL, MORE = "essential", "more"
THIS, REST = "this", "rest"
"""What a correction of one of a series is about."""
USUAL_HOUR = "14:00"

TITLE_WEIGHT, MOMENT_WEIGHT = 5, 4
"""Of the line that holds the title, and of the day, the hour and the places after it."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed in the form, as it was typed."""

    title: str
    day: str
    hour: str
    places: str
    where: str = ""
    sessions: str = ""


@dataclass(frozen=True, slots=True)
class PlanState:
    """What is wrong by field, and what is chosen. ``defaults`` fill the lines once.

    ``doubts`` are what may be a mistake: said once, then it is planned all the same.
    """

    defaults: Typed
    minutes: int = USUAL_MINUTES
    theme: str | None = None
    wrong: dict[str, str] = field(default_factory=dict)
    part: str = ESSENTIAL
    chosen: Chosen = field(default_factory=Chosen)
    colleagues: tuple[Named, ...] = ()
    doubts: tuple[str, ...] = ()
    programmes: tuple[Named, ...] = ()
    correcting: bool = False
    scope: str | None = None
    """Of one of a series that is corrected: it alone, or those after it too."""
    fill: bool = False
    """Whether ``defaults`` take the place of what stands in the lines."""


KEYS = {
    "day": Qt.InputMethodHint.ImhDate,
    "hour": Qt.InputMethodHint.ImhTime,
    "places": Qt.InputMethodHint.ImhDigitsOnly,
}
"""What is typed where it is no sentence."""


class PlanScreen(AnimatorScreen[PlanState]):
    """A title, a day, an hour, how long, for how many, about what."""

    sent = Signal(object)
    minutes_chosen = Signal(int)
    theme_chosen = Signal(str)
    part = Signal(str)
    chosen = Signal(object)
    edited = Signal(object)
    """What was typed, whenever something was touched or a line was left."""
    scope = Signal(str)
    history = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.plan", words_of.PLAN)
        self._history = button(theme, noted_words.HISTORY, "plan.history", icon="history", kind="bare")
        self._history.clicked.connect(self.history)
        self.beside_title(self._history)
        line = self._moment()
        self._themes = {
            code.code: self._chip(f"plan.theme.{code.code}", short_of(code), code.icon, self.theme_chosen, code.code)
            for code in THEMES
        }
        grid = Grid(round(180 * theme.metrics.scale), 10, most=5)
        grid.put(list(self._themes.values()))
        self._theme_wrong = Trouble(theme, visitor=False)
        self._details = DetailsForm(theme)
        self._details.changed.connect(self._detailed)
        self._offered: tuple[object, ...] = ()
        self._fields |= {"where": self._details.where, "sessions": self._details.sessions}
        self.body.addLayout(line)
        self.body.addLayout(self._length())
        self.body.addWidget(self._theme_asked())
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, grid))
        self._stack.addWidget(listed(theme, self._details))
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(self._foot())

    def _moment(self) -> QBoxLayout:
        """Make the lines that are typed in: what it is called beside when it is, and for how many."""
        theme = self.theme
        labels = {
            "title": words_of.PLAN_TITLE,
            "day": words_of.PLAN_DAY,
            "hour": words_of.PLAN_HOUR,
            "places": words_of.PLAN_PLACES,
        }
        self._fields = {
            name: Field(theme, f"plan.{name}", label, visitor=False, keys=KEYS.get(name, Qt.InputMethodHint.ImhNone))
            for name, label in labels.items()
        }
        line = self.side_by_side(self._fields["title"], spacing=20)
        line.setStretch(0, TITLE_WEIGHT)
        moment = row(spacing=20)
        for each in self._fields.values():
            each.line.returnPressed.connect(self._send)
            each.line.editingFinished.connect(self._say)
        for name, weight in (("day", 2), ("hour", 1), ("places", 1)):
            moment.addWidget(self._fields[name], weight)
        line.addLayout(moment, MOMENT_WEIGHT)
        return line

    def _length(self) -> QBoxLayout:
        self._minutes = {
            minutes: self._chip(f"plan.minutes.{minutes}", texts.duration(minutes), "", self.minutes_chosen, minutes)
            for minutes in MINUTES
        }
        lengths = QWidget()
        self._lengths = Flow(lengths, 10)
        for chip in self._minutes.values():
            self._lengths.addWidget(chip)
        across = self.side_by_side(spacing=20)
        across.addWidget(words(words_of.PLAN_DURATION, "a-strong", wrap=False))
        across.addWidget(lengths, 1)
        across.addWidget(self._segments())
        return across

    def _theme_asked(self) -> QWidget:
        about = row(words(words_of.PLAN_THEME, "a-strong", wrap=False), self._theme_wrong, 1)
        about.setContentsMargins(0, 0, 0, 0)
        self._about = QWidget()
        self._about.setLayout(about)
        return self._about

    def _foot(self) -> QBoxLayout:
        theme = self.theme
        self._send_button = button(
            theme, words_of.PLAN_SEND, "plan.send", icon="check", kind="primary", size="animator-big"
        )
        self._send_button.clicked.connect(self._send)
        self._doubts = Trouble(theme, visitor=False)
        say = workshop_words
        scopes = (Segment(THIS, say.THIS_ONE), Segment(REST, say.AND_THE_REST))
        self._scopes = Segments(theme, "plan.scope", say.SCOPE, scopes, THIS)
        self._scopes.chosen.connect(self.scope)
        foot = self.side_by_side(spacing=20)
        foot.addWidget(self._doubts, 1)
        foot.addWidget(self._scopes)
        foot.addWidget(self._send_button, 0, Qt.AlignmentFlag.AlignRight)
        return foot

    def _segments(self) -> Segments:
        parts = (Segment(ESSENTIAL, workshop_words.ESSENTIAL), Segment(MORE, workshop_words.MORE))
        self._parts = Segments(self.theme, "plan.part", workshop_words.PLAN_SHOWN, parts, ESSENTIAL)
        self._parts.chosen.connect(self.part)
        return self._parts

    def first_focus(self) -> QWidget | None:
        """Type the title at once."""
        return self._fields["title"].line

    def draw(self, state: PlanState) -> None:
        """Show ``state``."""
        self.title.setText(workshop_words.CORRECT if state.correcting else words_of.PLAN)
        self._history.setVisible(state.correcting)
        for name, each in self._fields.items():
            if state.fill or (not each.text() and name not in state.wrong):
                each.line.setText(getattr(state.defaults, name))
            each.wrong(state.wrong.get(name, ""))
        self._draw_minutes(state.minutes)
        for code, chip in self._themes.items():
            chip.setChecked(code == state.theme)
        self._theme_wrong.say(state.wrong.get("theme", ""))
        self._parts.put(state.part)
        self._about.setVisible(state.part == ESSENTIAL)
        self._stack.setCurrentIndex(0 if state.part == ESSENTIAL else 1)
        offered = (state.colleagues, state.programmes, state.correcting)
        if offered != self._offered:
            self._offered = offered
            self._details.offer(state.colleagues, state.programmes, once=state.correcting)
        self._details.show_chosen(state.chosen)
        self._details.holders.say(state.wrong.get("holders", ""))
        self._doubts.say(" ".join(state.doubts))
        self._scopes.setVisible(state.scope is not None)
        if state.scope is not None:
            self._scopes.put(state.scope)
        sure, unsure = (
            (noted_words.SAVE, workshop_words.SAVE_ANYWAY)
            if state.correcting
            else (words_of.PLAN_SEND, workshop_words.PLAN_ANYWAY)
        )
        said = unsure if state.doubts else sure
        self._send_button.setText(f" {said}")
        self._send_button.setAccessibleName(said)

    def _draw_minutes(self, minutes: int) -> None:
        if minutes not in self._minutes:
            # Headquarters plans other lengths too.
            made = self._chip(f"plan.minutes.{minutes}", texts.duration(minutes), "", self.minutes_chosen, minutes)
            self._minutes[minutes] = made
            self._lengths.addWidget(made)
        for each, chip in self._minutes.items():
            chip.setChecked(each == minutes)

    def _detailed(self, chosen: Chosen) -> None:
        self._say()
        self.chosen.emit(chosen)

    def _say(self) -> None:
        self.edited.emit(self._typed())

    def _touched(self, signal: SignalInstance, value: object) -> None:
        self._say()
        signal.emit(value)

    def _chip(self, name: str, label: str, icon: str, signal: SignalInstance, value: object) -> Button:
        made = button(self.theme, label, name, icon=icon, kind="chip" if not icon else "plain")
        made.setProperty("align", "start" if icon else "middle")
        made.setCheckable(True)
        made.setProperty(FORM, True)
        made.clicked.connect(lambda _checked=False: self._touched(signal, value))
        return made

    def _typed(self) -> Typed:
        return Typed(**{name: each.text() for name, each in self._fields.items()})

    def _send(self) -> None:
        self.sent.emit(self._typed())
