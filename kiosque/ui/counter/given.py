"""The card that somebody just received: its code, large, in groups."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosque.actions import papers
from kiosque.actions.papers import Where
from kiosque.domain.crockford import grouped
from kiosque.domain.errors import KnownError
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.counter.texts import words_of
from kiosque.ui.lanes import Lane
from kiosque.ui.papers.card import MemberCard, ToCut
from kiosque.ui.papers.texts import words_of as paper_words
from kiosque.ui.places import Given, Ways
from kiosque.ui.screen import Draws, Screen
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import badge, centred, panel, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.toast import ToastPlace


@dataclass(frozen=True, slots=True)
class GivenState:
    """Whose card, and its code in groups."""

    title: str
    code: str
    printer: bool = False
    """Whether there is one."""
    printing: bool = False
    others: bool = False
    """Whether there are other ways to be recognised, for this person."""


class GivenScreen(Screen[GivenState]):
    """The code is all that matters here."""

    toast = ToastPlace.TOP_RIGHT
    over = Signal()
    printed = Signal()
    others = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.given")
        palette, metrics = theme.palette, theme.metrics
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = words("", "question", centre=True)
        self._code = words("", "hero", wrap=False, centre=True)
        self._code.setObjectName("given.code")
        card = panel("card")
        inside = QVBoxLayout(card)
        side = 16 if metrics.narrow else 56
        inside.setContentsMargins(side, metrics.gap * 2, side, metrics.gap * 2)
        inside.addWidget(self._code)
        finished = button(theme, words_of.FINISHED, "given.done", icon="check", kind="primary", size="visitor")
        finished.clicked.connect(self.over)
        self._print = button(theme, paper_words.PRINT_CARD, "given.print", icon="printer", size="visitor")
        self._print.clicked.connect(self.printed)
        self._print.hide()
        self._others = button(theme, known_words.WAYS_OPEN, "given.others", icon="images", size="visitor")
        self._others.clicked.connect(self.others)
        self._others.hide()
        self.body.addStretch(4)
        disc = metrics.disc(80 if metrics.compact else 112)
        self.body.addWidget(badge("id-card", palette.action, palette.action_soft, disc), 0, centre)
        self.body.addWidget(self._title)
        self.body.addWidget(card, 0, centre)
        self.body.addWidget(words(words_of.GIVEN_KEEP, "label", centre=True))
        self.body.addWidget(words(words_of.GIVEN_NEXT, "text", "quiet", centre=True))
        self.body.addSpacing(metrics.gap)
        self.body.addLayout(centred(Bar((self._others, self._print, finished), (), metrics.gap)))
        self.body.addStretch(3)

    def draw(self, state: GivenState) -> None:
        """Show ``state``."""
        self._title.setText(state.title)
        self._code.setText(state.code)
        self._code.setAccessibleName(state.code)
        self._print.setVisible(state.printer)
        self._print.setEnabled(not state.printing)
        self._others.setVisible(state.others)


class GivenPresenter(CounterPresenter[GivenState]):
    """Shows the card until its bearer has done."""

    def __init__(self, backstage: Backstage, screen: Draws[GivenState], given: Given) -> None:
        super().__init__(backstage, screen)
        self._given = given
        self._code = given.code
        title = known_words.HOUSEHOLD_CARD if given.household else words_of.given(given.given_name)
        self._state = GivenState(title, grouped(given.code), others=bool(given.visitor))
        self._printer = ""

    def start(self) -> None:
        """Show it; see whether it could be printed."""
        self.show(self._state)
        printers = self.backstage.services.printers
        if printers is not None:
            self.backstage.submit(Lane.PAPER, printers.names, self._while_here(self._found), self.backstage.refused)

    def others(self) -> None:
        """They would like to be recognised without it too."""
        self.backstage.stage.go(Ways(self._given))

    def print(self) -> None:
        """Print it, once: without the name, which whoever finds a lost card need not know."""
        printers, name, code = self.backstage.services.printers, self._printer, self._code
        if printers is None or not name or self._state.printing:
            return
        self._next(printing=True)

        def printed(here: Where) -> None:
            card = ToCut((MemberCard(code, here.association, here.antenna),))
            work = partial(printers.print, card, name)
            self.backstage.submit(Lane.PAPER, work, self._printed, self._refused)

        self.read(papers.where, printed)

    def _found(self, names: tuple[str, ...]) -> None:
        chosen = self.backstage.printer
        self._printer = chosen if chosen in names else next(iter(names), "")
        self._next(printing=False)

    def _printed(self, _: None) -> None:
        self.backstage.stage.say(paper_words.PREVIEW_PRINTED)

    def _refused(self, error: KnownError) -> None:
        self._next(printing=False)
        self.backstage.refused(error)

    def _next(self, *, printing: bool) -> None:
        self._state = replace(self._state, printer=bool(self._printer), printing=printing)
        self.show(self._state)
