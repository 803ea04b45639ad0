"""Who has a central's folder: one serves it, several command it, and some want it for themselves."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosque.actions.network.network import add_animator
from kiosque.bootstrap import central, devices
from kiosque.bootstrap.central import SERVED, InUse, of_central, opened
from kiosque.bootstrap.holding import hold
from kiosque.central import authority
from kiosque.db import folder, trouble
from kiosque.db.place import NothingThere
from kiosque.db.trouble import StorageTrouble

HOLDER = """
import sys
from pathlib import Path
from kiosque.bootstrap.holding import hold
held = hold(Path(sys.argv[1]))
print(held is not None, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def at(tmp_path: Path) -> Path:
    """A central's folder."""
    folder.new_central(tmp_path / "central", begin=authority.found).close()
    return tmp_path / "central"


def served(at: Path) -> None:
    central.serve(at, "127.0.0.1", 0, ready=lambda address: pytest.fail(f"it serves at {address}"))


def test_a_second_central_on_one_folder_is_told_and_a_killed_one_is_in_nobody_s_way(at: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(at / SERVED)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout
        assert first.stdout.readline() == "True\n"
        with pytest.raises(InUse, match="tourne déjà"):
            served(at)
        first.kill()
    again = hold(at / SERVED)
    assert again
    again.close()


def test_commands_write_beside_each_other_and_nobody_beside_who_changes_everything(at: Path) -> None:
    with opened(at) as store:
        central.add_animator(at, given_name="Élodie", family_name="Brès", status="employed", antenna=None)
        before = store.identity
        for alone in (lambda: devices.restored(at), lambda: central.examine(at, rebuild=True)):
            with pytest.raises(InUse, match="arrêtez tout"):
                alone()
        assert central.examine(at, rebuild=False).healthy
    with opened(at, alone=True) as store:
        assert (store.identity.central, store.identity.epoch) == (before.central, before.epoch)
        with pytest.raises(InUse, match="recommencez"):
            devices.listed(at)
    devices.restored(at)
    with opened(at) as store:
        assert store.identity.epoch > before.epoch


def test_no_program_writes_under_a_number_that_another_has_written_under(at: Path) -> None:
    for name in ("Brès", "Vial"):
        central.add_animator(at, given_name="Élodie", family_name=name, status="employed", antenna=None)
    with opened(at) as store:
        first = set(store.devices())
        assert [store.head(device).number for device in first] == [1, 1]
        # Drawn when it is needed, and not before.
        assert store.device not in first
        add_animator(store, given_name="Élodie", family_name="Roux", antenna=None)
        add_animator(store, given_name="Marc", family_name="Roux", antenna=None)
        assert set(store.devices()) - first == {store.device}
        assert store.head(store.device).number == 2


def test_headquarters_reads_of_its_central_and_not_of_a_pc() -> None:
    for sentence in set(trouble._SENTENCES.values()):  # noqa: SLF001 - every one of them
        with pytest.raises(StorageTrouble) as caught, of_central():
            raise StorageTrouble(sentence)
        said = caught.value.sentence
        assert "poste" not in said
        assert "coordination" not in said
        assert said.endswith(".")


def test_where_there_is_no_central_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(NothingThere):
        served(tmp_path)
    with pytest.raises(NothingThere):
        devices.listed(tmp_path)
    assert not list(tmp_path.iterdir())
