"""The charts of the pages, and the tables that say the same."""

from datetime import date

import pytest

from kiosque.central.pages import drawings
from kiosque.domain import codes
from kiosque.reports.charts import MOST
from kiosque.reports.figures import Figures
from kiosque.reports.floors import Floor
from kiosque.reports.period import Period
from kiosque.reports.sums import Sums


def plain(said: str) -> str:
    return said.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("first", "last", "step", "lines"),
    [
        (date(2026, 11, 17), date(2026, 11, 30), "jour", ["17 nov.", "18 nov.", "19 nov.", "20 nov."]),
        (date(2026, 9, 1), date(2026, 12, 31), "semaine", ["31 août", "7 sept.", "14 sept."]),
        (date(2026, 1, 1), date(2026, 12, 31), "mois", ["janv. 2026", "févr. 2026", "mars 2026"]),
    ],
    ids=str,
)
def test_a_bar_is_a_day_a_week_or_a_month_up_to_today(first: date, last: date, step: str, lines: list[str]) -> None:
    today = date(2026, 11, 20)
    counted = Sums(Period(first, last), {today: Figures(visits=1_234)})
    drawn = drawings.over_time(counted, today)
    assert drawn.title == f"Passages par {step}"
    assert [label for label, *_ in drawn.lines][: len(lines)] == lines
    assert plain(drawn.lines[-1][1]) == "1 234"


def test_two_antennas_of_one_name_have_a_bar_each() -> None:
    drawn = drawings.hours([Floor(number, "Nyons", None, (number * 3600,)) for number in (1, 2)], "")
    assert drawn is not None
    assert [label for label, *_ in drawn.lines] == ["Nyons", "Nyons (2)"]


def test_hours_are_shown_with_their_floor() -> None:
    held = Floor(1, "Rémuzat", 15, (15 * 3600, 20 * 3600))
    drawn = drawings.hours([held, Floor(2, "Ici", None, (0, 0))], "")
    assert drawn is not None
    assert [(label, plain(said)) for label, said, _ in drawn.lines] == [
        ("Rémuzat", "17 h 30 (plancher : 15 h)"),
        ("Ici", "0 h"),
    ]
    by_week = drawings.weeks(held, Period(date(2026, 11, 9), date(2026, 11, 22)), "")
    assert [label for label, *_ in by_week.lines] == ["Semaine du 9 nov.", "Semaine du 16 nov."]
    assert drawings.hours([], "") is None


def test_the_table_says_every_code_that_the_chart_told_together() -> None:
    counted = {code.code: 1 for code in codes.THEMES}
    drawn = drawings.by_code("Interventions par thématique", "", counted, codes.THEMES, "/ici?thematique=")
    assert drawn is not None
    assert drawn.lines[0][2] == f"/ici?thematique={next(iter(counted))}"
    assert len(drawn.lines) == len(counted) > MOST
    assert drawings.by_code("", "", {}, codes.THEMES, "") is None
