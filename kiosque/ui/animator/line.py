"""How the line is, in one sentence, and trying it now."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosque.sync.agent import Status
from kiosque.ui.animator import texts as words_of
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.lanes import Lane
from kiosque.ui.line import Said, say_line
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import badge, button, centred, panel, put_badge, words

CARD_WIDTH = 720
DISC = 96


@dataclass(frozen=True, slots=True)
class LineState:
    """What is said of the line; ``trying``: a try is under way; ``tried``: one has ended."""

    said: Said
    trying: bool = False
    tried: bool = False


class LineScreen(AnimatorScreen[LineState]):
    """One sentence, one button."""

    try_now = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.line", words_of.LINE)
        card = panel("card")
        card.setFixedWidth(CARD_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(56, 44, 56, 44)
        inside.setSpacing(14)
        self._disc = badge("cloud-check", theme.palette.action, theme.palette.action_soft, DISC)
        self._sentence = words("", "a-title", centre=True)
        self._tried = words("", "a-text", "quiet", centre=True)
        self._try = button(theme, words_of.LINE_TRY, "line.try", icon="refresh-cw", kind="primary", size="animator-big")
        self._try.clicked.connect(self.try_now)
        inside.addLayout(centred(self._disc))
        inside.addWidget(self._sentence)
        inside.addWidget(words(words_of.LINE_KEPT, "a-text", "quiet", centre=True))
        inside.addSpacing(12)
        inside.addWidget(self._try)
        inside.addWidget(self._tried)
        self.body.addStretch(1)
        self.body.addLayout(centred(card))
        self.body.addStretch(2)

    def draw(self, state: LineState) -> None:
        """Show ``state``."""
        colour = str(getattr(self.theme.palette, state.said.tone))
        ground = str(getattr(self.theme.palette, f"{state.said.tone}_soft"))
        put_badge(self._disc, state.said.icon, colour, ground, DISC)
        self._sentence.setText(state.said.sentence)
        said = words_of.LINE_TRYING if state.trying else words_of.LINE_TRY
        self._try.setText(f" {said}")
        self._try.setAccessibleName(said)
        self._try.setEnabled(not state.trying)
        self._tried.setText(words_of.LINE_TRIED if state.tried else "")


class LinePresenter(AnimatorPresenter[LineState]):
    """Tries the line in its own lane."""

    def start(self) -> None:
        """Say how the line is."""
        self._say()

    def try_now(self) -> None:
        """Try at once."""
        self._say(trying=True)
        self.backstage.stage.try_line(lambda: self._say(tried=True))

    def _say(self, *, trying: bool = False, tried: bool = False) -> None:
        services = self.backstage.services

        def said(status: Status) -> None:
            self.show(LineState(say_line(status, services.now()), trying=trying, tried=tried))

        self.backstage.submit(Lane.DB, services.sync.status, said, self.backstage.refused)
