"""The central's end: whom it believes, what it takes, and that what it refuses changes nothing."""

from collections.abc import Callable, Iterable
from hashlib import blake2b

import pytest

from kiosque.central import authority
from kiosque.central.devices import revoke
from kiosque.db.copies import copies
from kiosque.db.feeds import NETWORK
from kiosque.db.keys import change_credential, credential
from kiosque.db.store import Store
from kiosque.domain.records import ANTENNA
from kiosque.journal.chain import GENESIS
from kiosque.sync import certificates, envelope, messages
from kiosque.sync.central_end import MOST_AHEAD, CentralEnd
from kiosque.sync.certificates import public_of, verify_certificate, verify_device_head
from kiosque.sync.device_end import DeviceEnd, Taken
from kiosque.sync.envelope import Direction, Opening, seal, shared_key
from kiosque.sync.exchange import receive
from kiosque.sync.messages import MAX_MESSAGE, Asks, Batch
from kiosque.sync.pieces import piece
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.wire import END, encode
from tests.stores import Space, meet, rows, said
from tests.sync.rounds import BUILD, equal, hello, question_of, sealed, signed, stream, work


@pytest.fixture
def fresh(nyons: Space) -> Store:
    """A kiosk that never spoke."""
    return nyons.network.newcomer(nyons.central, nyons.antenna)


def unanswered(nyons: Space, request: bytes | Iterable[bytes]) -> Reason:
    """Send what nobody answers, and see that not a value of any table is another after; return why."""
    before = said(nyons.central)
    with pytest.raises(Refused) as caught:
        receive(nyons.central, [request] if isinstance(request, bytes) else request)
    assert said(nyons.central) == before
    return caught.value.reason


def refused(nyons: Space, store: Store, *chunks: bytes) -> Reason | None:
    """Send a device's envelope of ``chunks``, and return why the central took no more, as the device reads it."""
    return taken(nyons, store, sealed(store, *chunks)).refused


def taken(nyons: Space, store: Store, *request: bytes) -> Taken:
    """Return what a device reads in the reply to its envelope ``request``."""
    return DeviceEnd(store, BUILD).take(receive(nyons.central, request), question_of(request[0]))


# ----- claims ---------------------------------------------------------------------------------------------------------


def test_the_first_envelope_claims_the_place_and_brings_a_certificate(nyons: Space, fresh: Store) -> None:
    secret = fresh.identity.secret
    known = credential(nyons.central, fresh.device)
    assert known
    assert (known.secret, known.public) == (secret, b"")
    work(fresh, 2)
    assert meet(fresh, nyons.central).refused is None
    known = credential(nyons.central, fresh.device)
    assert known
    assert (known.public, known.key) == (public_of(fresh.identity.seed), 1)
    assert fresh.identity.secret == b""
    certificate = certificates.unpack(fresh.identity.certificate)
    verify_certificate(authority.current(nyons.central).public, certificate)
    assert (certificate.device, certificate.antenna, certificate.central) == (
        fresh.device,
        nyons.antenna,
        nyons.central.device,
    )
    assert equal(nyons.central, fresh)
    # Once it speaks without the secret, nobody needs it any more.
    meet(fresh, nyons.central)
    known = credential(nyons.central, fresh.device)
    assert known
    assert known.secret == b""
    assert secret not in said(nyons.central)
    assert secret not in said(fresh)


def test_a_lost_reply_to_the_first_round_is_claimed_again_with_the_same_key(nyons: Space, fresh: Store) -> None:
    work(fresh, 2)
    end = DeviceEnd(fresh, BUILD)
    for _ in range(2):
        list(receive(nyons.central, end.request()))
        assert fresh.identity.secret
    assert meet(fresh, nyons.central).received == 2
    assert fresh.identity.certificate


def test_an_enrolment_that_served_is_of_use_to_no_other_key(nyons: Space, fresh: Store) -> None:
    other = nyons.network.newcomer(nyons.central, nyons.antenna)
    # The file was read by somebody else too, who drew a key of their own.
    other.change_identity(device=fresh.device, secret=fresh.identity.secret)
    meet(fresh, nyons.central)
    assert unanswered(nyons, sealed(other, hello(other), END)) is Reason.USED


def test_the_thief_of_an_enrolment_who_comes_first_is_seen_by_the_right_device(nyons: Space, fresh: Store) -> None:
    thief = nyons.network.newcomer(nyons.central, nyons.antenna)
    thief.change_identity(device=fresh.device, secret=fresh.identity.secret)
    meet(thief, nyons.central)
    with pytest.raises(Refused) as caught:
        meet(fresh, nyons.central)
    assert caught.value.reason is Reason.USED
    assert "déjà servi" in caught.value.sentence


@pytest.mark.parametrize("secret", [b"x" * 32, bytes(32)], ids=["another", "zeros"])
def test_a_claim_without_the_secret_is_a_stranger_s(nyons: Space, fresh: Store, secret: bytes) -> None:
    right = fresh.identity.secret
    fresh.change_identity(secret=secret)
    assert unanswered(nyons, sealed(fresh, hello(fresh), END)) is Reason.STRANGER
    fresh.change_identity(secret=right)
    assert meet(fresh, nyons.central).refused is None


def test_a_secret_that_has_served_makes_no_claim_even_for_who_is_known_by_none(nyons: Space, fresh: Store) -> None:
    """A copy's credential has neither secret nor claim: an empty secret never claims."""
    change_credential(nyons.central, fresh.device, secret=b"")
    assert unanswered(nyons, sealed(fresh, hello(fresh), END)) is Reason.STRANGER


def test_whoever_has_not_claimed_is_nobody(nyons: Space, fresh: Store) -> None:
    fresh.change_identity(secret=b"")
    assert unanswered(nyons, sealed(fresh, hello(fresh), END)) is Reason.STRANGER


def test_a_claim_with_the_key_of_somebody_else_does_not_open(nyons: Space, fresh: Store) -> None:
    """The public half of another's key, and the right secret: but not the other half."""
    identity, key = fresh.identity, authority.current(nyons.central)
    theirs = public_of(nyons.store.identity.seed)
    mac = blake2b(
        identity.device.to_bytes(4, "big") + theirs, key=identity.secret, digest_size=32, person=b"kiosque claim"
    ).digest()
    opening = Opening(Direction.UP, key.serial, identity.device, envelope.Claim(theirs, mac))
    content = seal(opening, shared_key(identity.seed, key.public), [hello(fresh), END])
    assert unanswered(nyons, content) is Reason.SEAL
    assert meet(fresh, nyons.central).refused is None


# ----- who is nobody --------------------------------------------------------------------------------------------------


def test_a_device_that_was_never_enrolled_is_a_stranger(nyons: Space, fresh: Store) -> None:
    fresh.change_identity(device=fresh.device ^ 1)
    assert unanswered(nyons, sealed(fresh, hello(fresh), END)) is Reason.STRANGER


def test_a_revoked_device_gets_no_answer_and_what_it_brings_is_not_taken(nyons: Space) -> None:
    work(nyons.store, 3)
    recorded = b"".join(DeviceEnd(nyons.store, BUILD).request())
    revoke(nyons.central, nyons.store.device)
    assert unanswered(nyons, recorded) is Reason.REVOKED
    with pytest.raises(Refused, match="REVOKED"):
        meet(nyons.store, nyons.central)
    assert nyons.central.head(nyons.store.device).number == 0
    assert nyons.store.head(nyons.store.device).number == 3


def test_a_device_s_envelope_opens_under_its_own_key_only(nyons: Space) -> None:
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    other.change_identity(device=nyons.store.device)
    assert unanswered(nyons, sealed(other, hello(other), END)) is Reason.SEAL


def test_an_answer_sent_back_is_no_question(nyons: Space) -> None:
    answer = b"".join(receive(nyons.central, DeviceEnd(nyons.store, BUILD).request()))
    assert unanswered(nyons, answer) is Reason.STRANGER


def test_nobody_is_answered_before_they_have_said_who_they_are(nyons: Space) -> None:
    end = CentralEnd(nyons.central)
    assert end.device == 0
    with pytest.raises(Refused) as caught:
        end.reply()
    assert caught.value.reason is Reason.STRANGER


# ----- what is said ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(piece(b"no"), Reason.VERSION, id="no message"),
        pytest.param(piece(b"\x02"), Reason.VERSION, id="a later version"),
        pytest.param(piece(b"\x01\x91\x00"), Reason.MALFORMED, id="another message"),
        pytest.param(piece(b"\x01\xc1"), Reason.MALFORMED, id="no MessagePack"),
        pytest.param(piece(bytes(MAX_MESSAGE + 1)), Reason.TOO_LARGE, id="long"),
        pytest.param(b"", Reason.MALFORMED, id="nothing"),
        pytest.param(piece(b"\x01\x95")[:-1], Reason.MALFORMED, id="half a message"),
    ],
)
def test_a_message_that_is_none_gets_no_answer(nyons: Space, content: bytes, reason: Reason) -> None:
    assert unanswered(nyons, sealed(nyons.store, content)) is reason


def test_a_message_may_arrive_in_several(nyons: Space) -> None:
    trail = tuple(((1 << 31) + number, bytes(8)) for number in range(64))
    said_ = hello(nyons.store, asks=Asks(trail=trail, recovery=bytes(256)))
    assert len(said_) > envelope.ENOUGH + envelope.TRAILER
    cut = envelope.ENOUGH
    assert refused(nyons, nyons.store, said_[:cut], said_[cut:] + END) is None
    known = credential(nyons.central, nyons.store.device)
    assert known
    assert known.recovery == bytes(256)


def test_a_copy_that_asks_is_remembered(nyons: Space) -> None:
    assert refused(nyons, nyons.store, hello(nyons.store, asks=Asks(number=b"n" * 32)), END) is None
    assert [(each.public, each.device, each.number) for each in copies(nyons.central)] == [
        (b"n" * 32, nyons.store.device, None)
    ]


def test_a_cursor_beyond_the_central_is_answered_without_entries(nyons: Space) -> None:
    far = messages.write(Batch(BUILD, nyons.central.identity.epoch, 10_000, 10_000))
    assert taken(nyons, nyons.store, sealed(nyons.store, far, END)).new == 0


def test_cursors_of_another_life_count_for_nothing(nyons: Space) -> None:
    meet(nyons.store, nyons.central)
    assert nyons.central.receipt(nyons.store.device).network
    request = sealed(nyons.store, hello(nyons.store, epoch=5), END)
    list(receive(nyons.central, [request]))
    kept = nyons.central.receipt(nyons.store.device)
    assert (kept.network, kept.antenna) == (0, 0)


# ----- what is brought ------------------------------------------------------------------------------------------------


def test_what_a_device_signed_of_its_head_is_kept_as_evidence(nyons: Space) -> None:
    work(nyons.store, 5)
    meet(nyons.store, nyons.central)
    meet(nyons.store, nyons.central)
    kept, device = nyons.central.receipt(nyons.store.device), nyons.store.device
    digest = nyons.central.digest_at(device, kept.signed)
    assert (kept.signed, kept.number) == (5, 5)
    verify_device_head(public_of(nyons.store.identity.seed), device, 5, digest or b"", kept.signature)


def test_entries_after_a_gap_are_refused(nyons: Space) -> None:
    work(nyons.store, 6)
    late = nyons.store.entries(nyons.store.device)[4:]
    # In this life the device was told that what is before was received; of another one it may not know yet.
    assert refused(nyons, nyons.store, hello(nyons.store), *stream(nyons.store, late)) is Reason.RESTORED
    assert refused(nyons, nyons.store, hello(nyons.store, epoch=0), *stream(nyons.store, late)) is Reason.GAP
    assert nyons.central.head(nyons.store.device).number == 0


@pytest.mark.parametrize("ahead", [(1, 0), (0, 1)], ids=["the network's", "the antenna's"])
def test_who_knows_more_of_a_feed_than_is_held_is_refused(nyons: Space, ahead: tuple[int, int]) -> None:
    work(nyons.store, 2)
    network, antenna = (nyons.central.feed_head(feed).position for feed in (NETWORK, nyons.antenna))
    far = messages.write(Batch(BUILD, nyons.central.identity.epoch, network + ahead[0], antenna + ahead[1]))
    mine = stream(nyons.store, nyons.store.entries(nyons.store.device))
    assert refused(nyons, nyons.store, far, *mine) is Reason.RESTORED
    assert nyons.central.head(nyons.store.device).number == 0


def test_a_device_may_send_its_own_entries_only(nyons: Space) -> None:
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    work(other, 2)
    theirs = other.entries(other.device)
    assert refused(nyons, nyons.store, hello(nyons.store), *stream(nyons.store, theirs, GENESIS)) is Reason.STRANGER
    assert nyons.central.head(other.device).number == 0


def test_a_forked_journal_is_refused_and_changes_nothing(nyons: Space) -> None:
    work(nyons.store, 4)
    meet(nyons.store, nyons.central)
    before = nyons.central.entries(nyons.store.device), rows(nyons.central), nyons.central.feed_head(nyons.antenna)
    held = before[0]
    told = [held[0], held[1]._replace(written_at=1), *held[2:]]
    assert refused(nyons, nyons.store, hello(nyons.store), *stream(nyons.store, told)) is Reason.FORKED
    after = nyons.central.entries(nyons.store.device), rows(nyons.central), nyons.central.feed_head(nyons.antenna)
    assert before == after


def test_a_clock_that_goes_back_is_refused(nyons: Space) -> None:
    work(nyons.store, 2)
    meet(nyons.store, nyons.central)
    head = nyons.central.head(nyons.store.device)
    last = nyons.store.entries(nyons.store.device)[-1]
    early = last._replace(number=3, record=last.record + 1, clock=1)
    chunks = (hello(nyons.store), *stream(nyons.store, [early], head.digest))
    assert refused(nyons, nyons.store, *chunks) is Reason.DISORDERED
    assert nyons.central.head(nyons.store.device) == head


@pytest.mark.parametrize(("ahead", "reason"), [(MOST_AHEAD, None), (MOST_AHEAD + 1, Reason.CLOCK)])
def test_a_clock_too_far_ahead_is_refused(nyons: Space, ahead: int, reason: Reason | None) -> None:
    work(nyons.store, 1)
    [first] = nyons.store.entries(nyons.store.device)
    far = first._replace(clock=nyons.central.clock + ahead)
    assert nyons.central.clock > 0
    end = CentralEnd(nyons.central)
    request = sealed(nyons.store, hello(nyons.store), *stream(nyons.store, [far]))
    if reason is None:
        assert [frame.entries for frame in end.feed(request)] == [(far,)]
        return
    with pytest.raises(Refused) as caught:
        list(end.feed(request))
    assert caught.value.reason is reason


def test_what_is_not_the_antenna_s_is_refused_with_its_sentence(nyons: Space) -> None:
    work(nyons.store, 1)
    [first] = nyons.store.entries(nyons.store.device)
    outside = first._replace(kind=ANTENNA.number, changes={4: "Chez moi"})
    before = rows(nyons.central), nyons.central.feed_head(NETWORK), nyons.central.feed_head(nyons.antenna)
    assert refused(nyons, nyons.store, hello(nyons.store), *stream(nyons.store, [outside])) is Reason.OUTSIDE
    assert before == (rows(nyons.central), nyons.central.feed_head(NETWORK), nyons.central.feed_head(nyons.antenna))
    assert nyons.central.head(nyons.store.device).number == 0


Spoil = Callable[[bytes, bytes], tuple[bytes, ...]]


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        pytest.param(lambda entries, _: (entries,), Reason.SIGNATURE, id="no signature"),
        pytest.param(lambda entries, _: (entries, piece(bytes(64))), Reason.SIGNATURE, id="another signature"),
        pytest.param(lambda entries, mine: (entries, mine + b"x"), Reason.MALFORMED, id="something after it"),
        pytest.param(lambda entries, mine: (entries, piece(bytes(65)), mine), Reason.TOO_LARGE, id="a long one"),
        pytest.param(lambda entries, _: (entries[: -len(END)],), Reason.MALFORMED, id="no end"),
    ],
)
def test_an_end_that_is_not_signed_is_refused_and_what_came_whole_is_kept(
    nyons: Space, spoil: Spoil, reason: Reason
) -> None:
    work(nyons.store, 3)
    entries = nyons.store.entries(nyons.store.device)
    content = spoil(b"".join(encode(entries, GENESIS)), piece(signed(nyons.store, entries, GENESIS)))
    assert refused(nyons, nyons.store, hello(nyons.store), *content) is reason
    kept = nyons.central.receipt(nyons.store.device)
    assert (kept.number, kept.signed, kept.signature) == (3, 0, b"")


def test_nothing_may_follow_an_end_that_brought_nothing(nyons: Space) -> None:
    assert refused(nyons, nyons.store, hello(nyons.store), END, piece(bytes(64))) is Reason.MALFORMED


def test_what_follows_the_envelope_is_refused(nyons: Space) -> None:
    request = sealed(nyons.store, hello(nyons.store), END)
    assert taken(nyons, nyons.store, request, b"more").refused is Reason.MALFORMED
