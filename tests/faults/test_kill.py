"""kill -9 at any moment of the counter's work loses nothing that was acknowledged, and leaves no half of a gesture.

It says nothing of a power cut: the system still holds what a dead process wrote.
"""

from pathlib import Path

import pytest

from kiosque.db import folder, paths
from tests.faults.kill import Kiosk, settle_and_kill
from tests.faults.settler import settle
from tests.faults.writer import PASSPHRASE
from tests.sizes import KILLS, size

pytestmark = pytest.mark.fault

KIOSKS = 3
"""Kiosks among which they are spread: each goes on, killed again and again, from what the last kill left."""

ENOUGH = 20
"""Kills by which a planted fault must be caught."""


@pytest.mark.parametrize("kiosk", range(KIOSKS))
def test_nothing_acknowledged_is_lost(tmp_path: Path, run_seed: int, kiosk: int) -> None:
    killed = Kiosk(tmp_path / "kiosk")
    for number in range(kiosk, size(KILLS), KIOSKS):
        seed = f"{run_seed}:{kiosk}:{number}"
        killed.work_and_kill(seed)
        assert killed.faults() == [], f"after the kill of seed {seed}"
    assert killed.acknowledged


def test_who_was_thanked_on_screen_is_counted(tmp_path: Path, run_seed: int) -> None:
    killed = Kiosk(tmp_path / "kiosk")
    for number in range(max(1, size(KILLS) // 6)):
        seed = f"{run_seed}:window:{number}"
        assert killed.receive_and_kill(seed) in {0, 1}, f"after the kill of seed {seed}"
        assert killed.faults() == [], f"after the kill of seed {seed}"


def test_thanks_without_a_visit_are_caught(tmp_path: Path, run_seed: int) -> None:
    assert Kiosk(tmp_path / "kiosk").receive_and_kill(f"{run_seed}:early", "early") < 0


def test_an_enrolment_is_whole_or_not_there(tmp_path: Path, run_seed: int) -> None:
    for number in range(max(1, size(KILLS) // 5)):
        seed, at = f"{run_seed}:enrolment:{number}", tmp_path / str(number)
        if settle_and_kill(at, seed):
            assert paths.enrolled(at), f"after the kill of seed {seed}"
        if not paths.enrolled(at):
            settle(at)
        folder.unlock(at, PASSPHRASE).store.close()


@pytest.mark.parametrize(("fault", "said"), [("early", "lost: "), ("torn", "is not the fold")], ids=["early", "torn"])
def test_planted_fault_is_caught(tmp_path: Path, run_seed: int, fault: str, said: str) -> None:
    planted = Kiosk(tmp_path / "kiosk")
    for number in range(ENOUGH):
        planted.work_and_kill(f"{run_seed}:{fault}:{number}", fault)
        found = planted.faults()
        if found:
            assert any(said in each for each in found)
            return
    pytest.fail(f"{fault} was not caught by {ENOUGH} kills")
