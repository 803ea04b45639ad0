"""What the closing knows: what the permanence has seen, who is here, what was planned; and closing it."""

from dataclasses import dataclass, replace

from kiosque.actions.done import Done
from kiosque.actions.helping import batch
from kiosque.actions.opening import permanences, planned
from kiosque.actions.opening.permanences import OpenPermanence, Summary
from kiosque.actions.opening.planned import Planned
from kiosque.actions.visitors import reception
from kiosque.actions.visitors.reception import Present
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.journal.entry import device_of, number_of
from kiosque.sync.clock import Clock
from kiosque.ui.animator.closing_texts import words_of


@dataclass(frozen=True, slots=True)
class Still:
    """Somebody who is still here, or a group: ``visits`` are theirs."""

    visits: tuple[int, ...]
    name: str
    since: str
    icon: str = "user-round"


@dataclass(frozen=True, slots=True)
class Held:
    """The open permanence, what it has seen, who is here, what was planned that day."""

    permanence: OpenPermanence
    summary: Summary
    present: tuple[Present, ...]
    without_help: int
    planned: Planned | None
    now: int


def held(store: Store) -> Held | None:
    """Return what there is to close; None when nothing is open."""
    permanence = permanences.current(store)
    if permanence is None:
        return None
    return Held(
        permanence,
        permanences.summary(store, permanence.id),
        reception.present(store),
        sum(len(draft.visits) for draft in batch.drafts(store)),
        planned.planned(store, local(permanence.opened_at).date()),
        store.now(),
    )


def still(present: tuple[Present, ...]) -> tuple[Still, ...]:
    """Return who is still here; those of a group stand together."""
    together: dict[int, Still] = {}
    for each in present:
        key = each.group or each.visit
        before = together.get(key)
        if before is not None:
            visits = (*before.visits, each.visit)
            together[key] = replace(before, visits=visits, name=words_of.group(len(visits)), icon="users")
        else:
            name = each.name or (words_of.UNNAMED if each.visitor is None else words_of.CARD_ONLY)
            together[key] = Still((each.visit,), name, words_of.here_since(each.arrived_at))
    return tuple(together.values())


def clock_sure(store: Store, clock: Clock, permanence: int) -> bool:
    """Whether ``clock`` can answer for the time since ``permanence`` was opened: here, or on another PC of the room."""
    if device_of(permanence) != store.device:
        return not clock.in_doubt
    return clock.vouches_for(number_of(permanence))


def close(
    store: Store, permanence: int, author: int, closed_at: int | None, *, clock_sure: bool
) -> tuple[Done, Summary, int]:
    """Close; return what was written, what the permanence has seen, and the visits of this year. Raises ``NotOpen``."""
    done = permanences.close_permanence(store, permanence, author=author, closed_at=closed_at, clock_sure=clock_sure)
    return done, permanences.summary(store, permanence), permanences.visits_this_year(store)
