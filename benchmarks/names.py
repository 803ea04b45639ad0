"""How well names are matched at the counter: real pairs of spellings that are one name, and real people who are two.

    python -m benchmarks.names [--people 2000] [--names 600] [--missed]

Recall is over the committed pairs (tests/domain/data/name_pairs.csv). False matches are looked for among all pairs of
the given names that most people bear, as twins would bear them, and among all pairs of people drawn from INSEE's lists
as often as they are borne; everybody is born on the same day. A pair of names that the committed pairs call one is no
false match. The exit code is 1 when there is one.
"""

import argparse
import csv
import itertools
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosque.demo import population
from kiosque.domain.matching import Named, same
from kiosque.domain.name_lists import bare

ROOT = Path(__file__).parents[1]
PAIRS = ROOT / "tests" / "domain" / "data" / "name_pairs.csv"
DEMO = Path(population.__file__).parent / "data"

SOMEBODY, OF_A_FAMILY = "Marie", "Martin"
"""The half of a name that a pair leaves out."""
A_DAY = 314


@dataclass(frozen=True)
class Pair:
    """Two ways to write one name; only what differs is said."""

    one: tuple[str, str]
    other: tuple[str, str]
    source: str

    @property
    def found(self) -> bool:
        """Whether the rules take the two for one."""
        return same(whole(*self.one), whole(*self.other))


@dataclass(frozen=True)
class Looked:
    """How many pairs of people were compared, and those that were taken for one."""

    compared: int
    false: tuple[tuple[Named, Named], ...]


def whole(given_name: str, family_name: str) -> Named:
    """Return a full name, born on the one day of these trials."""
    return Named(given_name or SOMEBODY, family_name or OF_A_FAMILY, A_DAY)


def pairs() -> tuple[Pair, ...]:
    """Return the committed pairs."""
    with PAIRS.open(encoding="utf-8") as lines:
        return tuple(
            Pair(
                (row["given_name"], row["family_name"]),
                (row["other_given_name"], row["other_family_name"]),
                row["source"],
            )
            for row in csv.DictReader(lines)
        )


class OneName:
    """Which names the committed pairs call one, through others too."""

    def __init__(self, known: Iterable[Pair]) -> None:
        self._first: dict[str, str] = {}
        for pair in known:
            for one, other in zip(pair.one, pair.other, strict=True):
                self._first[self._root(bare(one))] = self._root(bare(other))

    def are(self, one: Named, other: Named) -> bool:
        """Whether two people bear one name."""
        halves = ((one.given_name, other.given_name), (one.family_name, other.family_name))
        return all(self._root(bare(first)) == self._root(bare(second)) for first, second in halves)

    def _root(self, name: str) -> str:
        while self._first.get(name, name) != name:
            name = self._first[name]
        return name


def twins(names: int) -> list[Named]:
    """Return people of one surname and one day, each with another of the ``names`` most given first names."""
    borne: Counter[str] = Counter()
    for row in _rows("given_names.csv"):
        borne[row["name"]] += int(row["births"])
    return [Named(name, OF_A_FAMILY, A_DAY) for name, _ in borne.most_common(names)]


def people(how_many: int, seed: int = 1) -> list[Named]:
    """Return people of one day, drawn from INSEE's lists as often as each name is borne."""
    draw = random.Random(seed)
    given, family = list(_rows("given_names.csv")), list(_rows("family_names.csv"))
    firsts = draw.choices(given, [int(row["births"]) for row in given], k=how_many)
    lasts = draw.choices(family, [int(row["births"]) for row in family], k=how_many)
    drawn = zip(firsts, lasts, strict=True)
    return [Named(first["name"], last["name"], A_DAY) for first, last in drawn]


def look(among: list[Named], known: OneName) -> Looked:
    """Compare everybody with everybody."""
    compared, false = 0, []
    for one, other in itertools.combinations(among, 2):
        if known.are(one, other):
            continue
        compared += 1
        if same(one, other):
            false.append((one, other))
    return Looked(compared, tuple(false))


def main() -> int:
    """Print recall and false matches."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--names", type=int, default=600)
    parser.add_argument("--missed", action="store_true", help="list the pairs that are not found")
    asked = parser.parse_args()
    known = pairs()
    for source in sorted({pair.source for pair in known}):
        of_it = [pair for pair in known if pair.source == source]
        found = sum(pair.found for pair in of_it)
        print(f"recall, {source}: {found} of {len(of_it)} ({found / len(of_it):.1%})")
    if asked.missed:
        for pair in known:
            if not pair.found:
                print("  missed:", " ".join(filter(None, pair.one)), "/", " ".join(filter(None, pair.other)))
    wrong = 0
    for what, among in (("twins", twins(asked.names)), ("people", people(asked.people))):
        looked = look(among, OneName(known))
        wrong += len(looked.false)
        print(f"false matches, {what}: {len(looked.false)} of {looked.compared:,} pairs")
        for one, other in looked.false:
            print("  ", one.given_name, one.family_name, "/", other.given_name, other.family_name)
    return 1 if wrong else 0


def _rows(file: str) -> Iterator[dict[str, str]]:
    with (DEMO / file).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


if __name__ == "__main__":
    sys.exit(main())
