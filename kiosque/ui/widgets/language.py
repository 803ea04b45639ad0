"""The switch of language, and what stays on a screen that is drawn again in another one."""

from PySide6.QtWidgets import QLineEdit, QWidget

from kiosque.ui.language import spoken
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.buttons import Button, button

SWITCH = "language"
"""The name of the button; the window answers it on every screen."""


def language_button(theme: Theme) -> Button:
    """Return the button that offers the other language, by its own name."""
    return button(theme, spoken().following.own_name, SWITCH, icon="languages", kind="bare", size="visitor")


def typed_in(screen: QWidget) -> dict[str, str]:
    """Return what stands in each line of ``screen``, by its name."""
    return {line.objectName(): line.text() for line in screen.findChildren(QLineEdit) if line.objectName()}


def type_again(screen: QWidget, typed: dict[str, str]) -> None:
    """Put what was typed into the lines of the same names."""
    for line in screen.findChildren(QLineEdit):
        if line.objectName() in typed:
            line.setText(typed[line.objectName()])
