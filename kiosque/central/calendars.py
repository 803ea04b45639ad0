"""The feed of an antenna's permanences and workshops: a public address, without a name of anybody in it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import blake2b
from typing import Any

from litestar import Request, get
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Response
from litestar.status_codes import HTTP_304_NOT_MODIFIED
from sqlalchemy import Connection, func, select

from kiosque.actions.opening.hours import Calendar, calendar_of
from kiosque.central.central import Central
from kiosque.central.gate import PROGRAMS, address_of, slow_down
from kiosque.central.pages.errors import PLAIN_HANDLERS
from kiosque.central.rights import open_to
from kiosque.db.query import Found
from kiosque.db.records import antenna, entry, hours, workshop
from kiosque.db.store import Store
from kiosque.domain import codes, communes, opening_hours
from kiosque.domain.codes import HERE, WORKSHOP_LEVELS
from kiosque.domain.french import local, plural
from kiosque.domain.network_codes import HOURS_REASONS
from kiosque.domain.opening_hours import Slot
from kiosque.domain.validity import midnight
from kiosque.reports.exports.ical import MIME, Happening, feed

BEFORE, AFTER = timedelta(days=14), timedelta(days=91)
"""Days that are told: those that just were, so that a change of them is seen too, and a season ahead."""

QUARTER = 900
"""Seconds for which anybody between may keep the answer."""

HEADERS = {
    "cache-control": f"public, max-age={QUARTER}",
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
}
"""Any site may show it: it is made for them."""


@get("/calendriers/{name:str}", opt=PROGRAMS | open_to("everybody"), exception_handlers=PLAIN_HANDLERS)
async def calendar(
    request: Request[Any, Any, State], central: NamedDependency[Central], name: FromPath[str]
) -> Response[bytes]:
    """Return the feed of the antenna of that code: *NYO.ics*."""
    slow_down(central.limits.calendar_by_address.take(address_of(request)))
    content = await sync_to_thread(content_of, central.store, name)
    tag = f'"{blake2b(content, digest_size=8).hexdigest()}"'
    headers = HEADERS | {"etag": tag}
    if request.headers.get("if-none-match") == tag:
        return Response(b"", status_code=HTTP_304_NOT_MODIFIED, headers=headers)
    return Response(content, media_type=MIME, headers=headers)


def content_of(store: Store, name: str) -> bytes:
    """Return the feed of that name. Raises 404."""
    code, dot, ending = name.rpartition(".")
    found = store.first(select(antenna).where(antenna.c.code == code, antenna.c.deleted.is_not(True)))
    if not dot or ending != "ics" or found is None:
        raise NotFoundException("no such calendar")
    today = local(store.now()).date()
    with store.reading() as connection:
        told = [*_permanences(store, connection, found, today), *_workshops(connection, found, today)]
    return feed(f"{found.name or code} · Les Barons branchés", told)


def _permanences(store: Store, connection: Connection, place: Found, today: date) -> Iterator[Happening]:
    """Give each planned opening, and each usual one that does not take place because something else was noted."""
    planned = calendar_of(store, place.id)
    noted = select(hours.c.id).where(hours.c.antenna == place.id)
    # Everything that was ever said of its hours, taken back too: that number only grows.
    said = _said(connection, [place.id, *connection.scalars(noted)])
    revision, changed_at = sum(count for count, _ in said.values()), max(at for _, at in said.values())
    for number in range(-BEFORE.days, AFTER.days):
        day = today + timedelta(days=number)
        on = planned.on(day)
        reason = HOURS_REASONS.label(on.reason) if on.reason else ""
        off = [slot for slot in _usual(planned, day) if slot not in on.slots]
        for slot, cancelled in (*((slot, False) for slot in on.slots), *((slot, True) for slot in off)):
            yield Happening(
                f"permanence-{place.id}-{local(slot.start):%Y%m%dT%H%M}@kiosque",
                slot.start,
                slot.end,
                f"Permanence numérique à {place.name or place.code}",
                "Permanence",
                _where(place),
                reason,
                changed_at,
                revision,
                cancelled,
            )


def _usual(planned: Calendar, day: date) -> tuple[Slot, ...]:
    usual = planned.usual(day)
    if not usual or not planned.in_use(day):
        return ()
    return opening_hours.planned(usual, day, planned.zone)


def _workshops(connection: Connection, place: Found, today: date) -> Iterator[Happening]:
    """Give each workshop; one that was called off is told as such."""
    ends = (workshop.c.ended_at.is_not(None), workshop.c.ended_at > workshop.c.started_at)
    within = (
        workshop.c.started_at >= midnight(today - BEFORE),
        workshop.c.started_at < midnight(today + AFTER),
    )
    rows = connection.execute(select(workshop).where(workshop.c.antenna == place.id, *ends, *within)).all()
    said = _said(connection, [row.id for row in rows])
    for row in rows:
        count, changed_at = said[row.id]
        yield Happening(
            f"atelier-{row.id}@kiosque",
            row.started_at,
            row.ended_at,
            row.title or "Atelier",
            "Atelier",
            _where(place) if row.place in {None, HERE} else row.where or codes.PLACES.label(row.place),
            _about(row),
            changed_at,
            count - 1,
            bool(row.deleted),
        )


def _said(connection: Connection, records: list[int]) -> dict[int, tuple[int, int]]:
    """Return, for each record, how many entries there are about it, and when the last was written (UTC seconds)."""
    counted, latest = Counter[int](), dict[int, int]()
    made = select(entry.c.id, entry.c.written_at).where(entry.c.id.in_(records))
    for record, at in connection.execute(made):
        counted[record], latest[record] = 1, at
    later = select(entry.c.record, func.count(), func.max(entry.c.written_at)).where(
        entry.c.record.in_(records), entry.c.record != entry.c.id
    )
    for record, count, at in connection.execute(later.group_by(entry.c.record)):
        counted[record] += count
        latest[record] = max(at, latest.get(record, at))
    return {record: (counted[record], latest[record]) for record in latest}


def _where(place: Found) -> str:
    around = communes.by_insee(place.commune or "")
    town = f"{around.postal_codes[0]} {around.name}" if around else ""
    return ", ".join(each for each in (place.address, town) if each)


def _about(row: Found) -> str:
    level = WORKSHOP_LEVELS.label(row.level) if row.level else ""
    return ". ".join(each for each in (level, plural(row.capacity, "place", "places") if row.capacity else "") if each)
