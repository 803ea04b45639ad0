"""What the files in the folder of a kiosk or of a central are called. Light: the first paint asks for it."""

from pathlib import Path

KIOSK_DATABASE, KIOSK_KEY = "kiosque.db", "kiosque.key"
KIOSK_ATTEMPTS = "kiosque.attempts"
CENTRAL_DATABASE, CENTRAL_KEY = "central.db", "central.key"
CENTRAL_ADDRESS = "central.database"
"""Where the central is instead, when it is on a server."""


def enrolled(folder: Path) -> bool:
    """Whether this folder holds a kiosk that was enrolled."""
    return (folder / KIOSK_DATABASE).exists()
