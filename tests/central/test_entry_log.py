"""Who came in, what was refused and whose record was read is written down, shown to who may, and forgotten in time."""

from collections.abc import Iterator

import httpx
import pytest
from litestar.testing import TestClient

from kiosque.central import entry_log
from kiosque.central.app import make_app
from kiosque.central.central import Central
from kiosque.central.entry_log import Happened
from kiosque.central.export_log import KEPT
from kiosque.domain.records import VISITOR
from tests.central.asking import post, words
from tests.central.house import PASSWORD, Clock, log_in


@pytest.fixture
def client(central: Central) -> Iterator[httpx.Client]:
    """A browser without a screen, of nobody yet."""
    with TestClient(make_app(central), base_url="http://kiosque.local") as client:
        client.follow_redirects = False
        yield client


def noted(central: Central) -> list[tuple[str, Happened, str]]:
    """Return what is written down, the first first."""
    return [(each.who, each.happened, each.page) for each in reversed(entry_log.latest(central.store))]


def test_who_enters_and_who_does_not_is_noted(client: httpx.Client, central: Central) -> None:
    assert log_in(client, "financeur", "ce n’est pas celui-là").status_code == 403
    assert log_in(client, PASSWORD, "financeur").status_code == 403
    assert log_in(client, " FINANCEUR ").status_code == 303
    # A name that is none may be a password that was typed in the wrong place: it is written nowhere.
    assert noted(central) == [
        ("financeur", Happened.PASSWORD, ""),
        ("", Happened.PASSWORD, ""),
        ("financeur", Happened.ENTERED, ""),
    ]


def test_a_page_that_an_account_may_not_open_is_noted_once_an_hour(
    client: httpx.Client, central: Central, clock: Clock
) -> None:
    log_in(client, "financeur")
    for path in ("/comptes", "/comptes", "/postes", "/"):
        client.get(path)
    refused = [("financeur", Happened.REFUSED, path) for path in ("/comptes", "/postes")]
    assert noted(central)[1:] == refused
    # What no database holds is refused as anything else.
    assert client.get("/comptes/a%00b").status_code == 403
    assert noted(central)[3:] == [("financeur", Happened.REFUSED, "/comptes/a%00b")]
    clock.now += entry_log.AN_HOUR
    client.get("/comptes")
    assert noted(central)[4:] == refused[:1]


def test_whose_record_is_read_and_that_somebody_is_looked_for_is_noted_and_not_the_words(
    client: httpx.Client, central: Central
) -> None:
    with central.store.writing() as writer:
        odette = writer.record(VISITOR, given_name="Odette", family_name="Chastel")
    log_in(client)
    assert client.get(f"/personnes/{odette}").status_code == 200
    client.get(f"/personnes/{odette}")
    assert post(client, "/personnes", typed="Odette").status_code in {200, 303}
    client.get("/personnes")
    read = [("coordination", Happened.READ, f"/personnes/{odette}"), ("coordination", Happened.READ, "/personnes")]
    assert noted(central)[1:] == read
    page = client.get("/journal-des-exports").text
    assert f"Lecture /personnes/{odette}" in words(page)
    assert "Chastel" not in page


def test_it_is_forgotten_after_twelve_months(client: httpx.Client, central: Central, clock: Clock) -> None:
    log_in(client, "financeur")
    clock.now += KEPT
    assert noted(central) == []
    assert entry_log.forget(central.store) == 1
