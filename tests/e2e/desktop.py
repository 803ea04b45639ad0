"""A desktop of X11 as people have one: a screen, a window manager with shortcuts, hands outside of every program."""

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kiosque.ui.scanner import LINUX_OFFSET, US_KEYS

ROOT = Path(__file__).parents[2]
COMMANDS = ("Xvfb", "openbox", "setxkbmap", "xdotool", "xev", "xprop")
MISSING = tuple(each for each in COMMANDS if shutil.which(each) is None)
"""Of what a desktop is made of here; it is in Debian's xvfb, openbox, xdotool and x11-utils."""

PATIENCE_S = 30.0
PAUSE_S = 0.02
"""Between two looks at what is to come."""
SIZE = "1366x768x24"
OTHER = "somebody else's"
"""The name of a window that is not the program's."""


class NeverCame(AssertionError):
    """What was waited for did not come."""


def until(so: Callable[[], bool], what: str) -> None:
    """Wait until ``so``. Raises ``NeverCame`` past the deadline."""
    deadline = time.monotonic() + PATIENCE_S
    while not so():
        if time.monotonic() > deadline:
            raise NeverCame(what)
        time.sleep(PAUSE_S)


@dataclass(frozen=True)
class Seen:
    """What somebody before the screen sees of the desktop."""

    front: str
    """The name of the window that has the keyboard."""
    beside: str
    """Which of the desktops is shown, and whether its windows are."""


@dataclass
class Desktop:
    """One screen, and the hands before it."""

    environment: dict[str, str]

    def ask(self, *command: str) -> str:
        """Return what one of the commands of X11 says; nothing when it has nothing to say."""
        return subprocess.run(
            command,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        ).stdout.strip()

    def hands(self, *doing: str) -> None:
        """Press and touch, by the keyboard and the mouse that all programs share."""
        self.ask("xdotool", *doing)

    def press(self, *keys: str) -> None:
        """Press keys, as ``alt+Tab``, one after the other."""
        self.hands("key", "--delay", "0", *keys)

    def scan(self, code: str) -> None:
        """Type ``code`` as a scanner that is set for a US keyboard does, by the places of the keys, and Return."""
        places = {key: str(place + LINUX_OFFSET) for place, key in US_KEYS.items()}
        self.hands("key", "--delay", "0", *(places[letter] for letter in code), "Return")

    def root(self, name: str) -> str:
        """Return a property of the desktop, which the window manager keeps."""
        return self.ask("xprop", "-root", name)

    def front(self) -> str:
        """Return the name of the window that has the keyboard; empty when none has."""
        return self.ask("xdotool", "getactivewindow", "getwindowname")

    def seen(self) -> Seen:
        """Return what is seen, once the window manager has done all that it was asked before."""
        self.settle()
        beside = self.root("_NET_CURRENT_DESKTOP") + self.root("_NET_SHOWING_DESKTOP")
        return Seen(self.front(), beside)

    def settle(self) -> None:
        """Ask the window manager for something harmless, and wait for it: it does one thing after the other."""
        before = self.root("_NET_NUMBER_OF_DESKTOPS")
        self.hands("set_num_desktops", "5" if before.endswith("4") else "4")
        until(lambda: self.root("_NET_NUMBER_OF_DESKTOPS") != before, "an answer of the window manager")


@contextmanager
def desktop(*, managed: bool = True) -> Iterator[Desktop]:
    """Give a desktop with a French keyboard and somebody else's window; not ``managed``, a bare screen."""
    with ExitStack() as stack:
        read, write = os.pipe()
        screen = ("Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset")
        stack.enter_context(_going(screen, pass_fds=(write,)))
        os.close(write)
        with os.fdopen(read) as said:
            number = said.readline().strip()
        made = Desktop({**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"})
        made.ask("setxkbmap", "fr")
        if managed:
            stack.enter_context(_going(("openbox", "--sm-disable"), env=made.environment))
            until(lambda: "=" in made.root("_NET_NUMBER_OF_DESKTOPS"), "a window manager")
            made.settle()
            stack.enter_context(_going(("xev", "-name", OTHER), env=made.environment))
            until(lambda: made.front() == OTHER, OTHER)
        yield made


@contextmanager
def _going(
    command: tuple[str, ...], env: dict[str, str] | None = None, pass_fds: tuple[int, ...] = ()
) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=env, pass_fds=pass_fds, stdout=quiet, stderr=quiet) as process:
        try:
            yield
        finally:
            process.terminate()


@dataclass
class Running:
    """The program on a desktop, and what it tells."""

    process: subprocess.Popen[bytes]
    told: list[str] = field(default_factory=list)
    rest: bytes = b""

    def hears(self, *lines: str) -> list[str]:
        """Wait until it tells one of ``lines``; return what it has told until then, since the last time."""
        deadline = time.monotonic() + PATIENCE_S
        heard: list[str] = []
        while not heard or heard[-1] not in lines:
            if self.told:
                heard.append(self.told.pop(0))
                continue
            assert self.process.stdout is not None
            ready, _, _ = select.select([self.process.stdout], [], [], max(0.0, deadline - time.monotonic()))
            more = os.read(self.process.stdout.fileno(), 4096) if ready else b""
            if not more:
                raise NeverCame(f"{' or '.join(lines)}, after {heard}")
            *whole, self.rest = (self.rest + more).split(b"\n")
            self.told += [each.decode() for each in whole]
        return heard


@contextmanager
def running(on: Desktop, folder: Path) -> Iterator[Running]:
    """Start the program over ``folder``; in the end the system asks it to go, and it does."""
    command = (sys.executable, "-m", "tests.e2e.ear", "run", "--dir", str(folder))
    with subprocess.Popen(command, env=on.environment, cwd=ROOT, stdout=subprocess.PIPE) as process:
        try:
            yield Running(process)
            process.send_signal(signal.SIGTERM)
            until(lambda: process.poll() is not None, "the end of the program")
        finally:
            process.kill()
    assert process.returncode == 0
