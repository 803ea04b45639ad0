"""What people ask of their data: received, answered within a month, forgotten when that was what they asked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen, name, note, same
from kiosque.actions.known import require
from kiosque.db import records as tables
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.records import REQUEST
from kiosque.domain.retention import months_after
from kiosque.domain.rights_codes import ERASURE, OUTCOMES, RIGHTS
from kiosque.domain.validity import midnight
from kiosque.journal.entry import Value

MONTHS, LONGER = 1, 3
"""Months in which to answer; two more when it is complex, of which the person is told (GDPR, article 12.3)."""

KEPT_YEARS = 5
LONGEST_CONTACT = 200
ANSWERED = "Cette demande a déjà sa réponse."
NO_CONTACT = "Dites où répondre\u00a0: un mail, un téléphone ou une adresse."
UNKNOWN = "Cette demande n’est pas connue ici."


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked. ``visitor``: whose record it is about, once that is known; ``answered_on`` None: waits."""

    id: int
    right: str
    received_on: date
    name: str
    contact: str
    wording: str
    visitor: int | None
    prolonged: bool
    outcome: str | None
    answered_on: date | None
    answer: str

    @property
    def due(self) -> date:
        """The last day on which to answer."""
        return months_after(self.received_on, LONGER if self.prolonged else MONTHS)

    def left(self, today: date) -> int:
        """Return how many days are left; below zero it is late."""
        return (self.due - today).days


def receive(
    store: Store,
    *,
    right: str,
    received_on: date,
    called: str,
    contact: str,
    wording: str = "",
    visitor: int | None = None,
) -> Done:
    """Note what somebody asked, on the day on which it came. Raises ``BadInput``, also where just that is noted."""
    said: dict[str, Value] = {
        "right": chosen("right", right, RIGHTS),
        "received_on": _arrival(store, received_on),
        "name": name("called", called),
        "contact": name("contact", contact, LONGEST_CONTACT, NO_CONTACT),
        "wording": note(wording),
        "visitor": visitor,
    }
    with store.writing() as writer:
        for row in _alike(writer.all, right, received_on, called):
            if all(getattr(row, each) == value for each, value in said.items()):
                raise BadInput("called", "Cette demande est déjà notée.")
        record = writer.record(REQUEST, **said)
    return Done(record, tuple(writer.entries), writer.now)


def alike(store: Store, *, right: str, received_on: date, called: str) -> tuple[Asked, ...]:
    """Return what somebody of the same name asked on the same day, by the same right."""
    return tuple(map(_asked, _alike(store.all, right, received_on, called)))


def _alike(ask: Callable[[Query], Iterable[Found]], right: str, day: date, called: str) -> list[Found]:
    table = tables.request
    rows = ask(select(table).where(table.c.right == right, table.c.received_on == midnight(day), alive(table)))
    return [row for row in rows if same(row.name, called)]


def arrived(store: Store, request: int, received_on: date) -> Done:
    """Say on which other day a request came: the month to answer begins then. Raises ``BadInput`` or ``Missing``."""
    said = _arrival(store, received_on)
    with store.writing() as writer:
        row = require(writer.first, tables.request, request, UNKNOWN)
        if row.outcome is not None:
            raise BadInput("act", ANSWERED)
        writer.correct(REQUEST, request, received_on=said)
    return Done(request, tuple(writer.entries), writer.now)


def identify(store: Store, request: int, visitor: int | None) -> Done:
    """Say whose record a request is about, or that it is nobody's. Raises ``Missing``."""
    with store.writing() as writer:
        require(writer.first, tables.request, request, UNKNOWN)
        writer.correct(REQUEST, request, visitor=visitor)
    return Done(request, tuple(writer.entries), writer.now)


def prolong(store: Store, request: int) -> Done:
    """Take two months more, of which the person was told why. Raises ``Missing``."""
    with store.writing() as writer:
        require(writer.first, tables.request, request, UNKNOWN)
        writer.correct(REQUEST, request, prolonged=True)
    return Done(request, tuple(writer.entries), writer.now)


def answer(store: Store, request: int, *, outcome: str, words: str) -> Done:
    """Close a request with what was done; of an erasure, who asked is forgotten too. Raises ``BadInput``."""
    said, told = chosen("outcome", outcome, OUTCOMES), name("answer", words, LONGEST_CONTACT * 2)
    with store.writing() as writer:
        row = require(writer.first, tables.request, request, UNKNOWN)
        if row.outcome is not None:
            raise BadInput("act", ANSWERED)
        day = midnight(local(writer.now).date())
        writer.amend(REQUEST, request, outcome=said, answered_on=day, answer=told)
        if row.right == ERASURE:
            writer.erase(REQUEST, request)
    return Done(request, tuple(writer.entries), writer.now)


def request_of(store: Store, request: int) -> Asked:
    """Return one request. Raises ``Missing``."""
    return _asked(require(store.first, tables.request, request, UNKNOWN))


def waiting(store: Store) -> tuple[Asked, ...]:
    """Return the requests that wait for an answer, what is due first before the others."""
    table = tables.request
    rows = store.all(select(table).where(table.c.outcome.is_(None), alive(table)))
    return tuple(sorted(map(_asked, rows), key=lambda each: (each.due, each.id)))


def answered(store: Store) -> tuple[Asked, ...]:
    """Return the requests that have their answer, the last first."""
    table = tables.request
    rows = store.all(select(table).where(table.c.outcome.is_not(None), alive(table)))
    return tuple(sorted(map(_asked, rows), key=lambda each: (each.answered_on or date.min, each.id), reverse=True))


def forget_old(store: Store) -> int:
    """Forget who asked what was answered five years ago; return how many that were."""
    table, today = tables.request, local(store.now()).date()
    before = midnight(months_after(today, -12 * KEPT_YEARS))
    old = select(table.c.id).where(table.c.answered_on < before, table.c.name.is_not(None))
    ids = [row.id for row in store.all(old)]
    if ids:
        with store.writing() as writer:
            for each in ids:
                writer.erase(REQUEST, each)
    return len(ids)


def _arrival(store: Store, day: date) -> int:
    """Return the day on which a request came, as it is kept. Raises ``BadInput``."""
    today = local(store.now()).date()
    if day > today:
        raise BadInput("received_on", "Une demande n’arrive pas dans l’avenir.")
    if day < months_after(today, -12 * KEPT_YEARS):
        # Who asked so long ago would be forgotten at once.
        raise BadInput("received_on", "Une demande d’il y a plus de cinq ans ne se note plus : vérifiez l’année.")
    return midnight(day)


def _asked(row: Found) -> Asked:
    return Asked(
        row.id,
        row.right or "",
        local(row.received_on).date(),
        row.name or "",
        row.contact or "",
        row.wording or "",
        row.visitor,
        bool(row.prolonged),
        row.outcome,
        local(row.answered_on).date() if row.answered_on is not None else None,
        row.answer or "",
    )
