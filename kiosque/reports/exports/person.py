"""All that is kept of one person, in one file for them: a page to read, JSON and CSV (GDPR, articles 15 and 20)."""

import csv
import io
import zipfile
from collections.abc import Callable, Collection, Mapping, Sequence
from html import escape
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, or_, select

from kiosque.db.journal import history
from kiosque.db.records import TABLES
from kiosque.db.several import names
from kiosque.domain import communes, told_hours
from kiosque.domain.apart import FLAGS, OBJECTION, RESTRICTION
from kiosque.domain.french import local
from kiosque.domain.kinds import Kind, Type
from kiosque.domain.records import (
    ATTENDANCE,
    BOOKING,
    HOUSEHOLD,
    INTERVENTION,
    KINDS,
    LINK,
    REGISTRATION,
    REQUEST,
    VISITOR,
    WISH,
)
from kiosque.journal.fold import fold
from kiosque.reports.exports import rights
from kiosque.reports.exports.cells import neutral
from kiosque.reports.exports.columns import Column, sheet_of
from kiosque.reports.exports.rights import Rows
from kiosque.reports.exports.titles import of_kind

_OF_OTHERS = frozenset({"age_bands", "communes", "genders", "statuses", "sectors", "note"})
"""Of help that several were given together: what it says of each of them."""

_LIFTED = frozenset(flag.lifted for flag in FLAGS)
"""What is over says nothing to them."""

_APART = frozenset({VISITOR, LINK, HOUSEHOLD})
_NAMES = {"antenna": "name", "desk": "name", "equipment": "name", "workshop": "title", "programme": "name"}
"""What a reference is said by: to anything else it says nothing to a person."""


def kept_of(
    connection: Connection, visitors: Collection[int], alone: Collection[int] = (), request: int | None = None
) -> Rows:
    """Return every row that is about ``visitors``, who are one person; ``alone``: records that bear only their name.

    ``request``: what they asked, which is kept too. What their visits brought along is theirs: a desk, a repair, who
    signed. Nothing of anybody else is in it.
    """
    themselves = TABLES[VISITOR].c.id.in_(visitors)
    found: dict[Kind, list[Mapping[str, Any]]] = {VISITOR: _said(connection, _rows(connection, VISITOR, themselves))}
    for kind in KINDS:
        named = _naming(TABLES[kind], kind, visitors) if kind not in _APART else []
        if kind in (REGISTRATION, BOOKING, WISH):
            named.append(TABLES[kind].c.id.in_(alone))
        if kind is REQUEST:
            named.append(TABLES[kind].c.id == request)
        if named:
            found[kind] = _rows(connection, kind, or_(*named))
    visits = [row["id"] for kind, rows in found.items() if kind.name == "visit" for row in rows]
    for kind in KINDS:
        if kind not in found and kind not in _APART and any(each.name == "visit" for each in kind.fields):
            found[kind] = _rows(connection, kind, TABLES[kind].c.visit.in_(visits))
    registered = [row["id"] for row in found.get(REGISTRATION, ())]
    found[ATTENDANCE] = _rows(connection, ATTENDANCE, TABLES[ATTENDANCE].c.registration.in_(registered))
    return {kind: rows for kind in KINDS if (rows := found.get(kind))}


def packed(connection: Connection, rows: Rows, called: str, day: str) -> bytes:
    """Return the file: a page, ``donnees.json``, and a CSV file for each kind of record."""
    told = {kind: [_told(connection, kind, row) for row in several] for kind, several in rows.items()}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("lisez-moi.html", _page(told, rows, called, day))
        plain = {kind.name: several for kind, several in told.items()}
        archive.writestr("donnees.json", msgspec.json.format(msgspec.json.encode(plain), indent=2))
        for kind, several in told.items():
            archive.writestr(f"csv/{kind.name}.csv", _csv(several))
    return file.getvalue()


def _said(connection: Connection, visitors: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the rows of ``visitors`` as the journal has them: of who is set apart the table shows nothing."""
    told = history(connection, [row["id"] for row in visitors])
    states = {row["id"]: fold(told[row["id"]]) for row in visitors}
    values = {visitor: state.values if state else {} for visitor, state in states.items()}
    return [
        {**row, **{field.name: values[row["id"]].get(field.number) for field in VISITOR.fields if field.personal}}
        | {flag.asked: row[flag.asked] for flag in FLAGS}
        for row in visitors
    ]


def _naming(table: Table, kind: Kind, visitors: Collection[int]) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for field in kind.fields:
        column = table.c.get(field.name)
        if not field.personal or column is None:
            continue
        if field.type is Type.REF:
            found.append(column.in_(visitors))
        elif field.type is Type.REFS:
            found += [names(column, visitor) for visitor in visitors]
    return found


def _rows(connection: Connection, kind: Kind, condition: ColumnElement[bool]) -> list[Mapping[str, Any]]:
    table = TABLES[kind]
    query = select(table).where(condition, table.c.deleted.is_not(True)).order_by(table.c.id)
    return [dict(row) for row in connection.execute(query).mappings()]


def _told(connection: Connection, kind: Kind, row: Mapping[str, Any]) -> dict[str, str]:
    """Return a row as a person reads it: each field by its title, with its words; of who else was there nothing."""
    together = kind is INTERVENTION and len(str(row["visits"] or "").split()) > 1
    said = {}
    for column in sheet_of(kind).columns:
        value = row.get(column.name)
        hidden = (together and column.name in _OF_OTHERS) or column.name in _LIFTED
        if value is None or value == "" or hidden or column.name == "id":
            continue
        words = _words(connection, column, value)
        if words:
            said[column.title] = words
    if row.get(RESTRICTION.asked):
        said["À savoir"] = (
            "Cette fiche est gelée à votre demande\u00a0: elle ne sert plus, et ne s’efface pas à son terme."
        )
    elif row.get(OBJECTION.asked):
        said["À savoir"] = "Vous vous êtes opposé·e\u00a0: vos passages comptent depuis sans vous."
    if together:
        said["À savoir"] = "Cette aide a été donnée à plusieurs personnes ensemble."
    return said


_PLAIN: dict[Type, Callable[[object], str]] = {
    Type.BOOL: lambda value: "oui" if value else "non",
    Type.BYTES: lambda _: "gardée",
}


def _words(connection: Connection, column: Column, value: object) -> str:
    if column.type is Type.TIME and isinstance(value, int):
        return f"{local(value):%d/%m/%Y %H:%M}"
    if column.type in _PLAIN:
        return _PLAIN[column.type](value)
    if column.refers or column.type in (Type.REF, Type.REFS):
        return _referred(connection, column, value)
    if column.name == "hours":
        return "\u202f; ".join(told_hours.opening(str(value)))
    several = str(value).split() if column.type in (Type.CODE, Type.CODES) else [str(value)]
    if column.name in {"commune", "communes"}:
        return ", ".join(communes.display(found) if (found := communes.by_insee(each)) else each for each in several)
    return ", ".join(column.codes.label(each) if column.codes else each for each in several)


def _referred(connection: Connection, column: Column, value: object) -> str:
    kind = next((each for each in KINDS if each.name == column.refers), None)
    if kind is None or kind.name not in {*_NAMES, "permanence"} or not isinstance(value, int):
        return ""
    table = TABLES[kind]
    if kind.name == "permanence":
        place = TABLES[next(each for each in KINDS if each.name == "antenna")]
        query = select(place.c.name).join(table, table.c.antenna == place.c.id).where(table.c.id == value)
    else:
        query = select(table.c[_NAMES[kind.name]]).where(table.c.id == value)
    return str(connection.scalar(query) or "")


def _csv(several: Sequence[Mapping[str, str]]) -> str:
    titles = list(dict.fromkeys(title for row in several for title in row))
    stream = io.StringIO(newline="")
    lines = csv.DictWriter(stream, titles)
    lines.writeheader()
    lines.writerows({title: neutral(words) for title, words in row.items()} for row in several)
    # A spreadsheet reads accents right with it.
    return "\ufeff" + stream.getvalue()


_HEAD = """<!doctype html><html lang="fr"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Ce que nous gardons sur vous</title><style>
body { font: 18px/1.5 sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1f2933 }
h2 { margin-top: 2.2rem }
dl { border-top: 1px solid #ccc; padding-top: .6rem; display: grid; grid-template-columns: 14rem 1fr; gap: .2rem 1rem }
dt { color: #434d57 } dd { margin: 0 }
table { border-collapse: collapse; width: 100% }
th, td { border-top: 1px solid #ccc; padding: .4rem .8rem .4rem 0; text-align: left; vertical-align: top }
h3 { margin: 1.4rem 0 .2rem; font-size: 1em } h3 + p { margin: 0 }
@media (max-width: 40rem) {
dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .5rem }
tr { display: block; border-top: 1px solid #ccc; padding: .5rem 0 } tr:first-child { display: none }
td { display: block; border: 0; padding: 0 } td:first-child { font-weight: bold }
}
</style></head><body>"""
"""Of a file that somebody opens at home: it asks nothing of anybody."""


def _page(told: Mapping[Kind, Sequence[Mapping[str, str]]], rows: Rows, called: str, day: str) -> str:
    parts = [
        _HEAD,
        f"<h1>Ce que nous gardons sur vous</h1><p>{escape(f'{called}, le' if called else 'Le')} {escape(day)}.</p>",
        "<p>Le même contenu est à côté de cette page, pour un tableur ou un autre service.</p>",
    ]
    for kind, several in told.items():
        parts.append(f"<h2>{escape(of_kind(kind.name))} ({len(several)})</h2>")
        for row in several:
            facts = "".join(f"<dt>{escape(title)}</dt><dd>{escape(words)}</dd>" for title, words in row.items())
            parts.append(f"<dl>{facts}</dl>")
    if told.keys() <= {REQUEST}:
        parts.append("<p>En dehors de cela, nous n’avons rien trouvé qui soit à vous.</p>")
    return "".join([*parts, *rights.told(rows), "</body></html>"])
