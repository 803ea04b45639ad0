"""The whole window when animators come, relieve each other and close: real badges at a reader, real taps."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from kiosque.actions.network import network
from kiosque.actions.opening import permanences, presence
from kiosque.actions.visitors import reception
from kiosque.db.folder import Opened
from kiosque.db.keyfile import WrongBadge
from kiosque.domain.opener import badge_text
from tests.stores import Space, meet, rows
from tests.ui.conftest import Kiosk, start
from tests.ui.hands import shows, until, words

ELODIE, ZOE, STRANGER = (badge_text(bytes([number]) * 16) for number in (1, 2, 3))


@pytest.fixture
def zoe(nyons: Space) -> int:
    """Somebody who roams, of whom this PC has heard."""
    hired = network.add_animator(nyons.central, given_name="Zoé", family_name="Roux").record
    meet(nyons.store, nyons.central)
    return hired


@pytest.fixture
def kiosk(qapp: QApplication, nyons: Space, zoe: int) -> Iterator[Kiosk]:
    """A kiosk that knows two badges."""
    del qapp
    made = start(nyons)
    bearers = {ELODIE: nyons.animator, ZOE: zoe}

    def unlock(passphrase: str) -> Opened:
        if passphrase not in bearers:
            sentence = "Ce badge n’ouvre pas ce poste. Réessayez, ou tapez votre phrase secrète."
            raise WrongBadge(sentence)
        return Opened(nyons.store, bearers[passphrase])

    made.window.backstage.services = replace(made.window.backstage.services, unlock=unlock)
    try:
        yield made
    finally:
        made.close()


def there(kiosk: Kiosk) -> list[str]:
    store = kiosk.space.store
    return [each.name for opened in permanences.open_here(store) for each in presence.there(store, opened)]


def test_a_badge_opens_with_one_tap_and_another_takes_over_at_the_desk(kiosk: Kiosk) -> None:
    robot = kiosk.robot
    robot.scan(ELODIE)
    robot.tap("open.go")
    robot.wait_for("counter.home")
    assert there(kiosk) == ["Élodie Brès"]
    # At the counter her badge leads straight to her desk.
    robot.scan(ELODIE)
    robot.wait_for("animator.desk")
    until(kiosk, lambda: shows(kiosk, "Personne n’est là"))
    robot.scan(ZOE)
    robot.wait_for("animator.join")
    until(kiosk, lambda: "Élodie Brès tient la permanence" in words(kiosk))
    robot.tap("join.relieve")
    robot.wait_for("animator.desk")
    assert there(kiosk) == ["Zoé Roux"]
    # What is written from here on is hers.
    signed = reception.sign_in_unnamed(kiosk.space.store, "service")
    robot.tap(f"visit.{signed.visit}")
    robot.tap("theme.email")
    robot.tap("duration.30")
    robot.wait_for("animator.desk")
    [given] = rows(kiosk.space.store)["intervention"]
    assert given["animator"] == kiosk.window.backstage.animator != kiosk.space.animator


def test_two_are_there_and_one_leaves(kiosk: Kiosk) -> None:
    robot = kiosk.robot
    robot.scan(ELODIE)
    robot.tap("open.go")
    robot.wait_for("counter.home")
    robot.scan(ZOE)
    robot.tap("join.together")
    robot.wait_for("animator.desk")
    assert there(kiosk) == ["Élodie Brès", "Zoé Roux"]
    robot.tap("desk.team")
    robot.tap("Élodie Brès, Part maintenant")
    until(kiosk, lambda: there(kiosk) == ["Zoé Roux"])
    assert robot.screen == "animator.team"
    # Of a badge that opens nothing nobody is the worse.
    robot.scan(STRANGER)
    robot.wait_for("animator.unlock")
    until(kiosk, lambda: shows(kiosk, "n’ouvre pas"))
    robot.tap("back")
    robot.wait_for("animator.desk")
    assert there(kiosk) == ["Zoé Roux"]


def test_after_a_power_cut_another_s_badge_resumes_the_same_permanence(kiosk: Kiosk, nyons: Space) -> None:
    permanences.open_permanence(nyons.store, nyons.animator)
    robot = kiosk.robot
    assert robot.screen == "counter.closed"
    robot.scan(ZOE)
    robot.tap("join.together")
    robot.wait_for("animator.desk")
    assert len(rows(nyons.store)["permanence"]) == 1
    assert there(kiosk) == ["Élodie Brès", "Zoé Roux"]


def test_closing_logs_what_was_accepted_notes_who_left_and_is_taken_back(kiosk: Kiosk, nyons: Space) -> None:
    robot = kiosk.robot
    robot.scan(ELODIE)
    robot.tap("open.go")
    robot.wait_for("counter.home")
    visits = [reception.sign_in_unnamed(nyons.store, "service").visit for _ in range(3)]
    robot.scan(ELODIE)
    robot.tap("desk.close")
    robot.tap("close.help")
    robot.tap(f"batch.visit.{visits[0]}")
    robot.tap(f"batch.visit.{visits[1]}")
    robot.tap("batch.minutes.45")
    robot.tap("batch.send")
    until(kiosk, lambda: [row["duration"] for row in rows(nyons.store)["intervention"]] == [45, 45])
    robot.tap("batch.way.several")
    robot.tap("batch.count.more")
    robot.tap("batch.theme.email")
    robot.tap("batch.minutes.20")
    robot.tap("batch.send")
    until(kiosk, lambda: len(rows(nyons.store)["intervention"]) == 4)
    robot.tap("back")
    robot.tap(f"close.still.{visits[0]}")
    until(kiosk, lambda: not robot.has(f"close.still.{visits[0]}"))
    assert len(reception.present(nyons.store)) == 2
    robot.tap("close.left")
    until(kiosk, lambda: shows(kiosk, "Tout le monde est reparti."))
    robot.tap("close.go")
    robot.wait_for("animator.thanks")
    assert there(kiosk) == []
    robot.tap("undo")
    robot.wait_for("counter.home")
    assert there(kiosk) == ["Élodie Brès"]
