"""The simulated time of an antenna."""


class Clock:
    """UTC seconds that only the simulation moves: a store's ``now``. It never goes back."""

    def __init__(self, now: int) -> None:
        """Start at ``now``."""
        self.now = now

    def __call__(self) -> int:
        """Return the time."""
        return self.now

    def move(self, to: int) -> None:
        """Let time pass until ``to``."""
        self.now = max(self.now, to)
