"""Is the store whole: every chain verifies, every table is the fold of the journal? Mended from it where not."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from kiosque.db.apply import rebuild
from kiosque.db.journal import history, portions
from kiosque.db.records import TABLES, Row, entry, full_row
from kiosque.db.store import Store
from kiosque.domain.records import BY_NUMBER
from kiosque.journal.chain import Broken, verify
from kiosque.journal.fold import fold


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong: devices whose chain does not verify, records whose row is not their fold."""

    broken_chains: tuple[int, ...]
    wrong_rows: tuple[int, ...]

    @property
    def healthy(self) -> bool:
        """Whether nothing is wrong."""
        return not self.broken_chains and not self.wrong_rows


def examine(store: Store) -> Findings:
    """Verify every chain and every row against the journal; change nothing."""
    broken = tuple(device for device in store.devices() if not _verifies(store, device))
    with store.reading() as connection:
        return Findings(broken, tuple(_wrong_rows(connection)))


def mend(store: Store) -> Findings:
    """Write again every row that is not the fold of its entries, and return what was found before."""
    findings = examine(store)
    with store.database.writing() as connection:
        for some in portions(findings.wrong_rows):
            rebuild(connection, list(some))
    return findings


def _verifies(store: Store, device: int) -> bool:
    try:
        return verify(store.entries(device)) == store.head(device)
    except Broken:
        return False


def _wrong_rows(connection: Connection) -> list[int]:
    query = select(entry.c.record).distinct().order_by(entry.c.record)
    ids = list(connection.scalars(query))
    known = set(ids)
    rows = (row for table in TABLES.values() for row in connection.execute(select(table.c.id)))
    wrong = [row.id for row in rows if row.id not in known]
    for some in portions(ids):
        held = _held_rows(connection, some)
        for record, entries in history(connection, some).items():
            state = fold(entries)
            expected: list[tuple[str, Row]] = []
            if state and state.created and state.kind in BY_NUMBER:
                kind = BY_NUMBER[state.kind]
                expected.append((kind.name, full_row(kind, record, state.values)))
            if held.get(record, []) != expected:
                wrong.append(record)
    return sorted(wrong)


def _held_rows(connection: Connection, ids: Sequence[int]) -> dict[int, list[tuple[str, Row]]]:
    held: dict[int, list[tuple[str, Row]]] = {}
    for kind, table in TABLES.items():
        for row in connection.execute(table.select().where(table.c.id.in_(ids))):
            held.setdefault(row.id, []).append((kind.name, row._asdict()))
    return held
