"""People as animators know them: writing somebody down, what is known of them, correcting it."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, name, telephone
from kiosque.actions.known import require
from kiosque.actions.opening.permanences import open_here
from kiosque.actions.visitors.links import Possible, described, links_around, possible
from kiosque.actions.visitors.profile import told
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.several import names
from kiosque.db.store import Store
from kiosque.domain import codes, communes, persons
from kiosque.domain.french import local
from kiosque.domain.persons import others_of
from kiosque.domain.profile import PROFILE
from kiosque.domain.records import VISITOR
from kiosque.journal.entry import Value

OLDEST_BIRTH = 1900
LAST = 5
"""Visits and acts of help that are shown of somebody: enough to take up where one left off."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What is said of somebody; an empty text, or None, is not said. ``commune`` is an INSEE code."""

    given_name: str = ""
    family_name: str = ""
    birth_year: int | None = None
    commune: str | None = None
    phone: str = ""
    email: str = ""
    gender: str | None = None
    status: str | None = None
    sector: str | None = None
    """Codes, for the figures; the sector is that of the business that they run, or come for."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Another visitor who is the same person."""

    visitor: int
    name: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Somebody, as far as an animator may know: what they said, their last visits, the last help."""

    visitor: int
    answers: Answers
    card: bool
    here: int | None
    """The visit that is under way."""
    visits: int
    last_visits: tuple[tuple[int, str | None], ...]
    """When, and for what reason."""
    last_helps: tuple[tuple[int, tuple[str, ...], str | None], ...]
    """When, with what, for which body."""
    joined: tuple[Joined, ...]
    possible: tuple[Possible, ...]

    @property
    def name(self) -> str:
        """The name as it is said; empty for a card without a name."""
        return persons.full_name(self.answers.given_name, self.answers.family_name)


def write_down(store: Store, answers: Answers, *, author: int) -> Done:
    """Make a visitor of somebody who tells an animator their name. Raises ``BadInput``."""
    said = _checked(store, answers)
    with store.writing(author) as writer:
        record = writer.record(VISITOR, **said)
    return Done(record, tuple(writer.entries), writer.now)


def correct_person(store: Store, visitor: int, answers: Answers, *, author: int) -> Done:
    """Say otherwise who somebody is; only what differs is written. Raises ``BadInput`` or ``db.write.Missing``.

    Visits and acts of help keep the age band and the commune that they had: what was counted stays counted.
    """
    said = _checked(store, answers, need_name=False)
    with store.writing(author) as writer:
        require(writer.first, tables.visitor, visitor)
        writer.correct(VISITOR, visitor, **said)
    return Done(visitor, tuple(writer.entries), writer.now)


def dossier(store: Store, visitor: int, *, alone: bool = False) -> Dossier:
    """Return what is known of somebody, of all the visitors that links join. Raises ``db.write.Missing``.

    ``alone``: nobody is looked for who may be the same person.
    """
    row = _visitor(store, visitor)
    others = others_of(visitor, links_around(store.all, (visitor,)))
    everybody = (visitor, *others)
    visit = tables.visit
    theirs = visit.c.visitor.in_(everybody) & alive(visit)
    came = store.all(
        select(visit.c.id, visit.c.started_at, visit.c.reason, visit.c.ended_at, visit.c.permanence)
        .where(theirs)
        .order_by(visit.c.started_at.desc(), visit.c.id.desc())
    )
    opened = open_here(store)
    here = next((each.id for each in came if each.ended_at is None and each.permanence in opened), None)
    return Dossier(
        visitor,
        _answers_of(row),
        card=bool(row.card),
        here=here,
        visits=len(came),
        last_visits=tuple((each.started_at, each.reason) for each in came[:LAST]),
        last_helps=_helps(store, everybody),
        joined=tuple(_joined(_visitor(store, each)) for each in others),
        possible=() if alone else possible(store, described(row), besides=visitor),
    )


def answers(store: Store, visitor: int) -> Answers:
    """Return what somebody said of themselves. Raises ``db.write.Missing``."""
    return _answers_of(_visitor(store, visitor))


def _answers_of(row: Found) -> Answers:
    """Return what a visitor's row says."""
    profile = (getattr(row, field) for field in PROFILE)
    contacts = (row.phone or "", row.email or "")
    return Answers(row.given_name or "", row.family_name or "", row.birth_year, row.commune, *contacts, *profile)


def _checked(store: Store, answers: Answers, *, need_name: bool = True) -> dict[str, Value]:
    """Return the fields of a visitor as they are kept. Raises ``BadInput``."""
    year = local(store.now()).year
    if answers.birth_year is not None and not OLDEST_BIRTH <= answers.birth_year <= year:
        raise BadInput(
            "birth_year", "L’année de naissance est entre {oldest} et {year}.", oldest=OLDEST_BIRTH, year=year
        )
    if answers.commune is not None and communes.by_insee(answers.commune) is None:
        raise BadInput("commune", "Cette commune n’est pas dans la liste.")
    phone, email = telephone(answers.phone), persons.email(answers.email)
    if email and ("@" not in email[1:-1] or email.split() != [email]):
        raise BadInput("email", "Une adresse e-mail s’écrit comme ceci\u00a0: nom@exemple.fr.")
    given, family = answers.given_name.strip(), answers.family_name.strip()
    return {
        "given_name": name("given_name", given) if given or need_name else None,
        "family_name": name("family_name", family) if family else None,
        "birth_year": answers.birth_year,
        "age_band": codes.age_band(answers.birth_year, year) if answers.birth_year else None,
        "commune": answers.commune,
        "phone": phone,
        "email": email or None,
        **told({field: getattr(answers, field) for field in PROFILE}),
    }


def _helps(store: Store, visitors: tuple[int, ...]) -> tuple[tuple[int, tuple[str, ...], str | None], ...]:
    table = tables.intervention
    named = [names(table.c.visitors, visitor) for visitor in visitors]
    query = select(table.c.given_at, table.c.themes, table.c.service).where(or_(*named), alive(table))
    rows = store.all(query.order_by(table.c.given_at.desc(), table.c.id.desc()).limit(LAST))
    return tuple((row.given_at, tuple((row.themes or "").split()), row.service) for row in rows)


def _visitor(store: Store, visitor: int) -> Found:
    return require(store.first, tables.visitor, visitor)


def _joined(row: Found) -> Joined:
    return Joined(row.id, persons.full_name(row.given_name, row.family_name))
