"""What a device may see is exactly its feeds: everybody, everywhere, against a model that knows only the rules."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosque.actions.network import network
from kiosque.db.doctor import examine
from kiosque.db.feeds import NETWORK, FeedHead, head_of_feed
from kiosque.db.store import Store
from kiosque.domain.kinds import Root
from kiosque.domain.records import BY_NUMBER, HOUSEHOLD, INTERVENTION, LINK, REGISTRATION, VISIT, VISITOR, WORKSHOP
from kiosque.journal.entry import Entry, device_of
from kiosque.sync import messages
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.envelope import Direction, Unsealer, shared_key
from kiosque.sync.exchange import receive
from kiosque.sync.feed_wire import FeedDecoder
from kiosque.sync.held_keys import known_keys
from kiosque.sync.messages import MAX_MESSAGE, Reply
from kiosque.sync.pieces import Pieces
from tests.stores import meet, rows, said
from tests.valley import PCS, Valley, valley

STEPS = 70


@pytest.fixture
def drome(tmp_path: Path) -> Iterator[Valley]:
    with valley(tmp_path) as made:
        yield made


@dataclass
class Life:
    """What people do in three spaces and at headquarters; and the model of who may know of it."""

    valley: Valley
    source: random.Random
    born_at: dict[int, int] = field(default_factory=dict)
    """Each visitor and each household, and the antenna where they were created."""
    homes: dict[int, int] = field(default_factory=dict)
    """Each visitor who lives in a household, and that household."""
    known_at_home: dict[int, set[int]] = field(default_factory=dict)
    """Those who were erased, and the antennas that knew their household by then."""
    cards: dict[str, set[int]] = field(default_factory=dict)
    given_back: dict[str, set[int]] = field(default_factory=dict)
    """The cards of people who were erased."""
    ends: dict[int, tuple[int, int]] = field(default_factory=dict)
    planned: dict[int, int] = field(default_factory=dict)
    """Each workshop of headquarters, and its antenna."""
    names: dict[str, int] = field(default_factory=dict)
    """Each word about somebody, and the record that it is of."""
    helped: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """Each act of help, and those who were helped: its note goes with any of them."""
    erased: set[int] = field(default_factory=set)
    drawn: int = 0

    # ----- the model ------------------------------------------------------------------------------------------------

    def seeing(self, visitor: int) -> set[int]:
        """The antennas that may know a visitor: where they were born, and where one who bears their card was.

        Or their household's: whoever knows it knows its people.
        """
        bearers = next((each for each in self._groups() if visitor in each), {visitor})
        home = self.homes.get(visitor)
        at_home = self.seeing(home) if home else self.known_at_home.get(visitor, set())
        return {self.born_at[each] for each in bearers} | at_home

    def may_see(self, antenna: int, each: Entry) -> bool:
        """Whether the devices of an antenna may receive an entry."""
        kind = BY_NUMBER[each.kind]
        if kind.root in (Root.NETWORK, Root.HEADQUARTERS):
            return kind.root is Root.NETWORK
        if kind in (VISITOR, HOUSEHOLD):
            return antenna in self.seeing(each.record)
        if kind is LINK:
            one, other = self._ends(each.record)
            # Between who was erased and another it is erased too: who held it learns of that, and nobody later.
            held = self.erased.isdisjoint((one, other)) or each in self.valley.central.feed(antenna)
            return held and antenna in self.seeing(one) | self.seeing(other)
        place = self.valley.antenna_of(device_of(each.record)) or self.planned[each.record]
        return place == antenna

    def gone(self, record: int) -> bool:
        """Whether the words of a record went with somebody who was erased."""
        return record in self.erased or not self.erased.isdisjoint(self.helped.get(record, ()))

    def _groups(self) -> list[set[int]]:
        return [*self.cards.values(), *self.given_back.values()]

    def _ends(self, link: int) -> tuple[int, int]:
        if link not in self.ends:
            # Headquarters' own: it joins who shows one card.
            [made] = [each for each in self.valley.central.history(link) if each.creates]
            one, other = (made.personal[LINK.field(name).number] for name in ("one", "other"))
            assert isinstance(one, int)
            assert isinstance(other, int)
            assert any({one, other} <= bearers for bearers in self._groups())
            self.ends[link] = (one, other)
        return self.ends[link]

    # ----- what people do -------------------------------------------------------------------------------------------

    def word(self) -> str:
        """Return a word that nobody else bears."""
        self.drawn += 1
        return f"Nom{self.drawn:04}x{self.source.getrandbits(40):010x}"

    def known(self, store: Store) -> list[int]:
        """Return the visitors that a PC holds, and who are not erased there."""
        return [int(str(row["id"])) for row in rows(store)["visitor"] if row["erased"] is None]

    def arrive(self, name: str) -> None:
        """Somebody comes for the first time, perhaps with a card that was given elsewhere."""
        store, word = self.valley.pcs[name], self.word()
        new = f"carte-{self.source.getrandbits(60):x}"
        card = self.source.choice([*self.cards, new, new]) if self.source.random() < 0.6 else None
        with store.writing() as writer:
            visitor = writer.record(VISITOR, given_name=word, card=card, age_band="majeur")
            writer.record(VISIT, permanence=self.valley.permanences[name], visitor=visitor, times=(2, None))
        self.born_at[visitor] = store.identity.antenna
        self.names[word] = visitor
        if card:
            self.cards.setdefault(card, set()).add(visitor)

    def settle_in(self, name: str) -> None:
        """A household gets its card, perhaps one that was shown elsewhere; some of its people are written down."""
        store, new = self.valley.pcs[name], f"carte-{self.source.getrandbits(60):x}"
        card = self.source.choice([*self.cards, new, new])
        words = [self.word() for _ in range(2)]
        with store.writing() as writer:
            home = writer.record(HOUSEHOLD, card=card)
            members = [writer.record(VISITOR, given_name=word, household=home) for word in words]
        self.cards.setdefault(card, set()).add(home)
        for each in (home, *members):
            self.born_at[each] = store.identity.antenna
        self.names |= dict(zip(words, members, strict=True))
        self.homes |= dict.fromkeys(members, home)

    def help_(self, name: str) -> None:
        """Somebody is helped; a note is taken; somebody else registers by name only."""
        store, note, registered = self.valley.pcs[name], self.word(), self.word()
        people = tuple(self.known(store)[-2:])
        with store.writing() as writer:
            given = writer.record(INTERVENTION, permanence=self.valley.permanences[name], visitors=people, note=note)
            workshop = writer.record(WORKSHOP, antenna=store.identity.antenna, title="Photo")
            listed = writer.record(REGISTRATION, workshop=workshop, name=registered)
        self.names |= {note: given, registered: listed}
        self.helped[given] = people

    def amend(self, name: str) -> None:
        """A name is put right, wherever the person is known."""
        store, word = self.valley.pcs[name], self.word()
        for visitor in self.source.sample(self.known(store), min(1, len(self.known(store)))):
            with store.writing() as writer:
                writer.amend(VISITOR, visitor, family_name=word)
            self.names[word] = visitor

    def join(self, name: str) -> None:
        """Two visitors are said to be one person, or not; and once more."""
        store = self.valley.pcs[name]
        if len(self.known(store)) < 2:
            return
        one, other = self.source.sample(self.known(store), 2)
        with store.writing() as writer:
            link = writer.record(LINK, one=one, other=other, verdict="same")
            writer.amend(LINK, link, verdict="different")
        self.ends[link] = (one, other)

    def erase(self, name: str) -> None:
        """Somebody asks to be forgotten; whoever showed their card was told of before, and nobody shows it again."""
        self.valley.settle()
        store = self.valley.pcs[name]
        for visitor in self.source.sample(self.known(store), min(1, len(self.known(store)))):
            with store.writing() as writer:
                writer.erase(VISITOR, visitor)
            self.forget(visitor)

    def forget(self, visitor: int) -> None:
        """Remember that somebody was erased, and whom links join while they still say it."""
        for row in rows(self.valley.central)["link"]:
            if row["one"] is not None:
                self._ends(int(str(row["id"])))
        self.erased.add(visitor)
        home = self.homes.pop(visitor, None)
        if home:
            self.known_at_home[visitor] = self.seeing(home)
        # Their household's too: shown elsewhere before the central hears of it, it would still bring them there.
        for card in [card for card, bearers in self.cards.items() if {visitor, home} & bearers]:
            self.given_back[card] = self.cards.pop(card)

    def meet(self, name: str) -> None:
        """A PC has a line."""
        assert meet(self.valley.pcs[name], self.valley.central).refused is None

    def plan(self, name: str) -> None:
        """Headquarters hires, plans for one antenna, corrects, and erases."""
        self.valley.settle()
        central, word = self.valley.central, self.word()
        animator = network.add_animator(central, given_name=word, family_name="Brès").record
        antenna = self.valley.pcs[name].identity.antenna
        with central.writing() as writer:
            workshop = writer.record(WORKSHOP, antenna=antenna, animator=animator, title="Smartphone")
            writer.amend(WORKSHOP, workshop, capacity=8)
            for row in rows(central)["visit"][:1]:
                writer.amend(VISIT, int(str(row["id"])), reason="digital")
            for visitor in self.known(central)[:1]:
                if self.source.random() < 0.3:
                    writer.erase(VISITOR, visitor)
                    self.forget(visitor)
        self.planned[workshop] = antenna

    def go_on(self, enough: Callable[[], bool]) -> None:
        """Live so many drawn moments, and more until there is ``enough`` to look at: no draw may make a test empty."""
        acts: Sequence[Callable[[str], None]] = (
            *(self.arrive, self.arrive, self.settle_in, self.help_, self.amend, self.join, self.erase, self.plan),
            *(self.meet, self.meet, self.meet),
        )
        moments = 0
        while moments < STEPS or not enough():
            self.source.choice(acts)(self.source.choice(list(PCS)))
            moments += 1


def everything(store: Store) -> dict[int, Entry]:
    return {each.id: each for device in store.devices() for each in store.entries(device)}


def decoded(central: Store, newcomer: Store) -> list[Entry]:
    """Return the entries in the reply to a device that holds nothing, as its own key opens it."""
    end = DeviceEnd(newcomer, "test")
    reply = b"".join(receive(central, end.request(poll=True)))
    seed, key = newcomer.identity.seed, known_keys(newcomer).latest
    unsealer = Unsealer(Direction.DOWN, lambda _: shared_key(seed, key.public), end.question)
    content, message = b"".join(unsealer.feed(reply)), Pieces()
    message.feed(content)
    messages.read(message.next(MAX_MESSAGE) or b"", Reply)
    rest, found = message.rest(), []
    for _ in range(2):
        decoder = FeedDecoder(newcomer.device, lambda _: bytes(32), lambda _: [])
        found += [each for frame in decoder.feed(rest) for each in frame.entries]
        rest = decoder.rest()
    assert not rest
    return found


def test_a_device_receives_exactly_what_its_antenna_may_see(drome: Valley, run_seed: int) -> None:
    life = Life(drome, random.Random(f"{run_seed}:feeds"))
    life.go_on(lambda: len(life.erased) > 2 and any(len(life.seeing(visitor)) > 1 for visitor in life.born_at))
    drome.settle()
    whole = everything(drome.central)
    for name, store in drome.pcs.items():
        antenna = store.identity.antenna
        expected = {number for number, each in whole.items() if life.may_see(antenna, each)}
        held = everything(store)
        assert set(held) == expected, name
        assert all(held[number] == whole[number] for number in expected), name
        assert all(store.feed_head(feed) == drome.central.feed_head(feed) for feed in (NETWORK, antenna))
        assert examine(store).healthy
    assert examine(drome.central).healthy
    for antenna in drome.antennas.values():
        newcomer = drome.net.newcomer(drome.central, antenna)
        received = decoded(drome.central, newcomer)
        held = {each.id: each for each in received}
        assert len(received) == len(held)
        whole = everything(drome.central)
        assert held == {number: each for number, each in whole.items() if life.may_see(antenna, each)}
        assert {each.id for each in drome.central.feed(antenna)} | {
            each.id for each in drome.central.feed(NETWORK)
        } == set(held)


def test_no_byte_of_a_name_is_where_it_is_not_known_and_an_erased_one_is_nowhere(drome: Valley, run_seed: int) -> None:
    life = Life(drome, random.Random(f"{run_seed}:names"))
    life.go_on(lambda: len(life.erased) > 2 and sum(not life.gone(each) for each in life.names.values()) > 20)
    drome.settle()
    homes: dict[int, list[bytes]] = {store.identity.antenna: [] for store in drome.pcs.values()}
    for store in drome.pcs.values():
        homes[store.identity.antenna].append(said(store))
    for word, record in life.names.items():
        knowing = life.seeing(record) if record in life.born_at else {drome.antenna_of(device_of(record))}
        for antenna, contents in homes.items():
            here = antenna in knowing and not life.gone(record)
            assert {word.encode() in content for content in contents} == {here}, (word, antenna)
        assert (word.encode() in said(drome.central)) == (not life.gone(record))


def test_an_unscoped_feed_would_be_found_out(drome: Valley, monkeypatch: pytest.MonkeyPatch) -> None:
    """A planted fault: a central that gives a device the feed of its neighbours."""
    secret = "Odette"
    with drome.pcs["remuzat"].writing() as writer:
        writer.record(VISITOR, given_name=secret)
    drome.settle()
    assert secret.encode() not in said(drome.pcs["nyons"])

    def unscoped(store: Store, feed: int) -> FeedHead:
        with store.reading() as connection:
            return head_of_feed(connection, feed and drome.antennas["remuzat"])

    newcomer = drome.net.newcomer(drome.central, drome.antennas["nyons"])
    honest = decoded(drome.central, newcomer)
    monkeypatch.setattr(Store, "feed_head", unscoped)
    leaked = decoded(drome.central, newcomer)
    assert secret not in repr(honest)
    assert secret in repr(leaked)
