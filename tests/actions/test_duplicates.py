"""Who may be written down twice, and what was decided of them."""

from kiosque.actions import bins
from kiosque.actions.done import undo
from kiosque.actions.visitors import duplicates, links, people
from kiosque.actions.visitors.people import Answers
from kiosque.domain.records import VISITOR
from tests.stores import Space, meet


def written(space: Space, given: str, family: str = "", phone: str = "", email: str = "") -> int:
    return people.write_down(
        space.store, Answers(given, family, phone=phone, email=email), author=space.animator
    ).record


def pairs(space: Space) -> list[set[int]]:
    return [{each.one.visitor, each.other.visitor} for each in duplicates.likely(space.store)]


def test_two_of_four_likenesses_make_a_pair_and_one_does_not(nyons: Space) -> None:
    one = written(nyons, "Zoé", "Martin", "0612345678")
    slip = written(nyons, "Zoe", "Martain")
    moved = written(nyons, "Zoé", "Lefebvre", "06 12 34 56 78")
    written(nyons, "Zoé", "Bernard")
    written(nyons, "Paul", "Martin")
    mail = written(nyons, "Élisabeth", "Roux", "0698765432", "famille@example.fr")
    wife = written(nyons, "Babeth", "Duranton", "0698765432", "Famille@example.fr")
    written(nyons, "Jo", "Duranton")
    assert sorted(map(sorted, pairs(nyons))) == sorted(map(sorted, [{one, slip}, {one, moved}, {mail, wife}]))


def test_who_is_alike_in_more_comes_first_and_each_person_once(nyons: Space) -> None:
    one = written(nyons, "Zoé", "Martin", "0612345678")
    written(nyons, "Zoé", "Martin")
    again = written(nyons, "Zoé", "Martin", "0612345678")
    assert pairs(nyons)[0] == {one, again}
    links.join(nyons.store, one, again, author=nyons.animator)
    # Of somebody with two records, the likest stands for both.
    [left] = duplicates.likely(nyons.store)
    assert left.likeness.how_much == 2


def test_what_was_decided_is_remembered_everywhere_and_may_be_decided_otherwise(nyons: Space) -> None:
    one, other = written(nyons, "Zoé", "Martin"), written(nyons, "Zoé", "Martin")
    apart = links.tell_apart(nyons.store, one, other, author=nyons.animator)
    assert pairs(nyons) == []
    undo(nyons.store, apart, nyons.animator)
    assert pairs(nyons) == [{one, other}]
    links.tell_apart(nyons.store, one, other, author=nyons.animator)
    meet(nyons.store, nyons.central)
    assert duplicates.likely(nyons.central) == ()
    [decided] = duplicates.decided(nyons.central, 5)
    assert decided.verdict == "different"
    links.join(nyons.store, one, other, author=nyons.animator)
    [decided] = duplicates.decided(nyons.store, 5)
    assert (decided.verdict, pairs(nyons)) == ("same", [])
    # Who is one person with somebody is two with whoever that one is not.
    third = written(nyons, "Zoé", "Martin")
    links.tell_apart(nyons.store, one, third, author=nyons.animator)
    assert pairs(nyons) == []


def test_who_is_in_the_bin_or_gave_no_name_is_like_nobody(nyons: Space) -> None:
    written(nyons, "Zoé", "Martin")
    gone = written(nyons, "Zoé", "Martin")
    bins.throw_away(nyons.store, gone, author=nyons.animator)
    assert pairs(nyons) == []


def test_a_number_that_hundreds_share_brings_nobody_together(nyons: Space) -> None:
    with nyons.store.writing() as writer:
        for place in range(duplicates.MOST_OF_A_BLOCK + 1):
            writer.record(VISITOR, given_name=f"Ana{place}", phone="0475000000", email="mairie@example.fr")
    assert pairs(nyons) == []
