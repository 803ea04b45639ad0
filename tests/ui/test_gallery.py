"""Components look as a person approved them, in every state and look: `kiosque gallery --approve tests/ui/approved`."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosque.ui import widgets
from kiosque.ui.gallery import exhibits, pictures, sheet
from kiosque.ui.gallery.states import State
from kiosque.ui.palette import PALETTES, Look

APPROVED = Path(__file__).parent / "approved"
MOST_BYTES = 2_000_000
NOT_SHOWN = frozenset({"basics", "grid", "landscape", "veil"})
"""What others are made of, and what fills a screen of its own."""


@pytest.mark.walk
@pytest.mark.parametrize("look", Look, ids=lambda look: look.value)
def test_everything_looks_as_approved(qapp: QApplication, look: Look) -> None:
    del qapp
    assert pictures.compare(APPROVED, sheet.theme_of(look)) == []


def test_a_changed_colour_is_found(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault: the ring of the keyboard, a few pixels wide, in another violet."""
    del qapp
    light = PALETTES[Look.LIGHT]
    monkeypatch.setitem(PALETTES, Look.LIGHT, replace(light, waiting="#3F5B8C"))
    shown = [each for each in exhibits.EXHIBITS if each.name in {"plain", "field"}]
    found = pictures.compare(APPROVED, sheet.theme_of(Look.LIGHT), shown)
    assert {(each.exhibit, each.state) for each in found} == {
        ("plain", State.FOCUS.value),
        ("field", State.FOCUS.value),
    }


def test_what_nobody_approved_is_found(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    shown = exhibits.EXHIBITS[1:2]
    found = pictures.compare(tmp_path, sheet.theme_of(Look.DARK), shown)
    assert [each.part for each in found] == [1.0]


def test_every_approved_picture_is_of_something_and_they_are_small() -> None:
    expected = {pictures.name_of(exhibit, look) for exhibit in exhibits.EXHIBITS for look in Look}
    held = list(APPROVED.glob("*.png"))
    assert {each.name for each in held} == expected
    assert sum(each.stat().st_size for each in held) < MOST_BYTES


def test_every_component_has_its_place_in_the_gallery() -> None:
    source = Path(exhibits.__file__).read_text("utf-8")
    modules = {path.stem for path in Path(next(iter(widgets.__path__))).glob("*.py")} - {"__init__"} - NOT_SHOWN
    assert modules == {name for name in modules if f"kiosque.ui.widgets.{name} import" in source}
