"""Booking a place to work at: for some hours of a day, or every week; who has which, and what stands in the way."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, between, name, telephone
from kiosque.actions.known import require, require_known
from kiosque.actions.opening.hours import calendar_of
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain import opening_hours
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.opening_hours import CLOSED, Slot
from kiosque.domain.persons import full_name
from kiosque.domain.records import BOOKING
from kiosque.domain.validity import dates, in_force, midnight
from kiosque.domain.working import Held, clashing, meets
from kiosque.journal.entry import Value

FURTHEST = timedelta(days=370)
LOOKED_AHEAD = 56
"""Days in which a booking that comes back is compared with the others: eight weeks."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: a desk at ``hours`` (OSM) from ``first`` to ``last``; None: until further notice."""

    desk: int
    hours: str
    first: date
    last: date | None

    @property
    def one_day(self) -> bool:
        """Whether it is for one day."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Booked:
    """Who has a desk on a day, and when: for the animator's eyes.

    ``booking`` is the record of the person, ``record`` the one that says so of this day; ``clash``: somebody who
    booked before has the desk at that time.
    """

    booking: int
    record: int
    desk: int
    desk_name: str
    slot: Slot
    who: str
    phone: str
    visitor: int | None
    regular: bool
    clash: bool = False


class DeskBooked(KnownError):
    """Somebody has booked it at that time."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who books: somebody who is known (``visitor``), or by name and number."""

    visitor: int | None = None
    called: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Booking:
    """What was booked, as it is said otherwise; ``hours`` (OSM) from ``first`` to ``last``, None: every week."""

    desk: int
    hours: str
    first: date
    last: date | None
    who: Who
    name: str

    @property
    def regular(self) -> bool:
        """Whether they come every week."""
        return self.first != self.last


def book(
    store: Store, asked: Asked, *, author: int, visitor: int | None = None, called: str = "", phone: str = ""
) -> Done:
    """Book a desk for somebody who is known (``visitor``), or by name. Raises ``DeskBooked`` or ``BadInput``."""
    who = _kept(Who(visitor, called, phone))
    said = _checked(store, asked)
    with store.writing(author) as writer:
        record = writer.record(BOOKING, **said, **who)
    return Done(record, tuple(writer.entries), writer.now)


def booking_of(store: Store, booking: int) -> Booking:
    """Return what was booked. Raises ``db.write.Missing`` or ``db.apart.SetApart``."""
    row, visitor = require(store.first, tables.booking, booking), tables.visitor
    require_known(store, (row.visitor,) if row.visitor else ())
    names = select(visitor.c.given_name, visitor.c.family_name).where(visitor.c.id == row.visitor)
    person = store.first(names) if row.visitor else None
    called = full_name(person.given_name, person.family_name) if person else row.name or ""
    first = local(row.started_at or 0).date()
    last = local(row.ended_at - 1).date() if row.ended_at else None
    return Booking(row.desk, row.hours or "", first, last, Who(row.visitor, row.name or "", row.phone or ""), called)


def rebook(store: Store, booking: int, asked: Asked, *, author: int, who: Who | None = None) -> Done:
    """Say otherwise what is booked: the desk, the hours, the days, and who, unless None.

    Of who came every week before ``asked.first`` what was booked until then stays: another booking goes on from it.
    Raises as ``book``, or ``Missing``, or ``db.apart.SetApart``.
    """
    row = require(store.first, tables.booking, booking)
    require_known(store, (row.visitor,) if row.visitor else ())
    said = _checked(store, asked, besides=booking)
    with store.writing(author) as writer:
        begins, before = midnight(asked.first), row.started_at or 0
        if _one_day(row) or before >= begins:
            writer.correct(BOOKING, booking, **said, **(_kept(who) if who else {}))
            return Done(booking, tuple(writer.entries), writer.now)
        writer.amend(BOOKING, booking, times=(before, begins))
        same = who or Who(row.visitor, row.name or "", row.phone or "")
        record = writer.record(BOOKING, **said, **_kept(same))
    return Done(record, tuple(writer.entries), writer.now)


def _kept(who: Who) -> dict[str, Value]:
    """Return who booked as it is kept. Raises ``BadInput``."""
    if who.visitor is not None:
        return {"visitor": who.visitor, "name": None, "phone": None}
    return {"visitor": None, "name": name("called", who.called), "phone": telephone(who.phone)}


def move(store: Store, booked: Booked, desk: int, *, author: int) -> Done:
    """Give who booked another desk: for this day, when they come every week. Raises ``DeskBooked`` or ``Missing``."""
    day = local(booked.slot.start).date()
    if _taken(booked_on(store, day), desk, booked.slot, booked.booking):
        raise _refusal()
    with store.writing(author) as writer:
        if booked.regular and booked.record == booked.booking:
            hours = require(store.first, tables.booking, booked.record).hours
            writer.record(BOOKING, regular=booked.booking, desk=desk, hours=hours, times=dates(day, day))
        else:
            writer.amend(BOOKING, booked.record, desk=desk)
    return Done(booked.booking, tuple(writer.entries), writer.now)


def cancel(store: Store, booked: Booked, *, author: int, for_good: bool = False) -> Done:
    """Note that who booked does not come: on this day; or not any more, when ``for_good``. Raises ``Missing``."""
    day = local(booked.slot.start).date()
    row = require(store.first, tables.booking, booked.booking)
    with store.writing(author) as writer:
        if not booked.regular or (for_good and (row.started_at or 0) >= midnight(day)):
            writer.amend(BOOKING, booked.booking, deleted=True)
        elif for_good:
            writer.amend(BOOKING, booked.booking, times=(row.started_at or 0, midnight(day)))
        elif booked.record != booked.booking:
            writer.amend(BOOKING, booked.record, hours=CLOSED)
        else:
            regular, desk = booked.booking, booked.desk
            writer.record(BOOKING, regular=regular, desk=desk, hours=CLOSED, times=dates(day, day))
    return Done(booked.booking, tuple(writer.entries), writer.now)


def booked_on(store: Store, day: date) -> tuple[Booked, ...]:
    """Return what is booked at this antenna on ``day``, by hour; nothing of who comes every week when it is closed."""
    rows = _rows(store, day)
    people = {row.id: row for row in rows if row.regular is None}
    together: dict[int, list[Found]] = defaultdict(list)
    for each in rows:
        together[each.regular or each.id].append(each)
    calendar = calendar_of(store, store.identity.antenna)
    closed = calendar.knows(day) and not calendar.on(day).slots
    found, held = [], []
    for booking, said in together.items():
        row: Found | None = in_force(said, day)
        person = people.get(booking)
        if row is None or person is None or not (person.name or person.visitor):
            continue
        regular = not _one_day(person)
        if closed and regular:
            continue
        for slot in opening_hours.planned(row.hours, day, calendar.zone):
            found.append(_booked(row, person, slot, regular=regular))
            held.append(Held(row.id, row.desk, slot, (row.clock, row.id)))
    lost = clashing(held)
    marked = [replace(each, clash=each.record in lost) for each in found]
    return tuple(sorted(marked, key=lambda each: (each.slot.start, each.desk_name, each.record)))


def usual_hours(store: Store, day: date) -> tuple[Slot, ...]:
    """Return when the antenna is open on ``day``: what a morning, an afternoon and a day are there."""
    return calendar_of(store, store.identity.antenna).on(day).slots


def free_desks(store: Store, day: date, slot: Slot, besides: int | None = None) -> tuple[tuple[int, str], ...]:
    """Return the desks, with their names, that nobody has booked at that time."""
    booked = booked_on(store, day)
    return tuple(each for each in _desks(store) if not _taken(booked, each[0], slot, besides))


def _checked(store: Store, asked: Asked, besides: int | None = None) -> dict[str, Value]:
    opening_hours.parse(asked.hours)
    today = local(store.now()).date()
    times = between(asked.first, asked.last)
    if not timedelta(-1) <= asked.first - today <= FURTHEST:
        raise BadInput("first", "Une réservation commence entre hier et dans un an.")
    if asked.desk not in dict(_desks(store)):
        raise BadInput("desk", "Cette place n’existe pas sur ce poste.")
    zone = calendar_of(store, store.identity.antenna).zone
    ahead = [asked.first + timedelta(days=each) for each in range(1 if asked.one_day else LOOKED_AHEAD)]
    for day in ahead:
        if asked.last is None or day <= asked.last:
            booked: Sequence[Booked] = ()
            for number, slot in enumerate(opening_hours.planned(asked.hours, day, zone)):
                booked = booked if number else booked_on(store, day)
                if _taken(booked, asked.desk, slot, besides):
                    raise _refusal()
    return {"desk": asked.desk, "hours": asked.hours, "times": times}


def _taken(booked: Iterable[Booked], desk: int, slot: Slot, besides: int | None) -> bool:
    others = (each for each in booked if each.desk == desk and each.booking != besides and not each.clash)
    return any(meets(each.slot, slot) for each in others)


def _refusal() -> DeskBooked:
    return DeskBooked("Cette place est déjà réservée à ces heures.")


def _booked(row: Found, person: Found, slot: Slot, *, regular: bool) -> Booked:
    who = person.name or full_name(person.given_name, person.family_name)
    phone = person.phone or person.visitor_phone or ""
    return Booked(person.id, row.id, row.desk, row.desk_name or "", slot, who, phone, person.visitor, regular)


def _rows(store: Store, day: date) -> list[Found]:
    table, desk, visitor, entry = tables.booking, tables.desk, tables.visitor, tables.entry
    begins, ends = midnight(day), midnight(day + timedelta(days=1))
    around = (table.c.started_at < ends, table.c.ended_at.is_(None) | (table.c.ended_at > begins))
    query = (
        select(
            *(table, desk.c.name.label("desk_name"), entry.c.clock),
            *(visitor.c.given_name, visitor.c.family_name, visitor.c.phone.label("visitor_phone")),
        )
        .join(desk, desk.c.id == table.c.desk)
        .join(entry, entry.c.id == table.c.id)
        .outerjoin(visitor, visitor.c.id == table.c.visitor)
        .where(desk.c.antenna == store.identity.antenna, table.c.hours.is_not(None), *around)
        .where(alive(table), alive(desk))
    )
    return store.all(query)


def _one_day(row: Found) -> bool:
    first = local(row.started_at or 0).date()
    return (row.started_at, row.ended_at) == dates(first, first)


def _desks(store: Store) -> tuple[tuple[int, str], ...]:
    table = tables.desk
    here = select(table.c.id, table.c.name).where(table.c.antenna == store.identity.antenna, alive(table))
    return tuple((row.id, row.name or "") for row in store.all(here.order_by(table.c.name, table.c.id)))
