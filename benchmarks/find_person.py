"""Finding a person among 100,000, keystroke by keystroke, and how many misspelt names are found all the same.

    python -m benchmarks.find_person [--people 100000] [--asked 300] [--seed 1] [--dir FOLDER] [--check]

An encrypted kiosk's database is filled with people of the demo's valleys (INSEE's names, by how often they are borne).
Some are then asked for as an animator does: each key is one search, from the second letter on, first name then surname,
and what is timed is the whole action, from the text to the people shown. A second time each is asked for with a slip: a
letter left out, put in, changed or swapped with its neighbour, doubled letters made single, or another spelling of the
same sound; *found* means among those shown once the whole name is typed. Printed: p50, p99 and the worst keystroke;
recall of names rightly spelt, and of misspelt ones by kind of slip. With --check the exit code is 1 past the bar.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.machine import machine
from benchmarks.sign_in import new_store
from kiosque.actions.visitors import finding
from kiosque.db import search_key
from kiosque.db.store import Store
from kiosque.demo.population import Person, populate
from kiosque.domain import spelling
from kiosque.domain.records import VISITOR

BAR_MS = 16.0
"""One frame (the quality bars of Kiosque)."""

RECALL = 0.9
"""Of misspelt full names; below, somebody would be typed again as new one time in ten."""

AT_ONCE = 2_000
NYONS = "26220"

SAME_SOUND = (
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("qu", "k"),
    ("y", "i"),
    ("i", "y"),
    ("eau", "o"),
    ("au", "o"),
    ("ai", "e"),
    ("c", "k"),
    ("z", "s"),
    ("s", "z"),
    ("an", "en"),
    ("en", "an"),
)
"""Other spellings of a sound."""


def left_out(word: str, rng: random.Random) -> str:
    """Return ``word`` without one of its letters."""
    at = rng.randrange(len(word))
    return word[:at] + word[at + 1 :]


def put_in(word: str, rng: random.Random) -> str:
    """Return ``word`` with a letter more."""
    at = rng.randrange(len(word) + 1)
    return word[:at] + rng.choice("abcdefghilmnoprstuvy") + word[at:]


def changed(word: str, rng: random.Random) -> str:
    """Return ``word`` with another letter for one of its own."""
    at = rng.randrange(len(word))
    return word[:at] + rng.choice("abcdefghilmnoprstuvy") + word[at + 1 :]


def swapped(word: str, rng: random.Random) -> str:
    """Return ``word`` with two neighbours in each other's place."""
    at = rng.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def doubled(word: str, rng: random.Random) -> str:
    """Return ``word`` with one letter twice, or once where it was twice."""
    at = rng.randrange(len(word))
    return word[:at] + word[at + 1 :] if word[at : at + 2] == word[at] * 2 else word[:at] + word[at] + word[at:]


def by_ear(word: str, rng: random.Random) -> str:
    """Return ``word`` as somebody may write it who only heard it."""
    fitting = [(said, other) for said, other in SAME_SOUND if said in word]
    if not fitting:
        return doubled(word, rng)
    said, other = rng.choice(fitting)
    return word.replace(said, other, 1)


SLIPS: dict[str, Callable[[str, random.Random], str]] = {
    "a letter left out": left_out,
    "a letter put in": put_in,
    "a letter changed": changed,
    "two letters swapped": swapped,
    "double or single": doubled,
    "by the ear": by_ear,
}


@dataclass
class Result:
    """What was measured: milliseconds a keystroke; how many were asked for and found, by kind of slip."""

    keystrokes: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    """The same, of this thread's own work: what a machine that is at other work does not change."""
    asked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    def recall(self, kinds: Iterator[str] | tuple[str, ...]) -> float:
        """Return how many of those asked for in these ways were found."""
        of = tuple(kinds)
        return sum(self.found[kind] for kind in of) / max(1, sum(self.asked[kind] for kind in of))


def fill(store: Store, people: tuple[Person, ...]) -> float:
    """Write ``people`` through the store, and return the seconds that the search key then took to be made."""
    for start in range(0, len(people), AT_ONCE):
        with store.writing() as writer:
            for person in people[start : start + AT_ONCE]:
                writer.record(
                    VISITOR,
                    given_name=person.given_name,
                    family_name=person.family_name,
                    birth_year=person.birth_year,
                    commune=person.commune,
                )
    start_at = time.perf_counter()
    search_key.ready(store.database)
    return time.perf_counter() - start_at


def percentile(of: Sequence[float], share: float) -> float:
    """Return the one that ``share`` of all are not greater than."""
    ordered = sorted(of)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def type_in(store: Store, text: str, result: Result) -> tuple[finding.Person, ...]:
    """Search at each letter of ``text``, as the screen does; return whom the last search shows."""
    shown: tuple[finding.Person, ...] = ()
    for end in range(finding.FEWEST_LETTERS, len(text) + 1):
        before, worked = time.perf_counter_ns(), time.thread_time_ns()
        shown = finding.find(store, text[:end])
        result.keystrokes.append((time.perf_counter_ns() - before) / 1e6)
        result.processor.append((time.thread_time_ns() - worked) / 1e6)
    return shown


def measure(store: Store, people: tuple[Person, ...], asked: int, rng: random.Random) -> Result:
    """Ask for ``asked`` people rightly spelt, and as many by each kind of slip."""
    result = Result()

    def ask(kind: str, person: Person, typed: str) -> None:
        shown = type_in(store, typed, result)
        result.asked[kind] += 1
        # Namesakes cannot be told apart by a name: any of them is the right line.
        right = f"{person.given_name} {person.family_name}"
        result.found[kind] += any(each.name == right for each in shown)

    for _ in range(asked):
        person = rng.choice(people)
        ask("rightly spelt", person, f"{person.given_name} {person.family_name}")
        for kind, slip in SLIPS.items():
            given, family = (" ".join(spelling.words(each)) for each in (person.given_name, person.family_name))
            if rng.random() < 1 / 2:
                family = slip(family, rng) if len(family) > 1 else family
            else:
                given = slip(given, rng) if len(given) > 1 else given
            ask(kind, person, f"{given} {family}")
    return result


@contextmanager
def filled(folder: Path, people: tuple[Person, ...]) -> Iterator[tuple[Store, float]]:
    """Give the store of a kiosk that knows ``people``, and the seconds that its search key took."""
    store = new_store(folder / "kiosque.db")
    try:
        yield store, fill(store, people)
    finally:
        store.close()


def main() -> int:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--asked", type=int, default=300, help="people asked for, each in seven ways")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dir", type=Path, help="where to put the database (a temporary folder by default)")
    parser.add_argument("--check", action="store_true", help="exit with 1 past the bar")
    asked = parser.parse_args()
    rng = random.Random(asked.seed)
    people = populate(rng, NYONS, 2026, asked.people)[: asked.people]
    with tempfile.TemporaryDirectory(dir=asked.dir) as folder, filled(Path(folder), people) as (store, took):
        size = (Path(folder) / "kiosque.db").stat().st_size / 1e6
        print(
            f"{machine(Path(folder))}\n{len(people)} people, {size:.0f} MB; their search key was made in {took:.1f} s"
        )
        result = measure(store, people, asked.asked, rng)
    p99 = percentile(result.keystrokes, 0.99)
    print(f"{len(result.keystrokes)} keystrokes")
    for what, each in (("from key to answer", result.keystrokes), ("of which processor", result.processor)):
        middle, high = percentile(each, 0.5), percentile(each, 0.99)
        print(f"  {what}: p50 {middle:.1f} ms, p99 {high:.1f} ms, worst {max(each):.1f} ms")
    for kind in result.asked:
        print(f"  found, {kind}: {result.found[kind]} of {result.asked[kind]} ({result.recall((kind,)):.1%})")
    recall = result.recall(iter(SLIPS))
    print(f"recall of misspelt names: {recall:.1%}")
    return int(asked.check and (p99 > BAR_MS or recall < RECALL))


if __name__ == "__main__":
    sys.exit(main())
