"""Who wrote what of a record, and when, in words."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions.history import Change, history
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import History
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import disc, empty, panel, row, words
from kiosque.ui.widgets.grid import listed

ICONS = {"created": "plus", "changed": "pencil", "bin": "trash-2", "back": "undo-2", "erased": "x"}
WIDEST = 900
"""Pixels: a line is read at once."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry, as it is told."""

    icon: str
    did: str
    who: str
    when: str
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HistoryState:
    """What was written, the last first."""

    title: str
    moments: tuple[Moment, ...] = ()


class HistoryScreen(AnimatorScreen[HistoryState]):
    """A card for each entry, from the last to the first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.history", noted_words.HISTORY)
        holder = QWidget()
        holder.setMaximumWidth(round(WIDEST * theme.metrics.scale))
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(10)
        self.body.addWidget(listed(theme, holder), 1)

    def draw(self, state: HistoryState) -> None:
        """Show ``state``."""
        self.say_where(state.title, noted_words.HISTORY_HOW)
        empty(self._list)
        for moment in state.moments:
            self._list.addWidget(self._card(moment))
        self._list.addStretch(1)

    def _card(self, moment: Moment) -> QWidget:
        card = panel("card")
        line = row(disc(self.theme, moment.icon, 44), spacing=16)
        line.setContentsMargins(18, 12, 18, 12)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addLayout(
            row(words(moment.did, "a-strong", wrap=False), words(moment.when, "a-text", "quiet", wrap=False), 1)
        )
        said.addWidget(words(moment.who, "a-text", "quiet"))
        for each in moment.what:
            said.addWidget(words(each, "a-text"))
        line.addLayout(said, 1)
        card.setLayout(line)
        return card


class HistoryPresenter(AnimatorPresenter[HistoryState]):
    """Reads the journal back."""

    def __init__(self, backstage: Backstage, screen: Draws[HistoryState], place: History) -> None:
        super().__init__(backstage, screen)
        self._place = place

    def start(self) -> None:
        """Read it."""
        self.show(HistoryState(self._place.title))
        record = self._place.record
        self.read(lambda store: history(store, record), self._found)

    def refresh(self) -> None:
        """Read it again."""
        self.start()

    def back(self) -> None:
        """To the record."""
        self.backstage.stage.go(self._place.of)

    def _found(self, changes: tuple[Change, ...]) -> None:
        now = self.backstage.services.now()
        told = tuple(_moment(change, now) for change in reversed(changes))
        self.show(HistoryState(self._place.title, told))


def _moment(change: Change, now: int) -> Moment:
    when = f"{texts.day_word(change.at, now)}, {texts.hour(change.at)}"
    if local(change.at).year != local(now).year:
        when = f"{texts.day(local(change.at).date())} {local(change.at).year}, {texts.hour(change.at)}"
    return Moment(_icon(change), noted_words.did(change), noted_words.who(change), when, noted_words.what(change))


def _icon(change: Change) -> str:
    if change.erased:
        return ICONS["erased"]
    if change.binned is not None:
        return ICONS["bin" if change.binned else "back"]
    return ICONS["created" if change.created else "changed"]
