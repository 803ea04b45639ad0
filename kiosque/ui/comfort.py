"""How the window looks to who stands there: this PC's settings, and what a visitor changed for themselves."""

from dataclasses import dataclass, replace

from kiosque.ui.palette import Look
from kiosque.ui.services import UiSettings

SIZES = (1.0, 1.5, 2.0)
"""Of the text, as parts of its usual size."""


@dataclass(slots=True)
class Comfort:
    """``settings`` are those of the PC; what a visitor changed lasts as long as they stand there."""

    settings: UiSettings
    _visitor: UiSettings | None = None

    def seen(self, *, visitor: bool) -> UiSettings:
        """Return the settings in force, for a visitor or for an animator."""
        return (visitor and self._visitor) or self.settings

    @property
    def changed(self) -> bool:
        """Whether a visitor changed something."""
        return self._visitor is not None

    def bigger(self) -> None:
        """Write larger for this visitor; after the largest, as usual again."""
        now = self.seen(visitor=True)
        self._visitor = replace(now, text_scale=next((size for size in SIZES if size > now.text_scale), SIZES[0]))

    def contrast(self) -> None:
        """Draw in black and yellow for this visitor, or in the PC's colours again."""
        now = self.seen(visitor=True)
        usual = self.settings.look if self.settings.look is not Look.CONTRAST else Look.LIGHT
        self._visitor = replace(now, look=usual if now.look is Look.CONTRAST else Look.CONTRAST)

    def next_visitor(self) -> None:
        """Forget what the last one changed."""
        self._visitor = None
