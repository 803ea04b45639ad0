"""The repair café of a demo: what is brought is kept once, some of it comes back, and some learn a machine."""

import random

from kiosque.actions.coworking import desks
from kiosque.actions.opening import permanences
from kiosque.actions.repairing import repair_sessions
from kiosque.actions.visitors import reception
from kiosque.actions.visitors import visits as arrivals
from kiosque.actions.workshops import workshops
from kiosque.db import records
from kiosque.demo.bench import Bench, free_place
from kiosque.demo.played import Played
from kiosque.domain.footprints import Avoided
from kiosque.domain.records import REGISTRATION
from tests.stores import MONDAY_9_H, Space, folded, rows


def test_a_session_is_held_and_its_objects_come_back(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    permanences.open_permanence(store, author)
    bench = Bench(random.Random(3), Played(nyons.antenna))
    visits = [reception.sign_in_unnamed(store, "repair").visit for _ in range(40)]
    for visit in visits:
        bench.mend(store, visit, author)
    tables = rows(store)
    assert len(tables["repair"]) == 40 > len(tables["item"]) > 20
    written = {kind: count for (kind, *_), count in bench.played.facts.items()}
    assert written == {"repair": 40, "item": len(tables["item"])}
    assert {row["visit"] for row in tables["repair"]} == set(visits)
    done = repair_sessions.results(store, MONDAY_9_H, MONDAY_9_H + 1)
    assert done.attempts == 40
    assert done.avoided != Avoided()
    assert rows(store) == folded(store)


def test_whoever_came_to_a_session_with_something_is_noted_and_nobody_of_another_workshop(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    permanences.open_permanence(store, author)
    bench = Bench(random.Random(1), Played(nyons.antenna))
    for theme in (repair_sessions.THEME, "email"):
        planned = workshops.plan(
            store, title="A", theme=theme, starts_at=MONDAY_9_H, minutes=60, capacity=9, animator=author
        ).record
        with store.writing() as writer:
            for _ in range(9):
                visit = arrivals.arrive(writer, store, "workshop", arrivals.Bearer())
                writer.record(REGISTRATION, workshop=planned, visit=visit, state="seen")
        bench.hold(store, planned, author)
    session, _ = store.all(records.workshop.select().order_by(records.workshop.c.id))
    assert 2 <= session.volunteers <= 4
    assert {row["workshop"] for row in rows(store)["repair"]} == {session.id}


def test_a_machine_is_no_place_for_anybody(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    permanences.open_permanence(store, author)
    machine = desks.add_desk(store, label="Imprimante 3D", form="machine", author=author).record
    assert free_place(desks.places(store)) is None
    came = reception.sign_in_unnamed(store, "desk").visit
    bench = Bench(random.Random(1), Played(nyons.antenna))
    assert [bench.learn(store, came, author) for _ in range(9)] == [None] * 9
    reception.remember(store, came, given_name="Zoé", family_name="Roux")
    # One in five does; of sixty, somebody: the draw is that of this seed.
    learnt = [found for _ in range(60) if (found := bench.learn(store, came, author))]
    assert machine in learnt
    desks.take(store, machine, visit=came, author=author)
    assert bench.learn(store, came, author) is None
