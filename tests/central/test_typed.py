"""What is typed in any form, and asked of any address: what no database keeps is told, and nothing is lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from kiosque.actions.visitors import apart
from kiosque.central.app import make_app
from kiosque.central.central import Central
from kiosque.central.typed import Said, keeps
from kiosque.db import records as tables
from kiosque.domain.apart import RESTRICTION
from kiosque.domain.records import VISITOR
from tests.central.asking import words
from tests.central.house import Network, log_in
from tests.central.test_axe import FILES, NO_PAGES, SHAPES, records

NOT_SHOWN = frozenset(
    {"/entrer/code", "/entrer/proteger", "/financeurs", "/invitation/{secret:str}", "/objectifs", "/postes"}
)
"""Forms that a page shows once something waits there, or to whoever is not in yet."""

PROGRAMS = (*NO_PAGES, "/exchange", "/enrolment")

HOLDERS = {"password", "again", "now", "code"}
UNSEEN = ("\0", "\x1b", "\x85", "\ufffe", "\U0001ffff")
"""Controls of C0 and C1, and two of those that are no characters."""


@dataclass
class Form:
    """A form of a page: where it is sent, and its fields as the page shows them."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


class Forms(HTMLParser):
    """Reads the forms of a page that are posted."""

    def __init__(self, page: str, path: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._open: Form | None = None
        self._path = path
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = Form(said.get("action") or self._path) if said.get("method") == "post" else None
            if self._open:
                self.found.append(self._open)
        elif self._open and tag in {"input", "select", "textarea", "button"}:
            name = said.get("name", "_csrf_token")
            if name != "_csrf_token" and said.get("type") != "file":
                self._open.fields.setdefault(name, said.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None


@pytest.fixture
def app(central: Central, network: Network) -> Litestar:
    """The program, with somebody set apart and one of every record."""
    assert network.antennas
    with central.store.writing() as writer:
        frozen = writer.record(VISITOR, given_name="Paulette", family_name="Arnoux")
    apart.set_apart(central.store, frozen, RESTRICTION)
    return make_app(central)


@pytest.fixture
def client(app: Litestar) -> Iterator[httpx.Client]:
    with TestClient(app, base_url="http://kiosque.local", raise_server_exceptions=False) as client:
        client.follow_redirects = False
        log_in(client)
        yield client


def pattern_of(app: Litestar, path: str) -> str | None:
    """Return the page that answers at ``path``; None for what is no page."""
    for route in app.routes:
        filled = re.sub(r"\{\w+:(\w+)\}", lambda each: SHAPES[each[1]], route.path)
        if re.fullmatch(filled, path.partition("?")[0].partition("#")[0]):
            return None if route.path.startswith(PROGRAMS) or route.path.endswith(FILES) else str(route.path)
    return None


def forms(app: Litestar, client: httpx.Client, central: Central, network: Network) -> list[Form]:
    """Return every form of every page that an administrator reaches, each of one address and one set of fields once."""
    found: dict[tuple[str, tuple[str, ...]], Form] = {}
    shown: set[str] = set()
    places = records(central, network)
    others = {route.path for route in app.routes if "GET" in getattr(route, "methods", ())}
    waiting = [
        re.sub(r"\{((\w+):\w+)\}", lambda each: places.get(each[1]) or places.get(each[2], "1"), each)
        for each in sorted(others)
        if not each.startswith((*PROGRAMS, "/entrer", "/invitation", "/partage"))
    ]
    waiting.append("/")
    while waiting:
        path = waiting.pop()
        pattern = pattern_of(app, path)
        if pattern is None or pattern in shown:
            continue
        page = client.get(path)
        if page.status_code != 200:
            continue
        shown.add(pattern)
        for each in Forms(page.text, path.partition("?")[0]).found:
            found.setdefault((pattern_of(app, each.action) or each.action, tuple(sorted(each.fields))), each)
        waiting += re.findall(r'href="(/[^"#]*)"', page.text)
    client.cookies.clear()
    login = Forms(client.get("/entrer").text, "/entrer").found
    log_in(client)
    return [*found.values(), *login]


def send(client: httpx.Client, form: Form, typed: dict[str, str]) -> httpx.Response:
    """Send a form as its page holds it, but for what is ``typed``."""
    token = {"x-csrftoken": client.cookies.get("csrftoken") or ""}
    return client.post(form.action, data={**form.fields, **typed}, headers=token)


@pytest.mark.walk
def test_a_sign_that_nobody_sees_is_told_in_every_field_of_every_form_and_the_text_is_given_back(
    app: Litestar, client: httpx.Client, central: Central, network: Network
) -> None:
    every = forms(app, client, central, network)
    posted = {
        route.path for route in app.routes if "POST" in getattr(route, "methods", ()) and pattern_of(app, route.path)
    }
    assert {pattern_of(app, each.action) for each in every} >= posted - NOT_SHOWN
    # What no page shows on this day is refused as well, whatever its fields are called.
    every += [Form(re.sub(r"\{\w+:\w+\}", "1", path), {"act": ""}) for path in sorted(NOT_SHOWN)]
    for number, form in enumerate(every):
        for place, name in enumerate(form.fields):
            sign = UNSEEN[(number + place) % len(UNSEEN)]
            answer = send(client, form, {name: f"Été{sign} à Nyons"})
            assert answer.status_code == 422, (form.action, name, answer.status_code)
            assert "Un signe invisible" in words(answer.text), (form.action, name)
            # A password is typed again; all else is there, without the sign, in the field that it was in.
            given = f'name="{name}" value="Été à Nyons"' in answer.text
            assert given == (not HOLDERS & form.fields.keys()), (form.action, name)
            assert sign not in answer.text
    assert len(every) > 50


def test_what_is_given_back_is_sent_again_as_it_is(client: httpx.Client, central: Central) -> None:
    fields = {"right": "access", "received_on": "2026-11-20", "called": "Odette\0 Roux", "contact": "chez\x1b elle"}
    answer = send(client, Form("/demandes/nouvelle"), {**fields, "wording": "une ligne\r\net\tune autre"})
    assert words(answer.text).count("Odette Roux") == 1
    [again] = Forms(answer.text, "").found
    assert again.action == "/demandes/nouvelle"
    assert send(client, again, {}).status_code == 303
    [kept] = central.store.all(tables.request.select())
    assert (kept.name, kept.contact) == ("Odette Roux", "chez elle")


def test_a_number_that_nothing_has_is_told_and_nothing_else_is_asked_of_the_database(client: httpx.Client) -> None:
    answer = send(client, Form("/a-regarder", {"act": "confirm"}), {"record": "9" * 5_000})
    assert answer.status_code == 422
    assert "Ce nombre est trop long" in words(answer.text)
    assert "9" * 60 + "…" in answer.text


SIGNS = ("%00", "%1B", "%C2%85", "%EF%BF%BE", "%ED%A0%80", "9" * 25, "9" * 5_000)


def test_no_address_is_broken_by_what_stands_in_it(app: Litestar, client: httpx.Client) -> None:
    named = [
        route.path
        for route in app.routes
        if "GET" in getattr(route, "methods", ()) and "{" in route.path and not route.path.startswith("/static")
    ]
    for number, path in enumerate(named):
        for sign in SIGNS[number % 2 :: 2]:
            filled = re.sub(r"\{\w+:\w+\}", sign, path)
            assert client.get(filled).status_code in {303, 400, 401, 404}, (path, sign)
    for sign in SIGNS:
        for path, name in (("/", "periode"), ("/entrer", "suite"), ("/demandes/nouvelle", "personne"), ("/", sign)):
            assert client.get(f"{path}?{name}={sign}").status_code in {200, 303, 400}, (path, name)
        assert client.get(f"/api/v1/figures?period={sign}").status_code in {400, 401, 404}


def test_an_account_by_a_name_that_cannot_be_is_none(client: httpx.Client) -> None:
    assert client.get("/pull", auth=("coordination\0", "motdepasse")).status_code == 401


@pytest.mark.parametrize(("letter", "kept"), [("é", True), ("\n", True), ("\t", True), ("😀", True), ("\u200d", True)])
def test_what_people_see_or_need_between_signs_is_kept(letter: str, *, kept: bool) -> None:
    assert keeps(letter) == kept
    assert Said("x", f"a{letter}b").kept == f"a{letter}b"


def test_half_of_a_sign_is_not() -> None:
    assert Said("x", "a\ud800\udfffb").kept == "ab"


def slips(form: Form, name: str) -> tuple[str, ...]:
    """Return too long a text; for what holds a day, the last one that any calendar has too."""
    return ("x" * 3_000, "9999-12-31") if name in DAYS or re.match(r"\d{4}-", form.fields[name]) else ("x" * 3_000,)


DAYS = frozenset({"first", "last", "day", "since", "until", "opens", "closes", "leaves", "received_on"})


@pytest.mark.walk
def test_whatever_else_is_typed_in_any_field_breaks_nothing(
    app: Litestar, client: httpx.Client, central: Central, network: Network
) -> None:
    asked = (
        (form, name, typed)
        for form in forms(app, client, central, network)
        for name in form.fields
        for typed in slips(form, name)
        if form.action != "/sortir"
    )
    wrong = [(form.action, *what) for form, *what in asked if send(client, form, {what[0]: what[1]}).status_code >= 500]
    assert wrong == []
