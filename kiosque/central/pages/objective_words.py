"""What the pages say of an objective: how far it is, whether that is the pace, and when it will be reached."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kiosque.central.pages import words
from kiosque.domain import objectives
from kiosque.domain.objectives import State, Version
from kiosque.reports.objectives import Standing

WIDTH = 100
"""Of a bar, in its own units."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A state as it is shown: its icon, its word, and the kind that gives it a colour."""

    icon: str
    word: str
    kind: str


def mark(standing: Standing, today: date) -> Mark:
    """Return the state of an objective: never a colour alone."""
    if standing.pace.state is State.AHEAD:
        return Mark("wait", f"À partir du {words.short_day(standing.first, today)}", "waiting")
    if standing.pace.state is State.BEHIND and standing.code in objectives.ALWAYS:
        return Mark("info", "À regarder", "attention")
    return _MARKS[standing.pace.state]


_MARKS = {
    State.REACHED: Mark("check", "Atteint", "good"),
    State.ON_PACE: Mark("trend", "Au rythme", "good"),
    State.BEHIND: Mark("info", "Sous le rythme", "attention"),
    State.MISSED: Mark("info", "Non atteint", "attention"),
    State.OPEN: Mark("wait", "Sans échéance", "waiting"),
}


def amount(code: str, count: int) -> str:
    """Return a figure of an objective with its unit: *16*, *3 000*, *94 %*."""
    return f"{words.number(count)}\u202f%" if code in objectives.ALWAYS else words.number(count)


def expected(standing: Standing) -> str:
    """Return what is expected at this date, as a short phrase; empty where there is no pace."""
    if standing.code in objectives.ALWAYS or standing.pace.expected is None:
        return ""
    if standing.pace.state in {State.REACHED, State.MISSED, State.AHEAD}:
        return ""
    return f"attendu à ce jour\u00a0: {amount(standing.code, standing.pace.expected)}"


def foreseen(standing: Standing, today: date) -> str:
    """Return when it will be reached at this pace, or why nobody can say."""
    state, pace = standing.pace.state, standing.pace
    if state is State.MISSED:
        return f"l’échéance était le {words.short_day(standing.last or standing.day, today)}"
    if state in {State.REACHED, State.AHEAD} or standing.code in objectives.ALWAYS:
        return ""
    if pace.reached is None:
        return "à ce rythme, aucune date ne se calcule"
    late = standing.last is not None and pace.reached > standing.last
    if standing.code in objectives.YEARLY and late and pace.at_end is not None:
        end = words.short_day(standing.last or standing.day, today)
        return f"à ce rythme\u00a0: {words.number(pace.at_end)} le {end}"
    return f"à ce rythme, atteint le {words.short_day(pace.reached, today)}"


def until(standing: Standing, today: date) -> str:
    """Return up to when it is promised."""
    if standing.code in objectives.ALWAYS:
        return "en moyenne sur les quatre dernières semaines"
    return f"d’ici le {words.short_day(standing.last, today)}" if standing.last else "jusqu’à nouvel ordre"


def dates(version: Version, today: date) -> str:
    """Return from when to when a version was promised."""
    first = words.short_day(version.first, today)
    return f"du {first} au {words.short_day(version.last, today)}" if version.last else f"depuis le {first}"


def share(standing: Standing) -> int:
    """Return how long the bar of an objective is, of ``WIDTH``."""
    return min(WIDTH, WIDTH * standing.value // max(standing.version.target, 1))


def tick(standing: Standing) -> int | None:
    """Return where what is expected stands on the bar, of ``WIDTH``; None where there is no pace."""
    if not expected(standing):
        return None
    return min(WIDTH, WIDTH * (standing.pace.expected or 0) // max(standing.version.target, 1))


def rows_of(standing: Standing) -> str:
    """Return the address at which the rows behind an objective are."""
    span = f"{standing.first}.{standing.day}"
    return _ROWS[standing.code].format(span=span)


_ROWS = {
    objectives.SPACES: "/antennes",
    objectives.ANIMATORS: "/animateurs",
    objectives.HOUSEHOLDS: "/chiffres/foyers?periode={span}",
    objectives.PEOPLE: "/chiffres/personnes?periode={span}",
    objectives.INTERVENTIONS: "/chiffres/interventions?periode={span}",
    objectives.PROGRAMMES: "/programmes",
    objectives.COWORKING: "/chiffres/places",
    objectives.PRACTICE: "/reparations",
    objectives.HOURS: "/antennes#heures",
}


FILTERS: Mapping[str, Callable[..., object]] = {
    "objective_mark": mark,
    "objective_amount": amount,
    "objective_expected": expected,
    "objective_foreseen": foreseen,
    "objective_until": until,
    "objective_dates": dates,
    "objective_share": share,
    "objective_tick": tick,
    "objective_rows": rows_of,
}
