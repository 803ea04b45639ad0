"""What the network promised, set and read from the command line."""

from datetime import date
from pathlib import Path

from kiosque.actions import numbers
from kiosque.actions.network import objectives
from kiosque.bootstrap.central import opened
from kiosque.domain.french import local
from kiosque.domain.objectives import Version
from kiosque.reports import objectives as reports
from kiosque.reports.objectives import Standing


def promise(at: Path, first: date, last: date | None) -> None:
    """Set every objective of the project that has none yet. Raises ``KnownError``."""
    with opened(at) as store:
        objectives.promise(store, first=first, last=last)


def revise(at: Path, code: str, target: int, *, first: date, last: date | None, why: str) -> None:
    """Set an objective from ``first`` on. Raises ``KnownError``."""
    with opened(at) as store:
        objectives.set_objective(store, code, target, first=first, last=last, why=why)


def take_back(at: Path, number: str) -> None:
    """Put a version that was a mistake in the bin. Raises ``KnownError``."""
    with opened(at) as store:
        objectives.take_back(store, numbers.heard(number))


def standing(at: Path, day: date | None = None) -> tuple[tuple[Standing, ...], dict[str, tuple[Version, ...]]]:
    """Return how the objectives stand on ``day``, today when None, and all their versions. Raises ``KnownError``."""
    with opened(at) as store, store.reading() as connection:
        when = day or local(store.now()).date()
        return reports.standings(connection, when), reports.versions(connection)
