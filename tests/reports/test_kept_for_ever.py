"""A report may be kept for ever (PDF/A-2a) and read by everybody (PDF/UA-1): veraPDF says so, and notices otherwise."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf

from kiosque.reports.activity.paper import paper
from kiosque.reports.activity.told import Report

pytestmark = pytest.mark.walk

Found = Mapping[str, Mapping[str, Sequence[str]]]


def another_part(pdf: Pdf) -> None:
    said = pdf.Root.Metadata.read_bytes().replace(b"<pdfaid:part>2<", b"<pdfaid:part>3<")
    pdf.Root.Metadata = pdf.make_stream(said, Type=Name.Metadata, Subtype=Name.XML)


def a_script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def a_font_left_out(pdf: Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, Dictionary):
            for key in {"/FontFile2", "/FontFile3"} & each.keys():
                del each[key]


def a_picture_not_told(pdf: Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, Dictionary) and each.get("/S") == Name.Figure:
            del each["/Alt"]


def shown_and_not_told(pdf: Pdf) -> None:
    pdf.pages[1].contents_add(b"0 0 9 9 re f")


SPOILT: Sequence[tuple[Callable[[Pdf], None], str, str]] = (
    (another_part, "PDFA_2_A", "6.6.4"),
    (a_script, "PDFA_2_A", "6.5.1"),
    (a_font_left_out, "PDFA_2_A", "6.2.11.4"),
    (a_picture_not_told, "PDFUA_1", "7.3"),
    (shown_and_not_told, "PDFUA_1", "7.1"),
)


@pytest.fixture(scope="module")
def found(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Found:
    """Return what veraPDF says of the report, and of each way to spoil it."""
    folder = tmp_path_factory.mktemp("papers")
    sound = folder / "sound.pdf"
    sound.write_bytes(paper(report))
    files = [sound]
    for spoil, _, _ in SPOILT:
        files.append(folder / f"{spoil.__name__}.pdf")
        with pikepdf.open(sound) as pdf:
            spoil(pdf)
            pdf.save(files[-1])
    asked = [sys.executable, "-m", "tests.reports.verapdf", *map(str, files)]
    said = subprocess.run(asked, check=True, stdout=subprocess.PIPE, text=True).stdout
    return {Path(file).stem: rules for file, rules in json.loads(said).items()}


def test_nothing_is_broken(found: Found) -> None:
    assert found["sound"] == {"PDFA_2_A": [], "PDFUA_1": []}


@pytest.mark.parametrize(("spoil", "standard", "rule"), SPOILT, ids=lambda each: getattr(each, "__name__", each))
def test_what_is_broken_is_noticed(found: Found, spoil: Callable[[Pdf], None], standard: str, rule: str) -> None:
    rules = found[spoil.__name__][standard]
    assert any(each.startswith(rule) for each in rules), rules
