"""The stick at the desk: one calm banner while one is plugged in, and one button."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from kiosque.domain.errors import KnownError
from kiosque.ui.animator.texts import words_of
from kiosque.ui.backstage import Backstage
from kiosque.ui.lanes import Lane
from kiosque.ui.screen import Draws, Presenter
from kiosque.ui.stick_words import stick_words
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import badge, put_badge, retone, words
from kiosque.ui.widgets.buttons import button

if TYPE_CHECKING:  # the first paint does not wait for the database's libraries
    from kiosque.sync.errand import Errand
    from kiosque.sync.sticks import Plugged

DISC = 52


@dataclass(frozen=True, slots=True)
class StickState:
    """What the banner says: a sentence, a little more, and what its button does; without ``send`` it has none."""

    sentence: str
    more: str = ""
    send: str = ""
    icon: str = "usb"
    tone: str = "action"


class StickBanner(QFrame):
    """Says what there is to say of a stick; hidden while there is none."""

    send = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("stick")
        self._theme = theme
        self._timer = QTimer(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 12, 14, 12)
        line.setSpacing(16)
        self._disc = badge("usb", theme.palette.action, theme.palette.surface, theme.metrics.disc(DISC))
        self._sentence = words("", "a-strong")
        self._more = words("", "a-text", "quiet")
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._sentence)
        said.addWidget(self._more)
        self._button = button(
            theme, words_of.STICK_SEND, "stick.send", icon="usb", kind="primary", clicked=self.send.emit
        )
        line.addWidget(self._disc)
        line.addLayout(said, 1)
        line.addWidget(self._button)
        self.hide()

    def draw(self, state: StickState | None) -> None:
        """Show ``state``, or nothing."""
        if state is None:
            self.hide()
            return
        palette = self._theme.palette
        retone(self, panel="soft" if state.tone == "action" else state.tone)
        put_badge(
            self._disc, state.icon, str(getattr(palette, state.tone)), palette.surface, self._theme.metrics.disc(DISC)
        )
        self._sentence.setText(state.sentence)
        self._more.setText(state.more)
        self._more.setVisible(bool(state.more))
        self._button.setVisible(bool(state.send))
        self._button.setText(f" {state.send}")
        self._button.setAccessibleName(state.send)
        self.setAccessibleName(f"{state.sentence} {state.more}".strip())
        self.show()

    def look_every(self, interval: int, look: Callable[[], None]) -> None:
        """Call ``look`` every ``interval`` milliseconds, as long as the banner lives."""
        self._timer.timeout.connect(look)
        self._timer.start(interval)


class StickPresenter(Presenter[StickState | None]):
    """Looks for a stick, takes the reply that it brings, and writes on it when asked."""

    def __init__(self, backstage: Backstage, screen: Draws[StickState | None]) -> None:
        super().__init__(backstage, screen)
        self._sticks = backstage.services.sticks
        self._stick: Path | None = None
        self._looking = False
        self._working = ""
        self._over = False
        """Whether what is said stays until the stick goes."""
        self._failure: StickState | None = None
        """What is said stays longer: somebody who pulled the stick out has to read why it failed."""

    def start(self) -> None:
        """Look at once."""
        self.look()

    def look(self) -> None:
        """Look what is plugged in, or how far the errand has come."""
        if self._sticks is None or not self._alive:
            return
        if self._working:
            self._say_working()
        elif not self._looking:
            self._looking = True
            self.backstage.submit(Lane.DB, self._sticks.look, self._while_here(self._seen), self._not_seen)

    def send(self) -> None:
        """Write on the stick what waits."""
        if self._sticks is None or self._stick is None or self._working:
            return
        sticks, stick = self._sticks, self._stick
        self._work(words_of.STICK_WRITING, lambda: sticks.send(stick), self._sent)

    def _seen(self, plugged: "Plugged") -> None:
        self._looking = False
        if plugged.stick is None:
            self._stick, self._over = None, False
            self.show(_several() if plugged.several else self._failure)
        elif plugged.stick != self._stick:
            self._stick, self._over, self._failure = plugged.stick, False, None
            self._fetch(plugged.stick)
        elif not self._over:
            self.show(_offer(plugged.waiting))

    def _fetch(self, stick: Path) -> None:
        sticks = self._sticks
        if sticks is not None:
            self._work(words_of.STICK_READING, lambda: sticks.fetch(stick), self._fetched)

    def _work(self, doing: str, work: "Callable[[], Errand]", done: "Callable[[Errand], None]") -> None:
        self._working = doing
        self._say_working()

        def ended(errand: "Errand") -> None:
            self._working = ""
            done(errand)

        self.backstage.submit(Lane.SYNC, work, self._while_here(ended), self._failed)

    def _say_working(self) -> None:
        progress = self._sticks.progress if self._sticks else None
        self.show(StickState(self._working, words_of.stick_progress(progress), icon="hourglass", tone="waiting"))

    def _fetched(self, errand: "Errand") -> None:
        if errand.written is not None:
            self._sent(errand)
            return
        if errand.taken is None and errand.trouble is None:
            self.show(_offer(errand.waiting))
            return
        self._over = True
        first, *more = stick_words.done(errand)
        again = words_of.STICK_SEND if errand.waiting or errand.trouble else ""
        rest = [*more, stick_words.waiting(errand.waiting)] if errand.waiting else more
        tone = "attention" if errand.trouble else "action"
        self.show(StickState(first, " ".join(rest), again, "usb" if errand.trouble else "circle-check", tone))

    def _sent(self, errand: "Errand") -> None:
        self._over = True
        *before, last = stick_words.done(errand)
        more = " ".join((*before, words_of.STICK_OUT))
        self.show(StickState(last, more, icon="circle-check"))

    def _failed(self, error: KnownError) -> None:
        self._working, self._over = "", True
        self._failure = StickState(told(error), words_of.STICK_KEPT, icon="triangle-alert", tone="attention")
        self.show(replace(self._failure, send=words_of.STICK_AGAIN))

    def _not_seen(self, error: KnownError) -> None:
        self._looking = False
        self.backstage.refused(error)


def _offer(waiting: int) -> StickState:
    return StickState(words_of.STICK_HERE, stick_words.waiting(waiting), words_of.STICK_SEND)


def _several() -> StickState:
    return StickState(words_of.STICK_SEVERAL, words_of.STICK_SEVERAL_HOW, tone="waiting")
