"""Noting what one did for the antenna outside of a permanence, and for how long; correcting it."""

from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions import bins
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.network import tasks
from kiosque.actions.network.tasks import Task
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.staff import ACTIVITIES
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.moments import clock, moment_of, read_day, read_hour
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.animator.staff_texts import staff_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import History, NoteTask, Staff
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of, told
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.field import Field, Trouble
from kiosque.ui.widgets.grid import Grid, listed

NARROWEST = 260
"""Pixels, at the usual size of the text."""
MINUTES = (30, 60, 90, 120, 180, 240, 360)
USUAL = 60
MINUTE, QUARTER = 60, 900


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, as it was typed."""

    day: str
    begins: str


@dataclass(frozen=True, slots=True)
class TaskState:
    """What is chosen, and what is wrong by field. ``typed`` fills the lines once; ``known``: it was noted before."""

    typed: Typed | None = None
    activity: str | None = None
    minutes: int = USUAL
    known: bool = False
    wrong: dict[str, str] = field(default_factory=dict)


class NoteTaskScreen(AnimatorScreen[TaskState]):
    """What, on which day, from when, for how long."""

    sent = Signal(object)
    activity = Signal(frozenset)
    minutes = Signal(int)
    history = Signal()
    thrown = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.task", staff_words.NOTE)
        self._activities = Chips(theme, "task.activity", staff_words.WHAT)
        self._activities.offer([Chip(code.code, label_of(code), code.icon) for code in ACTIVITIES])
        self._activities.chosen.connect(self.activity)
        self._what_wrong = Trouble(theme, visitor=False)
        self._long = Chips(theme, "task.minutes", staff_words.LONG, needed=True)
        self._long.chosen.connect(lambda held: self.minutes.emit(int(next(iter(held)))))
        self._offered: tuple[int, ...] = ()
        lines = (("day", staff_words.DAY, Qt.InputMethodHint.ImhDate), ("begins", staff_words.BEGINS, _TIME))
        self._fields = {
            name: Field(theme, f"task.{name}", label, visitor=False, keys=keys) for name, label, keys in lines
        }
        for each in self._fields.values():
            each.line.returnPressed.connect(self._send)
        self._long_wrong = Trouble(theme, visitor=False)
        self.body.addWidget(listed(theme, self._answers(), stacked=True), 1)
        self._often = (
            button(theme, noted_words.HISTORY, "task.history", icon="history", clicked=self.history.emit),
            button(theme, noted_words.THROW, "task.throw", icon="trash-2", clicked=self.thrown.emit),
        )
        save = button(theme, staff_words.SAVE, "task.save", icon="check", kind="primary", clicked=self._send)
        self.body.addWidget(Bar(self._often, (save,)))

    def draw(self, state: TaskState) -> None:
        """Show ``state``."""
        self.title.setText(staff_words.CORRECT if state.known else staff_words.NOTE)
        for act in self._often:
            act.setVisible(state.known)
        if state.typed is not None:
            self._fields["day"].line.setText(state.typed.day)
            self._fields["begins"].line.setText(state.typed.begins)
        offered = tuple(sorted({*MINUTES, state.minutes}))
        if offered != self._offered:
            self._offered = offered
            self._long.offer([Chip(str(minutes), texts.duration(minutes)) for minutes in offered])
        self._activities.hold(frozenset({state.activity} if state.activity else ()))
        self._long.hold(frozenset({str(state.minutes)}))
        for name, each in self._fields.items():
            each.wrong(state.wrong.get(name, ""))
        self._what_wrong.say(state.wrong.get("activity", ""))
        self._long_wrong.say(state.wrong.get("ends", ""))

    def _answers(self) -> QWidget:
        holder = QWidget()
        grid = Grid(round(NARROWEST * self.theme.metrics.scale), 20, most=3)
        grid.put(list(self._fields.values()))
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addLayout(row(words(staff_words.WHAT, "a-label", wrap=False), self._what_wrong, 1))
        lines.addWidget(self._activities)
        lines.addSpacing(12)
        lines.addWidget(grid)
        lines.addSpacing(12)
        lines.addLayout(row(words(staff_words.LONG, "a-label", wrap=False), self._long_wrong, 1))
        lines.addWidget(self._long)
        lines.addStretch(1)
        return holder

    def _send(self) -> None:
        self.sent.emit(Typed(**{name: each.text() for name, each in self._fields.items()}))


_TIME = Qt.InputMethodHint.ImhTime


class NoteTaskPresenter(AnimatorPresenter[TaskState]):
    """Begins with the hour that has just passed; writes only what differs."""

    def __init__(self, backstage: Backstage, screen: Draws[TaskState], place: NoteTask) -> None:
        super().__init__(backstage, screen)
        self._task = place.task
        self._state = TaskState(known=place.task is not None)

    def start(self) -> None:
        """Show it as it is, or the hour that has just passed."""
        task = self._task
        if task is not None:
            self.read(lambda store: tasks.task_of(store, task), self._known)
            return
        now = self.backstage.services.now()
        begun = now - now % QUARTER - USUAL * MINUTE
        self._next(replace(self._state, typed=_typed(begun)))

    def back(self) -> None:
        """To the team."""
        self.backstage.stage.go(Staff())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: who is writing comes first."""
        self.later(readings)

    def begun(self) -> tuple[str | None, int]:
        """What is chosen."""
        return self._state.activity, self._state.minutes

    def resume(self, begun: tuple[str | None, int]) -> None:
        """Choose it again."""
        self._next(replace(self._state, activity=begun[0], minutes=begun[1]))

    def choose(self, codes: frozenset[str]) -> None:
        """What it was."""
        self._next(replace(self._state, activity=next(iter(codes), None), wrong={}))

    def choose_minutes(self, minutes: int) -> None:
        """How long it took."""
        self._next(replace(self._state, minutes=minutes, wrong={}))

    def send(self, typed: Typed) -> None:
        """Check, then write."""
        task, author, activity = self._task, self.backstage.animator, self._state.activity
        day = _past(typed.day, local(self.backstage.services.now()).date())
        hour = read_hour(typed.begins)
        wrong = {} if day else {"day": staff_words.DAY_WRONG}
        wrong |= {} if hour else {"begins": staff_words.HOUR_WRONG}
        wrong |= {} if activity else {"activity": staff_words.WHAT_MISSING}
        if day is None or hour is None or activity is None:
            self._next(replace(self._state, wrong=wrong))
            return
        begun, code = moment_of(day, hour), activity
        ended = begun + self._state.minutes * MINUTE

        def work(store: Store) -> Done:
            if task is None:
                return tasks.note_task(store, author, activity=code, started_at=begun, ended_at=ended)
            return tasks.correct_task(store, task, activity=code, started_at=begun, ended_at=ended, author=author)

        self.write(work, lambda done: self._gone(done, staff_words.SAVED), self._refused)

    def history(self) -> None:
        """To who wrote what."""
        if self._task is not None:
            self.backstage.stage.go(History(self._task, staff_words.CORRECT, NoteTask(self._task)))

    def throw(self) -> None:
        """To the bin."""
        task, author = self._task, self.backstage.animator
        if task is not None:
            self.write(
                lambda store: bins.throw_away(store, task, author=author),
                lambda done: self._gone(done, staff_words.THROWN),
            )

    def _known(self, found: Task) -> None:
        minutes = (found.ended_at - found.started_at) // MINUTE
        self._next(
            replace(self._state, typed=_typed(found.started_at), activity=found.activity or None, minutes=minutes)
        )

    def _gone(self, done: Done, said: str) -> None:
        self.backstage.stage.go(Staff())
        self.backstage.offer_undo(done, said, texts.UNDONE, Staff())

    def _refused(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            self._next(replace(self._state, wrong={error.field: told(error)}))
        else:
            self.backstage.refused(error)

    def _next(self, state: TaskState) -> None:
        self._state = replace(state, typed=None)
        self.show(state)


def _typed(begun: int) -> Typed:
    return Typed(f"{local(begun):%d/%m/%Y}", clock(begun))


def _past(text: str, today: date) -> date | None:
    """Return the day that was typed; without a year, the last such day."""
    day = read_day(text, today)
    if day is not None and day > today and f"{day.year}" not in text:
        return day.replace(year=day.year - 1)
    return day
