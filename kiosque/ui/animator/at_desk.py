"""What the desk shows, and where it leads: kept apart from how it is drawn."""

from dataclasses import replace

from kiosque.actions.done import Done
from kiosque.actions.equipping import loans
from kiosque.actions.helping import interventions
from kiosque.actions.helping.interventions import Act
from kiosque.actions.opening import permanences, presence
from kiosque.actions.opening.permanences import Summary
from kiosque.actions.opening.presence import Presence
from kiosque.actions.visitors import reception
from kiosque.actions.visitors.reception import Present
from kiosque.db.store import Store
from kiosque.domain.codes import THEMES
from kiosque.ui.animator.base import AnimatorPresenter
from kiosque.ui.animator.desk import DeskState
from kiosque.ui.animator.latest import PAGE, latest
from kiosque.ui.animator.permanence_texts import words_of as held_words
from kiosque.ui.animator.stick import StickPresenter
from kiosque.ui.animator.texts import words_of
from kiosque.ui.animator.tiles import Person, people_of
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Close, Desk, Equipment, Find, Group, Home, Intervene, More, Open, Team, Workshops
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.told import short_of

Found = tuple[tuple[Present, ...], Summary, Act | None, tuple[Presence, ...], int]
"""Who is here, what was done, what may be repeated, who holds the permanence, how many loans are late."""


class DeskPresenter(AnimatorPresenter[DeskState]):
    """Reads who is here, and opens the screens that follow."""

    def __init__(
        self,
        backstage: Backstage,
        screen: Draws[DeskState],
        stick: StickPresenter | None = None,
    ) -> None:
        """``stick``: who minds the stick while this screen is there."""
        super().__init__(backstage, screen)
        self._again: Act | None = None
        self._stick = stick
        self._chosen: frozenset[int] | None = None
        self._people: tuple[Person, ...] = ()
        self._shown = PAGE
        self._state = DeskState((), "")

    def start(self) -> None:
        """Read who is here."""
        self.refresh()
        if self._stick is not None:
            self._stick.start()

    def leave(self) -> None:
        """Leave the stick too."""
        super().leave()
        if self._stick is not None:
            self._stick.leave()

    def begun(self) -> tuple[frozenset[int] | None, int]:
        """Return those who were chosen, while several are, and how many are shown."""
        return self._chosen, self._shown

    def resume(self, begun: tuple[frozenset[int] | None, int]) -> None:
        """Choose them again, once it is read who is here."""
        self._chosen, self._shown = begun

    def earlier(self) -> None:
        """Show more of those who came before."""
        self._shown += PAGE
        self._draw_again()

    def refresh(self) -> None:
        """Read it again."""
        animator = self.backstage.animator
        self.read(lambda store: _here(store, animator), self._found)

    def back(self) -> None:
        """Escape: leave the choice of several, else back to the counter."""
        if self._chosen is None:
            self.counter()
        else:
            self.several()

    def person(self, person: Person) -> None:
        """A tile was touched: help for this one, or one more of several."""
        if self._chosen is None:
            self.backstage.stage.go(
                Intervene((person.visit, *person.others), person.name, person.visitor, person.group)
            )
        else:
            held = person.visits <= self._chosen
            self._chosen = self._chosen - person.visits if held else self._chosen | person.visits
            self._draw_again()

    def someone(self) -> None:
        """Somebody who is not signed in was helped."""
        self.backstage.stage.go(Intervene((), words_of.DESK_SOMEONE))

    def several(self) -> None:
        """Begin or leave the choice of several people."""
        self._chosen = frozenset() if self._chosen is None else None
        self._draw_again()

    def help(self) -> None:
        """Those who were chosen were helped together."""
        chosen = [person for person in self._people if person.visits <= (self._chosen or frozenset())]
        visits = tuple(visit for person in chosen for visit in (person.visit, *person.others))
        if visits:
            self.backstage.stage.go(Intervene(visits, words_of.several(len(visits))))

    def again(self) -> None:
        """The same help once more, saved at once."""
        act, animator = self._again, self.backstage.animator
        if act is not None:
            self.write(
                lambda store: interventions.repeat(store, act.id, animator=animator),
                lambda done: self._saved(done, act),
            )

    def group(self) -> None:
        """A class or a club arrives."""
        self.backstage.stage.go(Group())

    def find(self) -> None:
        """Look for a person."""
        self.backstage.stage.go(Find())

    def workshops(self) -> None:
        """To the workshops."""
        self.backstage.stage.go(Workshops())

    def team(self) -> None:
        """To who holds the permanence."""
        self.backstage.stage.go(Team())

    def close_permanence(self) -> None:
        """To the closing."""
        self.backstage.stage.go(Close())

    def loans(self) -> None:
        """To what should have come back."""
        self.backstage.stage.go(Equipment())

    def more(self) -> None:
        """What is done now and then."""
        self.backstage.stage.go(More())

    def counter(self) -> None:
        """Give the screen back to the visitors."""
        self.backstage.stage.go(Home())

    def _saved(self, done: Done, act: Act) -> None:
        said = words_of.saved(short_of(THEMES.find(act.theme)), act.duration)
        self.backstage.offer_undo(done, said, texts.UNDONE, Desk())

    def _found(self, found: Found | None) -> None:
        if found is None:
            self.backstage.stage.go(Open())
            return
        here, summary, self._again, team, late = found
        self._people = people_of(here)
        if self._chosen is not None:
            self._chosen &= {visit for person in self._people for visit in person.visits}
        done = words_of.done_so_far(summary.visits, summary.interventions)
        subtitle = f"{words_of.since(summary.opened_at)} · {done}"
        self._state = DeskState((), subtitle, team=held_words.team([each.name for each in team]), late=late)
        self._draw_again()

    def _draw_again(self) -> None:
        people, earlier = latest(self._people, self._shown)
        again = _said(self._again) if self._again else ""
        self._state = replace(self._state, people=people, earlier=earlier, chosen=self._chosen, again=again)
        self.show(self._state)


def _here(store: Store, animator: int) -> Found | None:
    permanence = permanences.current(store)
    if permanence is None or permanence.forgotten:
        return None
    last = interventions.last_act(store, animator)
    there = presence.there(store, permanence.id)
    return reception.present(store), permanences.summary(store, permanence.id), last, there, loans.late(store)


def _said(act: Act) -> str:
    """``E-mail, 30 min``."""
    return f"{short_of(THEMES.find(act.theme))}, {texts.duration(act.duration)}"
