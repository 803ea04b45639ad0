"""The root key's file: private, never written over, and told from a damaged one."""

import resource
import stat
from pathlib import Path

import pytest

from kiosque.sync import root
from kiosque.sync.certificates import public_of
from kiosque.sync.private_file import LARGEST, read_small, write_new

SEED = bytes(range(32))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "racine.txt"
    root.write(path, SEED)
    return path


def test_a_root_is_read_as_it_was_written_and_nobody_else_may(file: Path) -> None:
    assert root.read(file) == SEED
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "hors ligne" in file.read_text()


def test_two_roots_are_never_the_same() -> None:
    drawn = root.draw()
    assert len(drawn) == 32
    assert drawn != root.draw()


def test_a_root_is_never_written_over(file: Path) -> None:
    with pytest.raises(root.RootExists) as caught:
        root.write(file, bytes(32))
    assert "racine.txt" in caught.value.sentence
    assert root.read(file) == SEED


def test_a_root_that_does_not_fit_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "racine.txt"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            write_new(path, bytes(64))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not path.exists()


def test_a_root_typed_from_its_paper_copy_is_read(tmp_path: Path) -> None:
    path = tmp_path / "typed.txt"
    grouped = " ".join(f"{part:02X}" for part in SEED)
    path.write_text(f"\n  secret={grouped}\npublic ={public_of(SEED).hex()}")
    assert root.read(path) == SEED


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(None, "manque", id="no file"),
        pytest.param(b"", "n’est pas une clé racine", id="empty"),
        pytest.param(b"une liste de courses", "n’est pas une clé racine", id="another file"),
        pytest.param(b"\xff\xfe", "n’est pas une clé racine", id="not text"),
        pytest.param(b"secret = 00\n", "n’est pas une clé racine", id="half"),
        pytest.param(b"secret = xyz\npublic = 00\n", "n’est pas une clé racine", id="not hexadecimal"),
        pytest.param(b"secret = 00\npublic = 00\n", "abîmée", id="short"),
        pytest.param(f"secret = {'01' * 32}\npublic = {'01' * 32}".encode(), "abîmée", id="a slip"),
        pytest.param(b"#" * (LARGEST + 1), "n’est pas une clé racine", id="large"),
    ],
)
def test_what_is_no_root_is_refused_by_its_name(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "courses.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(root.UnreadableRoot) as caught:
        root.read(path)
    assert words in caught.value.sentence
    assert "courses.txt" in caught.value.sentence


def test_a_folder_is_no_root(tmp_path: Path) -> None:
    with pytest.raises(root.UnreadableRoot):
        root.read(tmp_path)


def test_what_is_larger_than_any_of_ours_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(b"x" * LARGEST)
    assert len(read_small(file)) == LARGEST
    file.write_bytes(b"x" * (LARGEST + 1))
    assert read_small(file) == b""
