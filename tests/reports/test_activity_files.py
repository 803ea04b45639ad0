"""The files of an activity report: what is typed is shown, what is frozen is the same bytes, what is few is hidden."""

import re
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import msgspec
import pytest
from odfdo import Document, Table

from kiosque.reports.activity.annex import annex
from kiosque.reports.activity.letters import printable, unprintable
from kiosque.reports.activity.paper import paper
from kiosque.reports.activity.told import Report, Unit
from kiosque.reports.activity.words import HIDDEN, exact, said
from tests.reports.reported import TYPED


def words(printed: bytes, folder: Path) -> str:
    """Return the text of a PDF in the order in which it is read out, without its spaces and its cut words."""
    file = folder / "rapport.pdf"
    file.write_bytes(printed)
    found = subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True)
    return bare(found.stdout)


def bare(text: str) -> str:
    return re.sub(r"[\s\u00ad]", "", text)


@pytest.fixture(scope="module")
def printed_once(report: Report) -> bytes:
    return paper(report)


def test_a_report_is_the_same_bytes_each_time_it_is_made(report: Report, printed_once: bytes) -> None:
    again = msgspec.json.decode(msgspec.json.encode(report), type=Report)
    assert again == report
    assert paper(again) == printed_once
    assert annex(again) == annex(report)


def test_paper_shows_what_is_typed_and_every_figure(report: Report, printed_once: bytes, tmp_path: Path) -> None:
    found = words(printed_once, tmp_path)
    assert bare(TYPED) in found
    assert bare("Un ? de plus.") in found
    assert bare("Département de la Drôme") in found
    assert report.digest in found
    for section in report.sections:
        for figure in section.figures:
            assert bare(printable(said(figure.value, figure.unit) + figure.name)) in found, figure
    for _, table in report.tables():
        for column in table.columns:
            # Whole, or cut where it may be.
            heads = (column.title, column.title.replace("\u00ad", "-"))
            assert any(bare(head) in found for head in heads), (table.name, column.title)
        units = [column.unit for column in table.columns]
        for line in filter(None, (*table.lines, table.total)):
            told_line = "".join(said(*pair) for pair in zip(line, units, strict=True))
            assert bare(printable(told_line)) in found, (table.name, line)


def test_what_nobody_told_is_left_out_of_the_paper(printed_once: bytes, tmp_path: Path) -> None:
    found = words(printed_once, tmp_path)
    assert bare("Les fermes et le tourisme") in found
    assert bare("Les jeunes") not in found


def test_no_cell_of_the_annex_is_a_formula_and_few_are_hidden_in_it(report: Report) -> None:
    document = Document(BytesIO(annex(report)))
    sheets = {str(table.name): table for table in document.body.tables}
    assert next(iter(sheets)) == "Rapport"
    assert list(sheets)[-3:] == ["Commentaires", "Définitions", "Journaux"]
    comments = values(sheets["Commentaires"])
    assert comments[-1] == ["Les fermes et le tourisme", "'+33 exploitations"]
    places = values(sheets["Les chiffres par antenne"])
    assert places[0][:3] == ["Antenne", "Permanences", "Heures (h)"]
    assert [line[0] for line in places[1:]] == ["Nyons", "Rémuzat", "En tout"]
    assert [float(str(line[2])) for line in places[1:]] == [3.5, 2, 5.5]
    # Rémuzat had two visits: Nyons would be the total less these.
    assert [line[3] for line in places[1:]] == [HIDDEN, HIDDEN, 11]
    with ZipFile(BytesIO(annex(report))) as zipped:
        assert b"table:formula" not in zipped.read("content.xml")


def values(sheet: Table) -> list[list[object]]:
    return [list(line) for line in sheet.get_values()]


def test_what_is_few_is_hidden_wherever_it_is_told(report: Report) -> None:
    tables = {table.name: table for _, table in report.tables()}
    assert tables["ages"].lines == (("Moins de 12 ans", None), ("70 ans et plus", None), ("Âge non précisé", None))
    assert tables["ages"].total == ("En tout", 11)
    assert tables["activites"].lines == (("Exploitation agricole", None), ("Pas pour une entreprise", None))
    figures = {figure.name: figure.value for section in report.sections for figure in section.figures}
    # Of eleven visits eight had no name: that would tell the three of those who are known.
    assert (figures["Personnes"], figures["Foyers"], figures["Passages anonymes"]) == (None, None, None)
    assert (figures["Réparations"], figures["CO₂ évité"]) == (None, None)
    assert report.hides


@pytest.mark.parametrize(
    ("value", "unit", "words", "number"),
    [
        (None, Unit.COUNT, HIDDEN, None),
        ("Nyons", Unit.WORDS, "Nyons", "Nyons"),
        (12_345, Unit.COUNT, "12\u202f345", 12_345),
        (5_400, Unit.TIME, "1\u202fh\u202f30", 1.5),
        (1_200, Unit.TIME, "20\u202fmin", 0.333),
        (0, Unit.TIME, "0\u202fh", 0),
        (7_380_000, Unit.TIME, "2\u202f050\u202fh", 2_050),
        (123_450, Unit.MONEY, "1\u202f234,50\u00a0€", 1_234.5),
        (-5, Unit.MONEY, "-0,05\u00a0€", -0.05),
        (30, Unit.SHARE, "30\u202f%", 30),
        (12_350, Unit.WEIGHT, "12,4\u00a0kg", 12.35),
    ],
)
def test_a_value_is_said_with_its_unit(value: int | str | None, unit: Unit, words: str, number: object) -> None:
    assert said(value, unit) == words
    found = exact(value, unit)
    assert found == number if number is None or isinstance(number, str) else float(str(found)) == number


def test_a_character_that_the_letters_have_not_is_marked() -> None:
    assert printable("e\u0301té, œuvre, 3 €, « à »\n") == "été, œuvre, 3 €, « à »\n"
    assert printable("CO₂ ½") == "CO2 ½"
    assert printable("漢字 ok") == "?? ok"
    assert unprintable("漢 été 漢 \N{SLIGHTLY SMILING FACE}") == "漢\N{SLIGHTLY SMILING FACE}"
