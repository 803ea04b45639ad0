"""The lines of the pages' tables: a place or a day, its figures, and where they open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kiosque.central.pages import words
from kiosque.reports.antennas import Antenna
from kiosque.reports.figures import NOWHERE, Figures
from kiosque.reports.sums import Sums

UNKNOWN = "Antenne inconnue"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is of, its figures, the address of the rows behind them, its share of the busiest line."""

    title: str
    figures: Figures
    href: str
    share: int = 0
    antenna: Antenna | None = None


def of_antennas(antennas: Mapping[int, Antenna], counted: Sums, address: str) -> list[Line]:
    """Return a line for each antenna of the network, and for any other place where something was counted.

    ``address`` has ``{antenna}`` in it.
    """
    sums = counted.antennas
    alive = [each.id for each in antennas.values() if not each.gone]
    elsewhere = [each for each in sums if each not in alive]
    return [
        Line(
            title=title(antennas, each),
            figures=sums.get(each, Figures()),
            href=address.format(antenna=each),
            antenna=antennas.get(each),
        )
        for each in (*alive, *elsewhere)
    ]


def of_days(counted: Sums, address: str) -> list[Line]:
    """Return a line for each day that has something, the latest first. ``address`` has ``{day}`` in it."""
    days = counted.days
    most = max((each.visits for each in days.values()), default=0) or 1
    return [
        Line(words.long_day(day), each, address.format(day=day.isoformat()), round(100 * each.visits / most))
        for day, each in reversed(list(days.items()))
    ]


def title(antennas: Mapping[int, Antenna], antenna: int) -> str:
    """Return the name of an antenna, or what stands for it."""
    known = antennas.get(antenna)
    return known.name if known and antenna != NOWHERE else UNKNOWN


def quiet_days(counted: Sums, today: date) -> int:
    """Return how many days of the period, up to ``today``, have nothing."""
    days = counted.days
    return sum(day <= today and day not in days for day in counted.period)
