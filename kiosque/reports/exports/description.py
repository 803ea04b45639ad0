"""What the tables of a file are, said to people (two sheets) and to programs (a data package)."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from kiosque.domain.kinds import Type
from kiosque.reports.exports.columns import ID, Column, Sheet, lists

PACKAGE = "datapackage.json"

COLUMNS = ("Table", "Colonne", "Nom dans les fichiers", "Nature", "Unité", "Nomenclature")
CODES = ("Nomenclature", "Code", "Libellé", "Du", "Au")

_WORDS = {
    Type.BOOL: "oui ou non",
    Type.INT: "nombre entier",
    Type.TIME: "date et heure locales",
    Type.CODE: "code",
    Type.CODES: "plusieurs codes",
    Type.LABEL: "texte",
    Type.TEXT: "texte",
    Type.REF: "identifiant",
    Type.REFS: "plusieurs identifiants",
}

_FRICTIONLESS = {Type.BOOL: "boolean", Type.INT: "integer", Type.REF: "integer"}
"""What a field is in a data package (Frictionless Table Schema); a text where it is not said."""


def of_columns(sheets: Iterable[Sheet]) -> Iterator[tuple[str, ...]]:
    """Give a line for each column, by ``COLUMNS``."""
    for sheet in sheets:
        for column in sheet.columns:
            said = column.codes.name if column.codes else ""
            yield sheet.title, column.title, f"{sheet.name}.{column.name}", _WORDS[column.type], column.unit, said


def of_codes(sheets: Iterable[Sheet]) -> Iterator[tuple[str, ...]]:
    """Give a line for each code of each list that the columns speak of, by ``CODES``."""
    for each in lists(sheets):
        for code in each:
            since, until = (day.isoformat() if day else "" for day in (code.since, code.until))
            yield each.name, code.code, code.label, since, until


def package(sheets: Iterable[Sheet], ending: str) -> bytes:
    """Return the description of the files of a folder (Frictionless Data Package), each named after its table."""
    resources = [
        {
            "name": sheet.name.replace("_", "-"),
            "title": sheet.title,
            "path": f"{sheet.name}.{ending}",
            "profile": "tabular-data-resource" if ending == "csv" else "data-resource",
            "schema": schema(sheet),
        }
        for sheet in sheets
    ]
    described = {"name": "kiosque", "title": "Les Barons branchés", "resources": resources}
    return msgspec.json.format(msgspec.json.encode(described), indent=1)


def schema(sheet: Sheet) -> dict[str, Any]:
    """Return what the columns of a table are."""
    key = {"primaryKey": ID} if sheet.keyed else {}
    return {"fields": [field(column) for column in sheet.columns]} | key


def field(column: Column) -> dict[str, Any]:
    """Return what a column is, as a data package says it."""
    said: dict[str, Any] = {
        "name": column.name,
        "title": column.title,
        "type": _FRICTIONLESS.get(column.type, "string"),
        "description": _WORDS[column.type],
    }
    if column.unit:
        said["unit"] = column.unit
    if column.refers:
        said["refers"] = column.refers
    if column.codes:
        said["codes"] = {code.code: code.label for code in column.codes}
    return said
