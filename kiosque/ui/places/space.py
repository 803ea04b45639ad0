"""Where animators look after their antenna: its hours, its places, its equipment."""

from dataclasses import dataclass
from typing import ClassVar

from kiosque.ui.places.place import Place


@dataclass(frozen=True, slots=True)
class Hours(Place):
    """The hours of the days to come, and who stands behind the antenna."""

    name: ClassVar[str] = "animator.hours"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class NoteHours(Place):
    """Other hours than usual, or a closing, between two days."""

    name: ClassVar[str] = "animator.note_hours"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Desks(Place):
    """Coworking places and self-service computers: which are free."""

    name: ClassVar[str] = "animator.desks"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Equipment(Place):
    """What the project placed here: its state, its loans."""

    name: ClassVar[str] = "animator.equipment"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Piece(Place):
    """One piece of ``equipment``; ``days``: for how long it would be lent."""

    name: ClassVar[str] = "animator.piece"
    counter: ClassVar[bool] = False
    equipment: int
    days: int = 14


@dataclass(frozen=True, slots=True)
class Inventory(Place):
    """The inventory of today."""

    name: ClassVar[str] = "animator.inventory"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Wishes(Place):
    """What visitors would like, and how they found it."""

    name: ClassVar[str] = "animator.wishes"
    counter: ClassVar[bool] = False
