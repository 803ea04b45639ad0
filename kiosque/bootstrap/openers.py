"""What opens the PCs, for the command line: looking, confirming, giving up."""

from pathlib import Path

from kiosque.bootstrap.central import opened
from kiosque.central import openers
from kiosque.central.pages import opener_words as words


def listed(at: Path) -> tuple[str, ...]:
    """Return a line on each badge and passphrase that may open. Raises ``KnownError``."""
    with opened(at) as store:
        now = store.now()
        return tuple(words.line(each, now) for each in openers.openers(store))


def confirm(at: Path, number: str) -> str:
    """Let what was made at a kiosk open the whole network; return what to say. Raises ``KnownError``."""
    with opened(at) as store:
        return words.confirmed(openers.confirm(store, number))


def lose(at: Path, number: str) -> str:
    """Give up a badge or a passphrase; return what to say. Raises ``KnownError``."""
    with opened(at) as store:
        return words.lost(openers.lose(store, number))
