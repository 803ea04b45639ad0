"""What is known of somebody, and what an animator does from there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosque.actions import bins
from kiosque.actions.done import Done
from kiosque.actions.visitors import homes, links, people, reception
from kiosque.actions.visitors.homes import Housemate
from kiosque.actions.visitors.people import Dossier as Known
from kiosque.actions.visitors.visits import AlreadyHere, SignedIn
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.errors import KnownError
from kiosque.domain.profile import PROFILE
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.home_texts import home_words
from kiosque.ui.animator.people_texts import masked, masked_email, people_words, phone_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import CardOf, Compare, Desk, Dossier, Find, History, Housemates, Intervene, WriteDown
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import empty, row, words
from kiosque.ui.widgets.buttons import Button, button
from kiosque.ui.widgets.confirmation import Confirmation, Question
from kiosque.ui.widgets.grid import listed_card
from kiosque.ui.widgets.person import PersonRow, Shown
from kiosque.ui.widgets.toast import ToastPlace


@dataclass(frozen=True, slots=True)
class Other:
    """Another record: one that is joined to this one, or that may be the same person, and in what they are alike."""

    visitor: int
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DossierState:
    """What the screen says. ``hidden``: of the telephone and the e-mail, only a part is shown."""

    name: str = ""
    about: str = ""
    contacts: tuple[str, ...] = ()
    hidden: bool = True
    visits: tuple[str, ...] = ()
    helps: tuple[str, ...] = ()
    joined: tuple[Other, ...] = ()
    possible: tuple[Other, ...] = ()
    here: bool = False
    card: bool = False
    home: tuple[str, ...] = ()
    """The others of the household."""
    profile: tuple[str, ...] = ()
    """What is said of them in codes, in words."""


class DossierScreen(AnimatorScreen[DossierState]):
    """Who it is, what was done, and a bar of what can be done."""

    toast = ToastPlace.OVER_BAR
    go_on = Signal()
    reveal = Signal()
    correct = Signal()
    history = Signal()
    thrown = Signal()
    part = Signal()
    compare = Signal(object)
    card = Signal()
    home = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.dossier", "")
        cards = self.side_by_side(spacing=12 if theme.metrics.compact else 20)
        self._who, self._done = listed_card(self.theme, cards), listed_card(self.theme, cards)
        self.body.addLayout(cards, 1)
        self._main = button(
            theme, people_words.ARRIVES, "dossier.go", icon="heart-handshake", kind="primary", clicked=self.go_on.emit
        )
        # What a tap does is not known before they are.
        self._main.setEnabled(False)
        often = (
            self._act(people_words.CORRECT, "correct", "pencil", self.correct.emit),
            self._act(people_words.HISTORY, "history", "history", self.history.emit),
            self._act(people_words.THROW, "throw", "trash-2", self._ask),
        )
        self.body.addWidget(Bar(often, (self._main,)))

    def draw(self, state: DossierState) -> None:
        """Show ``state``."""
        self.say_where(state.name, state.about)
        said = people_words.HELP if state.here else people_words.ARRIVES
        self._main.setText(f" {said}")
        self._main.setAccessibleName(said)
        self._main.setEnabled(True)
        empty(self._who)
        empty(self._done)
        self._draw_who(state)
        for title, lines, nothing in (
            (people_words.VISITS, state.visits, people_words.NO_VISIT),
            (people_words.HELPS, state.helps, people_words.NO_HELP),
        ):
            _list(self._done, title, lines or (nothing,))
        self._done.addStretch(1)

    def _draw_who(self, state: DossierState) -> None:
        if state.possible:
            self._who.addWidget(words(people_words.POSSIBLE, "a-strong"))
        for other in state.possible:
            shown = Shown(other.name, other.note, "user-round", people_words.COMPARE, "circle-help", "attention")
            made = PersonRow(self.theme, f"compare.{other.visitor}", shown)
            made.clicked.connect(tells(self.compare, other.visitor))
            self._who.addWidget(made)
        _list(self._who, people_words.WHO, state.contacts or (people_words.NO_DETAIL,))
        if state.contacts and state.hidden:
            self._who.addLayout(row(self._act(people_words.SHOW_PHONE, "reveal", "eye", self.reveal.emit, "bare"), 1))
        if state.joined:
            _list(self._who, people_words.JOINED, [other.name for other in state.joined])
            self._who.addLayout(row(self._act(people_words.PART, "part", "split", self.part.emit), 1))
        if state.profile:
            _list(self._who, people_words.FOR_FIGURES, (" · ".join(state.profile),))
        _list(self._who, home_words.CARD, [home_words.HAS_CARD if state.card else home_words.NO_CARD])
        self._who.addLayout(row(self._act(home_words.TO_CARD, "card", "id-card", self.card.emit, "bare"), 1))
        _list(self._who, home_words.HOME, [texts.listed(state.home) or home_words.ALONE])
        self._who.addLayout(row(self._act(home_words.TO_HOME, "home", "house", self.home.emit, "bare"), 1))
        self._who.addStretch(1)

    def _act(self, said: str, name: str, icon: str, clicked: Callable[[], object], kind: str = "plain") -> Button:
        return button(self.theme, said, f"dossier.{name}", icon=icon, kind=kind, clicked=clicked)

    def _ask(self) -> None:
        asked = Question(
            people_words.THROW_ASK, people_words.THROW_LEADS, people_words.THROW, people_words.KEEP, "trash-2"
        )
        confirmation = Confirmation(self.window(), self.theme, asked)
        confirmation.answered.connect(lambda yes: self.thrown.emit() if yes else None)


class DossierPresenter(AnimatorPresenter[DossierState]):
    """Reads what is known, and does what is asked of it."""

    def __init__(self, backstage: Backstage, screen: Draws[DossierState], visitor: int) -> None:
        super().__init__(backstage, screen)
        self._visitor = visitor
        self._known: Known | None = None
        self._mates: tuple[Housemate, ...] = ()
        self._hidden = True

    def start(self) -> None:
        """Read it."""
        visitor = self._visitor
        self.read(lambda store: _known(store, visitor), self._found)

    def refresh(self) -> None:
        """Read it again, unless it is being written about from here."""
        if not self._busy:
            self.start()

    def back(self) -> None:
        """To the search: another one may be meant."""
        self.backstage.stage.go(Find())

    def begun(self) -> bool:
        """Whether the telephone is hidden."""
        return self._hidden

    def resume(self, begun: bool) -> None:  # noqa: FBT001 - what ``begun`` returned
        """Hide it, or not."""
        self._hidden = begun
        self._show()

    def reveal(self) -> None:
        """Show the telephone and the e-mail."""
        self._hidden = False
        self._show()

    def go_on(self) -> None:
        """Note the arrival; or help, when they are here."""
        known, author = self._known, self.backstage.animator
        if known is None:
            return
        if known.here is not None:
            self.backstage.stage.go(Intervene((known.here,), known.name or people_words.NAMELESS, known.visitor))
            return
        visitor = self._visitor
        self.write(
            lambda store: reception.sign_in_visitor(store, visitor, author=author), self._arrived, self._not_arrived
        )

    def correct(self) -> None:
        """Correct who it is."""
        self.backstage.stage.go(WriteDown(self._visitor))

    def history(self) -> None:
        """To who wrote what."""
        self.backstage.stage.go(History(self._visitor, self._known.name if self._known else "", Dossier(self._visitor)))

    def compare(self, other: int) -> None:
        """One person or two?"""
        self.backstage.stage.go(Compare(self._visitor, other))

    def card(self) -> None:
        """To their card."""
        self.backstage.stage.go(CardOf(self._visitor))

    def home(self) -> None:
        """To who lives with them."""
        self.backstage.stage.go(Housemates(self._visitor))

    def part(self) -> None:
        """This record is another person than those it was joined to."""
        visitor, author = self._visitor, self.backstage.animator
        self.write(lambda store: links.part(store, visitor, author=author), self._parted)

    def throw(self) -> None:
        """To the bin."""
        visitor, author = self._visitor, self.backstage.animator
        self.write(lambda store: bins.throw_away(store, visitor, author=author), self._thrown)

    def _found(self, found: tuple[Known, tuple[Housemate, ...]] | None) -> None:
        if found is None:
            # It went to the bin, here or on another PC: what is said of that comes from there.
            self.backstage.stage.go(Find())
            return
        self._known, self._mates = found
        self._show()

    def _show(self) -> None:
        if self._known is not None:
            others = (each.name or people_words.NAMELESS for each in self._mates if each.visitor != self._visitor)
            state = replace(_state(self._known, self.backstage.services.now()), home=tuple(others))
            self.show(replace(state, contacts=_contacts(self._known, hidden=self._hidden), hidden=self._hidden))

    def _arrived(self, signed: SignedIn) -> None:
        self.backstage.stage.go(Desk())
        self.backstage.offer_undo(signed, people_words.ARRIVED, texts.UNDONE, Dossier(self._visitor))

    def _not_arrived(self, error: KnownError) -> None:
        # The card was shown meanwhile: they are here, which is all that was wanted.
        if isinstance(error, AlreadyHere):
            self.backstage.stage.go(Desk())
        else:
            self.backstage.refused(error)

    def _parted(self, done: Done) -> None:
        self.start()
        self.backstage.offer_undo(done, people_words.PARTED, texts.UNDONE, Dossier(self._visitor))

    def _thrown(self, done: Done) -> None:
        self.backstage.stage.go(Find())
        self.backstage.offer_undo(done, people_words.THROWN, texts.UNDONE, Dossier(self._visitor))


def _known(store: Store, visitor: int) -> tuple[Known, tuple[Housemate, ...]] | None:
    try:
        return people.dossier(store, visitor), homes.housemates(store, visitor)
    except Missing:
        return None


def _state(known: Known, now: int) -> DossierState:
    answers = known.answers
    about = " · ".join(
        filter(None, (people_words.about(answers.birth_year, answers.commune), people_words.visits(known.visits)))
    )
    return DossierState(
        known.name or people_words.NAMELESS,
        about,
        profile=people_words.profile({field: getattr(answers, field) for field in PROFILE}),
        visits=tuple(people_words.came(at, reason, now) for at, reason in known.last_visits),
        helps=tuple(people_words.helped(at, themes, service, now) for at, themes, service in known.last_helps),
        joined=tuple(Other(each.visitor, each.name or people_words.NAMELESS) for each in known.joined),
        possible=tuple(Other(each.visitor, each.name, people_words.alike(each.likeness)) for each in known.possible),
        here=known.here is not None,
        card=known.card,
    )


def _contacts(known: Known, *, hidden: bool) -> tuple[str, ...]:
    phone, email = known.answers.phone, known.answers.email
    said = (masked(phone), masked_email(email)) if hidden else (phone_words(phone), email)
    return tuple(filter(None, said))


def _list(lines: QVBoxLayout, title: str, said: Sequence[str]) -> None:
    if lines.count():
        lines.addSpacing(10)
    lines.addWidget(words(title, "a-strong"))
    for each in said:
        lines.addWidget(words(each, "a-text", "quiet"))
