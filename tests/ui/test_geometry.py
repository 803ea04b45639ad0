"""Every screen, at the worst sizes there are: nothing scrolls sideways, is cut, overlaps, or is too small to touch."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget

from kiosque.demo.album.views import VIEWS
from kiosque.ui.language import Language, speak
from kiosque.ui.palette import Look
from kiosque.ui.screen import Screen
from kiosque.ui.theme import ANIMATOR_TARGET, Theme
from kiosque.ui.widgets.buttons import Button
from kiosque.ui.widgets.toast import Toast, ToastPlace
from tests.ui.geometry import Room, faults, room
from tests.ui.made_screens import ALL, COUNTER, DENSITY

LOW, OLD, USUAL, UPRIGHT = (1024, 600), (1024, 768), (1366, 768), (768, 1366)
WORST = (
    (LOW, 1.0, Language.FRENCH, Look.CONTRAST),
    (LOW, 2.0, Language.ENGLISH, Look.DARK),
    (OLD, 1.0, Language.ENGLISH, None),
    (USUAL, 1.5, Language.FRENCH, None),
    (UPRIGHT, 1.0, Language.ENGLISH, None),
    (UPRIGHT, 2.0, Language.FRENCH, Look.LIGHT),
)
"""The least height, the least width, the largest text, and what is just wide enough to stand side by side.

Each screen is drawn in each look once; the others are only laid.
"""
MM = 3
"""Between two targets of the counter."""


@pytest.mark.walk
@pytest.mark.parametrize(
    ("size", "scale", "language", "look"), WORST, ids=lambda each: str(getattr(each, "value", each))
)
def test_nothing_leaves_a_screen_is_cut_or_overlaps(
    qapp: QApplication, size: tuple[int, int], scale: float, language: Language, look: Look | None
) -> None:
    del qapp
    speak(language)
    wrong: dict[str, list[str]] = {}
    seen: set[str] = set()
    with room(size, scale, look) as here:
        for name, made in ALL.items():
            visitor = name in COUNTER
            screen = here.show(made)
            seen.add(screen.objectName())
            found = faults(
                screen,
                least=here.theme.metrics.target if visitor else ANIMATOR_TARGET,
                gap=int(MM * DENSITY) if visitor else 0,
            )
            if scale == 1 and size != UPRIGHT and here.reach.verticalScrollBar().maximum():
                found.append("the screen scrolls, at the usual size of the text")
            if found:
                wrong[name] = found
    assert not wrong
    # Whoever makes a place makes its states, in made_screens.py.
    assert {place.name for place in VIEWS} <= seen


class Planted(Screen[None]):
    """A screen with one fault."""

    def __init__(self, theme: Theme, plant: Callable[[QHBoxLayout], None]) -> None:
        super().__init__(theme, "planted")
        self._plant = plant

    def draw(self, state: None) -> None:
        del state
        line = QHBoxLayout()
        self.body.addLayout(line)
        self._plant(line)


def button(text: str = "Valider", width: int = 200, height: int = 60) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName(text)
    made.setFixedSize(width, height)
    return made


def too_wide(line: QHBoxLayout) -> None:
    line.addWidget(button(width=3000))


def list_too_wide(line: QHBoxLayout) -> None:
    area = QScrollArea()
    area.setWidget(button(width=3000))
    line.addWidget(area)


def cut_word(line: QHBoxLayout) -> None:
    said = QLabel("Déplacements")
    said.setWordWrap(True)
    said.setFixedSize(30, 40)
    line.addWidget(said)


def cut_line(line: QHBoxLayout) -> None:
    said = QLabel("Une phrase sur deux lignes ou davantage")
    said.setWordWrap(True)
    said.setFixedSize(160, 20)
    line.addWidget(said)


def too_small(line: QHBoxLayout) -> None:
    line.addWidget(button(height=30))


def outside(line: QHBoxLayout) -> None:
    holder = QWidget()
    holder.setFixedSize(100, 60)
    button().setParent(holder)
    line.addWidget(holder)


def on_each_other(line: QHBoxLayout) -> None:
    holder = QWidget()
    holder.setFixedSize(400, 60)
    for place, text in enumerate(("Un", "Deux")):
        made = button(text)
        made.setParent(holder)
        made.move(place * 150, 0)
    line.addWidget(holder)


@pytest.mark.parametrize(
    ("plant", "said"),
    [
        (too_wide, "sideways"),
        (list_too_wide, "a list scrolls sideways"),
        (cut_word, "a word is cut"),
        (cut_line, "a line is cut"),
        (too_small, "is 200x30"),
        (outside, "leaves what it stands in"),
        (on_each_other, "too near"),
    ],
)
def test_a_planted_fault_is_found(qapp: QApplication, plant: Callable[[QHBoxLayout], None], said: str) -> None:
    del qapp
    with room(LOW) as here:
        assert any(said in each for each in faults(_planted(here, plant)))


def _planted(here: Room, plant: Callable[[QHBoxLayout], None]) -> QWidget:
    return here.show(lambda theme: (Planted(theme, plant), None))


def test_the_word_that_takes_back_is_whole_in_the_largest_letters_on_the_smallest_screen(qapp: QApplication) -> None:
    del qapp
    with room(LOW, 2.0, Look.LIGHT) as here:
        toast = Toast(here.reach, 10_000_000, 0)
        toast.where = ToastPlace.TOP_RIGHT
        toast.say(here.theme, "Votre passage est compté.", visitor=True, take_back=lambda: None)
        (undo,) = toast.findChildren(Button)
        assert undo.width() >= undo.sizeHint().width()
        assert here.reach.rect().contains(toast.geometry())
        toast.dismiss()
