"""axe-core on every page: it finds nothing that stands in the way of whoever reads by ear, by keyboard, or with effort.

An administrator follows every link until each address of the program was shown once; then whoever has no account.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import axe_playwright_python
import pyotp
import pytest
from litestar import Litestar
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import func, select

from kiosque.actions.equipping import equipment
from kiosque.actions.network import keys, requests
from kiosque.actions.network import network as setting
from kiosque.actions.network.objectives import promise
from kiosque.actions.visitors import apart
from kiosque.central.accounts import Account, Role
from kiosque.central.app import make_app
from kiosque.central.central import Central
from kiosque.central.directory import create
from kiosque.central.openers import openers
from kiosque.central.reporting import begin
from kiosque.central.second_factor import SecondFactor
from kiosque.central.sharing import share
from kiosque.db import records as tables
from kiosque.domain.apart import RESTRICTION
from kiosque.domain.french import local
from kiosque.domain.records import PROGRAMME, VISITOR, WORKSHOP
from kiosque.journal.entry import Value
from kiosque.reports.period import Period
from tests.central.browser import Visit, chromium, needs_chromium
from tests.central.house import PASSWORD, Network, at

__all__ = ["chromium"]

pytestmark = needs_chromium

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = "axe.run(document, {resultTypes: ['violations'], preload: false}).then(found => found.violations)"

SHAPES = {"int": r"\d+", "str": r"[^/]+", "date": r"\d{4}-\d\d-\d\d", "path": r".+"}

NO_PAGES = ("/pull", "/api/", "/schema", "/static/", "/calendriers/")
"""What programs ask, and files."""

FILES = (".pdf", ".ods")

WITHOUT_ACCOUNT = ("/entrer", "/invitation/", "/partage/")
"""Shown to whoever is not in: an administrator is sent on."""

NOT_LINKED = frozenset({"/cle/{ticket:str}", "/cle/{ticket:str}/{name:str}"})
"""What came of a stick that was brought: one has to be brought first, see ``test_stick_page``."""


COORDINATION = Account("coordination", Role.ADMINISTRATOR)

GONE = ("/partage/x", "/invitation/x", "/nulle-part")
"""Addresses that lead nowhere, and say so on a page."""


@dataclass
class Walk:
    """What was shown of the program, and what axe-core found there."""

    page: Page
    app: Litestar
    shown: set[str] = field(default_factory=set)
    found: dict[str, list[str]] = field(default_factory=dict)

    def pattern_of(self, path: str) -> str | None:
        """Return the address of the program that answers at ``path``; None for what is no page."""
        for route in self.app.routes:
            filled = re.sub(r"\{\w+:(\w+)\}", lambda each: SHAPES[each[1]], route.path)
            if re.fullmatch(filled, path):
                program = route.path.startswith(NO_PAGES) or route.path.endswith(FILES)
                return None if program else str(route.path)
        return None

    def look(self, path: str) -> None:
        """Show a page and let axe-core look at it: through the debugger, so that the policy stays as it is."""
        answer = self.page.goto(path)
        assert answer
        assert answer.ok or path in GONE, (path, answer.status)
        self.look_here(path)

    def look_here(self, name: str) -> None:
        """Let axe-core look at what is shown."""
        self.page.evaluate(AXE)
        for each in self.page.evaluate(RUN):
            where = ", ".join(node["html"][:120] for node in each["nodes"][:3])
            self.found.setdefault(name, []).append(f"{each['id']}: {each['help']} ({where})")

    def follow(self, path: str) -> None:
        """Look at ``path``, then at every address that its links lead to and that was not shown yet."""
        waiting = [path]
        while waiting:
            asked = waiting.pop()
            pattern = self.pattern_of(asked.partition("?")[0].partition("#")[0])
            if pattern is None or pattern in self.shown:
                continue
            self.shown.add(pattern)
            self.look(asked)
            links = self.page.eval_on_selector_all(
                "a[href^='/']:not([download])", "all => all.map(a => a.getAttribute('href'))"
            )
            waiting += reversed(links)


@pytest.mark.walk
def test_axe_core_finds_nothing_on_any_page(
    chromium: Browser, address: str, central: Central, network: Network
) -> None:
    assert network.antennas
    with central.store.writing() as writer:
        frozen = writer.record(VISITOR, given_name="Paulette", family_name="Arnoux")
    apart.set_apart(central.store, frozen, RESTRICTION)
    visit = Visit(chromium, address)
    visit.log_in()
    walk = Walk(visit.page, make_app(central))
    walk.follow("/")
    # What no link leads to on this day, as it is of another one, or of somebody whom a search has to find first.
    places = records(central, network)
    for pattern in sorted(pages_of(walk.app) - walk.shown - NOT_LINKED):
        walk.follow(re.sub(r"\{((\w+):\w+)\}", lambda each: places.get(each[1]) or places.get(each[2], "1"), pattern))
    assert walk.found == {}
    assert pages_of(walk.app) - walk.shown - NOT_LINKED == set()


def pages_of(app: Litestar) -> set[str]:
    """Return the addresses of the pages of whoever is in."""
    others = (*NO_PAGES, *WITHOUT_ACCOUNT)
    paths = {route.path for route in app.routes if "GET" in getattr(route, "methods", ())}
    return {path for path in paths if not path.startswith(others) and not path.endswith(FILES)}


def records(central: Central, network: Network) -> dict[str, str]:
    """Return something for each parameter of an address: the latest record of that kind, and two of one name."""
    store = central.store
    animator = setting.add_animator(store, given_name="Élodie", family_name="Brès").record
    keys.issue_badge(store, animator)
    piece = equipment.place(store, called="Portable", form="laptop", antenna=network.antennas["Rémuzat"]).record
    promise(store, first=date(2026, 9, 1))
    asked = requests.receive(
        store, right="access", received_on=date(2026, 11, 20), called="Odette", contact="La mairie"
    )
    start = at(25, 14)
    with store.writing() as writer:
        antenna = network.antennas["Rémuzat"]
        twin = writer.record(VISITOR, given_name="Odette", family_name="Chastel")
        held: dict[str, Value] = {"antenna": antenna, "times": (start, start + 7_200), "capacity": 8}
        planned = writer.record(WORKSHOP, **held, title="Photo", theme="email")
        mending = writer.record(WORKSHOP, **held, title="Café", theme="maintenance_de_materiel")
        programme = writer.record(PROGRAMME, name="Fermes", audience="farmers", times=(start, None))
    latest = {
        table.name: str(store.one(select(func.max(table.c.id)))[0])
        for table in (tables.permanence, tables.visit, tables.intervention)
    }
    first = store.one(select(func.min(tables.visitor.c.id)))[0]
    return latest | {
        "antenna": str(antenna),
        "workshop": str(planned),
        "request_id": str(asked.record),
        "session": str(mending),
        "programme": str(programme),
        "animator": str(animator),
        "piece": str(piece),
        "visitor": str(twin),
        "one": str(first),
        "other": str(twin),
        "number:str": openers(store)[0].number,
        "number:int": str(begin(central, COORDINATION, Period(date(2026, 11, 1), date(2026, 11, 30)), None)[0]),
        "day": "2026-11-23",
        "code": "spaces",
        "figure": "passages",
        "device": str(network.devices["Rémuzat"].device),
    }


def test_axe_core_finds_nothing_on_the_pages_of_whoever_has_no_account(
    chromium: Browser, address: str, central: Central, network: Network
) -> None:
    assert network.antennas
    store, today = central.store, local(central.store.now()).date()
    _, invitation = create(store, central.accounts, "marion", Role.ADMINISTRATOR, "")
    link = share(store, COORDINATION, "Le Département", (date(2026, 10, 1), date(2026, 10, 31)), today)
    visit = Visit(chromium, address)
    walk = Walk(visit.page, make_app(central))
    for path in (*GONE, "/entrer", f"/partage/{link}", f"/invitation/{invitation}"):
        walk.look(path)
    page = visit.page
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_label("Encore une fois").fill(PASSWORD)
    page.get_by_role("button", name="Choisir ce mot de passe").click()
    visit.come_to("Protégez votre compte")
    walk.look_here("/entrer/proteger")
    page.get_by_text("Le téléphone ne lit pas le carré").click()
    key = page.locator(".groups").inner_text().replace(" ", "").replace("\n", "")
    page.get_by_label("Écrivez les six chiffres qu’il montre").fill(pyotp.TOTP(key).at(store.now()))
    page.get_by_role("button", name="Protéger le compte").click()
    visit.come_to("Votre compte est protégé")
    walk.look_here("recovery codes")
    assert SecondFactor(store).left("marion") > 0
    page.context.clear_cookies()
    page.goto("/entrer")
    page.get_by_label("Nom du compte").fill("marion")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Entrer").click()
    visit.come_to("Votre code")
    walk.look_here("/entrer/code")
    assert walk.found == {}


def test_on_a_telephone_the_banner_is_a_menu_that_needs_no_script(
    chromium: Browser, address: str, network: Network
) -> None:
    assert network.antennas
    visit = Visit(chromium, address, scripts=False, width=390)
    visit.log_in()
    page = visit.page
    expect(page.get_by_role("navigation", name="Les pages de la coordination")).to_have_count(0)
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("navigation", name="Les pages de la coordination").get_by_role("link", name="Réseau").click()
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("link", name="Comptes", exact=True).click()
    visit.come_to("Comptes")
    assert visit.complaints == []
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("button", name="Quitter").click()
    visit.come_to("Bonjour")


@pytest.mark.parametrize("page", ["<img src=x>", "<button></button>"])
def test_axe_core_would_find_something(chromium: Browser, central: Central, page: str) -> None:
    blank = chromium.new_page()
    blank.set_content(f"<html lang=fr><title>x</title><main><h1>x</h1>{page}</main></html>")
    walk = Walk(blank, make_app(central))
    walk.look_here("planted")
    blank.close()
    assert len(walk.found["planted"]) == 1
