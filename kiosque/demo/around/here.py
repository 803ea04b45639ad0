"""What is at hand in front of one PC, when something happens there."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosque.actions.done import Done
from kiosque.db.store import Store
from kiosque.demo.bench import Bench
from kiosque.demo.circle import Circle
from kiosque.demo.events import Event
from kiosque.demo.played import Played
from kiosque.demo.population import Person


@dataclass(frozen=True, slots=True)
class Here:
    """Who holds the permanence, of which ``team``; who came, by their place in the day; what was done, in order.

    ``offset``: how far the clock on the wall is off; ``wait`` lets seconds pass; ``rng`` is drawn from the moment:
    what one does changes nothing of what others do.
    """

    store: Store
    animator: int
    team: tuple[int, ...]
    offset: int
    rng: random.Random
    wait: Callable[[int], None]
    visits: Mapping[int, int]
    people: Mapping[int, Person]
    """Not who came with the card of another antenna."""
    helps: Sequence[tuple[int, int]]
    """Record and moment of each act of help."""
    circle: Circle
    played: Played
    bench: Bench | None = None

    def make(self, done: Done) -> Done:
        """Keep in mind what was made in a gesture, and return it."""
        self.played.made(self.store.entries_of(done.entries))
        return done


class Custom(Protocol):
    """What somebody does now and then when something happens."""

    def play(self, event: Event, here: Here) -> None:
        """Do what goes along with ``event``: before a closing, after anything else."""
