"""Who may see and touch what: each new entry of the central's journal goes to the feeds of those who may see it.

Every kind has one root. The network's go to every device; an antenna's to its devices; a visitor's to the antennas that
may know them: where they were created, and where their card or their household's was shown. Never because somebody
knows an id.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, or_, select

from kiosque.db import records
from kiosque.db.feeds import NETWORK, append
from kiosque.db.journal import history, portions
from kiosque.domain.kinds import Kind, Root
from kiosque.domain.records import BY_NUMBER, HOUSEHOLD, LINK, PERMANENCE, VISITOR, WORKSHOP
from kiosque.journal.entry import Entry, device_of

_CARDS = {kind.number: kind.field("card").number for kind in (VISITOR, HOUSEHOLD)}
"""The kinds that bear a card, and the field that holds it."""

_HOUSEHOLD = VISITOR.field("household").number
_BELONGS: dict[str, Kind | None] = {"antenna": None, "permanence": PERMANENCE, "workshop": WORKSHOP}
"""The fields that say where a record belongs, and what they refer to: an antenna, or what has one."""

_ENDS = (LINK.field("one").number, LINK.field("other").number)

NOT_PACKED: Mapping[int, bytes] = {}


class Outside(Exception):
    """An entry is about what its device may not touch."""


@dataclass(slots=True)
class Published:
    """What came of it: (visitor, visitor) who showed the same card and of whom no link is known."""

    same_card: list[tuple[int, int]] = field(default_factory=list)


def publish(connection: Connection, new: Sequence[Entry], packed: Mapping[int, bytes] = NOT_PACKED) -> Published:
    """Append ``new`` entries, which are in the journal and in the tables, to the feeds of those who may see them.

    ``packed``: as for ``feeds.append``. Raises ``Outside`` for one that its device may not write; the caller then takes
    all of them back.
    """
    routing = _Routing(connection, new)
    for each in new:
        routing.route(each)
    routing.write(packed)
    return Published(routing.same_card)


def antennas_of(connection: Connection, devices: Iterable[int]) -> dict[int, int]:
    """Return the antenna of each of ``devices`` that was enrolled; not those of headquarters."""
    table = records.credential
    query = select(table.c.device, table.c.antenna).where(table.c.device.in_(sorted(devices)))
    return {row.device: row.antenna for row in connection.execute(query)}


class _Routing:
    """The work on one transaction's entries: what is known of them is read once for all, and written at the end."""

    def __init__(self, connection: Connection, new: Sequence[Entry]) -> None:
        self.feeds: dict[int, list[Entry]] = {}
        self.same_card: list[tuple[int, int]] = []
        self._connection = connection
        self._antennas: dict[int, int] = {}
        for some in portions(sorted({each.device for each in new} | {device_of(each.record) for each in new})):
            self._antennas |= antennas_of(connection, some)
        self._waiting = {each.id for each in new}
        people = [each for each in new if each.kind in _CARDS]
        self._seen: dict[int, set[int]] = {}
        self._read_seen({each.record for each in people})
        self._households: set[int] = set()
        self._bearers = self._read_bearers({card for each in people if (card := _card_of(each))})
        self._granted: list[dict[str, int]] = []

    def route(self, each: Entry) -> None:
        """Give one entry to those who may see it."""
        self._waiting.discard(each.id)
        writer = self._antennas.get(each.device)
        kind = BY_NUMBER.get(each.kind)
        root = kind.root if kind else Root.ANTENNA
        if root is Root.VISITOR:
            self._route_person(each, writer)
            return
        feed = NETWORK if root is Root.NETWORK else self._place(each, kind)
        if writer is not None and writer != feed:
            raise Outside(f"entry {each.number} of device {each.device} is about kind {each.kind} of feed {feed}")
        self._add(feed, each)

    def write(self, packed: Mapping[int, bytes]) -> None:
        """Write down what was found."""
        if self._granted:
            self._connection.execute(records.visible.insert(), self._granted)
        append(self._connection, self.feeds, packed)

    def _place(self, each: Entry, kind: Kind | None) -> int:
        """Return the antenna that a record belongs to; what headquarters makes for none is the network's."""
        owner = self._antennas.get(device_of(each.record))
        if owner is not None:
            return owner
        return self._place_said(kind, each.record) if kind else NETWORK

    def _place_said(self, kind: Kind, record: int) -> int:
        """Return the antenna that a record of headquarters says, or that what it belongs to says."""
        table = records.TABLES[kind]
        for name, parent in _BELONGS.items():
            if name in table.c:
                said = self._connection.scalar(select(table.c[name]).where(table.c.id == record))
                if not said or parent is None:
                    return said or NETWORK
                return self._home_of(said) or self._place_said(parent, said)
        return NETWORK

    def _home_of(self, record: int) -> int | None:
        maker = device_of(record)
        if maker not in self._antennas:
            self._antennas |= antennas_of(self._connection, [maker])
        return self._antennas.get(maker)

    def _route_person(self, each: Entry, writer: int | None) -> None:
        if each.kind in _CARDS and each.creates and writer is not None:
            self._grant(each.record, writer)
        people = self._ends_of(each) if each.kind == LINK.number else (each.record,)
        seeing = set().union(*(self._seen_by(person) for person in people))
        home = _household_of(each)
        # Whoever joins two people must know both: else an id, and no card, would be enough to touch somebody.
        unknown = each.creates and any(writer not in self._seen_by(person) for person in people)
        strange = home is not None and writer not in self._seen_by(home)
        if writer is not None and (unknown or strange or writer not in seeing):
            raise Outside(f"entry {each.number} of device {each.device} is about a person unknown at its antenna")
        for antenna in sorted(seeing):
            self._add(antenna, each)
        if home is not None:
            for antenna in sorted(self._seen_by(home) - seeing):
                self._tell(each.record, antenna)
        card = _card_of(each)
        # Who was erased since, in the same transaction, is introduced to nobody.
        if card and each.record in self._bearers[card]:
            self._introduce(each.record, self._bearers[card] - {each.record})

    def _introduce(self, visitor: int, others: set[int]) -> None:
        """Let the antennas where one card was shown know each other's visitors and households that bear it."""
        # Of two who bear one card in one transaction, the second is introduced to the first.
        others = {other for other in others if self._seen_by(other)}
        if not others:
            return
        antennas = set().union(*(self._seen_by(each) for each in (visitor, *others)))
        for person in sorted({visitor, *others}):
            for antenna in sorted(antennas - self._seen_by(person)):
                self._tell(person, antenna)
        # A household is nobody: who showed its card before it was known stays who they are.
        alike = others - self._households
        if visitor in self._households or not alike:
            return
        # One link makes them one person: the others are joined to the first already.
        first = min(alike)
        if not any(first in self._ends(link) for link in self._links_of(visitor)):
            self.same_card.append((first, visitor))

    def _tell(self, person: int, antenna: int) -> None:
        """Give an antenna the past of somebody it did not know until now; of a household, that of its people too."""
        links = [link for link in self._links_of(person) if antenna not in self._seen_by_ends(link)]
        self._grant(person, antenna)
        for entries in history(self._connection, [person, *links]).values():
            for entry in entries:
                if entry.id not in self._waiting:
                    self._add(antenna, entry)
        for member in self._members_of(person):
            if antenna not in self._seen_by(member):
                self._tell(member, antenna)

    def _add(self, feed: int, each: Entry) -> None:
        self.feeds.setdefault(feed, []).append(each)

    # ----- who sees whom ----------------------------------------------------------------------------------------

    def _grant(self, visitor: int, antenna: int) -> None:
        self._granted.append({"visitor": visitor, "antenna": antenna})
        self._seen_by(visitor).add(antenna)

    def _seen_by(self, visitor: int) -> set[int]:
        if visitor not in self._seen:
            self._read_seen({visitor})
        return self._seen[visitor]

    def _read_seen(self, visitors: Iterable[int]) -> None:
        table = records.visible
        for some in portions(sorted(visitors)):
            self._seen |= {visitor: set() for visitor in some}
            for row in self._connection.execute(select(table).where(table.c.visitor.in_(some))):
                self._seen[row.visitor].add(row.antenna)

    def _read_bearers(self, cards: Iterable[str]) -> dict[str, set[int]]:
        bearers: dict[str, set[int]] = {card: set() for card in cards}
        for some in portions(sorted(bearers)):
            for table in (records.visitor, records.household):
                for row in self._connection.execute(select(table.c.id, table.c.card).where(table.c.card.in_(some))):
                    bearers[row.card].add(row.id)
                    if table is records.household:
                        self._households.add(row.id)
        return bearers

    def _members_of(self, household: int) -> list[int]:
        table = records.visitor
        return list(self._connection.scalars(select(table.c.id).where(table.c.household == household)))

    # ----- links ------------------------------------------------------------------------------------------------

    def _ends_of(self, link: Entry) -> tuple[int, ...]:
        said = (link.personal.get(end) for end in _ENDS)
        return tuple(end for end in said if isinstance(end, int)) if link.creates else self._ends(link.record)

    def _links_of(self, person: int) -> list[int]:
        table = records.link
        either = or_(table.c.one == person, table.c.other == person)
        return list(self._connection.scalars(select(table.c.id).where(either)))

    def _seen_by_ends(self, link: int) -> set[int]:
        return set().union(*map(self._seen_by, self._ends(link)))

    def _ends(self, link: int) -> tuple[int, ...]:
        """Return the two visitors that a link is about; none of one that was erased."""
        row = self._connection.execute(records.link.select().where(records.link.c.id == link)).first()
        return tuple(end for end in (row.one, row.other) if end) if row else ()


def _card_of(each: Entry) -> str:
    """Return the card that an entry says a visitor or a household bears."""
    card = each.personal.get(_CARDS[each.kind]) if each.kind in _CARDS else None
    return card if isinstance(card, str) else ""


def _household_of(each: Entry) -> int | None:
    """Return the household that an entry says a visitor is of."""
    home = each.personal.get(_HOUSEHOLD) if each.kind == VISITOR.number else None
    return home if isinstance(home, int) else None
