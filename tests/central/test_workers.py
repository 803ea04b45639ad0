"""Several processes that answer for one central, on one socket."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kiosque.central import authority
from kiosque.central.accounts import Accounts, Role
from kiosque.central.brought import Brought, Imported
from kiosque.central.limits import Limiter
from kiosque.db import folder
from kiosque.db.store import Store
from kiosque.sync.refusal import Reason, Refused
from tests.central.house import PASSWORD, PATIENT, PLAIN, QUICK, form_token
from tests.postgresql import Server, running


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as server:
        server.start()
        yield server


def of(pid: int) -> list[int]:
    """Return the children of a process."""
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def serve(at: Path, *more: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "kiosque", "central", "serve", "--dir", str(at), "--port", "0", "--helpers", "0"]
    return subprocess.Popen([*command, *more], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_answer_as_one_and_one_that_is_killed_takes_nothing_with_it(server: Server, tmp_path: Path) -> None:
    at = tmp_path / "central"
    store = folder.new_central(at, begin=authority.found, address=server.address(server.make()))
    Accounts(store, QUICK).add("coordination", PASSWORD, Role.ADMINISTRATOR, code_due=1 << 40)
    store.close()
    with serve(at, "--workers", "2") as process:
        try:
            assert process.stdout
            address = next(word for word in process.stdout.readline().split() if word.startswith("http://")).rstrip(
                ".,"
            )
            [worker] = of(process.pid)
            with httpx.Client(verify=PLAIN, timeout=PATIENT, base_url=address) as browser:
                token = form_token(browser.get("/entrer").text)
                form = {"name": "coordination", "password": PASSWORD, "suite": "/", "_csrf_token": token}
                assert browser.post("/entrer", data=form).status_code == 303
                cookies = dict(browser.cookies)
            # Whoever is asked, by a connection of its own each time, knows who is logged in.
            for _ in range(8):
                assert httpx.get(f"{address}/compte", cookies=cookies, verify=PLAIN, timeout=PATIENT).status_code == 200
            os.kill(worker, signal.SIGKILL)
            for _ in range(4):
                assert httpx.get(f"{address}/compte", cookies=cookies, verify=PLAIN, timeout=PATIENT).status_code == 200
            process.send_signal(signal.SIGTERM)
            _, errors = process.communicate(timeout=60)
            assert process.returncode == 0, errors
        finally:
            process.kill()


def test_a_central_in_a_file_is_served_by_one(tmp_path: Path) -> None:
    folder.new_central(tmp_path / "central", begin=authority.found).close()
    with serve(tmp_path / "central", "--workers", "2") as process:
        out, errors = process.communicate(timeout=60)
    assert "ne demandez pas --workers" in out + errors
    assert process.returncode == 1


def test_together_they_let_nobody_try_more_often() -> None:
    every = [Limiter(10, 60).among(4) for _ in range(4)]
    assert sum(not each.take("somebody") for each in every for _ in range(10)) <= 10


def test_what_was_brought_is_found_by_whichever_is_asked_and_by_who_brought_it(store: Store) -> None:
    refused = Imported(7, 8, 9, Refused(Reason.REVOKED, "why"), b"", revoked=True)
    answered = Imported(7, 8, 9, None, b"reply")
    tickets = [Brought(store).keep("coordination", each) for each in (refused, answered)]
    other = Brought(store)
    found = [other.find("coordination", ticket) for ticket in tickets]
    assert found[1] == answered
    assert found[0] is not None
    assert (found[0].device, str(found[0].refused), found[0].revoked) == (7, str(refused.refused), True)
    assert other.find("financeur", tickets[0]) is None
    for _ in range(60):
        other.keep("coordination", answered)
    assert other.find("coordination", tickets[0]) is None
