"""The page where data is taken away, and what is given there."""

import csv
import zipfile
from collections.abc import Iterator
from io import BytesIO, StringIO

import httpx
import pytest

from kiosque.central.central import Central
from kiosque.central.export_log import log
from kiosque.central.pages.exports import GROUPS, NOT_OFFERED
from kiosque.domain.records import KINDS, VISITOR
from tests.central.house import Network, asking, form_token, log_in
from tests.central.said import words


@pytest.fixture
def browser(central: Central) -> Iterator[httpx.Client]:
    """A browser that needs no socket."""
    with asking(central) as client:
        yield client


NOVEMBER = {"first": "2026-11-01", "last": "2026-11-30"}
WHY = {"reason": "Bilan pour le Département"}


def take(browser: httpx.Client, **said: object) -> httpx.Response:
    token = form_token(browser.get("/donnees").text)
    return browser.post("/donnees", data={"_csrf_token": token, "of": "csv", **NOVEMBER, **WHY, **said})


def read(answer: httpx.Response) -> list[dict[str, str]]:
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(StringIO(answer.text, newline="")))


def test_a_table_leaves_without_names_and_it_is_noted_who_took_it_and_why(
    browser: httpx.Client, central: Central, network: Network
) -> None:
    assert network.antennas
    log_in(browser, "financeur")
    page = browser.get("/donnees").text
    assert "Avec les noms" not in page
    answer = take(browser, what="visit")
    rows = read(answer)
    assert len(rows) == 2
    assert "visitor" not in rows[0]
    assert answer.headers["content-disposition"] == ('attachment; filename="kiosque-visit-2026-11-01-2026-11-30.csv"')
    [noted] = log(central.store)
    assert (noted.account, noted.what, noted.reason, noted.names) == (
        "financeur",
        "Passages, CSV, du 01/11/2026 au 30/11/2026",
        "Bilan pour le Département",
        False,
    )
    assert read(take(browser, what="visit", first="2026-11-24")) == []


def test_names_leave_with_whoever_may_pull_them_and_with_nobody_else(
    browser: httpx.Client, central: Central, network: Network
) -> None:
    assert network.antennas
    log_in(browser, "financeur")
    assert take(browser, what="visitor", names="yes").status_code == 403
    assert log(central.store) == ()
    browser.cookies.clear()
    log_in(browser)
    [odette] = read(take(browser, what="visitor", names="yes"))
    assert (odette["given_name"], "card" in odette) == ("Odette", False)
    assert log(central.store)[0].names


def test_without_names_a_row_of_somebody_tells_neither_their_number_nor_their_place(
    browser: httpx.Client, central: Central, network: Network
) -> None:
    assert network.antennas
    with central.store.writing() as writer:
        for commune, age in (("26264", "moins_de_douze"), ("05126", "soixante_dix_plus"), ("26220", "douze_dix_huit")):
            writer.record(VISITOR, commune=commune, age_band=age)
    log_in(browser)
    found = read(take(browser, what="visitor"))
    assert set(found[0]) == {"age_band", "commune"}
    # In the order of what they say: not of who came first.
    said = [(each["age_band"], each["commune"]) for each in found]
    assert said == sorted(said)
    assert len(said) == 4
    assert "id" in read(take(browser, what="visitor", names="yes"))[0]


def test_several_tables_leave_as_one_file_in_every_format(browser: httpx.Client, network: Network) -> None:
    assert network.antennas
    log_in(browser)
    for of, ending in (("ods", "ods"), ("xlsx", "xlsx"), ("csv", "zip"), ("parquet", "zip"), ("jsonl", "zip")):
        answer = take(browser, what=["visit", "workshop"], of=of)
        assert answer.status_code == 200
        assert answer.headers["content-disposition"].endswith(f'.{ending}"')
        with zipfile.ZipFile(BytesIO(answer.content)) as zipped:
            assert zipped.testzip() is None


def test_files_by_standards_leave_too(browser: httpx.Client, central: Central, network: Network) -> None:
    assert network.antennas
    log_in(browser, "financeur")
    for which in ("places", "repairs", "activities"):
        answer = take(browser, standard=which)
        assert answer.status_code == 200
        assert "Odette" not in answer.text
    assert len(log(central.store)) == 3


MISSING: tuple[tuple[dict[str, object], str], ...] = (
    ({"reason": "CAF"}, "Dites pourquoi"),
    ({"what": []}, "Choisissez au moins une table"),
    ({"of": "docx"}, "Choisissez un format"),
    ({"first": "hier"}, "Écrivez un jour"),
    ({"first": "2026-12-01"}, "Le dernier jour vient après"),
    ({"first": "1999-01-01"}, "Dites un jour du 01/01/2000 au 31/12/2100"),
    ({"standard": "tout"}, "Ce fichier n’existe pas"),
)


def test_what_is_missing_is_said_and_what_was_typed_stays(browser: httpx.Client, central: Central) -> None:
    log_in(browser)
    for said, sentence in MISSING:
        answer = take(browser, **{"what": ["repair"], "last": "2026-11-29", **said})
        assert answer.status_code == 409
        assert sentence in words(answer.text)
        assert 'value="2026-11-29"' in answer.text
        assert ('value="repair" checked' in answer.text) is (not said.keys() & {"what", "standard"})
    assert log(central.store) == ()


def test_an_association_takes_what_is_of_its_own_antennas(browser: httpx.Client, network: Network) -> None:
    log_in(browser, "asoft")
    assert read(take(browser, what="visit")) == []
    assert {row["id"] for row in read(take(browser, what="antenna"))} == {
        str(network.antennas[name]) for name in ("Nyons, maison des associations", "Séderon")
    }
    assert "REM.ics" not in browser.get("/donnees").text


def test_every_table_is_offered_once_but_for_a_few() -> None:
    offered = [name for _, names in GROUPS for name in names]
    assert len(offered) == len(set(offered))
    assert {kind.name for kind in KINDS} - set(offered) <= NOT_OFFERED
