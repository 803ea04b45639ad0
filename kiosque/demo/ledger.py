"""What a demo left behind, read back from the databases and the pulled files: nothing is counted on the way in."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosque.db.store import Store
from kiosque.domain.records import KINDS


@dataclass(frozen=True, slots=True)
class Ledger:
    """The figures of a demo. ``pulled``: rows of each CSV file, by kind; ``screenshots``: paths of pictures.

    ``entries_kiosk`` are what the antennas' devices wrote, as their own databases hold it; ``entries_central`` are
    those of the same devices, as the central's holds them.
    """

    antennas: int
    permanences: int
    visits: int
    interventions: int
    workshops: int
    entries_kiosk: int
    entries_central: int
    heads_equal: bool
    pulled: dict[str, int]
    screenshots: list[str]


def read_back(kiosks: Sequence[Store], central: Store, pulled: Path, screenshots: Path) -> Ledger:
    """Return the figures of open stores, of the folder of pulled files, and of the folder of pictures."""
    rows = {kind.name: _rows(pulled / f"{kind.name}.csv") for kind in KINDS}
    own = [store.device for store in kiosks]
    return Ledger(
        antennas=rows["antenna"],
        permanences=rows["permanence"],
        visits=rows["visit"],
        interventions=rows["intervention"],
        workshops=rows["workshop"],
        entries_kiosk=sum(len(store.entries(store.device)) for store in kiosks),
        entries_central=sum(len(central.entries(device)) for device in own),
        heads_equal=all(store.head(store.device) == central.head(store.device) for store in kiosks),
        pulled=rows,
        screenshots=sorted(str(path) for path in screenshots.glob("*.png")),
    )


def _rows(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as lines:
        return sum(1 for _ in csv.DictReader(lines))
