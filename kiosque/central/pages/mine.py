"""The antennas and the animators that whoever plans may plan for."""

from collections.abc import Iterable
from dataclasses import dataclass

from litestar.exceptions import NotFoundException

from kiosque.actions.network import network
from kiosque.actions.network.network import Animator, Antenna
from kiosque.central.accounts import Account
from kiosque.central.rights import employs, scope
from kiosque.db.store import Store

OWN, OTHERS = "Votre association", "Le reste du réseau, en remplacement"


@dataclass(frozen=True, slots=True)
class Mine:
    """What an account plans for: its antennas, by name, and the animators of the network."""

    antennas: dict[int, Antenna]
    animators: dict[int, Animator]
    staff: dict[int, Animator]
    """Those of whom the account says who they are, and when they leave: the others' are another association's."""

    @property
    def active(self) -> tuple[Animator, ...]:
        """Those who may be planned for: they did not leave."""
        return tuple(each for each in self.animators.values() if not each.shut)

    def offered(self, chosen: str) -> tuple[Animator, ...]:
        """Return those who may be planned for, and who is ``chosen`` already, even if they left since."""
        return tuple(each for each in self.animators.values() if not each.shut or str(each.id) == chosen)

    def parted(self, people: Iterable[Animator]) -> tuple[tuple[str, tuple[Animator, ...]], ...]:
        """Return ``people`` as they are chosen from: whom the account employs first, then who may stand in for them."""
        every = tuple(people)
        own = tuple(each for each in every if each.id in self.staff)
        if len(own) == len(every):
            return (("", every),)
        others = tuple(each for each in every if each.id not in self.staff)
        return tuple((title, several) for title, several in ((OWN, own), (OTHERS, others)) if several)

    def antenna(self, record: int) -> Antenna:
        """Return one of the antennas. Raises ``NotFoundException``."""
        if record not in self.antennas:
            raise NotFoundException
        return self.antennas[record]

    def chosen(self, typed: str) -> Antenna:
        """Return the antenna whose number a form sends: another one than it offered is none. Raises as above."""
        return self.antenna(int(typed) if typed.isdecimal() else 0)

    def member(self, record: int) -> Animator:
        """Return one of the staff. Raises ``NotFoundException``."""
        if record not in self.staff:
            raise NotFoundException
        return self.staff[record]

    def where(self, record: int | None) -> str:
        """Return where an animator works."""
        if record is None:
            return "Tourne entre les antennes"
        return self.antennas[record].name if record in self.antennas else ""

    def who(self, record: int | None) -> str:
        """Return the name of an animator, empty when it is not known any more."""
        return self.animators[record].full_name if record in self.animators else ""

    def left(self, record: int | None) -> bool:
        """Whether an animator who is known left: nobody is expected by what was planned for them."""
        return record in self.animators and self.animators[record].shut


def mine(store: Store, account: Account) -> Mine:
    """Return what ``account`` plans for."""
    only = scope(account)
    antennas = (each for each in network.antennas(store) if only is None or each.id in only)
    people = network.animators(store)
    staff = (each for each in people if employs(account, each.antenna, each.association))
    return Mine(
        {each.id: each for each in antennas}, {each.id: each for each in people}, {each.id: each for each in staff}
    )
