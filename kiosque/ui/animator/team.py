"""Who holds the permanence: who is there, who was, who comes, who leaves; it goes on meanwhile."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions.done import Done
from kiosque.actions.opening import permanences, presence
from kiosque.actions.opening.presence import Presence
from kiosque.db.store import Store
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.permanence_texts import words_of
from kiosque.ui.animator.staff_texts import staff_words
from kiosque.ui.places import Home, Open, Staff, Team, Unlock
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import badge, empty, panel, row, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.grid import listed

DISC = 52


@dataclass(frozen=True, slots=True)
class Member:
    """One stretch of one animator, as a line shows it. ``there``: they have not left."""

    presence: int
    name: str
    hours: str
    there: bool


@dataclass(frozen=True, slots=True)
class TeamState:
    """Who is there first, then who was."""

    members: tuple[Member, ...]


class TeamScreen(AnimatorScreen[TeamState]):
    """A line for each; one button to leave, one to come."""

    # A record’s id is wider than the integer of a Qt signal.
    leaves = Signal(object)
    arrives = Signal()
    staff = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.team", words_of.TEAM)
        self.body.addWidget(words(words_of.TEAM_HOW, "a-text", "quiet"))
        holder = QWidget()
        self._lines = QVBoxLayout(holder)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(12)
        self.body.addWidget(listed(theme, holder), 1)
        arrives = button(
            theme, words_of.TEAM_ARRIVES, "team.arrives", icon="user-round-plus", kind="primary", size="animator-big"
        )
        arrives.clicked.connect(self.arrives)
        staff = button(theme, staff_words.STAFF, "team.staff", icon="graduation-cap", clicked=self.staff.emit)
        self.body.addWidget(Bar((staff,), (arrives,)))

    def draw(self, state: TeamState) -> None:
        """Show ``state``."""
        empty(self._lines)
        for member in state.members:
            self._lines.addWidget(self._line(member))
        self._lines.addStretch(1)

    def _line(self, member: Member) -> QWidget:
        palette = self.theme.palette
        card = panel("card")
        colour, ground = (palette.action, palette.action_soft) if member.there else (palette.quiet, palette.background)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(words(member.name, "a-label"))
        said.addWidget(words(member.hours, "a-text", "quiet"))
        icon = "user-round-check" if member.there else "user-round"
        who = row(badge(icon, colour, ground, self.theme.metrics.disc(DISC)), spacing=16)
        who.addLayout(said, 1)
        line = self.side_by_side()
        line.addLayout(who, 1)
        if member.there:
            leaves = button(self.theme, words_of.TEAM_LEAVES, f"team.leaves.{member.presence}", icon="log-out")
            leaves.setAccessibleName(f"{member.name}, {words_of.TEAM_LEAVES}")
            leaves.clicked.connect(lambda _checked=False: self.leaves.emit(member.presence))
            line.addWidget(leaves)
        line.setContentsMargins(20, 14, 20, 14)
        card.setLayout(line)
        return card


class TeamPresenter(AnimatorPresenter[TeamState]):
    """Notes who leaves; lets somebody in by their own badge or passphrase."""

    def start(self) -> None:
        """Read it."""
        self._held = 0
        self._presences: tuple[Presence, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        self.read(_held, self._found)

    def staff(self) -> None:
        """What each learnt, and one's own time."""
        self.backstage.stage.go(Staff())

    def arrives(self) -> None:
        """Somebody comes: their badge, or their passphrase."""
        self.backstage.stage.go(Unlock(at_desk=True))

    def leaves(self, leaving: int) -> None:
        """Note that the bearer of the presence ``leaving`` leaves now."""
        permanence, author = self._held, self.backstage.animator
        mine = any(each.id == leaving and each.animator == author for each in self._presences)
        self.write(
            lambda store: presence.leave(store, permanence, leaving, author=author),
            lambda done: self._left(done, mine=mine),
        )

    def _left(self, done: Done, *, mine: bool) -> None:
        # Who has left is no longer at the desk: whoever stays comes to it by their own badge.
        here = Home() if mine else Team()
        self.backstage.stage.go(here)
        self.backstage.offer_undo(done, words_of.TEAM_LEFT, texts.UNDONE, here)

    def _found(self, found: tuple[int, tuple[Presence, ...]] | None) -> None:
        if found is None:
            self.backstage.stage.go(Open())
            return
        self._held, self._presences = found
        ordered = sorted(self._presences, key=lambda each: each.ended_at is not None)
        self.show(TeamState(tuple(map(_member, ordered))))


def _member(of: Presence) -> Member:
    name = words_of.somebody(of.name)
    return Member(of.id, name, words_of.stretch(of.started_at, of.ended_at), of.ended_at is None)


def _held(store: Store) -> tuple[int, tuple[Presence, ...]] | None:
    current = permanences.current(store)
    if current is None or current.forgotten:
        return None
    return current.id, presence.presences(store, current.id)
