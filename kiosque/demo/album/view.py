"""One picture of the guide: where it is taken, and what a hand does there before."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosque.demo.album.morning import Morning, When
from kiosque.ui.places import Place
from kiosque.ui.robot import Robot


def _nothing(_: Robot) -> None:
    pass


@dataclass(frozen=True, slots=True)
class View:
    """One picture: its title in the guide, the place, and what is done there before it is taken."""

    title: str
    place: Callable[[Morning], Place]
    then: Callable[[Robot], None] = _nothing
    when: When = When.DURING
    suffix: str = ""
    """Tells the pictures of one place from each other."""


def tap(*names: str) -> Callable[[Robot], None]:
    """Return the gesture of touching what bears these names, one after the other."""

    def then(robot: Robot) -> None:
        for name in names:
            robot.tap(name)

    return then
