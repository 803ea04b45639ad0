"""The files that somebody of headquarters takes away: what is in them, and their bytes as they come."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from sqlalchemy import Connection

from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.kinds import Kind
from kiosque.reports.exports import formats
from kiosque.reports.exports.columns import Sheet, sheets
from kiosque.reports.exports.formats import MEDIA_TYPES, Format
from kiosque.reports.exports.rows import Choice, batches
from kiosque.reports.period import Period
from kiosque.reports.standards import activities, ords, places

Make = Callable[[Connection], Iterator[bytes]]


class Standard(StrEnum):
    """A file by a standard of others."""

    PLACES = "places"
    REPAIRS = "repairs"
    ACTIVITIES = "activities"


TITLES = {
    Standard.PLACES: "Lieux de médiation numérique (standard national 1.0.2)",
    Standard.REPAIRS: "Réparations (Open Repair Data 0.3)",
    Standard.ACTIVITIES: "Activité (nomenclature nationale)",
}


@dataclass(frozen=True, slots=True)
class File:
    """A file that is ready to be given. ``what``: what is in it, in words, for the log; ``names``: people are named."""

    name: str
    media_type: str
    what: str
    content: Iterator[bytes]
    names: bool = False


def tables(store: Store, kinds: tuple[Kind, ...], of: Format, choice: Choice, *, names: bool = False) -> File:
    """Return tables as a file. Nothing is read before its content is asked for."""
    chosen = sheets(kinds, names=names)
    ending, media_type = formats.ending(of, chosen)

    def make(connection: Connection) -> Iterator[bytes]:
        return _made(connection, chosen, of, choice)

    what = f"{', '.join(each.title for each in chosen)}, {of.value.upper()}, {told(choice.period)}"
    called = chosen[0].name if len(chosen) == 1 else "tables"
    return File(f"{name_of(called, choice.period)}.{ending}", media_type, what, given(store, make), names)


def standard(store: Store, which: Standard, period: Period, antennas: frozenset[int] | None) -> File:
    """Return a file by a standard; it names nobody."""
    what = TITLES[which] if which is Standard.PLACES else f"{TITLES[which]}, {told(period)}"
    name, csv = name_of(which.value, period), MEDIA_TYPES[Format.CSV]
    match which:
        case Standard.PLACES:
            today = local(store.now()).date()
            day = f"{today.isoformat()}_lieux-de-mediation-numerique_baronnies.csv"
            found = _once(lambda connection: places.as_csv(places.places(connection, today, antennas)))
            return File(day, csv, what, given(store, found))
        case Standard.REPAIRS:
            span = (period.start, period.end, antennas)
            return File(f"{name}.csv", csv, what, given(store, lambda c: ords.as_csv(ords.rows(c, *span))))
        case Standard.ACTIVITIES:
            make = partial(activities.as_json_lines, choice=Choice(period, antennas))
            return File(f"{name}.jsonl", MEDIA_TYPES[Format.JSON_LINES], what, given(store, make))


def given(store: Store, make: Make) -> Iterator[bytes]:
    """Give what ``make`` makes of one state of the database, as it is asked for."""
    with store.reading() as connection, connection.begin():
        yield from make(connection)


def told(period: Period | None) -> str:
    """Return a period in words for the log."""
    return f"du {period.first:%d/%m/%Y} au {period.last:%d/%m/%Y}" if period else "depuis toujours"


def name_of(what: str, period: Period | None) -> str:
    """Return what a file is called, without its ending."""
    return f"kiosque-{re.sub(r'[^a-z]', '-', what)}" + (f"-{period.first}-{period.last}" if period else "")


def _made(connection: Connection, chosen: tuple[Sheet, ...], of: Format, choice: Choice) -> Iterator[bytes]:
    def rows(sheet: Sheet) -> Iterator[list[tuple[object, ...]]]:
        return batches(connection, sheet, choice)

    if len(chosen) == 1 and not of.whole:
        return formats.one(of, chosen[0], rows)
    return formats.several(of, chosen, rows)


def _once(make: Callable[[Connection], bytes]) -> Make:
    return lambda connection: iter([make(connection)])
