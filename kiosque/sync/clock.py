"""What time it is here: the hands of this run, when they are in doubt, and by how much they are wrong.

Within a run time only goes on: whoever sets the machine's clock meanwhile changes no duration. Nothing here erases,
expires or refuses anything.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from threading import Lock
from typing import TYPE_CHECKING

from kiosque import BUILT_AT

if TYPE_CHECKING:  # the window, which asks for the time, paints before the database's libraries are there
    from kiosque.db.store import Store

TOLERANCE = 120
"""Seconds: two watches in a village differ by as much, and no hour that is counted is wrong by more than a line."""

LONGEST_SILENCE = 366 * 86_400
"""Seconds between two entries of one PC: a space may close for a season, not for a year without anybody looking."""

A_MINUTE = 60
"""Seconds: what a person reads off a watch is exact to."""


class Doubt(Enum):
    """Why the machine's clock may be wrong."""

    BEFORE_LAST = "before the last entry that was written here"
    BEFORE_BUILD = "before this program was made"
    LONG_AFTER = "more than a year after the last entry that was written here"


def doubt(now: int, last_written_at: int, built_at: int = BUILT_AT) -> Doubt | None:
    """Return why ``now`` cannot be believed, or None. All in UTC seconds; ``last_written_at`` is 0 when nothing was.

    Only the last entry counts: once the clock is right again, one entry is enough for it to be believed.
    """
    if now < built_at:
        return Doubt.BEFORE_BUILD
    if last_written_at and now < last_written_at - TOLERANCE:
        return Doubt.BEFORE_LAST
    if last_written_at and now > last_written_at + LONGEST_SILENCE:
        return Doubt.LONG_AFTER
    return None


def machine_in_doubt() -> bool:
    """Whether the clock of a machine on which nothing was written yet cannot be believed."""
    return doubt(int(time.time()), 0) is not None


@dataclass(frozen=True, slots=True)
class Offset:
    """What must be added to the hands to be right, give or take ``uncertainty``; both in seconds."""

    seconds: int
    uncertainty: int
    signed: bool = True
    """Whether headquarters said it, or a person with a watch."""

    @property
    def wrong(self) -> bool:
        """Whether the hands are wrong beyond ``TOLERANCE``, whatever the line took."""
        return abs(self.seconds) - self.uncertainty > TOLERANCE

    @property
    def right(self) -> bool:
        """Whether they are right within ``TOLERANCE``, whatever the line took. Neither: it took too long to tell."""
        return abs(self.seconds) + self.uncertainty <= TOLERANCE


def offset_of(at: int, sent: float, received: float) -> Offset:
    """Return what a central's time ``at`` (UTC seconds, cut) says of the hands.

    It was written somewhere between ``sent`` and ``received``, by the hands: their middle is wrong by half of that
    at most (D. Mills, RFC 5905, section 8, with the two times of the server as one).
    """
    return Offset(round(at + 0.5 - (sent + received) / 2), round((received - sent) / 2 + 1))


def uptime() -> float:
    """Return seconds that only go on, a machine's sleep included: Linux counts it apart, Windows always does."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.monotonic()


@dataclass(frozen=True, slots=True)
class _Hands:
    ahead: float
    """Now is the uptime and this."""
    since: int = 0
    """Number of this device's last entry when they were set: what followed was stamped by them."""
    doubt: Doubt | None = None
    answered: bool = False
    confirmed: bool = False
    """Whether headquarters found them right, or they were set by its time."""
    learnt: Offset | None = None
    refused: Offset | None = None


class Clock:
    """The hands of one run of the program, for every thread."""

    def __init__(
        self,
        wall: Callable[[], float] = time.time,
        up: Callable[[], float] = uptime,
        built_at: int = BUILT_AT,
    ) -> None:
        """``wall``: the machine's clock in UTC seconds; ``up``: seconds that only go on."""
        self.up = up
        self._wall = wall
        self._built_at = built_at
        self._setting = Lock()
        self._hands = _Hands(wall() - up())
        self._began = 0
        self._latest = 0

    def now(self) -> int:
        """Return UTC seconds: what every entry is written at."""
        return int(self.up() + self._hands.ahead)

    def start(self, store: "Store") -> None:
        """Set the hands by the machine's clock, and doubt them or not: once, before this run writes anything."""
        head = store.head(store.device).number
        last = store.entries(store.device, head - 1)[0].written_at if head else 0
        with self._setting:
            self._began = head
            ahead = self._wall() - self.up()
            self._hands = _Hands(ahead, head, doubt(int(self.up() + ahead), last, self._built_at))

    @property
    def in_doubt(self) -> bool:
        """Whether the machine's clock, by which certificates are dated, may be wrong."""
        hands = self._hands
        apart = abs(self._wall() - self.up() - hands.ahead)
        return hands.doubt is not None or hands.learnt is not None or apart > TOLERANCE

    @property
    def to_ask(self) -> bool:
        """Whether an animator should be asked for the date."""
        hands = self._hands
        return hands.doubt is not None and not hands.answered

    @property
    def learnt(self) -> Offset | None:
        """By how much the hands are wrong, once that is known and until it is mended or refused."""
        return self._hands.learnt

    @property
    def since(self) -> int:
        """Number of the last entry of this device that the present hands did not stamp."""
        return self._hands.since

    def vouches_for(self, number: int) -> bool:
        """Whether a duration from this device's entry ``number`` to now can be believed.

        It must be of this run: nobody can say any more by what hands an earlier one wrote.
        """
        hands = self._hands
        doubted = (hands.doubt is not None and not hands.answered) or hands.learnt or hands.refused
        return number > self._began and not doubted

    def heard(self, at: int, sent: float, received: float) -> None:
        """Learn from the signed time of a reply: ``sent`` and ``received`` by ``up``, before and after the round."""
        with self._setting:
            hands = self._hands
            offset = offset_of(at, sent + hands.ahead, received + hands.ahead)
            # An old reply that somebody plays again: headquarters' time only goes on, too.
            if at < self._latest:
                return
            self._latest = at
            if offset.right:
                self._hands = replace(hands, doubt=None, confirmed=True, learnt=None)
            elif offset.wrong and not _same(offset, hands.refused):
                self._hands = replace(hands, learnt=offset, confirmed=False)

    def told(self, moment: int | None = None) -> None:
        """Take an animator's answer: it is ``moment`` (UTC seconds, to the minute); None: the hands are right."""
        with self._setting:
            hands = replace(self._hands, answered=True)
            offset = Offset(0 if moment is None else moment - self.now(), A_MINUTE, signed=False)
            # Headquarters may have said it meanwhile: it knows better.
            if offset.wrong and not hands.confirmed and hands.learnt is None:
                hands = replace(hands, learnt=offset)
            self._hands = hands

    def mend(self, offset: Offset, number: int) -> None:
        """Set the hands by ``offset``, which was learnt; ``number``: of this device's last entry."""
        with self._setting:
            ahead = self._hands.ahead + offset.seconds
            self._hands = _Hands(ahead, number, None, answered=True, confirmed=offset.signed)

    @contextmanager
    def mending(self, offset: Offset) -> Iterator[Callable[[int], None]]:
        """Give what sets the hands by ``offset``, given a number as in ``mend``; at an exception they are put back."""
        before = self._hands
        try:
            yield lambda number: self.mend(offset, number)
        except BaseException:
            with self._setting:
                self._hands = before
            raise

    def renumbered(self, store: "Store") -> None:
        """Take it that this PC's journal goes on under other numbers: what is written is as of an earlier run."""
        number = store.head(store.device).number
        with self._setting:
            self._began = number
            self._hands = replace(self._hands, since=number)

    def refuse(self) -> None:
        """Leave the hands as they are: what was learnt is not proposed again in this run."""
        with self._setting:
            self._hands = replace(self._hands, learnt=None, refused=self._hands.learnt)


def mend_unused(clock: Clock, store: "Store") -> bool:
    """Mend ``clock`` if it has stamped nothing yet, and so no time is wrong; return whether that was so."""
    learnt = clock.learnt
    if learnt is None:
        return True
    # Nothing is written meanwhile.
    with store.writing() as writer:
        unused = writer.tip.head.number == clock.since
        if unused:
            clock.mend(learnt, clock.since)
    return unused


def _same(one: Offset, other: Offset | None) -> bool:
    return other is not None and abs(one.seconds - other.seconds) <= TOLERANCE
