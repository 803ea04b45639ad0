"""In and out of the pages: passwords, cookies, and what is sent by whoever is not logged in any more."""

import re

import httpx
import pytest
from sqlalchemy import select

from kiosque.central.central import Central
from kiosque.central.pages.login import safe
from kiosque.db.account_tables import account, session
from tests.central.house import PASSWORD, PATIENT, PLAIN, Clock, Network, form_token, log_in, serving
from tests.central.said import words


@pytest.fixture
def inside(browser: httpx.Client, network: Network) -> httpx.Client:
    """A browser that is logged in, over a made-up network."""
    assert network.antennas
    assert log_in(browser).status_code == 303
    return browser


def test_a_wrong_password_is_one_sentence_that_tells_nothing_of_the_name(browser: httpx.Client) -> None:
    wrong = [log_in(browser, name, "pas le bon mot") for name in ("coordination", "personne")]
    assert [page.status_code for page in wrong] == [403, 403]
    same = [re.sub(r'value="[^"]*"', "", page.text) for page in wrong]
    assert same[0] == same[1]
    assert "Ce nom et ce mot de passe ne vont pas ensemble." in same[0]
    assert browser.get("/").status_code == 303


def test_too_many_wrong_passwords_close_the_door_even_to_the_right_one(browser: httpx.Client) -> None:
    for _ in range(10):
        assert log_in(browser, password="pas le bon mot").status_code == 403
    closed = log_in(browser)
    assert closed.status_code == 429
    assert int(closed.headers["retry-after"]) > 0
    assert "Trop d’essais. Réessayez dans" in words(closed.text)
    assert log_in(browser, "financeur").status_code == 303


def test_right_passwords_are_not_counted(browser: httpx.Client) -> None:
    for _ in range(12):
        browser.cookies.clear()
        assert log_in(browser).status_code == 303


def test_after_logging_out_the_old_cookie_opens_nothing(inside: httpx.Client) -> None:
    cookie = inside.cookies["session"]
    token = form_token(inside.get("/").text)
    assert inside.post("/sortir", data={"_csrf_token": token}).headers["location"] == "/entrer"
    assert "session" not in inside.cookies
    assert httpx.get(inside.base_url, cookies={"session": cookie}, verify=PLAIN, timeout=PATIENT).status_code == 303


def test_a_number_planted_before_logging_in_is_not_logged_in(address: str) -> None:
    with httpx.Client(verify=PLAIN, timeout=PATIENT, base_url=address, cookies={"session": "planted"}) as victim:
        assert log_in(victim).status_code == 303
        assert victim.get("/").status_code == 200
    assert httpx.get(address, cookies={"session": "planted"}, verify=PLAIN, timeout=PATIENT).status_code == 303


def test_an_account_that_was_taken_away_is_out_at_once(inside: httpx.Client, central: Central) -> None:
    assert inside.get("/").status_code == 200
    central.store.write_local(account.delete().where(account.c.name == "coordination"))
    assert central.store.first(select(account.c.name).where(account.c.name == "coordination")) is None
    assert inside.get("/").status_code == 303


def test_a_form_without_its_token_or_with_an_old_one_is_said_to_be_lost(inside: httpx.Client, central: Central) -> None:
    for form in ({}, {"_csrf_token": "0" * 128}):
        refused = inside.post(
            "/sortir", data=form, headers={"referer": f"{inside.base_url}/jours/2026-11-23?periode=7"}
        )
        assert refused.headers["location"] == "/entrer?perdu=1&suite=/jours/2026-11-23%3Fperiode%3D7"
        told = inside.get(refused.headers["location"])
        assert told.status_code == 403
        assert "Ce formulaire n’était plus valable." in told.text
        assert 'href="/jours/2026-11-23?periode=7"' in told.text
    # A page of elsewhere is not led to.
    elsewhere = inside.post("/sortir", headers={"referer": "https://ailleurs.fr/page"})
    assert elsewhere.headers["location"] == "/entrer?perdu=1"
    assert inside.get("/").status_code == 200
    with serving(central) as again, httpx.Client(verify=PLAIN, timeout=PATIENT, base_url=again) as browser:
        # The token of before a restart: refused once, then a fresh one comes.
        browser.cookies.set("csrftoken", "0" * 128, domain="127.0.0.1")
        assert log_in(browser).headers["location"] == "/entrer"
        assert log_in(browser).headers["location"] == "/"


def test_who_was_logged_out_meanwhile_reads_that_what_they_sent_is_lost(inside: httpx.Client, central: Central) -> None:
    token = form_token(inside.get("/").text)
    central.store.write_local(session.delete())
    referer = {"referer": f"{inside.base_url}/ateliers-prevus/nouveau"}
    sent = inside.post("/ateliers-prevus/nouveau", data={"_csrf_token": token, "title": "Photos"}, headers=referer)
    assert sent.headers["location"] == "/entrer?perdu=1&suite=/ateliers-prevus/nouveau"
    page = inside.get(sent.headers["location"]).text
    assert "Vous n’étiez plus connecté\u202f: ce que vous veniez d’écrire n’a pas été gardé." in page
    assert 'name="suite" value="/ateliers-prevus/nouveau"' in page
    assert "plus connecté" not in inside.get("/entrer").text
    # Of going out nothing is lost.
    assert inside.post("/sortir", data={"_csrf_token": token}).headers["location"] == "/entrer"


def test_whoever_came_for_a_page_is_brought_to_it(browser: httpx.Client) -> None:
    sent = browser.get("/jours/2026-11-23?periode=7")
    assert sent.headers["location"] == "/entrer?suite=/jours/2026-11-23%3Fperiode%3D7"
    form = browser.get(sent.headers["location"]).text
    assert 'name="suite" value="/jours/2026-11-23?periode=7"' in form
    assert log_in(browser, suite="/jours/2026-11-23?periode=7").headers["location"] == "/jours/2026-11-23?periode=7"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://ailleurs.fr",
        "//ailleurs.fr",
        "/\\ailleurs.fr",
        "javascript:alert(1)",
        "/entrer",
        "",
        "/a\nb",
        "/" * 300,
    ],
    ids=repr,
)
def test_nobody_is_sent_elsewhere_by_our_login_page(elsewhere: str) -> None:
    assert safe(elsewhere) == "/"


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(browser: httpx.Client) -> None:
    cookie = log_in(browser).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Path=/" in cookie


def test_behind_https_cookies_are_never_sent_without(central: Central, clock: Clock) -> None:
    assert clock.now
    secure = Central(central.store, central.accounts, central.ingest, central.limits, secure=True)
    with serving(secure) as address, httpx.Client(verify=PLAIN, timeout=PATIENT, base_url=address) as browser:
        page = browser.get("/entrer")
        assert page.headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"
        assert page.headers["set-cookie"].startswith("__Host-csrftoken=")
        # A browser would keep this cookie for https; here it is brought by hand.
        token = form_token(page.text)
        form = {"name": "coordination", "password": PASSWORD, "suite": "/", "_csrf_token": token}
        entered = browser.post("/entrer", data=form, headers={"cookie": f"__Host-csrftoken={token}"})
        assert entered.headers["set-cookie"].startswith("__Host-session=")
        assert "Secure" in entered.headers["set-cookie"]
        assert "Secure" in page.headers["set-cookie"]
        # A form from before a restart: its cookie is taken back as browsers want it, and the next one is fresh.
        stale = {"cookie": f"__Host-csrftoken={'0' * 128}"}
        lost = browser.post("/entrer", data=form | {"_csrf_token": "0" * 128}, headers=stale)
        assert lost.status_code == 303
        [taken] = [each for each in lost.headers.get_list("set-cookie") if each.startswith("__Host-csrftoken=")]
        assert "Max-Age=0" in taken
        assert "Secure" in taken
        assert "Path=/" in taken
