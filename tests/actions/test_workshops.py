"""Series, places, half-days, signatures, what is said to be doubtful; and that whoever came is counted once."""

from datetime import date, timedelta

import pytest

from kiosque.actions import bins
from kiosque.actions.done import undo
from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import hours, permanences
from kiosque.actions.visitors import reception
from kiosque.actions.visitors.erasure import erase_person
from kiosque.actions.workshops import agenda, attendance, registrations, workshop_changes, workshops
from kiosque.actions.workshops.workshop_checks import Doubt, doubts
from kiosque.actions.workshops.workshops import Details, Repeats
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.card import card_code
from kiosque.domain.french import local
from kiosque.domain.opening_hours import CLOSED
from kiosque.domain.records import ATTENDANCE, REGISTRATION
from kiosque.domain.signature import pack
from kiosque.domain.workshops import Seat
from kiosque.reports.sessions import workshop_of
from tests.stores import MONDAY_9_H, Space, folded, meet, rows

HOUR, DAY = 3600, 86_400
SIGNATURE = pack([[(0.1, 0.5), (0.9, 0.4)]])


def plan(
    space: Space, *, after: int = HOUR, minutes: int = 120, capacity: int = 5, details: Details | None = None
) -> int:
    return workshops.plan(
        space.store,
        title="Mes photos",
        theme="email",
        starts_at=MONDAY_9_H + after,
        minutes=minutes,
        capacity=capacity,
        animator=space.animator,
        details=details,
    ).record


def called(space: Space, workshop: int, name: str, phone: str = "") -> int:
    done = registrations.register(space.store, workshop, author=space.animator, called=name, phone=phone)
    return done.record


def came(space: Space, registration: int, half_day: int = 0, state: str = "seen") -> None:
    attendance.mark(space.store, registration, state, author=space.animator, half_day=half_day)


def visits(store: Store) -> list[tuple[str | None, int | None]]:
    """The visits that count, by reason and visitor."""
    table = tables.visit
    rows = store.all(table.select().where(table.c.deleted.is_not(True)).order_by(table.c.id))
    return [(row.reason, row.visitor) for row in rows]


# ----- planning -------------------------------------------------------------------------------------------------------


def test_a_series_keeps_its_hour_and_leaves_holidays_out(opened: Space) -> None:
    first = plan(opened, details=Details(repeats=Repeats(weeks=1, times=6, in_term=True)))
    lines = agenda.upcoming(opened.store)
    days = [local(line.starts_at) for line in lines]
    # Easter Monday is in the spring holidays of the Drôme, which last until 19 April: summer time has begun.
    assert [day.date() for day in days] == [date(2026, 3, each) for each in (2, 9, 16, 23, 30)] + [date(2026, 4, 20)]
    assert {day.hour for day in days} == {10}
    assert registrations.sessions(opened.store.all, lines[3].id, 0) == tuple(line.id for line in lines)
    assert lines[0].id == first
    assert rows(opened.store) == folded(opened.store)


def test_who_registers_for_a_series_is_expected_at_each_session_to_come(opened: Space) -> None:
    plan(opened, details=Details(repeats=Repeats(times=3)))
    sessions = [line.id for line in agenda.upcoming(opened.store)]
    visit = reception.sign_in_card(opened.store, card_code(bytes(10))).visit
    store, author = opened.store, opened.animator
    registrations.register(store, sessions[0], author=author, visit=visit, whole_series=True)
    registrations.register(store, sessions[0], author=author, called="Ana", phone="0475260000", whole_series=True)
    assert [len(registrations.attendees(store, session)) for session in sessions] == [2, 2, 2]
    # The visit is the arrival at one of them.
    assert [row.visit for row in store.all(tables.registration.select()) if row.visit] == [visit]
    with pytest.raises(registrations.AlreadyRegistered):
        registrations.register(store, sessions[1], author=author, visit=visit)
    # Who comes that day is counted that day: today's visit is not the arrival at another day's session.
    opened.clock.pass_(days=7)
    before = len(store.all(tables.visit.select()))
    attendance.mark_all_present(store, sessions[1], author=author)
    assert len(store.all(tables.visit.select())) == before + 2


def test_another_like_it_is_a_week_later_or_the_next_time(opened: Space) -> None:
    about = Details("debutant", "autre", "L’école de Sahune", (opened.animator + 1,))
    workshop = plan(opened, after=DAY, details=about)
    again = workshops.again(opened.store, workshop)
    assert local(again.starts_at).date() == date(2026, 3, 10)
    assert (again.title, again.minutes, again.capacity) == ("Mes photos", 120, 5)
    assert (again.details.place, again.details.where, again.details.level) == (about.place, about.where, about.level)
    opened.clock.pass_(days=30)
    assert local(workshops.again(opened.store, workshop).starts_at).date() == date(2026, 4, 7)
    assert workshops.holders(opened.store, workshop) == ("Élodie Brès",)


def test_a_workshop_is_corrected_field_by_field_and_called_off(opened: Space) -> None:
    workshop = plan(opened)
    before = workshops.plan_of(opened.store, workshop)
    registration = called(opened, workshop, "Ana")
    moved = workshops.Plan(
        "Mes photos", "email", before.starts_at + DAY, 120, 6, opened.animator, Details(place="autre", where="École")
    )
    done = workshop_changes.correct(opened.store, workshop, moved, author=opened.animator)
    assert workshops.plan_of(opened.store, workshop).details.where == "École"
    changed = opened.store.entries_of(list(done.entries))[0]
    assert len(changed.changes) == 4
    assert workshop_changes.correct(opened.store, workshop, moved, author=opened.animator).entries == ()
    off = workshop_changes.call_off(opened.store, workshop, author=opened.animator)
    assert agenda.upcoming(opened.store) == ()
    row = opened.store.one(tables.registration.select())
    assert (row.state, row.to_tell) == ("revoked", True)
    undo(opened.store, off, opened.animator)
    assert [each.registration for each in registrations.attendees(opened.store, workshop)] == [registration]
    assert opened.store.one(tables.registration.select()).state == "unknown"
    with pytest.raises(Missing):
        workshops.plan_of(opened.store, 12)


@pytest.mark.parametrize(
    "wrong",
    [
        Details(level="expert"),
        Details(place="lune"),
        Details(place="autre"),
        Details(repeats=Repeats(times=0)),
        Details(repeats=Repeats(times=41)),
        Details(repeats=Repeats(weeks=0, times=2)),
    ],
    ids=str,
)
def test_details_that_cannot_be_are_refused(opened: Space, wrong: Details) -> None:
    with pytest.raises(BadInput):
        plan(opened, details=wrong)


def test_what_may_be_a_mistake_is_said(opened: Space) -> None:
    plan(opened)
    hours.note(
        opened.store,
        hours=CLOSED,
        first=date(2026, 3, 3),
        last=date(2026, 3, 3),
        reason="works",
        author=opened.animator,
    )

    def found(after: int, details: Details | None = None, minutes: int = 60) -> set[Doubt]:
        told = workshops.Plan("T", "email", MONDAY_9_H + after, minutes, 5, opened.animator, details or Details())
        return set(doubts(opened.store, told))

    assert found(2 * HOUR) == {Doubt.ANIMATOR_TWICE, Doubt.ROOM_TWICE}
    assert found(2 * HOUR, Details(place="autre", where="École")) == {Doubt.ANIMATOR_TWICE}
    assert found(4 * HOUR + 1800) == set()
    # It goes on after the door closes; the place is closed that day.
    assert found(8 * HOUR, minutes=120) == {Doubt.CLOSED}
    assert found(DAY + 5 * HOUR) == {Doubt.CLOSED}
    weekly = Details(repeats=Repeats(weeks=1, times=8))
    assert found(2 * DAY + 5 * HOUR, weekly) == {Doubt.SCHOOL_HOLIDAYS}
    # Good Friday is no holiday here, the first of May is.
    assert Doubt.PUBLIC_HOLIDAY in found(60 * DAY + 5 * HOUR)


def test_a_workshop_that_is_corrected_does_not_stand_in_its_own_way(opened: Space) -> None:
    workshop = plan(opened)
    told = workshops.plan_of(opened.store, workshop)
    assert doubts(opened.store, told, workshop) == ()
    assert Doubt.ROOM_TWICE in doubts(opened.store, told)


# ----- places and the waiting list ------------------------------------------------------------------------------------


def test_the_next_is_called_by_hand_and_comes_or_does_not(opened: Space) -> None:
    workshop = plan(opened, capacity=1)
    store, author = opened.store, opened.animator
    first, second, third = (called(opened, workshop, name) for name in ("Ana", "Béa", "Cloé"))
    came(opened, first, state="excused")
    assert [each.seat for each in registrations.attendees(store, workshop)] == [Seat.GONE, Seat.NEXT, Seat.WAITS]
    registrations.call(store, second, comes=False, author=author)
    registrations.call(store, third, comes=True, author=author)
    assert [each.seat for each in registrations.attendees(store, workshop)] == [Seat.GONE, Seat.GONE, Seat.HAS]
    late = called(opened, workshop, "Dora")
    with pytest.raises(registrations.NoPlace):
        registrations.call(store, late, comes=True, author=author)
    with pytest.raises(BadInput):
        called(opened, workshop, "Ève", "12")


def test_two_pcs_that_give_the_last_place_at_once_both_gave_it(opened: Space) -> None:
    workshop = plan(opened, capacity=1)
    meet(opened.store, opened.central)
    called(opened, workshop, "Ana")
    registrations.register(opened.central, workshop, author=1, called="Béa")
    for _ in range(2):
        meet(opened.store, opened.central)
    for store in (opened.store, opened.central):
        assert [each.seat for each in registrations.attendees(store, workshop)] == [Seat.HAS, Seat.HAS]
    line = agenda.upcoming(opened.store)[0]
    assert line.registered - line.capacity == 1


def test_a_card_registers_who_bears_it(opened: Space) -> None:
    workshop = plan(opened)
    code = card_code(bytes(10))
    with pytest.raises(BadInput, match="pas connue"):
        registrations.register_card(opened.store, workshop, code, author=opened.animator)
    visit = reception.sign_in_card(opened.store, code)
    registrations.register_card(opened.store, workshop, code, author=opened.animator)
    row = opened.store.one(tables.registration.select())
    # Their arrival is found when they are said to have come.
    assert row.visit is None
    came(opened, row.id)
    assert opened.store.one(tables.registration.select()).visit == visit.visit
    with pytest.raises(Missing):
        registrations.register(opened.store, workshop, author=1, visitor=12)


# ----- whoever came is a visit, once ----------------------------------------------------------------------------------


def test_who_signed_in_is_not_counted_again(opened: Space) -> None:
    workshop = plan(opened)
    registrations_ = [called(opened, workshop, name) for name in ("Ana Roux", "Béa Viel", "Cloé Brun")]
    reception.sign_in_unnamed(opened.store, "workshop")
    named = reception.sign_in_unnamed(opened.store, "workshop")
    reception.remember(opened.store, named.visit, given_name="Béa", family_name="Viel")
    other = reception.sign_in_unnamed(opened.store, "workshop")
    reception.remember(opened.store, other.visit, given_name="Paul", family_name="Girard")
    attendance.mark_all_present(opened.store, workshop, author=opened.animator)
    # Béa is found by her name, Ana took the arrival of somebody without one; Paul is nobody of them: Cloé is counted.
    assert len(visits(opened.store)) == 4
    linked = {row.id: row.visit for row in opened.store.all(tables.registration.select())}
    assert linked[registrations_[1]] == named.visit
    assert other.visit not in linked.values()
    made = opened.store.one(tables.visit.select().where(tables.visit.c.workshop == workshop))
    assert (made.reason, made.id) == ("workshop", linked[registrations_[2]])
    assert rows(opened.store) == folded(opened.store)


def test_who_was_counted_by_mistake_is_counted_no_more(opened: Space) -> None:
    workshop = plan(opened)
    registration = called(opened, workshop, "Ana")
    came(opened, registration)
    assert len(visits(opened.store)) == 1
    came(opened, registration, state="noshow")
    assert visits(opened.store) == []
    reception.sign_in_unnamed(opened.store, "workshop")
    came(opened, registration)
    came(opened, registration, state="excused")
    # The arrival that was taken for theirs is somebody else's again.
    assert len(visits(opened.store)) == 1
    assert opened.store.one(tables.registration.select()).visit is None
    done = attendance.mark(opened.store, registration, "seen", author=opened.animator)
    undo(opened.store, done, opened.animator)
    assert opened.store.one(tables.registration.select()).state == "excused"


def test_whose_visit_goes_to_the_bin_is_not_known_to_have_come_until_it_is_back(opened: Space) -> None:
    store, author = opened.store, opened.animator
    workshop = plan(opened, after=0, minutes=8 * 60)
    ana, bea = called(opened, workshop, "Ana"), called(opened, workshop, "Béa")
    attendance.sign(store, ana, SIGNATURE, author=author, half_day=1)
    came(opened, ana, 0, "noshow")
    came(opened, bea)
    visit = store.one(tables.registration.select().where(tables.registration.c.id == ana)).visit
    bins.throw_away(store, visit, author=author)
    assert attendance.roll(store, workshop).states == {ana: ("noshow", "unknown"), bea: ("seen", "unknown")}
    assert agenda.upcoming(store)[0].present == len(visits(store)) == 1
    opened.clock.pass_(minutes=1)
    bins.restore(store, visit, author=author)
    found = attendance.roll(store, workshop)
    assert (found.states[ana], found.signatures[ana]) == (("noshow", "seen"), (None, SIGNATURE))
    assert agenda.upcoming(store)[0].present == len(visits(store)) == 2
    # Seen again while it is in the bin, they are counted by it, and it cannot come back a second time.
    bins.throw_away(store, visit, author=author)
    came(opened, ana, 1, "excused")
    came(opened, ana, 1)
    with pytest.raises(bins.NotBinned):
        bins.restore(store, visit, author=author)
    assert agenda.upcoming(store)[0].present == len(visits(store)) == 2
    assert rows(store) == folded(store)


def test_who_registered_by_a_visit_that_is_in_the_bin_is_counted_by_another(opened: Space) -> None:
    workshop = plan(opened)
    visit = reception.sign_in_unnamed(opened.store, "workshop").visit
    registration = registrations.register(opened.store, workshop, author=opened.animator, visit=visit).record
    bins.throw_away(opened.store, visit, author=opened.animator)
    came(opened, registration)
    assert len(visits(opened.store)) == 1
    came(opened, registration, state="noshow")
    assert visits(opened.store) == []


def test_a_workshop_held_elsewhere_counts_its_hours_and_leaves_nobody_at_the_desk(opened: Space) -> None:
    elsewhere = plan(opened, details=Details(place="autre", where="École de Sahune"))
    here = plan(opened)
    came(opened, called(opened, elsewhere, "Ana"))
    came(opened, called(opened, here, "Béa"))
    away, at_desk = opened.store.all(tables.visit.select().order_by(tables.visit.c.id))
    assert (away.started_at, away.ended_at) == (MONDAY_9_H, MONDAY_9_H + 3 * HOUR)
    assert at_desk.ended_at is None
    assert len(reception.present(opened.store)) == 1


def test_what_is_marked_days_later_is_counted_on_the_day_it_was(opened: Space) -> None:
    workshop = plan(opened)
    registration = called(opened, workshop, "Ana")
    first = permanences.current(opened.store)
    assert first is not None
    opened.clock.pass_(minutes=200)
    permanences.close_permanence(opened.store, first.id, author=opened.animator)
    opened.clock.pass_(days=1)
    permanences.open_permanence(opened.store, opened.animator)
    came(opened, registration)
    row = opened.store.one(tables.visit.select())
    assert (row.permanence, row.started_at, row.ended_at) == (first.id, MONDAY_9_H + HOUR, MONDAY_9_H + 3 * HOUR)


# ----- half-days and signatures ---------------------------------------------------------------------------------------


def test_a_day_is_signed_for_twice_and_is_one_visit(opened: Space) -> None:
    workshop = plan(opened, after=0, minutes=8 * 60)
    store, author = opened.store, opened.animator
    ana, bea = (called(opened, workshop, name) for name in ("Ana", "Béa"))
    attendance.mark_all_present(store, workshop, author=author)
    assert set(attendance.roll(store, workshop).states.values()) == {("seen", "unknown")}, "nobody was asked yet"
    attendance.sign(store, ana, SIGNATURE, author=author, half_day=1)
    came(opened, bea, 1, "noshow")
    found = attendance.roll(store, workshop)
    assert found.states == {ana: ("seen", "seen"), bea: ("seen", "noshow")}
    assert found.signatures == {ana: (None, SIGNATURE), bea: (None, None)}
    assert [each.state for each in found.attendees] == ["seen", "seen"]
    assert len(visits(store)) == 2
    came(opened, bea, 0, "noshow")
    assert [each.state for each in registrations.attendees(store, workshop)] == ["seen", "noshow"]
    assert len(visits(store)) == 1
    assert rows(store) == folded(store)


def test_a_signature_is_given_again_and_says_that_they_came(opened: Space) -> None:
    workshop = plan(opened)
    ana = called(opened, workshop, "Ana")
    drawn = pack([[(0.2, 0.2), (0.4, 0.4)]])
    attendance.sign(opened.store, ana, SIGNATURE, author=opened.animator)
    done = attendance.sign(opened.store, ana, drawn, author=opened.animator)
    found = attendance.roll(opened.store, workshop)
    assert (found.states[ana], found.signatures[ana]) == (("seen",), (drawn,))
    undo(opened.store, done, opened.animator)
    assert attendance.roll(opened.store, workshop).signatures[ana] == (SIGNATURE,)
    for wrong, half in ((b"", 0), (bytes(5_000), 0), (SIGNATURE, 1)):
        with pytest.raises(BadInput):
            attendance.sign(opened.store, ana, wrong, author=opened.animator, half_day=half)


def test_the_signature_of_a_half_day_holds_while_they_are_said_to_have_come(opened: Space) -> None:
    short, long = plan(opened), plan(opened, after=0, minutes=8 * 60)
    for workshop, half in ((short, 0), (long, 1)):
        ana = called(opened, workshop, "Ana")
        attendance.sign(opened.store, ana, SIGNATURE, author=opened.animator, half_day=half)
        for state, signature in (("noshow", None), ("unknown", None), ("seen", SIGNATURE)):
            came(opened, ana, half, state)
            assert attendance.roll(opened.store, workshop).signatures[ana][half] == signature
            with opened.store.reading() as connection:
                counted = workshop_of(connection, workshop)
            assert counted is not None
            assert counted.signatures == (signature is not None)


def test_two_pcs_that_mark_the_same_half_day_end_with_one_answer(opened: Space) -> None:
    workshop = plan(opened, after=0, minutes=8 * 60)
    ana = called(opened, workshop, "Ana")
    meet(opened.store, opened.central)
    came(opened, ana, 0, "seen")
    with opened.central.writing() as writer:
        writer.record(ATTENDANCE, registration=ana, half_day=0, state="noshow")
    for _ in range(2):
        meet(opened.store, opened.central)
    here, there = (attendance.roll(store, workshop).states for store in (opened.store, opened.central))
    assert here == there


def test_an_erasure_leaves_no_name_no_number_no_signature_and_the_figures(opened: Space) -> None:
    workshop = plan(opened)
    signed_in = reception.sign_in_unnamed(opened.store, "workshop")
    kept = reception.remember(opened.store, signed_in.visit, given_name="Ana", family_name="Roux")
    ana = registrations.register(opened.store, workshop, author=1, visitor=kept.record).record
    other = called(opened, workshop, "Béa Viel", "06 12 34 56 78")
    for each in (ana, other):
        attendance.sign(opened.store, each, SIGNATURE, author=opened.animator)
    erase_person(opened.store, kept.record, author=opened.animator)
    found = attendance.roll(opened.store, workshop)
    assert [(each.name, each.phone, each.state) for each in found.attendees] == [
        (None, "", "seen"),
        ("Béa Viel", "0612345678", "seen"),
    ]
    assert found.signatures == {ana: (None,), other: (SIGNATURE,)}
    assert len(visits(opened.store)) == 2
    line = agenda.upcoming(opened.store)[0]
    assert (line.registered, line.present) == (2, 2)
    # Who called, and has no record, is erased by what was said of them.
    with opened.store.writing() as writer:
        writer.erase(REGISTRATION, other)
    assert {each.name for each in registrations.attendees(opened.store, workshop)} == {None}
    assert rows(opened.store) == folded(opened.store)


def test_what_does_not_exist_is_not_marked(opened: Space) -> None:
    with pytest.raises(Missing):
        came(opened, 12)
    assert attendance.roll(opened.store, 12).half_days == ()
    assert timedelta(seconds=attendance.EARLY) == timedelta(hours=1)
