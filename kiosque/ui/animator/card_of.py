"""The card of somebody, and of their household: given, printed again, replaced when it is lost."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosque.actions import papers
from kiosque.actions.papers import Where
from kiosque.actions.visitors import cards
from kiosque.actions.visitors.cards import Cards, Given
from kiosque.db.store import Store
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.home_texts import home_words
from kiosque.ui.animator.offered import Gesture, gestures
from kiosque.ui.animator.people_texts import people_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.papers.card import MemberCard, ToCut
from kiosque.ui.places import CardOf, Dossier, Preview
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import empty, words


@dataclass(frozen=True, slots=True)
class CardOfState:
    """Whose it is, and which cards there are."""

    name: str = ""
    own: bool = False
    home: bool = False


class CardOfScreen(AnimatorScreen[CardOfState]):
    """A tile for each thing that can be done."""

    give = Signal()
    printed = Signal()
    home_printed = Signal()
    home_replaced = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.card", home_words.CARD)
        self.body.addWidget(words(home_words.CARD_HOW, "a-text", "quiet"))
        self._room = QVBoxLayout()
        self.body.addLayout(self._room, 1)

    def draw(self, state: CardOfState) -> None:
        """Show ``state``."""
        self.say_where(home_words.CARD, state.name)
        empty(self._room)
        self._room.addWidget(gestures(self.theme, self._offered(state))[0])

    def _offered(self, state: CardOfState) -> list[Gesture]:
        offered: list[Gesture] = []
        if state.own:
            offered += [
                ("card.print", "printer", home_words.PRINT, home_words.PRINT_NOTE, self.printed),
                ("card.replace", "refresh-cw", home_words.REPLACE, home_words.REPLACE_NOTE, self.give),
            ]
        elif state.name:
            offered.append(("card.give", "id-card", home_words.GIVE, home_words.GIVE_NOTE, self.give))
        if state.home:
            offered += [
                ("card.home.print", "house", home_words.HOME_PRINT, home_words.PRINT_NOTE, self.home_printed),
                (
                    "card.home.replace",
                    "house-heart",
                    home_words.HOME_REPLACE,
                    home_words.REPLACE_NOTE,
                    self.home_replaced,
                ),
            ]
        return offered


class CardOfPresenter(AnimatorPresenter[CardOfState]):
    """Reads which cards there are; what is made is shown as it will be printed."""

    def __init__(self, backstage: Backstage, screen: Draws[CardOfState], visitor: int) -> None:
        super().__init__(backstage, screen)
        self._visitor = visitor
        self._cards: Cards | None = None

    def start(self) -> None:
        """Read them."""
        visitor = self._visitor
        self.read(lambda store: cards.cards_of(store, visitor), self._found)

    def back(self) -> None:
        """To who it is."""
        self.backstage.stage.go(Dossier(self._visitor))

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: a card is being made here."""
        self.later(readings)

    def give(self) -> None:
        """A first card, or one in place of a lost one."""
        visitor, author = self._visitor, self.backstage.animator
        self.write(lambda store: _with_place(store, cards.give_card(store, visitor, author=author)), self._given)

    def print(self) -> None:
        """The same card once more."""
        self._see_again(self._cards.own if self._cards else "")

    def print_home(self) -> None:
        """That of the household once more."""
        self._see_again(self._cards.home if self._cards else "")

    def replace_home(self) -> None:
        """One for the household in place of a lost one."""
        household = self._cards.household if self._cards else None
        author = self.backstage.animator
        if household is not None:
            self.write(
                lambda store: _with_place(store, cards.give_household_card(store, household, author=author)),
                self._given,
            )

    def _found(self, found: Cards) -> None:
        self._cards = found
        name = found.name or people_words.NAMELESS
        self.show(CardOfState(name, own=bool(found.own), home=bool(found.home)))

    def _given(self, made: tuple[Given, Where]) -> None:
        given, here = made
        self._see(given.card, here)
        self.backstage.offer_undo(given, home_words.REPLACED, texts.UNDONE, CardOf(self._visitor))

    def _see_again(self, code: str) -> None:
        if code:
            self.read(papers.where, lambda here: self._see(code, here))

    def _see(self, code: str, here: Where) -> None:
        card = ToCut((MemberCard(code, here.association, here.antenna),))
        self.backstage.stage.go(Preview(card, CardOf(self._visitor)))


def _with_place(store: Store, given: Given) -> tuple[Given, Where]:
    return given, papers.where(store)
