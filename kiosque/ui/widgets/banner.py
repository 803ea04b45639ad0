"""A calm line across the screen: an icon, a sentence, a little more, and at most one thing to do."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import badge, put_badge, retone, words
from kiosque.ui.widgets.buttons import button

TONES = ("action", "waiting", "attention", "refusal")
"""What the state of a banner may be: all is well, wait, look, no."""


class Banner(QFrame):
    """Says one thing about the whole screen; hidden while there is nothing to say."""

    def __init__(self, theme: Theme, name: str, *, visitor: bool = False, does: str = "") -> None:
        """``does``: the word of its button; without it there is none."""
        super().__init__()
        self.setObjectName(name)
        self._theme = theme
        metrics = theme.metrics
        self._disc = round((metrics.visitor if visitor else metrics.animator) * 2.6)
        kinds = ("strong", "text") if visitor else ("a-strong", "a-text")
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 12, 16, 12)
        line.setSpacing(16)
        self._picture = badge("circle-help", theme.palette.action, theme.palette.surface, self._disc)
        self._sentence = words("", kinds[0])
        self._more = words("", kinds[1], "quiet")
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._sentence)
        said.addWidget(self._more)
        line.addWidget(self._picture)
        line.addLayout(said, 1)
        self.button = None
        if does:
            size = "visitor" if visitor else "animator"
            self.button = button(theme, does, f"{name}.do", kind="primary", size=size)
            line.addWidget(self.button)
        self.hide()

    def say(self, sentence: str, icon: str, tone: str = "action", more: str = "") -> None:
        """Say ``sentence`` in one of ``TONES``; an empty one hides the banner."""
        self.setVisible(bool(sentence))
        if not sentence:
            return
        palette = self._theme.palette
        retone(self, panel="soft" if tone == "action" else tone)
        put_badge(self._picture, icon, str(getattr(palette, tone)), palette.surface, self._disc)
        self._sentence.setText(sentence)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(f"{sentence} {more}".strip())
