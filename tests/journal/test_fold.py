"""The fold: total, independent of order and of repetition; erasure for ever."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosque.domain.kinds import ERASED
from kiosque.journal.entry import Entry, entry_id
from kiosque.journal.fold import erasure, fold
from tests.journal.strategies import PERSONAL, journals

RECORD = entry_id(1, 1)
CREATION = Entry(1, 1, 1, 0, 0, 0, 6, RECORD, {3: "a"}, {5: "Léa"})


def update(device: int, number: int, clock: int, base: int, **fields: object) -> Entry:
    """Return an update of the record that ``CREATION`` makes."""
    entry = Entry(device, number, clock, base, 0, 0, 6, RECORD)
    return entry._replace(**fields)  # type: ignore[arg-type]


def histories(journal: list[Entry]) -> list[list[Entry]]:
    """Return the entries of a journal, by record."""
    records = {entry.record for entry in journal}
    return [[entry for entry in journal if entry.record == record] for record in records]


@pytest.mark.unmeasured
@given(journals(), st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(journal: list[Entry], chance: random.Random) -> None:
    for history in histories(journal):
        shuffled = [*history, *chance.sample(history, chance.randint(0, len(history)))]
        chance.shuffle(shuffled)
        assert fold(shuffled) == fold(history)


@given(journals())
def test_every_journal_has_a_state(journal: list[Entry]) -> None:
    for history in histories(journal):
        state = fold(history)
        assert state is not None
        assert state.created == any(entry.creates for entry in history)


def test_nothing_folds_to_nothing() -> None:
    assert fold([]) is None


@pytest.mark.unmeasured
@given(journals())
def test_deleting_what_an_erasure_names_changes_no_state(journal: list[Entry]) -> None:
    for history in histories(journal):
        forgotten = erasure(history)
        deleted = [entry._replace(personal={}) if forgotten.covers(entry) else entry for entry in history]
        assert fold(deleted) == fold(history)


@pytest.mark.unmeasured
@given(journals(), st.integers(1, 3))
def test_an_erased_record_stays_erased_whatever_is_written_after(journal: list[Entry], device: int) -> None:
    for history in histories(journal):
        kind = next((entry for entry in history if entry.creates), history[0]).kind
        end = max(entry.clock for entry in history)
        erased = history[0]._replace(device=9, number=1, clock=end + 1, base=end, kind=kind, changes={ERASED: ()})
        late = erased._replace(device=device, number=99, clock=end + 2, changes={}, personal={5: "Léa"})
        state = fold([*history, erased, late])
        assert state is not None
        assert not set(state.values) & set(PERSONAL)


def test_the_greatest_stamp_wins_field_by_field() -> None:
    state = fold([CREATION, update(2, 1, 5, 1, changes={3: "b"}), update(3, 1, 4, 1, changes={3: "c", 4: 7})])
    assert state is not None
    assert state.values == {3: "b", 4: 7, 5: "Léa"}


def test_equal_clocks_are_decided_by_the_device() -> None:
    state = fold([CREATION, update(3, 1, 2, 1, changes={3: "c"}), update(2, 1, 2, 1, changes={3: "b"})])
    assert state is not None
    assert state.values[3] == "c"


def test_erasing_one_entry_brings_back_what_was_said_before() -> None:
    mistake = update(1, 2, 2, 1, personal={5: "mauvaise fiche"})
    state = fold([CREATION, mistake, update(1, 3, 3, 2, changes={ERASED: (mistake.id,)})])
    assert state is not None
    assert state.values == {3: "a", 5: "Léa", ERASED: (mistake.id,)}


def test_an_erasure_that_is_no_list_erases_everything() -> None:
    state = fold([CREATION, update(1, 2, 2, 1, changes={ERASED: 1})])
    assert state is not None
    assert state.values == {3: "a", ERASED: ()}


def test_an_entry_of_another_kind_changes_nothing() -> None:
    state = fold([CREATION, update(2, 1, 9, 1, changes={3: "z"})._replace(kind=7)])
    assert state == fold([CREATION])


def test_an_erasure_of_another_kind_forgets_nothing() -> None:
    stranger = update(2, 1, 9, 1, changes={ERASED: ()})._replace(kind=7)
    assert not erasure([CREATION, stranger]).covers(CREATION)
