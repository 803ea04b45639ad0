"""Programmes for key publics, as headquarters plans them, and what belongs to each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen, name
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain import codes
from kiosque.domain.french import local
from kiosque.domain.programmes import AUDIENCES, Rule
from kiosque.domain.records import PROGRAMME
from kiosque.domain.validity import dates, holds

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme: for whom, from when to when (UTC seconds), and what belongs to it by itself."""

    id: int
    name: str
    audience: str
    started_at: int | None
    ended_at: int | None
    rule: Rule = field(default_factory=Rule)


def add_programme(
    store: Store, *, label: str, audience: str, first: date, last: date | None = None, rule: Rule | None = None
) -> Done:
    """Begin a programme for a key public, to which what ``rule`` takes belongs. Raises ``BadInput``."""
    if last is not None and last < first:
        raise BadInput("last", "Le dernier jour vient après le premier.")
    by = rule or Rule()
    lists = ((by.themes, codes.THEMES), (by.services, codes.SERVICES), (by.age_bands, codes.AGE_BANDS))
    themes, services, bands = (tuple(sorted(chosen("rule", each, of) for each in said)) or None for said, of in lists)
    with store.writing() as writer:
        record = writer.record(
            PROGRAMME,
            name=name("label", label, LONGEST_NAME),
            audience=chosen("audience", audience, AUDIENCES),
            times=dates(first, last),
            themes=themes,
            services=services,
            age_bands=bands,
        )
    return Done(record, tuple(writer.entries), writer.now)


def programmes(store: Store, day: date | None = None) -> tuple[Programme, ...]:
    """Return the programmes that run on ``day``, every one when None, by name."""
    table = tables.programme
    found = [_programme(row) for row in store.all(select(table).where(alive(table)).order_by(table.c.name, table.c.id))]
    return tuple(each for each in found if day is None or holds(each, day))


def belongs_to(store: Store, intervention: int) -> tuple[int, ...]:
    """Return the programmes that an act of help belongs to: the one that was said, and those whose rule takes it."""
    table = tables.intervention
    row = store.first(select(table).where(table.c.id == intervention, alive(table)))
    return _programmes_of(row, programmes(store, local(row.given_at).date())) if row else ()


def helped(store: Store, start: int, end: int) -> dict[int, int]:
    """Return how many acts of help belong to each programme, of those given from ``start`` to ``end`` (UTC seconds)."""
    every = programmes(store)
    table = tables.intervention
    counted = {each.id: 0 for each in every}
    for row in store.all(select(table).where(table.c.given_at >= start, table.c.given_at < end, alive(table))):
        day = local(row.given_at).date()
        for programme in _programmes_of(row, [each for each in every if holds(each, day)]):
            counted[programme] = counted.get(programme, 0) + 1
    return counted


def _programmes_of(row: Found, running: Sequence[Programme]) -> tuple[int, ...]:
    themes, bands = (str(each or "").split() for each in (row.themes, row.age_bands))
    by_rule = {each.id for each in running if each.rule.takes(themes, row.service, bands)}
    return tuple(sorted(by_rule | ({row.programme} if row.programme else set())))


def _programme(row: Found) -> Programme:
    said = (frozenset(str(each or "").split()) for each in (row.themes, row.services, row.age_bands))
    return Programme(row.id, row.name or "", row.audience or "", row.started_at, row.ended_at, Rule(*said))
