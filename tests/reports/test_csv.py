"""The folder of CSV files."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosque.db.store import Store
from kiosque.domain.records import ANTENNA, INTERVENTION, KINDS, VISIT, VISITOR
from kiosque.reports.exports.cells import FORMULA_STARTS, neutral
from kiosque.reports.exports.folder import keep_folder


def keep(store: Store, folder: Path) -> dict[str, int]:
    with store.reading() as connection:
        return keep_folder(connection, folder).rows


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_there_is_one_file_per_kind_named_after_it(store: Store, tmp_path: Path) -> None:
    counts = keep(store, tmp_path / "pulled")
    assert counts == dict.fromkeys((kind.name for kind in KINDS), 0)
    files = {path.name for path in (tmp_path / "pulled").iterdir()}
    assert files == {f"{kind.name}.csv" for kind in KINDS} | {"datapackage.json"}


def test_a_row_says_what_was_recorded_in_local_time(store: Store, tmp_path: Path) -> None:
    with store.writing() as writer:
        record = writer.record(
            INTERVENTION,
            permanence=9,
            given_at=1_764_000_000,
            duration=45,
            themes=("email", "sante"),
            visits=(3, 4),
            note="Une ligne,\nune « autre »",
        )
    assert keep(store, tmp_path)["intervention"] == 1
    [row] = read(tmp_path / "intervention.csv")
    assert row["id"] == str(record)
    assert row["given_at"] == "2025-11-24 17:00:00+01:00"
    assert (row["themes"], row["visits"], row["duration"]) == ("email sante", "3 4", "45")
    assert row["note"] == "Une ligne,\nune « autre »"
    assert row["service"] == ""


def test_a_visit_has_its_two_times(store: Store, tmp_path: Path) -> None:
    with store.writing() as writer:
        writer.record(VISIT, times=(1_764_000_000, None))
    keep(store, tmp_path)
    [row] = read(tmp_path / "visit.csv")
    assert (row["started_at"], row["ended_at"]) == ("2025-11-24 17:00:00+01:00", "")


def test_a_time_of_when_paris_had_its_own_is_told_as_every_program_reads_it(store: Store, tmp_path: Path) -> None:
    with store.writing() as writer:
        writer.record(VISIT, times=(-2_000_000_000, None))
    keep(store, tmp_path)
    assert "1906-08-16 20:26:40+00:00" in {row["started_at"] for row in read(tmp_path / "visit.csv")}


@pytest.mark.parametrize("moment", [-62_135_596_800 - 7200, 253_402_300_800, 1 << 60])
def test_a_time_that_no_calendar_has_stops_no_file(store: Store, tmp_path: Path, moment: int) -> None:
    with store.writing() as writer:
        writer.record(VISIT, times=(moment, None))
        writer.record(VISIT, times=(1_764_000_000, None))
    keep(store, tmp_path)
    assert [row["started_at"] for row in read(tmp_path / "visit.csv")] == [str(moment), "2025-11-24 17:00:00+01:00"]


@pytest.mark.parametrize("text", ["=1+1", "+33 6", "-2", "@SUM(A1)", "\t=1", "\r=1"], ids=repr)
def test_a_spreadsheet_runs_no_cell(store: Store, tmp_path: Path, text: str) -> None:
    with store.writing() as writer:
        writer.record(VISITOR, given_name=text)
    keep(store, tmp_path)
    [row] = read(tmp_path / "visitor.csv")
    assert row["given_name"] == f"'{text}"


@given(st.text())
def test_no_text_begins_like_a_formula(text: str) -> None:
    assert not neutral(text).startswith(FORMULA_STARTS)
    assert neutral(text).removeprefix("'") == text.removeprefix("'")


def test_what_is_in_the_bin_and_who_was_erased_are_left_out_but_their_visits_stay(store: Store, tmp_path: Path) -> None:
    with store.writing() as writer:
        binned = writer.record(ANTENNA, name="Une erreur")
        gone = writer.record(VISITOR, given_name="Odette")
        stays = writer.record(VISIT, visitor=gone, times=(1_764_000_000, None), age_band="soixante_dix_plus")
    keep(store, tmp_path)
    assert read(tmp_path / "visit.csv")[0]["visitor"] == str(gone)
    with store.writing() as writer:
        writer.amend(ANTENNA, binned, deleted=True)
        writer.erase(VISITOR, gone)
        writer.erase(VISIT, stays)
    counts = keep(store, tmp_path)
    assert (counts["antenna"], counts["visitor"], counts["visit"]) == (0, 0, 1)
    [visit] = read(tmp_path / "visit.csv")
    assert (visit["id"], visit["visitor"], visit["age_band"]) == (str(stays), "", "soixante_dix_plus")
    assert not any(b"Odette" in path.read_bytes() for path in tmp_path.glob("*.csv"))


def test_the_token_of_a_card_leaves_no_database(store: Store, tmp_path: Path) -> None:
    with store.writing() as writer:
        writer.record(VISITOR, card="K7-SECRET-TOKEN", given_name="Odette")
    keep(store, tmp_path)
    text = (tmp_path / "visitor.csv").read_text(encoding="utf-8")
    assert "Odette" in text
    assert "K7-SECRET-TOKEN" not in text


def test_a_file_is_replaced_only_when_it_changes(store: Store, tmp_path: Path) -> None:
    with store.writing() as writer:
        writer.record(ANTENNA, name="Rémuzat")
    keep(store, tmp_path)
    before = {path.name: path.stat().st_ino for path in tmp_path.glob("*.csv")}
    keep(store, tmp_path)
    assert {path.name: path.stat().st_ino for path in tmp_path.glob("*.csv")} == before
    with store.writing() as writer:
        writer.record(ANTENNA, name="Nyons")
    keep(store, tmp_path)
    after = {path.name: path.stat().st_ino for path in tmp_path.glob("*.csv")}
    assert {name for name in after if after[name] != before[name]} == {"antenna.csv"}
    assert not list(tmp_path.glob(".*.new"))


def test_rows_are_in_the_order_of_their_ids(store: Store, tmp_path: Path) -> None:
    with store.writing() as writer:
        written = [writer.record(ANTENNA, name=name) for name in ("c", "a", "b")]
        writer.amend(ANTENNA, written[0], name="z")
    keep(store, tmp_path)
    assert [int(row["id"]) for row in read(tmp_path / "antenna.csv")] == written
