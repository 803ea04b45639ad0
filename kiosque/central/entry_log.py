"""Who came in to the pages, what was refused, whose record was read. Kept for twelve months; it names no visitor."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from kiosque.central.export_log import KEPT
from kiosque.db.account_tables import entrance
from kiosque.db.store import Store

MOST_SHOWN = 200
"""Lines of a page."""

AN_HOUR = 3_600
"""A page that is opened again and again within it is noted once."""

LONGEST_PAGE = 200


class Happened(StrEnum):
    """What is written down."""

    ENTERED = "entered"
    PASSWORD = "password"  # noqa: S105 - that one was wrong
    CODE = "code"
    REFUSED = "refused"
    READ = "read"


TITLES = {
    Happened.ENTERED: "Entrée",
    Happened.PASSWORD: "Mot de passe refusé",
    Happened.CODE: "Code refusé",
    Happened.REFUSED: "Page refusée",
    Happened.READ: "Lecture",
}


@dataclass(frozen=True, slots=True)
class Entrance:
    """What ``happened`` to the account ``who`` (empty: a name that is none) ``at`` UTC seconds, on which ``page``."""

    at: int
    who: str
    happened: Happened
    page: str

    @property
    def said(self) -> str:
        """What happened, in a word or two."""
        return TITLES[self.happened]

    @property
    def refused(self) -> bool:
        """Whether somebody was kept from something."""
        return self.happened in {Happened.PASSWORD, Happened.CODE, Happened.REFUSED}


def note(store: Store, happened: Happened, who: str, page: str = "") -> None:
    """Write down what happened; of the same page, once an hour."""
    row = {"who": who, "happened": happened.value, "page": page[:LONGEST_PAGE]}
    if page:
        same = (entrance.c[name] == value for name, value in row.items())
        # A line of a clock that was ahead hides none that follows.
        lately = entrance.c.at.between(store.now() - AN_HOUR + 1, store.now())
        if store.first(select(entrance.c.id).where(lately, *same)) is not None:
            return
    store.write_local(entrance.insert().values(at=store.now(), **row))


def latest(store: Store) -> tuple[Entrance, ...]:
    """Return what happened in the last twelve months, the latest first; ``MOST_SHOWN`` at most."""
    query = select(entrance.c.at, entrance.c.who, entrance.c.happened, entrance.c.page)
    kept = query.where(entrance.c.at > store.now() - KEPT).order_by(entrance.c.at.desc(), entrance.c.id.desc())
    rows = store.all(kept.limit(MOST_SHOWN))
    return tuple(Entrance(row.at, row.who, Happened(row.happened), row.page) for row in rows)


def forget(store: Store) -> int:
    """Forget what is older than twelve months; return how many lines that was."""
    return store.write_local(entrance.delete().where(entrance.c.at <= store.now() - KEPT))
