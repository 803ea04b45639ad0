"""The card of a day: its figures over the hills, with a house for each visit. To be put up on the wall."""

from dataclasses import dataclass
from typing import ClassVar

from kiosque.ui.papers.card import LIGHT, hills
from kiosque.ui.papers.paper import A4_ACROSS, Paper, Size
from kiosque.ui.papers.sheet import Box, Ink, Sheet, Side, Weight
from kiosque.ui.papers.texts import words_of

HILLS = 116
MARGIN = 20


@dataclass(frozen=True)
class DayCard(Paper):
    """A permanence that was closed: moments in UTC seconds."""

    size: ClassVar[Size] = A4_ACROSS
    antenna: str
    opened_at: int
    closed_at: int
    visits: int
    interventions: int

    @property
    def title(self) -> str:
        """What it is called, and of which day."""
        return words_of.day_title(self.opened_at)

    def draw(self, sheet: Sheet, page: int) -> None:
        """Draw it: thanks, where and when, three figures, the hills."""
        del page
        hills(sheet, A4_ACROSS, HILLS, self.visits)
        centre = Side.CENTRE
        inside = Box(MARGIN, 13, A4_ACROSS.width - 2 * MARGIN, 16)
        end = sheet.write(inside, words_of.DAY_THANKS, Ink(42, Weight.HEAVY, LIGHT.action, centre))
        said = words_of.day_hours(self.antenna, self.opened_at, self.closed_at)
        sheet.write(Box(MARGIN, end, inside.width, 10), said, Ink(18, Weight.PLAIN, LIGHT.quiet, centre))
        minutes = (self.closed_at - self.opened_at) // 60
        figures = words_of.day_figures(self.visits, self.interventions, minutes)
        column = inside.width / len(figures)
        for place, (figure, what) in enumerate(figures):
            box = Box(MARGIN + place * column + 3, 53, column - 6, 24)
            under = sheet.write(box, figure, Ink(58, Weight.HEAVY, LIGHT.text, centre))
            sheet.write(Box(box.left, under - 3, box.width, 9), what, Ink(20, Weight.STRONG, LIGHT.quiet, centre))
