"""A button whose work is under way: it says so, and cannot be pressed again meanwhile."""

from PySide6.QtGui import QIcon

from kiosque.ui.icons import pixmap
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.buttons import Button


def busy(theme: Theme, made: Button, said: str) -> None:
    """Let ``made`` say ``said`` with an hourglass, until ``ready``."""
    side = made.iconSize().width()
    image = QIcon(pixmap("hourglass", theme.palette.quiet, side, made.devicePixelRatioF()))
    image.addPixmap(pixmap("hourglass", theme.palette.quiet, side, made.devicePixelRatioF()), QIcon.Mode.Disabled)
    made.setIcon(image)
    _say(made, said)
    made.setEnabled(False)


def ready(made: Button, icon: QIcon, said: str) -> None:
    """Let ``made`` say again what it does."""
    made.setIcon(icon)
    _say(made, said)
    made.setEnabled(True)


def _say(made: Button, said: str) -> None:
    made.setText(f" {said}")
    made.setAccessibleName(said)
