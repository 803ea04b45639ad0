"""The commune that is typed: which ones its letters may mean, and which one was meant."""

from PySide6.QtCore import SignalInstance

from kiosque.actions.network import network
from kiosque.db.store import Store
from kiosque.domain import communes
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.people_texts import people_words
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.basics import empty
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Flow

SUGGESTIONS, FEWER = 3, 2
"""Communes that stand in one line; on a low screen, which is narrow too, or in large letters, fewer."""
ENLARGED = 1.3
"""From which on letters are large."""


class Meant:
    """Holds which commune was chosen (``insee``), as long as nothing else is typed."""

    def __init__(self, insee: str | None = None) -> None:
        self.insee = insee
        self.near: str | None = None
        """The commune around which one looks first."""
        self._suggested: dict[str, str] = {}

    def typed(self, text: str) -> tuple[str, ...]:
        """Return the communes that the letters may mean, as they are shown."""
        found = communes.search(text, SUGGESTIONS, self.near)
        self._suggested = {communes.display(commune): commune.insee for commune in found}
        self.insee = None
        return tuple(self._suggested)

    def choose(self, label: str) -> None:
        """One of those was touched."""
        self.insee = self._suggested[label]

    def wrong(self, text: str) -> str:
        """Return what is wrong with what stands in the line; empty when nothing is."""
        if not text.strip() or self.insee is not None:
            return ""
        return people_words.COMMUNE_UNSURE if self._suggested else people_words.COMMUNE_UNKNOWN


def suggest(theme: Theme, line: Flow, name: str, labels: tuple[str, ...], chosen: SignalInstance) -> None:
    """Show ``labels`` in ``line``, as many as there is room for; a touch tells ``chosen`` which."""
    empty(line)
    narrow = theme.metrics.compact or theme.metrics.scale > ENLARGED
    for place, label in enumerate(labels[: FEWER if narrow else SUGGESTIONS]):
        chip = button(theme, label, f"{name}.{place}", icon="map-pin", kind="chip")
        chip.clicked.connect(tells(chosen, label))
        line.addWidget(chip)


def commune_here(store: Store) -> str | None:
    """Return the commune of the antenna where one stands."""
    antenna = network.here(store)
    return antenna.commune if antenna else None
