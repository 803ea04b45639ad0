"""What a demo left behind, read back from the databases and the pulled files: nothing is counted on the way in."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from kiosque.db import records
from kiosque.db.feeds import NETWORK
from kiosque.db.keys import credentials
from kiosque.db.records import TABLES
from kiosque.db.rows import to_row
from kiosque.db.store import Store
from kiosque.demo.played import DONE_ONCE, Fact
from kiosque.demo.totals.totals import Totals
from kiosque.demo.totals.ways import four_ways
from kiosque.domain.records import KINDS
from kiosque.journal.entry import device_of

SAME = "same"
"""The verdict of a link between two visitors who are one person."""

COUNTED = tuple(TABLES[kind] for kind in DONE_ONCE)
RESTORED = (*COUNTED, records.visitor)
"""What a new PC of an antenna must find again of the one that is gone."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The figures of a demo. ``pulled``: rows of each CSV file, by kind; ``screenshots``: paths of pictures.

    ``entries_kiosk`` are what the antennas' devices wrote, as their own databases hold it, a lost one's included;
    ``entries_central`` are those of the same devices, as the central's holds them. ``heads_equal``: each device's
    journal ends at its PC as it does at the central (a lost one's goes as far), and so do the two feeds that each PC
    receives.

    ``antennas`` are those where a PC stands. ``people`` are those who came, ``households`` those of which somebody did;
    see ``totals.totals``.

    ``doubled``: what the central holds and nobody wrote, or holds once more than it was played; ``missing``: what was
    written or played and the central does not hold. ``visitors`` are records, of people who never came too.
    ``bytes_up`` and ``bytes_down`` are what the lines of the kind ``link`` carried, as TCP's payload; between kiosks
    and central nothing else did but sticks. ``totals``: the same figures, counted four ways.
    """

    antennas: int
    permanences: int
    visits: int
    interventions: int
    workshops: int
    visitors: int
    people: int
    households: int
    programmes: int
    repairs: int
    hours_per_week: dict[str, float]
    entries_kiosk: int
    entries_central: int
    heads_equal: bool
    doubled: int
    missing: int
    faults: dict[str, int]
    link: str
    bytes_up: int
    bytes_down: int
    totals: dict[str, Totals]
    pulled: dict[str, int]
    screenshots: list[str]

    @property
    def alike(self) -> bool:
        """Whether the four ways of counting give the same totals."""
        first, *others = self.totals.values()
        return all(each == first for each in others)

    @property
    def sound(self) -> bool:
        """Whether nothing is lost, doubled or counted otherwise."""
        return self.heads_equal and self.alike and self.doubled == self.missing == 0


@dataclass(frozen=True, slots=True)
class Left:
    """What a demo left: open stores of the PCs that work and of those that were ``lost``, the files, the faults.

    ``played`` is what people did; ``joined`` how many visitors fewer are people by what animators said; ``unrestored``
    what a new PC did not find again of a lost one.
    """

    kiosks: Sequence[Store]
    central: Store
    pulled: Path
    screenshots: Path
    played: Counter[Fact]
    lost: Sequence[Store] = ()
    joined: int = 0
    unrestored: int = 0
    faults: Mapping[str, int] = field(default_factory=dict)
    link: str = "direct"
    carried: tuple[int, int] = (0, 0)


def read_back(left: Left) -> Ledger:
    """Return the figures of what a demo left."""
    rows = {kind.name: _rows(left.pulled / f"{kind.name}.csv") for kind in KINDS}
    stores = (*left.kiosks, *left.lost)
    written = {line for store in stores for line in _journal(store, store.device)}
    held = [line for device in {store.device for store in stores} for line in _journal(left.central, device)]
    central = left.central
    found = facts(central)
    visitors, persons, cards = _people(central)
    expected = cards - left.joined
    totals = four_ways(central, left.pulled)
    counted = totals["tables"]
    more, less = found - left.played, left.played - found
    return Ledger(
        antennas=_with_pc(left.pulled),
        permanences=rows["permanence"],
        visits=rows["visit"],
        interventions=rows["intervention"],
        workshops=rows["workshop"],
        visitors=visitors,
        people=counted.people,
        households=counted.households,
        programmes=counted.programmes,
        repairs=counted.repairs,
        hours_per_week=dict(counted.hours_per_week),
        entries_kiosk=len(written),
        entries_central=len(held),
        heads_equal=_heads_equal(left),
        doubled=len(set(held) - written) + more.total() + max(0, persons - expected),
        missing=len(written - set(held)) + less.total() + max(0, expected - persons) + left.unrestored,
        faults=dict(left.faults),
        link=left.link,
        bytes_up=left.carried[0],
        bytes_down=left.carried[1],
        totals=totals,
        pulled=rows,
        screenshots=sorted(str(path) for path in left.screenshots.glob("*.png")),
    )


def facts(central: Store) -> Counter[Fact]:
    """Return what the central's tables say that people did; what was taken back is not in it."""
    antennas = {each.device: each.antenna for each in credentials(central)}
    cards = {row.id: row.card for row in central.all(records.visitor.select())}
    found: Counter[Fact] = Counter()
    for kind in COUNTED:
        for row in central.all(kind.select().where(kind.c.deleted.is_not(True))):
            at, card = 0, ""
            if kind is records.visit:
                at, card = row.started_at, cards.get(row.visitor) or ""
            elif kind is records.intervention:
                at = row.given_at
            found[kind.name, antennas.get(device_of(row.id), 0), at, card] += 1
    return found


def lacking(store: Store, of: Store) -> int:
    """Return how many records of the store ``of`` are not, as they are there, in ``store``."""
    return sum(len(set(of.all(table.select())) - set(store.all(table.select()))) for table in RESTORED)


def _heads_equal(left: Left) -> bool:
    central = left.central
    journals = all(store.head(store.device) == central.head(store.device) for store in left.kiosks)
    # A copy of a lost PC that had not written may have gone on under its number.
    gone = all(_held_by(central, store) for store in left.lost)
    ends = [(store, feed) for store in left.kiosks for feed in (NETWORK, store.identity.antenna)]
    return journals and gone and all(store.feed_head(feed) == central.feed_head(feed) for store, feed in ends)


def _held_by(central: Store, store: Store) -> bool:
    head = store.head(store.device)
    return central.digest_at(store.device, head.number) == head.digest


def _journal(store: Store, device: int) -> Iterator[bytes]:
    """Give a mark of each entry of a device as a store holds it, to be compared with what another holds."""
    for entry in store.entries(device):
        # A year is two times 100,000 of them, at once: the mark is small.
        yield blake2b(repr(to_row(entry, b"")).encode(), digest_size=16).digest()


def _people(central: Store) -> tuple[int, int, int]:
    """Return how many visitors there are, how many people they are by their links, and how many cards they bear."""
    visitors = central.all(records.visitor.select().where(records.visitor.c.deleted.is_not(True)))
    stands_for = {row.id: row.id for row in visitors}

    def first(person: int) -> int:
        while stands_for[person] != person:
            person = stands_for[person]
        return person

    for row in central.all(records.link.select().where(records.link.c.verdict == SAME)):
        if row.one in stands_for and row.other in stands_for:
            one, other = sorted((first(row.one), first(row.other)))
            stands_for[other] = one
    # Who has no card is a person by themselves.
    cards = len({row.card or row.id for row in visitors})
    return len(visitors), len({first(each) for each in stands_for}), cards


def _with_pc(pulled: Path) -> int:
    with (pulled / "device.csv").open(encoding="utf-8", newline="") as lines:
        return len({line["antenna"] for line in csv.DictReader(lines)})


def _rows(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as lines:
        return sum(1 for _ in csv.DictReader(lines))
