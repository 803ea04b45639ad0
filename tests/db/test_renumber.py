"""A copied disk's later entries under a number of their own: the same work, the same order, no reference lost."""

import random
from collections.abc import Iterator

import pytest

from kiosque.db import doctor
from kiosque.db.feeds import NETWORK
from kiosque.db.lives import countersigned
from kiosque.db.store import Store
from kiosque.domain.kinds import Type
from kiosque.domain.records import BY_NUMBER, INTERVENTION, PERMANENCE, VISIT, VISITOR
from kiosque.journal.chain import verify
from kiosque.journal.entry import Entry, Value, device_of, entry_id, number_of
from tests.stores import Space, folded, meet, rows

NEW = 1_234_567
AS_NEW = {"seed": b"s" * 32, "certificate": b"certificate"}


def live(store: Store, source: random.Random, moments: int) -> None:
    """Write what refers to what was written before, in every way that a field can."""
    for _ in range(moments):
        made: dict[str, list[int]] = {name: [int(str(row["id"])) for row in each] for name, each in rows(store).items()}
        permanences, visitors, visits = (made[name] for name in ("permanence", "visitor", "visit"))
        helped = made["intervention"]
        author = source.choice(visitors or [0])
        with store.writing(author) as writer:
            match source.randrange(5):
                case 0:
                    writer.record(PERMANENCE, antenna=store.identity.antenna, times=(writer.now, None))
                case 1:
                    writer.record(VISITOR, given_name=f"N{source.random()}")
                case 2 if permanences and visitors:
                    writer.record(
                        VISIT, permanence=source.choice(permanences), visitor=source.choice(visitors), reason="r"
                    )
                case 3 if visits:
                    some = tuple(source.sample(visits, min(len(visits), 3)))
                    writer.record(INTERVENTION, visits=some, visitors=tuple(visitors[-2:]), note="mot")
                case _ if helped:
                    noted = writer.amend(INTERVENTION, source.choice(helped), note="mot de trop")
                    writer.erase(INTERVENTION, source.choice(helped), (noted,))


def references(each: Entry) -> Iterator[int]:
    """Give every id that an entry names."""
    yield from (each.record, each.author)
    types = {field.number: field.type for field in BY_NUMBER[each.kind].all_fields}
    for number, value in {**each.changes, **each.personal}.items():
        if types[number] in {Type.REF, Type.REFS}:
            yield from flat(value)


def flat(value: Value) -> Iterator[int]:
    if isinstance(value, tuple):
        for each in value:
            yield from flat(each)
    elif isinstance(value, int):
        yield value


def moved(identifier: int, old: int, common: int) -> int:
    """Return where an id goes: the rule, said once more."""
    mine = device_of(identifier) == old and number_of(identifier) > common
    return entry_id(NEW, number_of(identifier) - common) if mine else identifier


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0], ids=["all of it", "a part", "nothing"])
def test_what_is_moved_is_the_same_work_under_other_ids(nyons: Space, share: float, run_seed: int) -> None:
    store, old = nyons.store, nyons.store.device
    live(store, random.Random(f"{run_seed}:renumber"), 60)
    before = store.entries(old)
    common = round(share * len(before))
    tables = rows(store)
    heard: list[int] = []
    store.when_changed(lambda: heard.append(1))
    store.renumber(common, NEW, **AS_NEW)
    assert heard == [1]
    assert (store.device, store.identity.seed, store.identity.certificate) == (NEW, b"s" * 32, b"certificate")
    after = store.entries(NEW)
    assert store.entries(old) == before[:common]
    assert [each.number for each in after] == list(range(1, len(before) - common + 1))
    for one, other in zip(before[common:], after, strict=True):
        assert (one.clock, one.base, one.written_at, one.kind) == (
            other.clock,
            other.base,
            other.written_at,
            other.kind,
        )
        assert [moved(each, old, common) for each in references(one)] == list(references(other))
        assert other.creates == one.creates
    assert verify(after) == store.head(NEW)
    assert rows(store) == folded(store)
    assert {name: len(each) for name, each in rows(store).items()} == {name: len(each) for name, each in tables.items()}
    assert doctor.examine(store).healthy
    # And it goes on from there.
    with store.writing() as writer:
        made = writer.record(VISIT, reason="later")
    assert made == entry_id(NEW, len(after) + 1)
    assert doctor.examine(store).healthy


def test_a_feed_ends_before_what_moves_and_what_was_signed_for_the_other_is_forgotten(nyons: Space) -> None:
    live(nyons.store, random.Random(2), 12)
    meet(nyons.store, nyons.central)
    old, common = nyons.store.device, nyons.store.head(nyons.store.device).number // 2
    feed = nyons.store.feed(nyons.antenna)
    first = next(place for place, each in enumerate(feed) if each.device == old and each.number > common)
    network = nyons.store.feed_head(NETWORK)
    nyons.store.renumber(common, NEW, **AS_NEW)
    assert nyons.store.feed(nyons.antenna) == feed[:first]
    assert nyons.store.feed_head(NETWORK) == network
    assert countersigned(nyons.store) is None
    assert doctor.examine(nyons.store).healthy


def test_who_a_store_is_stays_when_it_is_opened_again(nyons: Space) -> None:
    live(nyons.store, random.Random(1), 5)
    nyons.store.renumber(0, NEW, **AS_NEW)
    again = Store(nyons.store.database, nyons.clock)
    assert (again.device, again.identity.secret) == (NEW, b"")


def test_a_note_that_was_erased_stays_erased(nyons: Space) -> None:
    with nyons.store.writing() as writer:
        given = writer.record(INTERVENTION, note="mot")
        noted = writer.amend(INTERVENTION, given, note="santé")
        writer.erase(INTERVENTION, given, (noted,))
    nyons.store.renumber(0, NEW, **AS_NEW)
    [row] = rows(nyons.store)["intervention"]
    assert (row["id"], row["note"], row["erased"]) == (entry_id(NEW, 1), "mot", str(entry_id(NEW, 2)))
    assert not nyons.store.history(entry_id(NEW, 1))[1].personal
