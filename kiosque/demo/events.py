"""What happens in a day at an antenna, before it is played: each event with its moment, in UTC seconds."""

from dataclasses import dataclass
from typing import TypeAlias

from kiosque.demo.population import Person


@dataclass(frozen=True, slots=True)
class Open:
    """The animator at ``place`` in the antenna's list opens; ``planned_end`` is when the slot should end."""

    at: int
    animator: int
    planned_end: int


@dataclass(frozen=True, slots=True)
class Relay:
    """The animator at ``place`` in the antenna's list comes; ``alone``: who was there leaves, else they are several."""

    at: int
    place: int
    alone: bool


@dataclass(frozen=True, slots=True)
class Arrive:
    """Somebody comes in. ``arrival`` is their place in the day; ``mistaken``: a wrong tap is taken back before."""

    at: int
    arrival: int
    person: Person
    reason: str
    mistaken: bool = False


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody goes, and says so: nobody knows of the others when they left."""

    at: int
    arrival: int


@dataclass(frozen=True, slots=True)
class Need:
    """What an act of help is about, in national codes; ``duration`` in minutes."""

    themes: tuple[str, ...]
    duration: int
    admin_themes: tuple[str, ...] = ()
    service: str | None = None


@dataclass(frozen=True, slots=True)
class Help:
    """An act of help is logged, for the arrivals of those helped (none: somebody on the telephone)."""

    at: int
    arrivals: tuple[int, ...]
    need: Need
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a workshop is; ``youth``: it is for pupils."""

    title: str
    theme: str
    youth: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A workshop of today is planned; ``minutes`` is how long it lasts."""

    at: int
    workshop: Workshop
    starts_at: int
    minutes: int
    capacity: int


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody telephones to register at the workshop."""

    at: int
    person: Person


@dataclass(frozen=True, slots=True)
class Join:
    """Somebody who is here registers at the workshop."""

    at: int
    arrival: int


@dataclass(frozen=True, slots=True)
class Attendance:
    """*Tous présents*, then those who called and did not come: each person's number with a state."""

    at: int
    absent: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Close:
    """The permanence is closed."""

    at: int


@dataclass(frozen=True, slots=True)
class ComeTogether:
    """A class of ``size`` pupils arrives."""

    at: int
    size: int
    level: str


@dataclass(frozen=True, slots=True)
class LeaveTogether:
    """The class leaves."""

    at: int


Event: TypeAlias = (
    Open | Relay | Arrive | Leave | Help | Plan | Call | Join | Attendance | ComeTogether | LeaveTogether | Close
)
