"""What headquarters keeps no longer: once a day, in small portions; told by how many, and never by whom."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date

from sqlalchemy import exists, func, insert, literal, select

from kiosque.actions.network import leaving, requests
from kiosque.actions.visitors import keeping, named_alone
from kiosque.central import access_log, entry_log, export_log
from kiosque.db.came import keep_people
from kiosque.db.records import permanence
from kiosque.db.store import Store
from kiosque.db.watch_tables import purge as kept
from kiosque.domain.french import local
from kiosque.domain.retention import VISITOR_MONTHS, months_after
from kiosque.domain.validity import midnight
from kiosque.reports.counting import SECONDS_A_DAY

_log = logging.getLogger(__name__)

A_DAY = 1_000
"""People, and names, of one day at most: whoever is left is the next day's."""

LIVELY = 62
"""Days without an opened antenna, after which the clock of the machine is doubted: nothing goes by itself."""

A_MONTH = 31
"""Days of which it is told what was kept no longer."""

Going = Callable[[], bool]


def always() -> bool:
    """Go on to the end."""
    return True


_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Purged:
    """How many people, names that stood alone, animators and lines of access logs are kept no longer.

    ``awaited``: people who are kept until a PC is heard; ``soon``: who will be kept no longer in a month.
    """

    people: int = 0
    names: int = 0
    animators: int = 0
    lines: int = 0
    awaited: int = 0
    soon: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return self != Purged()


_COUNTS = tuple(each.name for each in fields(Purged))
_ADDED = ("people", "names", "animators", "lines")
"""Of a day: what waits is only as it was last."""


def asked(store: Store) -> Purged:
    """Return what would go now; nothing is changed but what is counted again."""
    _catch_up(store)
    people = keeping.over(store, A_DAY)
    names, animators = named_alone.over(store, _before(store), A_DAY), _left(store)
    return Purged(len(people.people), len(names), len(animators), 0, people.awaited, keeping.soon(store))


def purge(store: Store, going: Going = always) -> Purged:
    """Let go what is kept no longer, as who asks for it is erased: people portion by portion, and note how many.

    ``going``: whether to go on; else whoever is left is the next day's.
    """
    _catch_up(store)
    over, gone = keeping.over(store, A_DAY), 0
    for first in range(0, len(over.people), keeping.TOGETHER):
        if not going():
            break
        gone += keeping.forget(store, over.people[first : first + keeping.TOGETHER])
    names = named_alone.over(store, _before(store), A_DAY)
    for first in range(0, len(names), keeping.TOGETHER):
        named_alone.erase_alone(store, names[first : first + keeping.TOGETHER], author=0)
    left = _left(store)
    for each in left:
        leaving.forget_animator(store, each)
    requests.forget_old(store)
    lines = access_log.forget(store) + entry_log.forget(store) + export_log.forget(store)
    done = Purged(gone, len(names), len(left), lines, over.awaited, keeping.soon(store))
    _note(store, done)
    # Said by how many: a log never names anybody.
    _log.info("kept no longer: %d people, %d names, %d animators, %d lines of logs", gone, len(names), len(left), lines)
    return done


def daily(store: Store, going: Going = always) -> bool:
    """Do it unless it was done today; return whether it was done now.

    Nothing goes by a clock that nobody confirms: what is erased does not come back. The command asks nobody.
    """
    if not _lively(store):
        return False
    # Whoever notes the day first does it: of several programs over a central, one.
    if not _begin(store):
        return False
    purge(store, going)
    return True


def last_month(store: Store) -> Purged:
    """Return what was kept no longer in the last days, and what waits as it was last counted."""
    within = kept.c.day > _today(store) - A_MONTH
    sums = (func.coalesce(func.sum(kept.c[name]), 0) for name in _ADDED)
    told = Purged(*(int(each) for each in store.one(select(*sums).where(within))))
    latest = store.first(select(kept.c.awaited, kept.c.soon).order_by(kept.c.day.desc()).limit(1))
    return replace(told, awaited=latest.awaited, soon=latest.soon) if latest else told


def _lively(store: Store) -> bool:
    """Whether an antenna was opened lately, by the clock of this machine."""
    at, now = permanence.c.started_at, store.now()
    latest = store.one(select(func.max(at)).where(at <= now + SECONDS_A_DAY))[0]
    return latest is not None and latest >= now - LIVELY * SECONDS_A_DAY


def _begin(store: Store) -> bool:
    """Note that this day's has begun; return whether nobody had."""
    today = _today(store)
    nothing = select(literal(today), *(literal(0) for _ in _COUNTS)).where(~exists().where(kept.c.day == today))
    # Else SQLAlchemy does not say on a server how many rows an insertion made.
    begun = insert(kept).from_select(["day", *_COUNTS], nothing).execution_options(preserve_rowcount=True)
    return store.write_local(begun) > 0


def _note(store: Store, done: Purged) -> None:
    _begin(store)
    sums = {name: kept.c[name] + getattr(done, name) for name in _ADDED}
    today = kept.update().where(kept.c.day == _today(store))
    store.write_local(today.values(**sums, awaited=done.awaited, soon=done.soon))


def _catch_up(store: Store) -> None:
    while keep_people(store.database):
        pass


def _left(store: Store) -> list[int]:
    today = local(store.now()).date()
    return [each.animator for each in leaving.left(store) if each.due <= today]


def _before(store: Store) -> int:
    return midnight(months_after(local(store.now()).date(), -VISITOR_MONTHS))


def _today(store: Store) -> int:
    return local(store.now()).date().toordinal() - _EPOCH
