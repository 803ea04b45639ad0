"""One visit: an arrival, a departure, and whether somebody is here."""

from dataclasses import dataclass

from sqlalchemy import bindparam, exists, or_, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import alive, chosen
from kiosque.actions.opening.during import during
from kiosque.actions.opening.permanences import require_open
from kiosque.actions.visitors.links import links_around
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain import codes
from kiosque.domain.errors import KnownError
from kiosque.domain.persons import others_of
from kiosque.domain.records import VISIT


@dataclass(frozen=True, slots=True)
class SignedIn(Done):
    """An arrival that is counted. ``given_name`` is None for who has not said it."""

    visit: int
    given_name: str | None
    returning: bool


@dataclass(frozen=True, slots=True)
class SignedOut(Done):
    """A departure that is noted."""

    given_name: str | None


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who arrives, as far as the counter knows: nobody in particular by default."""

    visitor: int | None = None
    given_name: str | None = None
    age_band: str | None = None
    commune: str | None = None
    gender: str | None = None
    status: str | None = None
    sector: str | None = None


class AlreadyHere(KnownError):
    """The person of this card is signed in; ``visit`` is theirs, so that they may leave instead."""

    def __init__(self, visit: int) -> None:
        super().__init__("Vous êtes déjà inscrit pour aujourd’hui.")
        self.visit = visit


class NotHere(KnownError):
    """Nobody who is signed in answers to this."""


def arrive(writer: Writer, store: Store, reason: str | None, bearer: Bearer, accompanied: str | None = None) -> int:
    """Count one arrival, and return the visit. Raises ``AlreadyHere``, ``NotOpen`` or ``BadInput``."""
    permanence = require_open(writer, store)
    here = bearer.visitor and visit_of(writer, permanence.id, bearer.visitor)
    if here:
        raise AlreadyHere(here)
    return writer.record(
        VISIT,
        permanence=permanence.id,
        visitor=bearer.visitor,
        times=(writer.now, None),
        reason=reason and chosen("reason", reason, codes.VISIT_REASONS),
        age_band=bearer.age_band,
        commune=bearer.commune,
        gender=bearer.gender,
        status=bearer.status,
        sector=bearer.sector,
        accompanied=accompanied,
    )


def depart(writer: Writer, visit: int) -> SignedOut:
    """Note one departure. Raises ``NotHere``."""
    table, visitor = tables.visit, tables.visitor
    query = (
        select(table.c.started_at, visitor.c.given_name)
        .outerjoin(visitor, visitor.c.id == table.c.visitor)
        .where(table.c.id == visit, table.c.ended_at.is_(None), alive(table))
    )
    row = writer.first(query)
    if row is None:
        raise not_here()
    # A wall clock that was put back must not make a departure come before its arrival.
    writer.amend(VISIT, visit, times=(row.started_at, max(row.started_at, writer.now)))
    return SignedOut(visit, tuple(writer.entries), writer.now, row.given_name)


def visit_of(writer: Writer, permanence: int, visitor: int) -> int | None:
    """Return the visit under way of somebody, by whichever of their records and cards; None when they are not here.

    Links make one person of several visitors: each of their cards is theirs, and they are here once.
    """
    row = writer.one(_HERE, permanence=permanence, visitor=visitor)
    if row.visit is None and row.joined:
        others = others_of(visitor, links_around(writer.all, (visitor,)))
        found = (writer.one(_HERE, permanence=permanence, visitor=other) for other in others)
        row = next((each for each in found if each.visit), row)
    return int(row.visit) if row.visit else None


_LINK = tables.link.c
# Almost nobody is joined with anybody: one look, and most sign-ins ask no more. One statement: each takes its 10 µs.
_HERE = select(
    select(tables.visit.c.id)
    .where(
        during(bindparam("permanence")),
        tables.visit.c.visitor == bindparam("visitor"),
        tables.visit.c.ended_at.is_(None),
        alive(tables.visit),
    )
    .scalar_subquery()
    .label("visit"),
    exists()
    .where(or_(_LINK.one == bindparam("visitor"), _LINK.other == bindparam("visitor")), alive(tables.link))
    .label("joined"),
)


def not_here() -> NotHere:
    """Say that nobody who is here answers to that."""
    return NotHere("Nous ne trouvons pas votre arrivée. Bonne route tout de même\u202f!")
