"""The privacy notice, one page of A4: made from the register of processing, so that it never says anything else."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtGui import QImage, QPainter

from kiosque.domain.french import capital
from kiosque.domain.kinds import Purpose, Root
from kiosque.domain.records import KINDS
from kiosque.ui.papers.card import LIGHT
from kiosque.ui.papers.paper import A4, Paper
from kiosque.ui.papers.sheet import Box, Ink, Sheet, Side, Weight, height_of
from kiosque.ui.papers.texts import words_of
from kiosque.ui.texts import texts
from kiosque.ui.told import purpose_of

MARGIN = 16
WIDTH = A4.width - 2 * MARGIN
SECOND = 88.0
"""Millimetres from the margin at which the second column of the table begins."""

PLAIN = Ink(11.5)
SMALL = Ink(9.5)
HEAD = Ink(14, Weight.HEAVY, LIGHT.action)
SCALES = (1, 0.94, 0.88, 0.82, 0.76)
"""Of the letters, until the page holds everything; the last is nearly nine points."""
BAND = 38
FOOT = A4.height - 14
QR_SIDE = 50
"""Millimetres: modules of nearly half of one, which any telephone tells apart."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A purpose of the register, and what is kept for it, in words."""

    what: str
    purpose: Purpose


@dataclass(frozen=True)
class Notice(Paper):
    """For the wall of one antenna. The names may be empty while headquarters' have not arrived."""

    antenna: str
    association: str
    day: date

    @property
    def title(self) -> str:
        """What it is called."""
        return words_of.NOTICE_TITLE

    def draw(self, sheet: Sheet, page: int) -> None:
        """Draw it, its letters smaller when the register has grown: it stays one page."""
        del page
        self._lay(sheet, next((scale for scale in SCALES if self._end(scale) <= FOOT), SCALES[-1]))
        sheet.write(Box(MARGIN, A4.height - 12, WIDTH, 5), words_of.notice_day(self.day), Ink(8, colour=LIGHT.quiet))

    def _end(self, scale: float) -> float:
        """Return how far down (mm) the page goes at ``scale``, drawn where nobody looks."""
        nowhere = QImage(1, 1, QImage.Format.Format_RGB32)
        painter = QPainter(nowhere)
        end = self._lay(Sheet(painter, 1), scale)
        painter.end()
        return end

    def _lay(self, sheet: Sheet, scale: float) -> float:
        plain, small, head = (replace(ink, points=ink.points * scale) for ink in (PLAIN, SMALL, HEAD))
        sheet.fill(Box(0, 0, A4.width, BAND), LIGHT.action)
        title = Ink(30, Weight.HEAVY, LIGHT.on_action)
        end = sheet.write(Box(MARGIN, 8, WIDTH, 14), self.title, title)
        sheet.write(Box(MARGIN, end + 1, WIDTH, 14), words_of.NOTICE_LEAD, Ink(14, Weight.STRONG, LIGHT.on_action), 2)
        top = _flow(sheet, BAND + 6, words_of.NOTICE_FREE, replace(plain, weight=Weight.STRONG), WIDTH)
        top = _flow(sheet, top + 4, words_of.NOTICE_WHO, head, WIDTH)
        top = _flow(sheet, top, words_of.controller(self.association, self.antenna), plain, WIDTH)
        top = _by_hand(sheet, top, plain)
        top = _flow(sheet, top + 4, words_of.NOTICE_WHAT, head, WIDTH)
        top = _table(sheet, top + 1, small)
        top = _flow(sheet, top + 1.5, words_of.NOTICE_FIGURES, small, WIDTH)
        for what, text in (
            (words_of.NOTICE_RECIPIENTS, words_of.NOTICE_RECIPIENTS_WHO),
            (words_of.NOTICE_SAFE, words_of.NOTICE_SAFE_HOW),
        ):
            top = _flow(sheet, _flow(sheet, top + 4, what, head, WIDTH), text, plain, WIDTH)
        beside = WIDTH - QR_SIDE - 8
        rights = _flow(sheet, top + 4, words_of.NOTICE_RIGHTS, head, beside)
        return max(self._code(sheet, top + 4), _flow(sheet, rights, words_of.NOTICE_RIGHTS_WHAT, plain, beside))

    def short(self) -> str:
        """Return what a telephone shows of it: the same six things, in few words."""
        by_basis: dict[tuple[str, str], list[str]] = {}
        for each in register():
            told = each.purpose
            by_basis.setdefault((told.basis, told.retention), []).append(told.purpose)
        lines = (
            words_of.NOTICE_LEAD,
            words_of.controller(self.association, self.antenna),
            *(words_of.short_purposes(said, *bound) for bound, said in by_basis.items()),
            words_of.NOTICE_SHORT_RECIPIENTS,
            words_of.NOTICE_SHORT_RIGHTS,
        )
        return "\n".join(lines)

    def _code(self, sheet: Sheet, top: float) -> float:
        square = Box(MARGIN + WIDTH - QR_SIDE, top, QR_SIDE, QR_SIDE)
        sheet.qr(square, self.short(), "l")
        under = Box(square.left, square.bottom, QR_SIDE, 5)
        return sheet.write(under, words_of.NOTICE_QR, Ink(8, colour=LIGHT.quiet, side=Side.CENTRE))


def register() -> tuple[Kept, ...]:
    """Return the register of processing: each purpose once, and what is kept for it; visitors' before animators'."""
    fields: dict[Purpose, list[tuple[str, str]]] = {}
    for kind in sorted(KINDS, key=lambda kind: kind.root is Root.NETWORK):
        for field in kind.fields:
            if field.personal:
                fields.setdefault(field.personal, []).append((kind.name, field.name))
    return tuple(Kept(words_of.kept(said), _in_words(purpose)) for purpose, said in fields.items())


def _in_words(purpose: Purpose) -> Purpose:
    """Return a purpose in the language in force."""
    return Purpose(purpose_of(purpose.purpose), purpose_of(purpose.basis), purpose_of(purpose.retention))


def _table(sheet: Sheet, top: float, small: Ink) -> float:
    """Draw the register: each basis and how long once, then a purpose a row; return where it ends."""
    strong = replace(small, weight=Weight.STRONG, colour=LIGHT.quiet)
    top = _line(sheet, top, (words_of.NOTICE_DATA, words_of.NOTICE_PURPOSE), strong)
    bound: dict[tuple[str, str], list[Kept]] = {}
    for each in register():
        bound.setdefault((each.purpose.basis, each.purpose.retention), []).append(each)
    for (basis, retention), rows in bound.items():
        sheet.line((MARGIN, top), (MARGIN + WIDTH, top), LIGHT.hairline, 0.3)
        said = (texts.named(words_of.NOTICE_BASIS, basis), texts.named(words_of.NOTICE_KEPT, retention))
        top = _flow(sheet, top + 0.8, " · ".join(said), replace(strong, colour=LIGHT.action), WIDTH)
        for each in rows:
            top = _line(sheet, top + 0.4, (each.what, capital(each.purpose.purpose)), small) + 0.4
    sheet.line((MARGIN, top), (MARGIN + WIDTH, top), LIGHT.hairline, 0.3)
    return top


def _line(sheet: Sheet, top: float, cells: tuple[str, str], ink: Ink) -> float:
    """Write a row of the table; return where it ends."""
    what, why = cells
    ends = _flow(sheet, top, what, ink, SECOND - 4), _flow(sheet, top, why, ink, WIDTH - SECOND, left=MARGIN + SECOND)
    return max(ends)


def _flow(sheet: Sheet, top: float, text: str, ink: Ink, width: float, left: float = MARGIN) -> float:
    """Write ``text`` at its full size, over the lines that it takes; return where it ends."""
    lines = round(height_of(text, ink, width) / ink.line)
    return sheet.write(Box(left, top, width, lines * ink.line), text, ink, lines)


def _by_hand(sheet: Sheet, top: float, ink: Ink) -> float:
    """Leave a line for what no machine here knows: where to write to the association."""
    end = _flow(sheet, top + 2, words_of.NOTICE_CONTACT, ink, 44)
    sheet.line((MARGIN + 46, end - 1), (MARGIN + WIDTH, end - 1), LIGHT.border, 0.25)
    return end
