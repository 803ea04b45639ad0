"""The files of an activity report: what is typed is shown, what is frozen is the same bytes, what is few is hidden."""

import re
import subprocess
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import msgspec
import pikepdf
import pytest
from odfdo import Document, Table
from pikepdf import Dictionary, Name, Pdf

from kiosque.db.identity import Identity
from kiosque.reports.activity.annex import annex
from kiosque.reports.activity.contents import contents
from kiosque.reports.activity.letters import printable, unprintable
from kiosque.reports.activity.paper import paper
from kiosque.reports.activity.telling import journals, told
from kiosque.reports.activity.told import Report, Unit
from kiosque.reports.activity.words import HIDDEN, exact, said
from tests.reports.pdfa import broken
from tests.reports.reported import NOVEMBER, furnish
from tests.stores import made

MADE = 1_796_000_000
TYPED = 'Le *marché* de #Nyons a coûté 12 $ et "rien" _d’autre_ : @tous <b>venus</b> \\o/ [x] `y`'
COMMENTS = {
    "essential": f"{TYPED}\n\n=SOMME(A1:A9)\nUn \N{SLIGHTLY SMILING FACE} de plus.",
    "farms": "+33 exploitations",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    file = tmp_path_factory.mktemp("report") / "central.db"
    store = made(file, Identity(device=7, antenna=0, central=7), lambda: MADE)
    furnish(store)
    with store.reading() as connection:
        found, known = contents(connection, NOVEMBER, date(2026, 12, 3)), journals(connection)
    store.close()
    return told(found, known, made=MADE, funder="Département de la Drôme", comments=COMMENTS)


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


def test_paper_may_be_kept_for_ever_and_is_read_by_everybody(printed_once: bytes) -> None:
    assert broken(printed_once) == []


def no_profile(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def no_metadata(pdf: Pdf) -> None:
    del pdf.Root.Metadata


def another_level(pdf: Pdf) -> None:
    said = pdf.Root.Metadata.read_bytes().replace(b"<pdfaid:conformance>A<", b"<pdfaid:conformance>B<")
    pdf.Root.Metadata = pdf.make_stream(said, Type=Name.Metadata, Subtype=Name.XML)


def a_script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def a_font_left_out(pdf: Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, Dictionary) and "/FontFile2" in each:
            del each["/FontFile2"]


def a_picture_not_told(pdf: Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, Dictionary) and each.get("/S") == Name.Figure:
            del each["/Alt"]


def shown_and_not_told(pdf: Pdf) -> None:
    pdf.pages[1].contents_add(b"0 0 9 9 re f")


def hidden_links(pdf: Pdf) -> None:
    for each in pdf.pages[1].Annots:
        each.F = 2


def no_tags(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        (no_profile, "6.2.3"),
        (no_metadata, "6.6.2"),
        (another_level, "6.6.4"),
        (a_script, "6.x"),
        (a_font_left_out, "6.2.11.4"),
        (a_picture_not_told, "UA 7.3"),
        (shown_and_not_told, "UA 7.1"),
        (hidden_links, "6.3.2"),
        (no_tags, "6.7.2"),
    ],
    ids=lambda each: getattr(each, "__name__", each),
)
def test_what_is_broken_is_noticed(printed_once: bytes, spoil: Callable[[Pdf], None], rule: str) -> None:
    written = BytesIO()
    with pikepdf.open(BytesIO(printed_once)) as pdf:
        spoil(pdf)
        pdf.save(written)
    assert any(each.startswith(rule) for each in broken(written.getvalue()))


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
