"""Who was at which permanence, as headquarters reads it and corrects it from the command line."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from kiosque.actions import numbers
from kiosque.actions.opening import presence_corrections as corrections
from kiosque.actions.opening.presence_corrections import Held
from kiosque.bootstrap.central import antenna_of, opened
from kiosque.bootstrap.devices import animator_of
from kiosque.domain.french import PARIS, local
from kiosque.domain.validity import dates

Hours = tuple[time | None, time | None]


def held(at: Path, antenna: str, first: date, last: date) -> tuple[Held, ...]:
    """Return the permanences of an antenna between two days, with who was there. Raises ``KnownError``."""
    start, end = dates(first, last)
    with opened(at) as store:
        return corrections.held(store, antenna_of(store, antenna), start, end or start)


def add(at: Path, permanence: str, animator: str, *, starts: time, ends: time) -> None:
    """Say that an animator was at a permanence, at hours of its day. Raises ``KnownError``."""
    with opened(at) as store:
        record = numbers.heard(permanence)
        start, end = _moments(corrections.started(store, record), (starts, ends))
        who = animator_of(store, animator)
        corrections.add(store, record, who, started_at=start or 0, ended_at=end or 0)


def correct(at: Path, number: str, *, animator: str | None, hours: Hours) -> None:
    """Say otherwise who it was, or at which hours. Raises ``KnownError``."""
    with opened(at) as store:
        record = numbers.heard(number)
        began = corrections.started(store, corrections.permanence_of(store, record))
        start, end = _moments(began, hours)
        who = animator_of(store, animator) if animator else None
        corrections.correct(store, record, animator=who, started_at=start, ended_at=end)


def remove(at: Path, number: str) -> None:
    """Take back that somebody was there. Raises ``KnownError``."""
    with opened(at) as store:
        corrections.remove(store, numbers.heard(number))


def _moments(began: int, hours: Hours) -> tuple[int | None, int | None]:
    """Return hours on the wall as UTC seconds, of the day of a permanence that ``began`` then, or of its night."""
    day = local(began).date()
    # Seconds are not typed: who came when it opened came at its opening.
    opened = began - began % 60

    def moment(hour: time) -> int:
        at = int(datetime.combine(day, hour, PARIS).timestamp())
        at = at if at >= opened else int(datetime.combine(day + timedelta(days=1), hour, PARIS).timestamp())
        return began if at == opened else at

    start, end = hours
    return None if start is None else moment(start), None if end is None else moment(end)
