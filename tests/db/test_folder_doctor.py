"""The folder of a kiosk and of a central; damage is found and mended from the journal."""

from contextlib import closing
from pathlib import Path

import pytest

from kiosque.db import doctor, folder, keyfile, paths
from kiosque.db.engine import open_database
from kiosque.db.identity import Identity
from kiosque.db.place import NothingThere
from kiosque.db.records import entry, visit
from kiosque.db.store import Store
from kiosque.db.trouble import StorageTrouble
from kiosque.domain.errors import KnownError
from kiosque.domain.records import VISIT
from tests.stores import Space
from tests.templates import settled

ME = Identity(7, 12, 9, "http://127.0.0.1:1", b"secret")
PASSPHRASE = "olive lavande tilleul genêt"
PAGE = 4096


def test_a_kiosk_opens_with_its_passphrase_as_it_was_left(tmp_path: Path) -> None:
    with folder.settle(tmp_path / "k", ME, 42, PASSPHRASE).writing() as writer:
        arrival = writer.record(VISIT, reason="other")
    opened = folder.unlock(tmp_path / "k", PASSPHRASE)
    assert (opened.animator, opened.store.identity) == (42, ME)
    assert opened.store.one(visit.select()).id == arrival
    opened.store.close()


def test_an_enrolled_folder_is_not_written_over(tmp_path: Path) -> None:
    settled(tmp_path, ME, 42, PASSPHRASE)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(folder.AlreadyThere, match="déjà inscrit"):
        folder.settle(tmp_path, ME, 43, PASSPHRASE)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_an_enrolment_cut_by_a_power_failure_can_be_done_again(tmp_path: Path) -> None:
    (tmp_path / "kiosque.unfinished").write_bytes(b"half a database")
    assert not paths.enrolled(tmp_path)
    folder.settle(tmp_path, ME, 42, PASSPHRASE).close()
    assert paths.enrolled(tmp_path)


def test_a_missing_journal_gets_a_sentence(tmp_path: Path) -> None:
    keyfile.create(tmp_path / paths.KIOSK_KEY, 42, PASSPHRASE)
    with pytest.raises(NothingThere, match="Le journal manque"):
        folder.unlock(tmp_path, PASSPHRASE)


def test_a_central_opens_with_the_key_beside_it(tmp_path: Path) -> None:
    made = folder.new_central(tmp_path / "c")
    number = made.device
    made.close()
    again = folder.open_central(tmp_path / "c")
    assert again.device == number == again.identity.central
    again.close()
    assert (tmp_path / "c" / paths.CENTRAL_KEY).stat().st_mode & 0o077 == 0
    with pytest.raises(folder.AlreadyThere):
        folder.new_central(tmp_path / "c")
    with pytest.raises(NothingThere):
        folder.open_central(tmp_path / "nowhere")


def test_a_row_changed_behind_the_journal_is_found_and_mended(nyons: Space) -> None:
    with nyons.store.writing() as writer:
        arrival = writer.record(VISIT, reason="other")
    assert doctor.examine(nyons.store).healthy
    with nyons.store.database.writing() as connection:
        connection.execute(visit.update().values(reason="service"))
        connection.execute(visit.insert().values(id=5))
    assert doctor.mend(nyons.store).wrong_rows == (5, arrival)
    assert doctor.examine(nyons.store).healthy
    assert nyons.store.one(visit.select()).reason == "other"


def test_an_entry_changed_in_the_journal_breaks_its_chain(nyons: Space) -> None:
    with nyons.store.writing() as writer:
        writer.record(VISIT, reason="other")
        writer.record(VISIT, reason="other")
    with nyons.store.database.writing() as connection:
        connection.execute(entry.update().where(entry.c.kind == VISIT.number).values(written_at=1))
    assert doctor.examine(nyons.store).broken_chains == (nyons.store.device,)
    with nyons.store.database.writing() as connection:
        first = nyons.store.entries(nyons.store.device)[0].id
        connection.execute(entry.delete().where(entry.c.id == first))
    assert doctor.examine(nyons.store).broken_chains == (nyons.store.device,)


def test_a_key_without_its_journal_is_never_written_over(tmp_path: Path) -> None:
    settled(tmp_path / "k", ME, 42, PASSPHRASE)
    folder.new_central(tmp_path / "c").close()
    for path in (*tmp_path.glob("k/kiosque.db*"), *tmp_path.glob("c/central.db*")):
        path.unlink()
    keys = [path.read_bytes() for path in (tmp_path / "k" / paths.KIOSK_KEY, tmp_path / "c" / paths.CENTRAL_KEY)]
    with pytest.raises(folder.AlreadyThere, match="Remettez le journal"):
        folder.settle(tmp_path / "k", ME, 42, PASSPHRASE)
    with pytest.raises(folder.AlreadyThere, match="Remettez le journal"):
        folder.new_central(tmp_path / "c")
    assert [path.read_bytes() for path in (tmp_path / "k/kiosque.key", tmp_path / "c/central.key")] == keys


@pytest.mark.parametrize("damaged", ["", "00" * 20, "not a key"])
def test_a_damaged_key_of_a_central_gets_a_sentence(tmp_path: Path, damaged: str) -> None:
    folder.new_central(tmp_path).close()
    (tmp_path / paths.CENTRAL_KEY).write_text(damaged)
    with pytest.raises(NothingThere, match="abîmée"):
        folder.open_central(tmp_path)


def test_an_empty_file_is_no_journal_and_is_left_empty(tmp_path: Path) -> None:
    settled(tmp_path, ME, 42, PASSPHRASE)
    (tmp_path / paths.KIOSK_DATABASE).write_bytes(b"")
    with pytest.raises(NothingThere):
        folder.unlock(tmp_path, PASSPHRASE)
    assert (tmp_path / paths.KIOSK_DATABASE).read_bytes() == b""


def test_damage_anywhere_in_the_file_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / paths.KIOSK_DATABASE
    settled(tmp_path, ME, 42, PASSPHRASE)
    with closing(folder.unlock(tmp_path, PASSPHRASE).store) as store, store.writing() as writer:
        for _ in range(1_000):
            writer.record(VISIT, reason="other")
    key = keyfile.unlock(tmp_path / paths.KIOSK_KEY, PASSPHRASE).key
    whole = path.read_bytes()

    def look() -> None:
        # At the opening, or at the first look into that page.
        with closing(Store(open_database(path, key))) as opened:
            assert doctor.examine(opened).healthy

    look()
    # Rows, indices, free pages: wherever it is.
    for page in range(len(whole) // PAGE):
        spoilt = bytearray(whole)
        spoilt[page * PAGE + 100] ^= 1
        path.write_bytes(spoilt)
        with pytest.raises(KnownError, match="abîmé"):
            look()


def test_a_disk_without_room_gets_a_sentence_and_the_next_tap_works(tmp_path: Path) -> None:
    settled(tmp_path, ME, 42, PASSPHRASE)
    store = folder.unlock(tmp_path, PASSPHRASE).store
    before = store.head(ME.device)
    with store.database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        with store.writing() as writer:
            for _ in range(1000):
                writer.record(VISIT, reason="other")

    with pytest.raises(StorageTrouble, match="plein"):
        fill()
    assert store.head(ME.device) == before
    with store.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    fill()
    assert store.head(ME.device).number == 1000
    store.close()
