"""Equipment: what headquarters places where, and in which state an antenna finds it."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, between, chosen, name, of_our_time, same
from kiosque.actions.known import require
from kiosque.actions.network.network import animators
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.equipment_codes import (
    EQUIPMENT_FORMS,
    NEEDS_WORDS,
    PROBLEMS,
    STATES,
)
from kiosque.domain.equipment_label import RANDOM_BYTES, label_text, read_label
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.persons import full_name
from kiosque.domain.records import EQUIPMENT, INSPECTION
from kiosque.domain.validity import dates
from kiosque.journal.entry import Value

LONGEST_NAME = 60
LONGEST_SERIAL = 40
TWICE = "Un matériel de ce nom et de cette sorte est déjà placé ici. Est-ce bien un autre\u202f?"
UNKNOWN = "Ce matériel n’est pas connu sur ce poste."
LAST = 6
"""Events that are shown of a piece: enough to know what happened to it."""


@dataclass(frozen=True, slots=True)
class Lent:
    """A loan that is not given back: to whom, as far as known, since when, and the midnight after its last day."""

    loan: int
    who: str
    since: int
    due: int

    def late(self, now: int) -> bool:
        """Whether it should have come back."""
        return now >= self.due


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of equipment as this antenna knows it. ``state`` is None until it was seen here."""

    id: int
    name: str
    form: str
    label: str
    serial: str = ""
    antenna: int = 0
    state: str | None = None
    problem: str | None = None
    seen_at: int | None = None
    lent: Lent | None = None
    said: int | None = None
    """The inspection that says so."""
    gone: bool = False
    """Whether its last day is past: it may still come back from a loan."""


class UnknownLabel(KnownError):
    """What was scanned is no label of a piece of equipment that is known here."""


def place(
    store: Store,
    *,
    called: str,
    form: str,
    antenna: int,
    serial: str = "",
    since: date | None = None,
    twice: bool = True,
    author: int = 0,
) -> Done:
    """Place a piece of equipment at an antenna, from a day on (today when None).

    Raises ``BadInput``; unless ``twice``, also of ``sure`` where one of that name and form stands there.
    """
    of_our_time(store.now(), since=since)
    with store.writing(author) as writer:
        known = tables.equipment
        here = () if twice else writer.all(select(known).where(known.c.antenna == antenna, alive(known)))
        if any(each.form == form and same(each.name, called) and _stands(each, writer.now) for each in here):
            raise BadInput("sure", TWICE)
        record = writer.record(
            EQUIPMENT,
            antenna=antenna,
            name=name("name", called, LONGEST_NAME),
            form=chosen("form", form, EQUIPMENT_FORMS),
            label=label_text(secrets.token_bytes(RANDOM_BYTES)),
            serial=name("serial", serial, LONGEST_SERIAL) if serial.strip() else None,
            times=dates(since or local(writer.now).date(), None),
        )
    return Done(record, tuple(writer.entries), writer.now)


def correct(
    store: Store,
    equipment: int,
    *,
    called: str | None = None,
    form: str | None = None,
    serial: str | None = None,
    author: int = 0,
) -> Done:
    """Say otherwise what a piece is called, what it is, or its serial number; what is None stays.

    An empty serial number says that there is none. Raises ``BadInput`` or ``db.write.Missing``.
    """
    said: dict[str, Value] = {}
    if called is not None:
        said["name"] = name("name", called, LONGEST_NAME)
    if form is not None:
        said["form"] = chosen("form", form, EQUIPMENT_FORMS)
    if serial is not None:
        said["serial"] = name("serial", serial, LONGEST_SERIAL) if serial.strip() else None
    with store.writing(author) as writer:
        require(writer.first, tables.equipment, equipment, UNKNOWN)
        writer.correct(EQUIPMENT, equipment, **said)
    return Done(equipment, tuple(writer.entries), writer.now)


def move(store: Store, equipment: int, antenna: int, *, author: int = 0) -> Done:
    """Say that a piece of equipment belongs to another antenna from now on. Raises ``db.write.Missing``."""
    with store.writing(author) as writer:
        writer.amend(EQUIPMENT, equipment, antenna=antenna)
    return Done(equipment, tuple(writer.entries), writer.now)


def retire(store: Store, equipment: int, last: date | None, *, author: int = 0) -> Done:
    """Say that a piece of equipment is taken away for good after its ``last`` day; None: it stays after all.

    Raises as ``move``, or ``BadInput``.
    """
    of_our_time(store.now(), last=last)
    with store.writing(author) as writer:
        row = require(writer.first, tables.equipment, equipment, UNKNOWN)
        writer.amend(EQUIPMENT, equipment, times=between(local(row.started_at).date(), last))
    return Done(equipment, tuple(writer.entries), writer.now)


def piece_by_label(store: Store, scanned: Sequence[str]) -> Piece:
    """Return the piece whose label was scanned, wherever it belongs; any of the readings. Raises ``UnknownLabel``."""
    codes = [code for code in map(read_label, scanned) if code]
    found = pieces_where(store, tables.equipment.c.label.in_(codes)) if codes else ()
    if not found:
        raise UnknownLabel("Cette étiquette n’est pas celle d’un matériel connu.")
    return found[0]


def piece(store: Store, equipment: int) -> Piece:
    """Return one piece of equipment. Raises ``db.write.Missing``."""
    found = pieces_where(store, tables.equipment.c.id == equipment)
    if not found:
        raise Missing(UNKNOWN)
    return found[0]


def pieces(store: Store) -> tuple[Piece, ...]:
    """Return what belongs to this antenna now, by name."""
    return pieces_where(store, belongs_here(store))


def everywhere(store: Store) -> tuple[Piece, ...]:
    """Return what the network has now, as far as this store holds what was said of it."""
    return pieces_where(store, _stays(store))


def find(store: Store, said: str) -> tuple[Piece, ...]:
    """Return the pieces of the network that a label, or a name, may mean."""
    table, code = tables.equipment, read_label(said)
    return pieces_where(store, _stays(store) & (table.c.label == code if code else table.c.name == said))


def belongs_here(store: Store) -> ColumnElement[bool]:
    """Return the condition that a piece belongs to this antenna, and was not taken away for good."""
    return (tables.equipment.c.antenna == store.identity.antenna) & _stays(store)


def _stays(store: Store) -> ColumnElement[bool]:
    table = tables.equipment
    return table.c.ended_at.is_(None) | (table.c.ended_at > store.now())


@dataclass(frozen=True, slots=True)
class Event:
    """What became of a piece of equipment here: an inspection when ``state`` is said, else a loan or its end.

    ``by``: the animator who noted it.
    """

    at: int
    state: str | None = None
    problem: str | None = None
    who: str = ""
    back: bool = False
    by: str = ""


def story(store: Store, equipment: int, most: int = LAST) -> tuple[Event, ...]:
    """Return what became last of a piece of equipment here, the last first."""
    check, loan, visitor, entry = tables.inspection, tables.loan, tables.visitor, tables.entry
    names = {person.id: person.full_name for person in animators(store)}
    columns = (check.c.id, check.c.seen_at, check.c.state, check.c.problem, entry.c.author)
    seen = select(*columns).join(entry, entry.c.id == check.c.id).where(check.c.equipment == equipment, alive(check))
    # In one second what was written later comes later.
    events = {
        (row.seen_at, row.id, False): Event(row.seen_at, row.state, row.problem, by=names.get(row.author, ""))
        for row in store.all(seen)
    }
    person = (visitor.c.given_name, visitor.c.family_name)
    lent = (
        select(loan.c.id, loan.c.started_at, loan.c.ended_at, *person, entry.c.author)
        .join(entry, entry.c.id == loan.c.id)
        .outerjoin(visitor, visitor.c.id == loan.c.visitor)
        .where(loan.c.equipment == equipment, alive(loan))
    )
    for row in store.all(lent):
        who = full_name(row.given_name, row.family_name)
        events[row.started_at, row.id, False] = Event(row.started_at, who=who, by=names.get(row.author, ""))
        if row.ended_at is not None:
            events[row.ended_at, row.id, True] = Event(row.ended_at, who=who, back=True)
    return tuple(events[at] for at in sorted(events, reverse=True)[:most])


def inspect(store: Store, equipment: int, state: str, *, problem: str | None = None, author: int) -> Done:
    """Note in which state a piece of equipment is found; a ``problem`` only where something is wrong.

    Raises ``BadInput`` or ``db.write.Missing``.
    """
    chosen("state", state, STATES)
    if problem is not None:
        chosen("problem", problem, PROBLEMS)
    piece(store, equipment)
    with store.writing(author) as writer:
        record = writer.record(
            INSPECTION,
            antenna=store.identity.antenna,
            equipment=equipment,
            seen_at=writer.now,
            state=state,
            problem=problem if state in NEEDS_WORDS else None,
        )
    return Done(record, tuple(writer.entries), writer.now)


def _stands(row: Found, now: int) -> bool:
    """Whether the last day of a piece is not past."""
    return row.ended_at is None or row.ended_at > now


def pieces_where(store: Store, which: ColumnElement[bool]) -> tuple[Piece, ...]:
    """Return pieces, each with what was last said of it and with its loan: of two at once, the first one's."""
    table, check, entry, loan, visitor = (
        tables.equipment,
        tables.inspection,
        tables.entry,
        tables.loan,
        tables.visitor,
    )
    rows = store.all(select(table).where(which, alive(table)).order_by(table.c.name, table.c.id))
    ids = [row.id for row in rows]
    said: dict[int, Found] = {}
    seen = select(check).where(check.c.equipment.in_(ids), alive(check))
    # The last by the clock of who wrote, not by the PC's.
    for row in store.all(seen.join(entry, entry.c.id == check.c.id).order_by(entry.c.clock, check.c.id)):
        said[row.equipment] = row
    lent: dict[int, Lent] = {}
    open_ = (
        select(loan.c.id, loan.c.equipment, loan.c.started_at, loan.c.due, visitor.c.given_name, visitor.c.family_name)
        .outerjoin(visitor, visitor.c.id == loan.c.visitor)
        .where(loan.c.equipment.in_(ids), loan.c.ended_at.is_(None), alive(loan))
    )
    for row in store.all(open_.order_by(loan.c.started_at, loan.c.id)):
        who = full_name(row.given_name, row.family_name)
        lent.setdefault(row.equipment, Lent(row.id, who, row.started_at, row.due))
    now = store.now()
    return tuple(_piece(row, said.get(row.id), lent.get(row.id), now) for row in rows)


def _piece(row: Found, said: Found | None, lent: Lent | None, now: int) -> Piece:
    about = Piece(row.id, row.name or "", row.form or "", row.label or "", row.serial or "", row.antenna)
    gone = not _stands(row, now)
    state, problem, at = (said.state, said.problem, said.seen_at) if said else (None, None, None)
    seen = said.id if said else None
    return replace(about, state=state, problem=problem, seen_at=at, lent=lent, said=seen, gone=gone)
