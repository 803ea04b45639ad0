"""What does not go together in a workshop that is planned: said, and left to whoever plans; but for who left."""

from enum import Enum

from sqlalchemy import select

from kiosque.actions.inputs import BadInput, alive
from kiosque.actions.network.network import animators
from kiosque.actions.network.programmes import programmes
from kiosque.actions.network.staff import elsewhere
from kiosque.actions.opening.hours import calendar_of
from kiosque.actions.workshops.registrations import attendees_of, grouped
from kiosque.actions.workshops.workshops import Plan, starts_of
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain import codes
from kiosque.domain.french import local
from kiosque.domain.holidays import public_holiday, school_holidays


class Doubt(Enum):
    """What may be a mistake, in the order in which it is said."""

    PUBLIC_HOLIDAY = "a session is on a public holiday"
    CLOSED = "the antenna is closed, or opens later or closes earlier"
    SCHOOL_HOLIDAYS = "a session is in the school holidays"
    ANIMATOR_TWICE = "an animator holds another workshop at that time"
    ANIMATOR_AWAY = "the circuit has an animator at another antenna"
    ROOM_TWICE = "another workshop is held here at that time"
    OVER_CAPACITY = "more people are expected than there are places"
    PROGRAMME_OVER = "its programme does not run on the day of a session"


SAID = {
    Doubt.PUBLIC_HOLIDAY: "Une séance tombe un jour férié.",
    Doubt.CLOSED: "Une séance est hors des horaires d’ouverture de l’antenne.",
    Doubt.SCHOOL_HOLIDAYS: "Une séance tombe pendant les vacances scolaires.",
    Doubt.ANIMATOR_TWICE: "Quelqu’un anime un autre atelier à ce moment.",
    Doubt.ANIMATOR_AWAY: "Quelqu’un est attendu dans une autre antenne à ce moment.",
    Doubt.ROOM_TWICE: "Un autre atelier a lieu à cette antenne à ce moment.",
    Doubt.OVER_CAPACITY: "Il y a plus d’inscrits que de places.",
    Doubt.PROGRAMME_OVER: "Son programme ne court pas le jour d’une séance.",
}
"""What is said of each."""


def check_holders(store: Store, plan: Plan, before: Plan | None = None) -> None:
    """Raise ``BadInput`` where who left is to hold a workshop; with what they held ``before`` they stay."""
    held = (before.animator, *before.details.others) if before else ()
    asked = {plan.animator, *plan.details.others}.difference(held)
    left = next((each for each in animators(store) if each.shut and each.id in asked), None)
    if left:
        raise BadInput("animator", "{name} a quitté le réseau. Choisissez qui anime.", name=left.full_name)


def doubts(store: Store, plan: Plan, workshop: int | None = None) -> tuple[Doubt, ...]:
    """Return what may be a mistake in ``plan``, of any of its sessions; ``workshop`` is the record it corrects."""
    found = {doubt for start in starts_of(store, plan) for doubt in _of_session(store, plan, start, workshop)}
    if workshop is not None and _people(store, workshop) > plan.capacity:
        found.add(Doubt.OVER_CAPACITY)
    return tuple(doubt for doubt in Doubt if doubt in found)


def _people(store: Store, workshop: int) -> int:
    """Return how many have a place at a workshop."""
    return sum(each.holds_one for each in attendees_of(store.all, workshop)) + grouped(store.all, workshop)


def _of_session(store: Store, plan: Plan, start: int, workshop: int | None) -> set[Doubt]:
    about, end = plan.details, start + plan.minutes * 60
    here = about.place == codes.HERE
    antenna = store.identity.antenna if about.antenna is None else about.antenna
    calendar, day = calendar_of(store, antenna), local(start).date()
    found = {Doubt.PUBLIC_HOLIDAY} if public_holiday(day) else set()
    if school_holidays(day, calendar.zone):
        found.add(Doubt.SCHOOL_HOLIDAYS)
    slots = calendar.on(day).slots
    inside = any(slot.start <= start and end <= slot.end for slot in slots)
    if here and calendar.knows(day) and not inside and not public_holiday(day):
        found.add(Doubt.CLOSED)
    if about.programme is not None and about.programme not in {each.id for each in programmes(store, day)}:
        found.add(Doubt.PROGRAMME_OVER)
    holders = {plan.animator, *about.others}
    if any(elsewhere(store, each, antenna, start, end) for each in holders):
        found.add(Doubt.ANIMATOR_AWAY)
    for other in _at_that_time(store, start, end, workshop):
        if holders & _holders(other):
            found.add(Doubt.ANIMATOR_TWICE)
        if here and other.place is None and other.antenna == antenna:
            found.add(Doubt.ROOM_TWICE)
    return found


def _at_that_time(store: Store, start: int, end: int, besides: int | None) -> list[Found]:
    table = tables.workshop
    columns = (table.c.antenna, table.c.animator, table.c.animators, table.c.place)
    query = select(*columns).where(table.c.started_at < end, table.c.ended_at > start, alive(table))
    return store.all(query.where(table.c.id != besides) if besides is not None else query)


def _holders(workshop: Found) -> set[int]:
    return {workshop.animator, *(int(each) for each in (workshop.animators or "").split())}
