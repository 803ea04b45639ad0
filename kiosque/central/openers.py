"""What opens the PCs, as headquarters looks after it: whose each badge and passphrase is, and how far it reaches."""

from dataclasses import dataclass

from kiosque.actions.network import keys, network
from kiosque.db.holder import Holder
from kiosque.db.keys import credentials
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.journal.entry import device_of, number_of

SEPARATOR = "-"
"""Between the device and the number of a record, as a person reads it out."""


class UnknownOpener(KnownError):
    """Nothing that opens goes by that number."""


@dataclass(frozen=True, slots=True)
class Opener:
    """A badge or a passphrase that may open. ``where``: the antenna where it was made; empty: at headquarters.

    ``everywhere``: it opens the PCs of the whole network; otherwise those of that antenna. ``since`` in UTC seconds.
    """

    record: int
    animator: str
    form: str
    where: str
    since: int
    everywhere: bool
    holder: int = 0
    """The animator's record."""

    @property
    def number(self) -> str:
        """The number by which it is called: ``12-345``."""
        return f"{device_of(self.record)}{SEPARATOR}{number_of(self.record)}"


def openers(store: Store, animator: int | None = None) -> tuple[Opener, ...]:
    """Return what may open, of one animator or of all, by their names, then the oldest first."""
    people = {each.id: each.full_name for each in network.animators(store)}
    places = {each.id: each.name for each in network.antennas(store)}
    antennas = {each.device: each.antenna for each in credentials(store)}
    made: dict[bytes, list[int]] = {}
    holders: dict[bytes, Holder] = {}
    for each in keys.known(store):
        if each.allowed and animator in {None, each.holder.animator}:
            made.setdefault(each.holder.public, []).append(each.record)
            holders.setdefault(each.holder.public, each.holder)
    found = []
    for public, records in made.items():
        holder, first = holders[public], records[0]
        where = places.get(antennas.get(device_of(first), 0), "")
        # What a device of no antenna wrote is headquarters': the network's.
        everywhere = any(device_of(record) not in antennas for record in records)
        since = store.history(first)[0].written_at
        found.append(
            Opener(first, people.get(holder.animator, ""), holder.form, where, since, everywhere, holder.animator)
        )
    return tuple(sorted(found, key=lambda opener: (opener.animator, opener.since, opener.record)))


def opener_of(store: Store, number: str) -> Opener:
    """Return what goes by that number. Raises ``UnknownOpener``."""
    found = next((each for each in openers(store) if each.number == number.strip()), None)
    if found is None:
        raise UnknownOpener("Aucun badge, aucune phrase secrète ne porte ce numéro.")
    return found


def confirm(store: Store, number: str) -> Opener:
    """Let what was made at a kiosk open the PCs of the whole network. Raises ``UnknownOpener`` or ``NoSuchKey``."""
    found = opener_of(store, number)
    if not found.everywhere:
        keys.confirm(store, found.record)
    return found


def lose(store: Store, number: str) -> Opener:
    """Give up a badge that was lost, or a passphrase that was heard. Raises ``UnknownOpener`` or ``NoSuchKey``."""
    found = opener_of(store, number)
    keys.lose(store, found.record)
    return found
