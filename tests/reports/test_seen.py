"""What a page asks for from several sides is found once, and never kept from the state it was found in to another."""

from datetime import date

from kiosque.db import marks
from kiosque.db.store import Store
from kiosque.domain.records import PERMANENCE, VISIT
from kiosque.reports.changed import changed, changed_figure
from kiosque.reports.period import midnight, one_day
from kiosque.reports.seen import once

MONDAY = date(2025, 11, 24)


def arrive(store: Store) -> None:
    with store.writing() as writer:
        permanence = writer.record(PERMANENCE, antenna=1, times=(midnight(MONDAY) + 9 * 3600, None))
        writer.record(VISIT, permanence=permanence, times=(midnight(MONDAY) + 10 * 3600, None))


def test_one_state_is_asked_once_and_the_next_one_again(store: Store) -> None:
    asked: list[str] = []
    for _ in range(2):
        with store.database.one_view(), store.reading() as connection:
            for _ in range(3):
                once(connection, "what", lambda: asked.append("read"))
    assert asked == ["read", "read"]


def test_who_writes_is_never_told_what_was_so_before(store: Store) -> None:
    asked: list[str] = []
    with store.database.writing() as connection:
        for _ in range(3):
            once(connection, "what", lambda: asked.append("written"))
    assert asked == ["written"] * 3


def test_the_day_that_changed_is_counted_as_it_is_seen(store: Store) -> None:
    marks.ready(store.database)
    day = one_day(MONDAY)
    for several in (1, 2):
        arrive(store)
        with store.database.one_view(), store.reading() as connection:
            whole = changed(connection, day)
            assert whole[1, MONDAY]["visits"] == several
            # The same, found already: no second count.
            assert changed_figure(connection, day, "visits") is whole
        with store.database.one_view(), store.reading() as connection:
            alone = changed_figure(connection, day, "visits")
            assert alone[1, MONDAY] == {"visits": several, "unnamed": several}
