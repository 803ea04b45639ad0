"""Bookings and passes: hours of a day, every week, what two PCs did not see; and what is left of a pass."""

from datetime import date, timedelta

import pytest

from kiosque.actions import bins
from kiosque.actions.coworking import bookings, desks, passes
from kiosque.actions.coworking.bookings import Asked, Booked, Who
from kiosque.actions.done import undo
from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import hours
from kiosque.actions.visitors import links, people, reception
from kiosque.actions.visitors.erasure import erase_person
from kiosque.actions.visitors.people import Answers
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.french import local
from kiosque.domain.opening_hours import CLOSED, Slot
from tests.stores import MONDAY_9_H, Space, folded, meet, rows

MONDAY = date(2026, 3, 2)
TUESDAY, THURSDAY = MONDAY + timedelta(1), MONDAY + timedelta(3)
MORNING = "Mo-Su,PH 09:00-12:00"
REGULAR = Asked(0, "Tu,Th 09:00-12:00", TUESDAY, None)


def desk(space: Space, label: str = "Table 1", form: str = "coworking") -> int:
    return desks.add_desk(space.store, label=label, form=form, author=space.animator).record


def book(store: Store, table: int, day: date = TUESDAY, text: str = MORNING, called: str = "Ana") -> int:
    return bookings.book(store, Asked(table, text, day, day), author=1, called=called, phone="0475260000").record


def told(store: Store, day: date) -> list[tuple[str, str, str, bool]]:
    found = bookings.booked_on(store, day)
    return [(each.desk_name, f"{local(each.slot.start):%H:%M}", each.who, each.clash) for each in found]


def the(store: Store, day: date, who: str) -> Booked:
    return next(each for each in bookings.booked_on(store, day) if each.who == who)


def known(space: Space, name: str) -> tuple[int, int]:
    """Return the visitor and the visit of somebody who has just come."""
    visit = reception.sign_in_unnamed(space.store, "desk").visit
    return reception.remember(space.store, visit, given_name=name).record, visit


def test_hours_of_a_day_are_booked_once(opened: Space) -> None:
    store, table = opened.store, desk(opened)
    other = desk(opened, "Table 2")
    done = bookings.book(store, Asked(table, MORNING, TUESDAY, TUESDAY), author=1, called="Ana")
    book(store, table, text="Mo-Su,PH 12:00-14:00", called="Béa")
    with pytest.raises(bookings.DeskBooked):
        book(store, table, text="Mo-Su,PH 11:00-13:00")
    assert told(store, TUESDAY) == [("Table 1", "09:00", "Ana", False), ("Table 1", "12:00", "Béa", False)]
    slot = the(store, TUESDAY, "Ana").slot
    assert bookings.free_desks(store, TUESDAY, slot) == ((other, "Table 2"),)
    with pytest.raises(desks.Taken):
        desks.remove(store, table, author=1)
    undo(store, done, 1)
    assert [each.who for each in bookings.booked_on(store, TUESDAY)] == ["Béa"]
    bookings.cancel(store, the(store, TUESDAY, "Béa"), author=1)
    assert bookings.booked_on(store, TUESDAY) == ()
    assert {each.kind for each in bins.binned(store)} == {"booking"}
    assert rows(store) == folded(store)


def test_who_comes_every_tuesday_and_thursday_is_expected_then_and_may_leave_one_out(opened: Space) -> None:
    store, table = opened.store, desk(opened)
    other = desk(opened, "Table 2")
    asked = Asked(table, REGULAR.hours, TUESDAY, None)
    visitor, _ = known(opened, "Zoé")
    bookings.book(store, asked, author=1, visitor=visitor)
    days = [MONDAY + timedelta(each) for each in range(14)]
    assert [day.weekday() for day in days if bookings.booked_on(store, day)] == [1, 3, 1, 3]
    with pytest.raises(bookings.DeskBooked):
        book(store, table, day=TUESDAY + timedelta(14))
    with pytest.raises(bookings.DeskBooked):
        bookings.book(store, Asked(table, "We,Th 10:00-11:00", MONDAY, None), author=1, called="Béa")
    bookings.cancel(store, the(store, THURSDAY, "Zoé"), author=1)
    assert told(store, THURSDAY) == []
    bookings.move(store, the(store, TUESDAY, "Zoé"), other, author=1)
    assert told(store, TUESDAY) == [("Table 2", "09:00", "Zoé", False)]
    bookings.move(store, the(store, TUESDAY, "Zoé"), table, author=1)
    bookings.cancel(store, the(store, TUESDAY, "Zoé"), author=1)
    assert told(store, TUESDAY) == []
    # It snows on the tenth; from the twelfth on she comes no more.
    hours.note(store, hours=CLOSED, first=date(2026, 3, 10), last=date(2026, 3, 10), reason="road", author=1)
    assert told(store, date(2026, 3, 10)) == []
    bookings.cancel(store, the(store, date(2026, 3, 12), "Zoé"), author=1, for_good=True)
    assert told(store, date(2026, 3, 12)) == told(store, date(2026, 3, 17)) == []
    assert rows(store) == folded(store)


def test_it_is_booked_otherwise_and_only_what_differs_is_written(opened: Space) -> None:
    store, table = opened.store, desk(opened)
    booking = book(store, table)
    done = bookings.rebook(store, booking, Asked(table, "Mo-Su,PH 14:00-16:00", TUESDAY, TUESDAY), author=1)
    assert len(store.entries_of(list(done.entries))[0].changes) == 1
    assert told(store, TUESDAY) == [("Table 1", "14:00", "Ana", False)]
    with pytest.raises(Missing):
        bookings.rebook(store, 12, Asked(table, MORNING, TUESDAY, TUESDAY), author=1)
    regular = bookings.book(store, Asked(table, REGULAR.hours, THURSDAY, None), author=1, called="Béa").record
    bookings.cancel(store, the(store, THURSDAY, "Béa"), author=1, for_good=True)
    assert store.one(tables.booking.select().where(tables.booking.c.id == regular)).deleted


def test_two_pcs_that_booked_one_desk_at_once_find_the_same_clash_and_it_is_moved(opened: Space) -> None:
    table = desk(opened)
    other = desk(opened, "Table 2")
    meet(opened.store, opened.central)
    kiosk = opened.network.kiosk(opened.central, opened.antenna)
    book(opened.store, table)
    book(kiosk, table, text="Mo-Su,PH 10:00-11:00", called="Béa")
    for _ in range(2):
        for store in (opened.store, kiosk):
            meet(store, opened.central)
    assert told(opened.store, TUESDAY) == told(kiosk, TUESDAY)
    [lost] = [each for each in bookings.booked_on(kiosk, TUESDAY) if each.clash]
    bookings.move(kiosk, lost, other, author=1)
    for store in (kiosk, opened.store):
        meet(store, opened.central)
    assert [clash for *_, clash in told(opened.store, TUESDAY)] == [False, False]
    with pytest.raises(bookings.DeskBooked):
        bookings.move(kiosk, the(kiosk, TUESDAY, lost.who), table, author=1)
    assert rows(opened.store)["booking"] == rows(kiosk)["booking"]


def test_who_is_erased_has_no_booking_and_no_pass_any_more(opened: Space) -> None:
    store, table = opened.store, desk(opened)
    visitor, _ = known(opened, "Zoé")
    bookings.book(store, Asked(table, REGULAR.hours, TUESDAY, None), author=1, visitor=visitor)
    passes.give(store, visitor, "ten", author=1)
    erase_person(store, visitor, author=1)
    assert told(store, TUESDAY) == []
    assert passes.passes(store) == ()
    assert rows(store) == folded(store)


@pytest.mark.parametrize(
    "fault",
    [
        Asked(0, MORNING, TUESDAY, TUESDAY),
        Asked(1, MORNING, TUESDAY, MONDAY),
        Asked(1, MORNING, TUESDAY + timedelta(400), None),
    ],
    ids=["no desk", "days turned round", "too far"],
)
def test_what_cannot_be_booked_is_refused(opened: Space, fault: Asked) -> None:
    table = desk(opened)
    asked = Asked(table if fault.desk else 0, fault.hours, fault.first, fault.last)
    with pytest.raises(BadInput):
        bookings.book(opened.store, asked, author=1, called="Ana")
    with pytest.raises(BadInput):
        bookings.book(opened.store, Asked(table, MORNING, TUESDAY, TUESDAY), author=1, called=" ")
    assert bookings.usual_hours(opened.store, TUESDAY)[0] == Slot(MONDAY_9_H + 86_400, MONDAY_9_H + 86_400 + 12_600)


# ----- passes ---------------------------------------------------------------------------------------------------------


def test_what_is_left_of_a_pass_follows_from_the_days_on_which_a_desk_was_taken(opened: Space) -> None:
    store, table = opened.store, desk(opened)
    computer = desk(opened, "Ordinateur", "computer")
    visitor, visit = known(opened, "Zoé")
    done = passes.give(store, visitor, "ten", author=1)
    for place in (table, table, computer):
        desks.take(store, place, visit=visit, author=1)
        desks.free(store, place, author=1)
    [card] = passes.passes(store)
    assert (card.name, card.form, card.left, card.last) == ("Zoé", "ten", 9, date(2027, 3, 1))
    opened.clock.pass_(days=1)
    desks.take(store, computer, visit=visit, author=1)
    assert passes.passes(store)[0].left == 9
    month = passes.give(store, visitor, "month", author=1).record
    assert [(each.form, each.left) for each in passes.passes(store)] == [("month", None), ("ten", 9)]
    passes.end(store, month, author=1)
    with pytest.raises(Missing):
        passes.give(store, 12, "ten", author=1)
    with pytest.raises(BadInput):
        passes.give(store, visitor, "trône", author=1)
    opened.clock.pass_(days=400)
    assert passes.passes(store) == ()
    assert done.record


def test_two_records_of_one_person_use_one_pass_and_two_pcs_count_alike(opened: Space) -> None:
    store, table = opened.store, desk(opened)
    one, visit = known(opened, "Zoé")
    other, again = known(opened, "Zoe")
    links.join(store, one, other, author=1)
    passes.give(store, one, "ten", author=1)
    desks.take(store, table, visit=visit, author=1)
    desks.free(store, table, author=1)
    opened.clock.pass_(days=1)
    desks.take(store, table, visit=again, author=1)
    meet(store, opened.central)
    kiosk = opened.network.kiosk(opened.central, opened.antenna)
    for each in (store, kiosk):
        assert [card.left for card in passes.passes_of(each, other)] == [8]
    assert rows(store)["pass"] == rows(kiosk)["pass"]


def test_a_month_ends_on_the_day_before(opened: Space) -> None:
    del opened
    assert passes.last_day(date(2026, 3, 15), 1) == date(2026, 4, 14)
    assert passes.last_day(date(2026, 1, 31), 1) == date(2026, 2, 27)
    assert passes.last_day(date(2026, 12, 1), 12) == date(2027, 11, 30)


# ----- places and pages -----------------------------------------------------------------------------------------------


def test_a_place_is_called_otherwise_and_pages_are_counted_after(opened: Space) -> None:
    store, table = opened.store, desk(opened)
    desk(opened, "Table 2")
    desks.correct_desk(store, table, label="Fenêtre", form="room", author=1)
    assert desks.correct_desk(store, table, label="Fenêtre", form="room", author=1).entries == ()
    assert [(each.name, each.form) for each in desks.places(store)] == [("Fenêtre", "room"), ("Table 2", "coworking")]
    with pytest.raises(BadInput):
        desks.correct_desk(store, table, label="Table 2", form="room", author=1)
    with pytest.raises(Missing):
        desks.correct_desk(store, 12, label="Table 3", form="room", author=1)
    assert desks.last_use(store, table) == (0, 0)
    use = desks.take(store, table, author=1).record
    desks.free(store, table, author=1)
    desks.count_pages(store, use, 7, author=1)
    assert desks.last_use(store, table) == (use, 7)
    with pytest.raises(BadInput):
        desks.count_pages(store, use, -1, author=1)


def test_who_comes_every_week_books_otherwise_from_a_day_on_and_the_weeks_before_stay(nyons: Space) -> None:
    store, table = nyons.store, desks.add_desk(nyons.store, label="Table 1", form="coworking").record
    first = bookings.book(store, Asked(table, "Tu 09:00-12:00", TUESDAY, None), author=1, called="Zoé Roux").record
    later = TUESDAY + timedelta(days=14)
    other = bookings.rebook(store, first, Asked(table, "Tu,Th 14:00-16:00", later, None), author=1).record
    assert other != first
    assert [each.booking for each in bookings.booked_on(store, TUESDAY + timedelta(days=7))] == [first]
    assert [(each.booking, each.who) for each in bookings.booked_on(store, later)] == [(other, "Zoé Roux")]
    said = bookings.booking_of(store, other)
    assert (said.regular, said.name, said.hours, said.last) == (True, "Zoé Roux", "Tu,Th 14:00-16:00", None)
    # Not begun yet, it is said otherwise itself, and for whom.
    same = bookings.rebook(store, other, Asked(table, "Th 14:00-16:00", later, None), author=1, who=Who(None, "Ana"))
    assert (same.record, bookings.booking_of(store, other).name) == (other, "Ana")
    zoe = people.write_down(store, Answers("Zoé", "Roux"), author=1).record
    bookings.rebook(store, other, Asked(table, "Th 14:00-16:00", later, None), author=1, who=Who(zoe))
    assert bookings.booking_of(store, other).who == Who(zoe)
    assert bookings.booking_of(store, other).name == "Zoé Roux"
    assert rows(store) == folded(store)
