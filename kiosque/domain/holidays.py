"""Public holidays, and the school holidays of each zone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

from kiosque.domain.shipped import rows

if TYPE_CHECKING:  # as in ``opening_hours``
    from opening_hours import OpeningHours

_ZONE_OF_DEPARTMENT = {"07": "A", "26": "A", "38": "A", "04": "B", "05": "B", "84": "B"}
"""By the académie: Grenoble is of zone A, Aix-Marseille of zone B (order of 7 December 2022, and those before it)."""

_NOON = time(12)


@dataclass(frozen=True, slots=True)
class Holidays:
    """One stretch of school holidays, its first and last day included."""

    name: str
    first: date
    last: date


def zone_of(department: str) -> str | None:
    """Return the school zone of a département; None for one that is not around here."""
    return _ZONE_OF_DEPARTMENT.get(department)


@cache
def public_holiday(day: date) -> bool:
    """Whether ``day`` is a public holiday in France."""
    return bool(_public().is_open(datetime.combine(day, _NOON)))


def school_holidays(day: date, zone: str | None) -> Holidays | None:
    """Return the school holidays of ``zone`` that ``day`` is in; None in term, and where nothing is published yet."""
    return next((each for each in _school().get(zone or "", ()) if each.first <= day <= each.last), None)


@cache
def _public() -> "OpeningHours":
    from opening_hours import OpeningHours  # noqa: PLC0415

    return OpeningHours("PH", country="FR")


@cache
def _school() -> Mapping[str, tuple[Holidays, ...]]:
    found: dict[str, tuple[Holidays, ...]] = {}
    for row in rows("school_holidays.csv"):
        days = (date.fromisoformat(row[name]) for name in ("first_day", "last_day"))
        found[row["zone"]] = (*found.get(row["zone"], ()), Holidays(row["name"], *days))
    return found
