"""The whole window as animators look after people in it, over a real encrypted database."""

import pytest
from PySide6.QtCore import Qt

from kiosque.actions.helping import interventions
from kiosque.actions.visitors import people, reception
from kiosque.actions.visitors.people import Answers
from tests.stores import rows
from tests.ui.conftest import Kiosk
from tests.ui.hands import shows, until


@pytest.fixture
def desk(kiosk: Kiosk) -> Kiosk:
    """A kiosk whose permanence is open, on its desk."""
    kiosk.open()
    kiosk.desk()
    return kiosk


def written(kiosk: Kiosk, given_name: str, family_name: str) -> int:
    answers = Answers(given_name, family_name)
    return people.write_down(kiosk.space.store, answers, author=kiosk.space.animator).record


def test_somebody_is_found_by_the_keyboard_alone_and_thrown_away_by_a_wanted_tap(desk: Kiosk) -> None:
    robot = desk.robot
    first, second = written(desk, "Zoé", "Martin"), written(desk, "Zoé", "Martinez")
    robot.tap("desk.find")
    robot.wait_for("animator.find")
    robot.type("zoé martin")
    until(desk, lambda: robot.has(f"found.{first}") and robot.has(f"found.{second}"))
    robot.press(Qt.Key.Key_Down)
    robot.press(Qt.Key.Key_Down)
    robot.press(Qt.Key.Key_Return)
    robot.wait_for("animator.dossier")
    until(desk, lambda: shows(desk, "Zoé Martinez"))
    robot.tap("dossier.throw")
    robot.press(Qt.Key.Key_Escape)
    assert robot.screen == "animator.dossier"
    robot.tap("dossier.throw")
    robot.tap("confirmation.yes")
    robot.wait_for("animator.find")
    assert [bool(row["deleted"]) for row in rows(desk.space.store)["visitor"]] == [False, True]
    robot.tap("undo")
    robot.wait_for("animator.dossier")
    robot.tap("dossier.go")
    robot.wait_for("animator.desk")
    assert [each.name for each in reception.present(desk.space.store)] == ["Zoé Martinez"]


def test_a_twin_is_seen_while_typing_and_the_two_are_joined(desk: Kiosk) -> None:
    robot = desk.robot
    first = written(desk, "Zoé", "Martin")
    robot.tap("desk.find")
    robot.tap("find.new")
    robot.wait_for("animator.write")
    robot.fill("write.given_name", "Zoe")
    robot.fill("write.family_name", "Martain")
    until(desk, lambda: robot.has(f"known.{first}"))
    robot.tap("write.save")
    robot.wait_for("animator.compare")
    until(desk, lambda: shows(desk, "Martain"))
    robot.tap("compare.same")
    robot.wait_for("animator.dossier")
    until(desk, lambda: robot.has("dossier.part"))
    assert [row["verdict"] for row in rows(desk.space.store)["link"]] == ["same"]


def test_what_was_noted_is_corrected_from_the_desk(desk: Kiosk) -> None:
    robot, store = desk.robot, desk.space.store
    act = interventions.log_intervention(store, themes=("email",), duration=15, animator=desk.space.animator).record
    robot.tap("desk.more")
    robot.tap("more.noted")
    robot.tap(f"noted.{act}")
    robot.wait_for("animator.correct_help")
    until(desk, lambda: robot.has("help.duration.30"))
    robot.tap("help.theme.sante")
    robot.tap("help.duration.30")
    robot.fill("help.note", "à revoir")
    robot.tap("help.save")
    robot.wait_for("animator.noted")
    row = rows(store)["intervention"][0]
    assert (row["themes"], row["duration"], row["note"]) == ("email sante", 30, "à revoir")


def test_a_card_is_replaced_and_a_child_brought_into_the_household(desk: Kiosk) -> None:
    robot, store = desk.robot, desk.space.store
    odette = written(desk, "Odette", "Chastel")
    robot.tap("desk.find")
    robot.type("odette")
    robot.tap(f"found.{odette}")
    robot.tap("dossier.card")
    robot.tap("card.give")
    robot.wait_for("animator.preview")
    robot.tap("back")
    robot.tap("back")
    robot.tap("dossier.home")
    robot.tap("home.add")
    robot.tap("find.new")
    robot.wait_for("animator.write")
    robot.fill("write.given_name", "Léo")
    robot.fill("write.birth_year", "2018")
    robot.tap("write.save")
    robot.wait_for("animator.housemates")
    child = rows(store)["visitor"][-1]
    assert (child["given_name"], child["answered_by"]) == ("Léo", odette)
    robot.tap(f"home.{child['id']}")
    robot.tap("home.adult.nobody")
    until(desk, lambda: rows(store)["visitor"][-1]["answered_by"] is None)
    assert rows(store)["visitor"][0]["card"]


def test_a_visit_without_a_name_is_given_to_who_came(desk: Kiosk) -> None:
    robot, store = desk.robot, desk.space.store
    visit = reception.sign_in_unnamed(store, "digital").visit
    odette = written(desk, "Odette", "Chastel")
    for name in ("desk.more", "more.noted", "noted.part.visits", f"noted.{visit}", "visit.who"):
        robot.tap(name)
    robot.type("odette")
    robot.tap(f"found.{odette}")
    robot.wait_for("animator.correct_visit")
    until(desk, lambda: shows(desk, "Odette Chastel"))
    robot.tap("visit.save")
    robot.wait_for("animator.noted")
    assert rows(store)["visit"][0]["visitor"] == odette
