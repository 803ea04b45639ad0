"""The usual hours of antennas on a day: what was said anew holds from its first day on."""

from collections import defaultdict
from datetime import date

from sqlalchemy import Connection, select

from kiosque.db.query import Found
from kiosque.db.records import entry, hours
from kiosque.domain.usual_hours import USUAL, usual_on


def said_anew(connection: Connection, day: date) -> dict[int, str]:
    """Return the usual hours (OSM) of each antenna of which they were said anew, as they are on ``day``: one query."""
    said = (hours.c.reason == USUAL, hours.c.hours.is_not(None), hours.c.deleted.is_not(True))
    query = select(hours, entry.c.clock).join(entry, entry.c.id == hours.c.id).where(*said)
    found: dict[int, list[Found]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.antenna].append(row)
    usual = {antenna: usual_on(None, several, day) for antenna, several in found.items()}
    return {antenna: text for antenna, text in usual.items() if text}
