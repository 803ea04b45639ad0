"""Planning a workshop."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from kiosque.actions import workshops
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.domain.codes import THEMES
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.moments import moment_of, read_day, read_hour
from kiosque.ui.animator.texts import words_of
from kiosque.ui.drafts import FORM
from kiosque.ui.places import Workshops
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of, told
from kiosque.ui.widgets.basics import Button, button, row, words
from kiosque.ui.widgets.chips import Flow
from kiosque.ui.widgets.field import Field, Trouble
from kiosque.ui.widgets.grid import Grid, listed

MINUTES = (60, 90, 120, 180)
"""Durations of a workshop offered as chips."""
USUAL_MINUTES = 120
USUAL_PLACES = 8
LONGEST_NUMBER = 5
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


@dataclass(frozen=True, slots=True)
class PlanState:
    """What is wrong by field, and what is chosen. ``defaults`` fill the lines once."""

    defaults: Typed
    minutes: int = USUAL_MINUTES
    theme: str | None = None
    wrong: dict[str, str] = field(default_factory=dict)


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

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.plan", words_of.PLAN)
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
        for name, weight in (("day", 2), ("hour", 1), ("places", 1)):
            moment.addWidget(self._fields[name], weight)
        line.addLayout(moment, MOMENT_WEIGHT)
        self._minutes = {
            minutes: self._chip(f"plan.minutes.{minutes}", texts.duration(minutes), "", self.minutes_chosen, minutes)
            for minutes in MINUTES
        }
        lengths = QWidget()
        length = Flow(lengths, 10)
        for chip in self._minutes.values():
            length.addWidget(chip)
        self._themes = {
            code.code: self._chip(f"plan.theme.{code.code}", short_of(code), code.icon, self.theme_chosen, code.code)
            for code in THEMES
        }
        grid = Grid(round(180 * theme.metrics.scale), 10, most=5)
        grid.put(list(self._themes.values()))
        self._theme_wrong = Trouble(theme, visitor=False)
        self.body.addLayout(line)
        self.body.addWidget(words(words_of.PLAN_DURATION, "a-strong"))
        self.body.addWidget(lengths)
        self.body.addLayout(row(words(words_of.PLAN_THEME, "a-strong", wrap=False), self._theme_wrong, 1))
        self.body.addWidget(listed(theme, grid), 1)
        send = button(theme, words_of.PLAN_SEND, "plan.send", icon="check", kind="primary", size="animator-big")
        send.clicked.connect(self._send)
        self.body.addLayout(row(1, send))

    def first_focus(self) -> QWidget | None:
        """Type the title at once."""
        return self._fields["title"].line

    def draw(self, state: PlanState) -> None:
        """Show ``state``."""
        for name, each in self._fields.items():
            if not each.text() and name not in state.wrong:
                each.line.setText(getattr(state.defaults, name))
            each.wrong(state.wrong.get(name, ""))
        for minutes, chip in self._minutes.items():
            chip.setChecked(minutes == state.minutes)
        for code, chip in self._themes.items():
            chip.setChecked(code == state.theme)
        self._theme_wrong.say(state.wrong.get("theme", ""))

    def _chip(self, name: str, label: str, icon: str, signal: SignalInstance, value: object) -> Button:
        made = button(self.theme, label, name, icon=icon, kind="chip" if not icon else "plain")
        made.setProperty("align", "start" if icon else "middle")
        made.setCheckable(True)
        made.setProperty(FORM, True)
        made.clicked.connect(lambda _checked=False: signal.emit(value))
        return made

    def _send(self) -> None:
        self.sent.emit(Typed(**{name: each.text() for name, each in self._fields.items()}))


class PlanPresenter(AnimatorPresenter[PlanState]):
    """Checks what was typed, and plans."""

    def start(self) -> None:
        """Show the form with what is usual."""
        today = local(self.backstage.services.now()).date()
        self._state = PlanState(Typed("", f"{today:%d/%m/%Y}", USUAL_HOUR, str(USUAL_PLACES)))
        self.show(self._state)

    def begun(self) -> tuple[int, str | None]:
        """Return the duration and the theme that were chosen."""
        return self._state.minutes, self._state.theme

    def resume(self, begun: tuple[int, str | None]) -> None:
        """Choose them again."""
        minutes, theme = begun
        self._next(replace(self._state, minutes=minutes, theme=theme))

    def back(self) -> None:
        """Back to the workshops."""
        self.backstage.stage.go(Workshops())

    def choose_minutes(self, minutes: int) -> None:
        """How long it lasts."""
        self._next(replace(self._state, minutes=minutes))

    def choose_theme(self, theme: str) -> None:
        """What it is about."""
        self._next(replace(self._state, theme=theme, wrong={**self._state.wrong, "theme": ""}))

    def sent(self, typed: Typed) -> None:
        """Check, then plan."""
        today = local(self.backstage.services.now()).date()
        on, at, theme = read_day(typed.day, today), read_hour(typed.hour), self._state.theme
        wrong = {} if on else {"day": words_of.PLAN_DAY_WRONG}
        wrong |= {} if at else {"hour": words_of.PLAN_HOUR_WRONG}
        places = typed.places.strip()
        is_number = places.isdecimal() and len(places) < LONGEST_NUMBER
        wrong |= {} if is_number else {"places": words_of.PLAN_NUMBER_WRONG}
        wrong |= {} if theme else {"theme": words_of.PLAN_THEME_MISSING}
        if wrong or on is None or at is None or theme is None:
            self._next(replace(self._state, wrong=wrong))
            return
        animator, minutes = self.backstage.animator, self._state.minutes
        self.write(
            lambda store: workshops.plan(
                store,
                title=typed.title,
                theme=theme,
                starts_at=moment_of(on, at),
                minutes=minutes,
                capacity=int(places),
                animator=animator,
            ),
            self._planned,
            self._refused,
        )

    def _planned(self, done: Done) -> None:
        self.backstage.stage.go(Workshops())
        self.backstage.offer_undo(done, words_of.PLANNED, texts.UNDONE, Workshops())

    def _refused(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            name = {"capacity": "places"}.get(error.field, error.field)
            self._next(replace(self._state, wrong={name: told(error)}))
        else:
            self.backstage.refused(error)

    def _next(self, state: PlanState) -> None:
        self._state = state
        self.show(state)
