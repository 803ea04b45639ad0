"""Repairs as the Open Repair Alliance exchanges them: one CSV file by the Open Repair Data Standard 0.3."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, select

from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.domain.codes import ASSOCIATIONS
from kiosque.domain.french import local
from kiosque.domain.ords import BARRIER_NAMES, CATEGORY_NAMES, STATUS_NAMES
from kiosque.domain.repair_codes import CATEGORIES, PROBLEMS, UNKNOWN, UNPOWERED
from kiosque.reports.exports.cells import neutral
from kiosque.reports.exports.rows import AT_A_TIME

COUNTRY = "FRA"
NO_BRAND = "Unknown"
"""What the standard says where there is none."""

Line = dict[str, str | int]
"""One repair, by ``FIELDS``."""

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
    """Write the repairs between two moments (UTC seconds) into the file ``path``; return how many."""
    with store.reading() as connection, path.open("wb") as stream:
        found = list(rows(connection, since, until))
        stream.writelines(as_csv(found))
    return len(found)


def as_csv(found: Iterable[Line]) -> Iterator[bytes]:
    """Give the file, some lines at a time: UTF-8, commas, every column in the order of the standard."""
    text = StringIO(newline="")
    lines = csv.DictWriter(text, FIELDS)
    lines.writeheader()
    left = iter(found)
    while some := list(islice(left, AT_A_TIME)):
        lines.writerows(some)
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()
    yield text.getvalue().encode()


def rows(connection: Connection, since: int, until: int, antennas: frozenset[int] | None = None) -> Iterator[Line]:
    """Give the repairs between two moments (UTC seconds), at ``antennas`` or at all of them, as they are read.

    What is wrong is said by our codes: a note may name somebody, and the standard wants nobody named.
    """
    repair, item, antenna = tables.repair, tables.item, tables.antenna
    columns = (item.c.category, item.c.brand, item.c.year, antenna.c.code, antenna.c.association)
    query = (
        select(repair, *columns)
        .join(item, item.c.id == repair.c.item)
        .outerjoin(antenna, antenna.c.id == item.c.antenna)
        .where(repair.c.repaired_at >= since, repair.c.repaired_at < until, repair.c.deleted.is_not(True))
        .order_by(repair.c.repaired_at, repair.c.id)
    )
    if antennas is not None:
        query = query.where(item.c.antenna.in_(antennas))
    return map(_line, connection.execute(query, execution_options={"yield_per": AT_A_TIME}))


def _line(row: Found) -> Line:
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
