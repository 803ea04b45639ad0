"""A round by stick: the bytes of the line in files, on sticks that fail, and files that are not what they should be.

KIOSQUE_TEST_STICKS says how many are damaged (quality.md: 300 in CI, 20,000 in full).
"""

import errno
import os
import random
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosque.central import authority
from kiosque.db import records
from kiosque.db.questions import MOST_WAITING, waiting_questions
from kiosque.db.store import Store
from kiosque.domain.records import ANTENNA, VISIT
from kiosque.sync import stick as module
from kiosque.sync.central_end import CentralEnd
from kiosque.sync.device_end import DeviceEnd, Taken
from kiosque.sync.exchange import apply, run_round
from kiosque.sync.pieces import piece
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.stick import (
    ANSWERS,
    FOLDER,
    MOST_START,
    check_request,
    down_name,
    export,
    pack_reply,
    replies_on,
    reply_awaits,
    take_replies,
    take_reply,
    up_name,
)
from kiosque.sync.stick_file import MOST_BYTES, UNFINISHED, StickTrouble, Trouble, read_file, write_file
from tests.sizes import STICKS, size
from tests.stores import BUILD, Direct, Space, rows, said


@pytest.fixture
def end(nyons: Space) -> DeviceEnd:
    return DeviceEnd(nyons.store, BUILD)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where a stick is mounted."""
    at = tmp_path / "clé"
    at.mkdir()
    return at


def work(store: Store, count: int) -> None:
    with store.writing() as writer:
        for number in range(count):
            writer.record(VISIT, times=(store.now() + number * 7, None), reason="service")


def answer(central: Store, content: bytes) -> bytes:
    """Do headquarters' part: return the reply file."""
    end, refused = CentralEnd(central), None
    try:
        for frame in end.feed(content):
            apply(central, frame.entries)
        end.finish()
    except Refused as why:
        refused = why
    central.keep_receipt(end.device, end.receipt())
    return b"".join(pack_reply(end.question, end.reply(refused)))


def carry(nyons: Space, stick: Path) -> Path:
    """Carry the stick to headquarters and back; return the reply's file."""
    back = stick / FOLDER / down_name(nyons.store.device)
    back.write_bytes(answer(nyons.central, (stick / FOLDER / up_name(nyons.store)).read_bytes()))
    return back


def equal(nyons: Space) -> bool:
    device = nyons.store.device
    return nyons.store.head(device) == nyons.central.head(device)


def trouble_of(act: Callable[[], object]) -> Trouble:
    with pytest.raises(StickTrouble) as caught:
        act()
    assert caught.value.sentence == caught.value.trouble.value
    assert str(caught.value).startswith(caught.value.trouble.name)
    return caught.value.trouble


# ----- there and back ------------------------------------------------------------------------------------------------


def test_a_round_by_stick_is_a_round(nyons: Space, end: DeviceEnd, stick: Path) -> None:
    work(nyons.store, 400)
    with nyons.central.writing() as writer:
        writer.record(ANTENNA, code="REM", name="Rémuzat", commune="26264")
    told: list[tuple[int, int]] = []
    written = export(nyons.store, end, stick, lambda done, total: told.append((done, total)))
    assert written.path == stick / "KIOSQUE" / f"NYO-{nyons.store.device}.kiosque"
    assert (written.entries, written.size) == (400, written.path.stat().st_size)
    assert told[-1] == (400, 400)
    assert end.in_doubt
    back = carry(nyons, stick)
    assert reply_awaits(nyons.store, stick)
    told.clear()
    taken = take_replies(nyons.store, end, stick, lambda done, total: told.append((done, total)))
    assert (taken.received, taken.new, taken.refused) == (nyons.store.head(nyons.store.device).number, 1, None)
    assert told[-1][0] == told[-1][1] > 0
    assert (end.waiting, end.in_doubt) == (0, False)
    assert equal(nyons)
    assert rows(nyons.central)["visit"] == rows(nyons.store)["visit"]
    # What has served is not left on a stick.
    assert not back.exists()
    assert list((stick / FOLDER).iterdir()) == []


def test_the_file_is_what_the_line_would_carry(nyons: Space, end: DeviceEnd, stick: Path) -> None:
    work(nyons.store, 20)
    written = export(nyons.store, end, stick)
    assert written.size == sum(map(len, end.request()))
    assert written.path.read_bytes()[:8] == b"".join(end.request())[:8]


def test_a_pc_that_never_had_a_line_is_known_after_one_stick(nyons: Space, stick: Path) -> None:
    store = nyons.network.newcomer(nyons.central, nyons.antenna)
    end = DeviceEnd(store, BUILD)
    work(store, 3)
    # It does not know its antenna's code yet.
    assert up_name(store) == f"{store.device}.kiosque"
    written = export(store, end, stick)
    back = stick / down_name(store.device)
    back.write_bytes(answer(nyons.central, written.path.read_bytes()))
    assert store.identity.secret
    taken = take_replies(store, end, stick)
    assert taken.received == 3
    assert not store.identity.secret
    assert store.identity.certificate
    assert up_name(store) == f"NYO-{store.device}.kiosque"
    # And the line takes it from there.
    work(store, 1)
    assert run_round(end, Direct(nyons.central)).received == 4


def test_a_second_stick_brings_everything_that_is_not_acknowledged(
    nyons: Space, end: DeviceEnd, tmp_path: Path
) -> None:
    sticks = [tmp_path / name for name in ("one", "two")]
    for each in sticks:
        each.mkdir()
        work(nyons.store, 5)
        export(nyons.store, end, each)
    backs = [carry(nyons, each) for each in sticks]
    kept = [back.read_bytes() for back in backs]
    # In the order in which they left: after the first the second may have arrived, or not.
    assert take_replies(nyons.store, end, sticks[0]).received < nyons.store.head(nyons.store.device).number
    assert end.in_doubt
    taken = take_replies(nyons.store, end, sticks[1])
    assert (taken.received, end.waiting, end.in_doubt) == (nyons.store.head(nyons.store.device).number, 0, False)
    assert equal(nyons)
    # Once more, and in the other order: nothing moves back.
    before = said(nyons.store)
    for back, content in zip(reversed(backs), reversed(kept), strict=True):
        back.write_bytes(content)
        assert trouble_of(lambda at=back: take_reply(nyons.store, end, at)) is Trouble.OLD  # type: ignore[misc]
    assert said(nyons.store) == before


def test_the_later_reply_first_leaves_nothing_for_the_earlier(nyons: Space, end: DeviceEnd, tmp_path: Path) -> None:
    sticks = [tmp_path / name for name in ("one", "two")]
    for each in sticks:
        each.mkdir()
        work(nyons.store, 5)
        export(nyons.store, end, each)
        carry(nyons, each)
    assert take_replies(nyons.store, end, sticks[1]).received == nyons.store.head(nyons.store.device).number
    assert trouble_of(lambda: take_replies(nyons.store, end, sticks[0])) is Trouble.OLD
    assert (end.waiting, end.in_doubt) == (0, False)


def test_the_line_after_a_stick_sends_nothing_twice(nyons: Space, end: DeviceEnd, stick: Path) -> None:
    work(nyons.store, 600)
    export(nyons.store, end, stick)
    back = carry(nyons, stick)
    sent: list[int] = []

    class Counted(Direct):
        def exchange(self, request: Iterator[bytes]):  # type: ignore[no-untyped-def] # noqa: ANN202 - as its parent
            content = b"".join(request)
            sent.append(len(content))
            return super().exchange(iter([content]))

    assert run_round(end, Counted(nyons.central)).received == nyons.store.head(nyons.store.device).number
    # The central was asked, and had everything.
    assert len(sent) == 1
    assert sent[0] < 150
    # The reply that comes back by stick says what is known.
    assert trouble_of(lambda: take_reply(nyons.store, end, back)) is Trouble.OLD
    assert equal(nyons)


def test_a_stick_that_is_lost_loses_nothing(nyons: Space, end: DeviceEnd, stick: Path) -> None:
    work(nyons.store, 30)
    export(nyons.store, end, stick)
    shutil.rmtree(stick)
    # Started again: that something left is not forgotten.
    end = DeviceEnd(nyons.store, BUILD)
    assert end.in_doubt
    run_round(end, Direct(nyons.central))
    assert (end.waiting, end.in_doubt) == (0, False)
    assert equal(nyons)


def test_a_reply_is_taken_by_the_program_that_starts_after(nyons: Space, end: DeviceEnd, stick: Path) -> None:
    work(nyons.store, 30)
    export(nyons.store, end, stick)
    carry(nyons, stick)
    later = DeviceEnd(nyons.store, BUILD)
    assert take_replies(nyons.store, later, stick).received == nyons.store.head(nyons.store.device).number


def test_nothing_to_say_is_said_too_and_brings_what_is_new(nyons: Space, end: DeviceEnd, stick: Path) -> None:
    with nyons.central.writing() as writer:
        writer.record(ANTENNA, code="REM", name="Rémuzat", commune="26264")
    assert export(nyons.store, end, stick).entries == 0
    assert not end.in_doubt
    carry(nyons, stick)
    assert take_replies(nyons.store, end, stick).new == 1


def test_a_reply_fetched_twice_by_a_browser_is_taken_once(nyons: Space, end: DeviceEnd, stick: Path) -> None:
    work(nyons.store, 3)
    export(nyons.store, end, stick)
    back = carry(nyons, stick)
    device = nyons.store.device
    (stick / f"{device} (1).reponse").write_bytes(back.read_bytes())
    (stick / f"{device}.reponse").write_bytes(b"half a download")
    assert take_replies(nyons.store, end, stick).refused is None
    assert end.waiting == 0


def test_a_restored_central_starts_a_life_that_an_older_reply_does_not_end(
    nyons: Space, end: DeviceEnd, stick: Path
) -> None:
    work(nyons.store, 3)
    export(nyons.store, end, stick)
    back = carry(nyons, stick)
    old = back.read_bytes()
    authority.restored(nyons.central)
    run_round(end, Direct(nyons.central))
    epoch = nyons.store.epoch(0)
    assert epoch == nyons.central.identity.epoch
    before = said(nyons.store)
    back.write_bytes(old)
    nyons.clock.pass_(days=365)
    assert trouble_of(lambda: take_reply(nyons.store, end, back)) is Trouble.OLD
    assert said(nyons.store) == before


def test_a_journal_that_forked_is_said_and_the_next_stick_asks(nyons: Space, end: DeviceEnd, stick: Path) -> None:
    work(nyons.store, 3)
    export(nyons.store, end, stick)
    reply = carry(nyons, stick).read_bytes()
    # The disk was restored, and wrote something else since.
    forged = answer_of_another_journal(nyons, stick)
    assert reply != forged
    (stick / FOLDER / down_name(nyons.store.device)).write_bytes(forged)
    assert trouble_of(lambda: take_replies(nyons.store, end, stick)) is Trouble.MORE
    assert end.comparing
    # The next file asks where the two journals part, and the answer says it.
    written = export(nyons.store, end, stick)
    asked = CentralEnd(nyons.central)
    assert not list(asked.feed(written.path.read_bytes()))
    (stick / FOLDER / down_name(nyons.store.device)).write_bytes(b"".join(pack_reply(asked.question, asked.reply())))
    assert trouble_of(lambda: take_replies(nyons.store, end, stick)) is Trouble.MORE


def test_a_reply_that_headquarters_did_not_sign_so_is_refused(nyons: Space, end: DeviceEnd, stick: Path) -> None:
    work(nyons.store, 3)
    export(nyons.store, end, stick)
    nyons.central.change_identity(central=nyons.central.identity.central + 1)
    back = carry(nyons, stick)
    with pytest.raises(Refused) as refused:
        take_replies(nyons.store, end, stick)
    assert refused.value.reason is Reason.SIGNATURE
    assert back.exists()


def answer_of_another_journal(nyons: Space, stick: Path) -> bytes:
    """Return the reply of a central that holds another journal of the same device."""
    central, device = nyons.central, nyons.store.device
    content = (stick / FOLDER / up_name(nyons.store)).read_bytes()
    end = CentralEnd(central)
    for _ in end.feed(content):
        pass
    head = central.head(device).number
    with central.database.writing() as connection:
        table = records.entry
        connection.execute(table.update().where(table.c.id == (device << 32) + head).values(digest=bytes(32)))
    return b"".join(pack_reply(end.question, end.reply()))


def test_what_was_asked_long_ago_is_forgotten_in_the_end(nyons: Space, end: DeviceEnd, stick: Path) -> None:
    for _ in range(MOST_WAITING + 5):
        export(nyons.store, end, stick)
    assert len(waiting_questions(nyons.store)) == MOST_WAITING
    carry(nyons, stick)
    take_replies(nyons.store, end, stick)
    assert waiting_questions(nyons.store) == ()


def test_a_file_under_an_older_name_goes(nyons: Space, end: DeviceEnd, stick: Path) -> None:
    folder = stick / FOLDER
    folder.mkdir()
    older, others = folder / f"{nyons.store.device}.kiosque", folder / "REM-77.kiosque"
    older.touch()
    others.touch()
    export(nyons.store, end, stick)
    assert not older.exists()
    assert others.exists()


@pytest.mark.parametrize("code", ["../../NYO", "NYO/..\\", "nyo", "NYÔNYO"], ids=repr)
def test_a_name_of_the_network_makes_no_path(nyons: Space, code: str) -> None:
    with nyons.store.writing() as writer:
        writer.amend(ANTENNA, nyons.antenna, code=code)
    name = up_name(nyons.store)
    assert name.startswith(("NYO-", "NYNYO-"))
    assert Path(name).name == name


# ----- sticks that fail ----------------------------------------------------------------------------------------------


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A stick that is a file system of its own, of 64 KB."""
    at = tmp_path / "mounted"
    at.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", at], capture_output=True, check=False, text=True
    )
    if made.returncode:
        pytest.skip(f"no file system may be mounted here: {made.stderr.strip()}")
    yield at
    subprocess.run(["umount", "-l", at], capture_output=True, check=False)


def nothing_changed(nyons: Space, end: DeviceEnd, act: Callable[[], object]) -> Trouble:
    """Return the trouble of ``act``, which leaves the database as it was."""
    before, doubt = said(nyons.store), end.in_doubt
    trouble = trouble_of(act)
    assert said(nyons.store) == before
    assert end.in_doubt is doubt
    return trouble


def test_a_stick_that_is_full(nyons: Space, end: DeviceEnd, mounted: Path) -> None:
    work(nyons.store, 40)
    (mounted / "photos").write_bytes(bytes(60 << 10))
    (mounted / "film").write_bytes(bytes(4 << 10))
    assert nothing_changed(nyons, end, lambda: export(nyons.store, end, mounted)) is Trouble.FULL
    assert not [path for path in mounted.rglob("*") if path.suffix in {".kiosque", ".part"}]
    (mounted / "photos").unlink()
    assert export(nyons.store, end, mounted).entries == 40


def test_a_stick_that_takes_no_file_so_large(stick: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    try:
        trouble = trouble_of(lambda: write_file(stick / "file", [bytes(6_000), bytes(6_000)]))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert trouble is Trouble.FULL
    assert list(stick.iterdir()) == []


def test_a_stick_that_is_locked(nyons: Space, end: DeviceEnd, mounted: Path) -> None:
    work(nyons.store, 4)
    subprocess.run(["mount", "-o", "remount,ro", mounted], check=True)
    assert nothing_changed(nyons, end, lambda: export(nyons.store, end, mounted)) is Trouble.LOCKED


def test_a_locked_stick_still_gives_its_reply(nyons: Space, end: DeviceEnd, mounted: Path) -> None:
    work(nyons.store, 4)
    export(nyons.store, end, mounted)
    back = carry(nyons, mounted)
    subprocess.run(["mount", "-o", "remount,ro", mounted], check=True)
    assert take_replies(nyons.store, end, mounted).refused is None
    assert end.waiting == 0
    assert back.exists()


@pytest.mark.unmeasured
def test_a_stick_that_is_pulled_out_while_it_is_written(nyons: Space, end: DeviceEnd, mounted: Path) -> None:
    work(nyons.store, 4_000)
    pulled: list[bool] = []

    def pull(_done: int, _total: int) -> None:
        if not pulled:
            pulled.append(True)
            subprocess.run(["umount", "-l", mounted], check=True)

    assert nothing_changed(nyons, end, lambda: export(nyons.store, end, mounted, pull)) is Trouble.GONE
    assert pulled


def test_a_folder_that_vanishes_while_it_is_written(nyons: Space, end: DeviceEnd, stick: Path) -> None:
    work(nyons.store, 4)

    def pull(_done: int, _total: int) -> None:
        shutil.rmtree(stick, ignore_errors=True)

    assert nothing_changed(nyons, end, lambda: export(nyons.store, end, stick, pull)) is Trouble.GONE


def test_a_link_on_a_stick_leads_nothing_that_is_written_to_this_machine(
    nyons: Space, end: DeviceEnd, stick: Path, tmp_path: Path
) -> None:
    work(nyons.store, 4)
    ours, elsewhere = tmp_path / "kiosque.db", tmp_path / "elsewhere"
    ours.write_bytes(b"a journal")
    elsewhere.mkdir()
    (stick / FOLDER).mkdir()
    for name in (up_name(nyons.store), f"{up_name(nyons.store)}{UNFINISHED}"):
        (stick / FOLDER / name).symlink_to(ours)
    written = export(nyons.store, end, stick).path
    assert not written.is_symlink()
    assert ours.read_bytes() == b"a journal"
    shutil.rmtree(stick / FOLDER)
    (stick / FOLDER).symlink_to(elsewhere)
    assert nothing_changed(nyons, end, lambda: export(nyons.store, end, stick)) is Trouble.NOT_OURS
    assert list(elsewhere.iterdir()) == []


def test_a_stick_that_is_not_there(nyons: Space, end: DeviceEnd, tmp_path: Path) -> None:
    work(nyons.store, 4)
    assert nothing_changed(nyons, end, lambda: export(nyons.store, end, tmp_path / "gone")) is Trouble.GONE


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (errno.EIO, Trouble.GONE),
        (errno.ENODEV, Trouble.GONE),
        (errno.ENXIO, Trouble.GONE),
        (errno.EROFS, Trouble.LOCKED),
    ],
    ids=str,
)
def test_what_the_system_says_has_its_sentence(stick: Path, code: int, trouble: Trouble) -> None:
    def failing() -> Iterator[bytes]:
        yield b"something"
        raise OSError(code, os.strerror(code))

    assert trouble_of(lambda: write_file(stick / "file", failing())) is trouble
    assert list(stick.iterdir()) == []


def test_what_is_no_fault_of_a_stick_is_loud(stick: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"something"
        raise OSError(errno.EMFILE, "too many open files")

    with pytest.raises(OSError, match="too many"):
        write_file(stick / "file", failing())
    assert list(stick.iterdir()) == []


def test_a_stick_that_keeps_something_else_is_found_out(stick: Path) -> None:
    path = stick / "file"

    def worn() -> None:
        path.write_bytes(b"what was writtex")

    assert trouble_of(lambda: write_file(path, [b"what was ", b"written"], worn)) is Trouble.DIFFERENT
    assert list(stick.iterdir()) == []


def test_a_new_file_takes_the_place_of_the_old_one_only_when_it_is_whole(stick: Path) -> None:
    path = stick / "file"
    assert write_file(path, [b"old"]) == 3

    def failing() -> Iterator[bytes]:
        yield b"new"
        raise OSError(errno.ENOSPC, "full")

    assert trouble_of(lambda: write_file(path, failing())) is Trouble.FULL
    assert path.read_bytes() == b"old"
    write_file(path, [b"new"])
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("what", ["a folder", "a link", "a pipe"])
def test_what_is_no_plain_file_is_not_read(stick: Path, what: str) -> None:
    path = stick / "1.reponse"
    match what:
        case "a folder":
            path.mkdir()
        case "a link":
            path.symlink_to("/etc/hostname")
        case _:
            os.mkfifo(path)
    assert trouble_of(lambda: read_file(path)) is Trouble.NOT_OURS


def test_a_file_in_the_place_of_our_folder_is_left_alone(nyons: Space, end: DeviceEnd, stick: Path) -> None:
    (stick / FOLDER).write_bytes(b"mine")
    assert nothing_changed(nyons, end, lambda: export(nyons.store, end, stick)) in {Trouble.NOT_OURS, Trouble.GONE}
    assert (stick / FOLDER).read_bytes() == b"mine"


# ----- files that are not what they should be ------------------------------------------------------------------------


@pytest.fixture
def reply(nyons: Space, end: DeviceEnd, stick: Path) -> Path:
    """A reply that waits on a stick."""
    work(nyons.store, 8)
    export(nyons.store, end, stick)
    return carry(nyons, stick)


def test_a_reply_too_large_is_not_read(nyons: Space, end: DeviceEnd, reply: Path) -> None:
    with reply.open("ab") as stream:
        stream.truncate(MOST_BYTES + 1)
    assert nothing_changed(nyons, end, lambda: take_reply(nyons.store, end, reply)) is Trouble.TOO_LARGE


def test_a_reply_cut_anywhere_is_damaged(nyons: Space, end: DeviceEnd, reply: Path) -> None:
    content = reply.read_bytes()
    for length in [*range(3), 3, 31, 32, 33, 34, 70, len(content) // 2, len(content) - 1]:
        reply.write_bytes(content[:length])
        found = nothing_changed(nyons, end, lambda: take_reply(nyons.store, end, reply))
        assert found is Trouble.DAMAGED or (found is Trouble.NOT_OURS and length < 3), length
    reply.write_bytes(content + b"\0")
    assert nothing_changed(nyons, end, lambda: take_reply(nyons.store, end, reply)) is Trouble.DAMAGED
    reply.write_bytes(content)
    assert take_reply(nyons.store, end, reply).refused is None


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", Trouble.DAMAGED),
        (b"\x89PNG\r\n", Trouble.NOT_OURS),
        (bytes(100), Trouble.NOT_OURS),
        (b"\xff" + ANSWERS + b"\xff\xff", Trouble.DAMAGED),
        (piece(ANSWERS + bytes(MOST_START)), Trouble.NOT_OURS),
        (piece(ANSWERS + bytes(31)), Trouble.DAMAGED),
        (piece(ANSWERS + bytes(31)) + piece(b"KD\x02" + bytes(28)), Trouble.NEWER),
    ],
    ids=["empty", "picture", "zeros", "a length", "long", "answer alone", "newer"],
)
def test_what_is_no_reply_is_told_apart(
    nyons: Space, end: DeviceEnd, reply: Path, content: bytes, trouble: Trouble
) -> None:
    reply.write_bytes(content)
    assert nothing_changed(nyons, end, lambda: take_reply(nyons.store, end, reply)) is trouble


def test_a_request_is_no_reply(nyons: Space, end: DeviceEnd, stick: Path, reply: Path) -> None:
    reply.write_bytes((stick / FOLDER / up_name(nyons.store)).read_bytes())
    assert nothing_changed(nyons, end, lambda: take_reply(nyons.store, end, reply)) is Trouble.REQUEST


def test_headquarters_tells_a_reply_from_a_request(nyons: Space, stick: Path, reply: Path) -> None:
    check_request((stick / FOLDER / up_name(nyons.store)).read_bytes())
    assert trouble_of(lambda: check_request(reply.read_bytes())) is Trouble.REPLY


def test_the_reply_to_another_pc_is_its_own(nyons: Space, end: DeviceEnd, stick: Path, reply: Path) -> None:
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    written = export(other, DeviceEnd(other, BUILD), stick)
    theirs = answer(nyons.central, written.path.read_bytes())
    reply.write_bytes(theirs)
    assert nothing_changed(nyons, end, lambda: take_reply(nyons.store, end, reply)) is Trouble.OTHER_DEVICE
    reply.unlink()
    (stick / down_name(other.device)).write_bytes(theirs)
    assert not reply_awaits(nyons.store, stick)
    assert replies_on(nyons.store, stick) == [stick / down_name(other.device)]
    assert nothing_changed(nyons, end, lambda: take_replies(nyons.store, end, stick)) is Trouble.OTHER_DEVICE


def test_a_key_of_headquarters_that_nobody_told_of_is_another_network_s(
    nyons: Space, end: DeviceEnd, reply: Path
) -> None:
    content = bytearray(reply.read_bytes())
    start = content.index(b"KD")
    content[start + 3] = 9
    reply.write_bytes(bytes(content))
    assert nothing_changed(nyons, end, lambda: take_reply(nyons.store, end, reply)) is Trouble.OTHER_NETWORK


def test_no_reply_is_said(nyons: Space, end: DeviceEnd, stick: Path) -> None:
    assert nothing_changed(nyons, end, lambda: take_replies(nyons.store, end, stick)) is Trouble.NO_REPLY
    assert trouble_of(lambda: take_reply(nyons.store, end, stick / "none")) is Trouble.MISSING


def test_many_damaged_replies_change_nothing(nyons: Space, end: DeviceEnd, reply: Path, run_seed: int) -> None:
    source = random.Random(f"{run_seed}:damaged replies")
    content, before = reply.read_bytes(), said(nyons.store)
    for number in range(size(STICKS)):
        spoilt = damaged(content, source)
        reply.write_bytes(spoilt)
        with pytest.raises(StickTrouble):
            take_reply(nyons.store, end, reply)
        assert said(nyons.store) == before, (run_seed, number, spoilt.hex())
    reply.write_bytes(content)
    assert isinstance(take_reply(nyons.store, end, reply), Taken)


def damaged(content: bytes, source: random.Random) -> bytes:
    """Return ``content`` with a bit turned, a part lost, doubled, zeroed or replaced; never the same."""
    spoilt = bytearray(content)
    at = source.randrange(len(content))
    length = source.randint(1, max(1, len(content) // 8))
    match source.randrange(5):
        case 0:
            spoilt[at] ^= 1 << source.randrange(8)
        case 1:
            del spoilt[at : at + length]
        case 2:
            spoilt[at:at] = spoilt[at : at + length] or b"\0"
        case 3:
            spoilt[at : at + length] = bytes(len(spoilt[at : at + length]))
        case _:
            spoilt[at : at + length] = source.randbytes(len(spoilt[at : at + length]))
    return bytes(spoilt) if spoilt != content else damaged(content, source)


def test_the_sentences_are_short_and_all_differ() -> None:
    sentences = [trouble.value for trouble in Trouble]
    assert len(set(sentences)) == len(sentences)
    for sentence in sentences:
        assert max(len(part.split()) for part in sentence.replace("\u202f:", ".").split(".")) <= 12, sentence
    assert module.UP != module.DOWN


def test_the_page_of_the_protocol_says_what_is_true() -> None:
    page = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text(encoding="utf-8")
    for words in (
        f"`{FOLDER}/<antenna's code>-<device>{module.UP}`",
        f"`<device>{module.DOWN}`",
        f"`{ANSWERS.decode()}` and the opening",
        f"{MOST_BYTES >> 20} MiB at most",
        f"{MOST_WAITING} at most",
    ):
        assert words in page, words
