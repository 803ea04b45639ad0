"""Which weeks an antenna's hours are held against its floor for."""

from datetime import date, datetime

import pytest

from kiosque.actions.network import network
from kiosque.actions.network.network import Place
from kiosque.db.store import Store
from kiosque.domain.french import PARIS
from kiosque.domain.records import PERMANENCE
from kiosque.reports.begun import begun_before, first_weeks
from kiosque.reports.daily import keep_up
from kiosque.reports.floors import floors
from kiosque.reports.period import Period

TODAY = date(2026, 11, 26)
HOUR = 3_600


def opened(store: Store, code: str, opens: date) -> int:
    made = network.add_antenna(store, code=code, label=code, form="village", association=None, commune="26264").record
    network.settle(store, made, Place(opens=opens, size="hameau"))
    return made


def held(store: Store, antenna: int, day: date) -> None:
    start = int(datetime(day.year, day.month, day.day, 9, tzinfo=PARIS).timestamp())
    with store.writing() as writer:
        writer.record(PERMANENCE, antenna=antenna, times=(start, start + 2 * HOUR))


@pytest.mark.parametrize("kept", [False, True])
def test_weeks_before_an_antenna_opened_or_was_heard_of_are_not_held_against_it(store: Store, kept: bool) -> None:  # noqa: FBT001
    long_ago = date(2016, 9, 1)
    old, late, new, empty = (
        opened(store, code, opens)
        for code, opens in (("OLD", long_ago), ("LAT", long_ago), ("NEW", date(2026, 11, 13)), ("EMP", long_ago))
    )
    opened(store, "NOW", date(2026, 11, 25))
    for antenna, days in ((old, (3, 12)), (late, (12, 19)), (new, (18,))):
        for day in days:
            held(store, antenna, date(2026, 11, day))
    held(store, old, date(2026, 10, 1))
    while kept and keep_up(store.database):
        pass
    with store.reading() as connection:
        found = {each.antenna: each.weeks for each in floors(connection, TODAY)}
        assert begun_before(connection, date(2026, 11, 12), {old, late}) == {old}
        since = first_weeks(connection, Period(date(2026, 11, 10), TODAY), [old, late, empty])
    two = 2 * HOUR
    # Of whoever never opened anything nothing excuses it.
    assert found == {old: (0, two, two, 0), late: (two, two), new: (two,), empty: (0, 0, 0, 0)}
    assert since == {late: date(2026, 11, 10)}
