"""What a paper is, and the three ways to see one: a picture on the screen, a file, a printed page."""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosque.ui.language import Language, spoken
from kiosque.ui.papers.sheet import Sheet
from kiosque.ui.texts import NAME

MM_IN_INCH = 25.4
TAGS = {Language.FRENCH: "fr-FR", Language.ENGLISH: "en-GB"}
RESOLUTION = 1200
"""Dots an inch that places are rounded to in a file; everything in it is lines and letters, not dots."""


@dataclass(frozen=True, slots=True)
class Size:
    """Of a page, in millimetres."""

    width: float
    height: float

    def layout(self) -> QPageLayout:
        """The same, as Qt and printers say it: a page is upright, or turned; no margin is left."""
        across = self.width > self.height and self != CARD
        sides = QSizeF(*sorted((self.width, self.height))) if across else QSizeF(self.width, self.height)
        page = QPageSize(sides, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        turn = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
        return QPageLayout(page, turn, QMarginsF())


A4 = Size(210, 297)
A4_ACROSS = Size(297, 210)
CARD = Size(85.6, 54)
"""A bank card's (ISO/IEC 7810, ID-1): wallets are made for it."""


@dataclass(frozen=True)
class Paper(ABC):
    """One paper. Frozen: it can be drawn in any thread, any number of times, always the same."""

    size: ClassVar[Size] = A4

    @property
    @abstractmethod
    def title(self) -> str:
        """What it is called, in the file too."""

    @property
    def secret(self) -> bool:
        """Whether who holds it holds a secret: it is then kept on no disk of this PC."""
        return False

    @property
    def face(self) -> "Paper":
        """What is looked at on a screen before it is printed: itself, or the part of it that matters."""
        return self

    @property
    def language(self) -> str:
        """In which language it is written (BCP 47)."""
        return TAGS[spoken()]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return 1

    @abstractmethod
    def draw(self, sheet: Sheet, page: int) -> None:
        """Draw a page, the first being 0."""


def pdf(paper: Paper) -> bytes:
    """Return the file of a paper: letters, lines and codes as such, the fonts inside, its title and its language."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(paper.title)
    writer.setCreator(NAME)
    writer.setPageLayout(paper.size.layout())
    painter = QPainter(writer)
    for page in range(paper.pages):
        if page:
            writer.newPage()
        painter.save()
        paper.draw(Sheet(painter, RESOLUTION / MM_IN_INCH), page)
        painter.restore()
    painter.end()
    return _with_language(bytes(buffer.data().data()), paper.language)


def picture(paper: Paper, dots: float, page: int = 0) -> QImage:
    """Return a page as it will be, with ``dots`` pixels a millimetre."""
    image = QImage(round(paper.size.width * dots), round(paper.size.height * dots), QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    paper.draw(Sheet(painter, dots), page)
    painter.end()
    return image


def file_name(paper: Paper) -> str:
    """Return the name of a paper's file: its title, without what some disks refuse."""
    plain = re.sub(r"[^\w’ -]+", " ", paper.title)
    return " ".join(plain.split()) + ".pdf"


def _with_language(content: bytes, language: str) -> bytes:
    """Return a file that says its language, which Qt does not write: readers aloud need it.

    The catalogue is written again at the end, as the format foresees (ISO 32000-1, 7.5.6 Incremental updates).
    """
    root, size = (int(_found(rb"/%s (\d+)" % name, content)[1]) for name in (b"Root", b"Size"))
    catalogue = _found(rb"\n%d 0 obj\n<<\n(.*?)>>\nendobj\n" % root, content)[1]
    before = int(_found(rb"startxref\n(\d+)", content)[1])
    start = len(content)
    again = b"%d 0 obj\n<<\n%s/Lang (%s)\n>>\nendobj\n" % (root, catalogue, language.encode("ascii"))
    table = b"xref\n%d 1\n%010d 00000 n \n" % (root, start)
    info = int(_found(rb"/Info (\d+)", content)[1])
    trailer = b"trailer\n<<\n/Size %d\n/Info %d 0 R\n/Root %d 0 R\n/Prev %d\n>>\n" % (size, info, root, before)
    return b"".join((content, again, table, trailer, b"startxref\n%d\n%%%%EOF\n" % (start + len(again))))


def _found(pattern: bytes, content: bytes) -> re.Match[bytes]:
    """Return the last match: what comes at the end of a file holds."""
    return list(re.finditer(pattern, content, re.DOTALL))[-1]
