"""What somebody types without a space breaks, and pushes nothing off the screen."""

import pytest
from PySide6.QtWidgets import QApplication

from kiosque.ui.endless import BREAK, LONGEST, breakable, pieces
from kiosque.ui.palette import Look
from kiosque.ui.theme import Theme, metrics_for
from kiosque.ui.widgets.basics import words, yielding
from kiosque.ui.widgets.buttons import Tile, button

ENDLESS = "W" * 80


def test_words_that_people_write_stay_as_they_are() -> None:
    for text in ("Saint-Pierre-d’Argençon, Sainte-Marie", "Il manque un nom ici.", "é" * LONGEST, ""):
        assert breakable(text) == text


def test_an_endless_word_is_cut_in_pieces_and_an_accent_stays_on_its_letter() -> None:
    assert "".join(pieces(ENDLESS)) == ENDLESS
    assert max(map(len, pieces(ENDLESS))) <= LONGEST
    assert breakable(f"Bonjour {ENDLESS} !").replace(BREAK, "") == f"Bonjour {ENDLESS} !"
    accented = pieces("e\u0301" * 30)
    assert len(accented) > 1
    assert all(piece.startswith("e") for piece in accented)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_name_makes_a_label_or_a_tile_as_wide_as_the_screen(qapp: QApplication, scale: float) -> None:
    del qapp
    theme = Theme(Look.LIGHT, metrics_for(768, 3.78, scale, width=1366))
    labels = [words(ENDLESS, "label"), words(ENDLESS, "label", wrap=False), yielding(ENDLESS, "label")]
    for label in labels:
        assert label.text() == ENDLESS
    breaking = button(theme, ENDLESS, "button")
    breaking.break_words()
    for each in (*labels, Tile(theme, "tile", ENDLESS), breaking):
        assert each.minimumSizeHint().width() < each.fontMetrics().horizontalAdvance(ENDLESS) / 2
