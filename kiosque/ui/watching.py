"""One ear for the events of the application, that asks those who look only about what they look for.

Qt tells a filter of every event of every widget, more than a hundred for one tile that is drawn: six filters in Python
took half of the time of a screen.
"""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication


class Watcher(QObject):
    """Looks at events before anybody else does; ``eventFilter`` returns whether one goes no further."""

    looks_for: ClassVar[frozenset[QEvent.Type]]
    """What it is asked about."""


class Watching(QObject):
    """Asks ``watchers``, the first one first, while it has started."""

    def __init__(self, watchers: Sequence[Watcher], parent: QObject) -> None:
        super().__init__(parent)
        kinds = frozenset().union(*(watcher.looks_for for watcher in watchers))
        self._asked = {kind: tuple(watcher for watcher in watchers if kind in watcher.looks_for) for kind in kinds}

    def start(self) -> None:
        """Hear what happens, from now on."""
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def stop(self) -> None:
        """Hear nothing more."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask whoever looks for such an event; one who keeps it keeps it from the others too."""
        asked = self._asked.get(event.type())
        return asked is not None and any(watcher.eventFilter(watched, event) for watcher in asked)
