"""What arrives with its chain followed: the same as what arrives without, and nothing on trust."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from kiosque.db.followed import Followed
from kiosque.db.followed import followed as as_rows
from kiosque.db.identity import Receipt
from kiosque.db.routing import Outside
from kiosque.db.store import Store
from kiosque.domain.records import VISIT, VISITOR
from kiosque.journal.chain import START, Disordered, Forked, Gap, Head, canonical, link, verify
from kiosque.journal.entry import Entry, entry_id
from tests.stores import Space, folded, rows


@dataclass(frozen=True)
class Frame:
    """Entries and what was computed of them."""

    entries: Sequence[Entry]
    digests: Sequence[bytes]
    changes: Sequence[bytes]
    personal: Sequence[bytes]


def followed(entries: Sequence[Entry], head: Head = START) -> Followed:
    """Follow the chain of ``entries`` from ``head``, and check nothing else."""
    digests, running = [], head.digest
    for each in entries:
        running = link(running, each, canonical(each.changes))
        digests.append(running)
    changes, personal = [canonical(each.changes) for each in entries], [canonical(each.personal) for each in entries]
    return as_rows(Frame(entries, digests, changes, personal))


def lived(store: Store, count: int = 3) -> list[Entry]:
    """Write named visits, and corrections of them, at a kiosk; return its whole journal."""
    with store.writing() as writer:
        for number in range(count):
            somebody = writer.record(VISITOR, given_name="Léa", card=f"{store.device}/{number}")
            arrival = writer.record(VISIT, visitor=somebody, times=(writer.now, None), reason="digital")
            writer.amend(VISIT, arrival, times=(writer.now, writer.now + 60))
    return store.entries(store.device)


def test_it_becomes_what_it_would_have_become_entry_by_entry(nyons: Space) -> None:
    entries = lived(nyons.store)
    assert nyons.central.apply_each([followed(entries)]) == [len(entries)]
    assert nyons.central.entries(nyons.store.device) == entries
    assert nyons.central.head(nyons.store.device) == verify(entries) == nyons.store.head(nyons.store.device)
    assert rows(nyons.central) == folded(nyons.central) == rows(nyons.store)
    assert [each.id for each in nyons.central.feed(nyons.antenna)] == [each.id for each in entries]


def test_what_is_held_of_it_is_passed_over_and_the_rest_goes_on(nyons: Space) -> None:
    entries = lived(nyons.store)
    first, rest, whole = followed(entries[:4]), followed(entries[4:], verify(entries[:4])), followed(entries)
    assert nyons.central.apply_each([first, first, whole, rest]) == [4, 0, len(entries) - 4, 0]
    assert nyons.central.head(nyons.store.device) == verify(entries)
    assert rows(nyons.central) == folded(nyons.central)


def test_frames_of_one_journal_go_on_from_each_other_in_one_transaction(nyons: Space) -> None:
    entries = lived(nyons.store)
    parts = [followed(entries[at : at + 2], verify(entries[:at])) for at in range(0, len(entries), 2)]
    assert sum(result for result in nyons.central.apply_each(parts) if isinstance(result, int)) == len(entries)
    assert nyons.central.head(nyons.store.device) == verify(entries)


def test_a_chain_that_was_followed_from_elsewhere_a_gap_and_a_clock_that_goes_back_are_refused(nyons: Space) -> None:
    entries = lived(nyons.store)
    elsewhere = followed(entries[2:], Head(2, bytes(32), 2))
    late = followed(entries[4:], verify(entries[:4]))
    back = followed([*entries[2:4], entries[4]._replace(clock=entries[3].clock)], verify(entries[:2]))
    other = followed([entries[0], entries[1]._replace(written_at=1)])
    before = nyons.central.apply_each([followed(entries[:2])])
    found = nyons.central.apply_each([elsewhere, late, back, other])
    assert before == [2]
    assert list(map(type, found)) == [Forked, Gap, Disordered, Forked]
    assert nyons.central.head(nyons.store.device) == verify(entries[:2])
    assert rows(nyons.central) == folded(nyons.central)


@pytest.mark.parametrize("place", range(5))
def test_one_among_many_that_is_refused_takes_nothing_from_the_others(nyons: Space, place: int) -> None:
    kiosks = [nyons.network.kiosk(nyons.central, nyons.antenna) for _ in range(4)]
    batches = [followed(lived(kiosk, 1)) for kiosk in kiosks]
    mine = lived(nyons.store, 1)
    stranger = mine[-1]._replace(kind=VISITOR.number, record=entry_id(nyons.central.device, 4_000), base=1)
    batches.insert(place, followed([*mine[:-1], stranger]))
    found = nyons.central.apply_each(batches)
    assert isinstance(found.pop(place), Outside)
    assert found == [3] * 4
    assert nyons.central.head(nyons.store.device) == START
    assert all(nyons.central.head(kiosk.device) == kiosk.head(kiosk.device) for kiosk in kiosks)
    assert rows(nyons.central) == folded(nyons.central)


def test_a_receipt_is_given_how_far_the_journal_is_held_once_it_is_written(nyons: Space) -> None:
    entries = lived(nyons.store)
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    late = followed(lived(other)[1:], other.head(other.device))
    heard = {store.device: lambda held: Receipt(held, 12) for store in (nyons.store, other)}
    found = nyons.central.apply_each([followed(entries), late], heard)
    assert found[0] == len(entries)
    assert isinstance(found[1], Gap)
    assert nyons.central.receipt(nyons.store.device) == Receipt(len(entries), 12)
    assert nyons.central.receipt(other.device) == Receipt(0, 12)
