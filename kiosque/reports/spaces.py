"""The antennas as they are on a day: where they stand, since when, what they promised, who supports them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import Enum

from sqlalchemy import Connection, select

from kiosque.db.records import antenna, partner, support
from kiosque.domain import communes
from kiosque.domain.french import local
from kiosque.domain.network_codes import FLOOR_HOURS, LABEL
from kiosque.domain.validity import holds, midnight
from kiosque.reports.antennas import without_accents
from kiosque.reports.usual import said_anew


class Life(Enum):
    """Where an antenna is in its life."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Gift:
    """What a partner gives: ``nature`` and ``label`` are codes, ``share`` per cent; ``everywhere``: to all antennas."""

    partner: str
    nature: str
    label: str
    share: int | None
    everywhere: bool


@dataclass(frozen=True, slots=True)
class Space:
    """One antenna. ``opens`` and ``closes``: its first and last day, None where nobody said so; codes are codes."""

    id: int
    code: str
    name: str
    form: str
    commune: str
    association: str
    life: Life
    opens: date | None
    closes: date | None
    room: str
    size: str
    hours: str
    position: tuple[float, float] | None
    """Degrees north and east: its own, or else those of the middle of its commune."""
    gifts: tuple[Gift, ...]

    @property
    def floor(self) -> int | None:
        """The hours of permanence a week that were promised at least."""
        return FLOOR_HOURS.get(self.size)

    @property
    def labels(self) -> tuple[str, ...]:
        """The codes of the labels that it bears."""
        return tuple(gift.label for gift in self.gifts if gift.nature == LABEL and gift.label and not gift.everywhere)


def spaces(connection: Connection, day: date, antennas: frozenset[int] | None = None) -> tuple[Space, ...]:
    """Return every antenna of ``antennas``, of all when None, as it is on ``day``: by name, those closed last.

    Three queries.
    """
    given = _gifts(connection, day)
    anew = said_anew(connection, day)
    rows = connection.execute(select(antenna).where(antenna.c.deleted.is_not(True)))
    found = [
        Space(
            *(row.id, row.code or "", row.name or row.code or "", row.form or "", row.commune or ""),
            row.association or "",
            _life(row.started_at, row.ended_at, day),
            local(row.started_at).date() if row.started_at is not None else None,
            local(row.ended_at - 1).date() if row.ended_at is not None else None,
            *(row.room or "", row.size or "", anew.get(row.id, row.opening_hours or "")),
            _position(row.position or "", row.commune or ""),
            (*given[row.id], *given[None]),
        )
        for row in rows
        if antennas is None or row.id in antennas
    ]
    return tuple(sorted(found, key=lambda each: (each.life is Life.CLOSED, without_accents(each.name), each.id)))


def _life(started_at: int | None, ended_at: int | None, day: date) -> Life:
    at = midnight(day)
    if started_at is not None and at < started_at:
        return Life.PLANNED
    return Life.CLOSED if ended_at is not None and at >= ended_at else Life.OPEN


def _position(said: str, commune: str) -> tuple[float, float] | None:
    if said:
        north, _, east = said.partition(" ")
        return float(north), float(east)
    around = communes.by_insee(commune)
    return (around.latitude, around.longitude) if around else None


def _gifts(connection: Connection, day: date) -> dict[int | None, list[Gift]]:
    columns = (support.c.id, support.c.antenna, support.c.nature, support.c.label, support.c.share)
    times = (support.c.started_at, support.c.ended_at, partner.c.name)
    joined = support.join(partner, partner.c.id == support.c.partner)
    alive = (support.c.deleted.is_not(True), partner.c.deleted.is_not(True))
    found: dict[int | None, list[Gift]] = defaultdict(list)
    for row in connection.execute(select(*columns, *times).select_from(joined).where(*alive).order_by(partner.c.name)):
        if holds(row, day):
            gift = Gift(row.name or "", row.nature or "", row.label or "", row.share, everywhere=row.antenna is None)
            found[row.antenna].append(gift)
    return found
