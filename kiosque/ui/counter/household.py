"""A household's card: who of it arrives, or leaves. Names show little, and nobody outside of it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from kiosque.actions.visitors import households
from kiosque.actions.visitors.households import Came, Member
from kiosque.db.store import Store
from kiosque.ui import places
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter, CounterScreen
from kiosque.ui.counter.confirm import arrived
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.places import Farewell, Home, WithAdult
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import badge, words
from kiosque.ui.widgets.buttons import Tile, button
from kiosque.ui.widgets.grid import EVEN, Grid

PAGE = 6
"""As many people as are shown at once; a greater household has pages."""


@dataclass(frozen=True, slots=True)
class HouseholdState:
    """Who is shown, who of them was touched, and what else can be done. ``leaving``: whether it is a departure."""

    leaving: bool
    people: tuple[Member, ...]
    touched: frozenset[int] = frozenset()
    more: bool = False
    other_way: bool = False
    """Whether others of the household could leave, or arrive, instead."""


class HouseholdScreen(CounterScreen[HouseholdState]):
    """A tile for each, and *C’est tout*."""

    touched = Signal(object)
    sent = Signal()
    turned = Signal()
    paged = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.household", "")
        metrics = theme.metrics
        self._grid = Grid(round(metrics.target * 3.3 * metrics.scale), metrics.gap, most=3)
        self._more = button(theme, known_words.HOUSEHOLD_MORE, "household.more", icon="users", size="visitor")
        self._turn = button(theme, "", "household.turn", icon="repeat", size="visitor")
        send = button(theme, known_words.HOUSEHOLD_SEND, "household.send", icon="check", kind="primary", size="visitor")
        for each, signal in ((self._more, self.paged), (self._turn, self.turned), (send, self.sent)):
            each.clicked.connect(signal)
        self.body.addWidget(words(known_words.HOUSEHOLD_HOW, "text", "quiet", centre=True))
        self.body.addStretch(1)
        self.body.addWidget(self._grid)
        self.body.addStretch(2)
        self.body.addWidget(Bar((self._more, self._turn), (send,), metrics.gap))
        self.question_beside()

    def draw(self, state: HouseholdState) -> None:
        """Show ``state``."""
        asked = known_words.HOUSEHOLD_LEAVING if state.leaving else known_words.HOUSEHOLD_COMING
        self.question.setText(asked)
        # Two and two, or three and three: no tile stands alone beside a hole.
        some = len(state.people)
        self._grid.put([self._tile(member, state) for member in state.people], 2 if some in EVEN else 3)
        self._more.setVisible(state.more)
        self._turn.setVisible(state.other_way)
        other = known_words.HOUSEHOLD_SOMEBODY_COMES if state.leaving else known_words.HOUSEHOLD_SOMEBODY_LEAVES
        self._turn.setText(f" {other}")
        self._turn.setAccessibleName(other)

    def _tile(self, member: Member, state: HouseholdState) -> Tile:
        palette, metrics = self.theme.palette, self.theme.metrics
        chosen = member.visitor in state.touched
        colour, ground = (
            (palette.waiting, palette.waiting_soft) if state.leaving else (palette.action, palette.action_soft)
        )
        if chosen:
            colour, ground = palette.on_action, palette.action
        icon = "check" if chosen else ("baby" if member.minor else "user-round")
        age = known_words.HOUSEHOLD_MINOR if member.minor else known_words.ADULT
        tile = Tile(
            self.theme,
            f"household.{member.visitor}",
            member.masked,
            icon=badge(icon, colour, ground, metrics.disc(56 if metrics.compact else 72)),
            note=known_words.HOUSEHOLD_CHOSEN if chosen else age,
            across=True,
            height=metrics.target + (40 if metrics.compact else 68),
        )
        tile.setCheckable(True)
        tile.setChecked(chosen)
        tile.clicked.connect(lambda _checked=False: self.touched.emit(member))
        return tile


class HouseholdPresenter(CounterPresenter[HouseholdState]):
    """Knows who is here; asks how minors come when no adult of the household is with them."""

    def __init__(self, backstage: Backstage, screen: Draws[HouseholdState], place: places.Household) -> None:
        super().__init__(backstage, screen)
        self._household = place.household
        self._leaving = place.leaving
        self._people: tuple[Member, ...] = ()
        self._touched: frozenset[int] = frozenset()
        self._page = 0

    def start(self) -> None:
        """Read who belongs to it."""
        self.refresh()

    def begun(self) -> tuple[bool | None, frozenset[int], int]:
        """Return who was touched, and where."""
        return self._leaving, self._touched, self._page

    def resume(self, begun: tuple[bool | None, frozenset[int], int]) -> None:
        """Show them again."""
        self._leaving, self._touched, self._page = begun
        if self._people:
            self._draw_again()

    def refresh(self) -> None:
        """Read it again."""
        household = self._household
        self.read(lambda store: _read(store, household), self._read)

    def touch(self, member: Member) -> None:
        """Somebody was touched; a second time takes it back."""
        self._touched ^= {member.visitor}
        self._draw_again()

    def turn(self) -> None:
        """Not those who arrive: those who leave; or the other way round."""
        self._leaving, self._touched, self._page = not self._leaving, frozenset(), 0
        self._draw_again()

    def page(self) -> None:
        """The others of a great household."""
        self._page += 1
        self._draw_again()

    def send(self) -> None:
        """That is all of them."""
        household, touched = self._household, self._touched
        if not touched:
            self.backstage.stage.say(known_words.HOUSEHOLD_NOBODY)
        elif self._leaving:
            self.write(lambda store: households.sign_out_members(store, household, touched), self._gone)
        elif households.must_say_how(self._people, touched):
            self.backstage.stage.go(WithAdult(household, touched))
        else:
            self.write(
                lambda store: households.sign_in_members(store, household, touched),
                lambda came: arrived(self.backstage, came),
            )

    def _gone(self, came: Came) -> None:
        self.backstage.stage.go(Farewell(None))
        self.backstage.offer_undo(came, known_words.HOUSEHOLD_LEFT, texts.UNDONE, Home())

    def _read(self, people: tuple[Member, ...]) -> None:
        self._people = people
        if self._leaving is None:
            # The card that is shown again is shown to leave.
            self._leaving = any(member.visit is not None for member in people)
        self._draw_again()

    def _draw_again(self) -> None:
        leaving = bool(self._leaving)
        some = [member for member in self._people if (member.visit is not None) is leaving]
        pages = max(1, -(-len(some) // PAGE))
        first = self._page % pages * PAGE
        other_way = len(some) < len(self._people)
        self.show(HouseholdState(leaving, tuple(some[first : first + PAGE]), self._touched, pages > 1, other_way))


def _read(store: Store, household: int) -> tuple[Member, ...]:
    return households.members(store, household)
