"""The bytes of a first sync and of a day's delta: what an antenna-year weighs on the line.

    python -m benchmarks.wire [--seeds 5] [--check]

The stream alone: HTTP's head adds some 150 bytes a request, and the envelope (17 bytes a frame, a sealed key and a
signature a batch) comes in step 2. Every stream is decoded again and compared before its length is believed.
With --check the exit code is 1 past a bar.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.antenna_year import RECORDS, AntennaYear
from kiosque.journal.chain import GENESIS, verify
from kiosque.journal.entry import Entry
from kiosque.sync.wire import Decoder, encode


@dataclass(frozen=True)
class Figure:
    """One line of the results; ``bar`` in bytes, None when there is none."""

    name: str
    bar: int | None
    measure: Callable[[str], tuple[int, int]]
    """From a seed to entries and bytes."""


def weigh(entries: list[Entry], head: bytes) -> tuple[int, int]:
    """Return how many ``entries`` there are and the bytes of their stream, which must give them back."""
    chunks = list(encode(entries, head))
    decoder = Decoder(lambda _device, _number: head)
    back = [entry for chunk in chunks for frame in decoder.feed(chunk) for entry in frame.entries]
    if back != entries or not decoder.ended:
        raise AssertionError("the stream does not give back what it was made of")
    return len(entries), sum(map(len, chunks))


def first_sync(seed: str) -> tuple[int, int]:
    """Weigh an antenna-year, one entry a record."""
    entries = AntennaYear(seed).year()
    if len(entries) != RECORDS:
        raise AssertionError(f"{len(entries)} records, not {RECORDS}")
    return weigh(entries, GENESIS)


def days_delta(seed: str) -> tuple[int, int]:
    """Weigh the day after: 15 new records and 3 updates."""
    year = AntennaYear(seed)
    head = verify(year.year()).digest
    return weigh(year.day_after(), head)


def as_lived(seed: str) -> tuple[int, int]:
    """Weigh an antenna-year whose departures and closings are entries of their own."""
    return weigh(AntennaYear(seed, as_lived=True).year(), GENESIS)


FIGURES = (
    Figure("first sync of an antenna-year", 34_000, first_sync),
    Figure("a day's delta", 750, days_delta),
    Figure("the year as lived", None, as_lived),
)


def main() -> int:
    """Measure, print, and with --check hold against the bars."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--check", action="store_true", help="exit with 1 past a bar")
    asked = parser.parse_args()
    print(f"python -m benchmarks.wire --seeds {asked.seeds}")
    kept = True
    for figure in FIGURES:
        start = time.perf_counter()
        weighed = [figure.measure(str(seed)) for seed in range(asked.seeds)]
        seconds = (time.perf_counter() - start) / asked.seeds
        entries, size = (int(statistics.median(column)) for column in zip(*weighed, strict=True))
        said = "no bar"
        if figure.bar is not None:
            within = size <= figure.bar
            kept = kept and within
            said = f"bar {figure.bar:,}: {'kept' if within else 'NOT kept'}"
        print(
            f"{figure.name:29} {entries:5,} entries {size:7,} bytes  {size / entries:4.1f} each  {said} {seconds:.1f} s"
        )
    return int(asked.check and not kept)


if __name__ == "__main__":
    sys.exit(main())
