"""The commune that is typed: which ones may be meant, and which one was."""

from kiosque.actions.network import network
from kiosque.db.store import Store
from kiosque.domain import communes, place_names
from kiosque.domain.communes import Commune


class Meant:
    """Holds which commune was chosen (``insee``), as long as nothing else is typed."""

    def __init__(self, insee: str | None = None) -> None:
        self.insee = insee
        self.near: str | None = None
        """The commune around which one looks first."""
        self._offered: dict[str, str] = {}

    @property
    def offered(self) -> tuple[str, ...]:
        """The communes that may be meant, at most six, as they are shown."""
        return tuple(self._offered)

    def typed(self, text: str) -> tuple[str, ...]:
        """Return the communes that the letters may mean, at most six, as they are shown."""
        found = place_names.resolve(text, self.near) if text.strip() else place_names.Resolved(None)
        self._offer((found.commune,) if found.commune else found.choices)
        self.insee = None
        return self.offered

    def choose(self, label: str) -> None:
        """One of those was touched."""
        self.insee = self._offered[label]

    def settle(self, text: str) -> bool:
        """Whether what stands in the line is clear: nothing, what was chosen, or what can mean one commune alone."""
        if not text.strip() or self.insee is not None:
            return True
        found = place_names.resolve(text, self.near)
        if found.commune is None:
            self._offer(found.choices)
            return False
        self.insee = found.commune.insee
        return True

    def begun(self) -> tuple[str | None, dict[str, str]]:
        """Return what a screen that is drawn again takes back."""
        return self.insee, self._offered

    def resume(self, begun: tuple[str | None, dict[str, str]]) -> None:
        """Take it back."""
        self.insee, self._offered = begun

    def _offer(self, found: tuple[Commune, ...]) -> None:
        self._offered = {communes.display(commune): commune.insee for commune in found}


def commune_here(store: Store) -> str | None:
    """Return the commune of the antenna where one stands."""
    antenna = network.here(store)
    return antenna.commune if antenna else None
