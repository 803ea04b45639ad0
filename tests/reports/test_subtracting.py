"""What two frozen reports tell together that each hides."""

from datetime import date

import pytest

from kiosque.domain.objectives import OBJECTIVES, PEOPLE, SPACES
from kiosque.reports.activity import definitions as of
from kiosque.reports.activity.subtracting import Readable, readable, same
from kiosque.reports.activity.told import Cell, Column, Figure, Report, Section, Table, Unit

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
QUARTERS = [
    (date(2026, 1, 1), date(2026, 3, 31)),
    (date(2026, 4, 1), date(2026, 6, 30)),
    (date(2026, 7, 1), date(2026, 9, 30)),
    (date(2026, 10, 1), date(2026, 12, 31)),
]


def report(
    days: tuple[date, date], old: Cell = 0, *, whose: str = "", people: Cell = 900, workshops: int = 2, met: int = 1_000
) -> Report:
    """Return a report of one figure of people, one table by age, one of sessions, and the objectives."""
    figures = (
        Figure("Personnes", people, Unit.COUNT, of.PEOPLE),
        Figure("Heures", 7_200, Unit.TIME, "seconds"),
        Figure("Ateliers", workshops, Unit.COUNT, "workshops"),
    )
    by_age = Table("ages", "Passages par âge", (Column("Âge", Unit.WORDS), Column("Passages", defined="visits")), ())
    columns = (Column("Objectif", Unit.WORDS), Column("Promis", Unit.WORDS), Column("Réalisé", Unit.WORDS))
    promised = tuple(
        (OBJECTIVES.label(code), "3\u202f000", f"{met:,}".replace(",", "\u202f")) for code in (PEOPLE, SPACES)
    )
    tables = (
        Table(by_age.name, by_age.title, by_age.columns, (("70 ans et plus", old), ("Âge non précisé", 50))),
        Table("objectifs", "Les objectifs", columns, promised),
    )
    section = Section("public", "Le public", figures=figures, tables=tables)
    return Report(*days, days[1], 0, "", whose, (section,), (), (), "")


OLD = "Passages par âge, 70 ans et plus"


def test_a_year_less_a_half_of_it_tells_what_the_rest_hides() -> None:
    half = (YEAR[0], QUARTERS[1][1])
    assert readable(report(YEAR, 12), [report(half, 9)]) == (Readable(OLD, 3),)
    # Whichever of them was frozen first.
    assert readable(report(half, 9), [report(YEAR, 12)]) == (Readable(OLD, 3),)
    assert readable(report(YEAR, 12), [report(half, 7)]) == ()
    assert readable(report(YEAR, 12), [report(half, 12)]) == ()
    assert readable(report(YEAR, None), [report(half, 9)]) == ()
    assert readable(report(YEAR, 12), [report(half, None)]) == ()


def test_a_year_less_three_quarters_tells_what_the_fourth_hides() -> None:
    quarters = [report(days, old) for days, old in zip(QUARTERS, (None, 7, 8, 9), strict=True)]
    assert readable(report(YEAR, 26), quarters) == (Readable(OLD, 2),)
    # The last quarter is frozen after the year: it is what was missing.
    assert readable(quarters[3], [report(YEAR, 26), *quarters[:3]]) == (Readable(OLD, 2),)
    assert readable(quarters[3], [report(YEAR, 30), *quarters[:3]]) == ()


def test_days_that_are_only_shared_in_part_are_not_subtracted() -> None:
    assert readable(report((date(2026, 2, 1), date(2026, 5, 31)), 9), [report(QUARTERS[0], 7)]) == ()


def test_people_of_several_periods_are_not_added_up() -> None:
    halves = [report((YEAR[0], QUARTERS[1][1]), people=450), report((QUARTERS[2][0], YEAR[1]), people=447)]
    assert readable(report(YEAR, people=900), halves) == ()
    assert readable(report(YEAR, people=900), [report(QUARTERS[0], people=896)]) == (Readable("Personnes", 4),)


def test_the_network_less_an_association_tells_what_the_other_did() -> None:
    asoft, aventic = report(YEAR, 9, whose="Asoft"), report(YEAR, None, whose="Aventic")
    assert readable(report(YEAR, 12), [asoft]) == (Readable(OLD, 3),)
    assert readable(asoft, [aventic]) == ()
    assert readable(aventic, [report(YEAR, 12), asoft]) == (Readable(OLD, 3),)


@pytest.mark.parametrize(("before", "now", "found"), [(998, 1_000, (2,)), (1_001, 1_000, (1,)), (990, 1_000, ())])
def test_objectives_that_count_people_tell_how_many_came_meanwhile(
    before: int, now: int, found: tuple[int, ...]
) -> None:
    earlier = report((date(2025, 1, 1), date(2025, 12, 31)), met=before)
    assert readable(report(YEAR, met=now), [earlier]) == tuple(
        Readable("Les objectifs, Personnes", each) for each in found
    )


def test_two_reports_that_say_the_same_of_the_same_days_tell_nothing() -> None:
    assert same(report(YEAR, 12), report(YEAR, 12))
    assert not same(report(YEAR, 12), report(YEAR, 13))
    assert not same(report(YEAR, 12), report(QUARTERS[0], 12))
    assert not same(report(YEAR, 12), report(YEAR, 12, whose="Asoft"))
    assert not same(report(YEAR, met=1_000), report(YEAR, met=1_001))
