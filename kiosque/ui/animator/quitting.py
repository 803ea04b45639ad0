"""Leaving Kiosque: an animator's, who is asked to be sure."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from kiosque.actions.opening import permanences
from kiosque.db.store import Store
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.closing_texts import words_of as closing_words
from kiosque.ui.animator.texts import words_of
from kiosque.ui.places import Close, Settings
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import centred, disc, words
from kiosque.ui.widgets.buttons import button


@dataclass(frozen=True, slots=True)
class QuitState:
    """``since``: the moment (UTC seconds) at which the permanence that is still open was opened; None: none is."""

    since: int | None


class QuitScreen(AnimatorScreen[QuitState]):
    """One question, and what stays open behind it."""

    stay = Signal()
    close_permanence = Signal()
    leave = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.quit", "")
        _, inside = self.middle_card()
        compact = theme.metrics.compact
        inside.addLayout(centred(disc(theme, "power", 64 if compact else 88, "waiting")))
        inside.addWidget(words(words_of.QUIT_SURE, "a-title", centre=True))
        self._open = words("", "a-label", "attention", centre=True)
        inside.addWidget(self._open)
        inside.addWidget(words(words_of.QUIT_HOW, "a-text", "quiet", centre=True))
        inside.addSpacing(10)
        add = inside.addWidget
        add(button(theme, words_of.QUIT_STAY, "quit.stay", icon="arrow-left", kind="primary", clicked=self.stay.emit))
        self._close = button(
            theme, closing_words.GO, "quit.close", icon="door-closed", clicked=self.close_permanence.emit
        )
        add(self._close)
        add(button(theme, words_of.QUIT, "quit.leave", icon="power", clicked=self.leave.emit))

    def draw(self, state: QuitState) -> None:
        """Show ``state``."""
        self._open.setText(words_of.still_open(state.since) if state.since is not None else "")
        for each in (self._open, self._close):
            each.setVisible(state.since is not None)


class QuitPresenter(AnimatorPresenter[QuitState]):
    """Says what stays open, and leaves."""

    def start(self) -> None:
        """Look whether the permanence is open."""
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        self.read(_opened_at, lambda since: self.show(QuitState(since)))

    def back(self) -> None:
        """Back to the settings."""
        self.backstage.stage.go(Settings())

    def close_permanence(self) -> None:
        """Close it first."""
        self.backstage.stage.go(Close())

    def leave_program(self) -> None:
        """End the program."""
        self.backstage.stage.quit()


def _opened_at(store: Store) -> int | None:
    permanence = permanences.current(store)
    return permanence.opened_at if permanence else None
