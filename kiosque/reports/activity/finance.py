"""The finances of a period: what headquarters typed, and what each funder's share of it comes to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from kiosque.db.query import Found
from kiosque.db.records import cost, entry, partner, support
from kiosque.domain.costs import COST_NATURES, share_of
from kiosque.domain.french import local
from kiosque.domain.validity import in_force
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
    ``beyond``: cents that the shares of a cost come to above that cost, where they are more than 100 % together.
    """

    costs: tuple[Cost, ...] = ()
    shares: tuple[Share, ...] = ()
    across: int = 0
    beyond: int = 0

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
    shares, beyond = _shares(connection, found)
    return Finance(found, shares, across, beyond)


def _shares(connection: Connection, found: Iterable[Cost]) -> tuple[tuple[Share, ...], int]:
    """Return the shares by partner and nature, and the cents that are promised beyond what a cost is.

    One cost is counted once for a partner: of what they give on its first day, what validity says comes first.
    """
    given, names = _given(connection), _names(connection)
    bases: dict[tuple[int, str, int], int] = defaultdict(int)
    beyond = 0
    for each in found:
        promised = 0
        for (who, nature), several in given.items():
            held = in_force(several, each.first) if nature == each.nature and who in names else None
            if held is not None:
                bases[who, nature, held.share] += each.amount
                promised += held.share
        beyond += share_of(each.amount, max(promised - 100, 0))
    natures = [each.code for each in COST_NATURES]
    ordered = sorted(bases, key=lambda key: (names[key[0]], natures.index(key[1]), key[2], key[0]))
    shares = (Share(names[key[0]], *key[1:], bases[key], share_of(bases[key], key[2])) for key in ordered if bases[key])
    return tuple(shares), beyond


def _given(connection: Connection) -> dict[tuple[int, str], list[Found]]:
    """Return the shares that are known, by partner and nature; what is given to one antenna is of no cost."""
    several: dict[tuple[int, str], list[Found]] = defaultdict(list)
    known = (support.c.deleted.is_not(True), support.c.antenna.is_(None), support.c.share.is_not(None))
    query = select(support, entry.c.clock).join(entry, entry.c.id == support.c.id)
    for row in connection.execute(query.where(*known)):
        several[row.partner, row.nature or ""].append(row)
    return several


def _names(connection: Connection) -> dict[int, str]:
    rows = connection.execute(select(partner.c.id, partner.c.name).where(partner.c.deleted.is_not(True)))
    return {row.id: row.name or "" for row in rows}
