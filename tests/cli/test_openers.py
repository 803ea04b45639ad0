"""What headquarters decides of badges on a command line, in this process."""

from pathlib import Path

import pytest

from kiosque.bootstrap import central as root
from kiosque.central.devices import enrol
from kiosque.central.openers import UnknownOpener
from kiosque.db import folder
from kiosque.db import records as tables
from kiosque.db.holder import code_seed, public_of
from kiosque.domain.opener import BADGE, BADGE_BYTES
from kiosque.domain.records import KEY
from kiosque.journal.entry import Entry, entry_id
from tests.commands import typed


@pytest.fixture
def at(tmp_path: Path) -> Path:
    """A central that received a badge from the kiosk of Rémuzat."""
    where = tmp_path / "central"
    root.create(where, tmp_path / "racine.txt")
    root.add_antenna(
        where, code="REM", label="Rémuzat", form="seat", association="aventic", commune="26264", hours="Mo 09:00-12:00"
    )
    root.add_animator(where, given_name="Élodie", family_name="Brès", status="employed", antenna="REM")
    store = folder.open_central(where)
    try:
        antenna, animator = (store.one(table.select()).id for table in (tables.antenna, tables.animator))
        device = enrol(store, antenna, "http://127.0.0.1:9", animator).device
        said = {KEY.field("animator").number: animator, KEY.field("form").number: BADGE}
        said[KEY.field("public").number] = public_of(code_seed(BADGE, bytes(BADGE_BYTES)))
        store.apply([Entry(device, 1, 1, 0, store.now(), animator, KEY.number, entry_id(device, 1), said)])
    finally:
        store.close()
    return where


def test_a_badge_made_at_a_kiosk_is_seen_confirmed_and_given_up(at: Path) -> None:
    (line,) = typed(at, "badges").splitlines()
    number = line.split()[0]
    assert line.strip() == (
        f"{number}  Élodie Brès\u202f: badge, à Rémuzat, aujourd’hui, ouvre les postes de Rémuzat seulement"
    )
    assert "tout le réseau" in typed(at, "confirm", number)
    assert "ouvre tous les postes du réseau" in typed(at, "badges")
    assert "n’ouvre plus rien" in typed(at, "lose", number)
    assert typed(at, "badges") == "Rien n’ouvre encore de poste.\n"
    for command in ("confirm", "lose"):
        with pytest.raises(UnknownOpener):
            typed(at, command, number)
