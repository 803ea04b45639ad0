"""Coworking places and self-service computers: which are free, who takes one, and freeing it again."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen, name, same
from kiosque.actions.known import require
from kiosque.actions.repairing.machines import require_allowed
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain.errors import KnownError
from kiosque.domain.network_codes import DESK_FORMS, MACHINE
from kiosque.domain.persons import full_name
from kiosque.domain.records import DESK, DESK_USE

LONGEST_NAME = 40
MOST_PAGES = 2_000


@dataclass(frozen=True, slots=True)
class Place:
    """A desk, for the animator's eyes: since when it is taken, None while it is free, and by whom as far as known."""

    id: int
    name: str
    form: str
    since: int | None = None
    who: str = ""


class Taken(KnownError):
    """Somebody sits there."""


def add_desk(store: Store, *, label: str, form: str, antenna: int | None = None, author: int = 0) -> Done:
    """Add a place at an antenna, this one when None. Raises ``BadInput``."""
    where = store.identity.antenna if antenna is None else antenna
    table, called = tables.desk, name("label", label, LONGEST_NAME)
    with store.writing(author) as writer:
        _require_free(writer, called, table.c.antenna == where)
        record = writer.record(DESK, antenna=where, name=called, form=chosen("form", form, DESK_FORMS))
    return Done(record, tuple(writer.entries), writer.now)


def correct_desk(store: Store, desk: int, *, label: str, form: str, author: int) -> Done:
    """Say otherwise what a place is called, or what it is. Raises ``BadInput`` or ``db.write.Missing``."""
    table, called, said = tables.desk, name("label", label, LONGEST_NAME), chosen("form", form, DESK_FORMS)
    with store.writing(author) as writer:
        row = require(writer.first, table, desk)
        _require_free(writer, called, table.c.antenna == row.antenna, table.c.id != desk)
        writer.correct(DESK, desk, name=called, form=said)
    return Done(desk, tuple(writer.entries), writer.now)


def places(store: Store) -> tuple[Place, ...]:
    """Return this antenna's places, by name. Of two who took one at once on two PCs, the first is named."""
    desk, use, visit, visitor = tables.desk, tables.desk_use, tables.visit, tables.visitor
    open_ = select(use.c.desk, use.c.started_at, use.c.visit).where(use.c.ended_at.is_(None), alive(use)).subquery()
    query = (
        select(desk.c.id, desk.c.name, desk.c.form, open_.c.started_at, visitor.c.given_name, visitor.c.family_name)
        .outerjoin(open_, open_.c.desk == desk.c.id)
        .outerjoin(visit, visit.c.id == open_.c.visit)
        .outerjoin(visitor, visitor.c.id == visit.c.visitor)
        .where(desk.c.antenna == store.identity.antenna, alive(desk))
        .order_by(desk.c.name, desk.c.id, open_.c.started_at)
    )
    found: dict[int, Place] = {}
    for row in store.all(query):
        who = full_name(row.given_name, row.family_name)
        found.setdefault(row.id, Place(row.id, row.name or "", row.form or "", row.started_at, who))
    return tuple(found.values())


def of_antenna(store: Store, antenna: int) -> tuple[Place, ...]:
    """Return the places of any antenna, by name, whoever has them."""
    table = tables.desk
    mine = select(table.c.id, table.c.name, table.c.form).where(table.c.antenna == antenna, alive(table))
    rows = store.all(mine.order_by(table.c.name, table.c.id))
    return tuple(Place(row.id, row.name or "", row.form or "") for row in rows)


def take(store: Store, desk: int, *, visit: int | None = None, author: int) -> Done:
    """Note that who came with ``visit``, or somebody unnamed, takes a place now.

    Raises ``Taken``, ``machines.NotAllowed`` or ``BadInput``.
    """
    table = tables.desk
    with store.writing(author) as writer:
        row = writer.first(select(table.c.id, table.c.form).where(table.c.id == desk, alive(table)))
        if row is None:
            raise BadInput("desk", "Cette place n’existe pas sur ce poste.")
        if row.form == MACHINE:
            require_allowed(writer.all, desk, visit, writer.now)
        if _open(writer, desk):
            raise Taken("Cette place est prise.")
        record = writer.record(DESK_USE, desk=desk, visit=visit, times=(writer.now, None))
    return Done(record, tuple(writer.entries), writer.now)


def count_pages(store: Store, use: int, pages: int, *, author: int) -> Done:
    """Note how many pages somebody printed while they had a place. Raises ``BadInput`` or ``db.write.Missing``."""
    with store.writing(author) as writer:
        writer.amend(DESK_USE, use, pages=pages_of(pages))
    return Done(use, tuple(writer.entries), writer.now)


def last_use(store: Store, desk: int) -> tuple[int, int]:
    """Return who had a place last (the use), and how many pages they printed; 0 when nobody ever had it."""
    use = tables.desk_use
    query = (
        select(use.c.id, use.c.pages)
        .where(use.c.desk == desk, alive(use))
        .order_by(use.c.started_at.desc(), use.c.id.desc())
    )
    row = store.first(query.limit(1))
    return (row.id, row.pages or 0) if row else (0, 0)


def free(store: Store, desk: int, *, author: int, pages: int | None = None) -> Done:
    """Note that a place is free again, and how many pages were printed there; a free one stays free."""
    if pages is not None:
        pages_of(pages)
    with store.writing(author) as writer:
        for row in _open(writer, desk):
            said = {} if pages is None else {"pages": pages}
            writer.amend(DESK_USE, row.id, times=(row.started_at, max(row.started_at, writer.now)), **said)
    return Done(desk, tuple(writer.entries), writer.now)


def remove(store: Store, desk: int, *, author: int) -> Done:
    """Put a place in the bin: it is not there any more. Raises ``Taken``: somebody sits there, or has booked it."""
    booking = tables.booking
    ahead = (booking.c.ended_at.is_(None) | (booking.c.ended_at > store.now()), alive(booking))
    with store.writing(author) as writer:
        if _open(writer, desk):
            raise Taken("Cette place est prise.")
        if writer.first(select(booking.c.id).where(booking.c.desk == desk, *ahead)):
            raise Taken("Cette place est réservée\u00a0: déplacez d’abord ses réservations.")
        writer.amend(DESK, desk, deleted=True)
    return Done(desk, tuple(writer.entries), writer.now)


def free_all(writer: Writer, antenna: int, ended_at: int) -> None:
    """In a transaction: free every place of an antenna at closing, and say that nobody said when they left."""
    use, desk = tables.desk_use, tables.desk
    query = select(use.c.id, use.c.started_at).join(desk, desk.c.id == use.c.desk)
    for row in writer.all(query.where(desk.c.antenna == antenna, use.c.ended_at.is_(None), alive(use))):
        writer.amend(DESK_USE, row.id, times=(row.started_at, max(row.started_at, ended_at)), at_closing=True)


def _require_free(writer: Writer, called: str, *among: ColumnElement[bool]) -> None:
    table = tables.desk
    if any(same(each.name, called) for each in writer.all(select(table.c.name).where(*among, alive(table)))):
        raise BadInput("label", "Une place porte déjà ce nom.")


def _open(writer: Writer, desk: int) -> list[Found]:
    use = tables.desk_use
    return writer.all(
        select(use.c.id, use.c.started_at).where(use.c.desk == desk, use.c.ended_at.is_(None), alive(use))
    )


def pages_of(pages: int) -> int:
    """Return a number of pages as it is kept. Raises ``BadInput``."""
    if not 0 <= pages <= MOST_PAGES:
        raise BadInput("pages", "Écrivez un nombre de pages.")
    return pages
