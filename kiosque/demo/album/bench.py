"""What is repaired on the morning of the pictures, and who may use which machine."""

from datetime import timedelta

from kiosque.actions.coworking import desks
from kiosque.actions.repairing import machines, repair_sessions, repairs
from kiosque.actions.repairing.repairs import Attempt, Item
from kiosque.actions.visitors import reception
from kiosque.actions.workshops import workshops
from kiosque.db.store import Store
from kiosque.demo.clock import Clock
from kiosque.domain.french import local
from kiosque.domain.repair_codes import END_OF_LIFE, FIXED, REPAIRABLE

MINUTE = 60

BROUGHT = (
    (Item("16", "Lenovo", 2017), Attempt("slow", FIXED)),
    (Item("unpowered_bicycle"), Attempt("adjust", FIXED)),
    (Item("15"), Attempt("cord", FIXED)),
    (Item("34", "Miele", 2009), Attempt("motor", END_OF_LIFE, "2")),
    (Item("27", "Singer", 1974), Attempt("stuck", FIXED)),
)
KETTLE = Item("14", "Moulinex", 2016, 1_100)
MACHINE = "Découpe laser"
"""Beside those that headquarters has placed."""


def repair(store: Store, wall: Clock, animator: int, visits: list[int]) -> tuple[int, int]:
    """Hold a repair café, to which a kettle comes twice; return the kettle and its last repair."""
    starts_at = wall.now - 30 * MINUTE
    session = workshops.plan(
        store,
        title="Repair café du lundi",
        theme=repair_sessions.THEME,
        starts_at=starts_at - starts_at % (30 * MINUTE),
        minutes=180,
        capacity=20,
        animator=animator,
    ).record
    repair_sessions.count_volunteers(store, session, 3, author=animator)
    first = Attempt("heat", REPAIRABLE, note="Résistance à commander")
    kettle = repairs.note_repair(store, KETTLE, first, visit=visits[-1], author=animator).item
    for (item, said), visit in zip(BROUGHT, visits, strict=True):
        wall.now += 3 * MINUTE
        repairs.note_repair(store, item, said, visit=visit, author=animator)
    wall.now += 3 * MINUTE
    again = repairs.note_repair(store, kettle, Attempt("heat", FIXED), visit=visits[-1], author=animator)
    return kettle, again.record


def equip(store: Store, animator: int) -> None:
    """Let some of those who are here use some machines."""
    here = [each.visitor for each in reception.present(store) if each.visitor is not None]
    until = local(store.now()).date() + timedelta(days=365)
    desks.add_desk(store, label=MACHINE, form="machine", author=animator)
    for place, machine in enumerate(machines.machines(store)):
        for visitor in here[: 2 - place]:
            machines.allow(store, machine.id, visitor, until, author=animator)
