"""*Encore là ?*: covers everything until somebody answers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kiosque.ui.announce import announce
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import disc, words
from kiosque.ui.widgets.buttons import button


class Veil(QFrame):
    """Lies over its parent, opaque: what is under it can no longer be read."""

    answered = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("still-here")
        self.setProperty("panel", "veil")
        self.setAccessibleName(texts.STILL_HERE)
        metrics = theme.metrics
        lines = QVBoxLayout(self)
        lines.setSpacing(metrics.gap)
        lines.addStretch(1)
        lines.addWidget(
            disc(theme, "hourglass", 120, "waiting"),
            0,
            Qt.AlignmentFlag.AlignHCenter,
        )
        lines.addWidget(words(texts.STILL_HERE, "hero", centre=True))
        lines.addWidget(words(texts.STILL_HERE_WHY, "text", "quiet", centre=True))
        yes = button(theme, texts.STILL_HERE_YES, "still-here.yes", icon="hand", kind="primary", size="visitor")
        yes.clicked.connect(self.answered)
        lines.addWidget(yes, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(1)
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        announce(self, f"{texts.STILL_HERE} {texts.STILL_HERE_WHY}", at_once=True)
        yes.setFocus()
