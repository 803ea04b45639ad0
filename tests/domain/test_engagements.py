"""As what somebody works on a day."""

from datetime import date

from kiosque.domain.engagements import Engagement, over, standing, status_on, until
from kiosque.domain.validity import dates, midnight

HIRED = Engagement(1, "employed", None, None)


def engaged(number: int, status: str, first: date, last: date | None = None) -> Engagement:
    return Engagement(number, status, *dates(first, last))


def test_what_somebody_was_hired_as_holds_until_something_else_is_said() -> None:
    assert standing(HIRED, ()) == (HIRED,)
    lent = engaged(5, "lent", date(2026, 6, 1), date(2026, 8, 31))
    several = standing(HIRED, (engaged(7, "volunteer", date(2026, 3, 1), date(2026, 4, 30)), lent))
    days = {date(2026, 2, 28): "employed", date(2026, 3, 1): "volunteer", date(2026, 5, 1): None}
    assert {day: status_on(several, day) for day in days} == days
    assert until(several, date(2026, 2, 1)) == midnight(date(2026, 5, 1))
    assert until(several, date(2026, 5, 1)) is None
    assert over(several, date(2026, 5, 1), midnight(date(2026, 5, 1))) == midnight(date(2026, 5, 1))
    assert over(several, date(2026, 6, 1), midnight(date(2026, 6, 1))) is None


def test_what_is_said_again_of_the_same_days_holds() -> None:
    wrong = engaged(5, "employed", date(2026, 1, 1))
    right = engaged(9, "volunteer", date(2026, 1, 1))
    assert status_on(standing(HIRED, (right, wrong)), date(2026, 2, 1)) == "volunteer"


def test_a_renewal_goes_on_from_where_the_first_ends() -> None:
    first = engaged(5, "lent", date(2026, 1, 1), date(2026, 12, 31))
    renewed = engaged(9, "lent", date(2026, 1, 1), date(2027, 12, 31))
    assert until(standing(HIRED, (first, renewed)), date(2026, 2, 1)) == midnight(date(2028, 1, 1))
    assert until(standing(HIRED, (first, engaged(9, "employed", date(2027, 1, 1)))), date(2026, 2, 1)) is None


def test_nothing_holds_once_they_left_whatever_was_said() -> None:
    left = midnight(date(2026, 5, 1))
    several = standing(HIRED, (engaged(5, "employed", date(2026, 1, 1)),), left)
    assert status_on(several, date(2026, 4, 30)) == "employed"
    assert status_on(several, date(2026, 5, 1)) is None
    assert over(several, date(2026, 5, 2), midnight(date(2026, 5, 2))) == left


def test_an_end_that_is_no_midnight_ends_all_the_same() -> None:
    odd = Engagement(1, "lent", None, midnight(date(2026, 5, 1)) + 60)
    assert until((odd,), date(2026, 4, 1)) == odd.ended_at
