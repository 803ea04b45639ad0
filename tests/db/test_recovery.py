"""The recovery code: headquarters alone can read it, it opens once the line is gone, and is replaced after use."""

from pathlib import Path

import pytest
from nacl.signing import SigningKey
from nacl.utils import random

from kiosque.db import keyfile, recovery
from kiosque.domain.crockford import grouped
from kiosque.domain.opener import RECOVERY, read_recovery
from tests.templates import created

PHRASE = "olive lavande tilleul genêt"
SEED = bytes(range(32))
HEADQUARTERS = bytes(SigningKey(SEED).verify_key)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kiosque.key"


@pytest.fixture
def key(path: Path) -> bytes:
    return created(path, 42, PHRASE)


def code_at_headquarters(path: Path, key: bytes) -> str:
    """Draw a code if there is none, carry it to headquarters, and say so to the PC."""
    recovery.keep_recovery(path, key, HEADQUARTERS)
    sent = recovery.parcel(path)
    code = recovery.open_recovery(SEED, sent)
    recovery.arrived(path, sent)
    return code


def test_headquarters_reads_the_code_and_it_opens(path: Path, key: bytes) -> None:
    assert recovery.parcel(path) == b""
    code = code_at_headquarters(path, key)
    found = keyfile.unlock(path, grouped(code).lower())
    assert (found.key, found.holder.form, found.holder.animator) == (key, RECOVERY, 0)
    assert code.encode() not in path.read_bytes()
    assert recovery.parcel(path) == b""


def test_a_passphrase_that_reads_as_a_code_still_opens(path: Path) -> None:
    # Twenty characters of the alphabet, the last of which happens to check the others.
    phrase = "base gare chat lait ciel"
    key = keyfile.create(path, 42, phrase)
    assert read_recovery(phrase)
    code_at_headquarters(path, key)
    assert keyfile.unlock(path, phrase).holder.animator == 42


def test_another_headquarters_reads_nothing(path: Path, key: bytes) -> None:
    recovery.keep_recovery(path, key, HEADQUARTERS)
    for seed, sent in ((random(32), recovery.parcel(path)), (SEED, b"no parcel")):
        with pytest.raises(recovery.UnreadableRecovery, match="secours"):
            recovery.open_recovery(seed, sent)


def test_a_code_is_kept_until_it_has_served(path: Path, key: bytes) -> None:
    code = code_at_headquarters(path, key)
    before = path.read_bytes()
    recovery.keep_recovery(path, key, HEADQUARTERS)
    assert path.read_bytes() == before
    keyfile.settle(keyfile.unlock(path, code))
    recovery.keep_recovery(path, key, HEADQUARTERS)
    assert recovery.parcel(path)


def test_the_code_that_served_opens_until_headquarters_has_the_next_and_the_key_changes_after(
    path: Path, key: bytes
) -> None:
    served = code_at_headquarters(path, key)
    keyfile.settle(keyfile.unlock(path, served))
    recovery.keep_recovery(path, key, HEADQUARTERS)
    # The line is still down: headquarters knows no other code.
    assert keyfile.unlock(path, served).key == key
    sent = recovery.parcel(path)
    recovery.arrived(path, b"")
    recovery.arrived(path, b"another")
    assert recovery.parcel(path) == sent
    recovery.arrived(path, sent)
    with pytest.raises(keyfile.WrongPassphrase):
        keyfile.unlock(path, served)
    found = keyfile.unlock(path, recovery.open_recovery(SEED, sent))
    assert found.stale
    assert found.key == key


def test_another_key_of_headquarters_gets_another_code(path: Path, key: bytes) -> None:
    code_at_headquarters(path, key)
    seed = random(32)
    recovery.keep_recovery(path, key, bytes(SigningKey(seed).verify_key))
    assert keyfile.unlock(path, recovery.open_recovery(seed, recovery.parcel(path))).key == key
