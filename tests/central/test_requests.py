"""What people ask of their data: noted, looked up, answered, within a month; and what is taken away is noted."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import httpx
import pytest

from kiosque.actions.network import requests
from kiosque.actions.visitors import people
from kiosque.actions.visitors.people import Answers
from kiosque.central.central import Central
from kiosque.central.export_log import log
from kiosque.db import alone_key
from kiosque.db import records as tables
from kiosque.db.watch_tables import decision
from kiosque.domain.records import (
    ANTENNA,
    ATTENDANCE,
    BOOKING,
    DESK,
    INTERVENTION,
    PERMANENCE,
    REGISTRATION,
    REPAIR,
    VISIT,
    WORKSHOP,
)
from kiosque.domain.retention import months_after
from tests.central.asking import asking, post, read_on, words
from tests.central.house import Clock, at, led
from tests.stores import said

NUMBER = "0612345678"


@dataclass(frozen=True)
class Kept:
    """What is kept of somebody, and of somebody else beside them."""

    paulette: int
    alone: int
    namesake: int


@pytest.fixture
def kept(central: Central) -> Kept:
    """Paulette Arnoux, who came, was helped alone and with Marcel, and registered by telephone before she came."""
    store = central.store
    paulette = people.write_down(store, Answers("Paulette", "Arnoux", 1943, "26220", NUMBER), author=0).record
    marcel = people.write_down(store, Answers("Marcel", "Blanc"), author=0).record
    with store.writing() as writer:
        antenna = writer.record(ANTENNA, code="NYO", name="Nyons")
        held = writer.record(PERMANENCE, antenna=antenna, times=(at(20, 9), at(20, 12)))
        hers = writer.record(VISIT, permanence=held, visitor=paulette, times=(at(20, 9), at(20, 10)), reason="digital")
        his = writer.record(VISIT, permanence=held, visitor=marcel, times=(at(20, 9), None))
        writer.record(
            INTERVENTION,
            permanence=held,
            visits=(hers,),
            visitors=(paulette,),
            given_at=at(20, 9),
            duration=30,
            themes=("email",),
            note="suite jeudi",
        )
        writer.record(
            INTERVENTION,
            permanence=held,
            visits=(hers, his),
            visitors=(paulette, marcel),
            given_at=at(20, 9),
            duration=15,
            themes=("email",),
            note="Marcel aussi",
            communes=("26220", "05126"),
        )
        session = writer.record(WORKSHOP, antenna=antenna, title="Photos", times=(at(21, 14), at(21, 16)))
        alone = writer.record(REGISTRATION, workshop=session, name="Paulette Arnoux", phone="0475260000", state="seen")
        namesake = writer.record(REGISTRATION, workshop=session, name="Arnoux Paulette", state="noshow")
        theirs = writer.record(REGISTRATION, workshop=session, visitor=paulette, state="seen")
        writer.record(ATTENDANCE, registration=theirs, half_day=0, state="seen", signature=b"\x01\x02")
        desk = writer.record(DESK, antenna=antenna, name="Table 1", form="coworking")
        writer.record(BOOKING, desk=desk, name="Marcel Blanc", phone="0475000000")
        writer.record(REPAIR, permanence=held, visit=hers, repaired_at=at(20, 9), outcome="fixed", note="grille-pain")
    return Kept(paulette, alone, namesake)


@pytest.fixture
def client(central: Central, kept: Kept) -> Iterator[httpx.Client]:
    assert kept.paulette
    with asking(central, "protection") as client:
        yield client


NOTED = {"received_on": "2026-11-20", "called": "Paulette Arnoux", "contact": NUMBER, "wording": "Que savez-vous ?"}


def noted(client: httpx.Client, right: str, **more: object) -> str:
    """Note a request and return its address."""
    answer = post(client, "/demandes/nouvelle", right=right, **{**NOTED, **more})
    assert answer.status_code == 303, words(answer.text)
    return str(answer.headers["location"])


def test_a_request_is_noted_waits_a_month_and_is_late_after(client: httpx.Client) -> None:
    assert "Personne n’attend de réponse" in words(client.get("/demandes").text)
    for wrong, sentence in (
        ({"received_on": "2026-12-24"}, "n’arrive pas dans l’avenir"),
        ({"received_on": "hier"}, "Écrivez un jour"),
        ({"called": " "}, "Il manque un nom"),
        ({"contact": " "}, "Dites où répondre"),
        ({"right": "all"}, "n’est pas un choix"),
    ):
        answer = post(client, "/demandes/nouvelle", **{"right": "access", **NOTED, **wrong})
        assert answer.status_code == 409
        assert sentence in words(answer.text)
        assert "Que savez-vous ?" in answer.text
    address = noted(client, "access")
    again = post(client, "/demandes/nouvelle", right="access", **NOTED)
    assert "Cette demande est déjà notée." in words(again.text)
    again = post(client, "/demandes/nouvelle", right="access", **NOTED | {"contact": "La mairie"})
    assert (again.status_code, 'name="sure"' in again.text) == (409, True)
    assert "avant le dimanche 20 décembre 2026" in words(client.get("/demandes").text)
    assert "Répondre avant la fin du dimanche 20 décembre 2026" in words(client.get(address).text)
    assert "Demandes à répondre" not in words(client.get("/a-regarder").text)
    late = ""
    for day, told in (
        ("2026-10-25", "encore 2 jours"),
        ("23/10/2026", "dernier jour"),
        ("2026-10-21", "en retard de 2"),
    ):
        late = noted(client, "access", received_on=day)
        assert told in words(client.get("/demandes").text)
    said = words(client.get("/a-regarder").text)
    assert "Demandes à répondre 3" in said
    assert "En retard de 2 jours" in said
    assert post(client, late, act="prolong").status_code == 303
    assert "avant le jeudi 21 janvier 2027" in words(client.get("/demandes").text)


def test_access_is_one_file_with_all_of_them_and_nothing_of_anybody_else(
    client: httpx.Client, central: Central, kept: Kept
) -> None:
    address = noted(client, "access")
    page = client.get(address).text
    assert f'value="{kept.paulette}"' in page
    assert f'name="alone" value="{kept.alone}"' in page
    post(client, address, act="identify", visitor=kept.paulette)
    answer = post(client, f"{address}/fichier", alone=kept.alone)
    assert answer.headers["content-disposition"].endswith('.zip"')
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
    told = json.loads(archive.read("donnees.json"))
    assert told["visitor"][0]["Prénom"] == "Paulette"
    assert [each["Début"] for each in told["visit"]] == ["20/11/2026 09:00"]
    assert [each.get("Note") for each in told["intervention"]] == ["suite jeudi", None]
    assert [each.get("Téléphone") for each in told["registration"]] == ["0475260000", None]
    assert told["repair"][0]["Note"] == "grille-pain"
    assert told["attendance"][0]["État"] == "Présent"
    assert told["visitor"][0]["Commune"] == "Nyons\u00a0(26)"
    assert "csv/visit.csv" in archive.namelist()
    assert "Ce que nous gardons sur vous" in archive.read("lisez-moi.html").decode()
    # Of Marcel, who was helped with her, and of who has her name, nothing.
    assert "Marcel" not in everything
    assert "Rosans" not in everything
    assert "booking" not in told
    [taken] = log(central.store)
    assert (taken.names, taken.account) == (True, "protection")
    assert taken.reason.startswith("demande ")


def test_erasure_is_sure_reaches_the_names_that_were_ticked_and_forgets_who_asked(
    client: httpx.Client, central: Central, kept: Kept
) -> None:
    store, address = central.store, noted(client, "erasure", visitor=kept.paulette)
    answer = post(client, address, act="erase", alone=kept.alone)
    assert answer.status_code == 409
    assert "Cochez d’abord" in words(answer.text)
    assert f'name="alone" value="{kept.alone}" checked' in answer.text
    assert post(client, address, act="erase", sure="oui", alone=kept.alone).status_code == 303
    gone = said(store)
    assert b"0475260000" not in gone
    names = {row.id: row.name for row in store.all(tables.registration.select())}
    assert (names[kept.alone], names[kept.namesake]) == (None, "Arnoux Paulette")
    assert store.one(tables.visitor.select().where(tables.visitor.c.id == kept.paulette)).given_name is None
    # Until she is answered, where to answer stays.
    page = words(client.get(address).text)
    assert NUMBER in page
    assert "Aucune fiche" in page or "Qui est-ce" in page
    assert "Dites ce qui a été fait." in post(client, address, act="answer", outcome="done", answer=" ").text
    assert post(client, address, act="answer", outcome="done", answer="effacée le 23").status_code == 303
    row = store.one(tables.request.select())
    assert (row.outcome, row.name, row.contact, row.answer, row.visitor) == ("done", None, None, None, None)
    assert NUMBER.encode() not in said(store)
    assert "C’est fait" in words(client.get("/demandes").text)
    answer = post(client, address, act="answer", outcome="done", answer="encore")
    assert answer.status_code == 409


def test_a_name_that_stands_alone_is_erased_without_a_record(
    client: httpx.Client, central: Central, kept: Kept
) -> None:
    address = noted(client, "erasure", called="Marcel Blanc", contact="0475000000")
    page = client.get(address).text
    [booking] = central.store.all(tables.booking.select())
    assert f'name="alone" value="{booking.id}"' in page
    undecided = post(client, address, act="erase", sure="oui", alone=booking.id)
    assert "Dites d’abord si l’une d’elles est la sienne" in words(undecided.text)
    assert f'name="alone" value="{booking.id}" checked' in undecided.text
    none = {"act": "erase", "sure": "oui", "none": "oui"}
    assert "Rien n’a été fait" in words(post(client, address, **none).text)
    assert post(client, address, **none, alone=booking.id).status_code == 303
    # Sent again, nothing is left to erase, and it is said.
    again = post(client, address, **none, alone=booking.id)
    assert (again.status_code, "Un nom coché n’est plus ici" in words(again.text)) == (409, True)
    assert central.store.one(tables.booking.select()).name is None
    assert (
        central.store.one(tables.visitor.select().where(tables.visitor.c.id == kept.paulette)).given_name == "Paulette"
    )


def test_of_many_who_bear_a_name_the_nearest_are_shown_and_all_when_asked(
    client: httpx.Client, central: Central, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosque.central.pages.namesakes.FEW", 2)
    with central.store.writing() as writer:
        several = [writer.record(REGISTRATION, name="Paulette Arnoux", state="seen") for _ in range(3)]
        hers = writer.record(REGISTRATION, name="Paulette Arnoux", phone=NUMBER, state="seen")
    address = noted(client, "erasure")

    def shown(answer: httpx.Response) -> list[int]:
        return [int(each.split('"')[0]) for each in answer.text.split('name="alone" value="')[1:]]

    page = client.get(address)
    assert shown(page) == [hers, kept.alone]
    assert "Voir 4\u00a0autres noms" in page.text
    everybody = client.get(f"{address}?noms=tous")
    assert sorted(shown(everybody)) == [kept.alone, kept.namesake, *several, hers]
    monkeypatch.setattr("kiosque.central.pages.namesakes.MANY", 5)
    assert "4\u00a0autres noms lui ressemblent" in client.get(f"{address}?noms=tous").text
    # What was ticked among all stays ticked where few are shown, and is theirs.
    assert shown(post(client, address, act="erase", alone=several[2])) == [hers, kept.alone, several[2]]
    post(client, address, act="erase", sure="oui", none="oui", alone=several[2])
    left = {row.id for row in central.store.all(tables.registration.select()) if row.name}
    assert left >= {kept.alone, kept.namesake, hers, *several[:2]}
    assert several[2] not in left
    # Of more names than are compared, those of the number that was said are still found; whose keys are not made yet
    # is compared in any case.
    while alone_key.keep_up(central.store.database):
        pass
    monkeypatch.setattr("kiosque.actions.visitors.named_alone.MOST", 3)
    page = client.get(address)
    assert "Trop de noms ressemblent" in page.text
    assert shown(page) == [hers]


def test_rectification_corrects_with_its_history(client: httpx.Client, central: Central, kept: Kept) -> None:
    address = noted(client, "rectification", visitor=kept.paulette)
    edit = f"/personnes/{kept.paulette}/corriger"
    assert f'href="{edit}"' in client.get(address).text
    first = {"given_name": "Paulette", "family_name": "Arnoux", "birth_year": "1943", "commune": "Nyons (26)"}
    first["read"] = read_on(client, edit)
    for wrong, sentence in (({"birth_year": "1 9"}, "quatre chiffres"), ({"email": "x"}, "adresse e-mail")):
        answer = post(client, edit, reason="demande", **{**first, "phone": NUMBER, **wrong})
        assert answer.status_code == 409
        assert sentence in words(answer.text)
    assert post(client, edit, reason="", **first).status_code == 409
    fields = {**first, "family_name": "Arnoud", "email": "p.arnoud@exemple.fr"}
    assert post(client, edit, reason="sa carte d’identité", **fields).status_code == 303
    row = central.store.one(tables.visitor.select().where(tables.visitor.c.id == kept.paulette))
    assert (row.family_name, row.commune, row.phone, row.birth_year) == ("Arnoud", "26220", None, 1943)
    told = words(client.get(edit).text)
    assert "Nom : Arnoux devient Arnoud" in told
    assert "« sa carte d’identité »" in told
    assert post(client, address, act="dance").status_code == 409
    assert client.get("/personnes/12/corriger").status_code == 404
    assert client.get("/demandes/12").status_code == 404


def test_who_may_not_answer_sees_no_request(central: Central, kept: Kept) -> None:
    with asking(central, "asoft") as client:
        for path in ("/demandes", "/demandes/nouvelle", f"/personnes/{kept.paulette}/corriger"):
            assert client.get(path).status_code == 403


def test_months_end_on_their_last_day_and_old_answers_forget_who_asked(central: Central, clock: Clock) -> None:
    assert months_after(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_after(date(2026, 12, 15), 3) == date(2027, 3, 15)
    store = central.store
    made = requests.receive(
        store, right="access", received_on=date(2026, 11, 20), called="Odette", contact="chez elle"
    ).record
    requests.answer(store, made, outcome="done", words="remis en main propre")
    assert requests.forget_old(store) == 0
    clock.now += 6 * 366 * 86_400
    assert requests.forget_old(store) == 1
    [old] = requests.answered(store)
    assert (old.name, old.outcome, requests.forget_old(store)) == ("", "done", 0)


APART = (
    ("restriction", "Geler sa fiche partout", "Fiche gelée", "Lever le gel", "gelée à votre demande"),
    ("objection", "Ne plus la suivre, partout", "Opposition", "Lever l’opposition", "Vous vous êtes opposé"),
)


def test_a_request_came_on_a_day_that_may_be_and_the_day_is_corrected(client: httpx.Client, central: Central) -> None:
    for day, sentence in (("1950-11-20", "plus de cinq ans"), ("2026-11-24", "pas dans l’avenir")):
        answer = post(client, "/demandes/nouvelle", right="access", **{**NOTED, "received_on": day})
        assert answer.status_code == 409
        assert sentence in words(answer.text)
    address = noted(client, "access", received_on="2026-10-20")
    refused = post(client, address, act="arrived", received_on="1950-11-20")
    assert refused.status_code == 409
    assert 'value="1950-11-20"' in refused.text
    assert post(client, address, act="arrived", received_on="2026-11-10").status_code == 303
    assert "Répondre avant la fin du jeudi 10 décembre 2026" in words(client.get(address).text)
    assert len(central.store.history(central.store.one(tables.request.select()).id)) == 2
    post(client, address, act="answer", outcome="done", answer="remis")
    assert "déjà sa réponse" in words(post(client, address, act="arrived", received_on="2026-11-11").text)


@pytest.mark.parametrize("forged", ["12", "Paulette", "²"])
def test_a_request_is_of_somebody_who_is_kept_or_of_nobody(client: httpx.Client, central: Central, forged: str) -> None:
    answer = post(client, "/demandes/nouvelle", right="access", **NOTED, visitor=forged)
    assert answer.status_code == 409
    assert "Cette fiche n’est pas, ou plus, ici." in words(answer.text)
    assert central.store.all(tables.request.select()) == []
    address = noted(client, "access")
    assert post(client, address, act="identify", visitor=forged).status_code == 409
    assert central.store.one(tables.request.select()).visitor is None


def test_who_is_frozen_may_still_ask_to_be_erased_and_each_page_says_so(client: httpx.Client, kept: Kept) -> None:
    freezing = noted(client, "restriction", visitor=kept.paulette)
    said_before = words(client.get(freezing).text)
    assert "ni ne s’efface à son terme" in said_before
    assert "ou qu’on l’efface pour de bon" in said_before
    post(client, freezing, act="set_apart", sure="oui")
    erasing = noted(client, "erasure", visitor=kept.paulette)
    page = words(client.get(erasing).text)
    assert "elle peut le savoir, et le faire effacer" in page
    assert "Sa fiche est gelée, le temps de vérifier. L’effacer y met fin" in page
    assert post(client, erasing, act="erase", sure="oui").status_code == 303
    assert client.get(f"/personnes/{kept.paulette}/a-part").status_code == 404


@pytest.mark.parametrize(("right", "raising", "state", "lifting", "told"), APART, ids=lambda each: each)
def test_somebody_is_set_apart_by_their_request_and_lifted_with_a_reason(
    client: httpx.Client, central: Central, kept: Kept, right: str, raising: str, state: str, lifting: str, told: str
) -> None:
    address, page = noted(client, right), f"/personnes/{kept.paulette}/a-part"
    assert "Dites d’abord qui c’est" in words(client.get(address).text)
    assert post(client, address, act="set_apart", sure="oui").status_code == 409
    assert client.get(page).status_code == 404
    post(client, address, act="identify", visitor=kept.paulette)
    assert raising in words(client.get(address).text)
    answer = post(client, address, act="set_apart")
    assert answer.status_code == 409
    assert "Cochez d’abord" in words(answer.text)
    done = led(client, post(client, address, act="set_apart", sure="oui"))
    assert "déjà fait" in words(post(client, address, act="set_apart", sure="oui").text)
    said_there = words(done.text)
    assert "C’est fait ici." in said_there
    assert state in said_there
    assert post(client, address, act="answer", outcome="done", answer="c’est noté").status_code == 303
    # Found by nobody but whoever answers requests.
    assert "Arnoux" not in words(post(client, "/personnes", typed="Paulette Arnoux").text).replace(
        "Paulette Arnoux", ""
    )
    assert client.get(f"/personnes/{kept.paulette}").headers["location"] == page
    assert client.get(f"/personnes/{kept.paulette}/corriger").status_code == 404
    assert post(client, f"/personnes/{kept.paulette}/corriger", reason="vu").status_code == 404
    assert "À part 1 Les fiches de ces personnes ne se trouvent plus nulle part" in words(client.get("/demandes").text)
    shown = words(client.get(page).text)
    assert state in shown
    assert NUMBER in shown
    # Another request of hers finds her, and a file tells her all, and that.
    other = noted(client, "access")
    assert "À part : gelée, ou opposée." in words(client.get(other).text)
    post(client, other, act="identify", visitor=kept.paulette)
    archive = zipfile.ZipFile(io.BytesIO(post(client, f"{other}/fichier").content))
    [row] = json.loads(archive.read("donnees.json"))["visitor"]
    assert (row["Prénom"], row["Téléphone"]) == ("Paulette", NUMBER)
    assert told in row["À savoir"]
    page_told = archive.read("lisez-moi.html").decode()
    assert "Plaignez-vous à la CNIL" in page_told
    assert "Reconnaître la personne à son prochain passage" in page_told
    assert "12 mois après le dernier passage" in page_told
    fresh = client.get(f"/demandes/nouvelle?personne={kept.paulette}").text
    assert 'value="Paulette Arnoux"' in fresh
    rectify = noted(client, "rectification", visitor=kept.paulette)
    assert "levez-le d’abord" in words(client.get(rectify).text)
    for wrong, sentence in (({"act": right}, "Dites pourquoi"), ({"act": "all", "reason": "x"}, "")):
        answer = post(client, page, **wrong)
        assert answer.status_code == 409
        assert sentence in words(answer.text)
    answer = post(client, page, act=right, reason="vérifié avec elle")
    assert answer.headers["location"] == f"/personnes/{kept.paulette}"
    assert "C’est levé" in words(led(client, answer).text)
    assert client.get(page).status_code == 404
    assert "Paulette Arnoux" in words(post(client, "/personnes", typed="Arnoux").text)
    assert "vérifié avec elle" in {row.reason for row in central.store.all(decision.select())}
    assert lifting in shown


def test_no_file_is_given_while_a_record_may_be_theirs_and_it_tells_what_they_asked(
    client: httpx.Client, central: Central
) -> None:
    address = noted(client, "access")
    assert "Aucune des fiches proposées n’est la sienne" in words(client.get(address).text)
    refused = post(client, f"{address}/fichier")
    assert refused.status_code == 409
    assert "Des fiches ressemblent à ce nom" in words(refused.text)
    assert not log(central.store)
    archive = zipfile.ZipFile(io.BytesIO(post(client, f"{address}/fichier", none="oui").content))
    [asked] = json.loads(archive.read("donnees.json"))["request"]
    assert {"Paulette Arnoux", NUMBER, "Que savez-vous ?"} <= set(asked.values())
    page = archive.read("lisez-moi.html").decode()
    assert "En dehors de cela, nous n’avons rien trouvé" in page
    assert "ne gardons rien" not in page


def test_who_objects_takes_away_the_names_that_stand_alone_and_who_freezes_is_told_they_stay(
    client: httpx.Client, central: Central, kept: Kept
) -> None:
    store, table = central.store, tables.registration
    with store.writing() as writer:
        surely = writer.record(REGISTRATION, name="Paulette Arnoux", phone=NUMBER, state="seen")
    freezing = noted(client, "restriction", visitor=kept.paulette)
    page = words(client.get(freezing).text)
    assert "Un nom seul, sans fiche (une inscription, une réservation, un souhait), ne se gèle pas" in page
    assert "Paulette Arnoux, 0475260000" in page
    assert post(client, freezing, act="set_apart", sure="oui", alone=surely).status_code == 303
    assert store.one(table.select().where(table.c.id == surely)).name == "Paulette Arnoux"
    assert "ne se gèle pas" in words(client.get(freezing).text)

    objecting = noted(client, "objection", visitor=kept.paulette)
    page_ = client.get(objecting).text
    assert f'name="alone" value="{surely}" checked' in page_
    assert f'name="alone" value="{kept.alone}">' in page_
    assert "Les noms cochés s’effacent partout" in words(page_)
    assert post(client, objecting, act="set_apart", sure="oui", alone=surely).status_code == 303
    names = {row.id: row.name for row in store.all(table.select())}
    assert (names[surely], names[kept.alone]) == (None, "Paulette Arnoux")
    # One that is found later is taken away too.
    assert "Enlever ces noms, partout" in words(client.get(objecting).text)
    assert post(client, objecting, act="set_apart", sure="oui", alone=kept.alone).status_code == 303
    names = {row.id: row.name for row in store.all(table.select())}
    assert (names[kept.alone], names[kept.namesake]) == (None, "Arnoux Paulette")


def test_who_objects_without_a_record_takes_their_name_away(client: httpx.Client, central: Central) -> None:
    [booking] = central.store.all(tables.booking.select())
    address = noted(client, "objection", called="Marcel Blanc", contact="0475000000")
    theirs = {"act": "set_apart", "sure": "oui", "alone": booking.id}
    assert "Des fiches ressemblent" in words(post(client, address, **theirs).text)
    assert post(client, address, **theirs, none="oui").status_code == 303
    assert central.store.one(tables.booking.select()).name is None


def test_the_hours_of_a_booking_are_told_in_french(client: httpx.Client, central: Central, kept: Kept) -> None:
    with central.store.writing() as writer:
        writer.record(BOOKING, visitor=kept.paulette, hours="We 09:00-12:00")
    address = noted(client, "access", visitor=kept.paulette)
    archive = zipfile.ZipFile(io.BytesIO(post(client, f"{address}/fichier").content))
    assert "mercredi, 9 h – 12 h" in archive.read("donnees.json").decode().replace("\u00a0", " ").replace("\u202f", " ")
