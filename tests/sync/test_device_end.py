"""The device's end: what it believes of a reply, and that what it does not believe moves nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosque.central import authority
from kiosque.db import keyfile, recovery
from kiosque.db.feeds import NETWORK
from kiosque.db.identity import Receipt
from kiosque.db.keys import HeldKey, credential, headquarters_keys, keep_headquarters_key
from kiosque.db.records import entry, visit
from kiosque.domain.records import ANTENNA, VISIT
from kiosque.journal.chain import GENESIS
from kiosque.journal.entry import entry_id
from kiosque.sync import envelope, root
from kiosque.sync.certificates import certify, public_of, sign_key
from kiosque.sync.device_end import DeviceEnd, Taken
from kiosque.sync.exchange import MOST_COMPARING, receive, run_round
from kiosque.sync.feed_wire import encode_feed
from kiosque.sync.held_keys import known_keys
from kiosque.sync.messages import Tells
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.wire import END
from tests.stores import Space, meet, rows, said
from tests.sync.rounds import BUILD, NOTHING, answered, reply, sealed, work

UNASKED = b""
"""What the replies that a test seals are bound to."""


@pytest.fixture
def end(nyons: Space) -> DeviceEnd:
    return DeviceEnd(nyons.store, BUILD)


def take(nyons: Space, end: DeviceEnd, *chunks: bytes) -> Taken:
    """Have the device read a reply of headquarters with this content."""
    return end.take([answered(nyons.central, nyons.store, *chunks)], UNASKED)


def refused(nyons: Space, end: DeviceEnd, *chunks: bytes) -> Reason:
    """Return why the device does not believe a reply; not a value of any of its tables may be another after."""
    before = said(nyons.store)
    with pytest.raises(Refused) as caught:
        take(nyons, end, *chunks)
    assert said(nyons.store) == before
    return caught.value.reason


def at_headquarters(nyons: Space, *names: str) -> None:
    with nyons.central.writing() as writer:
        for name in names:
            writer.record(ANTENNA, code=name.upper(), name=name)


def feed_after(nyons: Space, start: int) -> bytes:
    """Return the bytes of the network's feed from position ``start``."""
    digest = nyons.central.digest_in_feed(NETWORK, start) or GENESIS
    return b"".join(encode_feed(start, digest, nyons.central.feed(NETWORK, start), nyons.store.device))


# ----- who wrote it ---------------------------------------------------------------------------------------------------


def test_a_reply_that_says_nothing_new_is_believed(nyons: Space, end: DeviceEnd) -> None:
    work(nyons.store, 2)
    nyons.clock.pass_(minutes=3)
    taken = take(nyons, end, reply(nyons.central, nyons.store), NOTHING)
    assert (taken.received, taken.new, taken.refused, taken.notices) == (0, 0, None, ())
    assert (taken.at, end.waiting) == (nyons.clock.now, 2)
    assert nyons.store.receipt(nyons.store.device) == Receipt(0, nyons.clock.now)


def test_a_reply_to_another_device_is_not_read(nyons: Space, end: DeviceEnd) -> None:
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    with pytest.raises(Refused) as caught:
        end.take([answered(nyons.central, other, reply(nyons.central, other), NOTHING)], UNASKED)
    assert caught.value.reason is Reason.STRANGER


def test_a_reply_under_a_key_of_nobody_is_not_read(nyons: Space, end: DeviceEnd) -> None:
    forged = answered(nyons.central, nyons.store, reply(nyons.central, nyons.store), NOTHING)
    # Direction, version, then the serial.
    at = forged.index(b"KD") + 3
    with pytest.raises(Refused) as caught:
        end.take([forged[:at] + b"\x09" + forged[at + 1 :]], UNASKED)
    assert caught.value.reason is Reason.KEY


def test_a_reply_to_another_question_does_not_open(nyons: Space, end: DeviceEnd) -> None:
    first = b"".join(end.request())
    answer = b"".join(receive(nyons.central, [first]))
    list(end.request())
    with pytest.raises(Refused) as caught:
        end.take([answer])
    assert caught.value.reason is Reason.SEAL


def test_what_is_no_reply_is_not_read(nyons: Space, end: DeviceEnd) -> None:
    own = sealed(nyons.store, b"anything")
    for content, reason in ((own, Reason.STRANGER), (b"", Reason.MALFORMED), (b"\x01", Reason.MALFORMED)):
        with pytest.raises(Refused) as caught:
            end.take([content], UNASKED)
        assert caught.value.reason is reason


def test_a_message_may_arrive_in_several(nyons: Space, end: DeviceEnd) -> None:
    notices = tuple(f"{number} " + "n" * 190 for number in range(8))
    message = reply(nyons.central, nyons.store, tells=Tells(notices=notices))
    cut = envelope.ENOUGH
    assert len(message) > cut + envelope.TRAILER
    assert take(nyons, end, message[:cut], message[cut:] + NOTHING).notices == notices


# ----- receipts -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changed",
    [{"received": 2}, {"received": 3}, {"received": 1, "head": b"another!"}, {"head": b"another!"}],
    ids=["nobody's digest", "more than was ever written", "another digest", "another start"],
)
def test_a_receipt_that_is_not_for_this_journal_moves_nothing(
    nyons: Space, end: DeviceEnd, changed: dict[str, object]
) -> None:
    work(nyons.store, 2)
    assert refused(nyons, end, reply(nyons.central, nyons.store, **changed), NOTHING) is Reason.FORKED
    assert end.waiting == 2
    assert end.comparing


def test_a_restored_central_holds_less_than_it_said_and_is_given_the_rest(nyons: Space, end: DeviceEnd) -> None:
    work(nyons.store, 4)
    meet(nyons.store, nyons.central)
    with nyons.central.database.writing() as connection:
        for table in (entry, visit):
            lost = table.c.id.between(entry_id(nyons.store.device, 3), entry_id(nyons.store.device, 4))
            connection.execute(table.delete().where(lost))
    assert end.waiting == 0
    message = reply(nyons.central, nyons.store)
    take(nyons, end, message, NOTHING)
    assert (end.received, end.waiting) == (2, 2)
    # What was once acknowledged is remembered as such.
    assert nyons.store.receipt(nyons.store.device).number == 4


def test_a_refusal_of_a_later_version_is_a_refusal(nyons: Space, end: DeviceEnd) -> None:
    message = reply(nyons.central, nyons.store, refused="OUT_OF_INK")
    assert take(nyons, end, message, NOTHING).refused is Reason.MALFORMED
    message = reply(nyons.central, nyons.store, refused="CLOCK")
    assert take(nyons, end, message, NOTHING).refused is Reason.CLOCK


# ----- what headquarters signed ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changed",
    [{"at": 5}, {"signature": bytes(64)}, {"network": 1}, {"antenna": 0, "network": 0}],
    ids=["another time", "no signature", "a shorter feed", "no feeds"],
)
def test_heads_that_headquarters_did_not_sign_are_not_believed(
    nyons: Space, end: DeviceEnd, changed: dict[str, object]
) -> None:
    before = rows(nyons.store), nyons.store.feed_head(NETWORK)
    with pytest.raises(Refused) as caught:
        take(nyons, end, reply(nyons.central, nyons.store, **changed), NOTHING)
    assert caught.value.reason is Reason.SIGNATURE
    assert before == (rows(nyons.store), nyons.store.feed_head(NETWORK))


def test_a_feed_that_is_said_to_go_further_than_it_came_is_missing_something(nyons: Space, end: DeviceEnd) -> None:
    with pytest.raises(Refused) as caught:
        take(nyons, end, reply(nyons.central, nyons.store, network=99), NOTHING)
    assert caught.value.reason is Reason.CURSOR


# ----- feeds ----------------------------------------------------------------------------------------------------------


def test_a_feed_that_starts_beyond_what_is_held_is_refused(nyons: Space, end: DeviceEnd) -> None:
    held = nyons.store.feed_head(NETWORK)
    message = reply(nyons.central, nyons.store)
    at_headquarters(nyons, "one", "two")
    with pytest.raises(Refused) as caught:
        take(nyons, end, message, feed_after(nyons, held.position + 1), END)
    assert caught.value.reason is Reason.CURSOR
    assert nyons.store.feed_head(NETWORK) == held
    # What starts before is passed over as far as it is held.
    message = reply(nyons.central, nyons.store, network=nyons.central.feed_head(NETWORK).position)
    with pytest.raises(Refused):
        take(nyons, end, message, feed_after(nyons, 1), END)
    assert nyons.store.feed_head(NETWORK) == nyons.central.feed_head(NETWORK)


def test_a_feed_that_is_held_otherwise_is_refused_whole(nyons: Space, end: DeviceEnd) -> None:
    held = nyons.central.feed(NETWORK)
    other = [held[0], *(each._replace(written_at=1) for each in held[1:])]
    before = rows(nyons.store), nyons.store.feed_head(NETWORK)
    forged = b"".join(encode_feed(0, GENESIS, other, nyons.store.device))
    with pytest.raises(Refused) as caught:
        take(nyons, end, reply(nyons.central, nyons.store), forged, END)
    assert caught.value.reason is Reason.FORKED
    assert before == (rows(nyons.store), nyons.store.feed_head(NETWORK))


def test_a_feed_that_names_own_entries_that_are_not_held_is_refused(nyons: Space, end: DeviceEnd) -> None:
    work(nyons.store, 1)
    [own] = nyons.store.entries(nyons.store.device)
    held = nyons.store.feed_head(nyons.antenna)
    unknown = own._replace(number=40, record=own.record + 39)
    forged = b"".join(encode_feed(held.position, held.digest, [unknown], nyons.store.device))
    with pytest.raises(Refused) as caught:
        take(nyons, end, reply(nyons.central, nyons.store), END, forged)
    assert caught.value.reason is Reason.FORKED
    assert nyons.store.feed_head(nyons.antenna) == held


@pytest.mark.parametrize("rest", [b"", END, NOTHING + b"more", NOTHING + END], ids=["no feed", "one", "more", "three"])
def test_a_reply_without_its_end_is_refused_and_its_receipt_kept(nyons: Space, end: DeviceEnd, rest: bytes) -> None:
    work(nyons.store, 3)
    list(receive(nyons.central, end.request()))
    with pytest.raises(Refused) as caught:
        take(nyons, end, reply(nyons.central, nyons.store), rest)
    assert caught.value.reason is Reason.MALFORMED
    assert nyons.store.receipt(nyons.store.device).number == 3
    assert not end.in_doubt


def test_own_entries_are_named_and_never_sent_back(nyons: Space, end: DeviceEnd) -> None:
    with nyons.store.writing() as writer:
        for _ in range(300):
            writer.record(VISIT, times=(writer.now, None), reason=f"r{writer.tip.clock}")
    answer = b"".join(receive(nyons.central, end.request()))
    assert len(answer) < 400
    assert end.take([answer]).new == 0
    assert nyons.store.feed_head(nyons.antenna) == nyons.central.feed_head(nyons.antenna)


# ----- certificates and keys ------------------------------------------------------------------------------------------


def certified(
    nyons: Space, *, device: int | None = None, public: bytes | None = None, seed: bytes | None = None
) -> Tells:
    """Return a certificate of this device's key, or of something else."""
    return Tells(
        certificate=certify(
            seed or authority.current(nyons.central).seed,
            1,
            central=nyons.central.device,
            device=device or nyons.store.device,
            antenna=nyons.antenna,
            public=public or public_of(nyons.store.identity.seed),
        )
    )


def test_a_certificate_of_somebody_else_is_not_kept(nyons: Space, end: DeviceEnd) -> None:
    for tells, reason in (
        (certified(nyons, device=77), Reason.STRANGER),
        (certified(nyons, public=bytes(32)), Reason.STRANGER),
        (certified(nyons, seed=root.draw()), Reason.SIGNATURE),
    ):
        assert refused(nyons, end, reply(nyons.central, nyons.store, tells=tells), NOTHING) is reason
    take(nyons, end, reply(nyons.central, nyons.store, tells=certified(nyons)), NOTHING)


def test_a_number_that_was_not_asked_for_is_not_taken(nyons: Space, end: DeviceEnd) -> None:
    granted = Tells(granted=certified(nyons, device=77).certificate)
    assert refused(nyons, end, reply(nyons.central, nyons.store, tells=granted), NOTHING) is Reason.STRANGER
    assert nyons.store.device != 77


def test_a_number_for_another_key_is_not_taken(nyons: Space, end: DeviceEnd) -> None:
    work(nyons.store, 1)
    # The central says that it holds another journal, and where the two were last the same.
    assert refused(nyons, end, reply(nyons.central, nyons.store, head=b"another!"), NOTHING) is Reason.FORKED
    granted = Tells(granted=certified(nyons, device=77).certificate)
    assert refused(nyons, end, reply(nyons.central, nyons.store, tells=granted), NOTHING) is Reason.STRANGER
    unsigned = Tells(granted=certified(nyons, device=77, seed=root.draw()).certificate)
    assert refused(nyons, end, reply(nyons.central, nyons.store, tells=unsigned), NOTHING) is Reason.SIGNATURE


def test_keys_that_the_root_did_not_sign_are_not_kept(nyons: Space, end: DeviceEnd) -> None:
    forged = sign_key(root.draw(), 2, public_of(root.draw()))
    good = sign_key(nyons.network.root, 3, public_of(root.draw()))
    tells = Tells(keys=(good, forged))
    assert refused(nyons, end, reply(nyons.central, nyons.store, tells=tells), NOTHING) is Reason.KEY
    take(nyons, end, reply(nyons.central, nyons.store, tells=Tells(keys=(good,))), NOTHING)
    assert known_keys(nyons.store).latest == good


def test_keys_from_before_are_forgotten_once_headquarters_answers_under_a_newer_one(
    nyons: Space, end: DeviceEnd
) -> None:
    seed = root.draw()
    signed = sign_key(nyons.network.root, 2, public_of(seed))
    take(nyons, end, reply(nyons.central, nyons.store, tells=Tells(keys=(signed,))), NOTHING)
    assert [key.serial for key in headquarters_keys(nyons.store)] == [2, 1]
    keep_headquarters_key(nyons.central, HeldKey(2, signed.public, signed.signature, seed))
    take(nyons, end, reply(nyons.central, nyons.store), NOTHING)
    assert [key.serial for key in headquarters_keys(nyons.store)] == [2]


# ----- a central that never says where the two were the same ----------------------------------------------------------


def test_comparing_ends_even_with_a_central_that_does_not_compare(nyons: Space, end: DeviceEnd) -> None:
    work(nyons.store, 30)
    asked = 0

    class Mute:
        @contextmanager
        def exchange(self, request: Iterator[bytes]) -> Iterator[Iterator[bytes]]:
            nonlocal asked
            asked += 1
            list(request)
            message = reply(nyons.central, nyons.store, received=5, head=b"another!")
            yield iter([answered(nyons.central, nyons.store, message, NOTHING, question=end.question)])

    with pytest.raises(Refused) as caught:
        run_round(end, Mute())
    assert caught.value.reason is Reason.FORKED
    assert asked == MOST_COMPARING + 1


def test_a_round_that_is_refused_for_another_reason_is_not_compared(nyons: Space, end: DeviceEnd) -> None:
    work(nyons.store, 3)

    class Torn:
        @contextmanager
        def exchange(self, request: Iterator[bytes]) -> Iterator[Iterator[bytes]]:
            list(request)
            forged = reply(nyons.central, nyons.store, signature=bytes(64))
            yield iter([answered(nyons.central, nyons.store, forged, NOTHING, question=end.question)])

    with pytest.raises(Refused) as caught:
        run_round(end, Torn())
    assert caught.value.reason is Reason.SIGNATURE


def test_headquarters_that_holds_less_of_a_fork_says_so_on_the_way(nyons: Space, end: DeviceEnd) -> None:
    """The comparison itself is torn: why is said, and the next round begins it again."""
    work(nyons.store, 3)
    replies = [
        reply(nyons.central, nyons.store, received=2, head=b"another!"),
        reply(nyons.central, nyons.store, signature=bytes(64)),
    ]

    class Torn:
        @contextmanager
        def exchange(self, request: Iterator[bytes]) -> Iterator[Iterator[bytes]]:
            list(request)
            yield iter([answered(nyons.central, nyons.store, replies.pop(0), NOTHING, question=end.question)])

    with pytest.raises(Refused) as caught:
        run_round(end, Torn())
    assert caught.value.reason is Reason.SIGNATURE
    assert not replies


# ----- the recovery code ----------------------------------------------------------------------------------------------


def test_a_recovery_code_travels_until_headquarters_has_said_so(nyons: Space, end: DeviceEnd, tmp_path: Path) -> None:
    path, newest = tmp_path / "kiosque.key", authority.current(nyons.central)
    key = keyfile.create(path, nyons.animator, "olive lavande tilleul genêt")
    recovery.keep_recovery(path, key, known_keys(nyons.store).latest.public)
    sent, end.key_file = recovery.parcel(path), path
    assert sent
    # The reply is lost: the code is there, and is told once more.
    receive(nyons.central, end.request())
    assert recovery.parcel(path) == sent
    end.take(receive(nyons.central, end.request()))
    assert recovery.parcel(path) == b""
    known = credential(nyons.central, nyons.store.device)
    assert known is not None
    code = recovery.open_recovery(newest.seed, known.recovery)
    assert keyfile.unlock(path, code).key == key
