"""Registering at a workshop oneself: which one, and the tap registers; nobody's name stands anywhere."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from kiosque.actions.inputs import BadInput
from kiosque.actions.workshops import registrations, signing_up
from kiosque.actions.workshops.signing_up import Offer, SignedUp
from kiosque.domain.codes import THEMES
from kiosque.domain.errors import KnownError
from kiosque.ui import places
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter, CounterScreen
from kiosque.ui.counter.message import Message, counts
from kiosque.ui.counter.sign_up_texts import sign_up_words
from kiosque.ui.places import Home, SignUpName
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import badge
from kiosque.ui.widgets.buttons import Tile
from kiosque.ui.widgets.grid import Grid, listed

A_PAGE = 4
"""Workshops at once, beside *others* and *no*: six things to touch."""
MOST = 24


@dataclass(frozen=True, slots=True)
class SignUpState:
    """At most five workshops, and whether there are others after them; None before they are known."""

    offers: tuple[Offer, ...] | None = None
    more: bool = False


class SignUpScreen(CounterScreen[SignUpState]):
    """A tile a workshop: when it is, and how many places are left."""

    aloud = True
    chosen = Signal(object)
    others = Signal()
    no = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.workshops", sign_up_words.WHICH)
        metrics = theme.metrics
        self._grid = Grid(round(metrics.target * 4 * metrics.scale), metrics.gap, most=2)
        if not self.low:
            self.body.addStretch(1)
        self.body.addWidget(listed(theme, self._grid), 8)
        if not self.low:
            self.body.addStretch(1)
        self.question_beside()

    def draw(self, state: SignUpState) -> None:
        """Show ``state``."""
        if state.offers is None:
            return
        palette = self.theme.palette
        self.question.setText(sign_up_words.WHICH if state.offers else sign_up_words.NONE)
        tiles = [self._offer(each) for each in state.offers]
        if state.more:
            tiles.append(self._tile("others", sign_up_words.OTHERS, "", "circle-ellipsis"))
            tiles[-1].clicked.connect(lambda _checked=False: self.others.emit())
        colours = (palette.waiting, palette.surface)
        tiles.append(self._tile("no", sign_up_words.NO, sign_up_words.NO_NOTE, "hand", colours, kind="leaving"))
        tiles[-1].clicked.connect(lambda _checked=False: self.no.emit())
        self._grid.put(tiles, min(2, len(tiles)))

    def _offer(self, offer: Offer) -> Tile:
        palette = self.theme.palette
        places_left = sign_up_words.FULL if offer.waits else sign_up_words.free(offer.free)
        note = " · ".join(filter(None, (sign_up_words.when(offer.starts_at), offer.where, places_left)))
        icon = "hourglass" if offer.waits else THEMES.find(offer.theme).icon or "presentation"
        colours = (palette.attention, palette.attention_soft) if offer.waits else None
        tile = self._tile(str(offer.workshop), offer.title, note, icon, colours)
        tile.clicked.connect(lambda _checked=False: self.chosen.emit(offer.workshop))
        return tile

    def _tile(
        self, name: str, title: str, note: str, icon: str, colours: tuple[str, str] | None = None, kind: str = "plain"
    ) -> Tile:
        palette, metrics = self.theme.palette, self.theme.metrics
        colour, ground = colours or (palette.action, palette.action_soft)
        picture = badge(icon, colour, ground, metrics.disc(56 if metrics.compact else 72))
        height = metrics.target + (24 if metrics.compact else 56)
        return Tile(
            self.theme, f"workshops.{name}", title, icon=picture, note=note, kind=kind, across=True, height=height
        )


class SignUpPresenter(CounterPresenter[SignUpState]):
    """Registers whose visit it is; who gave no name and comes another day is asked for one."""

    def __init__(self, backstage: Backstage, screen: Draws[SignUpState], visit: int) -> None:
        super().__init__(backstage, screen)
        self._visit = visit
        self._from = 0
        self._offers: tuple[Offer, ...] = ()

    def start(self) -> None:
        """Read what is offered."""
        self.show(SignUpState())
        self.refresh()

    def refresh(self) -> None:
        """Read it again: a place may have gone."""
        self.read(lambda store: signing_up.offered(store, MOST), self._found)

    def begun(self) -> int:
        """How far they looked."""
        return self._from

    def resume(self, begun: int) -> None:
        """Look there again."""
        self._from = begun
        self._draw_again()

    def others(self) -> None:
        """Those after them; after the last, the first again."""
        self._from = self._from + A_PAGE if self._from + A_PAGE < len(self._offers) else 0
        self._draw_again()

    def no(self) -> None:
        """They are registered already, or would rather not: they are counted."""
        self.backstage.stage.go(Home())

    def choose(self, workshop: int) -> None:
        """Register."""
        visit = self._visit

        def not_kept(error: KnownError) -> None:
            if isinstance(error, BadInput):
                self.backstage.stage.go(SignUpName(workshop))
            else:
                refused(self.backstage, error)

        self.write(
            lambda store: signing_up.sign_up(store, workshop, visit=visit),
            lambda signed: signed_up(self.backstage, signed),
            not_kept,
        )

    def _found(self, offers: tuple[Offer, ...]) -> None:
        self._offers = offers
        self._draw_again()

    def _draw_again(self) -> None:
        few = len(self._offers) <= A_PAGE + 1
        shown = self._offers if few else self._offers[self._from : self._from + A_PAGE]
        self.show(SignUpState(shown, more=not few))


class SignedUpPresenter(CounterPresenter[Message]):
    """Says plainly whether there is a place, or how many wait before."""

    def __init__(self, backstage: Backstage, screen: Draws[Message], place: places.SignedUp) -> None:
        super().__init__(backstage, screen)
        self._signed = place.signed

    def start(self) -> None:
        """Count the houses, then say it."""
        self.read(counts, self._say)

    def _say(self, counted: tuple[int, int]) -> None:
        signed, (today, _) = self._signed, counted
        what = texts.named(signed.title, sign_up_words.when(signed.starts_at))
        if signed.rank is None:
            self.show(Message(sign_up_words.HAS, (what, sign_up_words.SEE_YOU), "circle-check", today))
        else:
            reached = sign_up_words.WILL_CALL if signed.reachable else sign_up_words.SAY_HOW
            lines = (sign_up_words.rank(signed.rank), reached)
            self.show(Message(sign_up_words.WAITS, lines, "hourglass", today))


def signed_up(backstage: Backstage, signed: SignedUp) -> None:
    """Say what came of it, and offer to take it back."""
    backstage.stage.go(places.SignedUp(signed))
    backstage.offer_undo(signed, sign_up_words.SIGNED_UP, texts.UNDONE, Home())


def refused(backstage: Backstage, error: KnownError) -> None:
    """Say why not, to whoever it is about."""
    if isinstance(error, registrations.AlreadyRegistered):
        backstage.stage.say(sign_up_words.ALREADY)
    else:
        backstage.refused(error)
