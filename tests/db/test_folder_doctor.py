"""The folder of a kiosk and of a central; damage is found and mended from the journal."""

from pathlib import Path

import pytest

from kiosque.db import doctor, folder, keyfile, paths
from kiosque.db.records import entry, visit
from kiosque.db.store import Identity
from kiosque.domain.records import VISIT
from tests.stores import Space

ME = Identity(7, 12, 9, "http://127.0.0.1:1", "secret")
PASSPHRASE = "olive lavande tilleul genêt"


def test_a_kiosk_opens_with_its_passphrase_as_it_was_left(tmp_path: Path) -> None:
    with folder.settle(tmp_path / "k", ME, 42, PASSPHRASE).writing() as writer:
        arrival = writer.record(VISIT, reason="other")
    opened = folder.unlock(tmp_path / "k", PASSPHRASE)
    assert (opened.animator, opened.store.identity) == (42, ME)
    assert opened.store.one(visit.select()).id == arrival
    opened.store.close()


def test_an_enrolled_folder_is_not_written_over(tmp_path: Path) -> None:
    folder.settle(tmp_path, ME, 42, PASSPHRASE).close()
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
    with pytest.raises(folder.NothingThere, match="Le journal manque"):
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
    with pytest.raises(folder.NothingThere):
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
