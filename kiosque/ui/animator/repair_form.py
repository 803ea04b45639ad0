"""What may be said of an object and its repair beside what must: lines to type, the same where it is corrected."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions.inputs import BadInput
from kiosque.actions.repairing.repairs import Item
from kiosque.ui.animator.repair_texts import grams_of, repair_words, year_of
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import Grid

NARROWEST = 200
DIGITS = Qt.InputMethodHint.ImhDigitsOnly


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the lines."""

    brand: str = ""
    year: str = ""
    weight: str = ""
    note: str = ""


class RepairForm(QWidget):
    """Three lines about the object, as many in a row as there is room for; one about its repair."""

    edited = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        asked = (
            ("brand", repair_words.BRAND, repair_words.BRAND_HOW, Qt.InputMethodHint.ImhNone),
            ("year", repair_words.YEAR, repair_words.YEAR_HOW, DIGITS),
            ("weight", repair_words.WEIGHT, repair_words.WEIGHT_HOW, Qt.InputMethodHint.ImhNone),
            ("note", repair_words.NOTE, repair_words.NOTE_HOW, Qt.InputMethodHint.ImhNone),
        )
        self._fields = {
            each: Field(theme, f"{name}.{each}", label, hint=how, visitor=False, keys=keys)
            for each, label, how, keys in asked
        }
        self._item = Grid(round(NARROWEST * theme.metrics.scale), 14, most=3)
        self._item.put([each for name, each in self._fields.items() if name != "note"])
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._item)
        lines.addWidget(self._fields["note"])
        for each in self._fields.values():
            each.line.textChanged.connect(self._edited)

    def ask(self, *, item: bool) -> None:
        """Ask of the object too, or of its repair alone."""
        self._item.setVisible(item)

    def typed(self) -> Typed:
        """Return what stands in the lines."""
        return Typed(**{name: each.text() for name, each in self._fields.items()})

    def put(self, typed: Typed) -> None:
        """Write it into the lines."""
        for name, each in self._fields.items():
            each.line.setText(str(getattr(typed, name)))

    def wrong(self, wrong: dict[str, str]) -> None:
        """Say what is wrong beside each line."""
        for name, each in self._fields.items():
            each.wrong(wrong.get(name, ""))

    def _edited(self) -> None:
        self.edited.emit(self.typed())


def typed_of(item: Item, note: str) -> Typed:
    """Return what was said as one would type it."""
    kilos = f"{item.weight / 1_000:g}".replace(".", repair_words.POINT) if item.weight else ""
    return Typed(item.brand, str(item.year or ""), kilos, note)


def item_from(category: str, typed: Typed) -> Item:
    """Return what is said of an object. Raises ``BadInput``."""
    try:
        year = year_of(typed.year)
    except ValueError:
        raise BadInput("year", "Écrivez l’année avec quatre chiffres.") from None
    try:
        weight = grams_of(typed.weight)
    except ValueError:
        raise BadInput("weight", "Écrivez le poids en kilogrammes, comme 1,5.") from None
    return Item(category, typed.brand, year, weight)
