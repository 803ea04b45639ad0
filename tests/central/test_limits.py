"""How often somebody may try."""

from hypothesis import given
from hypothesis import strategies as st

from kiosque.central.limits import MOST_KEYS, Limiter


class Seconds:
    """A clock that is moved by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_tries_are_refused_until_the_oldest_is_forgotten() -> None:
    clock = Seconds()
    limiter = Limiter(2, 60, clock)
    assert limiter.take("a") == 0
    clock.now = 10
    assert limiter.take("a") == 0
    clock.now = 20
    assert limiter.take("a") == 40
    assert limiter.take("b") == 0
    clock.now = 60
    assert limiter.take("a") == 0
    assert limiter.take("a") == 10


def test_a_refused_try_does_not_make_the_wait_longer() -> None:
    clock = Seconds()
    limiter = Limiter(1, 60, clock)
    limiter.take("a")
    assert {limiter.take("a") for _ in range(5)} == {60}


def test_memory_is_bounded() -> None:
    limiter = Limiter(1, 60, Seconds())
    for number in range(MOST_KEYS + 1):
        limiter.take(str(number))
    assert limiter.take("0") == 0
    assert limiter.take(str(MOST_KEYS)) == 60


@given(st.integers(1, 5), st.integers(1, 60), st.lists(st.floats(0, 30), max_size=60))
def test_no_window_ever_holds_more_than_the_limit(most: int, seconds: int, pauses: list[float]) -> None:
    clock = Seconds()
    limiter = Limiter(most, seconds, clock)
    passed: list[float] = []
    for pause in pauses:
        clock.now += pause
        if not limiter.take("a"):
            passed.append(clock.now)
    assert all(later - sooner >= seconds for sooner, later in zip(passed, passed[most:], strict=False))
