"""One round, either end, over real stores: exactly once, whatever is cut, lost, doubled or forged."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from kiosque.db.identity import Receipt
from kiosque.db.store import Store
from kiosque.domain.records import VISIT, VISITOR
from kiosque.journal.chain import GENESIS
from kiosque.journal.entry import Entry
from kiosque.sync import messages, wire
from kiosque.sync.exchange import CentralEnd, DeviceEnd, receive
from kiosque.sync.messages import Batch, Reply
from kiosque.sync.pieces import piece
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.wire import encode
from tests.stores import CENTRAL, Space, rows, space

BUILD = "0.1.0"


@pytest.fixture
def nyons(tmp_path: Path) -> Iterator[Space]:
    with space(tmp_path) as made:
        yield made


def work(store: Store, count: int, stays: random.Random | None = None) -> None:
    """Write ``count`` visits; with ``stays``, no two alike."""
    with store.writing() as writer:
        for _ in range(count):
            stay = store.now() + stays.randrange(1 << 30) if stays else None
            writer.record(VISIT, times=(store.now(), stay), reason="DEMARCHE")


def round_(end: DeviceEnd, central: Store, device: int, *, poll: bool = False) -> None:
    end.take(receive(central, device, end.request(poll=poll)))


def equal(nyons: Space) -> bool:
    """Whether both ends hold the same of the kiosk's journal and of the central's."""
    return all(
        nyons.store.head(device) == nyons.central.head(device) for device in (nyons.store.device, nyons.central.device)
    )


def test_a_round_carries_what_was_written_here_and_brings_what_was_written_there(nyons: Space) -> None:
    work(nyons.store, 5)
    with nyons.central.writing() as writer:
        writer.record(VISITOR, age_band="SENIOR")
    end = DeviceEnd(nyons.store, BUILD)
    assert end.waiting == 5
    taken = end.take(receive(nyons.central, nyons.store.device, end.request()))
    assert (taken.received, taken.new, taken.refused) == (5, 1, None)
    assert end.waiting == 0
    assert equal(nyons)
    assert rows(nyons.central)["visit"] == rows(nyons.store)["visit"]
    assert nyons.store.receipt(nyons.store.device) == Receipt(5, nyons.clock.now)
    assert nyons.central.receipt(nyons.store.device) == Receipt(5, nyons.clock.now)


def test_nothing_new_is_said_in_a_hundred_bytes(nyons: Space) -> None:
    work(nyons.store, 5)
    end = DeviceEnd(nyons.store, BUILD)
    round_(end, nyons.central, nyons.store.device)
    request = b"".join(end.request())
    reply = b"".join(receive(nyons.central, nyons.store.device, [request]))
    assert len(request) + len(reply) < 100
    assert end.take([reply]).received == 5


def test_what_the_central_has_to_say_is_said(nyons: Space) -> None:
    end = DeviceEnd(nyons.store, BUILD)
    central = CentralEnd(nyons.central, nyons.store.device, ("Bonjour à toutes et tous.",))
    assert not [frame for chunk in end.request() for frame in central.feed(chunk)]
    taken = end.take(central.reply())
    assert taken.notices == ("Bonjour à toutes et tous.",)
    assert taken.at == nyons.clock.now


def test_a_long_backlog_goes_in_one_request_and_says_how_far_it_is(nyons: Space) -> None:
    work(nyons.store, 2500)
    end = DeviceEnd(nyons.store, BUILD)
    said: list[tuple[int, int]] = []
    end.take(
        receive(nyons.central, nyons.store.device, end.request(progress=lambda done, all_: said.append((done, all_))))
    )
    assert end.waiting == 0
    assert equal(nyons)
    assert [all_ for _, all_ in said] == [2500] * len(said)
    assert [done for done, _ in said] == sorted(done for done, _ in said)
    assert said[-1][0] == 2500


def test_what_is_written_during_a_round_waits_for_the_next(nyons: Space) -> None:
    work(nyons.store, 3)
    end = DeviceEnd(nyons.store, BUILD)

    def meanwhile() -> Iterator[bytes]:
        for chunk in end.request():
            work(nyons.store, 1)
            yield chunk

    end.take(receive(nyons.central, nyons.store.device, meanwhile()))
    assert end.waiting > 0
    round_(end, nyons.central, nyons.store.device)
    assert end.waiting == 0
    assert equal(nyons)


# ----- cuts, losses, repetitions -------------------------------------------------------------------------------------


def cut(chunks: list[bytes], at: int) -> Iterator[bytes]:
    """Give the first ``at`` bytes, in pieces of 100."""
    whole = b"".join(chunks)[:at]
    for start in range(0, len(whole), 100):
        yield whole[start : start + 100]


def after_cuts(nyons: Space, source: random.Random, *, cuts: int, receiver: object = receive) -> None:
    """Write, send, cut anywhere, lose or double replies, until a round goes through."""
    assert callable(receiver)
    end = DeviceEnd(nyons.store, BUILD)
    for _ in range(cuts):
        work(nyons.store, source.randint(0, 4))
        with nyons.central.writing() as writer:
            writer.record(VISITOR, age_band="SENIOR")
        request = list(end.request(poll=end.in_doubt and source.random() < 0.5))
        match source.randrange(4):
            case 0:
                list(
                    receiver(nyons.central, nyons.store.device, cut(request, source.randrange(sum(map(len, request)))))
                )
            case 1:
                list(receiver(nyons.central, nyons.store.device, request))
                list(end.take(receiver(nyons.central, nyons.store.device, request)).notices)
            case 2:
                reply = b"".join(receiver(nyons.central, nyons.store.device, request))
                with pytest.raises(Refused):
                    end.take(cut([reply], source.randrange(len(reply))))
            case _:
                end.take(receiver(nyons.central, nyons.store.device, request))
    end.take(receiver(nyons.central, nyons.store.device, end.request()))


def test_rounds_that_are_cut_lost_or_doubled_end_with_each_entry_once(nyons: Space, run_seed: int) -> None:
    after_cuts(nyons, random.Random(f"{run_seed}:cuts"), cuts=60)
    assert equal(nyons)
    assert rows(nyons.central)["visit"] == rows(nyons.store)["visit"]
    assert nyons.store.receipt(nyons.store.device).number == nyons.store.head(nyons.store.device).number


def test_a_request_cut_at_every_byte_is_taken_up_where_it_stopped(
    nyons: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "FRAME_ENTRIES", 2)
    work(nyons.store, 7)
    request = b"".join(DeviceEnd(nyons.store, BUILD).request())
    heads = []
    for at in range(len(request)):
        list(receive(nyons.central, nyons.store.device, [request[:at]]))
        heads.append(nyons.central.head(nyons.store.device).number)
    # Whole frames only, and never back.
    assert sorted(set(heads)) == [0, 2, 4, 6, 7]
    assert heads == sorted(heads)
    end = DeviceEnd(nyons.store, BUILD)
    round_(end, nyons.central, nyons.store.device, poll=True)
    assert end.waiting == 0
    assert equal(nyons)


def test_after_a_lost_reply_nothing_is_sent_twice(nyons: Space) -> None:
    work(nyons.store, 600, random.Random(1))
    end = DeviceEnd(nyons.store, BUILD)
    doubts = [end.in_doubt]
    list(receive(nyons.central, nyons.store.device, end.request()))
    doubts.append(end.in_doubt)
    assert end.waiting == 600
    poll = list(end.request(poll=True))
    assert sum(map(len, poll)) < 60
    end.take(receive(nyons.central, nyons.store.device, poll))
    doubts.append(end.in_doubt)
    assert doubts == [False, True, False]
    assert end.waiting == 0


def test_after_a_cut_only_the_rest_is_sent(nyons: Space) -> None:
    work(nyons.store, 3000, random.Random(1))
    end = DeviceEnd(nyons.store, BUILD)
    first = list(end.request())
    list(receive(nyons.central, nyons.store.device, cut(first, sum(map(len, first)) // 2)))
    end.take(receive(nyons.central, nyons.store.device, end.request(poll=True)))
    rest = list(end.request())
    assert sum(map(len, rest)) < sum(map(len, first)) * 0.75
    end.take(receive(nyons.central, nyons.store.device, rest))
    assert equal(nyons)


def test_an_old_receipt_changes_nothing(nyons: Space) -> None:
    work(nyons.store, 2)
    end = DeviceEnd(nyons.store, BUILD)
    old = b"".join(receive(nyons.central, nyons.store.device, end.request()))
    work(nyons.store, 2)
    round_(end, nyons.central, nyons.store.device)
    end.take([old])
    assert nyons.store.receipt(nyons.store.device).number == 4
    round_(end, nyons.central, nyons.store.device)
    assert equal(nyons)


class Forgetful:
    """A planted fault: a receiver that takes what it holds already for new, and acknowledges before it keeps."""

    def __init__(self) -> None:
        self.kept: list[Entry] = []

    def receive(self, store: Store, device: int, chunks: Iterator[bytes]) -> Iterator[bytes]:
        end = CentralEnd(store, device)
        for chunk in chunks:
            for frame in end.feed(chunk):
                end.keep(frame)
                self.kept += frame.entries
        return end.reply()


def test_a_receiver_that_counts_twice_would_be_found_out(nyons: Space, run_seed: int) -> None:
    forgetful = Forgetful()
    after_cuts(nyons, random.Random(f"{run_seed}:cuts"), cuts=60, receiver=forgetful.receive)
    numbers = [entry.number for entry in forgetful.kept]
    assert len(numbers) > len(set(numbers))


# ----- what a central must refuse ------------------------------------------------------------------------------------


def refused_by_central(nyons: Space, chunks: list[bytes]) -> Reason | None:
    """Return why the central took no more, as the device reads it; the receipt is kept all the same."""
    return DeviceEnd(nyons.store, BUILD).take(receive(nyons.central, nyons.store.device, chunks)).refused


def test_entries_after_a_gap_are_refused_and_the_device_begins_again_where_the_central_is(nyons: Space) -> None:
    work(nyons.store, 6)
    nyons.store.keep_receipt(nyons.store.device, Receipt(4, nyons.clock.now))
    end = DeviceEnd(nyons.store, BUILD)
    taken = end.take(receive(nyons.central, nyons.store.device, end.request()))
    assert taken.refused is Reason.GAP
    assert taken.received == 0
    assert nyons.store.receipt(nyons.store.device).number == 4
    round_(end, nyons.central, nyons.store.device)
    assert equal(nyons)


def test_the_entries_of_another_device_are_refused(nyons: Space) -> None:
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    work(other, 2)
    assert refused_by_central(nyons, list(DeviceEnd(other, BUILD).request())) is Reason.STRANGER
    hello = messages.write(Batch(nyons.store.device, BUILD, {}))
    assert refused_by_central(nyons, [hello, *encode(other.entries(other.device), GENESIS)]) is Reason.STRANGER
    assert nyons.central.head(other.device).number == 0


def test_a_forked_journal_is_refused_and_changes_nothing(nyons: Space) -> None:
    work(nyons.store, 4)
    end = DeviceEnd(nyons.store, BUILD)
    round_(end, nyons.central, nyons.store.device)
    held = nyons.central.entries(nyons.store.device)
    hello = messages.write(Batch(nyons.store.device, BUILD, {}))
    told = [held[0], replace(held[1], written_at=1), *held[2:]]
    assert refused_by_central(nyons, [hello, *encode(told, GENESIS)]) is Reason.FORKED
    assert nyons.central.entries(nyons.store.device) == held


def test_a_clock_that_goes_back_is_refused(nyons: Space) -> None:
    work(nyons.store, 2)
    round_(DeviceEnd(nyons.store, BUILD), nyons.central, nyons.store.device)
    last = nyons.store.entries(nyons.store.device)[-1]
    early = replace(last, number=3, record=last.record + 1, clock=1)
    head = nyons.central.head(nyons.store.device)
    hello = messages.write(Batch(nyons.store.device, BUILD, {}))
    assert refused_by_central(nyons, [hello, *encode([early], head.digest)]) is Reason.DISORDERED
    assert nyons.central.head(nyons.store.device) == head


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        pytest.param(lambda request: b"\x04no" + request, Reason.MALFORMED, id="no message"),
        pytest.param(lambda request: piece(b"KB\x02") + request, Reason.VERSION, id="a later version"),
        pytest.param(lambda request: piece(b"KB\x01\x91\x00") + request, Reason.MALFORMED, id="no device"),
        pytest.param(lambda request: piece(bytes(messages.MAX_MESSAGE + 1)) + request, Reason.TOO_LARGE, id="long"),
        pytest.param(lambda request: request + b"more", Reason.MALFORMED, id="something after the end"),
    ],
)
def test_a_request_that_is_none_is_refused(nyons: Space, spoil: object, reason: Reason) -> None:
    assert callable(spoil)
    before = rows(nyons.central)
    work(nyons.store, 1)
    request = b"".join(DeviceEnd(nyons.store, BUILD).request(poll=True))
    found = refused_by_central(nyons, [spoil(request)])
    assert found is (Reason.VERSION if found is Reason.VERSION else reason)
    assert rows(nyons.central) == before


def test_a_cursor_beyond_the_central_is_answered_without_entries(nyons: Space) -> None:
    hello = messages.write(Batch(nyons.store.device, BUILD, {CENTRAL: 10_000}))
    taken = DeviceEnd(nyons.store, BUILD).take(receive(nyons.central, nyons.store.device, [hello, b"\0"]))
    assert taken.new == 0


# ----- what a device must refuse -------------------------------------------------------------------------------------


def answer(nyons: Space, **changed: object) -> bytes:
    """The reply of a central that holds nothing, changed."""
    device = nyons.store.device
    honest = Reply(device, CENTRAL, 0, GENESIS, nyons.clock.now, None, ())
    return messages.write(msgspec.structs.replace(honest, **changed))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        pytest.param({"device": 99}, Reason.STRANGER, id="for another device"),
        pytest.param({"central": 99}, Reason.STRANGER, id="of another central"),
        pytest.param({"received": 2}, Reason.FORKED, id="another digest"),
        pytest.param({"received": 3}, Reason.FORKED, id="more than was ever written"),
    ],
)
def test_a_receipt_that_is_not_for_this_journal_moves_nothing(
    nyons: Space, changed: dict[str, object], reason: Reason
) -> None:
    work(nyons.store, 2)
    end = DeviceEnd(nyons.store, BUILD)
    with pytest.raises(Refused) as caught:
        end.take([answer(nyons, **changed), b"\0"])
    assert caught.value.reason is reason
    assert end.waiting == 2
    assert nyons.store.receipt(nyons.store.device) == Receipt(0, 0)


def test_a_reply_that_starts_beyond_the_cursor_is_refused(nyons: Space) -> None:
    held = nyons.central.entries(CENTRAL)
    with nyons.central.writing() as writer:
        writer.record(VISITOR, age_band="SENIOR")
        writer.record(VISITOR, age_band="SENIOR")
    entries = nyons.central.entries(CENTRAL)
    before = nyons.store.digest_at(CENTRAL, len(held))
    assert before
    late = b"".join(encode(entries[len(held) + 1 :], nyons.central.digest_at(CENTRAL, len(held) + 1) or b""))
    with pytest.raises(Refused) as caught:
        DeviceEnd(nyons.store, BUILD).take([answer(nyons), late])
    assert caught.value.reason is Reason.CURSOR
    assert nyons.store.head(CENTRAL).number == len(held)


def test_a_reply_with_the_entries_of_a_stranger_is_refused(nyons: Space) -> None:
    work(nyons.store, 1)
    own = b"".join(encode(nyons.store.entries(nyons.store.device), GENESIS))
    with pytest.raises(Refused) as caught:
        DeviceEnd(nyons.store, BUILD).take([answer(nyons), own])
    assert caught.value.reason is Reason.STRANGER


@pytest.mark.parametrize("rest", [b"", b"\0more"], ids=["no end", "something after the end"])
def test_a_reply_without_its_end_is_refused_and_its_receipt_kept(nyons: Space, rest: bytes) -> None:
    end = DeviceEnd(nyons.store, BUILD)
    with pytest.raises(Refused) as caught:
        end.take([answer(nyons), rest])
    assert caught.value.reason is Reason.MALFORMED
    assert nyons.store.receipt(nyons.store.device).received_at == nyons.clock.now


def test_a_refusal_of_a_later_version_is_a_refusal(nyons: Space) -> None:
    taken = DeviceEnd(nyons.store, BUILD).take([answer(nyons, refused="OUT_OF_INK"), b"\0"])
    assert taken.refused is Reason.MALFORMED


def test_an_empty_reply_is_refused(nyons: Space) -> None:
    with pytest.raises(Refused):
        DeviceEnd(nyons.store, BUILD).take([])
