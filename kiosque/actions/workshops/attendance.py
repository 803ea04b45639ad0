"""Who came to a workshop, by half-day, and signed; whoever came is counted as a visit, once."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen
from kiosque.actions.known import require
from kiosque.actions.opening.permanences import require_open
from kiosque.actions.workshops.registrations import Ask, Attendee, attendees, require_workshop
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain import codes, spelling
from kiosque.domain.opening_hours import Slot
from kiosque.domain.persons import full_name
from kiosque.domain.profile import COUNTED
from kiosque.domain.records import ATTENDANCE, REGISTRATION, VISIT
from kiosque.domain.workshops import half_days, state_of
from kiosque.journal.entry import Value

SEEN, UNKNOWN = "seen", "unknown"
EARLY = 3600
"""Seconds before a workshop: who arrives later than that, for a workshop, arrives for this one."""
LONGEST_SIGNATURE = 4_000
"""Bytes: a signature of a finger has some hundreds."""


@dataclass(frozen=True, slots=True)
class Roll:
    """Who is expected at a workshop, and who came to each of its ``half_days``.

    ``states`` and ``signatures`` are by registration, one of each half-day; None: not signed, or by who did not come
    after all: theirs is kept, and holds again once they are said to have come.
    """

    half_days: tuple[Slot, ...]
    attendees: tuple[Attendee, ...]
    states: dict[int, tuple[str, ...]]
    signatures: dict[int, tuple[bytes | None, ...]]


def roll(store: Store, workshop: int) -> Roll:
    """Return who came to a workshop, with names: for the animator's eyes only."""
    table = tables.workshop
    row = store.first(select(table.c.started_at, table.c.ended_at).where(table.c.id == workshop, alive(table)))
    halves = half_days(row.started_at, row.ended_at) if row else ()
    people = attendees(store, workshop)
    noted = _noted(store.all, [each.registration for each in people])
    states, signatures = {}, {}
    for each in people:
        rows = [noted.get((each.registration, half)) for half in range(len(halves))]
        # Seen once is seen of the whole: it says nothing of the other half-day.
        unsaid = UNKNOWN if each.state == SEEN and len(halves) > 1 else each.state
        said = tuple(row.state if row and len(halves) > 1 else unsaid for row in rows)
        states[each.registration] = said
        signed = zip(rows, said, strict=True)
        signatures[each.registration] = tuple(row.signature if row and so == SEEN else None for row, so in signed)
    return Roll(halves, people, states, signatures)


def mark(store: Store, registration: int, state: str, *, author: int, half_day: int = 0) -> Done:
    """Say whether somebody came to a half-day of a workshop. Raises ``BadInput`` or ``db.write.Missing``."""
    said = chosen("state", state, codes.ATTENDANCE)
    with store.writing(author) as writer:
        _mark(writer, store, registration, said, half_day)
    return Done(registration, tuple(writer.entries), writer.now)


def mark_all_present(store: Store, workshop: int, *, author: int, half_day: int = 0) -> Done:
    """Say that everybody who has a place, and of whom it is not known yet, came to a half-day."""
    found = roll(store, workshop)
    with store.writing(author) as writer:
        require_workshop(writer, workshop)
        for each in found.attendees:
            if not each.waiting and found.states[each.registration][half_day] == UNKNOWN:
                _mark(writer, store, each.registration, SEEN, half_day)
    return Done(workshop, tuple(writer.entries), writer.now)


def sign(store: Store, registration: int, signature: bytes, *, author: int, half_day: int = 0) -> Done:
    """Keep the signature of somebody who came to a half-day. Raises ``BadInput`` or ``db.write.Missing``."""
    if not 0 < len(signature) <= LONGEST_SIGNATURE:
        raise BadInput("signature", "Cette signature ne se garde pas. Recommencez.")
    with store.writing(author) as writer:
        _mark(writer, store, registration, SEEN, half_day)
        row = _noted(writer.all, [registration]).get((registration, half_day))
        if row is None:
            writer.record(ATTENDANCE, registration=registration, half_day=half_day, state=SEEN, signature=signature)
        else:
            writer.amend(ATTENDANCE, row.id, signature=signature)
    return Done(registration, tuple(writer.entries), writer.now)


def _mark(writer: Writer, store: Store, registration: int, state: str, half_day: int) -> None:
    row = require(writer.first, tables.registration, registration)
    workshop = require_workshop(writer, row.workshop)
    halves = half_days(workshop.started_at, workshop.ended_at)
    if not 0 <= half_day < len(halves):
        raise BadInput("half_day", "Cet atelier n’a pas cette demi-journée.")
    whole = state
    if len(halves) > 1:
        whole = _mark_half(writer, registration, row.state, state, (half_day, len(halves)))
    said: dict[str, Value] = {"state": whole} if whole != row.state else {}
    visit = writer.first(select(tables.visit).where(tables.visit.c.id == row.visit))
    made, counts = visit is not None and visit.workshop == row.workshop, visit is not None and not visit.deleted
    if whole == SEEN and not counts:
        said["visit"] = _visit_for(writer, store, row, workshop, row.visit if made else None)
    elif whole != SEEN and made and counts:
        writer.amend(VISIT, row.visit, deleted=True)
        said["visit"] = None
    elif whole != SEEN and row.visit is not None and row.name and not made:
        # Who came to the counter without a name is not them after all.
        said["visit"] = None
    if said:
        writer.amend(REGISTRATION, registration, **said)


def _mark_half(writer: Writer, registration: int, before: str, state: str, half: tuple[int, int]) -> str:
    """Note one half-day of so many; return what is so of the whole."""
    half_day, how_many = half
    noted = _noted(writer.all, [registration])
    row = noted.get((registration, half_day))
    if row is None:
        writer.record(ATTENDANCE, registration=registration, half_day=half_day, state=state)
    elif row.state != state:
        writer.amend(ATTENDANCE, row.id, state=state)
    others = [noted.get((registration, each)) for each in range(how_many) if each != half_day]
    return state_of([state, *(each.state if each else (before if before != SEEN else UNKNOWN) for each in others)])


def _noted(ask: Ask, registrations: Iterable[int]) -> dict[tuple[int, int], Found]:
    """Return what is noted of each registration's half-days; of two that PCs noted at once, the later."""
    table, entry = tables.attendance, tables.entry
    query = select(table).join(entry, entry.c.id == table.c.id).where(table.c.registration.in_(registrations))
    rows = ask(query.where(alive(table)).order_by(entry.c.clock, table.c.id))
    return {(row.registration, row.half_day): row for row in rows}


# ----- whoever came is a visit, once ------------------------------------------------------------------------------


def _visit_for(writer: Writer, store: Store, registration: Found, workshop: Found, binned: int | None) -> int:
    """Return the visit of somebody who came: the one by which they arrived, or one that is made now.

    ``binned``: the one that was made before, which is in the bin. It comes back, so that they are counted once.
    """
    arrived = _arrival(writer, store, registration, workshop)
    if arrived is not None:
        return arrived
    if binned is not None:
        writer.amend(VISIT, binned, deleted=None)
        return binned
    return writer.record(
        VISIT,
        permanence=permanence_of(writer, store, workshop),
        visitor=registration.visitor,
        times=stay(workshop, writer.now),
        reason="workshop",
        workshop=registration.workshop,
        **{name: getattr(registration, name) for name in COUNTED},
    )


def _arrival(writer: Writer, store: Store, registration: Found, workshop: Found) -> int | None:
    """Return the visit by which somebody arrived for a workshop, when there is one that is nobody else's.

    Theirs when they are known; or else one of somebody who came for a workshop and may be them: who gives no name at
    the counter is one of those who are expected, and which of them makes no difference to any figure.
    """
    visit, visitor, permanence = tables.visit, tables.visitor, tables.permanence
    taken = select(tables.registration.c.visit).where(
        tables.registration.c.visit.is_not(None), alive(tables.registration)
    )
    near = visit.c.started_at.between(workshop.started_at - EARLY, workshop.ended_at)
    query = (
        select(visit.c.id, visit.c.visitor, visit.c.reason, visitor.c.given_name, visitor.c.family_name)
        .join(permanence, permanence.c.id == visit.c.permanence)
        .outerjoin(visitor, visitor.c.id == visit.c.visitor)
        .where(permanence.c.antenna == store.identity.antenna, near, visit.c.group.is_(None), alive(visit))
        .where(visit.c.id.not_in(taken))
        .order_by(visit.c.started_at, visit.c.id)
    )
    rows = writer.all(query)
    if registration.visitor is not None:
        return next((row.id for row in rows if row.visitor == registration.visitor), None)
    called = spelling.words(registration.name or "")
    came = [row for row in rows if row.reason == "workshop"]
    same = (row for row in came if row.given_name and spelling.words(_full(row)) == called)
    nameless = (row for row in came if not row.given_name)
    return next((row.id for row in (*same, *nameless)), None)


def _full(row: Found) -> str:
    return full_name(row.given_name, row.family_name)


def stay(workshop: Found, now: int) -> tuple[int, int | None]:
    """Return the times of whoever is said, ``now``, to take part: they leave with it, or are here while it lasts."""
    here, going_on = workshop.place is None, now < workshop.ended_at
    start = min(workshop.started_at, now)
    return start, None if here and going_on else max(start, workshop.ended_at)


def permanence_of(writer: Writer, store: Store, workshop: Found) -> int:
    """Return the permanence in which a workshop was held; the one that is open, when it was held outside of any."""
    held = tables.permanence
    during = (
        held.c.started_at < workshop.ended_at,
        held.c.ended_at.is_(None) | (held.c.ended_at > workshop.started_at),
    )
    query = select(held.c.id).where(held.c.antenna == store.identity.antenna, *during, alive(held))
    row = writer.first(query.order_by(held.c.started_at))
    return int(row.id) if row else require_open(writer, store).id
