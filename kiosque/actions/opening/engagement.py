"""Until when somebody is engaged: from the day after, they hold no permanence, on a PC without a line either."""

from datetime import date

from sqlalchemy import select

from kiosque.db import records as tables
from kiosque.db.write import Writer
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local


class EngagementOver(KnownError):
    """The last day of this animator's engagement is past."""

    def __init__(self, last: date) -> None:
        day = f"{last:%d/%m/%Y}"
        super().__init__("Votre engagement s’est terminé le {day}. Parlez-en à la coordination.", day=day)


def last_day(writer: Writer, animator: int) -> date | None:
    """Return the last day of an engagement that is over by the clock of this PC; None while it runs."""
    table = tables.animator
    row = writer.first(select(table.c.ended_at).where(table.c.id == animator))
    over = row is not None and row.ended_at is not None and row.ended_at <= writer.now
    return local(row.ended_at - 1).date() if row is not None and over else None


def require_engaged(writer: Writer, animator: int, *, clock_sure: bool) -> bool:
    """Whether an animator is engaged today. Raises ``EngagementOver`` when they are not.

    A clock that is in doubt refuses nobody: it is said then that they may not be.
    """
    last = last_day(writer, animator)
    if last is not None and clock_sure:
        raise EngagementOver(last)
    return last is None
