"""The pages of devices and keys: over a real socket, and in a real browser."""

import re
from dataclasses import replace

import httpx
import pytest

from kiosque.actions.network import network as setting
from kiosque.central.central import Central
from kiosque.central.devices import approve, revoke
from kiosque.central.pages.refusal_words import REFUSED
from kiosque.central.quarantine import keep_refused, waiting
from kiosque.db.copies import ask_number, copies
from kiosque.db.identity import Receipt
from kiosque.db.keys import (
    HeldKey,
    change_credential,
    credential,
    credentials,
    headquarters_keys,
    keep_headquarters_key,
)
from kiosque.db.recovery import new_recovery
from kiosque.domain.crockford import grouped
from kiosque.domain.opener import read_recovery
from kiosque.sync.certificates import public_of
from kiosque.sync.refusal import Reason, Refused
from tests.central.house import PATIENT, PLAIN, Clock, at, form_token, log_in
from tests.central.office import Office, filled, row_of
from tests.central.said import words
from tests.central.test_refused import mistakes

COPY = b"c" * 32


# ----- what is shown --------------------------------------------------------------------------------------------------


def test_each_device_stands_at_its_antenna_and_says_how_far_it_is(office: Office, clock: Clock) -> None:
    store, device, antenna = office.central.store, office.device(), office.network.antennas["Rémuzat"]
    end, own = store.feed_head(0).position, store.feed_head(antenna).position
    assert end > 2
    receipt = Receipt(1234, clock.now, network=end - 2, antenna=own)
    store.keep_receipt(device, receipt)
    page = office.page
    said = row_of(page, device)
    assert "inscrit aujourd’hui" in said
    assert "reçu aujourd’hui à 14 h 40" in said
    assert "1 234" in said
    assert "2 écritures en route vers lui" in said
    assert "Retirer" in said
    assert "Code de secours" not in said
    store.keep_receipt(device, replace(receipt, network=end))
    assert "à jour" in row_of(office.page, device)
    assert "rien encore" in row_of(page, office.device("Séderon"))
    assert "Rien n’attend de décision." in words(page)
    assert "Clé 1 la plus récente, 3 postes s’en servent" in words(page)
    assert "keys rotate" in page


def test_a_network_without_an_antenna_says_where_to_begin(browser: httpx.Client) -> None:
    log_in(browser)
    assert "Le réseau n’a pas encore d’antenne" in words(browser.get("/postes").text)
    empty = browser.get("/postes/inscrire").text
    assert "Il manque une antenne" in words(empty)
    assert 'href="/antennes/nouvelle"' in empty


def test_an_antenna_without_a_device_and_a_network_without_animators_say_so(
    browser: httpx.Client, central: Central
) -> None:
    setting.add_antenna(central.store, code="MON", label="Montbrun", form="village", association=None, commune="26193")
    log_in(browser)
    assert "Pas encore de poste ici." in words(browser.get("/postes").text)
    assert "quelqu’un pour l’ouvrir" in words(browser.get("/postes/inscrire").text)


def test_what_waits_is_counted_beside_the_figures_for_administrators_alone(office: Office) -> None:
    assert "attend un numéro" not in office.browser.get("/").text
    ask_number(office.central.store, office.device(), COPY, at(23, 9))
    keep_refused(office.central.store, office.device(), Refused(Reason.CLOCK, "clock 5"))
    keep_refused(office.central.store, office.device(), Refused(Reason.GAP, "after 5"))
    assert "1 PC attend un numéro et 2 envois refusés" in words(office.browser.get("/").text)
    with httpx.Client(verify=PLAIN, timeout=PATIENT, base_url=office.browser.base_url) as other:
        log_in(other, "financeur")
        home = other.get("/").text
        assert "attend un numéro" not in home
        assert "/postes" not in home


def test_every_reason_has_its_sentence() -> None:
    assert set(REFUSED) == set(Reason)
    assert all(sentence.endswith(".") for sentence in REFUSED.values())


# ----- revoking, and what a revoked device brings ---------------------------------------------------------------------


def test_revoking_asks_first_and_says_what_it_means(office: Office, clock: Clock) -> None:
    device = office.device()
    asked = office.browser.get(f"/postes/{device}/retirer").text
    assert "Cela ne se défait pas." in words(asked)
    held = credential(office.central.store, device)
    assert held
    assert held.revoked_at is None
    done = office.send(f"/postes/{device}/retirer")
    assert f"Le poste {device} est retiré" in words(done.text)
    assert str(done.url).endswith(f"/postes?cherche={device}")
    held = credential(office.central.store, device)
    assert held
    assert held.revoked_at == clock.now
    said = row_of(office.page, device)
    assert "retiré aujourd’hui" in said
    assert "Retirer" not in said
    assert "C’est déjà fait" in words(office.browser.get(f"/postes/{device}/retirer").text)


@pytest.mark.parametrize("path", ["/postes/12345/retirer", "/postes/12345/secours"])
def test_a_device_that_is_not_known_has_no_page(office: Office, path: str) -> None:
    assert office.send(path).status_code == 404
    assert office.browser.get("/postes/12345/retirer").status_code == 404


def test_what_a_revoked_device_brings_is_accepted_up_to_a_number(office: Office) -> None:
    store, device = office.central.store, office.device()
    revoke(store, device)
    keep_refused(store, device, Refused(Reason.REVOKED, f"device {device} goes on to 57"), b"sealed")
    said = words(office.page)
    assert "Il apporte ses écritures jusqu’au numéro 57, on en a ici jusqu’au 9." in said
    for typed in ("", "abc", "-1", "1e3", "²", "9" * 30):
        refused = office.send(act="accept", device=device, up_to=typed)
        assert refused.status_code == 409
        assert "Écrivez un numéro en chiffres" in refused.text
        assert mistakes(refused.text, "up_to", {"up_to": typed}) == []
    other = office.device("Séderon")
    assert "n’est pas retiré du réseau" in office.send(act="accept", device=other, up_to=5).text
    assert "Aucun poste" in office.send(act="accept", device=12345, up_to=5).text
    # What waits is no stick's file here (tests/central/test_stick.py has real ones): it is said, and stays.
    assert office.send(act="accept", device=device, up_to=57).status_code == 409
    assert len(waiting(store)) == 1


def test_what_it_has_not_brought_yet_may_be_accepted_in_advance(office: Office) -> None:
    device = office.device()
    revoke(office.central.store, device)
    done = office.send(act="accept", device=device, up_to=57)
    assert "Accepté jusqu’au numéro 57. Aucune nouvelle écriture." in words(done.text)
    held = credential(office.central.store, device)
    assert held
    assert held.accepted == 57


# ----- copies, refusals, recovery, keys -------------------------------------------------------------------------------


def test_a_copy_gets_a_number(office: Office) -> None:
    ask_number(office.central.store, office.device(), COPY, at(23, 9))
    page = office.page
    assert f"Deux PC se présentent comme le poste {office.device()}." in page
    assert COPY.hex()[:8] in page
    assert "à regarder" in row_of(page, office.device())
    done = office.send(act="approve", key=COPY.hex())
    [copy] = copies(office.central.store)
    assert f"La copie devient le poste {copy.number}" in words(done.text)
    assert "Deux PC" not in done.text
    assert approve(office.central.store, COPY) == copy.number
    for nonsense in ("zz", "ab" * 32):
        assert office.send(act="approve", key=nonsense).status_code == 409


def test_what_was_refused_is_seen(office: Office) -> None:
    keep_refused(office.central.store, office.device(), Refused(Reason.CLOCK, "clock 5"))
    keep_refused(office.central.store, 12345, Refused(Reason.CHECK, "<b>"))
    page = words(office.page)
    assert "Son horloge est trop loin devant les autres." in page
    assert "Du poste 12345, aujourd’hui à 14 h 40" in page
    for each in waiting(office.central.store):
        assert "C’est noté" in words(office.send(act="seen", refusal=each.id).text)
    assert not waiting(office.central.store)


def test_a_recovery_code_is_shown_to_be_read_out(office: Office) -> None:
    device = office.device()
    assert "n’a pas encore envoyé de code de secours" in words(office.send(f"/postes/{device}/secours").text)
    _, recovery = new_recovery(headquarters_keys(office.central.store)[0].public)
    change_credential(office.central.store, device, recovery=recovery.parcel)
    assert "Code de secours" in row_of(office.page, device)
    page = office.send(f"/postes/{device}/secours")
    shown = re.findall(r"<span>([0-9A-Z]{4})</span>", page.text)
    assert len(shown) == 5
    assert read_recovery(" ".join(shown)) == "".join(shown)
    assert grouped("".join(shown)) == " ".join(shown)
    assert "Lisez-le au téléphone" in words(page.text)
    change_credential(office.central.store, device, recovery=bytes(90))
    assert "ne se lit pas" in words(office.send(f"/postes/{device}/secours").text)


def test_keys_that_nobody_uses_are_forgotten(office: Office) -> None:
    store = office.central.store
    assert "Oublier les clés" not in office.page
    keep_headquarters_key(store, HeldKey(2, public_of(bytes(32)), bytes(64), bytes(32)))
    assert "Clé 1 3 postes s’en servent" in words(office.page)
    assert "Chaque clé sert encore" in office.send(act="retire").text
    for carried in office.network.devices.values():
        change_credential(store, carried.device, key=2)
    assert "Oublier les clés" in office.page
    assert "La clé 1 est oubliée" in words(office.send(act="retire").text)
    assert [key.serial for key in headquarters_keys(store)] == [2]


def test_a_form_that_is_none_changes_nothing(office: Office) -> None:
    for form in ({}, {"act": "x"}, {"act": "seen"}, {"act": "accept"}, {"act": "approve"}):
        assert office.send(**form).status_code == 409


def test_another_process_may_have_written_in_between(office: Office) -> None:
    """The command line decides of devices too, while the pages are served."""
    assert office.browser.post("/postes/inscrire", data=filled(office, by="file")).status_code == 200
    store = office.central.store
    beside = type(store)(store.database, store.now)
    setting.add_animator(beside, given_name="Marc", family_name="Vial")
    assert office.browser.post("/postes/inscrire", data=filled(office, by="file")).status_code == 200


# ----- who may --------------------------------------------------------------------------------------------------------


def test_an_account_of_figures_may_do_none_of_it(office: Office) -> None:
    store, device = office.central.store, office.device()
    ask_number(store, device, COPY, at(23, 9))
    before = store.head(store.device), credentials(store), copies(store)
    with httpx.Client(verify=PLAIN, timeout=PATIENT, base_url=office.browser.base_url) as other:
        log_in(other, "financeur")
        token = form_token(other.get("/").text)
        for path in ("/postes", "/postes/inscrire", f"/postes/{device}/retirer"):
            refused = other.get(path)
            assert refused.status_code == 403
            assert "n’ouvre pas cette page" in refused.text
        for path in ("/postes", "/postes/inscrire", f"/postes/{device}/retirer", f"/postes/{device}/secours"):
            form = {"_csrf_token": token, "act": "approve", "key": COPY.hex()}
            assert other.post(path, data=form).status_code == 403
    assert (store.head(store.device), credentials(store), copies(store)) == before
