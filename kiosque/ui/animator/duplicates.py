"""Records that are alike: who may be written down twice, and what was decided of others."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosque.actions.visitors import duplicates
from kiosque.actions.visitors.duplicates import Pair
from kiosque.domain.persons import SAME
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.duplicates_texts import duplicates_words
from kiosque.ui.animator.people_texts import people_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Compare, Duplicates, Find
from kiosque.ui.screen import Draws
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import empty, words
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.nothing import nothing_yet
from kiosque.ui.widgets.person import PersonRow, Shown
from kiosque.ui.widgets.segments import Segment, Segments

MOST = 24
"""Pairs at once: when some are decided, others come."""
OPEN, SEEN = "open", "seen"
LIST, NOTHING, NOTHING_SEEN = range(3)


@dataclass(frozen=True, slots=True)
class DuplicatesState:
    """The pairs, None before they are known; ``seen``: of whom it was decided; ``more``: there are others."""

    pairs: tuple[Pair, ...] | None = None
    seen: bool = False
    more: bool = False


class DuplicatesScreen(AnimatorScreen[DuplicatesState]):
    """A line for each pair."""

    chosen = Signal(object)
    part = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.duplicates", duplicates_words.TITLE)
        say = duplicates_words
        self.say_where(say.TITLE, say.HOW)
        parts = (Segment(OPEN, say.OPEN), Segment(SEEN, say.SEEN))
        self._part = Segments(theme, "duplicates.part", say.SHOWN, parts, OPEN)
        self._part.chosen.connect(self.part)
        self.body.addWidget(Bar((self._part,), ()))
        holder = QWidget()
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed(theme, holder))
        self._stack.addWidget(nothing_yet(theme, "users", say.NONE, say.NONE_HOW))
        self._stack.addWidget(nothing_yet(theme, "users", say.SEEN_NONE, say.SEEN_NONE_HOW))
        self.body.addWidget(self._stack, 1)

    def draw(self, state: DuplicatesState) -> None:
        """Show ``state``."""
        self._part.put(SEEN if state.seen else OPEN)
        nothing = NOTHING_SEEN if state.seen else NOTHING
        self._stack.setCurrentIndex(nothing if state.pairs == () else LIST)
        empty(self._list)
        for each in state.pairs or ():
            made = PersonRow(self.theme, f"duplicates.{each.one.visitor}.{each.other.visitor}", _shown(each))
            made.clicked.connect(tells(self.chosen, each))
            self._list.addWidget(made)
        if state.more:
            self._list.addWidget(words(duplicates_words.OTHERS, "a-text", "quiet"))
        self._list.addStretch(1)


class DuplicatesPresenter(AnimatorPresenter[DuplicatesState]):
    """Reads the pairs, and leads to comparing two."""

    def __init__(self, backstage: Backstage, screen: Draws[DuplicatesState], place: Duplicates) -> None:
        super().__init__(backstage, screen)
        self._seen = place.seen

    def start(self) -> None:
        """Read them."""
        self.show(DuplicatesState(seen=self._seen))
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        seen = self._seen
        if seen:
            self.read(lambda store: duplicates.decided(store, MOST + 1), lambda found: self._found(found, seen=True))
        else:
            self.read(duplicates.likely, lambda found: self._found(found, seen=False))

    def back(self) -> None:
        """To who is looked for."""
        self.backstage.stage.go(Find())

    def begun(self) -> bool:
        """Which of them are shown."""
        return self._seen

    def resume(self, begun: bool) -> None:  # noqa: FBT001 - what ``begun`` gave
        """Show them again."""
        self._go(seen=begun)

    def choose_part(self, part: str) -> None:
        """Those to look at, or those of whom it was decided."""
        self._go(seen=part == SEEN)

    def choose(self, pair: Pair) -> None:
        """Compare the two."""
        self.backstage.stage.go(Compare(pair.one.visitor, pair.other.visitor, Duplicates(self._seen)))

    def _go(self, *, seen: bool) -> None:
        if seen != self._seen:
            self._seen = seen
            self.start()

    def _found(self, found: tuple[Pair, ...], *, seen: bool) -> None:
        if seen == self._seen:
            self.show(DuplicatesState(found[:MOST], seen, more=len(found) > MOST))


def _shown(pair: Pair) -> Shown:
    one, other = pair.one, pair.other
    names = one.name if one.name == other.name else f"{one.name} · {other.name}"
    about = people_words.about(one.birth_year, one.commune)
    note = " · ".join(filter(None, (people_words.alike(pair.likeness), about)))
    if pair.verdict is None:
        return Shown(names, note, "users")
    same = pair.verdict == SAME
    said = duplicates_words.ONE_PERSON if same else duplicates_words.TWO_PEOPLE
    return Shown(names, note, "users", said, "user-round" if same else "users")
