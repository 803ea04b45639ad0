"""The notebook of the documentation, run on a small folder that was pulled."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiosque.db.store import Store
from kiosque.domain.records import ANTENNA, INTERVENTION, PERMANENCE, VISIT
from kiosque.reports.exports.folder import keep_folder
from kiosque.reports.exports.formats import Format

NOTEBOOK = Path(__file__).parents[2] / "docs" / "analyse.ipynb"
NOON = 1_764_000_000
LONGEST = 25
"""Lines of code: it is read at one glance."""


def cells() -> list[str]:
    return ["".join(each["source"]) for each in json.loads(NOTEBOOK.read_text("utf-8"))["cells"] if _is_code(each)]


def _is_code(cell: dict[str, Any]) -> bool:
    return bool(cell["cell_type"] == "code")


def test_the_notebook_says_what_was_pulled(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with store.writing() as writer:
        for name, visits in (("Nyons", 3), ("Lemps", 0)):
            antenna = writer.record(ANTENNA, code=name[:3], name=name)
            held = writer.record(PERMANENCE, antenna=antenna, times=(NOON, None))
            for _ in range(visits):
                writer.record(VISIT, permanence=held, times=(NOON, None), age_band="douze_dix_huit", commune="26220")
            writer.record(INTERVENTION, permanence=held, given_at=NOON, themes=("email", "sante"))
    with store.reading() as connection:
        keep_folder(connection, tmp_path, [Format.PARQUET])
    monkeypatch.setenv("KIOSQUE_PULLED", str(tmp_path))
    held_names: dict[str, Any] = {}
    for code in cells():
        exec(compile(code, NOTEBOOK.name, "exec"), held_names)  # noqa: S102 - what the documentation says to run
    assert held_names["by_antenna"].fetchall() == [("Nyons", 3, 1), ("Lemps", 0, 1)]
    assert [row[1:] for row in held_names["by_theme"].fetchall()] == [("email", 2), ("sante", 2)]
    assert held_names["by_age"].fetchall() == [("26220", 3)]
    assert "Nyons" in capsys.readouterr().out
    held_names["db"].close()


def test_it_is_short() -> None:
    assert sum(len(code.splitlines()) for code in cells()) <= LONGEST
