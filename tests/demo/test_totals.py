"""The totals are counted four ways, and what one of them gets wrong is seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosque.actions.helping import interventions
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.actions.workshops import attendance, registrations, workshops
from kiosque.db import records
from kiosque.demo.totals import Totals, four_ways
from kiosque.domain.codes import THEMES
from kiosque.domain.records import VISIT
from kiosque.reports.exports.folder import keep_folder
from tests.stores import Space, meet, space


@pytest.fixture
def nyons(tmp_path: Path) -> Iterator[Space]:
    with space(tmp_path) as made:
        yield made


@pytest.fixture
def pulled(nyons: Space, tmp_path: Path) -> Path:
    """Two permanences, the second still open, of which headquarters received everything and pulled it."""
    store, clock = nyons.store, nyons.clock
    opened = permanences.open_permanence(store, nyons.animator)
    workshop = workshops.plan(
        store,
        title="Arnaques",
        theme="securite_numerique",
        starts_at=clock.now + 3600,
        minutes=60,
        capacity=6,
        animator=nyons.animator,
    ).record
    for _ in range(2):
        clock.pass_(minutes=10)
        said = reception.sign_in_unnamed(store, "workshop")
        registrations.register(store, workshop, author=nyons.animator, visit=said.visit)
    attendance.mark_all_present(store, workshop, author=nyons.animator)
    mistaken = reception.sign_in_unnamed(store, "other")
    with store.writing() as writer:
        writer.amend(VISIT, mistaken.visit, deleted=True)
    permanences.close_permanence(store, opened.record, author=nyons.animator)
    clock.pass_(minutes=60)
    permanences.open_permanence(store, nyons.animator)
    clock.pass_(minutes=30)
    late = reception.sign_in_unnamed(store, "digital")
    interventions.log_intervention(
        store, visits=(late.visit,), themes=(THEMES.codes[1].code,), duration=15, animator=nyons.animator
    )
    meet(store, nyons.central)
    at = tmp_path / "pulled"
    with nyons.central.reading() as connection:
        keep_folder(connection, at)
    return at


def test_they_agree(nyons: Space, pulled: Path) -> None:
    totals = four_ways(nyons.central, pulled)

    assert list(totals) == ["journal", "tables", "headquarters", "files"]
    # 20 minutes, closed; then 30 until the last visit, still open.
    assert set(totals.values()) == {Totals(2, 50 * 60, 3, 1, 1, 2)}


def test_a_row_that_no_entry_made_is_seen_by_the_tables(nyons: Space, pulled: Path) -> None:
    with nyons.central.database.writing() as connection:
        connection.execute(records.visit.delete().where(records.visit.c.workshop.is_(None)))
    totals = four_ways(nyons.central, pulled)

    assert totals["tables"].visits != totals["journal"].visits == totals["files"].visits


def test_a_file_that_was_cut_is_seen(nyons: Space, pulled: Path) -> None:
    file = pulled / "intervention.csv"
    file.write_text(file.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    totals = four_ways(nyons.central, pulled)

    assert [way for way, each in totals.items() if each.interventions == 0] == ["files"]
