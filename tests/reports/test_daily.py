"""Figures that are kept: always what the rows come to, whatever was written, corrected or thrown away, and when."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection

from kiosque.db import marks
from kiosque.db.came import keep_people
from kiosque.db.daily_tables import coded, daily, lacking, stale
from kiosque.db.daily_tables import kept as kept_rules
from kiosque.db.daily_tables import whole as summed_up
from kiosque.db.records import intervention
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain.french import local
from kiosque.domain.kinds import Kind
from kiosque.domain.records import (
    ANTENNA,
    BY_NUMBER,
    GROUP,
    INTERVENTION,
    ITEM,
    PERMANENCE,
    PROGRAMME,
    REGISTRATION,
    REPAIR,
    VISIT,
    WORKSHOP,
)
from kiosque.domain.repair_codes import END_OF_LIFE, FIXED
from kiosque.reports.activity.programmes import Belonging, belonging
from kiosque.reports.antennas import antennas
from kiosque.reports.belonging import HELPED, Running, codes_of_row, helps, programmes, taken
from kiosque.reports.by_code import attempts_at, codes_of, keep_lacking, practised, repairs_of, sessions_of, taken_of
from kiosque.reports.coded import AGE, COMMUNE, SECTOR, SERVICE, THEME, counted_codes, scope_of
from kiosque.reports.counting import Cells, counted
from kiosque.reports.daily import cells_of, keep_up, total_of
from kiosque.reports.day_rows import day_rows
from kiosque.reports.figures import Figures, added
from kiosque.reports.mending import REPAIR as MENDING
from kiosque.reports.mending import attempts_of, practised_in, sessions_in, summed
from kiosque.reports.period import Period, midnight, one_day
from kiosque.reports.sums import at_antennas, sums, unlisted
from tests.sizes import DRAWS, size
from tests.stores import CENTRAL, Hands, founded

SPRING = Period(date(2026, 3, 27), date(2026, 3, 31))
"""The clocks change in the night to the 29th."""

ANTENNAS = (1 << 32 | 1, 1 << 32 | 2)


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Store]:
    store, _ = founded(tmp_path / "central.db", CENTRAL, Hands())
    marks.ready(store.database)
    yield store
    store.close()


def nonzero(cells: Cells) -> Cells:
    """Return the same without the figures that are 0: who counts rows never says them."""
    return {cell: {name: value for name, value in each.items() if value} for cell, each in cells.items()}


def both(store: Store, period: Period = SPRING, own: frozenset[int] = frozenset(ANTENNAS[:1])) -> tuple[Cells, Cells]:
    with store.reading() as connection:
        rows = counted(connection, period)
        kept = nonzero(cells_of(connection, period))
        if kept == rows:
            agree(connection, period, rows, own)
        return kept, rows


def agree(connection: Connection, period: Period, rows: Cells, some: frozenset[int]) -> None:
    """Hold what is summed and what is kept by code against the rows: of all antennas, and of ``some``."""
    assert practised(connection, period) == practised_in(connection, period)
    for own in (None, some):
        mine = {cell: each for cell, each in rows.items() if own is None or cell[0] in own}
        whole = sums(connection, period, own)
        for name in Figures.__dataclass_fields__:
            assert getattr(whole.total, name) == sum(each.get(name, 0) for each in mine.values())
        places = at_antennas(connection, period, own)
        assert added(places.values()) == whole.total
        listed = {each.id for each in antennas(connection) if not each.gone}
        assert unlisted(connection, period, own) == sorted(places.keys() - listed)
        for place, figures in places.items():
            assert at_antennas(connection, period, frozenset({place})) == {place: figures}
        names = ("visits", "seconds")
        each_day = sorted((*cell, tuple(each.get(name, 0) for name in names)) for cell, each in mine.items())
        assert list(day_rows(connection, period, names, own)) == [row for row in each_day if any(row[2])]
        for form in (THEME, SERVICE, COMMUNE, AGE, SECTOR):
            assert codes_of(connection, form, period, own) == counted_codes(connection, form, period, own)
        every = programmes(connection)
        assert taken_of(connection, period, own) == taken(connection, period, every, own)
        assert repairs_of(connection, period, own) == summed(attempts_of(connection, period, own))
        assert attempts_at(connection, period, own) == len(attempts_of(connection, period, own))
        assert sessions_of(connection, period, own) == sessions_in(connection, period, own)
        for each in every[:2] if own is None else ():
            assert belonging(connection, each.id, period, own, most=3) == acts_of(connection, each, period, own)[:3]


def acts_of(connection: Connection, one: Running, period: Period, own: frozenset[int] | None) -> tuple[Belonging, ...]:
    """Return the acts of help of a programme, the last first: each row is looked at."""
    query = helps(period, own, intervention.c.duration, intervention.c.id)
    rows = sorted(connection.execute(query), key=lambda row: (-row.given_at, -row.id))
    return tuple(
        Belonging(row.given_at, row.antenna or 0, row.duration, row.themes or "", row.services or "")
        for row in rows
        if one.takes(row.programme, codes_of_row(row), local(row.given_at).date())
    )


class Life:
    """What may happen to a central's rows, in any order."""

    def __init__(self, random: Random, antennas: Sequence[int] = ANTENNAS) -> None:
        self.random = random
        self.antennas = antennas
        self.known: dict[int, list[int]] = {kind.number: [] for kind in MAKING}

    def moment(self) -> int:
        return self.random.randrange(SPRING.start, SPRING.end)

    def any_of(self, kind: int) -> int:
        # One that nobody knows yet, sometimes: it may come later, or never.
        return self.random.choice([*self.known[kind], 77 << 32 | self.random.randrange(3)])

    def times(self) -> tuple[int, int | None]:
        start = self.moment()
        end = self.random.choice([None, start, start + self.random.randrange(40 * 3600)])
        return start, end

    def of_several(self) -> dict[str, tuple[str, ...] | None]:
        said = self.of_whom("age_bands", "statuses", "sectors").items()
        return {name: None if code is None else (code, "other") for name, code in said}

    def of_whom(self, *names: str) -> dict[str, str | None]:
        # One code of each list is enough to tell a rule that takes it from one that does not.
        codes = {"a": "18_24", "s": "job_seeker"}
        return {name: self.random.choice([None, None, codes[name[0]]]) for name in names}

    def said(self, kind: int) -> dict[str, object]:
        return MAKING[BY_NUMBER[kind]](self)

    def step(self, writer: Writer) -> None:
        kind = self.random.choice(list(self.known))
        if not self.known[kind] or self.random.random() < 0.5:
            self.known[kind].append(writer.record(BY_NUMBER[kind], **self.said(kind)))  # type: ignore[arg-type]
            return
        record = self.random.choice(self.known[kind])
        if self.random.random() < 0.3:
            writer.amend(BY_NUMBER[kind], record, deleted=self.random.random() < 0.7)
        else:
            name, value = self.random.choice(list(self.said(kind).items()))
            writer.amend(BY_NUMBER[kind], record, **{name: value})  # type: ignore[arg-type]


MAKING: dict[Kind, Callable[[Life], dict[str, object]]] = {
    PERMANENCE: lambda life: {
        "antenna": life.random.choice(life.antennas),
        "times": life.times(),
        "to_confirm": life.random.random() < 0.2,
        "decided": life.times() if life.random.random() < 0.3 else None,
    },
    VISIT: lambda life: {
        "permanence": life.any_of(PERMANENCE.number),
        "times": life.times(),
        "commune": life.random.choice([None, "26220", "26264"]),
        "group": life.any_of(GROUP.number) if life.random.random() < 0.5 else None,
        **life.of_whom("age_band", "status", "sector"),
    },
    GROUP: lambda life: {"workshop": life.any_of(WORKSHOP.number)},
    PROGRAMME: lambda life: {
        "name": "Un programme",
        "times": life.random.choice([None, (SPRING.start, None), (SPRING.start - 3, midnight(SPRING.last))]),
        "themes": life.random.choice([None, ("email",), ("parentalite", "email")]),
        "services": life.random.choice([None, None, ("caf",)]),
        **life.of_several(),
    },
    INTERVENTION: lambda life: {
        "permanence": life.any_of(PERMANENCE.number),
        "given_at": life.moment(),
        "themes": life.random.choice([(), ("email",), ("email", "parentalite")]),
        "service": life.random.choice([None, "caf"]),
        "programme": life.any_of(PROGRAMME.number) if life.random.random() < 0.2 else None,
        **life.of_several(),
    },
    WORKSHOP: lambda life: {
        "antenna": life.random.choice(life.antennas),
        "times": life.times(),
        "theme": life.random.choice([None, "email", MENDING]),
        "programme": life.any_of(PROGRAMME.number) if life.random.random() < 0.2 else None,
    },
    ITEM: lambda life: {
        "category": life.random.choice([None, "1", "unpowered_textile", "unpowered_misc"]),
        "weight": life.random.choice([None, None, 1_500]),
        "origin": life.any_of(ITEM.number) if life.random.random() < 0.3 else None,
    },
    REPAIR: lambda life: {
        "permanence": life.any_of(PERMANENCE.number),
        "item": life.any_of(ITEM.number),
        "repaired_at": life.moment(),
        "outcome": life.random.choice([None, FIXED, END_OF_LIFE]),
    },
    REGISTRATION: lambda life: {
        "workshop": life.any_of(WORKSHOP.number),
        "state": life.random.choice(["seen", "noshow"]),
        **life.of_whom("age_band", "status", "sector"),
    },
}


@pytest.mark.parametrize("draw", range(size(DRAWS) // 10))
def test_they_are_what_the_rows_come_to_whatever_happened(central: Store, run_seed: int, draw: int) -> None:
    random = Random(f"{run_seed}:daily:{draw}")
    with central.writing() as writer:
        life = Life(random, [writer.record(ANTENNA, code=code, association=code) for code in ("asoft", "aventic")])
    # Of which association each is.
    keep_people(central.database)
    own = frozenset(life.antennas[:1])
    with central.reading() as connection:
        assert scope_of(connection, own) == "asoft"
    for _ in range(9):
        with central.writing() as writer:
            for _ in range(random.randrange(1, 8)):
                life.step(writer)
        kept, rows = both(central, own=own)
        assert kept == rows
        if random.random() < 0.5:
            # Some of it, or all.
            keep_up(central.database, random.choice([1, 2, 31]))
            keep_lacking(central.database, random.choice([1, 2, 31]))
            kept, rows = both(central, own=own)
            assert kept == rows
    while keep_up(central.database) or keep_lacking(central.database):
        pass
    assert not central.all(stale.select())
    assert not central.all(lacking.select())
    kept, rows = both(central, own=own)
    assert kept == rows
    assert {row.day for row in central.all(daily.select())}


def test_what_arrives_late_and_out_of_order_is_counted_where_it_belongs(central: Store) -> None:
    life = Life(Random(5))
    for _ in range(30):
        with central.writing() as writer:
            life.step(writer)
    entries = central.entries(central.device)
    with central.reading() as connection:
        expected = counted(connection, SPRING)
    with central.database.writing() as connection:
        # As the doctor does: every row taken away and derived again.
        from kiosque.db.apply import rebuild  # noqa: PLC0415

        rebuild(connection, sorted({each.record for each in entries}, reverse=True))
    while keep_up(central.database):
        pass
    kept, rows = both(central)
    assert kept == rows == expected


def test_what_a_device_brings_is_counted_the_days_it_is_about(central: Store, tmp_path: Path) -> None:
    life = Life(Random(7))
    device, _ = founded(tmp_path / "device.db", CENTRAL + 1, Hands())
    for brought in (20, 1, 20):
        with device.writing() as writer:
            for _ in range(brought):
                life.step(writer)
        central.apply(device.entries(device.device)[central.head(device.device).number :])
        kept, rows = both(central)
        assert kept == rows
        while keep_up(central.database):
            pass
    device.close()


def test_a_broken_clock_stops_nobody(central: Store) -> None:
    with central.writing() as writer:
        for moment in (-5, 0, 4_294_967_296, 1 << 60):
            writer.record(INTERVENTION, given_at=moment)
            writer.record(PERMANENCE, antenna=ANTENNAS[0], times=(moment, None))
        writer.record(PERMANENCE, antenna=ANTENNAS[0], times=(midnight(date(2026, 3, 27)), 1 << 60))
    for _ in range(4):
        keep_up(central.database, 400)
    kept, rows = both(central)
    assert kept == rows


def test_a_figure_is_read_where_it_stands(central: Store) -> None:
    with central.writing() as writer:
        writer.record(INTERVENTION, given_at=SPRING.start)
    assert keep_up(central.database)
    assert not keep_up(central.database)
    with central.database.writing() as connection:
        connection.execute(daily.update().values(interventions=41))
    with central.reading() as connection:
        kept = nonzero(cells_of(connection, one_day(SPRING.first)))
    assert kept == {(0, SPRING.first): {"interventions": 41}}
    # What finds rows is made again without a count.
    with central.database.writing() as connection:
        connection.exec_driver_sql("DROP INDEX daily_open")
    marks.ready(central.database)
    with central.reading() as connection:
        assert nonzero(cells_of(connection, one_day(SPRING.first))) == kept
    # All is counted again when what marks was missing for a while.
    with central.database.writing() as connection:
        on = "" if connection.dialect.name == "sqlite" else " ON workshop"
        connection.exec_driver_sql(f"DROP TRIGGER mark_workshop{on or '_changed'}")
    marks.ready(central.database)
    kept, rows = both(central)
    assert kept == rows == {(0, SPRING.first): {"interventions": 1}}


def test_one_figure_of_a_period_is_the_sum_of_its_days_kept_or_not(central: Store) -> None:
    with central.writing() as writer:
        held = writer.record(PERMANENCE, antenna=ANTENNAS[0], times=(SPRING.start, SPRING.start + 3_600))
        for hour in range(5):
            writer.record(INTERVENTION, permanence=held, given_at=SPRING.start + 20 * 3_600 * hour)
    while keep_up(central.database):
        pass
    with central.writing() as writer:
        writer.record(INTERVENTION, permanence=held, given_at=SPRING.start + 60)
    with central.reading() as connection:
        assert total_of(connection, SPRING, "interventions") == 6
        assert total_of(connection, one_day(SPRING.first), "interventions") == 3
        assert total_of(connection, Period(date(1960, 1, 1), date(1960, 1, 2)), "interventions") == 0


def test_what_an_association_did_is_kept_and_follows_an_antenna_that_is_another_one_s(central: Store) -> None:
    def keep() -> None:
        while keep_people(central.database) or keep_up(central.database):
            pass

    def about(own: frozenset[int] | None) -> dict[str, int]:
        with central.reading() as connection:
            found = codes_of(connection, THEME, SPRING, own)
            assert found == counted_codes(connection, THEME, SPRING, own)
            by_day = sums(connection, SPRING, own).total
            assert by_day == added(at_antennas(connection, SPRING, own).values())
            assert by_day.interventions == total_of(connection, SPRING, "interventions", own) == found.total()
        return dict(found)

    with central.writing() as writer:
        nyons, lemps, remuzat = (
            writer.record(ANTENNA, code=code, name=code, association=association)
            for code, association in (("N", "asoft"), ("L", "asoft"), ("R", "aventic"))
        )
        for antenna, several in ((nyons, 1), (lemps, 2), (remuzat, 4)):
            held = writer.record(PERMANENCE, antenna=antenna, times=(SPRING.start, SPRING.start + 3_600))
            for _ in range(several):
                writer.record(INTERVENTION, permanence=held, given_at=SPRING.start + 60, themes=("email",))
    keep()
    asoft = frozenset({nyons, lemps})
    assert (about(asoft), about(None), about(frozenset({lemps}))) == ({"email": 3}, {"email": 7}, {"email": 2})
    with central.database.writing() as connection:
        connection.execute(coded.update().where(coded.c.scope == "asoft").values(count=41))
        connection.execute(summed_up.update().where(summed_up.c.scope == "asoft").values(interventions=43))
    with central.reading() as connection:
        # Read where it stands.
        assert codes_of(connection, THEME, SPRING, asoft) == {"email": 41}
        assert total_of(connection, SPRING, "interventions", asoft) == 43
        assert sums(connection, SPRING, asoft).total.interventions == 43
    with central.writing() as writer:
        writer.amend(ANTENNA, lemps, association="aventic")
    for _ in range(2):
        assert (about(frozenset({nyons})), about(frozenset({lemps, remuzat}))) == ({"email": 1}, {"email": 6})
        keep()


def test_an_older_central_counts_by_code_what_it_lacks_and_keeps_its_days(central: Store) -> None:
    with central.writing() as writer:
        writer.record(PROGRAMME, name="Courriel", themes=("email",))
        for _ in range(3):
            writer.record(INTERVENTION, given_at=SPRING.start, themes=("email",))
    while keep_up(central.database) or keep_lacking(central.database):
        pass
    with central.database.writing() as connection:
        connection.execute(coded.delete())
        connection.execute(kept_rules.update().values(rules=4))
        connection.execute(daily.update().values(interventions=41))
    marks.ready(central.database)
    for _ in range(2):
        with central.reading() as connection:
            assert nonzero(cells_of(connection, one_day(SPRING.first))) == {(0, SPRING.first): {"interventions": 41}}
            assert codes_of(connection, THEME, SPRING) == {"email": 3}
            [(_, several)] = taken_of(connection, SPRING)[HELPED].items()
            assert several == 3
        while keep_lacking(central.database, 1):
            pass
    assert central.all(coded.select())


def test_a_programme_that_says_otherwise_is_counted_from_its_rows_until_it_is_counted_again(central: Store) -> None:
    with central.writing() as writer:
        one, other = (writer.record(PROGRAMME, name=theme, themes=(theme,)) for theme in ("email", "parentalite"))
        for day in range(4):
            at = SPRING.start + day * 86_400 + 7_200
            writer.record(INTERVENTION, given_at=at, themes=("email",) if day % 2 else ("parentalite",))

    def helped() -> dict[int, int]:
        with central.reading() as connection:
            return dict(taken_of(connection, SPRING)[HELPED])

    while keep_up(central.database) or keep_lacking(central.database):
        pass
    assert helped() == {one: 2, other: 2}
    with central.database.writing() as connection:
        connection.execute(coded.update().where(coded.c.form == HELPED).values(count=41))
    assert helped() == {one: 82, other: 82}
    with central.writing() as writer:
        writer.amend(PROGRAMME, one, themes=("email", "parentalite"))
    assert helped() == {one: 4, other: 82}
    while keep_lacking(central.database, 1):
        assert helped() == {one: 4, other: 82}
    with central.writing() as writer:
        writer.amend(PROGRAMME, one, deleted=True)
    # What is kept of it is nobody's any more, before it is taken away and after.
    assert helped() == {other: 82}
    while keep_lacking(central.database, 1):
        assert helped() == {other: 82}
