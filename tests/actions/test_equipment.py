"""What the project placed where: its state, its loans, its inventory; between an antenna, another, and headquarters."""

from datetime import date, timedelta

import pytest

from kiosque.actions import bins
from kiosque.actions.done import undo
from kiosque.actions.equipping import equipment, inventory, loans
from kiosque.actions.equipping.equipment import UnknownLabel
from kiosque.actions.history import history
from kiosque.actions.inputs import BadInput
from kiosque.actions.network import network
from kiosque.actions.opening import clock_repair
from kiosque.actions.visitors import erasure, links, people
from kiosque.actions.visitors.people import Answers
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.card import card_code
from kiosque.domain.french import local
from kiosque.domain.records import LOAN, VISITOR
from kiosque.domain.validity import midnight
from tests.stores import MONDAY_9_H, Space, folded, meet, rows, said

TODAY = local(MONDAY_9_H).date()
IN_A_WEEK = TODAY + timedelta(days=7)


def placed(space: Space, name: str = "Portable 1", form: str = "laptop", antenna: int | None = None) -> int:
    """Have headquarters place something, and the antenna hear of it."""
    where = space.antenna if antenna is None else antenna
    record = equipment.place(space.central, called=name, form=form, antenna=where).record
    meet(space.store, space.central)
    return record


def elsewhere(space: Space) -> int:
    return network.add_antenna(
        space.central, code="REM", label="Rémuzat", form="seat", association="aventic", commune="26264"
    ).record


def zoe(space: Space, given_name: str = "Zoé") -> int:
    answers = Answers(given_name, "Roux", 1950, "26220")
    return people.write_down(space.store, answers, author=space.animator).record


def label_of(store: Store, piece: int) -> str:
    return equipment.piece(store, piece).label


def test_what_headquarters_places_is_known_where_it_belongs_and_moves(nyons: Space) -> None:
    there = elsewhere(nyons)
    laptop = placed(nyons)
    placed(nyons, "Imprimante", "printer", there)
    assert [(each.name, each.form, each.state) for each in equipment.pieces(nyons.store)] == [
        ("Portable 1", "laptop", None)
    ]
    equipment.move(nyons.central, laptop, there)
    meet(nyons.store, nyons.central)
    assert equipment.pieces(nyons.store) == ()
    equipment.move(nyons.central, laptop, nyons.antenna)
    equipment.retire(nyons.central, laptop, local(nyons.clock.now).date())
    meet(nyons.store, nyons.central)
    assert len(equipment.pieces(nyons.store)) == 1
    nyons.clock.pass_(days=1)
    assert equipment.pieces(nyons.store) == ()
    assert equipment.piece_by_label(nyons.store, ["?", label_of(nyons.store, laptop)]).id == laptop


def test_a_breakdown_is_noted_corrected_and_stays_in_the_history(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    laptop = placed(nyons)
    noted = equipment.inspect(store, laptop, "broken", problem="screen", author=author)
    found = equipment.piece(store, laptop)
    assert (found.state, found.problem, found.seen_at) == ("broken", "screen", MONDAY_9_H)
    undo(store, noted, author)
    assert equipment.piece(store, laptop).state is None
    equipment.inspect(store, laptop, "broken", problem="power", author=author)
    # Nothing is wrong with what works.
    repaired = equipment.inspect(store, laptop, "works", problem="power", author=author)
    assert (equipment.piece(store, laptop).state, equipment.piece(store, laptop).problem) == ("works", None)
    bins.throw_away(store, repaired.record, author=author)
    assert equipment.piece(store, laptop).problem == "power"
    bins.restore(store, repaired.record, author=author)
    assert [change.binned for change in history(store, repaired.record)] == [None, True, False]
    assert rows(store) == folded(store)


def test_two_pcs_that_found_it_otherwise_agree_on_the_later_word(nyons: Space) -> None:
    laptop = placed(nyons)
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    equipment.inspect(nyons.store, laptop, "broken", problem="power", author=nyons.animator)
    meet(nyons.store, nyons.central)
    meet(other, nyons.central)
    equipment.inspect(other, laptop, "away", author=nyons.animator)
    for store in (other, nyons.store):
        meet(store, nyons.central)
    assert {equipment.piece(store, laptop).state for store in (other, nyons.store, nyons.central)} == {"away"}


def test_a_loan_is_given_its_due_and_given_back(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    laptop, borrower = placed(nyons), zoe(nyons)
    done = loans.lend(store, laptop, borrower, IN_A_WEEK, author=author)
    [out] = loans.lent(store)
    assert out.lent is not None
    assert (out.lent.who, out.lent.since, out.lent.late(nyons.clock.now)) == ("Zoé Roux", MONDAY_9_H, False)
    row = store.one(tables.loan.select())
    assert (row.antenna, row.age_band, row.commune) == (nyons.antenna, "soixante_dix_plus", "26220")
    with pytest.raises(loans.NotLendable):
        loans.lend(store, laptop, borrower, IN_A_WEEK, author=author)
    undo(store, done, author)
    assert loans.lent(store) == ()
    loans.lend(store, laptop, borrower, TODAY, author=author)
    assert loans.late(store) == 0
    nyons.clock.pass_(days=1)
    assert loans.late(store) == 1
    loans.extend(store, laptop, local(nyons.clock.now).date(), author=author)
    assert loans.late(store) == 0
    loans.give_back(store, laptop, author=author)
    assert loans.lent(store) == ()
    assert loans.give_back(store, laptop, author=author).entries == ()
    assert rows(store) == folded(store)


def test_what_is_lent_stays_listed_where_it_was_lent_until_it_is_back_and_what_is_retired_is_lent_no_more(
    nyons: Space,
) -> None:
    store, author = nyons.store, nyons.animator
    there, borrower = elsewhere(nyons), zoe(nyons)
    moved, retired = placed(nyons), placed(nyons, "Portable 2")
    for piece in (moved, retired):
        loans.lend(store, piece, borrower, TODAY, author=author)
    equipment.move(nyons.central, moved, there)
    equipment.retire(nyons.central, retired, TODAY)
    meet(store, nyons.central)
    nyons.clock.pass_(days=1)
    assert equipment.pieces(store) == ()
    assert [(each.id, each.gone) for each in loans.lent(store)] == [(moved, False), (retired, True)]
    assert loans.late(store) == 2
    tomorrow = loans.due_after(store, 1)
    loans.extend(store, moved, tomorrow, author=author)
    assert loans.late(store) == 1
    with pytest.raises(loans.NotLendable, match="retiré"):
        loans.extend(store, retired, tomorrow, author=author)
    loans.give_back(store, retired, author=author)
    assert ([each.id for each in loans.lent(store)], loans.late(store)) == ([moved], 0)
    with pytest.raises(loans.NotLendable, match="retiré"):
        loans.lend(store, retired, borrower, tomorrow, author=author)
    assert rows(store) == folded(store)


def test_a_card_borrows(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    laptop, borrower = placed(nyons), zoe(nyons)
    code = card_code(bytes(10))
    with pytest.raises(BadInput):
        loans.lend_to_card(store, laptop, code, TODAY, author=author)
    with store.writing() as writer:
        writer.amend(VISITOR, borrower, card=code)
    loans.lend_to_card(store, laptop, code, loans.due_after(store, 14), author=author)
    assert store.one(tables.loan.select()).visitor == borrower


def test_of_two_loans_of_one_thing_the_first_is_named_and_both_end(nyons: Space) -> None:
    laptop, borrower = placed(nyons), zoe(nyons)
    paul = zoe(nyons, "Paul")
    meet(nyons.store, nyons.central)
    loans.lend(nyons.store, laptop, borrower, IN_A_WEEK, author=nyons.animator)
    with nyons.central.writing() as writer:
        about = {"antenna": nyons.antenna, "equipment": laptop, "visitor": paul}
        writer.record(LOAN, **about, times=(MONDAY_9_H + 60, None), due=MONDAY_9_H + 86_400)
    for _ in range(2):
        meet(nyons.store, nyons.central)
    [out] = loans.lent(nyons.store)
    assert out.lent is not None
    assert out.lent.who == "Zoé Roux"
    loans.give_back(nyons.store, laptop, author=nyons.animator)
    meet(nyons.store, nyons.central)
    for store in (nyons.store, nyons.central):
        assert all(row.ended_at is not None for row in store.all(tables.loan.select()))


def test_an_erased_borrower_leaves_the_loan_and_no_name(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    laptop, borrower = placed(nyons), zoe(nyons)
    loans.lend(store, laptop, borrower, IN_A_WEEK, author=author)
    meet(store, nyons.central)
    erasure.erase_person(store, borrower, author=author)
    meet(store, nyons.central)
    for each in (store, nyons.central):
        row = each.one(tables.loan.select())
        assert (row.visitor, row.equipment, row.commune, row.ended_at) == (None, laptop, "26220", None)
        assert b"Roux" not in said(each)
    [out] = loans.lent(store)
    assert out.lent is not None
    assert out.lent.who == ""
    assert rows(store) == folded(store)


def test_of_a_borrower_joined_with_another_record_the_loan_goes_too(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    laptop, borrower, twin = placed(nyons), zoe(nyons), zoe(nyons, "Zoë")
    links.join(store, borrower, twin, author=author)
    loans.lend(store, laptop, twin, IN_A_WEEK, author=author)
    erasure.erase_person(store, borrower, author=author)
    assert store.one(tables.loan.select()).visitor is None


def test_an_inventory_tells_what_is_here_what_is_missing_and_what_belongs_to_others(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    there = elsewhere(nyons)
    names = ("Portable 1", "Portable 2", "Portable 3", "Portable 4", "Tablette")
    one, two, three, four, tablet = (placed(nyons, name) for name in names)
    strange = placed(nyons, "Vidéoprojecteur", "projector", there)
    loans.lend(store, two, zoe(nyons), IN_A_WEEK, author=author)
    equipment.inspect(store, three, "away", author=author)
    equipment.inspect(store, one, "faulty", problem="slow", author=author)
    nyons.clock.pass_(days=1)
    for piece in (one, tablet, strange):
        found = equipment.piece_by_label(store, [label_of(store, piece)])
        inventory.see(store, found, author=author)
    assert inventory.see(store, equipment.piece(store, one), author=author).entries == ()
    told = inventory.inventory(store)
    assert [[each.id for each in part] for part in (told.seen, told.out, told.missing, told.elsewhere)] == [
        [one, tablet],
        [two, three],
        [four],
        [strange],
    ]
    assert (told.seen[0].state, told.seen[0].problem) == ("faulty", "slow")
    inventory.note_missing(store, author=author)
    assert equipment.piece(store, four).state == "missing"
    assert inventory.note_missing(store, author=author).entries == ()
    with pytest.raises(loans.NotLendable):
        loans.lend(store, four, zoe(nyons), IN_A_WEEK, author=author)
    inventory.see(store, equipment.piece(store, four), author=author)
    assert inventory.inventory(store).missing == ()
    assert rows(store) == folded(store)


def test_a_clock_that_was_days_behind_is_corrected_and_so_is_what_is_due(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    laptop, borrower = placed(nyons), zoe(nyons)
    equipment.inspect(store, laptop, "works", author=author)
    loans.lend(store, laptop, borrower, IN_A_WEEK, author=author)
    late = 3 * 86_400
    clock_repair.correct(store, 0, late, author=author, mend=lambda _: None)
    row = store.one(tables.loan.select())
    assert (row.started_at, row.due) == (MONDAY_9_H + late, midnight(IN_A_WEEK + timedelta(days=4)))
    assert store.one(tables.inspection.select()).seen_at == MONDAY_9_H + late
    assert rows(store) == folded(store)


def test_what_cannot_be_is_refused(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    laptop = placed(nyons)
    for called, form, serial in ((" ", "laptop", ""), ("Portable", "trône", ""), ("Portable", "laptop", "9" * 41)):
        with pytest.raises(BadInput):
            equipment.place(nyons.central, called=called, form=form, antenna=nyons.antenna, serial=serial)
    with pytest.raises(BadInput):
        equipment.retire(nyons.central, laptop, date(2016, 9, 1))
    with pytest.raises(Missing):
        equipment.retire(nyons.central, 12, date(2026, 9, 1))
    with pytest.raises(UnknownLabel):
        equipment.piece_by_label(store, ["7K2M9XQP3V5RTBN8H"])
    for state, problem in (("perdu", None), ("broken", "humeur")):
        with pytest.raises(BadInput):
            equipment.inspect(store, laptop, state, problem=problem, author=author)
    with pytest.raises(Missing):
        equipment.inspect(store, 12, "works", author=author)
    with pytest.raises(Missing):
        loans.lend(store, laptop, 12, IN_A_WEEK, author=author)
    for last in (TODAY - timedelta(days=1), TODAY + timedelta(days=400)):
        with pytest.raises(BadInput):
            loans.lend(store, laptop, zoe(nyons), last, author=author)
