"""The label of an object: its code for a reader and for eyes, and what it is. It says nothing of anybody."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kiosque.domain.crockford import grouped
from kiosque.ui.animator.repair_texts import repair_words
from kiosque.ui.papers.card import LIGHT, MARGIN
from kiosque.ui.papers.paper import CARD, Paper, Size
from kiosque.ui.papers.sheet import Box, Ink, Sheet, Weight

QR_SIDE = 34
"""Millimetres: a label on a toaster gets hot, greasy and bent."""


@dataclass(frozen=True)
class ObjectLabel(Paper):
    """``code`` is what ``domain.label`` makes of the object; ``day`` is that on which it first came."""

    size: ClassVar[Size] = CARD
    code: str
    what: str
    antenna: str
    day: date

    @property
    def title(self) -> str:
        """What it is called."""
        return repair_words.BRING_AGAIN

    def draw(self, sheet: Sheet, page: int) -> None:
        """Draw it: what it is, large; the code beside."""
        del page
        sheet.fill(Box(0, 0, CARD.width, 3), LIGHT.action)
        width = CARD.width - 2 * MARGIN - QR_SIDE - 2
        sheet.icon("wrench", Box(MARGIN, 8, 6, 6), LIGHT.action)
        end = sheet.write(Box(MARGIN, 16, width, 18), self.what, Ink(14, Weight.HEAVY), lines=3)
        where = " · ".join(filter(None, (self.antenna, repair_words.on_day(self.day))))
        sheet.write(Box(MARGIN, end + 0.8, width, 8), where, Ink(8.5, Weight.STRONG, LIGHT.quiet), lines=2)
        how = Ink(7, colour=LIGHT.quiet)
        code = Ink(9.5, Weight.STRONG)
        sheet.write(Box(MARGIN, CARD.height - 10 - code.line, 76, code.line), grouped(self.code), code)
        sheet.write(Box(MARGIN, CARD.height - 9, CARD.width - 2 * MARGIN, 6), repair_words.LABEL_HOW, how, lines=2)
        # A third of it may be worn away, and it is still read.
        sheet.qr(Box(CARD.width - QR_SIDE - MARGIN, 6, QR_SIDE, QR_SIDE), self.code, "h")
