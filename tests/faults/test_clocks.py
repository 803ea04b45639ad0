"""Clocks from 1970 to 2105 that jump whenever they like: the hours of a permanence are right, or flagged."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from kiosque.actions.opening import clock_repair, permanences
from kiosque.actions.visitors import reception
from kiosque.domain.records import PERMANENCE
from kiosque.journal.entry import number_of
from kiosque.sync.clock import TOLERANCE, Clock, mend_unused
from tests.sizes import CLOCKS, size
from tests.stores import Space, folded, rows, space
from tests.sync.machine import Machine

ENOUGH = 600
"""Schedules by which a planted fault must be caught."""

HOUR = 3_600
SLACK = 2 * TOLERANCE + 10
"""Two runs may each be wrong by the tolerance without anybody noticing, and each mending by a round's seconds."""

DAYS = tuple(
    int(moment.timestamp())
    for moment in (
        datetime(2026, 3, 2, 8, tzinfo=UTC),
        # The nights on which a local hour is missing, or comes twice.
        datetime(2026, 3, 29, 0, tzinfo=UTC),
        datetime(2026, 10, 25, 0, tzinfo=UTC),
        # Either side of the end of 32 bits.
        datetime(2038, 1, 19, 2, tzinfo=UTC),
        datetime(2104, 2, 29, 9, tzinfo=UTC),
    )
)
YEAR_1970, YEAR_2105 = 0, int(datetime(2105, 12, 31, tzinfo=UTC).timestamp())


@dataclass
class Life:
    """One permanence, lived under a drawn schedule of clocks, power cuts, rounds and answers."""

    nyons: Space
    draw: Random
    hands: type[Clock]
    machine: Machine = field(init=False)
    permanence: int = 0
    opened: float = 0
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        day = self.draw.choice(DAYS)
        self.machine = Machine(day, started=day)

    @property
    def clock(self) -> Clock:
        return self.machine.clock

    def live(self) -> tuple[int, float, bool]:
        """Return the hours that are written, those that were, and whether headquarters is asked about them."""
        self.set_clock()
        self.start()
        self.open()
        for _ in range(self.draw.randrange(3, 9)):
            self.machine.pass_(self.draw.randrange(20 * 60))
            getattr(self, self.draw.choice(("visit", "set_clock", "set_clock", "round", "answer", "power_cut")))()
        self.close()
        self.round()
        self.answer()
        [row] = rows(self.nyons.store)["permanence"]
        start, end = row["started_at"], row["ended_at"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        return end - start, self.closed - self.opened, bool(row["to_confirm"])

    def start(self) -> None:
        machine = self.machine
        machine.clock = self.hands(lambda: machine.truth + machine.wrong, lambda: machine.truth - machine.started, 0)
        self.nyons.store.now = self.clock.now
        self.clock.start(self.nyons.store)
        if self.clock.to_ask:
            self.say(self.draw.choice(("the truth", "yes", "nothing")))

    def say(self, what: str) -> None:
        self.told.append(f"say {what}")
        if what == "the truth":
            self.clock.told(int(self.machine.truth) // 60 * 60)
            mend_unused(self.clock, self.nyons.store)
        elif what == "yes":
            self.clock.told()

    def open(self) -> None:
        self.opened = self.machine.truth
        self.permanence = permanences.open_permanence(self.nyons.store, self.nyons.animator).record

    def close(self) -> None:
        self.closed = self.machine.truth
        sure = self.clock.vouches_for(number_of(self.permanence))
        permanences.close_permanence(self.nyons.store, self.permanence, author=self.nyons.animator, clock_sure=sure)

    def visit(self) -> None:
        reception.sign_in_unnamed(self.nyons.store, "digital")

    def set_clock(self) -> None:
        wanted = self.draw.choice(
            (
                self.machine.truth,
                # Short enough to stay on the day: anything else is flagged because nobody closed on that day.
                *(self.machine.truth + hours * HOUR for hours in (-2, -1, 1, 2)),
                self.machine.truth + self.draw.uniform(-TOLERANCE, TOLERANCE),
                self.draw.uniform(YEAR_1970, YEAR_2105),
                YEAR_1970,
                YEAR_2105,
            )
        )
        self.machine.wrong = wanted - self.machine.truth
        self.told.append(f"clock {self.machine.wrong:+.0f}")

    def round(self) -> None:
        """Do a round; the clock may jump in its middle."""
        clock = self.clock
        sent = clock.up()
        self.machine.pass_(self.draw.uniform(0.1, 4))
        at = int(self.machine.truth)
        if self.draw.random() < 0.3:
            self.set_clock()
        self.machine.pass_(self.draw.uniform(0.1, 4))
        clock.heard(at, sent, clock.up())
        mend_unused(clock, self.nyons.store)
        self.told.append("round")

    def answer(self) -> None:
        learnt, clock = self.clock.learnt, self.clock
        if learnt is None:
            return
        what = self.draw.choice(("accept", "refuse", "ignore"))
        self.told.append(what)
        if what == "refuse":
            clock.refuse()
        if what == "accept":
            with clock.mending(learnt) as mend:
                clock_repair.correct(
                    self.nyons.store,
                    clock.since,
                    learnt.seconds,
                    author=self.nyons.animator,
                    mend=mend,
                    to_confirm=not learnt.signed,
                )

    def power_cut(self) -> None:
        """Start again; the machine may have lost its clock."""
        self.told.append("power cut")
        self.machine.pass_(self.draw.randrange(600))
        if self.draw.random() < 0.7:
            self.set_clock()
        self.machine.started = self.machine.truth
        self.start()


def wrong_lives(folder: Path, seed: int, hands: type[Clock], lives: int) -> Iterator[str]:
    """Live so many schedules; give those whose hours are wrong and not flagged, as they were lived."""
    for number in range(lives):
        at = folder / str(number)
        at.mkdir()
        with space(at) as nyons:
            life = Life(nyons, Random(f"{seed}:clock:{number}"), hands)
            written, true, flagged = life.live()
            assert rows(nyons.store) == folded(nyons.store)
            if abs(written - true) > SLACK and not flagged:
                yield f"{number}: {written} s written, {true:.0f} s lived: {', '.join(life.told)}"


class Credulous(Clock):
    """A planted fault: durations are believed, whatever happened."""

    def vouches_for(self, number: int) -> bool:
        del number
        return True


class Follower(Clock):
    """A planted fault: the hands follow whoever sets the machine."""

    def now(self) -> int:
        return int(self._wall())


def test_hours_are_right_or_flagged_under_any_schedule_of_clocks(tmp_path: Path, run_seed: int) -> None:
    assert list(wrong_lives(tmp_path, run_seed, Clock, size(CLOCKS))) == []


@pytest.mark.fault
@pytest.mark.parametrize("fault", [Credulous, Follower])
def test_a_planted_fault_is_found(tmp_path: Path, run_seed: int, fault: type[Clock]) -> None:
    assert next(wrong_lives(tmp_path, run_seed, fault, ENOUGH), None)


def test_a_clock_that_is_wrong_all_day_and_mended_leaves_the_hours_of_the_day(tmp_path: Path) -> None:
    with space(tmp_path) as nyons:
        machine = Machine(wrong=-2 * HOUR)
        nyons.store.now = machine.clock.now
        machine.clock.start(nyons.store)
        permanence = permanences.open_permanence(nyons.store, nyons.animator).record
        machine.pass_(4 * HOUR)
        machine.round()
        learnt = machine.clock.learnt
        assert learnt
        with machine.clock.mending(learnt) as mend:
            clock_repair.correct(nyons.store, machine.clock.since, learnt.seconds, author=nyons.animator, mend=mend)
        machine.pass_(HOUR)
        permanences.close_permanence(nyons.store, permanence, author=nyons.animator)
        [row] = rows(nyons.store)["permanence"]
        times = nyons.store.history(permanence)[-1].changes[PERMANENCE.field("times").number]
    assert times == (row["started_at"], row["ended_at"])
    assert isinstance(times, tuple)
    assert [round(int(str(each)) - machine.started, -1) for each in times] == [0, 5 * HOUR]
