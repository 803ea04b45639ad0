"""A funder's page: opened by its address alone, for a while, without a name in it."""

import html
import re
from collections.abc import Iterator

import httpx
import pytest
from sqlalchemy import select

from kiosque.central.central import Central
from kiosque.central.sharing import listed
from kiosque.db.account_tables import shared
from kiosque.domain.records import INTERVENTION, PERMANENCE, VISIT, VISITOR
from tests.central.house import Clock, Network, asking, at, form_token, log_in
from tests.central.test_pages import words

FORM = {"act": "share", "funder": "Le Département", "first": "2026-11-01", "last": "2026-11-30", "until": "2026-12-31"}


@pytest.fixture
def client(central: Central, network: Network) -> Iterator[httpx.Client]:
    """A browser of an administrator."""
    assert network.antennas
    with asking(central) as client:
        log_in(client)
        yield client


def send(client: httpx.Client, **form: str) -> httpx.Response:
    """Send a form of the page of links."""
    return client.post("/financeurs", data={"_csrf_token": form_token(client.get("/compte").text), **form})


def link_of(page: httpx.Response) -> str:
    """Return the path of the link that a page shows."""
    [link] = re.findall(r"<code>http://kiosque\.local(/partage/[\w-]+)</code>", html.unescape(page.text))
    return str(link)


def busy(central: Central, network: Network) -> None:
    """Let six people come to one antenna and two to another, and one of a small commune."""
    with central.store.writing() as writer:
        for place, count in (("Rémuzat", 6), ("Séderon", 2), ("Nyons, maison des associations", 9)):
            held = writer.record(PERMANENCE, antenna=network.antennas[place], times=(at(24, 9), at(24, 12)))
            for number in range(count):
                commune = "26264" if number else "26340"
                band = "soixante_dix_plus" if number % 2 else "douze_dix_sept"
                who = writer.record(VISITOR, given_name="Odette", family_name=f"Chastel {number}")
                writer.record(
                    VISIT, permanence=held, visitor=who, times=(at(24, 10), None), commune=commune, age_band=band
                )
                writer.record(INTERVENTION, permanence=held, given_at=at(24, 10), duration=30, themes=("email",))


def test_a_funder_reads_the_page_without_an_account(client: httpx.Client, central: Central, network: Network) -> None:
    busy(central, network)
    made = send(client, **FORM)
    link = link_of(made)
    with asking(central) as funder:
        page = funder.get(link)
    assert page.status_code == 200
    said = words(page.text)
    assert "Pour Le Département" in said
    assert "du 1er novembre au 30 novembre 2026" in said
    assert "jusqu’au jeudi 31 décembre 2026" in said
    assert not re.search("Odette|Chastel|Marcel Arnoux|coordination<", page.text)
    assert "<form" not in page.text
    # It leads nowhere: whoever reads it has no account.
    assert re.findall(r'<a [^>]*href="([^"]*)"', page.text) == ["#contenu"]


def test_small_numbers_are_not_on_it_and_no_subtraction_finds_them(
    client: httpx.Client, central: Central, network: Network
) -> None:
    busy(central, network)
    page = client.get(link_of(send(client, **FORM))).text
    # Two came to Séderon: hidden, and six to Rémuzat with them, or the total less the rest would tell.
    assert cells(page, "Séderon") == ["3 h", "n. c.", "n. c.", "n. c."]
    assert cells(page, "Rémuzat") == ["6 h", "n. c.", "n. c.", "n. c."]
    assert cells(page, "Nyons, maison des associations") == ["12 h", "9", "9", "n. c."]
    assert cells(page, "Ensemble") == ["21 h", "19", "18", "n. c."]
    # Nobody is counted one by one anywhere on it.
    assert not {int(each) for each in re.findall(r">(\d+)</td>", page)} & {1, 2, 3, 4}


def cells(page: str, label: str) -> list[str]:
    """Return the cells of the first line of that label."""
    line = page.split(f'scope="row">{label}<')[1].split("</tr>", maxsplit=1)[0]
    return [re.sub(r"<[^>]*>", "", each).replace("\u202f", " ") for each in re.findall("<td.*?</td>", line)]


def test_hardly_anybody_is_nobody_s_business(client: httpx.Client) -> None:
    page = client.get(link_of(send(client, **FORM))).text
    assert "Trop peu de personnes" in words(page)
    assert "tableau-1" not in page


def test_its_address_is_told_to_nobody_and_kept_by_nothing(client: httpx.Client, central: Central) -> None:
    link = link_of(send(client, **FORM))
    headers = client.get(link).headers
    assert headers["referrer-policy"] == "no-referrer"
    assert "noindex" in headers["x-robots-tag"]
    assert headers["cache-control"] == "no-store"
    secret = link.rpartition("/")[2]
    assert len(secret) >= 43
    [row] = central.store.all(select(shared))
    assert all(secret not in str(value) for value in row)
    assert secret not in client.get("/financeurs").text


def test_it_ends_with_its_day_or_when_it_is_taken_back(client: httpx.Client, central: Central, clock: Clock) -> None:
    first, second = (link_of(send(client, **FORM)) for _ in range(2))
    [_, made] = listed(central.store)
    assert "n’ouvre plus rien" in words(send(client, act="revoke", link=str(made.id)).text)
    assert [client.get(each).status_code for each in (first, second)] == [404, 200]
    assert "repris aujourd’hui" in words(client.get("/financeurs").text)
    assert send(client, act="revoke", link=str(made.id)).status_code == 409
    assert send(client, act="revoke", link="x").status_code == 409
    assert (listed(central.store)[0].seen, listed(central.store)[1].seen) == (1, 0)
    clock.now = listed(central.store)[0].until - 1
    assert client.get(second).status_code == 200
    clock.now += 1
    assert client.get(second).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"funder": " "},
        {"funder": "x" * 81},
        {"first": "2026-12-01"},
        {"first": "2019-01-01"},
        {"until": "2026-11-22"},
        {"until": "2028-01-01"},
        {"first": "hier"},
        {"last": ""},
    ],
    ids=str,
)
def test_what_is_no_link_is_refused_and_what_was_typed_stays(
    client: httpx.Client, central: Central, wrong: dict[str, str]
) -> None:
    refused = send(client, **FORM | wrong)
    assert refused.status_code == 409
    assert 'value="2026-12-31"' in refused.text or "until" in wrong
    assert listed(central.store) == ()


def test_guessing_addresses_is_slowed_down(central: Central) -> None:
    with asking(central) as client:
        statuses = {client.get(f"/partage/{number}").status_code for number in range(60)}
        assert (statuses, client.get("/partage/60").status_code) == ({404}, 429)
