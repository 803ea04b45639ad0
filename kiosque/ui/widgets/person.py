"""One person on a line of the animators' screens: a picture, a name, a note, and a state in words."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from kiosque.ui.theme import ANIMATOR_TARGET, Theme
from kiosque.ui.widgets.basics import badge, disc, icon_label, words, yielding
from kiosque.ui.widgets.buttons import Button

DISC = 44


@dataclass(frozen=True, slots=True)
class Shown:
    """What the line says. ``state`` and its icon stand at the end, in the colour of the token ``tone``."""

    name: str
    note: str = ""
    icon: str = "user-round"
    state: str = ""
    state_icon: str = ""
    tone: str = "action"


class PersonRow(Button):
    """A line to press, or to choose among others. Never at the counter: it shows a name."""

    def __init__(self, theme: Theme, name: str, shown: Shown, *, choosable: bool = False) -> None:
        super().__init__("", name, size="row")
        self.setAccessibleName(", ".join(filter(None, (shown.name, shown.note, shown.state))))
        self.setCheckable(choosable)
        self.ring_in(theme.palette, "plain")
        palette = theme.palette
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 18, 8)
        line.setSpacing(14)
        self._disc = disc(theme, shown.icon, DISC)
        self._chosen = badge("check", palette.on_action, palette.action, theme.metrics.disc(DISC))
        self._chosen.hide()
        called, noted = yielding(shown.name, "a-strong"), yielding(_joined(shown.note), "a-text", "quiet")
        if not shown.note:
            noted.hide()
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(called)
        said.addWidget(noted)
        line.addWidget(self._disc)
        line.addWidget(self._chosen)
        line.addLayout(said, 1)
        if shown.state:
            side = round(theme.metrics.animator * 1.2)
            if shown.state_icon:
                line.addWidget(icon_label(shown.state_icon, str(getattr(palette, shown.tone)), side))
            # A long name breaks first: what is to be done stays on one line.
            line.addWidget(words(shown.state, "a-strong", shown.tone, wrap=False))
        for label in (called, noted):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumHeight(ANIMATOR_TARGET + 24)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.toggled.connect(self._choose)

    def sizeHint(self) -> QSize:
        """Take the size of what the line holds: a push button would only measure its own text."""
        inside = self.layout()
        return inside.sizeHint() if inside else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never smaller than what the line holds."""
        inside = self.layout()
        return inside.minimumSize() if inside else super().minimumSizeHint()

    def _choose(self, chosen: bool) -> None:  # noqa: FBT001 - a slot of toggled
        self._chosen.setVisible(chosen)
        self._disc.setVisible(not chosen)


def _joined(note: str) -> str:
    """Let no line begin with the dot between two things."""
    return note.replace(" · ", "\u00a0· ")
