"""Programmes for key publics, as headquarters plans them, and what belongs to each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, between, chosen, name, of_our_time, same
from kiosque.actions.known import require
from kiosque.db import records as tables
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain import codes
from kiosque.domain.french import local
from kiosque.domain.programmes import AUDIENCES, Codes, Rule
from kiosque.domain.records import PROGRAMME
from kiosque.domain.sectors import SECTORS
from kiosque.domain.validity import holds
from kiosque.journal.entry import Value

LONGEST_NAME = 80
SEEN = "seen"
"""Of a registration: they came to the workshop."""


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme: for whom, from when to when (UTC seconds), and what belongs to it by itself."""

    id: int
    name: str
    audience: str
    started_at: int | None
    ended_at: int | None
    rule: Rule = field(default_factory=Rule)


@dataclass(frozen=True, slots=True)
class Taken:
    """What belongs to a programme: acts of help, and attendances at workshops."""

    helps: int = 0
    attendances: int = 0


_LISTS = {
    "themes": codes.THEMES,
    "services": codes.SERVICES,
    "age_bands": codes.AGE_BANDS,
    "statuses": codes.STATUSES,
    "sectors": SECTORS,
}


def add_programme(
    store: Store, *, label: str, audience: str, first: date, last: date | None = None, rule: Rule | None = None
) -> Done:
    """Begin a programme for a key public, to which what ``rule`` takes belongs. Raises ``BadInput``."""
    of_our_time(store.now(), first=first, last=last)
    times, said = between(first, last), _lists(rule or Rule())
    called = name("label", label, LONGEST_NAME)
    with store.writing() as writer:
        _require_free(writer, called, times)
        record = writer.record(
            PROGRAMME,
            name=called,
            audience=chosen("audience", audience, AUDIENCES),
            times=times,
            **said,
        )
    return Done(record, tuple(writer.entries), writer.now)


def change_programme(
    store: Store,
    programme: int,
    *,
    label: str | None = None,
    last: date | None = None,
    rule: Rule | None = None,
    goes_on: bool = False,
) -> Done:
    """Say otherwise what a programme is called, when it ends, or what belongs to it; what is None stays.

    ``goes_on``: it has no last day any more.
    What was noted before counts by the new rule. Only what differs is written. Raises ``BadInput`` or ``Missing``.
    """
    of_our_time(store.now(), last=last)
    held = require(store.first, tables.programme, programme, "Ce programme n’existe pas.")
    called, times = held.name, (held.started_at, held.ended_at)
    said: dict[str, Value] = {} if rule is None else _lists(rule)
    if label is not None:
        said["name"] = called = name("label", label, LONGEST_NAME)
    if (last is not None or goes_on) and held.started_at is not None:
        said["times"] = times = between(local(held.started_at).date(), last)
    with store.writing() as writer:
        if label is not None or "times" in said:
            _require_free(writer, called, times, besides=programme)
        writer.correct(PROGRAMME, programme, **said)
    return Done(programme, tuple(writer.entries), writer.now)


def programmes(store: Store, day: date | None = None) -> tuple[Programme, ...]:
    """Return the programmes that run on ``day``, every one when None, by name."""
    table = tables.programme
    found = [_programme(row) for row in store.all(select(table).where(alive(table)).order_by(table.c.name, table.c.id))]
    return tuple(each for each in found if day is None or holds(each, day))


def programme_of(store: Store, label: str) -> int:
    """Return the programme of that name. Raises ``BadInput``."""
    found = [each for each in programmes(store) if each.name == name("programme", label, LONGEST_NAME)]
    if len(found) != 1:
        raise BadInput("programme", "Aucun programme, ou plusieurs, s’appelle {name}.", name=label)
    return found[0].id


def require_running(store: Store, programme: int | None, day: date) -> None:
    """Check that a programme, if one is said, runs on ``day``. Raises ``BadInput``."""
    if programme is not None and programme not in {each.id for each in programmes(store, day)}:
        raise BadInput("programme", "Ce programme ne court pas ce jour-là.")


def of_workshop(store: Store, workshop: int) -> tuple[int, ...]:
    """Return the programmes that a workshop belongs to whoever comes: the one that was said, those of its theme."""
    table = tables.workshop
    row = store.first(select(table).where(table.c.id == workshop, alive(table)))
    if row is None:
        return ()
    return _of(Codes(themes=_several(row.theme)), row.programme, programmes(store, local(row.started_at).date()))


def names_of(store: Store, several: Sequence[int]) -> tuple[str, ...]:
    """Return what these programmes are called, in order."""
    return tuple(each.name for each in programmes(store) if each.id in several)


def belongs_to(store: Store, intervention: int) -> tuple[int, ...]:
    """Return the programmes that an act of help belongs to: the one that was said, and those whose rule takes it."""
    table = tables.intervention
    row = store.first(select(table).where(table.c.id == intervention, alive(table)))
    return _of_help(row, programmes(store, local(row.given_at).date())) if row else ()


def taken(store: Store, start: int, end: int) -> dict[int, Taken]:
    """Return what belongs to each programme, of what was done from ``start`` to ``end`` (UTC seconds).

    An act of help is of its day, an attendance of the day on which its workshop began.
    """
    every = programmes(store)
    given = tables.intervention
    helps = store.all(select(given).where(given.c.given_at >= start, given.c.given_at < end, alive(given)))
    counted = Counter(each for row in helps for each in _of_help(row, _running(every, row.given_at)))
    came = (row for query in _attended(start, end) for row in store.all(query))
    seen = Counter(each for row in came for each in _of_attendance(row, _running(every, row.started_at)))
    known = {each.id for each in every} | counted.keys() | seen.keys()
    return {each: Taken(counted[each], seen[each]) for each in sorted(known)}


def _require_free(
    writer: Writer, called: str | None, times: tuple[int | None, int | None], besides: int | None = None
) -> None:
    """Check that no other programme has that name at the same time. Raises ``BadInput``."""
    table, (first, end) = tables.programme, times
    for each in writer.all(select(table).where(table.c.id.is_distinct_from(besides), alive(table))):
        together = (end is None or (each.started_at or 0) < end) and (
            each.ended_at is None or (first or 0) < each.ended_at
        )
        if together and same(each.name, called):
            raise BadInput("label", "Un programme porte déjà ce nom à ces dates.")


def _attended(start: int, end: int) -> Iterator[Query]:
    """Give the queries of who came to workshops: those who were registered, and those who came as a group."""
    held, came, group, visit = tables.workshop, tables.registration, tables.group, tables.visit
    about = (held.c.programme, held.c.theme, held.c.started_at)
    of_time = (held.c.started_at >= start, held.c.started_at < end, alive(held))
    seen = select(*about, came.c.age_band, came.c.status, came.c.sector).join(came, came.c.workshop == held.c.id)
    yield seen.where(*of_time, came.c.state == SEEN, alive(came))
    members = held.join(group, group.c.workshop == held.c.id).join(visit, visit.c.group == group.c.id)
    together = select(*about, visit.c.age_band, visit.c.status, visit.c.sector).select_from(members)
    yield together.where(*of_time, alive(group), alive(visit))


def _lists(rule: Rule) -> dict[str, Value]:
    """Return the lists of a rule as they are kept. Raises ``BadInput``."""
    return {
        field: tuple(sorted(chosen("rule", each, of) for each in getattr(rule, field))) or None
        for field, of in _LISTS.items()
    }


def _running(every: Sequence[Programme], at: int) -> list[Programme]:
    day = local(at).date()
    return [each for each in every if holds(each, day)]


def _of_help(row: Found, running: Sequence[Programme]) -> tuple[int, ...]:
    lists = {name: _several(getattr(row, name)) for name in ("themes", "age_bands", "statuses", "sectors")}
    return _of(Codes(services=_several(row.service), **lists), row.programme, running)


def _of_attendance(row: Found, running: Sequence[Programme]) -> tuple[int, ...]:
    done = Codes(
        themes=_several(row.theme),
        age_bands=_several(row.age_band),
        statuses=_several(row.status),
        sectors=_several(row.sector),
    )
    return _of(done, row.programme, running)


def _of(done: Codes, said: int | None, running: Sequence[Programme]) -> tuple[int, ...]:
    by_rule = {each.id for each in running if each.rule.takes(done)}
    return tuple(sorted(by_rule | ({said} if said else set())))


def _programme(row: Found) -> Programme:
    said = {name: _several(getattr(row, name)) for name in _LISTS}
    return Programme(row.id, row.name or "", row.audience or "", row.started_at, row.ended_at, Rule(**said))


def _several(text: str | None) -> frozenset[str]:
    return frozenset((text or "").split())
