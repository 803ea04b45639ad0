"""A copy beside the database, and the restoration that it is for, rehearsed."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec import structs

from kiosque.db import backup, doctor, folder, keyfile, paths
from kiosque.db.aside import KEPT, let_go, told
from kiosque.db.engine import open_database
from kiosque.db.identity import Identity
from kiosque.db.store import Store
from kiosque.db.trouble import StorageTrouble
from kiosque.domain.records import VISIT
from tests.stores import MONDAY_9_H, rows
from tests.templates import settled

PASSPHRASE = "lavande tilleul olivier genêt"
ME = Identity(7, 11, 1)
NOW = MONDAY_9_H


@pytest.fixture
def at(tmp_path: Path) -> Path:
    """A kiosk's folder."""
    settled(tmp_path, ME, 42, PASSPHRASE)
    return tmp_path


@pytest.fixture
def store(at: Path) -> Iterator[Store]:
    opened = folder.unlock(at, PASSPHRASE).store
    yield opened
    opened.close()


def key_of(at: Path) -> bytes:
    return keyfile.unlock(at / paths.KIOSK_KEY, PASSPHRASE).key


def write(store: Store, visits: int) -> None:
    with store.writing(42) as writer:
        for _ in range(visits):
            writer.record(VISIT, reason="other")


def copied(at: Path, store: Store) -> Path:
    path = at / paths.KIOSK_DATABASE
    backup.back_up(store.database, path, key_of(at))
    return paths.backup_of(path)


def test_a_copy_is_whole_encrypted_and_of_one_moment(at: Path, store: Store) -> None:
    write(store, 300)
    copy = copied(at, store)
    before = rows(store)
    write(store, 1)
    assert b"SQLite format" not in copy.read_bytes()
    with closing(Store(open_database(copy, key_of(at)))) as held:
        assert rows(held) == before
        assert doctor.examine(held).healthy


def test_a_new_copy_takes_the_place_of_the_last_one(at: Path, store: Store) -> None:
    for visits in (1, 2):
        write(store, visits)
        copied(at, store)
    with closing(Store(open_database(paths.backup_of(at / paths.KIOSK_DATABASE), key_of(at)))) as held:
        assert len(rows(held)["visit"]) == 3
    assert sorted(each.name for each in at.glob("*.backup*")) == ["kiosque.db.backup"]


@pytest.mark.parametrize("what", ["damaged", "lost"])
def test_a_journal_that_is_lost_or_damaged_is_put_back(at: Path, store: Store, what: str) -> None:
    write(store, 300)
    copied(at, store)
    before = rows(store)
    store.close()
    path = at / paths.KIOSK_DATABASE
    if what == "lost":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:9_000] + bytes(30_000))
    aside = backup.restore(at, PASSPHRASE, NOW)
    assert (aside is None) is (what == "lost")
    with closing(folder.unlock(at, PASSPHRASE).store) as again:
        assert rows(again) == before
        assert doctor.examine(again).healthy
        # Its journal goes on.
        write(again, 1)
        assert doctor.examine(again).healthy


def test_what_is_put_aside_is_never_written_over(at: Path, store: Store) -> None:
    copied(at, store)
    store.close()
    asides = [backup.restore(at, PASSPHRASE, NOW) for _ in range(2)]
    assert [each and each.name for each in asides] == ["kiosque.db.damaged-1", "kiosque.db.damaged-2"]


def test_what_is_put_aside_is_kept_two_weeks_by_whichever_clock(at: Path, store: Store) -> None:
    copied(at, store)
    store.close()
    path = at / paths.KIOSK_DATABASE
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).write_bytes(b"left by a power cut")
    aside = backup.restore(at, PASSPHRASE, NOW)
    assert aside is not None
    kept = paths.asides(path)
    assert [each.name for each in kept] == [aside.name, f"{aside.name}-shm", f"{aside.name}-wal"]
    assert told(path) == {aside.name: NOW + KEPT}
    let_go(path, NOW + KEPT - 1)
    # A clock that starts again in 1970 makes it no older, and dates it anew; so does the one that is right again.
    for now in (0, NOW + KEPT):
        let_go(path, now)
        assert told(path) == {aside.name: now + KEPT}
    assert paths.asides(path) == kept
    let_go(path, NOW + 2 * KEPT)
    assert paths.asides(path) == ()
    assert path.exists()


def test_without_a_sound_copy_nothing_is_changed(at: Path, store: Store) -> None:
    write(store, 10)
    path = at / paths.KIOSK_DATABASE
    with pytest.raises(backup.NoBackup):
        backup.restore(at, PASSPHRASE, NOW)
    copy = copied(at, store)
    store.close()
    copy.write_bytes(copy.read_bytes()[:5_000] + bytes(3_000) + copy.read_bytes()[8_000:])
    before = path.read_bytes()
    with pytest.raises(backup.NoBackup):
        backup.restore(at, PASSPHRASE, NOW)
    with pytest.raises(keyfile.WrongPassphrase):
        backup.restore(at, "pas la bonne phrase du tout", NOW)
    assert path.read_bytes() == before


def test_where_nothing_can_be_written_the_last_copy_stays(at: Path, store: Store) -> None:
    copy = copied(at, store)
    before = copy.read_bytes()
    # Something in the way of the new copy, as a full disk would be.
    blocked = copy.with_name(f"{copy.name}.new")
    blocked.mkdir()
    with pytest.raises(StorageTrouble):
        copied(at, store)
    assert copy.read_bytes() == before


def test_a_copy_under_a_key_that_is_given_up_goes_and_so_does_what_was_put_aside(at: Path, store: Store) -> None:
    copy = copied(at, store)
    store.close()
    aside = backup.restore(at, PASSPHRASE, NOW)
    assert aside is not None
    keyfile.rewrite(at / paths.KIOSK_KEY, lambda file: structs.replace(file, stale=True))
    folder.unlock(at, PASSPHRASE).store.close()
    # The next closing makes another, under the new key.
    assert not copy.exists()
    assert not aside.exists()
