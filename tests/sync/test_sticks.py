"""Errands with a stick at a kiosk that is unlocked."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from kiosque.central.devices import enrol
from kiosque.domain.records import VISIT
from kiosque.sync.agent import AllReceived, KeptHere
from kiosque.sync.central_end import CentralEnd
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.errand import Errand, fetch
from kiosque.sync.exchange import apply
from kiosque.sync.post import Post
from kiosque.sync.stick import FOLDER, down_name, export, pack_reply, up_name
from kiosque.sync.stick_file import StickTrouble, Trouble
from kiosque.sync.sticks import Plugged, Sticks
from tests.stores import BUILD, Space
from tests.templates import installed

PASSPHRASE = "lavande tilleul olivier genêt"


class Port:
    """Where a test plugs sticks in."""

    def __init__(self) -> None:
        self.plugged: tuple[Path, ...] = ()

    def sticks(self) -> tuple[Path, ...]:
        return self.plugged


@pytest.fixture
def port() -> Port:
    return Port()


@pytest.fixture
def post(nyons: Space, tmp_path: Path) -> Iterator[Post]:
    """A PC that was enrolled by a file, is locked, and whose line leads nowhere."""
    carried = enrol(nyons.central, nyons.antenna, "http://127.0.0.1:9", nyons.animator)
    installed(tmp_path / "poste", carried, PASSPHRASE)
    made = Post(tmp_path / "poste", nyons.clock, lambda: 0.0, Random(1))
    yield made
    made.close()


@pytest.fixture
def sticks(post: Post, port: Port) -> Sticks:
    return Sticks(post, port)


@pytest.fixture
def stick(tmp_path: Path, port: Port) -> Path:
    at = tmp_path / "clé"
    at.mkdir()
    port.plugged = (at,)
    return at


def answered(nyons: Space, stick: Path, name: str, device: int) -> Path:
    """Do headquarters' part on a stick; return the reply's file."""
    end = CentralEnd(nyons.central)
    for frame in end.feed((stick / FOLDER / name).read_bytes()):
        apply(nyons.central, frame.entries)
    end.finish()
    back = stick / down_name(device)
    back.write_bytes(b"".join(pack_reply(end.question, end.reply())))
    return back


def test_a_locked_pc_has_nothing_to_do_with_a_stick(sticks: Sticks, stick: Path) -> None:
    assert sticks.look() == Plugged()
    with pytest.raises(RuntimeError, match="unlocked"):
        sticks.send(stick)


def test_one_stick_none_or_several(post: Post, sticks: Sticks, stick: Path, port: Port, tmp_path: Path) -> None:
    post.unlock(PASSPHRASE)
    assert sticks.look() == Plugged(stick)
    port.plugged = (stick, tmp_path)
    assert sticks.look() == Plugged(several=True)
    port.plugged = ()
    assert sticks.look() == Plugged()


def test_there_and_back(nyons: Space, post: Post, sticks: Sticks, stick: Path) -> None:
    store = post.unlock(PASSPHRASE).store
    with store.writing() as writer:
        for _ in range(3):
            writer.record(VISIT, times=(nyons.clock.now, None))
    assert sticks.look() == Plugged(stick, waiting=3)
    assert post.status() == KeptHere(3)
    told: list[tuple[int, int] | None] = []
    sent = sticks.send(stick)
    told.append(sticks.progress)
    assert sent.written is not None
    assert (sent.taken, sent.trouble, sent.written.entries) == (None, None, 3)
    # Looked at again, from another screen: it is known to have all that waits.
    assert sticks.fetch(stick) == sent
    sent.written.path.rename(stick / "elsewhere")
    assert sticks.fetch(stick) == Errand(waiting=3)
    (stick / "elsewhere").rename(sent.written.path)
    assert post.status() == KeptHere(3)
    answered(nyons, stick, up_name(store) if not store.identity.secret else f"{store.device}.kiosque", store.device)
    brought = sticks.fetch(stick)
    assert brought.taken is not None
    assert brought.taken.received == 3
    assert post.status() == AllReceived(nyons.clock.now)
    assert sticks.look() == Plugged(stick)
    assert told == [None]


def test_a_reply_on_the_stick_is_taken_before_what_came_since_is_written(
    nyons: Space, post: Post, sticks: Sticks, stick: Path
) -> None:
    store = post.unlock(PASSPHRASE).store
    sent = sticks.send(stick)
    assert sent.written is not None
    answered(nyons, stick, sent.written.path.name, store.device)
    # Nothing came since: nothing is written, so nobody has to carry the stick again.
    again = sticks.send(stick)
    assert again.taken is not None
    assert again.written is None
    sent = sticks.send(stick)
    assert sent.written is not None
    answered(nyons, stick, sent.written.path.name, store.device)
    with store.writing() as writer:
        writer.record(VISIT, times=(nyons.clock.now, None))
    third = sticks.send(stick)
    assert third.taken is not None
    assert third.written is not None
    assert third.written.entries == 1


def test_a_damaged_reply_keeps_nothing_from_leaving(post: Post, sticks: Sticks, stick: Path) -> None:
    store = post.unlock(PASSPHRASE).store
    (stick / down_name(store.device)).write_bytes(b"")
    sent = sticks.send(stick)
    assert isinstance(sent.trouble, StickTrouble)
    assert sent.trouble.trouble is Trouble.DAMAGED
    assert sent.written is not None


def test_progress_is_told_while_it_lasts_and_forgotten_after_a_failure(
    nyons: Space, post: Post, sticks: Sticks, tmp_path: Path
) -> None:
    store = post.unlock(PASSPHRASE).store
    with store.writing() as writer:
        writer.record(VISIT, times=(nyons.clock.now, None))
    sticks._tell(1, 2)  # noqa: SLF001 - what an errand calls
    assert sticks.progress == (1, 2)
    with pytest.raises(StickTrouble):
        sticks.send(tmp_path / "gone")
    assert sticks.progress is None


def test_a_stick_that_goes_while_it_is_looked_at_is_a_trouble(nyons: Space, stick: Path) -> None:
    end = DeviceEnd(nyons.store, BUILD)
    export(nyons.store, end, stick)
    (stick / down_name(nyons.store.device)).symlink_to(stick / "nowhere")
    assert fetch(nyons.store, end, stick).trouble is not None
