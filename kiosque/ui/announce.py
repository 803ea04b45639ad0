"""What appears without being asked for is told to screen readers: toasts, the veil, what is wrong."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

deliver = QAccessible.updateAccessibility
"""Passes an event on to the screen reader that listens; where none does, to nobody."""


def announce(over: QWidget, sentence: str, *, at_once: bool = False) -> None:
    """Tell ``sentence`` to who listens; ``at_once``: it interrupts what is being read."""
    if not sentence:
        return
    event = QAccessibleAnnouncementEvent(over, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    deliver(event)
