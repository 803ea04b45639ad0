"""What headquarters plans and reads of repair cafés, in this process."""

from pathlib import Path

from kiosque.actions.repairing.repair_sessions import THEME
from kiosque.actions.workshops import workshops
from kiosque.bootstrap import central as root
from kiosque.db import folder
from kiosque.db import records as tables
from kiosque.domain.french import local
from kiosque.reports.standards.ords import FIELDS
from tests.commands import typed

DAY = 86_400


def test_a_machine_is_placed_and_repairs_are_told_and_written(tmp_path: Path) -> None:
    at = tmp_path / "central"
    root.create(at, tmp_path / "racine.txt")
    root.add_antenna(
        at, code="REM", label="Rémuzat", form="seat", association="aventic", commune="26264", hours="Mo 09:00-12:00"
    )
    root.add_animator(at, given_name="Zoé", family_name="Roux", status="volunteer", antenna=None)
    typed(at, "machine", "REM", "Découpe laser")
    store = folder.open_central(at)
    try:
        antenna, zoe = store.one(tables.antenna.select()).id, store.one(tables.animator.select()).id
        assert store.one(tables.desk.select()).form == "machine"
        now = store.now()
        workshops.plan(
            store,
            title="Repair café",
            theme=THEME,
            starts_at=now + DAY,
            minutes=120,
            capacity=9,
            animator=zoe,
            details=workshops.Details(antenna=antenna),
        )
    finally:
        store.close()
    first, last = (f"{local(now + days * DAY):%Y-%m-%d}" for days in (0, 2))
    said = typed(at, "repairs", "--from", first, "--to", last).splitlines()
    assert said[0].endswith("1 séances, 0 participations, 1 fois un bénévole")
    assert said[1].startswith("Tout le réseau, 0 réparations tentées, 0 réussies")
    assert said[2] == "Estimation par catégorie d’objet : The Restart Project, 2021."
    file = tmp_path / "repairs.csv"
    typed(at, "repairs-file", str(file), "--from", first, "--to", last)
    assert file.read_text("utf-8").strip() == ",".join(FIELDS)
