"""The emulated lines carry what is sent, and count it."""

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from benchmarks.lane import DARK, PROFILES
from benchmarks.link import Link
from benchmarks.namespaces import Refused, namespaces
from benchmarks.relay import relaying

ECHO = """
import socket, sys
with socket.create_server((sys.argv[1], int(sys.argv[2]))) as listening:
    print(f"http://{sys.argv[1]}:{listening.getsockname()[1]}", flush=True)
    while True:
        taken, _ = listening.accept()
        with taken:
            while chunk := taken.recv(65536):
                taken.sendall(chunk[: len(chunk) // 2])
"""

ASK = """
import socket, sys
with socket.create_connection((sys.argv[1], int(sys.argv[2])), 20) as asking:
    asking.sendall(b"x" * 100)
    asking.shutdown(socket.SHUT_WR)
    while chunk := asking.recv(65536):
        print(len(chunk))
"""


@contextmanager
def echoing(link: Link) -> Iterator[None]:
    """Answer half of what is said, behind the line."""
    command = [*link.far, sys.executable, "-c", ECHO, link.host, str(link.port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            link.lead_to(process.stdout.readline().strip())
            yield
        finally:
            process.kill()


def ask(link: Link) -> int:
    host, port = link.address.removeprefix("http://").split(":")
    command = [*link.near, sys.executable, "-c", ASK, host, port]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return sum(map(int, said.split()))


@pytest.fixture(params=["namespaces", "relay"])
def link(request: pytest.FixtureRequest) -> Iterator[Link]:
    if request.param == "relay":
        with relaying() as relay:
            yield relay
        return
    try:
        with namespaces() as made:
            yield made
    except Refused as why:
        pytest.skip(f"no network namespaces here: {why}")


def test_a_line_carries_and_counts(link: Link) -> None:
    link.become(PROFILES["lan"])
    with echoing(link):
        assert ask(link) == 50
        link.reset()
        link.become(PROFILES["steady"])
        assert ask(link) == 50
        counts = link.counts()
    assert (counts.up, counts.down, counts.connections) == (100, 50, 1)


def test_a_relay_that_is_cut_breaks_off() -> None:
    with relaying() as relay, echoing(relay):
        host, port = relay.address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), 20) as asking:
            asking.sendall(b"x" * 100)
            assert len(asking.recv(100)) == 50
            relay.become(DARK)
            with pytest.raises(ConnectionResetError):
                asking.recv(100)


def test_a_relay_is_cut_by_itself_once_so_many_bytes_have_gone_up() -> None:
    with relaying() as relay, echoing(relay):
        relay.become(PROFILES["steady"])
        relay.reset()
        relay.cut_after(100)
        with pytest.raises(subprocess.CalledProcessError):
            ask(relay)
        assert relay.counts().up == 100


def test_nothing_is_left_running() -> None:
    with relaying():
        pass
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("relay", "forwarder"))]
