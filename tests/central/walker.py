"""Somebody who has a role and a real browser: comes in by two proofs, and sees what is offered and what is not."""

import re
from dataclasses import dataclass

from litestar import Litestar
from playwright.sync_api import Browser, Locator, Page, expect

from kiosque.central.accounts import Role
from kiosque.central.app import make_app
from kiosque.central.pages.parts import PARTS
from kiosque.central.rights import RIGHTS, Needs
from tests.central.browser import Visit
from tests.central.house import PASSWORD
from tests.central.lived import NAMES, WHO, Lived

MOST_STOPS = 200
"""Stops of the keyboard on one page."""

SHAPES = {"int": r"\d+", "str": r"[^/]+", "date": r"\d{4}-\d\d-\d\d", "path": r".+", "uuid": r"[\w-]+"}

FOCUSED = "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim().replace(/\\s+/g, ' ')"

LEADS_TO = """() => [
    ...[...document.querySelectorAll("a[href^='/']")].map(each => ["GET", each.getAttribute("href")]),
    ...[...document.querySelectorAll("form")].map(each => [each.method.toUpperCase(), each.getAttribute("action")]),
]"""


@dataclass
class Walker:
    """One person's walk through headquarters' pages."""

    name: str
    lived: Lived
    app: Litestar
    visit: Visit

    @classmethod
    def of(cls, name: str, chromium: Browser, address: str, lived: Lived, **how: bool | int) -> "Walker":
        """Let ``name`` take a browser."""
        visit = Visit(chromium, address, scripts=bool(how.get("scripts", True)), width=int(how.get("width", 1280)))
        return cls(name, lived, make_app(lived.central), visit)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.visit.page

    @property
    def main(self) -> Locator:
        """What is shown below the banner."""
        return self.page.get_by_role("main")

    @property
    def role(self) -> Role:
        """What the account is for."""
        return WHO[self.name][0]

    def come_in(self) -> None:
        """Give the password, then what the telephone shows."""
        self.page.goto("/entrer")
        self.page.get_by_label("Nom du compte").fill(self.name)
        self.page.get_by_label("Mot de passe").fill(PASSWORD)
        self.page.get_by_role("button", name="Entrer").click()
        self.visit.come_to("Votre code")
        self.page.get_by_label("Code").fill(self.lived.code())
        self.page.get_by_role("button", name="Entrer").click()
        self.visit.come_to("Ce que les antennes ont fait")

    def tab_to(self, name: str) -> None:
        """Press Tab until what is called ``name`` has the focus."""
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            if str(self.page.evaluate(FOCUSED)).startswith(name):
                return
        raise AssertionError(f"no stop of the keyboard is {name}")

    def go_on(self, name: str, heading: str) -> None:
        """Follow a link, or press a button, by the keyboard alone."""
        self.tab_to(name)
        self.page.keyboard.press("Enter")
        self.visit.come_to(heading)

    def tour(self) -> None:
        """Open every page that the banner offers, and no other: what is offered there may be asked, too."""
        rights = RIGHTS[self.role]
        for part in PARTS:
            for page in part.pages:
                if page.right not in rights:
                    answer = self.page.request.get(page.address)
                    assert answer.status == 403, page.address
                    assert "n’ouvre pas cette page" in answer.text()
                    continue
                self.page.goto(page.address)
                here = self.page.locator("nav.parts").locator("[aria-current=page], [aria-current=true]")
                said = [*here.all_text_contents()]
                assert said[0] == part.title, page.address
                assert said[1:] in ([], [page.title]), page.address
                self.look()

    def look(self) -> None:
        """Hold a page against the role: all that it leads to may be asked, and nobody is named who may not be."""
        assert self.visit.fits(), self.page.url
        for method, address in self.page.evaluate(LEADS_TO):
            needed = self.needs(str(method), str(address or "/"))
            assert needed <= RIGHTS[self.role], (self.page.url, method, address)
        if Role.FIGURES is self.role or Role.ASSOCIATION is self.role:
            said = self.main.inner_text()
            assert not any(name in said for name in NAMES), self.page.url

    def needs(self, method: str, address: str) -> frozenset[str]:
        """Return the rights that an address of the program needs; none for what is open, or elsewhere."""
        path = address.partition("?")[0].partition("#")[0]
        for route in self.app.routes:
            shape = re.sub(r"\{\w+:(\w+)\}", lambda each: SHAPES[each[1]], route.path)
            if re.fullmatch(shape, path):
                found = getattr(route, "route_handler_map", {}).get(method)
                handler = found[0] if isinstance(found, tuple) else found
                if handler is not None:
                    guards = (guard for guard in handler.guards or () if isinstance(guard, Needs))
                    return frozenset(right for guard in guards for right in guard.rights)
        return frozenset()

    def row(self, name: str) -> list[str]:
        """Return the cells of the line of a table that ``name`` begins, spaces of figures as people type them."""
        line = self.main.get_by_role("row").filter(has=self.page.get_by_role("rowheader", name=name)).first
        expect(line).to_be_visible()
        return [cell.replace("\u202f", " ").strip() for cell in line.get_by_role("cell").all_inner_texts()]

    def quit(self) -> None:
        """Leave, and hold the whole walk against what a browser complains of."""
        assert self.visit.outside == []
        # The browser says once of each page that refuses a mistake, and that is what it was asked to do.
        assert [each for each in self.visit.complaints if "409" not in each and "422" not in each] == []
        self.page.context.close()
