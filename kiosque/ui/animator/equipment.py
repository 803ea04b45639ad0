"""The equipment of the space: what there is, in which state, and what is lent."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kiosque.actions import papers
from kiosque.actions.equipping import equipment, loans
from kiosque.actions.equipping.equipment import Piece
from kiosque.db.store import Store
from kiosque.domain.equipment_codes import AWAY, EQUIPMENT_FORMS, STATES, WORKS
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.equipment_texts import equipment_words
from kiosque.ui.papers.equipment import EquipmentLabels, Label
from kiosque.ui.places import Equipment, Inventory, More, Preview
from kiosque.ui.places import Piece as PiecePlace
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import badge, empty, words
from kiosque.ui.widgets.buttons import Tile, button
from kiosque.ui.widgets.grid import Grid, listed
from kiosque.ui.widgets.nothing import nothing_yet

SIDE_WIDTH = 350


@dataclass(frozen=True, slots=True)
class Line:
    """A piece, as its tile says it: the tone of its state, and the picture of it where something is to be known."""

    id: int
    name: str
    note: str
    icon: str
    tone: str = "action"


@dataclass(frozen=True, slots=True)
class EquipmentState:
    """What there is, and what is lent of it: the first that should come back first."""

    pieces: tuple[Line, ...] = ()
    lent: tuple[Line, ...] = ()


class EquipmentScreen(AnimatorScreen[EquipmentState]):
    """A tile a piece; at the side, what is lent, and where one goes from here."""

    piece = Signal(object)
    inventory = Signal()
    labels = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.equipment", equipment_words.EQUIPMENT)
        self.say_where(equipment_words.EQUIPMENT, equipment_words.HOW)
        self._grid = Grid(round(270 * theme.metrics.scale), 12, most=3)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, self._grid, stacked=True))
        self._stack.addWidget(nothing_yet(theme, "package", equipment_words.NONE, equipment_words.NONE_HOW))
        both = self.side_by_side(self._stack, spacing=24)
        both.addWidget(self._side())
        self.body.addLayout(both, 1)

    def draw(self, state: EquipmentState) -> None:
        """Show ``state``."""
        self._stack.setCurrentIndex(0 if state.pieces else 1)
        self._grid.put([self._tile(line) for line in state.pieces])
        empty(self._lent)
        if not state.lent:
            self._lent.addWidget(words(equipment_words.NOTHING_LENT, "a-text", "quiet"))
        for line in state.lent:
            self._lent.addWidget(self._tile(line, "equipment.lent"))
        self._lent.addStretch(1)
        for each in (self._inventory, self._labels):
            each.setEnabled(bool(state.pieces))

    def _tile(self, line: Line, name: str = "equipment") -> Tile:
        tile = piece_tile(self.theme, f"{name}.{line.id}", line)
        tile.clicked.connect(tells(self.piece, line.id))
        return tile

    def _side(self) -> QWidget:
        side, self._lent, around = self.card_aside(SIDE_WIDTH)
        around.setSpacing(12)
        self._lent.setSpacing(8)
        self._inventory = button(
            self.theme,
            equipment_words.INVENTORY,
            "equipment.inventory",
            icon="clipboard-check",
            kind="primary",
            clicked=self.inventory.emit,
        )
        self._labels = button(
            self.theme, equipment_words.LABELS, "equipment.labels", icon="printer", clicked=self.labels.emit
        )
        around.insertWidget(0, words(equipment_words.TO_COME_BACK, "a-label"))
        around.addWidget(self._inventory)
        around.addWidget(self._labels)
        return side


def piece_tile(theme: Theme, name: str, line: Line) -> Tile:
    """Return the tile of a piece: its picture in the colour of its state, which is said under its name."""
    palette = theme.palette
    colour, ground = str(getattr(palette, line.tone)), str(getattr(palette, f"{line.tone}_soft"))
    return Tile(
        theme,
        name,
        line.name,
        icon=badge(line.icon, colour, ground, theme.metrics.disc(48)),
        note=line.note,
        types=("a-label", "a-text"),
        across=True,
        height=92,
    )


def line_of(piece: Piece, now: int) -> Line:
    """Return how a piece is told: late and broken ones call for attention, what is out waits."""
    note = equipment_words.note(piece, now)
    form = EQUIPMENT_FORMS.find(piece.form).icon or "package"
    if piece.lent is not None:
        late = piece.lent.late(now)
        return Line(piece.id, piece.name, note, "clock" if late else "hand", "attention" if late else "waiting")
    if piece.state is None:
        return Line(piece.id, piece.name, note, "circle-help", "waiting")
    if piece.state == WORKS:
        return Line(piece.id, piece.name, note, form)
    tone = "waiting" if piece.state == AWAY else "attention"
    return Line(piece.id, piece.name, note, STATES.find(piece.state).icon, tone)


class EquipmentPresenter(AnimatorPresenter[EquipmentState]):
    """Reads what is here, and knows where each tile leads."""

    def start(self) -> None:
        """Read it."""
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        self.read(lambda store: (equipment.pieces(store), loans.lent(store)), self._found)

    def back(self) -> None:
        """To where one came from."""
        self.backstage.stage.go(More())

    def open(self, piece: int) -> None:
        """To one piece."""
        self.backstage.stage.go(PiecePlace(piece))

    def inventory(self) -> None:
        """To the inventory of today."""
        self.backstage.stage.go(Inventory())

    def labels(self) -> None:
        """Look at the labels of all that is here."""
        self.read(labels_of, lambda paper: self.backstage.stage.go(Preview(paper, Equipment())))

    def _found(self, read: tuple[tuple[Piece, ...], tuple[Piece, ...]]) -> None:
        pieces, lent = read
        now = self.backstage.services.now()
        told = sorted((line_of(each, now) for each in pieces), key=lambda line: line.tone != "attention")
        self.show(EquipmentState(tuple(told), tuple(line_of(each, now) for each in lent)))


def labels_of(store: Store, only: int | None = None) -> EquipmentLabels:
    """Return the labels of this antenna's equipment, or that of one piece."""
    here = papers.where(store)
    found = (equipment.piece(store, only),) if only is not None else equipment.pieces(store)
    return EquipmentLabels(tuple(Label(each.name, each.label) for each in found), here.antenna, here.association)
