"""What the page of devices shows: the antennas with their devices, what waits for a decision, the keys."""

from dataclasses import dataclass
from typing import Any

from kiosque.central import authority, devices
from kiosque.central.central import Central
from kiosque.central.quarantine import Refusal, waiting
from kiosque.db.copies import Copy
from kiosque.db.keys import headquarters_keys
from kiosque.reports.antennas import Antenna, antennas
from kiosque.reports.devices import Device
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


def overview(central: Central) -> dict[str, Any]:
    """Return what the page of devices shows, by the names that its template uses."""
    store = central.store
    with store.reading() as connection:
        held, places = every_device(connection), antennas(connection)
    by_number = {device.number: device for device in held}
    return {
        "places": _places(places, held),
        "copies": [(copy, by_number.get(copy.device)) for copy in _asking(central)],
        "aside": [Aside(each, by_number.get(each.device), each.up_to) for each in waiting(store)],
        "keys": _keys(central, held),
        "now": store.now(),
    }


def _asking(central: Central) -> tuple[Copy, ...]:
    return devices.asking(central.store)


def _places(places: tuple[Antenna, ...], held: tuple[Device, ...]) -> list[Place]:
    grouped = (Place(each, tuple(device for device in held if device.antenna == each.id)) for each in places)
    return [place for place in grouped if place.devices or not place.antenna.gone]


def _keys(central: Central, held: tuple[Device, ...]) -> list[Key]:
    used = [device.key for device in held if not device.revoked and device.claimed]
    idle = authority.idle(central.store)
    serials = [key.serial for key in headquarters_keys(central.store)]
    return [Key(serial, used.count(serial), serial == serials[0], serial in idle) for serial in serials]
