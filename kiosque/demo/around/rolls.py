"""Who came to a workshop of a demo: said at the closing, by half-day where there are two, and signed for by some."""

from kiosque.actions.workshops import attendance, registrations
from kiosque.actions.workshops.attendance import SEEN, UNKNOWN, Roll
from kiosque.db import records
from kiosque.demo.around.here import Here
from kiosque.domain.french import local
from kiosque.domain.signature import pack
from kiosque.domain.validity import midnight
from kiosque.domain.workshops import Seat

SIGNED = 0.25
"""Share of the workshops at which people sign: those of which a funder asks for it."""

ABSENT = 0.15
ABSENCES = ("noshow", "excused")

POINTS, FEWEST_STROKES, MOST_STROKES = 18, 2, 4
"""Of a signature."""


def hold(here: Here) -> None:
    """Say who came to what was held today and of which nobody has said it."""
    store, now, table = here.store, here.store.now(), records.workshop
    today = table.c.started_at.between(midnight(local(now).date()), now)
    mine = (table.c.antenna == store.identity.antenna, table.c.deleted.is_not(True))
    for row in store.all(table.select().where(*mine, today).order_by(table.c.started_at, table.c.id)):
        roll = attendance.roll(store, row.id)
        for half_day, slot in enumerate(roll.half_days):
            said = {roll.states[each.registration][half_day] for each in roll.attendees}
            if slot.start < now and said == {UNKNOWN}:
                mark(here, row.id, half_day)


def mark(here: Here, workshop: int, half_day: int = 0) -> None:
    """Call who waits where a place is free, and say of each who has one whether they came."""
    store, author = here.store, here.animator
    signs = here.rng.random() < SIGNED
    for each in registrations.attendees(store, workshop):
        if each.seat is Seat.NEXT:
            here.make(registrations.call(store, each.registration, comes=True, author=author))
    for each in registrations.attendees(store, workshop):
        if each.waiting:
            continue
        if here.rng.random() < ABSENT:
            state = here.rng.choice(ABSENCES)
            here.make(attendance.mark(store, each.registration, state, author=author, half_day=half_day))
        elif signs:
            sign(here, each.registration, half_day)
        else:
            here.make(attendance.mark(store, each.registration, SEEN, author=author, half_day=half_day))


def sign_all(here: Here, roll: Roll) -> None:
    """Let everybody who came sign, where it is asked for; mostly it is not."""
    if here.rng.random() < SIGNED:
        for each in roll.attendees:
            if each.state == SEEN:
                sign(here, each.registration)


def sign(here: Here, registration: int, half_day: int = 0) -> None:
    """Let somebody draw their name with a finger."""
    here.wait(15)
    here.make(
        attendance.sign(here.store, registration, _drawn(here), author=here.animator, half_day=half_day),
    )


def _drawn(here: Here) -> bytes:
    rng = here.rng
    strokes = []
    for _ in range(rng.randint(FEWEST_STROKES, MOST_STROKES)):
        across, down = rng.random() / 2, rng.random()
        stroke = []
        for _ in range(POINTS):
            across, down = across + rng.random() / 30, min(1.0, max(0.0, down + rng.uniform(-0.2, 0.2)))
            stroke.append((across, down))
        strokes.append(stroke)
    return pack(strokes)
