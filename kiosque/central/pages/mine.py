"""The antennas and the animators that whoever plans may plan for."""

from dataclasses import dataclass

from litestar.exceptions import NotFoundException

from kiosque.actions.network import network
from kiosque.actions.network.network import Animator, Antenna
from kiosque.central.accounts import Account
from kiosque.central.rights import scope
from kiosque.db.store import Store


@dataclass(frozen=True, slots=True)
class Mine:
    """What an account plans for: its antennas, by name, and the animators of the network."""

    antennas: dict[int, Antenna]
    animators: dict[int, Animator]

    def antenna(self, record: int) -> Antenna:
        """Return one of the antennas. Raises ``NotFoundException``."""
        if record not in self.antennas:
            raise NotFoundException
        return self.antennas[record]

    def chosen(self, typed: str) -> Antenna:
        """Return the antenna whose number a form sends: another one than it offered is none. Raises as above."""
        return self.antenna(int(typed) if typed.isdecimal() else 0)

    def who(self, record: int | None) -> str:
        """Return the name of an animator, empty when it is not known any more."""
        return self.animators[record].full_name if record in self.animators else ""


def mine(store: Store, account: Account) -> Mine:
    """Return what ``account`` plans for."""
    only = scope(account)
    antennas = (each for each in network.antennas(store) if only is None or each.id in only)
    by_name = sorted(antennas, key=lambda each: (each.name.casefold(), each.id))
    return Mine({each.id: each for each in by_name}, {each.id: each for each in network.animators(store)})
