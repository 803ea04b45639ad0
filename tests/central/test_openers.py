"""Badges and passphrases on headquarters' page: seen, confirmed for the whole network, given up."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from kiosque.actions.network import keys
from kiosque.actions.network import network as setting
from kiosque.central import openers
from kiosque.central.central import Central
from kiosque.db.feeds import NETWORK
from kiosque.db.holder import code_seed, public_of
from kiosque.domain.opener import BADGE, BADGE_BYTES
from kiosque.domain.records import KEY
from tests.central.house import PATIENT, PLAIN, Clock, Kiosk, Network, form_token, led, log_in
from tests.central.said import words

PLACE = "Rémuzat"


@dataclass
class Desk:
    """An administrator at a browser, over a network where somebody made a badge at a kiosk."""

    browser: httpx.Client
    central: Central
    animator: int
    kiosk: Kiosk

    @property
    def made(self) -> openers.Opener:
        """The badge that was made at the kiosk."""
        return next(each for each in openers.openers(self.central.store) if each.where)

    def send(self, **form: str) -> httpx.Response:
        """Send a form of the page."""
        token = form_token(self.browser.get("/badges").text)
        return led(self.browser, self.browser.post("/badges", data={"_csrf_token": token, **form}))


@pytest.fixture
def desk(
    browser: httpx.Client, central: Central, network: Network, clock: Clock, address: str, tmp_path: Path
) -> Iterator[Desk]:
    store = central.store
    animator = setting.add_animator(store, given_name="Élodie", family_name="Brès").record
    kiosk = Kiosk(tmp_path, network.devices[PLACE], clock)
    public = public_of(code_seed(BADGE, bytes(BADGE_BYTES)))
    with kiosk.store.writing(animator) as writer:
        writer.record(KEY, animator=animator, form=BADGE, public=public)
    kiosk.round(address)
    assert log_in(browser).status_code == 303
    yield Desk(browser, central, animator, kiosk)
    kiosk.close()


def test_what_was_made_at_a_kiosk_opens_its_antenna_until_headquarters_confirms_it(desk: Desk) -> None:
    keys.issue_badge(desk.central.store, desk.animator)
    page = words(desk.browser.get("/badges").text)
    made = desk.made
    assert f"Badge {made.number} à {PLACE}, aujourd’hui ouvre les postes de {PLACE} seulement" in page
    assert "à la coordination, aujourd’hui ouvre tous les postes du réseau" in page
    assert page.count("Pour tout le réseau") == 1
    before = desk.central.store.feed_head(NETWORK).position
    done = desk.send(act="confirm", number=made.number)
    assert done.status_code == 200
    assert "cela ouvre tout le réseau pour Élodie Brès" in words(done.text)
    assert desk.central.store.feed_head(NETWORK).position == before + 1
    # It stays one badge, and is confirmed once.
    assert [each.everywhere for each in openers.openers(desk.central.store)] == [True, True]
    desk.send(act="confirm", number=made.number)
    assert desk.central.store.feed_head(NETWORK).position == before + 1
    assert "Pour tout le réseau" not in words(desk.browser.get("/badges").text)


def test_one_that_was_lost_is_given_up_after_a_question(desk: Desk) -> None:
    number = desk.made.number
    desk.send(act="confirm", number=number)
    asked = words(desk.browser.get(f"/badges/{number}/retirer").text)
    assert "Cela ne se défait pas." in asked
    done = desk.send(act="lose", number=number)
    assert "cela n’ouvre plus rien" in words(done.text)
    assert openers.openers(desk.central.store) == ()
    assert "Rien n’ouvre encore de poste" in words(desk.browser.get("/badges").text)
    # Twice is told calmly, and what is gone has no page.
    again = desk.send(act="lose", number=number)
    assert (again.status_code, "ne porte ce numéro" in again.text) == (409, True)
    assert desk.browser.get(f"/badges/{number}/retirer").status_code == 404


def test_a_form_that_is_none_changes_nothing(desk: Desk) -> None:
    for form in ({"act": "open", "number": desk.made.number}, {"act": "confirm"}, {}):
        assert desk.send(**form).status_code == 409
    assert not desk.made.everywhere


def test_an_account_of_figures_may_do_none_of_it(desk: Desk) -> None:
    with httpx.Client(verify=PLAIN, timeout=PATIENT, base_url=desk.browser.base_url) as other:
        log_in(other, "financeur")
        token = form_token(other.get("/").text)
        assert other.get("/badges").status_code == 403
        form = {"_csrf_token": token, "act": "lose", "number": desk.made.number}
        assert other.post("/badges", data=form).status_code == 403
    assert openers.openers(desk.central.store) == (desk.made,)
