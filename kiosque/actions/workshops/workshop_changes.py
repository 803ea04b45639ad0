"""Workshops that turn out otherwise than planned: corrected, moved, called off; and who is still to be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive
from kiosque.actions.known import NOT_HERE
from kiosque.actions.workshops.registrations import enrolled, sessions
from kiosque.actions.workshops.workshops import FURTHEST_DAYS, Plan, checked, plan_of
from kiosque.db import records as tables
from kiosque.db.apart import down
from kiosque.db.store import Store
from kiosque.db.write import Missing, Writer
from kiosque.domain.french import PARIS, local
from kiosque.domain.persons import full_name
from kiosque.domain.records import REGISTRATION, WORKSHOP

EXPECTED = "unknown"
CANCELLED_BY_US = "revoked"
WHEN_OR_WHERE = frozenset({"times", "place", "where"})
"""What whoever registered must hear of when it changes."""


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody who is to be told that a workshop is moved, or called off when ``off``. For the animator's eyes."""

    registration: int
    name: str
    phone: str
    title: str
    starts_at: int
    off: bool


def correct(store: Store, workshop: int, plan: Plan, *, author: int, rest: bool = False) -> Done:
    """Say otherwise what a workshop is; only what differs is written. ``rest``: at the sessions after it too.

    Whoever is expected is to be told when it is moved. Raises ``BadInput`` or ``Missing``.
    """
    before, said = plan_of(store, workshop), checked(plan)
    with store.writing(author) as writer:
        new = writer.differing(WORKSHOP, workshop, times=_times(plan), **said)
        if "times" in new:
            _check_move(store, workshop, before, plan)
        for session in _with_rest(store, workshop, before.starts_at) if rest else (workshop,):
            fields = {**new, "times": _moved(store, session, before, plan)} if "times" in new else new
            if WHEN_OR_WHERE & set(writer.correct(WORKSHOP, session, **fields)):
                _to_be_told(writer, store, session)
    return Done(workshop, tuple(writer.entries), writer.now)


def call_off(store: Store, workshop: int, *, author: int, rest: bool = False) -> Done:
    """Call a workshop off: it goes to the bin, and whoever was expected is *cancelled by us*, and to be told.

    ``rest``: the sessions after it too. Raises ``Missing``.
    """
    begins = plan_of(store, workshop).starts_at
    with store.writing(author) as writer:
        for session in _with_rest(store, workshop, begins) if rest else (workshop,):
            expected = _expected(writer, session)
            writer.amend(WORKSHOP, session, deleted=True)
            for registration in expected:
                writer.amend(REGISTRATION, registration, state=CANCELLED_BY_US, to_tell=True)
    return Done(workshop, tuple(writer.entries), writer.now)


def to_tell(store: Store) -> tuple[ToTell, ...]:
    """Return who is to be told, of workshops that are not over: the nearest first.

    Who was registered on another PC, which had not heard that it is called off, is told too.
    """
    workshop, table, visitor = tables.workshop, tables.registration, tables.visitor
    unheard = workshop.c.deleted.is_(True) & (table.c.state == EXPECTED)
    query = (
        select(
            *(table.c.id, table.c.name, table.c.phone, workshop.c.title, workshop.c.started_at, workshop.c.deleted),
            *(visitor.c.given_name, visitor.c.family_name, visitor.c.phone.label("visitor_phone")),
        )
        .join(workshop, workshop.c.id == table.c.workshop)
        .outerjoin(visitor, visitor.c.id == table.c.visitor)
        .where(workshop.c.antenna == store.identity.antenna, workshop.c.ended_at > store.now(), alive(table))
        .where(down(visitor))
        .where(table.c.state.in_((EXPECTED, CANCELLED_BY_US)), table.c.to_tell.is_(True) | unheard)
        .order_by(workshop.c.started_at, table.c.id)
    )
    return tuple(
        ToTell(
            row.id,
            row.name or full_name(row.given_name, row.family_name),
            row.phone or row.visitor_phone or "",
            row.title or "",
            row.started_at,
            bool(row.deleted),
        )
        for row in store.all(query)
    )


def tell(store: Store, registration: int, *, author: int) -> Done:
    """Note that somebody was told. Raises ``Missing``."""
    table, workshop = tables.registration, tables.workshop
    query = select(workshop.c.deleted).join(table, table.c.workshop == workshop.c.id)
    row = store.first(query.where(table.c.id == registration, alive(table)))
    if row is None:
        raise Missing(NOT_HERE)
    with store.writing(author) as writer:
        if row.deleted:
            writer.amend(REGISTRATION, registration, to_tell=None, state=CANCELLED_BY_US)
        else:
            writer.amend(REGISTRATION, registration, to_tell=None)
    return Done(registration, tuple(writer.entries), writer.now)


def _times(plan: Plan) -> tuple[int, int]:
    return plan.starts_at, plan.starts_at + plan.minutes * 60


def _with_rest(store: Store, workshop: int, begins: int) -> tuple[int, ...]:
    return (workshop, *(each for each in sessions(store.all, workshop, begins) if each != workshop))


def _moved(store: Store, session: int, before: Plan, after: Plan) -> tuple[int, int]:
    """Return when a session is, once the first of them is moved: as many days later, at the hour of the first."""
    first, then = local(before.starts_at), local(after.starts_at)
    day = local(plan_of(store, session).starts_at).date() + (then.date() - first.date())
    start = int(datetime.combine(day, then.time(), PARIS).timestamp())
    return start, start + after.minutes * 60


def _check_move(store: Store, workshop: int, before: Plan, after: Plan) -> None:
    """Raise ``BadInput`` when a workshop cannot be moved so: too far away, or somebody came on its day."""
    if abs(after.starts_at - store.now()) > timedelta(days=FURTHEST_DAYS).total_seconds():
        raise BadInput("starts_at", "La date d’un atelier est à un an près.")
    if local(before.starts_at).date() != local(after.starts_at).date() and any(
        row.state == "seen" for row in enrolled(store.all, workshop)
    ):
        raise BadInput("starts_at", "Quelqu’un y est venu ce jour-là\u00a0: le jour ne change plus.")


def _expected(writer: Writer, workshop: int) -> Sequence[int]:
    return [row.id for row in enrolled(writer.all, workshop) if row.state == EXPECTED]


def _to_be_told(writer: Writer, store: Store, workshop: int) -> None:
    row = writer.first(select(tables.workshop.c.ended_at).where(tables.workshop.c.id == workshop))
    if row is not None and row.ended_at > store.now():
        for registration in _expected(writer, workshop):
            writer.amend(REGISTRATION, registration, to_tell=True)
