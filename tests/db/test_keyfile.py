"""The key file: a badge, a passphrase or the recovery code opens it, nothing else does."""

import base64
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from nacl.secret import SecretBox
from nacl.signing import SigningKey
from nacl.utils import random

from kiosque.db import keyfile, recovery
from kiosque.db.holder import Holder, code_seed, passphrase_seed, public_of, seal, sound
from kiosque.db.trouble import StorageTrouble
from kiosque.db.wraps import Unlocked, UnreadableKeyFile
from kiosque.domain.opener import BADGE, PASSPHRASE, badge_text
from tests.templates import created

PHRASE = "olive lavande tilleul genêt"
OTHER = "truffe abricot épeautre picodon"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kiosque.key"


@pytest.fixture
def key(path: Path) -> bytes:
    return created(path, 42, PHRASE)


def badge(animator: int, secret: bytes) -> Holder:
    return Holder(BADGE, animator, public_of(code_seed(BADGE, secret)))


def animators(path: Path) -> list[int]:
    return [each.holder.animator for each in keyfile.read(path).wraps]


def opened(path: Path, secret: str) -> tuple[bytes, int]:
    found = keyfile.unlock(path, secret)
    return found.key, found.holder.animator


def test_the_passphrase_gives_the_key_back_and_says_whose_it_is(path: Path, key: bytes) -> None:
    keyfile.keep_wraps(path, key, [keyfile.holder_of(43, OTHER)], ())
    assert opened(path, PHRASE) == (key, 42)
    assert opened(path, OTHER) == (key, 43)
    assert path.stat().st_mode & 0o077 == 0
    assert key.hex() not in repr(keyfile.unlock(path, PHRASE))
    written = path.read_bytes()
    assert not any(form in written for form in (key, base64.b64encode(key), key.hex().encode()))


def test_capitals_spaces_and_accents_typed_another_way_do_not_matter(path: Path, key: bytes) -> None:
    assert opened(path, "  Olive lavande  TILLEUL gene\u0302t ") == (key, 42)


def test_the_key_is_wrapped_for_a_badge_that_was_never_here(path: Path, key: bytes) -> None:
    secret = random(16)
    keyfile.keep_wraps(path, key, [badge(43, secret)], ())
    assert opened(path, badge_text(secret).lower()) == (key, 43)


def test_a_wrong_passphrase_and_a_wrong_badge_get_a_sentence(path: Path, key: bytes) -> None:
    keyfile.keep_wraps(path, key, [badge(43, random(16))], ())
    with pytest.raises(keyfile.WrongPassphrase, match="pas la bonne"):
        keyfile.unlock(path, "olive lavande tilleul genièvre")
    with pytest.raises(keyfile.WrongBadge, match="n’ouvre pas ce poste"):
        keyfile.unlock(path, badge_text(random(16)))


@pytest.mark.parametrize("weak", ["", "1234", "olive lavande tilleul", "olive olive olive olive", "a b c d e f"])
def test_a_weak_passphrase_is_refused_and_nothing_is_written(tmp_path: Path, weak: str) -> None:
    with pytest.raises(keyfile.WeakPassphrase):
        keyfile.create(tmp_path / "kiosque.key", 42, weak)
    assert list(tmp_path.iterdir()) == []


def test_a_badge_typed_as_four_words_is_no_passphrase(path: Path) -> None:
    secret = bytes(range(16))
    text = badge_text(secret)
    typed = f"{text[:8]} {text[8:16]} {text[16:24]} {text[24:]}"
    with pytest.raises(keyfile.WeakPassphrase):
        keyfile.holder_of(42, typed)
    key = keyfile.create(path, 42, typed)
    opened = keyfile.unlock(path, text)
    assert (opened.key, opened.holder.form, opened.holder.animator) == (key, BADGE, 42)


@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"{",
        b'{"version": 3, "wraps": []}',
        b'{"version": 2, "wraps": []}',
        b'{"version": 2, "wraps": [{}]}',
        b'{"version": 1, "wraps": [{}]}',
        b'{"version": 1, "wraps": []}',
    ],
)
def test_a_missing_damaged_or_newer_file_gets_a_sentence(path: Path, content: bytes | None) -> None:
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableKeyFile):
        keyfile.unlock(path, PHRASE)


def changed(path: Path, change: Callable[[dict[str, str]], None]) -> None:
    """Write the first wrap of the file otherwise."""
    file = json.loads(path.read_bytes())
    wrap = file["wraps"][0]
    flat = {**wrap["holder"], **{name: wrap[name] for name in ("sealed", "tag")}}
    change(flat)
    file["wraps"][0] = {
        "holder": {name: flat[name] for name in wrap["holder"]},
        **{n: flat[n] for n in ("sealed", "tag")},
    }
    path.write_text(json.dumps(file))


@pytest.mark.parametrize(("name", "value"), [("salt", "AAAA"), ("sealed", "AAAA")])
def test_a_damaged_wrap_gets_a_sentence(path: Path, key: bytes, name: str, value: str) -> None:
    del key
    changed(path, lambda wrap: wrap.update({name: value}))
    with pytest.raises(UnreadableKeyFile, match="abîmé"):
        keyfile.unlock(path, PHRASE)


def test_a_wrap_of_something_else_than_keys_gets_a_sentence(path: Path, key: bytes) -> None:
    del key
    public = keyfile.read(path).wraps[0].holder.public
    sealed = base64.b64encode(seal(public, b"short")).decode()
    changed(path, lambda wrap: wrap.update(sealed=sealed))
    with pytest.raises(UnreadableKeyFile, match="abîmé"):
        keyfile.unlock(path, PHRASE)


def test_who_is_gone_no_longer_opens_and_the_key_must_be_changed(path: Path, key: bytes) -> None:
    secret = random(16)
    lost = badge(43, secret)
    keyfile.keep_wraps(path, key, [lost], ())
    assert not keyfile.unlock(path, PHRASE).stale
    keyfile.keep_wraps(path, key, [], {lost.public})
    with pytest.raises(keyfile.WrongBadge):
        keyfile.unlock(path, badge_text(secret))
    assert keyfile.unlock(path, PHRASE).stale


def test_what_is_already_so_is_not_written_again(path: Path, key: bytes) -> None:
    wanted = [badge(43, random(16)), keyfile.holder_of(44, OTHER)]
    keyfile.keep_wraps(path, key, wanted, ())
    before = path.stat().st_ino, path.read_bytes()
    mine = keyfile.read(path).wraps[0].holder
    assert keyfile.keep_wraps(path, key, wanted, {bytes(32)}) == (mine,)
    assert (path.stat().st_ino, path.read_bytes()) == before


def test_the_last_way_to_open_is_never_removed(path: Path, key: bytes) -> None:
    mine = keyfile.read(path).wraps[0].holder
    keyfile.keep_wraps(path, key, [], {mine.public})
    assert opened(path, PHRASE) == (key, 42)
    recovery.keep_recovery(path, key, bytes(SigningKey.generate().verify_key))
    # Nobody could read the recovery code out yet.
    keyfile.keep_wraps(path, key, [], {mine.public})
    assert opened(path, PHRASE) == (key, 42)
    recovery.arrived(path, recovery.parcel(path))
    keyfile.keep_wraps(path, key, [], {mine.public})
    with pytest.raises(keyfile.WrongPassphrase):
        keyfile.unlock(path, PHRASE)


def test_a_wrap_that_somebody_else_wrote_is_never_given_the_key(path: Path, key: bytes) -> None:
    """Somebody who held the disk adds a way in of their own: it opens nothing, and is dropped at the next writing."""
    secret = random(16)
    intruder = badge(42, secret)
    file = json.loads(path.read_bytes())
    forged = {
        "holder": {"form": BADGE, "animator": 42, "public": base64.b64encode(intruder.public).decode()},
        "sealed": base64.b64encode(seal(intruder.public, bytes(32))).decode(),
        "tag": file["wraps"][0]["tag"],
    }
    file["wraps"].append(forged)
    path.write_text(json.dumps(file))
    assert keyfile.unlock(path, badge_text(secret)).keys == (bytes(32),)
    unsaid = keyfile.keep_wraps(path, key, [keyfile.holder_of(44, OTHER)], ())
    assert intruder not in unsaid
    assert animators(path) == [42, 44]
    with pytest.raises(keyfile.WrongBadge):
        keyfile.unlock(path, badge_text(secret))


def test_a_file_whose_every_wrap_is_a_strangers_is_damaged(path: Path, key: bytes) -> None:
    del key
    with pytest.raises(UnreadableKeyFile, match="abîmé"):
        keyfile.keep_wraps(path, bytes(32), [], ())


def test_who_opened_last_is_tried_first(path: Path, key: bytes) -> None:
    keyfile.keep_wraps(path, key, [keyfile.holder_of(43, OTHER)], ())
    before = path.read_bytes()
    keyfile.settle(keyfile.unlock(path, PHRASE))
    assert path.read_bytes() == before
    keyfile.settle(keyfile.unlock(path, OTHER))
    assert animators(path) == [43, 42]
    assert [opened(path, each) for each in (PHRASE, OTHER)] == [(key, 42), (key, 43)]


def test_who_was_removed_while_opening_stays_so(path: Path, key: bytes) -> None:
    holder = keyfile.holder_of(43, OTHER)
    keyfile.keep_wraps(path, key, [holder], ())
    found = keyfile.unlock(path, OTHER)
    keyfile.keep_wraps(path, key, [], {holder.public})
    keyfile.settle(found)
    assert animators(path) == [42]


def test_a_disk_that_refuses_gets_a_sentence_and_leaves_the_file_as_it_was(path: Path, key: bytes) -> None:
    before = path.read_bytes()
    # Where the new file would be written.
    path.with_suffix(".new").mkdir()
    with pytest.raises(StorageTrouble, match="plein"):
        keyfile.keep_wraps(path, key, [badge(43, random(16))], ())
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("holder", "so"),
    [
        (badge(1, bytes(16)), True),
        (keyfile.holder_of(1, PHRASE), True),
        (Holder(PASSPHRASE, 1, badge(1, bytes(16)).public), False),
        (Holder(BADGE, 1, b""), False),
        (Holder(BADGE, 1, bytes(31)), False),
        (Holder(BADGE, 1, bytes(32)), False),
        (Holder(BADGE, 1, b"\xff" * 32), False),
    ],
    ids=["badge", "passphrase", "no salt", "empty", "short", "no point of the curve", "no point either"],
)
def test_only_what_can_be_sealed_for_is_sound(holder: Holder, so: bool) -> None:  # noqa: FBT001 - a parameter of a test
    assert sound(holder) is so


def first_version(path: Path, key: bytes, *passphrases: tuple[int, str]) -> None:
    """Write the file as the first version did."""
    wraps = []
    for animator, passphrase in passphrases:
        salt = random(16)
        sealed = bytes(SecretBox(passphrase_seed(passphrase, salt)).encrypt(key))
        how = {"salt": base64.b64encode(salt).decode(), "time_cost": 3, "memory_kib": 65536, "parallelism": 4}
        said = {"kind": "passphrase", "animator": animator, "argon2id": how}
        wraps.append({**said, "sealed": base64.b64encode(sealed).decode()})
    path.write_text(json.dumps({"version": 1, "wraps": wraps}))


def test_a_file_of_the_first_version_opens_and_gets_key_pairs(path: Path) -> None:
    key = random(32)
    first_version(path, key, (42, PHRASE), (43, OTHER))
    for _ in range(2):
        for passphrase, animator in ((PHRASE, 42), (OTHER, 43)):
            found = keyfile.unlock(path, passphrase)
            assert (found.key, found.holder.animator, len(found.holder.public)) == (key, animator, 32)
            keyfile.settle(found)
            assert json.loads(path.read_bytes())["version"] == 2
    assert sorted(animators(path)) == [42, 43]
    assert all(each.holder.public for each in keyfile.read(path).wraps)
    with pytest.raises(keyfile.WrongPassphrase):
        keyfile.unlock(path, "olive lavande tilleul genièvre")


def test_damaged_numbers_in_a_file_of_the_first_version_get_a_sentence(path: Path) -> None:
    first_version(path, random(32), (42, PHRASE))
    path.write_text(path.read_text().replace("65536", "1"))
    with pytest.raises(UnreadableKeyFile, match="abîmé"):
        keyfile.unlock(path, PHRASE)


def test_a_key_that_is_settled_is_one(path: Path, key: bytes) -> None:
    found = keyfile.unlock(path, PHRASE)
    assert found.key == key
    with pytest.raises(ValueError, match="too many"):
        _ = Unlocked(path, (key, key), found.holder, stale=True).key
