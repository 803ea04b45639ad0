"""What a place is."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Place:
    """A screen. ``name`` is what the robot and the tests call it."""

    name: ClassVar[str] = ""
    counter: ClassVar[bool] = True
    """Whether visitors stand in front of it: big targets, wiped when idle, no name."""
    last: ClassVar[bool] = False
    """Whether a visitor is done here: who comes to the counter after it is somebody else."""
