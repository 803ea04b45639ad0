"""What goes wrong in a demo, drawn from its seed before it is played: where, and in which half-days."""

import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from kiosque.demo.plan import HALF_DAYS

DARK = (0.2, 0.67)
"""The part of the demo in which two antennas have no line: two weeks of a month."""

STICK_EVERY = 14
"""Half-days: once a week somebody drives by, and takes a stick along."""

CLONED, REPLACED = 0.45, 0.8
WRONG = (0.3, 0.75)
"""The part of the demo in which clocks go wrong; each for three days."""

WRONG_FOR = 6

CUT_OFTEN, LOST_OFTEN, BUSY_OFTEN = 0.25, 0.2, 0.1
"""How often, in a half-day, a line breaks within the first bytes it carries, loses a reply, or says to come back."""

SMALLEST_CUT, LARGEST_CUT = 1, 1_500
"""Bytes after which a line breaks: a round of a day's work is a few hundred, headers included."""


DAY = 86_400
IN_1970 = 8 * 3600
"""What the clock says when its battery is dead and somebody turns the PC on: the first of January 1970, 8 h UTC."""


@dataclass(frozen=True, slots=True)
class WrongClock:
    """The clock of the antenna at ``place`` is wrong in the half-days of ``when``: by so many seconds ``more``.

    ``more`` is None when it starts again in 1970.
    """

    place: int
    when: range
    more: int | None

    def offset(self, now: int) -> int:
        """Return what the clock says too much, when it goes wrong at ``now`` (UTC seconds)."""
        return IN_1970 - now if self.more is None else self.more


@dataclass(frozen=True, slots=True)
class Faults:
    """What goes wrong. Antennas are named by their place in the demo, moments by the half-day that they come before."""

    dark: Mapping[int, range] = field(default_factory=dict)
    cloned: tuple[int, int] | None = None
    """Which antenna's PC is copied, and when."""
    replaced: tuple[int, int] | None = None
    """Which antenna's PC is lost, and when."""
    clocks: tuple[WrongClock, ...] = ()
    breaks: bool = False
    """Whether lines break, and replies are lost."""

    def stick_leaves(self, place: int, half_day: int) -> bool:
        """Whether somebody takes a stick from that antenna at the end of that half-day."""
        dark = self.dark.get(place, range(0))
        done = half_day + 1 - dark.start
        return half_day in dark and (done % STICK_EVERY == 0 or half_day == dark[-1])


CLOCKS = (None, 3653 * DAY, -2 * 3600)
"""1970, ten years ahead, two hours late."""


def draw(rng: random.Random, openings: Sequence[Collection[int]], days: int) -> Faults:
    """Return what goes wrong in a demo of ``days`` days.

    ``openings`` are the half-days in which each antenna opens. Two lines are dead, one PC is copied, one is replaced,
    three clocks are wrong; with few antennas several of these befall the same one.
    """
    half_days = HALF_DAYS * days
    order = rng.sample(range(len(openings)), len(openings))

    def moment(part: float) -> int:
        return min(half_days - 1, round(part * half_days))

    def after(start: int, *avoiding: Collection[int]) -> int:
        """Return an antenna that opens after that moment; if it can be none of those to avoid, the first ones first."""

        def unfit(place: int) -> list[bool]:
            return [not any(each >= start for each in openings[place]), *(place in each for each in avoiding)]

        return min(order, key=unfit)

    dark = range(moment(DARK[0]), max(moment(DARK[0]) + 1, moment(DARK[1])))
    dead = order[:2]
    replaced = moment(REPLACED)
    # A copy that has written nothing is known to nobody: it would be revoked with the PC that it is a copy of.
    cloned = min(moment(CLONED), max(0, replaced - 1))
    # The window's permanence is played at the first antenna: there, nobody else may open meanwhile.
    copied = after(cloned, {0}, dead)
    first, last = (round(part * half_days) for part in WRONG)
    # A wrong clock is noticed by nobody where nobody opens.
    opening = sorted(order, key=lambda place: not any(first <= each <= last for each in openings[place]))
    return Faults(
        dark=dict.fromkeys(dead, dark),
        cloned=(copied, cloned),
        replaced=(after(replaced, {copied}, dead), replaced),
        clocks=tuple(
            _wrong(rng, opening[number % len(opening)], openings, half_days, more) for number, more in enumerate(CLOCKS)
        ),
        breaks=True,
    )


def _wrong(
    rng: random.Random, place: int, openings: Sequence[Collection[int]], half_days: int, more: int | None
) -> WrongClock:
    first, last = (round(part * half_days) for part in WRONG)
    # It is noticed by nobody where nobody opens.
    open_then = sorted(each for each in openings[place] if first <= each <= last)
    starts = rng.choice(open_then) if open_then else first
    return WrongClock(place, range(starts, starts + max(1, min(WRONG_FOR, half_days // 5))), more)
