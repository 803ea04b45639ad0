"""People and households that are kept by month: always what the visits come to, whatever was written, and when."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from kiosque.db import marks
from kiosque.db.came import keep_people
from kiosque.db.came_tables import moved
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain.records import ANTENNA, HOUSEHOLD, LINK, PERMANENCE, VISIT, VISITOR
from kiosque.reports import by_visits
from kiosque.reports.by_visits import Came, Met
from kiosque.reports.coming import Coming
from kiosque.reports.people_lists import HOMES, PERSONS, listed
from kiosque.reports.period import Period
from tests.served import served_centrals
from tests.sizes import DRAWS, size
from tests.stores import CENTRAL, Hands, founded

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
A_PAGE = 4

PERIODS = (
    YEAR,
    Period(date(2026, 3, 1), date(2026, 3, 31)),
    Period(date(2026, 4, 1), date(2026, 6, 30)),
    Period(date(2026, 2, 12), date(2026, 12, 31)),
    Period(date(2026, 2, 12), date(2026, 5, 9)),
    Period(date(2026, 3, 5), date(2026, 3, 20)),
    Period(date(1970, 1, 2), date(2199, 12, 31)),
)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def kept_in(request: pytest.FixtureRequest) -> Iterator[str]:
    """In a file, and on a server."""
    if request.param == "sqlite":
        yield request.param
        return
    with served_centrals():
        yield request.param


@pytest.fixture
def central(kept_in: str, tmp_path: Path) -> Iterator[Store]:
    del kept_in
    store, _ = founded(tmp_path / "central.db", CENTRAL, Hands())
    marks.ready(store.database)
    yield store
    store.close()


class Life:
    """What may happen to who comes, in any order; mostly by the hands of the store."""

    def __init__(self, store: Store, random: Random) -> None:
        self.random = random
        with store.writing() as writer:
            codes = ("asoft", "asoft", "lacloche", None)
            self.antennas = [writer.record(ANTENNA, code=f"A{n}", association=code) for n, code in enumerate(codes)]
            self.permanences = [writer.record(PERMANENCE, antenna=each) for each in self.antennas]
            self.homes = [writer.record(HOUSEHOLD, card=card) for card in ("A", "B", None)]
            self.visitors = [self.visitor(writer) for _ in range(3)]
        self.visits: list[int] = []
        self.links: list[int] = []

    def visitor(self, writer: Writer) -> int:
        home = self.random.choice([*self.homes, None, None])
        return writer.record(VISITOR, household=home, age_band=self.random.choice(["40_59", None]))

    def moment(self) -> int:
        return self.random.randrange(YEAR.start, YEAR.end)

    def step(self, writer: Writer) -> None:
        draw, pick = self.random.random(), self.random.choice
        place = pick([*self.permanences, 77 << 32 | 1])
        if draw < 0.45:
            who = pick([*self.visitors, *self.visitors, None, 78 << 32 | self.random.randrange(2)])
            self.visits.append(writer.record(VISIT, permanence=place, visitor=who, times=(self.moment(), None)))
        elif draw < 0.55:
            self.visitors.append(self.visitor(writer))
        elif draw < 0.65:
            one, other = pick(self.visitors), pick(self.visitors)
            self.links.append(writer.record(LINK, one=one, other=other, verdict=pick(["same", "same", "different"])))
        elif draw < 0.7 and self.links:
            writer.amend(LINK, pick(self.links), deleted=self.random.random() < 0.7)
        elif draw < 0.75:
            writer.amend(VISITOR, pick(self.visitors), household=pick([*self.homes, None]))
        elif draw < 0.8:
            writer.amend(HOUSEHOLD, pick(self.homes), card=pick(["A", "B", None]))
        elif draw < 0.84:
            writer.amend(PERMANENCE, pick(self.permanences), antenna=pick(self.antennas))
        elif draw < 0.87:
            writer.amend(ANTENNA, pick(self.antennas), association=pick(["asoft", "lacloche"]))
        elif self.visits:
            visit = pick(self.visits)
            said = pick([{"deleted": draw < 0.95}, {"visitor": pick(self.visitors)}, {"times": (self.moment(), None)}])
            writer.amend(VISIT, visit, **said)  # type: ignore[arg-type]

    def scopes(self) -> list[frozenset[int] | None]:
        several = [frozenset(self.antennas[:2]), frozenset(self.antennas[1:3]), frozenset({0})]
        return [None, *(frozenset({each}) for each in self.antennas[:2]), *several]


def everything(coming: Coming) -> tuple[Met, list[Came], list[Came]]:
    """Return the count, and the rows of every page."""
    met = coming.met()
    found: list[list[Came]] = []
    for by, several in ((PERSONS, met.people), (HOMES, met.households)):
        pages = [listed(coming, by, number) for number in range(1, several // A_PAGE + 2)]
        assert {total for total, _ in pages} == {several}
        assert all(len(rows) == A_PAGE for _, rows in pages[:-1])
        found.append([each for _, rows in pages for each in rows])
    people, homes = found
    return met, people, homes


def check(store: Store, life: Life, random: Random) -> None:
    with store.reading() as connection:
        for period in (YEAR, *random.sample(PERIODS, 2)):
            antennas = random.choice(life.scopes())
            asked = (connection, period.start, period.end, antennas)
            found, people, homes = everything(Coming(*asked))
            assert found == by_visits.met(*asked), (period, antennas)
            assert people == by_visits.persons(*asked), (period, antennas)
            assert homes == by_visits.households(*asked), (period, antennas)


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosque.reports.people_lists.A_PAGE", A_PAGE)


@pytest.mark.parametrize("draw", range(size(DRAWS) // 20))
def test_they_are_what_the_visits_come_to_whatever_happened(central: Store, run_seed: int, draw: int) -> None:
    random = Random(f"{run_seed}:people:{draw}")
    life = Life(central, random)
    for _ in range(12):
        with central.writing() as writer:
            for _ in range(random.randrange(1, 9)):
                life.step(writer)
        check(central, life, random)
        if random.random() < 0.5:
            # Some of them, or all.
            keep_people(central.database, random.choice([1, 3, 1_000]))
            check(central, life, random)
    while keep_people(central.database):
        pass
    assert not central.all(moved.select())
    check(central, life, random)
