"""Migrations: models equal head, up and down with data, a copy first, a newer database refused."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from kiosque.db.engine import open_engine, writing
from kiosque.db.records import metadata
from kiosque.db.store import Store
from kiosque.db.upgrade import HEAD, NewerDatabase, downgrade, revision, upgrade
from tests.stores import KEY, Space, rows


def test_the_migrations_make_exactly_the_tables_of_the_program(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "kiosk.db", KEY)
    upgrade(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert revision(engine) == HEAD
    engine.dispose()


def test_the_head_is_the_last_migration() -> None:
    assert ScriptDirectory("kiosque/db/migrations").get_heads() == [HEAD]


def test_every_migration_goes_down_and_up_again(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "kiosk.db", KEY)
    for script in reversed(list(ScriptDirectory("kiosque/db/migrations").walk_revisions())):
        upgrade(engine, target=script.revision)
        downgrade(engine, str(script.down_revision or "base"))
        upgrade(engine, target=script.revision)
    assert revision(engine) == HEAD
    downgrade(engine, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_an_upgrade_keeps_the_data_and_copies_the_file_first(nyons: Space, tmp_path: Path) -> None:
    before = rows(nyons.store)
    path = tmp_path / "kiosk-1.db"
    # As a revision before the first one would be: the tables are there, the program knows the way from here.
    upgrade(nyons.store.engine, path)
    assert rows(Store(nyons.store.engine, nyons.clock)) == before
    assert not list(tmp_path.glob("*.before-*"))


def test_a_newer_database_gets_a_sentence_and_is_left_alone(nyons: Space, tmp_path: Path) -> None:
    with writing(nyons.store.engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '2099_01_01_future'")
    with pytest.raises(NewerDatabase, match="plus récente"):
        upgrade(nyons.store.engine, tmp_path / "kiosk-1.db")
    assert revision(nyons.store.engine) == "2099_01_01_future"


def test_a_copy_is_a_whole_database(nyons: Space, tmp_path: Path) -> None:
    from kiosque.db.upgrade import copy

    copy(nyons.store.engine, tmp_path / "kiosk-1.db", tmp_path / "copy.db")
    engine = open_engine(tmp_path / "copy.db", KEY)
    assert rows(Store(engine, nyons.clock)) == rows(nyons.store)
    engine.dispose()
