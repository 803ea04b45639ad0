"""Of ICU's data only what the kiosk can need ships: Qt starts with it, and sorts French."""

import os
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

import slim_icu

SORTED = """
from PySide6.QtCore import QCollator, QLocale
print(*sorted(["été", "zoo", "Abbé", "abc", "œuf", "cote", "côté"], key=QCollator(QLocale("fr_FR")).sortKey))
print(*{line.split()[-1] for line in open("/proc/self/maps") if "libicudata" in line})
"""


@pytest.fixture(scope="module")
def whole() -> bytes:
    found = next((Path(PySide6.__path__[0]) / "Qt" / "lib").glob("libicudata.so.*"), None)
    if found is None:
        pytest.skip("this Qt stands on the ICU of the system")
    return found.read_bytes()


def test_qt_starts_with_it_and_sorts_french(whole: bytes, tmp_path: Path) -> None:
    slim = tmp_path / "libicudata.so"
    slim.write_bytes(slim_icu.slim(whole))
    assert slim.stat().st_size < len(whole) / 10
    done = subprocess.run(
        [sys.executable, "-c", SORTED],
        env={**os.environ, "LD_PRELOAD": str(slim)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["Abbé abc cote côté été œuf zoo", str(slim)]


def test_what_is_kept_is_what_it_was(whole: bytes) -> None:
    before, after = (
        dict(slim_icu.items(data[data.find(slim_icu.MAGIC) - 2 :])) for data in (whole, slim_icu.slim(whole))
    )
    assert {"icudt/root.res", "icudt/coll/fr.res", "icudt/coll/ucadata.icu"} <= {
        f"icudt/{name.split('/', 1)[1]}" for name in after
    }
    assert not [name for name in after if "/brkitr/" in name or name.endswith(("/de.res", ".cnv"))]
    # Each begins as it did; what fills up to the next one, and the end of the file, is nobody's.
    assert all(
        before[name].rstrip(b"\0") == content[: len(before[name])].rstrip(b"\0") for name, content in after.items()
    )


def test_a_library_of_another_make_is_refused() -> None:
    with pytest.raises(ValueError, match="no ICU data"):
        slim_icu.slim(b"\x7fELF" + bytes(9000))
