"""The screen on stage: one at a time, bound to its presenter; drawn again, it keeps what was begun."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from PySide6.QtWidgets import QWidget

from kiosque.ui.acts import Act, first_act
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Place
from kiosque.ui.reach import Reach
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.buttons import Button
from kiosque.ui.widgets.language import SWITCH, type_again, typed_in


@dataclass(frozen=True, slots=True)
class Begun:
    """What somebody has begun: what stands in the lines, what the presenter holds, where the keyboard is."""

    typed: dict[str, str]
    held: object
    focused: str


class Scene:
    """Holds one act. The one before is destroyed: nothing of it can come back."""

    def __init__(self, reach: Reach, switch: Callable[[], None]) -> None:
        """``switch`` is called when the language is to change."""
        self._reach, self._switch = reach, switch
        self.act: Act | None = None

    def put(self, place: Place, theme: Theme, backstage: Backstage) -> Act:
        """Show the screen of ``place``; its presenter is still to be started."""
        old = self.act
        act = first_act(place, theme, backstage)
        if act is None:
            # Imported by name: this is what waits until after the first paint.
            built: Act = import_module("kiosque.ui.routes").act(place, theme, backstage)
            act = built
        if old is not None:
            old.presenter.leave()
            old.screen.hide()
        self.act = act
        self._reach.put(act.screen)
        act.screen.show()
        if old is not None:
            old.screen.deleteLater()
        for switch in act.screen.findChildren(Button, SWITCH):
            switch.clicked.connect(self._switch)
        return act

    def begun(self) -> Begun:
        """Return what somebody has begun here."""
        if self.act is None:
            return Begun({}, None, "")
        focused = cast("QWidget | None", self._reach.window().focusWidget())
        name = focused.objectName() if focused is not None else ""
        return Begun(typed_in(self.act.screen), self.act.presenter.begun(), name)

    def resume(self, begun: Begun) -> None:
        """Go on from there, on the same screen drawn again."""
        if self.act is None:
            return
        type_again(self.act.screen, begun.typed)
        self.act.presenter.resume(begun.held)
        again = self.act.screen.findChild(QWidget, begun.focused) if begun.focused else None
        if again is not None:
            again.setFocus()

    def leave(self) -> None:
        """The window goes."""
        if self.act is not None:
            self.act.presenter.leave()
