"""What the tokens promise: contrast, targets, one family of type."""

import re

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from kiosque.ui import theme
from kiosque.ui.palette import DRAWN, PALETTES, WRITTEN, Look, Palette
from kiosque.ui.services import Timings
from kiosque.ui.stylesheet import style_sheet
from kiosque.ui.theme import Theme, believed, metrics_for
from tests.contrast import contrast

TEXT, CONTROL = 7.0, 3.0


@pytest.fixture(params=list(Look), ids=lambda look: look.value)
def palette(request: pytest.FixtureRequest) -> Palette:
    return PALETTES[request.param]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#1B5E4B", "#1B5E4B") == 1


def test_words_hold_7_to_1_on_every_ground_they_are_written_on(palette: Palette) -> None:
    for ink, ground in WRITTEN:
        assert contrast(getattr(palette, ink), getattr(palette, ground)) >= TEXT, (ink, ground)


def test_borders_rings_and_icons_hold_3_to_1(palette: Palette) -> None:
    for ink, ground in DRAWN:
        assert contrast(getattr(palette, ink), getattr(palette, ground)) >= CONTROL, (ink, ground)


@pytest.mark.parametrize("look", Look, ids=lambda look: look.value)
def test_the_sheet_writes_nothing_that_the_tokens_do_not_promise(look: Look) -> None:
    """Every rule that sets a ground and an ink, and every other ground with the ink that it inherits."""
    inks: dict[str, str] = {}
    read = 0
    for rule in style_sheet(Theme(look, metrics_for(768, 3.78))).split("}"):
        selector = rule.split("{")[0].strip()
        declared = dict(re.findall(r"(?<![\w-])(background|color):\s*(#\w{6})", rule))
        # What is hovered or pressed is written on in the ink of its rest.
        ink = inks[selector] = declared.get("color", inks.get(selector.split(":")[0], PALETTES[look].text))
        if "background" in declared and not re.search(r"QScrollBar|chunk|panel=\"line\"", selector):
            read += 1
            assert contrast(ink, declared["background"]) >= TEXT, rule
    assert read > 20


def test_a_pale_ink_would_be_found() -> None:
    """The harness can fail: a grey of usual taste does not hold 7:1."""
    assert contrast("#767676", PALETTES[Look.LIGHT].background) < TEXT


def test_what_has_the_keyboard_is_told_from_what_has_not(palette: Palette) -> None:
    assert contrast(palette.waiting, palette.surface) >= CONTROL
    # The ring of a full button lies inside it.
    assert contrast(palette.on_action, palette.action) >= CONTROL


@pytest.mark.parametrize("density", [3.0, 3.78, 5.0], ids=str)
def test_counter_targets_are_20_mm_and_3_mm_apart(density: float) -> None:
    metrics = metrics_for(768, density)
    assert metrics.target >= 20 * density - 0.5
    assert metrics.gap >= 3 * density - 0.5


@pytest.mark.parametrize("density", [0.0, 0.4, 40.0], ids=str)
def test_a_screen_that_lies_about_its_size_is_not_believed(density: float) -> None:
    assert metrics_for(768, density) == metrics_for(768, 96 / 25.4)


@pytest.mark.parametrize(("pixels", "size"), [(1366, (344, 194)), (3840, (344, 193)), (1080, (299, 531))], ids=str)
def test_a_millimetre_is_that_of_the_screen(pixels: int, size: tuple[int, int]) -> None:
    assert believed(pixels, *size) == pytest.approx(pixels / size[0])


@pytest.mark.parametrize("size", [(160, 90), (2_400, 1_350), (0, 0)], ids=str)
def test_a_shape_in_place_of_a_size_is_not_believed_nor_a_wall(size: tuple[int, int]) -> None:
    assert believed(1920, *size) == 0


def test_type_grows_with_a_fine_screen_as_far_as_there_is_room() -> None:
    """15 inches of 4K that the system does not enlarge: letters keep their height in millimetres."""
    usual, fine = metrics_for(768, 1366 / 344, width=1366), metrics_for(2160, 3840 / 344, width=3840)
    assert fine.visitor / (3840 / 344) >= 0.8 * usual.visitor / (1366 / 344)
    assert fine.target >= 20 * 3840 / 344 - 0.5
    tablet = metrics_for(800, 1280 / 217, width=1280)
    assert tablet.visitor <= 24 * 1280 / 1024


def test_larger_text_makes_larger_words() -> None:
    small, large = metrics_for(768, 3.78), metrics_for(768, 3.78, scale=1.5)
    assert large.visitor == round(small.visitor * 1.5)


def test_sizes_are_those_of_the_design() -> None:
    m = metrics_for(768, 3.78)
    assert (m.visitor, m.visitor_label, m.visitor_question, m.visitor_hero) == (24, 32, 44, 64)
    assert (m.animator, m.animator_label, m.animator_title) == (18, 22, 28)


def test_a_focus_ring_moves_nothing() -> None:
    """Every rule that shows the focus changes a colour, never the width of a border."""
    sheet = style_sheet(Theme(Look.LIGHT, metrics_for(768, 3.78)))
    rules = [rule for rule in sheet.split("}") if ":focus" in rule]
    assert rules
    for rule in rules:
        declared = [line.split(":")[0].strip() for line in rule.split("{")[1].split(";") if line.strip()]
        assert set(declared) <= {"border-color"}, rule


def test_the_fonts_load_under_one_family(qapp: QApplication) -> None:
    del qapp
    assert theme.FAMILY in QFontDatabase.families()
    assert {"Regular", "Bold"} <= set(QFontDatabase.styles(theme.FAMILY))


def test_nothing_moves_longer_than_a_fifth_of_a_second() -> None:
    assert Timings().motion <= 200
