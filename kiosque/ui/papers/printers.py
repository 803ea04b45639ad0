"""The printers of this PC, and which comes first. What prints is loaded when somebody prints."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first paint does not wait for what draws papers
    from kiosque.ui.papers.paper import Paper


class SystemPrinters:
    """Those that the system has. For the ``paper`` lane: one on the network may take seconds to answer."""

    def __init__(self, usual: str = "") -> None:
        """``usual``: the one to use first, by a setting of this PC; empty for the system's."""
        self._usual = usual

    def names(self) -> tuple[str, ...]:
        """Return their names, the usual one first."""
        from kiosque.ui.papers.printing import installed  # noqa: PLC0415

        default, names = installed()
        first = (name for name in (self._usual, default) if name in names)
        return tuple(dict.fromkeys((*first, *sorted(names))))

    def print(self, paper: "Paper", name: str) -> None:
        """Print a paper at its size. Raises ``PrinterTrouble``."""
        from kiosque.ui.papers.printing import print_with  # noqa: PLC0415

        print_with(name, paper)
