"""The formats in which tables leave: what each holds is what the journal says."""

import json
import re
import zipfile
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet
from sqlalchemy import Connection

from kiosque.db.store import Store
from kiosque.domain.code_lists import LISTS
from kiosque.domain.french import local
from kiosque.domain.kinds import Type
from kiosque.domain.records import (
    ANTENNA,
    INTERVENTION,
    KINDS,
    PARTNER,
    PERMANENCE,
    REGISTRATION,
    VISIT,
    VISITOR,
    WORKSHOP,
)
from kiosque.reports.exports import description, formats, readable, titles
from kiosque.reports.exports.cells import FORMULA_STARTS
from kiosque.reports.exports.columns import Sheet, sheet_of, sheets
from kiosque.reports.exports.folder import keep_folder
from kiosque.reports.exports.formats import Format
from kiosque.reports.exports.rows import Batch, Choice, batches, dated
from kiosque.reports.exports.spool import Spool
from kiosque.reports.period import one_day

NOON = 1_764_000_000
"""24 November 2025, 17 h at Nyons."""
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def connection(store: Store) -> Iterator[Connection]:
    """One act of help, whose note would be a formula, by somebody who is named."""
    with store.writing() as writer:
        antenna = writer.record(ANTENNA, code="NYO", name="Nyons")
        held = writer.record(PERMANENCE, antenna=antenna, times=(NOON, None), to_confirm=True)
        odette = writer.record(VISITOR, given_name="Odette", commune="26220")
        visit = writer.record(VISIT, permanence=held, visitor=odette, times=(NOON, NOON + 60))
        writer.record(
            INTERVENTION,
            permanence=held,
            visits=(visit,),
            visitors=(odette,),
            given_at=NOON,
            duration=45,
            themes=("email", "sante"),
            note="=1+1\n  deux\t<lignes>\x01",
        )
    with store.reading() as connection:
        yield connection


def rows_of(connection: Connection, sheet: Sheet) -> Iterator[Batch]:
    return batches(connection, sheet)


def whole(of: Format, connection: Connection, *several: Sheet) -> bytes:
    return b"".join(formats.several(of, several, partial(rows_of, connection)))


def ods(content: bytes) -> dict[str, list[list[Any]]]:
    """Read a spreadsheet by its standard, without the library that made it."""
    with zipfile.ZipFile(BytesIO(content)) as zipped:
        first = zipped.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        tree = ET.fromstring(zipped.read("content.xml"))  # noqa: S314 - ours
        # LibreOffice opens no document whose parts are of two versions.
        said = b"".join(zipped.read(name) for name in zipped.namelist())
        assert set(re.findall(rb'(?:office|manifest):version="([^"]*)"', said)) == {b"1.3"}
    return {
        table.attrib[f"{TABLE}name"]: [[_ods_cell(cell) for cell in row] for row in table.iter(f"{TABLE}table-row")]
        for table in tree.iter(f"{TABLE}table")
    }


def _ods_cell(cell: ET.Element) -> str | int | None:
    of = cell.attrib.get(f"{OFFICE}value-type")
    if of == "float":
        return int(cell.attrib[f"{OFFICE}value"])
    if of in {"date", "boolean"}:
        return cell.attrib[f"{OFFICE}{of}-value"]
    return "\n".join(_paragraph(each) for each in cell) or None


def _paragraph(said: ET.Element) -> str:
    stands = {f"{TEXT}s": " ", f"{TEXT}tab": "\t"}
    return (said.text or "") + "".join(stands[each.tag] + (each.tail or "") for each in said)


def xlsx(content: bytes) -> list[list[list[Any]]]:
    with zipfile.ZipFile(BytesIO(content)) as zipped:
        names = sorted(name for name in zipped.namelist() if name.startswith("xl/worksheets/"))
        trees = [ET.fromstring(zipped.read(name)) for name in names]  # noqa: S314 - ours
        assert not any(list(tree.iter(f"{MAIN}f")) for tree in trees)
    return [[[_xlsx_cell(cell) for cell in row] for row in tree.iter(f"{MAIN}row")] for tree in trees]


def _xlsx_cell(cell: ET.Element) -> str | float:
    text = "".join(cell.itertext())
    return text if cell.attrib.get("t") == "inlineStr" else float(text)


@pytest.mark.parametrize("of", [Format.ODS, Format.XLSX])
def test_a_spreadsheet_shows_words_beside_codes_whole_ids_and_no_formula(connection: Connection, of: Format) -> None:
    content = whole(of, connection, sheet_of(INTERVENTION))
    if of is Format.ODS:
        tables = ods(content)
        assert list(tables) == ["Interventions", "Colonnes", "Nomenclatures"]
        head, row = tables["Interventions"]
        said = dict(zip(head, row, strict=True))
        assert (said["Durée (min)"], said["Donnée le"]) == (45, "2025-11-24T17:00:00")
        assert said["Note"] == "'=1+1\n  deux\t<lignes>"
    else:
        (head, row), *_ = xlsx(content)
        assert "'=1+1\n  deux\t<lignes>" in row
        assert 45.0 in row
    assert "Écrire et recevoir des e-mails, Gérer sa santé en ligne" in row
    assert "email sante" in row
    # Sixteen digits, of which a number would keep fifteen.
    assert str(connection.exec_driver_sql("SELECT id FROM intervention").scalar_one()) in row
    assert len(head) > len(sheet_of(INTERVENTION).columns)


@given(st.text(st.characters(codec="utf-8"), max_size=60))
@settings(max_examples=30)
def test_any_text_comes_back_from_a_spreadsheet_and_none_begins_like_a_formula(text: str) -> None:
    sheet = sheet_of(PARTNER)
    rows = [tuple(text if column.name == "name" else None for column in sheet.columns)]
    written = readable.shown(Type.LABEL, text)
    assert isinstance(written, str)
    assert not written.startswith(FORMULA_STARTS)
    _, row = ods(b"".join(formats.several(Format.ODS, [sheet], lambda _: iter([rows]))))["Partenaires"]
    assert row[1] == (written or None)
    if written:
        [_, line], *_ = xlsx(b"".join(formats.several(Format.XLSX, [sheet], lambda _: iter([rows]))))
        assert line == [written]


def test_what_holds_more_rows_than_a_sheet_goes_on_in_another(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readable, "MOST_ROWS", 2)
    sheet = sheet_of(ANTENNA)
    [row] = next(batches(connection, sheet))
    made = formats.several(Format.ODS, [sheet], lambda _: iter([[row] * 3, [row] * 2]))
    assert {name: len(lines) - 1 for name, lines in ods(b"".join(made)).items() if name.startswith("Ant")} == {
        "Antennes": 2,
        "Antennes 2": 2,
        "Antennes 3": 1,
    }


def test_parquet_has_types_zones_lists_and_the_meaning_of_each_column(connection: Connection) -> None:
    sheet = sheet_of(INTERVENTION)
    table = parquet.read_table(BytesIO(b"".join(formats.one(Format.PARQUET, sheet, partial(rows_of, connection)))))
    [row] = table.to_pylist()
    assert (row["themes"], row["duration"], row["material"]) == (["email", "sante"], 45, None)
    assert row["given_at"].isoformat() == "2025-11-24T17:00:00+01:00"
    assert len(row["visits"]) == 1
    assert table.schema.field("duration").metadata == {b"title": "Durée".encode(), b"unit": b"min"}
    assert table.column_names == [column.name for column in sheet.columns]


def test_json_lines_say_what_is_a_list_and_what_is_nothing(connection: Connection) -> None:
    made = b"".join(formats.one(Format.JSON_LINES, sheet_of(INTERVENTION), partial(rows_of, connection)))
    [row] = map(json.loads, made.splitlines())
    assert (row["themes"], row["service"], row["given_at"]) == (["email", "sante"], None, "2025-11-24T17:00:00+01:00")


def test_several_tables_leave_as_one_archive_that_says_what_they_are(connection: Connection) -> None:
    every = sheets(names=False)
    content = whole(Format.CSV, connection, *every)
    assert formats.ending(Format.CSV, every) == ("zip", formats.ZIP)
    assert formats.ending(Format.CSV, every[:1])[0] == "csv"
    assert formats.ending(Format.ODS, every)[0] == "ods"
    with zipfile.ZipFile(BytesIO(content)) as zipped:
        assert zipped.testzip() is None
        described = json.loads(zipped.read(description.PACKAGE))
        assert [each["path"] for each in described["resources"]] == zipped.namelist()[:-1]
        lines = zipped.read("intervention.csv").decode().splitlines()
    [given] = [each["schema"]["fields"] for each in described["resources"] if each["path"] == "intervention.csv"]
    assert [each["name"] for each in given] == lines[0].split(",")
    assert (
        next(each for each in given if each["name"] == "service")["codes"]["caf"] == "Caisse d’allocations familiales"
    )


@pytest.mark.parametrize("of", list(Format))
def test_the_same_rows_are_the_same_bytes_and_without_names_nobody_is_in_them(
    connection: Connection, of: Format, tmp_path: Path
) -> None:
    every = sheets(names=False)
    rows = partial(rows_of, connection)
    within = tmp_path / "passing"
    within.mkdir()
    content = b"".join(formats.several(of, every, rows, within))
    assert b"".join(formats.several(of, every, rows, within)) == content
    assert not list(within.iterdir())
    with zipfile.ZipFile(BytesIO(content)) as zipped:
        assert not any(b"Odette" in zipped.read(name) for name in zipped.namelist())


def test_without_names_no_table_refers_to_anybody() -> None:
    every = sheets(names=False)
    assert not [column for sheet in every for column in sheet.columns if column.personal]
    assert not {"visitor", "visitors", "note", "given_name", "phone"} & {
        column.name for sheet in every for column in sheet.columns
    }
    # Nor is anybody's id there, which is that of a visit and one more.
    assert {sheet.name for sheet in every if not sheet.keyed} == {"visitor"}
    assert {"link", "household"}.isdisjoint(sheet.name for sheet in every if len(sheet.columns) == 1)


def test_every_word_is_of_something_and_every_list_is_one_that_is_published() -> None:
    every = sheets()
    assert {sheet.name for sheet in every} >= set(titles.KINDS)
    columns = [(sheet.name, column) for sheet in every for column in sheet.columns]
    assert {column.name for _, column in columns} >= set(titles.FIELDS)
    assert all(column.codes in LISTS for _, column in columns if column.codes)
    assert {f"{name}.{column.name}" for name, column in columns if column.codes} >= {
        "animator.status",
        "engagement.status",
        "visit.status",
        "intervention.themes",
        "repair.outcome",
    }
    assert (titles.of_kind("new"), titles.of_field("new")) == ("new", "new")


def test_a_reference_names_a_kind() -> None:
    named = {kind.name for kind in KINDS}
    referred = {column.refers for sheet in sheets() for column in sheet.columns if column.refers}
    assert referred <= named


def test_a_period_and_antennas_choose_among_the_rows(store: Store) -> None:
    with store.writing() as writer:
        nyons, lemps = (writer.record(ANTENNA, code=code, name=code) for code in ("NYO", "LEM"))
        for antenna, at in ((nyons, NOON), (nyons, NOON + 86_400), (lemps, NOON)):
            held = writer.record(PERMANENCE, antenna=antenna, times=(at, None))
            writer.record(VISIT, permanence=held, times=(at, None))
            session = writer.record(WORKSHOP, antenna=antenna, title="Photo", times=(at, at + 60))
            writer.record(REGISTRATION, workshop=session, state="seen")
        writer.record(VISIT, times=(NOON, None))
    day = one_day(local(NOON).date())
    with store.reading() as connection:
        for kind in KINDS:
            # Each kind's way to its antenna and to its time is a query that runs.
            list(batches(connection, sheet_of(kind), Choice(day, frozenset({nyons}))))
        for kind in (VISIT, REGISTRATION, PERMANENCE, WORKSHOP):
            found = [len(rows) for rows in batches(connection, sheet_of(kind), Choice(day, frozenset({nyons})))]
            assert sum(found) == 1, kind.name
        everybody = [row for rows in batches(connection, sheet_of(VISIT), Choice(day)) for row in rows]
        assert len(everybody) == 3
        antennas = [
            row for rows in batches(connection, sheet_of(ANTENNA), Choice(None, frozenset({lemps}))) for row in rows
        ]
        assert [row[0] for row in antennas] == [lemps]
    assert dated(VISIT)
    assert not dated(ANTENNA)


def test_a_folder_is_kept_in_each_format(store: Store, tmp_path: Path) -> None:
    with store.writing() as writer:
        writer.record(ANTENNA, code="NYO", name="Nyons")
    folder = tmp_path / "pulled"
    with store.reading() as connection:
        assert keep_folder(connection, folder, list(Format), [ANTENNA]).rows == {"antenna": 1}
        before = {path.name: path.stat().st_ino for path in folder.iterdir()}
        keep_folder(connection, folder, list(Format), [ANTENNA])
    assert {path.name: path.stat().st_ino for path in folder.iterdir()} == before
    assert set(before) == {
        *("kiosque.ods", "kiosque.xlsx", "antenna.csv", "antenna.parquet", "antenna.jsonl"),
        *("datapackage.json", "datapackage.parquet.json", "datapackage.jsonl.json"),
    }


def test_a_spool_keeps_nothing_of_what_was_taken() -> None:
    spool = Spool()
    spool.write(b"abc")
    assert (spool.take(), spool.take(), spool.tell()) == (b"abc", b"", 3)
