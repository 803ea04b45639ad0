"""A report on paper: PDF/A-2a and PDF/UA-1, made by typst from data alone, the same bytes each time."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import typst

from kiosque.domain.footprints import SOURCE
from kiosque.domain.french import MONTHS, SHORT_MONTHS, local, plural
from kiosque.reports.activity.letters import FAMILY, FONTS, printable
from kiosque.reports.activity.told import Cell, Column, Report, Section, Table, Unit
from kiosque.reports.activity.words import long_day, said, span

TEMPLATE = Path(__file__).with_name("paper.typ")
STANDARDS: list["typst.PDFStandard"] = ["a-2a", "ua-1"]
"""To be kept (ISO 19005-2, level A: tagged, every letter known as text), and to be read by everybody (ISO 14289-1)."""

NETWORK = "Les Barons branchés"
AUTHOR = "Asoft et Aventic"
TITLE = "Rapport d’activité"


MANY = 6
"""Columns from which on numbers share the width too."""


TIMES = 1.35
"""How wide hours are, beside counts."""
WIDE = 20
"""Of a column of words that does not say how wide it is."""


def paper(report: Report) -> bytes:
    """Return the PDF of a report. No word of it is taken for markup."""
    given = {"report": msgspec.json.encode(_printed(_data(report))).decode()}
    # A compiler knows its text once only; fonts are what takes time.
    made, warnings = typst.Compiler(TEMPLATE.read_bytes(), font_paths=_fonts()).compile_with_warnings(
        format="pdf", sys_inputs=given, pdf_standards=STANDARDS, timestamp=report.made
    )
    if warnings or not isinstance(made, bytes):
        raise ValueError(f"typst: {warnings}")
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _data(report: Report) -> dict[str, Any]:
    told = [section for section in report.sections if not section.empty]
    period = span(report.first, report.last)
    names = {each.key: each.name for each in report.definitions}
    return {
        "title": TITLE,
        "author": AUTHOR,
        "description": f"{TITLE} des Barons branchés, {period}",
        "network": f"{NETWORK} · {AUTHOR}, Baronnies provençales",
        "span": period.capitalize(),
        "whose": report.whose,
        "funder": report.funder,
        "funder_is": "Établi pour",
        "made": f"{'Brouillon du' if report.draft else 'Fait le'} {long_day(local(report.made).date())}",
        "foot": f"{'Brouillon · ' if report.draft else ''}{NETWORK} · {TITLE} {period}",
        "page": "page",
        "leads": "Définitions : ",
        "contents": "Sommaire",
        "houses": max(1, sum(len(table.lines) for _, table in report.tables() if table.name == "antennes")),
        "sections": [_section(section, names) for section in told],
        "about": "Sources et définitions",
        "sources": sources(report),
        "definitions_title": "Ce que l’on compte",
        "definitions": [msgspec.to_builtins(each) for each in report.definitions],
        "defined": [each.key for each in report.definitions],
    }


def sources(report: Report) -> list[str]:
    """Return what a report was made from, in sentences."""
    known = f"{plural(len(report.heads), 'journal', 'journaux')}, {plural(report.entries, 'écriture', 'écritures')}"
    found = [
        (
            f"Les chiffres viennent des journaux des postes des antennes, tels que la coordination les avait reçus le "
            f"{long_day(local(report.made).date())} : {known}. L’empreinte qui les désigne tous est {report.digest} ; "
            f"l’annexe donne celle de chacun. Ce qui a été reçu ou corrigé depuis n’y est pas."
        ),
        f"Les objectifs sont ceux en vigueur le {long_day(report.day)}, dernier jour compté.",
        (
            "Les cartes sont tracées d’après les contours des communes de l’IGN (Admin Express, Licence Ouverte 2.0). "
            f"Le CO₂ évité suit la méthode de {SOURCE}."
        ),
    ]
    if report.hides:
        found.append(
            "Un point ( · ) remplace un nombre trop petit pour que nul ne soit reconnu : voir « Cases masquées »."
        )
    return found


def _section(section: Section, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "title": section.title,
        "comment": paragraphs(section.comment),
        "figures": [
            {"name": each.name, "said": said(each.value, each.unit), "defined": each.defined}
            for each in section.figures
        ],
        "tables": [_table(each, names) for each in section.tables],
        "map": section.map.replace("<svg ", f'<svg font-family="{FAMILY}" ', 1),
        "map_said": section.map_said,
    }


def paragraphs(comment: str) -> list[list[str]]:
    """Return the lines of each paragraph of a comment."""
    return [
        lines
        for block in comment.replace("\r\n", "\n").split("\n\n")
        if (lines := [line for line in block.split("\n") if line.strip()])
    ]


def _table(table: Table, names: Mapping[str, str]) -> dict[str, Any]:
    keys = dict.fromkeys(each.defined for each in table.columns if each.defined in names)
    return {
        "title": table.title,
        "columns": [{"title": each.title, "words": each.unit is Unit.WORDS} for each in table.columns],
        "widths": _widths(table),
        "lines": [_line(table.columns, line) for line in table.lines],
        "total": _line(table.columns, table.total) if table.total else [],
        "note": table.note,
        "leads": [{"key": key, "name": names[key]} for key in keys],
        "drawing": table.drawing,
        "shares": _shares(table, table.bar),
        "floors": _shares(table, table.floor) if table.floor else [None] * len(table.lines),
        "stroke": "| plancher" if table.floor else "",
        "bars": [
            {"label": _shortened(str(line[0])), "share": share}
            for line, share in zip(table.lines, _shares(table, table.bar), strict=True)
        ],
    }


def _shortened(label: str) -> str:
    """Return *nov. 2026* for *novembre 2026*: a year of them stands side by side."""
    word, _, year = label.partition(" ")
    return f"{SHORT_MONTHS[MONTHS.index(word)]} {year}" if word in MONTHS else label


def _widths(table: Table) -> list[str | float]:
    """Return how wide the columns are: words share what numbers leave, the first the most."""
    if table.drawing == "lying":
        return ["auto"] * len(table.columns)
    if len(table.columns) > MANY:
        return [2.3, *(TIMES if each.unit is Unit.TIME else 1.0 for each in table.columns[1:])]
    return [each.wide or (WIDE if each.unit is Unit.WORDS else "auto") for each in table.columns]


def _line(columns: tuple[Column, ...], line: tuple[Cell, ...]) -> list[str]:
    return [said(cell, column.unit) for cell, column in zip(line, columns, strict=True)]


def _shares(table: Table, column: int) -> list[float | None]:
    """Return how long each bar is, of the longest of all; None where there is none to draw."""
    drawn = table.lines[: len(table.lines) - table.undrawn]
    places = {table.bar, table.floor or table.bar}
    longest = max((cell for line in drawn for place in places if isinstance(cell := line[place], int)), default=0)
    cells = [line[column] for line in drawn]
    shares = [cell / longest if isinstance(cell, int) and longest else None for cell in cells]
    return [*shares, *[None] * table.undrawn]


def _printed(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return data in which every character can be printed."""
    match value:
        case str():
            return printable(value)
        case dict():
            return {key: _printed(each) for key, each in value.items()}
        case list():
            return [_printed(each) for each in value]
    return value
