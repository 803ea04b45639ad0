"""What every screen of the animators shares: title, way back, the pill, and cards that arrive meanwhile."""

from typing import ClassVar, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosque.actions.equipping.equipment import piece_by_label
from kiosque.actions.visitors import reception
from kiosque.actions.visitors.visits import SignedIn
from kiosque.domain.equipment_label import read_label
from kiosque.ui.animator.texts import words_of
from kiosque.ui.counter.base import likeliest
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.counter.texts import words_of as counter_words
from kiosque.ui.places import Desk, Piece, Settings
from kiosque.ui.screen import Presenter, Screen
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import Outdented, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Flow
from kiosque.ui.widgets.sync_pill import SyncPill
from kiosque.ui.widgets.toast import ToastPlace

S = TypeVar("S")


class AnimatorScreen(Screen[S]):
    """A header that says where one is; the pill can be pressed here."""

    back = Signal()
    settings = Signal()
    toast = ToastPlace.LOW_LEFT
    has_settings: ClassVar[bool] = False
    """Whether the way to the local settings stands in its header."""

    def __init__(self, theme: Theme, name: str, title: str, *, has_back: bool = True) -> None:
        super().__init__(theme, name)
        self.body.setSpacing(16)
        self.title = words(title, "a-title")
        self.subtitle = words("", "a-text", "quiet")
        self.subtitle.hide()
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.title)
        titles.addWidget(self.subtitle)
        beside = QWidget()
        self._beside = Flow(beside, 12) if theme.metrics.narrow else _line(beside)
        self._beside.addWidget(SyncPill(theme, pressable=True))
        before, after = [], []
        if has_back:
            before.append(button(theme, texts.BACK, "back", icon="arrow-left", kind="bare", clicked=self.back.emit))
        if self.has_settings:
            to = button(theme, words_of.SETTINGS, "settings", icon="settings", kind="bare", clicked=self.settings.emit)
            after.append(to)
        # A button without an edge stands out of the margin: its picture is in line with what is under it.
        head = Outdented(theme.bare if before else 0, theme.bare if after else 0)
        if theme.metrics.narrow:
            if before or after:
                self.body.addLayout(head.hold(*before, 1, *after))
            self.body.addLayout(titles)
            self.body.addWidget(beside)
        else:
            head.hold(*before)
            head.addLayout(titles, 1)
            for each in (beside, *after):
                head.addWidget(each)
            self.body.addLayout(head)

    def beside_title(self, *others: QWidget) -> None:
        """Add what stands after the title, before the pill."""
        for each in others:
            self._beside.insertWidget(self._beside.count() - 1, each)

    def say_where(self, title: str, subtitle: str) -> None:
        """Name the screen, and say a little more under it."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))


def _line(holder: QWidget) -> QHBoxLayout:
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    return line


class AnimatorPresenter(Presenter[S]):
    """Escape goes to the desk; a card that is scanned meanwhile signs in."""

    def back(self) -> None:
        """Go to the desk."""
        self.backstage.stage.go(Desk())

    def settings(self) -> None:
        """Go to the local settings."""
        self.backstage.stage.go(Settings())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Count the arrival of the bearer of a card, without leaving the screen; a thing's label leads to it."""
        if any(map(read_label, readings)):
            self.read(
                lambda store: piece_by_label(store, readings), lambda found: self.backstage.stage.go(Piece(found.id))
            )
            return
        code = likeliest(readings)
        self.write(lambda store: reception.sign_in_card(store, code), self._counted)

    def later(self, readings: tuple[str, ...]) -> None:
        """Say calmly that a card waits until what was begun here is done."""
        del readings
        self.backstage.stage.say(known_words.CARD_LATER)

    def too_early(self, readings: tuple[str, ...]) -> None:
        """Say calmly that a card waits until the permanence is open."""
        del readings
        self.backstage.stage.say(known_words.CARD_TOO_EARLY)

    def _counted(self, signed: SignedIn) -> None:
        self.backstage.offer_undo(signed, counter_words.VISIT_COUNTED, texts.UNDONE, Desk())
