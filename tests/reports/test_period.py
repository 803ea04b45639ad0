"""Local days and the changes of the clocks."""

from datetime import UTC, date, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosque.domain.french import local
from kiosque.reports.period import ONE_DAY, Period, last_days, midnight, month_of, shifts

DAYS = st.dates(date(1971, 1, 1), date(2100, 1, 1))


@given(DAYS, st.integers(0, 400), st.randoms(use_true_random=False))
def test_the_shifts_tell_the_local_day_of_any_time_in_the_period(first: date, length: int, random: Random) -> None:
    period = Period(first, first + ONE_DAY * length)
    for _ in range(20):
        at = random.randrange(period.start, period.end)
        offset = [shift.offset for shift in shifts(period) if shift.since <= at][-1]
        assert date(1970, 1, 1) + ONE_DAY * ((at + offset) // 86_400) == local(at).date()


def test_a_year_has_its_two_changes_at_one_o_clock_utc() -> None:
    _, summer, winter = shifts(Period(date(2026, 1, 1), date(2026, 12, 31)))
    assert datetime.fromtimestamp(summer.since, UTC) == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert datetime.fromtimestamp(winter.since, UTC) == datetime(2026, 10, 25, 1, tzinfo=UTC)


def test_the_day_of_a_change_has_23_or_25_hours() -> None:
    assert midnight(date(2026, 3, 30)) - midnight(date(2026, 3, 29)) == 23 * 3600
    assert midnight(date(2026, 10, 26)) - midnight(date(2026, 10, 25)) == 25 * 3600


def test_the_last_seven_days_end_today() -> None:
    assert last_days(7, date(2026, 3, 2)) == Period(date(2026, 2, 24), date(2026, 3, 2))
    assert len(list(last_days(7, date(2026, 3, 2)))) == 7


def test_a_month_is_whole() -> None:
    assert month_of(date(2024, 2, 12)) == Period(date(2024, 2, 1), date(2024, 2, 29))


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="is after"):
        Period(date(2026, 1, 2), date(2026, 1, 1))
