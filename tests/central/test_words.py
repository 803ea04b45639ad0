"""What the pages say of moments, durations and counts."""

from datetime import date

import pytest

from kiosque.central.pages import words
from kiosque.central.pages.choice import choose
from kiosque.reports.antennas import Antenna
from kiosque.reports.period import Period
from tests.central.house import at

NOW = at(23, 14, 40)


def plain(said: str) -> str:
    return said.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (at(23, 14, 32), "aujourd’hui à 14 h 32"),
        (at(23, 0), "aujourd’hui à 0 h"),
        (at(22, 23, 59), "hier à 23 h 59"),
        (at(17, 9), "mardi à 9 h"),
        (at(16, 9), "le 16 novembre à 9 h"),
        (at(1, 9), "le 1er novembre à 9 h"),
        (at(1, 9) - 365 * 86_400, "le 1er novembre 2025 à 9 h"),
        # A device whose clock is ahead.
        (at(25, 9), "le 25 novembre à 9 h"),
    ],
    ids=str,
)
def test_a_moment_is_named_as_people_name_it(when: int, said: str) -> None:
    assert plain(words.moment(when, NOW)) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 h"),
        (29, "0 h"),
        (31, "1 min"),
        (45 * 60, "45 min"),
        (3600, "1 h"),
        (5400, "1 h 30"),
        (4442_700, "1 234 h 05"),
    ],
    ids=str,
)
def test_hours_are_to_the_nearest_minute(seconds: int, said: str) -> None:
    assert plain(words.hours(seconds)) == said


@pytest.mark.parametrize(("minutes", "said"), [(59_999, "999 h 59"), (60_029, "1 000 h"), (60_031, "1 001 h")])
def test_a_thousand_hours_have_no_minutes(minutes: int, said: str) -> None:
    assert plain(words.many_hours(minutes * 60)) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 11, 17), date(2026, 11, 23), "du mardi 17 au lundi 23 novembre 2026"),
        (date(2026, 10, 25), date(2026, 11, 23), "du dimanche 25 octobre au lundi 23 novembre 2026"),
        (date(2025, 12, 30), date(2026, 1, 5), "du mardi 30 décembre 2025 au lundi 5 janvier 2026"),
        (date(2026, 11, 23), date(2026, 11, 23), "lundi 23 novembre 2026"),
    ],
    ids=str,
)
def test_a_period_is_said_once(first: date, last: date, said: str) -> None:
    assert words.span(Period(first, last)) == said


def test_an_antenna_is_told_from_its_namesakes() -> None:
    assert plain(words.place(Antenna(1, "Nyons", "26220", "asoft", 1, 0))) == "Asoft · Nyons (26)"
    assert words.place(Antenna(1, "Nyons", "", "", 1, 0)) == ""
    # A commune that this program does not know yet is shown by its code, not hidden.
    assert words.place(Antenna(1, "Ailleurs", "99999", "", 1, 0)) == "99999"


def test_what_was_chosen_is_said() -> None:
    today = date(2026, 11, 23)
    assert plain(choose(None, today).label) == "les 7 derniers jours"
    assert plain(choose("30", today).label) == "les 30 derniers jours"
    assert choose("2024-02", today).label == "février 2024"
    assert choose("2024-02", today).period == Period(date(2024, 2, 1), date(2024, 2, 29))
