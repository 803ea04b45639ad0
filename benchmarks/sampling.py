"""Where the time of a piece of work goes: its stack is looked at every millisecond."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import CodeType, FrameType

import kiosque

EVERY = 0.001
PACKAGE = str(Path(kiosque.__file__).parent) + "/"
ELSEWHERE = "elsewhere"

Stack = tuple[str, ...]
"""The program's functions that were at work, *db.apply.refresh*, the innermost first; a library's belong to them."""


@dataclass
class Sampled:
    """Seconds by stack."""

    seconds: dict[Stack, float] = field(default_factory=dict)

    def by_function(self) -> dict[str, float]:
        """Return the seconds by the innermost function, what a library did for it included."""
        return _summed((stack[0] if stack else ELSEWHERE, seconds) for stack, seconds in self.seconds.items())

    def by_stage(self, within: Mapping[str, str], stages: Mapping[str, str]) -> dict[str, float]:
        """Return the seconds by stage.

        ``within``: function -> the stage of all that happens in it. ``stages``: the start of a function's name -> its
        stage, for the rest; the innermost function that has one counts, by its longest start.
        """
        return _summed((_stage(stack, within, stages), seconds) for stack, seconds in self.seconds.items())


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
        stack = _stack(frame)
        sampled.seconds[stack] = sampled.seconds.get(stack, 0) + now - last
        last = now

    held = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, EVERY, EVERY)
    try:
        yield sampled
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, held)


def _stack(frame: FrameType | None) -> Stack:
    names = []
    while frame:
        name = _name(frame.f_code)
        if name:
            names.append(name)
        frame = frame.f_back
    return tuple(names)


@cache
def _name(code: CodeType) -> str:
    path = code.co_filename
    if not path.startswith(PACKAGE):
        return ""
    module = path[len(PACKAGE) :].removesuffix(".py").replace("/", ".")
    return f"{module}.{code.co_qualname}".replace(".<locals>", "")


def _stage(stack: Stack, within: Mapping[str, str], stages: Mapping[str, str]) -> str:
    for name in stack:
        if name in within:
            return within[name]
    for name in stack:
        starts = [start for start in stages if name.startswith(start)]
        if starts:
            return stages[max(starts, key=len)]
    return ELSEWHERE


def _summed(pairs: Iterator[tuple[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for name, seconds in pairs:
        total[name] = total.get(name, 0) + seconds
    return total
