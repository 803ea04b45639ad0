"""The member card: its code for a reader and for eyes; a name only if wanted. Alone, or several on a sheet to cut."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from kiosque.domain.crockford import GROUP, grouped
from kiosque.ui.palette import PALETTES, Look
from kiosque.ui.papers.paper import A4, CARD, Paper, Size
from kiosque.ui.papers.sheet import UNIT, Box, Ink, Sheet, Side, Weight
from kiosque.ui.papers.texts import words_of
from kiosque.ui.widgets.landscape import Landscape

LIGHT = replace(PALETTES[Look.LIGHT], sky=("#FFFFFF", "#FBE8CF"))
"""Papers are white, whatever the look of the screen."""

MARGIN = 5
"""Millimetres."""

QR_SIDE = 32
"""Millimetres, with its white edge: its modules are over a millimetre wide, and a worn card still reads."""

BAND = 9
"""Millimetres of hills, under everything that is read; houses would be specks there."""

COLUMNS, ROWS = 2, 5


@dataclass(frozen=True)
class MemberCard(Paper):
    """The card of one visitor, on a sheet of its size. ``name`` may be empty; so may the ``association``."""

    size: ClassVar[Size] = CARD
    code: str = field(repr=False)
    association: str = ""
    antenna: str = ""
    name: str = ""

    @property
    def title(self) -> str:
        """What it is called; no name is in it."""
        return words_of.CARD_TITLE

    def draw(self, sheet: Sheet, page: int) -> None:
        """Draw it."""
        del page
        hills(sheet, CARD, BAND, 0)
        place = Box(MARGIN, MARGIN, CARD.width - 2 * MARGIN - QR_SIDE - 2, 40)
        end = sheet.write(place, self.name or words_of.CARD, Ink(15, Weight.HEAVY, LIGHT.action), lines=3)
        where = " · ".join(filter(None, (self.association, self.antenna)))
        if where:
            sheet.write(Box(place.left, end + 0.4, place.width, 8), where, Ink(8.5, Weight.STRONG, LIGHT.quiet), 2)
        groups = grouped(self.code).split(" ")
        lines = (" ".join(groups[:2]), " ".join(groups[2:4]) + f" {groups[4]}" if len(groups) > GROUP else "")
        bottom = CARD.height - BAND - 2
        ink = Ink(13, Weight.STRONG)
        top = bottom - 2 * ink.line
        sheet.write(Box(place.left, top - 4, place.width, 4), words_of.CARD_CODE, Ink(7, colour=LIGHT.quiet))
        for row, line in enumerate(lines):
            sheet.write(Box(place.left, top + row * ink.line, place.width, ink.line), line, ink)
        sheet.qr(Box(CARD.width - QR_SIDE - 3, 3, QR_SIDE, QR_SIDE), self.code)
        how = Box(CARD.width - QR_SIDE - 3, 3 + QR_SIDE, QR_SIDE, 8)
        sheet.write(how, words_of.CARD_HOW, Ink(7, colour=LIGHT.quiet, side=Side.CENTRE), lines=2)


@dataclass(frozen=True)
class ToCut(Paper):
    """Cards on sheets of A4, with the lines to cut along. Each is of the size of a card."""

    size: ClassVar[Size] = A4
    cards: tuple[Paper, ...]

    @property
    def title(self) -> str:
        """One card's name, or that of a sheet of them."""
        return self.cards[0].title if len(self.cards) == 1 else words_of.CARDS_TITLE

    @property
    def face(self) -> Paper:
        """One card by itself: alone on a page, it would be hard to see."""
        return self.cards[0] if len(self.cards) == 1 else self

    @property
    def secret(self) -> bool:
        """Whether one of the cards is."""
        return any(card.secret for card in self.cards)

    @property
    def pages(self) -> int:
        """As many as the cards take."""
        return -(-len(self.cards) // (COLUMNS * ROWS))

    def draw(self, sheet: Sheet, page: int) -> None:
        """Draw the cards of one page, edge to edge: one cut parts two of them."""
        left, top = (A4.width - COLUMNS * CARD.width) / 2, (A4.height - ROWS * CARD.height) / 2
        here = self.cards[page * COLUMNS * ROWS : (page + 1) * COLUMNS * ROWS]
        for place, card in enumerate(here):
            across, down = place % COLUMNS, place // COLUMNS
            sheet.move(left + across * CARD.width, top + down * CARD.height)
            card.draw(sheet, 0)
            sheet.frame(Box(0, 0, CARD.width, CARD.height), LIGHT.border, 0.1)
            sheet.back()
        _marks(sheet, left, top, Size(min(len(here), COLUMNS) * CARD.width, -(-len(here) // COLUMNS) * CARD.height))


def hills(sheet: Sheet, size: Size, height: float, houses: int) -> None:
    """Draw the hillside along the lower edge of a paper."""
    painter = sheet.painter
    sheet.move(0, size.height - height)
    clip = QPainterPath()
    clip.addRect(0, 0, size.width * UNIT, height * UNIT)
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    Landscape(size.width * UNIT, height * UNIT, LIGHT, houses).draw(painter)
    sheet.back()


def _marks(sheet: Sheet, left: float, top: float, used: Size) -> None:
    """Draw, beyond the cards, where a cutter's ruler goes."""
    reach, away = 6, 1
    right, bottom = left + used.width, top + used.height
    for column in range(round(used.width / CARD.width) + 1):
        at = left + column * CARD.width
        for start, end in ((top - reach, top - away), (bottom + away, bottom + reach)):
            sheet.line((at, start), (at, end), LIGHT.border, 0.15)
    for row in range(round(used.height / CARD.height) + 1):
        at = top + row * CARD.height
        for start, end in ((left - reach, left - away), (right + away, right + reach)):
            sheet.line((start, at), (end, at), LIGHT.border, 0.15)
