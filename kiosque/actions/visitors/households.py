"""Households: one card for those who live together, and who of them is here."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import alive, chosen, name
from kiosque.actions.known import NOT_HERE
from kiosque.actions.opening.permanences import open_here
from kiosque.actions.visitors.cards import new_code
from kiosque.actions.visitors.links import links_around
from kiosque.actions.visitors.visits import Bearer, NotHere, arrive, depart
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain import codes
from kiosque.domain.codes import ALONE, MINOR_BANDS, WITH_ADULT
from kiosque.domain.persons import masked, others_of
from kiosque.domain.profile import COUNTED
from kiosque.domain.records import HOUSEHOLD, VISITOR


@dataclass(frozen=True, slots=True)
class Member:
    """One of a household, as the counter may show them; ``visit`` is the one under way, when they are here."""

    visitor: int
    masked: str
    minor: bool
    visit: int | None = None


@dataclass(frozen=True, slots=True)
class Added(Done):
    """Somebody more in a household; the household, and its card."""

    household: int
    card: str


@dataclass(frozen=True, slots=True)
class Came(Done):
    """Several of a household who have just arrived, or left."""

    how_many: int


def members(store: Store, household: int) -> tuple[Member, ...]:
    """Return who belongs to a household, adults first, in the order in which they were written down."""
    table, visit = tables.visitor, tables.visit
    query = select(table).where(table.c.household == household, table.c.given_name.is_not(None), alive(table))
    rows = store.all(query)
    permanences = open_here(store)
    under_way = select(visit.c.visitor, visit.c.id).where(
        visit.c.permanence.in_(permanences), visit.c.ended_at.is_(None), alive(visit)
    )
    here = {row.visitor: row.id for row in store.all(under_way)} if permanences else {}
    # Somebody may be here by another record of theirs, and its card.
    joined = links_around(store.all, [row.id for row in rows])
    found = (
        Member(
            row.id,
            masked(row.given_name, row.family_name),
            row.age_band in MINOR_BANDS,
            next((here[each] for each in (row.id, *others_of(row.id, joined)) if each in here), None),
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda member: (member.minor, member.visitor)))


def must_say_how(people: Iterable[Member], coming: Collection[int]) -> bool:
    """Whether it must be asked how a minor comes: no adult of the household comes along, or is here already."""
    with_them = [member for member in people if member.visitor in coming or member.visit is not None]
    coming_minor = any(member.minor and member.visitor in coming for member in with_them)
    return coming_minor and all(member.minor for member in with_them)


def add_member(
    store: Store, answering: int, *, given_name: str, family_name: str = "", age_band: str | None = None, here: bool
) -> Added:
    """Write down somebody who lives with ``answering``, a visitor who is remembered, and who answers for a minor.

    The household gets its card with its second member. ``here``: they have come along, and their visit is counted.
    Raises ``BadInput``, ``NotHere`` or ``NotOpen``.
    """
    table, home = tables.visitor, tables.household
    given = name("given_name", given_name)
    family = name("family_name", family_name) if family_name.strip() else None
    band = age_band and chosen("age_band", age_band, codes.AGE_BANDS)
    with store.writing() as writer:
        adult = writer.first(select(table).where(table.c.id == answering, alive(table)))
        if adult is None:
            raise NotHere(NOT_HERE)
        held = writer.first(select(home).where(home.c.id == adult.household, alive(home)))
        code = held.card if held else new_code()
        household = held.id if held else found_household(writer, answering, code)
        record = writer.record(
            VISITOR,
            given_name=given,
            family_name=family or adult.family_name,
            age_band=band,
            commune=adult.commune,
            household=household,
            answered_by=answering if band in MINOR_BANDS else None,
        )
        if here:
            how = WITH_ADULT if band in MINOR_BANDS else None
            arrive(writer, store, None, Bearer(record, given, band, adult.commune), how)
    return Added(record, tuple(writer.entries), writer.now, household, code)


def sign_in_members(store: Store, household: int, coming: Collection[int], how: str | None = None) -> Came:
    """Count the arrival of several of a household; ``how`` minors come when no adult of it is here.

    Who is here already is not counted again. Raises ``NotHere``, ``NotOpen`` or ``BadInput``.
    """
    table = tables.visitor
    people = members(store, household)
    new = [member for member in people if member.visitor in coming and member.visit is None]
    if not new:
        raise NotHere("Choisissez qui arrive.")
    said = chosen("accompanied", how or ALONE, codes.ACCOMPANIED) if must_say_how(people, coming) else WITH_ADULT
    columns = (table.c.id, table.c.given_name, *(table.c[name] for name in COUNTED))
    with store.writing() as writer:
        rows = writer.all(select(*columns).where(table.c.id.in_([member.visitor for member in new])))
        bearers = {row.id: Bearer(*row) for row in rows}
        for member in new:
            arrive(writer, store, None, bearers[member.visitor], said if member.minor else None)
    return Came(household, tuple(writer.entries), writer.now, len(new))


def sign_out_members(store: Store, household: int, leaving: Collection[int]) -> Came:
    """Note that several of a household leave now. Raises ``NotHere`` when none of them is here."""
    here = [member.visit for member in members(store, household) if member.visitor in leaving and member.visit]
    if not here:
        raise NotHere("Choisissez qui repart.")
    with store.writing() as writer:
        for visit in here:
            depart(writer, visit)
    return Came(household, tuple(writer.entries), writer.now, len(here))


def found_household(writer: Writer, visitor: int, code: str = "") -> int:
    """In a transaction: make a household of somebody, with the card ``code`` or a new one; return it."""
    household = writer.record(HOUSEHOLD, card=code or new_code())
    writer.amend(VISITOR, visitor, household=household)
    return household
