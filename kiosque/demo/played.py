"""What was played, as those who played it know it: what the databases must hold, each exactly once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from kiosque.domain.records import (
    GROUP,
    INTERVENTION,
    ITEM,
    PERMANENCE,
    PRESENCE,
    REGISTRATION,
    REPAIR,
    TASK,
    VISIT,
    WORKSHOP,
)
from kiosque.journal.entry import Entry

Fact: TypeAlias = tuple[str, int, int, str]
"""(kind, antenna's record id, moment in UTC seconds by the clock on its wall, card).

0 and an empty text where a record of that kind has none, or it is not known."""

DONE_ONCE = (PERMANENCE, PRESENCE, VISIT, INTERVENTION, WORKSHOP, REGISTRATION, REPAIR, ITEM, GROUP, TASK)
"""The kinds of what is done once by somebody, and must be held once. Visitors are counted as people, by their cards."""

_DONE_ONCE = {kind.number: kind for kind in DONE_ONCE}


@dataclass(slots=True)
class Played:
    """What people did in front of one PC of ``antenna`` (record id); what was taken back at once is not in it."""

    antenna: int
    facts: Counter[Fact] = field(default_factory=Counter)
    joined: int = 0
    """How many visitors fewer are people of their own, by what animators said of those who come twice."""

    def visit(self, at: int, card: str = "") -> None:
        """Somebody came in ``at`` that moment, with that card if any."""
        self.facts["visit", self.antenna, at, card] += 1

    def remembered(self, at: int, card: str) -> None:
        """Who came in without a card ``at`` that moment was given one."""
        self.facts["visit", self.antenna, at, ""] -= 1
        self.visit(at, card)

    def helped(self, at: int) -> None:
        """An act of help was logged ``at`` that moment."""
        self.facts["intervention", self.antenna, at, ""] += 1

    def wrote(self, kind: str) -> None:
        """A record of another ``kind`` was made, at whatever moment."""
        self.facts[kind, self.antenna, 0, ""] += 1

    def made(self, entries: Iterable[Entry]) -> None:
        """Somebody's gesture wrote ``entries``: what they create was done, and whoever came bore no card."""
        for each in entries:
            kind = _DONE_ONCE.get(each.kind)
            if kind is not None and each.creates:
                self.facts[kind.name, self.antenna, _moment(each), ""] += 1

    def threw_away_help(self, at: int) -> None:
        """An act of help of that moment went to the bin."""
        self.facts["intervention", self.antenna, at, ""] -= 1

    def called_off(self) -> None:
        """A workshop went to the bin; those who registered stay."""
        self.facts["workshop", self.antenna, 0, ""] -= 1


def _moment(entry: Entry) -> int:
    """Return when somebody came or was helped; 0 of anything else."""
    if entry.kind == VISIT.number:
        times = entry.changes[VISIT.field("times").number]
        return int(times[0]) if isinstance(times, tuple) and isinstance(times[0], int) else 0
    given_at = entry.changes.get(INTERVENTION.field("given_at").number) if entry.kind == INTERVENTION.number else 0
    return given_at if isinstance(given_at, int) else 0
