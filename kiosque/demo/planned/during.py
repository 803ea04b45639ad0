"""What headquarters does while the days of a demo pass: it moves equipment, changes the circuit, decides."""

from datetime import date, timedelta

from kiosque.actions.equipping import equipment
from kiosque.actions.network import staff
from kiosque.actions.opening import decisions, presence_corrections
from kiosque.db.store import Store
from kiosque.demo.planned.before import EQUIPMENT
from kiosque.demo.planned.placed import Placed, said, week
from kiosque.domain.validity import midnight

LOOKS_EVERY, EVERY, FIRST = 7, 28, 4
"""Days: once a week it looks at what waits for it, once in four weeks it does more; first in the first of them."""

MOVED, RETIRED = "Vidéoprojecteur", "Tablette"
"""By turns everywhere: one projector goes to the next antenna, and one tablet is taken away for good."""


LEFT_EARLIER = 600
"""Seconds."""


def acts_on(day: int) -> bool:
    """Whether headquarters does something on that day of a demo, counted from 0."""
    return day % LOOKS_EVERY == FIRST


def act(store: Store, placed: tuple[Placed, ...], day: int, today: date) -> None:
    """Do in the central's ``store`` what is due on that ``day`` of the demo, which is ``today``."""
    _decide_hours(store)
    if day % EVERY != FIRST:
        return
    turn = day // EVERY
    here, there = (placed[(turn + each) % len(placed)] for each in (0, 1))
    _move(store, here, there)
    _replace(store, there, today)
    _send_otherwise(store, here, today)
    _correct_presence(store, here, today)


def _move(store: Store, here: Placed, there: Placed) -> None:
    """Let a projector go where there is more to show."""
    found = next((each for each in equipment.find(store, MOVED) if each.antenna == here.antenna), None)
    if found is not None:
        equipment.move(store, found.id, there.antenna)


def _replace(store: Store, there: Placed, today: date) -> None:
    """Take an old tablet away, and place a new one."""
    found = next((each for each in equipment.find(store, RETIRED) if each.antenna == there.antenna), None)
    if found is not None:
        equipment.retire(store, found.id, today)
    form = dict(EQUIPMENT)[RETIRED]
    equipment.place(store, called=RETIRED, form=form, antenna=there.antenna, since=today + timedelta(days=1))


def _send_otherwise(store: Store, here: Placed, today: date) -> None:
    """Let one who roams come to an antenna once more than usual, in the week after: there is a workshop to hold."""
    monday = today + timedelta(days=7 - today.weekday())
    slots = week(here.space, monday)
    if slots:
        staff.plan_stop(
            store,
            animator=here.animators[-1],
            antenna=here.antenna,
            hours=said(slots[-1]),
            first=monday,
            last=monday + timedelta(days=6),
        )


def _decide_hours(store: Store) -> None:
    """Take the hours that wait for headquarters as they were noted: a closing was forgotten, and told the next day."""
    for each in decisions.in_doubt(store):
        ended_at = each.ended_at
        if ended_at is not None and ended_at <= store.now() and ended_at - each.started_at <= decisions.LONGEST:
            decisions.decide(store, each.id, each.started_at, ended_at)


def _correct_presence(store: Store, here: Placed, today: date) -> None:
    """Say of one permanence of the week before that somebody had left a little earlier: they telephoned."""
    last_week = (midnight(today - timedelta(days=7)), midnight(today))
    for permanence in presence_corrections.held(store, here.antenna, *last_week):
        for each in permanence.presences:
            if each.ended_at is not None and each.ended_at - LEFT_EARLIER > each.started_at:
                presence_corrections.correct(store, each.id, ended_at=each.ended_at - LEFT_EARLIER)
                return
