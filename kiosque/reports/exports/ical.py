"""Permanences and workshops as an iCalendar feed (RFC 5545, 7986), for web sites and telephones."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event, vDuration, vText

from kiosque.domain.french import local

MIME = "text/calendar"
PRODUCT = "-//Les Barons branchés//Kiosque//FR"
REFRESH = timedelta(hours=1)
ZONE = "Europe/Paris"


@dataclass(frozen=True, slots=True)
class Happening:
    """One event, times in UTC seconds. ``uid`` is for ever; ``revision`` grows with each change of it."""

    uid: str
    start: int
    end: int
    title: str
    kind: str
    where: str = ""
    about: str = ""
    changed_at: int = 0
    revision: int = 0
    cancelled: bool = False


def feed(name: str, happenings: Iterable[Happening]) -> bytes:
    """Return the feed ``name``. What is the same is the same bytes: no time of asking is in it."""
    calendar: Any = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for title in ("name", "x-wr-calname"):
        calendar.add(title, name)
    calendar.add("x-wr-timezone", ZONE)
    refresh = vDuration(REFRESH)
    refresh.params["VALUE"] = "DURATION"
    calendar.add("refresh-interval", refresh)
    for each in sorted(happenings, key=lambda happening: (happening.start, happening.uid)):
        calendar.add_component(_event(each))
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content


def _event(each: Happening) -> Any:  # noqa: ANN401 - the library's component
    event: Any = Event()
    event.add("uid", each.uid)
    changed = datetime.fromtimestamp(each.changed_at, UTC)
    for name in ("dtstamp", "last-modified"):
        event.add(name, changed)
    event.add("sequence", each.revision)
    event.add("dtstart", local(each.start))
    event.add("dtend", local(each.end))
    event.add("summary", vText(each.title))
    event.add("categories", [each.kind])
    event.add("status", "CANCELLED" if each.cancelled else "CONFIRMED")
    if each.where:
        event.add("location", vText(each.where))
    if each.about:
        event.add("description", vText(each.about))
    return event
