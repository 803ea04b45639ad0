"""The hours of an antenna, day by day, and what is noted otherwise between two dates."""

from datetime import date, timedelta

import pytest

from kiosque.actions.done import undo
from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import hours, planned
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.opening_hours import CLOSED, UnreadableHours
from kiosque.domain.records import ANTENNA, HOURS
from kiosque.domain.validity import dates
from tests.stores import MONDAY_9_H, Space, folded, meet, rows

MONDAY = local(MONDAY_9_H).date()
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


def closed(space: Space, first: date, last: date | None, reason: str = "leave") -> int:
    return hours.note(space.store, hours=CLOSED, first=first, last=last, reason=reason, author=space.animator).record


def test_a_closing_that_is_noted_at_the_antenna_stands_before_the_usual_hours(nyons: Space) -> None:
    noted = closed(nyons, TUESDAY, WEDNESDAY)
    days = hours.coming(nyons.store)
    assert len(days) == hours.SHOWN_DAYS
    assert [bool(day.slots) for day in days[:4]] == [True, False, False, True]
    assert [day.noted for day in days[:4]] == [None, noted, noted, None]
    assert days[1].reason == "leave"
    that_day = planned.planned(nyons.store, TUESDAY)
    assert that_day is not None
    assert that_day.slots == ()
    assert rows(nyons.store) == folded(nyons.store)


def test_what_was_noted_can_be_undone_or_lifted(nyons: Space) -> None:
    done = hours.note(nyons.store, hours=CLOSED, first=TUESDAY, last=TUESDAY, reason="road", author=nyons.animator)
    undo(nyons.store, done, nyons.animator)
    noted = closed(nyons, WEDNESDAY, None)
    assert [each.id for each in hours.noted_from(nyons.store, MONDAY)] == [noted]
    hours.lift(nyons.store, noted, author=nyons.animator)
    assert hours.noted_from(nyons.store, MONDAY) == ()
    assert all(day.noted is None for day in hours.coming(nyons.store))


def test_what_is_over_is_not_told_any_more(nyons: Space) -> None:
    over = closed(nyons, MONDAY - timedelta(days=9), MONDAY - timedelta(days=8))
    later, now = closed(nyons, WEDNESDAY, WEDNESDAY), closed(nyons, MONDAY, TUESDAY)
    found = [each.id for each in hours.noted_from(nyons.store, MONDAY)]
    assert found == [now, later]
    assert over not in found


def test_the_hours_that_headquarters_plans_reach_the_antenna_and_a_closing_reaches_headquarters(nyons: Space) -> None:
    hours.note(
        nyons.central,
        hours="Mo-Fr 08:00-12:00",
        first=date(2026, 7, 1),
        last=date(2026, 8, 31),
        reason="season",
        antenna=nyons.antenna,
    )
    snow = closed(nyons, TUESDAY, TUESDAY, "road")
    meet(nyons.store, nyons.central)
    in_july = planned.planned(nyons.store, date(2026, 7, 3))
    assert in_july is not None
    assert [local(slot.start).hour for slot in in_july.slots] == [8]
    assert hours.calendar_of(nyons.central, nyons.antenna).on(TUESDAY).noted == snow


def test_two_who_note_the_same_day_without_knowing_of_each_other_are_read_alike(nyons: Space) -> None:
    closed(nyons, TUESDAY, TUESDAY, "road")
    hours.note(
        nyons.central, hours="Tu 10:00-11:00", first=TUESDAY, last=TUESDAY, reason="season", antenna=nyons.antenna
    )
    meet(nyons.store, nyons.central)
    meet(nyons.store, nyons.central)
    here, there = (hours.calendar_of(store, nyons.antenna).on(TUESDAY) for store in (nyons.store, nyons.central))
    assert here == there
    assert len(hours.noted_from(nyons.store, MONDAY)) == 2


def test_a_public_holiday_is_closed_and_school_holidays_are_named(nyons: Space) -> None:
    calendar = hours.calendar_of(nyons.store, nyons.antenna)
    easter_monday, winter = calendar.on(date(2026, 4, 6)), calendar.on(date(2026, 2, 10))
    assert (easter_monday.public_holiday, easter_monday.slots) == (True, ())
    assert winter.school_holidays == "Vacances d’hiver"
    assert winter.slots
    # Monday to Saturday, 8 hours a day; a week of a public holiday has one day less.
    assert calendar.seconds_in_week(WEDNESDAY) == 6 * 8 * 3600
    assert calendar.seconds_in_week(date(2026, 4, 9)) == 5 * 8 * 3600


def test_hours_may_be_known_for_some_days_only(nyons: Space) -> None:
    with nyons.central.writing() as writer:
        writer.amend(ANTENNA, nyons.antenna, opening_hours=None)
    meet(nyons.store, nyons.central)
    closed(nyons, TUESDAY, TUESDAY)
    assert planned.planned(nyons.store, MONDAY) is None
    assert planned.planned(nyons.store, TUESDAY) == planned.Planned(())
    assert hours.calendar_of(nyons.store, 12).zone is None


def test_hours_are_kept_in_osm_as_they_were_understood(nyons: Space) -> None:
    hours.note(nyons.store, hours="mardi 9h-12h, 14h-17h", first=TUESDAY, last=TUESDAY, reason="season")
    assert [each.hours for each in hours.noted_from(nyons.store, MONDAY)] == ["Tu 09:00-12:00,14:00-17:00"]


def test_hours_that_were_kept_before_are_read_as_they_were(nyons: Space) -> None:
    with nyons.store.writing() as writer:
        writer.record(HOURS, antenna=nyons.antenna, hours="Mo-Fr 17:00-09:00", times=dates(TUESDAY, TUESDAY))
    assert hours.calendar_of(nyons.store, nyons.antenna).on(TUESDAY).slots


@pytest.mark.parametrize(
    "wrong",
    [
        {"hours": "bientôt"},
        {"hours": "Tu 17:00-09:00"},
        {"last": MONDAY},
        {"last": MONDAY + timedelta(days=400)},
        {"reason": "grippe"},
    ],
    ids=str,
)
def test_what_cannot_be_is_refused(nyons: Space, wrong: dict[str, object]) -> None:
    good = {"hours": CLOSED, "first": TUESDAY, "last": TUESDAY, "reason": "leave", **wrong}
    with pytest.raises((BadInput, UnreadableHours)):
        hours.note(nyons.store, **good)  # type: ignore[arg-type]
    assert hours.noted_from(nyons.store, MONDAY) == ()


def test_of_the_same_dates_what_was_said_last_holds_whoever_said_it(nyons: Space) -> None:
    # Each of them writes under a number of its own: by the records' numbers, one of both would always win.
    def say(store: Store, text: str) -> None:
        hours.note(store, hours=text, first=TUESDAY, last=TUESDAY, reason="season", antenna=nyons.antenna)
        meet(nyons.store, nyons.central)

    for by, text, slots in (
        (nyons.central, "fermé", 0),
        (nyons.store, "mardi 9h-10h", 1),
        (nyons.central, "mardi 9h-10h, 11h-12h", 2),
        (nyons.store, "fermé", 0),
    ):
        say(by, text)
        for store in (nyons.store, nyons.central):
            assert len(hours.calendar_of(store, nyons.antenna).on(TUESDAY).slots) == slots
