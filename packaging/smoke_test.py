"""What ships is what was tested: the frozen program, started as a person would, and what must not be in it.

    python packaging/smoke_test.py dist/kiosque

It builds nothing. It looks into the bundle; then runs `kiosque smoke` against a fresh folder, in an environment that
knows nothing of this one; then opens what that left with the program's own sources, and reads back who signed in.
The exit code is 1 when anything is wrong.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader
from sqlalchemy import select

from kiosque.db import folder
from kiosque.db.doctor import examine
from kiosque.db.records import permanence, visit, visitor

LEFT_OUT = (
    # Headquarters' side.
    "kiosque.central",
    "kiosque.demo",
    "kiosque.reports",
    "litestar",
    "uvicorn",
    "jinja2",
    # The tools of who works on Kiosque.
    "playwright",
    "hypothesis",
    "pytest",
    "_pytest",
    "coverage",
    # Another SQLite library on the same file corrupts it.
    "sqlite3",
    "_sqlite3",
    # Of Qt, what no screen uses.
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
)

BROUGHT = (
    *("kiosque.ui.window", "kiosque.db.store", "kiosque.sync.http", "sqlcipher3", "alembic", "zstandard", "nacl"),
    # What finds the system's printers: without the plugin there is never one.
    *(
        "PySide6.QtPrintSupport",
        "PySide6.Qt.plugins.printsupport" if os.name == "posix" else "PySide6.plugins.printsupport",
    ),
)
"""Seen in every bundle that works: that they are found shows that the look into it sees something."""

PATIENCE = 120
"""Seconds that the frozen program may take on a busy machine."""


def modules(program: Path) -> set[str]:
    """Return the names of the modules frozen into ``program``, and of the folders and libraries beside it."""
    archive = CArchiveReader(str(program))
    (name,) = [name for name in archive.toc if name.endswith(".pyz")]
    beside = program.parent / "_internal"
    files = (path.relative_to(beside) for path in beside.rglob("*"))
    return {*archive.open_embedded_archive(name).toc, *(".".join(_plain(path).parts) for path in files)}


def _plain(path: Path) -> Path:
    # A compiled module is named after the Python it is for: _sqlite3.cpython-311-x86_64-linux-gnu.so.
    return path.with_name(path.name.split(".")[0]) if path.suffix in {".so", ".pyd"} else path


def intruders(held: set[str]) -> list[str]:
    """Return what is in a bundle and must not be; and, as *missing*, what must be and is not."""

    def within(name: str, package: str) -> bool:
        return name == package or name.startswith(f"{package}.") or name.endswith(f"lib-dynload.{package}")

    found = [f"{package}: {name}" for package in LEFT_OUT for name in sorted(held) if within(name, package)]
    missing = [package for package in BROUGHT if not any(within(name, package) for name in held)]
    return found + [f"missing: {package}" for package in missing]


def play(program: Path, at: Path) -> dict[str, str]:
    """Run the frozen program's own test in the new folder ``at``; return what it says that it did."""
    home = at / "home"
    home.mkdir(parents=True)
    # Nothing of this machine's Python reaches it; a stale certificate variable, which once stopped httpx, does.
    environment = {"HOME": str(home), "PATH": os.defpath, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    environment["SSL_CERT_FILE"] = "/none"
    command = [str(program.resolve()), "smoke", "--dir", str(at / "kiosk")]
    done = subprocess.run(
        command, env=environment, cwd=home, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    # What a slot raises, or Qt warns of, ends up there without ending the program.
    if done.returncode or done.stderr.strip():
        raise AssertionError(f"it ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    said: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return said


def read_back(at: Path, said: dict[str, str]) -> list[str]:
    """Return what is wrong in the folder that the frozen program left, given what it ``said`` that it did."""
    wrong = []
    if any(said["given_name"].encode() in path.read_bytes() for path in (at / "kiosk").rglob("*") if path.is_file()):
        wrong.append("a name can be read in the files")
    papers = [path.read_bytes() for path in (at / "papers").glob("*.pdf")]
    if not any(paper.startswith(b"%PDF") and b"/FontFile2" in paper for paper in papers):
        wrong.append("no paper was drawn with its fonts")
    if (at / "kiosk-exercice").exists():
        wrong.append("the exercise left something behind")
    opened = folder.unlock(at / "kiosk", said["passphrase"])
    try:
        store = opened.store
        if not examine(store).healthy:
            wrong.append("the journal and the tables do not agree")
        here = select(visitor.c.given_name, visit.c.reason).join(visitor, visitor.c.id == visit.c.visitor)
        people = [(row.given_name, row.reason) for row in store.all(here)]
        if people != [(said["given_name"], said["reason"])]:
            wrong.append(f"signed in: {people}, not {said['given_name']} for {said['reason']}")
        if len(store.all(select(permanence))) != 1:
            wrong.append("there is not one permanence")
    finally:
        opened.store.close()
    return wrong


def weight(bundle: Path) -> float:
    """Return the megabytes of the bundle's files."""
    return sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def main() -> int:
    """Check the bundle named on the command line, and say what is wrong with it."""
    bundle = Path(sys.argv[1])
    program = bundle / ("kiosque.exe" if os.name == "nt" else "kiosque")
    wrong = intruders(modules(program))
    with tempfile.TemporaryDirectory(prefix="kiosque-smoke-") as at:
        said = play(program, Path(at))
        wrong += read_back(Path(at), said)
    for each in wrong:
        print(f"WRONG  {each}")
    if not wrong:
        print(f"The frozen program starts, unlocks and signs {said['given_name']} in: {weight(bundle):.0f} MB.")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
