"""Opening hours told in French, so that who typed them sees how they were read."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from kiosque.domain.french import clock_words, hour, listed, local, weekday
from kiosque.domain.opening_hours import Slot, planned

_ZONE = "A"
CLOSED_DAY = "fermé"
WHOLE_DAY = "toute la journée"
_BETWEEN = "\u202f; "
_OUT_OF_SCHOOL = "hors vacances scolaires"
_TERM, _SCHOOL_HOLIDAYS = (
    tuple(first + timedelta(days=each) for each in range(7)) for first in (date(2026, 1, 12), date(2026, 2, 9))
)
_PUBLIC_HOLIDAYS = tuple(date(year, 11, 11) for year in (2019, 2025, 2020, 2021, 2016, 2017, 2018))
"""11 November, a Monday to a Sunday: never in school holidays."""
# Months, dates, weeks and words for some hours are not told by one week.
_EVERY_WEEK = re.compile(r"(?:(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|off|closed)(?!\w)|24/7|[-\d:,;|\s])+", re.IGNORECASE)


def told(hours: str) -> str:
    """Return *lundi au vendredi, 9 h – 12 h ; samedi et dimanche, fermé* for an OSM text.

    One that is not the same every week is returned as it is.
    """
    if not _EVERY_WEEK.fullmatch(hours):
        return hours
    said = _week(hours, _TERM, "")
    if "SH" in hours.upper():
        said = [*_week(hours, _TERM, _OUT_OF_SCHOOL), *_week(hours, _SCHOOL_HOLIDAYS, "vacances scolaires")]
    said += _week(hours, _PUBLIC_HOLIDAYS, "jours fériés")
    if all(each.endswith(CLOSED_DAY) for each in said):
        return CLOSED_DAY
    return _BETWEEN.join(said)


def opening(hours: str) -> tuple[str, ...]:
    """Return when it is open by an OSM text, a line each; when it is not goes without saying."""
    parts = told(hours).split(_BETWEEN)
    return tuple(part for part in parts if not part.endswith(CLOSED_DAY)) or (CLOSED_DAY,)


def _week(hours: str, days: Sequence[date], on: str) -> list[str]:
    """Return the hours of a week from Monday on, days that have the same together; ``on`` is which week."""
    alike: dict[str, list[date]] = {}
    for day in days:
        alike.setdefault(_openings(planned(hours, day, _ZONE)), []).append(day)
    if len(alike) == 1:
        return [f"{on or 'tous les jours'}, {said}" for said in alike]
    before = f"{on}\u00a0: " if on else ""
    return [f"{before}{_days(several)}, {said}" for said, several in alike.items()]


def slots(several: Sequence[Slot]) -> str:
    """Return *9 h – 12 h et 14 h – 17 h* for the openings of one day, *toute la journée* for the whole of it."""
    return listed([WHOLE_DAY if each.whole_day else f"{hour(each.start)} – {_end(each.end)}" for each in several])


def _openings(slots: Sequence[Slot]) -> str:
    return listed([f"{hour(slot.start)} – {_end(slot.end)}" for slot in slots]) or CLOSED_DAY


def _end(seconds: int) -> str:
    """Return *17 h*, or *24 h* for the midnight after a day."""
    moment = local(seconds)
    return hour(seconds) if moment.hour or moment.minute else clock_words(24, 0)


def _days(several: Sequence[date]) -> str:
    """Return *lundi au mercredi et samedi*."""
    runs = [[several[0]]]
    for before, day in pairwise(several):
        if day.weekday() == before.weekday() + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    words: list[str] = []
    for run in runs:
        if len(run) > 2:  # noqa: PLR2004 - two days are a list
            words.append(f"{weekday(run[0])} au {weekday(run[-1])}")
        else:
            words += [weekday(day) for day in run]
    return listed(words)
