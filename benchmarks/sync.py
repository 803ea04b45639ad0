"""What sync costs on a village's line: bytes, requests, seconds; beside other systems on the same work.

    python -m benchmarks.sync [--link rural|lan|relay] [--rounds 5] [--peers FOLDER [--run NAMES]] [--check]

A real central (``kiosque central serve``) and real devices, each a process, over an emulated line: 128 kbit/s up, 512
down, 300 ms for a round trip, 1 % of packets lost. Bytes are TCP's payload, HTTP included, without TLS, each byte once:
what a loss sends again shows in the seconds. Medians of --rounds lines that draw their losses differently, each with a
year of its own. In each: a new PC, enrolled by a file, sends its antenna's year in its first round; then a day of it;
then asks with nothing to say; then another new PC of the antenna receives it all. And on databases of their own: the
line is cut when half of the bytes of a first sync have left, and the PC tries again when it is back; the same with the
PC's power. The figure of a cut is the bytes of both tries, both ways, over those of a first sync.

``--link lan``: a cable, and no cuts; ``relay``: what is used where network namespaces are refused.
``--peers``: the folder of the peers' benchmark; its very records are then measured too, beside the project's own year;
``--run``: run those peers by its ``bench.py`` now (names with commas), and tell these in place of the recorded figures.
With --check the exit code is 1 past a bar.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from benchmarks import link as links
from benchmarks import peers, rounds
from benchmarks.antenna_year import Where
from benchmarks.lane import PROFILES
from benchmarks.link import Link
from benchmarks.machine import machine
from benchmarks.peers import Figure
from benchmarks.rounds import DAY, FIRST, LINE_CUT, NOTHING, POWER_CUT, RESTORE, Row, Stage, Year
from benchmarks.their_year import TheirYear

UNBOUND = 1 << 40

Drawn = Callable[[str], Callable[[Where], Year]]
"""From a seed to what draws the year of a device."""


@dataclass(frozen=True)
class Bar:
    """The most that one scenario may take (the quality bars of Kiosque)."""

    up: int = UNBOUND
    both: int = UNBOUND
    requests: int = UNBOUND
    seconds: float = UNBOUND
    times: float = UNBOUND

    def kept(self, measured: Measured) -> bool:
        """Whether it was kept; seconds that were not measured are not judged."""
        return (
            measured.up <= self.up
            and measured.up + measured.down <= self.both
            and measured.requests <= self.requests
            and (measured.seconds or 0) <= self.seconds
            and (measured.times or 0) <= self.times
        )

    def __str__(self) -> str:
        said = (
            (self.up, "{:,} up"),
            (self.both, "{:,} both ways"),
            (self.requests, "requests: {}"),
            (self.seconds, "{:g} s"),
            (self.times, "× {:g}"),
        )
        return " · ".join(form.format(value) for value, form in said if value != UNBOUND)


@dataclass(frozen=True)
class Measured:
    """Medians of one scenario; None for what this run does not measure."""

    scenario: str
    up: int
    down: int
    requests: int
    seconds: float | None = None
    times: float | None = None
    processor: float = 0
    """Seconds of the device's processor: on a machine that is at other work, seconds hold more than these."""


CUTS = (LINE_CUT, POWER_CUT)
BARS = {
    FIRST: Bar(up=34_000, requests=1, seconds=3.5),
    DAY: Bar(up=750, requests=1, seconds=0.85),
    NOTHING: Bar(both=550, requests=1),
    RESTORE: Bar(both=45_000, requests=2, seconds=4),
    LINE_CUT: Bar(times=1.05),
    POWER_CUT: Bar(),
}


def measure(link: Link, at: Path, drawn: Drawn, lines: int, *, rural: bool) -> list[Measured]:
    """Measure every scenario in the folder ``at``, on so many lines, each with a year of its own; return medians.

    Without ``rural``: on a cable, whose seconds compare with nothing here, and without cuts.
    """
    played: list[dict[str, Row]] = []
    for number in range(lines):
        stage = Stage(at / f"{number}", link.address, drawn(str(number)))
        profile = PROFILES["rural" if rural else "lan"]
        rows = rounds.play(link, stage, at / f"{number}-{RESTORE}", profile, str(number))
        for name in CUTS if rural else ():
            power = name == POWER_CUT
            rows[name] = rounds.play_cut(link, stage, at / f"{number}-{name}", rows[FIRST], power=power)
        played.append(rows)
    whole = [rows[FIRST] for rows in played]
    measured = [_median(name, [rows[name] for rows in played], whole) for name in played[0]]
    return measured if rural else [replace(each, seconds=None) for each in measured]


def _median(name: str, rows: list[Row], whole: list[Row]) -> Measured:
    columns = zip(*((row.up, row.down, row.requests) for row in rows), strict=True)
    up, down, requests = (int(statistics.median(column)) for column in columns)
    if name not in CUTS:
        seconds = statistics.median(row.seconds for row in rows)
        processor = statistics.median(row.processor for row in rows)
        return Measured(name, up, down, requests, seconds, processor=processor)
    both = zip(rows, whole, strict=True)
    times = statistics.median((row.up + row.down) / (first.up + first.down) for row, first in both)
    return Measured(name, up, down, requests, times=times)


def tell(measured: list[Measured], figures: list[Figure]) -> bool:
    """Print each scenario beside its bar and its peers; return whether every bar was kept."""
    kept = True
    for each in measured:
        bar = BARS[each.scenario]
        within = bar.kept(each)
        kept = kept and within
        print(f"\n{each.scenario}: {_said(each)}")
        if str(bar):
            print(f"    bar {bar}: {'kept' if within else 'NOT kept'}")
        for peer in figures:
            if peer.scenario == each.scenario:
                print(f"    {peer.peer:28} {_compared(peer, each)}")
    return kept


def _said(each: Measured) -> str:
    seconds = "" if each.seconds is None else f" · {each.seconds:.2f} s (processor: {each.processor:.2f} s)"
    times = "" if each.times is None else f" · × {each.times:.3f} of a first sync"
    return f"{each.up:,} up · {each.down:,} down · requests: {each.requests}{seconds}{times}"


def _compared(peer: Figure, ours: Measured) -> str:
    if ours.times:
        return f"× {peer.times:.2f} of a first sync" if peer.times else ""
    ratio = (peer.up + peer.down) / (ours.up + ours.down)
    said = f"{peer.up:>9,} up {peer.down:>9,} down {peer.requests:>4} {peer.seconds:>7.2f} s   {ratio:6.1f} × our bytes"
    return said + (f" {peer.seconds / ours.seconds:6.1f} × our seconds" if ours.seconds else "")


def run(asked: argparse.Namespace, at: Path) -> bool:
    """Measure in the folder ``at`` and print; return whether every bar was kept."""
    figures, when = peers.recorded(), peers.RECORDED_ON
    if asked.run:
        figures, when = peers.run(asked.peers, asked.run, asked.rounds, at / "peers.jsonl"), "run now"
    rural = asked.link != "lan"
    with links.opened(relay=asked.link == "relay") as link:
        print(f"the line: {link.how}; peers: {when}")
        kept = tell(measure(link, at / "ours", rounds.drawn, asked.rounds, rural=rural), figures)
        if asked.peers:
            data = next(each for each in (asked.peers / "data", asked.peers.parent / "data") if each.exists())
            print("\nthe same with the peers' very records:")
            theirs = measure(link, at / "theirs", lambda _: partial(TheirYear, data), asked.rounds, rural=rural)
            kept = tell(theirs, figures) and kept
    return kept


def main() -> int:
    """Measure, print, and with --check hold against the bars."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--link", choices=("rural", "lan", "relay"), default="rural")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", type=Path, help="the folder of the peers' benchmark")
    parser.add_argument("--run", default="", help="peers to run now, by their names there; needs --peers")
    parser.add_argument("--dir", type=Path, default=Path(), help="a folder on a real disk (default: here)")
    parser.add_argument("--check", action="store_true", help="exit with 1 past a bar")
    asked = parser.parse_args()
    print(f"python -m benchmarks.sync --link {asked.link} --rounds {asked.rounds}")
    print(machine(asked.dir))
    with tempfile.TemporaryDirectory(dir=asked.dir, prefix="bench-") as folder:
        kept = run(asked, Path(folder))
    return int(asked.check and not kept)


if __name__ == "__main__":
    sys.exit(main())
