"""The contents of the activity report, against rows that are counted by hand."""

from datetime import date

import pytest

from kiosque.actions.network import partners
from kiosque.db.store import Store
from kiosque.domain.footprints import FOOTPRINTS
from kiosque.domain.records import VISIT
from kiosque.reports.activity.contents import Contents, contents
from kiosque.reports.activity.counted import Coworking
from kiosque.reports.activity.finance import Finance, Share
from kiosque.reports.people import People
from kiosque.reports.suppress import LEAST, shown, suppressed
from tests.reports.reported import ADMIN, NOVEMBER, World, at, furnish

TODAY = date(2026, 12, 3)


@pytest.fixture
def world(store: Store) -> World:
    return furnish(store)


def november(store: Store, antennas: frozenset[int] | None = None, today: date = TODAY) -> Contents:
    with store.reading() as connection:
        return contents(connection, NOVEMBER, today, antennas)


@pytest.mark.usefixtures("world")
def test_a_report_counts_what_the_rows_say(store: Store) -> None:
    found = november(store)
    assert (found.total.permanences, found.total.seconds) == (2, 5 * 3_600 + 1_800)
    assert (found.total.visits, found.total.interventions) == (11, 7)
    assert (found.total.workshops, found.total.attendances) == (1, 5)
    assert found.people == People(people=3, households=1, unnamed=8, apart=0)
    assert found.themes == {ADMIN: 5, "email": 7}
    assert found.services == {"": 2, "caf": 5}
    assert found.ages == {"moins_de_douze": 2, "non_communique": 3, "soixante_dix_plus": 6}
    assert found.sectors == {"": 10, "farm": 1}
    assert found.coworking == Coworking(places=1, antennas=1, uses=2, seconds=7_200, unknown=1)
    assert [(each.name, each.helps, each.attendances) for each in found.programmes] == [("Ma ferme en ligne", 1, 0)]
    assert [(each.name, each.figures.visits) for each in found.places] == [("Nyons", 9), ("Rémuzat", 2)]
    assert [each.value for each in found.standings if each.code == "spaces"] == [2]
    assert [(month, each.visits) for month, each in found.months] == [(date(2026, 11, 1), 11)]


@pytest.mark.usefixtures("world")
def test_an_object_brought_twice_avoids_what_one_does(store: Store) -> None:
    found = november(store).repairs
    assert (found.attempts, found.objects, found.outcomes) == (3, 2, {"1": 2, "2": 1})
    assert found.avoided.co2 == 2 * (FOOTPRINTS["31"].co2 // 2)


@pytest.mark.usefixtures("world")
def test_shares_of_funders_are_of_the_costs_of_the_period(store: Store) -> None:
    found = november(store).finance
    assert [(each.label, each.amount) for each in found.costs] == [("Ordinateurs", 1_000_005), ("Loyer", 40_000)]
    assert found.across == 30_000
    departement = "Département de la Drôme"
    assert found.shares == (
        Share(departement, "investment", 30, 1_000_005, 300_002),
        Share(departement, "running", 25, 40_000, 10_000),
        Share("État", "investment", 80, 1_000_005, 800_004),
    )
    # 30 % and 80 % of the one cost.
    assert found.beyond == 100_001


def test_of_what_a_funder_said_for_the_same_days_the_last_counts(store: Store, world: World) -> None:
    [given] = [each for each in partners.partners(store) if each.name == "État"]
    for share in (70, 60):
        partners.add_support(
            store, partners.Gift(partner=given.id, nature="investment", first=NOVEMBER.first, share=share)
        )
    found = november(store).finance
    assert [each.share for each in found.shares if each.partner == given.name] == [60]
    assert (found.beyond, bool(world.nyons)) == (0, True)


@pytest.mark.usefixtures("world")
def test_hours_of_a_week_are_held_against_the_floor_of_the_days_that_are_over(store: Store) -> None:
    nyons, _ = november(store, today=date(2026, 11, 14)).places
    # Its first permanence is of Tuesday the third: of the Sunday before nobody knows anything.
    assert (nyons.days, nyons.floor, nyons.a_week) == (13, 18, (3 * 3_600 + 1_800) * 7 // 13)


def test_an_association_reports_its_own_antennas(store: Store, world: World) -> None:
    found = november(store, frozenset({world.remuzat}))
    assert (found.total.visits, found.total.interventions, found.people.unnamed) == (2, 0, 2)
    assert [each.name for each in found.places] == ["Rémuzat"]
    assert found.themes == {}
    assert found.finance == Finance()
    assert (found.coworking.places, found.repairs.attempts) == (0, 0)
    assert [each.helps for each in found.programmes] == [0]


@pytest.mark.usefixtures("world")
def test_what_has_no_antenna_is_reported_apart(store: Store) -> None:
    with store.writing() as writer:
        writer.record(VISIT, permanence=999, times=(at(6, 9), None))
    assert [(each.name, each.figures.visits) for each in november(store).places][-1] == ("", 1)


def test_a_count_below_five_is_not_shown_and_nothing_finds_it() -> None:
    assert [shown(count) for count in (0, 1, 4, 5, 12)] == [0, None, None, 5, 12]
    assert suppressed({"a": 10, "b": 7, "c": 3}) == {"a": 10, "b": None, "c": None}
    assert suppressed({"a": 10, "b": 3, "c": 3}) == {"a": 10, "b": None, "c": None}
    # One and one together are two: who knows the total would know both.
    assert suppressed({"a": 10, "b": 6, "c": 1, "d": 1}) == {"a": 10, "b": None, "c": None, "d": None}
    assert suppressed({"a": 10, "b": 5, "c": 0}) == {"a": 10, "b": 5, "c": 0}
    # The total itself is hidden then.
    assert suppressed({"a": 3, "b": 0}) == {"a": None, "b": 0}
    assert suppressed({}) == {}


@pytest.mark.parametrize("counts", [(9, 8, 2), (30, 4, 4, 4), (5, 1, 1, 1), (100, 1), (6, 5, 4, 3, 2, 1, 0)])
def test_what_is_hidden_is_never_one_cell_nor_fewer_than_five_together(counts: tuple[int, ...]) -> None:
    found = suppressed(dict(enumerate(counts)))
    hidden = [counts[place] for place, count in found.items() if count is None]
    assert len(hidden) > 1
    assert sum(hidden) >= LEAST
    assert all(count == 0 or count >= LEAST for count in found.values() if count is not None)
