"""Code lists, changed and read from the command line."""

from datetime import date
from pathlib import Path

from kiosque.actions.network import code_lists
from kiosque.bootstrap.central import opened
from kiosque.domain.codelist import CodeList
from kiosque.domain.editions import OPEN


def add(at: Path, of: str, label: str, *, short: str, first: date | None) -> str:
    """Put a code in a list; return it. Raises ``KnownError``."""
    with opened(at) as store:
        known = {code.code for code in OPEN[of]} if of in OPEN else set()
        code_lists.add(store, of, label, short=short, first=first)
        return next(code.code for code in OPEN[of] if code.code not in known)


def rename(at: Path, of: str, code: str, label: str, *, short: str) -> None:
    """Say other words for a code. Raises ``KnownError``."""
    with opened(at) as store:
        code_lists.use(store)
        code_lists.rename(store, of, code, label, short=short)


def end(at: Path, of: str, code: str, last: date | None, *, successor: str) -> None:
    """Say the last day of a code, or that it has none. Raises ``KnownError``."""
    with opened(at) as store:
        code_lists.use(store)
        code_lists.end(store, of, code, last, successor=successor)


def shown(at: Path) -> tuple[CodeList, ...]:
    """Return the lists that headquarters may change, as they are now. Raises ``KnownError``."""
    with opened(at) as store:
        code_lists.use(store)
        return tuple(OPEN.values())
