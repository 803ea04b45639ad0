"""Three antennas, four PCs and their central, for tests of who may see what."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kiosque.actions.network import network
from kiosque.db.store import Store
from kiosque.domain.records import PERMANENCE
from tests.stores import Network, meet

NYONS, REMUZAT, SEDERON = "nyons", "remuzat", "sederon"
PLACES = {NYONS: "26220", REMUZAT: "26264", SEDERON: "26340"}
PCS = {"nyons": NYONS, "nyons 2": NYONS, "remuzat": REMUZAT, "sederon": SEDERON}
"""Each PC, and where it stands."""


@dataclass(frozen=True)
class Valley:
    """A central and its kiosks, each of which has made its first round."""

    net: Network
    central: Store
    antennas: dict[str, int] = field(default_factory=dict)
    pcs: dict[str, Store] = field(default_factory=dict)
    permanences: dict[str, int] = field(default_factory=dict)

    def settle(self) -> None:
        """Do rounds until nobody has anything left to hear."""
        for store in (*self.pcs.values(), *self.pcs.values()):
            taken = meet(store, self.central)
            assert taken.refused is None

    def antenna_of(self, device: int) -> int | None:
        """Return where a PC stands; None for headquarters'."""
        return next((store.identity.antenna for store in self.pcs.values() if store.device == device), None)


@contextmanager
def valley(folder: Path) -> Iterator[Valley]:
    """Make a network of three antennas, two PCs at the first; close it after."""
    net = Network(folder)
    try:
        made = Valley(net, net.central())
        for name, commune in PLACES.items():
            made.antennas[name] = network.add_antenna(
                made.central, code=name.upper(), label=name, form="seat", association="asoft", commune=commune
            ).record
        for name, place in PCS.items():
            made.pcs[name] = net.kiosk(made.central, made.antennas[place])
        for name, store in made.pcs.items():
            with store.writing() as writer:
                made.permanences[name] = writer.record(PERMANENCE, antenna=store.identity.antenna, times=(1, None))
        made.settle()
        yield made
    finally:
        net.close()
