"""The order in which the keyboard goes through a screen: that in which it is read, whatever came to it when."""

import itertools
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget

LAST = "last"
"""Property of what stands first and is meant for few: the keyboard comes to it after everything else."""


def put_in_order(screen: QWidget) -> None:
    """Let Tab go through ``screen`` as it is laid out. Qt goes by age: what a list shows would come after its foot."""
    found = list(_taking_keys(screen))
    found.sort(key=lambda each: bool(each.property(LAST)))
    # Tab goes in a circle, and Qt moves nothing in one that is right but begins elsewhere: with a stop here, it begins.
    usual = screen.focusPolicy()
    screen.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for one, next_one in itertools.pairwise(found):
        QWidget.setTabOrder(one, next_one)
    screen.setFocusPolicy(usual)


def _taking_keys(widget: QWidget) -> Iterator[QWidget]:
    """Give what Tab may come to, from the first to the last."""
    if widget.isHidden():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    inside, held = widget.layout(), widget.widget() if isinstance(widget, QScrollArea) else None
    if held is not None:
        yield from _taking_keys(held)
    elif inside is not None:
        yield from _in_layout(inside)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        places_of: dict[int, tuple[int, ...]] = {place: _cell(layout, place) for place in places}
        ordered = sorted(places, key=places_of.__getitem__)
    else:
        ordered = list(places)
    for place in ordered:
        item = layout.itemAt(place)
        if item is None:
            continue
        inside, held = item.layout(), item.widget()
        if held is not None:
            yield from _taking_keys(held)
        elif inside is not None:
            yield from _in_layout(inside)


def _cell(grid: QGridLayout, place: int) -> tuple[int, ...]:
    """Return the row and the column of an item."""
    found = grid.getItemPosition(place)
    return tuple(found)[:2] if isinstance(found, tuple) else ()
