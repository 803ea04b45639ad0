"""Rows as an OpenDocument spreadsheet: the library makes the document, its lines are written as they come.

The library holds a whole document in memory, a hundred times what its cells take; a year has a million of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from functools import cache
from itertools import chain
from xml.sax.saxutils import escape, quoteattr

from odfdo import Document, Element

from kiosque.reports.exports import description, readable
from kiosque.reports.exports.columns import Sheet
from kiosque.reports.exports.readable import Shown
from kiosque.reports.exports.rows import Batch
from kiosque.reports.exports.spool import Spool, archive, into, part

MIME = "application/vnd.oasis.opendocument.spreadsheet"

_LINES = 500
"""Lines given at a time."""

VERSION = "1.3"
"""Of OpenDocument, in every part: LibreOffice 7.4 opens no document whose parts are of two versions."""

_MARK = "tables-are-here"
_AS_MADE = '<style:page-layout style:name="Mpm1"><style:page-layout-properties'
_ONE_SHEET_WIDE = (
    'fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm"'
    ' style:scale-to-X="1" style:scale-to-Y="0"'
)
NARROWEST, USUAL, WIDEST = 2, 4, 16
"""Centimetres of a column; what is longer than the widest goes on below."""

_COLUMNS = "".join(
    f'<style:style style:name="wide{each}" style:family="table-column">'
    f'<style:table-column-properties style:column-width="{each}cm"/></style:style>'
    for each in range(NARROWEST, WIDEST + 1)
)
_STYLES = f"""{_COLUMNS}
<style:style style:name="title" style:family="table-cell">
 <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="lines" style:family="table-cell">
 <style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>
<number:date-style style:name="iso"><number:year number:style="long"/><number:text>-</number:text>
 <number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>
 <number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text>
 <number:minutes number:style="long"/></number:date-style>
<style:style style:name="moment" style:family="table-cell" style:data-style-name="iso"/>
"""


def written(tables: Iterable[tuple[Sheet, Iterable[Batch]]]) -> Iterator[bytes]:
    """Give a document: a sheet a table, then what the columns and the codes mean."""
    return document(_tables(tables))


def document(content: Iterable[str]) -> Iterator[bytes]:
    """Give a document whose tables are ``content``, in XML."""
    spool, frame = Spool(), _frame()
    with archive(spool) as zipped:
        # First and not packed: so that a program knows from its first bytes what it is.
        zipped.writestr(part("mimetype", packed=False), MIME)
        for name in ("styles.xml", "meta.xml", "META-INF/manifest.xml"):
            zipped.writestr(part(name), frame[name])
        before, after = frame["content.xml"].split(_MARK)
        pieces = (each.encode() for each in chain([before], content, [after]))
        yield from into(spool, zipped, "content.xml", pieces)
    yield spool.take()


def table(name: str, titles: list[str], lines: Iterable[list[Shown]], widths: Sequence[int] = ()) -> Iterator[str]:
    """Give one sheet in XML, some lines at a time. ``widths``: of its columns, in centimetres; none: all as usual."""
    yield f"<table:table table:name={quoteattr(name)}>"
    wraps = ' table:default-cell-style-name="lines"' if widths else ""
    for each in widths or [USUAL] * len(titles):
        yield f'<table:table-column table:style-name="wide{each}"{wraps}/>'
    yield "<table:table-header-rows><table:table-row>"
    yield "".join(_cell(each, ' table:style-name="title"') for each in titles)
    yield "</table:table-row></table:table-header-rows>"
    some: list[str] = []
    for line in lines:
        some.append(f"<table:table-row>{''.join(map(_cell, line))}</table:table-row>")
        if len(some) == _LINES:
            yield "".join(some)
            some.clear()
    yield "".join(some)
    yield "</table:table>"


def _tables(tables: Iterable[tuple[Sheet, Iterable[Batch]]]) -> Iterator[str]:
    shown: list[Sheet] = []
    for sheet, batches in tables:
        shown.append(sheet)
        for number, lines in enumerate(readable.pages(sheet, batches)):
            yield from table(readable.name_of(sheet, number), readable.titles(sheet), lines)
    yield from table("Colonnes", list(description.COLUMNS), map(list, description.of_columns(shown)))
    yield from table("Nomenclatures", list(description.CODES), map(list, description.of_codes(shown)))


def _cell(value: Shown, style: str = "") -> str:
    match value:
        case None:
            return "<table:table-cell/>"
        case bool():
            said = "true" if value else "false"
            return f'<table:table-cell office:value-type="boolean" office:boolean-value="{said}"/>'
        case int() | Decimal():
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        case datetime():
            return (
                '<table:table-cell table:style-name="moment" office:value-type="date"'
                f' office:date-value="{value.isoformat()}"/>'
            )
        case str():
            lines = "".join(f"<text:p>{_text(line)}</text:p>" for line in value.split("\n"))
            return f'<table:table-cell{style} office:value-type="string">{lines}</table:table-cell>'


def _text(line: str) -> str:
    # Two spaces in a row are one, where it is not said otherwise.
    return escape(line).replace("\t", "<text:tab/>").replace("  ", " <text:s/>")


@cache
def _frame() -> dict[str, str]:
    """Return the parts of an empty document, made by the library; the tables go where the mark is."""
    made = Document("spreadsheet")
    made.body.clear()
    made.body.append(Element.from_tag(f"<text:p>{_MARK}</text:p>"))
    text = made.content.serialize().decode()
    text = text.replace(f"<text:p>{_MARK}</text:p>", _MARK).replace(
        "</office:automatic-styles>", f"{_STYLES}</office:automatic-styles>"
    )
    whole = {"content.xml": text, "styles.xml": made.styles.serialize().decode()}
    whole["styles.xml"] = whole["styles.xml"].replace(_AS_MADE, f"{_AS_MADE} {_ONE_SHEET_WIDE}")
    parts = {
        name: re.sub(r'office:version="[^"]*"', f'office:version="{VERSION}"', each) for name, each in whole.items()
    }
    names = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in ("content.xml", "styles.xml", "meta.xml")
    )
    parts["META-INF/manifest.xml"] = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        f' manifest:version="{VERSION}"><manifest:file-entry manifest:full-path="/" manifest:version="{VERSION}"'
        f' manifest:media-type="{MIME}"/>{names}</manifest:manifest>'
    )
    parts["meta.xml"] = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        f' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="{VERSION}"><office:meta>'
        "<meta:generator>Kiosque</meta:generator></office:meta></office:document-meta>"
    )
    return parts
