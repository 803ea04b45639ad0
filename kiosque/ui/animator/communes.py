"""The communes that may be meant, offered under the line in which one is typed."""

from PySide6.QtCore import SignalInstance

from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.people_texts import people_words
from kiosque.ui.meant import Meant
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import empty
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Flow

SUGGESTIONS, FEWER = 3, 2
"""Communes that stand in one line; on a low screen, which is narrow too, or in large letters, fewer."""
ENLARGED = 1.3
"""From which on letters are large."""


def wrong_commune(meant: Meant, text: str) -> str:
    """Return what is wrong with what stands in the line; empty when nothing is."""
    if meant.settle(text):
        return ""
    return people_words.COMMUNE_UNSURE if meant.offered else people_words.COMMUNE_UNKNOWN


def suggest(
    theme: Theme, line: Flow, name: str, labels: tuple[str, ...], chosen: SignalInstance, *, every: bool = False
) -> None:
    """Show ``labels`` in ``line``, as many as there is room for; a touch tells ``chosen`` which.

    ``every``: all of them, since one must be chosen before anything else.
    """
    empty(line)
    narrow = theme.metrics.compact or theme.metrics.scale > ENLARGED
    most = len(labels) if every else FEWER if narrow else SUGGESTIONS
    for place, label in enumerate(labels[:most]):
        chip = button(theme, label, f"{name}.{place}", icon="map-pin", kind="chip")
        chip.clicked.connect(tells(chosen, label))
        line.addWidget(chip)
