"""Wishes for workshops: what visitors would like, how many do, whom to call, and the workshop that answers."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen, name, telephone
from kiosque.actions.known import require
from kiosque.actions.workshops import registrations
from kiosque.db import records as tables
from kiosque.db.apart import SetApart, down, up
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.french import local
from kiosque.domain.persons import full_name
from kiosque.domain.records import WISH
from kiosque.domain.request_codes import SUBJECTS
from kiosque.domain.validity import midnight
from kiosque.journal.entry import COUNTER


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who would like to be called: ``called`` says whether they were."""

    wish: int
    name: str
    phone: str
    called: bool


@dataclass(frozen=True, slots=True)
class ToCall:
    """Somebody to call: the workshop that they wished for is planned, and still to come."""

    wish: int
    name: str
    phone: str
    title: str
    starts_at: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """A subject that people wish for: how many do, the last day on which one did, and whom to call of them."""

    subject: str
    wishes: int
    last: int
    wish: int = 0
    """The last of them, which may be a mistake."""
    callers: tuple[Caller, ...] = ()


def wish(store: Store, subject: str, *, author: int = COUNTER) -> Done:
    """Note that somebody would like a workshop: nobody's name, and only the day. Raises ``BadInput``."""
    with store.writing(author) as writer:
        record = writer.record(
            WISH,
            antenna=store.identity.antenna,
            subject=chosen("subject", subject, SUBJECTS),
            wished_on=midnight(local(writer.now).date()),
        )
    return Done(record, tuple(writer.entries), writer.now)


def ask_to_be_called(
    store: Store, wish: int, *, called: str, phone: str, visit: int | None = None, author: int = COUNTER
) -> Done:
    """Note whom to call when there is such a workshop. ``visit``: theirs, by which they may be known.

    Raises ``BadInput`` or ``db.write.Missing``.
    """
    number = telephone(phone)
    said = {"name": name("name", called), "phone": number}
    if number is None:
        raise BadInput("phone", "Il manque un numéro ici.")
    table = tables.visit
    with store.writing(author) as writer:
        of = writer.first(select(table.c.visitor).where(table.c.id == visit)) if visit is not None else None
        known = of is not None and of.visitor and writer.knows(of.visitor)
        writer.amend(WISH, wish, **said, **({"visitor": of.visitor} if of is not None and known else {}))
    return Done(wish, tuple(writer.entries), writer.now)


def wanted(store: Store) -> tuple[Wanted, ...]:
    """Return the wishes of this antenna that no workshop answers yet: the most wanted first, then in the list's order.

    A wish whose workshop was called off since is open again.
    """
    table, visitor, workshop = tables.wish, tables.visitor, tables.workshop
    columns = (table, visitor.c.given_name, visitor.c.family_name, up(visitor).label("apart"))
    query = (
        select(*columns)
        .outerjoin(visitor, visitor.c.id == table.c.visitor)
        .outerjoin(workshop, workshop.c.id == table.c.workshop)
        .where(
            table.c.antenna == store.identity.antenna,
            alive(table),
            table.c.workshop.is_(None) | workshop.c.deleted.is_(True),
        )
        .order_by(table.c.wished_on, table.c.id)
    )
    counts: Counter[str] = Counter()
    last: dict[str, tuple[int, int]] = {}
    callers: dict[str, list[Caller]] = {}
    for row in store.all(query):
        counts[row.subject] += 1
        last[row.subject] = (row.wished_on, row.id)
        if row.phone and not row.apart:
            who = row.name or full_name(row.given_name, row.family_name)
            called = row.called_at is not None
            callers.setdefault(row.subject, []).append(Caller(row.id, who, row.phone, called))
    order = {code.code: place for place, code in enumerate(SUBJECTS)}
    found = (Wanted(each, counts[each], *last[each], tuple(callers.get(each, ()))) for each in counts)
    return tuple(sorted(found, key=lambda each: (-each.wishes, order.get(each.subject, len(order)), each.subject)))


def to_call(store: Store) -> tuple[ToCall, ...]:
    """Return whom to call now, in the order of the workshops."""
    table, visitor, workshop = tables.wish, tables.visitor, tables.workshop
    columns = (table, visitor.c.given_name, visitor.c.family_name, workshop.c.title, workshop.c.started_at)
    query = (
        select(*columns)
        .join(workshop, workshop.c.id == table.c.workshop)
        .outerjoin(visitor, visitor.c.id == table.c.visitor)
        .where(
            table.c.antenna == store.identity.antenna,
            table.c.phone.is_not(None),
            table.c.called_at.is_(None),
            workshop.c.started_at > store.now(),
            *(alive(table), alive(workshop), down(visitor)),
        )
        .order_by(workshop.c.started_at, table.c.wished_on, table.c.id)
    )
    return tuple(
        ToCall(
            row.id,
            row.name or full_name(row.given_name, row.family_name),
            row.phone,
            row.title,
            row.started_at,
        )
        for row in store.all(query)
    )


def enrol(store: Store, wish: int, *, author: int) -> Done:
    """Note that somebody was called and comes: they are registered at the workshop. Raises as ``register``."""
    table = tables.wish
    with store.writing(author) as writer:
        row = writer.first(select(table).where(table.c.id == wish, alive(table)))
        if row is None or row.workshop is None:
            raise Missing("Cette envie n’a pas encore d’atelier.")
        if row.visitor and not writer.knows(row.visitor):
            raise SetApart
        who = {"visitor": row.visitor} if row.visitor else {}
        registrations.enrol(writer, row.workshop, {**who, "name": row.name, "phone": row.phone})
        writer.amend(WISH, wish, called_at=writer.now)
    return Done(wish, tuple(writer.entries), writer.now)


def call(store: Store, wish: int, *, author: int) -> Done:
    """Note that somebody was called. Raises ``db.write.Missing``."""
    with store.writing(author) as writer:
        writer.amend(WISH, wish, called_at=writer.now)
    return Done(wish, tuple(writer.entries), writer.now)


def answer(store: Store, subject: str, workshop: int, *, author: int) -> Done:
    """Say that a workshop answers every open wish for ``subject``. Raises ``db.write.Missing``."""
    table, planned = tables.wish, tables.workshop
    with store.writing(author) as writer:
        require(writer.first, planned, workshop)
        query = (
            select(table.c.id)
            .outerjoin(planned, planned.c.id == table.c.workshop)
            .where(
                table.c.antenna == store.identity.antenna,
                table.c.subject == subject,
                alive(table),
                table.c.workshop.is_(None) | planned.c.deleted.is_(True),
            )
        )
        for row in writer.all(query.order_by(table.c.id)):
            writer.amend(WISH, row.id, workshop=workshop)
    return Done(workshop, tuple(writer.entries), writer.now)
