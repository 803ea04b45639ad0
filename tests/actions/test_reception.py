"""The counter: arriving, being remembered, leaving; bad input gets a sentence and writes nothing."""

from collections.abc import Callable

import pytest

from kiosque.actions.done import ChangedSince, TooLate, undo
from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception, visits
from kiosque.db.records import visit, visitor
from kiosque.domain import codes
from kiosque.domain.card import UnreadableCard, card_code
from kiosque.domain.errors import KnownError
from tests.stores import Space, folded, rows

CARD = card_code(bytes(range(10)))


def test_an_unnamed_visit_is_counted_and_nobody_is_made_of_it(opened: Space) -> None:
    done = reception.sign_in_unnamed(opened.store, "service")
    row = opened.store.one(visit.select())
    assert (row.id, row.visitor, row.reason, row.started_at) == (done.visit, None, "service", opened.clock.now)
    assert opened.store.all(visitor.select()) == []
    assert rows(opened.store) == folded(opened.store)


def test_a_first_visit_that_wants_to_be_remembered_gets_a_card_that_works(opened: Space) -> None:
    arrival = reception.sign_in_unnamed(opened.store, "digital")
    kept = reception.remember(
        opened.store,
        arrival.visit,
        given_name="  Rose-Marie ",
        family_name="d’Aubignan",
        birth_year=1944,
        commune="26220",
    )
    assert reception.present(opened.store)[0].name == "Rose-Marie d’Aubignan"
    reception.sign_out(opened.store, arrival.visit)
    again = reception.sign_in_card(opened.store, kept.card.lower())
    assert (again.given_name, again.returning) == ("Rose-Marie", True)
    row = opened.store.one(visit.select().where(visit.c.id == again.visit))
    assert (row.age_band, row.commune) == (codes.age_band(1944, 2026), "26220")


def test_a_card_never_seen_here_makes_a_visitor_without_a_name(opened: Space) -> None:
    done = reception.sign_in_card(opened.store, CARD)
    assert (done.given_name, done.returning) == (None, False)
    opened.clock.pass_(minutes=30)
    assert reception.sign_out_card(opened.store, CARD).given_name is None
    row = opened.store.one(visit.select())
    assert row.ended_at - row.started_at == 30 * 60


def test_a_card_that_is_here_already_is_not_counted_twice(opened: Space) -> None:
    done = reception.sign_in_card(opened.store, CARD)
    with pytest.raises(visits.AlreadyHere) as refused:
        reception.sign_in_card(opened.store, CARD)
    assert refused.value.visit == done.visit
    assert len(opened.store.all(visit.select())) == 1


def test_a_departure_is_never_before_its_arrival(opened: Space) -> None:
    done = reception.sign_in_unnamed(opened.store, "desk")
    opened.clock.pass_(days=-400)
    reception.sign_out(opened.store, done.visit)
    row = opened.store.one(visit.select())
    assert row.ended_at == row.started_at


def test_the_counter_shows_who_gave_no_name_only(opened: Space) -> None:
    reception.sign_in_card(opened.store, CARD)
    unnamed = reception.sign_in_unnamed(opened.store, "other")
    assert [each.visit for each in reception.unnamed_present(opened.store)] == [unnamed.visit]
    assert len(reception.present(opened.store)) == 2


def test_without_a_permanence_nobody_signs_in(nyons: Space) -> None:
    before = nyons.store.head(nyons.store.device)
    attempts: list[Callable[[], object]] = [
        lambda: reception.sign_in_unnamed(nyons.store, "other"),
        lambda: reception.sign_in_card(nyons.store, CARD),
    ]
    for arrive in attempts:
        with pytest.raises(permanences.NotOpen, match="pas ouverte"):
            arrive()
    assert nyons.store.head(nyons.store.device) == before


def test_bad_input_gets_a_sentence_and_nothing_is_written(opened: Space) -> None:
    arrival = reception.sign_in_unnamed(opened.store, "digital").visit
    before = rows(opened.store), opened.store.head(opened.store.device)
    store = opened.store
    fields: list[tuple[str, Callable[[], object]]] = [
        ("reason", lambda: reception.sign_in_unnamed(store, "shopping")),
        ("given_name", lambda: reception.remember(store, arrival, given_name="x" * 81)),
        ("birth_year", lambda: reception.remember(store, arrival, given_name="Léa", birth_year=1899)),
        ("birth_year", lambda: reception.remember(store, arrival, given_name="Léa", birth_year=2027)),
        ("commune", lambda: reception.remember(store, arrival, given_name="Léa", commune="99999")),
    ]
    for fault, attempt in fields:
        with pytest.raises(BadInput) as refused:
            attempt()
        assert refused.value.field == fault
    others: list[tuple[type[KnownError], Callable[[], object]]] = [
        (UnreadableCard, lambda: reception.sign_in_card(store, CARD[:-1] + "?")),
        (UnreadableCard, lambda: reception.sign_out_card(store, "3017620422003")),
        (visits.NotHere, lambda: reception.sign_out_card(store, CARD)),
        (visits.NotHere, lambda: reception.sign_out(store, 12)),
        (visits.NotHere, lambda: reception.remember(store, 12, given_name="Léa")),
    ]
    for kind, other in others:
        with pytest.raises(kind) as known:
            other()
        assert isinstance(known.value, KnownError)
        assert known.value.sentence
    assert (rows(opened.store), opened.store.head(opened.store.device)) == before


def test_nobody_is_remembered_twice_for_one_visit(opened: Space) -> None:
    arrival = reception.sign_in_unnamed(opened.store, "digital").visit
    reception.remember(opened.store, arrival, given_name="Léa")
    with pytest.raises(reception.AlreadyRemembered):
        reception.remember(opened.store, arrival, given_name="Zoé")


def test_undo_takes_an_arrival_and_a_departure_back(opened: Space) -> None:
    arrival = reception.sign_in_unnamed(opened.store, "digital")
    opened.clock.pass_(seconds=10)
    leaving = reception.sign_out(opened.store, arrival.visit)
    undo(opened.store, leaving)
    assert opened.store.one(visit.select()).ended_at is None
    opened.clock.pass_(minutes=1)
    second = reception.sign_in_unnamed(opened.store, "digital")
    undo(opened.store, second)
    assert [each.visit for each in reception.present(opened.store)] == [arrival.visit]
    assert rows(opened.store) == folded(opened.store)


def test_undo_takes_a_name_back_with_its_card(opened: Space) -> None:
    arrival = reception.sign_in_unnamed(opened.store, "digital")
    kept = reception.remember(opened.store, arrival.visit, given_name="Léa")
    undo(opened.store, kept)
    assert reception.present(opened.store)[0].name is None
    assert reception.sign_in_card(opened.store, kept.card).given_name is None


def test_undo_is_for_ten_seconds_and_not_over_what_came_after(opened: Space) -> None:
    arrival = reception.sign_in_unnamed(opened.store, "digital")
    reception.sign_out(opened.store, arrival.visit)
    with pytest.raises(ChangedSince):
        undo(opened.store, arrival)
    second = reception.sign_in_unnamed(opened.store, "digital")
    opened.clock.pass_(seconds=11)
    with pytest.raises(TooLate):
        undo(opened.store, second)
