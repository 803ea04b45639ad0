"""The whole window as animators use it, over a real encrypted database."""

from functools import partial

import pytest

from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.domain.card import RANDOM_BYTES, card_code
from kiosque.domain.records import ANTENNA
from kiosque.sync.agent import AllReceived, KeptHere, Sending, Silent, Status
from tests.stores import MONDAY_9_H, rows
from tests.ui.conftest import Kiosk
from tests.ui.hands import shows, until, words


def test_an_intervention_takes_three_taps(open_kiosk: Kiosk) -> None:
    space, robot = open_kiosk.space, open_kiosk.robot
    signed = reception.sign_in_unnamed(space.store, "service")
    open_kiosk.desk()
    robot.tap(f"visit.{signed.visit}")
    robot.tap("theme.email")
    robot.tap("duration.30")
    robot.wait_for("animator.desk")
    made = rows(space.store)["intervention"]
    assert [(row["visits"], row["themes"], row["duration"]) for row in made] == [(str(signed.visit), "email", 30)]
    robot.tap("desk.again")
    until(open_kiosk, lambda: [row["duration"] for row in rows(space.store)["intervention"]] == [30, 30])


def test_a_class_arrives_in_three_taps(open_kiosk: Kiosk) -> None:
    open_kiosk.desk()
    robot = open_kiosk.robot
    robot.tap("desk.group")
    robot.tap("group.22")
    robot.tap("level.elementaire")
    robot.wait_for("animator.desk")
    assert len(rows(open_kiosk.space.store)["visit"]) == 22
    until(open_kiosk, lambda: shows(open_kiosk, "Groupe de 22\u00a0personnes"))


def test_a_workshop_from_its_plan_to_its_attendance(open_kiosk: Kiosk) -> None:
    space, robot = open_kiosk.space, open_kiosk.robot
    open_kiosk.desk()
    robot.tap("desk.workshops")
    until(open_kiosk, lambda: "Aucun atelier" in words(open_kiosk))
    robot.tap("workshops.plan")
    robot.wait_for("animator.plan")
    robot.type("Généalogie")
    robot.tap("plan.minutes.90")
    robot.tap("plan.theme.culture_numerique")
    robot.tap("plan.send")
    robot.wait_for("animator.workshops")
    planned = rows(space.store)["workshop"][0]
    assert planned["title"] == "Généalogie"
    robot.tap(f"workshop.{planned['id']}")
    robot.wait_for("animator.attendance")
    for name in ("Jeanne Roux", "Paul Viel"):
        robot.fill("attendance.name", name)
        robot.tap("attendance.add")
        until(open_kiosk, partial(shows, open_kiosk, name))
        until(open_kiosk, lambda: robot.find("attendance.name").property("text") == "")
    robot.tap("attendance.all")
    until(open_kiosk, lambda: [row["state"] for row in rows(space.store)["registration"]] == ["seen", "seen"])
    registration = rows(space.store)["registration"][1]["id"]
    until(open_kiosk, lambda: "À renseigner" not in words(open_kiosk))
    robot.tap(f"attendee.{registration}")
    until(open_kiosk, lambda: [row["state"] for row in rows(space.store)["registration"]] == ["seen", "noshow"])


def test_a_permanence_is_closed_and_the_counter_says_so(open_kiosk: Kiosk) -> None:
    robot = open_kiosk.robot
    reception.sign_in_unnamed(open_kiosk.space.store, "digital")
    open_kiosk.desk()
    robot.tap("desk.close")
    robot.tap("close.go")
    robot.wait_for("animator.thanks")
    assert "1\u00a0passage" in words(open_kiosk)
    until(open_kiosk, lambda: "closed" in open_kiosk.line.tries)
    robot.tap("thanks.done")
    robot.wait_for("counter.closed")
    assert permanences.current(open_kiosk.space.store) is None
    # A card shown to a closed counter counts nobody.
    robot.scan(card_code(bytes(RANDOM_BYTES)))
    assert robot.screen == "counter.closed"


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (AllReceived(MONDAY_9_H), "Tout est bien reçu"),
        (KeptHere(5), "partiront au retour de la ligne"),
        (Sending(8, 12), "8 sur 12"),
        (Silent(MONDAY_9_H - 4 * 86_400, 12), "depuis jeudi"),
    ],
    ids=["received", "kept", "sending", "silent"],
)
def test_the_pill_says_how_the_line_is(open_kiosk: Kiosk, status: Status, sentence: str) -> None:
    open_kiosk.line.said = status
    open_kiosk.desk()
    until(open_kiosk, lambda: sentence in open_kiosk.robot.find("line").accessibleName())
    open_kiosk.robot.tap("line")
    open_kiosk.robot.wait_for("animator.line")
    open_kiosk.robot.tap("line.try")
    until(open_kiosk, lambda: "now" in open_kiosk.line.tries)
    until(open_kiosk, lambda: "Tout marche" in words(open_kiosk))
    assert words(open_kiosk).count("oui") == 3


def test_the_line_is_told_of_the_start_once(open_kiosk: Kiosk) -> None:
    open_kiosk.desk()
    until(open_kiosk, lambda: "started" in open_kiosk.line.tries)
    assert open_kiosk.line.tries.count("started") == 1


def test_what_the_line_brings_is_shown_at_once(open_kiosk: Kiosk) -> None:
    """An arrival written by other hands than the window's: another screen of the antenna, or headquarters."""
    open_kiosk.desk()
    until(open_kiosk, lambda: "Personne n’est là" in words(open_kiosk))
    reception.sign_in_unnamed(open_kiosk.space.store, "repair")
    until(open_kiosk, lambda: "Réparation" in words(open_kiosk))


def test_hours_that_arrive_while_one_is_about_to_open_are_shown(kiosk: Kiosk) -> None:
    central, store = kiosk.space.central, kiosk.space.store
    kiosk.unlock()
    until(kiosk, lambda: "9\u202fh – 12\u202fh\u202f30" in words(kiosk))
    with central.writing() as writer:
        writer.amend(ANTENNA, kiosk.space.antenna, opening_hours="Mo 08:15-11:45")
    store.apply(central.entries(central.device))
    until(kiosk, lambda: "8\u202fh\u202f15 – 11\u202fh\u202f45" in words(kiosk))
