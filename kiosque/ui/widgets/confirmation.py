"""A question before what cannot be seen any more: it covers the screen, and nothing happens by mistake."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import badge, centred, panel, row, words
from kiosque.ui.widgets.buttons import button

WIDTH, WIDTH_VISITOR, NARROWEST = 620, 800, 320
SHADE = 150
"""Of 255: what lies under the question is there still, and cannot be taken for something to touch."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, what it leads to, and the two answers. ``grave``: what is done is not undone by a tap."""

    ask: str
    leads_to: str
    yes: str
    no: str
    icon: str = "circle-help"
    grave: bool = False


class Confirmation(QWidget):
    """Lies over its parent. Escape, and Enter at once, say no: only a wanted tap says yes."""

    answered = Signal(bool)

    def __init__(self, parent: QWidget, theme: Theme, question: Question, *, visitor: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("confirmation")
        self.setAccessibleName(question.ask)
        self.setAccessibleDescription(question.leads_to)
        self._ground = theme.palette.text if theme.look.value == "light" else "#000000"
        outside = QVBoxLayout(self)
        outside.addStretch(1)
        width = min(WIDTH_VISITOR if visitor else WIDTH, max(NARROWEST, parent.width() - 48))
        outside.addLayout(centred(self._card(theme, question, width, visitor=visitor)))
        outside.addStretch(1)
        parent.installEventFilter(self)
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.no.setFocus()

    def _card(self, theme: Theme, question: Question, width: int, *, visitor: bool) -> QWidget:
        palette = theme.palette
        card = panel("asking")
        card.setFixedWidth(width)
        kinds, size = (("label", "text"), "visitor") if visitor else (("a-title", "a-text"), "animator")
        colour, ground = (
            (palette.refusal, palette.refusal_soft) if question.grave else (palette.action, palette.action_soft)
        )
        inside = QVBoxLayout(card)
        inside.setContentsMargins(40, 32, 40, 32)
        inside.setSpacing(12)
        inside.addLayout(centred(badge(question.icon, colour, ground, theme.metrics.disc(80))))
        inside.addWidget(words(question.ask, kinds[0], centre=True))
        inside.addWidget(words(question.leads_to, kinds[1], "quiet", centre=True))
        inside.addSpacing(12)
        self.no = button(theme, question.no, "confirmation.no", kind="plain", size=size)
        self.yes = button(
            theme, question.yes, "confirmation.yes", kind="grave" if question.grave else "primary", size=size
        )
        answers = row(self.no, self.yes, spacing=max(16, theme.metrics.gap) if visitor else 16)
        answers.setStretch(0, 1)
        answers.setStretch(1, 1)
        inside.addLayout(answers)
        self.no.clicked.connect(lambda _checked=False: self._answer(yes=False))
        self.yes.clicked.connect(lambda _checked=False: self._answer(yes=True))
        return card

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape says no, and goes no further: the screen below does not go back."""
        if event.key() == Qt.Key.Key_Escape:
            self._answer(yes=False)
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt calls it so
        """Keep the keyboard on the two answers."""
        del next
        (self.yes if self.no.hasFocus() else self.no).setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the whole of what it lies on, however that is resized."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shade what lies below."""
        del event
        shade = QColor(self._ground)
        shade.setAlpha(SHADE)
        painter = QPainter(self)
        painter.fillRect(self.rect(), shade)
        painter.end()

    def _answer(self, *, yes: bool) -> None:
        self.hide()
        self.answered.emit(yes)
        self.deleteLater()
