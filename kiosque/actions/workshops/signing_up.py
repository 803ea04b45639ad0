"""Registering at a workshop oneself, at the counter: what is offered, without anybody's name, and who waits is told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import alive
from kiosque.actions.workshops.registrations import attendees, attendees_of, grouped, register, register_card
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain.workshops import free_places, told_to_wait
from kiosque.journal.entry import COUNTER

SOON_DAYS = 60
DAY = 86_400


@dataclass(frozen=True, slots=True)
class Offer:
    """A workshop as a visitor may read of it: no name, how many places are ``free``; ``waits``: one would wait."""

    workshop: int
    title: str
    theme: str
    starts_at: int
    ends_at: int
    where: str
    free: int
    waits: bool


@dataclass(frozen=True, slots=True)
class SignedUp(Done):
    """A registration that is kept; ``rank`` is where they stand among those who wait, None when they have a place.

    ``reachable``: whether a telephone number of theirs is known.
    """

    rank: int | None
    reachable: bool
    starts_at: int
    title: str


def offered(store: Store, most: int) -> tuple[Offer, ...]:
    """Return at most ``most`` workshops of this antenna that are not over, the nearest first."""
    rows = store.all(_coming(store).limit(most))
    return tuple(_offer(store, row) for row in rows)


def any_offered(store: Store) -> bool:
    """Whether there is any: who greets asks it of everybody who comes."""
    return store.first(_coming(store).with_only_columns(tables.workshop.c.id).limit(1)) is not None


def sign_up(
    store: Store, workshop: int, *, visit: int | None = None, called: str | None = None, phone: str = ""
) -> SignedUp:
    """Register whose ``visit`` it is, or who gives a name. Raises as ``registrations.register``."""
    return _signed(
        store,
        workshop,
        lambda: register(store, workshop, author=COUNTER, visit=visit, called=called, phone=phone),
    )


def sign_up_card(store: Store, workshop: int, scanned: str) -> SignedUp:
    """Register the bearer of a card, who need not have signed in. Raises as ``registrations.register_card``."""
    return _signed(store, workshop, lambda: register_card(store, workshop, scanned, author=COUNTER))


def _signed(store: Store, workshop: int, registering: Callable[[], Done]) -> SignedUp:
    done = registering()
    people = attendees(store, workshop)
    waiting = [each.registration for each in people if each.waiting]
    rank = waiting.index(done.record) + 1 if done.record in waiting else None
    reachable = any(each.phone for each in people if each.registration == done.record)
    table = tables.workshop
    row = store.one(select(table.c.started_at, table.c.title).where(table.c.id == workshop))
    return SignedUp(done.record, done.entries, done.at, rank, reachable, row.started_at, row.title or "")


def _coming(store: Store) -> Select[tuple[Any, ...]]:
    table, now = tables.workshop, store.now()
    return (
        select(table)
        .where(table.c.antenna == store.identity.antenna, alive(table))
        .where(table.c.ended_at > now, table.c.started_at < now + SOON_DAYS * DAY)
        .order_by(table.c.started_at, table.c.id)
    )


def _offer(store: Store, row: Found) -> Offer:
    people, capacity = attendees_of(store.all, row.id), row.capacity - grouped(store.all, row.id)
    free = max(0, free_places(people, capacity))
    return Offer(
        row.id,
        row.title or "",
        row.theme or "",
        row.started_at,
        row.ended_at,
        row.where or "",
        free,
        told_to_wait(people, capacity),
    )
