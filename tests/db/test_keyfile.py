"""The key file: a passphrase opens it, nothing else does."""

from pathlib import Path

import pytest

from kiosque.db import keyfile

PASSPHRASE = "olive lavande tilleul genêt"


def test_the_passphrase_gives_the_key_back_and_says_whose_it_is(tmp_path: Path) -> None:
    path = tmp_path / "kiosque.key"
    key = keyfile.create(path, 42, PASSPHRASE)
    keyfile.add(path, key, 43, "truffe abricot épeautre picodon")
    assert keyfile.unlock(path, PASSPHRASE) == keyfile.Unlocked(key, 42)
    assert keyfile.unlock(path, "truffe abricot épeautre picodon") == keyfile.Unlocked(key, 43)
    assert key not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


def test_capitals_spaces_and_accents_typed_another_way_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "kiosque.key"
    key = keyfile.create(path, 42, PASSPHRASE)
    assert keyfile.unlock(path, "  Olive lavande  TILLEUL gene\u0302t ").key == key


def test_a_new_passphrase_replaces_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "kiosque.key"
    key = keyfile.create(path, 42, PASSPHRASE)
    keyfile.add(path, key, 42, "truffe abricot épeautre picodon")
    with pytest.raises(keyfile.WrongPassphrase):
        keyfile.unlock(path, PASSPHRASE)


def test_a_wrong_passphrase_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "kiosque.key"
    keyfile.create(path, 42, PASSPHRASE)
    with pytest.raises(keyfile.WrongPassphrase, match="pas la bonne"):
        keyfile.unlock(path, "olive lavande tilleul genièvre")


@pytest.mark.parametrize("weak", ["", "1234", "olive lavande tilleul", "olive olive olive olive", "a b c d e f"])
def test_a_weak_passphrase_is_refused_and_nothing_is_written(tmp_path: Path, weak: str) -> None:
    with pytest.raises(keyfile.WeakPassphrase):
        keyfile.create(tmp_path / "kiosque.key", 42, weak)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [None, b"", b"{", b'{"version": 2, "wraps": []}', b'{"version": 1, "wraps": [{}]}'])
def test_a_missing_damaged_or_newer_file_gets_a_sentence(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "kiosque.key"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(keyfile.UnreadableKeyFile):
        keyfile.unlock(path, PASSPHRASE)


def test_damaged_numbers_in_the_key_file_get_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "kiosque.key"
    keyfile.create(path, 42, PASSPHRASE)
    path.write_text(path.read_text().replace("65536", "1"))
    with pytest.raises(keyfile.UnreadableKeyFile, match="abîmé"):
        keyfile.unlock(path, PASSPHRASE)
