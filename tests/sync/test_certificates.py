"""Who vouches for whom: a statement is believed from the one who may make it, as it was made, and from nobody else."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial

import msgspec
import pytest
from nacl.signing import SigningKey

from kiosque.db.feeds import FeedHead
from kiosque.sync import certificates
from kiosque.sync.certificates import Certificate, HeadquartersKey, Heads, KnownKeys, public_of
from kiosque.sync.refusal import Reason, Refused

ROOT, FIRST, SECOND, THIRD, DEVICE_SEED, STRANGER = (bytes([number]) * 32 for number in range(1, 7))
CENTRAL, DEVICE, ANTENNA = 77, 1_234_567, 77 << 32 | 5
DIGEST = bytes(range(32))


def key(serial: int, seed: bytes, root: bytes = ROOT) -> HeadquartersKey:
    return certificates.sign_key(root, serial, public_of(seed))


KNOWN = KnownKeys(public_of(ROOT), (key(1, FIRST),))
CERTIFICATE = certificates.certify(
    FIRST, 1, central=CENTRAL, device=DEVICE, antenna=ANTENNA, public=public_of(DEVICE_SEED)
)
HEADS = Heads(CENTRAL, DEVICE, 40, DIGEST, 1_795_420_800, 9, FeedHead(0, 12, DIGEST), FeedHead(ANTENNA, 3, DIGEST))


def reason(act: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.reason


# ----- headquarters' keys ---------------------------------------------------------------------------------------------


def test_a_key_that_the_root_signed_is_headquarters() -> None:
    certificates.verify_key(public_of(ROOT), key(1, FIRST))


@pytest.mark.parametrize(
    "forged",
    [
        pytest.param(key(1, FIRST, root=STRANGER), id="another root"),
        pytest.param(key(1, FIRST, root=FIRST), id="itself"),
        pytest.param(msgspec.structs.replace(key(1, FIRST), serial=2), id="another serial"),
        pytest.param(msgspec.structs.replace(key(1, FIRST), public=public_of(STRANGER)), id="another key"),
        pytest.param(msgspec.structs.replace(key(1, FIRST), signature=bytes(64)), id="no signature"),
    ],
)
def test_any_other_key_is_not(forged: HeadquartersKey) -> None:
    assert reason(lambda: certificates.verify_key(public_of(ROOT), forged)) is Reason.KEY
    assert reason(lambda: KNOWN.accept([key(2, SECOND), forged])) is Reason.KEY


def test_a_new_key_is_the_latest_and_the_others_stay() -> None:
    known = KNOWN.accept([key(3, THIRD), key(1, FIRST), key(2, SECOND)])
    assert [each.serial for each in known.keys] == [1, 2, 3]
    assert known.latest == key(3, THIRD)
    assert known.find(1) == key(1, FIRST)
    assert known.accept(known.keys) == known
    assert KNOWN.accept([]) == KNOWN


def test_two_keys_of_one_serial_are_refused_even_from_the_root() -> None:
    assert reason(lambda: KNOWN.accept([key(1, SECOND)])) is Reason.KEY


def test_a_retired_key_is_known_no_more_and_does_not_come_back() -> None:
    known = KNOWN.accept([key(2, SECOND), key(3, THIRD)]).retire(before=2)
    assert known.keys == (key(2, SECOND), key(3, THIRD))
    assert known.accept([key(1, FIRST)]) == known
    assert reason(lambda: known.find(1)) is Reason.KEY


def test_the_latest_key_is_never_retired() -> None:
    assert KNOWN.retire(before=200) == KNOWN


# ----- devices --------------------------------------------------------------------------------------------------------


def test_a_certificate_is_headquarters_word_for_a_device() -> None:
    certificates.verify_certificate(public_of(FIRST), CERTIFICATE)
    assert CERTIFICATE.public == public_of(DEVICE_SEED)
    assert certificates.unpack(certificates.pack(CERTIFICATE)) == CERTIFICATE


@pytest.mark.parametrize("field", [pytest.param(name, id=name) for name in ("central", "device", "antenna", "serial")])
def test_a_certificate_for_anything_else_is_refused(field: str) -> None:
    changed = msgspec.structs.replace(CERTIFICATE, **{field: getattr(CERTIFICATE, field) + 1})
    assert reason(lambda: certificates.verify_certificate(public_of(FIRST), changed)) is Reason.SIGNATURE


def test_a_certificate_for_another_key_or_by_another_is_refused() -> None:
    changed = msgspec.structs.replace(CERTIFICATE, public=public_of(STRANGER))
    assert reason(lambda: certificates.verify_certificate(public_of(FIRST), changed)) is Reason.SIGNATURE
    assert reason(lambda: certificates.verify_certificate(public_of(SECOND), CERTIFICATE)) is Reason.SIGNATURE


@pytest.mark.parametrize(
    "packed",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(certificates.pack(CERTIFICATE)[:-1], id="cut"),
        pytest.param(certificates.pack(CERTIFICATE) + b"\0", id="followed"),
        pytest.param(msgspec.msgpack.encode((CENTRAL, 0, ANTENNA, DIGEST, 1, bytes(64))), id="no device"),
        pytest.param(msgspec.msgpack.encode((CENTRAL, DEVICE, ANTENNA, b"short", 1, bytes(64))), id="half a key"),
    ],
)
def test_what_is_no_certificate_is_refused(packed: bytes) -> None:
    assert reason(lambda: certificates.unpack(packed)) is Reason.MALFORMED


# ----- heads ----------------------------------------------------------------------------------------------------------


def test_a_device_signs_its_head_and_nobody_else_can() -> None:
    signature = certificates.sign_device_head(DEVICE_SEED, DEVICE, 40, DIGEST)
    public = public_of(DEVICE_SEED)
    certificates.verify_device_head(public, DEVICE, 40, DIGEST, signature)
    others = [
        (public, DEVICE + 1, 40, DIGEST, signature),
        (public, DEVICE, 41, DIGEST, signature),
        (public, DEVICE, 40, bytes(32), signature),
        (public, DEVICE, 40, DIGEST, signature[:-1]),
        (public, DEVICE, 40, DIGEST, signature[:-1] + bytes([signature[-1] ^ 1])),
        (public_of(FIRST), DEVICE, 40, DIGEST, signature),
        (b"no key", DEVICE, 40, DIGEST, signature),
    ]
    for other in others:
        assert reason(partial(certificates.verify_device_head, *other)) is Reason.SIGNATURE


FEED, OWN = HEADS.network, HEADS.antenna
CHANGED = {
    "central": replace(HEADS, central=CENTRAL + 1),
    "device": replace(HEADS, device=DEVICE + 1),
    "number": replace(HEADS, number=41),
    "digest": replace(HEADS, digest=bytes(32)),
    "time": replace(HEADS, at=HEADS.at + 1),
    "epoch": replace(HEADS, epoch=10),
    "swapped feeds": replace(HEADS, network=OWN, antenna=FEED),
    "another network": replace(HEADS, network=replace(FEED, feed=1)),
    "network's position": replace(HEADS, network=replace(FEED, position=13)),
    "network's digest": replace(HEADS, network=replace(FEED, digest=bytes(32))),
    "another antenna": replace(HEADS, antenna=replace(OWN, feed=ANTENNA + 1)),
    "antenna's position": replace(HEADS, antenna=replace(OWN, position=2)),
    "antenna's digest": replace(HEADS, antenna=replace(OWN, digest=bytes(32))),
}


def test_headquarters_signs_all_that_a_reply_states() -> None:
    signature = certificates.sign_heads(FIRST, HEADS)
    certificates.verify_heads(public_of(FIRST), HEADS, signature)
    assert reason(lambda: certificates.verify_heads(public_of(SECOND), HEADS, signature)) is Reason.SIGNATURE


@pytest.mark.parametrize("changed", [pytest.param(heads, id=what) for what, heads in CHANGED.items()])
def test_nothing_of_it_can_be_changed(changed: Heads) -> None:
    signature = certificates.sign_heads(FIRST, HEADS)
    assert reason(lambda: certificates.verify_heads(public_of(FIRST), changed, signature)) is Reason.SIGNATURE


def test_everything_that_is_stated_is_tried() -> None:
    assert len(CHANGED) == len(fields(Heads)) - 2 + 2 * len(fields(FeedHead)) + 1


def test_a_signature_of_one_statement_never_serves_for_another() -> None:
    # The same numbers and bytes, said as a device's head, and signed for a key.
    as_head = certificates.sign_device_head(ROOT, 1, 2, public_of(FIRST))
    as_key = msgspec.structs.replace(key(1, FIRST), signature=as_head)
    assert reason(lambda: certificates.verify_key(public_of(ROOT), as_key)) is Reason.KEY
    bare = SigningKey(ROOT).sign(msgspec.msgpack.encode((1, public_of(FIRST)))).signature
    as_key = msgspec.structs.replace(key(1, FIRST), signature=bare)
    assert reason(lambda: certificates.verify_key(public_of(ROOT), as_key)) is Reason.KEY


def test_the_statements_are_signed_as_they_were_from_the_first_day() -> None:
    """Signatures are kept for years: a change of one of these bytes is a new version of the statement."""
    assert certificates.sign_key(ROOT, 1, public_of(FIRST)).signature.hex()[:16] == "4b5e4fc3774ee951"
    assert CERTIFICATE.signature.hex()[:16] == "23ab7eec80452c09"
    assert certificates.sign_device_head(DEVICE_SEED, DEVICE, 40, DIGEST).hex()[:16] == "1af70564286ba656"
    assert certificates.sign_heads(FIRST, HEADS).hex()[:16] == "c1770de23c2aedcf"


def test_a_certificate_reads_as_a_struct_of_the_line() -> None:
    assert msgspec.msgpack.decode(certificates.pack(CERTIFICATE), type=Certificate) == CERTIFICATE
