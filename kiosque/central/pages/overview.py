"""What the page of devices shows: the antennas with their devices, what waits for a decision, the keys."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from litestar import Request

from kiosque.central import authority, devices
from kiosque.central.central import Central
from kiosque.central.pages import words
from kiosque.central.pages.turning import turned
from kiosque.central.quarantine import Refusal, waiting
from kiosque.db.keys import headquarters_keys
from kiosque.reports.antennas import Antenna, antennas
from kiosque.reports.devices import Device, in_service, standing
from kiosque.reports.devices import devices as every_device


@dataclass(frozen=True, slots=True)
class Place:
    """One antenna and its devices."""

    antenna: Antenna
    devices: tuple[Device, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One of headquarters' keys: how many devices that are received use it; ``newest``: they are moving to it."""

    serial: int
    devices: int
    newest: bool
    idle: bool
    """Nobody needs it any more: it may be forgotten."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What was refused, and what is known of the device that brought it (None: it was never one of ours).

    ``up_to``: the last number that a revoked device brings; 0 when there is nothing to accept.
    """

    refusal: Refusal
    device: Device | None
    up_to: int


def overview(request: Request[Any, Any, Any], central: Central) -> dict[str, Any]:
    """Return what the page of devices shows, by the names that its template uses."""
    store = central.store
    copies, aside = devices.asking(store), waiting(store)
    with store.reading() as connection:
        there = standing(connection)
        places = [each for each in antennas(connection) if each.id in there or not each.gone]
        turn = turned(request, places, lambda each: _called(each, there.get(each.id, ())))
        held = every_device(connection, antennas={each.id for each in turn.shown})
        asked = {*(each.device for each in copies), *(each.device for each in aside)}
        by_number = {device.number: device for device in every_device(connection, numbers=asked)}
        used = in_service(connection)
    return {
        "turn": turn,
        "places": [Place(each, tuple(device for device in held if device.antenna == each.id)) for each in turn.shown],
        "copies": [(copy, by_number.get(copy.device)) for copy in copies],
        "aside": [Aside(each, by_number.get(each.device), each.up_to) for each in aside],
        "keys": _keys(central, used),
        "now": store.now(),
    }


def _called(antenna: Antenna, numbers: Iterable[int]) -> str:
    """Return what a place is found by: its name, its commune, and the numbers of its devices."""
    return " ".join((antenna.name, words.place(antenna), *map(str, numbers)))


def _keys(central: Central, used: Mapping[int, int]) -> list[Key]:
    idle = authority.idle(central.store)
    serials = [key.serial for key in headquarters_keys(central.store)]
    return [Key(serial, used.get(serial, 0), serial == serials[0], serial in idle) for serial in serials]
