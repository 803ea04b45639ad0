"""One PC of an antenna with the people in front of it: what they do half-day by half-day, and what befalls it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kiosque.demo.events import Close, Event, Open
from kiosque.demo.kiosk import MOST_TRIES, Kiosk
from kiosque.demo.line import Line
from kiosque.demo.simulate import Player
from kiosque.domain.errors import KnownError


@dataclass(slots=True)
class Pc:
    """A PC of the antenna at ``place``, on its ``line``; ``events`` are what happens in front of it, by half-day."""

    place: int
    kiosk: Kiosk
    player: Player
    line: Line
    events: Mapping[int, Sequence[Event]] = field(default_factory=dict)

    def live(self, half_day: int, advance: Callable[[], None]) -> None:
        """Live through a half-day: the line is tried before each opening and after each closing."""
        for event in self.events.get(half_day, ()):
            if isinstance(event, Open):
                self.kiosk.clock.move(event.at)
                self.kiosk.started()
            self.player.play(event)
            if isinstance(event, Close):
                self.kiosk.closed()
                if self.kiosk.trouble:
                    # The animator reads that everything is kept here, and tries once more.
                    self.kiosk.try_now()
            advance()

    def set_clock(self, offset: int) -> None:
        """Start the PC again, with so many seconds too many on its clock: a run sets its hands once."""
        if self.kiosk.clock.offset != offset:
            self.kiosk.clock.offset = offset
            self.restart()

    def restart(self) -> None:
        """Close what is open, and open it again as it is then."""
        self.kiosk.close()
        self.works_on(self.kiosk)

    def works_on(self, kiosk: Kiosk) -> None:
        """Put the people in front of ``kiosk`` from now on."""
        self.kiosk = kiosk
        self.player.store, self.player.clock = kiosk.open(), kiosk.clock


def patiently(do: Callable[[], object]) -> None:
    """Do something over a line that may break, until it goes through. Raises ``KnownError`` when it never does."""
    for tries in range(1, MOST_TRIES + 1):
        try:
            do()
        except KnownError:
            if tries == MOST_TRIES:
                raise
        else:
            return
