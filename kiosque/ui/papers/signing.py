"""The attendance sheet of a workshop: who is expected, and a box to sign for each half-day, or the signature."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPainterPath, QPen

from kiosque.domain.french import local
from kiosque.domain.signature import RATIO, unpack
from kiosque.domain.spelling import words
from kiosque.ui.papers.card import LIGHT
from kiosque.ui.papers.paper import A4, Paper
from kiosque.ui.papers.sheet import UNIT, Box, Ink, Sheet, Side, Weight
from kiosque.ui.papers.signing_texts import sheet_words
from kiosque.ui.texts import texts

MARGIN = 16
WIDTH = A4.width - 2 * MARGIN
TOP, FOOT = 56, A4.height - 34
ROW = 12.5
"""Millimetres: room enough to sign by hand."""
HEAD = 9
NUMBER, NAME = 9, 62
"""Millimetres of the columns of the number and of the name; the rest is to sign in."""
A_PAGE = int((FOOT - TOP - HEAD) // ROW)
SPARE = 3
"""Empty rows at least, where there are places: somebody always comes along."""
PEN = 0.35
LONG_NAME = 28
"""Letters, beyond which a name takes two lines."""


@dataclass(frozen=True, slots=True)
class Row:
    """One person, empty for a row that is filled in by hand; a signature for each half-day, None: none."""

    name: str = ""
    signatures: tuple[bytes | None, ...] = ()


def rows_of(names: Sequence[str], signed: Sequence[tuple[bytes | None, ...]], capacity: int) -> tuple[Row, ...]:
    """Return the rows of a sheet: those who are expected by name, then empty ones for the places that are left."""
    known = sorted(zip(names, signed, strict=True), key=lambda each: words(each[0]))
    spare = max(SPARE if len(known) <= capacity else 0, capacity - len(known))
    return (*(Row(name, signatures) for name, signatures in known), *(Row() for _ in range(spare)))


@dataclass(frozen=True)
class SigningSheet(Paper):
    """A workshop: where, its half-days (UTC seconds), who holds it, and its rows. It bears names: it is kept safe."""

    workshop: str
    where: str
    association: str
    half_days: tuple[tuple[int, int], ...]
    animators: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """What it is called, and of which workshop and day."""
        return sheet_words.titled(self.workshop, self._day)

    @property
    def pages(self) -> int:
        """As many as the rows need."""
        return max(1, -(-len(self.rows) // A_PAGE))

    @property
    def _day(self) -> str:
        start = local(self.half_days[0][0])
        return sheet_words.day(texts.day(start.date()), start.year)

    def draw(self, sheet: Sheet, page: int) -> None:
        """Draw a page: what it is, the rows, and who held it."""
        end = sheet.write(Box(MARGIN, 14, WIDTH, 10), sheet_words.SHEET, Ink(20, Weight.HEAVY, LIGHT.action))
        end = sheet.write(Box(MARGIN, end + 1, WIDTH, 8), self.workshop, Ink(15, Weight.STRONG), 2)
        hours = texts.span(self.half_days[0][0], self.half_days[-1][1])
        sheet.write(Box(MARGIN, end + 1, WIDTH, 6), f"{self._day} · {hours}", Ink(11.5))
        place = " · ".join(filter(None, (self.where, self.association)))
        sheet.write(Box(MARGIN, end + 7, WIDTH, 6), place, Ink(11.5, colour=LIGHT.quiet))
        rows = self.rows[page * A_PAGE : (page + 1) * A_PAGE]
        self._head(sheet)
        for place_, row in enumerate(rows):
            self._row(sheet, TOP + HEAD + place_ * ROW, page * A_PAGE + place_ + 1, row)
        self._foot(sheet, page)

    def _columns(self) -> list[Box]:
        """Return the boxes to sign in, at the height of the head."""
        left, width = MARGIN + NUMBER + NAME, (WIDTH - NUMBER - NAME) / len(self.half_days)
        return [Box(left + place * width, TOP, width, HEAD) for place in range(len(self.half_days))]

    def _head(self, sheet: Sheet) -> None:
        sheet.fill(Box(MARGIN, TOP, WIDTH, HEAD), LIGHT.action_soft)
        strong = Ink(10, Weight.STRONG)
        sheet.write(Box(MARGIN + NUMBER, TOP + 2, NAME, 5), sheet_words.NAME, strong)
        for place, box in enumerate(self._columns()):
            said = sheet_words.SIGNATURE if len(self.half_days) == 1 else sheet_words.half(place)
            hours = texts.span(*self.half_days[place])
            sheet.write(Box(box.left + 2, TOP + 2, box.width - 4, 5), f"{said}, {hours}", strong)

    def _row(self, sheet: Sheet, top: float, number: int, row: Row) -> None:
        sheet.line((MARGIN, top + ROW), (MARGIN + WIDTH, top + ROW), LIGHT.border, 0.2)
        middle = top + (ROW - 5) / 2
        sheet.write(Box(MARGIN, middle, NUMBER - 3, 5), str(number), Ink(9, colour=LIGHT.quiet, side=Side.RIGHT))
        long = len(row.name) > LONG_NAME
        name = Box(MARGIN + NUMBER, middle - (2.6 if long else 0.5), NAME - 3, ROW)
        sheet.write(name, row.name, Ink(10 if long else 11.5, Weight.STRONG), 2)
        for place, box in enumerate(self._columns()):
            sheet.line((box.left, top), (box.left, top + ROW), LIGHT.border, 0.2)
            signature = row.signatures[place] if place < len(row.signatures) else None
            if signature:
                _sign(sheet, Box(box.left + 2, top + 0.8, box.width - 4, ROW - 1.6), signature)

    def _foot(self, sheet: Sheet, page: int) -> None:
        if self.animators:
            said = sheet_words.held_by(texts.listed(self.animators))
            sheet.write(Box(MARGIN, FOOT + 5, WIDTH - 60, 6), said, Ink(10.5, Weight.STRONG), 2)
        sheet.frame(Box(MARGIN + WIDTH - 56, FOOT + 3, 56, 18), LIGHT.border, 0.2, 2)
        sheet.write(Box(MARGIN + WIDTH - 54, FOOT + 4, 52, 5), sheet_words.HOLDER, Ink(8.5, colour=LIGHT.quiet))
        small = Ink(8, colour=LIGHT.quiet)
        sheet.write(Box(MARGIN, A4.height - 12, WIDTH - 30, 5), sheet_words.WHY, small)
        if self.pages > 1:
            pages = Ink(8, colour=LIGHT.quiet, side=Side.RIGHT)
            sheet.write(Box(MARGIN, A4.height - 12, WIDTH, 5), f"{page + 1} / {self.pages}", pages)


def _sign(sheet: Sheet, box: Box, signature: bytes) -> None:
    """Draw a signature inside of ``box``, in its own proportions."""
    width = min(box.width, box.height * RATIO)
    height = width / RATIO
    path = QPainterPath()
    for stroke in unpack(signature):
        for place, (across, down) in enumerate(stroke):
            at = (box.left + across * width) * UNIT, (box.top + (box.height - height) / 2 + down * height) * UNIT
            if place:
                path.lineTo(*at)
            else:
                path.moveTo(*at)
    sheet.painter.save()
    sheet.painter.setPen(QPen(QColor(LIGHT.text), PEN * UNIT))
    sheet.painter.setBrush(QColor(0, 0, 0, 0))
    sheet.painter.drawPath(path)
    sheet.painter.restore()
