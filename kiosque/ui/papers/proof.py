"""The proof of visit: one page of A4 for a French office, made for whoever asks, and kept nowhere."""

from dataclasses import dataclass, field

from kiosque.domain import proof
from kiosque.domain.proof import Stay
from kiosque.ui.language import Language
from kiosque.ui.papers.card import LIGHT, hills
from kiosque.ui.papers.paper import A4, TAGS, Paper
from kiosque.ui.papers.sheet import Box, Ink, Sheet, Weight

MARGIN = 24
WIDTH = A4.width - 2 * MARGIN
HILLS = 26
SIGNED = 32
"""Millimetres: room for a signature and a stamp."""
FEW, MOST = 7, 12
"""Visits that are told in large letters, and those that hold on the page; of more, the last ones are told."""


@dataclass(frozen=True)
class Proof(Paper):
    """Who was present when; ``made_at`` in UTC seconds. The name stands on the paper and in no title."""

    name: str = field(repr=False)
    stays: tuple[Stay, ...]
    animator: str
    antenna: str
    association: str
    made_at: int

    @property
    def title(self) -> str:
        """What it is called, and of which day."""
        return proof.titled(self.stays)

    @property
    def language(self) -> str:
        """French, whatever is spoken."""
        return TAGS[Language.FRENCH]

    def draw(self, sheet: Sheet, page: int) -> None:
        """Draw it: who says so, who was there, when; room to sign and to stamp."""
        del page
        hills(sheet, A4, HILLS, 0)
        where = " · ".join(filter(None, (self.association, self.antenna)))
        sheet.write(Box(MARGIN, 18, WIDTH, 7), where, Ink(13, Weight.STRONG, LIGHT.quiet))
        end = sheet.write(Box(MARGIN, 34, WIDTH, 14), proof.TITLE, Ink(30, Weight.HEAVY, LIGHT.action))
        sheet.fill(Box(MARGIN, end + 3, 28, 1.2), LIGHT.action, 0.6)
        plain = Ink(13)
        end = sheet.write(Box(MARGIN, end + 14, WIDTH, 7), self._who, plain, 2)
        end = sheet.write(Box(MARGIN, end, WIDTH, 7), proof.WHOM, plain)
        end = sheet.write(Box(MARGIN, end + 6, WIDTH, 12), self.name, Ink(26, Weight.HEAVY), 2)
        end = self._stays(sheet, end + 8)
        end = sheet.write(Box(MARGIN, end + 8, WIDTH, 7), proof.AIM, plain, 2)
        end = sheet.write(Box(MARGIN, end + 8, WIDTH, 7), proof.done_at(self.antenna, self.made_at), plain)
        lowest = A4.height - HILLS - SIGNED - 12
        box = Box(A4.width - MARGIN - 84, min(max(end + 10, 190), lowest), 84, SIGNED)
        sheet.frame(box, LIGHT.border, 0.25, 2)
        sheet.write(Box(box.left + 4, box.top + 3, 76, 5), proof.SIGNATURE, Ink(9.5, colour=LIGHT.quiet))
        foot = Ink(8.5, colour=LIGHT.quiet)
        sheet.write(Box(MARGIN, A4.height - HILLS - 7, WIDTH, 5), proof.NOT_KEPT, foot)

    @property
    def _who(self) -> str:
        return proof.who_says(self.animator, self.antenna, self.association)

    def _stays(self, sheet: Sheet, top: float) -> float:
        """Write the visits under each other; return where they end."""
        told = self.stays[-MOST:]
        ink = Ink(16 if len(told) <= FEW else 12.5, Weight.STRONG)
        for each in told:
            sheet.fill(Box(MARGIN, top + 0.6, 1.2, ink.line - 1.2), LIGHT.action, 0.6)
            top = sheet.write(Box(MARGIN + 5, top, WIDTH - 5, ink.line), proof.told(each), ink) + (
                1.6 if len(told) <= FEW else 0.8
            )
        return top
