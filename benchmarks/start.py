"""From nothing to a painted screen: the kiosk's first paint against a bare PySide6 window, in turns, in one run.

    python -m benchmarks.start [--rounds 7] [--program dist/kiosque/kiosque] [--check]

Each start is a process of its own; moments are read on the machine's steady clock, from before it is started. The
bare window is a ``QApplication`` and a ``QWidget``. The kiosk is ``kiosque run`` on an enrolled folder: its first paint
is the hills of ``ui/dawn.py``, then comes the counter's first screen; its services are ready when what unlocking and
every screen need is loaded. A freeze is how long the thread that draws did not answer between the first and the last,
beyond the beat that looks. What is resident is told of both; of the frozen ``--program``, looked at from outside, too.
Figures are medians over the rounds.
With --check the exit code is 1 when a bar is passed.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.machine import machine

FIRST_PAINT, READY_S, FREEZE_MS, RESIDENT_MB = 1.5, 2.0, 60.0, 110.0
"""The bars: times the bare window, seconds, milliseconds, megabytes."""

QUIET_S, LOOK_S = 2.0, 0.1
"""The frozen program has loaded everything once its memory has not grown for so long; how often that is looked at."""

BARE = """
import time
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.monotonic())
        print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmRSS")))
        application.quit()
application = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
application.exec()
"""


@dataclass(frozen=True)
class Start:
    """Seconds from before the process was started, milliseconds, megabytes."""

    painted: float
    screen: float
    ready: float
    freeze: float
    own: float
    """Of the longest freeze, milliseconds that the thread itself worked: the rest it waited for the processor."""
    resident: float


@dataclass(frozen=True)
class Bare:
    """The same of a bare window."""

    painted: float
    resident: float


def bare() -> Bare:
    """Show a bare window, and return what it took."""
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-c", BARE], check=True, capture_output=True, text=True)
    painted, resident = map(float, done.stdout.split())
    return Bare(painted - began, resident / 1024)


def frozen(program: Path, folder: Path) -> float:
    """Return the megabytes that are resident once ``program`` has started over ``folder``."""
    with subprocess.Popen([program, "run", "--dir", folder]) as running:
        seen, since = 0.0, time.monotonic()
        while time.monotonic() - since < QUIET_S:
            time.sleep(LOOK_S)
            status = Path(f"/proc/{running.pid}/status").read_text().splitlines()
            held = float(next(line.split()[1] for line in status if line.startswith("VmRSS"))) / 1024
            if held > seen:
                seen, since = held, time.monotonic()
        running.terminate()
    return seen


def kiosk(folder: Path) -> Start:
    """Start the kiosk of ``folder`` and return what it took."""
    began = time.monotonic()
    command = [sys.executable, "-m", "benchmarks.start_probe", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    said = json.loads(done.stdout)
    return Start(
        said["painted"] - began,
        said["screen"] - began,
        said["ready"] - began,
        said["freeze"] * 1000,
        said["own"] * 1000,
        said["resident"] / 1024,
    )


def enrol(folder: Path) -> None:
    """Enrol a kiosk in ``folder``, in another process: nothing of it stays in this one."""
    script = "import sys; from pathlib import Path; from kiosque.bootstrap.smoke import enrol; enrol(Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", script, str(folder)], check=True)


def main() -> int:
    """Measure, print, and hold to the bars when asked."""
    wanted = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wanted.add_argument("--rounds", type=int, default=7)
    wanted.add_argument("--program", type=Path, help="the frozen program, for what it holds in memory")
    wanted.add_argument("--check", action="store_true")
    options = wanted.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # What is installed is compiled.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as scratch:
        at = Path(scratch)
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            os.environ[f"XDG_{name}_HOME"] = str(at / name.lower())
        enrol(at / "kiosque")
        # The first start of each writes what the next ones find: it is not counted.
        bare(), kiosk(at / "kiosque")
        windows, kiosks = [], []
        for _ in range(options.rounds):
            windows.append(bare())
            kiosks.append(kiosk(at / "kiosque"))
        shipped = [frozen(options.program, at / "kiosque") for _ in range(options.rounds if options.program else 0)]
        print("python -m benchmarks.start --rounds", options.rounds)
        print(f"{machine(at)}; load {os.getloadavg()[0]:.1f}")
    passed = told(windows, kiosks)
    if shipped:
        print(f"{'the frozen one, resident':<26} {statistics.median(shipped):>17.0f} MB")
    return passed if options.check else 0


def told(windows: list[Bare], kiosks: list[Start]) -> int:
    """Print the table; return how many bars were passed."""
    ratio = statistics.median(each.painted / bare.painted for each, bare in zip(kiosks, windows, strict=True))
    lines = (
        ("bare window, first paint", f"{statistics.median(each.painted for each in windows) * 1000:.0f} ms", "", False),
        ("bare window, resident", f"{statistics.median(each.resident for each in windows):.0f} MB", "", False),
        (
            "kiosk, first paint",
            f"{statistics.median(each.painted for each in kiosks) * 1000:.0f} ms = × {ratio:.2f}",
            f"× {FIRST_PAINT}",
            ratio > FIRST_PAINT,
        ),
        ("kiosk, first screen", f"{statistics.median(each.screen for each in kiosks) * 1000:.0f} ms", "", False),
        *(
            (name, f"{found:.{digits}f} {unit}", f"{bar:.{digits}f} {unit}", found > bar)
            for name, found, bar, unit, digits in (
                ("services ready", statistics.median(each.ready for each in kiosks), READY_S, "s", 2),
                ("longest freeze", statistics.median(each.freeze for each in kiosks), FREEZE_MS, "ms", 0),
                ("longest stretch of own work", statistics.median(each.own for each in kiosks), FREEZE_MS, "ms", 0),
                ("resident", statistics.median(each.resident for each in kiosks), RESIDENT_MB, "MB", 0),
            )
        ),
    )
    for name, found, bar, over in lines:
        print(
            f"{name:<26} {found:>20}   bar {bar:<10} {'OVER' if over else 'kept'}" if bar else f"{name:<26} {found:>20}"
        )
    return sum(over for *_, over in lines)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
