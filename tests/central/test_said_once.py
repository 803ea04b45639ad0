"""What is written leads to a page, where it is said once: every form of every page, and what waits for whom."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date

import httpx
import pyotp
import pytest
from nacl.exceptions import CryptoError
from sqlalchemy import func, select

from kiosque.actions.visitors import apart, people
from kiosque.actions.visitors.people import Answers
from kiosque.central.accounts import Account, Accounts, Role
from kiosque.central.api import keys
from kiosque.central.api.keys import Scope
from kiosque.central.app import make_app
from kiosque.central.central import Central
from kiosque.central.once import NOTHING, WAITS, Once, keep, take
from kiosque.central.second_factor import pending
from kiosque.central.sessions import Sessions, Stage
from kiosque.central.sharing import listed, periods, share
from kiosque.central.tokens import lookup
from kiosque.db import account_tables, records, report_tables, watch_tables
from kiosque.db.account_tables import attempt, entrance, once, session
from kiosque.db.store import Store
from kiosque.domain.apart import RESTRICTION
from kiosque.reports.objectives import versions
from tests.at_once import at_once
from tests.central import test_axe
from tests.central.asking import asking, post, read_on, words
from tests.central.house import PASSWORD, Clock, Network, led
from tests.central.test_rights import addresses

DAY = "2026-11-24"
HER = Account("élise", Role.ADMINISTRATOR)
CASES: tuple[tuple[str, dict[str, str]], ...] = (
    ("/nouveau-compte", {"name": "noé", "role": "figures"}),
    ("/comptes/{name:str}", {"act": "close"}),
    ("/objectifs/{code:str}", {"act": "remove", "version": "{version}"}),
    ("/objectifs", {"first": "2026-09-01"}),
    ("/a-regarder", {"act": "confirm", "record": "{permanence}"}),
    ("/permanences/{permanence:int}", {"act": "undecide", "reason": "relu"}),
    (
        "/permanences/{permanence:int}/presences",
        {"act": "note", "animator": "{animator}", "starts": "09:00", "ends": "11:00"},
    ),
    (
        "/passages/{visit:int}",
        {"act": "correct", "arrived_at": "10:05", "why_came": "digital", "commune": "Nyons 26110", "reason": "relu"},
    ),
    (
        "/interventions/{intervention:int}",
        {"act": "correct", "themes": "email", "duration": "45", "reason": "relu"},
    ),
    ("/horaires/{antenna:int}", {"act": "note", "hours": "fermé", "first": DAY, "last": DAY, "reason": "leave"}),
    (
        "/circuit",
        {"act": "plan", "animator": "{animator}", "antenna": "{antenna}", "hours": "9h-12h", "first": DAY},
    ),
    (
        "/ateliers-prevus/nouveau",
        {
            "antenna": "{antenna}",
            "title": "Photo",
            "theme": "email",
            "animator": "{animator}",
            "day": "2026-12-02",
            "start": "14:00",
            "minutes": "90",
            "capacity": "6",
            "anyway": "1",
        },
    ),
    ("/ateliers-prevus/{workshop:int}", {"act": "off"}),
    (
        "/antennes/nouvelle",
        {"label": "Rosans, la Gare", "commune": "Rosans", "form": "village", "association": "asoft"},
    ),
    ("/antennes/{antenna:int}/corriger", {"act": "life", "opens": "2017-03-01"}),
    ("/antennes/{antenna:int}/materiel", {"act": "place", "name": "Portable 2", "form": "laptop"}),
    ("/materiel/{piece:int}", {"act": "correct", "name": "Portable 3", "form": "tablet"}),
    (
        "/animateurs/nouveau",
        {"given_name": "Zoé", "family_name": "Roux", "status": "volunteer", "association": "asoft"},
    ),
    ("/animateurs/{animator:int}/corriger", {"act": "engage", "status": "employed", "first": "2026-11-01"}),
    ("/formations", {"subject": "mediation", "day": "2026-11-20", "hours": "7", "who": "{animator}"}),
    ("/partenaires", {"act": "partner", "label": "Rémuzat", "form": "commune"}),
    ("/enquetes", {"act": "note", "antenna": "{antenna}", "answers": "40", "teleworkers": "6", "needs": "desk"}),
    ("/programmes/nouveau", {"label": "Gîtes", "audience": "tourism", "first": "2026-09-01"}),
    ("/programmes/{programme:int}/corriger", {"label": "Fermes et gîtes"}),
    ("/nomenclatures", {"act": "add", "list": "services", "label": "Le Parc"}),
    ("/couts", {"nature": "running", "label": "Ménage", "amount": "12", "first": "2026-10-01"}),
    (
        "/demandes/nouvelle",
        {"right": "access", "received_on": "2026-11-19", "called": "Odette", "contact": "La mairie"},
    ),
    ("/demandes/{request_id:int}", {"act": "prolong"}),
    ("/personnes/{one:int}/et/{other:int}", {"act": "same"}),
    ("/personnes/{visitor:int}", {"act": "part"}),
    ("/personnes/{visitor:int}/corriger", {"given_name": "Odile", "family_name": "Chastel", "reason": "relu"}),
    ("/personnes/{visitor:int}/a-part", {"act": "restriction", "reason": "vérifié"}),
    ("/rapports", {"first": "2026-11-01", "last": "2026-11-22"}),
    ("/rapports/{number:int}", {"act": "keep", "c-young": "Trois ateliers"}),
    (
        "/financeurs",
        {"act": "share", "funder": "Le Parc", "first": "2026-10", "last": "2026-10", "until": "2026-12-01"},
    ),
    ("/cles-api", {"act": "make", "name": "Carte", "days": "30", "scope": "places"}),
    ("/badges/nouveau", {"animator": "{animator}"}),
    ("/badges", {"act": "lose", "number": "{number:str}"}),
    ("/postes/inscrire", {"by": "code", "antenna": "{antenna}", "animator": "{animator}", "address": "http://central"}),
    ("/postes/{device:int}/retirer", {}),
    ("/postes", {"act": "accept", "device": "{device}", "up_to": "57"}),
    ("/compte/code", {"now": PASSWORD, "code": "{six}"}),
    ("/compte", {"act": "renew", "now": PASSWORD}),
)
"""A form of each page that writes something, in an order in which each has what it needs."""

CORRECTING = frozenset(
    {
        "/passages/{visit:int}",
        "/interventions/{intervention:int}",
        "/antennes/{antenna:int}/corriger",
        "/programmes/{programme:int}/corriger",
        "/personnes/{visitor:int}/corriger",
        "/permanences/{permanence:int}",
        "/materiel/{piece:int}",
        "/ateliers-prevus/{workshop:int}",
    }
)
"""Forms that say what was read before they were filled in."""

READING = {"/personnes": {"typed": "Odette"}, "/postes/{device:int}/secours": {}}
"""Forms that are posted for what they say, which is to stand in no address, and write nothing."""

FILES = frozenset({"/donnees", "/demandes/{request_id:int}/fichier"})
"""Forms that give a file: the page stays where it is."""

DOORS = frozenset({"/entrer", "/entrer/code", "/entrer/proteger", "/invitation/{secret:str}", "/sortir", "/cle"})
"""In, out, and the stick, which leads by a ticket of its own."""

PROGRAMS = frozenset({"/exchange", "/enrolment"})

KEPT = sorted(
    (account_tables.TABLES | watch_tables.TABLES | report_tables.TABLES)
    - {session, attempt, once, entrance, watch_tables.looked_through, watch_tables.found}
    | {records.enrolment_code, records.credential},
    key=lambda table: table.name,
)
"""What headquarters keeps beside the journal."""


@dataclass(frozen=True)
class Desk:
    """Somebody of headquarters who sends the form of each page, and what there is to send it about."""

    client: httpx.Client
    store: Store
    known: dict[str, str]

    def path(self, route: str) -> str:
        """Return an address with a record of this central for each parameter."""
        return re.sub(r"\{((\w+)(?::\w+)?)\}", lambda each: self.known.get(each[1]) or self.known[each[2]], route)

    def send(self, route: str, form: dict[str, str]) -> httpx.Response:
        """Send a form."""
        if route.endswith("/a-part"):
            self.known["visitor"] = self.known["frozen"]
        if "{six}" in form.values():
            self.known["six"] = pyotp.TOTP(pending(self.client.cookies["session"])).at(self.store.now())
        said = {name: self.path(each) for name, each in form.items()}
        if route in CORRECTING:
            said["read"] = read_on(self.client, self.path(route))
        return post(self.client, self.path(route), **said)

    def held(self) -> list[object]:
        """Return all that is kept: how long the journals are, and every row of what stands beside them."""
        entries = select(func.count()).select_from(records.entry)
        # A draft of a report is counted as its page is shown, and kept beside it until something else is told.
        rows = (select(*(column for column in each.c if column.name != "draft")) for each in KEPT)
        return [self.store.one(entries)[0], *(sorted(map(repr, self.store.all(each))) for each in rows)]


@pytest.fixture
def desk(central: Central, network: Network, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr("kiosque.sync.codes._MEMORY_KIB", 64)
    store = central.store
    known = test_axe.records(central, network)
    frozen = people.write_down(store, Answers("Paulette", "Arnoux"), author=0).record
    apart.set_apart(store, frozen, RESTRICTION)
    with store.reading() as connection:
        version = versions(connection)["spaces"][0].id
    known |= {"frozen": str(frozen), "version": str(version), "name": "noé"}
    with asking(central) as client:
        yield Desk(client, store, known)


def test_every_form_that_writes_leads_to_a_page_that_says_so_and_writes_nothing(desk: Desk) -> None:
    for route, form in CASES:
        before = desk.held()
        answer = desk.send(route, form)
        assert answer.status_code == 303, (route, answer.status_code, words(answer.text)[:300])
        after = desk.held()
        assert after != before, route
        page = led(desk.client, answer)
        assert page.status_code == 200, route
        assert desk.held() == after, route
        said = "done" if 'class="done" role="status"' in page.text else words(page.text)
        # A report that was asked for is there, and says itself that it is a draft.
        assert said == "done" or "plus montré" in said or route == "/rapports", (route, said[:300])
    for route, form in READING.items():
        before = desk.held()
        assert desk.send(route, form).status_code in {200, 409}, route
        assert desk.held() == before, route


def test_no_form_is_posted_of_which_nobody_says_here_whether_it_writes(central: Central) -> None:
    posted = {each.path for each in addresses(make_app(central)) if each.method == "POST"}
    assert posted - PROGRAMS == {route for route, _ in CASES} | READING.keys() | FILES | DOORS


def test_it_is_said_to_the_session_that_asked_once_and_by_whichever_process(central: Central, network: Network) -> None:
    path = f"/horaires/{network.antennas['Séderon']}"
    form = {"act": "note", "hours": "fermé", "first": DAY, "last": DAY, "reason": "leave"}
    with asking(central) as client, asking(central) as elsewhere, asking(central, "asoft") as asoft:
        answer = post(client, path, **form)
        assert (answer.status_code, answer.headers["location"]) == (303, path)
        # Neither somebody else, nor the same person elsewhere, nor another page.
        for other, page in ((asoft, path), (elsewhere, path), (client, "/horaires"), (client, "/circuit")):
            assert "C’est noté" not in other.get(page).text
        # Each of these serves the pages as a process of its own would.
        elsewhere.cookies = client.cookies
        assert "C’est noté\u00a0: fermé." in elsewhere.get(path).text
        assert "C’est noté" not in client.get(path).text
        assert "C’est noté" not in elsewhere.get(path).text


def test_what_waits_is_read_by_nobody_without_the_cookie_and_not_for_long(store: Store, clock: Clock) -> None:
    mine, theirs = (Sessions(store).begin("élise", Stage.IN, "x") for _ in range(2))
    what = Once("Élise Brès est prévue.", {"link": "secret"})
    keep(store, mine, "/circuit", what)
    [row] = store.all(select(once))
    assert not any(word in row.sealed for word in ("Brès".encode(), b"secret", b"circuit"))
    assert take(store, theirs, "/circuit") == take(store, mine, "/horaires") == NOTHING
    # Put into another's place, it is sealed for the one it was for.
    store.write_local(once.update().values(session=lookup(theirs)))
    with pytest.raises(CryptoError):
        take(store, theirs, "/circuit")
    for what_next in (what, Once("Une autre."), Once("La dernière.")):
        keep(store, mine, "/circuit", what_next)
    assert take(store, mine, "/circuit") == Once("La dernière.")
    assert take(store, mine, "/circuit") == NOTHING
    keep(store, mine, "/circuit", what)
    clock.now += WAITS
    assert take(store, mine, "/circuit") == NOTHING
    keep(store, mine, "/circuit", what)
    clock.now += WAITS
    keep(store, theirs, "/", what)
    assert len(store.all(select(once))) == 1


def test_of_two_who_come_at_once_one_is_told(store: Store) -> None:
    mine = Sessions(store).begin("élise", Stage.IN, "x")
    keep(store, mine, "/circuit", Once("C’est prévu."))
    with ThreadPoolExecutor(4) as several:
        told = list(several.map(lambda _: take(store, mine, "/circuit"), range(8)))
    assert sorted(each.said for each in told) == [""] * 7 + ["C’est prévu."]


def test_of_several_who_make_the_same_at_once_one_has_it(store: Store) -> None:
    october, until = (date(2026, 10, 1), date(2026, 10, 31)), date(2026, 12, 1)
    september = (date(2026, 9, 1), date(2026, 10, 31))
    made = {
        "link": lambda: share(store, HER, "Le Parc", october, until, another=False),
        "key": lambda: keys.make(store, "Carte", [Scope.PLACES], 30, by="élise"),
        "account": lambda: Accounts(store).add_without_password("noé", Role.FIGURES),
    }
    for what, make in made.items():
        assert sum(at_once(store.database, [make] * 3)) == 1, what
    # Of those who mean another one, all have it; of other months that overlap, nobody.
    assert at_once(store.database, [lambda: share(store, HER, "Le Parc", october, until)] * 2) == [True, True]
    assert at_once(store.database, [lambda: share(store, HER, "Nyons", september, until)] * 2) == [False, False]
    assert (len(listed(store)), len(periods(store))) == (3, 1)
