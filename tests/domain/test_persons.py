"""Who is one person, and who may be."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosque.domain.persons import (
    DIFFERENT,
    SAME,
    Described,
    Link,
    decided,
    email,
    likeness,
    others_of,
    person_of,
    phone,
)

LINKS = st.lists(st.builds(Link, st.integers(1, 8), st.integers(1, 8), st.sampled_from((SAME, DIFFERENT))), max_size=12)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("06 12 34 56 78", "0612345678"),
        ("+33 6 12 34 56 78", "0612345678"),
        ("0033612345678", "0612345678"),
        ("+33 (0)6.12.34.56.78", "0612345678"),
        ("+33 12", "+3312"),
        ("+41 22 123 45 67", "+41221234567"),
        ("", ""),
    ],
)
def test_a_telephone_number_is_kept_by_its_digits(typed: str, kept: str) -> None:
    assert phone(typed) == kept


def test_an_address_is_kept_small() -> None:
    assert email(" Zoe.Martin@Example.FR ") == "zoe.martin@example.fr"


def test_two_of_four_likenesses_are_enough() -> None:
    zoe = Described("Zoé", "Martin", "0612345678", "zoe@example.fr")
    assert likeness(zoe, Described("Zoe", "Martain")).enough
    assert likeness(zoe, Described("Zoe", "", "+33612345678")).enough
    assert likeness(zoe, Described("", "Durand", "06 12 34 56 78", "ZOE@example.fr")).enough
    # A couple shares a telephone.
    assert not likeness(zoe, Described("Marc", "Vial", "0612345678")).enough
    assert not likeness(Described(), Described()).enough


def test_a_person_is_all_that_links_join_and_the_smallest_id_stands_for_it() -> None:
    links = [Link(5, 3, SAME), Link(3, 9, SAME), Link(7, 8, SAME), Link(1, 2, DIFFERENT)]
    assert person_of(links) == {3: 3, 5: 3, 9: 3, 7: 7, 8: 7}
    assert others_of(9, links) == (3, 5)
    assert others_of(1, links) == ()


def test_the_last_word_on_two_visitors_counts() -> None:
    links = [Link(1, 2, SAME), Link(2, 1, DIFFERENT)]
    assert decided(1, 2, links) == DIFFERENT
    assert decided(2, 1, links[:1]) == SAME
    assert decided(1, 3, links) is None


@given(LINKS)
def test_the_order_of_links_changes_nobody(links: list[Link]) -> None:
    expected = person_of(links)
    for order in itertools.islice(itertools.permutations(links), 24):
        assert person_of(order) == expected
    for link in links:
        if link.verdict == SAME:
            assert expected[link.one] == expected[link.other] <= min(link.one, link.other)
