"""A screen that needs more room than there is scrolls; one that does not, fills it."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from kiosque.ui.reach import Reach

LONG = "Tous les mots d’une phrase assez longue pour tenir sur plusieurs lignes. " * 6


def screen(lines: int) -> tuple[QWidget, list[QLineEdit]]:
    held = QWidget()
    inside = QVBoxLayout(held)
    said = QLabel(LONG)
    said.setWordWrap(True)
    inside.addWidget(said)
    fields = [QLineEdit() for _ in range(lines)]
    for each in fields:
        each.setFixedHeight(60)
        inside.addWidget(each)
    return held, fields


@pytest.fixture
def reach(qapp: QApplication) -> Reach:
    del qapp
    made = Reach()
    made.resize(500, 400)
    made.show()
    return made


def put(reach: Reach, what: QWidget) -> None:
    reach.put(what)
    what.show()
    pump()


def pump() -> None:
    for _ in range(3):
        QApplication.processEvents()


def test_a_screen_that_fits_fills_the_room(reach: Reach) -> None:
    held, _ = screen(2)
    put(reach, held)
    assert held.size() == reach.size()
    assert not reach.verticalScrollBar().isVisible()


def test_every_line_of_a_tall_screen_can_be_reached(reach: Reach) -> None:
    held, fields = screen(12)
    put(reach, held)
    for each in fields:
        reach.show_line(each)
        seen = each.mapTo(reach.viewport(), QPoint(0, 0)).y()
        assert 0 <= seen <= reach.viewport().height() - each.height()
    assert held.width() == reach.viewport().width()
    said = held.findChild(QLabel)
    assert isinstance(said, QLabel)
    assert said.height() >= said.heightForWidth(said.width())


def test_a_screen_that_grows_is_followed_and_the_next_one_starts_at_its_top(reach: Reach) -> None:
    held, _ = screen(2)
    put(reach, held)
    inside = held.layout()
    assert inside is not None
    for _ in range(9):
        more = QLineEdit()
        more.setFixedHeight(60)
        inside.addWidget(more)
    pump()
    assert held.height() > reach.viewport().height()
    reach.verticalScrollBar().setValue(200)
    held.hide()
    other, _ = screen(12)
    put(reach, other)
    assert reach.verticalScrollBar().value() == 0
    held.deleteLater()
