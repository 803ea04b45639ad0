"""What leaves the network: nobody finds a small number, not by taking the rest from the total either."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from kiosque.reports.suppress import LEAST, suppressed, total

COLUMNS = st.lists(st.integers(0, 12), max_size=5)


def possible(cells: list[int | None], whole: int) -> list[set[int]]:
    """Return what each hidden cell may be, for whoever knows the shown ones, the total, and that none is nothing."""
    hidden = cells.count(None)
    rest = whole - sum(cell for cell in cells if cell is not None)
    found: list[set[int]] = [set() for _ in range(hidden)]
    for values in product(range(1, rest + 1), repeat=hidden):
        if sum(values) == rest:
            for place, value in enumerate(values):
                found[place].add(value)
    return found


@given(COLUMNS)
def test_no_subtraction_finds_a_small_number(counts: list[int]) -> None:
    column = dict(enumerate(counts))
    cells, whole = list(suppressed(column).values()), total(column)
    assert all(cell is None or cell == 0 or cell >= LEAST for cell in cells)
    assert all(cell in {None, count} for cell, count in zip(cells, counts, strict=True))
    if whole is None:
        return
    assert whole == sum(counts)
    for values in possible(cells, whole):
        # It might be a small number, and might as well be none.
        assert min(values) == 1
        assert max(values) >= LEAST


@given(COLUMNS)
def test_nothing_is_hidden_where_nothing_is_small(counts: list[int]) -> None:
    large = {place: count for place, count in enumerate(counts) if count == 0 or count >= LEAST}
    assert suppressed(large) == large
    assert total(large) == sum(large.values())


@given(st.lists(st.integers(0, 12), min_size=1, max_size=5))
def test_a_total_is_hidden_only_where_it_would_tell(counts: list[int]) -> None:
    column = dict(enumerate(counts))
    if total(column) is None:
        assert all(cell in {None, 0} for cell in suppressed(column).values())


def test_five_times_one_is_not_told_by_its_total() -> None:
    assert total(dict.fromkeys("abcde", 1)) is None
    assert total({"a": 3}) is None
    assert total({"a": 4, "b": 4}) == 8
    assert total({}) == 0
    assert total({"a": 0}) == 0
