"""Until when somebody is engaged: from the day after, they hold no permanence, on a PC without a line either."""

from datetime import date

from kiosque.actions.network.engagements import engagements
from kiosque.db.write import Writer
from kiosque.domain.engagements import over
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local


class EngagementOver(KnownError):
    """The last day of this animator's engagement is past."""

    def __init__(self, last: date) -> None:
        day = f"{last:%d/%m/%Y}"
        super().__init__("Votre engagement s’est terminé le {day}. Parlez-en à la coordination.", day=day)


def last_day(writer: Writer, animator: int) -> date | None:
    """Return the last day of an engagement that is over by the clock of this PC; None while it runs."""
    today = local(writer.now).date()
    ended = over(engagements(writer.all, animator).get(animator, ()), today, writer.now)
    return None if ended is None else local(ended - 1).date()


def require_engaged(writer: Writer, animator: int, *, clock_sure: bool) -> bool:
    """Whether an animator is engaged today. Raises ``EngagementOver`` when they are not.

    A clock that is in doubt refuses nobody: it is said then that they may not be.
    """
    last = last_day(writer, animator)
    if last is not None and clock_sure:
        raise EngagementOver(last)
    return last is None
