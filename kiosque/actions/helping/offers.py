"""What is offered first for an act of help: the habits of the place, and what the visit has said already."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from kiosque.actions.inputs import alive
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain import codes, habits
from kiosque.domain.codelist import CodeList
from kiosque.domain.french import local
from kiosque.domain.habits import Offered, Use

DAY = 86_400


@dataclass(frozen=True, slots=True)
class Offers:
    """What is shown at once and what is one touch further; ``theme``: what the visit's reason says."""

    themes: Offered
    services: Offered
    durations: tuple[int, ...]
    other_durations: tuple[int, ...]
    theme: str | None = None


def offers(store: Store, visits: Sequence[int] = ()) -> Offers:
    """Return what this antenna offers first today to those who came with ``visits``.

    The rule is ``domain.habits``. A body that these very people needed lately comes before the others; it is not
    chosen for them.
    """
    given = _given_lately(store)
    today = local(store.now()).date()

    def uses(field: str) -> list[Use]:
        return [
            Use(code, (today - local(row.given_at).date()).days)
            for row in given
            for code in str(getattr(row, field) or "").split()
        ]

    def ranked(of: CodeList, field: str, ahead: Iterable[str] = ()) -> Offered:
        return habits.offered((code.code for code in of.valid_at(today)), uses(field), tuple(ahead))

    scale = sorted((*codes.DURATIONS, *codes.OTHER_DURATIONS))
    # The six of the national tool, as long as nothing else is usual here.
    usual = habits.usual(sorted(scale, key=lambda minutes: minutes not in codes.DURATIONS), uses("duration"))
    came = _visits(store, visits)
    return Offers(
        ranked(codes.THEMES, "themes"),
        ranked(codes.SERVICES, "service", _followed_up(given, came)),
        usual,
        tuple(minutes for minutes in scale if minutes not in usual),
        _theme_of(came),
    )


def _theme_of(came: Sequence[Found]) -> str | None:
    """Return the theme that the reasons of all these visits mean; None when they mean none, or several."""
    meant = {codes.THEME_OF_REASON.get(row.reason or "") for row in came}
    return meant.pop() if len(meant) == 1 else None


def _followed_up(given: Sequence[Found], came: Sequence[Found]) -> list[str]:
    """Return the bodies concerned the last time that each of these people was helped."""
    bodies = []
    for visitor in {str(row.visitor) for row in came if row.visitor is not None}:
        theirs = [row for row in given if row.service and visitor in str(row.visitors or "").split()]
        if theirs:
            bodies.append(max(theirs, key=lambda row: (row.given_at, row.id)).service)
    return bodies


def _given_lately(store: Store) -> list[Found]:
    table, held = tables.intervention, tables.permanence
    columns = (table.c.id, table.c.given_at, table.c.themes, table.c.service, table.c.duration, table.c.visitors)
    since = store.now() - (habits.WINDOW_DAYS + 1) * DAY
    placed = select(*columns).join(held, held.c.id == table.c.permanence)
    return store.all(placed.where(held.c.antenna == store.identity.antenna, table.c.given_at >= since, alive(table)))


def _visits(store: Store, visits: Sequence[int]) -> list[Found]:
    table = tables.visit
    return store.all(select(table.c.id, table.c.reason, table.c.visitor).where(table.c.id.in_(visits), alive(table)))
