"""Printing, as the system does it: CUPS, or Windows' spooler."""

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kiosque.domain.errors import KnownError
from kiosque.ui.papers.paper import MM_IN_INCH, Paper
from kiosque.ui.papers.sheet import Sheet
from kiosque.ui.papers.texts import words_of
from kiosque.ui.texts import NAME


class PrinterTrouble(KnownError):
    """Nothing was printed, and the sentence says why."""


def installed() -> tuple[str, tuple[str, ...]]:
    """Return the system's usual printer, empty when it has none, and the names of all of them."""
    return QPrinterInfo.defaultPrinterName(), tuple(QPrinterInfo.availablePrinterNames())


def print_with(name: str, paper: Paper) -> None:
    """Print a paper with the printer of that name. Raises ``PrinterTrouble``."""
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise PrinterTrouble(words_of.PRINTER_GONE)
    print_on(QPrinter(info, QPrinter.PrinterMode.HighResolution), paper)


def print_on(printer: QPrinter, paper: Paper) -> None:
    """Print a paper at its size on ``printer``, to the edges of the page. Raises ``PrinterTrouble``."""
    printer.setDocName(paper.title)
    printer.setCreator(NAME)
    printer.setFullPage(True)
    printer.setPageLayout(paper.size.layout())
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterTrouble(words_of.PRINTER_REFUSES)
    going = True
    for page in range(paper.pages):
        going = going and (page == 0 or printer.newPage())
        painter.save()
        paper.draw(Sheet(painter, printer.resolution() / MM_IN_INCH), page)
        painter.restore()
    if not painter.end() or not going:
        raise PrinterTrouble(words_of.PRINTER_REFUSES)
