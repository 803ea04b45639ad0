"""What programs asked is written down, request by request, and forgotten after twelve months."""

import httpx
import pytest
from litestar.testing import TestClient

from kiosque.central import access_log
from kiosque.central.api import keys
from kiosque.central.api.keys import Scope
from kiosque.central.app import make_app
from kiosque.central.central import Central
from kiosque.central.export_log import KEPT
from tests.central.house import Clock, Network, asking, log_in
from tests.central.said import words

NOVEMBER = "first=2026-11-01&last=2026-11-30"


def ask(client: "httpx.Client", path: str, key: str) -> int:
    """Ask as a program does; return the status."""
    return client.get(path, headers={"authorization": f"Bearer {key}"}).status_code


def test_each_demand_is_noted_with_who_what_and_when_and_nobody_s_data(
    central: Central, network: Network, clock: Clock
) -> None:
    assert network.antennas
    rows = keys.make(central.store, "Observatoire", [Scope.ROWS], 365, by="x")
    with TestClient(make_app(central), base_url="http://kiosque.local") as client:
        assert ask(client, f"/api/v1/tables/visit/file?{NOVEMBER}&of=csv", rows) == 200
        clock.now += 60
        assert ask(client, f"/api/v1/figures?{NOVEMBER}", rows) == 403
        # What is no table and no day is not written down: somebody may have put anything there.
        assert ask(client, "/api/v1/tables/Odette%20Chastel?first=Odette&last=Chastel", rows) == 400
        # Nobody's key: that is counted, and there is nobody to name.
        assert ask(client, "/api/v1/", "kiosque_x") == 401
    said = [(each.who, each.what, each.answered) for each in access_log.latest(central.store)]
    assert {who for who, _, _ in said} == {"clé « Observatoire »"}
    assert [what for _, what, _ in said][1:] == [
        "Les chiffres, par antenne et par jour, du 01/11/2026 au 30/11/2026",
        "Une table entière, en fichier\u202f: Passages, du 01/11/2026 au 30/11/2026",
    ]
    assert [answered for _, _, answered in said] == [True, False, True]
    assert "Odette" not in said[0][1]
    with asking(central) as browser:
        log_in(browser, "protection")
        page = words(browser.get("/journal-des-exports").text)
    assert "clé « Observatoire » Les chiffres, par antenne et par jour, du 01/11/2026 au 30/11/2026 refusé" in page


@pytest.mark.parametrize("scope", [Scope.JOURNAL, Scope.PLACES])
def test_so_is_each_pull(central: Central, scope: Scope) -> None:
    key = keys.make(central.store, "Copie", [scope], 30, by="x")
    with asking(central) as client:
        for _ in range(2):
            client.get("/pull", auth=("x", key))
    noted = [(each.who, each.what, each.answered) for each in access_log.latest(central.store)]
    assert noted == [("clé « Copie »", "Tout le journal", scope is Scope.JOURNAL)] * 2


def test_it_is_forgotten_after_twelve_months(central: Central, clock: Clock) -> None:
    access_log.note(central.store, "clé « Copie »", "Tout le journal")
    clock.now += KEPT - 1
    access_log.note(central.store, "clé « Copie »", "Les antennes")
    assert len(access_log.latest(central.store)) == 2
    clock.now += 1
    assert access_log.forget(central.store) == 1
    assert [each.what for each in access_log.latest(central.store)] == ["Les antennes"]
