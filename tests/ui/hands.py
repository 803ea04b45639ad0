"""What the flows read of the window and of the database, and whom they find there."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit

from kiosque.actions.visitors import reception
from kiosque.actions.visitors.reception import Remembered
from tests.stores import Space, rows
from tests.ui.conftest import Kiosk


def visits(kiosk: Kiosk) -> list[dict[str, object]]:
    return [row for row in rows(kiosk.space.store)["visit"] if not row["deleted"]]


def words(kiosk: Kiosk) -> str:
    """Return everything that can be read on the window now."""
    kiosk.robot.pump()
    labels = [each.text() for each in kiosk.window.findChildren(QLabel) if each.isVisible()]
    lines = [each.text() for each in kiosk.window.findChildren(QLineEdit) if each.isVisible()]
    return "\n".join((*labels, *lines))


def shows(kiosk: Kiosk, text: str) -> bool:
    return text in words(kiosk)


def remembered(space: Space, given_name: str, family_name: str = "") -> Remembered:
    """Return the card of somebody who came and left."""
    signed = reception.sign_in_unnamed(space.store, "digital")
    made = reception.remember(space.store, signed.visit, given_name=given_name, family_name=family_name)
    reception.sign_out(space.store, signed.visit)
    return made


def until(kiosk: Kiosk, so: Callable[[], bool]) -> None:
    kiosk.robot.wait_for(so)
