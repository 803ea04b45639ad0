"""What is kept no longer: who has not come for twelve months, and never somebody there is a reason to wait for."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosque.actions.network.network import add_animator, animators
from kiosque.actions.visitors import keeping
from kiosque.central import purging
from kiosque.central.purging import Purged
from kiosque.db import marks
from kiosque.db.account_tables import taken
from kiosque.db.came_tables import came
from kiosque.db.identity import Receipt
from kiosque.db.records import credential, registration, visible, visit, visitor, wish
from kiosque.db.records import permanence as held
from kiosque.db.store import Store
from kiosque.domain.records import (
    ANTENNA,
    BOOKING,
    ENGAGEMENT,
    LINK,
    LOAN,
    PASS,
    PERMANENCE,
    REGISTRATION,
    REQUEST,
    VISIT,
    VISITOR,
    WISH,
    WORKSHOP,
)
from kiosque.domain.validity import midnight
from kiosque.reports.people import people
from tests.stores import CENTRAL, Hands, founded

NOW = midnight(date(2026, 11, 26)) + 36_000
LONG_AGO, LATELY = midnight(date(2025, 11, 20)) + 36_000, midnight(date(2026, 2, 3)) + 36_000


@pytest.fixture
def clock() -> Hands:
    return Hands(NOW)


@pytest.fixture
def central(tmp_path: Path, clock: Hands) -> Iterator[Store]:
    store, _ = founded(tmp_path / "central.db", CENTRAL, clock)
    marks.ready(store.database)
    clock.now = LONG_AGO - 86_400
    with store.writing() as writer:
        antenna = writer.record(ANTENNA, code="NYO", association="asoft")
        writer.record(PERMANENCE, antenna=antenna, times=(NOW - 86_400, None))
    clock.now = NOW
    yield store
    store.close()


def permanence(store: Store) -> int:
    return int(store.one(held.select()).id)


def somebody(store: Store, clock: Hands, *moments: int, **said: str | int) -> int:
    """Write somebody down who came at these moments."""
    clock.now = LONG_AGO - 3_600
    with store.writing() as writer:
        who = writer.record(VISITOR, given_name="Odette", age_band="60_69", commune="26220", **said)
        for at in moments:
            writer.record(VISIT, permanence=permanence(store), visitor=who, times=(at, at + 60), age_band="60_69")
    clock.now = NOW
    return who


def kept(store: Store) -> set[int]:
    return {row.id for row in store.all(visitor.select()) if row.given_name}


def test_who_has_not_come_for_twelve_months_is_anonymous_and_still_counted(central: Store, clock: Hands) -> None:
    gone, stays = somebody(central, clock, LONG_AGO), somebody(central, clock, LONG_AGO, LATELY)
    never, soon = somebody(central, clock), somebody(central, clock, NOW - 360 * 86_400)
    with central.reading() as connection:
        before = people(connection, midnight(date(2025, 1, 1)), midnight(date(2027, 1, 1)))
    told = purging.asked(central)
    assert (told.people, told.soon, kept(central)) == (2, 1, {gone, stays, never, soon})
    assert purging.daily(central)
    # Once a day, whichever program does it.
    assert not purging.daily(central)
    assert kept(central) == {stays, soon}
    rows = {row.id: row for row in central.all(visitor.select())}
    assert (rows[gone].age_band, rows[gone].commune, rows[gone].erased) == ("60_69", "26220", "")
    assert {row.visitor for row in central.all(visit.select())} == {None, stays, soon}
    assert {row.visitor for row in central.all(came.select())} == {stays, soon}
    with central.reading() as connection:
        assert people(connection, midnight(date(2025, 1, 1)), midnight(date(2027, 1, 1))) == before
    assert purging.last_month(central) == Purged(people=2, soon=1)
    clock.now = midnight(date(2027, 2, 4)) + 36_000
    assert purging.purge(central).people == 2
    assert not kept(central)


def test_nobody_goes_for_whom_there_is_a_reason_to_wait(central: Store, clock: Hands) -> None:
    several = [somebody(central, clock, LONG_AGO) for _ in range(7)]
    joined, lent, booked, signed, asking, bought, adult = several
    child = somebody(central, clock, LATELY, answered_by=adult)
    with central.writing() as writer:
        again = writer.record(VISITOR, given_name="Odette")
        writer.record(LINK, one=joined, other=again, verdict="same")
        writer.record(VISIT, permanence=permanence(central), visitor=again, times=(LATELY, None))
        writer.record(LOAN, visitor=lent, times=(LONG_AGO, None))
        writer.record(BOOKING, visitor=booked, times=(LONG_AGO, None))
        workshop = writer.record(WORKSHOP, times=(NOW + 86_400, NOW + 90_000))
        writer.record(REGISTRATION, workshop=workshop, visitor=signed)
        writer.record(REQUEST, visitor=asking, right="access", received_on=NOW)
        writer.record(PASS, visitor=bought, times=(LONG_AGO, NOW + 86_400))
    assert purging.purge(central).people == 0
    assert kept(central) == {*several, again, child}


def test_a_pc_that_is_silent_is_waited_for_three_months_at_most(central: Store, clock: Hands) -> None:
    gone = somebody(central, clock, LONG_AGO)
    antenna = 4
    sent = {"device": 9, "antenna": antenna, "secret": b"", "public": b"p", "key": 1, "recovery": b"", "created_at": 1}
    central.write_local(credential.insert().values(**sent))
    central.write_local(visible.insert().values(visitor=gone, antenna=antenna))
    assert purging.purge(central) == Purged(awaited=1)
    central.keep_receipt(9, Receipt(1, midnight(date(2026, 11, 21))))
    assert purging.asked(central).people == 1
    central.write_local(visible.delete())
    central.write_local(visible.insert().values(visitor=gone, antenna=antenna))
    central.write_local(credential.update().values(device=10))
    assert purging.asked(central) == Purged(awaited=1)
    clock.now = midnight(date(2027, 2, 22))
    assert purging.asked(central).people == 1


def test_who_comes_while_it_is_decided_stays(central: Store, clock: Hands) -> None:
    who = somebody(central, clock, LONG_AGO)
    purging.asked(central)
    over = keeping.over(central, 5)
    with central.writing() as writer:
        writer.record(VISIT, permanence=permanence(central), visitor=who, times=(NOW, None))
    assert (over.people, keeping.forget(central, over.people)) == ((frozenset({who}),), 0)
    assert kept(central) == {who}


def test_names_without_a_record_animators_who_left_and_access_logs_go_too(central: Store) -> None:
    with central.writing() as writer:
        old = writer.record(WORKSHOP, times=(LONG_AGO, LONG_AGO + 3_600))
        new = writer.record(WORKSHOP, times=(LATELY, LATELY + 3_600))
        for workshop in (old, new):
            writer.record(REGISTRATION, workshop=workshop, name="Odette Chastel", phone="0612345678", state="seen")
        writer.record(BOOKING, name="Odette Chastel", times=(LONG_AGO, LONG_AGO + 3_600))
        writer.record(WISH, name="Odette Chastel", wished_on=LONG_AGO)
    add_animator(central, given_name="Élodie", family_name="Brès", status="employed", antenna=None)
    [animator] = animators(central)
    last = midnight(date(2021, 7, 1))
    with central.writing() as writer:
        writer.record(ENGAGEMENT, animator=animator.id, times=(midnight(date(2019, 1, 1)), last))
    row = {"at": NOW - 400 * 86_400, "account": "marie", "what": "tout", "reason": "CAF, bilan", "names": False}
    central.write_local(taken.insert().values(**row))
    assert purging.asked(central) == Purged(names=3, animators=1)
    assert purging.purge(central) == Purged(names=3, animators=1, lines=1)
    assert purging.asked(central) == Purged()
    assert [row.name for row in central.all(registration.select().order_by("id"))] == [None, "Odette Chastel"]
    assert [(row.name, row.wished_on) for row in central.all(wish.select())] == [(None, LONG_AGO)]


def test_nothing_goes_by_itself_when_nobody_confirms_the_clock(central: Store, clock: Hands) -> None:
    who = somebody(central, clock, LATELY)
    clock.now = NOW + 400 * 86_400
    assert not purging.daily(central)
    assert kept(central) == {who}
    assert purging.purge(central).people == 1
