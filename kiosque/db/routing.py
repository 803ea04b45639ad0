"""Who may see and touch what: each new entry of the central's journal goes to the feeds of those who may see it.

Every kind has one root. The network's go to every device; an antenna's to its devices; a visitor's to the antennas that
may know them: where they were created, and where their card or their household's was shown. Never because somebody
knows an id. What is headquarters' alone goes to nobody.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from sqlalchemy import Connection, bindparam, or_, select

from kiosque.db import records
from kiosque.db.database import driver_of
from kiosque.db.feeds import NETWORK, append
from kiosque.db.journal import history
from kiosque.db.prepared import prepared
from kiosque.db.rows import Packed, fields_of, rows_of
from kiosque.domain import apart
from kiosque.domain.kinds import Kind, Root
from kiosque.domain.records import BY_NUMBER, DESK, HOUSEHOLD, LINK, PERMANENCE, REGISTRATION, VISITOR, WORKSHOP
from kiosque.journal.entry import NUMBER_BITS, device_of

_CARDS = {kind.number: kind.field("card").number for kind in (VISITOR, HOUSEHOLD)}
"""The kinds that bear a card, and the field that holds it."""

_HOUSEHOLD = VISITOR.field("household").number
_BELONGS: dict[str, Kind | None] = {
    "antenna": None,
    "permanence": PERMANENCE,
    "workshop": WORKSHOP,
    "registration": REGISTRATION,
    "desk": DESK,
}
"""The fields that say where a record belongs, and what they refer to: an antenna, or what has one."""

_ENDS = (LINK.field("one").number, LINK.field("other").number)
_ROOTS = {number: kind.root for number, kind in BY_NUMBER.items()}

# Compiled once, for one each, or for a fixed count: a query for as many as there are is another text for each count.
_ANTENNA = select(records.credential.c.antenna).where(records.credential.c.device == bindparam("of"))
_SEEING = select(records.visible.c.antenna).where(records.visible.c.visitor == bindparam("of"))
_CARDS_ASKED = [f"card{number}" for number in range(64)]
_VISITORS, _HOUSEHOLDS = (
    select(table.c.id, table.c.card).where(table.c.card.in_([bindparam(name) for name in _CARDS_ASKED]))
    for table in (records.visitor, records.household)
)
"""For so many cards at a time; what is missing of them is asked for twice."""

_MEMBERS = select(records.visitor.c.id).where(records.visitor.c.household == bindparam("of"))
_GRANT = records.visible.insert()
_HOLDING = select(records.feed.c.feed).where(records.feed.c.entry == bindparam("of"))
"""The feed is gone through: an erasure is rare."""


class Outside(Exception):
    """An entry is about what its device may not touch."""


@dataclass(slots=True)
class Published:
    """What came of it: (visitor, visitor) who showed the same card and of whom no link is known."""

    same_card: list[tuple[int, int]] = field(default_factory=list)


def publish(connection: Connection, new: Sequence[Packed]) -> Published:
    """Append ``new`` entries, which are in the journal and in the tables, to the feeds of those who may see them.

    Raises ``Outside`` for one that its device may not write; the caller then takes all of them back.
    """
    routing = _Routing(connection, new)
    for each in new:
        routing.route(each)
    routing.write()
    return Published(routing.same_card)


class _Routing:
    """The work on one transaction's entries: what is known of them is read once for all, and written at the end."""

    def __init__(self, connection: Connection, new: Sequence[Packed]) -> None:
        self.feeds: dict[int, list[Packed]] = {}
        self.same_card: list[tuple[int, int]] = []
        self._connection = connection
        self._driver = driver_of(connection)
        self._antennas: dict[int, int | None] = {}
        self._waiting = {each.id for each in new}
        self._seen: dict[int, set[int]] = {}
        self._households: set[int] = set()
        self._said = {each.id: fields_of(each.personal) for each in new if each.kind in _CARDS}
        self._bearers = self._read_bearers({card for each in new if (card := self._card_of(each))})
        self._granted: list[tuple[int, int]] = []

    def route(self, each: Packed) -> None:
        """Give one entry to those who may see it."""
        identifier, record = each.id, each.record
        self._waiting.discard(identifier)
        maker = identifier >> NUMBER_BITS
        writer = self._antennas[maker] if maker in self._antennas else self._antenna_of(maker)
        root = _ROOTS.get(each.kind, Root.ANTENNA)
        if root is Root.HEADQUARTERS:
            if writer is not None:
                raise Outside(f"entry {each.number} of device {each.device} is about what is headquarters' alone")
            return
        if root is Root.ANTENNA and writer is not None and record >> NUMBER_BITS == maker:
            # Nearly everything: what a device of an antenna says of its own records.
            self._add(writer, each)
            return
        if root is Root.VISITOR:
            self._route_person(each, writer)
            return
        feed = NETWORK if root is Root.NETWORK else self._place(each)
        if writer is not None and writer != feed:
            raise Outside(f"entry {each.number} of device {each.device} is about kind {each.kind} of feed {feed}")
        self._add(feed, each)

    def write(self) -> None:
        """Write down what was found."""
        prepared(_GRANT).run_each(self._driver, self._granted)
        append(self._connection, self.feeds)

    def _antenna_of(self, device: int) -> int | None:
        """Return the antenna of a device that was enrolled; None for headquarters'."""
        if device not in self._antennas:
            found = prepared(_ANTENNA).first(self._driver, {"of": device})
            self._antennas[device] = found.antenna if found else None
        return self._antennas[device]

    def _place(self, each: Packed) -> int:
        """Return the antenna that a record belongs to; what headquarters makes for none is the network's."""
        owner = self._antenna_of(device_of(each.record))
        if owner is not None:
            return owner
        kind = BY_NUMBER.get(each.kind)
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
        return self._antenna_of(device_of(record))

    def _route_person(self, each: Packed, writer: int | None) -> None:
        if writer is not None and each.kind == VISITOR.number and not apart.NUMBERS.isdisjoint(self._said[each.id]):
            raise Outside(f"entry {each.number} of device {each.device} sets a person apart, or lifts that")
        if each.kind in _CARDS and each.creates and writer is not None:
            # Nobody knew of them before.
            self._seen.setdefault(each.record, set())
            self._grant(each.record, writer)
        people = self._ends_of(each) if each.kind == LINK.number else (each.record,)
        seeing = set().union(*(self._seen_by(person) for person in people)) if people else self._holding(each, writer)
        home = self._household_of(each)
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
        card = self._card_of(each)
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
            for row in rows_of(entries):
                if row.id not in self._waiting:
                    self._add(antenna, row)
        for member in prepared(_MEMBERS).all(self._driver, {"of": person}):
            if antenna not in self._seen_by(member.id):
                self._tell(member.id, antenna)

    def _holding(self, link: Packed, writer: int | None) -> set[int]:
        """Return who holds a link whose ends were erased, of which nothing is known any more: they learn of that."""
        held = set(self._connection.scalars(_HOLDING, {"of": link.record}))
        held |= {feed for feed, new in self.feeds.items() if any(each.id == link.record for each in new)}
        # Made and erased before anybody was told: it names nobody, and concerns its antenna alone.
        return held | ({writer} if writer is not None and link.creates else set())

    def _add(self, feed: int, each: Packed) -> None:
        self.feeds.setdefault(feed, []).append(each)

    # ----- who sees whom ----------------------------------------------------------------------------------------

    def _grant(self, visitor: int, antenna: int) -> None:
        self._granted.append((visitor, antenna))
        self._seen_by(visitor).add(antenna)

    def _seen_by(self, visitor: int) -> set[int]:
        if visitor not in self._seen:
            found = prepared(_SEEING).all(self._driver, {"of": visitor})
            self._seen[visitor] = {row.antenna for row in found}
        return self._seen[visitor]

    def _read_bearers(self, cards: Iterable[str]) -> dict[str, set[int]]:
        bearers: dict[str, set[int]] = {card: set() for card in cards}
        asked = sorted(bearers)
        for start in range(0, len(asked), len(_CARDS_ASKED)):
            some = dict(zip_longest(_CARDS_ASKED, asked[start : start + len(_CARDS_ASKED)], fillvalue=asked[start]))
            for row in prepared(_VISITORS).all(self._driver, some):
                bearers[row.card].add(row.id)
            for row in prepared(_HOUSEHOLDS).all(self._driver, some):
                bearers[row.card].add(row.id)
                self._households.add(row.id)
        return bearers

    def _card_of(self, each: Packed) -> str:
        """Return the card that an entry says a visitor or a household bears."""
        card = self._said[each.id].get(_CARDS[each.kind]) if each.kind in _CARDS else None
        return card if isinstance(card, str) else ""

    def _household_of(self, each: Packed) -> int | None:
        """Return the household that an entry says a visitor is of."""
        home = self._said[each.id].get(_HOUSEHOLD) if each.kind == VISITOR.number else None
        return home if isinstance(home, int) else None

    # ----- links ------------------------------------------------------------------------------------------------

    def _ends_of(self, link: Packed) -> tuple[int, ...]:
        if not link.creates:
            return self._ends(link.record)
        personal = fields_of(link.personal)
        said = (personal.get(end) for end in _ENDS)
        return tuple(end for end in said if isinstance(end, int))

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
