"""Who objected, or whose data are frozen: at every PC and at headquarters no action shows, uses or changes anything."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from kiosque.actions import bins, corrections, daybook, done, history
from kiosque.actions.corrections import Who
from kiosque.actions.coworking import bookings, desks, passes, printing
from kiosque.actions.equipping import equipment, loans
from kiosque.actions.helping import batch, interventions
from kiosque.actions.helping.helped import follow
from kiosque.actions.network import network
from kiosque.actions.opening import permanences
from kiosque.actions.repairing import machines
from kiosque.actions.visitors import (
    apart,
    cards,
    duplicates,
    erasure,
    finding,
    homes,
    households,
    links,
    people,
    proofs,
    reception,
    recognition,
)
from kiosque.actions.visitors.people import Answers
from kiosque.actions.workshops import attendance, registrations, wishes, workshop_changes
from kiosque.db import records as tables
from kiosque.db.apart import restricted
from kiosque.db.doctor import examine
from kiosque.db.routing import Outside
from kiosque.db.store import Store
from kiosque.db.upgrade import downgrade, upgrade
from kiosque.db.write import Missing
from kiosque.domain.apart import FLAGS, OBJECTION, RESTRICTION, Flag, shown
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.kinds import Type
from kiosque.domain.persons import Described
from kiosque.domain.picture_codes import PICTURES
from kiosque.domain.records import (
    AUTHORISATION,
    BOOKING,
    DESK,
    EQUIPMENT,
    INTERVENTION,
    KINDS,
    LOAN,
    PASS,
    REGISTRATION,
    VISIT,
    VISITOR,
    WISH,
    WORKSHOP,
)
from kiosque.domain.validity import dates
from tests.actions.pcs import Pcs, two
from tests.stores import MONDAY_9_H, Space, folded, meet, rows

MARK = "Marqueur"
PHONE = "0699887766"
FOX = tuple(each.codes[0].code for each in PICTURES)
BORN_ON = 314
DAY = 86_400
TODAY = local(MONDAY_9_H).date()
WHICH = pytest.mark.parametrize("flag", FLAGS, ids=["restriction", "objection"])


@pytest.fixture
def pcs(nyons: Space) -> Pcs:
    """Two PCs, in one permanence."""
    permanences.open_permanence(nyons.store, nyons.animator)
    return two(nyons)


@pytest.fixture
def odette(pcs: Pcs) -> dict[str, int]:
    """Odette Marqueur, as far as any kind may tell of her, and Marcel who lives with her; both PCs know them."""
    store, now = pcs.one, pcs.space.clock()
    card = reception.sign_in_unnamed(store, "digital")
    made = reception.remember(store, card.visit, given_name="Odette", family_name=MARK, commune="26220")
    [held] = permanences.open_here(store)
    with pcs.central.writing() as writer:
        lent = writer.record(EQUIPMENT, antenna=pcs.space.antenna, name="Portable", form="laptop")
    with store.writing(pcs.author) as writer:
        who: dict[str, Any] = {"visitor": made.record}
        told: dict[str, Any] = {"name": f"Odette {MARK}", "phone": PHONE}
        writer.amend(VISITOR, made.record, phone=PHONE, pictures=" ".join(FOX), birth_day=BORN_ON, birth_year=1950)
        desk = writer.record(DESK, antenna=pcs.space.antenna, name="Table 1", form="coworking")
        machine = writer.record(DESK, antenna=pcs.space.antenna, name="Laser", form="machine")
        plan: dict[str, Any] = {"antenna": pcs.space.antenna, "title": "Photos", "times": (now + DAY, now + DAY + 7200)}
        # An arrival that nobody was helped for yet, as closing asks about.
        writer.record(VISIT, permanence=held, times=(now, now), reason="digital", **who)
        session = writer.record(WORKSHOP, **plan, capacity=8)
        ids = {
            "visitor": made.record,
            "visit": card.visit,
            "desk": desk,
            "machine": machine,
            "equipment": lent,
            "workshop": session,
            "intervention": writer.record(
                INTERVENTION,
                permanence=held,
                visits=(card.visit,),
                visitors=(made.record,),
                given_at=now,
                duration=15,
                themes=("email",),
                note=f"rappeler {MARK}",
            ),
            "registration": writer.record(REGISTRATION, workshop=session, state="unknown", to_tell=True, **who, **told),
            "wish": writer.record(WISH, antenna=pcs.space.antenna, subject="photo", wished_on=now, **who, **told),
            "called": writer.record(
                WISH, antenna=pcs.space.antenna, subject="photo", wished_on=now, workshop=session, **who, **told
            ),
            "booking": writer.record(BOOKING, desk=desk, hours="Mo-Su 09:00-12:00", times=dates(TODAY, TODAY), **who),
            "pass": writer.record(PASS, antenna=pcs.space.antenna, form="month", times=(now, now + 9 * DAY), **who),
            "loan": writer.record(LOAN, antenna=pcs.space.antenna, equipment=lent, times=(now, None), due=now, **who),
            "authorisation": writer.record(AUTHORISATION, desk=machine, times=(now, now + DAY), **who),
        }
    marcel = people.write_down(store, Answers("Marcel", "Blanc", 1948, "26220"), author=pcs.author).record
    homes.move_in(store, marcel, made.record, author=pcs.author)
    pcs.meet()
    return ids | {"marcel": marcel}


def told_of(kind: str, store: Store, ids: dict[str, int]) -> object:
    """Return the history of one of these records."""
    return history.history(store, ids[kind])


READERS: dict[str, Callable[[Store, dict[str, int]], object]] = {
    "finding.find": lambda store, _: (finding.find(store, MARK), finding.find(store, PHONE)),
    "finding.known": lambda store, ids: finding.known(store, [ids["visitor"]]),
    "duplicates.likely": lambda store, _: (duplicates.likely(store), duplicates.decided(store, 9)),
    "reception.present": lambda store, _: reception.present(store),
    "households.members": lambda store, ids: households.members(store, home_of(store, ids["marcel"])),
    "homes.housemates": lambda store, ids: homes.housemates(store, ids["marcel"]),
    "registrations.attendees": lambda store, ids: registrations.attendees(store, ids["workshop"]),
    "workshop_changes.to_tell": lambda store, _: workshop_changes.to_tell(store),
    "wishes.wanted": lambda store, _: wishes.wanted(store),
    "wishes.to_call": lambda store, _: wishes.to_call(store),
    "bookings.booked_on": lambda store, _: bookings.booked_on(store, TODAY),
    "passes.passes": lambda store, ids: (passes.passes(store), passes.name_of(store, ids["visitor"])),
    "machines.machines": lambda store, _: machines.machines(store),
    "loans.lent": lambda store, _: loans.lent(store),
    "equipment.story": lambda store, ids: equipment.story(store, ids["equipment"]),
    "printing.printers": lambda store, _: printing.printers(store),
    "desks.places": lambda store, _: desks.places(store),
    "batch.drafts": lambda store, _: batch.drafts(store),
    "daybook.noted_on": lambda store, _: daybook.noted_on(store, TODAY),
    "corrections.stay_of": lambda store, ids: corrections.stay_of(store, ids["visit"]),
    "corrections.help_of": lambda store, ids: corrections.help_of(store, ids["intervention"]),
    "bins.binned": lambda store, _: bins.binned(store),
    **{f"history of {kind}": partial(told_of, kind) for kind in ("visitor", "registration", "wish", "intervention")},
    "links.possible": lambda store, _: links.possible(store, Described("Odette", MARK, PHONE)),
}
"""What any screen reads of people."""

REFUSED: dict[str, Callable[[Store, dict[str, int]], object]] = {
    "dossier": lambda store, ids: people.dossier(store, ids["visitor"]),
    "answers": lambda store, ids: people.answers(store, ids["visitor"]),
    "cards_of": lambda store, ids: cards.cards_of(store, ids["visitor"]),
    "give_card": lambda store, ids: cards.give_card(store, ids["visitor"], author=1),
    "who_is": lambda store, ids: corrections.who_is(store, ids["visitor"]),
    "by_pictures": lambda store, _: recognition.by_pictures(store, FOX),
    "by_name": lambda store, _: recognition.by_name(store, "Odette", MARK, BORN_ON),
    "choose_pictures": lambda store, ids: recognition.choose_pictures(store, ids["visitor"], FOX),
    "be_found_by_name": lambda store, ids: recognition.be_found_by_name(store, ids["visitor"], 101),
    "sign_in": lambda store, ids: reception.sign_in_visitor(store, ids["visitor"], author=1),
    "correct_person": lambda store, ids: people.correct_person(store, ids["visitor"], Answers("X"), author=1),
    "throw_away": lambda store, ids: bins.throw_away(store, ids["visitor"], author=1),
    "join": lambda store, ids: links.join(store, ids["visitor"], ids["marcel"], author=1),
    "tell_apart": lambda store, ids: links.tell_apart(store, ids["visitor"], ids["marcel"], author=1),
    "move_in": lambda store, ids: homes.move_in(store, ids["marcel"], ids["visitor"], author=1),
    "move_out": lambda store, ids: homes.move_out(store, ids["visitor"], author=1),
    "housemates": lambda store, ids: homes.housemates(store, ids["visitor"]),
    "register": lambda store, ids: registrations.register(store, ids["workshop"], visitor=ids["visitor"], author=1),
    "lend": lambda store, ids: loans.lend(store, ids["equipment"], ids["visitor"], TODAY, author=1),
    "allow": lambda store, ids: machines.allow(store, ids["machine"], ids["visitor"], TODAY, author=1),
    "give a pass": lambda store, ids: passes.give(store, ids["visitor"], "month", author=1),
    "correct_visit": lambda store, ids: corrections.correct_visit(
        store, ids["visit"], reason="workshop", arrived_at=MONDAY_9_H, left_at=None, who=Who(), author=1
    ),
    "correct_help": lambda store, ids: corrections.correct_help(
        store, ids["intervention"], themes=("email",), duration=30, author=1
    ),
    "booking_of": lambda store, ids: bookings.booking_of(store, ids["booking"]),
}
"""What names them, or would change what is kept."""


def home_of(store: Store, visitor: int) -> int:
    """Return the household of somebody."""
    return int(store.one(tables.visitor.select().where(tables.visitor.c.id == visitor)).household)


def refused_but(name: str, done_: object) -> None:
    """Say which action was done that is refused."""
    pytest.fail(f"{name}: {done_!r}")


def row_of(store: Store, visitor: int) -> Any:  # noqa: ANN401 - a row of SQLAlchemy
    return store.one(tables.visitor.select().where(tables.visitor.c.id == visitor))


@WHICH
def test_no_screen_shows_who_is_set_apart_and_lifting_brings_all_of_it_back(
    pcs: Pcs, odette: dict[str, int], flag: Flag
) -> None:
    before = {name: repr(ask(pcs.other, odette)) for name, ask in READERS.items()}
    seen = {name for name, told in before.items() if MARK in told or PHONE in told}
    # Each of them would tell of her: else it proves nothing that it does not.
    assert seen >= READERS.keys() - {"duplicates.likely", "desks.places", "bins.binned", "households.members"}
    apart.set_apart(pcs.central, odette["visitor"], flag)
    pcs.agree("visitor")
    for store in pcs.all[:2]:
        for name, ask in READERS.items():
            told = repr(ask(store, odette))
            assert MARK not in told, name
            assert PHONE not in told, name
            assert "Odette" not in told, name
        for name, act in REFUSED.items():
            with pytest.raises(KnownError):
                refused_but(name, act(store, odette))
        assert examine(store).healthy
    assert rows(pcs.one) == folded(pcs.one)
    pcs.space.clock.now += 60
    apart.lift(pcs.central, odette["visitor"], flag)
    pcs.agree("visitor")
    assert {name for name, ask in READERS.items() if MARK in repr(ask(pcs.other, odette))} >= {
        name for name, told in before.items() if MARK in told
    }
    assert people.dossier(pcs.one, odette["visitor"]).name == f"Odette {MARK}"


def test_at_the_counter_their_card_is_counted_and_names_nobody(pcs: Pcs, odette: dict[str, int]) -> None:
    flag = OBJECTION
    card = row_of(pcs.one, odette["visitor"]).card
    reception.sign_out_card(pcs.one, card)
    apart.set_apart(pcs.central, odette["visitor"], flag)
    pcs.meet()
    many = len(rows(pcs.other)["visitor"])
    signed = reception.sign_in_card(pcs.other, card, "workshop")
    assert (signed.given_name, signed.returning) == (None, True)
    kept = next(row for row in rows(pcs.other)["visit"] if row["id"] == signed.visit)
    assert [kept[name] for name in ("visitor", "age_band", "commune", "reason")] == [None, None, None, "workshop"]
    assert len(rows(pcs.other)["visitor"]) == many
    # They leave by the hour at which they came, as whoever has no name does.
    with pytest.raises(KnownError, match="arrivée"):
        reception.sign_out_card(pcs.other, card)
    assert signed.visit in {each.visit for each in reception.unnamed_present(pcs.other)}
    reception.sign_out(pcs.other, signed.visit)
    with pytest.raises(KnownError):
        registrations.register_card(pcs.other, odette["workshop"], card, author=1)
    pcs.agree("visit", "visitor")


def test_nothing_new_of_any_kind_names_them(pcs: Pcs, odette: dict[str, int]) -> None:
    flag = OBJECTION
    apart.set_apart(pcs.central, odette["visitor"], flag)
    pcs.meet()
    told = (VISIT, INTERVENTION, REGISTRATION, BOOKING, WISH, PASS, LOAN, AUTHORISATION)
    mine, marcel = odette["visitor"], odette["marcel"]
    naming = {
        kind: field
        for kind in KINDS
        for field in kind.fields
        if field.name in ("visitor", "visitors") and kind.name != "request"
    }
    assert set(naming) == set(told)
    with pcs.one.writing(pcs.author) as writer:
        made = {
            kind: writer.record(kind, **{field.name: (mine, marcel) if field.type is Type.REFS else mine})
            for kind, field in naming.items()
        }
    for kind, record in made.items():
        [row] = [each for each in rows(pcs.one)[kind.name] if each["id"] == record]
        assert row[naming[kind].name] == (str(marcel) if kind is INTERVENTION else None), kind.name


def test_help_and_wishes_of_a_visit_that_is_under_way_name_nobody_more(pcs: Pcs, odette: dict[str, int]) -> None:
    flag = RESTRICTION
    apart.set_apart(pcs.central, odette["visitor"], flag)
    pcs.meet()
    given = interventions.log_intervention(pcs.one, visits=[odette["visit"]], themes=("email",), duration=15).record
    again = batch.drafts(pcs.one)
    assert [each.name for each in again if odette["visit"] in each.visits] in ([], [None])
    with pcs.one.writing(pcs.author) as writer:
        # What is counted of the visit may be told still; who it was is not said again.
        follow(writer, odette["visit"])
    wish = wishes.wish(pcs.one, "photo").record
    wishes.ask_to_be_called(pcs.one, wish, called="Une voisine", phone="0475262626", visit=odette["visit"])
    held = rows(pcs.one)
    named = {row["id"]: row["visitors"] for row in held["intervention"]}
    assert (named[odette["intervention"]], named[given]) == (str(odette["visitor"]), None)
    assert next(row for row in held["wish"] if row["id"] == wish)["visitor"] is None
    # A proof of visits says this one, and no other.
    assert len(proofs.stays(pcs.one, odette["visit"], 30)) == 1
    marked = attendance.mark(pcs.one, odette["registration"], "seen", author=pcs.author)
    came = [row for row in rows(pcs.one)["visit"] if row["id"] in marked.entries]
    assert all(row["visitor"] is None for row in came)


def test_a_restriction_holds_against_what_a_pc_wrote_that_had_not_heard_of_it(pcs: Pcs, odette: dict[str, int]) -> None:
    mine = odette["visitor"]
    apart.set_apart(pcs.central, mine, RESTRICTION)
    pcs.space.clock.now += 60
    # The PC goes on: another surname, another record of hers, another visit.
    people.correct_person(pcs.one, mine, Answers("Odette", f"{MARK}-Roux", phone=PHONE), author=pcs.author)
    twin = people.write_down(pcs.one, Answers("Odette", f"{MARK}-Roux"), author=pcs.author).record
    links.join(pcs.one, mine, twin, author=pcs.author)
    reception.sign_out(pcs.one, odette["visit"])
    signed = reception.sign_in_visitor(pcs.one, mine, "workshop", author=pcs.author)
    pcs.agree("visitor", "visit", "link")
    for store in pcs.all:
        # Who is joined with them is as they are: both records are hers.
        assert [row_of(store, each).family_name for each in (mine, twin)] == [None, None]
        assert finding.find(store, MARK) == ()
        with store.reading() as connection:
            assert restricted(connection) == {mine, twin}
    # What was noted meanwhile is kept as it was written: a restriction changes nothing.
    assert next(row for row in rows(pcs.central)["visit"] if row["id"] == signed.visit)["visitor"] == mine
    [person] = apart.those_apart(pcs.central)
    assert (person.name, person.said.phone, person.since(OBJECTION)) == (f"Odette {MARK}-Roux", PHONE, None)
    pcs.space.clock.now += 60
    apart.lift(pcs.central, twin, RESTRICTION)
    pcs.agree("visitor")
    assert apart.those_apart(pcs.central) == ()
    assert people.dossier(pcs.one, mine).name == f"Odette {MARK}-Roux"


def test_from_an_objection_on_a_visit_names_nobody_whoever_had_not_heard_of_it(
    pcs: Pcs, odette: dict[str, int]
) -> None:
    mine = odette["visitor"]
    reception.sign_out(pcs.one, odette["visit"])
    pcs.meet()
    known = people_counted(pcs)
    pcs.space.clock.now += 60
    apart.set_apart(pcs.central, mine, OBJECTION)
    pcs.space.clock.now += 60
    signed = reception.sign_in_visitor(pcs.one, mine, "workshop", author=pcs.author)
    given = interventions.log_intervention(pcs.one, visits=[signed.visit], themes=("email",), duration=15).record
    pcs.agree("visit", "intervention", "visitor")
    for store in pcs.all:
        held = rows(store)
        visits = {row["id"]: row["visitor"] for row in held["visit"]}
        helps = {row["id"]: row["visitors"] for row in held["intervention"]}
        assert (visits[signed.visit], visits[odette["visit"]]) == (None, mine)
        assert (helps[given], helps[odette["intervention"]]) == (None, str(mine))
    # What was counted stays counted; the visit is one more of nobody's. And it may be forgotten at its date.
    assert people_counted(pcs) == (known[0], known[1] + 1)
    with pcs.central.reading() as connection:
        assert restricted(connection) == frozenset()


def people_counted(pcs: Pcs) -> tuple[int, int]:
    """Return how many people headquarters counts, and how many unnamed visits."""
    came = [row["visitor"] for row in rows(pcs.central)["visit"]]
    return len({each for each in came if each is not None}), came.count(None)


def test_a_card_shown_elsewhere_is_of_somebody_set_apart_there_too(pcs: Pcs, odette: dict[str, int]) -> None:
    central, card = pcs.central, row_of(pcs.one, odette["visitor"]).card
    antenna = network.add_antenna(
        central, code="SER", label="Serres", form="village", association=None, commune="05166"
    ).record
    serres = pcs.space.network.kiosk(central, antenna)
    permanences.open_permanence(serres, pcs.author)
    apart.set_apart(central, odette["visitor"], RESTRICTION)
    # There nobody knows the card yet.
    first = reception.sign_in_card(serres, card)
    made = reception.present(serres)[0].visitor
    assert made is not None
    reception.sign_out(serres, first.visit)
    for store in (serres, pcs.one, serres):
        assert meet(store, central).refused is None
    with central.reading() as connection:
        assert restricted(connection) == {odette["visitor"], made}
    assert reception.sign_in_card(serres, card).given_name is None
    assert reception.present(serres)[0].visitor is None
    assert finding.find(serres, MARK) == ()
    assert rows(serres) == folded(serres)


def test_a_pc_whose_program_did_not_know_of_it_shows_nobody_more_once_it_is_upgraded(
    pcs: Pcs, odette: dict[str, int]
) -> None:
    apart.set_apart(pcs.central, odette["visitor"], OBJECTION)
    pcs.meet()
    database = pcs.one.database
    downgrade(database, "2026_11_26_came")
    with database.writing() as connection:
        # As the older program showed her: it kept the flag in its journal, and knew of none.
        hers = tables.visitor.update().where(tables.visitor.c.id == odette["visitor"])
        connection.execute(hers.values(given_name="Odette"))
    upgrade(database)
    assert row_of(pcs.one, odette["visitor"]).given_name is None
    assert examine(pcs.one).healthy


def test_only_headquarters_sets_apart_and_lifts(pcs: Pcs, odette: dict[str, int]) -> None:
    apart.set_apart(pcs.central, odette["visitor"], RESTRICTION)
    pcs.meet()
    since = row_of(pcs.one, odette["visitor"]).restricted_at
    with pcs.one.writing(pcs.author) as writer:
        writer.amend(VISITOR, odette["visitor"], restriction_lifted=since)
    with pytest.raises(Outside):
        pcs.central.apply(pcs.one.entries(pcs.one.device))
    assert row_of(pcs.central, odette["visitor"]).restricted_at == since


def test_it_is_set_once_and_lifted_once_and_each_asking_is_another(pcs: Pcs, odette: dict[str, int]) -> None:
    flag = OBJECTION
    central, mine = pcs.central, odette["visitor"]
    with pytest.raises(KnownError, match="déjà levé"):
        apart.lift(central, mine, flag)
    apart.set_apart(central, mine, flag)
    with pytest.raises(KnownError, match="déjà fait"):
        apart.set_apart(central, mine, flag)
    apart.lift(central, mine, flag)
    # Within the same second: who asks again is set apart again.
    apart.set_apart(central, mine, flag)
    found = apart.apart_of(central, mine)
    assert found is not None
    assert found.since(flag)
    with pytest.raises(Missing):
        apart.set_apart(central, 1, flag)
    # Taken back at once, all is as it was.
    made = apart.set_apart(central, odette["marcel"], flag)
    done.undo(central, made)
    assert apart.apart_of(central, odette["marcel"]) is None


def test_a_lifting_takes_back_the_asking_that_it_saw_and_no_other() -> None:
    """Whichever comes first, whatever the clocks: the table-driven rule of the flags."""
    asked, lifted = (VISITOR.field(name).number for name in (RESTRICTION.asked, RESTRICTION.lifted))
    name, card = (VISITOR.field(each).number for each in ("given_name", "card"))
    for values, up in (
        ({}, False),
        ({asked: 10}, True),
        ({asked: 10, lifted: 10}, False),
        # Asked again since, by somebody who had not heard of the lifting, before or after it.
        ({asked: 20, lifted: 10}, True),
        ({asked: 5, lifted: 10}, True),
        ({asked: None, lifted: 10}, False),
        ({lifted: 10}, False),
    ):
        told = shown({name: "Odette", card: "c", **values})
        assert (asked in told and told[asked] is not None) == up, values
        assert (name in told) != up
        assert told[card] == "c"


def test_who_is_set_apart_may_be_erased_and_takes_nobody_along(pcs: Pcs, odette: dict[str, int]) -> None:
    flag = RESTRICTION
    central, mine = pcs.central, odette["visitor"]
    with pcs.one.writing(pcs.author) as writer:
        writer.record(REGISTRATION, workshop=odette["workshop"], state="unknown", name=f"Odette {MARK}", phone=PHONE)
        child = writer.record(VISITOR, given_name="Léo", answered_by=mine)
    pcs.meet()
    apart.set_apart(central, mine, flag)
    apart.set_apart(central, child, flag)
    pcs.meet()
    erasure.erase_person(central, mine, author=0)
    pcs.agree("visitor", "registration", "wish")
    for store in pcs.all:
        assert row_of(store, mine).erased == ""
        # Her name alone, with her number, is hers beyond doubt; the child is set apart still.
        assert not [row for row in rows(store)["registration"] if row["name"]]
        assert row_of(store, child).given_name is None
    assert apart.said_of(central, child).given_name == "Léo"
    assert apart.apart_of(central, mine) is None
    assert [each.name for each in apart.those_apart(central)] == ["Léo"]
    assert all(MARK not in repr(row) for row in rows(central)["wish"])
