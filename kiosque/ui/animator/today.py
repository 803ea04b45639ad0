"""The date, asked of an animator when this PC's clock is in doubt: today as people write it, yes or another."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.sync.clock import mend_unused
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.moments import any_day, clock, moment_of, read_hour
from kiosque.ui.animator.texts import words_of
from kiosque.ui.places import Closed, Mend, Open
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import centred, disc, row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.field import Field

DISC = 96


@dataclass(frozen=True, slots=True)
class TodayState:
    """What the clock says, in words; ``typing``: another day is being typed, beginning with ``day`` and ``hour``."""

    said: str
    typing: bool = False
    day: str = ""
    hour: str = ""
    wrong_day: str = ""
    wrong_hour: str = ""


class TodayScreen(AnimatorScreen[TodayState]):
    """One question, two equal buttons; then a day and an hour."""

    right = Signal()
    other = Signal()
    sent = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.today", "")
        _, inside = self.middle_card()
        self._disc = disc(theme, "calendar-days", DISC)
        self._said = words("", "a-title", centre=True)
        inside.addLayout(centred(self._disc))
        inside.addWidget(words(words_of.TODAY, "a-label", centre=True))
        inside.addWidget(self._said)
        inside.addWidget(words(words_of.TODAY_WHY, "a-text", "quiet", centre=True))
        inside.addSpacing(theme.metrics.gap)
        inside.addWidget(self._question())
        inside.addWidget(self._form())

    def draw(self, state: TodayState) -> None:
        """Show ``state``."""
        self._said.setText(state.said)
        self._disc.setVisible(not state.typing)
        self._ask.setVisible(not state.typing)
        self._typing.setVisible(state.typing)
        for field, text in ((self._day, state.day), (self._hour, state.hour)):
            if state.typing and not field.text():
                field.line.setText(text)
        self._day.wrong(state.wrong_day)
        self._hour.wrong(state.wrong_hour)
        if state.typing:
            asked = self._hour if state.wrong_hour and not state.wrong_day else self._day
            asked.line.setFocus()
            asked.line.selectAll()

    def first_focus(self) -> QWidget | None:
        """Enter says yes."""
        return self._yes

    def _question(self) -> QWidget:
        self._ask = QWidget()
        self._yes = button(self.theme, words_of.TODAY_YES, "today.yes", icon="check", size="animator-big")
        no = button(self.theme, words_of.TODAY_NO, "today.no", icon="calendar-days", size="animator-big")
        self._yes.clicked.connect(self.right)
        no.clicked.connect(self.other)
        both = row(spacing=16)
        both.addWidget(self._yes, 1)
        both.addWidget(no, 1)
        both.setContentsMargins(0, 0, 0, 0)
        self._ask.setLayout(both)
        return self._ask

    def _form(self) -> QWidget:
        self._typing = QWidget()
        lines = QVBoxLayout(self._typing)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(16)
        self._day = Field(self.theme, "today.day", words_of.PLAN_DAY, visitor=False, keys=Qt.InputMethodHint.ImhDate)
        self._hour = Field(self.theme, "today.hour", words_of.PLAN_HOUR, visitor=False, keys=Qt.InputMethodHint.ImhTime)
        send = button(self.theme, words_of.TODAY_SEND, "today.send", kind="primary", size="animator-big")
        for line in (self._day.line, self._hour.line):
            line.returnPressed.connect(self._sent)
        send.clicked.connect(self._sent)
        both = row(spacing=16)
        # What is wrong with one is said under it, and leaves the other where it is.
        both.addWidget(self._day, 2, Qt.AlignmentFlag.AlignTop)
        both.addWidget(self._hour, 1, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(both)
        lines.addWidget(send)
        self._typing.hide()
        return self._typing

    def _sent(self) -> None:
        self.sent.emit(self._day.text(), self._hour.text())


class TodayPresenter(AnimatorPresenter[TodayState]):
    """Takes the answer to the clock of this run; the machine's own is not touched."""

    def start(self) -> None:
        """Ask."""
        self.show(TodayState(words_of.moment(self.backstage.services.now())))

    def back(self) -> None:
        """Leave without an answer: it is asked again."""
        self.backstage.stage.go(Closed())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: nobody can arrive before it is known when."""
        self.too_early(readings)

    def yes(self) -> None:
        """It is right."""
        self.backstage.services.clock.told()
        self.backstage.stage.go(Open())

    def other(self) -> None:
        """It is another day, or another hour."""
        self._type()

    def send(self, day: str, hour: str) -> None:
        """It is ``day`` at ``hour``, as somebody types them."""
        date, time = any_day(day), read_hour(hour)
        if date is None or time is None:
            self._type(
                "" if date else words_of.TODAY_DAY_WRONG,
                "" if time else words_of.PLAN_HOUR_WRONG,
            )
            return
        known = self.backstage.services.clock
        known.told(moment_of(date, time))
        self.write(lambda store: mend_unused(known, store), self._told)

    def _told(self, mended: bool) -> None:  # noqa: FBT001 - what the work returned
        self.backstage.stage.go(Open() if mended else Mend())

    def _type(self, wrong_day: str = "", wrong_hour: str = "") -> None:
        now = self.backstage.services.now()
        self.show(TodayState(words_of.moment(now), True, words_of.day_typed(now), clock(now), wrong_day, wrong_hour))
