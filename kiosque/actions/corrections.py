"""Correcting what was noted, of today or of long ago: nothing is written over, the history says who changed what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen
from kiosque.actions.interventions import checked
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain import codes
from kiosque.domain.french import local
from kiosque.domain.kinds import Kind
from kiosque.domain.records import INTERVENTION, VISIT
from kiosque.journal.entry import Value


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


def help_of(store: Store, intervention: int) -> Help:
    """Return an act of help. Raises ``db.write.Missing``."""
    table = tables.intervention
    row = store.first(select(table).where(table.c.id == intervention, alive(table)))
    if row is None:
        raise _missing()
    return Help(
        row.id,
        row.given_at,
        max(1, len(_several(row.visits))),
        _several(row.themes),
        _several(row.admin_themes),
        row.service,
        row.duration,
        row.note or "",
    )


def stay_of(store: Store, visit: int) -> Stay:
    """Return a visit. Raises ``db.write.Missing``."""
    row = store.first(_STAY.where(tables.visit.c.id == visit))
    if row is None:
        raise _missing()
    return Stay(
        row.id, row.visitor, row.reason, row.started_at, row.ended_at, over=row.closed_at is not None, group=row.group
    )


def correct_help(
    store: Store,
    intervention: int,
    *,
    themes: Sequence[str],
    duration: int,
    service: str | None = None,
    admin_themes: Sequence[str] = (),
    text: str | None = None,
    author: int,
) -> Done:
    """Say otherwise what an act of help was; only what differs is written. Raises ``BadInput`` or ``Missing``."""
    said = checked(themes=themes, duration=duration, service=service, admin_themes=admin_themes, text=text)
    before = help_of(store, intervention)
    held: dict[str, Value] = {
        "themes": before.themes,
        "admin_themes": before.admin_themes or None,
        "service": before.service,
        "duration": before.duration,
        "note": before.note or None,
    }
    return _amend(store, INTERVENTION, intervention, held, said, author)


def correct_visit(
    store: Store, visit: int, *, reason: str | None, arrived_at: int, left_at: int | None, author: int
) -> Done:
    """Say otherwise why somebody came, when they arrived and when they left (UTC seconds; None: not known).

    Raises ``BadInput`` or ``db.write.Missing``.
    """
    before = stay_of(store, visit)
    day = local(before.arrived_at).date()
    if local(arrived_at).date() != day or arrived_at > store.now():
        raise BadInput("arrived_at", "L’arrivée reste le même jour, et pas dans l’avenir.")
    if left_at is not None and (local(left_at).date() != day or not arrived_at <= left_at <= store.now()):
        raise BadInput("left_at", "Le départ vient après l’arrivée, le même jour, et pas dans l’avenir.")
    held: dict[str, Value] = {"reason": before.reason, "times": (before.arrived_at, before.left_at)}
    said = {"reason": reason and chosen("reason", reason, codes.VISIT_REASONS), "times": (arrived_at, left_at)}
    return _amend(store, VISIT, visit, held, said, author)


def _amend(
    store: Store, kind: Kind, record: int, held: Mapping[str, Value], said: Mapping[str, Value], author: int
) -> Done:
    new = {name: value for name, value in said.items() if held[name] != value}
    with store.writing(author) as writer:
        if new:
            writer.amend(kind, record, **new)
    return Done(record, tuple(writer.entries), writer.now)


_STAY = (
    select(
        tables.visit.c.id,
        tables.visit.c.visitor,
        tables.visit.c.reason,
        tables.visit.c.started_at,
        tables.visit.c.ended_at,
        tables.visit.c.group,
        tables.permanence.c.ended_at.label("closed_at"),
    )
    .outerjoin(tables.permanence, tables.permanence.c.id == tables.visit.c.permanence)
    .where(alive(tables.visit))
)


def _several(text: str | None) -> tuple[str, ...]:
    return tuple((text or "").split())


def _missing() -> Missing:
    return Missing("Cette fiche n’existe pas sur ce poste.")
