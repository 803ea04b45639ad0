"""What opening a PC costs: by badge, by passphrase, by a wrong one; keeping its key file; changing its database's key.

    python -m benchmarks.unlock [--dir FOLDER] [--rounds 5] [--passphrases 25] [--badges 30] [--visits 6000]

The key file wraps the key for that many passphrases and badges. Each figure is the median over the rounds. The database
holds that many visits; changing its key is timed from the secret that opened to the file that holds the new key alone.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from benchmarks.machine import machine
from kiosque.db import folder, keyfile, rekey
from kiosque.db.holder import Holder, code_seed, public_of
from kiosque.db.identity import Identity
from kiosque.db.paths import KIOSK_DATABASE, KIOSK_KEY
from kiosque.db.wraps import Unlocked
from kiosque.domain.opener import BADGE, BADGE_BYTES, badge_text
from kiosque.domain.records import VISIT

PHRASE = "olive lavande tilleul genêt"
ANTENNA, ANIMATOR, DEVICE, CENTRAL = 4_294_967_297, 4_294_967_298, 12, 1
A_DAY = 300
"""Visits in one transaction, while the database is made."""


def median(act: Callable[[], object], rounds: int) -> float:
    """Return the median time of ``act`` (seconds). A secret that opens nothing is what is timed, not a failure."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        with suppress(keyfile.WrongBadge, keyfile.WrongPassphrase):
            act()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


class Bench:
    """A kiosk's folder, and the holders for whom its key is wrapped."""

    def __init__(self, at: Path, passphrases: int, badges: int, visits: int) -> None:
        self.database, self.path = at / KIOSK_DATABASE, at / KIOSK_KEY
        store = folder.settle(at, Identity(DEVICE, ANTENNA, CENTRAL), ANIMATOR, PHRASE)
        for start in range(0, visits, A_DAY):
            with store.writing() as writer:
                for _ in range(min(A_DAY, visits - start)):
                    writer.record(VISIT, times=(writer.now, None), reason="other", commune="26220")
        store.close()
        self.key = self.unlock(PHRASE).key
        self.last = f"{PHRASE} {passphrases - 1}"
        self.badge = os.urandom(BADGE_BYTES)
        secrets = [self.badge, *(os.urandom(BADGE_BYTES) for _ in range(badges - 1))]
        self.holders = [Holder(BADGE, number, public_of(code_seed(BADGE, each))) for number, each in enumerate(secrets)]
        self.holders += [keyfile.holder_of(number, f"{PHRASE} {number}") for number in range(1, passphrases)]

    def unlock(self, secret: str) -> Unlocked:
        """Open the key file."""
        return keyfile.unlock(self.path, secret)

    def keep(self) -> None:
        """Bring the file in line with the holders."""
        keyfile.keep_wraps(self.path, self.key, self.holders, ())

    def change(self, rounds: int) -> float:
        """Return the median time of changing the key (seconds), each time after a badge was lost."""
        times = []
        for _ in range(rounds):
            lost = self.holders[1]
            keyfile.keep_wraps(self.path, self.key, (), {lost.public})
            keyfile.keep_wraps(self.path, self.key, (lost,), ())
            unlocked = self.unlock(badge_text(self.badge))
            begun = time.perf_counter()
            self.key = rekey.settled(self.database, unlocked).key
            times.append(time.perf_counter() - begun)
        return statistics.median(times)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dir", type=Path, default=None)
    for name, default in (("rounds", 5), ("passphrases", 25), ("badges", 30), ("visits", 6000)):
        parser.add_argument(f"--{name}", type=int, default=default)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=said.dir) as made:
        bench = Bench(Path(made), said.passphrases, said.badges, said.visits)
        wrapping = median(bench.keep, 1)
        print(f"python -m benchmarks.unlock --rounds {said.rounds}   ({machine(Path(made))})")
        print(f"{said.passphrases} passphrases, {said.badges} badges: {bench.path.stat().st_size} bytes")
        rows = (
            ("a badge", median(lambda: bench.unlock(badge_text(bench.badge)), said.rounds)),
            ("a wrong badge", median(lambda: bench.unlock(badge_text(bytes(BADGE_BYTES))), said.rounds)),
            ("the passphrase tried first", median(lambda: bench.unlock(PHRASE), said.rounds)),
            ("the passphrase tried last", median(lambda: bench.unlock(bench.last), said.rounds)),
            ("a wrong passphrase", median(lambda: bench.unlock("un deux trois quatre"), said.rounds)),
            ("wrapping for all of them", wrapping),
            ("seeing that nothing is to be done", median(bench.keep, said.rounds)),
            (f"changing the key ({bench.database.stat().st_size} bytes)", bench.change(said.rounds)),
        )
        for what, seconds in rows:
            print(f"{what:42} {1000 * seconds:10.2f} ms")


if __name__ == "__main__":
    main()
