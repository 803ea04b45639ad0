"""Bringing a database to the tables of this program: from code, after a copy of the file."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, select, text

from kiosque.db.database import Database
from kiosque.db.engine import sync_folder
from kiosque.db.paths import before_upgrade, before_upgrades
from kiosque.domain.errors import KnownError

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "2026_11_26_entries"
"""The revision of ``records``; a test holds it against the migrations."""


class NewerDatabase(KnownError):
    """The database was written by a newer program."""


def revision(database: Database) -> str | None:
    """Return the revision of the database; None when it has no table yet."""
    with database.reading() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return None if found is None else str(found)


def upgrade(database: Database, path: Path | None = None, target: str = "head") -> None:
    """Bring the database to ``target``. The file at ``path`` is copied first, beside it, when it holds something.

    That copy alone is kept, until somebody is erased (``SqliteDatabase.forget``).
    Raises ``NewerDatabase`` when the program does not know the database's revision.
    """
    found = revision(database)
    if found == HEAD and target in {"head", HEAD}:
        return
    # Imported here: Alembic costs a fifth of a second, and is needed only when there is something to do.
    from alembic import command  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = _config()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        sentence = "Ce journal vient d’une version plus récente de Kiosque. Mettez Kiosque à jour."
        raise NewerDatabase(sentence)
    if found is not None and path is not None:
        copy(database, path, before_upgrade(path, found))
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, target)
        if found is not None and target in {"head", HEAD}:
            _set_apart(connection)
        if found is not None and connection.dialect.name != "sqlite":
            # Of a new column a server supposes that most rows say it, and goes through all of them for the few that do.
            connection.exec_driver_sql("ANALYZE")
    if found is not None and path is not None:
        for older in {*before_upgrades(path)} - {before_upgrade(path, found)}:
            older.unlink()


def _set_apart(connection: Connection) -> None:
    """Show no more those who were set apart while an older program kept what it could not read of that."""
    from kiosque.db.apply import rebuild  # noqa: PLC0415 - as above
    from kiosque.db.records import entry  # noqa: PLC0415
    from kiosque.db.rows import fields_of  # noqa: PLC0415
    from kiosque.domain.apart import NUMBERS  # noqa: PLC0415
    from kiosque.domain.records import VISITOR  # noqa: PLC0415

    said = select(entry.c.record, entry.c.personal)
    updates = said.where(entry.c.kind == VISITOR.number, entry.c.record != entry.c.id)
    apart = {row.record for row in connection.execute(updates) if not NUMBERS.isdisjoint(fields_of(row.personal))}
    rebuild(connection, sorted(apart))


def downgrade(database: Database, target: str) -> None:
    """Bring the database back to an older revision: for the tests of migrations."""
    from alembic import command  # noqa: PLC0415

    config = _config()
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, target)


def copy(database: Database, source: Path, target: Path) -> None:
    """Copy the whole database file, encrypted as it is, and make the copy durable."""
    with database.reading() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    temporary = target.with_name(f"{target.name}.new")
    shutil.copyfile(source, temporary)
    with temporary.open("rb+") as stream:
        os.fsync(stream.fileno())
    temporary.replace(target)
    sync_folder(target.parent)


def _config() -> "Config":
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "kiosque.db:migrations")
    return config
