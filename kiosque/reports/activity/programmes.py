"""What belongs to each programme in a period: acts of help and attendances, by what was said and by its rule."""

from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection

from kiosque.db.records import intervention
from kiosque.reports.belonging import ATTENDED, HELPED, helps, programmes, wanted
from kiosque.reports.by_code import days_helped, taken_of
from kiosque.reports.period import Period


@dataclass(frozen=True, slots=True)
class Followed:
    """One programme, for whom it is, and what belongs to it."""

    id: int
    name: str
    audience: str
    helps: int
    attendances: int


def followed(connection: Connection, period: Period, antennas: frozenset[int] | None = None) -> tuple[Followed, ...]:
    """Return every programme that ran in ``period``, by name, with what belongs to it.

    An act of help is of its day, an attendance of the day on which its workshop began.
    """
    counts = taken_of(connection, period, antennas)
    ran = (
        each
        for each in programmes(connection)
        if (each.started_at or 0) < period.end and (each.ended_at or period.end) > period.start
    )
    return tuple(
        Followed(each.id, each.name, each.audience, counts[HELPED][each.id], counts[ATTENDED][each.id]) for each in ran
    )


@dataclass(frozen=True, slots=True)
class Belonging:
    """An act of help that belongs to a programme: when, where (an antenna's id, 0 when not known), about what."""

    given_at: int
    antenna: int
    duration: int | None
    themes: str
    service: str


MOST_DAYS = 20
"""Days that have any, gone through for the last acts of help: of a programme that rarely has one, fewer are shown."""


def belonging(
    connection: Connection, number: int, period: Period, antennas: frozenset[int] | None = None, most: int = 50
) -> tuple[Belonging, ...]:
    """Return the last acts of help of ``period`` that belong to a programme (record id), ``most`` at most."""
    one = next((each for each in programmes(connection) if each.id == number), None)
    if one is None:
        return ()
    given, found = intervention.c, list[Belonging]()
    for days in islice(days_helped(connection, one, period, antennas, most), MOST_DAYS):
        query = helps(days, antennas, given.duration).where(wanted(one))
        latest = query.order_by(given.given_at.desc(), given.id.desc()).limit(most - len(found))
        found += [
            Belonging(row.given_at, row.antenna or 0, row.duration, row.themes or "", row.services or "")
            for row in connection.execute(latest)
        ]
        if len(found) == most:
            break
    return tuple(found)
