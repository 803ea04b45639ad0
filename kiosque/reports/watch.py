"""What headquarters should look at, as far as figures tell: antennas that are silent, and hours below their floor."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, func, select

from kiosque.db.feeds import NETWORK
from kiosque.db.records import antenna, credential, receipt
from kiosque.db.watch_tables import forgetting
from kiosque.domain.french import local
from kiosque.reports.antennas import Antenna
from kiosque.reports.floors import Floor, floors


@dataclass(frozen=True, slots=True)
class Waiting:
    """A device that has not heard of an erasure yet: its number, and its antenna's name. UTC seconds, 0 for never."""

    device: int
    antenna: str
    heard_at: int


@dataclass(frozen=True, slots=True)
class Erasure:
    """Somebody who was erased, and the devices that may hold their name still.

    ``people``: so many of one day, for whom the same devices wait; ``record`` is one of them.
    """

    record: int
    asked_at: int
    waiting: tuple[Waiting, ...]
    people: int = 1


def silent(several: Iterable[Antenna], now: int, only: frozenset[int] | None = None) -> tuple[Antenna, ...]:
    """Return those that were heard, but not for a week, of ``only`` or of all; the longest silent first."""
    quiet = (each for each in several if each.silent(now) and not each.gone)
    mine = [each for each in quiet if only is None or each.id in only]
    return tuple(sorted(mine, key=lambda each: (each.heard_at, each.id)))


def low(connection: Connection, day: date, only: frozenset[int] | None = None) -> tuple[Floor, ...]:
    """Return the open antennas whose hours are below their floor, the furthest from it first."""
    below = [each for each in floors(connection, day, only) if each.floor is not None and not each.kept]
    return tuple(sorted(below, key=lambda each: (each.a_week - (each.floor or 0) * 3600, each.name)))


def erasures(connection: Connection) -> tuple[Erasure, ...]:
    """Return the erasures that some device in service has not acknowledged, the oldest first."""
    held = func.coalesce(receipt.c.antenna, 0)
    of_network = func.coalesce(receipt.c.network, 0)
    theirs = (forgetting.c.feed == credential.c.antenna) & (held < forgetting.c.position)
    everybody_s = (forgetting.c.feed == NETWORK) & (of_network < forgetting.c.position)
    columns = (forgetting.c.record, forgetting.c.asked_at, credential.c.device)
    query = (
        select(*columns, func.coalesce(antenna.c.name, ""), func.coalesce(receipt.c.received_at, 0))
        .select_from(credential.outerjoin(receipt, receipt.c.device == credential.c.device))
        .join(forgetting, (forgetting.c.feed == credential.c.antenna) | (forgetting.c.feed == NETWORK))
        .outerjoin(antenna, antenna.c.id == credential.c.antenna)
        .where(theirs | everybody_s, credential.c.revoked_at.is_(None), func.length(credential.c.public) > 0)
        .order_by(forgetting.c.asked_at, forgetting.c.record, antenna.c.name, credential.c.device)
    )
    return tuple(_grouped(tuple(row) for row in connection.execute(query)))


def _grouped(rows: Iterable[tuple[int, int, int, str, int]]) -> list[Erasure]:
    several: dict[tuple[int, int], list[Waiting]] = {}
    for record, asked_at, device, name, heard_at in rows:
        several.setdefault((record, asked_at), []).append(Waiting(device, name, heard_at))
    # Of those who are kept no longer many go in one day.
    together: dict[tuple[date, tuple[Waiting, ...]], Erasure] = {}
    for (record, asked_at), waiting in several.items():
        key = local(asked_at).date(), tuple(waiting)
        before = together.get(key)
        one = Erasure(record, asked_at, tuple(waiting))
        together[key] = replace(before, people=before.people + 1) if before else one
    return list(together.values())
