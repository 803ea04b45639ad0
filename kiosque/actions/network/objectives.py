"""What the network promised, as headquarters sets it: versions with dates, none of them ever written over."""

from datetime import date

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen, note, of_our_time
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.db.write import Missing, Writer
from kiosque.domain.objectives import HOURS, OBJECTIVES, PROMISED
from kiosque.domain.records import OBJECTIVE
from kiosque.domain.validity import dates

MOST = 1_000_000
WHOLE = 100


def set_objective(
    store: Store, code: str, target: int, *, first: date, last: date | None = None, why: str = "", author: int = 0
) -> Done:
    """Promise ``target`` of an objective from ``first`` to ``last``; what was promised before stays as its history.

    A version that begins on the same day as another one is said again: the other goes to the bin. Raises ``BadInput``,
    also where just that is promised already.
    """
    of_our_time(store.now(), first=first, last=last)
    _check(chosen("code", code, OBJECTIVES), target, first, last)
    said, times = note(why), dates(first, last)
    with store.writing(author) as writer:
        for version in _same_day(writer, code, first):
            if (version.target, version.ended_at, version.reason) == (target, times[1], said):
                raise BadInput("target", "C’est déjà l’objectif, pour les mêmes jours.")
            writer.amend(OBJECTIVE, version.id, deleted=True)
        record = writer.record(OBJECTIVE, objective=code, target=target, times=times, reason=said)
    return Done(record, tuple(writer.entries), writer.now)


def promise(store: Store, *, first: date, last: date | None = None, author: int = 0) -> Done:
    """Set every objective of the project that has none yet to what was promised. Raises ``BadInput``, also for none."""
    of_our_time(store.now(), first=first, last=last)
    for code, target in PROMISED.items():
        _check(code, target, first, last)
    record = 0
    table = tables.objective
    with store.writing(author) as writer:
        held = {row.objective for row in writer.all(select(table.c.objective).where(alive(table)))}
        for code, target in PROMISED.items():
            if code not in held:
                record = writer.record(OBJECTIVE, objective=code, target=target, times=dates(first, last))
    if not record:
        raise BadInput("first", "Tous les objectifs du projet sont déjà posés.")
    return Done(record, tuple(writer.entries), writer.now)


def take_back(store: Store, version: int, *, author: int = 0) -> Done:
    """Put a version that was a mistake in the bin: the one before it holds again. Raises ``db.write.Missing``."""
    table = tables.objective
    with store.writing(author) as writer:
        if writer.first(select(table.c.id).where(table.c.id == version, alive(table))) is None:
            raise Missing("Cette version de l’objectif n’existe pas.")
        writer.amend(OBJECTIVE, version, deleted=True)
    return Done(version, tuple(writer.entries), writer.now)


def _same_day(writer: Writer, code: str, first: date) -> list[Found]:
    table = tables.objective
    begins = (table.c.objective == code, table.c.started_at == dates(first, None)[0], alive(table))
    return writer.all(select(table).where(*begins))


def _check(code: str, target: int, first: date, last: date | None) -> None:
    if not 0 < target <= (WHOLE if code == HOURS else MOST):
        raise BadInput("target", "Un objectif est un nombre entier, plus grand que zéro.")
    if last is not None and last < first:
        raise BadInput("last", "Le dernier jour vient après le premier.")
