"""The page where a stick's file is brought: over a real socket, then in a real browser."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

from kiosque.central.brought import MOST_WAITING, Brought, Imported
from kiosque.central.central import Central
from kiosque.central.devices import enrol, revoke
from kiosque.central.ingest import Ingest
from kiosque.central.pages import stick as page
from kiosque.db.store import Store
from kiosque.domain.records import VISIT
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.stick import down_name, export, take_replies
from kiosque.sync.stick_file import Trouble
from tests.central.browser import Visit, chromium, needs_chromium
from tests.central.house import PATIENT, PLAIN, Clock, Network, form_token, log_in, serving
from tests.stores import BUILD, enrolled

__all__ = ["chromium"]


@pytest.fixture
def kiosk(central: Central, network: Network, clock: Clock, tmp_path: Path) -> Iterator[Store]:
    """A PC at Rémuzat that never had a line."""
    carried = enrol(central.store, network.antennas["Rémuzat"], "http://central", 1)
    store = enrolled(tmp_path / "kiosk.db", carried, clock)
    with store.writing() as writer:
        for _ in range(3):
            writer.record(VISIT, times=(clock.now, None))
    yield store
    store.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    at = tmp_path / "clé"
    at.mkdir()
    return at


@pytest.fixture
def file(kiosk: Store, stick: Path) -> Path:
    """What that PC wrote on a stick."""
    return export(kiosk, DeviceEnd(kiosk, BUILD), stick).path


def bring(browser: httpx.Client, *contents: bytes) -> httpx.Response:
    """Send the form, with a file for each of ``contents``."""
    token = form_token(browser.get("/cle").text)
    files = [("file", (f"../../{place}.kiosque", content)) for place, content in enumerate(contents)]
    return browser.post("/cle", data={"_csrf_token": token}, files=files or [("file", ("", b""))])


def alert(response: httpx.Response) -> str:
    """Return the reason that a form shows."""
    found = re.search(r'role="alert"[^>]*>(.*?)</p>', response.text, flags=re.DOTALL)
    assert found, response.text
    return re.sub(r"<[^>]*>", "", found[1]).strip().replace("&#39;", "'")


def test_a_file_is_brought_and_its_reply_carried_back(
    browser: httpx.Client, kiosk: Store, file: Path, stick: Path, central: Central
) -> None:
    log_in(browser)
    assert 'href="/cle"' in browser.get("/").text
    sent = bring(browser, file.read_bytes())
    assert sent.status_code == 303, sent.text
    read = browser.get(sent.headers["location"])
    assert "3\u00a0nouvelles écritures de Rémuzat. Rapportez la réponse à ce poste." in read.text
    (address,) = re.findall(r'href="([^"]*reponse)"', read.text)
    reply = browser.get(address)
    assert reply.headers["content-disposition"] == f'attachment; filename="{down_name(kiosk.device)}"'
    assert reply.headers["content-type"] == "application/octet-stream"
    (stick / down_name(kiosk.device)).write_bytes(reply.content)
    assert take_replies(kiosk, DeviceEnd(kiosk, BUILD), stick).received == 3
    assert central.store.head(kiosk.device) == kiosk.head(kiosk.device)
    # Brought again: nothing is counted twice.
    again = browser.get(bring(browser, file_of(kiosk, stick)).headers["location"])
    assert "Tout ce que Rémuzat envoie ici était déjà reçu." in again.text
    # No other name finds it, and nobody else's ticket.
    assert browser.get(address + "x").status_code == 404
    assert browser.get("/cle/nobody-s").status_code == 404


def file_of(kiosk: Store, stick: Path) -> bytes:
    return export(kiosk, DeviceEnd(kiosk, BUILD), stick).path.read_bytes()


@pytest.mark.parametrize(
    ("contents", "sentence"),
    [
        ((), page.NO_FILE),
        ((b"one", b"two"), page.SEVERAL),
        ((b"",), Trouble.DAMAGED.value),
        ((b"\xff\xd8\xff\xe0",), Trouble.NOT_OURS.value),
        ((b"\x1fKU\x01\x01\0\0\x05" + bytes(24),), Trouble.OTHER_NETWORK.value),
    ],
    ids=["none", "two", "empty", "picture", "another network"],
)
def test_what_cannot_be_gets_its_sentence(browser: httpx.Client, contents: tuple[bytes, ...], sentence: str) -> None:
    log_in(browser)
    refused = bring(browser, *contents)
    assert refused.status_code == 422
    assert alert(refused) == sentence


def test_a_file_too_large_gets_its_sentence(browser: httpx.Client) -> None:
    log_in(browser)
    refused = bring(browser, bytes(page.MOST_BYTES))
    assert refused.status_code == 413
    assert alert(refused) == Trouble.TOO_LARGE.value


def test_a_busy_central_asks_to_come_back(central: Central, file: Path) -> None:
    full = replace(central, ingest=Ingest(central.store, most_waiting=0))
    with serving(full) as address, httpx.Client(verify=PLAIN, timeout=PATIENT, base_url=address) as client:
        log_in(client)
        refused = bring(client, file.read_bytes())
    assert refused.status_code == 503
    assert alert(refused) == page.BUSY


def test_a_revoked_pc_is_told_of_and_not_answered(
    browser: httpx.Client, kiosk: Store, file: Path, central: Central
) -> None:
    revoke(central.store, kiosk.device)
    log_in(browser)
    address = bring(browser, file.read_bytes()).headers["location"]
    read = browser.get(address).text
    assert "Ce poste a été retiré du réseau. Ce qu’il apporte est gardé de côté." in read
    assert "reponse" not in read
    assert browser.get(f"{address}/{down_name(kiosk.device)}").status_code == 404


def test_only_administrators_bring_and_nobody_takes_another_s_reply(
    browser: httpx.Client, central: Central, address: str, file: Path
) -> None:
    log_in(browser)
    found = bring(browser, file.read_bytes()).headers["location"]
    with httpx.Client(verify=PLAIN, timeout=PATIENT, base_url=address) as other:
        log_in(other, "financeur")
        page_of_figures = other.get("/")
        assert 'href="/cle"' not in page_of_figures.text
        token = form_token(page_of_figures.text)
        sent = other.post("/cle", data={"_csrf_token": token})
        assert sent.status_code == 403
        assert other.get(found).status_code == 403
    assert central.brought.find("financeur", found.rsplit("/", 1)[1]) is None


def test_the_oldest_replies_make_room(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosque.central.brought.MOST_BYTES", 64 << 10)
    kept = Brought(store)
    small, large = (Imported(5, 1, 0, None, bytes(size)) for size in (1, 40 << 10))
    tickets = [kept.keep("a", small) for _ in range(MOST_WAITING + 1)]
    assert kept.find("a", tickets[0]) is None
    assert kept.find("a", tickets[1]) == small
    first, second = kept.keep("a", large), kept.keep("a", large)
    assert kept.find("a", first) is None
    assert kept.find("a", second) == large
    assert kept.find("b", second) is None


# ----- in a browser --------------------------------------------------------------------------------------------------


@needs_chromium
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_somebody_brings_a_stick_and_saves_the_reply(
    chromium: Browser, address: str, kiosk: Store, file: Path, stick: Path, *, scripts: bool
) -> None:
    visit = Visit(chromium, address, scripts=scripts)
    visit.log_in()
    visit.page.get_by_role("link", name="Recevoir la clé d’un poste sans ligne").click()
    visit.come_to("Une clé d’un poste sans ligne")
    visit.page.get_by_label("Déposez ou choisissez le fichier").set_input_files(file)
    visit.page.get_by_role("button", name="Recevoir").click()
    expect(visit.page.get_by_role("status")).to_contain_text("nouvelles écritures de Rémuzat")
    with visit.page.expect_download() as saving:
        visit.page.get_by_role("link", name="Enregistrer la réponse").click()
    assert saving.value.suggested_filename == down_name(kiosk.device)
    saving.value.save_as(stick / saving.value.suggested_filename)
    assert take_replies(kiosk, DeviceEnd(kiosk, BUILD), stick).received == 3
    assert visit.complaints == []
    assert visit.outside == []


@needs_chromium
@pytest.mark.parametrize("width", [360, 1280])
def test_the_pages_of_a_stick_fit_their_screen(chromium: Browser, address: str, file: Path, width: int) -> None:
    visit = Visit(chromium, address, width=width)
    visit.log_in()
    visit.page.goto("/cle")
    assert visit.fits()
    visit.page.get_by_label("Déposez ou choisissez le fichier").set_input_files(file)
    visit.page.get_by_role("button", name="Recevoir").click()
    expect(visit.page.get_by_role("status")).to_contain_text("de Rémuzat")
    assert visit.fits()
