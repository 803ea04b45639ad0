"""What an animator is writing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

FORM = "form"
"""A property of buttons: true where a choice is part of a form, and does nothing by itself."""


def is_secret(line: QLineEdit) -> bool:
    """Whether what is typed there opens something: it is never kept, even while it is shown."""
    hidden = line.echoMode() is not QLineEdit.EchoMode.Normal
    return hidden or bool(line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData)
