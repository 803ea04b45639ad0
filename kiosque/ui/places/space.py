"""Where animators look after their antenna: its hours, its places."""

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
