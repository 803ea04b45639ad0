"""Every figure of a report against the rows as they were pulled, by a script that shares no code with the program."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kiosque.db.identity import Identity
from kiosque.domain.records import DESK, DESK_USE, INTERVENTION, LINK, PERMANENCE, VISIT, VISITOR
from kiosque.reports.activity.annex import annex
from kiosque.reports.activity.contents import contents
from kiosque.reports.activity.telling import journals, told
from kiosque.reports.exports.folder import keep_folder
from tests.reports.reported import NOVEMBER, at, furnish
from tests.stores import made

RECOUNT = Path(__file__).with_name("recount.py")
DAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what was pulled and the annex of the report: overlapping hours, one left open, people joined."""
    folder = tmp_path_factory.mktemp("recount")
    store = made(folder / "central.db", Identity(device=7, antenna=0, central=7), lambda: at(30, 12))
    world = furnish(store)
    with store.writing() as writer:
        writer.record(PERMANENCE, antenna=world.nyons, times=(at(3, 11), at(3, 13)))
        desk = writer.record(DESK, antenna=world.remuzat, name="Table 2", form="coworking")
        for day in range(10, 16):
            writer.record(DESK_USE, desk=desk, times=(at(day, 9), at(day, 11)))
        held = writer.record(PERMANENCE, antenna=world.remuzat, times=(at(9, 22), None))
        one, other = (writer.record(VISITOR, age_band="quarante_cinquante_neuf") for _ in range(2))
        writer.record(LINK, one=one, other=other, verdict="same")
        for place in range(14):
            who = {0: one, 1: other}.get(place)
            writer.record(VISIT, permanence=held, visitor=who, times=(at(10, 0, place), None), commune="26264")
            writer.record(INTERVENTION, permanence=held, given_at=at(10, 1, place), themes=("email",), service="msa")
    with store.reading() as connection:
        keep_folder(connection, folder / "pulled")
        found, known = contents(connection, NOVEMBER, DAY), journals(connection)
    store.close()
    (folder / "annexe.ods").write_bytes(annex(told(found, known, made=at(30, 12))))
    return folder


def recounted(folder: Path) -> tuple[int, str]:
    days = (NOVEMBER.first.isoformat(), NOVEMBER.last.isoformat(), DAY.isoformat())
    # In a process of its own, without the program on its path.
    asked = [sys.executable, "-I", str(RECOUNT), str(folder / "pulled"), str(folder / "annexe.ods"), *days]
    done = subprocess.run(asked, check=False, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def test_each_figure_of_a_report_is_what_the_rows_say(given: Path) -> None:
    status, said = recounted(given)
    assert status == 0, said
    assert int(said.split(" cells agree", maxsplit=1)[0].split()[-1]) > 60, said


@pytest.mark.parametrize("kind", ["visit", "intervention", "permanence", "repair", "registration", "cost", "desk_use"])
def test_a_row_that_is_missing_is_noticed(given: Path, kind: str) -> None:
    file = given / "pulled" / f"{kind}.csv"
    whole = file.read_bytes()
    lines = whole.splitlines(keepends=True)
    # Not the first: one attempt of two on one object would leave what was avoided as it is, and hides with the rest.
    file.write_bytes(b"".join([lines[0], *lines[2:]]))
    try:
        status, said = recounted(given)
    finally:
        file.write_bytes(whole)
    assert status == 1, said
