"""What a central keeps no longer, from the command line."""

from pathlib import Path

from kiosque.bootstrap.central import opened
from kiosque.central import purging
from kiosque.central.purging import Purged


def purge(at: Path, *, really: bool) -> Purged:
    """Let go what is kept no longer, or only say how much that would be. Raises ``KnownError``."""
    with opened(at) as store:
        return purging.purge(store) if really else purging.asked(store)
