"""One question of a form: its label, its line, its hint, and what is wrong with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kiosque.ui.announce import announce
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import icon_label, retone, words


class Trouble(QWidget):
    """What is wrong, in words, with an icon and a colour; nothing at all when nothing is."""

    def __init__(self, theme: Theme, *, visitor: bool = True) -> None:
        super().__init__()
        side = theme.metrics.visitor if visitor else theme.metrics.animator
        self._words = words("", "text" if visitor else "a-text", "refusal", wrap=False)
        line = QHBoxLayout(self)
        line.setContentsMargins(2, 0, 0, 0)
        line.addWidget(icon_label("triangle-alert", theme.palette.refusal, side))
        line.addWidget(self._words, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say it; an empty sentence says that all is well."""
        said = self._words.text()
        self._words.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence != said:
            announce(self, sentence, at_once=True)


class Field(QWidget):
    """A labelled line. A wrong answer is said beside it, in words, with an icon and a colour."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        label: str,
        *,
        hint: str = "",
        visitor: bool = True,
        beside: QWidget | None = None,
        keys: Qt.InputMethodHint = Qt.InputMethodHint.ImhNone,
    ) -> None:
        """``beside`` stands at the right of the line: a button that works on it; ``keys``: what is typed in it."""
        super().__init__()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        caption = words(label, "strong" if visitor else "a-strong", wrap=False)
        self.line = QLineEdit()
        self.line.setObjectName(name)
        self.line.setAccessibleName(label)
        self.line.setPlaceholderText(hint)
        self.line.setProperty("fit", "visitor" if visitor else "animator")
        self.line.setInputMethodHints(keys)
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        caption.setBuddy(self.line)
        self._trouble = Trouble(theme, visitor=visitor)
        answer: QBoxLayout = QVBoxLayout() if theme.metrics.narrow else QHBoxLayout()
        answer.setSpacing(10)
        answer.addWidget(self.line, 1)
        if beside is not None:
            answer.addWidget(beside)
        lines.addWidget(caption)
        lines.addLayout(answer)
        lines.addWidget(self._trouble)
        lines.addStretch(1)

    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def wrong(self, sentence: str) -> None:
        """Say what is wrong; nothing when ``sentence`` is empty."""
        self._trouble.say(sentence)
        self.line.setAccessibleDescription(sentence)
        retone(self.line, wrong="true" if sentence else "false")
