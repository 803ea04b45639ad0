"""Animators who left: their names go, their hours stay, and their badges open nothing."""

from datetime import date

import pytest

from kiosque.actions.network import engagements, keys, leaving, network, staff
from kiosque.actions.network.members import members
from kiosque.actions.opening import permanences
from kiosque.db.write import Erased, Missing
from kiosque.domain.french import local
from tests.stores import MONDAY_9_H, Space, folded, meet, rows, said

TODAY = local(MONDAY_9_H).date()


def test_who_left_is_named_nowhere_and_their_hours_stay(nyons: Space) -> None:
    store, central = nyons.store, nyons.central
    zoe = network.add_animator(central, given_name="Zoé", family_name="Sanslieu", antenna=nyons.antenna).record
    keys.issue_badge(central, zoe)
    staff.engage(central, zoe, status="volunteer", first=date(2026, 1, 1), last=TODAY)
    meet(store, central)
    opened = permanences.open_permanence(store, zoe).record
    nyons.clock.pass_(minutes=120)
    permanences.close_permanence(store, opened, author=zoe)
    meet(store, central)
    with pytest.raises(leaving.StillHere):
        leaving.forget_animator(central, zoe)
    assert leaving.left(central) == ()
    nyons.clock.pass_(days=1)
    assert leaving.left(central) == (leaving.Left(zoe, "Zoé Sanslieu", TODAY, date(2031, 3, 2)),)
    before = next(each for each in members(central, TODAY, TODAY) if each.animator == zoe)
    leaving.forget_animator(central, zoe)
    meet(store, central)
    for each in (store, central):
        assert b"Sanslieu" not in said(each)
        assert [person.full_name for person in network.animators(each)] == ["Élodie Brès"]
        hers = next(member for member in members(each, TODAY, TODAY) if member.animator == zoe)
        assert (hers.name, hers.seconds, hers.cents) == ("", before.seconds, before.cents)
        assert zoe not in {holder.animator for holder in keys.active(each)}
        assert rows(each) == folded(each)
    assert leaving.left(central) == ()
    # Where nothing was held, nobody is told of them at all.
    nyons.clock.pass_(days=1)
    tomorrow = local(nyons.clock.now).date()
    assert [each.name for each in members(central, tomorrow, tomorrow)] == ["Élodie Brès"]


def test_who_is_engaged_without_an_end_or_is_nobody_is_not_forgotten(nyons: Space) -> None:
    with pytest.raises(leaving.StillHere):
        leaving.forget_animator(nyons.central, nyons.animator)
    with pytest.raises(Missing):
        leaving.forget_animator(nyons.central, 12)
    staff.engage(nyons.central, nyons.animator, status="employed", first=date(2016, 9, 1), last=date(2024, 2, 29))
    leaving.forget_animator(nyons.central, nyons.animator)
    with pytest.raises(Erased):
        leaving.forget_animator(nyons.central, nyons.animator)


def test_five_years_after_a_leap_day_is_the_day_after() -> None:
    assert leaving.due(date(2024, 2, 29)) == date(2029, 3, 1)


def test_an_engagement_that_ends_soon_is_told_until_its_end_or_what_follows_is_said(nyons: Space) -> None:
    central = nyons.central
    lent = network.add_animator(
        central, given_name="Ali", family_name="Ben", status="lent", first=date(2026, 1, 1), last=date(2026, 3, 20)
    ).record
    assert [(each.animator, each.last) for each in leaving.ending(central)] == [(lent, date(2026, 3, 20))]
    assert leaving.ending(central, days=7) == ()
    engagements.leaves(central, lent, date(2026, 3, 20))
    assert leaving.ending(central) == ()
    engagements.leaves(central, lent, None)
    again = staff.engage(central, lent, status="employed", first=date(2026, 3, 21)).record
    assert leaving.ending(central) == ()
    engagements.disengage(central, again)
    nyons.clock.pass_(days=30)
    assert leaving.ending(central) == ()
    assert leaving.shut_out(central) == (lent,)
