"""The bin: what was deleted, by whom, and taking it back."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions import bins
from kiosque.actions.bins import Binned
from kiosque.actions.done import Done
from kiosque.actions.network.network import animators
from kiosque.db.store import Store
from kiosque.domain.records import (
    BOOKING,
    DESK,
    GROUP,
    INSPECTION,
    INTERVENTION,
    LOAN,
    PASS,
    REPAIR,
    TASK,
    VISIT,
    VISITOR,
    WISH,
    WORKSHOP,
)
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.latest import PAGE
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Bin, More
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import empty
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.person import PersonRow, Shown

ICONS = {
    VISITOR.name: "id-card",
    GROUP.name: "school",
    VISIT.name: "user-round",
    INTERVENTION.name: "heart-handshake",
    WORKSHOP.name: "presentation",
    DESK.name: "laptop",
    BOOKING.name: "calendar-days",
    PASS.name: "id-card",
    REPAIR.name: "wrench",
    LOAN.name: "laptop",
    INSPECTION.name: "clipboard-check",
    WISH.name: "lightbulb",
    TASK.name: "clock",
}


@dataclass(frozen=True, slots=True)
class Line:
    """Something in the bin."""

    record: int
    what: str
    note: str
    icon: str


@dataclass(frozen=True, slots=True)
class BinState:
    """What is in the bin, the last first; None before it is known. ``earlier``: whether more lies under it."""

    lines: tuple[Line, ...] | None = None
    earlier: bool = False


class BinScreen(AnimatorScreen[BinState]):
    """A line for each; touching one takes it back."""

    taken = Signal(object)
    earlier = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.bin", noted_words.BIN)
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, holder))
        self._stack.addWidget(nothing_yet(theme, "trash-2", noted_words.BIN_EMPTY, noted_words.BIN_EMPTY_HOW))
        self.body.addWidget(self._stack, 1)

    def draw(self, state: BinState) -> None:
        """Show ``state``."""
        empty(self._list)
        self._stack.setCurrentIndex(1 if state.lines == () else 0)
        for line in state.lines or ():
            shown = Shown(line.what, line.note, line.icon, noted_words.BIN_BACK, "undo-2")
            made = PersonRow(self.theme, f"bin.{line.record}", shown)
            made.clicked.connect(tells(self.taken, line.record))
            self._list.addWidget(made)
        if state.earlier:
            more = button(self.theme, noted_words.BIN_EARLIER, "bin.earlier", icon="history", clicked=self.earlier.emit)
            self._list.addWidget(more)
        self._list.addStretch(1)


class BinPresenter(AnimatorPresenter[BinState]):
    """Reads the bin, and takes out of it."""

    def __init__(self, backstage: Backstage, screen: Draws[BinState]) -> None:
        super().__init__(backstage, screen)
        self._shown = PAGE

    def start(self) -> None:
        """Read it."""
        now = self.backstage.services.now()
        most = self._shown + 1
        self.read(lambda store: _lines(store, now, most), self._found)

    def earlier(self) -> None:
        """Show more of what was thrown away before."""
        self._shown += PAGE
        self.start()

    def refresh(self) -> None:
        """Read it again."""
        self.start()

    def back(self) -> None:
        """To where one came from."""
        self.backstage.stage.go(More())

    def take(self, record: int) -> None:
        """Take it out of the bin."""
        author = self.backstage.animator
        self.write(lambda store: bins.restore(store, record, author=author), self._taken)

    def _found(self, lines: tuple[Line, ...]) -> None:
        self.show(BinState(lines[: self._shown], earlier=len(lines) > self._shown))

    def _taken(self, done: Done) -> None:
        self.start()
        self.backstage.offer_undo(done, noted_words.BACK, texts.UNDONE, Bin())


def _lines(store: Store, now: int, most: int) -> tuple[Line, ...]:
    names = {person.id: person.full_name for person in animators(store)}
    return tuple(_line(each, names.get(each.author, ""), now) for each in bins.binned(store, most))


def _line(binned: Binned, author: str, now: int) -> Line:
    what = {
        VISITOR.name: noted_words.A_PERSON,
        GROUP.name: noted_words.A_GROUP,
        VISIT.name: noted_words.A_VISIT,
        INTERVENTION.name: noted_words.A_HELP,
        WORKSHOP.name: noted_words.A_WORKSHOP,
        DESK.name: noted_words.A_DESK,
        BOOKING.name: noted_words.A_BOOKING,
        PASS.name: noted_words.A_SUBSCRIPTION,
        REPAIR.name: noted_words.A_REPAIR,
        LOAN.name: noted_words.A_LOAN,
        INSPECTION.name: noted_words.AN_INSPECTION,
        WISH.name: noted_words.A_WISH,
        TASK.name: noted_words.A_TASK,
    }[binned.kind]
    first = f"{texts.day_word(binned.at_first, now)}, {texts.hour(binned.at_first)}"
    gone = noted_words.gone(f"{texts.day_word(binned.at, now)}, {texts.hour(binned.at)}", author)
    along = noted_words.along(binned.along) if binned.along else ""
    title = binned.name or f"{what} · {first}"
    if binned.name and binned.kind != VISITOR.name:
        title = f"{what} · {binned.name}"
    return Line(binned.record, title, " · ".join(filter(None, (gone, along))), ICONS[binned.kind])
