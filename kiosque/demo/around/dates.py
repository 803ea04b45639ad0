"""When something may be planned at an antenna: in the hours at which it is open."""

from datetime import timedelta

from kiosque.actions.opening.hours import calendar_of
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.opening_hours import Slot

AFTER_OPENING = 3_600
"""Seconds: people come at nine, and to a workshop at ten."""

SATURDAY = 5

A_WEEK = timedelta(days=7)


def slots_today(store: Store) -> tuple[Slot, ...]:
    """Return when the antenna is open today."""
    return calendar_of(store, store.identity.antenna).on(local(store.now()).date()).slots


def in_a_week(store: Store) -> int | None:
    """Return when a workshop would begin a week from now, in the same half-day; None when it is closed then."""
    now = local(store.now())
    slots = calendar_of(store, store.identity.antenna).on(now.date() + A_WEEK).slots
    same = (slot for slot in slots if (local(slot.start).hour < 12) == (now.hour < 12))  # noqa: PLR2004 - noon
    slot = next(same, None)
    return slot.start + AFTER_OPENING if slot else None


def in_school(store: Store) -> bool:
    """Whether pupils are at school today."""
    today = calendar_of(store, store.identity.antenna).on(local(store.now()).date())
    return today.day.weekday() < SATURDAY and not today.public_holiday and today.school_holidays is None
