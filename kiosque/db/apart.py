"""Who is set apart, and that nothing new names them: asked of the tables, which show nothing else of them."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Table, bindparam, or_, select, union

from kiosque.db import records as tables
from kiosque.db.prepared import prepared
from kiosque.domain.errors import KnownError
from kiosque.domain.kinds import Kind
from kiosque.domain.persons import SAME
from kiosque.domain.records import (
    AUTHORISATION,
    BOOKING,
    INTERVENTION,
    LOAN,
    PASS,
    REGISTRATION,
    VISIT,
    WISH,
)
from kiosque.journal.entry import Value


class SetApart(KnownError):
    """What is kept of somebody who is set apart is said by nobody until headquarters lifts it."""

    def __init__(self) -> None:
        super().__init__("Cette personne a demandé que sa fiche ne serve plus. La coordination peut vous en dire plus.")


def up(visitor: Table) -> ColumnElement[bool]:
    """Return the condition that a visitor is set apart."""
    return or_(visitor.c.restricted_at.is_not(None), visitor.c.objected_at.is_not(None))


def down(visitor: Table) -> ColumnElement[bool]:
    """Return the condition that a visitor is not; true as well of no visitor, in an outer join."""
    return visitor.c.restricted_at.is_(None) & visitor.c.objected_at.is_(None)


_VISITOR = tables.visitor.c
_IS_UP = select(_VISITOR.id).where(_VISITOR.id == bindparam("of"), up(tables.visitor))
_FLAGS = select(_VISITOR.id, _VISITOR.restricted_at, _VISITOR.objected_at)
# Each by its own index, in which almost nobody is.
_UP = union(_FLAGS.where(_VISITOR.restricted_at.is_not(None)), _FLAGS.where(_VISITOR.objected_at.is_not(None)))
_LINK = tables.link.c
_OF: BindParameter[int] = bindparam("of", expanding=True)
_LINKS = select(_LINK.one, _LINK.other).where(
    or_(_LINK.one.in_(_OF), _LINK.other.in_(_OF)), _LINK.verdict == SAME, _LINK.deleted.is_not(True)
)

_NAMES = {kind.number: "visitor" for kind in (VISIT, REGISTRATION, BOOKING, WISH, PASS, LOAN, AUTHORISATION)} | {
    INTERVENTION.number: "visitors"
}
"""The kinds that tell what somebody did, and the field that says who."""


def is_apart(driver: Any, visitor: int) -> bool:  # noqa: ANN401 - the drivers have no common type
    """Whether a visitor is set apart: one look by their id."""
    return prepared(_IS_UP).first(driver, {"of": visitor}) is not None


def unnamed(driver: Any, kind: Kind, values: Mapping[str, Value]) -> Mapping[str, Value]:  # noqa: ANN401 - as above
    """Return what a new record says, without whoever is set apart."""
    field = _NAMES.get(kind.number, "")
    who = values.get(field)
    if not who:
        return values
    several = who if isinstance(who, tuple) else (who,)
    left = tuple(each for each in several if not (isinstance(each, int) and is_apart(driver, each)))
    if len(left) == len(several):
        return values
    return {**values, field: (left or None) if isinstance(who, tuple) else None}


def all_apart(connection: Connection) -> dict[int, tuple[int | None, int | None]]:
    """Return since when what is kept of each visitor who is set apart is frozen, and since when they object."""
    return {row.id: (row.restricted_at, row.objected_at) for row in connection.execute(_UP)}


def restricted(connection: Connection) -> frozenset[int]:
    """Return the visitors who must be neither forgotten nor changed: those whose data are frozen, whoever is joined."""
    held = {visitor for visitor, (since, _) in all_apart(connection).items() if since is not None}
    return frozenset(with_joined(connection, held))


def with_joined(connection: Connection, visitors: Collection[int]) -> set[int]:
    """Return ``visitors`` and all the records that links join to them."""
    found, beyond = set(visitors), set(visitors)
    while beyond:
        rows = connection.execute(_LINKS, {"of": sorted(beyond)})
        beyond = {end for row in rows for end in (row.one, row.other) if end} - found
        found |= beyond
    return found
