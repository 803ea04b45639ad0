"""The bytes of a first sync and of a day's delta: what an antenna-year weighs on the line, and how fast it is read.

    python -m benchmarks.wire [--seeds 5] [--check]

The stream alone: HTTP's head, the messages and the envelope are weighed by ``benchmarks.sync``. Every stream is decoded
again and compared before its length is believed. With --check the exit code is 1 past a bar.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from benchmarks.antenna_year import DEVICE, RECORDS, AntennaYear
from kiosque.journal.chain import GENESIS, verify
from kiosque.journal.entry import Entry
from kiosque.sync.feed_wire import FeedDecoder, encode_feed
from kiosque.sync.wire import Decoder, context, encode

RESENT = 1.05
"""Of a first sync's bytes: what both attempts together may weigh when the line is cut in the first one."""

TENTHS = range(1, 10)
"""Where the line is cut: after so many tenths of the bytes of a first sync."""


@dataclass(frozen=True)
class Figure:
    """One line of the results; ``bar`` in bytes, None when there is none."""

    name: str
    bar: int | None
    measure: Callable[[str], tuple[int, int]]
    """From a seed to entries and bytes."""


def weigh(entries: list[Entry], head: bytes, held: list[Entry] | None = None) -> tuple[int, int]:
    """Return how many ``entries`` there are and the bytes of their stream, which must give them back.

    ``held``: the entries before them, of which the stream goes on from the last as the agent does.
    """
    before = (held or [])[-context(len(entries)) :]
    chunks = list(encode(entries, head, before))
    decoder = Decoder(lambda _device, _number: head, lambda _device, _number, _count: before)
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
    held = list(year.year())
    return weigh(year.day_after(), verify(held).digest, held)


def day_alone(seed: str) -> tuple[int, int]:
    """Weigh the same day for a reader that holds nothing before it but a digest."""
    year = AntennaYear(seed)
    head = verify(year.year()).digest
    return weigh(year.day_after(), head)


def as_lived(seed: str) -> tuple[int, int]:
    """Weigh an antenna-year whose departures and closings are entries of their own."""
    return weigh(AntennaYear(seed, as_lived=True).year(), GENESIS)


def restored(seed: str) -> tuple[int, int]:
    """Weigh the feed of an antenna-year of another device: what a new PC receives."""
    return weigh_feed(AntennaYear(seed).year(), 0)


def own_feed(seed: str) -> tuple[int, int]:
    """Weigh the same feed for the device that wrote it all: its entries are only named."""
    return weigh_feed(AntennaYear(seed).year(), DEVICE)


def weigh_feed(entries: list[Entry], own: int) -> tuple[int, int]:
    """Return how many ``entries`` there are and the bytes of the feed's stream for device ``own``."""
    held = {entry.id: entry for entry in entries}
    chunks = list(encode_feed(0, GENESIS, entries, own))
    decoder = FeedDecoder(own, lambda _start: GENESIS, lambda ids: [held[each] for each in ids])
    back = [entry for chunk in chunks for frame in decoder.feed(chunk) for entry in frame.entries]
    if back != entries or not decoder.ended:
        raise AssertionError("the stream does not give back what it was made of")
    return len(entries), sum(map(len, chunks))


def cut(seed: str) -> list[float]:
    """Return the bytes of both attempts over those of one, the first cut after each tenth of it."""
    entries = AntennaYear(seed).year()
    chunks = list(encode(entries, GENESIS))
    whole = sum(map(len, chunks))
    decoder = Decoder(lambda _device, _number: GENESIS)
    received = [0, *accumulate(len(frame.entries) for chunk in chunks[:-1] for frame in decoder.feed(chunk))]
    arrived = list(accumulate(map(len, chunks)))
    ratios = []
    for tenth in TENTHS:
        sent = whole * tenth // 10
        kept = received[max(0, sum(end <= sent for end in arrived) - 1)]
        _, again = weigh(entries[kept:], verify(entries[:kept]).digest, entries[:kept])
        ratios.append((sent + again) / whole)
    return ratios


def reading(seed: str) -> list[tuple[str, float]]:
    """Return the microseconds of processor that an entry takes to be read: of a year, and of streams of a hundred."""
    entries = AntennaYear(seed).year()
    hundreds = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    streams = {
        "a year": [b"".join(encode(entries, GENESIS))],
        "streams of 100": [b"".join(encode(each, GENESIS)) for each in hundreds],
    }
    found = []
    for name, several in streams.items():
        begin = time.process_time()
        for stream in several:
            decoder = Decoder(lambda _device, _number: GENESIS)
            if sum(len(frame.entries) for frame in decoder.feed(stream)) == 0:
                raise AssertionError("nothing was read")
        found.append((name, (time.process_time() - begin) / len(entries) * 1e6))
    return found


FIGURES = (
    Figure("first sync of an antenna-year", 34_000, first_sync),
    Figure("a day's delta", 520, days_delta),
    Figure("the same, nothing held before", None, day_alone),
    Figure("the year as lived", None, as_lived),
    Figure("a new PC's feed of the year", 45_000, restored),
    Figure("one's own feed of the year", None, own_feed),
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
    kept = print_cuts(asked.seeds) and kept
    for name, microseconds in reading("0"):
        print(f"{'read: ' + name:29} {microseconds:5.1f} µs of processor an entry")
    return int(asked.check and not kept)


def print_cuts(seeds: int) -> bool:
    """Print what a cut costs, and return whether it is within the bar at half of the bytes."""
    ratios = [statistics.median(column) for column in zip(*(cut(str(seed)) for seed in range(seeds)), strict=True)]
    half = ratios[len(ratios) // 2]
    within = bool(half <= RESENT)
    said = f"bar {RESENT}: {'kept' if within else 'NOT kept'}"
    print(f"cut, both attempts over one: {half:.3f} at half, {statistics.mean(ratios):.3f} on average of nine places,")
    print(f"{max(ratios):.3f} at worst  {said}")
    return within


if __name__ == "__main__":
    sys.exit(main())
