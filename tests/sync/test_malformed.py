"""Thousands of damaged messages, also under the right keys: refused, or read as far as they are whole; never more."""

import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from kiosque.db import engine
from kiosque.db.doctor import examine
from kiosque.db.feeds import NETWORK
from kiosque.db.store import Store
from kiosque.sync import batching
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.envelope import Direction, Unsealer, shared_key
from kiosque.sync.exchange import receive
from kiosque.sync.held_keys import known_keys
from kiosque.sync.refusal import Refused
from tests.sizes import MESSAGES, size
from tests.stores import Space, folded, meet, rows, space
from tests.sync.rounds import answered, sealed, work

SEALED, ASKED, ANSWERED = (size(MESSAGES) * part // 5 for part in (2, 2, 1))
"""How many of each: whole envelopes, what a device says under its key, what headquarters says under its own."""

FRAME = 4


def damaged(content: bytes, source: random.Random) -> bytes:
    """Return ``content`` with one to three things wrong."""
    made = bytearray(content)
    for _ in range(source.choice((1, 1, 1, 2, 3))):
        # Half of them near the start, where lengths and kinds are said.
        at = source.randrange(min(len(made), 60) if source.random() < 0.5 else len(made)) if made else 0
        some = source.randrange(1, 9)
        match source.randrange(8):
            case 0 if made:
                made[at] ^= 1 << source.randrange(8)
            case 1 if made:
                made[at] = source.choice((0, 1, 0x7F, 0x80, 0xC1, 0xDF, 0xFF))
            case 2:
                del made[at : at + some]
            case 3:
                made[at:at] = source.randbytes(some)
            case 4:
                made[at:at] = made[at : at + source.randrange(1, 200)]
            case 5:
                del made[at:]
            case 6:
                made += source.randbytes(some)
            case _:
                made[at : at + some] = source.randbytes(some)
    return bytes(made)


def opened(nyons: Space, direction: Direction, envelope: bytes, answering: bytes = b"") -> bytes:
    """Return what an envelope says."""
    identity, key = nyons.store.identity, known_keys(nyons.store).latest
    unsealer = Unsealer(direction, lambda _: shared_key(identity.seed, key.public), answering)
    return b"".join(unsealer.feed(envelope))


class Watch:
    """Looks at a store after each damaged message: what it holds may only be the start of the truth."""

    def __init__(self, store: Store, look: Callable[[Store], tuple[int, bytes]], truth: dict[int, bytes]) -> None:
        self._store, self._look, self._truth = store, look, truth
        self.last = look(store)[0]
        self.reached = {self.last}

    def see(self) -> None:
        number, digest = self._look(self._store)
        assert self._truth[number] == digest
        assert number >= self.last
        self.last = number
        self.reached.add(number)


def feed(run: Callable[[], object]) -> bool:
    """Give somebody a damaged message; return whether it was refused. Anything but a refusal is a bug."""
    try:
        run()
    except Refused:
        return True
    return False


@pytest.fixture
def quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Space]:
    """A space whose disk is never waited for: thousands of receipts, and no power cut."""
    monkeypatch.setattr(engine, "PRAGMAS", tuple(each.replace("= FULL", "= OFF") for each in engine.PRAGMAS))
    monkeypatch.setattr(batching, "FRAME_ENTRIES", FRAME)
    with space(tmp_path) as made:
        yield made


@pytest.mark.unmeasured
def test_no_damage_is_believed(quick: Space, run_seed: int) -> None:
    nyons, source = quick, random.Random(f"{run_seed}:malformed")
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    meet(nyons.store, nyons.central)
    device = nyons.store.device
    work(nyons.store, 5 * FRAME, source)
    work(other, 5 * FRAME, source)
    request = b"".join(DeviceEnd(nyons.store, "test").request())
    content = opened(nyons, Direction.UP, request)
    truth = {number: nyons.store.digest_at(device, number) or b"" for number in range(0, 5 * FRAME + 1, FRAME)}
    watch = Watch(nyons.central, lambda store: (store.head(device).number, store.head(device).digest), truth)
    central = rows(nyons.central)
    counts = [0, 0, 0]
    for _ in range(SEALED):
        counts[0] += feed(lambda: list(receive(nyons.central, [damaged(request, source)])))
        watch.see()
    for _ in range(ASKED):
        counts[1] += feed(lambda: list(receive(nyons.central, [sealed(nyons.store, damaged(content, source))])))
        watch.see()
    assert len(watch.reached) > 1, counts
    after = rows(nyons.central)
    assert {name: after[name] for name in after if name != "visit"} == {
        name: central[name] for name in central if name != "visit"
    }
    assert after["visit"] == rows(nyons.store)["visit"][: max(watch.reached)]

    meet(other, nyons.central)
    end = DeviceEnd(nyons.store, "test")
    list(end.request(poll=True))
    answer = opened(nyons, Direction.DOWN, reply_to(nyons, end), end.question)
    positions = range(nyons.central.feed_head(nyons.antenna).position + 1)
    feeds = {number: nyons.central.digest_in_feed(nyons.antenna, number) or b"" for number in positions}
    watch = Watch(nyons.store, lambda store: antenna(store, nyons.antenna), feeds)
    epoch = nyons.central.identity.epoch
    for _ in range(ANSWERED):
        forged = answered(nyons.central, nyons.store, damaged(answer, source))
        # A believer who remembers nothing of what the last one said.
        counts[2] += feed(partial(DeviceEnd(nyons.store, "test").take, [forged], b""))
        if nyons.store.epoch(NETWORK) != epoch:
            # Headquarters alone can say that it was restored: the feeds begin again, and hold nothing that is not so.
            for each in (NETWORK, nyons.antenna):
                nyons.store.begin_feed(each, epoch)
            watch.reached |= {0}
            watch.last = 0
        watch.see()
    assert len(watch.reached) > 1, counts
    for store in (nyons.central, nyons.store, other):
        assert examine(store).healthy
        assert rows(store) == folded(store)
    for store in (nyons.store, other, nyons.store):
        meet(store, nyons.central)
    assert rows(nyons.store)["visit"] == rows(nyons.central)["visit"]
    assert nyons.store.feed_head(NETWORK) == nyons.central.feed_head(NETWORK)


def reply_to(nyons: Space, end: DeviceEnd) -> bytes:
    """Return the reply to what a device asks now."""
    return b"".join(receive(nyons.central, end.request(poll=True)))


def antenna(store: Store, feed: int) -> tuple[int, bytes]:
    head = store.feed_head(feed)
    return head.position, head.digest
