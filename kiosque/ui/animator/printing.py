"""Pages printed: who printed, and how many, whether they have a place or not."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions.coworking import printing
from kiosque.actions.coworking.printing import Printer
from kiosque.actions.done import Done
from kiosque.db.store import Store
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.desk_texts import desk_words
from kiosque.ui.animator.desks import MOST_PAGES
from kiosque.ui.animator.desks_texts import desks_words
from kiosque.ui.animator.latest import PAGE
from kiosque.ui.animator.printing_texts import printing_words
from kiosque.ui.animator.texts import words_of
from kiosque.ui.places import Desks, Printing
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import empty, panel, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.person import PersonRow, Shown
from kiosque.ui.widgets.stepper import Stepper

SIDE_WIDTH = 350
Whose = tuple[int | None, int | None]
"""Whose pages they are: the use of a place, and the visit."""


@dataclass(frozen=True, slots=True)
class PrintingState:
    """Who may have printed, None before it is known; who is looked at, and how many pages in all today.

    ``earlier``: how many came before those who are shown.
    """

    printers: tuple[Printer, ...] | None = None
    chosen: Printer | None = None
    today: int = 0
    earlier: int = 0


class PrintingScreen(AnimatorScreen[PrintingState]):
    """A line for each at the left; at the right, how many pages one of them printed."""

    chosen = Signal(object)
    counted = Signal(int)
    earlier = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.printing", desks_words.PAGES)
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, holder, stacked=True))
        self._stack.addWidget(nothing_yet(theme, "printer", printing_words.NOBODY, printing_words.NOBODY_HOW))
        both = self.side_by_side(self._stack, spacing=24)
        both.addWidget(self._side())
        self.body.addLayout(both, 1)
        self._held: Printer | None = None

    def draw(self, state: PrintingState) -> None:
        """Show ``state``."""
        self.say_where(desks_words.PAGES, printing_words.today(state.today))
        self._stack.setCurrentIndex(1 if state.printers == () else 0)
        empty(self._list)
        for each in state.printers or ():
            made = PersonRow(self.theme, f"printing.{each.use or each.visit}", _shown(each), choosable=True)
            made.setChecked(each == state.chosen)
            made.clicked.connect(tells(self.chosen, each))
            self._list.addWidget(made)
        if state.earlier:
            before = button(self.theme, desk_words.earlier(state.earlier), "printing.earlier", icon="history")
            before.clicked.connect(self.earlier)
            self._list.addWidget(before)
        self._list.addStretch(1)
        chosen = state.chosen
        self._who.setText(_name(chosen) if chosen else printing_words.HOW)
        self._pages.setVisible(chosen is not None)
        self._send.setVisible(chosen is not None)
        if chosen is not None and chosen != self._held:
            self._pages.put(chosen.pages)
        self._held = chosen

    def _side(self) -> QWidget:
        side = panel("card")
        self.put_aside(side, SIDE_WIDTH)
        lines = QVBoxLayout(side)
        lines.setContentsMargins(20, 18, 20, 18)
        lines.setSpacing(12)
        self._who = words("", "a-label")
        self._pages = Stepper(self.theme, "printing.pages", printing_words.IN_ALL, most=MOST_PAGES)
        self._send = button(self.theme, desks_words.PAGES_SEND, "printing.send", icon="printer", kind="primary")
        self._send.clicked.connect(lambda _checked=False: self.counted.emit(self._pages.value()))
        for each in (self._who, self._pages, self._send):
            lines.addWidget(each)
        lines.addStretch(1)
        return side


@dataclass(frozen=True, slots=True)
class Read:
    """Who may have printed, and how many pages in all."""

    printers: tuple[Printer, ...]
    today: int


class PrintingPresenter(AnimatorPresenter[PrintingState]):
    """Reads who is here; counts."""

    def start(self) -> None:
        """Read it."""
        self._shown = PAGE
        self._chosen: Whose | None = None
        self._read: Read | None = None
        self.show(PrintingState())
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        self.read(_read, self._found)

    def back(self) -> None:
        """To the places."""
        self.backstage.stage.go(Desks())

    def begun(self) -> tuple[int, Whose | None]:
        """How many are shown, and who is looked at."""
        return self._shown, self._chosen

    def resume(self, begun: tuple[int, Whose | None]) -> None:
        """Show them again."""
        self._shown, self._chosen = begun
        self._draw_again()

    def earlier(self) -> None:
        """Those who came before, too."""
        self._shown += PAGE
        self._draw_again()

    def choose(self, printer: Printer) -> None:
        """Look at one; touched again, at nobody."""
        key = (printer.use, printer.visit)
        self._chosen = None if key == self._chosen else key
        self._draw_again()

    def count(self, pages: int) -> None:
        """So many in all."""
        author = self.backstage.animator
        if self._chosen is not None:
            use, visit = self._chosen

            def note(store: Store) -> Done:
                return printing.note_pages(store, use=use, visit=visit, pages=pages, author=author)

            self.write(note, self._counted)

    def _counted(self, done: Done) -> None:
        self._chosen = None
        self.backstage.offer_undo(done, desks_words.PAGES_NOTED, texts.UNDONE, Printing())
        self.refresh()

    def _found(self, read: Read) -> None:
        self._read = read
        self._draw_again()

    def _draw_again(self) -> None:
        read = self._read
        if read is None:
            return
        chosen = next((each for each in read.printers if (each.use, each.visit) == self._chosen), None)
        shown, earlier = read.printers[: self._shown], max(0, len(read.printers) - self._shown)
        self.show(PrintingState(shown, chosen, read.today, earlier))


def _read(store: Store) -> Read:
    return Read(printing.printers(store), printing.printed_today(store))


def _name(printer: Printer) -> str:
    return printer.name or (words_of.CARD_ONLY if printer.visitor else words_of.UNNAMED)


def _shown(printer: Printer) -> Shown:
    since = printing_words.since(printer.since) if printer.here else printing_words.LEFT
    note = " · ".join(filter(None, (printer.place, since)))
    pages = printing_words.pages(printer.pages) if printer.pages else ""
    return Shown(_name(printer), note, "monitor" if printer.use else "user-round", pages, "printer" if pages else "")
