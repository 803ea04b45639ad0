"""Public and school holidays, hours that speak of them, and which of several hours holds on a day."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from kiosque.domain import french, network_codes
from kiosque.domain.holidays import public_holiday, school_holidays, zone_of
from kiosque.domain.opening_hours import planned
from kiosque.domain.validity import dates, holds, in_force, midnight

TERM, AUTUMN, AUTUMN_SATURDAY, ARMISTICE = (
    date(2026, 11, 10),
    date(2026, 10, 20),
    date(2026, 10, 24),
    date(2026, 11, 11),
)


def test_each_departement_around_has_its_zone() -> None:
    zones = {department: zone_of(department) for department in ("26", "07", "38", "04", "05", "84", "75")}
    assert zones == {"26": "A", "07": "A", "38": "A", "04": "B", "05": "B", "84": "B", "75": None}


def test_school_holidays_are_those_of_the_zone() -> None:
    week = date(2026, 2, 10)
    in_drome = school_holidays(week, "A")
    assert in_drome is not None
    assert (in_drome.name, in_drome.first, in_drome.last) == ("Vacances d’hiver", date(2026, 2, 7), date(2026, 2, 22))
    assert school_holidays(week, "B") is None
    assert school_holidays(date(2026, 2, 28), "B") is not None
    assert school_holidays(AUTUMN, None) is None
    # Nothing is published yet so far ahead: it is not called holidays.
    assert school_holidays(date(2040, 8, 1), "A") is None


def test_public_holidays_move_with_easter() -> None:
    year = {date(2026, 1, 1), date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 8), date(2026, 5, 14)}
    year |= {date(2026, 5, 25), date(2026, 7, 14), date(2026, 8, 15), date(2026, 11, 1), ARMISTICE, date(2026, 12, 25)}
    every = (date.fromordinal(date(2026, 1, 1).toordinal() + each) for each in range(365))
    assert {day for day in every if public_holiday(day)} == year


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("Mo-Fr 09:00-12:00", ("9-12", "9-12", "", "")),
        ("Mo-Fr 09:00-12:00; SH off", ("9-12", "", "", "")),
        ("Mo-Fr 09:00-12:00; PH off", ("9-12", "9-12", "", "")),
        ("Mo-Su,PH 10:00-12:00", ("10-12", "10-12", "10-12", "10-12")),
        ("Mo-Fr,SH 09:00-10:00", ("9-10", "9-10", "9-10", "")),
        ("SH Mo-Fr 10:00-12:00", ("", "10-12", "", "")),
        ("PH,SH off", ("", "", "", "")),
        ("Tu 09:00-12:00; PH,SH Mo-Fr 10:00-12:00", ("9-12", "10-12", "", "10-12")),
        ("Mo-Fr 09:00-12:00, SH 14:00-17:00", ("9-12", "9-12 14-17", "14-17", "")),
        ("SH Mo-Fr 10:00-12:00 || Mo-Fr 09:00-11:00", ("9-11", "10-12", "", "")),
        ('Mo-Fr 09:00-12:00 "SH ; PH"', ("9-12", "9-12", "", "")),
        ("PH -1 day 10:00-12:00", ("10-12", "", "", "")),
        ("2026 Oct 20: 09:00-10:00; PH off", ("", "9-10", "", "")),
    ],
    ids=str,
)
def test_hours_speak_of_term_of_school_holidays_and_of_public_ones(hours: str, said: tuple[str, ...]) -> None:
    def words(day: date) -> str:
        slots = planned(hours, day, "A")
        return " ".join(f"{french.local(slot.start).hour}-{french.local(slot.end).hour}" for slot in slots)

    assert tuple(map(words, (TERM, AUTUMN, AUTUMN_SATURDAY, ARMISTICE))) == said


def test_where_the_zone_is_not_known_there_are_no_school_holidays() -> None:
    assert planned("SH Mo-Fr 10:00-12:00", AUTUMN) == ()
    assert len(planned("Mo-Fr 09:00-12:00; SH off", AUTUMN)) == 1


@dataclass(frozen=True)
class Said:
    """Something with dates."""

    id: int
    started_at: int | None = None
    ended_at: int | None = None
    clock: int = 0


def between(identifier: int, first: date, last: date | None) -> Said:
    return Said(identifier, *dates(first, last))


def test_the_narrowest_dates_hold() -> None:
    usual = Said(1)
    winter = between(2, date(2026, 11, 2), date(2027, 3, 31))
    snow = between(3, date(2026, 12, 1), date(2026, 12, 3))
    later = between(4, date(2026, 12, 2), None)
    several = (later, usual, snow, winter)
    days = (date(2026, 10, 1), date(2026, 11, 2), date(2026, 12, 1), date(2026, 12, 3), date(2026, 12, 4))
    assert [in_force(several, day) for day in days] == [usual, winter, snow, snow, winter]
    assert in_force(several, date(2027, 4, 1)) == later
    assert in_force((snow,), date(2026, 12, 4)) is None
    assert holds(snow, date(2026, 12, 3))
    assert dates(date(2026, 12, 1), None) == (midnight(date(2026, 12, 1)), None)


def test_of_two_with_the_same_dates_the_one_that_was_said_later_holds_whatever_its_number() -> None:
    first, then = (replace(between(each, TERM, TERM), clock=clock) for each, clock in ((9, 5), (7, 6)))
    assert in_force((first, then), TERM) == in_force((then, first), TERM) == then


def test_two_who_say_the_same_dates_are_read_alike_everywhere() -> None:
    one, other = (between(each, TERM, TERM) for each in (7, 9))
    assert in_force((one, other), TERM) == in_force((other, one), TERM) == other


def test_the_floor_grows_with_the_commune() -> None:
    sizes = [network_codes.size_of(people) for people in (80, 499, 500, 999, 1_000, 2_499, 2_500, 7_000)]
    assert sizes == ["hameau"] * 2 + ["village"] * 2 + ["bourg"] * 2 + ["ville"] * 2
    floors = list(network_codes.FLOOR_HOURS.values())
    assert floors == sorted(floors)
    assert (floors[0], floors[-1]) == (15, 24)
    assert set(network_codes.FLOOR_HOURS) == {code.code for code in network_codes.SIZES}
