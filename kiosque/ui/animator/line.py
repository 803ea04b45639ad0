"""How the line is, in one sentence, and *Essayer*: three checks, and what to do about the first that fails."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kiosque.domain.errors import KnownError
from kiosque.sync.agent import Status
from kiosque.sync.checks import Answer, Checks
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.texts import words_of
from kiosque.ui.lanes import Lane
from kiosque.ui.line import Said, say_line
from kiosque.ui.theme import Theme
from kiosque.ui.told import said
from kiosque.ui.widgets.basics import badge, centred, disc, put_badge, retone, words
from kiosque.ui.widgets.buttons import button

DISC = 96
CHECK_DISC = 34

_LOOKS = {
    Answer.WAITING: ("circle-ellipsis", "quiet", "background"),
    Answer.LOOKING: ("hourglass", "waiting", "waiting_soft"),
    Answer.YES: ("check", "action", "action_soft"),
    Answer.NO: ("x", "attention", "attention_soft"),
}
"""Of each answer: icon, colour and ground. A line that is down is no refusal: it is never red."""


@dataclass(frozen=True, slots=True)
class LineState:
    """What is said of the line; how far *Essayer* has come, None before it was pressed."""

    said: Said
    checks: Checks | None = None

    @property
    def trying(self) -> bool:
        """Whether a try is under way."""
        return self.checks is not None and not self.checks.over


class LineScreen(AnimatorScreen[LineState]):
    """One sentence, one button; under it the three checks, as they are made."""

    try_now = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.line", words_of.LINE)
        _, inside = self.middle_card()
        self._disc = disc(theme, "cloud-check", DISC)
        self._sentence = words("", "a-title", centre=True)
        self._kept = words(words_of.LINE_KEPT, "a-text", "quiet", centre=True)
        self._try = button(theme, words_of.LINE_TRY, "line.try", icon="refresh-cw", kind="primary", size="animator-big")
        self._try.clicked.connect(self.try_now)
        self._advice = words("", "a-text", centre=True)
        inside.addLayout(centred(self._disc))
        inside.addWidget(self._sentence)
        inside.addWidget(self._kept)
        inside.addSpacing(6)
        inside.addWidget(self._checks())
        inside.addWidget(self._advice)
        inside.addWidget(self._try)

    def draw(self, state: LineState) -> None:
        """Show ``state``."""
        colour = str(getattr(self.theme.palette, state.said.tone))
        ground = str(getattr(self.theme.palette, f"{state.said.tone}_soft"))
        put_badge(self._disc, state.said.icon, colour, ground, self.theme.metrics.disc(DISC))
        self._sentence.setText(state.said.sentence)
        said = words_of.LINE_TRYING if state.trying else words_of.LINE_TRY
        self._try.setText(f" {said}")
        self._try.setAccessibleName(said)
        self._try.setEnabled(not state.trying)
        # The checks take the place of the picture: both do not fit on the smallest screen.
        for widget in (self._disc, self._kept):
            widget.setVisible(state.checks is None)
        self._rows.setVisible(state.checks is not None)
        self._advice.setVisible(state.checks is not None)
        if state.checks is not None:
            self._draw_checks(state.checks)

    def _checks(self) -> QWidget:
        self._rows = QWidget()
        lines = QVBoxLayout(self._rows)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        self._lines: list[tuple[QLabel, QLabel]] = []
        for name in (words_of.CHECK_ROOM, words_of.CHECK_INTERNET, words_of.CHECK_SERVICE):
            picture = badge(
                "circle-ellipsis",
                self.theme.palette.quiet,
                self.theme.palette.background,
                self.theme.metrics.disc(CHECK_DISC),
            )
            found = words("", "a-strong", wrap=False)
            row = QHBoxLayout()
            row.setSpacing(14)
            row.addWidget(picture)
            row.addWidget(words(name, "a-text", wrap=False))
            row.addStretch(1)
            row.addWidget(found)
            lines.addLayout(row)
            self._lines.append((picture, found))
        return self._rows

    def _draw_checks(self, checks: Checks) -> None:
        answers = (checks.room, checks.internet, checks.service)
        for (picture, found), answer in zip(self._lines, answers, strict=True):
            icon, tone, ground = _LOOKS[answer]
            palette = self.theme.palette
            put_badge(
                picture,
                icon,
                str(getattr(palette, tone)),
                str(getattr(palette, ground)),
                self.theme.metrics.disc(CHECK_DISC),
            )
            found.setText(_word(answer))
            retone(found, tone=tone)
        self._advice.setText(advice(checks))


def _word(answer: Answer) -> str:
    return {
        Answer.WAITING: words_of.CHECK_WAITING,
        Answer.LOOKING: words_of.CHECK_LOOKING,
        Answer.YES: words_of.CHECK_YES,
        Answer.NO: words_of.CHECK_NO,
    }[answer]


def advice(checks: Checks) -> str:
    """Return the one sentence of what to do about the first check that failed; that all is well; or to wait."""
    if not checks.over:
        return words_of.LINE_WAIT
    if checks.room is Answer.NO:
        return words_of.CHECK_ROOM_HOW
    if checks.internet is Answer.NO:
        return words_of.CHECK_INTERNET_HOW
    if checks.service is Answer.NO:
        return said(checks.trouble) or words_of.CHECK_SERVICE_HOW
    return words_of.CHECKED


class LinePresenter(AnimatorPresenter[LineState]):
    """Makes the checks in the line's own lane, one after the other, and shows each as it comes."""

    def start(self) -> None:
        """Say how the line is."""
        self._checks: Checks | None = None
        self._say()

    def refresh(self) -> None:
        """What waits has changed."""
        self._say()

    def try_now(self) -> None:
        """Try at once."""
        self._go_on(Checks())

    def _go_on(self, checks: Checks) -> None:
        if not self._alive:
            return
        self._checks = checks
        self._say()
        if not checks.over:
            sync = self.backstage.services.sync
            self.backstage.submit(Lane.SYNC, lambda: sync.check(checks), self._go_on, self._stopped)

    def _stopped(self, error: KnownError) -> None:
        self._checks = None
        self._say()
        self.backstage.refused(error)

    def _say(self) -> None:
        services = self.backstage.services

        def said(status: Status) -> None:
            self.show(LineState(say_line(status, services.now()), self._checks))

        self.backstage.submit(Lane.DB, services.sync.status, said, self.backstage.refused)
