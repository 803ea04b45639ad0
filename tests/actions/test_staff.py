"""Who is where, what animators learnt, what volunteers gave."""

from datetime import date, timedelta

import pytest

from kiosque.actions.inputs import BadInput
from kiosque.actions.network import network, staff
from kiosque.actions.network.members import members
from kiosque.actions.opening import permanences, presence
from kiosque.actions.workshops import workshops
from kiosque.actions.workshops.workshop_checks import Doubt, doubts
from kiosque.db import records as tables
from kiosque.domain.french import local
from kiosque.domain.opening_hours import UnreadableHours
from kiosque.domain.records import PERMANENCE
from tests.stores import MONDAY_9_H, Space, folded, meet, rows

TODAY = local(MONDAY_9_H).date()
WEDNESDAY = TODAY + timedelta(days=2)
HOUR = 3600


def roaming(space: Space, given: str = "Zoé") -> int:
    return network.add_animator(space.central, given_name=given, family_name="Roux").record


def elsewhere(space: Space) -> int:
    return network.add_antenna(
        space.central, code="SER", label="Serres", form="village", association=None, commune="05166"
    ).record


def test_the_circuit_is_planned_centrally_and_seen_at_each_antenna(nyons: Space) -> None:
    zoe, ana = roaming(nyons), roaming(nyons, "Ana")
    for who, text in ((zoe, "We 14:00-17:00"), (ana, "We 09:00-12:00")):
        staff.plan_stop(nyons.central, animator=who, antenna=nyons.antenna, hours=text, first=date(2026, 1, 5))
    staff.plan_stop(nyons.central, animator=zoe, antenna=nyons.antenna, hours="off", first=WEDNESDAY, last=WEDNESDAY)
    meet(nyons.store, nyons.central)
    days = [WEDNESDAY, WEDNESDAY + timedelta(days=1), WEDNESDAY + timedelta(days=7)]
    found = staff.visiting(nyons.store, nyons.antenna, days)
    # This Wednesday Zoé does not come; the next one both do, in the order of the day.
    assert [[each.name for each in found[day]] for day in days] == [["Ana Roux"], [], ["Ana Roux", "Zoé Roux"]]
    assert [local(each.slots[0].start).hour for each in found[days[2]]] == [9, 14]
    assert rows(nyons.store) == folded(nyons.store)


def test_who_is_expected_elsewhere_is_said_when_a_workshop_is_planned(nyons: Space) -> None:
    zoe = roaming(nyons)
    there = elsewhere(nyons)
    staff.plan_stop(nyons.central, animator=zoe, antenna=there, hours="Tu 14:00-17:00", first=TODAY)
    meet(nyons.store, nyons.central)

    def found(animator: int, hour: int) -> tuple[Doubt, ...]:
        start = MONDAY_9_H + 24 * HOUR + (hour - 9) * HOUR
        return doubts(nyons.store, workshops.Plan("T", "email", start, 60, 5, animator, workshops.Details()))

    assert found(zoe, 15) == (Doubt.ANIMATOR_AWAY,)
    assert found(zoe, 10) == found(nyons.animator, 15) == ()


def test_hours_are_counted_once_and_those_of_volunteers_are_worth_something(nyons: Space) -> None:
    zoe = roaming(nyons)
    staff.engage(nyons.central, zoe, status="volunteer", first=date(2026, 1, 1))
    staff.engage(nyons.central, nyons.animator, status="lent", first=date(2026, 1, 1), last=date(2027, 12, 31))
    meet(nyons.store, nyons.central)
    opened = permanences.open_permanence(nyons.store, nyons.animator).record
    presence.join(nyons.store, opened, zoe)
    nyons.clock.pass_(minutes=150)
    permanences.close_permanence(nyons.store, opened, author=nyons.animator)
    # Another PC in the same room saw her too.
    with nyons.store.writing(zoe) as writer:
        other = writer.record(PERMANENCE, antenna=nyons.antenna, times=(MONDAY_9_H, MONDAY_9_H + HOUR))
        presence.begin(writer, other, zoe)
        presence.end_all(writer, other, nyons.clock.now + 1800)
    found = {each.name: each for each in members(nyons.store, TODAY, TODAY)}
    assert found["Zoé Roux"].seconds == 3 * HOUR
    assert found["Zoé Roux"].cents == 3 * 1202
    brought = found["Élodie Brès"]
    assert (brought.seconds, brought.cents, brought.until) == (9_000, 0, date(2027, 12, 31))
    assert {each.seconds for each in members(nyons.store, WEDNESDAY, WEDNESDAY)} == {0}


def test_what_they_learnt_makes_animators_trained(nyons: Space) -> None:
    zoe = roaming(nyons)
    day = date(2026, 1, 12)
    staff.train(nyons.central, subject="mediation", day=day, hours=14, who=(zoe, nyons.animator, zoe))
    staff.train(nyons.central, subject="donnees", day=day, hours=7, who=(zoe,))
    meet(nyons.store, nyons.central)
    found = {each.name: (each.followed, each.trained) for each in members(nyons.store, TODAY, TODAY)}
    assert found == {"Zoé Roux": (21, True), "Élodie Brès": (14, False)}
    [first, _] = nyons.store.all(tables.training.select().order_by(tables.training.c.id))
    assert first.animators.split() == sorted((str(zoe), str(nyons.animator)), key=int)


def test_what_cannot_be_is_refused(nyons: Space) -> None:
    central, zoe = nyons.central, roaming(nyons)
    yesterday = TODAY - timedelta(days=1)
    with pytest.raises(BadInput):
        staff.engage(central, zoe, status="king", first=TODAY)
    with pytest.raises(BadInput):
        staff.engage(central, zoe, status="lent", first=TODAY, last=yesterday)
    with pytest.raises(BadInput):
        staff.plan_stop(central, animator=zoe, antenna=1, hours="We", first=TODAY, last=yesterday)
    with pytest.raises(UnreadableHours):
        staff.plan_stop(central, animator=zoe, antenna=1, hours="mercredi", first=TODAY)
    for hours, who, subject in ((0, (zoe,), "donnees"), (7, (), "donnees"), (7, (zoe,), "yoga")):
        with pytest.raises(BadInput):
            staff.train(central, subject=subject, day=TODAY, hours=hours, who=who)
    for day in (TODAY + timedelta(days=1), date(2150, 1, 12), date(1926, 1, 12)):
        with pytest.raises(BadInput):
            staff.train(central, subject="donnees", day=day, hours=7, who=(zoe,))
