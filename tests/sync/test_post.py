"""A PC at work: locked, unlocked, on the line, closed."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from kiosque.actions import network
from kiosque.central.devices import enrol
from kiosque.db.keyfile import WrongPassphrase
from kiosque.domain.records import VISIT
from kiosque.sync.agent import AllReceived, KeptHere
from kiosque.sync.checks import Answer, Checks
from kiosque.sync.installing import install
from kiosque.sync.post import Post
from tests.stores import Space
from tests.sync.conftest import Served

PASSPHRASE = "lavande tilleul olivier genêt"


@pytest.fixture
def at(nyons: Space, served: Served, tmp_path: Path) -> Path:
    """The folder of a PC that was enrolled."""
    at = tmp_path / "poste"
    carried = enrol(nyons.central, nyons.antenna, served.address, nyons.animator)
    install(at, carried, PASSPHRASE, nyons.clock).close()
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
