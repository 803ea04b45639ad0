"""Repairs as the Open Repair Alliance exchanges them."""

import csv
from pathlib import Path

from kiosque.actions.opening import permanences
from kiosque.actions.repairing import repairs
from kiosque.actions.repairing.repairs import Attempt, Item
from kiosque.reports.standards.ords import FIELDS, write
from tests.stores import MONDAY_9_H, Space, meet

DAY = 86_400


def test_the_file_of_repairs_is_the_standard_s_and_names_nobody(nyons: Space, tmp_path: Path) -> None:
    store, author = nyons.store, nyons.animator
    permanences.open_permanence(store, author)
    said = Attempt("heat", "3", "6", "Odette rappelle")
    repairs.note_repair(store, Item("14", "=Moulinex", 2011), said, author=author)
    repairs.note_repair(store, Item("unpowered_bicycle"), Attempt("adjust", "1"), author=author)
    meet(store, nyons.central)
    file = tmp_path / "ords.csv"
    assert write(nyons.central, file, MONDAY_9_H, MONDAY_9_H + DAY) == 2
    assert "Odette" not in file.read_text("utf-8")
    with file.open(encoding="utf-8", newline="") as stream:
        kettle, bicycle = csv.DictReader(stream)
    assert kettle["id"].startswith("asoft-")
    assert {name: kettle[name] for name in FIELDS[1:]} == {
        "data_provider": "Asoft",
        "country": "FRA",
        "partner_product_category": "Bouilloire",
        "product_category": "Kettle",
        "product_category_id": "14",
        "brand": "'=Moulinex",
        "year_of_manufacture": "2011",
        "product_age": "15",
        "repair_status": "End of life",
        "repair_barrier_if_end_of_life": "Too worn out",
        "group_identifier": "NYO",
        "event_date": "2026-03-02",
        "problem": "Ne chauffe plus, ne refroidit plus",
    }
    assert (bicycle["product_category"], bicycle["product_category_id"], bicycle["brand"]) == (
        "Unpowered - Bicycle",
        "",
        "Unknown",
    )
