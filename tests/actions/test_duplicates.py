"""Who may be written down twice, and what was decided of them."""

import pytest

from kiosque.actions import bins
from kiosque.actions.done import undo
from kiosque.actions.inputs import BadInput
from kiosque.actions.visitors import duplicates, links, people
from kiosque.actions.visitors.people import Answers
from kiosque.central import looking
from kiosque.domain.records import LINK, VISITOR
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


def test_what_cannot_hold_together_is_said_and_what_to_decide_first(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    one, other, third = (written(nyons, given, "Martin") for given in ("Zoé", "Zoe", "Zou"))
    year = written(nyons, "Zoa", "Martin")
    people.correct_person(store, year, Answers("Zoa", "Martin", 1950), author=author)
    links.tell_apart(store, one, third, author=author)
    links.join(store, one, other, author=author)
    end = store.head(store.device)
    with pytest.raises(BadInput, match=r"Zoé Martin.* et .*Zou Martin.* sont deux personnes") as refused:
        links.join(store, other, third, author=author)
    assert refused.value.field == "other"
    assert store.head(store.device) == end
    # The decision itself is overturned where it was made; then all of them are one.
    links.join(store, one, third, author=author)
    links.join(store, other, year, author=author)
    links.join(store, third, year, author=author)
    with pytest.raises(BadInput) as refused:
        links.tell_apart(store, one, year, author=author)
    zoe, zou, zoa = (f"«\u00a0{each}\u00a0»" for each in ("Zoé Martin", "Zou Martin", "Zoa Martin (1950)"))
    chain = f"{zoe} et {zou}, ou {zou} et {zoa}."
    assert refused.value.sentence.endswith(f"séparez d’abord {chain}")
    links.part(store, third, author=author)
    links.tell_apart(store, other, year, author=author)
    assert duplicates.torn(store) == ()


def test_two_pcs_that_decide_what_cannot_hold_together_are_shown_at_headquarters(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    one, other, third = (written(nyons, given, "Martin") for given in ("Zoé", "Zoe", "Zoa"))
    meet(store, nyons.central)
    second = nyons.network.kiosk(nyons.central, nyons.antenna)
    links.tell_apart(store, one, third, author=author)
    links.tell_apart(store, one, other, author=author)
    for two in ((one, other), (other, third)):
        links.join(second, *two, author=author)
    for each in (store, second, store):
        meet(each, nyons.central)
    for each in (store, second, nyons.central):
        assert set(duplicates.torn(each)) >= {(one, third)}
    assert all(pair.torn for pair in looking.pairs(nyons.central))
    # Each PC wrote a link of its own: both are said otherwise, and nobody is one with whom they are not.
    links.tell_apart(store, one, other, author=author)
    assert duplicates.torn(store) == ()
    assert [each.visitor for each in people.dossier(store, other).joined] == [third]
    meet(store, nyons.central)
    assert looking.pairs(nyons.central) == ()
    # Whom one alone held together, and who are two, are not joined when that one is parted from them.
    with store.writing(author) as writer:
        writer.record(LINK, one=one, other=other, verdict="same")
    links.part(store, other, author=author)
    assert people.dossier(store, one).joined == people.dossier(store, third).joined == ()


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
