"""Devices that send to a central that really runs, over a real socket, whole or cut."""

import socket
from contextlib import closing
from http.client import HTTPResponse
from threading import Event
from urllib.parse import urlsplit

import pytest

from kiosque.central.central import MOST_AT_WORK, Central
from kiosque.central.devices import revoke
from kiosque.central.exchange import HURRIED_FROM
from kiosque.central.ingest import Ingest
from kiosque.central.quarantine import waiting
from kiosque.db.keys import credential
from kiosque.domain.records import ANTENNA
from kiosque.sync.exchange import run_round
from kiosque.sync.http import HttpLine
from kiosque.sync.refusal import Reason
from tests.central.house import Clock, Kiosk, equal, heads, serving


def test_a_round_brings_everything_once_and_the_next_one_nothing(
    central: Central, kiosks: tuple[Kiosk, Kiosk], address: str, clock: Clock
) -> None:
    kiosk, _ = kiosks
    kiosk.visits(1500)
    clock.now += 60
    first = kiosk.round(address)
    assert (first.received, first.refused) == (1501, None)
    assert equal(kiosk, central)
    assert central.store.receipt(kiosk.store.device).received_at == clock.now
    again = kiosk.round(address)
    assert (again.received, again.new) == (1501, 0)
    assert equal(kiosk, central)


def test_what_headquarters_recorded_comes_back(central: Central, kiosks: tuple[Kiosk, Kiosk], address: str) -> None:
    kiosk, _ = kiosks
    assert kiosk.round(address).new == central.store.head(central.store.device).number > 0


def test_while_others_wait_a_reply_is_longer_and_says_the_same(
    central: Central, kiosks: tuple[Kiosk, Kiosk], address: str
) -> None:
    one, other = kiosks
    with central.store.writing() as writer:
        for number in range(60):
            writer.record(ANTENNA, code=f"A{number}", name=f"Antenne {number}")
    calm = one.send(address, one.end.request())
    one.end.take([calm.content])
    assert central.at_work.rounds == 0
    central.at_work.rounds = HURRIED_FROM
    hurried = other.send(address, other.end.request())
    other.end.take([hurried.content])
    assert central.at_work.rounds == HURRIED_FROM
    assert len(calm.content) < len(hurried.content)
    assert equal(one, central)
    assert equal(other, central)


def test_a_long_reply_is_streamed_whole(central: Central, kiosks: tuple[Kiosk, Kiosk], address: str) -> None:
    kiosk, _ = kiosks
    with central.store.writing() as writer:
        for number in range(3000):
            # Words that do not compress, so that the reply is longer than one piece.
            writer.record(ANTENNA, code=f"A{number}", name=f"{number * 7919**5:x}" * 6)
    assert kiosk.round(address).new == central.store.head(central.store.device).number


def test_nobody_else_is_let_in(central: Central, kiosks: tuple[Kiosk, Kiosk], address: str) -> None:
    kiosk, other = kiosks
    kiosk.visits(3)
    other.visits(3)
    before = heads(central.store, kiosk.store.device, other.store.device)
    credentials = [credential(central.store, each.store.device) for each in kiosks]
    request = b"".join(kiosk.end.request())
    # Under another's claim, and under the name of nobody: the device number stands in bytes 5 to 7, after the length.
    number = request.index(kiosk.store.device.to_bytes(3, "big"))
    as_other = request[:number] + other.store.device.to_bytes(3, "big") + request[number + 3 :]
    as_nobody = request[:number] + (0x1FFFFF).to_bytes(3, "big") + request[number + 3 :]
    revoke(central.store, other.store.device)
    for body in (b"", b"x", as_other, as_nobody, request[:40], b"".join(other.end.request())):
        refused = kiosk.send(address, body)
        assert (refused.status_code, len(refused.content) < 40) == (403, True), body[:20]
    assert heads(central.store, kiosk.store.device, other.store.device) == before
    assert credential(central.store, kiosk.store.device) == credentials[0]
    assert not waiting(central.store)


def test_a_damaged_frame_ends_the_request_and_harms_no_other_device(
    central: Central, kiosks: tuple[Kiosk, Kiosk], address: str
) -> None:
    kiosk, other = kiosks
    kiosk.visits(1500)
    other.visits(5)
    body = bytearray(b"".join(kiosk.end.request()))
    body[len(body) * 3 // 4] ^= 0x10
    taken = kiosk.end.take([kiosk.send(address, bytes(body)).content])
    assert taken.refused is Reason.SEAL
    assert taken.received == central.store.head(kiosk.store.device).number < 1501
    [kept] = waiting(central.store)
    assert (kept.device, kept.reason) == (kiosk.store.device, Reason.SEAL)
    assert other.round(address).received == 6
    assert kiosk.round(address).received == 1501
    assert equal(kiosk, central)


def test_a_request_cut_anywhere_keeps_whole_frames_and_the_next_round_doubles_nothing(
    central: Central, kiosks: tuple[Kiosk, Kiosk], address: str
) -> None:
    kiosk, _ = kiosks
    kiosk.visits(3000)
    body = b"".join(kiosk.end.request())
    for share in (0.1, 0.6, 0.95):
        half_sent(address, body, round(len(body) * share)).close()
    assert kiosk.round(address).received == 3001
    device = kiosk.store.device
    assert heads(central.store, device) == heads(kiosk.store, device)
    assert len(central.store.entries(device)) == 3001


def test_a_central_that_stops_in_the_middle_and_starts_again_loses_and_doubles_nothing(
    central: Central, kiosks: tuple[Kiosk, Kiosk]
) -> None:
    kiosk, _ = kiosks
    kiosk.visits(3000)
    body = b"".join(kiosk.end.request())
    with serving(central) as address:
        line = half_sent(address, body, len(body) // 2)
    with line:
        # It is told, and not left to wait.
        assert line.recv(12) in {b"HTTP/1.1 503", b""}
    # The same store under another central: as after a restart, with nothing left in memory.
    again = Central.over(central.store)
    with closing(again), serving(again) as address:
        assert kiosk.round(address).received == 3001
    device = kiosk.store.device
    assert heads(central.store, device) == heads(kiosk.store, device)
    assert len(central.store.entries(device)) == 3001


def test_the_line_that_kiosks_use_carries_a_backlog(
    central: Central, kiosks: tuple[Kiosk, Kiosk], address: str
) -> None:
    kiosk, _ = kiosks
    kiosk.visits(3000)
    line = HttpLine(address)
    try:
        assert run_round(kiosk.end, line).received == 3001
    finally:
        line.close()
    assert equal(kiosk, central)


def test_a_device_that_dawdles_holds_up_nobody(central: Central, kiosks: tuple[Kiosk, Kiosk], address: str) -> None:
    kiosk, other = kiosks
    kiosk.visits(3000)
    other.visits(5)
    body = b"".join(kiosk.end.request())
    with half_sent(address, body, len(body) // 2) as slow:
        assert other.round(address).received == 6
        slow.sendall(body[len(body) // 2 :])
        assert slow.recv(12) == b"HTTP/1.1 200"
    assert central.store.head(kiosk.store.device).number == 3001


def test_a_device_that_falls_silent_is_let_go(
    central: Central, kiosks: tuple[Kiosk, Kiosk], address: str, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk, _ = kiosks
    kiosk.visits(1500)
    body = b"".join(kiosk.end.request())
    with monkeypatch.context() as patch:
        patch.setattr("kiosque.central.exchange.STALLED_SECONDS", 0.05)
        with half_sent(address, body, len(body) - 1) as silent:
            assert silent.recv(12) == b"HTTP/1.1 503"
    receipt = central.store.receipt(kiosk.store.device)
    assert receipt.received_at == clock.now
    # What came whole is kept; nothing was signed before the end.
    assert 0 < receipt.number < 1501
    assert not receipt.signed
    assert kiosk.round(address).received == 1501
    assert central.store.receipt(kiosk.store.device).signed == 1501


def test_a_device_that_never_said_who_it_is_is_let_go_and_was_not_heard(
    central: Central, kiosks: tuple[Kiosk, Kiosk], address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk, _ = kiosks
    kiosk.visits(5)
    body = b"".join(kiosk.end.request())
    monkeypatch.setattr("kiosque.central.exchange.STALLED_SECONDS", 0.05)
    with half_sent(address, body, len(body) - 1) as silent:
        assert silent.recv(12) == b"HTTP/1.1 503"
    assert not central.store.receipt(kiosk.store.device).received_at


def test_more_than_anybody_has_to_say_is_refused_with_the_reason(
    central: Central, kiosks: tuple[Kiosk, Kiosk], address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk, _ = kiosks
    kiosk.visits(3000)
    body = b"".join(kiosk.end.request())
    most = len(body) // 2
    monkeypatch.setattr("kiosque.central.exchange.MOST_BYTES", most)
    begun = Event()
    central.store.when_changed(begun.set)
    with half_sent(address, body, most) as line:
        assert begun.wait(30)
        line.sendall(body[most:])
        answer = HTTPResponse(line)
        answer.begin()
        taken = kiosk.end.take([answer.read()])
    assert taken.refused is Reason.TOO_LARGE
    assert taken.received == central.store.head(kiosk.store.device).number < 3001


def test_a_full_queue_sends_the_device_away_for_a_while(kiosks: tuple[Kiosk, Kiosk], central: Central) -> None:
    kiosk, _ = kiosks
    kiosk.visits(5)
    full = Central(central.store, central.accounts, Ingest(central.store, most_waiting=0), central.limits, secure=False)
    with serving(full) as address:
        response = kiosk.send(address, b"".join(kiosk.end.request()))
    full.close()
    assert response.status_code == 503
    assert int(response.headers["retry-after"]) > 0
    assert central.store.head(kiosk.store.device).number == 0


def test_too_many_rounds_at_a_time_send_the_device_away_for_a_while(
    kiosks: tuple[Kiosk, Kiosk], central: Central, address: str
) -> None:
    kiosk, _ = kiosks
    kiosk.visits(5)
    central.at_work.rounds = MOST_AT_WORK
    response = kiosk.send(address, b"".join(kiosk.end.request()))
    assert response.status_code == 503
    assert 4 <= int(response.headers["retry-after"]) <= 12
    central.at_work.rounds = 0
    assert kiosk.round(address).received == 6


def test_too_many_rounds_of_one_device_do_not_stop_another(kiosks: tuple[Kiosk, Kiosk], address: str) -> None:
    kiosk, other = kiosks
    statuses = [kiosk.send(address, b"".join(kiosk.end.request(poll=True))).status_code for _ in range(61)]
    assert statuses == [200] * 60 + [429]
    assert other.round(address).refused is None


def test_guessing_is_slowed_down_and_the_right_device_behind_the_same_address_is_not(
    kiosks: tuple[Kiosk, Kiosk], address: str
) -> None:
    kiosk, other = kiosks
    statuses = [kiosk.send(address, b"guess").status_code for _ in range(31)]
    assert statuses == [403] * 30 + [429]
    assert other.round(address).refused is None


def test_a_reply_carries_no_header_that_only_a_browser_reads(kiosks: tuple[Kiosk, Kiosk], address: str) -> None:
    kiosk, _ = kiosks
    response = kiosk.send(address, b"".join(kiosk.end.request(poll=True)))
    assert set(response.headers) == {"content-length"}


def half_sent(address: str, body: bytes, count: int) -> socket.socket:
    """Send a request's head and the first ``count`` bytes of its body, on a line that can then be cut."""
    where = urlsplit(address)
    line = socket.create_connection((where.hostname or "", where.port or 0), timeout=30)
    head = f"POST /exchange HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n"
    line.sendall(head.encode() + body[:count])
    return line
