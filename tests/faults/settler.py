"""A process to be killed while it enrols a PC: ``python -m tests.faults.settler FOLDER``."""

import sys
from pathlib import Path

from kiosque.db import folder
from kiosque.db.identity import Identity
from tests.faults.writer import PASSPHRASE

ANTENNA, ANIMATOR, DEVICE, CENTRAL = 1_000 << 32 | 1, 1_000 << 32 | 2, 12, 1_000
SETTLING, SETTLED = "settling", "settled"


def settle(at: Path) -> None:
    """Settle a kiosk in the folder ``at``."""
    folder.settle(at, Identity(DEVICE, ANTENNA, CENTRAL), ANIMATOR, PASSPHRASE).close()


if __name__ == "__main__":
    for said in (SETTLING, SETTLED):
        sys.stdout.write(f"{said}\n")
        sys.stdout.flush()
        if said == SETTLING:
            settle(Path(sys.argv[1]))
