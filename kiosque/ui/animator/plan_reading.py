"""From what stands in the form of a workshop to a plan, and back."""

from dataclasses import dataclass, field, replace
from datetime import date

from kiosque.actions.workshops.workshops import Details, Plan
from kiosque.domain import codes
from kiosque.domain.french import local
from kiosque.ui.animator.moments import clock, moment_of, read_day, read_hour
from kiosque.ui.animator.plan_details import Chosen
from kiosque.ui.animator.planning import LONGEST_NUMBER, USUAL_SESSIONS, PlanState, Typed
from kiosque.ui.animator.texts import words_of
from kiosque.ui.animator.workshop_texts import workshop_words


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds it, and what it was before; ``everybody``: the chips name all who hold it, the first too."""

    animator: int
    before: Details = field(default_factory=Details)
    everybody: bool = False


def typed_of(plan: Plan) -> Typed:
    """Return what stands in the lines for ``plan``."""
    day, hour = f"{local(plan.starts_at):%d/%m/%Y}", clock(plan.starts_at)
    return Typed(plan.title, day, hour, str(plan.capacity), plan.details.where, str(USUAL_SESSIONS))


def chosen_of(plan: Plan, held: Held) -> Chosen:
    """Return what is chosen for ``plan``."""
    about = plan.details
    holders = frozenset({plan.animator, *about.others} if held.everybody else about.others)
    return Chosen(about.level, about.place != codes.HERE, holders, programme=about.programme)


def plan_of(typed: Typed, today: date, state: PlanState, held: Held) -> Plan | None:
    """Return what the form says; None when something in it does not read."""
    on, at, theme = read_day(typed.day, today), read_hour(typed.hour), state.theme
    if wrong_of(typed, today, state) or on is None or at is None or theme is None:
        return None
    about = state.chosen.details(typed.where, int(typed.sessions) if state.chosen.every else 1)
    animator = held.animator
    if held.everybody:
        # Who held it first does so still, unless they are no longer of those who hold it.
        holders = state.chosen.others
        animator = animator if animator in holders else min(holders)
        others = tuple(sorted(holders - {animator}))
        place = held.before.place if about.place != codes.HERE != held.before.place else about.place
        about = replace(about, others=others, place=place, antenna=held.before.antenna)
    return Plan(typed.title, theme, moment_of(on, at), state.minutes, int(typed.places), animator, about)


def wrong_of(typed: Typed, today: date, state: PlanState) -> dict[str, str]:
    """Return what is wrong with what was typed or chosen, by field."""
    wrong = {} if read_day(typed.day, today) else {"day": words_of.PLAN_DAY_WRONG}
    wrong |= {} if read_hour(typed.hour) else {"hour": words_of.PLAN_HOUR_WRONG}
    numbers = {"places": typed.places, **({"sessions": typed.sessions} if state.chosen.every else {})}
    for name, said in numbers.items():
        if not (said.strip().isdecimal() and len(said.strip()) < LONGEST_NUMBER and int(said)):
            wrong[name] = words_of.PLAN_NUMBER_WRONG
    if state.theme is None:
        wrong["theme"] = words_of.PLAN_THEME_MISSING
    if state.correcting and not state.chosen.others:
        wrong["holders"] = workshop_words.HOLDER_MISSING
    return wrong
