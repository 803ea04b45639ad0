"""The figures, against rows that are counted by hand or one quarter of an hour at a time."""

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosque.db.records import permanence
from kiosque.db.store import Store
from kiosque.domain.french import PARIS, local
from kiosque.domain.kinds import Kind
from kiosque.domain.records import INTERVENTION, PERMANENCE, REGISTRATION, VISIT, WORKSHOP
from kiosque.reports.counting import Cell
from kiosque.reports.figures import DEFINITIONS, NOWHERE, Figures, figures
from kiosque.reports.period import Period, midnight, one_day
from kiosque.reports.rows import rows

REMUZAT, NYONS = 101, 102
QUARTER = 900
MONDAY = date(2026, 11, 23)


def at(day: date, hour: int, minute: int = 0) -> int:
    return int(datetime(day.year, day.month, day.day, hour, minute, tzinfo=PARIS).timestamp())


def of_monday(store: Store, antenna: int = REMUZAT) -> Figures:
    with store.reading() as connection:
        return figures(connection, one_day(MONDAY)).by_antenna().get(antenna, Figures())


def put_in_bin(store: Store, kind: Kind, record: int) -> None:
    with store.writing() as writer:
        writer.amend(kind, record, deleted=True)


# The week in which the clocks go back, so that one of the days has 25 hours.
FIRST = midnight(date(2026, 10, 23))
QUARTERS = 4 * 24 * 6
INTERVALS = st.tuples(
    st.sampled_from([REMUZAT, NYONS]),
    st.integers(-50, QUARTERS),
    st.integers(0, 200),
    st.sampled_from([False, False, True]),
)


class Enough(Exception):
    """Leaves the transaction without a trace."""


@given(st.lists(INTERVALS, max_size=12))
# Two short ones within a long one: the latest end is not that of the one before.
@example([(REMUZAT, 40, 20, False), (REMUZAT, 42, 2, False), (REMUZAT, 48, 2, False)])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_hours_are_the_union_of_the_permanences_cut_at_local_midnight(
    store: Store, intervals: list[tuple[int, int, int, bool]]
) -> None:
    period = Period(date(2026, 10, 23), date(2026, 10, 28))
    open_quarters = {
        (antenna, FIRST + QUARTER * number)
        for antenna, start, length, deleted in intervals
        if not deleted
        for number in range(start, start + length)
    }
    expected = Counter(
        (antenna, local(start).date()) for antenna, start in open_quarters if local(start).date() in period
    )
    counted = counted_and_forgotten(store, period, intervals)
    assert {cell: each.seconds for cell, each in counted.items() if each.seconds} == {
        cell: QUARTER * quarters for cell, quarters in expected.items()
    }


def counted_and_forgotten(
    store: Store, period: Period, intervals: list[tuple[int, int, int, bool]]
) -> Mapping[Cell, Figures]:
    """Count with these permanences in the table, and leave no trace of them."""
    counted: Mapping[Cell, Figures] = {}
    with suppress(Enough), store.database.writing() as connection:
        for number, (antenna, start, length, deleted) in enumerate(intervals, 1):
            times = {"started_at": FIRST + QUARTER * start, "ended_at": FIRST + QUARTER * (start + length)}
            row = {"id": number, "antenna": antenna, "deleted": deleted, **times}
            connection.execute(permanence.insert(), row)
        counted = figures(connection, period).cells
        raise Enough
    return counted


def test_an_open_permanence_counts_until_the_last_thing_known_and_is_marked(store: Store) -> None:
    with store.writing() as writer:
        held = writer.record(PERMANENCE, antenna=REMUZAT, times=(at(MONDAY, 9), None))
        assert writer.entries
    assert of_monday(store) == Figures(permanences=1, still_open=1)
    with store.writing() as writer:
        writer.record(VISIT, permanence=held, times=(at(MONDAY, 9, 30), None))
        writer.record(INTERVENTION, permanence=held, given_at=at(MONDAY, 10))
    assert of_monday(store).seconds == 3600
    with store.writing() as writer:
        late = writer.record(VISIT, permanence=held, times=(at(MONDAY, 10, 30), at(MONDAY, 11)))
    assert of_monday(store).seconds == 2 * 3600
    put_in_bin(store, VISIT, late)
    assert of_monday(store).seconds == 3600
    with store.reading() as connection:
        [row] = rows(connection, REMUZAT, MONDAY).permanences
    assert (row.still_open, row.ended_at) == (True, at(MONDAY, 10))


def test_each_kind_is_counted_once_where_and_when_it_took_place(store: Store) -> None:
    with store.writing() as writer:
        here = writer.record(PERMANENCE, antenna=REMUZAT, times=(at(MONDAY, 9), at(MONDAY, 12)), to_confirm=True)
        there = writer.record(PERMANENCE, antenna=NYONS, times=(at(MONDAY, 9), at(MONDAY, 12)))
        for minute in (5, 10, 15):
            writer.record(VISIT, permanence=here, times=(at(MONDAY, 9, minute), None))
        writer.record(VISIT, permanence=there, times=(at(MONDAY, 9), None))
        writer.record(INTERVENTION, permanence=here, given_at=at(MONDAY, 11), duration=30)
        session = writer.record(WORKSHOP, antenna=REMUZAT, times=(at(MONDAY, 14), None), title="Photo")
        for state in ("seen", "seen", "noshow", "unknown"):
            writer.record(REGISTRATION, workshop=session, state=state)
    assert of_monday(store) == Figures(
        permanences=1, seconds=3 * 3600, to_confirm=1, visits=3, interventions=1, workshops=1, attendances=2
    )
    assert of_monday(store, NYONS) == Figures(permanences=1, seconds=3 * 3600, visits=1)


def test_what_is_in_the_bin_is_not_counted_and_an_erased_visit_still_is(store: Store) -> None:
    with store.writing() as writer:
        held = writer.record(PERMANENCE, antenna=REMUZAT, times=(at(MONDAY, 9), at(MONDAY, 12)))
        binned = writer.record(VISIT, permanence=held, times=(at(MONDAY, 9), None))
        erased = writer.record(VISIT, permanence=held, visitor=55, times=(at(MONDAY, 10), None))
        writer.erase(VISIT, erased)
    put_in_bin(store, VISIT, binned)
    assert of_monday(store).visits == 1
    put_in_bin(store, PERMANENCE, held)
    # Its hours are no longer counted; the people who came did come.
    assert of_monday(store) == Figures(visits=1)


def test_a_day_begins_at_local_midnight(store: Store) -> None:
    with store.writing() as writer:
        held = writer.record(PERMANENCE, antenna=REMUZAT, times=(midnight(MONDAY), midnight(MONDAY) + 60))
        writer.record(VISIT, permanence=held, times=(midnight(MONDAY) - 1, None))
        writer.record(VISIT, permanence=held, times=(midnight(MONDAY), None))
    assert of_monday(store).visits == 1


def test_a_visit_whose_permanence_is_unknown_is_shown_apart_and_not_dropped(store: Store) -> None:
    with store.writing() as writer:
        writer.record(VISIT, times=(at(MONDAY, 9), None))
    assert of_monday(store, antenna=NOWHERE).visits == 1
    with store.reading() as connection:
        assert len(rows(connection, NOWHERE, MONDAY).visits) == 1


def test_the_sums_over_antennas_and_over_days_agree(store: Store) -> None:
    with store.writing() as writer:
        for day in (date(2026, 11, 21), MONDAY):
            for antenna in (REMUZAT, NYONS):
                held = writer.record(PERMANENCE, antenna=antenna, times=(at(day, 9), at(day, 11)))
                writer.record(VISIT, permanence=held, times=(at(day, 9), None))
    with store.reading() as connection:
        table = figures(connection, Period(date(2026, 11, 20), MONDAY))
    assert table.total == Figures(permanences=4, seconds=8 * 3600, visits=4)
    assert list(table.by_day()) == [date(2026, 11, 21), MONDAY]
    assert table.by_antenna()[NYONS] == table.of(NYONS).total == Figures(permanences=2, seconds=4 * 3600, visits=2)


def test_the_rows_of_a_day_are_what_its_figures_count(store: Store) -> None:
    with store.writing() as writer:
        held = writer.record(PERMANENCE, antenna=REMUZAT, times=(at(MONDAY, 9), at(MONDAY, 12)))
        elsewhere = writer.record(PERMANENCE, antenna=NYONS, times=(at(MONDAY, 9), at(MONDAY, 12)))
        for place in (held, held, elsewhere):
            writer.record(VISIT, permanence=place, times=(at(MONDAY, 10), None), reason="service", commune="26264")
            writer.record(
                INTERVENTION, permanence=place, given_at=at(MONDAY, 11), duration=20, themes=("email", "sante")
            )
        session = writer.record(WORKSHOP, antenna=REMUZAT, times=(at(MONDAY, 14), at(MONDAY, 16)), title="Photo")
        writer.record(REGISTRATION, workshop=session, state="seen")
        writer.record(WORKSHOP, antenna=REMUZAT, times=(at(MONDAY, 17), None), title="Généalogie")
    with store.reading() as connection:
        found = rows(connection, REMUZAT, MONDAY)
        counted = figures(connection, one_day(MONDAY)).by_antenna()[REMUZAT]
    assert len(found.permanences) == counted.permanences
    assert len(found.visits) == counted.visits == 2
    assert len(found.interventions) == counted.interventions == 2
    assert found.interventions[0].themes == ("email", "sante")
    assert [(each.title, each.registered, each.attended) for each in found.workshops] == [
        ("Photo", 1, 1),
        ("Généalogie", 0, 0),
    ]
    assert sum(each.attended for each in found.workshops) == counted.attendances


def test_every_figure_that_is_shown_has_its_definition() -> None:
    marks = {"still_open", "to_confirm"}
    assert set(DEFINITIONS) == set(Figures.__dataclass_fields__) - marks
