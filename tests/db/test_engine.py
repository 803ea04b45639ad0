"""Opening the database: encrypted, durable, read-only but for the store."""

import sqlite3
from pathlib import Path
from resource import RLIMIT_FSIZE, getrlimit, setrlimit

import pytest
from sqlalchemy.exc import OperationalError

from kiosque.db.engine import UnsafeLibrary, WrongKey, check_library, open_database
from kiosque.db.local import NotLocal
from kiosque.db.records import visit
from kiosque.db.trouble import StorageTrouble
from kiosque.domain.records import VISIT
from tests.stores import KEY, Space


def test_the_file_says_nothing_without_its_key(nyons: Space, tmp_path: Path) -> None:
    nyons.store.close()
    for path in tmp_path.glob("kiosk-1.db*"):
        assert "Élodie".encode() not in path.read_bytes()
        assert b"SQLite format" not in path.read_bytes()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(tmp_path / "kiosk-1.db").execute("SELECT * FROM animator")


def test_another_key_gets_a_sentence_and_changes_nothing(nyons: Space, tmp_path: Path) -> None:
    nyons.store.close()
    path = tmp_path / "kiosk-1.db"
    before = path.read_bytes()
    with pytest.raises(WrongKey, match="Rien n’a été changé"), open_database(path, bytes(32)).reading():
        pass
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.db"
    path.write_bytes(b"not a database" * 1000)
    with pytest.raises(WrongKey), open_database(path, KEY).reading():
        pass


def test_a_disk_that_has_no_room_for_a_first_connection_is_not_said_to_be_a_wrong_key(
    nyons: Space, tmp_path: Path
) -> None:
    nyons.store.close()
    path = tmp_path / "kiosk-1.db"
    usual = getrlimit(RLIMIT_FSIZE)
    # The index of the WAL is the first that is written, and does not fit.
    setrlimit(RLIMIT_FSIZE, (4096, usual[1]))
    try:
        with pytest.raises(StorageTrouble, match="plein"), open_database(path, KEY).reading():
            pass
    finally:
        setrlimit(RLIMIT_FSIZE, usual)
    with open_database(path, KEY).reading():
        pass


def test_a_key_of_another_length_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_database(tmp_path / "kiosk.db", b"short")


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2)])
def test_an_unsafe_sqlite_is_refused(version: tuple[int, int, int]) -> None:
    with pytest.raises(UnsafeLibrary, match=r"3\.51\.3"):
        check_library(version)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("query_only", 1)],
)
def test_every_connection_is_durable_and_read_only(nyons: Space, pragma: str, value: object) -> None:
    with nyons.store.reading() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_nobody_writes_but_the_store(nyons: Space) -> None:
    with pytest.raises(OperationalError, match="readonly"), nyons.store.database.reading() as connection:
        connection.execute(visit.delete())


def test_what_is_derived_cannot_be_written_as_local(nyons: Space) -> None:
    with pytest.raises(NotLocal):
        nyons.store.write_local(visit.delete())


def test_a_connection_is_read_only_again_after_a_write_that_failed(nyons: Space) -> None:
    with pytest.raises(RuntimeError), nyons.store.writing():
        raise RuntimeError
    test_nobody_writes_but_the_store(nyons)


def test_in_one_view_nothing_that_is_written_meanwhile_is_seen(nyons: Space) -> None:
    store = nyons.store
    before = store.head(store.device)
    with store.database.one_view():
        assert store.head(store.device) == before
        with store.writing() as writer:
            writer.record(VISIT, times=(store.now(), None), reason="other")
        with store.database.one_view(), store.reading() as held, store.reading() as again:
            assert held is again
        assert store.head(store.device) == before
    assert store.head(store.device).number == before.number + 1


def test_on_one_connection_each_view_sees_what_was_written_before_it(nyons: Space) -> None:
    store, seen = nyons.store, list[int]()
    with store.database.one_connection():
        for _ in range(2):
            with store.database.one_view(), store.reading() as held:
                seen.append(store.head(store.device).number)
            with store.writing() as writer:
                writer.record(VISIT, times=(store.now(), None), reason="other")
            with store.database.one_view(), store.reading() as again:
                assert held is again
    assert seen[1] == seen[0] + 1
