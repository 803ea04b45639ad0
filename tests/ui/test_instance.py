"""One Kiosque over a folder: a second start raises the first and ends well; a dead one is in nobody's way."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosque.bootstrap import instance, kiosk
from kiosque.bootstrap import stick as errand
from kiosque.db.wraps import UnreadableKeyFile
from kiosque.sync.device_end import no_progress

ROOT = Path(__file__).parents[2]

# A window with a door, which says each time that it is asked to come forward.
FIRST = """
import sys
from pathlib import Path
from kiosque.bootstrap import instance
from kiosque.ui import app, window
from kiosque.ui.services import Services, UiSettings
from tests.ui.line import Line
here = instance.claim(Path(sys.argv[1]))
app.application()
class Shown(window.Window):
    def come_forward(self):
        super().come_forward()
        print("forward", self.isVisible(), flush=True)
app.Window = Shown
print("ready", flush=True)
app.run(Services(lambda _: None, Line(), lambda: 0, UiSettings(full_screen=False), door=here))
"""

SECOND = """
import sys
from pathlib import Path
from kiosque.bootstrap import kiosk
sys.exit(kiosk.show(Path(sys.argv[1]), full_screen=True))
"""


def test_what_would_write_under_an_open_window_is_not_begun(tmp_path: Path) -> None:
    here = instance.claim(tmp_path)
    assert here
    phrase = "olive lavande tilleul genêt"
    for command in (
        lambda: kiosk.restore(tmp_path, phrase),
        lambda: kiosk.examine(tmp_path, phrase, rebuild=True),
        lambda: kiosk.enrol_by_code(tmp_path, "http://127.0.0.1:9", "0000-0000-0000", phrase),
        lambda: errand.export(tmp_path, phrase, tmp_path, no_progress),
        lambda: errand.take(tmp_path, phrase, tmp_path, no_progress),
    ):
        with pytest.raises(instance.Open, match="ouvert"):
            command()
    here.close()
    # Closed, or never opened, it is in nobody's way.
    with pytest.raises(UnreadableKeyFile):
        errand.export(tmp_path, phrase, tmp_path, no_progress)


@contextmanager
def first(folder: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", FIRST, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        try:
            yield process
        finally:
            process.kill()


def second(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SECOND, str(folder)], cwd=ROOT, check=False, capture_output=True, text=True
    )


def test_a_second_start_raises_the_window_of_the_first_and_ends_well(tmp_path: Path) -> None:
    with first(tmp_path) as running:
        assert running.stdout is not None
        for _ in range(2):
            done = second(tmp_path)
            assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
            assert running.stdout.readline() == "forward True\n"
        assert running.poll() is None
        assert instance.claim(tmp_path) is None
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        after = instance.claim(tmp_path)
        assert after is not None
        after.close()


def test_the_first_start_of_a_pc_makes_its_folder(tmp_path: Path) -> None:
    made = instance.claim(tmp_path / "asoft" / "kiosque")
    assert made is not None
    made.close()


@pytest.fixture
def here(tmp_path: Path) -> Iterator[instance.Instance]:
    made = instance.claim(tmp_path)
    assert made is not None
    yield made
    made.close()


def test_who_does_not_know_the_folder_is_not_heard(here: instance.Instance, tmp_path: Path) -> None:
    port = int((tmp_path / instance.LOCK).read_text().split()[0])
    for said in (b"", b"0" * 32, b"x" * 4096):
        with socket.create_connection((instance.LOOPBACK, port)) as stranger:
            stranger.sendall(said)
            stranger.shutdown(socket.SHUT_WR)
            assert not here.answer()
    assert not here.answer()


def test_nobody_else_may_read_where_to_knock(here: instance.Instance, tmp_path: Path) -> None:
    del here
    assert (tmp_path / instance.LOCK).stat().st_mode & 0o077 == 0


def test_a_knock_is_answered(here: instance.Instance, tmp_path: Path) -> None:
    heard: list[bool] = []
    caller = threading.Thread(target=lambda: heard.append(instance.knock(tmp_path)))
    caller.start()
    while not here.answer():
        pass
    caller.join()
    assert heard == [True]


@pytest.mark.parametrize("left", ["", "1 x", "not a port at all", "9"])
def test_a_file_that_says_nothing_leads_nowhere(tmp_path: Path, left: str) -> None:
    (tmp_path / instance.LOCK).write_text(left)
    assert not instance.knock(tmp_path)
