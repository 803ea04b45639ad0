"""People: found by a name half typed or misspelt, written down once, joined and parted by links."""

import pytest
from sqlalchemy import text

from kiosque.actions.done import undo
from kiosque.actions.helping import interventions
from kiosque.actions.inputs import BadInput
from kiosque.actions.visitors import finding, links, people, reception, visits
from kiosque.actions.visitors.people import Answers
from kiosque.actions.visitors.reception import Remembered
from kiosque.db import search_key
from kiosque.db.write import Missing
from kiosque.domain.persons import Described
from kiosque.domain.records import VISITOR
from tests.stores import Space, folded, meet, rows


def written(space: Space, given_name: str, family_name: str = "", **more: object) -> int:
    answers = Answers(given_name, family_name, **more)  # type: ignore[arg-type]
    return people.write_down(space.store, answers, author=space.animator).record


def remembered(space: Space, given_name: str) -> Remembered:
    """Return the card of somebody who came and left."""
    signed = reception.sign_in_unnamed(space.store, "digital")
    made = reception.remember(space.store, signed.visit, given_name=given_name)
    reception.sign_out(space.store, signed.visit)
    return made


def names(space: Space, typed: str) -> list[str]:
    return [person.name for person in finding.find(space.store, typed)]


def in_key(space: Space) -> str:
    """Return every word that the search key holds, in any of its tables."""
    with space.store.reading() as connection:
        tables = connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'person_key%'")
        )
        found = [
            value
            for (name,) in list(tables)
            for row in connection.execute(text(f"SELECT * FROM {name}"))  # noqa: S608 - our own names
            for value in row
        ]
    return b" ".join(each if isinstance(each, bytes) else str(each).encode() for each in found).decode("latin-1")


def test_a_name_is_found_half_typed_misspelt_or_the_other_way_round(nyons: Space) -> None:
    for given, family in (("Zoé", "Martin"), ("Zoé", "Martinez"), ("Philippe", "Œuvrard"), ("Marie", "Martin")):
        written(nyons, given, family)
    assert names(nyons, "zoe mart") == ["Zoé Martinez", "Zoé Martin"]
    # Whole words first.
    assert names(nyons, "martin zoe")[0] == "Zoé Martin"
    assert (
        names(nyons, "filipe") == names(nyons, "oeuvrar") == names(nyons, "phillippe euvrard") == ["Philippe Œuvrard"]
    )
    assert names(nyons, "mraie martin") == ["Marie Martin"]
    assert names(nyons, "z") == names(nyons, "") == names(nyons, "xavier") == []
    assert names(nyons, 'NOT "OR" *') == []


def test_the_key_follows_a_correction_the_bin_and_an_erasure(nyons: Space) -> None:
    store = nyons.store
    visitor = written(nyons, "Zoé", "Martin", phone="06 12 34 56 78", email="zoe@example.fr")
    assert names(nyons, "martin") == names(nyons, "0612") == names(nyons, "06 12 34 56 78") == ["Zoé Martin"]
    assert names(nyons, "061") == []
    people.correct_person(store, visitor, Answers("Zoé", "Peyrol", phone="0612345678"), author=nyons.animator)
    assert names(nyons, "martin") == []
    assert names(nyons, "peyrol") == ["Zoé Peyrol"]
    assert "martin" not in in_key(nyons)
    with store.writing(nyons.animator) as writer:
        writer.amend(VISITOR, visitor, deleted=True)
    assert names(nyons, "peyrol") == []
    with store.writing(nyons.animator) as writer:
        writer.amend(VISITOR, visitor, deleted=None)
        writer.erase(VISITOR, visitor)
    assert names(nyons, "peyrol") == []
    left = in_key(nyons)
    for word in ("peyro", "zoe", "t0612345678", b"zoe@example.fr".hex()):
        assert word not in left
    assert rows(store) == folded(store)


def test_people_who_come_from_elsewhere_are_in_the_key_too(nyons: Space) -> None:
    other = nyons.network.kiosk(nyons.central, nyons.antenna)
    # The key is there before they come.
    assert finding.find(other, "arnaud") == ()
    written(nyons, "Ana", "Arnaud")
    meet(nyons.store, nyons.central)
    meet(other, nyons.central)
    assert [person.name for person in finding.find(other, "arnau")] == ["Ana Arnaud"]


def test_a_key_of_older_rules_is_made_again(nyons: Space) -> None:
    written(nyons, "Ana", "Arnaud")
    assert names(nyons, "arnaud") == ["Ana Arnaud"]
    with nyons.store.database.writing() as connection:
        connection.execute(text("CREATE VIRTUAL TABLE person_key_0 USING fts5(names)"))
        connection.execute(text(f"DROP TRIGGER {search_key.TABLE}_added"))
    written(nyons, "Bea", "Blanc")
    assert names(nyons, "blanc") == ["Bea Blanc"]
    with nyons.store.reading() as connection:
        assert connection.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'person_key_0'")).first() is None


def test_what_is_written_down_is_checked(nyons: Space) -> None:
    store = nyons.store
    good = {"given_name": "Zoé"}
    for field, bad in (
        ("given_name", {"given_name": " "}),
        ("birth_year", {"birth_year": 1850}),
        ("birth_year", {"birth_year": 2027}),
        ("commune", {"commune": "99999"}),
        ("phone", {"phone": "12"}),
        ("email", {"email": "zoe"}),
        ("email", {"email": "zoe martin@example.fr"}),
    ):
        with pytest.raises(BadInput) as refused:
            people.write_down(store, Answers(**{**good, **bad}), author=nyons.animator)  # type: ignore[arg-type]
        assert refused.value.field == field
    assert rows(store)["visitor"] == []


def test_a_dossier_tells_what_serves_to_go_on(opened: Space) -> None:
    store, author = opened.store, opened.animator
    visitor = written(opened, "Zoé", "Martin", birth_year=1950, commune="26220", phone="+33 6 12 34 56 78")
    signed = reception.sign_in_visitor(store, visitor, "service", author=author)
    with pytest.raises(visits.AlreadyHere):
        reception.sign_in_visitor(store, visitor, author=author)
    interventions.log_intervention(store, visits=(signed.visit,), themes=("email",), duration=15)
    found = people.dossier(store, visitor)
    assert (found.name, found.answers.phone, found.here) == ("Zoé Martin", "0612345678", signed.visit)
    assert found.last_visits == ((opened.clock.now, "service"),)
    assert found.last_helps == ((opened.clock.now, ("email",), None),)
    assert rows(store)["visit"][0]["age_band"] == "soixante_dix_plus"
    with pytest.raises(Missing):
        people.dossier(store, 12)
    with pytest.raises(visits.NotHere):
        reception.sign_in_visitor(store, 12, author=author)


def test_each_card_of_a_person_is_theirs_and_they_are_here_once(opened: Space) -> None:
    store, author = opened.store, opened.animator
    one, other = remembered(opened, "Zoé"), remembered(opened, "Zoe")
    links.join(store, one.record, other.record, author=author)
    for first, second in ((one, other), (other, one)):
        opened.clock.pass_(minutes=1)
        arrived = reception.sign_in_card(store, first.card)
        with pytest.raises(visits.AlreadyHere) as refused:
            reception.sign_in_card(store, second.card)
        assert refused.value.visit == arrived.visit
        assert reception.sign_out_card(store, second.card).record == arrived.visit
    # Two people again, each with their own card.
    links.tell_apart(store, one.record, other.record, author=author)
    for made in (one, other):
        reception.sign_in_card(store, made.card)
    assert len(reception.present(store)) == 2


def test_correcting_somebody_leaves_what_was_counted(opened: Space) -> None:
    store, author = opened.store, opened.animator
    visitor = written(opened, "Zoé", "Martin", birth_year=1950)
    reception.sign_in_visitor(store, visitor, author=author)
    done = people.correct_person(store, visitor, Answers("Zoé", "", birth_year=1990), author=author)
    assert rows(store)["visitor"][0]["age_band"] == "vingt_cinq_trente_neuf"
    assert rows(store)["visit"][0]["age_band"] == "soixante_dix_plus"
    undo(store, done, author)
    assert people.dossier(store, visitor).name == "Zoé Martin"
    assert people.correct_person(store, visitor, Answers("Zoé", "Martin", 1950), author=author).entries == ()


def test_two_of_four_likenesses_are_shown_while_one_types(nyons: Space) -> None:
    zoe = written(nyons, "Zoé", "Martin", phone="0612345678")
    written(nyons, "Marc", "Martin", phone="0612345678", email="marc@example.fr")
    written(nyons, "Paul", "Vial")

    def alike(**said: str) -> list[int]:
        return [each.visitor for each in links.possible(nyons.store, Described(**said))]

    assert alike(given_name="Zoe", family_name="Martain") == [zoe]
    assert alike(given_name="Zoe") == alike(phone="06 12 34 56 78") == alike() == []
    assert len(alike(family_name="martin", phone="06 12 34 56 78")) == 2
    assert len(alike(phone="0612345678", email="MARC@example.fr")) == 1
    assert alike(given_name="Zoé-Marie", family_name="Martin")[0] == zoe


def test_one_person_or_two_is_decided_by_links_and_remembered(opened: Space) -> None:
    store, author = opened.store, opened.animator
    one, two, three = (written(opened, "Zoé", name) for name in ("Martin", "Martain", "Martin"))
    before = rows(store)["visitor"]
    assert [each.visitor for each in people.dossier(store, one).possible] == [two, three]
    links.tell_apart(store, one, two, author=author)
    # They are two people: nobody is asked again, whichever of them is looked at.
    assert [each.visitor for each in people.dossier(store, one).possible] == [three]
    assert [each.visitor for each in people.dossier(store, two).possible] == [three]
    done = links.join(store, one, three, author=author)
    assert [each.visitor for each in people.dossier(store, three).joined] == [one]
    # Who is apart from one of a person is apart from the person.
    assert people.dossier(store, two).possible == ()
    assert len(finding.find(store, "zoe martin")) == 2
    # They are one at the counter of the animator too.
    reception.sign_in_visitor(store, one, author=author)
    with pytest.raises(visits.AlreadyHere):
        reception.sign_in_visitor(store, three, author=author)
    assert people.dossier(store, three).here is not None
    undo(store, done, author)
    assert people.dossier(store, three).joined == ()
    links.join(store, three, one, author=author)
    links.part(store, one, author=author)
    assert people.dossier(store, one).joined == ()
    assert people.dossier(store, one).possible == ()
    # Nothing was ever written over.
    assert rows(store)["visitor"] == before
    assert rows(store) == folded(store)


def test_parting_one_leaves_the_others_together(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    one, hub, three = (written(nyons, "Zoé", name) for name in ("Martin", "Vial", "Roux"))
    links.join(store, one, hub, author=author)
    links.join(store, hub, three, author=author)
    links.part(store, hub, author=author)
    assert [each.visitor for each in people.dossier(store, one).joined] == [three]
    assert people.dossier(store, hub).joined == ()


def test_links_that_cannot_be_are_refused(nyons: Space) -> None:
    store, author = nyons.store, nyons.animator
    one, two = written(nyons, "Zoé"), written(nyons, "Ana")
    for other in (one, 12):
        with pytest.raises(BadInput):
            links.join(store, one, other, author=author)
    with pytest.raises(BadInput):
        links.part(store, one, author=author)
    first = links.join(store, one, two, author=author)
    assert first.entries
    assert links.join(store, two, one, author=author).entries == ()


def test_headquarters_learns_of_links_and_of_their_end(nyons: Space) -> None:
    one, two = written(nyons, "Zoé", "Martin"), written(nyons, "Zoé", "Martin")
    links.join(nyons.store, one, two, author=nyons.animator)
    meet(nyons.store, nyons.central)
    links.part(nyons.store, two, author=nyons.animator)
    meet(nyons.store, nyons.central)
    assert [(row["one"], row["other"], row["verdict"]) for row in rows(nyons.central)["link"]] == [
        (one, two, "different")
    ]
