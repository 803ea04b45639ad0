"""The enrolment file: read as it was written, or refused with a sentence; the claim that it allows, and no other."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosque.db.identity import Identity
from kiosque.sync import codes, enrolment
from kiosque.sync.certificates import public_of, sign_key
from kiosque.sync.envelope import Claim
from kiosque.sync.private_file import LARGEST

ROOT, HEADQUARTERS, SEED, SECRET, STRANGER = (bytes([number]) * 32 for number in range(1, 6))
DEVICE, ANIMATOR = 1_234_567, 7 << 32 | 99
NYONS = Identity(
    device=DEVICE, antenna=42, central=7, address="https://central.example", secret=SECRET, root=public_of(ROOT)
)
KEY = sign_key(ROOT, 1, public_of(HEADQUARTERS))
ENROLMENT = enrolment.of(NYONS, ANIMATOR, KEY)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "inscription.json"
    enrolment.write(path, ENROLMENT)
    return path


def test_a_file_carries_who_the_device_is_and_nobody_else_may_read_it(file: Path) -> None:
    carried = enrolment.read(file)
    assert carried == ENROLMENT
    assert carried.animator == ANIMATOR
    assert carried.key == KEY
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_store_keeps_of_it_who_the_device_is_and_the_seed_it_drew(file: Path) -> None:
    kept = enrolment.read(file).identity(SEED)
    assert (kept.device, kept.antenna, kept.central, kept.address) == (DEVICE, 42, 7, "https://central.example")
    assert (kept.secret, kept.seed, kept.root) == (SECRET, SEED, public_of(ROOT))
    assert (kept.certificate, kept.epoch) == (b"", 0)


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "inscription.json"
    file.write_text("something of theirs")
    with pytest.raises(FileExistsError):
        enrolment.write(file, ENROLMENT)
    assert file.read_text() == "something of theirs"


def test_the_same_file_comes_by_a_code() -> None:
    keys = codes.CodeKeys(bytes(16), bytes(32))
    assert enrolment.unpack(codes.unseal(keys, codes.seal(keys, enrolment.pack(ENROLMENT)))) == ENROLMENT


def changed(**said: object) -> bytes:
    """Return the bytes of the file with other values; None takes a field away."""
    told: dict[str, Any] = json.loads(enrolment.pack(ENROLMENT)) | said
    return json.dumps({name: value for name, value in told.items() if value is not None}).encode()


def test_a_file_written_by_hand_is_one() -> None:
    assert enrolment.unpack(changed(later="what a later program of this version says")) == ENROLMENT


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param("une liste de courses, entamée".encode(), id="another file"),
        pytest.param(b'{"version": 2, "address": "\xff"}', id="not text"),
        pytest.param(b'"version"', id="another shape"),
        pytest.param(changed(version="2"), id="a version in words"),
        pytest.param(changed(device="x"), id="wrong types"),
        pytest.param(changed(device=0), id="no device"),
        pytest.param(changed(device=1 << 21), id="a device out of range"),
        pytest.param(changed(antenna=0), id="no antenna"),
        pytest.param(changed(address=""), id="no address"),
        pytest.param(changed(address="h" * 201), id="a long address"),
        pytest.param(changed(address="javascript:alert(1)"), id="an address of no line"),
        pytest.param(changed(address="http://[::1"), id="half an address"),
        pytest.param(changed(secret="AAAA"), id="a short secret"),
        pytest.param(changed(secret="é"), id="a secret that is no base64"),
        pytest.param(changed(root=None), id="no root"),
        pytest.param(changed(key=[1]), id="half a key"),
        pytest.param(enrolment.pack(ENROLMENT)[:-3], id="cut"),
        pytest.param(enrolment.pack(enrolment.of(NYONS, 9, sign_key(STRANGER, 1, KEY.public))), id="another root"),
        pytest.param(changed(later=" " * LARGEST), id="large"),
    ],
)
def test_what_is_no_enrolment_is_refused_by_its_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "courses.json"
    file.write_bytes(content)
    with pytest.raises(enrolment.UnreadableEnrolment) as caught:
        enrolment.read(file)
    assert "courses.json" in caught.value.sentence
    assert "abîmé" in caught.value.sentence


def test_a_file_that_is_not_there_or_a_folder_is_refused_by_its_name(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere.json"):
        with pytest.raises(enrolment.UnreadableEnrolment) as caught:
            enrolment.read(path)
        assert path.name in caught.value.sentence


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b'{"version": 1, "device": 3, "secret": "3.abc"}', "plus ancienne", id="the first version"),
        pytest.param(changed(version=3), "plus récente", id="a later one"),
        pytest.param(b'{"version": 9, "all": ["new"]}', "plus récente", id="a much later one"),
    ],
)
def test_an_enrolment_of_another_version_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "inscription.json"
    file.write_bytes(content)
    with pytest.raises(enrolment.UnreadableEnrolment) as caught:
        enrolment.read(file)
    assert words in caught.value.sentence
    assert "nouveau" in caught.value.sentence


def test_a_key_that_the_root_did_not_sign_is_refused() -> None:
    told = json.loads(changed())
    serial, public, signature = told["key"]
    for forged in ([serial + 1, public, signature], [serial, told["root"], signature]):
        with pytest.raises(enrolment.UnreadableEnrolment):
            enrolment.unpack(changed(key=forged))


# ----- the claim ------------------------------------------------------------------------------------------------------


def test_who_was_given_the_secret_can_claim_the_place() -> None:
    told = enrolment.claim(SECRET, SEED, DEVICE)
    assert told.public == public_of(SEED)
    assert enrolment.verify_claim(SECRET, told, DEVICE)


def test_a_claim_serves_one_device_one_key_and_one_secret() -> None:
    told = enrolment.claim(SECRET, SEED, DEVICE)
    assert not enrolment.verify_claim(SECRET, told, DEVICE + 1)
    assert not enrolment.verify_claim(STRANGER, told, DEVICE)
    assert not enrolment.verify_claim(SECRET, Claim(public_of(STRANGER), told.mac), DEVICE)


def test_a_secret_that_has_served_proves_nothing() -> None:
    assert not enrolment.verify_claim(b"", Claim(public_of(SEED), bytes(32)), DEVICE)
    with_nothing = enrolment.claim(b"", SEED, DEVICE)
    assert not enrolment.verify_claim(b"", with_nothing, DEVICE)


@given(st.binary(min_size=32, max_size=32))
def test_a_guessed_proof_is_none(mac: bytes) -> None:
    assert not enrolment.verify_claim(SECRET, Claim(public_of(SEED), mac), DEVICE)
