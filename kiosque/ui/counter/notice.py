"""What is kept, why, and the rights, to be read at the counter: six short answers, and the same for a telephone."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosque.actions import papers
from kiosque.actions.papers import Where
from kiosque.domain.french import local
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter, CounterScreen
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.papers.notice import Notice
from kiosque.ui.papers.texts import words_of as paper_words
from kiosque.ui.places import Place
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import empty, icon_label, words
from kiosque.ui.widgets.qr import QrCode


@dataclass(frozen=True, slots=True)
class NoticeState:
    """Who answers for the data, and what a telephone reads."""

    who: str
    short: str


class NoticeScreen(CounterScreen[NoticeState]):
    """Questions and answers at the left, the code at the right. Nothing here leads anywhere but back."""

    aloud = True

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.notice", known_words.NOTICE)
        metrics = theme.metrics
        self._answers = QVBoxLayout()
        self._answers.setSpacing(4 if metrics.compact else metrics.gap)
        left = QWidget()
        left.setLayout(self._answers)
        self._answers.setContentsMargins(0, 0, 0, 0)
        self._code = QrCode("notice.qr", known_words.NOTICE_PHONE, 264 if metrics.compact else 380)
        right = QVBoxLayout()
        right.addStretch(1)
        right.addWidget(self._code, 0, Qt.AlignmentFlag.AlignHCenter)
        right.addWidget(words(known_words.NOTICE_PHONE, "text", "quiet", centre=True))
        right.addStretch(1)
        both: QBoxLayout = QVBoxLayout() if metrics.narrow else QHBoxLayout()
        both.setSpacing(metrics.gap * 3)
        both.addWidget(left, 1)
        both.addLayout(right)
        self.body.addStretch(1)
        self.body.addLayout(both)
        self.body.addStretch(2)
        self.question_beside()

    def draw(self, state: NoticeState) -> None:
        """Show ``state``."""
        empty(self._answers)
        for icon, asked, said in (
            ("landmark", known_words.NOTICE_WHO, state.who),
            ("heart-handshake", known_words.NOTICE_WHY, known_words.NOTICE_WHY_SAID),
            ("handshake", known_words.NOTICE_BASIS, known_words.NOTICE_BASIS_SAID),
            ("users", known_words.NOTICE_SEEN, known_words.NOTICE_SEEN_SAID),
            ("hourglass", known_words.NOTICE_KEPT, known_words.NOTICE_KEPT_SAID),
            ("scale", known_words.NOTICE_RIGHTS, known_words.NOTICE_RIGHTS_SAID),
        ):
            self._answers.addWidget(self._answer(icon, asked, said))
        self._code.say(state.short)

    def _answer(self, icon: str, asked: str, said: str) -> QWidget:
        side = round(self.theme.metrics.visitor * 1.4)
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(icon_label(icon, self.theme.palette.action, side), 0, Qt.AlignmentFlag.AlignTop)
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(words(asked, "strong"))
        both.addWidget(words(said, "text"))
        line.addLayout(both, 1)
        return whole


class NoticePresenter(CounterPresenter[NoticeState]):
    """Reads whose notice it is."""

    def __init__(self, backstage: Backstage, screen: Draws[NoticeState], after: Place) -> None:
        super().__init__(backstage, screen)
        self._after = after

    def start(self) -> None:
        """Read where this is."""
        self.read(papers.where, self._found)

    def back(self) -> None:
        """Back to what was asked."""
        self.backstage.stage.go(self._after)

    def _found(self, where: Where) -> None:
        day = local(self.backstage.services.now()).date()
        notice = Notice(where.antenna, where.association, day)
        self.show(NoticeState(paper_words.controller(where.association, where.antenna), notice.short()))
