"""Usual hours from a day on, a whole day, and what says nothing more when it is said again."""

from dataclasses import dataclass
from datetime import date

from kiosque.domain.opening_hours import planned
from kiosque.domain.told_hours import slots
from kiosque.domain.usual_hours import usual_on
from kiosque.domain.validity import midnight, said_for

BEFORE, ON, AFTER = date(2026, 11, 15), date(2026, 11, 16), date(2027, 1, 4)
MONDAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Said:
    """Hours that somebody noted: ``clock`` says when."""

    id: int
    clock: int
    hours: str
    started_at: int | None
    ended_at: int | None = None


def test_the_usual_hours_of_a_day_are_those_that_began_last() -> None:
    anew = (Said(1, 1, "Mo 09:00-12:00", midnight(ON)), Said(2, 2, "Tu 09:00-12:00", midnight(AFTER)))
    assert usual_on("Fr 09:00-12:00", anew, BEFORE) == "Fr 09:00-12:00"
    assert usual_on("Fr 09:00-12:00", anew, ON) == "Mo 09:00-12:00"
    assert usual_on("Fr 09:00-12:00", anew, AFTER) == "Tu 09:00-12:00"
    assert usual_on(None, anew, BEFORE) is None


def test_what_was_said_for_just_these_dates_is_what_was_said_last() -> None:
    first, again, longer = (
        Said(1, 1, "off", midnight(ON), midnight(AFTER)),
        Said(2, 7, "Mo 09:00-12:00", midnight(ON), midnight(AFTER)),
        Said(3, 9, "off", midnight(ON)),
    )
    assert said_for((first, again, longer), (midnight(ON), midnight(AFTER))) == again
    assert said_for((first, again), (midnight(ON), None)) is None


def test_a_whole_day_is_told_as_one() -> None:
    whole, halves = planned("00:00-24:00", MONDAY), planned("00:00-12:00,14:00-24:00", MONDAY)
    assert [each.whole_day for each in (*whole, *halves)] == [True, False, False]
    assert slots(whole) == "toute la journée"
    assert slots(halves).replace("\u202f", " ") == "0 h – 12 h et 14 h – 24 h"
