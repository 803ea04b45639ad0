"""What people of a place said that they need: numbers, never names."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen, of_our_time
from kiosque.actions.known import require
from kiosque.actions.network.partners import NOTHING
from kiosque.db import records as tables
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.domain.codes import VISIT_REASONS
from kiosque.domain.french import local, number
from kiosque.domain.records import SURVEY
from kiosque.domain.validity import dates, midnight
from kiosque.journal.entry import Value

MOST_ANSWERS = 100_000


@dataclass(frozen=True, slots=True)
class Survey:
    """What people of a place answered on a day; ``needs`` are reasons to come, the most wanted first."""

    id: int
    antenna: int
    asked: date
    answers: int
    teleworkers: int
    desks: int
    needs: tuple[str, ...]


def survey(
    store: Store,
    *,
    antenna: int,
    answers: int,
    teleworkers: int = 0,
    desks: int = 0,
    needs: Sequence[str] = (),
    asked: date | None = None,
) -> Done:
    """Keep what so many people of a place answered when they were asked what they need, on a day, today when None.

    ``teleworkers`` of them work at a distance, and would use so many ``desks``; ``needs`` are reasons to come, the most
    wanted first. Raises ``BadInput``, also where just that is noted already.
    """
    of_our_time(store.now(), asked=asked)
    said = _answered(answers, teleworkers, desks, needs)
    with store.writing() as writer:
        day = asked or local(writer.now).date()
        if any(_said(each) == said for each in _of_day(writer.all, antenna, day)):
            raise BadInput("answers", "Cette enquête est déjà notée, le même jour.")
        at = writer.now if asked is None else midnight(asked)
        record = writer.record(SURVEY, antenna=antenna, asked_at=at, **said)
    return Done(record, tuple(writer.entries), writer.now)


def correct_survey(
    store: Store, record: int, *, answers: int, teleworkers: int, desks: int, needs: Sequence[str] = ()
) -> Done:
    """Say otherwise what people answered; only what differs is written. Raises ``BadInput`` or ``Missing``."""
    said = _answered(answers, teleworkers, desks, needs)
    with store.writing() as writer:
        require(writer.first, tables.survey, record, NOTHING)
        writer.correct(SURVEY, record, **said)
    return Done(record, tuple(writer.entries), writer.now)


def same_day(store: Store, antenna: int, asked: date | None) -> Survey | None:
    """Return what was asked at an antenna on that day already, today when None: the last one."""
    found = _of_day(store.all, antenna, asked or local(store.now()).date())
    return _survey(found[-1]) if found else None


def surveys(store: Store) -> tuple[Survey, ...]:
    """Return what was asked at which antenna, the last first."""
    table = tables.survey
    rows = store.all(select(table).where(alive(table)).order_by(table.c.asked_at.desc(), table.c.id.desc()))
    return tuple(_survey(row) for row in rows)


def _of_day(ask: Callable[[Query], Iterable[Found]], antenna: int, day: date) -> list[Found]:
    table, (start, end) = tables.survey, dates(day, day)
    here = (table.c.antenna == antenna, table.c.asked_at >= start, table.c.asked_at < end, alive(table))
    return list(ask(select(table).where(*here).order_by(table.c.id)))


def _survey(row: Found) -> Survey:
    return Survey(
        *(row.id, row.antenna, local(row.asked_at or 0).date()),
        *(row.answers or 0, row.teleworkers or 0, row.desks or 0),
        tuple((row.needs or "").split()),
    )


def _said(row: Found) -> dict[str, Value]:
    needs = tuple((row.needs or "").split()) or None
    return {"answers": row.answers, "teleworkers": row.teleworkers, "desks": row.desks, "needs": needs}


def _answered(answers: int, teleworkers: int, desks: int, needs: Sequence[str]) -> dict[str, Value]:
    if not 0 < answers <= MOST_ANSWERS:
        raise BadInput("answers", "Une enquête a de 1 à {most} réponses.", most=number(MOST_ANSWERS))
    if not 0 <= teleworkers <= answers:
        raise BadInput("teleworkers", "Il n’y a pas plus de télétravailleurs que de réponses.")
    if not 0 <= desks <= MOST_ANSWERS:
        raise BadInput("desks", "Une enquête a de 0 à {most} places voulues.", most=number(MOST_ANSWERS))
    wanted = tuple(chosen("needs", each, VISIT_REASONS) for each in needs) or None
    return {"answers": answers, "teleworkers": teleworkers, "desks": desks, "needs": wanted}
