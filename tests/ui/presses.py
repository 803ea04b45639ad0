"""A printer that prints into files: Qt's own, on a page of its own."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from kiosque.ui.papers.paper import Paper
from kiosque.ui.papers.printing import PrinterTrouble, print_on


@dataclass
class Press:
    """Some printers, one of which may be out of paper."""

    at: Path
    found: tuple[str, ...] = ("Accueil",)
    out: str = ""
    printed: list[tuple[str, Path]] = field(default_factory=list)

    def names(self) -> tuple[str, ...]:
        return self.found

    def print(self, paper: Paper, name: str) -> None:
        if name == self.out:
            raise PrinterTrouble("L’imprimante n’a pas répondu.")
        path = self.at / f"{len(self.printed)}.pdf"
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        print_on(printer, paper)
        self.printed.append((name, path))
