"""People and households that are kept by month: always what the visits come to, whatever was written, and when."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from kiosque.actions.visitors.erasure import erase_person
from kiosque.db import marks
from kiosque.db.apply import rebuild
from kiosque.db.came import keep_people
from kiosque.db.came_tables import came, gone, moved
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain.persons import SAME, Link, person_of
from kiosque.domain.records import ANTENNA, HOUSEHOLD, LINK, PERMANENCE, VISIT, VISITOR
from kiosque.journal.entry import Entry, Fields, entry_id
from kiosque.reports import by_visits
from kiosque.reports.by_visits import Came, Met
from kiosque.reports.coming import Coming
from kiosque.reports.listing import Turning
from kiosque.reports.people import People, people, people_at
from kiosque.reports.people_lists import HOMES, PERSONS, listed
from kiosque.reports.period import Period
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
    Period(date(2026, 1, 1), date(2026, 5, 9)),
    Period(date(2026, 4, 20), date(2026, 5, 9)),
    Period(date(1970, 1, 2), date(2199, 12, 31)),
)


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Store]:
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
        pages = [listed(coming, by, Turning(number)) for number in range(1, several // A_PAGE + 2)]
        assert {total for total, _ in pages} == {several}
        assert all(len(rows) == A_PAGE for _, rows in pages[:-1])
        found.append([each for _, rows in pages for each in rows])
        # From one page to the next, and back, by who stands at its end.
        for (_, rows), (_, following) in pairwise(pages):
            assert listed(coming, by, Turning(9, after=rows[-1].id))[1] == following
            if following:
                assert listed(coming, by, Turning(9, before=following[0].id))[1] == rows
        assert listed(coming, by, Turning(9, after=5))[1] == []
    people, homes = found
    return met, people, homes


def check(store: Store, life: Life, random: Random) -> None:
    with store.reading() as connection:
        for period in (YEAR, random.choice(PERIODS)):
            antennas = random.choice(life.scopes())
            asked = (connection, period.start, period.end, antennas)
            found, people, homes = everything(Coming(*asked))
            assert found == by_visits.met(*asked), (period, antennas)
            assert people == by_visits.persons(*asked), (period, antennas)
            assert homes == by_visits.households(*asked), (period, antennas)
            each = random.choice(life.antennas)
            met = Coming(connection, period.start, period.end, None).met_at().get(each, Met())
            assert met == by_visits.met(connection, period.start, period.end, frozenset({each})), (period, each)


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosque.reports.people_lists.A_PAGE", A_PAGE)


@pytest.mark.parametrize("draw", range(max(1, size(DRAWS) // 40)))
def test_they_are_what_the_visits_come_to_whatever_happened(central: Store, run_seed: int, draw: int) -> None:
    random = Random(f"{run_seed}:people:{draw}")
    life = Life(central, random)
    for _ in range(6):
        with central.writing() as writer:
            for _ in range(random.randrange(1, 12)):
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


class Lives:
    """Who comes, who is joined and who is erased, beside what somebody would count who never forgets."""

    def __init__(self, store: Store, random: Random) -> None:
        self.store, self.random = store, random
        with store.writing() as writer:
            codes = ("asoft", "asoft", "lacloche")
            self.antennas = [writer.record(ANTENNA, code=f"A{n}", association=code) for n, code in enumerate(codes)]
            self.permanences = [writer.record(PERMANENCE, antenna=each) for each in self.antennas]
            self.homes = [writer.record(HOUSEHOLD) for _ in range(3)]
        self.living: list[int] = []
        self.erased: list[int] = []
        self.joined: list[Link] = []
        self.visits: list[tuple[int, int, int]] = []
        self.brought = 0

    def come(self, writer: Writer) -> None:
        home = self.random.choice([*self.homes, None])
        self.living += [] if self.living and self.random.random() < 0.5 else [writer.record(VISITOR, household=home)]
        who, place = self.random.choice(self.living), self.random.randrange(3)
        at = self.random.randrange(YEAR.start, YEAR.end)
        writer.record(VISIT, permanence=self.permanences[place], visitor=who, times=(at, None))
        self.visits.append((who, at, self.antennas[place]))

    def join(self, writer: Writer) -> None:
        one, other = self.random.choice(self.living), self.random.choice(self.living)
        writer.record(LINK, one=one, other=other, verdict=SAME)
        self.joined.append(Link(one, other, SAME))

    def erase(self) -> None:
        who = self.random.choice([who for who, *_ in self.visits if who in self.living] or self.living)
        stands = person_of(self.joined)
        erase_person(self.store, who, author=0)
        gone = {each for each in self.living if stands.get(each, each) == stands.get(who, who)}
        self.living = [each for each in self.living if each not in gone]
        self.erased += gone

    def bring(self) -> None:
        """A PC that had not heard brings a visit of somebody who was erased."""
        who, place = self.random.choice(self.erased), self.random.randrange(3)
        at, number = self.random.randrange(YEAR.start, YEAR.end), self.brought + 1
        changes: Fields = {
            VISIT.field("permanence").number: self.permanences[place],
            VISIT.field("times").number: (at, None),
        }
        personal: Fields = {VISIT.field("visitor").number: who}
        self.store.apply(
            [Entry(55, number, 10_000 + number, 0, at, 0, VISIT.number, entry_id(55, number), changes, personal)]
        )
        self.visits.append((who, at, self.antennas[place]))
        self.brought = number

    def counted(self, period: Period, antennas: frozenset[int] | None) -> int:
        """Return how many people somebody counts who never forgets."""
        stands = person_of(self.joined)
        came = ((who, place) for who, at, place in self.visits if period.start <= at < period.end)
        return len({stands.get(who, who) for who, place in came if antennas is None or place in antennas})


MARCH, SPRING = Period(date(2026, 3, 1), date(2026, 3, 31)), Period(date(2026, 4, 1), date(2026, 6, 30))
Asked = tuple[Period, frozenset[int] | None]


def asked(lives: Lives) -> dict[Asked, People]:
    """Return the figures of a month, a quarter, a year; of the network, an association, an antenna."""
    asoft, one = frozenset(lives.antennas[:2]), frozenset(lives.antennas[:1])
    several: list[Asked] = [(YEAR, None), (MARCH, None), (SPRING, asoft), (YEAR, asoft), (YEAR, one)]
    with lives.store.reading() as connection:
        for period in (YEAR, MARCH):
            alone = {each: people(connection, period.start, period.end, frozenset({each})) for each in lives.antennas}
            assert people_at(connection, period, lives.antennas) == alone
        return {each: people(connection, each[0].start, each[0].end, each[1]) for each in several}


def told_late(lives: Lives, period: Period, antennas: frozenset[int] | None) -> int:
    with lives.store.reading() as connection:
        return Coming(connection, period.start, period.end, antennas).late()


@pytest.mark.parametrize("draw", range(max(1, size(DRAWS) // 40)))
def test_figures_stay_what_they_were_when_people_are_erased(central: Store, run_seed: int, draw: int) -> None:
    random = Random(f"{run_seed}:erased:{draw}")
    lives = Lives(central, random)
    for _ in range(6):
        with central.writing() as writer:
            for _ in range(random.randrange(2, 8)):
                lives.come(writer)
            if random.random() < 0.5:
                lives.join(writer)
        if random.random() < 0.5:
            keep_people(central.database, random.choice([1, 3, 1_000]))
        before = asked(lives)
        if random.random() < 0.6:
            lives.erase()
        assert asked(lives) == before
        if lives.erased and random.random() < 0.3:
            lives.bring()
        for (period, antennas), found in asked(lives).items():
            difference = lives.counted(period, antennas) - found.people
            assert 0 <= difference <= told_late(lives, period, antennas)
    while keep_people(central.database):
        pass
    ids = {row.visitor for row in central.all(came.select())}
    assert ids == {who for who, _, _ in lives.visits} - set(lives.erased)


def test_a_copy_that_is_put_back_counts_who_is_erased_once(central: Store) -> None:
    lives = Lives(central, Random(3))
    for _ in range(2):
        with central.writing() as writer:
            for _ in range(6):
                lives.come(writer)
    before = asked(lives)
    lives.erase()
    # As the doctor does: every row taken away and derived again.
    with central.database.writing() as connection:
        rebuild(connection, sorted({each.record for each in central.entries(central.device)}, reverse=True))
    assert asked(lives) == before
    assert central.all(gone.select())
    keep_people(central.database)
    assert asked(lives) == before
