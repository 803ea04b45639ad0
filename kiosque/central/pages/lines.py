"""The lines of the pages' tables: a place or a day, its figures, and where they open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kiosque.central.pages import choice, words
from kiosque.domain.french import plural
from kiosque.reports.antennas import Antenna
from kiosque.reports.figures import NOWHERE, Figures, added
from kiosque.reports.period import Period, month_of
from kiosque.reports.sums import Sums

UNKNOWN = "Antenne inconnue"

MOST_DAYS = 62
"""Days that are read one by one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is of, its figures, the address of the rows behind them, its share of the busiest line."""

    title: str
    figures: Figures
    href: str
    share: int = 0
    antenna: Antenna | None = None


def of_antenna(antennas: Mapping[int, Antenna], each: int, counted: Mapping[int, Figures], address: str) -> Line:
    """Return the line of an antenna, or of another place where something was counted.

    ``address`` has ``{antenna}`` in it.
    """
    figures = counted.get(each, Figures())
    return Line(title(antennas, each), figures, address.format(antenna=each), antenna=antennas.get(each))


def called(antennas: Mapping[int, Antenna], antenna: int) -> str:
    """Return the words by which an antenna is looked for."""
    known = antennas.get(antenna)
    return f"{title(antennas, antenna)} {words.place(known)}" if known else title(antennas, antenna)


@dataclass(frozen=True, slots=True)
class Course:
    """How a period went: a line for each of its days that has something, or of its ``months``; the latest first."""

    months: bool
    lines: list[Line]

    @property
    def said(self) -> str:
        """How many they are."""
        return plural(len(self.lines), "mois", "mois") if self.months else plural(len(self.lines), "jour", "jours")


def course(counted: Sums, of_day: str, of_days: str) -> Course:
    """Return how a period went, by month where its days would be too many to read.

    ``of_day`` is the address of a day, with ``{day}`` in it, ``of_days`` that of any period, with ``{key}``.
    """
    if len(list(counted.period)) <= MOST_DAYS:
        days = [(words.long_day(day), each, of_day.format(day=day)) for day, each in counted.days.items()]
        return Course(months=False, lines=_compared(days))
    of_month: dict[date, list[Figures]] = {}
    for day, each in counted.days.items():
        of_month.setdefault(day.replace(day=1), []).append(each)
    months = [
        (words.month(month), added(several), of_days.format(key=choice.key_of_days(_within(counted.period, month))))
        for month, several in of_month.items()
    ]
    return Course(months=True, lines=_compared(months))


def _within(period: Period, month: date) -> Period:
    whole = month_of(month)
    return Period(max(whole.first, period.first), min(whole.last, period.last))


def _compared(several: list[tuple[str, Figures, str]]) -> list[Line]:
    most = max((each.visits for _, each, _ in several), default=0) or 1
    return [Line(title, each, href, round(100 * each.visits / most)) for title, each, href in reversed(several)]


def title(antennas: Mapping[int, Antenna], antenna: int) -> str:
    """Return the name of an antenna, or what stands for it."""
    known = antennas.get(antenna)
    return known.name if known and antenna != NOWHERE else UNKNOWN


def quiet_days(counted: Sums, today: date) -> int:
    """Return how many days of the period, up to ``today``, have nothing."""
    days = counted.days
    return sum(day <= today and day not in days for day in counted.period)
