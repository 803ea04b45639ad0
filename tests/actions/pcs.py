"""Two PCs of one antenna and their central: they write without seeing each other, and meet."""

from dataclasses import dataclass

from kiosque.db.store import Store
from tests.stores import Space, folded, meet, rows


@dataclass(frozen=True)
class Pcs:
    """Both PCs, which know of each other what was written before; ``central`` is a device too."""

    one: Store
    other: Store
    central: Store
    space: Space

    @property
    def author(self) -> int:
        """The animator, who works at both."""
        return self.space.animator

    @property
    def all(self) -> tuple[Store, Store, Store]:
        """Every store."""
        return self.one, self.other, self.central

    def meet(self) -> None:
        """Let everybody learn of everything."""
        for store in (self.one, self.other, self.one):
            assert meet(store, self.central).refused is None

    def agree(self, *kinds: str) -> list[dict[str, object]]:
        """Meet, and return the rows of these kinds, which are the same everywhere, and the fold of the journal."""
        self.meet()
        held = [rows(store) for store in self.all]
        found = [[row for kind in kinds for row in each[kind]] for each in held]
        assert found[0] == found[1] == found[2]
        assert held[1] == folded(self.other)
        return found[0]


def two(space: Space) -> Pcs:
    """Give an antenna its second PC."""
    assert meet(space.store, space.central).refused is None
    return Pcs(space.store, space.network.kiosk(space.central, space.antenna), space.central, space)
