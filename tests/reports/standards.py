"""The standards' own schemas, and what holds a file against one."""

import csv
import json
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

SCHEMAS = Path(__file__).parent / "schemas"

Schema = dict[str, Any]


def held_against(schema: Schema, rows: Iterable[object]) -> list[str]:
    """Return what a schema refuses of ``rows``."""
    checker = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for row in rows for error in checker.iter_errors(row)]


def table_schema(name: str) -> Schema:
    """Return a Table Schema (Frictionless) as the JSON Schema of one row: absent is what is empty."""
    said = _read(name)
    fields = {field["name"]: _of_field(field) for field in said["fields"]}
    wanted = [field["name"] for field in said["fields"] if field.get("constraints", {}).get("required")]
    return {"type": "object", "additionalProperties": False, "properties": fields, "required": wanted}


def openapi_schema(name: str) -> Schema:
    """Return a schema of OpenAPI 3.0 as JSON Schema says it, where null is a type."""
    nullable: Schema = _nullable(_read(name)["schema"])
    return nullable


def columns(name: str) -> list[str]:
    """Return the columns that a Table Schema has, in its order."""
    return [field["name"] for field in _read(name)["fields"]]


def rows_of(name: str, content: str) -> list[dict[str, Any]]:
    """Return the rows of a CSV file as the Table Schema ``name`` reads them: typed, without what is empty."""
    types = {field["name"]: field["type"] for field in _read(name)["fields"]}
    casts = {"number": float, "integer": int}
    return [
        {key: casts.get(types.get(key, ""), str)(value) for key, value in row.items() if value}
        for row in csv.DictReader(StringIO(content, newline=""))
    ]


def _read(name: str) -> Schema:
    said: Schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    return said


def _of_field(field: Schema) -> Schema:
    bounds = field.get("constraints", {})
    made: Schema = {"type": {"number": "number", "integer": "integer"}.get(field["type"], "string")}
    if field["type"] == "date":
        made["format"] = "date"
    if "pattern" in bounds and made["type"] == "string":
        made["pattern"] = bounds["pattern"]
    if "maxLength" in bounds:
        made["maxLength"] = bounds["maxLength"]
    if "enum" in bounds:
        # The Open Repair Alliance writes its lists as one text.
        said = bounds["enum"]
        made["enum"] = said if isinstance(said, list) else [each.strip() for each in said.strip("[]").split(",")]
    return made


def _nullable(said: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(said, list):
        return [_nullable(each) for each in said]
    if not isinstance(said, dict):
        return said
    made = {key: _nullable(value) for key, value in said.items() if key != "nullable"}
    if said.get("nullable") is True:
        made["type"] = [made["type"], "null"]
        if "enum" in made:
            made["enum"] = [*made["enum"], None]
    return made
