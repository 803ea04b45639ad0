"""Erasing somebody: what names them goes everywhere, what is counted stays, and others keep what is theirs."""

from typing import Any

import pytest

from kiosque.actions import corrections
from kiosque.actions.corrections import Who
from kiosque.actions.helping import interventions
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import erasure, homes, households, links, people, reception
from kiosque.actions.visitors.named_alone import erase_alone, named_alone
from kiosque.actions.visitors.people import Answers
from kiosque.db.write import Missing
from kiosque.domain.persons import Described
from kiosque.domain.records import BOOKING, REGISTRATION, VISIT, WISH
from kiosque.journal.chain import verify
from tests.stores import Space, folded, rows, said


def written(space: Space, given_name: str, born: int = 1950) -> int:
    answers = Answers(given_name, "Chastel", born, "26220", phone="0612345678")
    return people.write_down(space.store, answers, author=space.animator).record


def named(space: Space, *gone: int) -> list[object]:
    """Return what the journal still says of personal references to any of ``gone``, and their own records."""
    store = space.store
    entries = [entry for device in store.devices() for entry in store.entries(device)]
    found: list[object] = []
    for entry in entries:
        values = [
            each for value in entry.personal.values() for each in (value if isinstance(value, tuple) else (value,))
        ]
        found += [entry for value in values if value in gone]
        found += [entry] if entry.record in gone and entry.personal else []
    return found


def test_an_adult_is_erased_and_the_child_keeps_what_is_theirs(opened: Space) -> None:
    store, author = opened.store, opened.animator
    odette, leo = written(opened, "Odette"), written(opened, "Léo", 2018)
    homes.move_in(store, leo, odette, author=author)
    assert homes.housemates(store, leo)[-1].answered_by == odette
    # Written together with a name, as the counter does it.
    lea = people.write_down(store, Answers("Léa", "Chastel", 2018), author=author).record
    homes.move_in(store, lea, odette, author=author)
    erasure.erase_person(store, odette, author=author)
    assert named(opened, odette) == []
    assert b"Odette" not in said(store)
    for child, name in ((leo, "Léo Chastel"), (lea, "Léa Chastel")):
        mate = next(each for each in homes.housemates(store, child) if each.visitor == child)
        assert (mate.name, mate.minor, mate.answered_by) == (name, True, None)
    assert len(homes.housemates(store, leo)) == 2
    with pytest.raises(Missing):
        erasure.erase_person(store, odette, author=author)
    assert rows(store) == folded(store)


def test_an_adult_written_at_the_counter_leaves_no_id_in_the_child_they_wrote_down(opened: Space) -> None:
    store = opened.store
    odette = written(opened, "Odette")
    child = households.add_member(store, odette, given_name="Léo", age_band="moins_de_douze", here=True)
    erasure.erase_person(store, odette, author=opened.animator)
    assert named(opened, odette) == []
    row = next(row for row in rows(store)["visitor"] if row["id"] == child.record)
    assert (row["given_name"], row["family_name"], row["household"], row["answered_by"]) == (
        "Léo",
        "Chastel",
        child.household,
        None,
    )
    assert [each.name for each in reception.present(store)] == ["Léo Chastel"]


def test_what_was_counted_stays_and_names_nobody(opened: Space) -> None:
    """Visits, help given alone or together, a registration, a link, what was corrected since."""
    store, author = opened.store, opened.animator
    odette, twin, marcel = written(opened, "Odette"), written(opened, "Odete"), written(opened, "Marcel")
    links.join(store, odette, twin, author=author)
    hers = reception.sign_in_visitor(store, odette, "digital", author=author).visit
    his = reception.sign_in_visitor(store, marcel, "digital", author=author).visit
    interventions.log_intervention(store, visits=(hers,), themes=("email",), duration=15, text="suite jeudi")
    interventions.log_intervention(store, visits=(hers, his), themes=("email",), duration=30, text="ensemble")
    given = reception.sign_in_unnamed(store, "digital").visit
    stay = corrections.stay_of(store, given)
    for who in (corrections.who_is(store, twin), Who()):
        corrections.correct_visit(
            store, given, reason="digital", arrived_at=stay.arrived_at, left_at=None, who=who, author=author
        )
    with store.writing(author) as writer:
        writer.record(REGISTRATION, visitor=odette, name="Odette Chastel", state="registered")
    before = permanences.summary(store, permanences.open_here(store)[0])
    erasure.erase_person(store, odette, author=author)
    assert named(opened, odette, twin) == []
    assert b"Odet" not in said(store)
    assert b"suite jeudi" not in said(store)
    alone, together = rows(store)["intervention"]
    assert (alone["visitors"], alone["note"], alone["age_bands"]) == (None, None, "soixante_dix_plus")
    assert (together["visitors"], together["communes"]) == (str(marcel), "26220 26220")
    after = permanences.summary(store, permanences.open_here(store)[0])
    assert (after.visits, after.interventions) == (before.visits, before.interventions)
    assert [row["age_band"] for row in rows(store)["visit"]][:2] == ["soixante_dix_plus"] * 2
    # Nothing is locked by it: a visit of somebody who was erased is corrected like any other.
    corrections.correct_visit(store, hers, reason="service", arrived_at=stay.arrived_at, left_at=None, author=author)
    assert rows(store) == folded(store)
    assert verify(store.entries(store.device)) == store.head(store.device)


def test_a_name_that_stands_alone_is_found_by_being_alike_and_erased_when_it_is_theirs_beyond_doubt(
    opened: Space,
) -> None:
    store, author = opened.store, opened.animator
    with store.writing(author) as writer:
        surely = writer.record(REGISTRATION, name="Odette Chastel", phone="06 12 34 56 78", state="unknown")
        perhaps = writer.record(BOOKING, name="Chastel Odete", phone="0475260000")
        writer.record(WISH, name="Jean Arnaud", phone="0475000000")
        visit = writer.record(VISIT, times=(opened.clock.now, None))
        came = writer.record(REGISTRATION, name="O. C.", visit=visit, state="seen")
    odette = written(opened, "Odette")
    found = named_alone(store, Described("Odette", "Chastel", "0612345678")).alone
    assert [(each.record, each.surely) for each in found] == [(surely, True), (perhaps, False)]
    # What is no number is like nobody's.
    assert [each.record for each in named_alone(store, Described("Jean", "Roux", "jean@exemple.fr")).alone] == []
    who = corrections.who_is(store, odette)
    stay: dict[str, Any] = {"reason": "digital", "arrived_at": opened.clock.now, "left_at": None, "author": author}
    corrections.correct_visit(store, visit, who=who, **stay)
    erasure.erase_person(store, odette, author=author)
    names = {row["id"]: row["name"] for kind in ("registration", "booking") for row in rows(store)[kind]}
    assert names == {surely: None, perhaps: "Chastel Odete", came: None}
    # What was not surely theirs is erased once somebody says so, and asked again nothing is left to erase.
    erasure.erase_person(store, odette, author=author, alone=(perhaps,))
    assert b"Odete" not in said(store)
    with pytest.raises(Missing):
        erasure.erase_person(store, odette, author=author)
    with pytest.raises(Missing):
        erase_alone(store, (visit,), author=author)
    assert rows(store) == folded(store)
