"""What is done on the form of a workshop: it is checked, doubts are said, and it is planned."""

from dataclasses import dataclass, replace
from datetime import date, time

from kiosque.actions import network, workshop_checks, workshops
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.workshops import Plan
from kiosque.db.store import Store
from kiosque.domain import codes
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.ui import places
from kiosque.ui.animator.base import AnimatorPresenter
from kiosque.ui.animator.moments import clock, moment_of, read_day, read_hour
from kiosque.ui.animator.plan_details import Chosen, Colleague
from kiosque.ui.animator.planning import (
    ESSENTIAL,
    LONGEST_NUMBER,
    MORE,
    USUAL_HOUR,
    USUAL_PLACES,
    USUAL_SESSIONS,
    PlanState,
    Typed,
)
from kiosque.ui.animator.texts import words_of
from kiosque.ui.animator.workshop_texts import workshop_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Workshops
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.told import told


@dataclass(frozen=True, slots=True)
class Begun:
    """What was chosen, for the same form in another language."""

    minutes: int
    theme: str | None
    part: str
    chosen: Chosen


@dataclass(frozen=True, slots=True)
class Read:
    """Who may hold it too, and what it is to be like."""

    colleagues: tuple[Colleague, ...]
    like: Plan | None


class PlanPresenter(AnimatorPresenter[PlanState]):
    """Checks what was typed, says what may be a mistake, and plans."""

    def __init__(self, backstage: Backstage, screen: Draws[PlanState], place: places.Plan) -> None:
        super().__init__(backstage, screen)
        self._like = place.like
        self._sure = False

    def start(self) -> None:
        """Show the form with what is usual, or like another workshop."""
        today = self._today()
        self._state = PlanState(Typed("", f"{today:%d/%m/%Y}", USUAL_HOUR, str(USUAL_PLACES), "", str(USUAL_SESSIONS)))
        self.show(self._state)
        like, animator = self._like, self.backstage.animator
        self.read(lambda store: _read(store, animator, like), self._found)

    def begun(self) -> Begun:
        """Return what was chosen."""
        state = self._state
        return Begun(state.minutes, state.theme, state.part, state.chosen)

    def resume(self, begun: Begun) -> None:
        """Choose it again."""
        self._next(replace(self._state, minutes=begun.minutes, theme=begun.theme, part=begun.part, chosen=begun.chosen))

    def back(self) -> None:
        """Back to the workshops."""
        self.backstage.stage.go(Workshops())

    def choose_minutes(self, minutes: int) -> None:
        """How long it lasts."""
        self._next(replace(self._state, minutes=minutes))

    def choose_theme(self, theme: str) -> None:
        """What it is about."""
        self._next(replace(self._state, theme=theme, wrong={**self._state.wrong, "theme": ""}))

    def choose_part(self, part: str) -> None:
        """The other part of the form."""
        self._next(replace(self._state, part=part))

    def choose(self, chosen: Chosen) -> None:
        """A detail was touched."""
        self._next(replace(self._state, chosen=chosen))

    def sent(self, typed: Typed) -> None:
        """Check, say what may be a mistake, then plan."""
        today = self._today()
        on, at, theme = read_day(typed.day, today), read_hour(typed.hour), self._state.theme
        wrong = _wrong(typed, on, at, self._state)
        if wrong or on is None or at is None or theme is None:
            part = self._state.part if {"theme"} & set(wrong) else ESSENTIAL
            self._next(replace(self._state, wrong=wrong, part=MORE if {"sessions", "where"} & set(wrong) else part))
            return
        state, animator = self._state, self.backstage.animator
        sessions = int(typed.sessions) if state.chosen.every else 1
        about = state.chosen.details(typed.where, sessions)
        plan = Plan(typed.title, theme, moment_of(on, at), state.minutes, int(typed.places), animator, about)
        if self._sure:
            self._plan(plan)
        else:
            self.read(lambda store: workshop_checks.doubts(store, plan), lambda found: self._doubted(plan, found))

    def _doubted(self, plan: Plan, found: tuple[workshop_checks.Doubt, ...]) -> None:
        if not found:
            self._plan(plan)
            return
        self._state = replace(self._state, doubts=tuple(map(workshop_words.doubt, found)), wrong={})
        self._sure = True
        self.show(self._state)

    def _plan(self, plan: Plan) -> None:
        self.write(
            lambda store: workshops.plan(
                store,
                title=plan.title,
                theme=plan.theme,
                starts_at=plan.starts_at,
                minutes=plan.minutes,
                capacity=plan.capacity,
                animator=plan.animator,
                details=plan.details,
            ),
            self._planned,
            self._refused,
        )

    def _planned(self, done: Done) -> None:
        self.backstage.stage.go(Workshops())
        self.backstage.offer_undo(done, words_of.PLANNED, texts.UNDONE, Workshops())

    def _refused(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            name = {"capacity": "places", "starts_at": "day", "times": "sessions"}.get(error.field, error.field)
            self._next(replace(self._state, wrong={name: told(error)}))
        else:
            self.backstage.refused(error)

    def _found(self, read: Read) -> None:
        state = replace(self._state, colleagues=read.colleagues)
        if read.like is not None:
            plan, about = read.like, read.like.details
            typed = Typed(
                plan.title,
                f"{local(plan.starts_at):%d/%m/%Y}",
                clock(plan.starts_at),
                str(plan.capacity),
                about.where,
                str(USUAL_SESSIONS),
            )
            chosen = Chosen(about.level, about.place != codes.HERE, frozenset(about.others))
            state = replace(state, defaults=typed, minutes=plan.minutes, theme=plan.theme, chosen=chosen, fill=True)
        self._next(state)

    def _today(self) -> date:
        return local(self.backstage.services.now()).date()

    def _next(self, state: PlanState) -> None:
        # What may be a mistake is asked again once anything has changed.
        self._sure = False
        shown = replace(state, doubts=())
        self._state = replace(shown, fill=False)
        self.show(shown)


def _read(store: Store, animator: int, like: int | None) -> Read:
    around = [person for person in network.animators(store) if person.antenna in (None, store.identity.antenna)]
    others = tuple(Colleague(person.id, person.full_name) for person in around if person.id != animator)
    return Read(others, workshops.again(store, like) if like is not None else None)


def _wrong(typed: Typed, on: date | None, at: time | None, state: PlanState) -> dict[str, str]:
    """Return what is wrong with what was typed, by field."""
    wrong = {} if on else {"day": words_of.PLAN_DAY_WRONG}
    wrong |= {} if at else {"hour": words_of.PLAN_HOUR_WRONG}
    numbers = {"places": typed.places, **({"sessions": typed.sessions} if state.chosen.every else {})}
    for name, said in numbers.items():
        if not (said.strip().isdecimal() and len(said.strip()) < LONGEST_NUMBER and int(said)):
            wrong[name] = words_of.PLAN_NUMBER_WRONG
    if state.theme is None:
        wrong["theme"] = words_of.PLAN_THEME_MISSING
    return wrong
