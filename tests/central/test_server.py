"""The central as a process of its own: it says where it answers, and stops when it is asked."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kiosque.central.app import serve
from kiosque.central.central import Central
from kiosque.central.server import UNREAD, listen
from kiosque.db.store import Store
from tests.central.house import PATIENT, PLAIN
from tests.stores import KEY

PROGRAM = """
import sys
from kiosque.central.app import serve
from kiosque.central.central import Central
from kiosque.db.place import Place, open_place
from kiosque.db.store import Store

store = Store(open_place(Place(sys.argv[1], bytes.fromhex(sys.argv[2]))))
central = Central.over(store)
serve(central, "127.0.0.1", 0, lambda address: print(address, flush=True))
central.close()
store.close()
print("closed", flush=True)
"""


def test_the_body_of_an_answer_waits_for_no_acknowledgement_of_its_head() -> None:
    with listen("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname()):
        accepted, _ = listening.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.fixture
def process(store: Store, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    address = getattr(store.database, "address", "")
    store.close()
    place = (address, "") if address else (str(tmp_path / "central.db"), KEY.hex())
    command = [sys.executable, "-c", PROGRAM, *place]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
def test_it_says_its_address_and_nothing_else_and_stops_cleanly(
    process: subprocess.Popen[str], tmp_path: Path, asked: signal.Signals
) -> None:
    assert process.stdout
    address = process.stdout.readline().strip()
    assert httpx.get(f"{address}/entrer", verify=PLAIN, timeout=PATIENT).status_code == 200
    assert httpx.get(f"{address}/nulle-part", verify=PLAIN, timeout=PATIENT).status_code == 404
    process.send_signal(asked)
    out, errors = process.communicate(timeout=60)
    assert (out, errors, process.returncode) == ("closed\n", "", 0)
    # Folded into the file: nothing that was written waits beside it.
    assert not (tmp_path / "central.db-wal").exists()


def test_a_request_that_never_ends_does_not_keep_it_from_stopping(
    process: subprocess.Popen[str],
) -> None:
    assert process.stdout
    address = process.stdout.readline().strip()
    host, _, port = address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port))) as line:
        line.sendall(b"POST /entrer HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nname=")
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=60)
    assert (out, process.returncode) == ("closed\n", 0)


def test_what_is_no_http_is_said_once_in_our_words(process: subprocess.Popen[str]) -> None:
    assert process.stdout
    address = process.stdout.readline().strip()
    host, _, port = address.removeprefix("http://").partition(":")
    for garbage in (b"\x16\x03\x01\x02\x00\x01", b"\0" * 40, b"KIOSQUE / 1\r\n\r\n"):
        with socket.create_connection((host, int(port))) as line:
            line.sendall(garbage + b"\r\n\r\n")
            assert b"400" in line.recv(100)
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=60)
    assert errors == f"{UNREAD}\n"


def test_an_address_that_is_taken_is_said_at_once(central: Central) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        serve(central, "127.0.0.1", taken.getsockname()[1])


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this machine has no IPv6")
def test_it_listens_on_ipv6_too() -> None:
    with listen("::1", 0) as listening:
        assert listening.family is socket.AF_INET6
