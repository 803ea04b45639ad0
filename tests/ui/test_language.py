"""The switch of language at the counter: what is redrawn, what stays, and when French comes back."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

import catalogues
from kiosque.domain.errors import KnownError
from kiosque.ui.language import CATALOGUES, Language, find, speak, spoken
from kiosque.ui.told import told
from kiosque.ui.words import Plural, Words
from tests.stores import Space
from tests.ui.conftest import Kiosk, start


@pytest.fixture
def counter(kiosk: Kiosk) -> Kiosk:
    """A kiosk whose permanence is open."""
    kiosk.open()
    return kiosk


FRENCH_ONLY = [
    re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(french)))
    for message, forms in catalogues.read(CATALOGUES / "kiosque_en.ts").items()
    for french in filter(None, (message.source, message.one))
    if french not in forms and re.search(r"\w", re.sub(r"\{\w+\}", "", french))
]
"""Every sentence that is written otherwise in English."""


def shown(kiosk: Kiosk) -> set[str]:
    """All that can be read or heard on the screen; not in the toast, which still speaks to who was there before."""
    seen: set[str] = set()
    toast = kiosk.robot.find("toast") if kiosk.window.said else None
    for widget in kiosk.window.findChildren(QWidget):
        if widget.isVisible() and not (toast and (toast is widget or toast.isAncestorOf(widget))):
            seen |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
            seen |= {widget.text()} if isinstance(widget, QLabel | QAbstractButton) else set()
            seen |= {widget.placeholderText()} if isinstance(widget, QLineEdit) else set()
    return {text.strip() for text in seen} - {""}


def in_french(kiosk: Kiosk) -> set[str]:
    english = {form for forms in catalogues.read(CATALOGUES / "kiosque_en.ts").values() for form in forms}
    return {text for text in shown(kiosk) - english for pattern in FRENCH_ONLY if pattern.fullmatch(text)}


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


def test_the_usual_language_is_a_local_setting(qapp: QApplication, nyons: Space) -> None:
    del qapp
    made = start(nyons, language=Language.ENGLISH)
    try:
        assert "We are not open yet." in said(made)
        made.robot.tap("Français")
        made.open()
        assert "Your name is not needed." in said(made)
    finally:
        made.close()


def test_the_switch_is_reached_and_pressed_by_the_keyboard(counter: Kiosk) -> None:
    switch = counter.robot.find("language")
    assert switch.focusPolicy() & Qt.FocusPolicy.TabFocus
    switch.setFocus()
    counter.robot.press(Qt.Key.Key_Return)
    assert "Your name is not needed." in said(counter)
    # The same button, in the other language, has the keyboard again.
    assert counter.window.focusWidget() is counter.robot.find("language")
    counter.robot.press(Qt.Key.Key_Return)
    assert "Votre nom n’est pas nécessaire." in said(counter)


VISIT = (
    ("counter.card", "counter.card"),
    ("card.send", "counter.card"),
    ("back", "counter.home"),
    ("counter.leave", "counter.leave"),
    ("back", "counter.home"),
    ("counter.first", "counter.reason"),
    ("reason.digital", "counter.remember"),
    ("counter.remember.yes", "counter.form"),
    ("back", "counter.home"),
    ("counter.unnamed", "counter.reason"),
    ("reason.service", "counter.welcome"),
)
CARD = (*VISIT[-6:-3], ("form.send", "counter.given"))
"""The last of these screens says nothing to the next visitor: French comes back with them."""
OPENING = (
    ("desk.someone", "animator.intervention"),
    ("theme.aide_aux_demarches_administratives", "animator.intervention"),
    ("duration.30", "animator.desk"),
    ("desk.workshops", "animator.workshops"),
    ("workshops.plan", "animator.plan"),
    ("plan.send", "animator.plan"),
    ("back", "animator.workshops"),
    ("back", "animator.desk"),
    ("line", "animator.line"),
    ("line.try", "animator.line"),
    ("back", "animator.desk"),
    ("desk.close", "animator.close"),
    ("close.go", "animator.thanks"),
)
"""What is tapped, and where it leads."""


def nothing_french(kiosk: Kiosk, taps: tuple[tuple[str, str], ...]) -> None:
    for name, place in taps:
        kiosk.robot.tap(name)
        kiosk.robot.wait_for(place)
        kiosk.robot.pump()
        assert in_french(kiosk) == set(), (name, place)


def test_a_whole_visit_is_in_english(counter: Kiosk) -> None:
    nothing_french(counter, (("language", "counter.home"), *VISIT))


def test_a_card_is_given_in_english(counter: Kiosk) -> None:
    nothing_french(counter, (("language", "counter.home"), *CARD))


def test_a_whole_opening_is_in_english(kiosk: Kiosk) -> None:
    nothing_french(kiosk, (("language", "counter.closed"),))
    kiosk.unlock()
    kiosk.robot.wait_for("animator.open")
    assert in_french(kiosk) == set()
    kiosk.robot.tap("open.go")
    kiosk.robot.wait_for("counter.home")
    kiosk.robot.tap("language")
    kiosk.desk()
    nothing_french(kiosk, OPENING)


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
