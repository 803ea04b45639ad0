"""Who may do what, over a real socket: what is open, what programs ask, two pages."""

import base64
from pathlib import Path

import httpx
import msgspec
import pytest

from kiosque.central.accounts import Role
from kiosque.central.api import keys
from kiosque.central.api.keys import Scope
from kiosque.central.central import Central
from kiosque.central.devices import revoke
from kiosque.central.export_log import log
from kiosque.sync.codes import LOOKUP_BYTES
from kiosque.sync.device_end import DeviceEnd
from tests.central.house import PASSWORD, PATIENT, PLAIN, Network, form_token, log_in
from tests.stores import enrolled

LOGIN = 303
"""Sent to the login page; of ``/sortir`` and ``/entrer`` it is also what success looks like, and says so below."""

ACTORS = ("nobody", "figures", "administrator", "device", "revoked device", "other device", "account as Basic")

WHO = {
    ("GET", "/entrer"): (200, 303, 303, 200, 200, 200, 200),
    ("POST", "/entrer"): (303,) * 7,
    ("GET", "/"): (LOGIN, 200, 200, LOGIN, LOGIN, LOGIN, LOGIN),
    ("GET", "/postes"): (LOGIN, 403, 200, LOGIN, LOGIN, LOGIN, LOGIN),
    ("GET", "/static/{file_path:path}"): (200,) * 7,
    ("HEAD", "/static/{file_path:path}"): (200,) * 7,
    ("POST", "/exchange"): (403, 403, 403, 200, 403, 200, 403),
    ("POST", "/enrolment"): (404,) * 7,
    ("GET", "/pull"): (401, 401, 401, 401, 401, 401, 200),
}
"""The status that each of ``ACTORS`` gets, devices among them; ``test_rights`` asks every page, for every role."""


@pytest.mark.parametrize("actor", ACTORS)
def test_everybody_gets_what_the_table_says(
    actor: str, central: Central, network: Network, address: str, tmp_path: Path
) -> None:
    envelope = sealed(actor, central, network, tmp_path)
    with httpx.Client(verify=PLAIN, timeout=PATIENT, base_url=address) as client:
        dress(actor, client)
        for (method, path), statuses in WHO.items():
            response = ask(client, method, path, envelope)
            assert response.status_code == statuses[ACTORS.index(actor)], (method, path, response.text[:200])


def test_the_role_of_figures_may_not_pull_names(address: str) -> None:
    assert httpx.get(f"{address}/pull", auth=("financeur", PASSWORD), verify=PLAIN, timeout=PATIENT).status_code == 403


def test_the_api_alone_is_described(address: str) -> None:
    for path in ("/docs", "/openapi.json", "/schema/redoc", "/schema/swagger"):
        assert httpx.get(address + path, verify=PLAIN, timeout=PATIENT).status_code == 404
    described = httpx.get(f"{address}/schema/openapi.json", verify=PLAIN, timeout=PATIENT).json()
    assert all(path.startswith("/api/v1") for path in described["paths"])


def test_the_password_alone_of_a_protected_account_pulls_nothing_and_a_key_of_the_journal_does(
    address: str, central: Central
) -> None:
    central.accounts.add("élise", PASSWORD, Role.ADMINISTRATOR)
    assert httpx.get(f"{address}/pull", auth=("élise", PASSWORD), verify=PLAIN, timeout=PATIENT).status_code == 403
    journal = keys.make(central.store, "essai", [Scope.JOURNAL], 30, by="x")
    rows = keys.make(central.store, "autre essai", [Scope.ROWS], 30, by="x")
    for secret, status in ((journal, 200), (rows, 403), (journal + "x", 401)):
        assert httpx.get(f"{address}/pull", auth=("élise", secret), verify=PLAIN, timeout=PATIENT).status_code == status
    # Each copy is noted, once a day.
    assert httpx.get(f"{address}/pull", auth=("élise", journal), verify=PLAIN, timeout=PATIENT).status_code == 200
    assert [(each.account, each.names) for each in log(central.store)] == [("clé « essai »", True)]
    with pytest.raises(keys.RefusedKey):
        keys.make(central.store, "un troisième", [Scope.JOURNAL], 30, by="x", association="asoft")


def test_what_only_programs_ask_is_no_page_however_it_is_asked(address: str) -> None:
    for path, methods in (
        ("/exchange", ("OPTIONS", "GET", "PUT")),
        ("/enrolment", ("OPTIONS", "GET", "PUT")),
        ("/pull", ("OPTIONS", "POST", "HEAD")),
    ):
        for method in methods:
            response = httpx.request(method, address + path, verify=PLAIN, timeout=PATIENT)
            assert response.status_code == 405, (method, path)
    assert "html" not in httpx.options(f"{address}/exchange").headers["content-type"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST", "TRACE", "HEAD"])
def test_no_other_method_passes(method: str, address: str) -> None:
    assert httpx.request(method, address, verify=PLAIN, timeout=PATIENT).status_code in {303, 405}


def dress(actor: str, client: httpx.Client) -> None:
    """Give ``client`` what ``actor`` holds: a cookie, a credential, or nothing."""
    match actor:
        case "figures":
            log_in(client, "financeur")
        case "administrator":
            log_in(client)
        case "account as Basic":
            packed = base64.b64encode(f"coordination:{PASSWORD}".encode()).decode()
            client.headers["authorization"] = f"Basic {packed}"


def sealed(actor: str, central: Central, network: Network, folder: Path) -> bytes:
    """Return the envelope that ``actor`` can seal: a device's by its key, anybody else's by a key of their own."""
    one, other, *_ = network.devices.values()
    carried = {"device": one, "revoked device": one, "other device": other}.get(actor, one)
    if "device" not in actor:
        carried = msgspec.structs.replace(carried, secret=bytes(32))
    store = enrolled(folder / "actor.db", carried)
    try:
        request = b"".join(DeviceEnd(store, "test").request())
    finally:
        store.close()
    if actor == "revoked device":
        revoke(central.store, one.device)
    return request


def ask(client: httpx.Client, method: str, path: str, envelope: bytes) -> httpx.Response:
    """Ask for one address of the table as it is meant to be asked."""
    path = path.replace("{file_path:path}", "kiosque.css")
    if path == "/exchange":
        return client.request(method, path, content=envelope)
    if path == "/enrolment":
        return client.request(method, path, content=bytes(LOOKUP_BYTES))
    if method == "POST":
        # Another browser's token, so that what is asked about here does not log anybody in or out.
        return client.request(method, path, data={"_csrf_token": "0" * 128})
    return client.request(method, path)


def test_the_login_form_lets_nobody_in_without_a_password(address: str) -> None:
    with httpx.Client(verify=PLAIN, timeout=PATIENT, base_url=address) as client:
        token = form_token(client.get("/entrer").text)
        assert client.post("/entrer", data={"_csrf_token": token}).status_code == 403
