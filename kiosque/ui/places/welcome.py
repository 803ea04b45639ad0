"""The first start of a PC."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from kiosque.ui.places.place import Place

if TYPE_CHECKING:  # the first paint does not wait for the database's libraries
    from kiosque.sync.enrolment import Enrolment


@dataclass(frozen=True, slots=True)
class Start(Place):
    """The first start of a PC: how it is enrolled."""

    name: ClassVar[str] = "welcome.start"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class ByCode(Place):
    """Enrolment by a one-time code."""

    name: ClassVar[str] = "welcome.code"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class ByStick(Place):
    """Enrolment by a file on a stick."""

    name: ClassVar[str] = "welcome.stick"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Who(Place):
    """Who opens the new PC first, of those whom its enrolment names."""

    name: ClassVar[str] = "welcome.who"
    counter: ClassVar[bool] = False
    carried: "Enrolment" = field(repr=False)
    by_stick: bool


@dataclass(frozen=True, slots=True)
class Ready(Place):
    """The PC is enrolled: by whom it was opened, and where it stands."""

    name: ClassVar[str] = "welcome.ready"
    counter: ClassVar[bool] = False
    opener: str
    place: str
    by_stick: bool
