"""Labels of equipment, on sheets of stickers: a code for the reader, the name for eyes, whose it is."""

from dataclasses import dataclass
from typing import ClassVar

from kiosque.domain.crockford import grouped
from kiosque.ui.papers.card import LIGHT
from kiosque.ui.papers.equipment_texts import label_words
from kiosque.ui.papers.paper import A4, Paper, Size
from kiosque.ui.papers.sheet import Box, Ink, Sheet, Weight

COLUMNS, ROWS = 3, 8
WIDTH, HEIGHT = A4.width / COLUMNS, A4.height / ROWS
"""Millimetres: 70 × 37, the commonest sheet of stickers. On plain paper, the lines are where to cut."""

EDGE = 4.5
"""Millimetres that no printer reaches, or no cutter hits: nothing is written there."""
QR_SIDE = 28


@dataclass(frozen=True, slots=True)
class Label:
    """One piece: its name, and what its code says."""

    name: str
    code: str


@dataclass(frozen=True)
class EquipmentLabels(Paper):
    """The labels of several pieces, or of one."""

    size: ClassVar[Size] = A4
    labels: tuple[Label, ...]
    antenna: str = ""
    association: str = ""

    @property
    def title(self) -> str:
        """What it is called, and of what when there is one label."""
        if len(self.labels) == 1:
            return label_words.label_of(self.labels[0].name)
        return label_words.LABELS

    @property
    def face(self) -> Paper:
        """One label by itself: alone on a page, it would be hard to see."""
        return OneLabel(self.labels, self.antenna, self.association) if len(self.labels) == 1 else self

    @property
    def pages(self) -> int:
        """As many as the labels take."""
        return max(1, -(-len(self.labels) // (COLUMNS * ROWS)))

    def draw(self, sheet: Sheet, page: int) -> None:
        """Draw the labels of a page."""
        here = self.labels[page * COLUMNS * ROWS : (page + 1) * COLUMNS * ROWS]
        for place, label in enumerate(here):
            sheet.move(place % COLUMNS * WIDTH, place // COLUMNS * HEIGHT)
            self._draw(sheet, label)
            sheet.back()

    def _draw(self, sheet: Sheet, label: Label) -> None:
        sheet.frame(Box(0, 0, WIDTH, HEIGHT), LIGHT.hairline, 0.1)
        sheet.qr(Box(EDGE - 2, (HEIGHT - QR_SIDE) / 2, QR_SIDE, QR_SIDE), label.code, "q")
        left = EDGE + QR_SIDE - 1
        place = Box(left, EDGE + 1, WIDTH - left - EDGE, 12)
        end = sheet.write(place, label.name, Ink(12, Weight.HEAVY, LIGHT.action), 2)
        sheet.write(Box(left, end + 0.6, place.width, 4), self.antenna, Ink(8.5, Weight.STRONG, LIGHT.quiet))
        small = Ink(6.5, colour=LIGHT.quiet)
        bottom = HEIGHT - EDGE - 3 * small.line
        sheet.write(Box(left, bottom, place.width, 3), label_words.found(self.association), small)
        code = Ink(6.5, Weight.STRONG)
        sheet.write(Box(left, bottom + small.line, place.width, 6), grouped(label.code), code, 2)


@dataclass(frozen=True)
class OneLabel(EquipmentLabels):
    """A label without the sheet around it, to be looked at."""

    size: ClassVar[Size] = Size(WIDTH, HEIGHT)
