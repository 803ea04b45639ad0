"""Erasing somebody for ever: all that says who they were, in their own records and in those of others."""

from collections.abc import Callable, Collection, Sequence

from sqlalchemy import ColumnElement, select

from kiosque.actions.done import Done
from kiosque.actions.known import NOT_HERE
from kiosque.actions.visitors.apart import said_of
from kiosque.actions.visitors.links import links_around
from kiosque.actions.visitors.named_alone import forget, surely_alone
from kiosque.db import records as tables
from kiosque.db.forgetting import forget_naming, naming
from kiosque.db.store import Store
from kiosque.db.write import Missing, Writer
from kiosque.domain.persons import Described, others_of
from kiosque.domain.records import VISITOR


def erase_person(store: Store, visitor: int, *, author: int, alone: Collection[int] = ()) -> Done:
    """Erase who ``visitor`` is, and whoever links make the same person, as far as this store holds them.

    Visits, help and what else names them keep what is counted, and no reference. What an entry says of others beside
    (a child for whom they answered, those helped together) is said again without them. A registration, a booking or a
    wish that bears their whole name and their number is theirs; ``alone``: others that somebody found to be
    (``named_alone``). It may be asked again, when something that names them came later. Raises ``db.write.Missing``.
    """
    gone = frozenset({visitor, *others_of(visitor, links_around(store.all, (visitor,)))})
    table = tables.visitor
    held = store.all(select(table).where(table.c.id.in_(gone)))
    here = [row for row in held if row.erased != ""]
    with store.reading() as connection:
        others = naming(connection, gone)
    if visitor not in {row.id for row in held} or not (here or others or alone):
        raise Missing(NOT_HERE)
    # By the journal: the tables show no name of who is set apart.
    surely = {each for row in here for each in surely_alone(store, _described(store, row.id))}
    with store.writing(author) as writer:
        for row in here:
            writer.erase(VISITOR, row.id)
        forgotten = forget_naming(writer, others, gone)
        for record in sorted({*surely, *alone} - forgotten):
            forget(writer, record)
    return Done(visitor, tuple(writer.entries), writer.now)


def erase_together(
    store: Store, people: Sequence[frozenset[int]], *, author: int, still: Callable[[Writer, frozenset[int]], bool]
) -> int:
    """Erase several people, each all the records of one, in one transaction; return how many were.

    ``still`` is asked then of each whether they are to be. Names that stand by themselves have a day of their own.
    """
    with store.reading() as connection:
        others = naming(connection, frozenset().union(*people))
    with store.writing(author) as writer:
        erased = [each for each in people if still(writer, each)]
        gone = frozenset().union(*erased)
        for visitor in sorted(gone):
            if writer.first(select(tables.visitor.c.id).where(_here(visitor))):
                writer.erase(VISITOR, visitor)
        forget_naming(writer, others, gone)
    return len(erased)


def _here(visitor: int) -> ColumnElement[bool]:
    table = tables.visitor
    return (table.c.id == visitor) & table.c.erased.is_distinct_from("")


def _described(store: Store, visitor: int) -> Described:
    said = said_of(store, visitor)
    return Described(said.given_name, said.family_name, said.phone, said.email)
