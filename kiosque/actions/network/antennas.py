"""The antennas as headquarters follows them: planned, open or closed, what each stands in, and what was asked there."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import chain, count

from sqlalchemy import select

from kiosque.actions.inputs import BadInput, alive, same
from kiosque.actions.network.partners import supports
from kiosque.actions.opening.hours import calendar_of
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain import communes
from kiosque.domain.french import local
from kiosque.domain.network_codes import FLOOR_HOURS, LABEL
from kiosque.domain.validity import midnight

HOUR = 3600
CODE_LETTERS = 3


class State(Enum):
    """Where an antenna is in its life."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class AntennaLine:
    """One antenna on a day. ``opens`` and ``closes``: its first and last day, None where nobody said so.

    ``hours`` are those planned in the week of that day, ``floor`` those that were promised at least; ``labels`` are
    codes; of the surveys, how many people ``answered``, how many of them telework, and how many ``desks`` they want.
    """

    id: int
    code: str
    name: str
    commune: str
    state: State
    opens: date | None
    closes: date | None
    room: str | None
    zone: str | None
    hours: float
    floor: int | None
    labels: tuple[str, ...]
    answered: int
    teleworkers: int
    desks: int


def antennas_on(store: Store, day: date) -> tuple[AntennaLine, ...]:
    """Return every antenna as it is on ``day``, by name."""
    table, survey = tables.antenna, tables.survey
    asked: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for row in store.all(select(survey).where(alive(survey))):
        asked[row.antenna].append((row.answers or 0, row.teleworkers or 0, row.desks or 0))
    found = []
    for row in store.all(select(table).where(alive(table)).order_by(table.c.name, table.c.id)):
        calendar = calendar_of(store, row.id)
        around = communes.by_insee(row.commune or "")
        given = supports(store, row.id, day)
        answers = asked[row.id] or [(0, 0, 0)]
        found.append(
            AntennaLine(
                *(row.id, row.code or "", row.name or ""),
                around.name if around else "",
                state_on(row.started_at, row.ended_at, day),
                local(row.started_at).date() if row.started_at else None,
                local(row.ended_at - 1).date() if row.ended_at else None,
                row.room,
                calendar.zone,
                calendar.seconds_in_week(day) / HOUR,
                FLOOR_HOURS.get(row.size or ""),
                tuple(each.label for each in given if each.nature == LABEL and each.label and each.antenna == row.id),
                *(sum(each) for each in zip(*answers, strict=True)),
            )
        )
    return tuple(found)


def state_on(started_at: int | None, ended_at: int | None, day: date) -> State:
    """Return where an antenna is in its life on ``day``; one of which nobody said since when is open."""
    at = midnight(day)
    if started_at is not None and at < started_at:
        return State.PLANNED
    return State.CLOSED if ended_at is not None and at >= ended_at else State.OPEN


def free_code(known: Iterable[Found], label: str) -> str:
    """Return a code for a new antenna after its name, *NYO* or *NYO2*, that none of those that are ``known`` has."""
    letters = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    begun = "".join(each for each in letters if each.isalnum()).upper()[:CODE_LETTERS] or "ANT"
    taken = {(row.code or "").upper() for row in known}
    return next(code for code in chain((begun,), (f"{begun}{each}" for each in count(2))) if code not in taken)


def require_free(known: Iterable[Found], code: str) -> None:
    """Check that none of the antennas that are ``known`` has that code, in other letters. Raises ``BadInput``."""
    for each in known:
        if same(each.code, code):
            raise BadInput("code", "L’antenne {code} existe déjà.", code=each.code)
