"""Workshops and places to work at, as headquarters plans them for an antenna from the command line."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from kiosque.actions import numbers
from kiosque.actions.coworking import desks
from kiosque.actions.workshops import workshop_changes, workshops
from kiosque.actions.workshops.workshops import Details, Repeats, WorkshopLine
from kiosque.bootstrap.central import antenna_of, opened
from kiosque.bootstrap.devices import animator_of
from kiosque.domain.french import PARIS

USUAL_PLACES = 8
"""Of a workshop that headquarters plans, unless it is corrected: the antenna says otherwise when its room does."""


def plan(
    at: Path,
    antenna: str,
    title: str,
    animator: str,
    *,
    theme: str,
    starts: datetime,
    length: int,
    repeats: Repeats,
) -> int:
    """Plan a workshop, or a series, at an antenna; return how many sessions. Raises ``KnownError``."""
    with opened(at) as store:
        where, who = antenna_of(store, antenna), animator_of(store, animator)
        done = workshops.plan(
            store,
            title=title,
            theme=theme,
            starts_at=_seconds(starts),
            minutes=length,
            capacity=USUAL_PLACES,
            animator=who,
            details=Details(antenna=where, repeats=repeats),
        )
    return len(done.entries)


def coming(at: Path, antenna: str) -> tuple[WorkshopLine, ...]:
    """Return the workshops to come at the antenna of that code. Raises ``KnownError``."""
    with opened(at) as store:
        return workshops.upcoming(store, antenna=antenna_of(store, antenna))


def correct(
    at: Path,
    number: str,
    *,
    title: str | None,
    starts: datetime | None,
    length: int | None,
    capacity: int | None,
    rest: bool,
) -> None:
    """Say otherwise what a workshop is: only what is said changes. Raises ``KnownError``."""
    with opened(at) as store:
        workshop = numbers.heard(number)
        before = workshops.plan_of(store, workshop)
        after = replace(
            before,
            title=title or before.title,
            starts_at=_seconds(starts) if starts else before.starts_at,
            minutes=length or before.minutes,
            capacity=capacity or before.capacity,
        )
        workshop_changes.correct(store, workshop, after, author=0, rest=rest)


def call_off(at: Path, number: str, *, rest: bool) -> None:
    """Call a workshop off: who registered is told at the antenna. Raises ``KnownError``."""
    with opened(at) as store:
        workshop_changes.call_off(store, numbers.heard(number), author=0, rest=rest)


def furnish(at: Path, antenna: str, name: str, form: str) -> None:
    """Add a place to work at to an antenna. Raises ``KnownError``."""
    with opened(at) as store:
        desks.add_desk(store, label=name, form=form, antenna=antenna_of(store, antenna))


def _seconds(moment: datetime) -> int:
    return int(moment.replace(tzinfo=PARIS).timestamp())
