"""A funder's page: opened by its address alone, for a while, without a name in it."""

import html
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from itertools import combinations
from random import Random

import httpx
import pytest
from sqlalchemy import select

from kiosque.central.accounts import Account, Role
from kiosque.central.central import Central
from kiosque.central.sharing import RefusedLink, called, figures_of, listed, opened, periods, revoke, share
from kiosque.db.account_tables import shared
from kiosque.domain.french import PARIS, local
from kiosque.domain.records import ANTENNA, INTERVENTION, PERMANENCE, VISIT, VISITOR
from kiosque.reports.funder import ForFunder, for_funder
from kiosque.reports.period import Period
from kiosque.reports.suppress import LEAST
from tests.at_once import at_once
from tests.central.house import Clock, Network, asking, at, form_token, led, log_in
from tests.central.said import words

FORM = {"act": "share", "funder": "Le Département", "first": "2026-11", "last": "2026-11", "until": "2026-12-31"}


@pytest.fixture
def client(central: Central, network: Network, clock: Clock) -> Iterator[httpx.Client]:
    """A browser of an administrator, in December: November is over."""
    assert network.antennas
    clock.now += 14 * 86_400
    with asking(central) as client:
        log_in(client)
        yield client


def send(client: httpx.Client, **form: str) -> httpx.Response:
    """Send a form of the page of links."""
    return led(client, client.post("/financeurs", data={"_csrf_token": form_token(client.get("/compte").text), **form}))


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
                band = "soixante_dix_plus" if number % 2 else "douze_dix_huit"
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
    first = link_of(send(client, **FORM))
    # The same one again is asked about first: it may be that the first was lost.
    again = send(client, **FORM | {"funder": "le  département "})
    assert again.status_code == 409
    assert "Le Département a déjà un lien pour ces mois, lisible jusqu’au 31 décembre 2026." in words(again.text)
    assert 'name="sure"' in again.text
    assert len(listed(central.store)) == 1
    second = link_of(send(client, **FORM, sure="1"))
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
    over = client.get(second)
    assert over.status_code == 404
    # They have no account: no page of the central is a home to them.
    assert 'href="/"' not in over.text


@pytest.mark.parametrize(
    "wrong",
    [
        {"funder": " "},
        {"funder": "x" * 81},
        {"first": "2026-12"},
        {"last": "2026-12"},
        {"until": "2026-12-06"},
        {"until": "2028-01-01"},
        {"first": "hier"},
        {"first": "2026-11-15"},
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
    assert periods(central.store) == ()


def test_guessing_addresses_is_slowed_down(central: Central) -> None:
    with asking(central) as client:
        statuses = {client.get(f"/partage/{number}").status_code for number in range(60)}
        assert (statuses, client.get("/partage/60").status_code) == ({404}, 429)


COORDINATION = Account("coordination", Role.ADMINISTRATOR)
UNTIL = date(2026, 12, 31)
YEAR = [date(2026, month, 1) for month in range(1, 13)]
HOME, AGE = ("26264", "26340", "05053"), ("douze_dix_huit", "soixante_dix_plus")


def over(month: date, months: int = 1) -> tuple[date, date]:
    """Return so many months from one on."""
    return month, (month.replace(day=28) + timedelta(days=31 * months - 24)).replace(day=1) - timedelta(days=1)


def lived(central: Central, seed: int) -> None:
    """Let a year be lived at three antennas, quiet ones: of most things there are fewer than ten a month."""
    drawn = Random(seed)
    with central.store.writing() as writer:
        for name in ("Rémuzat", "Nyons", "Séderon"):
            antenna = writer.record(ANTENNA, code=name[:3], name=name, commune="26264", association="asoft")
            for month in YEAR:
                morning = int(datetime(2026, month.month, 10, 9, tzinfo=PARIS).timestamp())
                held = writer.record(PERMANENCE, antenna=antenna, times=(morning, morning + 10_800))
                for _ in range(drawn.randrange(9)):
                    came, home, age = (morning + 600, None), drawn.choice(HOME), drawn.choice(AGE)
                    writer.record(VISIT, permanence=held, times=came, commune=home, age_band=age)
                    if drawn.random() < 0.5:
                        writer.record(
                            INTERVENTION, permanence=held, given_at=morning + 900, duration=30, themes=("email",)
                        )


def cells_of(figures: ForFunder) -> dict[tuple[str, ...], int]:
    """Return every count that a page tells."""
    alone = {(name,): getattr(figures, name) for name in ("visits", "people", "households", "unnamed", "interventions")}
    inside = {
        (table.title, line.label, column): cell
        for table in figures.tables
        for line in table.lines
        for column, cell in zip(table.columns, line.cells, strict=True)
    }
    return {key: cell for key, cell in (alone | inside).items() if cell is not None}


def found_by_subtraction(pages: list[tuple[Period, dict[tuple[str, ...], int]]]) -> list[tuple[str, ...]]:
    """Return what a reader of all the pages finds that is below five: each less every set of those within it."""
    small = []
    for whole, told in pages:
        within = [
            cells for period, cells in pages if period != whole and period.first in whole and period.last in whole
        ]
        for chosen in (some for size in range(1, len(within) + 1) for some in combinations(within, size)):
            for key, count in told.items():
                if all(key in cells for cells in chosen):
                    rest = count - sum(cells[key] for cells in chosen)
                    small += [key] if 0 < rest < LEAST else []
    return small


def test_of_links_that_are_drawn_nobody_finds_what_they_hide(central: Central, clock: Clock, run_seed: int) -> None:
    lived(central, run_seed)
    clock.now = at(30, 12) + 40 * 86_400
    drawn, store, pages = Random(run_seed), central.store, list[Period]()
    for _ in range(40):
        period = over(drawn.choice(YEAR), drawn.randint(1, 6))
        until = local(clock.now).date()
        try:
            share(store, COORDINATION, "Le Département", period, until)
        except RefusedLink:
            continue
        pages.append(Period(*period))
    told = [(period, cells_of(figures_of(store, period))) for period in {*pages}]
    assert found_by_subtraction(told) == []
    # No day is of two pages, whatever was asked for and in whichever order.
    days = [day for period in {*pages} for day in period]
    assert len(days) == len({*days})


def test_who_could_hold_any_pages_against_each_other_would_find_it(central: Central) -> None:
    """The same reader, given pages that the program refuses: one less the other tells who is hidden."""
    with central.store.writing() as writer:
        antenna = writer.record(ANTENNA, code="REM", name="Rémuzat", commune="26264", association="asoft")
        for month, count in ((1, 8), (2, 2)):
            morning = int(datetime(2026, month, 10, 9, tzinfo=PARIS).timestamp())
            held = writer.record(PERMANENCE, antenna=antenna, times=(morning, morning + 10_800))
            for _ in range(count):
                writer.record(VISIT, permanence=held, times=(morning + 600, None), commune="26264")
    periods_ = [Period(*over(YEAR[0])), Period(*over(YEAR[0], 2))]
    with central.store.reading() as connection:
        pages = [(each, cells_of(for_funder(connection, each, UNTIL))) for each in periods_]
    assert ("visits",) in found_by_subtraction(pages)


def test_a_page_says_the_same_whatever_arrives_later(client: httpx.Client, central: Central, network: Network) -> None:
    busy(central, network)
    link = link_of(send(client, **FORM))
    before = client.get(link).text
    # A PC that was without a line sends what it kept: one more would tell that somebody came.
    with central.store.writing() as writer:
        held = writer.record(PERMANENCE, antenna=network.antennas["Rémuzat"], times=(at(25, 9), at(25, 12)))
        writer.record(VISIT, permanence=held, times=(at(25, 10), None), commune="26264")
    assert client.get(link).text == before
    again = client.get(link_of(send(client, **FORM | {"funder": "Le Parc"}))).text
    assert again.replace("Le Parc", "Le Département") == before


def test_months_of_a_page_are_on_no_other_unless_nobody_read_it(client: httpx.Client, central: Central) -> None:
    link = link_of(send(client, **FORM))
    longer = {"first": "2026-10"}
    with central.store.writing() as writer:
        antenna = writer.record(ANTENNA, code="BUI", name="Buis", commune="26063", association="asoft")
        writer.record(PERMANENCE, antenna=antenna, times=(at(1, 9) - 31 * 86_400, None))
    refused = send(client, **FORM | longer)
    assert refused.status_code == 409
    assert "Une page est déjà faite" in words(refused.text)
    assert "novembre 2026" in words(refused.text)
    # What was typed is still there.
    assert '<option value="2026-10" selected>' in refused.text
    store = central.store
    revoke(store, listed(store)[0].id)
    assert periods(store) == ()
    assert send(client, **FORM | longer).status_code == 200
    wider, secret = listed(store)[0], link.rpartition("/")[2]
    assert opened(store, secret) is None
    store.write_local(shared.update().where(shared.c.id == wider.id).values(seen=1))
    revoke(store, wider.id)
    assert [called(each) for each in periods(store)] == ["octobre 2026 à novembre 2026"]
    assert send(client, **FORM).status_code == 409
    assert send(client, **FORM | longer).status_code == 200


def test_of_two_who_publish_at_one_moment_neither_says_what_the_other_hides(central: Central, clock: Clock) -> None:
    clock.now += 300 * 86_400
    store, until = central.store, local(clock.now).date()

    making = [partial(share, store, COORDINATION, "Le Parc", over(YEAR[0], months), until) for months in (1, 2, 3, 4)]
    assert sum(at_once(store.database, making)) == 1
    assert len(periods(store)) == 1
