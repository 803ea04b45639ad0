"""The network as headquarters sets it up: antennas, animators, devices; and what a kiosk reads of it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, between, chosen, name, of_our_time, same
from kiosque.actions.network.antennas import free_code, require_free
from kiosque.db import records as tables
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.domain import codes, communes, typed_hours
from kiosque.domain.french import unaccented
from kiosque.domain.network_codes import FLOOR_HOURS, ROOMS, SIZES, size_of
from kiosque.domain.records import ANIMATOR, ANTENNA, DEVICE
from kiosque.domain.validity import dates, midnight
from kiosque.journal.entry import Value

_POSITION = re.compile(r"-?\d{1,2}(\.\d{1,6})? -?\d{1,3}(\.\d{1,6})?")
"""Degrees north, degrees east."""
_PIVOT = re.compile(r"\d{14}|W\d{9}")
"""A SIRET, or the number of an association in the national register (RNA)."""
LONGEST_ADDRESS = 200
TWICE = "Une antenne de ce nom est déjà notée dans cette commune. Est-ce bien une autre\u202f?"
NAMESAKE = "{name} fait déjà partie du réseau. Est-ce bien quelqu’un d’autre\u202f?"


@dataclass(frozen=True, slots=True)
class Antenna:
    """One space where a kiosk stands."""

    id: int
    code: str
    name: str
    commune: str
    opening_hours: str | None
    room: str | None = None
    size: str | None = None

    @property
    def floor_hours(self) -> int | None:
        """The hours of permanence a week that were promised at least here; None when the size is not known."""
        return FLOOR_HOURS.get(self.size or "")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an antenna stands. What is None is not said, an empty text says that there is none.

    ``position`` is in degrees north, then east (*44.36042 5.13829*); ``opens`` is the day on which it opens,
    ``closes`` the last one before it closes for good. ``address`` is the number and the street of the room, ``pivot``
    the SIRET (or RNA) of who runs the antenna.
    """

    room: str | None = None
    position: str | None = None
    size: str | None = None
    opens: date | None = None
    closes: date | None = None
    address: str | None = None
    pivot: str | None = None


@dataclass(frozen=True, slots=True)
class Animator:
    """One animator, as the screens name them. ``antenna`` is where they work; None: they roam.

    ``shut``: they left, and nothing of theirs opens a PC.
    """

    id: int
    given_name: str
    family_name: str
    antenna: int | None = None
    association: str = ""
    shut: bool = False

    @property
    def full_name(self) -> str:
        """The name as it is said."""
        return f"{self.given_name} {self.family_name}".strip()


def add_antenna(  # noqa: PLR0913 - each is one thing that is said of it
    store: Store,
    *,
    code: str | None,
    label: str,
    form: str,
    association: str | None,
    commune: str,
    hours: str | None = None,
    fictitious_hours: bool = False,
    place: Place | None = None,
    namesake: bool = True,
) -> Done:
    """Add an antenna to the network. ``commune`` is an INSEE code, ``hours`` as they are typed.

    ``code``: None makes one of its name. ``place``: where it stands; its size is that of its commune, unless it says
    one. Raises ``BadInput`` (unless ``namesake``, also of ``sure`` where the commune has one of that name), or
    ``opening_hours.UnreadableHours``.
    """
    around = communes.by_insee(commune)
    if around is None:
        raise BadInput("commune", "Aucune commune n’a le code {code}.", code=commune)
    kept = typed_hours.read(hours) if hours else hours
    if code is not None and (not code.strip() or code.split() != [code]):
        raise BadInput("code", "Le code d’une antenne est un seul mot.")
    stands = {"size": size_of(around.population)} | _said(store, place or Place(), (None, None))
    with store.writing() as writer:
        known = writer.all(select(tables.antenna))
        if not namesake and any(_is(each, label, commune) for each in known):
            raise BadInput("sure", TWICE)
        if code is not None:
            require_free(known, code)
        record = writer.record(
            ANTENNA,
            code=code or free_code(known, label),
            name=name("label", label),
            form=chosen("form", form, codes.ANTENNA_FORMS),
            association=association and chosen("association", association, codes.ASSOCIATIONS),
            commune=commune,
            opening_hours=kept,
            fictitious_hours=fictitious_hours,
            **stands,
        )
    return Done(record, tuple(writer.entries), writer.now)


def _is(antenna: Found, label: str, commune: str) -> bool:
    """Whether an antenna that is not in the bin has that name, in that commune."""
    return not antenna.deleted and antenna.commune == commune and same(antenna.name, label)


def settle(store: Store, antenna: int, place: Place) -> Done:
    """Say where an antenna stands: only what is said, and differs, is written. Raises ``BadInput`` or ``Missing``."""
    table = tables.antenna
    row = store.first(select(table.c.started_at, table.c.ended_at).where(table.c.id == antenna))
    said = _said(store, place, (row.started_at, row.ended_at) if row else (None, None))
    with store.writing() as writer:
        writer.correct(ANTENNA, antenna, **said)
    return Done(antenna, tuple(writer.entries), writer.now)


def live(store: Store, antenna: int, opens: date | None, closes: date | None) -> Done:
    """Say from which day to which an antenna is one; None: nobody knows, or until further notice.

    Raises ``BadInput`` or ``db.write.Missing``.
    """
    times = _life(store, Place(opens=opens, closes=closes), (None, None))
    with store.writing() as writer:
        writer.correct(ANTENNA, antenna, times=times)
    return Done(antenna, tuple(writer.entries), writer.now)


def _said(store: Store, place: Place, held: tuple[int | None, int | None]) -> dict[str, Value]:
    """Return what is kept of where an antenna stands; ``held``: from when to when it is one so far."""
    said: dict[str, Value] = {
        "room": place.room and chosen("room", place.room, ROOMS),
        "position": place.position and _position(place.position),
        "size": place.size and chosen("size", place.size, SIZES),
        "address": place.address and name("address", place.address, LONGEST_ADDRESS),
        "pivot": place.pivot and _pivot(place.pivot),
    }
    kept: dict[str, Value] = {name: value or None for name, value in said.items() if value is not None}
    life = _life(store, place, held)
    return kept | ({} if life is None else {"times": life})


def _position(typed: str) -> str:
    """Return a position as it is kept: maps write it with a comma between, or in each number."""
    apart = typed.replace(",", " ") if "." in typed else typed.replace(",", ".")
    written = " ".join(apart.split())
    if not _POSITION.fullmatch(written):
        raise BadInput("position", "La position s’écrit en degrés\u00a0: 44.36042 5.13829.")
    return written


def _pivot(typed: str) -> str:
    written = "".join(typed.split()).upper()
    if not _PIVOT.fullmatch(written):
        raise BadInput("pivot", "Un SIRET a quatorze chiffres, un RNA un W et neuf chiffres.")
    return written


def _life(store: Store, place: Place, held: tuple[int | None, int | None]) -> tuple[int, int | None] | None:
    """Return from when to when an antenna is one, None when nothing is said of it. Raises ``BadInput``."""
    if place.opens is None and place.closes is None:
        return None
    of_our_time(store.now(), opens=place.opens, closes=place.closes)
    first = midnight(place.opens) if place.opens else held[0]
    if first is None:
        raise BadInput("opens", "Dites d’abord quel jour cette antenne a ouvert.")
    ends = dates(place.closes, place.closes)[1] if place.closes else held[1]
    if ends is not None and ends <= first:
        raise BadInput("closes", "Le dernier jour vient après le premier.")
    return first, ends


def add_animator(  # noqa: PLR0913 - each is one thing that is said of them
    store: Store,
    *,
    given_name: str,
    family_name: str,
    association: str | None = None,
    status: str = "employed",
    antenna: int | None = None,
    first: date | None = None,
    last: date | None = None,
    namesake: bool = True,
) -> Done:
    """Add an animator, of one ``antenna`` or roaming when None; ``first`` and ``last``: their days, as far as said.

    Raises ``BadInput``; unless ``namesake``, also of ``sure`` where somebody of that name is one.
    """
    of_our_time(store.now(), first=first, last=last)
    times = between(first, last) if first else None
    with store.writing() as writer:
        for each in () if namesake else _animators(writer.all):
            if same(each.given_name, given_name) and same(each.family_name, family_name):
                raise BadInput("sure", NAMESAKE, name=each.full_name)
        record = writer.record(
            ANIMATOR,
            given_name=name("given_name", given_name),
            family_name=name("family_name", family_name),
            association=association and chosen("association", association, codes.ASSOCIATIONS),
            status=chosen("status", status, codes.ANIMATOR_STATUSES),
            antenna=antenna,
            times=times,
        )
    return Done(record, tuple(writer.entries), writer.now)


def add_device(store: Store, *, device_number: int, antenna: int) -> Done:
    """Say that the device of that number stands at ``antenna``."""
    with store.writing() as writer:
        record = writer.record(DEVICE, device_number=device_number, antenna=antenna)
    return Done(record, tuple(writer.entries), writer.now)


def here(store: Store) -> Antenna | None:
    """Return the antenna where this device stands; None until headquarters' data has arrived."""
    return next((each for each in antennas(store) if each.id == store.identity.antenna), None)


def antennas(store: Store) -> tuple[Antenna, ...]:
    """Return the antennas of the network, by name."""
    table = tables.antenna
    columns = (
        *(table.c.id, table.c.code, table.c.name, table.c.commune),
        *(table.c.opening_hours, table.c.room, table.c.size),
    )
    found = (Antenna(*row) for row in store.all(select(*columns).where(alive(table))))
    # A database sorts É after Z.
    return tuple(sorted(found, key=lambda each: (unaccented(each.name), each.id)))


def animators(store: Store) -> tuple[Animator, ...]:
    """Return the animators of the network, by name. Who left and was forgotten is none any more."""
    return _animators(store.all)


def _animators(ask: Callable[[Query], Iterable[Found]]) -> tuple[Animator, ...]:
    table = tables.animator
    named = (table.c.id, table.c.given_name, table.c.family_name, table.c.antenna)
    rows = ask(
        select(*named, table.c.association, table.c.shut).where(alive(table), table.c.erased.is_distinct_from(""))
    )
    people = (_animator(row) for row in rows)
    return tuple(
        sorted(
            people,
            key=lambda person: (unaccented(person.family_name), unaccented(person.given_name), person.id),
        )
    )


def working(store: Store) -> tuple[Animator, ...]:
    """Return the animators who did not leave, by name: those who may be planned for, and open PCs."""
    return tuple(each for each in animators(store) if not each.shut)


def _animator(row: Found) -> Animator:
    names = (row.given_name or "", row.family_name or "")
    return Animator(row.id, *names, row.antenna, row.association or "", shut=bool(row.shut))


def animator_name(store: Store, animator: int) -> str:
    """Return an animator's name as it is said, or an empty text when they are not known here."""
    return next((person.full_name for person in animators(store) if person.id == animator), "")
