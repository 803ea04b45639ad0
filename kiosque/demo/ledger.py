"""What a demo left behind, read back from the databases and the pulled files: nothing is counted on the way in."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from kiosque.db import records
from kiosque.db.feeds import NETWORK
from kiosque.db.keys import credentials
from kiosque.db.rows import to_row
from kiosque.db.store import Store
from kiosque.demo.played import Fact
from kiosque.demo.totals import Totals, four_ways
from kiosque.domain.french import local
from kiosque.domain.records import KINDS
from kiosque.journal.entry import device_of

SAME = "same"
"""The verdict of a link between two visitors who are one person."""

RESTORED = (
    records.permanence,
    records.presence,
    records.visitor,
    records.visit,
    records.intervention,
    records.workshop,
    records.registration,
    records.repair,
    records.item,
    records.group,
    records.task,
)
"""What a new PC of an antenna must find again of the one that is gone."""


COUNTED = tuple(table for table in RESTORED if table is not records.visitor)
"""What is done once by somebody, and must be held once. Visitors are counted as people, by their cards."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The figures of a demo. ``pulled``: rows of each CSV file, by kind; ``screenshots``: paths of pictures.

    ``entries_kiosk`` are what the antennas' devices wrote, as their own databases hold it, a lost one's included;
    ``entries_central`` are those of the same devices, as the central's holds them. ``heads_equal``: each device's
    journal ends at its PC as it does at the central (a lost one's goes as far), and so do the two feeds that each PC
    receives.

    ``households`` are records; ``hours_per_week``: by the antenna's code.

    ``doubled``: what the central holds and nobody wrote, or holds once more than it was played; ``missing``: what was
    written or played and the central does not hold. ``visitors`` are records, ``people`` are those who are one by
    their card counted once. ``bytes_up`` and ``bytes_down`` are what the lines of the kind ``link`` carried, as TCP's
    payload; between kiosks and central nothing else did but sticks. ``totals``: the same figures, counted four ways.
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
        return len(set(self.totals.values())) == 1

    @property
    def sound(self) -> bool:
        """Whether nothing is lost, doubled or counted otherwise."""
        return self.heads_equal and self.alike and self.doubled == self.missing == 0


@dataclass(frozen=True, slots=True)
class Left:
    """What a demo left: open stores of the PCs that work and of those that were ``lost``, the files, the faults.

    ``played`` is what people did; ``unrestored`` what a new PC did not find again of a lost one.
    """

    kiosks: Sequence[Store]
    central: Store
    pulled: Path
    screenshots: Path
    played: Counter[Fact]
    lost: Sequence[Store] = ()
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
    visitors, people, cards = _people(central)
    more, less = found - left.played, left.played - found
    return Ledger(
        antennas=rows["antenna"],
        permanences=rows["permanence"],
        visits=rows["visit"],
        interventions=rows["intervention"],
        workshops=rows["workshop"],
        visitors=visitors,
        people=people,
        households=rows["household"],
        programmes=rows["programme"],
        repairs=rows["repair"],
        hours_per_week=hours_per_week(central),
        entries_kiosk=len(written),
        entries_central=len(held),
        heads_equal=_heads_equal(left),
        doubled=len(set(held) - written) + more.total() + max(0, people - cards),
        missing=len(written - set(held)) + less.total() + max(0, cards - people) + left.unrestored,
        faults=dict(left.faults),
        link=left.link,
        bytes_up=left.carried[0],
        bytes_down=left.carried[1],
        totals=four_ways(central, left.pulled),
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


def hours_per_week(central: Store) -> dict[str, float]:
    """Return how many hours a week each antenna was open, by its code, in the calendar weeks in which it was.

    Two PCs in one room at once count once. A PC that believed in another year adds that week, and no year between.
    """
    held = records.permanence
    rows = central.all(held.select().where(held.c.deleted.is_not(True)).order_by(held.c.started_at))
    seconds, reached, weeks = Counter[int](), Counter[int](), defaultdict[int, set[tuple[int, int]]](set)
    for row in rows:
        # What was never closed has no length.
        end = row.ended_at or row.started_at
        seconds[row.antenna] += max(0, end - max(row.started_at, reached[row.antenna]))
        reached[row.antenna] = max(reached[row.antenna], end)
        weeks[row.antenna].add(local(row.started_at).isocalendar()[:2])
    antennas = central.all(records.antenna.select())
    return {each.code: round(seconds[each.id] / max(1, len(weeks[each.id])) / 3600, 1) for each in antennas}


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
    """Return how many visitors there are, how many people they are, and how many cards they bear."""
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


def _rows(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as lines:
        return sum(1 for _ in csv.DictReader(lines))
