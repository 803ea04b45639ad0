"""kill -9 at each step of a change of the database's key: who could open still opens, and finds everything there."""

import random
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kiosque.db import folder, keyfile
from kiosque.db.holder import Holder, code_seed, public_of
from kiosque.db.paths import KIOSK_KEY
from kiosque.db.records import visit
from kiosque.domain.errors import KnownError
from kiosque.domain.opener import BADGE, badge_text
from kiosque.domain.records import VISIT
from tests.faults.kill import ROOT, enrolled, run_and_kill
from tests.faults.rekeyer import CHANGED
from tests.faults.writer import BADGE_SECRET, PASSPHRASE
from tests.sizes import STRIDES, size

pytestmark = pytest.mark.fault

LOST = bytes(range(1, 17))
VISITS = 2000
"""Enough for the rewriting of all pages to take a moment: half a megabyte."""

DRAWN = 8
"""Kills at a drawn moment, which fall inside what SQLite does by itself."""

LONGEST = 0.6
"""Seconds over which they are spread: loading, and the change."""


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kiosk's folder, opened by a passphrase and by a badge; another badge was lost, so the key must be changed.

    Tests change copies of it.
    """
    at = tmp_path_factory.mktemp("enrolled") / "kiosk"
    enrolled(at)
    path = at / KIOSK_KEY
    opened = folder.unlock(at, PASSPHRASE)
    with closing(opened.store) as store:
        with store.writing() as writer:
            for _ in range(VISITS):
                writer.record(VISIT, reason="other")
        assert opened.by
        lost = Holder(BADGE, 43, public_of(code_seed(BADGE, LOST)))
        keyfile.keep_wraps(path, opened.by.key, [lost], ())
        keyfile.keep_wraps(path, opened.by.key, [], {lost.public})
    return at


def wrong(at: Path) -> list[str]:
    """Return what is wrong after a kill: who does not open any more, what is missing."""
    found = []
    for name, secret in (("badge", badge_text(BADGE_SECRET)), ("passphrase", PASSPHRASE)):
        try:
            with closing(folder.unlock(at, secret).store) as store:
                held = len(store.all(visit.select()))
        except KnownError as error:
            found.append(f"the {name} does not open: {error.sentence}")
        else:
            found += [f"{held} visits"] if held != VISITS else []
    if not found and keyfile.unlock(at / KIOSK_KEY, badge_text(BADGE_SECRET)).stale:
        found.append("the key was not changed")
    return found


def change(at: Path, last: int, *fault: str) -> int | None:
    """Change the key of a copy of the kiosk, killed at step ``last``; return how many steps it took, None if killed."""
    command = [sys.executable, "-m", "tests.faults.rekeyer", str(at), badge_text(BADGE_SECRET), str(last), *fault]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert not done.stderr, done.stderr
    return int(done.stdout.split()[1]) if done.stdout.startswith(CHANGED) else None


def copy_of(kiosk: Path, to: Path) -> Path:
    return Path(shutil.copytree(kiosk, to))


def test_whoever_could_open_still_does_after_a_kill_at_any_step(kiosk: Path, tmp_path: Path, run_seed: int) -> None:
    whole = copy_of(kiosk, tmp_path / "whole")
    steps = change(whole, 0)
    assert steps
    assert steps > 20
    assert wrong(whole) == []
    stride = size(STRIDES)
    for step in range(1 + run_seed % stride, steps + 1, stride):
        at = copy_of(kiosk, tmp_path / f"step-{step}")
        assert change(at, step) is None
        assert wrong(at) == [], f"after the kill at step {step}"
        shutil.rmtree(at)


def test_whoever_could_open_still_does_after_a_kill_at_any_moment(kiosk: Path, tmp_path: Path, run_seed: int) -> None:
    rng = random.Random(f"{run_seed}:rekey")
    for number in range(DRAWN):
        at, pause = copy_of(kiosk, tmp_path / f"kill-{number}"), rng.uniform(0, LONGEST)
        run_and_kill(["tests.faults.rekeyer", str(at), badge_text(BADGE_SECRET), "0"], 0, pause)
        assert wrong(at) == [], f"after {pause} s"


def test_a_key_that_is_forgotten_too_early_is_caught(kiosk: Path, tmp_path: Path) -> None:
    # Nobody opens over four steps: of three, one is enough.
    for step in range(1, 100, 3):
        at = copy_of(kiosk, tmp_path / f"step-{step}")
        if change(at, step, "forgotten") is not None:
            break
        if any("does not open" in each for each in wrong(at)):
            return
        shutil.rmtree(at)
    pytest.fail("no step of a change that forgets the old key locks anybody out")
