"""The animator's badge: a secret that opens the PCs. It is drawn once, and kept nowhere."""

from dataclasses import dataclass, field
from typing import ClassVar

from kiosque.domain.crockford import grouped
from kiosque.ui.papers.card import LIGHT, MARGIN
from kiosque.ui.papers.paper import CARD, Paper, Size
from kiosque.ui.papers.sheet import Box, Ink, Sheet, Side, Weight
from kiosque.ui.papers.texts import words_of

BAND = 12
QR_SIDE = 34


@dataclass(frozen=True)
class Badge(Paper):
    """``text`` is what ``opener.badge_text`` makes of the secret."""

    size: ClassVar[Size] = CARD
    text: str = field(repr=False)
    name: str
    association: str = ""

    @property
    def title(self) -> str:
        """What it is called, and whose it is."""
        return words_of.badge_of(self.name)

    @property
    def secret(self) -> bool:
        """It opens the PCs."""
        return True

    def draw(self, sheet: Sheet, page: int) -> None:
        """Draw it: a band of pine, the name large, the code."""
        del page
        sheet.fill(Box(0, 0, CARD.width, BAND), LIGHT.action)
        sheet.icon("key-round", Box(MARGIN, 3.2, 5.6, 5.6), LIGHT.on_action)
        head = Ink(12, Weight.HEAVY, LIGHT.on_action)
        sheet.write(Box(MARGIN + 8, (BAND - head.line) / 2, 60, head.line), words_of.BADGE, head)
        place = Box(MARGIN, BAND + 4, CARD.width - QR_SIDE - MARGIN - 5, 20)
        end = sheet.write(place, self.name, Ink(15, Weight.HEAVY), lines=3)
        sheet.write(Box(place.left, end + 0.6, place.width, 6), self.association, Ink(9, Weight.STRONG, LIGHT.quiet))
        how = Ink(7, colour=LIGHT.quiet)
        sheet.write(Box(place.left, CARD.height - 3 * how.line - 3, place.width, 9), words_of.BADGE_HOW, how, lines=3)
        square = Box(CARD.width - QR_SIDE - 3, BAND + 1.5, QR_SIDE, QR_SIDE)
        # A badge lives in a pocket: a quarter of its code may be lost, and it is still read.
        sheet.qr(square, self.text, "q")
        under = Box(square.left, square.bottom, square.width, 6)
        sheet.write(under, grouped(self.text), Ink(5.5, colour=LIGHT.quiet, side=Side.CENTRE), lines=2)
