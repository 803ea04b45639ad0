"""Migrations: models equal head, up and down with data, a copy first, a newer database refused."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from kiosque.db.engine import open_database
from kiosque.db.identity import Identity
from kiosque.db.metadata import metadata
from kiosque.db.paths import before_upgrades
from kiosque.db.store import Store, establish
from kiosque.db.upgrade import HEAD, NewerDatabase, copy, downgrade, revision, upgrade
from kiosque.domain.records import VISITOR
from tests.stores import KEY, Space, rows


def test_the_migrations_make_exactly_the_tables_of_the_program(tmp_path: Path) -> None:
    database = open_database(tmp_path / "kiosk.db", KEY)
    upgrade(database)
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert revision(database) == HEAD
    database.close()


def test_the_head_is_the_last_migration() -> None:
    assert ScriptDirectory("kiosque/db/migrations").get_heads() == [HEAD]


def test_every_migration_goes_down_and_up_again(tmp_path: Path) -> None:
    database = open_database(tmp_path / "kiosk.db", KEY)
    for script in reversed(list(ScriptDirectory("kiosque/db/migrations").walk_revisions())):
        upgrade(database, target=script.revision)
        downgrade(database, str(script.down_revision or "base"))
        upgrade(database, target=script.revision)
    assert revision(database) == HEAD
    downgrade(database, "base")
    assert inspect(database.reader).get_table_names() == ["alembic_version"]
    database.close()


def test_an_upgrade_keeps_the_data_and_copies_the_file_first(nyons: Space, tmp_path: Path) -> None:
    before = rows(nyons.store)
    path = tmp_path / "kiosk-1.db"
    # As a revision before the first one would be: the tables are there, the program knows the way from here.
    upgrade(nyons.store.database, path)
    assert rows(Store(nyons.store.database, nyons.clock)) == before
    assert not list(tmp_path.glob("*.before-*"))


def test_one_copy_of_before_is_kept_until_somebody_is_erased(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.db"
    (tmp_path / "kiosk.db.before-2026_01_01_long_ago").write_bytes(b"of an upgrade before")
    database = open_database(path, KEY)
    _, before, *_ = ScriptDirectory("kiosque/db/migrations").walk_revisions()
    upgrade(database, target=before.revision)
    upgrade(database, path)
    [kept] = before_upgrades(path)
    assert kept.name == f"kiosk.db.before-{before.revision}"
    store = establish(database, Identity(device=1, antenna=1, central=7))
    with store.writing() as writer:
        odette = writer.record(VISITOR, given_name="Odette", family_name="Chastel")
    assert before_upgrades(path) == (kept,)
    with store.writing() as writer:
        writer.erase(VISITOR, odette)
    assert before_upgrades(path) == ()
    store.close()


def test_accounts_of_before_have_two_weeks_for_their_code_and_links_of_before_end(tmp_path: Path) -> None:
    database = open_database(tmp_path / "central.db", KEY)
    upgrade(database, target="2026_11_26_tries")
    never = 1 << 40
    with database.writing() as connection:
        for name, role, asked in (("old", "figures", 0), ("new", "association", never), ("other", "administrator", 0)):
            row = f"('{name}', '', '{role}', 0, {asked})"
            connection.exec_driver_sql(
                f"INSERT INTO account (name, password_hash, role, created_at, code_due) VALUES {row}"  # noqa: S608 - ours
            )
        connection.exec_driver_sql(
            "INSERT INTO shared (lookup, funder, first, last, until, made_at, made_by, seen) "
            "VALUES (x'00', 'Le Parc', '2026-01-01', '2026-01-07', 4000000000, 0, 'x', 1)"
        )
    upgrade(database)
    with database.reading() as connection:
        rest = connection.exec_driver_sql("SELECT name, code_due - unixepoch() FROM account")
        due = {str(row[0]): int(row[1]) for row in rest}
        assert due["new"] > never / 2
        assert due["other"] < 0
        assert 13 < due["old"] / 86_400 <= 14
        assert connection.exec_driver_sql("SELECT revoked_at FROM shared").scalar_one() > 0
    database.close()


def test_a_newer_database_gets_a_sentence_and_is_left_alone(nyons: Space, tmp_path: Path) -> None:
    with nyons.store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '2099_01_01_future'")
    with pytest.raises(NewerDatabase, match="plus récente"):
        upgrade(nyons.store.database, tmp_path / "kiosk-1.db")
    assert revision(nyons.store.database) == "2099_01_01_future"


def test_a_copy_is_a_whole_database(nyons: Space, tmp_path: Path) -> None:
    copy(nyons.store.database, tmp_path / "kiosk-1.db", tmp_path / "copy.db")
    database = open_database(tmp_path / "copy.db", KEY)
    assert rows(Store(database, nyons.clock)) == rows(nyons.store)
    database.close()
