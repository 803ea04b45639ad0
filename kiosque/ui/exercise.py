"""The exercise: a second window of the same, over its own store, while the first one waits behind it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kiosque.ui.idle import Idle
from kiosque.ui.lanes import Lanes
from kiosque.ui.language import Language, spoken
from kiosque.ui.services import Practice, Services
from kiosque.ui.theme import Theme
from kiosque.ui.welcome.texts import words_of
from kiosque.ui.widgets.basics import button, icon_label, words

Make = Callable[[Services, Lanes], QWidget]

HEIGHT = 54
"""Pixels of the banner: a button, and no more, so that the counter of 1366×768 still fits under it."""


class PracticeBanner(QFrame):
    """Says all the time that nothing is counted, and lets whoever stands there leave."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("practice")
        self.setProperty("panel", "practice")
        self.setFixedHeight(HEIGHT)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 0, 12, 0)
        line.setSpacing(12)
        line.addWidget(icon_label("graduation-cap", theme.palette.attention, 30))
        line.addWidget(words(words_of.PRACTICE, "a-label", "attention", wrap=False), 1)
        leave = button(theme, words_of.PRACTICE_LEAVE, "practice.leave", icon="x")
        leave.clicked.connect(self.left)
        line.addWidget(leave)
        self.setAccessibleName(words_of.PRACTICE)


class Exercise:
    """One exercise, from its window to its end. Lives on the GUI thread."""

    def __init__(
        self, practice: Practice, make: Callable[[Services, Lanes], QWidget], over: Callable[[], None]
    ) -> None:
        """``make`` makes its window, not shown yet; ``over`` is called when somebody leaves."""
        self._practice, self._over = practice, over
        self._lanes = Lanes()
        self.window = make(replace(practice.services, leave=over), self._lanes)

    def end(self) -> None:
        """Close the window, wait for what is under way, and delete everything."""
        self.window.close()
        self.window.deleteLater()
        self._lanes.close()
        self._practice.end()


class Rehearsal(QObject):
    """What a window has to do with exercises: it may begin one, or be the window of one."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._banner: PracticeBanner | None = None
        self._drawn: tuple[Theme, Language] | None = None
        self.leave = services.leave
        """How this exercise is left; None in earnest."""
        self.exercise: Exercise | None = None
        """The one that this window waits behind."""
        self.idle = Idle(_nobody, self.leave or _nobody, self)

    def attend(self) -> None:
        """An exercise that nobody touches any more ends by itself: visitors would believe that they are counted."""
        if self.leave is not None:
            self.idle.watch(self._services.settings.timings.practice_idle, 0)

    def banner(self, theme: Theme) -> PracticeBanner | None:
        """Return the banner in the words and sizes of now, when they are others than before; None in earnest."""
        if self.leave is None or self._drawn == (theme, spoken()):
            return None
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
        self._drawn = (theme, spoken())
        self._banner = PracticeBanner(theme)
        self._banner.left.connect(self.leave)
        return self._banner

    @property
    def height(self) -> int:
        """Pixels of the window that the banner takes."""
        return 0 if self.leave is None else HEIGHT

    def end(self) -> None:
        """End the exercise, if there is one."""
        exercise, self.exercise = self.exercise, None
        if exercise is not None:
            exercise.end()
        self.idle.rest()


def _nobody() -> None:
    pass
