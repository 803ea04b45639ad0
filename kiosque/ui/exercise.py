"""The exercise: a second window of the same, over its own store, while the first one waits behind it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from kiosque.ui.frame import Frame
from kiosque.ui.idle import Idle
from kiosque.ui.lanes import Lane, Lanes
from kiosque.ui.language import Language, spoken
from kiosque.ui.services import Practice, Services
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.welcome.texts import words_of
from kiosque.ui.widgets.basics import icon_label, words
from kiosque.ui.widgets.buttons import button

Make = Callable[[Services, Lanes], Frame]

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

    def __init__(self, practice: Practice, make: Make, over: Callable[[], None]) -> None:
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

    def __init__(self, services: Services, aside: Callable[[], None], back: Callable[[], None], window: Frame) -> None:
        """``aside`` is called when ``window`` is to wait behind an exercise, ``back`` when it is there again."""
        super().__init__(window)
        self._services, self._window = services, window
        self._aside, self._back = aside, back
        self._banner: PracticeBanner | None = None
        self._drawn: tuple[Theme, Language] | None = None
        self.leave = services.leave
        """How this exercise is left; None in earnest."""
        self.exercise: Exercise | None = None
        """The one that this window waits behind."""
        self.idle = Idle(_nobody, self.leave or _nobody, self)

    def begin(self, practice: Practice, make: Make, *, whole: bool) -> None:
        """Show the window of an exercise, that ``make`` makes, in place of this one."""
        self._aside()
        self.exercise = Exercise(practice, make, self._over)
        self.exercise.window.appear(whole=whole)
        self._window.hide()

    def _over(self) -> None:
        if self.exercise is None:
            return
        # Shown before the other one goes: a program without a window would end.
        self._window.appear(whole=self._services.settings.full_screen)
        self.end()
        self._back()

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


class Rehearsing(Frame):
    """A window that may wait behind an exercise, or be the window of one."""

    def __init__(self, services: Services, lanes: Lanes, title: str) -> None:
        super().__init__(services.settings, title)
        self._services, self._lanes = services, lanes
        self._rehearsal = Rehearsal(services, self.wait, self._practised, self)

    def attend(self) -> None:
        """Hear what happens from now on."""
        raise NotImplementedError

    def wait(self) -> None:
        """Hear nothing, until ``attend``."""
        raise NotImplementedError

    def wipe(self) -> None:
        """Begin again, as nobody had stood there."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Say one calm sentence over the screen."""
        raise NotImplementedError

    def another(self, services: Services, practice: Practice, lanes: Lanes) -> Frame:
        """Make a window like this one, for ``practice``, not shown yet."""
        raise NotImplementedError

    def practise(self) -> None:
        """Begin an exercise: this window waits behind it, as it is, and hears nothing."""
        make = self._services.practice
        if make is not None and self._rehearsal.exercise is None:
            self.say(words_of.PRACTICE_MAKING)
            self._lanes.submit(Lane.DB, make, self._practise, lambda error: self.say(told(error)))

    def quit(self) -> None:
        """End the program, or the exercise: an animator has asked for it, and was asked to be sure."""
        (self._rehearsal.leave or self.close)()

    def come_forward(self) -> None:
        """Be seen, or let the exercise be: somebody has started the program a second time."""
        exercise = self._rehearsal.exercise
        if exercise is not None:
            exercise.window.come_forward()
        else:
            super().come_forward()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the exercise by its own way, whoever stands there."""
        if event.spontaneous() and self._rehearsal.leave is not None:
            event.ignore()
            self._rehearsal.leave()
            return
        super().closeEvent(event)

    def _practise(self, practice: Practice) -> None:
        def made(services: Services, lanes: Lanes) -> Frame:
            return self.another(services, practice, lanes)

        self._rehearsal.begin(practice, made, whole=self.isFullScreen())

    def _practised(self) -> None:
        """Come back to where everything counts, and say so."""
        self.attend()
        self.wipe()
        self.say(words_of.PRACTICE_LEFT)


def _nobody() -> None:
    pass
