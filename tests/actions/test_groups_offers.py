"""Groups that are counted one by one, and what is offered first for an act of help."""

import pytest

from kiosque.actions.done import undo
from kiosque.actions.helping import interventions
from kiosque.actions.helping.offers import offers
from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import groups, reception
from kiosque.domain import codes
from tests.stores import Space, folded, rows


def test_a_class_is_as_many_visits_and_nobody_is_invented(opened: Space) -> None:
    store, author = opened.store, opened.animator
    done = groups.sign_in_group(store, 22, "elementaire", author=author)
    here = reception.present(store)
    assert {(each.group, each.level, each.visitor) for each in here} == {(done.record, "elementaire", None)}
    assert permanences.visits_today(store) == len(here) == 22
    assert rows(store)["visitor"] == []
    assert {row["age_band"] for row in rows(store)["visit"]} == {"moins_de_douze"}
    # At the counter, nobody of a class is asked whether they leave.
    assert reception.unnamed_present(store) == ()
    helped = interventions.log_intervention(
        store, visits=[each.visit for each in here], themes=("creer_avec_le_numerique",), duration=60
    )
    assert rows(store)["intervention"][0]["age_bands"] == " ".join(["moins_de_douze"] * 22)
    opened.clock.pass_(minutes=50)
    left = groups.sign_out_group(store, done.record, author=author)
    assert reception.present(store) == ()
    assert {row["ended_at"] for row in rows(store)["visit"]} == {opened.clock.now}
    undo(store, left, author)
    assert len(reception.present(store)) == 22
    assert rows(store) == folded(store)
    assert helped.record


def test_a_group_that_was_a_mistake_goes_whole(opened: Space) -> None:
    undo(opened.store, groups.sign_in_group(opened.store, 3, "adultes", author=opened.animator), opened.animator)
    assert reception.present(opened.store) == ()
    assert all(row["deleted"] for kind in ("group", "visit") for row in rows(opened.store)[kind])


def test_a_group_that_cannot_be_is_refused(opened: Space) -> None:
    for size, level in ((1, "college"), (121, "college"), (12, "martiens")):
        with pytest.raises(BadInput):
            groups.sign_in_group(opened.store, size, level, author=opened.animator)
    assert rows(opened.store)["visit"] == []


def test_the_reason_of_a_visit_chooses_the_theme_unless_reasons_differ(opened: Space) -> None:
    service, repair, digital = (
        reception.sign_in_unnamed(opened.store, reason).visit for reason in ("service", "repair", "digital")
    )
    assert offers(opened.store, (service,)).theme == codes.ADMINISTRATIVE
    assert offers(opened.store, (repair,)).theme == "maintenance_de_materiel"
    assert offers(opened.store, (digital,)).theme is None
    assert offers(opened.store, (service, repair)).theme is None
    assert offers(opened.store).theme is None


def test_what_this_place_does_comes_first_and_what_these_people_needed_before_it(opened: Space) -> None:
    store = opened.store
    assert offers(store).durations == codes.DURATIONS
    first = reception.sign_in_unnamed(store, "service").visit
    kept = reception.remember(store, first, given_name="Léa")

    def log(theme: str, service: str | None, minutes: int, visits: tuple[int, ...] = ()) -> None:
        interventions.log_intervention(store, visits=visits, themes=(theme,), service=service, duration=minutes)

    log(codes.ADMINISTRATIVE, "msa", 20, (first,))
    for _ in range(3):
        log("intelligence_artificielle", None, 10)
        log(codes.ADMINISTRATIVE, "chambres", 10)
    found = offers(store)
    # Four administrative acts against three; then the order of the list.
    assert found.themes.first[:3] == (codes.ADMINISTRATIVE, "intelligence_artificielle", "prendre_en_main_du_materiel")
    assert found.services.first[:2] == ("chambres", "msa")
    assert "pole_emploi" not in (*found.services.first, *found.services.others)
    assert found.durations == (10, 15, 20, 30, 45, 60)
    assert found.other_durations == (5, 75, 90, 120, 150, 180, 240)
    reception.sign_out(store, first)
    again = reception.sign_in_card(store, kept.card, "service").visit
    assert offers(store, (again,)).services.first[:2] == ("msa", "chambres")
    opened.clock.pass_(days=91)
    assert offers(store).services.first[0] == "france_travail"
