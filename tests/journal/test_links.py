"""People joined by links: components of *same*, undone by a later *different*."""

import random

from hypothesis import given
from hypothesis import strategies as st

from kiosque.journal.links import Link, people

links = st.builds(
    Link, st.integers(1, 6), st.integers(1, 6), st.booleans(), st.tuples(st.integers(1, 20), st.just(1), st.just(1))
)


def test_the_smallest_id_stands_for_the_person() -> None:
    joined = people([Link(5, 3, same=True, stamp=(1, 1, 1)), Link(5, 9, same=True, stamp=(2, 1, 2))])
    assert joined == {3: 3, 5: 3, 9: 3}


def test_a_later_verdict_on_the_pair_holds_whoever_gave_it() -> None:
    joined = people([Link(3, 5, same=False, stamp=(2, 1, 2)), Link(5, 3, same=True, stamp=(1, 1, 1))])
    assert joined == {}


@given(st.lists(links, unique_by=lambda link: link.stamp), st.randoms(use_true_random=False))
def test_the_order_in_which_links_arrive_does_not_matter(several: list[Link], chance: random.Random) -> None:
    shuffled = [*several]
    chance.shuffle(shuffled)
    assert people(shuffled) == people(several)


@given(st.lists(links, unique_by=lambda link: link.stamp))
def test_a_representative_is_the_smallest_of_its_people(several: list[Link]) -> None:
    joined = people(several)
    for visitor, smallest in joined.items():
        assert smallest <= visitor
        assert joined[smallest] == smallest
