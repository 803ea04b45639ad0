"""The few settings of this PC: what it speaks, how it looks and sounds, where it prints; and the ways to leave."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.texts import words_of
from kiosque.ui.comfort import SIZES
from kiosque.ui.lanes import Lane
from kiosque.ui.language import Language
from kiosque.ui.palette import Look
from kiosque.ui.places import Passphrase, Quit
from kiosque.ui.services import UiSettings
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import centred, panel
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.choices import Choices

WIDEST = 1100
"""Pixels: a label and its choices are read in one glance."""
NARROWEST_SIZE, NARROWEST, NARROWEST_PRINTER = 150, 200, 240


@dataclass(frozen=True, slots=True)
class SettingsState:
    """What is chosen, and among which printers; ``sounds``: whether this PC can play anything."""

    chosen: UiSettings
    printers: tuple[str, ...] = ()
    sounds: bool = True


class SettingsScreen(AnimatorScreen[SettingsState]):
    """A card of choices; each counts at once."""

    language = Signal(object)
    text_size = Signal(object)
    look = Signal(object)
    keyboard = Signal(object)
    sound = Signal(object)
    printer = Signal(object)
    passphrase = Signal()
    leave = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.settings", words_of.SETTINGS)
        card = panel("card")
        self._rows = QVBoxLayout(card)
        self._rows.setContentsMargins(28, 22, 28, 26)
        self._rows.setSpacing(18)
        self._language = Choices(theme, "settings.language", words_of.SETTINGS_LANGUAGE, NARROWEST)
        self._size = Choices(theme, "settings.size", words_of.SETTINGS_SIZE, NARROWEST_SIZE)
        self._look = Choices(theme, "settings.look", words_of.SETTINGS_LOOK, NARROWEST)
        self._keyboard = Choices(theme, "settings.keyboard", words_of.SETTINGS_KEYBOARD, NARROWEST_SIZE)
        self._sound = Choices(theme, "settings.sound", words_of.SETTINGS_SOUND, NARROWEST)
        self._printer = Choices(theme, "settings.printer", words_of.SETTINGS_PRINTER, NARROWEST_PRINTER)
        # Those of few choices share a line: all of them do not fit on the smallest screen otherwise.
        self._rows.addLayout(self.side_by_side(self._language, self._sound, spacing=28))
        sizes = self.side_by_side(self._size, self._keyboard, spacing=28)
        sizes.setStretchFactor(self._size, 3)
        sizes.setStretchFactor(self._keyboard, 2)
        self._rows.addLayout(sizes)
        for each in (self._look, self._printer):
            self._rows.addWidget(each)
        self._language.picked.connect(self.language)
        self._size.picked.connect(self.text_size)
        self._look.picked.connect(self.look)
        self._keyboard.picked.connect(self.keyboard)
        self._sound.picked.connect(self.sound)
        self._printer.picked.connect(self.printer)
        self.body.addLayout(centred(card, round(WIDEST * theme.metrics.scale)))
        self.body.addStretch(1)
        self.body.addLayout(centred(self._bar(), round(WIDEST * theme.metrics.scale)))

    def draw(self, state: SettingsState) -> None:
        """Show ``state``."""
        chosen = state.chosen
        names = {language: ("languages", language.own_name) for language in Language}
        self._language.draw(names, chosen.language)
        sizes = {size: ("", words_of.percent(size)) for size in SIZES}
        self._size.draw(sizes, chosen.text_scale)
        looks = {Look.LIGHT: ("sun", words_of.LOOK_LIGHT), Look.DARK: ("moon", words_of.LOOK_DARK)}
        self._look.draw({**looks, Look.CONTRAST: ("contrast", words_of.LOOK_CONTRAST)}, chosen.look)
        often = {False: ("hand", words_of.KEYBOARD_TOUCH), True: ("keyboard", words_of.KEYBOARD_ALWAYS)}
        self._keyboard.draw(often, chosen.keyboard_always)
        self._sound.draw({True: ("volume-2", words_of.SOUND_ON), False: ("volume-x", words_of.SOUND_OFF)}, chosen.sound)
        self._sound.setVisible(state.sounds)
        known = {name: ("printer", name) for name in state.printers}
        self._printer.draw({"": ("printer", words_of.PRINTER_USUAL), **known}, chosen.printer)

    def _bar(self) -> Bar:
        passphrase = button(self.theme, words_of.PHRASE_CHANGE, "settings.passphrase", icon="key-round")
        passphrase.clicked.connect(self.passphrase)
        leave = button(self.theme, words_of.QUIT, "settings.quit", icon="power")
        leave.clicked.connect(self.leave)
        return Bar((passphrase,), (leave,))


class SettingsPresenter(AnimatorPresenter[SettingsState]):
    """Each choice is shown at once, and kept in the file of this PC."""

    def start(self) -> None:
        """Show what is chosen; then the printers."""
        self._printers: tuple[str, ...] = ()
        self._show()
        printers = self.backstage.services.printers
        if printers is not None:
            # One on the network takes its time to answer.
            self.backstage.submit(Lane.PAPER, printers.names, self._found, self.backstage.refused)

    def language(self, language: Language) -> None:
        """Choose what is spoken to whoever has not asked for another language."""
        self._choose(replace(self.backstage.settings, language=language))

    def size(self, size: float) -> None:
        """Choose the size of the text."""
        self._choose(replace(self.backstage.settings, text_scale=size))

    def look(self, look: Look) -> None:
        """Choose the colours."""
        self._choose(replace(self.backstage.settings, look=look))

    def keyboard(self, always: bool) -> None:  # noqa: FBT001 - the signal's value
        """Choose when the keyboard comes on the screen."""
        self._choose(replace(self.backstage.settings, keyboard_always=always))

    def sound(self, on: bool) -> None:  # noqa: FBT001 - the signal's value
        """Choose whether an arrival sounds."""
        self._choose(replace(self.backstage.settings, sound=on))

    def printer(self, name: str) -> None:
        """Choose where papers are printed; empty: where the system prints."""
        self.backstage.printer = name
        self._choose(replace(self.backstage.settings, printer=name))

    def passphrase(self) -> None:
        """Choose another passphrase."""
        self.backstage.stage.go(Passphrase())

    def leave_program(self) -> None:
        """Leave, after a question."""
        self.backstage.stage.go(Quit())

    def _choose(self, chosen: UiSettings) -> None:
        backstage = self.backstage
        if chosen == backstage.settings:
            self._show()
            return
        keep = backstage.services.keep
        backstage.submit(Lane.DB, lambda: keep(chosen), _kept, backstage.refused)
        # Last: drawn otherwise, the window may put another screen in place of this one.
        backstage.stage.settle(chosen)
        self._show()

    def _found(self, names: tuple[str, ...]) -> None:
        self._printers = names
        self._show()

    def _show(self) -> None:
        settings = self.backstage.settings
        # A printer that was unplugged stays in sight as long as it is the one that was chosen.
        wanted = (settings.printer,) if settings.printer and settings.printer not in self._printers else ()
        sounds = self.backstage.services.chime is not None
        self.show(SettingsState(settings, (*self._printers, *wanted), sounds))


def _kept(_: None) -> None:
    pass
