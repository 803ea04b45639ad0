"""Workshops and places to work at, as headquarters plans them for an antenna from the command line."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kiosque.actions import numbers
from kiosque.actions.coworking import desks
from kiosque.actions.network import programmes
from kiosque.actions.workshops import agenda, workshop_changes, workshop_checks, workshops
from kiosque.actions.workshops.agenda import WorkshopLine
from kiosque.actions.workshops.workshop_checks import Doubt
from kiosque.actions.workshops.workshops import Details, Plan, Repeats
from kiosque.bootstrap.central import antenna_of, opened
from kiosque.bootstrap.devices import animator_of
from kiosque.db.store import Store
from kiosque.domain.codes import ELSEWHERE, HERE
from kiosque.domain.french import PARIS, local
from kiosque.journal.entry import COUNTER

USUAL_PLACES = 8
"""Of a workshop that headquarters plans, unless it is corrected: the antenna says otherwise when its room does."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a workshop; what is None stays, or goes without saying. Names are as they are typed.

    ``where``: a school, another room; an empty text: at the antenna. ``animators``: the first holds it, the others
    with them. ``level``, ``programme``: an empty text says that there is none.
    """

    title: str | None = None
    theme: str | None = None
    starts: datetime | None = None
    minutes: int | None = None
    places: int | None = None
    animators: tuple[str, ...] = ()
    level: str | None = None
    where: str | None = None
    programme: str | None = None


def plan(
    at: Path, antenna: str, told: Told, repeats: Repeats, *, only_check: bool = False
) -> tuple[tuple[datetime, ...], tuple[Doubt, ...]]:
    """Plan a workshop, or a series, at an antenna; ``only_check``: write nothing.

    Return when its sessions are, and what may be a mistake. Raises ``KnownError``.
    """
    with opened(at) as store:
        bare = Plan("", "", 0, 0, USUAL_PLACES, 0, Details(antenna=antenna_of(store, antenna), repeats=repeats))
        planned = _said(store, bare, told)
        workshops.checked(planned)
        workshop_checks.check_holders(store, planned)
        # Before it is written: it would be in its own way.
        found = workshop_checks.doubts(store, planned)
        if not only_check:
            workshops.plan_all(store, planned, author=COUNTER)
        return tuple(map(local, workshops.starts_of(store, planned))), found


def coming(at: Path, antenna: str) -> tuple[WorkshopLine, ...]:
    """Return the workshops to come at the antenna of that code. Raises ``KnownError``."""
    with opened(at) as store:
        return agenda.upcoming(store, antenna=antenna_of(store, antenna))


def correct(at: Path, number: str, told: Told, *, rest: bool) -> tuple[Doubt, ...]:
    """Say otherwise what a workshop is; return what may be a mistake. Raises ``KnownError``."""
    with opened(at) as store:
        workshop = numbers.heard(number)
        before = workshops.plan_of(store, workshop)
        after = _said(store, before, told)
        workshop_checks.check_holders(store, after, before)
        found = workshop_checks.doubts(store, after, workshop)
        workshop_changes.correct(store, workshop, after, author=COUNTER, rest=rest)
        return found


def call_off(at: Path, number: str, *, rest: bool) -> None:
    """Call a workshop off: who registered is told at the antenna. Raises ``KnownError``."""
    with opened(at) as store:
        workshop_changes.call_off(store, numbers.heard(number), author=COUNTER, rest=rest)


def furnish(at: Path, antenna: str, name: str, form: str) -> None:
    """Add a place to work at to an antenna. Raises ``KnownError``."""
    with opened(at) as store:
        desks.add_desk(store, label=name, form=form, antenna=antenna_of(store, antenna))


def _said(store: Store, before: Plan, told: Told) -> Plan:
    """Return a plan with what is told of it."""
    held = before.details
    who = tuple(animator_of(store, each) for each in told.animators) or (before.animator, *held.others)
    place = held.place if told.where is None else ELSEWHERE if told.where else HERE
    programme = held.programme
    if told.programme is not None:
        programme = programmes.programme_of(store, told.programme) if told.programme else None
    details = replace(
        held,
        level=held.level if told.level is None else told.level or None,
        place=place,
        where=held.where if told.where is None else told.where,
        others=who[1:],
        programme=programme,
    )
    return Plan(
        before.title if told.title is None else told.title,
        before.theme if told.theme is None else told.theme,
        _seconds(told.starts) if told.starts else before.starts_at,
        before.minutes if told.minutes is None else told.minutes,
        before.capacity if told.places is None else told.places,
        who[0],
        details,
    )


def _seconds(moment: datetime) -> int:
    return int(moment.replace(tzinfo=PARIS).timestamp())
