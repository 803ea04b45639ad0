"""How often somebody may try to come in: counted in the database."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kiosque.central.central import Central
from kiosque.central.tries import BY_ADDRESS, BY_NAME, LONGEST, Allowed, Tries
from kiosque.db.account_tables import attempt
from kiosque.db.store import Store
from tests.central.house import PASSWORD, Clock, asking, log_in
from tests.stores import founded


@dataclass(frozen=True)
class Shared:
    """One database for all that is drawn, each under keys of its own."""

    store: Store
    clock: Clock
    keys: Iterator[int] = field(default_factory=count)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    clock = Clock()
    store, _ = founded(tmp_path_factory.mktemp("tries") / "central.db", 7, clock)
    yield Shared(store, clock)
    store.close()


TWICE = Allowed("test", 2, 60)


def test_tries_are_refused_until_the_oldest_is_forgotten(store: Store, clock: Clock) -> None:
    tries = Tries(store)
    assert tries.take((TWICE, "a")).wait == 0
    clock.now += 10
    assert tries.take((TWICE, "a")).wait == 0
    clock.now += 10
    # One that is refused does not make the wait longer.
    assert {tries.take((TWICE, "a")).wait for _ in range(3)} == {40}
    assert tries.take((TWICE, "b")).wait == 0
    clock.now += 40
    assert tries.take((TWICE, "a")).wait == 0
    assert tries.take((TWICE, "a")).wait == 10


def test_one_that_was_right_is_taken_back_and_no_other(store: Store) -> None:
    tries = Tries(store)
    tries.take((TWICE, "a"), (BY_ADDRESS, "::1"))
    right = tries.take((TWICE, "a"), (BY_ADDRESS, "::1"))
    tries.take_back(right)
    tries.take_back(right)
    assert tries.count() == 2
    assert tries.take((TWICE, "a")).wait == 0
    assert tries.take((TWICE, "a"), (BY_ADDRESS, "::1")).wait == 60
    assert tries.count() == 3


def test_it_holds_for_every_process_and_over_a_restart(central: Central, clock: Clock) -> None:
    # Two that serve one database, as two processes do, or one and then the one that was started in its place.
    other = replace(central, limits=central.limits.among(2))
    with asking(other) as client:
        for _ in range(9):
            assert log_in(client, password="pas le bon mot").status_code == 403
    with asking(central) as client:
        assert log_in(client, password="pas le bon mot").status_code == 403
        assert log_in(client).status_code == 429
        clock.now += 600
        assert log_in(client).status_code == 303


def test_of_many_at_once_no_more_pass_than_may(store: Store) -> None:
    with ThreadPoolExecutor(8) as several:
        passed = several.map(lambda _: not Tries(store).take((BY_NAME, "élise")).wait, range(30))
    assert sum(passed) <= BY_NAME.most
    assert Tries(store).count() <= BY_NAME.most


def test_what_is_over_is_forgotten_and_a_clock_that_was_put_right_closes_nothing(store: Store, clock: Clock) -> None:
    tries = Tries(store)
    for _ in range(2):
        tries.take((TWICE, "a"))
    clock.now -= 86_400
    assert tries.take((TWICE, "a")).wait == 0
    assert tries.count() == 1
    clock.now += LONGEST
    tries.take((TWICE, "b"))
    assert tries.count() == 1


def test_nothing_that_was_typed_is_kept(central: Central) -> None:
    with asking(central) as client:
        log_in(client, name="mon mot de passe", password="encore lui")
    for row in central.store.all(select(attempt)):
        assert b"mot de passe" not in bytes(row.lookup)


@pytest.mark.parametrize("right", [1, 12])
def test_a_right_password_costs_nothing(central: Central, right: int) -> None:
    with asking(central) as client:
        for _ in range(right):
            assert log_in(client, "financeur", PASSWORD).status_code == 303
            client.cookies.clear()
    assert central.tries.count() == 0


@settings(max_examples=20)
@given(st.integers(1, 4), st.lists(st.integers(0, 30), max_size=12))
def test_no_window_ever_holds_more_than_the_limit(shared: Shared, most: int, pauses: list[int]) -> None:
    allowed, tries, key = Allowed("drawn", most, 60), Tries(shared.store), str(next(shared.keys))
    passed: list[int] = []
    for pause in pauses:
        shared.clock.now += pause
        if not tries.take((allowed, key)).wait:
            passed.append(shared.clock.now)
    assert all(later - sooner >= 60 for sooner, later in zip(passed, passed[most:], strict=False))
