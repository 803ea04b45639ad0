"""A new PC without a file: it fetches its enrolment by a code, over a central that really runs."""

from pathlib import Path

import httpx
import pytest

from kiosque.central.central import Central
from kiosque.central.devices import code_for, enrol
from kiosque.sync import codes, enrolment
from kiosque.sync.codes import LOOKUP_BYTES
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.enrolment import Enrolment
from kiosque.sync.exchange import run_round
from kiosque.sync.http import HttpLine
from kiosque.sync.line_errors import Unavailable, UsedCode
from tests.central.house import PATIENT, PLAIN, Clock, Network
from tests.stores import enrolled, said


@pytest.fixture
def carried(central: Central, network: Network) -> Enrolment:
    return enrol(central.store, network.antennas["Nyons, maison des associations"], "http://central", 12)


def test_twelve_characters_are_enough_to_begin(
    central: Central, carried: Enrolment, address: str, tmp_path: Path, clock: Clock
) -> None:
    keys = codes.keys_of(codes.read_code(code_for(central.store, carried).lower()))
    line = HttpLine(address)
    try:
        fetched = enrolment.unpack(codes.unseal(keys, line.enrolment(keys.lookup)))
        assert fetched == carried
        store = enrolled(tmp_path / "new.db", fetched, clock)
        assert run_round(DeviceEnd(store, "test"), line).refused is None
        store.close()
        # Its place is taken: the code leads nowhere from now on.
        with pytest.raises(UsedCode):
            line.enrolment(keys.lookup)
    finally:
        line.close()


def test_what_the_central_keeps_and_what_it_is_asked_do_not_open_it(central: Central, carried: Enrolment) -> None:
    code = codes.read_code(code_for(central.store, carried))
    keys = codes.keys_of(code)
    held = said(central.store)
    assert keys.lookup in held
    assert code.encode() not in held
    assert keys.box not in held


def test_trying_codes_is_slowed_down(address: str, network: Network) -> None:
    assert network.devices
    with httpx.Client(verify=PLAIN, timeout=PATIENT, base_url=address) as client:
        statuses = [client.post("/enrolment", content=bytes([n]) * LOOKUP_BYTES).status_code for n in range(11)]
        assert statuses == [404] * 10 + [429]
    line = HttpLine(address)
    try:
        with pytest.raises(Unavailable) as caught:
            line.enrolment(bytes(LOOKUP_BYTES))
        assert caught.value.retry_after
    finally:
        line.close()


@pytest.mark.parametrize("body", [b"", b"x", bytes(LOOKUP_BYTES + 1), bytes(1 << 20)], ids=len)
def test_what_is_no_lookup_finds_nothing(address: str, body: bytes) -> None:
    assert httpx.post(f"{address}/enrolment", content=body, verify=PLAIN, timeout=PATIENT).status_code in {404, 413}
