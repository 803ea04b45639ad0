"""A PC at work: locked, unlocked, on the line, closed."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from kiosque.actions.network import network
from kiosque.central.devices import enrol
from kiosque.db import backup
from kiosque.db.engine import open_database
from kiosque.db.keyfile import WrongPassphrase
from kiosque.db.paths import KIOSK_DATABASE, backup_of
from kiosque.db.records import visit
from kiosque.db.store import Store
from kiosque.domain.records import VISIT
from kiosque.sync.agent import AllReceived, KeptHere
from kiosque.sync.checks import Answer, Checks
from kiosque.sync.post import Post
from tests.stores import Space
from tests.sync.conftest import Served
from tests.templates import installed

PASSPHRASE = "lavande tilleul olivier genêt"


@pytest.fixture
def at(nyons: Space, served: Served, tmp_path: Path) -> Path:
    """The folder of a PC that was enrolled."""
    at = tmp_path / "poste"
    carried = enrol(nyons.central, nyons.antenna, served.address, nyons.animator)
    installed(at, carried, PASSPHRASE)
    return at


@pytest.fixture
def post(at: Path, nyons: Space) -> Iterator[Post]:
    """That PC, locked."""
    made = Post(at, nyons.clock, nyons.clock, Random(1))
    yield made
    made.close()


def test_a_locked_pc_knows_of_nothing_and_tries_nothing(post: Post, served: Served) -> None:
    assert post.status() == KeptHere(0)
    for act in (post.started, post.run_due, post.closed, post.try_now):
        act()
    assert not served.relay.requests


def test_a_wrong_passphrase_opens_nothing(post: Post) -> None:
    with pytest.raises(WrongPassphrase):
        post.unlock("un mauvais mot de passe")
    assert post.runner is None


def test_once_unlocked_it_sends_when_it_should(post: Post, nyons: Space) -> None:
    opened = post.unlock(PASSPHRASE)
    assert opened.animator == nyons.animator
    for act in (post.started, post.closed, post.try_now, post.run_due):
        with opened.store.writing() as writer:
            writer.record(VISIT, times=(nyons.clock.now, None))
        assert post.status() == KeptHere(1)
        nyons.clock.pass_(seconds=1_000)
        act()
        assert isinstance(post.status(), AllReceived)
    assert nyons.central.head(opened.store.device) == opened.store.head(opened.store.device)


def test_unlocking_again_gives_the_same_store_and_asks_the_passphrase_again(post: Post) -> None:
    opened = post.unlock(PASSPHRASE)
    assert post.unlock(PASSPHRASE).store is opened.store
    with pytest.raises(WrongPassphrase):
        post.unlock("un mauvais mot de passe")


def test_essayer_looks_at_the_room_the_internet_and_the_central(post: Post) -> None:
    post.unlock(PASSPHRASE)
    checks = Checks(Answer.NO, Answer.NO, Answer.LOOKING)
    assert post.check(checks) == Checks(Answer.YES, Answer.YES, Answer.YES)


def test_the_key_file_is_tended_to_once_it_is_open_and_at_news(at: Path, nyons: Space) -> None:
    tended: list[Path] = []
    post = Post(at, nyons.clock, nyons.clock, Random(1), tend=lambda folder, _store, _key: tended.append(folder))
    last = Checks(Answer.YES, Answer.YES, Answer.LOOKING)
    try:
        post.unlock(PASSPHRASE)
        assert tended == [at]
        for act, times in ((lambda: post.check(last), 2), (post.try_now, 3)):
            network.add_animator(nyons.central, given_name="Zoé", family_name="Brès", antenna=nyons.antenna)
            act()
            assert len(tended) == times
            # Nothing new.
            act()
            assert len(tended) == times
    finally:
        post.close()


def test_nothing_is_tried_before_it_is_unlocked(post: Post) -> None:
    with pytest.raises(RuntimeError):
        post.check(Checks())


def test_a_clock_is_doubted_from_the_moment_that_the_store_is_open(post: Post, nyons: Space) -> None:
    opened = post.unlock(PASSPHRASE)
    with opened.store.writing() as writer:
        writer.record(VISIT, times=(nyons.clock.now, None))
    post.close()
    nyons.clock.pass_(days=-10)
    assert not post.hands.to_ask
    post.unlock(PASSPHRASE)
    assert (post.hands.to_ask, post.hands.in_doubt) == (True, True)
    # The round of the start mends it: nothing was written by it.
    nyons.central.now = lambda: nyons.clock.now + 10 * 86_400
    post.started()
    assert post.hands.to_ask is False


def test_a_closed_pc_is_locked(post: Post) -> None:
    post.unlock(PASSPHRASE)
    post.close()
    assert post.status() == KeptHere(0)
    post.close()


def closed_pc(post: Post, nyons: Space) -> None:
    """Open, write something, and close the permanence."""
    opened = post.unlock(PASSPHRASE)
    with opened.store.writing() as writer:
        writer.record(VISIT, times=(nyons.clock.now, None))
    post.closed()


def test_once_everything_has_left_and_is_copied_the_store_is_locked(post: Post, nyons: Space, at: Path) -> None:
    closed_pc(post, nyons)
    copy = backup_of(at / KIOSK_DATABASE)
    made = copy.stat().st_mtime_ns
    received = post.status()
    assert isinstance(received, AllReceived)
    assert post.rest()
    # Nothing was written since: the copy is the same one.
    assert copy.stat().st_mtime_ns == made
    assert post.runner is None
    # A locked PC says what was last known, and tries nothing.
    assert post.status() == received
    post.run_due()
    assert post.rest()
    # Any accepted passphrase or badge opens it again.
    assert len(post.unlock(PASSPHRASE).store.all(visit.select())) == 1
    assert isinstance(post.status(), AllReceived)


def test_what_waits_keeps_the_store_open_for_two_hours_at_most(post: Post, nyons: Space, served: Served) -> None:
    served.relay.cut(up=0)
    closed_pc(post, nyons)
    assert post.status() == KeptHere(1)
    assert not post.rest()
    nyons.clock.pass_(minutes=119)
    assert not post.rest()
    # Whoever unlocks meanwhile is at work: it is counted from their leaving.
    post.unlock(PASSPHRASE)
    nyons.clock.pass_(minutes=60)
    assert not post.rest()
    nyons.clock.pass_(minutes=120)
    assert post.rest()
    assert post.status() == KeptHere(1)


def test_what_was_written_since_the_closing_is_in_the_copy(post: Post, nyons: Space, at: Path) -> None:
    closed_pc(post, nyons)
    opened = post.unlock(PASSPHRASE)
    assert opened.by
    with opened.store.writing() as writer:
        writer.record(VISIT, times=(nyons.clock.now, None))
    post.try_now()
    assert post.rest()
    copy = Store(open_database(backup_of(at / KIOSK_DATABASE), opened.by.key))
    assert len(copy.all(visit.select())) == 2
    copy.close()


def test_the_store_is_not_locked_in_the_middle_of_a_round(at: Path, nyons: Space) -> None:
    at_work: list[Post] = []
    locked: list[bool] = []
    made = Post(at, nyons.clock, nyons.clock, Random(1), tend=lambda *_: locked.extend(pc.rest() for pc in at_work))
    try:
        made.unlock(PASSPHRASE)
        made.try_now()
        at_work.append(made)
        network.add_animator(nyons.central, given_name="Zoé", family_name="Brès", antenna=nyons.antenna)
        # Asked from within the round, which goes on.
        made.try_now()
        assert locked == [False]
        assert made.rest()
    finally:
        made.close()


def put_aside(at: Path, nyons: Space) -> Path:
    """Put the last copy back in the place of the journal."""
    aside = backup.restore(at, PASSPHRASE, nyons.clock.now)
    assert aside is not None
    return aside


def test_a_journal_that_was_put_aside_goes_two_weeks_later(post: Post, nyons: Space, at: Path) -> None:
    closed_pc(post, nyons)
    assert post.rest()
    aside = put_aside(at, nyons)
    for days in (0, 13):
        nyons.clock.pass_(days=days)
        closed_pc(post, nyons)
        assert post.rest()
        assert aside.exists()
    nyons.clock.pass_(days=1)
    post.unlock(PASSPHRASE)
    assert aside.exists()
    # After the round, in which headquarters may say that the clock is wrong.
    post.started()
    assert not aside.exists()


def test_by_a_clock_that_is_known_to_be_wrong_nothing_goes(post: Post, nyons: Space, at: Path, served: Served) -> None:
    closed_pc(post, nyons)
    assert post.rest()
    aside = put_aside(at, nyons)
    nyons.clock.pass_(days=300)
    post.unlock(PASSPHRASE)
    served.relay.cut(up=0)
    post.hands.told(nyons.clock.now - 299 * 86_400)
    post.closed()
    assert aside.exists()


@pytest.mark.expect_log("could not be deleted")
def test_what_was_put_aside_and_cannot_be_deleted_keeps_nobody_from_closing(post: Post, nyons: Space, at: Path) -> None:
    # Something in its place, as a program that has the file open would be.
    stuck = at / f"{KIOSK_DATABASE}.damaged-1"
    stuck.mkdir(parents=True)
    os.utime(stuck, (nyons.clock.now - 20 * 86_400,) * 2)
    closed_pc(post, nyons)
    assert post.rest()


@pytest.mark.expect_log("could not be copied")
def test_a_disk_that_takes_no_copy_keeps_no_store_open(post: Post, nyons: Space, at: Path) -> None:
    backup_of(at / KIOSK_DATABASE).with_suffix(".backup.new").mkdir()
    closed_pc(post, nyons)
    assert post.rest()
