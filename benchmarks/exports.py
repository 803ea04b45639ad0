"""Files as they leave: seconds, bytes and memory of each format, with so many interventions and ten times as many.

    python -m benchmarks.exports [ROWS]
    python -m benchmarks.exports FOLDER FORMAT [FORMAT …]     of a central that is served (``benchmarks.spread``)

Each file is made by a process of its own from an encrypted database, and given away as it comes. The memory told is
the most that the process held beyond what it held before its first row.
"""

import json
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sqlalchemy import func, select

from benchmarks.machine import machine
from benchmarks.standing import Kept
from kiosque.db.engine import open_database
from kiosque.db.folder import open_central
from kiosque.db.identity import Identity
from kiosque.db.records import antenna, intervention, permanence
from kiosque.db.store import Store, establish
from kiosque.db.upgrade import upgrade
from kiosque.domain.codes import PLACES, SERVICES, THEMES
from kiosque.domain.records import INTERVENTION
from kiosque.reports.exports import formats
from kiosque.reports.exports.columns import sheet_of
from kiosque.reports.exports.formats import Format
from kiosque.reports.exports.rows import batches

ROWS = 100_000
KEY = bytes(32)
AT_ONCE = 10_000
DEVICE = 1 << 20
A_YEAR = 31_536_000
BEGUN = 1_700_000_000


def fill(path: Path, rows: int) -> None:
    """Make a database of so many interventions at sixteen antennas, as a network would write them."""
    drawn = Random(rows)
    database = open_database(path, KEY)
    upgrade(database)
    store = establish(database, Identity(7, 0, 7))
    themes, services, places = ([code.code for code in each] for each in (THEMES, SERVICES, PLACES))
    with store.database.writing() as connection:
        connection.execute(antenna.insert(), [{"id": number, "code": f"A{number}"} for number in range(1, 17)])
        held = [{"id": number, "antenna": number % 16 + 1, "started_at": BEGUN} for number in range(100, 1100)]
        connection.execute(permanence.insert(), held)
        for first in range(0, rows, AT_ONCE):
            some = [
                {
                    "id": DEVICE << 32 | number + 1,
                    "permanence": drawn.randrange(100, 1100),
                    "given_at": BEGUN + drawn.randrange(A_YEAR),
                    "duration": drawn.choice((15, 30, 45, 60)),
                    "themes": " ".join(drawn.sample(themes, drawn.randint(1, 3))),
                    "service": drawn.choice(services),
                    "place": drawn.choice(places),
                }
                for number in range(first, min(first + AT_ONCE, rows))
            ]
            connection.execute(intervention.insert(), some)
    store.close()


def opened(path: Path) -> Store:
    """Return the store of a file of this benchmark, or of a central's folder."""
    return open_central(path) if path.is_dir() else Store(open_database(path, KEY))


def measure(path: Path, of: Format) -> dict[str, float]:
    """Make one file, in this process; return seconds, bytes, and MB of memory."""
    store = opened(path)
    sheet = sheet_of(INTERVENTION, names=False)
    with store.reading() as connection:
        before = _memory("VmRSS")
        # From here on, the most that is held is counted again.
        Path("/proc/self/clear_refs").write_text("5", "ascii")
        begun, used, size = time.perf_counter(), time.process_time(), 0
        for some in formats.several(of, [sheet], partial(batches, connection)):
            size += len(some)
        said = {
            "seconds": time.perf_counter() - begun,
            "processor": time.process_time() - used,
            "bytes": size,
            "memory": _memory("VmHWM") - before,
        }
    store.close()
    return said


def _memory(which: str) -> float:
    """Return what the process holds (``VmRSS``), or held at most (``VmHWM``), in MB."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(which))


def tell(path: Path, of: Format, size: int) -> None:
    """Measure one format in a process of its own, and tell it."""
    command = [sys.executable, "-m", "benchmarks.exports", "measure", str(path), of.value]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    rate = size / said["processor"]
    print(
        f"{of.value:>8} {size:>10,} rows  {said['seconds']:6.1f} s  {rate:>9,.0f} rows/s of processor  "
        f"{said['bytes'] / 1e6:7.1f} MB  {said['memory']:6.1f} MB of memory",
        flush=True,
    )


def of_central(at: Path, formats_asked: list[str]) -> None:
    """Measure a central that was grown, in the folder ``at``."""
    server = Kept(at)
    server.start()
    try:
        store = opened(at / "central")
        with store.reading() as connection:
            size = connection.scalar(select(func.count()).select_from(intervention)) or 0
        store.close()
        for of in map(Format, formats_asked):
            tell(at / "central", of, size)
    finally:
        server.stop()


def main() -> None:
    """Measure every format at both sizes."""
    if len(sys.argv) == 4 and sys.argv[1] == "measure":  # noqa: PLR2004 - measure, a path, a format
        print(json.dumps(measure(Path(sys.argv[2]), Format(sys.argv[3]))))
        return
    if len(sys.argv) > 2:  # noqa: PLR2004 - a folder, formats
        of_central(Path(sys.argv[1]), sys.argv[2:])
        return
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with TemporaryDirectory() as folder:
        print(machine(Path(folder)))
        for size in (rows, 10 * rows):
            path = Path(folder) / f"{size}.db"
            fill(path, size)
            for of in Format:
                tell(path, of, size)


if __name__ == "__main__":
    main()
