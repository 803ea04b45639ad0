"""Fields that name several records or codes, between spaces: finding one among them."""

from typing import Any

from sqlalchemy import Boolean, ColumnElement, String, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

SERVED_INDEXES = {"several_helped": "intervention USING gin (string_to_array(visitors, ' '))"}
"""What finds one person's acts of help among ten million. In a file, which has fewer, they are gone through."""


def names(column: ColumnElement[Any], record: int) -> ColumnElement[bool]:
    """Whether ``column``, ids between spaces or null, names ``record``."""
    return _Names(column, literal(str(record), String))


def has(column: ColumnElement[Any], code: str) -> ColumnElement[bool]:
    """Whether ``column``, codes between spaces or null, has ``code``."""
    return _Names(column, literal(code, String))


class _Names(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True


@compiles(_Names)
def _in_a_file(element: _Names, compiler: SQLCompiler, **told: Any) -> str:  # noqa: ANN401 - the compiler's own
    column, record = (compiler.process(each, **told) for each in element.clauses)
    return f"instr(' ' || coalesce({column}, '') || ' ', ' ' || {record} || ' ') > 0"


@compiles(_Names, "postgresql")
def _on_a_server(element: _Names, compiler: SQLCompiler, **told: Any) -> str:  # noqa: ANN401 - as above
    column, record = (compiler.process(each, **told) for each in element.clauses)
    return f"(string_to_array({column}, ' ') @> ARRAY[CAST({record} AS text)])"
