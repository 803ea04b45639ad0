"""As what somebody works for the network on a day: engagements have dates, and the past keeps what it was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosque.domain.french import local
from kiosque.domain.validity import in_force


@dataclass(frozen=True, slots=True)
class Engagement:
    """``status`` is a code of ``ANIMATOR_STATUSES``; UTC seconds, from a midnight to a midnight.

    ``clock``: of the entry that said it; as what somebody was hired, nothing: it comes before all.
    """

    id: int
    status: str
    started_at: int | None
    ended_at: int | None
    clock: int = 0


def standing(hired: Engagement, said: Iterable[Engagement], left_at: int | None = None) -> tuple[Engagement, ...]:
    """Return the engagements of somebody, in order.

    As what they were ``hired`` holds until something else is ``said``; nothing does once they left (``left_at``, the
    midnight after their last day).
    """
    later = sorted(said, key=lambda each: (each.started_at or 0, each.clock, each.id))
    until = _first(hired.ended_at, later[0].started_at if later else None)
    # Most of a thousand stay as they are.
    every = (hired if until == hired.ended_at else replace(hired, ended_at=until), *later)
    return every if left_at is None else tuple(replace(each, ended_at=_first(each.ended_at, left_at)) for each in every)


def status_on(engagements: Sequence[Engagement], day: date) -> str | None:
    """Return as what somebody works on ``day``; None when they do not."""
    found = in_force(engagements, day)
    return found.status if found else None


def until(engagements: Sequence[Engagement], day: date) -> int | None:
    """Return when somebody who is engaged on ``day`` no longer is, one engagement after the other; None: not known."""
    found = in_force(engagements, day)
    while found is not None and found.ended_at is not None:
        following = in_force(engagements, local(found.ended_at).date())
        if following is None or (following.ended_at or found.ended_at + 1) <= found.ended_at:
            return found.ended_at
        found = following
    return None


def over(engagements: Sequence[Engagement], day: date, now: int) -> int | None:
    """Return when the last engagement of somebody ended who has none on ``day``; None while one runs or none did."""
    ended = [each.ended_at for each in engagements if each.ended_at is not None and each.ended_at <= now]
    return None if in_force(engagements, day) else max(ended, default=None)


def _first(*moments: int | None) -> int | None:
    return min((each for each in moments if each is not None), default=None)
