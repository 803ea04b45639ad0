"""The charts of the pages: what is counted as bars, and the same as lines of a table."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from markupsafe import Markup

from kiosque.central.pages import words
from kiosque.domain import codes
from kiosque.domain.codelist import CodeList
from kiosque.domain.french import SHORT_MONTHS
from kiosque.reports import charts
from kiosque.reports.charts import Bar
from kiosque.reports.figures import Figures
from kiosque.reports.floors import HOUR, Floor
from kiosque.reports.period import ONE_DAY, Period
from kiosque.reports.subjects import DEFINITIONS, Subjects
from kiosque.reports.sums import Sums

MOST_DAYS, MOST_WEEKS = 31, 190
"""Days of a period that are shown day by day, and week by week; a longer one is shown by months."""
A_WEEK = timedelta(days=7)
WIDE = 900
"""Pixels of a chart as wide as a page."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, what it says of itself, and the same as a table: its head, and lines.

    A line is a word, a figure, and the address of the rows behind it (empty: none).
    """

    title: str
    definition: str
    svg: Markup
    head: tuple[str, str]
    lines: tuple[tuple[str, str, str], ...]
    wide: bool = False


def over_time(counted: Sums, today: date) -> Drawing:
    """Return the visits of a period by day, week or month, whichever can be read."""
    step, bars = _steps(counted, today)
    definition = "Chaque arrivée d’une personne, avec ou sans nom. Une personne qui revient compte à chaque fois."
    head = (step.capitalize(), "Passages")
    return _drawing(f"Passages par {step}", definition, charts.standing(bars, WIDE), head, bars, wide=True)


def of_subjects(about: Subjects, query: str) -> tuple[Drawing | None, ...]:
    """Return what help was about: by theme, and by body. ``query``: of the addresses of the rows."""
    rows = f"/chiffres/interventions?{query}"
    themes, services = f"{rows}&thematique=", f"{rows}&organisme="
    return (
        by_code("Interventions par thématique", DEFINITIONS["themes"], about.themes, codes.THEMES, themes),
        by_code("Interventions par organisme", DEFINITIONS["services"], about.services, codes.SERVICES, services),
    )


def by_code(title: str, definition: str, counted: Mapping[str, int], listed: CodeList, address: str) -> Drawing | None:
    """Return acts of help by code, each line leading to ``address`` and its code; None when there is none."""
    every = [Bar(listed.find(code).short, count, words.number(count)) for code, count in counted.items()]
    if not every:
        return None
    bars = charts.most_of(every, lambda count: words.number(int(count)))
    drawn = _drawing(title, definition, charts.lying(bars), ("Sujet", "Interventions"), every)
    lines = [(label, said, f"{address}{code}") for (label, said, _), code in zip(drawn.lines, counted, strict=True)]
    return replace(drawn, lines=tuple(lines))


def hours(floors: Sequence[Floor], definition: str) -> Drawing | None:
    """Return the weekly hours of each antenna with its floor; None when none is open."""
    held = [(name, each.a_week, each.floor) for name, each in zip(_apart(floors), floors, strict=True)]
    return _held("Heures par semaine", definition, "Antenne", held) if held else None


def _apart(floors: Sequence[Floor]) -> list[str]:
    """Return the names of the antennas, a number after those that an earlier one bears: a bar is known by its name."""
    seen: Counter[str] = Counter()
    names = []
    for each in floors:
        seen[each.name] += 1
        names.append(each.name if seen[each.name] == 1 else f"{each.name} ({seen[each.name]})")
    return names


def weeks(floor: Floor, period: Period, definition: str) -> Drawing:
    """Return the hours that one antenna was open in each of the last weeks, with its floor."""
    # Those that are not known are the first.
    days = [each for each in period if each.weekday() == 0][-len(floor.weeks) :]
    named = [f"Semaine du {day.day} {_month(day)}" for day in days]
    held = [(name, seconds, floor.floor) for name, seconds in zip(named, floor.weeks, strict=True)]
    return _held("Heures de chaque semaine", definition, "Semaine", held)


def _held(title: str, definition: str, head: str, several: Sequence[tuple[str, int, int | None]]) -> Drawing:
    bars = [Bar(name, seconds / HOUR, words.hours(seconds), floor) for name, seconds, floor in several]
    drawn = _drawing(title, definition, charts.lying(bars), (head, "Heures et plancher"), bars)
    floors = [f" (plancher\u00a0: {words.hours(int(bar.floor) * HOUR)})" if bar.floor else "" for bar in bars]
    lines = ((label, said + floor, "") for (label, said, _), floor in zip(drawn.lines, floors, strict=True))
    return replace(drawn, lines=tuple(lines))


def _steps(counted: Sums, today: date) -> tuple[str, list[Bar]]:
    """Return what a bar stands for, and a bar for each that has begun by ``today``, nothing done included."""
    period, days = counted.period, counted.days
    length = (period.last - period.first).days + 1
    last = min(period.last, max(today, period.first))
    if length <= MOST_DAYS:
        shown = [(f"{day.day} {_month(day)}", [day]) for day in Period(period.first, last)]
        return "jour", _bars(shown, days)
    if length <= MOST_WEEKS:
        return "semaine", _bars(_grouped(period.first, last, lambda day: day - ONE_DAY * day.weekday()), days)
    return "mois", _bars(_grouped(period.first, last, lambda day: day.replace(day=1)), days)


def _grouped(first: date, last: date, start: Callable[[date], date]) -> list[tuple[str, list[date]]]:
    found: dict[date, list[date]] = {}
    for day in Period(first, last):
        found.setdefault(start(day), []).append(day)
    monthly = any(len(several) > A_WEEK.days for several in found.values())
    return [
        (f"{_month(day)} {day.year}" if monthly else f"{day.day} {_month(day)}", several)
        for day, several in found.items()
    ]


def _bars(shown: Iterable[tuple[str, Sequence[date]]], days: Mapping[date, Figures]) -> list[Bar]:
    counted = [(label, sum(days[day].visits for day in several if day in days)) for label, several in shown]
    return [Bar(label, count, words.number(count)) for label, count in counted]


def _month(day: date) -> str:
    return SHORT_MONTHS[day.month - 1]


def _drawing(
    title: str, definition: str, svg: str, head: tuple[str, str], bars: Iterable[Bar], *, wide: bool = False
) -> Drawing:
    lines = tuple((bar.label, bar.said, "") for bar in bars)
    return Drawing(title, definition, Markup(svg), head, lines, wide)  # noqa: S704 - drawn by ours, every word escaped there
