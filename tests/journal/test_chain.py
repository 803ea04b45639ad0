"""The chain: it catches any change, and lets the personal part be forgotten."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosque.journal.chain import GENESIS, START, Broken, Disordered, Gap, canonical, follow, verify
from kiosque.journal.clock import tick
from kiosque.journal.entry import Entry, device_of, entry_id, number_of
from tests.journal.strategies import journals, of_device

CHANGES = {
    "written_at": lambda entry: entry._replace(written_at=entry.written_at + 1),
    "author": lambda entry: entry._replace(author=entry.author + 1),
    "kind": lambda entry: entry._replace(kind=entry.kind + 1),
    "changes": lambda entry: entry._replace(changes={**entry.changes, 9: 1}),
    "absent is not null": lambda entry: entry._replace(changes={**entry.changes, 10: None}),
    "record": lambda entry: entry._replace(record=entry.record + 1, base=entry.base),
    "base": lambda entry: entry._replace(base=entry.base + 1),
    "clock": lambda entry: entry._replace(clock=entry.clock + 1),
    "device": lambda entry: entry._replace(device=entry.device + 1),
    "number": lambda entry: entry._replace(number=entry.number + 1),
}


@given(journals(), st.integers(1, 3), st.sampled_from(sorted(CHANGES)), st.data())
def test_a_changed_entry_is_caught(journal: list[Entry], device: int, change: str, data: st.DataObject) -> None:
    mine = of_device(journal, device)
    assume(mine)
    place = data.draw(st.integers(0, len(mine) - 1))
    changed = [*mine[:place], CHANGES[change](mine[place]), *mine[place + 1 :]]
    with suppress(Broken):
        assert verify(changed) != verify(mine)


@pytest.mark.unmeasured
@given(journals(), st.integers(1, 3), st.data())
def test_a_missing_doubled_or_moved_entry_is_caught(journal: list[Entry], device: int, data: st.DataObject) -> None:
    mine = of_device(journal, device)
    assume(len(mine) > 1)
    place = data.draw(st.integers(0, len(mine) - 2))
    missing = mine[:place] + mine[place + 1 :]
    doubled = [*mine[: place + 1], *mine[place:]]
    moved = [*mine[:place], mine[place + 1], mine[place], *mine[place + 2 :]]
    for damaged in (missing, doubled, moved):
        with pytest.raises(Gap):
            verify(damaged)


@pytest.mark.unmeasured
@given(journals(), st.integers(1, 3))
def test_forgetting_the_personal_part_keeps_the_chain(journal: list[Entry], device: int) -> None:
    mine = of_device(journal, device)
    assert verify(entry._replace(personal={}) for entry in mine) == verify(mine)


def test_the_order_of_fields_is_not_part_of_the_digest() -> None:
    assert canonical({4: "b", 3: "a"}) == canonical({3: "a", 4: "b"})


def test_the_chain_starts_at_genesis() -> None:
    assert verify([]) == START
    assert START.digest == GENESIS


def test_entries_come_one_after_the_other() -> None:
    one, two, three = (Entry(1, number, number, 0, 0, 0, 6, entry_id(1, number)) for number in (1, 2, 3))
    assert verify([one, two, three]).number == 3
    for damaged in ([two], [one, three], [one, one]):
        with pytest.raises(Gap):
            verify(damaged)


@pytest.mark.parametrize(
    ("clock", "base", "creates"), [(5, 0, True), (4, 0, True), (9, 1, True), (9, 9, False), (9, -1, False)]
)
def test_a_clock_or_base_that_cannot_be_is_refused(clock: int, base: int, creates: bool) -> None:  # noqa: FBT001 - a case
    head = replace(START, number=1, clock=5)
    record = entry_id(1, 2) if creates else entry_id(1, 1)
    with pytest.raises(Disordered):
        follow(head, Entry(1, 2, clock, base, 0, 0, 6, record))


@given(st.integers(1, (1 << 21) - 1), st.integers(1, (1 << 32) - 1))
def test_an_id_is_a_device_and_a_number_in_53_bits(device: int, number: int) -> None:
    identifier = entry_id(device, number)
    assert (device_of(identifier), number_of(identifier)) == (device, number)
    assert identifier < 1 << 53


def test_the_clock_is_one_more_than_any_seen() -> None:
    assert tick() == 1
    assert tick(3, 8, 5) == 9
