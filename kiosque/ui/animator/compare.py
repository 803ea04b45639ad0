"""Two records side by side: one person, or two? Nothing is written over either way."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions.done import Done
from kiosque.actions.visitors import links, people
from kiosque.actions.visitors.people import Dossier as Known
from kiosque.db.store import Store
from kiosque.domain import persons
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.people_texts import commune_words, masked, masked_email, people_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Compare, Dossier
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import empty
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.comparison import Comparison, Line
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.toast import ToastPlace


@dataclass(frozen=True, slots=True)
class CompareState:
    """The lines of the two records."""

    lines: tuple[Line, ...] = ()


class CompareScreen(AnimatorScreen[CompareState]):
    """The comparison, and two equal answers."""

    toast = ToastPlace.OVER_BAR
    same = Signal()
    different = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.compare", people_words.COMPARE_TITLE)
        self.say_where(people_words.COMPARE_TITLE, people_words.COMPARE_HOW)
        holder = QWidget()
        self._room = QVBoxLayout(holder)
        self._room.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(listed(theme, holder), 1)
        self._answers = (
            button(theme, people_words.DIFFERENT, "compare.different", icon="users", clicked=self.different.emit),
            button(theme, people_words.SAME, "compare.same", icon="user-round", clicked=self.same.emit),
        )
        self.body.addLayout(self.side_by_side(*self._answers, spacing=12))

    def draw(self, state: CompareState) -> None:
        """Show ``state``."""
        empty(self._room)
        for each in self._answers:
            # Nothing is decided of what is not seen yet.
            each.setEnabled(bool(state.lines))
        if state.lines:
            titles = (people_words.ONE, people_words.OTHER)
            said = (people_words.ALIKE, people_words.UNLIKE)
            self._room.addWidget(Comparison(self.theme, "compare.table", titles, said, state.lines))
        self._room.addStretch(1)


class ComparePresenter(AnimatorPresenter[CompareState]):
    """Reads the two, and remembers what was decided of them."""

    def __init__(self, backstage: Backstage, screen: Draws[CompareState], place: Compare) -> None:
        super().__init__(backstage, screen)
        self._one, self._other = place.one, place.other
        self._of = place.of or Dossier(place.one)

    def start(self) -> None:
        """Read both."""
        one, other = self._one, self._other

        def both(store: Store) -> tuple[Known, Known]:
            return people.dossier(store, one), people.dossier(store, other)

        self.read(both, self._found)

    def back(self) -> None:
        """To where one came from; nothing is decided."""
        self.backstage.stage.go(self._of)

    def same(self) -> None:
        """They are one person."""
        one, other, author = self._one, self._other, self.backstage.animator
        self.write(
            lambda store: links.join(store, one, other, author=author),
            lambda done: self._decided(done, people_words.JOINED_DONE),
        )

    def different(self) -> None:
        """They are two people."""
        one, other, author = self._one, self._other, self.backstage.animator
        self.write(
            lambda store: links.tell_apart(store, one, other, author=author),
            lambda done: self._decided(done, people_words.APART_DONE),
        )

    def _found(self, found: tuple[Known, Known]) -> None:
        self.show(CompareState(_lines(*found, self.backstage.services.now())))

    def _decided(self, done: Done, said: str) -> None:
        self.backstage.stage.go(self._of)
        self.backstage.offer_undo(done, said, texts.UNDONE, self._of)


def _lines(one: Known, other: Known, now: int) -> tuple[Line, ...]:
    mine, theirs = one.answers, other.answers
    near = persons.likeness(
        persons.Described(mine.given_name, mine.family_name, mine.phone, mine.email),
        persons.Described(theirs.given_name, theirs.family_name, theirs.phone, theirs.email),
    )
    visits = people_words.visits(one.visits), people_words.visits(other.visits)
    return (
        Line(people_words.GIVEN_NAME, mine.given_name, theirs.given_name, near.given_name),
        Line(people_words.FAMILY_NAME, mine.family_name, theirs.family_name, near.family_name),
        _line(people_words.BIRTH_YEAR, str(mine.birth_year or ""), str(theirs.birth_year or "")),
        _line(people_words.COMMUNE, commune_words(mine.commune), commune_words(theirs.commune)),
        Line(people_words.PHONE, masked(mine.phone), masked(theirs.phone), mine.phone == theirs.phone),
        Line(people_words.EMAIL, masked_email(mine.email), masked_email(theirs.email), mine.email == theirs.email),
        _line(people_words.CARD, _card(one), _card(other)),
        # How often one came says nothing of who one is.
        Line(people_words.COMPARE_VISITS, *visits, alike=True),
        Line(people_words.COMPARE_LAST, _last(one, now), _last(other, now), alike=True),
    )


def _line(label: str, one: str, other: str) -> Line:
    return Line(label, one, other, one == other)


def _card(known: Known) -> str:
    return people_words.CARD_YES if known.card else people_words.CARD_NO


def _last(known: Known, now: int) -> str:
    return texts.day_word(known.last_visits[0][0], now) if known.last_visits else ""
