"""The four ways, side by side."""

from pathlib import Path

from kiosque.db.store import Store
from kiosque.demo.totals import by_files, by_headquarters, by_journal, by_tables
from kiosque.demo.totals.totals import Totals


def four_ways(central: Store, pulled: Path) -> dict[str, Totals]:
    """Return the totals by the central's journal, its tables, what headquarters' pages say, and the pulled files."""
    return {
        "journal": by_journal.count(central),
        "tables": by_tables.count(central),
        "headquarters": by_headquarters.count(central),
        "files": by_files.count(pulled),
    }
