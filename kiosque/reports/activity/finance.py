"""The finances of a period: what headquarters typed, and what each funder's share of it comes to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from kiosque.db.records import cost, partner, support
from kiosque.domain.costs import COST_NATURES, share_of
from kiosque.domain.french import local
from kiosque.domain.validity import holds
from kiosque.reports.period import Period


@dataclass(frozen=True, slots=True)
class Cost:
    """One cost of the period: ``amount`` in cents, for the days from ``first`` to ``last``."""

    nature: str
    label: str
    amount: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Share:
    """What a partner pays of one nature: ``share`` per cent of ``base``, which is ``amount``; both in cents."""

    partner: str
    nature: str
    share: int
    base: int
    amount: int


@dataclass(frozen=True, slots=True)
class Finance:
    """The costs whose days are all in the period, and each funder's share of those that began in their time.

    ``across``: cents of what is partly of other days. Nobody knows which part is whose: it is said, and not counted.
    """

    costs: tuple[Cost, ...] = ()
    shares: tuple[Share, ...] = ()
    across: int = 0

    def total(self, nature: str) -> int:
        """Return the cents of one nature."""
        return sum(each.amount for each in self.costs if each.nature == nature)


def finance(connection: Connection, period: Period) -> Finance:
    """Return the finances of ``period``: of the whole network, as its supports and its costs are."""
    overlapping = connection.execute(
        select(cost)
        .where(cost.c.deleted.is_not(True), cost.c.started_at < period.end, cost.c.ended_at > period.start)
        .order_by(cost.c.nature, cost.c.started_at, cost.c.id)
    ).all()
    within = [row for row in overlapping if row.started_at >= period.start and row.ended_at <= period.end]
    found = tuple(
        Cost(
            *(row.nature or "", row.label or "", row.amount or 0),
            *(local(row.started_at).date(), local(row.ended_at - 1).date()),
        )
        for row in within
    )
    across = sum(row.amount or 0 for row in overlapping) - sum(each.amount for each in found)
    return Finance(found, tuple(_shares(connection, found)), across)


def _shares(connection: Connection, found: Iterable[Cost]) -> list[Share]:
    """Return the shares by partner and nature. What is given to one antenna is a share of no cost that is typed."""
    columns = (support.c.id, support.c.nature, support.c.share, support.c.started_at, support.c.ended_at)
    natures = [each.code for each in COST_NATURES]
    given = connection.execute(
        select(*columns, partner.c.name)
        .join(partner, partner.c.id == support.c.partner)
        .where(support.c.deleted.is_not(True), partner.c.deleted.is_not(True), support.c.antenna.is_(None))
        .where(support.c.share.is_not(None), support.c.nature.in_(natures))
        .order_by(partner.c.name, support.c.id)
    ).all()
    bases: dict[tuple[str, str, int], int] = defaultdict(int)
    for row in given:
        bases[row.name or "", row.nature, row.share] += _base(row, found)
    ordered = sorted(bases.items(), key=lambda each: (each[0][0], natures.index(each[0][1])))
    return [Share(name, nature, share, base, share_of(base, share)) for (name, nature, share), base in ordered if base]


def _base(given: Any, found: Iterable[Cost]) -> int:  # noqa: ANN401 - a row
    return sum(each.amount for each in found if each.nature == given.nature and holds(given, each.first))
