"""A chip that is touched twice: it holds no more, unless one of them must."""

from PySide6.QtWidgets import QApplication, QPushButton

from kiosque.ui.widgets.chips import Chips
from tests.ui.geometry import room
from tests.ui.made_screens import ALL, USUAL


def test_whatever_chip_is_touched_twice_on_any_screen_no_screen_breaks(qapp: QApplication) -> None:
    """What breaks in a slot reaches the excepthook, and fails here."""
    del qapp
    touched = 0
    with room(USUAL) as here:
        for made in ALL.values():
            screen, state = made(here.theme)
            screen.draw(state)
            for chips in screen.findChildren(Chips):
                for each in chips.findChildren(QPushButton)[:1]:
                    each.click()
                    each.click()
                    touched += 1
            screen.deleteLater()
    assert touched
