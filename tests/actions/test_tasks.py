"""What animators do outside of permanences, and until when they may hold one."""

from datetime import date, timedelta
from typing import Any

import pytest

from kiosque.actions import bins
from kiosque.actions.done import undo
from kiosque.actions.inputs import BadInput
from kiosque.actions.network import network, staff, tasks
from kiosque.actions.network.members import members
from kiosque.actions.network.tasks import Task
from kiosque.actions.opening import permanences, presence
from kiosque.actions.opening.engagement import EngagementOver
from kiosque.db.write import Missing
from kiosque.domain.french import local
from tests.stores import MONDAY_9_H, Space, folded, meet, rows

TODAY = local(MONDAY_9_H).date()
HOUR = 3600


def volunteer(space: Space, last: date | None = None) -> int:
    zoe = network.add_animator(space.central, given_name="Zoé", family_name="Roux").record
    staff.engage(space.central, zoe, status="volunteer", first=date(2026, 1, 1), last=last)
    meet(space.store, space.central)
    return zoe


def counted(space: Space, animator: int) -> tuple[int, int, int]:
    member = next(each for each in members(space.store, TODAY, TODAY) if each.animator == animator)
    return member.seconds, member.besides, member.cents


def test_what_is_done_outside_of_permanences_is_counted_once_beside_them(nyons: Space) -> None:
    store, zoe = nyons.store, volunteer(nyons)
    opened = permanences.open_permanence(store, zoe).record
    nyons.clock.pass_(minutes=120)
    permanences.close_permanence(store, opened, author=zoe)
    nyons.clock.pass_(minutes=60)
    same: dict[str, Any] = {"started_at": MONDAY_9_H - HOUR, "ended_at": MONDAY_9_H + HOUR}
    done = tasks.note_task(store, zoe, activity="preparation", **same)
    with pytest.raises(BadInput, match="déjà noté"):
        tasks.note_task(store, zoe, activity="preparation", **same)
    # The hour during the permanence is of the permanence.
    assert counted(nyons, zoe) == (2 * HOUR, HOUR, 3 * 1202)
    more = tasks.correct_task(
        store, done.record, activity="meeting", started_at=MONDAY_9_H - 2 * HOUR, ended_at=MONDAY_9_H, author=zoe
    )
    assert counted(nyons, zoe) == (2 * HOUR, 2 * HOUR, 4 * 1202)
    undo(store, more)
    assert tasks.tasks_of(store, zoe, 5) == (Task(done.record, zoe, "preparation", *same.values()),)
    assert tasks.correct_task(store, done.record, activity="preparation", author=zoe, **same).entries == ()
    meet(store, nyons.central)
    assert next(each.besides for each in members(nyons.central, TODAY, TODAY) if each.animator == zoe) == HOUR
    bins.throw_away(store, done.record, author=zoe)
    assert counted(nyons, zoe)[1] == 0
    assert [each.kind for each in bins.binned(store)] == ["task"]
    with pytest.raises(Missing):
        tasks.task_of(store, done.record)
    assert rows(store) == folded(store)


@pytest.mark.parametrize(
    "wrong",
    [
        {"activity": "sieste"},
        {"ended_at": MONDAY_9_H - HOUR},
        {"started_at": MONDAY_9_H - 13 * HOUR},
        {"ended_at": MONDAY_9_H + 60},
    ],
    ids=["no activity", "no time", "too long", "to come"],
)
def test_a_time_that_cannot_be_is_refused(nyons: Space, wrong: dict[str, Any]) -> None:
    good = {"activity": "meeting", "started_at": MONDAY_9_H - HOUR, "ended_at": MONDAY_9_H}
    with pytest.raises(BadInput):
        tasks.note_task(nyons.store, nyons.animator, **{**good, **wrong})
    assert rows(nyons.store)["task"] == []


def test_two_pcs_correct_one_time_and_end_with_the_same(nyons: Space) -> None:
    store, zoe = nyons.store, volunteer(nyons)
    hour = {"started_at": MONDAY_9_H - HOUR, "ended_at": MONDAY_9_H}
    task = tasks.note_task(store, zoe, activity="meeting", **hour).record
    meet(store, nyons.central)
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    tasks.correct_task(store, task, activity="travel", author=zoe, **hour)
    tasks.correct_task(other, task, activity="upkeep", author=zoe, **hour)
    tasks.correct_task(
        other, task, activity="upkeep", started_at=MONDAY_9_H - 2 * HOUR, ended_at=MONDAY_9_H, author=zoe
    )
    for each in (store, other, store):
        meet(each, nyons.central)
    for each in (store, other, nyons.central):
        [row] = rows(each)["task"]
        assert (row["activity"], row["started_at"]) == ("upkeep", MONDAY_9_H - 2 * HOUR)
        assert rows(each) == folded(each)


def test_from_the_day_after_the_end_nobody_opens_without_a_line_either(nyons: Space) -> None:
    store, zoe = nyons.store, volunteer(nyons, last=TODAY)
    # The last day is one: until its midnight.
    opened = permanences.open_permanence(store, zoe).record
    permanences.close_permanence(store, opened, author=zoe)
    nyons.clock.pass_(days=1)
    with pytest.raises(EngagementOver) as told:
        permanences.open_permanence(store, zoe)
    assert told.value.sentence == "Votre engagement s’est terminé le 02/03/2026. Parlez-en à la coordination."
    held = permanences.open_permanence(store, nyons.animator).record
    with pytest.raises(EngagementOver):
        presence.join(store, held, zoe)
    assert [each.animator for each in presence.there(store, held)] == [nyons.animator]
    permanences.close_permanence(store, held, author=nyons.animator)
    # A clock that is in doubt sends nobody home: headquarters confirms.
    doubtful = permanences.open_permanence(store, zoe, clock_sure=False).record
    assert rows(store)["permanence"][-1]["to_confirm"] is True
    presence.join(store, doubtful, zoe, clock_sure=False)
    permanences.close_permanence(store, doubtful, author=zoe)
    # Headquarters engages them again, and the next round brings it.
    staff.engage(nyons.central, zoe, status="volunteer", first=TODAY, last=TODAY + timedelta(days=30))
    meet(store, nyons.central)
    permanences.open_permanence(store, zoe)
