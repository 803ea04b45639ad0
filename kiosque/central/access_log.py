"""What programs asked: which key or account, what, and when. Kept for twelve months; nobody's data is in it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kiosque.central.export_log import KEPT
from kiosque.central.files import told
from kiosque.db.account_tables import asked
from kiosque.db.store import Store
from kiosque.domain.records import KINDS
from kiosque.reports.exports import titles
from kiosque.reports.period import Period

MOST_SHOWN = 200
"""Lines of a page: what a program that asks each hour asked in a week."""

_TABLES = {kind.name for kind in KINDS} & titles.KINDS.keys()


@dataclass(frozen=True, slots=True)
class Demand:
    """What ``who`` asked ``at`` UTC seconds; ``answered``: it may."""

    at: int
    who: str
    what: str
    answered: bool


def note(store: Store, who: str, what: str, *, answered: bool = True) -> None:
    """Write down that ``who`` asks ``what``, before it is answered."""
    store.write_local(asked.insert().values(at=store.now(), who=who, what=what, answered=answered))
    forget(store)


def said(summary: str, table: str, first: str, last: str) -> str:
    """Return what was asked for in words: the table and the days where they are some, and nothing else of it."""
    which = f"\u202f: {titles.KINDS[table]}" if table in _TABLES else ""
    try:
        days = told(Period(date.fromisoformat(first), date.fromisoformat(last)))
    except ValueError:
        return summary + which
    return f"{summary}{which}, {days}"


def latest(store: Store) -> tuple[Demand, ...]:
    """Return what was asked for in the last twelve months, the latest first; ``MOST_SHOWN`` at most."""
    query = select(asked.c.at, asked.c.who, asked.c.what, asked.c.answered).where(asked.c.at > store.now() - KEPT)
    rows = store.all(query.order_by(asked.c.at.desc(), asked.c.id.desc()).limit(MOST_SHOWN))
    return tuple(Demand(row.at, row.who, row.what, bool(row.answered)) for row in rows)


def forget(store: Store) -> int:
    """Forget what is older than twelve months; return how many lines that was."""
    return store.write_local(asked.delete().where(asked.c.at <= store.now() - KEPT))
