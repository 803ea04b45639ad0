"""A believable day at one antenna, drawn from a seed: who comes when, for what, and what is done for them."""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kiosque.demo import needs
from kiosque.demo.circle import Circle
from kiosque.demo.events import (
    Arrive,
    Attendance,
    Call,
    Close,
    ComeTogether,
    Event,
    Help,
    Join,
    Leave,
    LeaveTogether,
    Need,
    Open,
    Plan,
    Relay,
)
from kiosque.demo.population import Person
from kiosque.domain.opening_hours import Slot

MINUTE = 60
HOUR = 3600

EARLY, LATE = 10 * MINUTE, 8 * MINUTE
"""An animator opens from so early to so late against the planned hour, and closes from a bit early to late."""

WORKSHOP_NEEDS = 2.5 * HOUR
WORKSHOP_MINUTES = (60, 90)
CAPACITY = (6, 9)

SAYS_GOODBYE = 0.55
"""Share of visitors who sign out: the departure of the others is unknown."""

WRONG_TAP = 0.03
TOGETHER = 0.15
TELEPHONE = 0.05
NOTED = 0.1
NO_SHOW = 0.2

CLASS, CLASS_AFTER, CLASS_STAYS = 18, 35 * MINUTE, 70 * MINUTE
"""How many pupils come together, how long after the opening, and for how long."""
WEEK, SUMMER = 7, (7, 8)

RELAYS = 0.25
"""Share of half-days in which a second animator comes: half of them take over, half of them stay with the first."""


@dataclass(frozen=True, slots=True)
class Day:
    """One planned day at one antenna: its events in the order in which they happen."""

    date: date
    events: tuple[Event, ...]


def plan_day(
    rng: random.Random,
    slots: tuple[Slot, ...],
    when: date,
    circle: Circle,
    *,
    animators: int,
    workshop: bool,
    forgets: bool = False,
) -> Day:
    """Return what happens on local day ``when`` at an antenna that opens in ``slots``, among its ``circle``.

    ``animators`` is how many take turns there; ``workshop``: one is held; ``forgets``: the last closing is forgotten.
    Nothing happens on a day without planned hours.
    """
    longest = max(slots, key=lambda slot: slot.end - slot.start, default=None)
    events: list[Event] = []
    arrivals = 0
    for slot in slots:
        half = _HalfDay(rng, when, slot, circle, arrivals)
        events += half.events(rng.randrange(animators), animators, workshop=workshop and slot == longest)
        arrivals = half.arrivals
    return Day(when, tuple(events[:-1] if forgets else events))


class _HalfDay:
    """Plans one slot. People are drawn once a slot: some come back in the afternoon."""

    def __init__(self, rng: random.Random, when: date, slot: Slot, circle: Circle, arrivals: int) -> None:
        self._rng = rng
        self._when = when
        self._circle = circle
        self._opens = slot.start + rng.randint(-EARLY, LATE)
        self._closes = slot.end + rng.randint(-2 * MINUTE, 12 * MINUTE)
        self._planned_end = slot.end
        self._came: set[int] = set()
        self.arrivals = arrivals
        self._first = arrivals == 0

    def events(self, animator: int, animators: int, *, workshop: bool) -> list[Event]:
        """Return the slot's events, in order, when ``animator`` of so many opens."""
        middle = [event for group in (self._visits(), self._calls_for_help()) for event in group]
        middle += self._relay(animator, animators)
        middle += self._class()
        if workshop and self._closes - self._opens >= WORKSHOP_NEEDS:
            middle += self._workshop()
        inside = (event for event in middle if self._opens < event.at < self._closes)
        ordered = sorted(inside, key=lambda event: event.at)
        return [Open(self._opens, animator, self._planned_end), *ordered, Close(self._closes)]

    def _relay(self, animator: int, animators: int) -> Iterator[Event]:
        """Another animator comes in the middle of it, where there is one."""
        if animators > 1 and self._rng.random() < RELAYS:
            share = self._rng.uniform(0.3, 0.7)
            at = self._opens + round(share * (self._closes - self._opens))
            yield Relay(at, (animator + 1) % animators, alone=self._rng.random() < 0.5)  # noqa: PLR2004 - one in two

    def _class(self) -> Iterator[Event]:
        """Let a class come on the first Tuesday morning of a month of school."""
        if self._first and self._when.weekday() == 1 and self._when.day <= WEEK and self._when.month not in SUMMER:
            comes = self._opens + CLASS_AFTER
            yield ComeTogether(comes, CLASS, "elementaire")
            yield LeaveTogether(comes + CLASS_STAYS)

    def _visits(self) -> Iterator[Event]:
        for _ in range(_poisson(self._rng, self._circle.rate * (self._closes - self._opens) / HOUR)):
            at = self._arrival_time()
            person = self._draw()
            if person is None:
                return
            company = self._company(person)
            why = needs.reason(self._rng, person.age(self._when.year))
            seconds = needs.stay(self._rng, why)
            seat = self.arrivals
            for place, each in enumerate((person, *company)):
                yield from self._visit(at + 25 * place, each, why, seconds)
            need = needs.need(self._rng, why, person.age(self._when.year), seconds, self._when)
            if need:
                yield self._help(at + seconds, tuple(range(seat, self.arrivals)), need)

    def _visit(self, at: int, person: Person, why: str, seconds: int) -> Iterator[Event]:
        arrival, self.arrivals = self.arrivals, self.arrivals + 1
        yield Arrive(at, arrival, person, why, mistaken=self._rng.random() < WRONG_TAP)
        if self._rng.random() < SAYS_GOODBYE:
            yield Leave(at + seconds + self._rng.randint(20, 200), arrival)

    def _help(self, at: int, arrivals: tuple[int, ...], need: Need) -> Help:
        # What is done near the end is logged before the door is closed.
        logged = min(at + self._rng.randint(10, 8 * MINUTE), self._closes - self._rng.randint(20, 120))
        note = self._rng.choice(needs.NOTES) if self._rng.random() < NOTED else None
        return Help(logged, arrivals, need, note)

    def _calls_for_help(self) -> Iterator[Event]:
        """Give help to people who are not here: the telephone rings."""
        for _ in range(_poisson(self._rng, TELEPHONE * self._circle.rate * (self._closes - self._opens) / HOUR)):
            caller = self._circle.draw(self._rng)
            seconds = needs.stay(self._rng, "other")
            need = needs.need(self._rng, "service", caller.age(self._when.year), seconds, self._when)
            if need:
                yield Help(self._rng.randint(self._opens + MINUTE, self._closes - MINUTE), (), need)

    def _workshop(self) -> Iterator[Event]:
        minutes = self._rng.choice(WORKSHOP_MINUTES)
        # Late enough for a few telephone calls, early enough to end before the door closes; on a quarter of an hour.
        latest = self._planned_end - minutes * MINUTE
        starts = latest - latest % (15 * MINUTE)
        what = self._rng.choice(needs.WORKSHOPS)
        capacity = self._rng.randint(*CAPACITY)
        yield Plan(self._opens + 4 * MINUTE, what, starts, minutes, capacity)
        absent: list[tuple[int, str]] = []
        for number in range(capacity + self._rng.randint(-2, 2)):
            person = self._draw(youth=what.youth)
            if person is None:
                break
            comes = True
            called = number < capacity // 2
            if called:
                yield Call(self._rng.randint(self._opens + 6 * MINUTE, starts - 10 * MINUTE), person)
                comes = self._rng.random() >= NO_SHOW
            if comes:
                yield from self._comes_to_workshop(person, starts, minutes, called=called)
            else:
                absent.append((person.number, self._rng.choice(("noshow", "excused"))))
        yield Attendance(starts + 12 * MINUTE, tuple(absent))

    def _comes_to_workshop(self, person: Person, starts: int, minutes: int, *, called: bool) -> Iterator[Event]:
        at = starts - self._rng.randint(30, 9 * MINUTE)
        seat = self.arrivals
        yield from self._visit(at, person, "workshop", starts - at + minutes * MINUTE)
        if not called:
            yield Join(at + self._rng.randint(12, 25), seat)

    def _draw(self, *, youth: bool = False) -> Person | None:
        """Return somebody who has not come in this slot; None when nobody is left (a hamlet)."""
        for _ in range(200):
            person = self._circle.draw(self._rng, youth=youth)
            if person.number not in self._came:
                self._came.add(person.number)
                return person
        return None

    def _company(self, person: Person) -> tuple[Person, ...]:
        """Return who comes with ``person``: always an adult with a young child, sometimes somebody of the household."""
        others = [each for each in self._circle.household(person) if each.number not in self._came]
        if not others or self._rng.random() >= TOGETHER:
            return ()
        other = self._rng.choice(others)
        self._came.add(other.number)
        return (other,)

    def _arrival_time(self) -> int:
        # More people come in the first hours than at the end.
        share = self._rng.betavariate(1.5, 2.1)
        return self._opens + MINUTE + round(share * (self._closes - self._opens - 12 * MINUTE))


def _poisson(rng: random.Random, mean: float) -> int:
    """Return a count of independent events (Knuth's method; ``mean`` is small here)."""
    limit, count, product = math.exp(-mean), 0, rng.random()
    while product > limit:
        count += 1
        product *= rng.random()
    return count
