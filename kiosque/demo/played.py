"""What was played, as those who played it know it: what the databases must hold, each exactly once."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TypeAlias

Fact: TypeAlias = tuple[str, int, int, str]
"""(kind, antenna's record id, moment in UTC seconds by the clock on its wall, card).

0 and an empty text where a record of that kind has none, or it is not known."""


@dataclass(slots=True)
class Played:
    """What people did in front of one PC of ``antenna`` (record id); what was taken back at once is not in it."""

    antenna: int
    facts: Counter[Fact] = field(default_factory=Counter)

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
