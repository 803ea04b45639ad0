"""The page that enrols a device: by a code, or by a file to carry."""

import re

import httpx

from kiosque.db.keys import (
    credential,
    credentials,
)
from kiosque.sync import codes, enrolment
from tests.central.house import Clock, led, log_in
from tests.central.office import Office, filled, row_of
from tests.central.said import words


def test_a_code_is_shown_once_in_groups_and_fetches_the_enrolment(office: Office, clock: Clock) -> None:
    before = {each.device for each in credentials(office.central.store)}
    page = led(office.browser, office.browser.post("/postes/inscrire", data=filled(office)))
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    shown = re.findall(r"<span>([0-9A-Z]{4})</span>", page.text)
    assert len(shown) == 3
    assert "jusqu’au 30 novembre à 14 h 40" in words(page.text)
    keys = codes.keys_of(codes.read_code("-".join(shown)))
    fetched = httpx.post(str(office.browser.base_url.join("/enrolment")), content=keys.lookup)
    carried = enrolment.unpack(codes.unseal(keys, fetched.content))
    assert carried.device not in before
    assert (carried.antenna, carried.address) == (office.network.antennas["Séderon"], "https://central.test")
    later = office.page
    assert not any(group in later for group in shown)
    assert "attend son PC, code valable jusqu’au 30 novembre" in row_of(later, carried.device)
    clock.now += codes.LIFETIME
    log_in(office.browser)
    assert "son code a expiré sans servir" in row_of(office.page, carried.device)


def test_a_file_is_an_enrolment_to_carry(office: Office) -> None:
    response = office.browser.post("/postes/inscrire", data=filled(office, by="file"))
    carried = enrolment.unpack(response.content)
    assert response.headers["content-disposition"] == f'attachment; filename="inscription-{carried.device}.json"'
    assert response.headers["cache-control"] == "no-store"
    held = credential(office.central.store, carried.device)
    assert held
    assert held.secret == carried.secret
    assert "attend son PC" in row_of(office.page, carried.device)


WRONG = (
    ("antenna", "", "Choisissez l’antenne"),
    ("antenna", "12345", "Choisissez l’antenne"),
    ("animator", "x", "Choisissez qui ouvrira"),
    ("address", "n’importe quoi", "n’est pas une adresse"),
    ("address", "https://[", "n’est pas une adresse"),
    ("address", "ftp://central.test", "n’est pas une adresse"),
    ("address", "https://" + "a" * 200, "n’est pas une adresse"),
    ("by", "<b>", "n’est pas complet"),
)


def test_a_form_that_is_not_filled_in_enrols_nothing(office: Office) -> None:
    before = office.central.store.head(office.central.store.device), credentials(office.central.store)
    for field, value, sentence in WRONG:
        page = office.browser.post("/postes/inscrire", data=filled(office, **{field: value}))
        assert page.status_code == 409, field
        alert = page.text.split('role="alert"')[1].split("</p>")[0]
        assert sentence in alert, (field, value)
        assert 'value="https://central.test"' in page.text or field == "address"
    assert (office.central.store.head(office.central.store.device), credentials(office.central.store)) == before


def test_the_form_knows_where_it_comes_from_and_where_it_is(office: Office) -> None:
    antenna = office.network.antennas["Séderon"]
    form = office.browser.get("/postes/inscrire", params={"antenne": antenna}).text
    assert f'<option value="{antenna}" selected>' in form
    assert f'value="{str(office.browser.base_url).rstrip("/")}"' in form
    for nonsense in ("x", "12345", "<b>"):
        assert " selected" not in office.browser.get("/postes/inscrire", params={"antenne": nonsense}).text
