"""Play the rows of the reliability table at the size of each change's gate, or whole.

    python -m tests.reliability [--size ci|full] [--at FILE] [--seed N] [--again] [ROW ...]

Each row is a run of pytest of its own. What came of it is kept in FILE (default: reliability-SIZE.json): a command that
was stopped goes on with the rows that are not there yet, and a row that failed says by which seed it is played again.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from tests.sizes import LEVELS, SIZE

ROOT = Path(__file__).parents[1]

ROWS = {
    "kills": ("tests/faults/test_kill.py", "tests/faults/test_central_killed.py", "tests/faults/test_rekey_killed.py"),
    "links": ("tests/faults/test_model.py",),
    "sockets": ("tests/faults/test_sockets.py", "tests/sync/test_http.py", "tests/sync/test_tls.py"),
    "sticks": ("tests/sync/test_stick.py", "tests/central/test_stick.py", "tests/e2e/test_stick.py"),
    "clocks": ("tests/faults/test_clocks.py", "tests/sync/test_clock.py"),
    "malformed": (
        "tests/sync/test_malformed.py",
        "tests/sync/test_envelope.py",
        "tests/sync/test_wire.py",
        "tests/sync/test_feed_wire.py",
    ),
    "journals": ("tests/journal", "tests/db/test_store.py", "tests/domain", "tests/actions/test_clock_repair.py"),
    "who may": ("tests/central/test_who_may.py", "tests/central/test_feeds.py"),
}
"""Each row, and the tests that play it."""


def play(row: str, size: str, seed: int, workers: int) -> bool:
    """Run a row; return whether all of it held."""
    command = [sys.executable, "-m", "pytest", "--quiet", "--no-header", "--numprocesses", str(workers)]
    # Minutes are what a row takes: to tell where it is meanwhile reads frames that run, and has ended the interpreter.
    command += ["--override-ini", "faulthandler_timeout=0"]
    environment = {**os.environ, SIZE: size, "KIOSQUE_TEST_SEED": str(seed)}
    return subprocess.run([*command, *ROWS[row]], cwd=ROOT, env=environment, check=False).returncode == 0


def main() -> int:
    """Play what is asked for; return 1 when a row failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"of: {', '.join(ROWS)} (default: all)")
    parser.add_argument("--size", choices=LEVELS[1:], default="ci")
    parser.add_argument("--at", type=Path, help="where what came of it is kept")
    parser.add_argument("--seed", type=int, help="play these draws (default: others each time)")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--again", action="store_true", help="play also what has been played")
    asked = parser.parse_args()
    if unknown := [row for row in asked.rows if row not in ROWS]:
        parser.error(f"no row {', '.join(unknown)}; there are: {', '.join(ROWS)}")
    at: Path = asked.at or Path(f"reliability-{asked.size}.json")
    held: dict[str, dict[str, object]] = json.loads(at.read_text()) if at.exists() and not asked.again else {}
    for row in asked.rows or ROWS:
        if held.get(row, {}).get("held"):
            print(f"{row}: held before, seed {held[row]['seed']}")
            continue
        seed = random.SystemRandom().getrandbits(32) if asked.seed is None else asked.seed
        print(f"{row}: KIOSQUE_TEST_SEED={seed} {SIZE}={asked.size}", flush=True)
        start = time.monotonic()
        held[row] = {
            "held": play(row, asked.size, seed, asked.workers),
            "seed": seed,
            "seconds": round(time.monotonic() - start),
        }
        at.write_text(json.dumps(held, indent=1) + "\n")
    failed = [row for row, what in held.items() if not what["held"]]
    print(f"failed: {', '.join(failed)}" if failed else f"{len(held)} rows hold")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
