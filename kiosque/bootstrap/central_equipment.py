"""What headquarters does with equipment, from the command line."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kiosque.actions.equipping import equipment
from kiosque.actions.equipping.equipment import Piece
from kiosque.actions.network import network
from kiosque.bootstrap.central import Unknown, antenna_of, opened
from kiosque.db.store import Store
from kiosque.domain.crockford import grouped
from kiosque.domain.equipment_codes import PROBLEMS, STATES
from kiosque.domain.french import local
from kiosque.domain.repeated import repeated


def place(at: Path, antenna: str, called: str, *, form: str, serial: str, since: date | None) -> str:
    """Place a piece at the antenna of that code; return what its label says. Raises ``KnownError``."""
    with opened(at) as store:
        where = antenna_of(store, antenna)
        done = equipment.place(store, called=called, form=form, antenna=where, serial=serial, since=since)
        return grouped(equipment.piece(store, done.record).label)


def move(at: Path, piece: str, antenna: str) -> None:
    """Let a piece belong to another antenna. Raises ``KnownError``."""
    with opened(at) as store:
        equipment.move(store, _piece_of(store, piece), antenna_of(store, antenna))


def correct(at: Path, piece: str, *, called: str | None, form: str | None, serial: str | None) -> None:
    """Say otherwise what a piece is: only what is said changes. Raises ``KnownError``."""
    with opened(at) as store:
        equipment.correct(store, _piece_of(store, piece), called=called, form=form, serial=serial)


def retire(at: Path, piece: str, last: date) -> None:
    """Take a piece away for good. Raises ``KnownError``."""
    with opened(at) as store:
        equipment.retire(store, _piece_of(store, piece), last)


def listed(at: Path) -> tuple[str, ...]:
    """Return a line a piece, by antenna. Raises ``KnownError``."""
    with opened(at) as store:
        codes = {each.id: each.code for each in network.antennas(store)}
        told = sorted((codes.get(each.antenna, "?"), each.name, each) for each in equipment.everywhere(store))
        return tuple(", ".join((antenna, name, *_said(each, store.now()))) for antenna, name, each in told)


def _said(each: Piece, now: int) -> Iterator[str]:
    yield STATES.label(each.state) if each.state else "pas encore vu"
    if each.problem:
        yield PROBLEMS.label(each.problem)
    if each.lent:
        yield f"prêté jusqu’au {local(each.lent.due - 1):%d/%m/%Y}" + (", en retard" if each.lent.late(now) else "")


def _piece_of(store: Store, said: str) -> int:
    """Return the piece of that label, or the only one of that name. Raises ``Unknown``."""
    found = equipment.find(store, said)
    if len(found) != 1:
        raise Unknown(f"« {repeated(said)} » ne désigne pas un seul matériel.")
    return found[0].id
