"""A whole demo: two antennas, a central in another process, the window, the pull; and what it says of itself."""

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosque.actions import network
from kiosque.db import folder
from kiosque.db.store import Store
from kiosque.demo.ledger import Ledger, read_back
from kiosque.demo.run import TooMany, as_json, run
from kiosque.demo.world import PASSPHRASE
from kiosque.domain.kinds import Type
from kiosque.domain.records import BY_NUMBER, KINDS, VISITOR
from kiosque.journal.chain import START, follow
from kiosque.journal.entry import Entry, Value, device_of, entry_id, number_of
from tests.stores import folded, rows, space

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


def test_two_antennas_live_three_days_and_the_same_seed_lives_them_again(tmp_path: Path) -> None:
    # One test: a demo takes ten seconds, and workers of a parallel run would each play their own. Three days: the
    # window's permanence then has a past, its cards and the workshop of the day before.
    played = Played(tmp_path / "demo", run(2, 3, 1, tmp_path / "demo"))

    the_figures_are_those_of_the_kiosks_own_tables(played)
    each_entry_of_each_kiosk_is_at_the_central_exactly_once(played)
    every_chain_verifies_and_every_table_is_the_fold_of_the_journal(played)
    what_headquarters_pulled_is_what_the_ledger_says(played)
    no_permanence_is_left_open_and_the_window_played_one_of_them(played)
    the_figures_fit_on_one_line_of_json(played)
    with pytest.raises(folder.AlreadyThere):
        run(2, 3, 1, played.at)

    again = Played(tmp_path / "again", run(2, 3, 1, tmp_path / "again"))
    assert journals(again) == journals(played), "the same seed, but for the numbers of devices and the codes of cards"


def the_figures_are_those_of_the_kiosks_own_tables(played: Played) -> None:
    with played.kiosks() as stores:
        tables = [rows(store) for store in stores]

    def alive(kind: str) -> int:
        return sum(not row["deleted"] for table in tables for row in table[kind])

    ledger = played.ledger
    assert ledger.antennas == 2
    assert ledger.permanences == alive("permanence") == 7
    assert ledger.visits == alive("visit") > 20
    assert ledger.interventions == alive("intervention") > 10
    assert ledger.workshops == alive("workshop") >= 1


def each_entry_of_each_kiosk_is_at_the_central_exactly_once(played: Played) -> None:
    with played.kiosks() as stores, played.central() as central:
        journals = {store.device: store.entries(store.device) for store in stores}
        received = {device: central.entries(device) for device in journals}

    assert received == journals
    assert played.ledger.heads_equal
    assert played.ledger.entries_kiosk == played.ledger.entries_central == sum(map(len, journals.values()))


def every_chain_verifies_and_every_table_is_the_fold_of_the_journal(played: Played) -> None:
    with played.kiosks() as stores, played.central() as central:
        for store in (*stores, central):
            assert rows(store) == folded(store)
            for device in store.devices():
                head = START
                for entry in store.entries(device):
                    head = follow(head, entry)
                assert head == store.head(device)


def what_headquarters_pulled_is_what_the_ledger_says(played: Played) -> None:
    files = {path.stem: path for path in (played.at / "pulled").glob("*.csv")}
    counted = {}
    for kind, path in files.items():
        with path.open(encoding="utf-8", newline="") as lines:
            counted[kind] = len(list(csv.reader(lines))) - 1

    assert counted == played.ledger.pulled
    assert counted["visit"] == played.ledger.visits
    assert {"permanence", "visit", "intervention", "workshop", "registration", "visitor", "antenna"} <= set(files)


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


def journals(played: Played) -> list[list[object]]:
    """Every entry of both kiosks, with devices by their place and without the codes of cards that were drawn."""
    with played.kiosks() as stores:
        places = {stores[0].identity.central: 0} | {store.device: 1 + place for place, store in enumerate(stores)}
        return [[told(entry, places) for entry in store.entries(store.device)] for store in stores]


def told(entry: Entry, places: dict[int, int]) -> object:
    kind = BY_NUMBER[entry.kind]
    types = {field.number: field.type for field in kind.all_fields}

    def placed(identifier: int) -> int:
        device = device_of(identifier)
        return entry_id(places[device], number_of(identifier)) if identifier else 0

    def value(number: int, said: Value) -> Value:
        if types[number] is Type.REF and isinstance(said, int):
            return placed(said)
        if types[number] is Type.REFS and isinstance(said, tuple):
            return tuple(placed(each) for each in said if isinstance(each, int))
        return said

    fields = {number: value(number, said) for number, said in {**entry.changes, **entry.personal}.items()}
    if kind == VISITOR:
        fields.pop(VISITOR.field("card").number, None)
    return entry.number, entry.clock, entry.base, entry.written_at, placed(entry.author), kind.name, fields


def the_figures_fit_on_one_line_of_json(played: Played) -> None:
    said = as_json(played.ledger)

    assert "\n" not in said
    assert list(json.loads(said)) == [
        "antennas",
        "permanences",
        "visits",
        "interventions",
        "workshops",
        "entries_kiosk",
        "entries_central",
        "heads_equal",
        "pulled",
        "screenshots",
    ]
    assert json.loads(said)["visits"] == played.ledger.visits


def test_there_are_so_many_spaces_and_no_more(tmp_path: Path) -> None:
    with pytest.raises(TooMany):
        run(26, 1, 1, tmp_path / "demo")
    assert not (tmp_path / "demo").exists()


def test_the_ledger_tells_a_central_that_lacks_an_entry(tmp_path: Path) -> None:
    pulled = tmp_path / "pulled"
    pulled.mkdir()
    for kind in KINDS:
        (pulled / f"{kind.name}.csv").write_text("id\n")
    with space(tmp_path) as place:
        entry = network.add_animator(place.store, given_name="Léa", family_name="Roux").entries[0]
        before = read_back([place.store], place.central, pulled, tmp_path)
        place.central.apply(place.store.entries(place.store.device))
        after = read_back([place.store], place.central, pulled, tmp_path)

    assert entry
    assert (before.heads_equal, before.entries_kiosk, before.entries_central) == (False, 1, 0)
    assert (after.heads_equal, after.entries_kiosk, after.entries_central) == (True, 1, 1)
