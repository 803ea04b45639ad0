"""Where animators look after their team: what they learnt, and their time outside of permanences."""

from dataclasses import dataclass
from typing import ClassVar

from kiosque.ui.places.place import Place


@dataclass(frozen=True, slots=True)
class Staff(Place):
    """The team: who followed which training; one's own time outside of permanences."""

    name: ClassVar[str] = "animator.staff"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class NoteTask(Place):
    """Some time outside of permanences: a new one, or ``task`` to correct."""

    name: ClassVar[str] = "animator.task"
    counter: ClassVar[bool] = False
    task: int | None = None
