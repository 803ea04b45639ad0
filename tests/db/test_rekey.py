"""The database's key is changed at the opening that follows a removal, and what keeps it from being changed is said."""

from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from nacl.utils import random

from kiosque.db import folder, keyfile, rekey
from kiosque.db.engine import WrongKey, open_database
from kiosque.db.holder import Holder, code_seed, public_of
from kiosque.db.identity import Identity
from kiosque.db.paths import KIOSK_DATABASE, KIOSK_KEY
from kiosque.db.records import visit
from kiosque.db.trouble import StorageTrouble
from kiosque.db.wraps import resealed
from kiosque.domain.opener import BADGE, badge_text
from kiosque.domain.records import VISIT
from tests.templates import settled

ME = Identity(7, 12, 9, "http://127.0.0.1:1")
PHRASE = "olive lavande tilleul genêt"
SECRET = bytes(range(16))
LOST = Holder(BADGE, 43, public_of(code_seed(BADGE, SECRET)))


@pytest.fixture
def at(tmp_path: Path) -> Path:
    """The folder of a kiosk that holds a visit, and which the badge ``LOST`` opened until now."""
    settled(tmp_path, ME, 42, PHRASE)
    store = folder.unlock(tmp_path, PHRASE).store
    with store.writing() as writer:
        writer.record(VISIT, reason="other")
    store.close()
    key = key_of(tmp_path)
    keyfile.keep_wraps(tmp_path / KIOSK_KEY, key, [LOST], ())
    keyfile.keep_wraps(tmp_path / KIOSK_KEY, key, [], {LOST.public})
    return tmp_path


def key_of(at: Path) -> bytes:
    return keyfile.unlock(at / KIOSK_KEY, PHRASE).key


def visits(at: Path) -> int:
    """Open the kiosk in ``at``, and return how many visits it holds."""
    with closing(folder.unlock(at, PHRASE).store) as store:
        return len(store.all(visit.select()))


def opens(at: Path, key: bytes) -> bool:
    database = open_database(at / KIOSK_DATABASE, key)
    try:
        with database.reading():
            return True
    except WrongKey:
        return False
    finally:
        database.close()


def test_the_opening_after_a_removal_changes_the_key_and_nothing_else(at: Path) -> None:
    before = key_of(at)
    copy = at / f"{KIOSK_DATABASE}.before-2026"
    copy.write_bytes(b"under the old key")
    assert visits(at) == 1
    after = key_of(at)
    assert after != before
    assert (opens(at, before), opens(at, after)) == (False, True)
    assert not copy.exists()
    assert not keyfile.unlock(at / KIOSK_KEY, PHRASE).stale
    assert visits(at) == 1
    assert key_of(at) == after


def test_who_kept_the_old_file_and_the_lost_badge_opens_nothing(at: Path, tmp_path: Path) -> None:
    """A thief who copied the key file while the badge still opened it, and takes the PC after."""
    keyfile.keep_wraps(at / KIOSK_KEY, key_of(at), [LOST], ())
    stolen = tmp_path / "stolen.key"
    stolen.write_bytes((at / KIOSK_KEY).read_bytes())
    keyfile.keep_wraps(at / KIOSK_KEY, key_of(at), [], {LOST.public})
    old = keyfile.unlock(stolen, badge_text(SECRET)).key
    assert opens(at, old)
    assert visits(at) == 1
    assert not opens(at, old)


@pytest.mark.expect_log("could not be changed yet")
def test_a_database_that_is_in_use_keeps_its_key_until_another_opening(at: Path) -> None:
    before = key_of(at)
    with closing(open_database(at / KIOSK_DATABASE, before)) as other:
        with other.reading():
            pass
        assert visits(at) == 1
        assert key_of(at) == before
    assert visits(at) == 1
    assert key_of(at) != before


def between(at: Path) -> bytes:
    """Leave the key file as a cut right before the database changes leaves it; return the next key."""
    path = at / KIOSK_KEY
    unlocked, fresh = keyfile.unlock(path, PHRASE), random(32)
    keyfile.rewrite(path, lambda file: replace(resealed(file, unlocked, (unlocked.key, fresh)), stale=True))
    return fresh


@pytest.mark.expect_log("could not be changed yet")
def test_a_change_that_was_cut_and_cannot_be_made_again_settles_on_the_key_that_opens(at: Path) -> None:
    before = key_of(at)
    between(at)
    with closing(open_database(at / KIOSK_DATABASE, before)) as other:
        with other.reading():
            pass
        assert visits(at) == 1
    found = keyfile.unlock(at / KIOSK_KEY, PHRASE)
    assert (found.keys, found.stale) == ((before,), True)


def test_keys_that_open_nothing_get_a_sentence(at: Path) -> None:
    between(at)
    other = random(32)
    (at / KIOSK_DATABASE).unlink()
    with closing(open_database(at / KIOSK_DATABASE, other)) as database, database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE somebody_elses (id)")
    with pytest.raises(WrongKey, match="Rien n’a été changé"):
        rekey.settled(at / KIOSK_DATABASE, keyfile.unlock(at / KIOSK_KEY, PHRASE))


@pytest.mark.expect_log("could not be changed yet")
@pytest.mark.expect_log("was not noted")
def test_a_disk_that_refuses_keeps_nobody_out(at: Path) -> None:
    key = key_of(at)
    keyfile.keep_wraps(at / KIOSK_KEY, key, [LOST], ())
    (at / KIOSK_KEY).with_suffix(".new").mkdir()
    with closing(folder.unlock(at, badge_text(SECRET)).store) as store:
        assert len(store.all(visit.select())) == 1
    assert key_of(at) == key
    # Cut in the middle of a change, the file must be settled before it is used.
    (at / KIOSK_KEY).with_suffix(".new").rmdir()
    between(at)
    (at / KIOSK_KEY).with_suffix(".new").mkdir()
    with pytest.raises(StorageTrouble, match="plein"):
        folder.unlock(at, PHRASE)
