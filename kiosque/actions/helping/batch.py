"""Acts of help logged together, at the end of a permanence: the visits that have none yet, and several alike.

Nothing is invented: what nobody accepts is not an act of help.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.helping.interventions import checked, give
from kiosque.actions.helping.precise import Precise
from kiosque.actions.inputs import BadInput, alive
from kiosque.actions.network.programmes import require_running
from kiosque.actions.opening.during import during
from kiosque.actions.opening.permanences import open_here
from kiosque.actions.visitors.profile import Said
from kiosque.db import records as tables
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.domain.codes import DURATIONS, THEME_OF_REASON
from kiosque.domain.french import local
from kiosque.domain.persons import full_name
from kiosque.domain.profile import PROFILE
from kiosque.journal.entry import Value

MOST_AT_ONCE = 60
"""More acts alike in one permanence were not given one by one: somebody leans on the button."""

USUAL_MINUTES = 30
"""Proposed where nobody knows how long somebody stayed: the national tool's second tile. One touch changes it."""

MINUTE = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """What could be an act of help: who came, for what. ``theme`` is None when the reason says none.

    A group that came together is one draft: ``visits`` holds all of it. ``name`` is None for who gave none.
    """

    visits: tuple[int, ...]
    visitor: int | None
    name: str | None
    reason: str | None
    level: str | None
    arrived_at: int
    theme: str | None
    minutes: int
    profile: dict[str, str] = field(default_factory=dict)
    """What is known of who came, by field."""


@dataclass(frozen=True, slots=True)
class More:
    """What may be said of an act beside what must, and of those helped (``profile``)."""

    service: str | None = None
    admin_themes: tuple[str, ...] = ()
    precise: Precise = field(default_factory=Precise)
    profile: Said = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Act:
    """An act of help that somebody accepts: for whom (none: who is not signed in), about what, how long."""

    visits: tuple[int, ...]
    theme: str
    minutes: int
    more: More = field(default_factory=More)


def drafts(store: Store) -> tuple[Draft, ...]:
    """Return the visits of the permanence that have no act of help and no repair yet, in the order of arrival."""
    found: dict[int, Draft] = {}
    for permanence in open_here(store):
        helped = _helped(store, permanence)
        for row in store.all(_visits(permanence)):
            if row.id in helped:
                continue
            key = row.group or row.id
            before = found.get(key)
            found[key] = _draft(row, before.visits if before else ())
    return tuple(sorted(found.values(), key=lambda draft: (draft.arrived_at, draft.visits)))


def accept(store: Store, acts: Sequence[Act], *, animator: int) -> Done:
    """Log ``acts`` as given now by ``animator``: all of them or none. Raises ``NotOpen`` or ``BadInput``."""
    if not 0 < len(acts) <= MOST_AT_ONCE:
        raise BadInput("acts", "Notez de 1 à {most} aides à la fois.", most=MOST_AT_ONCE)
    today = local(store.now()).date()
    for each in {act.more.precise.programme for act in acts}:
        require_running(store, each, today)
    said = [_checked(act, today) for act in acts]
    with store.writing(animator) as writer:
        made = [
            give(writer, store, each, act.visits, animator, act.more.profile)
            for act, each in zip(acts, said, strict=True)
        ]
    return Done(made[0], tuple(writer.entries), writer.now)


def _checked(act: Act, today: date) -> dict[str, Value]:
    return checked(
        themes=(act.theme,),
        duration=act.minutes,
        service=act.more.service,
        admin_themes=act.more.admin_themes,
        day=today,
        precise=act.more.precise,
    )


def _visits(permanence: int) -> Query:
    visit, who, group = tables.visit, tables.visitor, tables.group
    columns = (visit.c.id, visit.c.visitor, visit.c.reason, visit.c.group, visit.c.started_at, visit.c.ended_at)
    known = (visit.c[name] for name in PROFILE)
    query = select(*columns, *known, who.c.given_name, who.c.family_name, group.c.level)
    joined = query.outerjoin(who, who.c.id == visit.c.visitor).outerjoin(group, group.c.id == visit.c.group)
    return joined.where(during(permanence), alive(visit)).order_by(visit.c.id)


def _helped(store: Store, permanence: int) -> set[int]:
    """Return the visits that an act of help, or a repair, of ``permanence`` names."""
    given, mended = tables.intervention, tables.repair
    rows = store.all(select(given.c.visits).where(given.c.permanence == permanence, alive(given)))
    brought = store.all(select(mended.c.visit).where(mended.c.permanence == permanence, alive(mended)))
    return {int(visit) for row in rows for visit in (row.visits or "").split()} | {row.visit for row in brought}


def _draft(row: Found, together: tuple[int, ...]) -> Draft:
    return Draft(
        visits=(*together, row.id),
        visitor=row.visitor,
        name=full_name(row.given_name, row.family_name) or None,
        reason=row.reason,
        level=row.level,
        arrived_at=row.started_at,
        theme=THEME_OF_REASON.get(row.reason or ""),
        minutes=_minutes(row.started_at, row.ended_at),
        profile={name: code for name in PROFILE if (code := getattr(row, name))},
    )


def _minutes(arrived_at: int, left_at: int | None) -> int:
    """Return how long the help may have taken: no longer than the visit, where its end is known."""
    if left_at is None:
        return USUAL_MINUTES
    return max((each for each in DURATIONS if each * MINUTE <= left_at - arrived_at), default=DURATIONS[0])
