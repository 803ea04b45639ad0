"""Acts of help that are logged together: only what somebody accepts."""

import pytest

from kiosque.actions.done import undo
from kiosque.actions.helping import batch, interventions
from kiosque.actions.helping.batch import Act
from kiosque.actions.inputs import BadInput
from kiosque.actions.visitors import departures, groups, reception
from kiosque.domain.card import card_code
from tests.stores import Space, folded, meet, rows


def test_the_visits_that_have_no_help_yet_are_drafts(opened: Space) -> None:
    store = opened.store
    helped = reception.sign_in_unnamed(store, "service").visit
    opened.clock.pass_(minutes=5)
    service = reception.sign_in_unnamed(store, "service").visit
    digital = reception.sign_in_unnamed(store, "digital").visit
    named = reception.sign_in_card(store, card_code(bytes(10))).visit
    interventions.log_intervention(store, visits=(helped,), themes=("email",), duration=15)
    found = batch.drafts(store)
    assert [each.visits for each in found] == [(service,), (digital,), (named,)]
    assert [each.theme for each in found] == ["aide_aux_demarches_administratives", None, None]
    assert [each.name for each in found] == [None, None, None]
    # Nothing is written by looking.
    assert len(rows(store)["intervention"]) == 1


@pytest.mark.parametrize(("stay", "minutes"), [(5, 15), (29, 15), (50, 45), (200, 120), (None, 30)], ids=str)
def test_a_draft_takes_no_longer_than_the_visit(opened: Space, stay: int | None, minutes: int) -> None:
    visit = reception.sign_in_unnamed(opened.store, "repair").visit
    if stay is not None:
        opened.clock.pass_(minutes=stay)
        reception.sign_out(opened.store, visit)
    [draft] = batch.drafts(opened.store)
    assert (draft.theme, draft.minutes) == ("maintenance_de_materiel", minutes)


def test_a_group_is_one_draft(opened: Space) -> None:
    groups.sign_in_group(opened.store, 12, "elementaire", author=opened.animator)
    [draft] = batch.drafts(opened.store)
    assert (len(draft.visits), draft.level) == (12, "elementaire")
    batch.accept(opened.store, [Act(draft.visits, "scolarite_et_numerique", 60)], animator=opened.animator)
    assert batch.drafts(opened.store) == ()
    [made] = rows(opened.store)["intervention"]
    assert len(str(made["visits"]).split()) == 12


def test_several_are_accepted_at_once_and_taken_back_at_once(opened: Space) -> None:
    store = opened.store
    visits = [reception.sign_in_unnamed(store, "service").visit for _ in range(3)]
    acts = [Act((visit,), "email", 20) for visit in visits[:2]]
    done = batch.accept(store, acts, animator=opened.animator)
    made = rows(store)["intervention"]
    assert [(row["visits"], row["duration"], row["animator"]) for row in made] == [
        (str(visit), 20, opened.animator) for visit in visits[:2]
    ]
    assert [each.visits for each in batch.drafts(store)] == [(visits[2],)]
    undo(store, done, opened.animator)
    assert len(batch.drafts(store)) == 3
    assert rows(store) == folded(store)


def test_several_alike_are_for_nobody_who_is_signed_in(opened: Space) -> None:
    batch.accept(opened.store, [Act((), "email", 20)] * 3, animator=opened.animator)
    made = rows(opened.store)["intervention"]
    assert [(row["visits"], row["age_bands"], row["duration"]) for row in made] == [(None, None, 20)] * 3


def test_all_or_nothing(opened: Space) -> None:
    visit = reception.sign_in_unnamed(opened.store, "service").visit
    for acts in (
        [],
        [Act((), "email", 20)] * 61,
        [Act((visit,), "email", 20), Act((12,), "email", 20)],
        [Act((visit,), "email", 20), Act((), "email", 0)],
        [Act((visit,), "no such theme", 20)],
    ):
        with pytest.raises(BadInput):
            batch.accept(opened.store, acts, animator=opened.animator)
    assert rows(opened.store)["intervention"] == []


def test_what_came_in_at_another_pc_of_the_room_is_a_draft_too(opened: Space) -> None:
    meet(opened.store, opened.central)
    beside = opened.network.kiosk(opened.central, opened.antenna)
    reception.sign_in_unnamed(beside, "service")
    for store in (beside, opened.store):
        meet(store, opened.central)
    assert len(batch.drafts(opened.store)) == 1


def test_those_who_are_here_leave_now_and_come_back_when_it_is_taken_back(opened: Space) -> None:
    store = opened.store
    visits = [reception.sign_in_unnamed(store, "service").visit for _ in range(3)]
    opened.clock.pass_(minutes=10)
    reception.sign_out(store, visits[0])
    opened.clock.pass_(minutes=10)
    done = departures.leave_now(store, visits, author=opened.animator)
    stays = [(row["ended_at"] - row["started_at"]) // 60 for row in rows(store)["visit"]]  # type: ignore[operator]
    assert stays == [10, 20, 20]
    undo(store, done, opened.animator)
    assert len(reception.present(store)) == 2
    assert departures.leave_now(store, (), author=opened.animator).entries == ()
