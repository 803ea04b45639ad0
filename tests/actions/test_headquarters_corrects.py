"""What headquarters said wrong, or forgot, it says otherwise."""

from datetime import date, timedelta

import pytest

from kiosque.actions.inputs import BadInput
from kiosque.actions.network import corrections, engagements, network, partners, staff
from kiosque.actions.network.corrections import AnimatorSaid, AntennaSaid
from kiosque.actions.network.members import members
from kiosque.actions.opening import permanences, presence, presence_corrections
from kiosque.actions.opening.engagement import EngagementOver
from kiosque.db import records as tables
from kiosque.db.write import Missing
from kiosque.domain.french import local
from tests.stores import MONDAY_9_H, Space, folded, meet, rows

TODAY = local(MONDAY_9_H).date()
DAY = timedelta(days=1)
HOUR = 3600


def test_an_antenna_is_corrected_and_its_pcs_learn_of_it(nyons: Space) -> None:
    said = AntennaSaid("NY1", "Nyons centre", "village", "", "26182", "lundi 9h-12h")
    corrections.correct_antenna(nyons.central, nyons.antenna, said)
    meet(nyons.store, nyons.central)
    row = nyons.store.one(tables.antenna.select())
    assert (row.code, row.name, row.form, row.association) == ("NY1", "Nyons centre", "village", None)
    assert (row.commune, row.opening_hours, row.fictitious_hours) == ("26182", "Mo 09:00-12:00", False)
    # In a smaller commune it is of another size class, unless somebody said which.
    assert row.size == "bourg"
    network.settle(nyons.central, nyons.antenna, network.Place(size="ville"))
    corrections.correct_antenna(nyons.central, nyons.antenna, AntennaSaid(commune="26264"))
    assert nyons.central.one(tables.antenna.select()).size == "ville"
    assert corrections.correct_antenna(nyons.central, nyons.antenna, AntennaSaid(commune="26264")).entries == ()
    assert rows(nyons.store) == folded(nyons.store)


def test_an_animator_is_corrected_and_roams_or_stays(nyons: Space) -> None:
    central = nyons.central
    corrections.correct_animator(central, nyons.animator, AnimatorSaid("Élodie", "Brès-Roux", "aventic", 0))
    row = central.one(tables.animator.select())
    assert (row.family_name, row.association, row.antenna) == ("Brès-Roux", "aventic", None)
    corrections.correct_animator(central, nyons.animator, AnimatorSaid(association="", antenna=nyons.antenna))
    row = central.one(tables.animator.select())
    assert (row.association, row.antenna) == (None, nyons.antenna)


def test_what_cannot_be_is_refused(nyons: Space) -> None:
    central = nyons.central
    network.add_antenna(central, code="REM", label="Rémuzat", form="seat", association=None, commune="26264")
    for said in (
        *(AntennaSaid(code="rem"), AntennaSaid(code="N Y"), AntennaSaid(label=" "), AntennaSaid(form="castle")),
        *(AntennaSaid(association="acme"), AntennaSaid(commune="99999")),
    ):
        with pytest.raises(BadInput):
            corrections.correct_antenna(central, nyons.antenna, said)
    corrections.correct_antenna(central, nyons.antenna, AntennaSaid(code="nyo"))
    with pytest.raises(Missing):
        corrections.correct_antenna(central, 12, AntennaSaid(label="Nulle part"))
    with pytest.raises(Missing):
        corrections.correct_animator(central, nyons.animator, AnimatorSaid(antenna=12))
    with pytest.raises(Missing):
        corrections.correct_animator(central, 12, AnimatorSaid("Zoé"))


def test_hours_are_worth_what_somebody_was_when_they_gave_them(nyons: Space) -> None:
    """Employed since, they gave the hours of before all the same."""
    staff.engage(nyons.central, nyons.animator, status="volunteer", first=TODAY, last=TODAY)
    staff.engage(nyons.central, nyons.animator, status="employed", first=TODAY + DAY)
    meet(nyons.store, nyons.central)
    for _ in range(2):
        opened = permanences.open_permanence(nyons.store, nyons.animator).record
        nyons.clock.pass_(minutes=120)
        permanences.close_permanence(nyons.store, opened, author=nyons.animator)
        nyons.clock.pass_(days=1)
    [member] = members(nyons.store, TODAY, TODAY + DAY)
    assert (member.seconds, member.cents, member.status, member.until) == (4 * HOUR, 2 * 1202, "employed", None)
    [then] = members(nyons.store, TODAY, TODAY)
    assert (then.status, then.cents) == ("volunteer", 2 * 1202)
    listed = engagements.listed(nyons.store, nyons.animator)
    assert [(each.status, each.record is None) for each in listed] == [
        ("employed", True),
        ("volunteer", False),
        ("employed", False),
    ]
    engagements.disengage(nyons.central, listed[1].record or 0)
    assert members(nyons.central, TODAY, TODAY)[0].status == "employed"
    with pytest.raises(Missing):
        engagements.disengage(nyons.central, listed[1].record or 0)


def test_who_leaves_opens_nothing_from_the_day_after_and_may_come_back(nyons: Space) -> None:
    engagements.leaves(nyons.central, nyons.animator, TODAY)
    meet(nyons.store, nyons.central)
    opened = permanences.open_permanence(nyons.store, nyons.animator).record
    permanences.close_permanence(nyons.store, opened, author=nyons.animator)
    nyons.clock.pass_(days=1)
    with pytest.raises(EngagementOver):
        permanences.open_permanence(nyons.store, nyons.animator)
    [gone] = members(nyons.store, TODAY + DAY, TODAY + DAY)
    assert (gone.status, gone.until) == ("employed", TODAY)
    engagements.leaves(nyons.central, nyons.animator, None)
    meet(nyons.store, nyons.central)
    permanences.open_permanence(nyons.store, nyons.animator)
    assert rows(nyons.store) == folded(nyons.store)


def test_a_line_of_the_circuit_is_listed_and_taken_back(nyons: Space) -> None:
    central = nyons.central
    stop = staff.plan_stop(
        central, animator=nyons.animator, antenna=nyons.antenna, hours="We 14:00-17:00", first=TODAY
    ).record
    [line] = staff.circuit(central, nyons.antenna)
    assert (line.id, line.hours) == (stop, "We 14:00-17:00")
    staff.cancel_stop(central, stop)
    assert staff.circuit(central) == ()


def test_a_training_is_corrected(nyons: Space) -> None:
    central = nyons.central
    zoe = network.add_animator(central, given_name="Zoé", family_name="Roux").record
    record = staff.train(central, subject="mediation", day=TODAY, hours=7, who=(nyons.animator,)).record
    staff.correct_training(central, record, hours=14, who=(zoe, nyons.animator))
    [session] = staff.sessions(central)
    assert (session.subject, session.hours, len(session.animators)) == ("mediation", 14, 2)
    staff.correct_training(central, record, subject="donnees", day=TODAY - DAY)
    [session] = staff.sessions(central)
    assert (session.subject, session.day) == ("donnees", TODAY - DAY)
    assert staff.correct_training(central, record).entries == ()
    with pytest.raises(BadInput):
        staff.correct_training(central, record, hours=0)
    with pytest.raises(Missing):
        staff.correct_training(central, 12, hours=1)


def test_a_label_that_was_noted_wrong_is_another(nyons: Space) -> None:
    central, antenna = nyons.central, nyons.antenna
    state = partners.add_partner(central, label="État", form="etat").record

    def noted(label: str) -> int:
        return partners.add_support(
            central, partners.Gift(partner=state, nature="label", antenna=antenna, label=label, first=date(2021, 1, 1))
        ).record

    kept = noted("tiers_lieu")
    partners.relabel(central, antenna, "france_services")
    assert [each.label for each in partners.supports(central, antenna, TODAY)] == ["france_services"]
    partners.correct_support(central, kept, first=date(2020, 1, 1), last=date(2030, 12, 31))
    noted("tiers_lieu")
    with pytest.raises(BadInput, match="plusieurs"):
        partners.relabel(central, antenna, "aidants_connect")
    with pytest.raises(BadInput, match="n’existait pas"):
        partners.relabel(central, antenna, "aidants_connect", "france_services")
    room = partners.add_support(
        central, partners.Gift(partner=state, nature="room", antenna=antenna, first=TODAY)
    ).record
    with pytest.raises(BadInput, match="par son nom"):
        partners.correct_support(central, room, label="msap")


def test_a_presence_that_was_forgotten_is_noted_afterwards_and_counts(nyons: Space) -> None:
    zoe = network.add_animator(nyons.central, given_name="Zoé", family_name="Roux").record
    meet(nyons.store, nyons.central)
    opened = permanences.open_permanence(nyons.store, nyons.animator).record
    nyons.clock.pass_(minutes=180)
    permanences.close_permanence(nyons.store, opened, author=nyons.animator)
    meet(nyons.store, nyons.central)
    central, start = nyons.central, MONDAY_9_H
    added = presence_corrections.add(central, opened, zoe, started_at=start, ended_at=start + HOUR).record
    presence_corrections.correct(central, added, ended_at=start + 2 * HOUR)
    meet(nyons.store, central)
    hours = {each.name: each.seconds for each in members(nyons.store, TODAY, TODAY)}
    assert hours == {"Élodie Brès": 3 * HOUR, "Zoé Roux": 2 * HOUR}
    [held] = presence_corrections.held(central, nyons.antenna, start, start + 1)
    assert (held.id, {each.name for each in held.presences}) == (opened, {"Élodie Brès", "Zoé Roux"})
    assert presence_corrections.correct(central, added).entries == ()
    presence_corrections.remove(central, added)
    assert [each.animator for each in presence.presences(central, opened)] == [nyons.animator]
    assert rows(nyons.store) == folded(nyons.store)


def test_nobody_was_there_twice_nor_when_it_was_closed(nyons: Space) -> None:
    opened = permanences.open_permanence(nyons.store, nyons.animator).record
    nyons.clock.pass_(minutes=180)
    permanences.close_permanence(nyons.store, opened, author=nyons.animator)
    meet(nyons.store, nyons.central)
    central, start = nyons.central, MONDAY_9_H
    zoe = network.add_animator(central, given_name="Zoé", family_name="Roux").record
    for who, first, last in (
        *((nyons.animator, start, start + HOUR), (zoe, start - 60, start + HOUR), (zoe, start, start + 4 * HOUR)),
        *((zoe, start + HOUR, start), (12, start, start + HOUR)),
    ):
        with pytest.raises(BadInput):
            presence_corrections.add(central, opened, who, started_at=first, ended_at=last)
    with pytest.raises(Missing):
        presence_corrections.add(central, 12, zoe, started_at=start, ended_at=start + HOUR)
