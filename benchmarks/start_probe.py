"""Runs ``kiosque run`` in a folder, and says when it had painted and was ready, as JSON; see ``start``."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosque.ui.lanes import Lanes
    from kiosque.ui.services import Services
    from kiosque.ui.window import Window

BEAT_MS = 2


def main() -> None:
    """Run, and quit once everything is ready."""
    from kiosque.cli import main as run  # noqa: PLC0415 - as the program starts
    from kiosque.ui import app  # noqa: PLC0415

    opening = app.open_window

    def open_window(services: Services, lanes: Lanes, size: tuple[int, int] = app.USUAL_SIZE) -> Window:
        window = opening(services, lanes, size)
        _watch(window, lanes)
        return window

    app.open_window = open_window
    sys.argv = ["kiosque", "run", "--dir", sys.argv[1]]
    run()


def _watch(window: Window, lanes: Lanes) -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from kiosque.ui.lanes import Lane  # noqa: PLC0415

    said: dict[str, float] = {"freeze": 0.0}

    class Painted(QObject):
        """Sees the screen paint for the first time."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it so
            del watched
            if event.type() is QEvent.Type.Paint and "painted" not in said:
                QTimer.singleShot(0, painted)
            return False

    def painted() -> None:
        if "painted" not in said:
            said["painted"] = said["beat"] = time.monotonic()
            beats.start()

    def beat() -> None:
        now = time.monotonic()
        said["freeze"] = max(said["freeze"], now - said["beat"] - BEAT_MS / 1000)
        said["beat"] = now

    def ready(_: int) -> None:
        said["ready"] = time.monotonic()
        said["resident"] = _resident_kb()
        QApplication.exit(0)
        print(json.dumps(said), flush=True)

    beats = QTimer(window)
    beats.setInterval(BEAT_MS)
    beats.timeout.connect(beat)
    window.installEventFilter(Painted(window))
    # The lane does one thing after the other: this comes after what is loaded behind the first paint.
    lanes.submit(Lane.DB, int, ready, lambda _: None)


def _resident_kb() -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith("VmRSS")))


if __name__ == "__main__":
    main()
