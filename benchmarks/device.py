"""A device at the end of the line, for the other benchmarks: does a round each time its standard input says so.

    python -m benchmarks.device STORE ADDRESS

It says *ready*. Each line that it then reads is how many seconds without a byte it bears; it does a round and answers
by a JSON object: what the round took and brought, or the trouble it had. The clock starts once everything is loaded
and the store is open, as on a kiosk that is at work.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks import network
from kiosque.domain.errors import KnownError


@dataclass(frozen=True)
class Told:
    """One round as its device saw it."""

    seconds: float
    processor: float
    """Seconds of it that this process was at work."""
    requests: int
    received: int = 0
    """How far the central holds the device's journal."""
    new: int = 0
    """Entries that the round brought here."""
    trouble: str = ""


def one_round(end: network.End) -> Told:
    """Do a round and time it, to the moment when all that it brought is durable."""
    requests, start, used = end.requests, time.perf_counter(), time.process_time()
    received, new, trouble = 0, 0, ""
    try:
        received, new = end.run_round()
    except KnownError as error:
        trouble = type(error).__name__
    seconds, used = time.perf_counter() - start, time.process_time() - used
    return Told(seconds, used, end.requests - requests, received, new, trouble)


def main() -> int:
    """Serve the standard input to its end."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("store", type=Path)
    parser.add_argument("address")
    asked = parser.parse_args()
    with network.opened(asked.store) as store:
        end = network.End(store)
        print("ready", flush=True)
        for stalled in sys.stdin:
            with end.connected(asked.address, float(stalled)):
                print(json.dumps(asdict(one_round(end))), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
