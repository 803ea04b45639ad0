"""The simulated time of an antenna, and the clock on its wall, which may be wrong."""


class Clock:
    """UTC seconds that only the simulation moves: a store's ``now``. They never go back, but for a wrong ``offset``."""

    def __init__(self, now: int) -> None:
        """Start at ``now``."""
        self.now = now
        self.offset = 0
        """What the clock on the wall says too much, in seconds."""

    def __call__(self) -> int:
        """Return what the clock on the wall says."""
        return self.now + self.offset

    def steady(self) -> float:
        """Return seconds that only go on, whatever the clock on the wall says."""
        return self.now

    def move(self, to: int) -> None:
        """Let time pass until ``to``, by the right time."""
        self.now = max(self.now, to)
