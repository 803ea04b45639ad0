"""Where animators note what is repaired, and say who may use a machine."""

from dataclasses import dataclass
from typing import ClassVar

from kiosque.ui.places.place import Place


@dataclass(frozen=True, slots=True)
class Repairs(Place):
    """What was repaired lately, and the session that is held."""

    name: ClassVar[str] = "animator.repairs"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Repair(Place):
    """Noting an attempt: what came with ``visit``, brought by ``whom``; ``label``: of an object that has one."""

    name: ClassVar[str] = "animator.repair"
    counter: ClassVar[bool] = False
    visit: int | None = None
    whom: str = ""
    label: int | None = None


@dataclass(frozen=True, slots=True)
class Thing(Place):
    """What became of the object that a label names."""

    name: ClassVar[str] = "animator.thing"
    counter: ClassVar[bool] = False
    label: int


@dataclass(frozen=True, slots=True)
class CorrectRepair(Place):
    """Saying otherwise what an attempt was."""

    name: ClassVar[str] = "animator.correct_repair"
    counter: ClassVar[bool] = False
    repair: int


@dataclass(frozen=True, slots=True)
class Machines(Place):
    """The machines of a fablab, and who may use each."""

    name: ClassVar[str] = "animator.machines"
    counter: ClassVar[bool] = False
