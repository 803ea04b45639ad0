"""Setting somebody apart, and lifting that: who objected, or whose data are frozen. Headquarters alone does it."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.known import NOT_HERE
from kiosque.actions.visitors.named_alone import forget
from kiosque.actions.visitors.people import Answers
from kiosque.db import records as tables
from kiosque.db.apart import all_apart, with_joined
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.db.write import Missing, Writer
from kiosque.domain import spelling
from kiosque.domain.apart import Flag
from kiosque.domain.persons import full_name
from kiosque.domain.records import VISITOR


@dataclass(frozen=True, slots=True)
class Apart:
    """Somebody who is set apart: what they said, by the journal, and since when (UTC seconds) each flag is up."""

    visitor: int
    said: Answers
    restricted_at: int | None
    objected_at: int | None

    @property
    def name(self) -> str:
        """The name as it is said; empty for a card without a name."""
        return full_name(self.said.given_name, self.said.family_name)

    def since(self, flag: Flag) -> int | None:
        """Return since when a flag is up; None when it is not."""
        at: int | None = getattr(self, flag.asked)
        return at


def set_apart(store: Store, visitor: int, flag: Flag, *, alone: Collection[int] = ()) -> Done:
    """Raise a flag of somebody, on each of their records. Raises ``BadInput`` when it is up, or ``Missing``.

    ``alone``: records that bear only their name, which is taken away from them: no flag hides it there.
    """
    with store.writing() as writer:
        rows = _records(store, writer, visitor)
        new = [row for row in rows if getattr(row, flag.asked) is None]
        if not new:
            raise BadInput("act", "C’est déjà fait.")
        for row in new:
            # Raised and lifted within one second, another asking is another one all the same.
            asked = max(writer.now, (getattr(row, flag.lifted) or 0) + 1)
            writer.amend(VISITOR, row.id, **{flag.asked: asked})
        for record in sorted(alone):
            forget(writer, record)
    return Done(visitor, tuple(writer.entries), writer.now)


def lift(store: Store, visitor: int, flag: Flag) -> Done:
    """Take a flag of somebody back, on each of their records. Raises ``BadInput`` when it is not up, or ``Missing``."""
    with store.writing() as writer:
        up = [row for row in _records(store, writer, visitor) if getattr(row, flag.asked) is not None]
        if not up:
            raise BadInput("act", "C’est déjà levé.")
        for row in up:
            writer.amend(VISITOR, row.id, **{flag.lifted: getattr(row, flag.asked)})
    return Done(visitor, tuple(writer.entries), writer.now)


def those_apart(store: Store) -> tuple[Apart, ...]:
    """Return everybody who is set apart, each once, by name: for whoever answers what people ask of their data."""
    with store.reading() as connection:
        flags = all_apart(connection)
        first = {min(with_joined(connection, (each,))) for each in flags}
    found = (_apart(store, each, *flags[each]) for each in first if each in flags)
    return tuple(sorted(found, key=lambda each: (spelling.words(each.name), each.visitor)))


def apart_of(store: Store, visitor: int) -> Apart | None:
    """Return somebody as they are set apart; None who is not."""
    with store.reading() as connection:
        flags = all_apart(connection).get(visitor)
    return _apart(store, visitor, *flags) if flags else None


def said_of(store: Store, visitor: int) -> Answers:
    """Return what somebody said of themselves, as the journal has it: set apart or not."""
    state = store.state(visitor)
    values = state.values if state else {}
    held = {field.name: values.get(field.number) for field in VISITOR.fields}
    return Answers(**{name: held[name] or default for name, default in _ANSWERS.items()})  # type: ignore[arg-type]


_ANSWERS = {each: getattr(Answers(), each) for each in Answers.__slots__}


def _apart(store: Store, visitor: int, restricted_at: int | None, objected_at: int | None) -> Apart:
    return Apart(visitor, said_of(store, visitor), restricted_at, objected_at)


def _records(store: Store, writer: Writer, visitor: int) -> list[Found]:
    """Return all the records of one person that are not erased. Raises ``Missing``."""
    table = tables.visitor
    with store.reading() as connection:
        mine = with_joined(connection, (visitor,))
    rows = writer.all(select(table).where(table.c.id.in_(mine), table.c.erased.is_distinct_from("")))
    if visitor not in {row.id for row in rows}:
        raise Missing(NOT_HERE)
    return rows
