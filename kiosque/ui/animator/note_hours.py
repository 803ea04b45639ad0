"""Noting that the antenna will be closed, or open otherwise, between two days."""

from dataclasses import dataclass, field, replace
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import hours
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.opening_hours import CLOSED
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.hours_texts import hours_words
from kiosque.ui.animator.moments import read_day, read_hour
from kiosque.ui.places import Hours
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of, told
from kiosque.ui.widgets.basics import row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.field import Field, Trouble
from kiosque.ui.widgets.grid import Grid

NARROWEST = 260
NARROWEST_HOUR = 220
"""Pixels, at the usual size of the text: what an empty line means is said in it."""
DATE, HOUR = Qt.InputMethodHint.ImhDate, Qt.InputMethodHint.ImhTime


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, as it was typed."""

    first: str
    last: str
    opens: str
    closes: str
    reopens: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class NoteState:
    """What is wrong by field, and the reason that is chosen. ``first`` fills its line once."""

    first: str | None = None
    reason: str | None = None
    wrong: dict[str, str] = field(default_factory=dict)


class NoteHoursScreen(AnimatorScreen[NoteState]):
    """Why, from which day to which, and at which hours, twice if it closes at noon: without any it is closed."""

    sent = Signal(object)
    reason = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.note_hours", hours_words.OTHERWISE)
        self.say_where(hours_words.OTHERWISE, hours_words.OTHERWISE_HOW)
        self._reasons = Chips(theme, "note_hours.reason", hours_words.WHY)
        self._reasons.offer([Chip(code.code, short_of(code), code.icon) for code in hours.offered()])
        self._reasons.chosen.connect(self.reason)
        self._why_wrong = Trouble(theme, visitor=False)
        days = (
            ("first", hours_words.FIRST, "", DATE),
            ("last", hours_words.LAST, hours_words.LAST_HOW, DATE),
        )
        at_hours = (
            ("opens", hours_words.OPENS, hours_words.OPENS_HOW, HOUR),
            ("closes", hours_words.CLOSES, "", HOUR),
            ("reopens", hours_words.REOPENS, hours_words.REOPENS_HOW, HOUR),
            ("ends", hours_words.ENDS, "", HOUR),
        )
        self._fields = {
            name: Field(theme, f"note_hours.{name}", label, hint=hint, visitor=False, keys=keys)
            for name, label, hint, keys in (*days, *at_hours)
        }
        for each in self._fields.values():
            each.line.returnPressed.connect(self._send)
        self.body.addLayout(row(words(hours_words.WHY, "a-label", wrap=False), self._why_wrong, 1))
        self.body.addWidget(self._reasons)
        for lines, narrowest in ((days, NARROWEST), (at_hours, NARROWEST_HOUR)):
            grid = Grid(round(narrowest * theme.metrics.scale), 20, most=4)
            grid.put([self._fields[name] for name, *_ in lines])
            self.body.addSpacing(0 if theme.metrics.compact else 12)
            self.body.addWidget(grid)
        self.body.addStretch(1)
        save = button(theme, hours_words.SAVE, "note_hours.save", icon="check", kind="primary", size="animator-big")
        save.clicked.connect(self._send)
        self.body.addLayout(row(1, save))

    def first_focus(self) -> QWidget | None:
        """Type the day at once."""
        return self._fields["first"].line

    def draw(self, state: NoteState) -> None:
        """Show ``state``."""
        if state.first is not None:
            self._fields["first"].line.setText(state.first)
        for name, each in self._fields.items():
            each.wrong(state.wrong.get(name, ""))
        self._reasons.hold(frozenset({state.reason} if state.reason else ()))
        self._why_wrong.say(state.wrong.get("reason", ""))

    def _send(self) -> None:
        self.sent.emit(Typed(**{name: each.text() for name, each in self._fields.items()}))


class NoteHoursPresenter(AnimatorPresenter[NoteState]):
    """Checks what was typed, and notes it."""

    def start(self) -> None:
        """Begin with today."""
        self._state = NoteState(f"{self._today():%d/%m/%Y}")
        self.show(self._state)
        self._state = NoteState()

    def back(self) -> None:
        """To the hours."""
        self.backstage.stage.go(Hours())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: who is writing comes first."""
        self.later(readings)

    def begun(self) -> str | None:
        """The reason that is chosen."""
        return self._state.reason

    def resume(self, begun: str | None) -> None:
        """Choose it again."""
        self._next(replace(self._state, reason=begun))

    def choose(self, codes: frozenset[str]) -> None:
        """A reason was touched."""
        wrong = {name: said for name, said in self._state.wrong.items() if name != "reason"}
        self._next(NoteState(reason=next(iter(codes), None), wrong=wrong))

    def send(self, typed: Typed) -> None:
        """Check, then write."""
        today, reason = self._today(), self._state.reason
        first = read_day(typed.first, today)
        last = read_day(typed.last, first or today) if typed.last.strip() else first
        text, wrong = _hours(typed)
        wrong |= {} if first else {"first": hours_words.DAY_WRONG}
        wrong |= {} if last or not first else {"last": hours_words.DAY_WRONG}
        wrong |= {} if reason else {"reason": hours_words.WHY_MISSING}
        if wrong or first is None or last is None or reason is None:
            self._next(replace(self._state, wrong=wrong))
            return
        self._note(text, first, last, reason)

    def _note(self, text: str, first: date, last: date, reason: str) -> None:
        author = self.backstage.animator
        self.write(
            lambda store: hours.note(store, hours=text, first=first, last=last, reason=reason, author=author),
            self._noted,
            self._refused,
        )

    def _noted(self, done: Done) -> None:
        self.backstage.stage.go(Hours())
        self.backstage.offer_undo(done, hours_words.SAVED, texts.UNDONE, Hours())

    def _refused(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            self._next(replace(self._state, wrong={error.field: told(error)}))
        else:
            self.backstage.refused(error)

    def _today(self) -> date:
        return local(self.backstage.services.now()).date()

    def _next(self, state: NoteState) -> None:
        self._state = state
        self.show(state)


def _hours(typed: Typed) -> tuple[str, dict[str, str]]:
    """Return what was typed as an OSM text, and what is wrong with it."""
    spans: list[str] = []
    wrong: dict[str, str] = {}
    before: time | None = None
    for names in (("opens", "closes"), ("reopens", "ends")):
        said = {name: getattr(typed, name).strip() for name in names}
        if not any(said.values()):
            continue
        read = {name: read_hour(text) for name, text in said.items()}
        start, end = (read[name] for name in names)
        if start is None or end is None:
            missing = {name: hours_words.HOUR_WRONG if said[name] else hours_words.BOTH_HOURS for name in names}
            wrong |= {name: sentence for name, sentence in missing.items() if read[name] is None}
            continue
        if end <= start:
            wrong[names[1]] = hours_words.HOURS_ORDER
        if before is not None and start <= before:
            wrong[names[0]] = hours_words.REOPENS_ORDER
        before = end
        spans.append(f"{start:%H:%M}-{end:%H:%M}")
    # Who says that it is open on a public holiday means it.
    return f"Mo-Su,PH {','.join(spans)}" if spans else CLOSED, wrong
