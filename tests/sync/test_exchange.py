"""Whole rounds over real stores: exactly once, whatever is cut, lost, doubled or forged; and every replica the same."""

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import pytest

from kiosque.central import authority
from kiosque.db.doctor import examine
from kiosque.db.feeds import NETWORK
from kiosque.db.identity import Receipt
from kiosque.db.keys import credential
from kiosque.db.store import Store
from kiosque.domain.records import ANTENNA
from kiosque.journal.entry import Entry
from kiosque.sync import batching, envelope
from kiosque.sync.central_end import CentralEnd
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.exchange import NotSent, apply, receive, run_round
from kiosque.sync.refusal import Reason, Refused
from tests.stores import Direct, Space, meet, rows
from tests.sync.rounds import BUILD, equal, round_, work

Receiver = Callable[[Store, Iterable[bytes]], Iterator[bytes]]


def at_headquarters(nyons: Space, *names: str) -> None:
    """Write something at headquarters that every device receives."""
    with nyons.central.writing() as writer:
        for name in names:
            writer.record(ANTENNA, code=name.upper(), name=name)


def test_a_round_carries_what_was_written_here_and_brings_what_was_written_there(nyons: Space) -> None:
    work(nyons.store, 5)
    at_headquarters(nyons, "Rosans")
    nyons.clock.pass_(minutes=1)
    end = DeviceEnd(nyons.store, BUILD)
    assert end.waiting == 5
    taken = end.take(receive(nyons.central, end.request()))
    assert (taken.received, taken.new, taken.refused) == (5, 1, None)
    assert taken.at == nyons.clock.now
    assert end.waiting == 0
    assert equal(nyons.central, nyons.store)
    assert rows(nyons.central)["visit"] == rows(nyons.store)["visit"]
    assert rows(nyons.central)["antenna"] == rows(nyons.store)["antenna"]
    assert nyons.store.receipt(nyons.store.device) == Receipt(5, nyons.clock.now)
    kept = nyons.central.receipt(nyons.store.device)
    assert (kept.number, kept.received_at, kept.signed, len(kept.signature)) == (5, nyons.clock.now, 5, 64)
    assert examine(nyons.store).healthy
    assert examine(nyons.central).healthy


def test_the_central_knows_how_far_a_device_holds_its_feeds(nyons: Space) -> None:
    work(nyons.store, 3)
    meet(nyons.store, nyons.central)
    meet(nyons.store, nyons.central)
    kept = nyons.central.receipt(nyons.store.device)
    heads = [nyons.store.feed_head(feed) for feed in (NETWORK, nyons.antenna)]
    assert [kept.network, kept.antenna] == [head.position for head in heads] == [3, 3]


def test_nothing_new_is_said_in_a_few_hundred_bytes(nyons: Space) -> None:
    work(nyons.store, 5)
    end = DeviceEnd(nyons.store, BUILD)
    round_(end, nyons.central)
    request = b"".join(end.request())
    answer = b"".join(receive(nyons.central, [request]))
    assert len(request) + len(answer) < 250
    assert end.take([answer]).received == 5


def test_what_the_central_has_to_say_is_said(nyons: Space) -> None:
    end = DeviceEnd(nyons.store, BUILD)
    central = CentralEnd(nyons.central, ("Bonjour à toutes et tous.",))
    assert not [frame for chunk in end.request() for frame in central.feed(chunk)]
    central.finish()
    taken = end.take(central.reply())
    assert taken.notices == ("Bonjour à toutes et tous.",)
    assert taken.at == nyons.clock.now


@pytest.mark.unmeasured
def test_a_long_backlog_goes_in_one_request_and_says_how_far_it_is(nyons: Space) -> None:
    work(nyons.store, 2500)
    end = DeviceEnd(nyons.store, BUILD)
    told: list[tuple[int, int]] = []
    end.take(receive(nyons.central, end.request(progress=lambda done, all_: told.append((done, all_)))))
    assert end.waiting == 0
    assert equal(nyons.central, nyons.store)
    assert [all_ for _, all_ in told] == [2500] * len(told)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == 2500


def test_what_is_written_during_a_round_waits_for_the_next(nyons: Space) -> None:
    work(nyons.store, 3)
    end = DeviceEnd(nyons.store, BUILD)

    def meanwhile() -> Iterator[bytes]:
        for chunk in end.request():
            work(nyons.store, 1)
            yield chunk

    end.take(receive(nyons.central, meanwhile()))
    assert end.waiting > 0
    round_(end, nyons.central)
    assert end.waiting == 0
    assert equal(nyons.central, nyons.store)


@pytest.mark.unmeasured
def test_a_long_feed_comes_in_one_reply(nyons: Space) -> None:
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    work(other, 3000, random.Random(3))
    meet(other, nyons.central)
    taken = meet(nyons.store, nyons.central)
    # And the record of the other device.
    assert taken.new == 3001
    assert equal(nyons.central, nyons.store)
    assert rows(nyons.store)["visit"] == rows(other)["visit"]


# ----- cuts, losses, repetitions -------------------------------------------------------------------------------------


def cut(chunks: Iterable[bytes], at: int) -> Iterator[bytes]:
    """Give the first ``at`` bytes, in pieces of 100."""
    whole = b"".join(chunks)[:at]
    for start in range(0, len(whole), 100):
        yield whole[start : start + 100]


def receive_some(central: Store, receiver: Receiver, chunks: Iterable[bytes]) -> None:
    """Have the central read what arrived of a request; nobody hears its reply, if there is one."""
    try:
        list(receiver(central, chunks))
    except Refused as refused:
        assert refused.reason in {Reason.MALFORMED, Reason.STRANGER}  # noqa: PT017 - it may be answered too


def after_cuts(nyons: Space, source: random.Random, *, cuts: int, receiver: Receiver = receive) -> None:
    """Write, send, cut anywhere, lose or double replies, until a round goes through."""
    end = DeviceEnd(nyons.store, BUILD)
    for number in range(cuts):
        work(nyons.store, source.randint(0, 4))
        at_headquarters(nyons, f"a{number}")
        request = list(end.request(poll=end.in_doubt and source.random() < 0.5))
        match source.randrange(4):
            case 0:
                receive_some(nyons.central, receiver, cut(request, source.randrange(sum(map(len, request)))))
            case 1:
                list(receiver(nyons.central, request))
                end.take(receiver(nyons.central, request))
            case 2:
                answer = b"".join(receiver(nyons.central, request))
                with pytest.raises(Refused):
                    end.take(cut([answer], source.randrange(len(answer))))
            case _:
                end.take(receiver(nyons.central, request))
    end.take(receiver(nyons.central, end.request()))


@pytest.mark.unmeasured
def test_rounds_that_are_cut_lost_or_doubled_end_with_each_entry_once(nyons: Space, run_seed: int) -> None:
    after_cuts(nyons, random.Random(f"{run_seed}:cuts"), cuts=60)
    assert equal(nyons.central, nyons.store)
    assert rows(nyons.central)["visit"] == rows(nyons.store)["visit"]
    assert nyons.store.receipt(nyons.store.device).number == nyons.store.head(nyons.store.device).number
    assert examine(nyons.store).healthy
    assert examine(nyons.central).healthy


@pytest.mark.unmeasured
def test_a_request_cut_anywhere_is_taken_up_where_it_stopped(
    nyons: Space, monkeypatch: pytest.MonkeyPatch, run_seed: int
) -> None:
    monkeypatch.setattr(batching, "FRAME_ENTRIES", 64)
    monkeypatch.setattr(envelope, "ENOUGH", 64)
    work(nyons.store, 400, random.Random(1))
    request = b"".join(DeviceEnd(nyons.store, BUILD).request())
    drawn = random.Random(f"{run_seed}:cut")
    heads = []
    for at in sorted(drawn.sample(range(len(request)), 60)):
        receive_some(nyons.central, receive, [request[:at]])
        heads.append(nyons.central.head(nyons.store.device).number)
    # Whole frames only, and never back.
    assert len(set(heads)) > 3
    assert all(number % 64 == 0 for number in heads if number < 400)
    assert heads == sorted(heads)
    end = DeviceEnd(nyons.store, BUILD)
    round_(end, nyons.central, poll=True)
    round_(end, nyons.central)
    assert end.waiting == 0
    assert equal(nyons.central, nyons.store)


@pytest.mark.unmeasured
def test_a_reply_cut_anywhere_is_taken_up_where_it_stopped(
    nyons: Space, monkeypatch: pytest.MonkeyPatch, run_seed: int
) -> None:
    monkeypatch.setattr(batching, "FRAME_ENTRIES", 64)
    monkeypatch.setattr(envelope, "ENOUGH", 64)
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    work(other, 600, random.Random(1))
    meet(other, nyons.central)
    end = DeviceEnd(nyons.store, BUILD)
    drawn = random.Random(f"{run_seed}:reply")
    held = []
    for _ in range(40):
        answer = b"".join(receive(nyons.central, end.request()))
        with pytest.raises(Refused):
            end.take(cut([answer], drawn.randrange(min(len(answer), 1000))))
        held.append(nyons.store.feed_head(nyons.antenna).position)
    assert held == sorted(held)
    assert len(set(held)) > 3
    round_(end, nyons.central)
    assert equal(nyons.central, nyons.store)
    assert rows(nyons.store)["visit"] == rows(other)["visit"]


def test_after_a_lost_reply_nothing_is_sent_twice(nyons: Space) -> None:
    work(nyons.store, 600, random.Random(1))
    end = DeviceEnd(nyons.store, BUILD)
    doubts = [end.in_doubt]
    list(receive(nyons.central, end.request()))
    doubts.append(end.in_doubt)
    # A power cut does not forget it.
    doubts.append(DeviceEnd(nyons.store, BUILD).in_doubt)
    assert end.waiting == 600
    poll = list(end.request(poll=True))
    assert sum(map(len, poll)) < 120
    end.take(receive(nyons.central, poll))
    doubts.append(end.in_doubt)
    assert doubts == [False, True, True, False]
    assert end.waiting == 0


@pytest.mark.unmeasured
def test_after_a_cut_only_the_rest_is_sent(nyons: Space) -> None:
    work(nyons.store, 3000, random.Random(1))
    end = DeviceEnd(nyons.store, BUILD)
    first = list(end.request())
    list(receive(nyons.central, cut(first, sum(map(len, first)) // 2)))
    end.take(receive(nyons.central, end.request(poll=True)))
    rest = list(end.request())
    assert sum(map(len, rest)) < sum(map(len, first)) * 0.75
    end.take(receive(nyons.central, rest))
    assert equal(nyons.central, nyons.store)


def test_a_request_that_comes_again_brings_nothing_new(nyons: Space) -> None:
    work(nyons.store, 20)
    end = DeviceEnd(nyons.store, BUILD)
    recorded = b"".join(end.request())
    end.take(receive(nyons.central, [recorded]))
    work(nyons.store, 3)
    round_(end, nyons.central)
    before = rows(nyons.central), nyons.central.receipt(nyons.store.device), nyons.central.feed_head(nyons.antenna)
    nyons.clock.pass_(minutes=5)
    answer = b"".join(receive(nyons.central, [recorded]))
    after = rows(nyons.central), nyons.central.receipt(nyons.store.device), nyons.central.feed_head(nyons.antenna)
    assert before[0] == after[0]
    assert (after[1].number, after[1].signed) == (before[1].number, before[1].signed) == (23, 23)
    assert before[2] == after[2]
    # Whoever recorded it reads nothing of the reply: it holds no name, and opens for the device alone.
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    with pytest.raises(Refused):
        DeviceEnd(other, BUILD).take([answer])


def test_an_old_reply_moves_nothing_back(nyons: Space) -> None:
    work(nyons.store, 2)
    end = DeviceEnd(nyons.store, BUILD)
    old = b"".join(receive(nyons.central, end.request()))
    question = end.question
    work(nyons.store, 2)
    at_headquarters(nyons, "Rosans")
    round_(end, nyons.central)
    before = rows(nyons.store), nyons.store.feed_head(NETWORK), nyons.store.feed_head(nyons.antenna)
    with pytest.raises(Refused, match="SEAL"):
        end.take([old])
    # Carried by stick it is known what it answers: it opens, late.
    end.take([old], question)
    assert nyons.store.receipt(nyons.store.device).number == 4
    assert before == (rows(nyons.store), nyons.store.feed_head(NETWORK), nyons.store.feed_head(nyons.antenna))
    round_(end, nyons.central)
    assert equal(nyons.central, nyons.store)


class Forgetful:
    """A planted fault: a receiver that counts what it holds already as new."""

    def __init__(self) -> None:
        self.kept: list[Entry] = []

    def receive(self, store: Store, chunks: Iterable[bytes]) -> Iterator[bytes]:
        end = CentralEnd(store)
        for chunk in chunks:
            for frame in end.feed(chunk):
                apply(store, frame.entries)
                self.kept += frame.entries
        return end.reply()


def test_a_receiver_that_counts_twice_would_be_found_out(nyons: Space, run_seed: int) -> None:
    forgetful = Forgetful()
    after_cuts(nyons, random.Random(f"{run_seed}:cuts"), cuts=60, receiver=forgetful.receive)
    numbers = [entry.number for entry in forgetful.kept]
    assert len(numbers) > len(set(numbers))


# ----- a round that its end runs -------------------------------------------------------------------------------------


def test_a_line_that_took_nothing_leaves_nothing_in_doubt(nyons: Space) -> None:
    class Nowhere:
        @contextmanager
        def exchange(self, request: Iterator[bytes]) -> Iterator[Iterator[bytes]]:
            if next(request):
                raise NotSent("Il n’y a personne.")
            yield request

    work(nyons.store, 2)
    end = DeviceEnd(nyons.store, BUILD)
    with pytest.raises(NotSent):
        run_round(end, Nowhere())
    assert not end.in_doubt
    assert run_round(end, Direct(nyons.central)).received == 2


def test_what_the_central_does_not_take_is_said_and_kept(nyons: Space) -> None:
    work(nyons.store, 6)
    nyons.store.keep_receipt(nyons.store.device, Receipt(4, nyons.clock.now))
    end = DeviceEnd(nyons.store, BUILD)
    # A restored central holds less than it acknowledged: what starts later is refused, and sent from there.
    taken = end.take(receive(nyons.central, end.request()))
    assert (taken.refused, taken.received) == (Reason.RESTORED, 0)
    assert nyons.store.receipt(nyons.store.device).number == 4
    assert end.waiting == 6
    round_(end, nyons.central)
    assert equal(nyons.central, nyons.store)


# ----- a restored central --------------------------------------------------------------------------------------------


def test_after_a_restoration_every_feed_is_received_again_and_nothing_is_lost_or_doubled(nyons: Space) -> None:
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    work(nyons.store, 5)
    work(other, 5)
    for store in (nyons.store, other, nyons.store):
        meet(store, nyons.central)
    before = rows(nyons.store)
    authority.restored(nyons.central)
    for store in (nyons.store, other):
        meet(store, nyons.central)
        assert store.epoch(NETWORK) == store.epoch(nyons.antenna) == nyons.central.identity.epoch
        assert examine(store).healthy
    assert rows(nyons.store) == before
    assert equal(nyons.central, nyons.store, other)
    # Of another life than the cursors, nothing is remembered of them.
    work(nyons.store, 1)
    meet(nyons.store, nyons.central)
    assert nyons.central.receipt(nyons.store.device).network == nyons.central.feed_head(NETWORK).position


@pytest.mark.unmeasured
def test_everybody_ends_with_the_same_heads(nyons: Space, run_seed: int) -> None:
    source = random.Random(f"{run_seed}:heads")
    kiosks = [nyons.store, *(nyons.network.kiosk(nyons.central, nyons.antenna) for _ in range(2))]
    for number in range(40):
        store = source.choice(kiosks)
        work(store, source.randint(0, 3), source)
        if source.random() < 0.3:
            at_headquarters(nyons, f"b{number}")
        if source.random() < 0.6:
            meet(source.choice(kiosks), nyons.central)
    for store in (*kiosks, *kiosks):
        meet(store, nyons.central)
    assert equal(nyons.central, *kiosks)
    assert rows(kiosks[0])["visit"] == rows(kiosks[1])["visit"] == rows(kiosks[2])["visit"]
    for store in (nyons.central, *kiosks):
        assert examine(store).healthy
    known = credential(nyons.central, nyons.store.device)
    assert known
    assert not known.secret
