"""The pages, over a real socket, without a browser."""

import re

import httpx
import pytest

from kiosque.central.central import Central
from kiosque.central.pages import errors
from kiosque.db.trouble import StorageTrouble
from kiosque.domain.records import ANTENNA
from kiosque.sync.codes import LOOKUP_BYTES
from tests.central.house import PASSWORD, PATIENT, PLAIN, Clock, Network, form_token, log_in
from tests.central.said import figures_of, words


@pytest.fixture
def inside(browser: httpx.Client, network: Network) -> httpx.Client:
    """A browser that is logged in, over a made-up network."""
    assert network.antennas
    assert log_in(browser).status_code == 303
    return browser


def test_the_network_page_says_what_each_antenna_did_and_when_it_was_heard(inside: httpx.Client) -> None:
    page = inside.get("/").text
    assert figures_of(page, "Rémuzat") == ["3 h", "2", "2", "1", "1", "1"]
    assert figures_of(page, "Séderon") == ["0 h", "0", "0", "0", "0", "0"]
    assert figures_of(page, "Ensemble") == ["3 h", "2", "2", "1", "1", "1"]
    said = words(page)
    assert "Du mardi" not in said  # the capital is the sheet's
    assert "du mardi 17 au lundi 23 novembre 2026" in said
    assert "reçu aujourd’hui à 14 h 32" in said
    assert "rien depuis le 9 novembre" in said
    assert "rien encore" in said
    assert "1 en cours" in said
    assert "Aventic · Rémuzat (26)" in said
    assert "Comment c’est compté" in said


def test_a_month_shows_what_the_week_does_not(inside: httpx.Client) -> None:
    page = inside.get("/?periode=2026-11").text
    assert figures_of(page, "Nyons, maison des associations") == ["9 h", "1", "0", "0", "0", "0"]
    assert "1 à confirmer" in words(page)
    assert figures_of(page, "Ensemble")[0] == "12 h"


def test_more_than_two_months_are_told_by_month(inside: httpx.Client, network: Network) -> None:
    year = inside.get("/?periode=2026").text
    assert "Mois par mois" in words(year)
    assert 'href="/?periode=2026-11#passages"' in year
    november = figures_of(year, "novembre 2026")
    assert november == figures_of(inside.get("/?periode=2026-11").text, "Ensemble")
    # What is left of a month opens onto the same days.
    cut = inside.get("/?periode=2026-09-15.2026-11-20").text
    assert 'href="/?periode=2026-11-01.2026-11-20#permanences"' in cut
    part = inside.get("/?periode=2026-11-01.2026-11-20").text
    assert figures_of(cut, "novembre 2026") == figures_of(part, "Ensemble") != november
    assert "Jour par jour" in words(part)
    remuzat = network.antennas["Rémuzat"]
    assert (
        f'href="/antennes/{remuzat}?periode=2026-11#passages"' in inside.get(f"/antennes/{remuzat}?periode=2026").text
    )


@pytest.mark.parametrize("asked", ["", "0", "2026-13", "9999-12", "<b>", "7; DROP TABLE visit"], ids=repr)
def test_a_period_that_is_none_is_the_last_seven_days(inside: httpx.Client, asked: str) -> None:
    page = inside.get("/", params={"periode": asked})
    assert page.status_code == 200
    assert "du mardi 17 au lundi 23 novembre 2026" in words(page.text)


def test_every_figure_opens_onto_its_rows(inside: httpx.Client, network: Network) -> None:
    remuzat = network.antennas["Rémuzat"]
    home = inside.get("/").text
    assert f'href="/antennes/{remuzat}?periode=7#passages"' in home
    days = inside.get(f"/antennes/{remuzat}?periode=7").text
    assert f'href="/antennes/{remuzat}/jours/2026-11-23?periode=7#passages"' in days
    assert figures_of(days, "lundi 23 novembre 2026") == ["3 h", "2", "2", "1", "0", "0"]
    day = inside.get("/jours/2026-11-23").text
    assert f'href="/antennes/{remuzat}/jours/2026-11-23?periode=7#interventions"' in day
    said = words(inside.get(f"/antennes/{remuzat}/jours/2026-11-23").text)
    assert "9 h 10 9 h 50 Une démarche, un papier à faire 70 ans et plus Rémuzat (26)" in said
    assert "9 h 40 30 min Démarche et E-mail Caisse d’allocations familiales Ici, à l’antenne" in said
    assert "10 h inconnu non précisé non précisé non précisée" in said
    assert "14 h pas encore" in said


def test_going_back_finds_the_period_that_was_chosen(inside: httpx.Client, network: Network) -> None:
    remuzat = network.antennas["Rémuzat"]
    home = inside.get("/?periode=2026-11").text
    assert 'href="/jours/2026-11-23?periode=2026-11"' in home
    assert 'class="up" href="/?periode=2026-11"' in inside.get("/jours/2026-11-23?periode=2026-11").text
    rows = inside.get(f"/antennes/{remuzat}/jours/2026-11-23?periode=2026-11").text
    assert f'class="up" href="/antennes/{remuzat}?periode=2026-11"' in rows


def test_no_page_has_a_name_of_a_person_in_it(inside: httpx.Client, network: Network) -> None:
    remuzat = network.antennas["Rémuzat"]
    for address in ("/", f"/antennes/{remuzat}", "/jours/2026-11-21", f"/antennes/{remuzat}/jours/2026-11-23"):
        page = inside.get(address).text
        assert not re.search("Odette|Chastel|Marcel|Arnoux|mot de passe", page), address


def test_words_of_an_antenna_are_words_and_no_page(inside: httpx.Client, network: Network, central: Central) -> None:
    page = inside.get(f"/antennes/{network.antennas['Rémuzat']}/jours/2026-11-21").text
    assert "Photo &lt;b&gt;numérique&lt;/b&gt;" in page
    with central.store.writing() as writer:
        writer.record(ANTENNA, code="X", name='"><script>alert(1)</script>')
    assert "<script" not in inside.get("/").text


def test_a_period_without_anything_leads_to_the_last_that_has_something(
    inside: httpx.Client, network: Network, clock: Clock
) -> None:
    nyons = network.antennas["Nyons, maison des associations"]
    page = inside.get(f"/antennes/{nyons}").text
    assert "La dernière permanence reçue est du lundi 9 novembre 2026" in words(page)
    assert f'href="/antennes/{nyons}?periode=2026-11"' in page
    clock.now += 60 * 86_400
    log_in(inside)
    page = inside.get("/").text
    assert "La dernière permanence reçue est du lundi 23 novembre 2026" in words(page)
    assert figures_of(inside.get("/?periode=2026-11").text, "Ensemble")[0] == "12 h"
    assert "La dernière permanence" not in inside.get(f"/antennes/{network.antennas['Séderon']}").text


def test_an_empty_network_says_what_comes_next(browser: httpx.Client) -> None:
    log_in(browser)
    assert "Le réseau n’a pas encore d’antenne" in words(browser.get("/").text)


def test_a_network_that_was_never_heard_says_that_this_is_normal(browser: httpx.Client, central: Central) -> None:
    with central.store.writing() as writer:
        writer.record(ANTENNA, code="NYO", name="Nyons", commune="26220")
    log_in(browser)
    said = words(browser.get("/").text)
    assert "Rien n’est encore arrivé" in said
    assert "pas encore de poste" in said


@pytest.mark.parametrize(
    "path",
    [
        "/nulle-part",
        "/antennes/1",
        "/antennes/abc",
        "/jours/2026-02-30",
        "/jours/0001-01-01",
        "/jours/9999-12-31",
        "/antennes/0/jours/9999-12-31",
        "/.env",
    ],
)
def test_an_address_that_does_not_exist_is_said_in_french(inside: httpx.Client, path: str) -> None:
    page = inside.get(path)
    assert page.status_code in {400, 404}
    assert re.search("Cette page n’existe pas|Cette demande n’est pas possible", page.text)
    assert "litestar" not in page.text.lower()


def test_a_form_that_is_too_long_is_refused(browser: httpx.Client) -> None:
    token = form_token(browser.get("/entrer").text)
    long = {"name": "x" * 20_000, "password": PASSWORD, "_csrf_token": token}
    assert browser.post("/entrer", data=long).status_code == 413


@pytest.mark.parametrize("path", ["/entrer", "/", "/nulle-part", "/static/kiosque.css"])
def test_every_page_carries_the_headers_that_protect_it(inside: httpx.Client, path: str) -> None:
    headers = inside.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert "server" not in headers
    assert headers["cache-control"] == ("max-age=86400, public" if "static" in path else "no-store")


def test_a_file_that_anybody_may_keep_carries_no_cookie(address: str) -> None:
    for cookies in ({}, {"session": "unknown"}):
        file = httpx.get(f"{address}/static/kiosque.css", cookies=cookies, verify=PLAIN, timeout=PATIENT)
        assert file.status_code == 200
        assert "set-cookie" not in file.headers


def test_the_address_of_the_sheet_follows_its_content(inside: httpx.Client) -> None:
    [sheet] = re.findall(r'href="(/static/kiosque.css\?\w+)"', inside.get("/").text)
    assert inside.get(sheet).headers["content-type"].startswith("text/css")


def test_passers_by_leave_nothing_in_memory(browser: httpx.Client) -> None:
    assert "session" not in browser.get("/entrer").cookies
    assert "session" not in browser.get("/").cookies


def test_pages_are_compressed_but_not_the_one_that_repeats_what_was_typed(inside: httpx.Client, address: str) -> None:
    assert inside.get("/").headers["content-encoding"] == "gzip"
    assert (
        "content-encoding"
        not in httpx.get(f"{address}/entrer?suite=/jours/2026-11-23", verify=PLAIN, timeout=PATIENT).headers
    )


@pytest.mark.expect_log("kiosque.central.pages.errors: ERROR: OperationalError at ")
def test_a_bug_is_said_calmly_and_logged_without_its_words(
    inside: httpx.Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    someone = "Odette".upper()

    def broken(*_: object) -> None:
        raise type("OperationalError", (Exception,), {})(someone)

    monkeypatch.setattr("kiosque.central.pages.figures.sums", broken)
    page = inside.get("/")
    assert page.status_code == 500
    assert "Quelque chose s’est mal passé de notre côté." in page.text
    assert someone not in page.text + caplog.text


@pytest.mark.expect_log("Le disque de ce central est plein")
def test_a_full_disk_is_said_of_the_central_and_asks_programs_to_come_back(
    inside: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageTrouble("Le disque de ce poste est plein. Faites de la place, puis réessayez.")

    monkeypatch.setattr("kiosque.central.pages.figures.sums", full)
    monkeypatch.setattr("kiosque.central.enrolment.fetched", full)
    shown = inside.get("/")
    assert shown.status_code == 503
    assert "Le disque de ce central est plein." in shown.text
    told = inside.post("/enrolment", content=bytes(LOOKUP_BYTES))
    assert (told.status_code, told.headers["retry-after"]) == (503, str(errors.LONG_ENOUGH))
    assert "html" not in told.headers["content-type"]
