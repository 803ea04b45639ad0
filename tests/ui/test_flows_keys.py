"""Opening by badge, and by the recovery code: the whole window over a real kiosk's folder and its key file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from nacl.signing import SigningKey
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from kiosque.actions.network import keys
from kiosque.actions.opening import permanences
from kiosque.db import folder, keyfile, recovery
from kiosque.db.folder import Opened
from kiosque.db.identity import Identity
from kiosque.db.keys import HeldKey, keep_headquarters_key
from kiosque.db.paths import KIOSK_KEY
from kiosque.db.store import Store
from kiosque.domain.opener import badge_text
from kiosque.ui import app
from kiosque.ui.lanes import Lanes
from kiosque.ui.robot import Robot
from kiosque.ui.services import Services, UiSettings
from tests.stores import CENTRAL, Space
from tests.templates import settled
from tests.ui.conftest import UNHURRIED, Kiosk
from tests.ui.hands import remembered, until, visits, words
from tests.ui.line import Line

PHRASE = "olive lavande tilleul genêt"
OTHER = "truffe abricot épeautre picodon"
SEED = bytes(range(32))


class Post:
    """A PC's folder, opened once and then asked again, as the kiosk's own does."""

    def __init__(self, at: Path, space: Space) -> None:
        self.at, self.space = at, space
        self.store: Store | None = None

    def unlock(self, passphrase: str) -> Opened:
        if self.store is not None:
            return folder.unlock_again(self.at, self.store, passphrase)
        opened = folder.unlock(self.at, passphrase, self.space.clock)
        self.store = opened.store
        return opened


@pytest.fixture
def badge(nyons: Space) -> str:
    """Élodie's badge, of which the kiosk heard."""
    return keys.issue_badge(nyons.central, nyons.animator)


@pytest.fixture
def at(nyons: Space, badge: str, tmp_path: Path) -> Path:
    """A kiosk's folder, whose recovery code is at headquarters."""
    del badge
    at = tmp_path / "kiosk"
    settled(at, Identity(77, nyons.antenna, CENTRAL, ""), nyons.animator, PHRASE)
    opened = folder.unlock(at, PHRASE, nyons.clock)
    assert opened.by
    opened.store.apply(nyons.central.entries(CENTRAL))
    keep_headquarters_key(opened.store, HeldKey(1, bytes(SigningKey(SEED).verify_key), b"signed"))
    keys.refresh(at, opened.store, opened.by.key)
    opened.store.close()
    return at


@pytest.fixture
def kiosk(qapp: QApplication, nyons: Space, at: Path) -> Iterator[Kiosk]:
    """The window over that folder, locked."""
    del qapp
    post, line, lanes = Post(at, nyons), Line(), Lanes()
    services = Services(post.unlock, line, nyons.clock, UiSettings(full_screen=False, timings=UNHURRIED))
    window = app.open_window(services, lanes)
    made = Kiosk(nyons, window, Robot(window), lanes, line)
    try:
        yield made
    finally:
        made.close()
        if post.store is not None:
            post.store.close()


def test_a_badge_opens_from_the_closed_screen_and_takes_to_the_desk_from_the_counter(kiosk: Kiosk, badge: str) -> None:
    robot = kiosk.robot
    robot.scan(badge)
    robot.wait_for("animator.open")
    assert kiosk.window.backstage.animator == kiosk.space.animator
    robot.tap("open.go")
    robot.wait_for("counter.home")
    robot.scan(badge)
    robot.wait_for("animator.desk")


def test_a_badge_opens_on_the_screen_of_the_passphrase_and_leaves_nothing_in_its_line(kiosk: Kiosk, badge: str) -> None:
    kiosk.robot.tap("animator")
    kiosk.robot.scan(badge_text(bytes(16)))
    until(kiosk, lambda: "n’ouvre pas ce poste" in words(kiosk))
    line = kiosk.robot.find("unlock.passphrase")
    assert isinstance(line, QLineEdit)
    assert line.text() == ""
    kiosk.robot.scan(badge.lower())
    kiosk.robot.wait_for("animator.open")


def test_a_member_card_opens_nothing_and_is_said(kiosk: Kiosk) -> None:
    card = remembered_card(kiosk)
    kiosk.robot.tap("animator")
    kiosk.robot.scan(card)
    until(kiosk, lambda: "pas un badge" in words(kiosk))


def remembered_card(kiosk: Kiosk) -> str:
    permanences.open_permanence(kiosk.space.store, kiosk.space.animator)
    return remembered(kiosk.space, "Zoé").card


def test_a_badge_in_the_middle_of_something_changes_nothing(kiosk: Kiosk, badge: str) -> None:
    robot = kiosk.robot
    robot.scan(badge)
    robot.tap("open.go")
    robot.tap("counter.first")
    robot.wait_for("counter.reason")
    robot.scan(badge)
    assert robot.screen == "counter.reason"
    assert "revenez d’abord à l’accueil" in kiosk.window.said
    assert visits(kiosk) == []


def test_the_recovery_code_leads_to_a_passphrase_for_who_is_there(kiosk: Kiosk, at: Path) -> None:
    path = at / KIOSK_KEY
    sent = recovery.parcel(path)
    recovery.arrived(path, sent)
    robot = kiosk.robot
    kiosk.unlock(recovery.open_recovery(SEED, sent))
    robot.wait_for("animator.recover")
    robot.fill("recover.passphrase", OTHER)
    robot.tap("recover.send")
    until(kiosk, lambda: "Touchez d’abord votre nom" in words(kiosk))
    robot.tap(f"recover.{kiosk.space.animator}")
    robot.fill("recover.passphrase", "azerty")
    robot.tap("recover.send")
    until(kiosk, lambda: "quatre mots" in words(kiosk) and "différents" in words(kiosk))
    robot.fill("recover.passphrase", OTHER)
    robot.tap("recover.send")
    robot.wait_for("animator.open")
    assert kiosk.window.backstage.animator == kiosk.space.animator
    assert keyfile.unlock(path, OTHER).holder.animator == kiosk.space.animator
    with pytest.raises(keyfile.WrongPassphrase):
        keyfile.unlock(path, PHRASE)
    assert recovery.parcel(path) not in {b"", sent}


def test_an_animator_changes_their_passphrase_and_says_the_present_one_first(kiosk: Kiosk, at: Path) -> None:
    robot = kiosk.robot
    kiosk.unlock(PHRASE)
    robot.tap("settings")
    robot.tap("settings.passphrase")
    robot.tap("passphrase.send")
    until(kiosk, lambda: "Tapez votre phrase secrète" in words(kiosk))
    for now, new, said in (("azerty", OTHER, "n’est pas la bonne"), (PHRASE, "azerty", "quatre mots")):
        robot.fill("passphrase.now", now)
        robot.fill("passphrase.new", new)
        robot.tap("passphrase.send")
        until(kiosk, lambda said=said: said in words(kiosk))  # type: ignore[misc]
    robot.fill("passphrase.new", OTHER)
    robot.press(Qt.Key.Key_Return)
    robot.wait_for("animator.settings")
    assert kiosk.window.said == "Votre phrase secrète est changée."
    assert keyfile.unlock(at / KIOSK_KEY, OTHER).holder.animator == kiosk.space.animator
    with pytest.raises(keyfile.WrongPassphrase):
        keyfile.unlock(at / KIOSK_KEY, PHRASE)


def test_leaving_the_recovery_leaves_nobody_at_work(kiosk: Kiosk, at: Path) -> None:
    kiosk.unlock(recovery.open_recovery(SEED, recovery.parcel(at / KIOSK_KEY)))
    kiosk.robot.wait_for("animator.recover")
    kiosk.robot.tap("back")
    kiosk.robot.wait_for("counter.closed")
    assert kiosk.window.backstage.animator == 0
