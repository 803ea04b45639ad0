"""Amounts as people type them, and the share of a funder."""

import pytest

from kiosque.domain.costs import cents, share_of


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("1234", 123_400),
        ("1 234,50 €", 123_450),
        ("1\u202f234.5", 123_450),
        ("0,05", 5),
        ("12,345", None),
        ("-3", None),
        ("douze", None),
        ("", None),
        ("1,", None),
        ("²", None),
    ],
)
def test_an_amount_is_read_as_people_type_it(typed: str, found: int | None) -> None:
    assert cents(typed) == found


def test_a_share_is_to_the_nearest_cent() -> None:
    assert [share_of(amount, 30) for amount in (0, 1, 2, 5, 10_001)] == [0, 0, 1, 2, 3_000]
