"""The API's keys, where there is no page or no browser."""

from pathlib import Path

from kiosque.bootstrap.central import opened
from kiosque.central.api import keys
from kiosque.domain.french import local

BY = "ligne de commande"


def make(at: Path, name: str, scopes: list[str], days: int, association: str) -> str:
    """Make a key; return it. Raises ``KnownError``."""
    with opened(at) as store:
        return keys.make(store, name, scopes, days, by=BY, association=association)


def told(at: Path) -> tuple[str, ...]:
    """Return a line for each key. Raises ``KnownError``."""
    with opened(at) as store:
        now = store.now()
        return tuple(
            f"{each.id}  {each.name}, {' '.join(sorted(each.scopes))}"
            + (f", {each.association}" if each.association else "")
            + (f", jusqu’au {local(each.until):%d/%m/%Y}" if each.good(now) else ", n’ouvre plus rien")
            for each in keys.keys(store)
        )


def revoke(at: Path, number: int) -> None:
    """Make a key open nothing any more. Raises ``KnownError``."""
    with opened(at) as store:
        keys.revoke(store, number)
