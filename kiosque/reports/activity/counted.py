"""What a report counts beside the figures: help by theme and by body, visits by age and sector, coworking."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from kiosque.db.records import desk, desk_use
from kiosque.domain.codes import NOT_STATED
from kiosque.reports.by_code import codes_of
from kiosque.reports.coded import AGE, NONE, SECTOR, SERVICE, THEME
from kiosque.reports.period import Period

COWORKING = "coworking"


@dataclass(frozen=True, slots=True)
class Subjects:
    """Acts of help by code: by theme (one may have several), and by the body concerned."""

    themes: Mapping[str, int]
    services: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Coworking:
    """The places to work at, in how many antennas, how often somebody took one, and for how long (seconds)."""

    places: int = 0
    antennas: int = 0
    uses: int = 0
    seconds: int = 0
    unknown: int = 0
    """Of the uses, those of which nobody knows when they ended: freed with the permanence, or not at all."""


def subjects(connection: Connection, period: Period, antennas: frozenset[int] | None) -> Subjects:
    """Return what the help of ``period`` was about."""
    return Subjects(*(_by_code(connection, form, period, antennas) for form in (THEME, SERVICE)))


def by_age(connection: Connection, period: Period, antennas: frozenset[int] | None) -> Mapping[str, int]:
    """Return the visits of ``period`` by age band."""
    counts = Counter(_by_code(connection, AGE, period, antennas))
    unsaid = counts.pop(NONE, 0)
    return dict(counts + Counter({NOT_STATED: unsaid}))


def by_sector(connection: Connection, period: Period, antennas: frozenset[int] | None) -> Mapping[str, int]:
    """Return the visits of ``period`` by the sector of the business for which somebody came; most come for none."""
    return _by_code(connection, SECTOR, period, antennas)


def coworking(connection: Connection, period: Period, antennas: frozenset[int] | None) -> Coworking:
    """Return what the coworking places were used for. How long is said of those who said when they left."""
    places = select(desk.c.id, desk.c.antenna).where(desk.c.form == COWORKING)
    if antennas is not None:
        places = places.where(desk.c.antenna.in_(sorted(antennas)))
    standing = connection.execute(places.where(desk.c.deleted.is_not(True))).all()
    taken = desk_use.c.started_at
    columns = (desk_use.c.started_at, desk_use.c.ended_at, desk_use.c.at_closing)
    within = (taken >= period.start, taken < period.end, desk_use.c.deleted.is_not(True))
    chosen = places.subquery("place")
    uses = connection.execute(select(*columns).join(chosen, chosen.c.id == desk_use.c.desk).where(*within)).all()
    known = [row.ended_at - row.started_at for row in uses if row.ended_at is not None and not row.at_closing]
    where = {row.antenna for row in standing if row.antenna}
    return Coworking(len(standing), len(where), len(uses), sum(known), len(uses) - len(known))


def _by_code(connection: Connection, form: str, period: Period, antennas: frozenset[int] | None) -> Mapping[str, int]:
    return dict(sorted(codes_of(connection, form, period, antennas).items()))
