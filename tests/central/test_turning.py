"""Long lists are shown a page at a time, and found in by name."""

import re
from collections.abc import Iterator

import httpx
import pytest
from litestar.testing import TestClient

from kiosque.central.app import make_app
from kiosque.central.central import Central
from kiosque.central.pages.turning import A_PAGE, answers
from kiosque.domain.records import ANIMATOR, ANTENNA, PERMANENCE, VISIT, WORKSHOP
from tests.central.house import at, log_in

MANY = A_PAGE + 12

LISTS = {
    "/": 'class="title" href="/antennes/',
    "/antennes": 'class="title" href="/antennes/',
    "/horaires": "/horaires/",
    "/postes": 'id="antenne-',
    "/animateurs": "/animateurs/",
    "/ateliers-prevus": "/ateliers-prevus/",
    "/jours/2026-11-23": 'class="title" href="/antennes/',
}
"""Each list, and what begins the address of a line."""


@pytest.fixture
def client(central: Central) -> Iterator[httpx.Client]:
    with central.store.writing() as writer:
        for number in range(MANY):
            antenna = writer.record(ANTENNA, code=f"A{number}", name=f"Hameau {number:03}", commune="26220")
            holder = writer.record(ANIMATOR, given_name="Zoé", family_name=f"Brès{number:03}", antenna=antenna)
            held = writer.record(PERMANENCE, antenna=antenna, animator=holder, times=(at(23, 9), at(23, 12)))
            writer.record(VISIT, permanence=held, times=(at(23, 10), None))
            times = (at(27, 9 + number % 8), at(27, 18))
            writer.record(
                WORKSHOP, antenna=antenna, animator=holder, title=f"Photo {number:03}", times=times, capacity=8
            )
        writer.record(ANTENNA, code="ZEP", name="Île-aux-Œufs", commune="26264")
    with TestClient(make_app(central), base_url="http://kiosque.local") as client:
        client.follow_redirects = False
        log_in(client)
        yield client


def lines(page: str, begins: str) -> set[str]:
    return set(re.findall(re.escape(begins) + r"(\d+)[\"?/]", page.partition("<main")[2]))


def test_a_long_list_has_pages_and_a_search_and_loses_no_line(client: httpx.Client) -> None:
    for path, begins in LISTS.items():
        first, second = (client.get(path, params={"page": number}) for number in (1, 2))
        assert (first.status_code, second.status_code) == (200, 200), path
        one, other = lines(first.text, begins), lines(second.text, begins)
        assert len(one) == A_PAGE, path
        assert len(other) in {MANY - A_PAGE, MANY + 1 - A_PAGE}, path
        assert not one & other, path
        assert 'rel="next"' in first.text, path
        assert 'rel="prev"' in second.text, path
        for page in ("0", "3", "x"):
            assert client.get(path, params={"page": page}).status_code == 404, (path, page)
        assert len(lines(client.get(path, params={"cherche": "007"}).text, begins)) == 1, path
        nothing = client.get(path, params={"cherche": "Zanzibar"}).text
        assert "Zanzibar" in nothing
        assert not lines(nothing, begins), path
    # Antennas that stand close are one on the map, and listed together.
    page = client.get("/antennes").text
    assert f"{MANY} antennes autour de" in page.replace("\u00a0", " ")
    [around] = set(re.findall(r"/antennes\?periode=30&amp;autour=(\d+)#liste", page))
    listed = client.get("/antennes", params={"autour": around}).text
    assert "autour de <" not in listed
    assert len(lines(listed, LISTS["/antennes"])) == A_PAGE
    assert (
        "Île-aux-Œufs"
        not in client.get("/antennes", params={"autour": around, "page": 2}).text.partition("Une par une")[2]
    )


def test_a_word_is_found_by_its_beginning_without_accents() -> None:
    assert answers("ile au", "Île-aux-Œufs") is answers("aux", "Île-aux-Œufs") is answers("", "x") is True
    assert answers("le", "Île-aux-Œufs") is False
