"""What the project costs, as headquarters types it: amounts in cents, with the days that they are for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, between, chosen, name, same
from kiosque.actions.known import require
from kiosque.db import records as tables
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.domain.costs import COST_NATURES, MOST
from kiosque.domain.french import local
from kiosque.domain.records import COST
from kiosque.journal.entry import Value

LONGEST = 120
EARLIEST = date(2000, 1, 1)
"""The project began in 2016: an earlier day is a slip."""
AHEAD = timedelta(days=366)
"""A rent or an insurance is noted when it is ordered; what is further off is not spent yet."""
LONGEST_DAYS = timedelta(days=20 * 366)
NOTHING = "Ce coût n’est pas noté."
NO_LABEL = "Dites ce que c’est\u00a0: un loyer, un ordinateur."
TWICE = "«\u00a0{label}\u00a0» est déjà noté, du même montant et pour les mêmes jours. Est-ce bien un autre coût\u202f?"


@dataclass(frozen=True, slots=True)
class Cost:
    """One cost: ``amount`` in cents, for the days from ``first`` to ``last``."""

    id: int
    nature: str
    label: str
    amount: int
    first: date
    last: date


def add_cost(
    store: Store,
    *,
    nature: str,
    label: str,
    amount: int,
    first: date,
    last: date,
    twice: bool = True,
    author: int = 0,
) -> Done:
    """Note a cost of ``amount`` cents for the days from ``first`` to ``last``.

    Raises ``BadInput``; unless ``twice``, also of ``sure`` where just that is noted: a bill that is noted twice is
    asked for twice.
    """
    said = _checked(store, nature, label, amount, first, last)
    with store.writing(author) as writer:
        rest = (nature, amount, first, last)
        for each in () if twice else _costs(writer.all):
            if same(each.label, label) and (each.nature, each.amount, each.first, each.last) == rest:
                raise BadInput("sure", TWICE, label=each.label)
        record = writer.record(COST, **said)
    return Done(record, tuple(writer.entries), writer.now)


def correct_cost(
    store: Store, cost: int, *, nature: str, label: str, amount: int, first: date, last: date, author: int = 0
) -> Done:
    """Say otherwise what a cost is; only what differs is written. Raises ``BadInput`` or ``Missing``."""
    said = _checked(store, nature, label, amount, first, last)
    with store.writing(author) as writer:
        require(writer.first, tables.cost, cost, NOTHING)
        writer.correct(COST, cost, **said)
    return Done(cost, tuple(writer.entries), writer.now)


def take_back(store: Store, cost: int, *, author: int = 0) -> Done:
    """Put a cost that was noted by mistake in the bin. Raises ``Missing``."""
    with store.writing(author) as writer:
        require(writer.first, tables.cost, cost, NOTHING)
        writer.amend(COST, cost, deleted=True)
    return Done(cost, tuple(writer.entries), writer.now)


def costs(store: Store) -> tuple[Cost, ...]:
    """Return every cost, the latest days first."""
    return _costs(store.all)


def _costs(ask: Callable[[Query], Iterable[Found]]) -> tuple[Cost, ...]:
    table = tables.cost
    return tuple(map(_cost, ask(select(table).where(alive(table)).order_by(table.c.started_at.desc(), table.c.id))))


def _cost(row: Found) -> Cost:
    first, last = local(row.started_at or 0).date(), local((row.ended_at or 1) - 1).date()
    return Cost(row.id, row.nature or "", row.label or "", row.amount or 0, first, last)


def _checked(store: Store, nature: str, label: str, amount: int, first: date, last: date) -> dict[str, Value]:
    today = local(store.now()).date()
    if not EARLIEST <= first <= today + AHEAD:
        raise BadInput("first", "Un coût commence entre l’an 2000 et un an d’ici.")
    if last - first > LONGEST_DAYS:
        raise BadInput("last", "Un coût s’étale sur vingt ans au plus.")
    if not 0 < amount <= MOST:
        raise BadInput("amount", "Un montant est plus grand que zéro\u00a0: 1\u202f234,50 par exemple.")
    return {
        "nature": chosen("nature", nature, COST_NATURES),
        "label": name("label", label, LONGEST, NO_LABEL),
        "amount": amount,
        "times": between(first, last),
    }
