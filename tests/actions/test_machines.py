"""Machines of a fablab: who may use which until when, and what two PCs make of it."""

from datetime import date, timedelta

import pytest

from kiosque.actions.coworking import desks
from kiosque.actions.done import undo
from kiosque.actions.inputs import BadInput
from kiosque.actions.repairing import machines
from kiosque.actions.repairing.machines import Allowed, NotAllowed
from kiosque.actions.visitors import erasure, links, people, reception
from kiosque.actions.visitors.people import Answers
from kiosque.db import records as tables
from kiosque.db.write import Missing
from kiosque.domain.french import local
from tests.stores import MONDAY_9_H, Space, folded, meet, rows, said

TODAY = local(MONDAY_9_H).date()
SOON = TODAY + timedelta(days=30)


def printer(space: Space, label: str = "Imprimante 3D") -> int:
    return desks.add_desk(space.store, label=label, form="machine", author=space.animator).record


def written(space: Space, given_name: str = "Zoé") -> int:
    return people.write_down(space.store, Answers(given_name, "Roux", 1990, "26220"), author=space.animator).record


def test_who_was_shown_how_may_take_a_machine_until_a_day(opened: Space) -> None:
    store, author = opened.store, opened.animator
    machine, zoe = printer(opened), written(opened)
    visit = reception.sign_in_visitor(store, zoe, author=author).visit
    for came in (visit, None):
        with pytest.raises(NotAllowed):
            desks.take(store, machine, visit=came, author=author)
    machines.allow(store, machine, zoe, SOON - timedelta(days=9), author=author)
    done = machines.allow(store, machine, zoe, SOON, author=author)
    assert [each.allowed for each in machines.machines(store)] == [(Allowed(zoe, "Zoé Roux", SOON),)]
    desks.take(store, machine, visit=visit, author=author)
    desks.free(store, machine, author=author)
    undo(store, done, author)
    assert machines.machines(store)[0].allowed[0].until == SOON - timedelta(days=9)
    opened.clock.pass_(days=22)
    assert machines.machines(store)[0].allowed == ()
    with pytest.raises(NotAllowed):
        desks.take(store, machine, visit=visit, author=author)
    assert rows(store) == folded(store)


def test_an_authorisation_is_withdrawn_and_stays_known(opened: Space) -> None:
    store, author = opened.store, opened.animator
    machine, zoe = printer(opened), written(opened)
    machines.allow(store, machine, zoe, SOON, author=author)
    opened.clock.pass_(minutes=5)
    machines.withdraw(store, machine, zoe, author=author)
    assert machines.machines(store)[0].allowed == ()
    row = store.one(tables.authorisation.select())
    assert (row.ended_at - row.started_at, row.animator) == (300, author)
    assert machines.withdraw(store, machine, zoe, author=author).entries == ()


def test_what_cannot_be_is_refused(opened: Space) -> None:
    store, author = opened.store, opened.animator
    machine, zoe = printer(opened), written(opened)
    table = desks.add_desk(store, label="Table", form="coworking", author=author).record
    faults: list[tuple[int, int, date]] = [
        (machine, zoe, TODAY - timedelta(days=1)),
        (machine, zoe, TODAY + timedelta(days=2000)),
        (table, zoe, SOON),
        (machine, 12, SOON),
    ]
    for where, who, until in faults:
        with pytest.raises((BadInput, Missing)):
            machines.allow(store, where, who, until, author=author)
    assert rows(store)["authorisation"] == []


def test_whoever_turns_out_to_be_the_same_person_is_allowed_by_either_record(opened: Space) -> None:
    store, author = opened.store, opened.animator
    machine, zoe, twin = printer(opened), written(opened), written(opened, "Zoë")
    visit = reception.sign_in_visitor(store, twin, author=author).visit
    machines.allow(store, machine, zoe, SOON, author=author)
    with pytest.raises(NotAllowed):
        desks.take(store, machine, visit=visit, author=author)
    links.join(store, zoe, twin, author=author)
    desks.take(store, machine, visit=visit, author=author)


def test_two_pcs_that_allow_at_once_keep_both_and_the_later_day_holds(opened: Space) -> None:
    machine, zoe = printer(opened), written(opened)
    meet(opened.store, opened.central)
    other = opened.network.kiosk(opened.central, opened.antenna)
    machines.allow(opened.store, machine, zoe, SOON, author=opened.animator)
    machines.allow(other, machine, zoe, SOON + timedelta(days=5), author=opened.animator)
    for store in (opened.store, other, opened.store):
        meet(store, opened.central)
    for store in (opened.store, other):
        assert [each.until for each in machines.machines(store)[0].allowed] == [SOON + timedelta(days=5)]
    # What is taken back here, and granted there meanwhile, stays granted.
    opened.clock.pass_(minutes=5)
    machines.withdraw(other, machine, zoe, author=opened.animator)
    machines.allow(opened.store, machine, zoe, SOON, author=opened.animator)
    for store in (opened.store, other, opened.store):
        meet(store, opened.central)
    for store in (opened.store, other):
        assert [each.until for each in machines.machines(store)[0].allowed] == [SOON]
    opened.clock.pass_(minutes=5)
    machines.withdraw(other, machine, zoe, author=opened.animator)
    meet(other, opened.central)
    meet(opened.store, opened.central)
    assert machines.machines(opened.store)[0].allowed == ()
    for store in (opened.store, other, opened.central):
        assert rows(store) == folded(store)


def test_who_is_erased_is_allowed_nothing_and_that_somebody_was_stays(opened: Space) -> None:
    store, author = opened.store, opened.animator
    machine, zoe = printer(opened), written(opened)
    machines.allow(store, machine, zoe, SOON, author=author)
    erasure.erase_person(store, zoe, author=author)
    meet(store, opened.central)
    for each in (store, opened.central):
        row = each.one(tables.authorisation.select())
        assert (row.desk, row.visitor) == (machine, None)
        assert "Zoé".encode() not in said(each)
        assert rows(each) == folded(each)
    assert machines.machines(store)[0].allowed == ()
