"""From which day somebody is kept no more."""

from datetime import date

from kiosque.domain.retention import months_after, visitor_due


def test_a_visitor_is_kept_twelve_months_after_their_last_visit() -> None:
    assert visitor_due(date(2025, 11, 26)) == date(2026, 11, 26)
    assert visitor_due(date(2024, 2, 29)) == date(2025, 2, 28)


def test_a_month_without_that_day_ends_with_its_last() -> None:
    assert months_after(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_after(date(2027, 12, 31), 2) == date(2028, 2, 29)
    assert months_after(date(2026, 10, 15), 3) == date(2027, 1, 15)
