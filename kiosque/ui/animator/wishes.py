"""What visitors would like and how they found it: wishes by subject, which become workshops, and the smiles."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions import bins
from kiosque.actions.done import Done
from kiosque.actions.visitors import feedback
from kiosque.actions.workshops import wishes
from kiosque.actions.workshops.wishes import ToCall, Wanted
from kiosque.db.store import Store
from kiosque.domain.request_codes import FACES, SUBJECTS
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.people_texts import phone_words
from kiosque.ui.animator.wishes_texts import wishes_words
from kiosque.ui.places import More, Plan, Wishes
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import disc, empty, icon_label, panel, row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.nothing import nothing_yet

SIDE_WIDTH = 350


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody to call, for which workshop."""

    wish: int
    whom: str
    what: str


@dataclass(frozen=True, slots=True)
class Line:
    """A subject: how many wish for it, and how many of them would like to be called."""

    subject: str
    title: str
    note: str
    icon: str
    last: int
    callers: str = ""


@dataclass(frozen=True, slots=True)
class WishesState:
    """The subjects, the most wanted first; whom to call; faces with their words and how many touched them."""

    lines: tuple[Line, ...] | None = None
    callers: tuple[Caller, ...] = ()
    faces: tuple[tuple[str, str, int], ...] = ()


class WishesScreen(AnimatorScreen[WishesState]):
    """A card a subject; at the side, one wish more, and the smiles."""

    plan = Signal(str)
    less = Signal(object)
    called = Signal(object)
    comes = Signal(object)
    added = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.wishes", wishes_words.WISHES)
        self.say_where(wishes_words.WISHES, wishes_words.HOW)
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(10)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, holder, stacked=True))
        self._stack.addWidget(nothing_yet(theme, "lightbulb", wishes_words.NONE, wishes_words.NONE_HOW))
        both = self.side_by_side(self._stack, spacing=24)
        both.addWidget(self._side())
        self.body.addLayout(both, 1)

    def draw(self, state: WishesState) -> None:
        """Show ``state``."""
        self._stack.setCurrentIndex(1 if state.lines == () and not state.callers else 0)
        empty(self._list)
        if state.callers:
            self._list.addWidget(self._calls(state.callers))
        for line in state.lines or ():
            self._list.addWidget(self._card(line))
        self._list.addStretch(1)
        empty(self._faces)
        if not any(count for *_, count in state.faces):
            self._faces.addWidget(words(wishes_words.NO_SMILE, "a-text", "quiet"))
            return
        for icon, label, count in state.faces:
            picture = icon_label(icon, self.theme.palette.action, round(self.theme.metrics.animator * 1.4))
            how_many = words(texts.number(count), "a-strong", wrap=False)
            self._faces.addLayout(row(picture, words(label, "a-text", wrap=False), 1, how_many, spacing=10))

    def _card(self, line: Line) -> QWidget:
        theme, card = self.theme, panel("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.setSpacing(8)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(words(line.title, "a-label"))
        said.addWidget(words(line.note, "a-text", "quiet"))
        head = row(disc(theme, line.icon, 48), spacing=14)
        head.addLayout(said, 1)
        inside.addLayout(head)
        if line.callers:
            picture = icon_label("phone", theme.palette.waiting, round(theme.metrics.animator * 1.2))
            wanted = row(picture, spacing=10)
            wanted.addWidget(words(line.callers, "a-text"), 1)
            inside.addLayout(wanted)
        name = f"wishes.plan.{line.subject}"
        plan = button(
            theme, wishes_words.PLAN, name, icon="calendar-plus", clicked=lambda: self.plan.emit(line.subject)
        )
        less = button(theme, wishes_words.ONE_LESS, f"wishes.less.{line.subject}", icon="minus", kind="bare")
        less.clicked.connect(tells(self.less, line.last))
        inside.addWidget(Bar((plan,), (less,)))
        return card

    def _calls(self, callers: Sequence[Caller]) -> QWidget:
        """Lay those who are to be called, each with what may come of it."""
        card = panel("waiting")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.setSpacing(8)
        inside.addWidget(words(wishes_words.TO_CALL, "a-label"))
        for each in callers:
            inside.addWidget(words(each.whom, "a-strong"))
            inside.addWidget(words(each.what, "a-text"))
            comes = button(self.theme, wishes_words.COMES, f"wishes.comes.{each.wish}", icon="user-round-check")
            comes.clicked.connect(tells(self.comes, each.wish))
            not_ = button(self.theme, wishes_words.COMES_NOT, f"wishes.called.{each.wish}", icon="x", kind="bare")
            not_.clicked.connect(tells(self.called, each.wish))
            for made in (comes, not_):
                made.setAccessibleName(texts.named(made.text().strip(), each.whom))
            inside.addWidget(Bar((comes,), (not_,)))
        return card

    def _side(self) -> QWidget:
        side, lines, _ = self.card_aside(SIDE_WIDTH)
        lines.setSpacing(10)
        self._faces = QVBoxLayout()
        self._faces.setSpacing(6)
        subjects = Chips(self.theme, "wishes.add", wishes_words.ADD, several=True)
        subjects.offer([Chip(code.code, label_of(code), code.icon) for code in SUBJECTS])
        subjects.chosen.connect(self.added)
        # A touch is one wish more: none of them stays held.
        subjects.chosen.connect(lambda _: subjects.hold(frozenset()))
        lines.addWidget(words(wishes_words.SMILES, "a-label"))
        lines.addLayout(self._faces)
        lines.addSpacing(10)
        lines.addWidget(words(wishes_words.ADD, "a-label"))
        lines.addWidget(subjects)
        lines.addStretch(1)
        return side


class WishesPresenter(AnimatorPresenter[WishesState]):
    """Reads the wishes, adds one, notes a call; the plan of a workshop begins from a subject."""

    def start(self) -> None:
        """Read them."""
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        self.read(_read, self._found)

    def back(self) -> None:
        """To where one came from."""
        self.backstage.stage.go(More())

    def plan(self, subject: str) -> None:
        """Plan a workshop that answers it."""
        self.backstage.stage.go(Plan(wish=subject))

    def add(self, subjects: frozenset[str]) -> None:
        """Somebody at the desk would like that."""
        subject, author = next(iter(subjects), None), self.backstage.animator
        if subject is not None:
            self.write(
                lambda store: wishes.wish(store, subject, author=author),
                lambda done: self._done(done, wishes_words.ADDED),
            )

    def less(self, wish: int) -> None:
        """One of them was a mistake."""
        author = self.backstage.animator
        self.write(
            lambda store: bins.throw_away(store, wish, author=author),
            lambda done: self._done(done, wishes_words.REMOVED),
        )

    def enrol(self, wish: int) -> None:
        """Somebody was called, and comes."""
        author = self.backstage.animator
        self.write(
            lambda store: wishes.enrol(store, wish, author=author),
            lambda done: self._done(done, wishes_words.ENROLLED),
        )

    def call(self, wish: int) -> None:
        """Somebody was called, and does not come."""
        author = self.backstage.animator
        self.write(
            lambda store: wishes.call(store, wish, author=author),
            lambda done: self._done(done, wishes_words.CALL_NOTED),
        )

    def _done(self, done: Done, said: str) -> None:
        self.backstage.offer_undo(done, said, texts.UNDONE, Wishes())
        self.refresh()

    def _found(self, read: "Read") -> None:
        now = self.backstage.services.now()
        self.show(
            WishesState(
                tuple(_line(each, now) for each in read.wanted),
                tuple(map(_caller, read.to_call)),
                tuple((code.icon, label_of(code), read.smiles.get(code.code, 0)) for code in FACES),
            )
        )


@dataclass(frozen=True, slots=True)
class Read:
    """What the screen needs."""

    wanted: tuple[Wanted, ...]
    to_call: tuple[ToCall, ...]
    smiles: dict[str, int]


def _line(wanted: Wanted, now: int) -> Line:
    subject = SUBJECTS.find(wanted.subject)
    note = wishes_words.wanted(wanted.wishes, wanted.last, now)
    callers = wishes_words.callers(len(wanted.callers))
    return Line(wanted.subject, label_of(subject), note, subject.icon or "lightbulb", wanted.wish, callers)


def _caller(each: ToCall) -> Caller:
    whom = wishes_words.whom(each.name, phone_words(each.phone))
    return Caller(each.wish, whom, wishes_words.for_what(each.title, each.starts_at))


def _read(store: Store) -> Read:
    since = store.now() - feedback.A_MONTH
    return Read(wishes.wanted(store), wishes.to_call(store), feedback.counts(store, since))
