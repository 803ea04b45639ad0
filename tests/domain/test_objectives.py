"""What was promised, and the pace that it asks for."""

from datetime import date

import pytest

from kiosque.domain.objectives import (
    HOURS,
    INTERVENTIONS,
    OBJECTIVES,
    PEOPLE,
    PROMISED,
    SPACES,
    Pace,
    State,
    Version,
    current,
    measured_on,
    pace,
    span,
)

FIRST, LAST = date(2016, 9, 1), date(2019, 8, 31)


def version(
    code: str = PEOPLE, target: int = 3_000, first: date = FIRST, last: date | None = LAST, number: int = 1
) -> Version:
    return Version(number, code, target, first, last)


def test_every_objective_has_what_was_promised_of_it() -> None:
    assert [code.code for code in OBJECTIVES] == list(PROMISED)


def test_the_version_that_began_last_holds_and_the_last_one_when_all_are_over() -> None:
    one, other = version(number=1), version(first=date(2018, 1, 1), last=date(2018, 12, 31), number=2)
    again = version(first=date(2018, 1, 1), last=date(2018, 12, 31), number=3)
    assert current([one, other], date(2017, 1, 1)) is one
    assert current([one, other, again], date(2018, 6, 1)) is again
    assert current([other, one], date(2019, 1, 1)) is one
    assert current([other, one], date(2020, 1, 1)) is other
    assert current([other, one], date(2010, 1, 1)) is one
    assert current([version(last=None)], date(2030, 1, 1)) == version(last=None)
    assert current([], date(2018, 1, 1)) is None


def test_half_of_the_time_asks_for_half_of_the_target() -> None:
    year = version(first=date(2026, 1, 1), last=date(2026, 12, 31), target=730)
    assert pace(year, date(2026, 1, 1), 2) == Pace(State.ON_PACE, 2, date(2026, 12, 31), 730)
    middle = date(2026, 7, 2)
    assert (middle - year.first).days + 1 == 183
    # Half of what is expected leads twice as far.
    assert pace(year, middle, 183) == Pace(State.BEHIND, 366, date(2027, 12, 31), 365)
    assert pace(year, middle, 400).state is State.ON_PACE
    assert pace(year, middle, 730) == Pace(State.REACHED, 366, None, 1456)


def test_what_there_was_before_is_no_gain() -> None:
    spaces = version(SPACES, 16, date(2026, 1, 1), date(2026, 12, 31))
    stands = pace(spaces, date(2026, 7, 2), 12, before=8)
    assert (stands.expected, stands.reached, stands.at_end) == (12, date(2027, 1, 1), 15)
    # A promise that was kept before it began asks for no more.
    assert pace(spaces, date(2026, 7, 2), 17, before=17) == Pace(State.REACHED, 16)


def test_what_does_not_grow_is_not_foretold() -> None:
    assert pace(version(), date(2017, 9, 1), 0) == Pace(State.BEHIND, 1_002)
    # A pace that would take centuries is none.
    assert pace(version(), date(2017, 9, 1), 1).reached is None


def test_before_its_first_day_and_after_its_last_it_is_said() -> None:
    assert pace(version(), date(2016, 8, 31), 0) == Pace(State.AHEAD)
    assert pace(version(), date(2019, 9, 1), 2_999) == Pace(State.MISSED, 3_000)
    assert pace(version(), date(2030, 1, 1), 3_000).state is State.REACHED
    assert measured_on(version(), date(2030, 1, 1)) == LAST
    assert measured_on(version(last=None), date(2030, 1, 1)) == date(2030, 1, 1)


def test_without_a_last_day_there_is_no_pace_but_a_day_on_which_it_would_be_reached() -> None:
    open_end = version(target=100, first=date(2026, 1, 1), last=None)
    assert pace(open_end, date(2026, 1, 10), 10) == Pace(State.OPEN, None, date(2026, 4, 10), None)


def test_what_is_promised_from_the_first_day_on_is_kept_or_not() -> None:
    assert pace(version(HOURS, 100), date(2017, 1, 1), 93) == Pace(State.BEHIND, 100)
    assert pace(version(HOURS, 100), date(2017, 1, 1), 100) == Pace(State.REACHED, 100)


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2016, 9, 1), (date(2016, 9, 1), date(2017, 8, 31))),
        (date(2017, 8, 31), (date(2016, 9, 1), date(2017, 8, 31))),
        (date(2017, 9, 1), (date(2017, 9, 1), date(2018, 8, 31))),
        (date(2018, 3, 1), (date(2017, 9, 1), date(2018, 8, 31))),
        # It is over: its last year is the one that is looked at.
        (date(2030, 1, 1), (date(2018, 9, 1), date(2019, 8, 31))),
        (date(2010, 1, 1), (date(2016, 9, 1), date(2017, 8, 31))),
    ],
    ids=str,
)
def test_what_is_promised_for_a_year_is_held_against_its_own_years(day: date, year: tuple[date, date]) -> None:
    assert span(version(INTERVENTIONS, 10_000), day) == year
    assert span(version(PEOPLE), day) == (FIRST, LAST)
    assert span(version(INTERVENTIONS, 10_000, last=None), date(2017, 9, 1)) == (date(2017, 9, 1), date(2018, 8, 31))


def test_a_year_that_begins_on_a_leap_day_begins_again_on_the_first_of_march() -> None:
    leap = version(INTERVENTIONS, 10, date(2024, 2, 29), None)
    assert span(leap, date(2025, 6, 1)) == (date(2025, 3, 1), date(2026, 2, 28))
