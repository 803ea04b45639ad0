"""A line between two network namespaces of this machine (Linux, root): its packets pass through this process."""

from __future__ import annotations

import ctypes
import fcntl
import os
import struct
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.forwarder import Forwarder
from benchmarks.lane import Profile
from benchmarks.link import Counts

NEAR, FAR = "10.99.0.1", "10.99.0.2"
PORT = 8080

NAMESPACES = Path("/run/netns")
CLONE_NEWNET = 0x40000000
TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000


class Refused(Exception):
    """This machine, or this account, has no network namespaces or no TUN devices."""


class Namespaces:
    """The line, once both ends are there."""

    how = "two network namespaces, packets forwarded in user space"
    host, port = FAR, PORT
    address = f"http://{FAR}:{PORT}"

    def __init__(self, names: tuple[str, str], forwarder: Forwarder) -> None:
        self.near: tuple[str, ...] = ("ip", "netns", "exec", names[0])
        self.far: tuple[str, ...] = ("ip", "netns", "exec", names[1])
        self._forwarder = forwarder

    def lead_to(self, address: str) -> None:
        """Check that the central answers where it has to."""
        if address != self.address:
            raise AssertionError(f"the central answers at {address}, not at {self.address}")

    def become(self, profile: Profile, seed: str = "") -> None:
        """Be like ``profile`` from now on."""
        self._forwarder.become(profile, seed)

    def reset(self) -> None:
        """Count from nothing."""
        self._forwarder.reset()

    def cut_after(self, up: int) -> None:
        """Become dark once so many bytes have gone up."""
        self._forwarder.cut_after(up)

    def counts(self) -> Counts:
        """Return what was counted."""
        return self._forwarder.counts()


@contextmanager
def namespaces() -> Iterator[Namespaces]:
    """Make two namespaces with a TUN device each, and forward between them. Raises ``Refused``."""
    names = (f"kiosque{os.getpid()}n", f"kiosque{os.getpid()}f")
    made: list[str] = []
    forwarder: Forwarder | None = None
    try:
        for name in names:
            _ip("netns", "add", name)
            made.append(name)
        near, far = (_tun(name) for name in names)
        forwarder = Forwarder(near, far)
        for name, mine, other in ((names[0], NEAR, FAR), (names[1], FAR, NEAR)):
            _set_up(name, mine, other)
        yield Namespaces(names, forwarder)
    finally:
        if forwarder is not None:
            forwarder.close()
        for name in made:
            _ip("netns", "del", name)


def _set_up(name: str, mine: str, other: str) -> None:
    _ip("-n", name, "link", "set", "lo", "up")
    _ip("-n", name, "addr", "add", mine, "peer", other, "dev", "tun")
    _ip("-n", name, "link", "set", "tun", "up", "mtu", "1500")
    # What a connection learns of the line must not help the next one: each round is a stranger's.
    _ip("netns", "exec", name, "sysctl", "-qw", "net.ipv4.tcp_no_metrics_save=1")


def _ip(*arguments: str) -> None:
    try:
        subprocess.run(["ip", *arguments], check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise Refused("there is no command ip") from error
    except subprocess.CalledProcessError as error:
        raise Refused(error.stderr.strip()) from error


def _tun(namespace: str) -> int:
    """Return the descriptor of a new TUN device, not blocking, in ``namespace``."""
    found: list[int] = []
    trouble: list[OSError] = []

    def make() -> None:
        # A thread may live in another namespace than its process.
        try:
            _enter(namespace)
            descriptor = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
            found.append(descriptor)
            fcntl.ioctl(descriptor, TUNSETIFF, struct.pack("16sH22x", b"tun", IFF_TUN | IFF_NO_PI))
        except OSError as error:
            trouble.append(error)

    thread = threading.Thread(target=make)
    thread.start()
    thread.join()
    if trouble:
        for descriptor in found:
            os.close(descriptor)
        raise Refused(str(trouble[0])) from trouble[0]
    return found[0]


def _enter(namespace: str) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = os.open(NAMESPACES / namespace, os.O_RDONLY)
    try:
        if libc.setns(descriptor, CLONE_NEWNET):
            raise OSError(ctypes.get_errno(), "setns")
    finally:
        os.close(descriptor)
