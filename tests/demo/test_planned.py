"""What headquarters has planned when a demo begins, and what it does while the days pass."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from kiosque.actions.equipping import equipment
from kiosque.actions.network import antennas, members, staff
from kiosque.actions.network.antennas import State
from kiosque.actions.opening import decisions
from kiosque.actions.opening.hours import calendar_of
from kiosque.db import folder, records
from kiosque.db.store import Store
from kiosque.demo.clock import Clock
from kiosque.demo.plan import FIRST_DAY
from kiosque.demo.planned import during
from kiosque.demo.planned.placed import Placed
from kiosque.demo.planned.supports import OPENS_NEXT
from kiosque.demo.planned.teams import EXCEPTION, LENT_FROM, LENT_UNTIL
from kiosque.demo.spaces import next_space, spaces
from kiosque.demo.stage import MORNING
from kiosque.demo.world import set_up
from kiosque.domain.french import local
from kiosque.domain.records import PERMANENCE, PRESENCE

WHERE = spaces()[:4]
A_YEAR_ON = FIRST_DAY + timedelta(days=364)


@dataclass(frozen=True)
class Made:
    """A central with four antennas and one more to come, at a time that a test moves."""

    central: Store
    placed: tuple[Placed, ...]
    clock: Clock


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    at = tmp_path_factory.mktemp("planned")
    clock = Clock(MORNING)
    world = set_up(at / "central", WHERE, clock, random.Random(1), next_space(WHERE))
    central = folder.open_central(world.central, clock)
    pairs = zip(world.spaces, world.teams, strict=True)
    yield Made(central, tuple(Placed(space, team.antenna, team.animators) for space, team in pairs), clock)
    central.close()


def test_one_more_antenna_is_planned_and_does_not_open_while_the_demo_lasts(made: Made) -> None:
    for day in (FIRST_DAY, A_YEAR_ON):
        found = {each.code: each for each in antennas.antennas_on(made.central, day)}
        assert [code for code, each in found.items() if each.state is State.PLANNED] == ["SED"]
        assert found["SED"].opens == OPENS_NEXT > A_YEAR_ON
        assert found["SED"].answered >= 12, "people were asked there"
        assert {each.state for code, each in found.items() if code != "SED"} == {State.OPEN}


def test_a_house_of_services_became_a_france_services(made: Made) -> None:
    def labels(day: date) -> dict[str, tuple[str, ...]]:
        return {each.code: each.labels for each in antennas.antennas_on(made.central, day) if each.labels}

    assert labels(date(2018, 6, 1)) == {"BUI": ("msap",), "SAH": ("msap",)}
    today = labels(FIRST_DAY)
    assert (today["SAH"], today["REM"], today["NYO-VIT"]) == (
        ("france_services",),
        ("france_services",),
        ("tiers_lieu",),
    )


def test_those_who_roam_are_lent_for_two_years_and_learn_otherwise_than_the_others(made: Made) -> None:
    assert LENT_UNTIL + timedelta(days=1) == LENT_FROM.replace(year=LENT_FROM.year + 2)
    assert LENT_FROM < FIRST_DAY < A_YEAR_ON < LENT_UNTIL
    team = {each.animator: each for each in members.members(made.central, FIRST_DAY, FIRST_DAY)}
    local_ones = {each.animators[0] for each in made.placed}
    roaming = {animator for each in made.placed for animator in each.animators[1:]}
    assert {team[each].status for each in roaming} == {"lent"}
    assert all(team[each].trained for each in local_ones)
    assert not any(team[each].trained for each in roaming)
    assert len({each.sessions for each in team.values()}) > 2


def test_in_one_week_the_circuit_is_not_the_usual(made: Made) -> None:
    def came(monday: date) -> int:
        days = [monday + timedelta(days=each) for each in range(7)]
        return sum(
            len(coming) for each in made.placed for coming in staff.visiting(made.central, each.antenna, days).values()
        )

    assert came(EXCEPTION) < came(EXCEPTION + timedelta(days=7))


def test_summer_hours_are_planned_where_the_usual_ones_are_invented(made: Made) -> None:
    usual, summer = date(2027, 6, 28), date(2027, 7, 12)
    for each in made.placed:
        calendar = calendar_of(made.central, each.antenna)
        for monday in (usual, summer):
            for day in (monday + timedelta(days=number) for number in range(7)):
                assert calendar.on(day).slots == each.space.planned(day), "the demo opens when it is planned"
        assert bool(each.space.seasons) == each.space.fictitious_hours


def test_while_the_days_pass_headquarters_moves_replaces_and_corrects(made: Made) -> None:
    assert [day for day in range(60) if during.acts_on(day)][:4] == [4, 11, 18, 25]
    here, there = made.placed[0], made.placed[1]
    today = FIRST_DAY + timedelta(days=during.FIRST)
    with made.central.writing() as writer:
        times = (MORNING, MORNING + 3 * 3600)
        permanence = writer.record(PERMANENCE, antenna=here.antenna, animator=here.animators[0], times=times)
        presence = writer.record(PRESENCE, permanence=permanence, animator=here.animators[0], times=times)
        writer.amend(PERMANENCE, permanence, to_confirm=True)
    made.clock.move(MORNING + 4 * 86_400)
    during.act(made.central, made.placed, during.FIRST, today)
    during.act(made.central, made.placed, during.FIRST + during.LOOKS_EVERY, today)
    placed = {each.antenna: each.id for each in equipment.find(made.central, during.MOVED)}
    assert here.antenna not in placed
    assert there.antenna in placed
    tablets = made.central.all(records.equipment.select().where(records.equipment.c.name == during.RETIRED))
    gone = [row for row in tablets if row.ended_at]
    assert [local(row.ended_at - 1).date() for row in gone] == [today]
    assert len(tablets) == len(WHERE) + 1
    assert decisions.held(made.central, permanence).decided == times
    row = made.central.one(records.presence.select().where(records.presence.c.id == presence))
    assert row.ended_at == MORNING + 3 * 3600 - during.LEFT_EARLIER
