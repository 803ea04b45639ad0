"""What an act of help keeps of those helped: codes, one per person, so that an erasure leaves exact figures."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from kiosque.actions.discarding import helps_of
from kiosque.actions.visitors.profile import describe
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.write import Writer
from kiosque.domain import codes
from kiosque.domain.profile import COUNTED, SEVERAL
from kiosque.domain.records import INTERVENTION
from kiosque.journal.entry import Value


def about(visits: Sequence[int], helped: Sequence[Found]) -> dict[str, Value]:
    """Return what an act of help keeps of those helped, who came with ``visits``.

    One age band per person, one gender and one status as soon as one is said; of communes and sectors those that are.
    """
    return {
        "visits": tuple(visits) or None,
        "visitors": tuple(row.visitor for row in helped if row.visitor is not None) or None,
        "age_bands": tuple(row.age_band or codes.NOT_STATED for row in helped) or None,
        "communes": tuple(row.commune for row in helped if row.commune) or None,
        "genders": _each([row.gender for row in helped]),
        "statuses": _each([row.status for row in helped]),
        "sectors": tuple(row.sector for row in helped if row.sector) or None,
    }


def of_nobody(said: Mapping[str, Value]) -> dict[str, Value]:
    """Return what an act of help keeps of somebody who is not signed in, and of whom this was said."""
    return {SEVERAL[field]: (code,) if code else None for field, code in said.items()}


def describe_helped(writer: Writer, intervention: int, said: Mapping[str, Value]) -> None:
    """In a transaction: say of those whom an act of help helped what is ``said``; all help of their visits follows."""
    if not said:
        return
    table = tables.intervention
    row = writer.first(select(table).where(table.c.id == intervention))
    if row is None or not row.visits:
        writer.amend(INTERVENTION, intervention, **of_nobody(said))
        return
    for visit in describe(writer, [int(each) for each in row.visits.split()], said):
        follow(writer, visit)


def follow(writer: Writer, visit: int) -> None:
    """In a transaction: let the acts of help of a visit say again whom they helped, as their visits now do."""
    for row in writer.all(helps_of(visit)):
        _tell_again(writer, row)


def _tell_again(writer: Writer, row: Found) -> None:
    table, visits = tables.visit, [int(each) for each in row.visits.split()]
    columns = (table.c.id, table.c.visitor, *(table.c[name] for name in COUNTED))
    helped = {each.id: each for each in writer.all(select(*columns).where(table.c.id.in_(visits)))}
    said = about(visits, [helped[visit] for visit in visits])
    named = {int(each) for each in (row.visitors or "").split()}
    # Who was set apart since is named where they were, and nowhere else.
    kept = (each for each in _as_tuple(said["visitors"]) if each in named or writer.knows(int(str(each))))
    said["visitors"] = tuple(kept) or None
    if row.erased == "":
        # Whom it helped was forgotten for ever.
        del said["visitors"]
    now = {name: tuple((getattr(row, name) or "").split()) for name in said}
    new = {name: value for name, value in said.items() if tuple(map(str, _as_tuple(value))) != now[name]}
    if new:
        writer.amend(INTERVENTION, row.id, **new)


def _each(said: Sequence[str | None]) -> tuple[str, ...] | None:
    """Return one code per person, as soon as something is said of one of them."""
    return tuple(code or codes.NOT_STATED for code in said) if any(said) else None


def _as_tuple(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else ()
