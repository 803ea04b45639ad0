"""What the screen of a workshop reads."""

from dataclasses import dataclass

from kiosque.actions import papers
from kiosque.actions.network import programmes
from kiosque.actions.papers import Where
from kiosque.actions.visitors import reception
from kiosque.actions.visitors.reception import Present
from kiosque.actions.workshops import agenda, attendance, registrations, workshop_groups, workshops
from kiosque.actions.workshops.agenda import WorkshopLine
from kiosque.actions.workshops.attendance import Roll
from kiosque.actions.workshops.workshop_groups import Together
from kiosque.db.store import Store


@dataclass(frozen=True, slots=True)
class Read:
    """What the screen needs; ``line`` is None when the workshop has gone."""

    line: WorkshopLine | None
    roll: Roll
    here: tuple[Present, ...]
    series: bool
    where: Where
    animators: tuple[str, ...]
    groups: tuple[Together, ...]
    programmes: tuple[str, ...] = ()


def read_roll(store: Store, workshop: int) -> Read:
    """Read it."""
    line = agenda.line_of(store, workshop)
    return Read(
        line,
        attendance.roll(store, workshop),
        reception.present(store),
        len(registrations.sessions(store.all, workshop, 0)) > 1,
        papers.where(store),
        workshops.holders(store, workshop) if line else (),
        workshop_groups.groups_at(store, workshop),
        programmes.names_of(store, programmes.of_workshop(store, workshop)),
    )
