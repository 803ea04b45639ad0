"""What packaging promises: a lock that anyone can install from anywhere, and a bundle looked into with open eyes."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def smoke_test() -> ModuleType:
    """The script; its folder is no package, and bears the name of a library."""
    spec = importlib.util.spec_from_file_location("smoke_test", ROOT / "packaging" / "smoke_test.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_lock_names_no_host_and_hashes_everything() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert not re.findall(r"https?://|--(?:index|extra-index|find-links|trusted)[^\s]*", lock)
    pinned = re.findall(
        r"^([A-Za-z0-9_.-]+)(==[^ \\]+)?[^\n]*\\\n((?:    --hash=sha256:[0-9a-f]{64}[ \\]*\n)+)", lock, re.MULTILINE
    )
    named = re.findall(r"^[A-Za-z0-9]", lock, re.MULTILINE)
    assert len(pinned) == len(named) > 50
    assert all(version for _, version, _ in pinned)


@pytest.mark.parametrize("planted", ["kiosque.central.app", "litestar", "lib-dynload._sqlite3", "sqlite3.dbapi2"])
def test_an_intruder_is_seen(smoke_test: ModuleType, planted: str) -> None:
    whole = set(smoke_test.BROUGHT)
    assert smoke_test.intruders(whole) == []
    assert any(planted in each for each in smoke_test.intruders(whole | {planted}))


def test_an_empty_look_is_seen(smoke_test: ModuleType) -> None:
    assert smoke_test.intruders(set())
