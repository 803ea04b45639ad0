"""Other systems on the same work: their recorded figures, or those of a run of their own benchmark."""

from __future__ import annotations

import csv
import json
import statistics
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

RECORDED = Path(__file__).with_name("peers.csv")
RECORDED_ON = "recorded on 23 November 2026"

SCENARIOS = {"S1": "first sync", "S2": "a day's delta", "S3": "nothing new", "S4": "new PC restores"}
"""Their names of the scenarios, and ours."""


@dataclass(frozen=True)
class Figure:
    """One peer in one scenario; zero where nothing was measured."""

    peer: str
    scenario: str
    up: int
    down: int
    requests: int
    seconds: float
    times: float
    """Of a cut: the bytes of both tries over those of a whole first sync."""


def recorded() -> list[Figure]:
    """Return the figures that were recorded, see the head of the file."""
    lines = (line for line in RECORDED.read_text().splitlines() if not line.startswith("#"))
    return [
        Figure(
            row["peer"],
            row["scenario"],
            int(row["up"] or 0),
            int(row["down"] or 0),
            int(row["requests"] or 0),
            float(row["seconds"] or 0),
            float(row["times"] or 0),
        )
        for row in csv.DictReader(lines)
    ]


def run(harness: Path, names: str, rounds: int, results: Path) -> list[Figure]:
    """Run the peers of those names (commas between) by their own benchmark, laid out in ``harness``, and return them.

    Bytes are of its line "lan", seconds of its line "rural", medians. ``results``: a file for what it writes.
    """
    python = harness.resolve().parent / "venv" / "bin" / "python"
    command = [str(python), "bench.py", names, "--inst", "q", "--loop", "0", "--lan", "1"]
    subprocess.run([*command, "--rural", str(rounds), "--out", str(results.resolve())], cwd=harness, check=True)
    return medians(json.loads(line) for line in results.read_text().splitlines())


def medians(lines: Iterable[dict[str, object]]) -> list[Figure]:
    """Return the medians of what the peers' benchmark wrote, a line for each of its runs."""
    bytes_of: dict[tuple[str, str], list[tuple[int, int, int]]] = {}
    seconds_of: dict[tuple[str, str], list[float]] = {}
    for line in lines:
        results = line["res"]
        for scenario, said in results.items() if isinstance(results, dict) else ():
            key = (str(line["peer"]), SCENARIOS[scenario])
            if "error" in said:
                continue
            if line["prof"] == "lan":
                requests = max(said["http"], said["turns"])
                bytes_of.setdefault(key, []).append((said["up_payload"], said["down_payload"], requests))
            else:
                seconds_of.setdefault(key, []).append(said["ms"] / 1000)
    return [
        Figure(*key, *_median(counted), seconds=statistics.median(seconds_of.get(key, [0])), times=0)
        for key, counted in bytes_of.items()
    ]


def _median(counted: list[tuple[int, int, int]]) -> tuple[int, int, int]:
    up, down, requests = (int(statistics.median(column)) for column in zip(*counted, strict=True))
    return up, down, requests
