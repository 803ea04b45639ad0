"""An animator who left: a real PC, over a real central, opens for them until their last day, and no longer."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from kiosque.actions.inputs import BadInput
from kiosque.actions.network import engagements, keys, leaving, network, staff
from kiosque.central.central import Central
from kiosque.central.devices import enrol
from kiosque.central.openers import openers
from kiosque.db import records as tables
from kiosque.db.keyfile import WrongBadge, WrongPassphrase
from kiosque.db.store import Store
from kiosque.domain.records import ANTENNA
from kiosque.sync.post import Post
from tests.central.house import TODAY, Clock
from tests.stores import folded, rows
from tests.templates import installed

PHRASE = "lavande tilleul olivier genêt"
A_DAY = 86_400


class Pc:
    """A PC of an antenna, which somebody of the place opens by a passphrase."""

    def __init__(self, post: Post, clock: Clock) -> None:
        self.post, self.clock = post, clock

    def syncs(self) -> None:
        """Be opened by who stays, make a round, and be locked."""
        self.post.unlock(PHRASE)
        self.clock.now += 3_600
        self.post.try_now()
        self.post.close()

    def opens_for(self, secret: str) -> int:
        """Return who ``secret`` lets in. Raises ``WrongBadge`` or ``WrongPassphrase``."""
        try:
            return self.post.unlock(secret).animator
        finally:
            self.post.close()


@pytest.fixture
def antenna(store: Store) -> int:
    with store.writing() as writer:
        return writer.record(ANTENNA, code="REM", name="Rémuzat", commune="26264")


@pytest.fixture
def stays(store: Store, antenna: int) -> int:
    return network.add_animator(store, given_name="Élodie", family_name="Brès", antenna=antenna).record


@pytest.fixture
def pc(central: Central, address: str, antenna: int, stays: int, clock: Clock, tmp_path: Path) -> Iterator[Pc]:
    at = tmp_path / "poste"
    installed(at, enrol(central.store, antenna, address, stays), PHRASE)
    post = Post(at, clock, clock, Random(1), keys.refresh)
    yield Pc(post, clock)
    post.close()


def test_who_left_opens_a_pc_until_their_last_day_and_no_longer_after_the_next_round(
    pc: Pc, store: Store, clock: Clock
) -> None:
    zoe = network.add_animator(store, given_name="Zoé", family_name="Roux").record
    badge = keys.issue_badge(store, zoe)
    pc.syncs()
    assert pc.opens_for(badge) == zoe
    engagements.leaves(store, zoe, TODAY)
    pc.syncs()
    assert pc.opens_for(badge) == zoe
    clock.now += A_DAY
    pc.syncs()
    with pytest.raises(WrongBadge):
        pc.opens_for(badge)
    assert [each.animator for each in openers(store)] == ["Élodie Brès"]
    with pytest.raises(BadInput, match="terminé"):
        keys.issue_badge(store, zoe)
    # Nor are they offered where a new PC asks who is there.
    offered = enrol(store, store.one(select(tables.antenna.c.id))[0], "http://central", 0).openers
    assert [each.name for each in offered] == ["Élodie Brès"]
    assert [each.id for each in network.working(store)] == [each.animator for each in offered]
    # They stay after all: what they had serves again, wherever it is heard of.
    engagements.leaves(store, zoe, None)
    pc.syncs()
    assert pc.opens_for(badge) == zoe
    assert rows(store) == folded(store)


def test_who_leaves_at_once_opens_nothing_after_the_next_round_on_the_same_day(pc: Pc, store: Store) -> None:
    zoe = network.add_animator(store, given_name="Zoé", family_name="Roux").record
    badge = keys.issue_badge(store, zoe)
    pc.syncs()
    engagements.leaves(store, zoe, TODAY, at_once=True)
    pc.syncs()
    with pytest.raises(WrongBadge):
        pc.opens_for(badge)
    # Looking who left does not let them in again.
    assert leaving.shut_out(store) == ()
    assert keys.active(store)[-1].animator != zoe


def test_an_end_of_engagement_is_one_as_well_and_the_next_engagement_opens_again(
    pc: Pc, store: Store, clock: Clock
) -> None:
    lent = network.add_animator(
        store, given_name="Ali", family_name="Ben", status="lent", first=date(2026, 9, 1), last=TODAY
    ).record
    badge = keys.issue_badge(store, lent)
    pc.syncs()
    clock.now += A_DAY
    assert leaving.shut_out(store) == (lent,)
    pc.syncs()
    with pytest.raises(WrongBadge):
        pc.opens_for(badge)
    again = staff.engage(store, lent, status="employed", first=date(2026, 11, 24)).record
    pc.syncs()
    assert pc.opens_for(badge) == lent
    engagements.disengage(store, again)
    assert lent not in {each.animator for each in keys.active(store)}


def test_a_pc_opens_for_its_last_animator_until_headquarters_can_open_it(pc: Pc, store: Store, stays: int) -> None:
    engagements.leaves(store, stays, TODAY, at_once=True)
    # The recovery code leaves with the first round: from then on headquarters opens it, and they do not.
    pc.syncs()
    with pytest.raises(WrongPassphrase):
        pc.syncs()
