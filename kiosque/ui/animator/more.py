"""What an animator does now and then."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.desks_texts import desks_words
from kiosque.ui.animator.equipment_texts import equipment_words
from kiosque.ui.animator.hours_texts import hours_words
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.animator.offered import gestures
from kiosque.ui.animator.repair_texts import repair_words
from kiosque.ui.animator.texts import words_of as animator_words
from kiosque.ui.animator.wishes_texts import wishes_words
from kiosque.ui.papers.texts import words_of
from kiosque.ui.places import Desks, Equipment, Hours, Noted, Papers, Repairs, Wishes
from kiosque.ui.theme import Theme
from kiosque.ui.welcome.texts import words_of as welcome


@dataclass(frozen=True, slots=True)
class MoreState:
    """``practice``: whether there is an exercise; there is none within one."""

    practice: bool = False


class MoreScreen(AnimatorScreen[MoreState]):
    """A tile for each."""

    noted = Signal()
    hours = Signal()
    desks = Signal()
    equipment = Signal()
    wishes = Signal()
    repairs = Signal()
    papers = Signal()
    practice = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.more", words_of.MORE)
        offered = (
            ("more.noted", "pencil", noted_words.NOTED, noted_words.NOTED_NOTE, self.noted),
            ("more.hours", "calendar-days", hours_words.HOURS, hours_words.HOURS_NOTE, self.hours),
            ("more.desks", "monitor", desks_words.PLACES, desks_words.PLACES_NOTE, self.desks),
            ("more.equipment", "package", equipment_words.EQUIPMENT, equipment_words.EQUIPMENT_NOTE, self.equipment),
            ("more.repairs", "wrench", repair_words.REPAIRS, repair_words.REPAIRS_NOTE, self.repairs),
            ("more.wishes", "lightbulb", wishes_words.WISHES, wishes_words.WISHES_NOTE, self.wishes),
            ("more.papers", "printer", words_of.MORE_PAPERS, words_of.MORE_PAPERS_NOTE, self.papers),
            ("more.settings", "settings", animator_words.SETTINGS, animator_words.SETTINGS_NOTE, self.settings),
            ("more.practice", "graduation-cap", welcome.START_PRACTICE, welcome.START_PRACTICE_NOTE, self.practice),
        )
        grid, (*_, self._practice) = gestures(theme, offered)
        self._practice.hide()
        self.body.addWidget(grid, 1)

    def draw(self, state: MoreState) -> None:
        """Show ``state``."""
        self._practice.setVisible(state.practice)


class MorePresenter(AnimatorPresenter[MoreState]):
    """Knows where each tile leads."""

    def start(self) -> None:
        """Say whether there is an exercise."""
        self.show(MoreState(self.backstage.services.practice is not None))

    def noted(self) -> None:
        """To what was noted today."""
        self.backstage.stage.go(Noted())

    def hours(self) -> None:
        """To the hours of the antenna."""
        self.backstage.stage.go(Hours())

    def desks(self) -> None:
        """To the places of the space."""
        self.backstage.stage.go(Desks())

    def equipment(self) -> None:
        """To what the project placed here."""
        self.backstage.stage.go(Equipment())

    def repairs(self) -> None:
        """To what is repaired, and the machines."""
        self.backstage.stage.go(Repairs())

    def wishes(self) -> None:
        """To what visitors would like."""
        self.backstage.stage.go(Wishes())

    def papers(self) -> None:
        """To the papers."""
        self.backstage.stage.go(Papers())

    def practice(self) -> None:
        """To the exercise."""
        self.backstage.stage.practise()
