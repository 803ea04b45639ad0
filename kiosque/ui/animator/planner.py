"""What is done on the form of a workshop: it is checked, doubts are said, and it is planned or corrected."""

from dataclasses import dataclass, replace
from datetime import date

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.network import network, programmes
from kiosque.actions.workshops import registrations, wishes, workshop_changes, workshop_checks, workshops
from kiosque.actions.workshops.workshops import Plan
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.request_codes import SUBJECTS, THEME_OF_SUBJECT
from kiosque.ui import places
from kiosque.ui.animator.base import AnimatorPresenter
from kiosque.ui.animator.plan_details import Chosen
from kiosque.ui.animator.plan_reading import Held, chosen_of, plan_of, typed_of, wrong_of
from kiosque.ui.animator.planning import (
    ESSENTIAL,
    MORE,
    REST,
    THIS,
    USUAL_HOUR,
    USUAL_PLACES,
    USUAL_SESSIONS,
    PlanState,
    Typed,
)
from kiosque.ui.animator.precise import Named
from kiosque.ui.animator.texts import words_of
from kiosque.ui.animator.workshop_texts import workshop_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Attendance, History, Tell, Wishes, Workshops
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.told import label_of, told

OF_DETAILS = frozenset({"sessions", "where", "holders"})
"""What stands in the second part of the form."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What was chosen, for the same form in another language."""

    minutes: int
    theme: str | None
    part: str
    chosen: Chosen
    scope: str | None


@dataclass(frozen=True, slots=True)
class Read:
    """Who may hold it, what it may belong to, and what it is to be like, or what it is.

    ``rest``: how many sessions of its series come after it.
    """

    colleagues: tuple[Named, ...]
    programmes: tuple[Named, ...]
    like: Plan | None
    rest: int = 0


class PlanPresenter(AnimatorPresenter[PlanState]):
    """Checks what was typed, says what may be a mistake as soon as it can be seen, and plans or corrects."""

    def __init__(self, backstage: Backstage, screen: Draws[PlanState], place: places.Plan) -> None:
        super().__init__(backstage, screen)
        self._like, self._corrects, self._wish = place.like, place.correct, place.wish
        self._typed: Typed | None = None
        self._looked: Plan | None = None
        """The plan of which the doubts that are shown speak."""
        self._held = Held(backstage.animator)

    def start(self) -> None:
        """Show the form with what is usual, like another workshop, or as it is."""
        today, correcting = self._today(), self._corrects is not None
        title = label_of(SUBJECTS.find(self._wish)) if self._wish in THEME_OF_SUBJECT else ""
        usual = Typed(title, f"{today:%d/%m/%Y}", USUAL_HOUR, str(USUAL_PLACES), "", str(USUAL_SESSIONS))
        self._state = PlanState(usual, theme=THEME_OF_SUBJECT.get(self._wish), correcting=correcting)
        self.show(self._state)
        self.read(self._read, self._found)

    def begun(self) -> Begun:
        """Return what was chosen."""
        state = self._state
        return Begun(state.minutes, state.theme, state.part, state.chosen, state.scope)

    def resume(self, begun: Begun) -> None:
        """Choose it again."""
        self._next(
            replace(
                self._state,
                minutes=begun.minutes,
                theme=begun.theme,
                part=begun.part,
                chosen=begun.chosen,
                scope=begun.scope,
            )
        )

    def back(self) -> None:
        """To where one came from."""
        origin = Wishes() if self._wish else Workshops()
        self.backstage.stage.go(origin if self._corrects is None else Attendance(self._corrects))

    def history(self) -> None:
        """Who wrote what of it."""
        if self._corrects is not None:
            of = places.Plan(correct=self._corrects)
            self.backstage.stage.go(History(self._corrects, self._state.defaults.title, of))

    def edited(self, typed: Typed) -> None:
        """A line was left, or something is about to be touched."""
        self._typed = typed
        self._look()

    def choose_minutes(self, minutes: int) -> None:
        """How long it lasts."""
        self._next(replace(self._state, minutes=minutes))

    def choose_theme(self, theme: str) -> None:
        """What it is about."""
        self._next(replace(self._state, theme=theme, wrong={**self._state.wrong, "theme": ""}))

    def choose_part(self, part: str) -> None:
        """The other part of the form."""
        self._next(replace(self._state, part=part))

    def choose_scope(self, scope: str) -> None:
        """It alone, or those after it too."""
        self._next(replace(self._state, scope=scope))

    def choose(self, chosen: Chosen) -> None:
        """A detail was touched."""
        self._next(replace(self._state, chosen=chosen))

    def sent(self, typed: Typed) -> None:
        """Check, say what may be a mistake unless it stands there already, then write."""
        self._typed = typed
        wrong = wrong_of(typed, self._today(), self._state)
        plan = plan_of(typed, self._today(), self._state, self._held)
        if wrong or plan is None:
            part = self._state.part if {"theme"} & set(wrong) else ESSENTIAL
            self._next(replace(self._state, wrong=wrong, part=MORE if OF_DETAILS & set(wrong) else part))
        elif plan == self._looked:
            self._write(plan)
        else:
            corrects = self._corrects
            self.read(
                lambda store: workshop_checks.doubts(store, plan, corrects), lambda found: self._doubted(plan, found)
            )

    def _doubted(self, plan: Plan, found: tuple[workshop_checks.Doubt, ...]) -> None:
        if not found:
            self._write(plan)
            return
        self._show_doubts(plan, found)

    def _look(self) -> None:
        """Say what may be a mistake in what stands in the form now, when it says enough."""
        plan = plan_of(self._typed, self._today(), self._state, self._held) if self._typed else None
        if plan is None and self._looked is not None:
            # What was said of something else is said no more.
            self._looked = None
            self._state = replace(self._state, doubts=())
            self.show(self._state)
        if plan is None or plan == self._looked:
            return
        corrects = self._corrects

        def found(doubts: tuple[workshop_checks.Doubt, ...]) -> None:
            if self._typed and plan == plan_of(self._typed, self._today(), self._state, self._held):
                self._show_doubts(plan, doubts)

        self.read(lambda store: workshop_checks.doubts(store, plan, corrects), found)

    def _show_doubts(self, plan: Plan, found: tuple[workshop_checks.Doubt, ...]) -> None:
        self._looked = plan
        self._state = replace(self._state, doubts=tuple(map(workshop_words.doubt, found)))
        self.show(self._state)

    def _write(self, plan: Plan) -> None:
        corrects, author = self._corrects, self.backstage.animator
        if corrects is not None:
            rest = self._state.scope == REST
            self.write(lambda store: _correct(store, corrects, plan, author, rest=rest), self._corrected, self._refused)
            return
        wish = self._wish
        self.write(lambda store: _plan(store, plan, wish, author), self._planned, self._refused)

    def _planned(self, done: Done) -> None:
        self.backstage.stage.go(Workshops())
        self.backstage.offer_undo(done, words_of.PLANNED, texts.UNDONE, Workshops())

    def _corrected(self, what: tuple[Done, int]) -> None:
        done, to_tell = what
        self.backstage.stage.go(Tell() if to_tell else Attendance(done.record))
        self.backstage.offer_undo(done, workshop_words.CORRECTED, texts.UNDONE, Attendance(done.record))

    def _refused(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            name = {"capacity": "places", "starts_at": "day", "times": "sessions"}.get(error.field, error.field)
            part = MORE if name in OF_DETAILS else self._state.part
            self._next(replace(self._state, wrong={name: told(error)}, part=part))
        else:
            self.backstage.refused(error)

    def _read(self, store: Store) -> Read:
        around = [person for person in network.working(store) if person.antenna in (None, store.identity.antenna)]
        running = programmes.programmes(store, self._today())
        if self._corrects is not None:
            plan = workshops.plan_of(store, self._corrects)
            holders = {plan.animator, *plan.details.others}
            around += [each for each in network.animators(store) if each.id in holders and each not in around]
            rest = len(registrations.sessions(store.all, self._corrects, plan.starts_at)) - 1
            return Read(_colleagues(around, 0), _chips(running), plan, rest)
        like = workshops.again(store, self._like) if self._like is not None else None
        return Read(_colleagues(around, self.backstage.animator), _chips(running), like)

    def _found(self, read: Read) -> None:
        state = replace(self._state, colleagues=read.colleagues, programmes=read.programmes)
        if read.like is not None:
            plan = read.like
            if self._corrects is not None:
                self._held = Held(plan.animator, plan.details, everybody=True)
                state = replace(state, scope=THIS if read.rest else None)
            chosen = chosen_of(plan, self._held)
            typed = typed_of(plan)
            state = replace(state, defaults=typed, minutes=plan.minutes, theme=plan.theme, chosen=chosen, fill=True)
            self._typed = typed
        self._next(state)

    def _today(self) -> date:
        return local(self.backstage.services.now()).date()

    def _next(self, state: PlanState) -> None:
        self._state = state
        self.show(state)
        self._state = replace(state, fill=False)
        self._look()


def _plan(store: Store, plan: Plan, wish: str, author: int) -> Done:
    """Plan it, and let it answer the wishes for it; what is taken back leaves them open again."""
    done = workshops.plan(
        store,
        title=plan.title,
        theme=plan.theme,
        starts_at=plan.starts_at,
        minutes=plan.minutes,
        capacity=plan.capacity,
        animator=plan.animator,
        details=plan.details,
    )
    if wish:
        wishes.answer(store, wish, done.record, author=author)
    return done


def _correct(store: Store, workshop: int, plan: Plan, author: int, *, rest: bool) -> tuple[Done, int]:
    """Correct it, and return how many are to be told of anything now."""
    done = workshop_changes.correct(store, workshop, plan, author=author, rest=rest)
    return done, len(workshop_changes.to_tell(store))


def _colleagues(people: list[network.Animator], but: int) -> tuple[Named, ...]:
    return tuple(Named(person.id, person.full_name) for person in people if person.id != but)


def _chips(running: tuple[programmes.Programme, ...]) -> tuple[Named, ...]:
    return tuple(Named(each.id, each.name) for each in running)
