"""The papers that an animator may print."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal

from kiosque.actions import papers
from kiosque.actions.opening.permanences import Summary
from kiosque.actions.papers import NewBadge, Where
from kiosque.actions.workshops import agenda, workshops
from kiosque.actions.workshops.agenda import WorkshopLine
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.offered import gestures
from kiosque.ui.animator.proof_texts import proof_words
from kiosque.ui.papers.badge import Badge
from kiosque.ui.papers.card import COLUMNS, ROWS, MemberCard, ToCut
from kiosque.ui.papers.closing import DayCard
from kiosque.ui.papers.notice import Notice
from kiosque.ui.papers.paper import Paper
from kiosque.ui.papers.reminder import Reminder
from kiosque.ui.papers.texts import words_of
from kiosque.ui.places import Papers, Preview, Proof
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import words


@dataclass(frozen=True, slots=True)
class PapersState:
    """Whether a day was closed that a card could tell of, and whether a workshop is to come."""

    day: bool = False
    workshop: bool = False


class PapersScreen(AnimatorScreen[PapersState]):
    """A tile each; that of the day once a day was closed."""

    notice = Signal()
    cards = Signal()
    own_badge = Signal()
    day = Signal()
    proof = Signal()
    reminder = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.papers", words_of.PAPERS)
        self.body.addWidget(words(words_of.PAPERS_HOW, "a-text", "quiet"))
        offered = (
            ("papers.notice", "shield-check", words_of.PAPER_NOTICE, words_of.PAPER_NOTICE_NOTE, self.notice),
            ("papers.cards", "id-card", words_of.PAPER_CARDS, words_of.PAPER_CARDS_NOTE, self.cards),
            ("papers.badge", "key-round", words_of.PAPER_BADGE, words_of.PAPER_BADGE_NOTE, self.own_badge),
            ("papers.proof", "clipboard-check", proof_words.PROOF, proof_words.PROOF_NOTE, self.proof),
            ("papers.reminder", "calendar-days", words_of.REMINDER, words_of.REMINDER_NOTE, self.reminder),
            ("papers.day", "heart", words_of.PAPER_DAY, words_of.PAPER_DAY_NOTE, self.day),
        )
        grid, (*_, self._reminder, self._day) = gestures(theme, offered)
        self._day.hide()
        self._reminder.hide()
        self.body.addWidget(grid, 1)

    def draw(self, state: PapersState) -> None:
        """Show ``state``."""
        self._day.setVisible(state.day)
        self._reminder.setVisible(state.workshop)


class PapersPresenter(AnimatorPresenter[PapersState]):
    """Reads what a paper says, makes it, and shows it."""

    def start(self) -> None:
        """See what there is."""
        self.refresh()

    def refresh(self) -> None:
        """See again."""
        self.read(_offered, self.show)

    def notice(self) -> None:
        """The notice for the wall."""
        today = local(self.backstage.services.now()).date()
        self.read(papers.where, lambda here: self._see(Notice(here.antenna, here.association, today)))

    def cards(self) -> None:
        """A sheet of cards that nobody has yet."""
        self.read(papers.where, lambda here: self._see(new_cards(here)))

    def own_badge(self) -> None:
        """A badge for who is at work."""
        opened, animator = self.backstage.opened, self.backstage.animator
        by = opened.by if opened else None
        if by is None:
            self.backstage.stage.say(words_of.BADGE_LATER)
            return
        self.write(lambda store: _badge(store, animator, by.path.parent, by.key), self._made)

    def day(self) -> None:
        """The card of the last day."""
        self.read(_last_day, self._see_day)

    def proof(self) -> None:
        """To whose visit is to be attested."""
        self.backstage.stage.go(Proof())

    def reminder(self) -> None:
        """The reminder of the workshop that comes next."""
        self.read(_next_workshop, lambda paper: self._see(paper) if paper else None)

    def _made(self, made: tuple[NewBadge, Where]) -> None:
        new, here = made
        self._see(ToCut((Badge(new.text, new.name, here.association),)))

    def _see_day(self, found: tuple[Summary | None, Where]) -> None:
        closed, here = found
        if closed is not None:
            self._see(day_card(closed, here))

    def _see(self, paper: Paper) -> None:
        self.backstage.stage.go(Preview(paper, Papers()))


def new_cards(here: Where) -> Paper:
    """Return a sheet of new cards."""
    codes = papers.new_cards(COLUMNS * ROWS)
    return ToCut(tuple(MemberCard(code, here.association, here.antenna) for code in codes))


def day_card(closed: Summary, here: Where) -> DayCard:
    """Return the card of a permanence that was closed."""
    ended = closed.opened_at if closed.closed_at is None else closed.closed_at
    return DayCard(here.antenna, closed.opened_at, ended, closed.visits, closed.interventions)


def reminder_of(line: WorkshopLine, here: Where, animators: tuple[str, ...]) -> Reminder:
    """Return the reminder of a workshop."""
    where = line.where or here.antenna
    return Reminder(line.title, line.starts_at, line.ends_at, where, here.association, animators)


def _next_workshop(store: Store) -> Reminder | None:
    now = store.now()
    line = next((each for each in agenda.upcoming(store) if each.starts_at > now), None)
    return reminder_of(line, papers.where(store), workshops.holders(store, line.id)) if line else None


def _offered(store: Store) -> PapersState:
    return PapersState(papers.last_closed(store) is not None, _next_workshop(store) is not None)


def _last_day(store: Store) -> tuple[Summary | None, Where]:
    return papers.last_closed(store), papers.where(store)


def _badge(store: Store, animator: int, folder: Path, key: bytes) -> tuple[NewBadge, Where]:
    return papers.new_badge(store, folder, key, animator), papers.where(store)
