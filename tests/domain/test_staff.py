"""What makes an animator trained, and what an hour of a volunteer is worth."""

from datetime import date, timedelta

from kiosque.domain.staff import TRAINED_HOURS, rate, trained


def test_trained_is_three_days_and_the_two_that_matter() -> None:
    assert trained([("mediation", 14), ("donnees", 7)])
    assert not trained([("mediation", 14), ("donnees", 6)])
    assert not trained([("mediation", 14), ("atelier", 30)])
    assert not trained([])
    assert TRAINED_HOURS == 21


def test_an_hour_is_worth_the_minimum_wage_of_its_day() -> None:
    assert [rate(date(year, 1, 1)) for year in (2016, 2019, 2024, 2026)] == [967, 1003, 1165, 1202]
    assert rate(date(2024, 11, 1) - timedelta(days=1)) == 1165
    assert rate(date(2024, 11, 1)) == 1188
    # Before the project, and long after what is published.
    assert (rate(date(2010, 1, 1)), rate(date(2030, 1, 1))) == (967, 1202)
