"""The totals are counted four ways, and what one of them gets wrong is seen."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

import pytest

from kiosque.actions.helping import interventions
from kiosque.actions.network import programmes
from kiosque.actions.opening import decisions, permanences
from kiosque.actions.repairing import repair_sessions, repairs
from kiosque.actions.repairing.repairs import Attempt, Item
from kiosque.actions.visitors import households, links, people, reception
from kiosque.actions.visitors.people import Answers
from kiosque.actions.workshops import attendance, registrations, workshops
from kiosque.db import records
from kiosque.db.engine import open_database
from kiosque.db.records import TABLES
from kiosque.db.store import Store
from kiosque.demo.totals import by_headquarters
from kiosque.demo.totals.totals import Totals
from kiosque.demo.totals.ways import four_ways
from kiosque.domain.codes import THEMES
from kiosque.domain.records import ANTENNA, LINK, VISIT
from kiosque.reports.exports.folder import keep_folder
from kiosque.reports.people import People
from tests.stores import KEY, Space, meet, space

EXPECTED = Totals(
    permanences=2,
    # Twenty minutes, closed; then thirty until the last visit, still open.
    seconds=50 * 60,
    visits=5,
    interventions=1,
    workshops=1,
    attendances=2,
    # Who came twice, written down twice, is one person; their child came along, and somebody else of them did not.
    people=2,
    households=1,
    programmes=1,
    repairs=1,
    hours_per_week={"NYO": 0.8},
)

ALL = [field.name for field in fields(Totals)]


@dataclass(frozen=True)
class Left:
    """What headquarters holds of two permanences: its store, and the files that it pulled."""

    central: Store
    pulled: Path

    def pull(self) -> None:
        with self.central.reading() as connection:
            keep_folder(connection, self.pulled)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two permanences, the second still open, of which headquarters received everything and pulled it."""
    at = tmp_path_factory.mktemp("played")
    with space(at) as nyons:
        store, clock = nyons.store, nyons.clock
        programmes.add_programme(nyons.central, label="Jeunes", audience="young", first=date(2016, 9, 1))
        opened = permanences.open_permanence(store, nyons.animator)
        hold_workshop(nyons)
        mistaken = reception.sign_in_unnamed(store, "other")
        with store.writing() as writer:
            writer.amend(VISIT, mistaken.visit, deleted=True)
        permanences.close_permanence(store, opened.record, author=nyons.animator)
        clock.pass_(minutes=60)
        permanences.open_permanence(store, nyons.animator)
        clock.pass_(minutes=30)
        come_with_a_child(nyons)
        meet(store, nyons.central)
        Left(nyons.central, at / "pulled").pull()
    return at


@pytest.fixture
def left(played: Path, tmp_path: Path) -> Iterator[Left]:
    """What was left of it, for one test to spoil."""
    copied = shutil.copytree(played, tmp_path / "left")
    central = Store(open_database(copied / "central.db", KEY))
    yield Left(central, copied / "pulled")
    central.close()


def hold_workshop(nyons: Space) -> None:
    store, clock, author = nyons.store, nyons.clock, nyons.animator
    starts_at = clock.now + 3600
    workshop = workshops.plan(
        store,
        title="Arnaques",
        theme="securite_numerique",
        starts_at=starts_at,
        minutes=60,
        capacity=6,
        animator=author,
    ).record
    for visitor in (None, people.write_down(store, Answers("Zoé", "Roux"), author=author).record):
        clock.pass_(minutes=10)
        if visitor is None:
            said = reception.sign_in_unnamed(store, "workshop")
        else:
            said = reception.sign_in_visitor(store, visitor, "workshop", author=author)
        registrations.register(store, workshop, author=author, visit=said.visit)
    attendance.mark_all_present(store, workshop, author=author)


def come_with_a_child(nyons: Space) -> None:
    """Who came before comes under another record, which is joined; with a child, and without another of the house."""
    store, author = nyons.store, nyons.animator
    first = store.one(records.visitor.select()).id
    again = people.write_down(store, Answers("Zoe", "Roux"), author=author).record
    links.join(store, first, again, author=author)
    for given, comes in (("Léo", True), ("Ana", False)):
        households.add_member(store, again, given_name=given, age_band="moins_de_douze", here=comes)
    came = reception.sign_in_visitor(store, again, "digital", author=author)
    repairs.note_repair(store, Item("14"), Attempt("heat", "1"), visit=came.visit, author=author)
    interventions.log_intervention(
        store, visits=(came.visit,), themes=(THEMES.codes[1].code,), duration=15, animator=author
    )
    reception.sign_in_unnamed(store, "other")


def otherwise(left: Left) -> dict[str, list[str]]:
    """What each way counts otherwise than it is."""
    totals = four_ways(left.central, left.pulled)
    return {
        way: wrong
        for way, each in totals.items()
        if (wrong := [name for name in ALL if getattr(each, name) != getattr(EXPECTED, name)])
    }


def test_they_agree(left: Left) -> None:
    totals = four_ways(left.central, left.pulled)

    assert list(totals) == ["journal", "tables", "headquarters", "files"]
    assert otherwise(left) == {}
    assert all(each == EXPECTED for each in totals.values())


def test_entries_that_the_journal_lacks_are_seen_in_every_figure(left: Left) -> None:
    with left.central.database.writing() as connection:
        connection.execute(records.entry.delete().where(records.entry.c.kind != ANTENNA.number))

    assert otherwise(left) == {"journal": ALL}


def test_rows_that_no_entry_took_away_are_seen_in_every_figure(left: Left) -> None:
    with left.central.database.writing() as connection:
        for kind, table in TABLES.items():
            if kind is not ANTENNA:
                connection.execute(table.delete())

    # Headquarters' pages read the same tables, by other code.
    assert otherwise(left) == {"tables": ALL, "headquarters": ALL}


def test_a_file_that_was_cut_is_seen_in_every_figure(left: Left) -> None:
    for file in left.pulled.glob("*.csv"):
        if file.stem != ANTENNA.name:
            file.write_text(file.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")

    assert otherwise(left) == {"files": ALL}


def test_what_the_code_of_the_pages_gets_wrong_is_seen_in_every_figure(
    left: Left, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_headquarters, "_months", lambda _: set())
    monkeypatch.setattr(by_headquarters, "people", lambda *_: People(people=3, households=2))
    monkeypatch.setattr(by_headquarters, "programmes", lambda _: ())
    monkeypatch.setattr(repair_sessions, "results", lambda *_: repair_sessions.Results())

    assert otherwise(left) == {"headquarters": ALL}


def test_who_is_not_one_person_any_more_is_two_in_every_way(left: Left) -> None:
    with left.central.writing() as writer:
        writer.amend(LINK, left.central.one(records.link.select()).id, verdict="different")
    left.pull()

    assert {way: each.people for way, each in four_ways(left.central, left.pulled).items()} == dict.fromkeys(
        ("journal", "tables", "headquarters", "files"), 3
    )


def test_a_clock_that_was_years_behind_does_not_thin_the_week(nyons: Space, tmp_path: Path) -> None:
    right = nyons.clock.now
    for opened_at, hours in ((right, 3), (right + 86_400, 4), (right - 9 * 365 * 86_400, 2)):
        nyons.clock.now = opened_at
        opened = permanences.open_permanence(nyons.store, nyons.animator)
        nyons.clock.pass_(minutes=60 * hours)
        permanences.close_permanence(nyons.store, opened.record, author=nyons.animator)
    meet(nyons.store, nyons.central)
    left = Left(nyons.central, tmp_path / "pulled")
    left.pull()

    for each in four_ways(left.central, left.pulled).values():
        assert each.hours_per_week == {"NYO": 4.5}, "9 hours in two weeks, nine years apart"


def test_hours_that_headquarters_decided_on_are_counted_in_every_way(nyons: Space, tmp_path: Path) -> None:
    opened = permanences.open_permanence(nyons.store, nyons.animator)
    nyons.clock.pass_(minutes=180)
    meet(nyons.store, nyons.central)
    decisions.decide(nyons.central, opened.record, opened.at + 3_600, opened.at + 3 * 3_600)
    left = Left(nyons.central, tmp_path / "pulled")
    left.pull()

    for each in four_ways(left.central, left.pulled).values():
        assert (each.seconds, each.hours_per_week) == (2 * 3_600, {"NYO": 2.0})
