"""What headquarters says otherwise of an antenna or of an animator, once it was said. Only what differs is written."""

from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen, name
from kiosque.actions.known import require
from kiosque.actions.network.antennas import require_free
from kiosque.actions.network.taking_back import NOTHING
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain import codes, communes, typed_hours
from kiosque.domain.network_codes import size_of
from kiosque.domain.records import ANIMATOR, ANTENNA
from kiosque.journal.entry import Value


@dataclass(frozen=True, slots=True)
class AntennaSaid:
    """What is said of an antenna; what is None stays. ``commune`` is an INSEE code, ``hours`` as they are typed.

    ``association``: an empty text says that there is none.
    """

    code: str | None = None
    label: str | None = None
    form: str | None = None
    association: str | None = None
    commune: str | None = None
    hours: str | None = None


@dataclass(frozen=True, slots=True)
class AnimatorSaid:
    """What is said of an animator; what is None stays. ``antenna``: where they work; 0: they roam.

    ``association``: an empty text says that there is none.
    """

    given_name: str | None = None
    family_name: str | None = None
    association: str | None = None
    antenna: int | None = None


def correct_antenna(store: Store, antenna: int, said: AntennaSaid) -> Done:
    """Say otherwise what an antenna is. Usual hours that are said again are not fictitious any more.

    In another commune its size class is that of the new one, unless it was said itself. Raises ``BadInput``,
    ``opening_hours.UnreadableHours`` or ``Missing``.
    """
    held = require(store.first, tables.antenna, antenna, NOTHING)
    new: dict[str, Value] = {}
    if said.code is not None:
        new["code"] = _one_word(said.code)
    if said.label is not None:
        new["name"] = name("label", said.label)
    if said.form is not None:
        new["form"] = chosen("form", said.form, codes.ANTENNA_FORMS)
    if said.association is not None:
        new["association"] = _association(said.association)
    if said.commune is not None:
        new |= _moved(held, said.commune)
    if said.hours is not None:
        new |= {"opening_hours": typed_hours.read(said.hours), "fictitious_hours": False}
    table = tables.antenna
    others = select(table.c.code).where(table.c.id != antenna, alive(table))
    with store.writing() as writer:
        if said.code is not None:
            require_free(writer.all(others), said.code)
        writer.correct(ANTENNA, antenna, **new)
    return Done(antenna, tuple(writer.entries), writer.now)


def correct_animator(store: Store, animator: int, said: AnimatorSaid) -> Done:
    """Say otherwise who an animator is, or where they work. Raises ``BadInput`` or ``Missing``."""
    require(store.first, tables.animator, animator, NOTHING)
    new: dict[str, Value] = {}
    if said.given_name is not None:
        new["given_name"] = name("given_name", said.given_name)
    if said.family_name is not None:
        new["family_name"] = name("family_name", said.family_name)
    if said.association is not None:
        new["association"] = _association(said.association)
    if said.antenna is not None:
        new["antenna"] = _antenna(store, said.antenna)
    with store.writing() as writer:
        writer.correct(ANIMATOR, animator, **new)
    return Done(animator, tuple(writer.entries), writer.now)


def _one_word(code: str) -> str:
    if not code.strip() or code.split() != [code]:
        raise BadInput("code", "Le code d’une antenne est un seul mot.")
    return code


def _association(code: str) -> str | None:
    return chosen("association", code, codes.ASSOCIATIONS) if code else None


def _antenna(store: Store, antenna: int) -> int | None:
    if antenna:
        require(store.first, tables.antenna, antenna, NOTHING)
    return antenna or None


def _moved(held: Found, insee: str) -> dict[str, Value]:
    commune, before = communes.by_insee(insee), communes.by_insee(held.commune or "")
    if commune is None:
        raise BadInput("commune", "Aucune commune n’a le code {code}.", code=insee)
    new: dict[str, Value] = {"commune": insee}
    if before is None or held.size == size_of(before.population):
        new["size"] = size_of(commune.population)
    return new
