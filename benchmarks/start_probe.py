"""Runs ``kiosque run`` in a folder, and says when it had painted and was ready, as JSON; see ``start``."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject, QTimer
    from PySide6.QtWidgets import QApplication

    from kiosque.ui.dawn import Dawn
    from kiosque.ui.lanes import Lanes
    from kiosque.ui.services import Services
    from kiosque.ui.window import Window

BEAT_MS = 2


def main() -> None:
    """Run, and quit once everything is ready."""
    said: dict[str, float] = {"freeze": 0.0}
    folder = sys.argv[1]
    sys.argv = ["kiosque", "run", "--dir", folder]
    # As the program starts: the settings, Qt and the hills, then the rest. What follows Qt is loaded more slowly.
    import kiosque.settings  # noqa: F401, PLC0415
    from kiosque.__main__ import main as run  # noqa: PLC0415
    from kiosque.ui import dawn as first  # noqa: PLC0415

    loading = first.load_behind

    def load_behind(application: QApplication, dawn: Dawn, modules: Sequence[str]) -> None:
        while not dawn.painted:
            application.processEvents()
        said["painted"] = time.monotonic()
        beats = _beats(said, application)
        loading(application, dawn, modules)
        _watch(said, beats)

    first.load_behind = load_behind
    run()


def _beats(said: dict[str, float], parent: QObject) -> QTimer:
    """Look every few milliseconds how long nothing was answered."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    def beat() -> None:
        now, worked = time.monotonic(), time.thread_time()
        said["freeze"] = max(said["freeze"], now - said["beat"] - BEAT_MS / 1000)
        said["own"] = max(said["own"], worked - said["worked"])
        said["beat"], said["worked"] = now, worked

    said["beat"], said["worked"], said["own"] = time.monotonic(), time.thread_time(), 0.0
    beats = QTimer(parent)
    beats.setInterval(BEAT_MS)
    beats.timeout.connect(beat)
    beats.start()
    return beats


def _watch(said: dict[str, float], beats: QTimer) -> None:
    """Say when the window has painted its screen, and when what is loaded behind it is there."""
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from kiosque.ui import app  # noqa: PLC0415
    from kiosque.ui.lanes import Lane  # noqa: PLC0415

    opening = app.open_window

    class Painted(QObject):
        """Sees the screen paint for the first time."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
            del watched
            if event.type() is QEvent.Type.Paint and "screen" not in said:
                said["screen"] = 0
                QTimer.singleShot(0, lambda: said.update(screen=time.monotonic()))
            return False

    def ready(_: int) -> None:
        said["ready"] = time.monotonic()
        said["resident"] = _resident_kb()
        beats.stop()
        QApplication.exit(0)
        print(json.dumps(said), flush=True)

    def open_window(services: Services, lanes: Lanes, size: tuple[int, int] = app.USUAL_SIZE) -> Window:
        window = opening(services, lanes, size)
        window.installEventFilter(Painted(window))
        # The lane does one thing after the other: this comes after what is loaded behind the first paint.
        lanes.submit(Lane.DB, int, ready, lambda _: None)
        return window

    app.open_window = open_window


def _resident_kb() -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith("VmRSS")))


if __name__ == "__main__":
    main()
