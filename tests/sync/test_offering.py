"""What a device offers to a restored central is taken only when it is, to the last byte, what headquarters signed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosque.actions.network import network
from kiosque.central import authority
from kiosque.db.feeds import NETWORK, FeedHead
from kiosque.db.lives import countersigned
from kiosque.db.records import feed
from kiosque.db.store import Store
from kiosque.sync import offering
from kiosque.sync.certificates import Heads, pack_heads, sign_heads, unpack_heads
from kiosque.sync.messages import Kept, Offer
from kiosque.sync.offering import Taking, offer_beyond, offered
from kiosque.sync.refusal import Reason, Refused
from tests.stores import Space, meet

NOTHING = Kept(0, 0)


def all_of(store: Store) -> Offer:
    """Return the offer of everything that headquarters last signed for a device."""
    meant = offer_beyond(store, NOTHING)
    assert meant is not None
    return meant


@pytest.fixture
def spoken(nyons: Space) -> Space:
    """A space whose device heard of two animators after the first round."""
    for name in ("Jeanne", "Lucien"):
        network.add_animator(nyons.central, given_name=name, family_name="Chauvet")
    meet(nyons.store, nyons.central)
    return nyons


def taking(space: Space, offer: Offer) -> Taking:
    return Taking(space.central, space.store.device, space.antenna, offer)


def test_who_never_heard_headquarters_has_nothing_to_offer(nyons: Space) -> None:
    newcomer = nyons.network.newcomer(nyons.central, nyons.antenna)
    assert countersigned(newcomer) is None
    assert offer_beyond(newcomer, NOTHING) is None


def test_an_offer_is_read_whole_whatever_pieces_it_comes_in(spoken: Space) -> None:
    offer = all_of(spoken.store)
    content = b"".join(offered(spoken.store, offer, NOTHING))
    reader = taking(spoken, offer)
    beyond = b"".join(reader.feed(content[place : place + 1]) for place in range(len(content)))
    assert reader.ended
    assert beyond == b""


def test_what_follows_an_offer_is_given_back(spoken: Space) -> None:
    offer = all_of(spoken.store)
    content = b"".join(offered(spoken.store, offer, NOTHING))
    assert taking(spoken, offer).feed(content + b"entries") == b"entries"


def test_an_offer_without_end_is_refused(spoken: Space, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offering, "MOST_OFFERED", 2)
    offer = all_of(spoken.store)
    with pytest.raises(Refused) as caught:
        taking(spoken, offer).feed(b"".join(offered(spoken.store, offer, NOTHING)))
    assert caught.value.reason is Reason.TOO_LARGE


def test_an_offer_under_a_key_that_nobody_knows_is_refused(spoken: Space) -> None:
    offer = all_of(spoken.store)
    with pytest.raises(Refused) as caught:
        taking(spoken, Offer(offer.serial + 1, offer.heads, offer.signature))
    assert caught.value.reason is Reason.KEY


def of_another_device(heads: Heads) -> Heads:
    return replace(heads, device=heads.device + 1)


def of_another_antenna(heads: Heads) -> Heads:
    return replace(heads, antenna=FeedHead(heads.antenna.feed + 1, heads.antenna.position, heads.antenna.digest))


@pytest.mark.parametrize("other", [of_another_device, of_another_antenna])
def test_what_was_signed_for_somebody_else_is_refused(spoken: Space, other: Callable[[Heads], Heads]) -> None:
    offer = all_of(spoken.store)
    heads = other(unpack_heads(offer.heads))
    signature = sign_heads(authority.current(spoken.central).seed, heads)
    with pytest.raises(Refused) as caught:
        taking(spoken, Offer(offer.serial, pack_heads(heads), signature))
    assert caught.value.reason is Reason.STRANGER


def test_less_than_what_was_signed_is_refused_and_nothing_of_it_kept(spoken: Space) -> None:
    offer = all_of(spoken.store)
    heads = unpack_heads(offer.heads)
    shorter = replace(heads, network=FeedHead(NETWORK, heads.network.position - 1, heads.network.digest))
    content = b"".join(offered(spoken.store, Offer(offer.serial, pack_heads(shorter), offer.signature), NOTHING))
    before = spoken.central.feed_head(NETWORK)
    with pytest.raises(Refused) as caught:
        taking(spoken, offer).feed(content)
    assert caught.value.reason is Reason.CHECK
    assert spoken.central.feed_head(NETWORK) == before


def test_an_offer_from_a_place_that_is_not_held_is_refused(spoken: Space) -> None:
    network.add_animator(spoken.central, given_name="Odette", family_name="Arnoux")
    meet(spoken.store, spoken.central)
    offer = all_of(spoken.store)
    last = unpack_heads(offer.heads).network.position
    content = b"".join(offered(spoken.store, offer, Kept(last - 1, 0)))
    reader = taking(spoken, offer)
    spoken.central.write_local(feed.delete().where(feed.c.feed == NETWORK, feed.c.position >= last - 1))
    with pytest.raises(Refused) as caught:
        reader.feed(content)
    assert caught.value.reason is Reason.CURSOR


def test_heads_that_are_no_heads_are_refused() -> None:
    with pytest.raises(Refused) as caught:
        unpack_heads(b"\xc1")
    assert caught.value.reason is Reason.MALFORMED
