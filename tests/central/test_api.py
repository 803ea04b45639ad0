"""The API, as a program finds it: by its description, with a key."""

import json
from collections.abc import Iterator
from itertools import count
from operator import itemgetter
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from kiosque.actions.network import network as network_actions
from kiosque.actions.network.network import Place
from kiosque.central.api import keys
from kiosque.central.api.addresses import MOST_DAYS
from kiosque.central.api.keys import RefusedKey, Scope, UnknownKey
from kiosque.central.central import Central
from kiosque.domain.records import ITEM, OBJECTIVE, PERMANENCE, REGISTRATION, REPAIR, WORKSHOP
from tests.central.house import Clock, Network, asking, at, form_token, led, log_in
from tests.reports.standards import held_against, openapi_schema, table_schema

DAYS = {"first": "2026-11-01", "last": "2026-11-30"}
FILLED = {"name": "visit"}


@pytest.fixture
def client(central: Central) -> Iterator[httpx.Client]:
    with asking(central) as client:
        yield client


@pytest.fixture
def described(client: httpx.Client) -> dict[str, Any]:
    answer = client.get("/schema/openapi.json")
    assert answer.status_code == 200
    said: dict[str, Any] = answer.json()
    return said


NUMBERS = count()
"""Of keys that are good at once, each has a name of its own."""


def key(central: Central, *scopes: Scope, association: str = "") -> dict[str, str]:
    secret = keys.make(
        central.store,
        f"essai {next(NUMBERS)}",
        scopes or tuple({*Scope} - {Scope.JOURNAL}),
        30,
        by="coordination",
        association=association,
    )
    return {"authorization": f"Bearer {secret}"}


@pytest.fixture
def busy(central: Central, network: Network) -> Network:
    """A network of which every address has something to say."""
    remuzat = network.antennas["Rémuzat"]
    network_actions.settle(central.store, remuzat, Place(address="Le Village", pivot="W263000001"))
    with central.store.writing() as writer:
        held = writer.record(PERMANENCE, antenna=remuzat, times=(at(22, 9), at(22, 12)))
        item = writer.record(ITEM, antenna=remuzat, category="14", brand="Moulinex", year=2011)
        writer.record(REPAIR, permanence=held, item=item, repaired_at=at(22, 10), problem="heat", outcome="1")
        writer.record(OBJECTIVE, objective="interventions", target=10_000, times=(at(1, 0), None))
    return network


def test_each_address_answers_as_its_description_says(
    client: httpx.Client, central: Central, busy: Network, described: dict[str, Any]
) -> None:
    assert busy.antennas
    headers, asked = key(central), 0
    assert set(described["paths"]) >= {"/api/v1", "/api/v1/figures", "/api/v1/tables/{name}"}
    for path, item in described["paths"].items():
        assert path.startswith("/api/v1")
        assert list(item) == ["get"]
        wanted = {each["name"] for each in item["get"].get("parameters", ()) if each["in"] == "query"}
        query = {name: value for name, value in DAYS.items() if name in wanted}
        answer = client.get(path.format(**FILLED), params=query, headers=headers)
        assert answer.status_code == 200, (path, answer.text)
        [(media, said)] = item["get"]["responses"]["200"]["content"].items()
        if media == "application/json":
            assert errors(described, said["schema"], answer.json()) == [], path
            assert answer.json() not in ([], {}), path
        else:
            assert answer.content, path
        assert "Odette" not in answer.text, path
        # Without a key, each says the same.
        refused = client.get(path.format(**FILLED), params=query)
        schema = item["get"]["responses"]["401"]["content"]["application/json"]["schema"]
        assert (refused.status_code, errors(described, schema, refused.json())) == (401, []), path
        asked += 1
    assert asked == 11


def errors(described: dict[str, Any], schema: dict[str, Any], value: object) -> list[str]:
    whole = {**schema, "components": described["components"]}
    checker = Draft202012Validator(whole, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(value)]


@given(data=st.data())
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_is_asked_is_a_bug(
    client: httpx.Client, central: Central, described: dict[str, Any], data: st.DataObject
) -> None:
    # A key each: none asks as often as one may.
    path = data.draw(st.sampled_from(sorted(described["paths"])))
    said = described["paths"][path]["get"]
    named_oddly = st.text(st.characters(codec="utf-8", exclude_characters="/.\\"), max_size=40)
    odd = st.one_of(named_oddly, st.integers().map(str), st.dates().map(str), st.sampled_from(["visit", "-0", "1e9"]))
    named = {each["name"]: each["in"] for each in said.get("parameters", ())}
    query = {name: data.draw(odd) for name, where in named.items() if where == "query" and data.draw(st.booleans())}
    where = path.format(**{name: quote(data.draw(odd), safe="") or "x" for name, at in named.items() if at == "path"})
    answer = client.get(where, params=query, headers=key(central))
    assert str(answer.status_code) in said["responses"], (where, query, answer.text)
    if answer.status_code >= 400:
        assert errors(described, {"$ref": "#/components/schemas/Problem"}, answer.json()) == []


def test_an_answer_of_another_shape_would_be_found(described: dict[str, Any]) -> None:
    [schema] = [
        said["schema"] for said in described["paths"]["/api/v1/figures"]["get"]["responses"]["200"]["content"].values()
    ]
    assert errors(described, schema, [{"antenna": "Nyons", "day": "hier"}])


def test_what_leaves_here_is_of_the_standards_too(client: httpx.Client, central: Central, busy: Network) -> None:
    assert busy.antennas
    headers = key(central)
    repairs = client.get("/api/v1/repairs", params=DAYS, headers=headers).json()
    typed = [{name: value for name, value in row.items() if value != ""} for row in repairs]
    typed = [{**row, "product_category_id": int(row["product_category_id"])} for row in typed]
    typed = [{**row, "year_of_manufacture": str(row["year_of_manufacture"])} for row in typed]
    assert held_against(table_schema("open-repair-data-0.3"), typed) == []
    lines = client.get("/api/v1/activities", params=DAYS, headers=headers).text.splitlines()
    rows = [json.loads(line) for line in lines]
    assert rows
    assert held_against(openapi_schema("coop-activite"), rows) == []
    [place] = client.get("/api/v1/places", headers=headers).json()
    said = {name: value for name, value in place.items() if value not in {"", None}}
    assert held_against(table_schema("lieux-mediation-numerique-1.0.2"), [said]) == []


def test_figures_are_those_of_the_pages(client: httpx.Client, central: Central, network: Network) -> None:
    found = client.get("/api/v1/figures", params=DAYS, headers=key(central, Scope.FIGURES)).json()
    monday = [row for row in found if row["day"] == "2026-11-23" and row["antenna"] == network.antennas["Rémuzat"]]
    assert [(row["visits"], row["interventions"]) for row in monday] == [(2, 1)]


@pytest.mark.parametrize("period", [{}, DAYS], ids=["ever", "a month"])
def test_rows_are_given_a_page_after_the_other(
    client: httpx.Client, central: Central, network: Network, period: dict[str, str]
) -> None:
    assert network.antennas
    headers, found = key(central, Scope.ROWS), list[dict[str, Any]]()
    page: dict[str, Any] = {"next": 0}
    while page["next"] is not None:
        query = {"after": page["next"], "limit": 1}
        page = client.get("/api/v1/tables/visit", params=period | query, headers=headers).json()
        found += page["rows"]
    assert len(found) == 2
    assert found[0]["started_at"] == "2026-11-23T09:10:00+01:00"
    assert not {"visitor", "card"} & set(found[0])
    file = client.get("/api/v1/tables/visit/file", params=period | {"format": "jsonl"}, headers=headers)
    assert sorted(map(json.loads, file.text.splitlines()), key=itemgetter("id")) == sorted(found, key=itemgetter("id"))
    for of, kind in (("csv", "text/csv; charset=utf-8"), ("ods", "application/vnd.oasis.opendocument.spreadsheet")):
        file = client.get("/api/v1/tables/visit/file", params=period | {"format": of}, headers=headers)
        assert file.headers["content-type"] == kind


def test_rows_of_a_period_come_by_their_times_also_where_those_are_of_another_record(
    client: httpx.Client, central: Central, network: Network
) -> None:
    headers, found = key(central, Scope.ROWS), list[int]()
    with central.store.writing() as writer:
        late, early = (
            writer.record(WORKSHOP, antenna=network.antennas["Rémuzat"], times=(at(day, 14), at(day, 16)))
            for day in (24, 23)
        )
        signed = [writer.record(REGISTRATION, workshop=each, state="seen") for each in (late, early, late, early)]
    page: dict[str, Any] = {"next": 0}
    while page["next"] is not None:
        query = DAYS | {"after": page["next"], "limit": 1}
        page = client.get("/api/v1/tables/registration", params=query, headers=headers).json()
        found += [row["id"] for row in page["rows"]]
    assert [each for each in found if each in signed] == [signed[1], signed[3], signed[0], signed[2]]


UNREADABLE: tuple[tuple[str, dict[str, str | int], int], ...] = (
    ("/api/v1/tables/key", {}, 404),
    ("/api/v1/tables/household", {}, 404),
    ("/api/v1/tables/nothing/file", {}, 404),
    ("/api/v1/tables/visit", {"first": "2026-11-01"}, 400),
    ("/api/v1/tables/visit", {"limit": 100_000}, 400),
    ("/api/v1/figures", {}, 400),
    ("/api/v1/tables/visit", {**DAYS, "after": 12}, 400),
    ("/api/v1/figures", {"first": "hier", "last": "2026-11-01"}, 400),
    ("/api/v1/figures", {"first": "2026-11-02", "last": "2026-11-01"}, 400),
    ("/api/v1/figures", {"first": "2020-01-01", "last": "2026-11-01"}, 400),
)


def test_what_does_not_read_is_refused_as_described(
    client: httpx.Client, central: Central, described: dict[str, Any]
) -> None:
    headers = key(central)
    for path, query, status in UNREADABLE:
        answer = client.get(path, params=query, headers=headers)
        assert answer.status_code == status, (path, query, answer.text)
        assert errors(described, {"$ref": "#/components/schemas/Problem"}, answer.json()) == []
    said = client.get("/api/v1/tables/visit", params={"limit": 100_000, "first": "hier"}, headers=headers).json()
    assert said["detail"].startswith("first: ")
    assert "limit: Expected `int` <= 5000" in said["detail"]


def test_a_key_opens_its_scopes_until_it_ends_or_is_taken_back(
    client: httpx.Client, central: Central, network: Network, clock: Clock
) -> None:
    assert network.antennas
    store, headers = central.store, key(central, Scope.PLACES)
    assert client.get("/api/v1/antennas", headers=headers).status_code == 200
    assert client.get("/api/v1/figures", params=DAYS, headers=headers).status_code == 403
    [kept] = keys.keys(store)
    assert kept.used_at == clock.now
    secret = headers["authorization"].partition(" ")[2]
    with store.reading() as connection:
        assert secret.encode() not in repr(connection.exec_driver_sql("SELECT * FROM api_key").all()).encode()
    keys.revoke(store, kept.id)
    assert client.get("/api/v1/antennas", headers=headers).status_code == 401
    with pytest.raises(UnknownKey):
        keys.revoke(store, kept.id)
    other = key(central)
    clock.now += 30 * keys.A_DAY
    assert client.get("/api/v1", headers=other).status_code == 401
    assert [each.good(clock.now) for each in keys.keys(store)] == [False, False]


def test_a_key_of_an_association_sees_its_antennas_alone(
    client: httpx.Client, central: Central, network: Network
) -> None:
    headers, own = key(central, association="asoft"), {network.antennas[name] for name in ("Séderon",)}
    found = {row["id"] for row in client.get("/api/v1/antennas", headers=headers).json()}
    assert own < found
    assert network.antennas["Rémuzat"] not in found
    assert client.get("/api/v1/tables/visit", headers=headers).json() == {"rows": [], "next": None}
    figures = client.get("/api/v1/figures", params=DAYS, headers=headers).json()
    assert {row["antenna"] for row in figures} <= found
    assert client.get("/api/v1/objectives", headers=headers).json() == []


def test_guessing_keys_is_slowed_down(client: httpx.Client) -> None:
    statuses = [
        client.get("/api/v1", headers={"authorization": f"Bearer kiosque_{number}"}).status_code for number in range(31)
    ]
    assert statuses == [401] * 30 + [429]


def test_a_key_is_made_on_a_page_shown_once_and_taken_back_there(client: httpx.Client, central: Central) -> None:
    log_in(client)
    page = client.get("/cles-api")
    form = {"_csrf_token": form_token(page.text), "act": "make", "name": "Carte <nationale>", "days": "30"}
    refused = client.post("/cles-api", data=form)
    assert (refused.status_code, "Dites ce que cette clé ouvre" in refused.text) == (409, True)
    assert "Carte &lt;nationale&gt;" in refused.text
    made = led(client, client.post("/cles-api", data=form | {"scope": ["places", "rows"], "association": "asoft"})).text
    secret = made.split('aria-label="La clé">')[1].split("<")[0]
    assert client.get("/api/v1", headers={"authorization": f"Bearer {secret}"}).json()["association"] == "asoft"
    assert secret not in client.get("/cles-api").text
    # Sent twice, it is made once: nobody would know the first.
    twice = client.post("/cles-api", data=form | {"scope": "places"})
    assert (twice.status_code, "Une clé de ce nom sert encore" in twice.text) == (409, True)
    [kept] = keys.keys(central.store)
    assert kept.made_by == "coordination"
    said = [client.post("/cles-api", data=form | {"act": "revoke", "key": each}).text for each in (str(kept.id), "x")]
    assert "Aucune clé de ce numéro" in said[1]
    assert client.get("/api/v1", headers={"authorization": f"Bearer {secret}"}).status_code == 401


def test_a_key_that_will_not_do_is_not_made(central: Central) -> None:
    for said in (
        {"name": " "},
        {"name": "x" * 81},
        {"scopes": ()},
        {"scopes": ("names",)},
        {"scopes": ("journal",), "association": "asoft"},
        {"association": "autre"},
        {"days": 10_000},
    ):
        asked: dict[str, Any] = {"name": "essai", "scopes": ("rows",), "days": 30, "by": "x", **said}
        with pytest.raises(RefusedKey):
            keys.make(central.store, **asked)
    assert keys.keys(central.store) == ()


@pytest.mark.parametrize("path", ["/api", "/api/v1/nothing", "/api/v2", "/api/v1/tables/visit/more"])
def test_an_address_that_is_none_is_told_to_a_program_as_the_others_are(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/json")
    assert answer.json()["status_code"] == 404


def test_the_description_comes_from_here_alone(client: httpx.Client, described: dict[str, Any]) -> None:
    assert described["components"]["securitySchemes"]["key"]["scheme"] == "bearer"
    assert client.get("/schema/openapi.yaml").status_code == 200
    assert client.get("/schema/swagger").status_code == 404
    assert client.get("/schema").json() == described
    assert "cdn" not in json.dumps(described)
    assert MOST_DAYS > 366
