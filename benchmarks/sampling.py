"""Where the time of a piece of work goes: its stack is looked at every millisecond."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import kiosque

EVERY = 0.001
PACKAGE = str(Path(kiosque.__file__).parent) + "/"
ELSEWHERE = "elsewhere"


@dataclass
class Sampled:
    """Seconds by the innermost function of the program on the stack: *db.apply.refresh*.

    What a library does for it counts as its own.
    """

    seconds: dict[str, float] = field(default_factory=dict)

    def by_stage(self, stages: Mapping[str, str]) -> dict[str, float]:
        """Return the seconds by stage. ``stages``: the start of a function's name -> stage; the longest one counts."""
        found: dict[str, float] = {}
        for name, seconds in self.seconds.items():
            starts = [start for start in stages if name.startswith(start)]
            stage = stages[max(starts, key=len)] if starts else ELSEWHERE
            found[stage] = found.get(stage, 0) + seconds
        return found


def largest(seconds: Mapping[str, float]) -> list[tuple[str, float]]:
    """Return the pairs of ``seconds``, the largest first."""
    return sorted(seconds.items(), key=lambda pair: -pair[1])


@contextmanager
def sampling() -> Iterator[Sampled]:
    """Sample the main thread meanwhile, waits for the disk included.

    A sample weighs as long as it was since the last one: a call of C that lasts holds the signal back.
    """
    sampled = Sampled()
    last = time.perf_counter()

    def look(_signal: int, frame: FrameType | None) -> None:
        nonlocal last
        now = time.perf_counter()
        name = _innermost(frame)
        sampled.seconds[name] = sampled.seconds.get(name, 0) + now - last
        last = now

    held = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, EVERY, EVERY)
    try:
        yield sampled
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, held)


def _innermost(frame: FrameType | None) -> str:
    while frame:
        path = frame.f_code.co_filename
        if path.startswith(PACKAGE):
            module = path[len(PACKAGE) :].removesuffix(".py").replace("/", ".")
            return f"{module}.{frame.f_code.co_qualname}".replace(".<locals>", "")
        frame = frame.f_back
    return ELSEWHERE
