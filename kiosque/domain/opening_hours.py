"""Planned opening hours: the OSM opening_hours text, read by a library."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from opening_hours import OpeningHours, State, validate

from kiosque.domain.errors import KnownError
from kiosque.domain.french import PARIS


class UnreadableHours(KnownError):
    """The text is not opening hours."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One planned opening, UTC seconds."""

    start: int
    end: int


def planned(hours: str, when: date) -> tuple[Slot, ...]:
    """Return the openings of local day ``when``, in order. Raises ``UnreadableHours``."""
    midnight = datetime.combine(when, time())
    slots = []
    for start, end, state, _ in parse(hours).intervals(midnight, midnight + timedelta(days=1)):
        if state == State.OPEN:
            seconds = [int(moment.replace(tzinfo=PARIS).timestamp()) for moment in (start, end)]
            slots.append(Slot(*seconds))
    return tuple(slots)


def parse(hours: str) -> OpeningHours:
    """Return the library's reading of an opening_hours text. Raises ``UnreadableHours``."""
    if not validate(hours):
        raise UnreadableHours("Ces horaires ne se lisent pas\u00a0: «\u00a0{hours}\u00a0».", hours=hours)
    return OpeningHours(hours)
