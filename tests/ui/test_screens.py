"""Screens with made-up states: answers are equal, what is counted is said first, nothing is decided too early."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from kiosque.domain.codes import DURATIONS, THEMES
from kiosque.ui.animator.intervention import InterventionState
from tests.ui.geometry import Room, controls, place_of, room
from tests.ui.made_screens import ANIMATOR, COUNTER, USUAL, choices


@pytest.fixture
def here(qapp: QApplication) -> Iterator[Room]:
    """A bare window to put a screen in."""
    del qapp
    with room(USUAL) as made:
        yield made


def test_the_two_answers_are_equal(here: Room) -> None:
    screen = here.show(COUNTER["remember"])
    no, yes = (screen.findChild(QAbstractButton, f"counter.remember.{answer}") for answer in ("no", "yes"))
    assert isinstance(no, QAbstractButton)
    assert isinstance(yes, QAbstractButton)
    assert no.size() == yes.size()
    assert no.property("kind") == yes.property("kind")
    assert not no.isChecked()
    assert not yes.isChecked()
    assert not no.hasFocus()
    assert not yes.hasFocus()


def test_that_visits_are_counted_is_said_before_anything_is_asked(here: Room) -> None:
    screen = here.show(COUNTER["home"])
    said = next(label for label in screen.findChildren(QLabel) if "nous comptons" in label.text())
    assert "n’est pas nécessaire" in said.text()
    tiles = [place_of(each, screen) for each in controls(screen) if each.objectName().startswith("counter.")]
    assert all(place_of(said, screen).bottom() < tile.top() for tile in tiles)


def test_a_duration_waits_for_a_theme(here: Room) -> None:
    screen = here.show(ANIMATOR["intervention"])
    durations = [each for each in controls(screen) if each.objectName().startswith("duration.")]
    assert len(durations) == len(DURATIONS)
    assert not any(each.isEnabled() for each in durations)
    screen.draw(InterventionState("Aide", choices(THEMES), theme="email"))
    assert all(each.isEnabled() for each in durations)
