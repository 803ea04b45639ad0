"""The inventory: each label that is scanned is seen; what is missing and what is of another antenna is told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions.done import Done
from kiosque.actions.equipping import equipment, inventory
from kiosque.actions.equipping.equipment import Piece
from kiosque.actions.equipping.inventory import Inventory as Found
from kiosque.actions.network import network
from kiosque.db.store import Store
from kiosque.domain.equipment_codes import MISSING
from kiosque.domain.equipment_label import read_label
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.equipment import Line, line_of, piece_tile
from kiosque.ui.animator.equipment_texts import equipment_words
from kiosque.ui.places import Equipment, Inventory
from kiosque.ui.places import Piece as PiecePlace
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.banner import Banner
from kiosque.ui.widgets.basics import empty, row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.grid import Grid, listed
from kiosque.ui.widgets.progress import Progress


@dataclass(frozen=True, slots=True)
class InventoryState:
    """Its four parts; ``to_note``: how many were not found and are not noted so."""

    missing: tuple[Line, ...] = ()
    elsewhere: tuple[Line, ...] = ()
    out: tuple[Line, ...] = ()
    seen: tuple[Line, ...] = ()
    to_note: int = 0


class InventoryScreen(AnimatorScreen[InventoryState]):
    """How far it is, then a tile a piece under the word of its part."""

    touched = Signal(object)
    """What is to be found is seen."""
    opened = Signal(object)
    """More is wanted of what was seen."""
    ended = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.inventory", equipment_words.INVENTORY)
        self.say_where(equipment_words.INVENTORY, equipment_words.INVENTORY_HOW)
        self._progress = Progress(theme, "inventory.progress")
        self._all = Banner(theme, "inventory.all")
        holder = QWidget()
        self._parts = QVBoxLayout(holder)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(10)
        self._end = button(
            theme,
            "",
            "inventory.end",
            icon="clipboard-check",
            kind="primary",
            size="animator-big",
            clicked=self.ended.emit,
        )
        self.body.addWidget(self._progress)
        self.body.addWidget(self._all)
        self.body.addWidget(listed(theme, holder), 1)
        self.body.addLayout(row(1, self._end))

    def draw(self, state: InventoryState) -> None:
        """Show ``state``."""
        seen, of = len(state.seen), len(state.seen) + len(state.missing)
        self._progress.say(equipment_words.so_far(seen, of), seen, of)
        whole = bool(state.seen) and not state.missing
        self._all.say(equipment_words.ALL_SEEN if whole else "", "circle-check", more=equipment_words.ALL_SEEN_MORE)
        said = equipment_words.note_missing(state.to_note)
        self._end.setText(f" {said}")
        self._end.setAccessibleName(said)
        self._end.setVisible(bool(state.to_note) and bool(state.seen))
        empty(self._parts)
        for title, lines, leads in (
            (equipment_words.MISSING, state.missing, self.touched),
            (equipment_words.ELSEWHERE, state.elsewhere, self.opened),
            (equipment_words.OUT, state.out, self.touched),
            (equipment_words.SEEN, state.seen, self.opened),
        ):
            if lines:
                self._parts.addWidget(words(title, "a-label"))
                self._parts.addWidget(self._tiles(lines, leads))
        self._parts.addStretch(1)

    def _tiles(self, lines: Sequence[Line], leads: SignalInstance) -> Grid:
        grid = Grid(round(270 * self.theme.metrics.scale), 12, most=4)
        tiles = []
        for line in lines:
            tile = piece_tile(self.theme, f"inventory.{line.id}", line)
            tile.clicked.connect(tells(leads, line.id))
            tiles.append(tile)
        grid.put(tiles)
        return grid


class InventoryPresenter(AnimatorPresenter[InventoryState]):
    """Notes what is seen, by its label or by a touch."""

    def start(self) -> None:
        """Read how far it is."""
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        self.read(_read, self._found)

    def back(self) -> None:
        """To all that is here."""
        self.backstage.stage.go(Equipment())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """A label was shown to the reader; a card meanwhile is somebody who arrives."""
        if not any(map(read_label, readings)):
            super().scanned(readings)
            return
        author = self.backstage.animator

        def seen(store: Store) -> tuple[Done, str]:
            found = equipment.piece_by_label(store, readings)
            done = inventory.see(store, found, author=author)
            if found.antenna == store.identity.antenna:
                return done, equipment_words.seen_now(found.name)
            return done, equipment_words.seen_elsewhere(found.name, _antennas(store).get(found.antenna, ""))

        self.write(seen, self._seen)

    def touch(self, piece: int) -> None:
        """Somebody sees it, and no reader does."""
        author = self.backstage.animator

        def seen(store: Store) -> tuple[Done, str]:
            found = equipment.piece(store, piece)
            return inventory.see(store, found, author=author), equipment_words.seen_now(found.name)

        self.write(seen, self._seen)

    def open(self, piece: int) -> None:
        """To one that was seen: it may be broken."""
        self.backstage.stage.go(PiecePlace(piece))

    def end(self) -> None:
        """What was not found is noted so."""
        author = self.backstage.animator
        self.write(
            lambda store: inventory.note_missing(store, author=author),
            lambda done: self._seen((done, equipment_words.MISSING_NOTED)),
        )

    def _seen(self, read: tuple[Done, str]) -> None:
        done, said = read
        if done.entries:
            self.backstage.offer_undo(done, said, texts.UNDONE, Inventory())
        else:
            self.backstage.stage.say(said)
        self.refresh()

    def _found(self, read: tuple[Found, dict[int, str]]) -> None:
        found, antennas = read
        now = self.backstage.services.now()

        def lines(pieces: Sequence[Piece]) -> tuple[Line, ...]:
            return tuple(line_of(each, now) for each in pieces)

        self.show(
            InventoryState(
                tuple(_to_find(each, now) for each in found.missing),
                tuple(_of_another(each, antennas, now) for each in found.elsewhere),
                lines(found.out),
                lines(found.seen),
                inventory.to_note(found),
            )
        )


def _to_find(piece: Piece, now: int) -> Line:
    line = line_of(piece, now)
    return line if piece.state == MISSING else replace(line, note=equipment_words.seen(piece, now), tone="waiting")


def _of_another(piece: Piece, antennas: dict[int, str], now: int) -> Line:
    line = line_of(piece, now)
    where = antennas.get(piece.antenna, "")
    return replace(line, note=equipment_words.of(where) if where else line.note, icon="map-pin", tone="attention")


def _antennas(store: Store) -> dict[int, str]:
    return {each.id: each.name for each in network.antennas(store)}


def _read(store: Store) -> tuple[Found, dict[int, str]]:
    return inventory.inventory(store), _antennas(store)
