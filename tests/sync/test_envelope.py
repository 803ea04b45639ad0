"""The envelope: opened by the other end alone, exactly as it was written, or refused."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import nacl.bindings as sodium
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from nacl.signing import SigningKey

from kiosque.journal.entry import MAX_DEVICE
from kiosque.sync.envelope import (
    ENOUGH,
    MAX_CONTENT,
    MAX_SERIAL,
    TRAILER,
    Claim,
    Direction,
    Opening,
    Sealer,
    SharedOf,
    Unsealer,
    seal,
    shared_key,
)
from kiosque.sync.pieces import Pieces, piece
from kiosque.sync.refusal import Reason, Refused, too_large
from tests.sizes import MESSAGES, size

DEVICE, OTHER = 1_234_567, 77
DEVICE_SEED, OTHER_SEED, CENTRAL_SEED = (bytes([number]) * 32 for number in (1, 2, 3))
UP, DOWN = Opening(Direction.UP, 1, DEVICE), Opening(Direction.DOWN, 1, DEVICE)
POLL = [b"a short question", b"\0"]


def public(seed: bytes) -> bytes:
    return bytes(SigningKey(seed).verify_key)


SHARED = shared_key(DEVICE_SEED, public(CENTRAL_SEED))
DEVICES = {DEVICE: public(DEVICE_SEED), OTHER: public(OTHER_SEED)}


def at_the_central(opening: Opening) -> bytes:
    """The key that headquarters shares with whoever is named."""
    known = opening.claim.public if opening.claim else DEVICES.get(opening.device)
    if opening.key != 1 or known is None:
        raise Refused(Reason.STRANGER, "nobody we know")
    return shared_key(CENTRAL_SEED, known)


def at_the_device(opening: Opening) -> bytes:
    """The key that the device shares with headquarters."""
    if (opening.key, opening.device) != (1, DEVICE):
        raise Refused(Reason.STRANGER, "not for this device")
    return SHARED


def opened(unsealer: Unsealer, *chunks: bytes) -> bytes:
    """Return what is in an envelope that arrives whole. Raises ``Refused``."""
    content = b"".join(content for chunk in chunks for content in unsealer.feed(chunk))
    unsealer.finish()
    return content


def up(shared_of: SharedOf = at_the_central) -> Unsealer:
    return Unsealer(Direction.UP, shared_of)


def down() -> Unsealer:
    return Unsealer(Direction.DOWN, at_the_device)


def messages(sealed: bytes) -> list[bytes]:
    """Cut an envelope into its pieces, each with its length."""
    pieces, found = Pieces(), []
    pieces.feed(sealed)
    while (content := pieces.next(MAX_CONTENT * 2)) is not None:
        found.append(piece(content))
    return found


def refused(unsealer: Unsealer, *chunks: bytes) -> Reason:
    """Return why the chunks are refused; nothing that was not written may come out before."""
    with pytest.raises(Refused) as caught:
        opened(unsealer, *chunks)
    with pytest.raises(Refused) as again:
        list(unsealer.feed(b""))
    assert again.value is caught.value
    return caught.value.reason


# ----- what is written is what is read ----------------------------------------------------------------------------


def test_both_ends_share_one_key_and_nobody_else_has_it() -> None:
    assert shared_key(CENTRAL_SEED, public(DEVICE_SEED)) == SHARED
    assert shared_key(CENTRAL_SEED, public(OTHER_SEED)) != SHARED
    assert len(SHARED) == sodium.crypto_secretstream_xchacha20poly1305_KEYBYTES


def test_what_is_no_key_is_refused() -> None:
    # The neutral element: whoever sends it would share a key with everybody.
    for no_key in (b"\1" + bytes(31), b"\2" * 32):
        with pytest.raises(Refused) as caught:
            shared_key(CENTRAL_SEED, no_key)
        assert caught.value.reason is Reason.MALFORMED


sizes = st.integers(0, 100) | st.sampled_from((TRAILER, TRAILER + 1, ENOUGH - 1, ENOUGH, MAX_CONTENT, MAX_CONTENT + 1))


@given(st.lists(sizes, max_size=6), st.lists(st.integers(1, 200_000), max_size=8))
@example([], [])
@example([3 * MAX_CONTENT], [1])
def test_an_envelope_brings_what_was_put_in_it_however_it_is_cut(written: list[int], cuts: list[int]) -> None:
    chunks = [bytes([65 + place]) * size for place, size in enumerate(written)]
    sealed = b"".join(seal(UP, SHARED, chunks))
    unsealer, content, start = up(), b"", 0
    for length in [*cuts, len(sealed)]:
        content += b"".join(unsealer.feed(sealed[start : start + length]))
        start += length
    assert content == b"".join(chunks)
    assert unsealer.finish() == unsealer.opening == UP


claims = st.none() | st.builds(Claim, st.just(public(OTHER_SEED)), st.binary(min_size=32, max_size=32))


@given(st.integers(1, MAX_SERIAL), st.integers(1, MAX_DEVICE), claims)
def test_the_opening_is_read_as_it_was_written(serial: int, device: int, claim: Claim | None) -> None:
    opening = Opening(Direction.UP, serial, device, claim)
    unsealer = up(lambda _opening: SHARED)
    assert opened(unsealer, *seal(opening, SHARED, POLL)) == b"".join(POLL)
    assert unsealer.opening == opening


def test_a_claim_opens_with_the_key_it_brings() -> None:
    claim = Claim(public(OTHER_SEED), bytes(32))
    opening = Opening(Direction.UP, 1, 99, claim)
    sealed = seal(opening, shared_key(OTHER_SEED, public(CENTRAL_SEED)), POLL)
    unsealer = up()
    assert opened(unsealer, *sealed) == b"".join(POLL)
    assert unsealer.opening == opening


def test_a_replay_opens_to_the_same() -> None:
    sealed = list(seal(UP, SHARED, POLL))
    assert opened(up(), *sealed) == opened(up(), *sealed)


def test_the_same_said_twice_is_never_the_same_bytes() -> None:
    assert list(seal(UP, SHARED, POLL)) != list(seal(UP, SHARED, POLL))


FIRST_VERSION = bytes.fromhex(
    "1f4b55010112d68716cb32c47c91e30480a0448f8feb021955c3bb2fc36ebe691d7b29555759f920"
    "ad03eb2eb074ec374ad3b07b17ba908cbf58bbdcb149"
)
"""Sealed by the first version: on somebody's stick, it is still to be opened."""


def test_what_the_first_version_sealed_opens_for_ever() -> None:
    unsealer = up()
    assert opened(unsealer, FIRST_VERSION) == b"said in 2026"
    assert unsealer.opening == UP


def test_the_envelope_of_the_page_is_that_one() -> None:
    page = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text(encoding="utf-8")
    shown = re.search(r"```hex envelope\n(.*?)```", page, re.DOTALL)
    assert shown
    assert bytes.fromhex(shown[1]) == FIRST_VERSION
    assert f"at most {MAX_CONTENT:,} of content" in page


# ----- what it costs, and when it leaves --------------------------------------------------------------------------


def test_a_day_is_one_message_and_costs_51_bytes() -> None:
    day = [b"m" * 60, b"o" * 14, b"f" * 600, b"\0", b"s" * 65]
    sealed = list(seal(UP, SHARED, day))
    assert len(sealed) == 1
    assert len(sealed[0]) - len(b"".join(day)) == 51


def test_a_year_is_a_message_a_frame() -> None:
    frame = b"f" * 7_000
    sealed = list(seal(UP, SHARED, [b"m" * 60, b"o" * 14, frame, frame, frame, frame, b"\0", b"s" * 65]))
    assert len(sealed) == 4
    assert sum(map(len, sealed)) - (60 + 14 + 4 * 7_000 + 1 + 65) == 51 + 3 * 19


def test_a_frame_leaves_when_the_next_is_there() -> None:
    asked = 0

    def frames() -> Iterator[bytes]:
        nonlocal asked
        for _ in range(9):
            asked += 1
            yield b"f" * ENOUGH

    unsealer, arrived = up(), 0
    for sealed in seal(UP, SHARED, frames()):
        arrived += sum(map(len, unsealer.feed(sealed)))
        assert arrived in (ENOUGH * (asked - 1), ENOUGH * 9)
    assert arrived == ENOUGH * 9


def test_no_message_is_longer_than_a_reader_allows() -> None:
    many = [b"t" * TRAILER] * (2 * MAX_CONTENT // TRAILER)
    assert opened(up(), *seal(UP, SHARED, many)) == b"".join(many)


# ----- a question and its answer ----------------------------------------------------------------------------------


def test_an_answer_opens_for_who_asked_and_costs_nothing_more() -> None:
    asking, central = Sealer(UP, SHARED), up()
    assert opened(central, *asking.seal(POLL)) == b"".join(POLL)
    assert central.start == asking.start
    answer = list(seal(DOWN, SHARED, POLL, answering=central.start))
    assert opened(Unsealer(Direction.DOWN, at_the_device, asking.start), *answer) == b"".join(POLL)
    assert len(b"".join(answer)) == len(b"".join(seal(DOWN, SHARED, POLL)))


def test_an_answer_to_an_earlier_question_is_refused() -> None:
    earlier, later = Sealer(UP, SHARED), Sealer(UP, SHARED)
    assert earlier.start != later.start
    answer = list(seal(DOWN, SHARED, POLL, answering=earlier.start))
    assert refused(Unsealer(Direction.DOWN, at_the_device, later.start), *answer) is Reason.SEAL
    assert refused(down(), *answer) is Reason.SEAL


def test_what_answers_nothing_is_not_an_answer() -> None:
    asking = Sealer(UP, SHARED)
    assert refused(Unsealer(Direction.DOWN, at_the_device, asking.start), *seal(DOWN, SHARED, POLL)) is Reason.SEAL


# ----- what is refused --------------------------------------------------------------------------------------------


def test_one_changed_byte_is_refused_wherever_it_is() -> None:
    claimed = Opening(Direction.UP, 1, DEVICE, Claim(public(DEVICE_SEED), bytes(32)))
    for opening in (UP, claimed):
        sealed = b"".join(seal(opening, SHARED, POLL))
        for place in range(len(sealed)):
            for change in (1, 0x80, 0xFF):
                changed = bytearray(sealed)
                changed[place] ^= change
                unsealer = up()
                with pytest.raises(Refused):
                    opened(unsealer, bytes(changed))
                assert not unsealer.ended


def test_an_envelope_cut_anywhere_waits_and_is_never_taken_for_whole() -> None:
    sealed = b"".join(seal(UP, SHARED, [b"f" * ENOUGH, b"g" * ENOUGH, b"h" * ENOUGH]))
    for place in range(0, len(sealed), 7):
        unsealer = up()
        content = b"".join(unsealer.feed(sealed[:place]))
        assert content == (b"f" * ENOUGH + b"g" * ENOUGH)[: len(content)]
        with pytest.raises(Refused) as caught:
            unsealer.finish()
        assert caught.value.reason is Reason.MALFORMED


def pieces_of_three() -> list[bytes]:
    return messages(b"".join(seal(UP, SHARED, [b"f" * ENOUGH, b"g" * ENOUGH, b"h" * ENOUGH])))


@pytest.mark.parametrize(
    "order",
    [
        pytest.param((0, 2, 1, 3), id="swapped"),
        pytest.param((0, 1, 1, 2, 3), id="doubled"),
        pytest.param((0, 1, 3), id="one left out"),
        pytest.param((0, 3), id="the last alone"),
    ],
)
def test_messages_out_of_their_order_are_refused(order: tuple[int, ...]) -> None:
    pieces = pieces_of_three()
    assert refused(up(), *(pieces[place] for place in order)) is Reason.SEAL


@pytest.mark.parametrize("what", [pytest.param(-1, id="a message"), pytest.param(0, id="an opening")])
def test_nothing_may_follow_the_end(what: int) -> None:
    pieces = pieces_of_three()
    assert refused(up(), *pieces, pieces[what]) is Reason.MALFORMED
    assert refused(up(), b"".join([*pieces, b"\0"])) is Reason.MALFORMED


def test_a_message_of_another_envelope_does_not_open_in_this_one() -> None:
    here, there = messages(b"".join(seal(UP, SHARED, POLL))), messages(b"".join(seal(UP, SHARED, POLL)))
    assert refused(up(), here[0], there[1]) is Reason.SEAL


def test_what_a_device_sent_is_not_taken_for_a_reply() -> None:
    assert refused(down(), *seal(UP, SHARED, POLL)) is Reason.STRANGER


def test_what_a_device_sent_is_not_taken_for_a_reply_under_another_opening() -> None:
    sealed = b"".join(seal(UP, SHARED, POLL)).replace(b"KU", b"KD", 1)
    assert refused(down(), sealed) is Reason.SEAL


def test_a_device_cannot_speak_for_another() -> None:
    mine = shared_key(OTHER_SEED, public(CENTRAL_SEED))
    assert refused(up(), *seal(UP, mine, POLL)) is Reason.SEAL
    honest = b"".join(seal(Opening(Direction.UP, 1, OTHER), mine, POLL))
    forged = honest.replace(OTHER.to_bytes(3, "big"), DEVICE.to_bytes(3, "big"), 1)
    assert refused(up(), forged) is Reason.SEAL


def test_the_reply_of_another_device_is_refused() -> None:
    theirs = shared_key(CENTRAL_SEED, public(OTHER_SEED))
    assert refused(down(), *seal(Opening(Direction.DOWN, 1, OTHER), theirs, POLL)) is Reason.STRANGER
    assert refused(down(), *seal(DOWN, theirs, POLL)) is Reason.SEAL


def test_who_is_unknown_is_refused_before_anything_is_opened() -> None:
    unsealer = up()
    assert refused(unsealer, *seal(Opening(Direction.UP, 1, 5), SHARED, POLL)) is Reason.STRANGER
    assert unsealer.opening is None


def oversize() -> bytes:
    return piece(bytes(MAX_CONTENT + 18))[:3]


def tagged(tag: int) -> bytes:
    """An envelope by somebody who has the key and does not keep to the rules."""
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    header = sodium.crypto_secretstream_xchacha20poly1305_init_push(state, SHARED)
    start = b"KU\1\1" + DEVICE.to_bytes(3, "big") + header
    return piece(start) + piece(sodium.crypto_secretstream_xchacha20poly1305_push(state, b"said", start, tag))


def test_the_envelope_made_by_hand_is_one() -> None:
    assert opened(up(), tagged(sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL)) == b"said"


HEADER = bytes(24)


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        pytest.param(piece(b""), Reason.VERSION, id="nothing"),
        pytest.param(piece(b"KU"), Reason.VERSION, id="a header's worth less"),
        pytest.param(piece(b"KX\1\1\0\0\1" + HEADER), Reason.VERSION, id="another magic"),
        pytest.param(piece(b"KU\2\1\0\0\1" + HEADER), Reason.VERSION, id="a later version"),
        pytest.param(piece(b"KU\1\1\0\1" + HEADER), Reason.MALFORMED, id="too short"),
        pytest.param(piece(b"KU\1\0\0\0\1" + HEADER), Reason.MALFORMED, id="no key"),
        pytest.param(piece(b"KU\1\1\0\0\0" + HEADER), Reason.MALFORMED, id="no device"),
        pytest.param(piece(b"KU\1\1\x20\0\0" + HEADER), Reason.MALFORMED, id="a device out of range"),
        pytest.param(piece(b"KU\1\1\0\0\1" + bytes(63) + HEADER), Reason.MALFORMED, id="half a claim"),
        pytest.param(piece(b"KU\1\1\0\0\1" + bytes(64) + HEADER), Reason.MALFORMED, id="a claim of no key"),
        pytest.param(piece(b"KD\1\1\0\0\1" + bytes(64) + HEADER), Reason.MALFORMED, id="a claim downwards"),
        pytest.param(piece(bytes(96))[:1], Reason.TOO_LARGE, id="a long opening"),
        pytest.param(b"\xff\xff\xff", Reason.MALFORMED, id="a length without an end"),
    ],
)
def test_a_bad_opening_is_refused(sent: bytes, reason: Reason) -> None:
    assert refused(up(), sent) is reason


@pytest.mark.parametrize(
    ("following", "reason"),
    [
        pytest.param(piece(b""), Reason.MALFORMED, id="an empty message"),
        pytest.param(piece(bytes(16)), Reason.MALFORMED, id="less than a tag"),
        pytest.param(piece(bytes(17)), Reason.SEAL, id="zeros"),
        pytest.param(oversize(), Reason.TOO_LARGE, id="too long, said before it comes"),
    ],
)
def test_a_bad_message_is_refused(following: bytes, reason: Reason) -> None:
    opening = messages(b"".join(seal(UP, SHARED, POLL)))[0]
    assert refused(up(), opening, following) is reason


@pytest.mark.parametrize("tag", [pytest.param(1, id="push"), pytest.param(2, id="rekey")])
def test_a_tag_that_we_do_not_write_is_refused(tag: int) -> None:
    assert refused(up(), tagged(tag)) is Reason.MALFORMED


def test_the_refusal_of_the_one_who_knows_the_keys_is_the_envelope_s() -> None:
    def nobody(_opening: Opening) -> bytes:
        raise too_large("of all things")

    assert refused(up(nobody), *seal(UP, SHARED, POLL)) is Reason.TOO_LARGE


def damaged(random: Random, sealed: bytes) -> bytes:
    """Return an envelope to which something happened on its way."""
    start, end = sorted(random.randrange(len(sealed) + 1) for _ in range(2))
    within, noise = sealed[start:end], random.randbytes(random.randrange(1, 20))
    return random.choice(
        (
            sealed[:start] + noise + sealed[start:],
            sealed[:start] + noise + sealed[start + len(noise) :],
            sealed[:start] + sealed[end:],
            sealed[:end] + within + sealed[end:],
            sealed[:start] + within[::-1] + sealed[end:],
            sealed + noise,
        )
    )


def test_nothing_that_happens_on_the_way_brings_what_was_not_written(run_seed: int) -> None:
    random = Random(f"{run_seed}:damaged envelopes")
    written = b"f" * ENOUGH + b"g" * ENOUGH + b"h" * 40
    sealed = b"".join(seal(UP, SHARED, [written[:ENOUGH], written[ENOUGH:]]))
    whole = 0
    for _ in range(size(MESSAGES)):
        arrives = damaged(random, sealed)
        unsealer, content = up(lambda opening: SHARED if opening == UP else bytes(32)), b""
        with suppress(Refused):
            for part in unsealer.feed(arrives):
                content += part
            unsealer.finish()
            whole += 1
            assert arrives == sealed, f"{arrives.hex()} was taken for whole"
        assert written.startswith(content), arrives.hex()
    # Some cuts take nothing away; were there many, the damage would be none.
    assert whole < size(MESSAGES) / 10


@given(st.binary(max_size=300), st.sampled_from((b"", b"\x1fKU\1\1" + DEVICE.to_bytes(3, "big"))))
def test_noise_is_refused_or_waits(noise: bytes, start: bytes) -> None:
    unsealer = up()
    with suppress(Refused):
        assert list(unsealer.feed(start + noise)) == []
    assert not unsealer.ended
