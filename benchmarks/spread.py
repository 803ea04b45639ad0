"""A central's rows made as many as asked, by the server itself: networks like the one that is there, over many months.

    python -m benchmarks.spread FOLDER --from CENTRAL --interventions 10000000

What grows is what grows in life: the months of each network, up to eight years of them, and the networks, each with its
own antennas, animators, PCs and people. People are others each year. Rows are written in the order of their months, as
devices bring them. The journal is laid down for who comes new only (twelve entries an intervention would be 120 million
at ten million): pages read a journal by its record, or its last entry.

FOLDER keeps the server's files and the central's: it is grown once, and measured as often as wanted.
"""

from __future__ import annotations

import argparse
import shutil
import time
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, func, select, text

from benchmarks.copying import Plan, Size, copy_month, copy_pcs, stage
from benchmarks.standing import Kept
from kiosque.db import alone_key, folder, marks, moving, search_key
from kiosque.db import records as tables
from kiosque.db.came import keep_people
from kiosque.db.database import Database
from kiosque.db.records import TABLES, intervention
from kiosque.db.store import Store
from kiosque.domain import communes
from kiosque.journal.entry import NUMBER_BITS
from kiosque.reports.by_code import keep_lacking
from kiosque.reports.daily import keep_up


def grow(database: Database, interventions: int) -> Size:
    """Add networks until there are so many interventions; their days and keys are to be made afterwards."""
    with database.writing() as connection:
        there = connection.scalar(select(func.count()).select_from(intervention)) or 0
        size = Size.of(interventions, there)
        plan = Plan(connection, size)
        connection.execute(text("SET session_replication_role = replica"))
        copied = stage(connection, plan)
        indexes = _without_indexes(connection)
        for month in reversed(range(size.months)):
            copy_month(connection, copied, plan, month)
        copy_pcs(connection, plan)
        _name_antennas(connection, plan)
        for definition in indexes:
            connection.exec_driver_sql(definition)
        connection.execute(text("SET session_replication_role = origin"))
        connection.exec_driver_sql("DELETE FROM kept")
    return size


def _without_indexes(connection: Connection) -> list[str]:
    """Drop the indexes of the tables that grow, but for their keys; return how they are made again."""
    query = text(
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename = ANY(:names) "
        "AND indexname NOT IN (SELECT conname FROM pg_constraint)"
    )
    found = connection.execute(query, {"names": [kind.name for kind in TABLES] + ["entry"]}).all()
    for row in found:
        connection.exec_driver_sql(f'DROP INDEX "{row.indexname}"')
    return [row.indexdef for row in found]


def _name_antennas(connection: Connection, plan: Plan) -> None:
    """Let each antenna be another commune's, those around first, and bear its name; a second one its number."""
    there = select(tables.antenna).order_by(tables.antenna.c.id)
    rows = connection.execute(
        there.where(tables.antenna.c.id.between(plan.first << NUMBER_BITS, plan.last << NUMBER_BITS))
    ).all()
    near = sorted(communes.everywhere(), key=lambda each: abs(each.latitude - 44.3) + abs(each.longitude - 5.3))
    for number, row in enumerate(rows):
        turn, place = divmod(number, len(near))
        called = f"{near[place].name} {turn + 1}" if turn else near[place].name
        said = {"name": called, "code": f"N{number:05}", "commune": near[place].insee, "position": None}
        connection.execute(tables.antenna.update().where(tables.antenna.c.id == row.id).values(**said))


def kept(at: Path, source: Path, interventions: int) -> Kept:
    """Return the server in the folder ``at``, running; grown from the central at ``source`` if it is not there yet."""
    server, there = Kept(at), (at / "central").exists()
    server.start()
    if not there:
        beside = at / "growing"
        shutil.rmtree(beside, ignore_errors=True)
        moving.to_server(Path(shutil.copytree(source, beside)), server.address(server.make()))
        with closing(folder.open_central(beside)) as store:
            begun = time.perf_counter()
            size = grow(store.database, interventions)
            grown = time.perf_counter()
            counting = settle(store)
            search_key.ready(store.database)
            while alone_key.keep_up(store.database):
                pass
            print(
                f"{size.networks + 1} networks, {size.months} months, in {grown - begun:.0f} s; days counted in "
                f"{counting:.0f} s; people's keys in {time.perf_counter() - grown - counting:.0f} s",
                flush=True,
            )
        beside.rename(at / "central")
    return server


def settle(store: Store) -> float:
    """Let every day be counted and kept, and who came; return the seconds."""
    start = time.perf_counter()
    marks.ready(store.database)
    if not (keep_up(store.database) or keep_people(store.database) or keep_lacking(store.database)):
        return 0.0
    while keep_people(store.database) or keep_up(store.database) or keep_lacking(store.database):
        pass
    with store.database.writer.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM ANALYZE")
    return time.perf_counter() - start


def main() -> None:
    """Grow it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--from", dest="source", type=Path, required=True, help="the folder of a demonstrated central")
    parser.add_argument("--interventions", type=int, default=10_000_000)
    asked = parser.parse_args()
    kept(asked.folder, asked.source, asked.interventions).stop()


if __name__ == "__main__":
    main()
