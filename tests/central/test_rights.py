"""Who may see what: every address of the program, for every role, for nobody, and for another association."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest
from litestar import Litestar, get
from litestar.handlers import BaseRouteHandler
from litestar.testing import TestClient

from kiosque.central.accounts import Role
from kiosque.central.app import make_app
from kiosque.central.central import Central
from kiosque.central.pages.parts import PARTS
from kiosque.central.rights import ASKS, OPEN_TO, RIGHTS, Needs, declared
from kiosque.domain.records import ANTENNA, PERMANENCE, VISIT
from tests.central.house import Network, at, log_in

NAMES = {
    Role.FIGURES: "financeur",
    Role.ASSOCIATION: "asoft",
    Role.DATA_PROTECTION: "protection",
    Role.ADMINISTRATOR: "coordination",
}
FILLED = {"int": "1", "str": "x", "date": "2026-11-23", "path": "kiosque.css", "uuid": "0" * 32}
"""What stands for a parameter of each type."""

ELSEWHERE = "Zéphyr-sur-Roche"
"""An antenna of the other association, under a name that nothing else bears."""


@dataclass(frozen=True)
class Address:
    """One address of the program, and what answers there."""

    method: str
    path: str
    handler: BaseRouteHandler

    @property
    def needs(self) -> Needs | None:
        """The guard by which it says who may."""
        return next((guard for guard in self.handler.guards or () if isinstance(guard, Needs)), None)

    @property
    def filled(self) -> str:
        """The path with something in the place of each parameter."""
        return re.sub(r"\{\w+:(\w+)\}", lambda found: FILLED[found[1]], self.path)


def addresses(app: Litestar) -> list[Address]:
    """Return every address, but for those that the framework makes to say which methods there are."""
    return [
        Address(method, route.path, handler[0] if isinstance(handler, tuple) else handler)
        for route in app.routes
        for method, handler in getattr(route, "route_handler_map", {}).items()
        if method != "OPTIONS"
    ]


@pytest.fixture
def app(central: Central, network: Network) -> Litestar:
    """The program, over a made-up network with an antenna of the other association."""
    assert network.antennas
    with central.store.writing() as writer:
        antenna = writer.record(ANTENNA, code="ZEP", name=ELSEWHERE, commune="26264", association="aventic")
        held = writer.record(PERMANENCE, antenna=antenna, times=(at(23, 9), at(23, 12)), to_confirm=True)
        writer.record(VISIT, permanence=held, times=(at(23, 10), None), commune="26264")
    return make_app(central)


@pytest.fixture
def client(app: Litestar) -> Iterator[httpx.Client]:
    with TestClient(app, base_url="http://kiosque.local") as client:
        client.follow_redirects = False
        yield client


def ask(client: httpx.Client, address: Address, path: str = "") -> httpx.Response:
    """Ask as a page of ours would: with the form's token, so that no check before the address itself answers."""
    headers = {"x-csrftoken": client.cookies.get("csrftoken") or ""}
    return client.request(address.method, path or address.filled, headers=headers)


def test_every_address_says_who_may(app: Litestar) -> None:
    silent = [(each.method, each.path) for each in addresses(app) if not declared(each.handler)]
    assert silent == []


def test_one_that_would_not_is_found(app: Litestar) -> None:
    @get("/oubliee", sync_to_thread=False)
    def forgotten() -> str:
        return "everything"

    app.register(forgotten)
    assert [each.path for each in addresses(app) if not declared(each.handler)] == ["/oubliee"]


def test_an_address_that_does_not_say_who_may_answers_nobody(client: httpx.Client) -> None:
    log_in(client)
    # The framework makes these by itself: nobody declares them.
    assert client.options("/").status_code == 403


def test_what_is_open_without_an_account_is_this(app: Litestar) -> None:
    opened = {each.path for each in addresses(app) if OPEN_TO in each.handler.opt}
    assert opened == OPENED


def test_what_programs_ask_with_an_account_in_each_request_is_this(app: Litestar) -> None:
    assert {each.path for each in addresses(app) if ASKS in each.handler.opt} == {"/pull"}


def test_nobody_gets_nothing(app: Litestar, client: httpx.Client) -> None:
    client.get("/entrer")
    for each in addresses(app):
        if each.needs:
            answer = ask(client, each)
            assert answer.status_code == 303, each
            assert answer.headers["location"].startswith("/entrer"), each
            assert not answer.content, each


@pytest.mark.parametrize("role", Role)
def test_whoever_has_not_the_right_gets_nothing_and_whoever_has_it_is_let_in(
    app: Litestar, client: httpx.Client, role: Role
) -> None:
    assert log_in(client, NAMES[role]).status_code == 303
    refusal = re.sub(r'value="[^"]*"', "", client.options("/").text)
    assert "n’ouvre pas cette page" in refusal
    for each in addresses(app):
        if each.needs is None:
            continue
        if not each.needs.rights <= RIGHTS[role]:
            answer = ask(client, each)
            assert answer.status_code == 403, each
            # The same page for each of them: it tells nothing of what is there.
            assert re.sub(r'value="[^"]*"', "", answer.text) == refusal, each
        elif each.method == "GET":
            answer = ask(client, each)
            assert answer.status_code not in {303, 403, 405, 500}, (each, answer.text)


def test_an_association_sees_no_antenna_of_the_other(app: Litestar, client: httpx.Client, network: Network) -> None:
    log_in(client, NAMES[Role.ASSOCIATION])
    for each in addresses(app):
        if each.needs is None or each.method != "GET" or not each.needs.rights <= RIGHTS[Role.ASSOCIATION]:
            continue
        answer = ask(client, each)
        assert ELSEWHERE not in answer.text, each
        if "{antenna:int}" in each.path:
            of = {name: each.path.replace("{antenna:int}", str(antenna)) for name, antenna in network.antennas.items()}
            own, other = (re.sub(r"\{\w+:(\w+)\}", lambda found: FILLED[found[1]], of[name]) for name in PLACES)
            assert ask(client, each, own).status_code == 200, each
            assert ask(client, each, other).status_code in {403, 404}, each
            assert ask(client, each, each.filled.replace("/1", "/0")).status_code in {403, 404}, each


OPENED = {
    "/exchange",
    "/enrolment",
    "/entrer",
    "/entrer/code",
    "/entrer/proteger",
    "/invitation/{secret:str}",
    "/partage/{secret:str}",
    "/static/{file_path:path}",
    "/calendriers/{name:str}",
    # The API takes a key in each request, and its description tells shapes and no data.
    "/api/v1",
    *(f"/api/v1/{each}" for each in ("antennas", "figures", "objectives", "places", "places/missing", "repairs")),
    *(f"/api/v1/{each}" for each in ("activities", "tables", "tables/{name:str}", "tables/{name:str}/file")),
    *("/schema", "/schema/{path:str}", "/schema/openapi.json", "/schema/openapi.yaml"),
}
"""What needs no account: each says in its options who may ask instead."""

PLACES = ("Séderon", "Rémuzat")
"""An antenna of the association, and one of the other."""


@pytest.mark.parametrize("role", Role)
def test_what_the_banner_offers_is_there(client: httpx.Client, role: Role) -> None:
    log_in(client, NAMES[role])
    offered = [page.address for part in PARTS for page in part.pages if page.right in RIGHTS[role]]
    for address in offered:
        page = client.get(address)
        assert page.status_code == 200, address
        assert 'aria-current="' in page.text, address
