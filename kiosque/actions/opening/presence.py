"""Who is at a permanence: animators come, stay, and hand over, without closing it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import alive
from kiosque.actions.opening.engagement import require_engaged
from kiosque.db import records as tables
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain.errors import KnownError
from kiosque.domain.records import PRESENCE


@dataclass(frozen=True, slots=True)
class Presence:
    """One stretch of one animator at a permanence, UTC seconds; ``ended_at`` is None while they are there."""

    id: int
    animator: int
    name: str
    started_at: int
    ended_at: int | None


class NotThere(KnownError):
    """That animator is not, or no longer, at this permanence."""


class LastOne(KnownError):
    """A permanence is staffed: the last one does not leave, they close."""


def presences(store: Store, permanence: int) -> tuple[Presence, ...]:
    """Return who was at ``permanence``, in the order in which they came; whoever came twice, twice."""
    table, who = tables.presence, tables.animator
    query = (
        select(table.c.id, table.c.animator, who.c.given_name, who.c.family_name, table.c.started_at, table.c.ended_at)
        .outerjoin(who, who.c.id == table.c.animator)
        .where(table.c.permanence == permanence, alive(table))
        .order_by(table.c.started_at, table.c.id)
    )
    return tuple(
        Presence(row.id, row.animator, f"{row.given_name or ''} {row.family_name or ''}".strip(), *row[4:])
        for row in store.all(query)
    )


def there(store: Store, permanence: int) -> tuple[Presence, ...]:
    """Return who is at ``permanence`` now."""
    return tuple(each for each in presences(store, permanence) if each.ended_at is None)


def join(
    store: Store, permanence: int, animator: int, relieved: Sequence[int] = (), *, clock_sure: bool = True
) -> Done:
    """Let ``animator`` come to ``permanence``, which goes on; ``relieved`` are the presences that end now.

    Whoever is there already does not come twice. Raises ``NotThere`` when it is closed, or when one of ``relieved``
    is not there any more; ``EngagementOver``, unless the clock is not sure.
    """
    with store.writing(animator) as writer:
        require_engaged(writer, animator, clock_sure=clock_sure)
        held = tables.permanence
        opened = select(held.c.id).where(held.c.id == permanence, held.c.ended_at.is_(None), alive(held))
        if writer.first(opened) is None:
            raise _not_there()
        here = writer.all(_there(permanence))
        for presence in relieved:
            _end(writer, _among(here, presence))
        mine = next((row.id for row in here if row.animator == animator and row.id not in relieved), None)
        record = begin(writer, permanence, animator) if mine is None else mine
    return Done(record, tuple(writer.entries), writer.now)


def leave(store: Store, permanence: int, presence: int, *, author: int) -> Done:
    """Note that somebody leaves ``permanence`` now, which goes on with the others.

    Raises ``NotThere``, or ``LastOne`` when nobody else would be there.
    """
    with store.writing(author) as writer:
        here = writer.all(_there(permanence))
        leaving = _among(here, presence)
        if all(row.animator == leaving.animator for row in here):
            sentence = "Personne d’autre n’est là. Fermez plutôt la permanence."
            raise LastOne(sentence)
        _end(writer, leaving)
    return Done(presence, tuple(writer.entries), writer.now)


def begin(writer: Writer, permanence: int, animator: int) -> int:
    """In a transaction: note that ``animator`` is at ``permanence`` from now on; return the presence."""
    return writer.record(PRESENCE, permanence=permanence, animator=animator, times=(writer.now, None))


def end_all(writer: Writer, permanence: int, ended_at: int) -> None:
    """In a transaction: note that nobody is at ``permanence`` after ``ended_at`` (UTC seconds)."""
    for row in writer.all(_there(permanence)):
        _end(writer, row, ended_at)


def _there(permanence: int) -> Query:
    table = tables.presence
    query: Select[tuple[int, int, int]] = select(table.c.id, table.c.animator, table.c.started_at)
    return query.where(table.c.permanence == permanence, table.c.ended_at.is_(None), alive(table)).order_by(table.c.id)


def _among(here: Sequence[Found], presence: int) -> Found:
    found = next((row for row in here if row.id == presence), None)
    if found is None:
        raise _not_there()
    return found


def _end(writer: Writer, row: Found, ended_at: int | None = None) -> None:
    # A wall clock that was put back must not make somebody leave before they came; who came after the hour at which
    # a permanence is said to have closed was there no time.
    end = writer.now if ended_at is None else ended_at
    writer.amend(PRESENCE, row.id, times=(row.started_at, max(row.started_at, end)))


def _not_there() -> NotThere:
    return NotThere("Cette personne n’est plus à cette permanence.")
