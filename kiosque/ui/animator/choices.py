"""Choices of which the usual ones are shown at once, and the others after one more touch."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from kiosque.domain.codelist import CodeList
from kiosque.domain.habits import Offered
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of
from kiosque.ui.widgets.basics import icon_label
from kiosque.ui.widgets.buttons import Button, Tile, button
from kiosque.ui.widgets.grid import Grid


@dataclass(frozen=True, slots=True)
class Choice:
    """A code, its short label, its icon."""

    code: str
    label: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """Those shown at once, and the others."""

    first: tuple[Choice, ...] = ()
    others: tuple[Choice, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self.first)

    def __contains__(self, code: object) -> bool:
        """Whether ``code`` is one of them."""
        return any(each.code == code for each in (*self.first, *self.others))


NONE = Choices()


def choices_of(codes: CodeList, offered: Offered) -> Choices:
    """Return ``offered`` codes with their words, in that order."""

    def said(of: Iterable[str]) -> tuple[Choice, ...]:
        found = [codes.find(code) for code in of]
        return tuple(Choice(code.code, short_of(code), code.icon) for code in found)

    return Choices(said(offered.first), said(offered.others))


@dataclass(frozen=True, slots=True)
class Style:
    """How the buttons of a family look: their kind, their size, the narrowest of them in pixels, the most in a row.

    ``tiles``: those shown at once have their picture over their words.
    """

    kind: str
    fit: str
    narrowest: int
    most: int
    narrowest_others: int
    most_others: int
    tiles: bool = False


class Family(QObject):
    """Two grids of one family: ``usual``, which ends with *Autres*, and ``others``, hidden until it is touched.

    What stands in ``usual`` never moves while the screen is there.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme, name: str, more: tuple[str, str], style: Style) -> None:
        """``more``: what the button that shows the others says, shortly and for who does not see where it stands."""
        super().__init__(parent)
        gap = 8 if theme.metrics.compact else 10
        scale = theme.metrics.scale
        self.usual = Grid(round(style.narrowest * scale), gap, most=style.most)
        self.others = Grid(round(style.narrowest_others * scale), gap, most=style.most_others)
        self.others.hide()
        self._theme, self._name, self._more, self._style = theme, name, more, style
        self._buttons: dict[str, Button] = {}
        self._toggle: Button | None = None
        self._others: frozenset[str] = frozenset()

    def offer(self, choices: Choices, chosen: str | None) -> None:
        """Show the choices, once for all, and which one holds."""
        if not self._buttons and choices:
            self._fill(choices)
        for code, each in self._buttons.items():
            each.setChecked(code == chosen)
        if chosen in self._others and self._toggle is not None:
            self._toggle.setChecked(True)

    def fold(self) -> None:
        """Hide the others again: one of them was chosen, and is named elsewhere."""
        if self._toggle is not None:
            self._toggle.setChecked(False)

    def enable(self, *, enabled: bool) -> None:
        """Let the choices be touched, or not yet."""
        for each in self._buttons.values():
            each.setEnabled(enabled)
        if self._toggle is not None:
            self._toggle.setEnabled(enabled)

    def _fill(self, choices: Choices) -> None:
        first = [self._button(choice, tile=self._style.tiles) for choice in choices.first]
        if choices.others:
            self._toggle = self._switch()
            first.append(self._toggle)
        self.usual.put(first)
        self.others.put([self._button(choice) for choice in choices.others])
        self._others = frozenset(choice.code for choice in choices.others)

    def _button(self, choice: Choice, *, tile: bool = False) -> Button:
        made = self._made(choice, self._style.kind, tile=tile)
        made.setCheckable(self._style.kind != "primary")
        made.clicked.connect(tells(self.chosen, choice.code))
        self._buttons[choice.code] = made
        return made

    def _switch(self) -> Button:
        label, name = self._more
        kind = "chip" if self._style.kind == "chip" else "plain"
        made = self._made(Choice("others", label, "circle-ellipsis"), kind, tile=self._style.tiles)
        made.setAccessibleName(name)
        made.setCheckable(True)
        made.toggled.connect(self.others.setVisible)
        return made

    def _made(self, choice: Choice, kind: str, *, tile: bool) -> Button:
        theme, name = self._theme, f"{self._name}.{choice.code}"
        if not tile:
            made = button(theme, choice.label, name, icon=choice.icon, kind=kind, size=self._style.fit)
            made.setProperty("align", "start" if choice.icon and kind == "plain" else "middle")
            return made
        picture = icon_label(choice.icon, theme.palette.action, 30 if theme.metrics.compact else 40)
        height = 92 if theme.metrics.compact else 128
        return Tile(theme, name, choice.label, icon=picture, types=("a-strong", "a-text"), kind=kind, height=height)


def tells(signal: SignalInstance, value: object) -> Callable[[bool], None]:
    """Return the slot of a button that emits ``value`` by ``signal``."""

    def touched(_checked: bool) -> None:  # noqa: FBT001 - a slot of clicked
        signal.emit(value)

    return touched
