"""The switch of language at the counter: what is redrawn, what stays, and when French comes back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

import catalogues
from kiosque.domain.errors import KnownError
from kiosque.ui.language import CATALOGUES, Language, find, speak, spoken
from kiosque.ui.told import told
from kiosque.ui.words import Plural, Words
from tests.ui.conftest import Kiosk


@pytest.fixture
def counter(kiosk: Kiosk) -> Kiosk:
    """A kiosk whose permanence is open."""
    kiosk.open()
    return kiosk


def said(kiosk: Kiosk) -> str:
    """All that can be read on the screen."""
    return "\n".join(label.text() for label in kiosk.window.findChildren(QLabel) if label.isVisible())


def test_who_switches_gets_the_next_screens_in_english_and_the_next_visitor_french(counter: Kiosk) -> None:
    robot = counter.robot
    assert "Bonjour" in said(counter)
    robot.tap("English")
    robot.wait_for("counter.home")
    assert "Your name is not needed." in said(counter)
    robot.tap("counter.unnamed")
    robot.wait_for("counter.reason")
    assert "Why have you come today?" in said(counter)
    robot.tap("reason.other")
    robot.wait_for("counter.welcome")
    assert "Your visit is counted." in said(counter)
    robot.tap("message.done")
    robot.wait_for("counter.home")
    assert "Votre nom n’est pas nécessaire." in said(counter)


def test_going_back_keeps_the_language_and_the_switch_goes_both_ways(counter: Kiosk) -> None:
    robot = counter.robot
    robot.tap("language")
    robot.tap("counter.leave")
    robot.wait_for("counter.leave")
    robot.tap("back")
    robot.wait_for("counter.home")
    assert "Your name is not needed." in said(counter)
    robot.tap("Français")
    assert "Votre nom n’est pas nécessaire." in said(counter)


def test_what_was_typed_stays_through_a_switch(counter: Kiosk) -> None:
    robot = counter.robot
    robot.tap("counter.first")
    robot.wait_for("counter.reason")
    robot.tap("reason.other")
    robot.wait_for("counter.remember")
    robot.tap("counter.remember.yes")
    robot.wait_for("counter.form")
    robot.type("Zoé")
    robot.tap("form.commune")
    robot.type("nyo")
    robot.tap("form.commune.0")
    robot.tap("language")
    assert "First name" in said(counter)
    typed = {line.objectName(): line.text() for line in counter.window.findChildren(QLineEdit) if line.isVisible()}
    assert typed["form.given_name"] == "Zoé"
    assert typed["form.commune"].startswith("Nyons")
    robot.tap("form.send")
    robot.wait_for("counter.given")
    assert "Here is your card, Zoé." in said(counter)


def test_french_is_back_when_the_animator_has_gone(counter: Kiosk) -> None:
    robot = counter.robot
    robot.tap("language")
    counter.desk()
    assert spoken() is Language.ENGLISH
    robot.tap("desk.counter")
    robot.wait_for("counter.home")
    assert spoken() is Language.FRENCH


def test_french_is_back_when_the_screen_is_wiped(counter: Kiosk) -> None:
    counter.robot.tap("language")
    counter.window._wipe()  # noqa: SLF001 - what the idle watch calls
    counter.robot.wait_for("counter.home")
    assert spoken() is Language.FRENCH


def test_what_is_compiled_is_what_is_written(tmp_path: Path) -> None:
    for language in catalogues.LOCALES:
        shipped = CATALOGUES / f"kiosque_{language.value}.ts"
        catalogues.compiled(shipped, tmp_path / "made.qm")
        assert (tmp_path / "made.qm").read_bytes() == shipped.with_suffix(".qm").read_bytes(), "make texts"


def test_every_language_but_french_has_its_catalogue() -> None:
    assert set(catalogues.LOCALES) == set(Language) - {Language.FRENCH}


class TrialWords(Words):
    """Words that no catalogue knows."""

    NEW = "Tout neuf"
    MANY = Plural("{n} chose", "{n} choses")


def test_what_is_not_translated_yet_is_said_in_french() -> None:
    speak(Language.ENGLISH)
    trial = TrialWords()
    assert (trial.NEW, trial.MANY(1), trial.MANY(2)) == ("Tout neuf", "1 chose", "2 choses")
    assert told(KnownError("Il manque {count} choses.", count=3)) == "Il manque 3 choses."
    assert find("nowhere", "Rien") == "Rien"
