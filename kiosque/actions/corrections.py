"""Correcting what was noted, of today or of long ago: nothing is written over, the history says who changed what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.helping.helped import describe_helped, follow
from kiosque.actions.helping.interventions import checked
from kiosque.actions.helping.precise import Precise, precise_of
from kiosque.actions.inputs import BadInput, alive, chosen
from kiosque.actions.known import NOT_HERE, anybody_apart, require, require_known
from kiosque.actions.network.programmes import require_running
from kiosque.actions.visitors.profile import Said, told
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.db.write import Missing, Writer
from kiosque.domain import codes, communes
from kiosque.domain.french import local
from kiosque.domain.kinds import Kind
from kiosque.domain.persons import full_name
from kiosque.domain.profile import COUNTED, PROFILE, SEVERAL
from kiosque.domain.records import INTERVENTION, VISIT
from kiosque.journal.entry import Value

LONGEST_STAY = 12 * 3600
"""Seconds: who comes in the evening may leave after midnight."""


@dataclass(frozen=True, slots=True)
class Help:
    """An act of help, as it is corrected. ``people``: how many were helped together."""

    id: int
    given_at: int
    people: int
    themes: tuple[str, ...]
    admin_themes: tuple[str, ...]
    service: str | None
    duration: int
    note: str
    precise: Precise = field(default_factory=Precise)
    profile: dict[str, str] = field(default_factory=dict)
    """What is said of all of them, by field of ``PROFILE``."""
    group: bool = False
    """Whether they came as a group, of which its level says who they are."""


@dataclass(frozen=True, slots=True)
class Stay:
    """A visit, as it is corrected. ``left_at`` is None when the departure is unknown, or still to come."""

    id: int
    visitor: int | None
    reason: str | None
    arrived_at: int
    left_at: int | None
    over: bool
    """Its permanence is closed."""
    group: int | None = None
    name: str = ""
    age_band: str | None = None
    commune: str | None = None
    gender: str | None = None
    status: str | None = None
    sector: str | None = None


def help_of(store: Store, intervention: int) -> Help:
    """Return an act of help. Raises ``db.write.Missing``."""
    row = require(store.first, tables.intervention, intervention)
    return Help(
        row.id,
        row.given_at,
        max(1, len(_several(row.visits))),
        _several(row.themes),
        _several(row.admin_themes),
        row.service,
        row.duration,
        "" if anybody_apart(store, _named(row)) else row.note or "",
        precise_of(row),
        {field: same for field, name in SEVERAL.items() if (same := _same(row, name))},
        _of_group(store, _several(row.visits)),
    )


def _named(row: Found) -> tuple[int, ...]:
    return tuple(map(int, _several(row.visitors)))


def _same(row: Found, name: str) -> str:
    """Return the code that is said of everybody; empty where they differ."""
    said = _several(getattr(row, name))
    alike = len(set(said)) == 1 and len(said) == max(1, len(_several(row.visits)))
    return said[0] if alike else ""


def _of_group(store: Store, visits: Sequence[str]) -> bool:
    table = tables.visit
    one = select(table.c.id).where(table.c.id.in_([int(each) for each in visits[:1]]), table.c.group.is_not(None))
    return store.first(one) is not None


def stay_of(store: Store, visit: int) -> Stay:
    """Return a visit. Raises ``db.write.Missing``."""
    row = store.first(_STAY.where(tables.visit.c.id == visit))
    if row is None:
        raise Missing(NOT_HERE)
    return Stay(
        row.id,
        row.visitor,
        row.reason,
        row.started_at,
        row.ended_at,
        over=row.closed_at is not None,
        group=row.group,
        name=full_name(row.given_name, row.family_name),
        **_counted(row),
    )


@dataclass(frozen=True, slots=True)
class Who:
    """Whose visit it is: somebody who is known, or None; and what is counted of them."""

    visitor: int | None = None
    name: str = ""
    age_band: str | None = None
    commune: str | None = None
    gender: str | None = None
    status: str | None = None
    sector: str | None = None


def who_is(store: Store, visitor: int) -> Who:
    """Return what is counted of somebody's visits. Raises ``db.write.Missing``."""
    row = require(store.first, tables.visitor, visitor)
    return Who(row.id, full_name(row.given_name, row.family_name), **_counted(row))


def _counted(row: Found) -> dict[str, str | None]:
    return {name: getattr(row, name) for name in COUNTED}


def correct_help(  # noqa: PLR0913 - all that may be said of an act of help
    store: Store,
    intervention: int,
    *,
    themes: Sequence[str],
    duration: int,
    service: str | None = None,
    admin_themes: Sequence[str] = (),
    text: str | None = None,
    author: int,
    precise: Precise | None = None,
    profile: Said | None = None,
) -> Done:
    """Say otherwise what an act of help was; only what differs is written. Raises ``BadInput`` or ``Missing``.

    What is ``precise`` stays as it was when None; what ``profile`` says of those helped is said of their visits too.
    """
    require_known(store, _named(require(store.first, tables.intervention, intervention)))
    before = help_of(store, intervention)
    if precise is not None and precise.programme != before.precise.programme:
        require_running(store, precise.programme, local(before.given_at).date())
    new = checked(
        themes=themes,
        duration=duration,
        service=service,
        admin_themes=admin_themes,
        text=text,
        # A code that was captured is never rewritten; another must be one of that day.
        day=None if service == before.service else local(before.given_at).date(),
        precise=precise or replace(before.precise, mandate=_mandate(before, themes)),
    )
    said = told(profile or {})
    return _amend(
        store, INTERVENTION, intervention, new, author, lambda writer: describe_helped(writer, intervention, said)
    )


def _mandate(before: Help, themes: Sequence[str]) -> str | None:
    return before.precise.mandate if codes.admin_themes_allowed(themes) else None


def correct_visit(
    store: Store,
    visit: int,
    *,
    reason: str | None,
    arrived_at: int,
    left_at: int | None,
    who: Who | None = None,
    author: int,
) -> Done:
    """Say otherwise why somebody came, when they arrived and when they left (UTC seconds; None: not known).

    ``who``: who it was, where that is corrected too; what was noted as help for that visit follows.
    Raises ``BadInput`` or ``db.write.Missing``.
    """
    before = stay_of(store, visit)
    require_known(store, () if before.visitor is None else (before.visitor,))
    require_hours(store, before.arrived_at, arrived_at, left_at)
    said: dict[str, Value] = {
        "reason": reason and chosen("reason", reason, codes.VISIT_REASONS),
        "times": (arrived_at, left_at),
    }
    if who is not None:
        said |= _checked(who)
    return _amend(store, VISIT, visit, said, author)


def require_hours(store: Store, before: int, arrived_at: int, left_at: int | None) -> None:
    """Check the hours of an arrival that was said to be at ``before``. Raises ``BadInput``."""
    if local(arrived_at).date() != local(before).date() or arrived_at > store.now():
        raise BadInput("arrived_at", "L’arrivée reste le même jour, et pas dans l’avenir.")
    if left_at is not None and not arrived_at <= left_at <= min(store.now(), arrived_at + LONGEST_STAY):
        raise BadInput("left_at", "Le départ vient après l’arrivée, douze heures au plus, et pas dans l’avenir.")


def _checked(who: Who) -> dict[str, Value]:
    band = who.age_band and chosen("age_band", who.age_band, codes.AGE_BANDS)
    if who.commune is not None and communes.by_insee(who.commune) is None:
        raise BadInput("commune", "Cette commune n’est pas dans la liste.")
    said = told({field: getattr(who, field) for field in PROFILE})
    return {"visitor": who.visitor, "age_band": band, "commune": who.commune, **said}


def _amend(
    store: Store,
    kind: Kind,
    record: int,
    said: dict[str, Value],
    author: int,
    then: Callable[[Writer], None] = lambda _: None,
) -> Done:
    with store.writing(author) as writer:
        new = writer.correct(kind, record, **said)
        if kind is VISIT and not new.keys().isdisjoint(("visitor", *COUNTED)):
            follow(writer, record)
        then(writer)
    return Done(record, tuple(writer.entries), writer.now)


_STAY = (
    select(
        tables.visit.c.id,
        tables.visit.c.visitor,
        tables.visit.c.reason,
        tables.visit.c.started_at,
        tables.visit.c.ended_at,
        tables.visit.c.group,
        *(tables.visit.c[name] for name in COUNTED),
        tables.visitor.c.given_name,
        tables.visitor.c.family_name,
        tables.permanence.c.ended_at.label("closed_at"),
    )
    .outerjoin(tables.permanence, tables.permanence.c.id == tables.visit.c.permanence)
    .outerjoin(tables.visitor, tables.visitor.c.id == tables.visit.c.visitor)
    .where(alive(tables.visit))
)


def _several(text: str | None) -> tuple[str, ...]:
    return tuple((text or "").split())
