"""Correcting, the bin, and the history that says who wrote what."""

from datetime import date

import pytest

from kiosque.actions import bins, corrections
from kiosque.actions.corrections import Who
from kiosque.actions.daybook import noted_on
from kiosque.actions.done import ChangedSince, Done, undo
from kiosque.actions.helping import interventions
from kiosque.actions.history import By, corrected, history
from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import groups, people, reception
from kiosque.actions.visitors.people import Answers
from kiosque.db.write import Missing
from kiosque.domain.french import local
from kiosque.domain.records import VISIT
from tests.stores import Space, folded, rows

DAY = 86_400


def in_bin(space: Space, kind: str) -> list[bool]:
    return [bool(row["deleted"]) for row in rows(space.store)[kind]]


def test_an_arrival_that_is_taken_back_takes_its_help_along(opened: Space) -> None:
    store = opened.store
    stays = reception.sign_in_unnamed(store, "digital")
    taken = reception.sign_in_unnamed(store, "digital")
    interventions.log_intervention(store, visits=(taken.visit,), themes=("email",), duration=15)
    interventions.log_intervention(store, visits=(taken.visit, stays.visit), themes=("sante",), duration=15)
    assert undo(store, taken, opened.animator) == 2
    alone, together = rows(store)["intervention"]
    assert (alone["deleted"], together["deleted"]) == (True, None)
    assert (together["visits"], together["age_bands"]) == (str(stays.visit), "non_communique")
    # All of it comes back from the bin, as it was.
    assert [(each.kind, each.along) for each in bins.binned(store)] == [("visit", 2)]
    bins.restore(store, taken.visit, author=opened.animator)
    assert bins.binned(store) == ()
    assert rows(store)["intervention"][1]["visits"] == f"{taken.visit} {stays.visit}"
    assert in_bin(opened, "visit") == in_bin(opened, "intervention") == [False, False]
    assert rows(store) == folded(store)


def test_somebody_with_a_name_and_a_commune_leaves_an_act_of_help_that_others_shared(opened: Space) -> None:
    store = opened.store
    named = reception.sign_in_unnamed(store, "digital").visit
    reception.remember(store, named, given_name="Léa", birth_year=1950, commune="26220")
    other = reception.sign_in_unnamed(store, "digital").visit
    interventions.log_intervention(store, visits=(named, other), themes=("email",), duration=15)
    bins.throw_away(store, named, author=opened.animator)
    row = rows(store)["intervention"][0]
    assert (row["visits"], row["visitors"], row["communes"]) == (str(other), None, None)


def test_who_came_again_meanwhile_is_not_taken_back(opened: Space) -> None:
    store = opened.store
    visit = reception.sign_in_unnamed(store, "digital").visit
    kept = reception.remember(store, visit, given_name="Léa")
    reception.sign_out(store, visit)
    reception.sign_in_card(store, kept.card)
    with pytest.raises(ChangedSince):
        undo(store, kept)


def test_help_is_corrected_with_its_history(opened: Space) -> None:
    store, author = opened.store, opened.animator
    done = interventions.log_intervention(store, themes=("email",), duration=15)
    opened.clock.pass_(days=200)
    before = corrections.help_of(store, done.record)
    corrections.correct_help(store, done.record, themes=("email", "sante"), duration=30, text="suite", author=author)
    after = corrections.help_of(store, done.record)
    assert (before.themes, before.duration, before.people) == (("email",), 15, 1)
    assert (after.themes, after.duration, after.note) == (("email", "sante"), 30, "suite")
    created, change = history(store, done.record)
    assert created.created
    assert (change.by, change.author, change.at) == (By.ANIMATOR, "Élodie Brès", opened.clock.now)
    assert [(said.field, said.before, said.after) for said in change.said] == [
        ("duration", 15, 30),
        ("themes", ("email",), ("email", "sante")),
        ("note", None, "suite"),
    ]
    assert corrected(history(store, done.record))
    # Saying the same again writes nothing.
    same = corrections.correct_help(
        store, done.record, themes=("email", "sante"), duration=30, text="suite", author=author
    )
    assert same.entries == ()
    with pytest.raises(BadInput):
        corrections.correct_help(store, done.record, themes=(), duration=30, author=author)
    with pytest.raises(Missing):
        corrections.help_of(store, 12)


def test_a_visit_of_a_closed_permanence_is_corrected(opened: Space) -> None:
    store, author = opened.store, opened.animator
    held = permanences.current(store)
    assert held is not None
    visit = reception.sign_in_unnamed(store, "digital").visit
    opened.clock.pass_(minutes=90)
    permanences.close_permanence(store, held.id, author=author)
    opened.clock.pass_(days=30)
    stay = corrections.stay_of(store, visit)
    assert (stay.over, stay.left_at) == (True, None)
    done = corrections.correct_visit(
        store, visit, reason="service", arrived_at=stay.arrived_at + 60, left_at=stay.arrived_at + 1800, author=author
    )
    assert corrections.stay_of(store, visit).reason == "service"
    created, change = history(store, visit)
    assert (created.by, created.author) == (By.COUNTER, "")
    assert change.said[0].before == (stay.arrived_at, None)
    undo(store, done, author)
    assert corrections.stay_of(store, visit) == stay
    for arrived_at, left_at in (
        (stay.arrived_at - DAY, None),
        (opened.clock.now + 60, None),
        (stay.arrived_at, stay.arrived_at - 1),
        (stay.arrived_at, stay.arrived_at + DAY),
    ):
        with pytest.raises(BadInput):
            corrections.correct_visit(store, visit, reason=None, arrived_at=arrived_at, left_at=left_at, author=author)
    with pytest.raises(Missing):
        corrections.stay_of(store, 12)


def test_what_headquarters_wrote_is_said_to_be_theirs(nyons: Space) -> None:
    written = history(nyons.store, nyons.antenna)
    assert [(change.by, change.created) for change in written] == [(By.HEADQUARTERS, True)]


def test_a_group_goes_to_the_bin_and_comes_back_whole(opened: Space) -> None:
    store, author = opened.store, opened.animator
    group = groups.sign_in_group(store, 4, "college", author=author).record
    first = reception.present(store)[0].visit
    bins.throw_away(store, group, author=author)
    assert [(each.kind, each.record, each.along) for each in bins.binned(store)] == [("group", group, 4)]
    opened.clock.pass_(days=3)
    bins.restore(store, group, author=author)
    assert len(reception.present(store)) == 4
    assert [change.binned for change in history(store, first)] == [None, True, False]
    assert rows(store) == folded(store)


def test_a_visit_is_given_to_who_came_and_its_help_follows(opened: Space) -> None:
    store, author = opened.store, opened.animator
    zoe = people.write_down(store, Answers("Zoé", "Martin", 1950, "26220"), author=author).record
    visit = reception.sign_in_unnamed(store, "digital").visit
    other = reception.sign_in_unnamed(store, "digital").visit
    together = interventions.log_intervention(store, visits=(other, visit), themes=("email",), duration=15).record
    before = rows(store)
    stay = corrections.stay_of(store, visit)

    def correct(who: Who) -> Done:
        return corrections.correct_visit(
            store, visit, reason="digital", arrived_at=stay.arrived_at, left_at=None, who=who, author=author
        )

    done = correct(corrections.who_is(store, zoe))
    found = corrections.stay_of(store, visit)
    assert (found.visitor, found.name, found.age_band, found.commune) == (
        zoe,
        "Zoé Martin",
        "soixante_dix_plus",
        "26220",
    )
    helped = next(row for row in rows(store)["intervention"] if row["id"] == together)
    assert (helped["visitors"], helped["communes"]) == (str(zoe), "26220")
    assert helped["age_bands"] == "non_communique soixante_dix_plus"
    undo(store, done, author)
    assert rows(store)["visit"] == before["visit"]
    assert [dict(row) for row in rows(store)["intervention"]] == before["intervention"]
    # What is counted of who gives no name can be said too; what is no age and no place cannot.
    correct(Who(age_band="douze_dix_huit", commune="26306"))
    assert corrections.stay_of(store, visit).age_band == "douze_dix_huit"
    for wrong in (Who(commune="99999"), Who(age_band="vieux")):
        with pytest.raises(BadInput):
            correct(wrong)
    with pytest.raises(Missing):
        corrections.who_is(store, 12)
    assert rows(store) == folded(store)


def test_two_gestures_of_one_second_come_back_one_by_one(opened: Space) -> None:
    """Each with what went along: the act of help of its visit, the visits of its group."""
    store, author = opened.store, opened.animator
    first, second = (reception.sign_in_unnamed(store, "digital").visit for _ in range(2))
    group = groups.sign_in_group(store, 3, "college", author=author).record
    for visit in (first, second):
        interventions.log_intervention(store, visits=(visit,), themes=("email",), duration=15)
    alone = interventions.log_intervention(store, visits=(first,), themes=("email",), duration=20).record
    person = people.write_down(store, Answers("Zoé"), author=author).record
    opened.clock.pass_(seconds=30)
    for record in (alone, first, second, group, person):
        bins.throw_away(store, record, author=author)
    assert {(each.record, each.along) for each in bins.binned(store)} == {
        *((alone, 0), (first, 1), (second, 1), (group, 3), (person, 0))
    }
    for record, left in ((first, 4), (person, 3), (group, 2), (second, 1), (alone, 0)):
        bins.restore(store, record, author=author)
        assert len(bins.binned(store)) == left
    assert len(reception.present(store)) == 5
    assert not any(row["deleted"] for row in rows(store)["intervention"])


def test_an_arrival_that_is_taken_back_with_its_name_comes_back_with_it(opened: Space) -> None:
    """Undoing writes backwards: the visits before their group, the visit before the person it made."""
    store, author = opened.store, opened.animator
    group = groups.sign_in_group(store, 3, "college", author=author)
    visit = reception.sign_in_unnamed(store, "digital").visit
    opened.clock.pass_(seconds=1)
    named = reception.remember(store, visit, given_name="Léa")
    for done in (group, named):
        undo(store, done, author)
    assert [(each.record, each.along) for each in bins.binned(store)] == [(named.record, 1), (group.record, 3)]
    bins.restore(store, named.record, author=author)
    assert [each.name for each in reception.present(store)] == ["Léa"]
    bins.restore(store, group.record, author=author)
    assert len(reception.present(store)) == 4


def test_what_was_changed_in_the_bin_keeps_its_changes(opened: Space) -> None:
    store, author = opened.store, opened.animator
    visit = reception.sign_in_unnamed(store, "digital").visit
    bins.throw_away(store, visit, author=author)
    opened.clock.pass_(seconds=5)
    with store.writing(author) as writer:
        writer.amend(VISIT, visit, reason="service")
    bins.restore(store, visit, author=author)
    assert corrections.stay_of(store, visit).reason == "service"


def test_only_what_is_in_the_bin_is_taken_out(opened: Space) -> None:
    visit = reception.sign_in_unnamed(opened.store, "digital").visit
    for record in (visit, 12):
        with pytest.raises(bins.NotBinned):
            bins.restore(opened.store, record, author=opened.animator)
    for record in (opened.antenna, 12):
        with pytest.raises(bins.NotBinned):
            bins.throw_away(opened.store, record, author=opened.animator)


def test_a_day_is_read_back_and_leads_to_its_neighbours(opened: Space) -> None:
    store, author = opened.store, opened.animator
    monday = local(opened.clock.now).date()
    groups.sign_in_group(store, 12, "lycee", author=author)
    visit = reception.sign_in_unnamed(store, "digital").visit
    reception.remember(store, visit, given_name="Léa", family_name="Roux")
    interventions.log_intervention(store, visits=(visit,), themes=("email",), duration=15)
    opened.clock.pass_(days=2)
    reception.sign_in_unnamed(store, "digital")
    found = noted_on(store, monday)
    assert [(each.name, each.level, each.size) for each in found.visits] == [("", "lycee", 12), ("Léa Roux", None, 1)]
    assert [(each.names, each.animator, each.people) for each in found.helps] == [(("Léa Roux",), "Élodie Brès", 1)]
    assert (found.before, found.after) == (None, date(2026, 3, 4))
    assert noted_on(store, date(2026, 3, 4)).before == monday
    assert noted_on(store, date(2026, 3, 3)).visits == ()
