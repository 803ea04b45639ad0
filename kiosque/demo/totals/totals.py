"""What each of the four ways counts."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Totals:
    """Of a whole network, and of all time.

    ``seconds``: how long its antennas were open, by the hours that headquarters decided on where it did; two
    permanences at once in one antenna are one, and what was not closed lasts until the last thing that is known of it.
    ``attendances``: who came to a workshop. ``people``: those who are known and came, each once, by whichever of their
    records; nobody knows how many the unnamed visits are. ``households``: those of which somebody came.
    ``hours_per_week``: of each antenna that opened, by its code, in the weeks in which it did: a PC that believed in
    another year adds that week, and no year between.
    """

    permanences: int
    seconds: int
    visits: int
    interventions: int
    workshops: int
    attendances: int
    people: int
    households: int
    programmes: int
    repairs: int
    hours_per_week: Mapping[str, float]


def a_week(seconds: int, weeks: int) -> float:
    """Return hours a week, to a tenth, of ``seconds`` in so many weeks."""
    return round(seconds / weeks / 3600, 1)
