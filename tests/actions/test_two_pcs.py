"""What two PCs say of one record without seeing each other, kind by kind: both end with the same, nothing is lost."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from kiosque.actions import corrections, history
from kiosque.actions.coworking import bookings, desks
from kiosque.actions.coworking.bookings import Asked
from kiosque.actions.equipping import equipment, loans
from kiosque.actions.helping import interventions
from kiosque.actions.network import network, partners, staff, surveys
from kiosque.actions.network.members import members
from kiosque.actions.opening import permanences, presence
from kiosque.actions.visitors import cards, erasure, groups, homes, links, people, reception
from kiosque.actions.visitors.group_corrections import correct_group
from kiosque.actions.visitors.people import Answers
from kiosque.actions.workshops import agenda, attendance, registrations, wishes, workshops
from kiosque.db import records as tables
from kiosque.db.routing import Outside
from kiosque.db.store import Store
from kiosque.db.write import Erased
from kiosque.domain.french import local
from kiosque.domain.records import SURVEY
from kiosque.domain.validity import midnight
from kiosque.journal.odds import odds
from tests.actions.pcs import Pcs, two
from tests.stores import MONDAY_9_H, Space, meet, said

HOUR = 3600
TODAY = local(MONDAY_9_H).date()
TOMORROW = TODAY + timedelta(days=1)
BORN_CHILD = 2018


@pytest.fixture
def pcs(nyons: Space) -> Pcs:
    """Two PCs, in one permanence."""
    permanences.open_permanence(nyons.store, nyons.animator)
    return two(nyons)


def somebody(pcs: Pcs, given_name: str = "Odette", born: int = 1950) -> int:
    """Write somebody down, whom both PCs know."""
    answers = Answers(given_name, "Chastel", born, "26220", phone="0612345678")
    made = people.write_down(pcs.one, answers, author=pcs.author).record
    pcs.meet()
    return made


def disputed(store: Store, record: int) -> int:
    """Return of how many fields two said otherwise without seeing each other."""
    return len(odds(store.history(record)))


def told(store: Store, record: int) -> list[str]:
    """Return the fields that were said again, by name: every PC tells them."""
    return sorted(said.field for change in history.history(store, record)[1:] for said in change.said)


# ----- a day ----------------------------------------------------------------------------------------------------------


def test_a_visit_that_two_correct_keeps_what_each_said_and_of_its_hours_the_later(pcs: Pcs) -> None:
    visit = reception.sign_in_unnamed(pcs.one, "digital").visit
    pcs.space.clock.pass_(minutes=90)
    pcs.meet()
    stay: dict[str, Any] = {"arrived_at": MONDAY_9_H, "author": pcs.author}
    corrections.correct_visit(pcs.one, visit, reason="service", left_at=MONDAY_9_H + HOUR, **stay)
    for left in (1800, 2700):
        corrections.correct_visit(pcs.other, visit, reason="digital", left_at=MONDAY_9_H + left, **stay)
    [row] = pcs.agree("visit")
    assert (row["reason"], row["started_at"], row["ended_at"]) == ("service", MONDAY_9_H, MONDAY_9_H + 2700)
    assert [disputed(store, visit) for store in pcs.all] == [1, 1, 1]
    assert told(pcs.central, visit) == told(pcs.one, visit) == ["reason", "times", "times", "times"]


def test_help_that_two_correct_keeps_what_each_said_and_its_history(pcs: Pcs) -> None:
    given = interventions.log_intervention(pcs.one, themes=("email",), duration=15, text="suite jeudi").record
    pcs.meet()
    corrections.correct_help(pcs.one, given, themes=("email",), duration=30, text="suite jeudi", author=pcs.author)
    corrections.correct_help(pcs.other, given, themes=("email",), duration=15, text="suite lundi", author=pcs.author)
    [row] = pcs.agree("intervention")
    assert (row["duration"], row["note"]) == (30, "suite lundi")
    assert told(pcs.other, given) == told(pcs.central, given) == ["duration", "note"]


def test_help_to_somebody_who_is_erased_keeps_its_codes_and_no_word_whoever_writes_one_meanwhile(pcs: Pcs) -> None:
    odette = somebody(pcs)
    visit = reception.sign_in_visitor(pcs.one, odette, "digital", author=pcs.author).visit
    help_ = interventions.log_intervention(pcs.one, visits=(visit,), themes=("email",), duration=15, text="suite")
    pcs.meet()
    said: dict[str, Any] = {"themes": ("email",), "duration": 15, "author": pcs.author}
    corrections.correct_help(pcs.other, help_.record, text="rappeler Odette", **said)
    erasure.erase_person(pcs.one, odette, author=pcs.author)
    [came, row] = pcs.agree("visit", "intervention")
    assert (row["visitors"], row["note"]) == (None, None)
    assert (row["age_bands"], row["communes"], came["visitor"]) == ("soixante_dix_plus", "26220", None)
    # What is counted may be said otherwise still, and no word more of her.
    corrections.correct_help(pcs.other, help_.record, **{**said, "duration": 45})
    with pytest.raises(Erased):
        corrections.correct_help(pcs.other, help_.record, text="Odette", **said)
    assert pcs.agree("intervention")[0]["duration"] == 45
    # It was Marcel after all: his visit is said to be his, and of the help nobody is named again.
    marcel = corrections.who_is(pcs.other, somebody(pcs, "Marcel"))
    stay: dict[str, Any] = {"reason": "digital", "arrived_at": MONDAY_9_H, "left_at": None, "author": pcs.author}
    corrections.correct_visit(pcs.other, visit, who=marcel, **stay)
    [came, row] = pcs.agree("visit", "intervention")
    assert (came["visitor"], row["visitors"]) == (marcel.visitor, None)


def help_to(pcs: Pcs, odette: int, other: int) -> None:
    """Note at the second PC that two came and were helped, and what they were told; and what one of them has there."""
    visits = [reception.sign_in_visitor(pcs.other, who, "digital", author=pcs.author).visit for who in (odette, other)]
    said: dict[str, Any] = {"themes": ("email",), "duration": 15}
    interventions.log_intervention(pcs.other, visits=visits[:1], text="mot de passe de Mirabelle", **said)
    interventions.log_intervention(pcs.other, visits=visits, text="toutes les Mirabelles", **said)
    wish = wishes.wish(pcs.other, "photo").record
    wishes.ask_to_be_called(pcs.other, wish, called="Mirabelle", phone="0698765432", visit=visits[0])
    links.join(pcs.other, odette, other, author=pcs.author)
    homes.move_in(pcs.other, other, odette, author=pcs.author)


@pytest.mark.parametrize("first", ["erasure", "help"])
def test_what_a_pc_notes_that_has_not_heard_of_an_erasure_is_erased_by_headquarters(pcs: Pcs, first: str) -> None:
    odette, marcel = somebody(pcs), somebody(pcs, "Marcel")
    erasure.erase_person(pcs.one, odette, author=pcs.author)
    help_to(pcs, odette, marcel)
    # Whichever comes to headquarters first: two rounds each, and nobody is named.
    pair = (pcs.one, pcs.other) if first == "erasure" else (pcs.other, pcs.one)
    for store in pair * 2:
        assert meet(store, pcs.central).refused is None
    kinds = ("visit", "intervention", "wish", "household", "visitor", "link")
    [hers, his, alone, together, wish, *_, person] = [
        row for row in pcs.agree(*kinds) if row["id"] != odette and "verdict" not in row
    ]
    assert (hers["visitor"], his["visitor"]) == (None, marcel)
    assert (alone["visitors"], alone["note"], together["visitors"], together["note"]) == (None, None, str(marcel), None)
    assert (hers["age_band"], alone["age_bands"]) == ("soixante_dix_plus", "soixante_dix_plus")
    assert (wish["visitor"], wish["name"], person["given_name"]) == (None, None, "Marcel")
    for store in pcs.all:
        assert b"irabelle" not in said(store)
        assert b"0698765432" not in said(store)
        assert msgspec.msgpack.encode(odette) not in b"".join(
            each.personal for each in store.all(tables.entry.select())
        )
        assert links.links_around(store.all, (odette, marcel)) == []
    # What is here already is not erased again by what comes later.
    end = pcs.central.head(pcs.central.device)
    interventions.log_intervention(pcs.other, themes=("email",), duration=15)
    pcs.meet()
    assert pcs.central.head(pcs.central.device) == end


def test_a_permanence_that_two_close_otherwise_has_one_word_and_its_presences_too(pcs: Pcs) -> None:
    opened = permanences.open_here(pcs.one)[0]
    pcs.space.clock.pass_(minutes=180)
    permanences.close_permanence(pcs.one, opened, author=pcs.author)
    permanences.close_permanence(pcs.other, opened, author=pcs.author, closed_at=MONDAY_9_H + HOUR)
    [row, there] = pcs.agree("permanence", "presence")
    hours = 3 if pcs.central.history(opened)[-1].device == pcs.one.device else 1
    assert (row["started_at"], row["ended_at"]) == (MONDAY_9_H, MONDAY_9_H + hours * HOUR)
    assert there["ended_at"] == row["ended_at"]
    assert [disputed(store, opened) for store in pcs.all] == [1, 1, 1]
    assert permanences.current(pcs.one) is permanences.current(pcs.other) is None


def test_who_is_noted_by_two_was_there_for_all_of_it_and_counted_once(pcs: Pcs) -> None:
    opened = permanences.open_here(pcs.one)[0]
    zoe = network.add_animator(pcs.central, given_name="Zoé", family_name="Roux", status="volunteer").record
    pcs.meet()
    presence.join(pcs.one, opened, zoe)
    pcs.space.clock.pass_(minutes=60)
    presence.join(pcs.other, opened, zoe)
    pcs.space.clock.pass_(minutes=60)
    pcs.meet()
    permanences.close_permanence(pcs.one, opened, author=pcs.author)
    assert len(pcs.agree("presence")) == 3
    for store in pcs.all:
        hers = next(each for each in members(store, TODAY, TODAY) if each.animator == zoe)
        assert hers.seconds == 2 * HOUR


def test_a_group_that_two_correct_keeps_what_each_said_and_every_visit_follows(pcs: Pcs) -> None:
    group = groups.sign_in_group(pcs.one, 3, "elementaire", "École de Mirabel", author=pcs.author).record
    pcs.meet()
    hours: dict[str, Any] = {"arrived_at": MONDAY_9_H, "left_at": None, "author": pcs.author}
    correct_group(pcs.one, group, level="college", school="École de Mirabel", **hours)
    correct_group(pcs.other, group, level="elementaire", school="École de Nyons", **hours)
    [row, *visits] = pcs.agree("group", "visit")
    assert (row["level"], row["school"]) == ("college", "École de Nyons")
    assert {each["age_band"] for each in visits} == {"douze_dix_huit"}
    assert len(visits) == 3


# ----- people ---------------------------------------------------------------------------------------------------------


def test_who_is_moved_by_two_lives_in_one_household_and_the_other_one_stands(pcs: Pcs) -> None:
    odette, marcel, leo = somebody(pcs), somebody(pcs, "Marcel"), somebody(pcs, "Léo", BORN_CHILD)
    homes.move_in(pcs.one, leo, odette, author=pcs.author)
    homes.move_in(pcs.other, leo, marcel, author=pcs.author)
    assert len(pcs.agree("household")) == 2
    homes_of = {store: homes.housemates(store, leo) for store in pcs.all}
    assert len(set(homes_of.values())) == 1
    [adult, child] = homes_of[pcs.central]
    # Who answers and where they live were said together, and hold together.
    assert child.answered_by == adult.visitor
    assert {adult.name, child.name} in ({"Odette Chastel", "Léo Chastel"}, {"Marcel Chastel", "Léo Chastel"})


def test_a_household_stays_when_one_of_it_is_erased_and_its_card_is_given_anew_by_two(pcs: Pcs) -> None:
    odette, leo = somebody(pcs), somebody(pcs, "Léo", BORN_CHILD)
    homes.move_in(pcs.one, leo, odette, author=pcs.author)
    pcs.meet()
    home = cards.cards_of(pcs.other, leo).household
    assert home is not None
    erasure.erase_person(pcs.one, odette, author=pcs.author)
    given = [cards.give_household_card(store, home, author=pcs.author).card for store in (pcs.one, pcs.other)]
    [row] = pcs.agree("household")
    assert row["card"] in given
    [child] = homes.housemates(pcs.other, leo)
    assert (child.name, child.answered_by) == ("Léo Chastel", None)


def test_whoever_is_joined_stays_in_the_household_of_each_record(pcs: Pcs) -> None:
    odette, twin, leo = somebody(pcs), somebody(pcs, "Odete"), somebody(pcs, "Léo", BORN_CHILD)
    homes.move_in(pcs.one, leo, odette, author=pcs.author)
    before = pcs.agree("visitor", "household")
    links.join(pcs.other, odette, twin, author=pcs.author)
    assert pcs.agree("visitor", "household") == before
    assert [each.name for each in homes.housemates(pcs.central, twin)] == ["Odete Chastel"]


# ----- workshops, desks, things ---------------------------------------------------------------------------------------


def test_who_registered_signed_and_booked_is_erased_on_both_and_the_places_stay(pcs: Pcs) -> None:
    odette = somebody(pcs)
    plan: dict[str, Any] = {
        "theme": "email",
        "starts_at": MONDAY_9_H + HOUR,
        "minutes": 60,
        "capacity": 2,
        "animator": pcs.author,
    }
    workshop = workshops.plan(pcs.one, title="Photos", **plan).record
    table = desks.add_desk(pcs.one, label="Table 1", form="coworking", author=pcs.author).record
    kept = registrations.register(pcs.one, workshop, author=pcs.author, visitor=odette).record
    bookings.book(pcs.one, Asked(table, "Mo-Su 09:00-12:00", TOMORROW, TOMORROW), author=pcs.author, visitor=odette)
    pcs.meet()
    attendance.sign(pcs.other, kept, b"\x01\x02\x03", author=pcs.author)
    pcs.meet()
    erasure.erase_person(pcs.one, odette, author=pcs.author)
    # Whoever signs meanwhile leaves no signature either.
    attendance.sign(pcs.other, kept, b"\x04\x05\x06", author=pcs.author)
    [row, noted, booked] = pcs.agree("registration", "attendance", "booking")
    assert (row["visitor"], row["state"], row["age_band"]) == (None, "seen", "soixante_dix_plus")
    assert (noted["signature"], noted["state"], booked["visitor"]) == (None, "seen", None)
    for store in pcs.all[:2]:
        assert agenda.upcoming(store)[0].registered == 1
        assert bookings.booked_on(store, TOMORROW) == ()
    # That she came after all, or did not, is still said.
    attendance.mark(pcs.one, kept, "noshow", author=pcs.author)
    assert pcs.agree("registration")[0]["state"] == "noshow"


def test_a_desk_renamed_by_one_is_the_one_that_the_other_gives(pcs: Pcs) -> None:
    table = desks.add_desk(pcs.one, label="Table 1", form="coworking", author=pcs.author).record
    pcs.meet()
    desks.correct_desk(pcs.one, table, label="Près du poêle", form="coworking", author=pcs.author)
    desks.take(pcs.other, table, author=pcs.author)
    pcs.agree("desk", "desk_use")
    for store in pcs.all[:2]:
        [place] = desks.places(store)
        assert (place.name, place.since) == ("Près du poêle", MONDAY_9_H)


def test_what_is_lent_longer_by_one_and_given_back_at_the_other_is_back(pcs: Pcs) -> None:
    laptop = equipment.place(pcs.central, called="Portable", form="laptop", antenna=pcs.space.antenna).record
    borrower = somebody(pcs)
    loans.lend(pcs.one, laptop, borrower, TOMORROW, author=pcs.author)
    pcs.meet()
    pcs.space.clock.pass_(minutes=30)
    loans.extend(pcs.one, laptop, TOMORROW + timedelta(days=7), author=pcs.author)
    loans.give_back(pcs.other, laptop, author=pcs.author)
    [row] = pcs.agree("loan")
    assert (row["ended_at"], row["due"]) == (MONDAY_9_H + 1800, midnight(TOMORROW + timedelta(days=8)))
    assert loans.lent(pcs.one) == loans.lent(pcs.other) == ()


def test_wishes_of_two_records_of_one_person_stay_and_go_with_either(pcs: Pcs) -> None:
    odette, twin = somebody(pcs), somebody(pcs, "Odete")
    wished = []
    for store, who in ((pcs.one, odette), (pcs.other, twin)):
        visit = reception.sign_in_visitor(store, who, "digital", author=pcs.author).visit
        wished.append(wishes.wish(store, "photo").record)
        wishes.ask_to_be_called(store, wished[-1], called="Odette", phone="0612345678", visit=visit)
    links.join(pcs.one, odette, twin, author=pcs.author)
    assert [row["visitor"] for row in sorted(pcs.agree("wish"), key=lambda row: row["id"] != wished[0])] == [
        odette,
        twin,
    ]
    assert wishes.wanted(pcs.other)[0].wishes == 2
    erasure.erase_person(pcs.one, twin, author=pcs.author)
    assert {(row["visitor"], row["name"], row["phone"]) for row in pcs.agree("wish")} == {(None, None, None)}
    assert wishes.wanted(pcs.other)[0].wishes == 2


# ----- what headquarters alone says -----------------------------------------------------------------------------------


def test_a_survey_is_corrected_and_taken_back_by_headquarters_alone(pcs: Pcs) -> None:
    asked: dict[str, Any] = {"answers": 48, "teleworkers": 9, "desks": 4}
    record = surveys.survey(pcs.central, antenna=pcs.space.antenna, needs=("service", "desk"), **asked).record
    surveys.correct_survey(pcs.central, record, **{**asked, "answers": 50}, needs=("service", "desk"))
    [row] = pcs.agree("survey")
    assert (row["answers"], row["needs"]) == (50, "service desk")
    assert told(pcs.other, record) == ["answers"]
    partners.take_back(pcs.central, record)
    assert pcs.agree("survey")[0]["deleted"] is True
    # It names nobody, nobody else writes it: there is nothing to erase, to join, nor to settle between two.
    assert all(field.personal is None for field in SURVEY.fields)
    with pcs.one.writing() as writer:
        writer.record(SURVEY, antenna=pcs.space.antenna, answers=1)
    with pytest.raises(Outside):
        pcs.central.apply(pcs.one.entries(pcs.one.device))


def test_a_stop_that_headquarters_takes_back_is_expected_nowhere(pcs: Pcs) -> None:
    zoe = network.add_animator(pcs.central, given_name="Zoé", family_name="Roux").record
    stop: dict[str, Any] = {"animator": zoe, "antenna": pcs.space.antenna, "first": TODAY}
    kept = staff.plan_stop(pcs.central, hours="Tu 09:00-12:00", **stop).record
    wrong = staff.plan_stop(pcs.central, hours="Tu 14:00-17:00", **{**stop, "first": TOMORROW}).record
    pcs.meet()
    [coming] = staff.visiting(pcs.other, pcs.space.antenna, [TOMORROW])[TOMORROW]
    assert local(coming.slots[0].start).hour == 14
    staff.cancel_stop(pcs.central, wrong)
    pcs.agree("stop")
    for store in pcs.all:
        [coming] = staff.visiting(store, pcs.space.antenna, [TOMORROW])[TOMORROW]
        assert local(coming.slots[0].start).hour == 9
    assert pcs.other.one(tables.stop.select().where(tables.stop.c.id == kept)).deleted is None
