"""A whole demo: two antennas, a central in another process, the window, the pull; and what it says of itself."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kiosque.actions.network import network
from kiosque.bootstrap import central as root
from kiosque.db import doctor, folder
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.demo.ledger import Ledger
from kiosque.demo.plan import FIRST_DAY
from kiosque.demo.run import Play, TooMany, as_json, run
from kiosque.demo.world import PASSPHRASE
from kiosque.domain.french import local
from kiosque.reports.activity.annex import annex
from kiosque.reports.activity.contents import contents
from kiosque.reports.activity.telling import journals as known_journals
from kiosque.reports.activity.telling import told
from kiosque.reports.antennas import antennas
from kiosque.reports.period import Period
from kiosque.reports.watch import silent
from tests.demo.journals import journals
from tests.reports.test_recount import RECOUNT
from tests.stores import folded, rows

PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Played:
    at: Path
    ledger: Ledger

    @contextmanager
    def kiosks(self) -> Iterator[list[Store]]:
        stores = [folder.unlock(self.at / name, PASSPHRASE).store for name in ("nyo-vit", "rem")]
        yield stores
        for store in stores:
            store.close()

    @contextmanager
    def central(self) -> Iterator[Store]:
        store = folder.open_central(self.at / "central")
        yield store
        store.close()


@pytest.mark.walk
def test_two_antennas_live_three_days(tmp_path: Path) -> None:
    # One test: a demo takes ten seconds, and workers of a parallel run would each play their own. Three days: the
    # window's permanence then has a past, its cards and the workshop of the day before.
    played = Played(tmp_path / "demo", run(tmp_path / "demo", Play(2, 3, 1)))

    the_figures_are_those_of_the_kiosks_own_tables(played)
    each_entry_of_each_kiosk_is_at_the_central_exactly_once(played)
    every_chain_verifies_and_every_table_is_the_fold_of_the_journal(played)
    what_headquarters_pulled_is_what_the_ledger_says(played)
    a_report_says_what_was_pulled(played)
    no_permanence_is_left_open_and_the_window_played_one_of_them(played)
    the_figures_fit_on_one_line_of_json(played)
    its_central_stands_at_the_evening_of_the_last_day(played)
    with pytest.raises(folder.AlreadyThere):
        run(played.at, Play(2, 3, 1))


@pytest.mark.walk
def test_the_same_seed_lives_the_same_days(tmp_path: Path) -> None:
    once, again = (
        Played(tmp_path / name, run(tmp_path / name, Play(2, 1, 1), pictures=False)) for name in ("once", "again")
    )

    assert said_by(again) == said_by(once), "the same seed, but for the numbers of devices and the codes of cards"
    assert len(said_by(once)[0]) > 30


def its_central_stands_at_the_evening_of_the_last_day(played: Played) -> None:
    with root.opened(played.at / "central") as store:
        now = store.now()
        assert local(now).date() == FIRST_DAY + timedelta(days=2)
        # Nothing waits that has not been yet, and nobody is silent.
        for column in (tables.permanence.c.ended_at, tables.receipt.c.received_at):
            assert store.one(select(func.max(column).label("last"))).last <= now
        with store.reading() as connection:
            assert silent(antennas(connection), now) == ()


def the_figures_are_those_of_the_kiosks_own_tables(played: Played) -> None:
    with played.kiosks() as stores:
        tables = [rows(store) for store in stores]

    def alive(kind: str) -> int:
        return sum(not row["deleted"] for table in tables for row in table[kind])

    ledger = played.ledger
    assert ledger.antennas == 2
    assert ledger.permanences == alive("permanence") == 9
    assert ledger.visits == alive("visit") > 20
    assert ledger.interventions == alive("intervention") > 10
    assert ledger.workshops == alive("workshop") >= 1


def each_entry_of_each_kiosk_is_at_the_central_exactly_once(played: Played) -> None:
    with played.kiosks() as stores, played.central() as central:
        journals = {store.device: store.entries(store.device) for store in stores}
        received = {device: central.entries(device) for device in journals}

    assert received == journals
    assert played.ledger.heads_equal
    assert played.ledger.sound
    assert (played.ledger.doubled, played.ledger.missing) == (0, 0)
    assert played.ledger.entries_kiosk == played.ledger.entries_central == sum(map(len, journals.values()))


def every_chain_verifies_and_every_table_is_the_fold_of_the_journal(played: Played) -> None:
    with played.kiosks() as stores, played.central() as central:
        for store in (*stores, central):
            assert doctor.examine(store).healthy
            assert rows(store) == folded(store)


def what_headquarters_pulled_is_what_the_ledger_says(played: Played) -> None:
    files = {path.stem: path for path in (played.at / "pulled").glob("*.csv")}
    counted = {}
    for kind, path in files.items():
        with path.open(encoding="utf-8", newline="") as lines:
            counted[kind] = len(list(csv.reader(lines))) - 1

    assert counted == played.ledger.pulled
    assert counted["visit"] == played.ledger.visits
    assert {"permanence", "visit", "intervention", "workshop", "registration", "visitor", "antenna"} <= set(files)


def a_report_says_what_was_pulled(played: Played) -> None:
    with (played.at / "pulled" / "visit.csv").open(encoding="utf-8", newline="") as stream:
        days = sorted(date.fromisoformat(row["started_at"][:10]) for row in csv.DictReader(stream))
    period, file = Period(days[0], days[-1]), played.at / "annexe.ods"
    with played.central() as central, central.reading() as connection:
        found = told(contents(connection, period, period.last), known_journals(connection), made=central.now())
    file.write_bytes(annex(found))
    dates = (period.first.isoformat(), period.last.isoformat(), period.last.isoformat())
    # In a process of its own, without the program on its path.
    asked = [sys.executable, "-I", str(RECOUNT), str(played.at / "pulled"), str(file), *dates]
    done = subprocess.run(asked, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def no_permanence_is_left_open_and_the_window_played_one_of_them(played: Played) -> None:
    with played.kiosks() as stores:
        nyons = rows(stores[0])["permanence"]
        where = network.here(stores[0])

    assert where is not None
    assert where.name == "Nyons"
    assert all(row["ended_at"] for row in nyons)
    assert len(nyons) == 6
    pictures = [Path(path) for path in played.ledger.screenshots]
    assert len(pictures) > 10
    assert {path.parent for path in pictures} == {played.at / "screenshots"}
    assert all(path.read_bytes().startswith(PNG) for path in pictures)


def said_by(played: Played) -> list[list[object]]:
    with played.kiosks() as stores:
        return journals(stores)


def the_figures_fit_on_one_line_of_json(played: Played) -> None:
    said = as_json(played.ledger)

    assert "\n" not in said
    assert list(json.loads(said)) == [
        "antennas",
        "permanences",
        "visits",
        "interventions",
        "workshops",
        "visitors",
        "people",
        "households",
        "programmes",
        "repairs",
        "hours_per_week",
        "entries_kiosk",
        "entries_central",
        "heads_equal",
        "doubled",
        "missing",
        "faults",
        "link",
        "bytes_up",
        "bytes_down",
        "totals",
        "pulled",
        "screenshots",
    ]
    assert json.loads(said)["visits"] == played.ledger.visits


def test_there_are_so_many_spaces_and_no_more(tmp_path: Path) -> None:
    with pytest.raises(TooMany):
        run(tmp_path / "demo", Play(26, 1, 1))
    assert not (tmp_path / "demo").exists()
