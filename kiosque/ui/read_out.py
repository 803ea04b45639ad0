"""What a voice says of a screen: what is asked, then what can be answered. Never a name of anybody."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

_READ = frozenset({"hero", "question", "label", "strong", "text"})
"""The types of words that are a visitor's; what is written small at the edge is not read."""
_PASSED_OVER = ("back", "animator", "aids", "language")
"""The same on every screen: who listens wants the question."""
_SAME_LINE = 24
"""Pixels: what begins at about the same height is read from left to right."""


def sentences_of(screen: QWidget) -> tuple[str, ...]:
    """Return the sentences of ``screen`` in the order in which they are read."""
    found = [
        (_place(label, screen), label.text())
        for label in screen.findChildren(QLabel)
        if label.isVisible() and label.property("type") in _READ and not _inside_button(label, screen)
    ]
    found += [
        (_place(each, screen), each.accessibleName())
        for each in screen.findChildren(QAbstractButton)
        if each.isVisible() and each.isEnabled() and each.objectName().split(".")[0] not in _PASSED_OVER
    ]
    return tuple(dict.fromkeys(text for _, text in sorted(found) if text.strip()))


def _place(widget: QWidget, screen: QWidget) -> tuple[int, int]:
    at = widget.mapTo(screen, QPoint(0, 0))
    return at.y() // _SAME_LINE, at.x()


def _inside_button(label: QLabel, screen: QWidget) -> bool:
    around: QWidget | None = label.parentWidget()
    while around is not None and around is not screen:
        if isinstance(around, QAbstractButton | QLineEdit):
            return True
        around = around.parentWidget()
    return False
