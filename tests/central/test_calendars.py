"""The feed of an antenna, as a calendar program reads it."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import httpx
import pytest
from icalendar import Calendar

from kiosque.actions.network import network
from kiosque.actions.opening import hours
from kiosque.central.calendars import content_of
from kiosque.central.central import Central
from kiosque.db.store import Store
from kiosque.domain.french import PARIS
from kiosque.domain.records import ANIMATOR, ANTENNA, WORKSHOP
from kiosque.reports.exports import ical
from tests.central.house import PATIENT, PLAIN, Clock, at


@pytest.fixture
def remuzat(store: Store) -> int:
    """An antenna that is open on Mondays and Fridays, with a workshop this week that somebody holds."""
    with store.writing() as writer:
        antenna = writer.record(
            ANTENNA,
            code="REM",
            name="Rémuzat",
            commune="26264",
            address="Place du Champ-de-Mars",
            opening_hours="Mo 13:30-16:30; Fr 09:30-12:00",
        )
        bres = writer.record(ANIMATOR, given_name="Élodie", family_name="Brès", antenna=antenna)
        writer.record(
            WORKSHOP,
            antenna=antenna,
            animator=bres,
            title="Photo, débuter; à deux",
            times=(at(26, 14), at(26, 16)),
            level="debutant",
            capacity=8,
        )
    return antenna


def read(store: Store) -> dict[str, Any]:
    calendar = Calendar.from_ical(content_of(store, "REM.ics"))
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def starts(events: dict[str, Any], *, cancelled: bool = False) -> Iterator[date]:
    status = "CANCELLED" if cancelled else "CONFIRMED"
    yield from (event["dtstart"].dt.date() for event in events.values() if event["status"] == status)


def test_a_feed_tells_permanences_and_workshops_in_local_time_and_names_nobody(store: Store, remuzat: int) -> None:
    content = content_of(store, "REM.ics").decode()
    assert content_of(store, "REM.ics").decode() == content
    assert "BEGIN:VTIMEZONE" in content
    assert "TZID:Europe/Paris" in content
    assert not [name for name in ("Élodie", "Brès") if name in content]
    assert max(len(line.encode()) for line in content.split("\r\n")) <= 75
    events = read(store)
    [workshop] = [event for uid, event in events.items() if uid.startswith("atelier-")]
    assert workshop["summary"] == "Photo, débuter; à deux"
    assert workshop["dtstart"].dt == datetime(2026, 11, 26, 14, tzinfo=PARIS)
    assert (workshop["location"], workshop["description"]) == (
        "Place du Champ-de-Mars, 26510 Rémuzat",
        "Pour débuter. 8\u00a0places",
    )
    monday = events[f"permanence-{remuzat}-20261123T1330@kiosque"]
    assert (monday["dtstart"].dt.hour, monday["dtend"].dt.hour) == (13, 16)
    days = set(starts(events))
    assert date(2026, 12, 21) in days
    # Christmas is a Friday, New Year's Day too.
    assert not {date(2026, 12, 25), date(2027, 1, 1)} & days


def test_the_zone_of_a_feed_is_that_of_paris_in_summer_and_in_winter(store: Store, remuzat: int) -> None:
    assert remuzat
    zones: list[Any] = Calendar.from_ical(content_of(store, "REM.ics")).walk("VTIMEZONE")
    [said] = [zone.to_tz(lookup_tzid=False) for zone in zones]
    for year in (2026, 2027, 2037, 2050):
        for month, day in ((1, 1), (3, 20), (4, 2), (7, 14), (10, 20), (11, 2)):
            moment = datetime(year, month, day, 12, tzinfo=PARIS)
            assert moment.replace(tzinfo=said).utcoffset() == moment.utcoffset(), moment


def test_what_is_closed_or_moved_is_told_under_the_same_name(store: Store, remuzat: int, clock: Clock) -> None:
    before = read(store)
    clock.now += 60
    hours.note(
        store,
        antenna=remuzat,
        hours="off",
        first=date(2026, 12, 14),
        last=date(2026, 12, 20),
        reason="leave",
    )
    hours.note(
        store, antenna=remuzat, hours="Fr 14:00-17:00", first=date(2026, 12, 4), last=date(2026, 12, 4), reason="event"
    )
    after = read(store)
    assert set(starts(after, cancelled=True)) == {date(2026, 12, 4), date(2026, 12, 14), date(2026, 12, 18)}
    closed = f"permanence-{remuzat}-20261214T1330@kiosque"
    assert after[closed]["sequence"] > before[closed]["sequence"]
    assert after[closed]["description"] == "Congés"
    assert after[f"permanence-{remuzat}-20261204T1400@kiosque"]["status"] == "CONFIRMED"
    assert set(before) < set(after)


def test_usual_hours_that_change_leave_what_was_before_as_it_was(store: Store, remuzat: int, clock: Clock) -> None:
    first = date(2026, 11, 30)
    before = {uid: event["dtstart"].dt for uid, event in read(store).items() if event["dtstart"].dt.date() < first}
    clock.now += 60
    hours.note(store, antenna=remuzat, hours="off", first=first, last=first, reason="leave")
    hours.say_usual(store, remuzat, "mardi 9h-12h ; mercredi 0h-24h", first)
    after = read(store)
    assert {uid: event["dtstart"].dt for uid, event in after.items() if when(event) < first} == before
    assert {date(2026, 12, 1), date(2026, 12, 8)} <= {when(event) for event in after.values()}
    assert date(2026, 12, 4) not in {when(event) for event in after.values()}
    # A whole day is a day, not from 0 h to 0 h.
    whole = after[f"permanence-{remuzat}-20261202T0000@kiosque"]
    assert (whole["dtstart"].dt, whole["dtend"].dt) == (date(2026, 12, 2), date(2026, 12, 3))
    assert b"DTSTART;VALUE=DATE:20261202" in content_of(store, "REM.ics")


def when(event: dict[str, Any]) -> date:
    starts: date = event["dtstart"].dt
    return starts.date() if isinstance(starts, datetime) else starts


def test_a_workshop_that_is_moved_or_called_off_says_so(store: Store, remuzat: int, clock: Clock) -> None:
    assert remuzat
    [uid] = [uid for uid in read(store) if uid.startswith("atelier-")]
    record, first = int(uid.split("-")[1].split("@")[0]), read(store)[uid]
    clock.now += 60
    with store.writing() as writer:
        writer.amend(WORKSHOP, record, times=(at(27, 14), at(27, 16)), place="autre", where="École")
    moved = read(store)[uid]
    assert (moved["dtstart"].dt.day, moved["sequence"], moved["location"]) == (27, first["sequence"] + 1, "École")
    assert moved["last-modified"].dt > first["last-modified"].dt
    with store.writing() as writer:
        writer.amend(WORKSHOP, record, deleted=True)
    assert read(store)[uid]["status"] == "CANCELLED"


def test_anybody_may_ask_and_is_not_given_the_same_twice(central: Central, remuzat: int, address: str) -> None:
    assert central.store.device
    assert remuzat
    with httpx.Client(verify=PLAIN, timeout=PATIENT, base_url=address) as client:
        answer = client.get("/calendriers/REM.ics")
        assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "set-cookie" not in answer.headers
        again = client.get("/calendriers/REM.ics", headers={"if-none-match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        for name in ("XYZ.ics", "REM.csv", "REM"):
            assert client.get(f"/calendriers/{name}").status_code == 404
        statuses = {client.get("/calendriers/XYZ.ics").status_code for _ in range(60)}
    assert statuses == {404, 429}


def test_an_antenna_that_is_gone_or_has_no_hours_stops_nothing(store: Store, remuzat: int) -> None:
    assert remuzat
    place = network.add_antenna(
        store, code="LEM", label="Lemps", form="village", association=None, commune="26161", hours=None
    )
    assert b"VEVENT" not in content_of(store, "LEM.ics")
    assert place.record


def test_the_name_of_a_feed_is_written_as_the_standard_wants() -> None:
    lines = ical.feed("Nyons, le café; \\n", []).decode().splitlines()
    assert lines.count("NAME:Nyons\\, le café\\; \\\\n") == lines.count("X-WR-CALNAME:Nyons\\, le café\\; \\\\n") == 1
