"""The usual hours of a place: as they were first said, and as they were said anew, each time from a day on."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from kiosque.domain.validity import Told, in_force

USUAL = "usual"
"""The reason of hours that are noted: they are the usual ones from their first day on."""


class Anew(Told, Protocol):
    """Usual hours that were said anew."""

    @property
    def hours(self) -> str | None:
        """The OSM text."""
        ...


def usual_on(first: str | None, anew: Iterable[Anew], day: date) -> str | None:
    """Return the usual hours of ``day``: those that began last, ``first`` before all of them; None: not known."""
    said = in_force(anew, day)
    return said.hours if said else first
