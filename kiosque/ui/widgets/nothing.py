"""What stands where a list will be: a picture, what is so, what will come, and perhaps a way to begin."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import disc, row, words
from kiosque.ui.widgets.buttons import Button


def nothing_yet(
    theme: Theme, icon: str, sentence: str, how: str, *, visitor: bool = False, begin: Button | None = None
) -> QWidget:
    """Return the picture of an empty list; ``begin`` is the button that makes its first line."""
    holder = QWidget()
    kinds = ("label", "text") if visitor else ("a-label", "a-text")
    lines = QVBoxLayout(holder)
    lines.setSpacing(10)
    lines.addStretch(1)
    picture = disc(theme, icon, 120 if visitor else 88)
    lines.addLayout(row(1, picture, 1))
    lines.addWidget(words(sentence, kinds[0], centre=True))
    lines.addWidget(words(how, kinds[1], "quiet", centre=True))
    if begin is not None:
        lines.addSpacing(10)
        lines.addLayout(row(1, begin, 1))
    lines.addStretch(2)
    return holder
