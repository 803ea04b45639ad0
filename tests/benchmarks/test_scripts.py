"""The benchmarks themselves, tiny: they run from end to end and check what they measured; no speed is judged."""

import json
import random
from pathlib import Path

import pytest

from benchmarks import find_person, ingest, peers, rounds, sync
from benchmarks.antenna_year import RECORDS, AntennaYear, Where
from benchmarks.lane import PROFILES
from benchmarks.relay import relaying
from benchmarks.rounds import DAY, FIRST, NOTHING, RESTORE, Stage
from benchmarks.sync import BARS, Bar, Measured
from benchmarks.their_year import CONSENT, TheirYear
from kiosque.demo.population import populate
from kiosque.journal.chain import verify
from kiosque.journal.entry import Entry

WHERE = Where(12, 4_294_967_297, (4_294_967_298, 4_294_967_299, 4_294_967_300))
FEW = 1_500
"""Entries that travel in two frames."""


class Beginning(AntennaYear):
    """The first entries of a year."""

    def year(self) -> list[Entry]:
        """Draw them."""
        return list(self.beginning(FEW))

    def day_after(self) -> list[Entry]:
        """Draw some more visits."""
        self._arrival(0)
        self._arrival(60)
        return self.entries[-2:]


def test_a_year_has_the_counts_of_the_peers() -> None:
    year = AntennaYear("1", WHERE)
    assert len(year.year()) == RECORDS == 3415
    assert len(year.day_after()) == 18
    assert verify(year.entries).number == 3433


@pytest.mark.walk
def test_the_scenarios_of_sync_bring_everything(tmp_path: Path) -> None:
    with relaying() as link:
        stage = Stage(tmp_path / "stage", link.address, lambda where: Beginning("1", where))
        rows = rounds.play(link, stage, tmp_path / "played", PROFILES["lan"], "1")
        assert set(rows) == {FIRST, DAY, NOTHING, RESTORE}
        assert rows[FIRST].up > rows[DAY].up > rows[NOTHING].up > 0
        assert rows[RESTORE].down > rows[FIRST].down
        assert {row.requests for row in rows.values()} == {1}
        for power in (False, True):
            cut = rounds.play_cut(
                link, stage, tmp_path / f"cut{power}", rows[FIRST], power=power, patience=rounds.PATIENT
            )
            assert rows[FIRST].up < cut.up < 2 * rows[FIRST].up


@pytest.mark.walk
def test_an_ingest_keeps_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = [
        "--devices",
        "3",
        "--each",
        "12",
        "--over",
        "0.2",
        "--rounds",
        "1",
        "--per-antenna",
        "2",
        "--functions",
        "1",
    ]
    monkeypatch.setattr("sys.argv", ["ingest", *said, "--dir", str(tmp_path)])
    assert ingest.main() == 0
    printed = capsys.readouterr().out
    assert "prepared 36 records" in printed
    assert "bulk INSERT" in printed


def test_recorded_peers_have_every_scenario() -> None:
    scenarios = {figure.scenario for figure in peers.recorded() if figure.peer == "Automerge"}
    assert scenarios == {FIRST, DAY, NOTHING, RESTORE, rounds.LINE_CUT}


def test_a_run_of_the_peers_is_read() -> None:
    said = {"http": 1, "turns": 2, "up_payload": 30, "down_payload": 4}
    lines: list[dict[str, object]] = [
        {"peer": "git", "prof": "lan", "res": {"S1": {**said, "ms": 5}, "S2": {"error": "dead"}}},
        {"peer": "git", "prof": "rural", "res": {"S1": {**said, "ms": 2500}}},
    ]
    assert peers.medians(lines) == [peers.Figure("git", FIRST, 30, 4, 2, 2.5, 0)]


def test_a_figure_past_its_bar_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    kept = Measured(FIRST, 34_000, 500, 1, 3.5)
    assert sync.tell([kept], peers.recorded())
    assert "4.3 × our bytes" in capsys.readouterr().out
    for past in (
        Measured(FIRST, 34_001, 500, 1, 3.5),
        Measured(FIRST, 34_000, 500, 2, 3.5),
        Measured(FIRST, 34_000, 500, 1, 3.6),
        Measured(NOTHING, 300, 251, 1),
        Measured(rounds.LINE_CUT, 1, 1, 3, times=1.06),
    ):
        assert not sync.tell([past], [])
        assert "NOT kept" in capsys.readouterr().out
    assert Bar().kept(past)
    assert str(BARS[NOTHING]) == "550 both ways · requests: 1"


def test_the_peers_records_become_entries(tmp_path: Path) -> None:
    ids = [f"019b8d4c-8e77-78de-a9f1-b22acf76a8f{n}" for n in range(6)]
    visitor = {
        "t": "visitor",
        "id": ids[0],
        "family_name": "Roux",
        "given_name": "Anne",
        "birth_year": 1950,
        "commune_insee": "23001",
        "household_id": ids[5],
        "consent": True,
        "created_at": "2026-01-05T09:00:00Z",
    }
    times = {"arrived_at": "2026-01-05T09:00:00Z", "left_at": "2026-01-05T09:30:00Z"}
    visit = {"t": "visit", "id": ids[1], "visitor_id": ids[0], **times, "purpose_code": "INFO"}
    (tmp_path / "ay.jsonl").write_text("\n".join(map(json.dumps, (visitor, visit))))
    (tmp_path / "delta.jsonl").write_text(json.dumps({**visitor, "consent": False}))
    theirs = TheirYear(tmp_path, WHERE)
    year, day = theirs.year(), theirs.day_after()
    assert [entry.record for entry in (*year, *day)] == [year[0].id, year[1].id, year[0].id]
    assert [entry.creates for entry in (*year, *day)] == [True, True, False]
    assert verify([*year, *day]).number == 3
    # Their line says the whole record again; an entry says what changed.
    assert (day[0].changes, day[0].personal) == ({CONSENT: False}, {})


def test_people_are_asked_for_and_found(tmp_path: Path, run_seed: int) -> None:
    rng = random.Random(run_seed)
    people = populate(rng, find_person.NYONS, 2026, 40)
    with find_person.filled(tmp_path, people) as (store, took):
        result = find_person.measure(store, people, 3, rng)
    assert took > 0
    assert sum(result.asked.values()) == 3 * (1 + len(find_person.SLIPS))
    # Of forty people, whoever is rightly spelt is always found.
    assert result.recall(("rightly spelt",)) == 1
    assert len(result.keystrokes) > sum(result.asked.values())
    assert len(result.keystrokes) == len(result.processor)
    assert find_person.percentile([3.0, 1.0, 2.0], 0.5) == 2.0
