"""Permanences and workshops as an iCalendar feed (RFC 5545, 7986), for web sites and telephones."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vText

from kiosque.domain.french import local
from kiosque.domain.opening_hours import Slot

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
        calendar.add(title, vText(name))
    calendar.add("x-wr-timezone", ZONE)
    refresh = vDuration(REFRESH)
    refresh.params["VALUE"] = "DURATION"
    calendar.add("refresh-interval", refresh)
    calendar.add_component(_zone())
    for each in sorted(happenings, key=lambda happening: (happening.start, happening.uid)):
        calendar.add_component(_event(each))
    content: bytes = calendar.to_ical()
    return content


def _zone() -> Any:  # noqa: ANN401 - the library's component
    """Return the zone by the rule of the European Union that holds since 1996 (directive 2000/84/EC).

    The library would list every change of clocks of a century, two kilobytes in each feed.
    """
    zone: Any = Timezone()
    zone.add("tzid", ZONE)
    for part, name, month, begun, before, after in (
        (TimezoneDaylight(), "CEST", 3, datetime(1996, 3, 31, 2), 1, 2),  # noqa: DTZ001 - local, as the standard wants
        (TimezoneStandard(), "CET", 10, datetime(1996, 10, 27, 3), 2, 1),  # noqa: DTZ001
    ):
        part.add("dtstart", begun)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        zone.add_component(part)
    return zone


def _event(each: Happening) -> Any:  # noqa: ANN401 - the library's component
    event: Any = Event()
    event.add("uid", each.uid)
    changed = datetime.fromtimestamp(each.changed_at, UTC)
    for name in ("dtstamp", "last-modified"):
        event.add(name, changed)
    event.add("sequence", each.revision)
    begins, ends = local(each.start), local(each.end)
    if Slot(each.start, each.end).whole_day:
        # From midnight to midnight: a day, in the words of the standard.
        event.add("dtstart", begins.date())
        event.add("dtend", ends.date())
    else:
        event.add("dtstart", begins)
        event.add("dtend", ends)
    event.add("summary", vText(each.title))
    event.add("categories", [each.kind])
    event.add("status", "CANCELLED" if each.cancelled else "CONFIRMED")
    if each.where:
        event.add("location", vText(each.where))
    if each.about:
        event.add("description", vText(each.about))
    return event
