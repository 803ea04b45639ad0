"""What the files in the folder of a kiosk or of a central are called. Light: the first paint asks for it."""

from pathlib import Path

KIOSK_DATABASE, KIOSK_KEY = "kiosque.db", "kiosque.key"
KIOSK_ATTEMPTS = "kiosque.attempts"
CENTRAL_DATABASE, CENTRAL_KEY = "central.db", "central.key"
CENTRAL_ADDRESS = "central.database"
"""Where the central is instead, when it is on a server."""


def backup_of(database: Path) -> Path:
    """Return where the copy of a database that is made at a closing is kept: one, which each new one replaces."""
    return database.with_name(f"{database.name}.backup")


def before_upgrade(database: Path, revision: str) -> Path:
    """Return where a database is copied before it is brought on from ``revision``."""
    return database.with_name(f"{database.name}.before-{revision}")


def before_upgrades(database: Path) -> tuple[Path, ...]:
    """Return the copies that were made before a database was brought on, which are there still."""
    return tuple(database.parent.glob(f"{database.name}.before-*"))


def asides(database: Path) -> tuple[Path, ...]:
    """Return the files of a damaged database that were put aside when its copy was put back, in order."""
    return tuple(sorted(database.parent.glob(f"{database.name}.damaged-*")))


def enrolled(folder: Path) -> bool:
    """Whether this folder holds a kiosk that was enrolled."""
    return (folder / KIOSK_DATABASE).exists()
