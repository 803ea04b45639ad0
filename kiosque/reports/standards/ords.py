"""Repairs as the Open Repair Alliance exchanges them: one CSV file by the Open Repair Data Standard 0.3."""

import csv
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select

from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain.codes import ASSOCIATIONS
from kiosque.domain.french import local
from kiosque.domain.ords import BARRIER_NAMES, CATEGORY_NAMES, STATUS_NAMES
from kiosque.domain.repair_codes import CATEGORIES, PROBLEMS, UNKNOWN, UNPOWERED
from kiosque.reports.exports.cells import neutral

COUNTRY = "FRA"
NO_BRAND = "Unknown"
"""What the standard says where there is none."""

FIELDS = (
    "id",
    "data_provider",
    "country",
    "partner_product_category",
    "product_category",
    "product_category_id",
    "brand",
    "year_of_manufacture",
    "product_age",
    "repair_status",
    "repair_barrier_if_end_of_life",
    "group_identifier",
    "event_date",
    "problem",
)


def write(store: Store, path: Path, since: int, until: int) -> int:
    """Write the repairs between two moments (UTC seconds) into the file ``path``; return how many.

    What is wrong is said by our codes: a note may name somebody, and the standard wants nobody named.
    """
    with path.open("w", encoding="utf-8", newline="") as stream:
        lines = csv.DictWriter(stream, FIELDS)
        lines.writeheader()
        count = 0
        for row in _rows(store, since, until):
            lines.writerow(_line(row))
            count += 1
    return count


def _rows(store: Store, since: int, until: int) -> Iterator[Found]:
    repair, item, antenna = tables.repair, tables.item, tables.antenna
    columns = (item.c.category, item.c.brand, item.c.year, antenna.c.code, antenna.c.association)
    query = (
        select(repair, *columns)
        .join(item, item.c.id == repair.c.item)
        .outerjoin(antenna, antenna.c.id == item.c.antenna)
        .where(repair.c.repaired_at >= since, repair.c.repaired_at < until, repair.c.deleted.is_not(True))
        .order_by(repair.c.repaired_at, repair.c.id)
    )
    yield from store.all(query)


def _line(row: Found) -> dict[str, str | int]:
    code, day = row.category or "", local(row.repaired_at).date()
    provider = ASSOCIATIONS.label(row.association) if row.association else ""
    return {
        "id": f"{row.association or 'kiosque'}-{row.id}",
        "data_provider": provider,
        "country": COUNTRY,
        "partner_product_category": CATEGORIES.label(code),
        "product_category": CATEGORY_NAMES.get(code, ""),
        "product_category_id": "" if code.startswith(UNPOWERED) else code,
        "brand": neutral(row.brand or NO_BRAND),
        "year_of_manufacture": row.year or "",
        "product_age": max(0, day.year - row.year) if row.year else "",
        "repair_status": STATUS_NAMES.get(row.outcome or UNKNOWN, STATUS_NAMES[UNKNOWN]),
        "repair_barrier_if_end_of_life": BARRIER_NAMES.get(row.barrier or "", ""),
        "group_identifier": row.code or "",
        "event_date": day.isoformat(),
        "problem": PROBLEMS.label(row.problem or ""),
    }
