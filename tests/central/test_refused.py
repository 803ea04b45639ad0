"""A form that is refused opens at what is wrong: beside the field, which says so too, with what was typed in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import quote

import pytest

from kiosque.actions.visitors import apart, people
from kiosque.actions.visitors.people import Answers
from kiosque.central.accounts import Role
from kiosque.central.app import make_app
from kiosque.central.central import Central
from kiosque.central.directory import create
from kiosque.domain.apart import RESTRICTION
from kiosque.domain.records import PERMANENCE
from tests.central import test_axe
from tests.central.asking import asking, words
from tests.central.house import PASSWORD, Network, at
from tests.central.test_rights import addresses
from tests.central.test_said_once import PROGRAMS, Desk

DAY = "2026-11-24"
SECRET = frozenset({"password", "again", "now", "code"})
UNCLEAR = ""
"""No field of the form is wrong: what is said of it has the focus itself."""

WRONG: tuple[tuple[str, dict[str, str], str], ...] = (
    ("/nouveau-compte", {"name": "a/b", "role": "figures"}, "name"),
    ("/nouveau-compte", {"name": "zoé", "role": ""}, "role"),
    ("/nouveau-compte", {"name": "zoé", "role": "association"}, "association"),
    ("/comptes/{name:str}", {"act": "role", "role": ""}, "role"),
    ("/comptes/{name:str}", {"act": "role", "role": "association", "association": "x"}, "association"),
    ("/comptes/{name:str}", {"act": "explode"}, UNCLEAR),
    ("/a-regarder", {"act": "explode"}, UNCLEAR),
    ("/permanences/{permanence:int}", {"act": "decide", "opened_at": "x", "closed_at": "", "reason": "y"}, "opened_at"),
    ("/permanences/{permanence:int}", {"act": "undecide", "reason": ""}, "reason"),
    (
        "/permanences/{permanence:int}/presences",
        {"act": "note", "animator": "{animator}", "starts": "x", "ends": "11:00"},
        "starts",
    ),
    ("/passages/{visit:int}", {"act": "correct", "arrived_at": "x", "reason": "relu"}, "arrived_at"),
    ("/passages/{visit:int}", {"act": "correct", "arrived_at": "10:05", "left_at": "x", "reason": "relu"}, "left_at"),
    ("/passages/{visit:int}", {"act": "correct", "arrived_at": "10:05", "reason": ""}, "reason"),
    ("/interventions/{intervention:int}", {"act": "correct", "duration": "45", "reason": "relu"}, "themes"),
    (
        "/interventions/{intervention:int}",
        {"act": "correct", "themes": "email", "duration": "x", "reason": "relu"},
        "duration",
    ),
    ("/horaires/{antenna:int}", {"act": "note", "hours": "x", "first": DAY, "reason": "leave"}, "hours"),
    ("/horaires/{antenna:int}", {"act": "usual", "hours": "fermé", "first": ""}, "first"),
    ("/circuit", {"act": "plan", "animator": "", "antenna": "{antenna}", "hours": "9h-12h", "first": DAY}, "animator"),
    (
        "/circuit",
        {"act": "plan", "animator": "{animator}", "antenna": "{antenna}", "hours": "x", "first": DAY},
        "hours",
    ),
    ("/ateliers-prevus/nouveau", {"antenna": "{antenna}", "animator": "{animator}", "day": "x"}, "day"),
    ("/ateliers-prevus/{workshop:int}", {"act": "plan", "title": "Photo", "theme": "email", "day": "x"}, "day"),
    ("/antennes/nouvelle", {"label": "Rosans", "commune": "Nullepart", "form": "village"}, "commune"),
    ("/antennes/{antenna:int}/corriger", {"act": "life", "opens": "x"}, "opens"),
    ("/antennes/{antenna:int}/materiel", {"act": "place", "name": "", "form": "laptop"}, "name"),
    ("/materiel/{piece:int}", {"act": "correct", "name": "", "form": "tablet"}, "name"),
    ("/animateurs/nouveau", {"given_name": "Zoé", "family_name": "Roux", "status": "x"}, "status"),
    ("/animateurs/{animator:int}/corriger", {"act": "engage", "status": "employed", "first": "x"}, "first"),
    ("/formations", {"subject": "mediation", "day": "x", "hours": "7", "who": "{animator}"}, "day"),
    ("/formations", {"subject": "mediation", "day": "2026-11-20", "hours": "7"}, "who"),
    ("/partenaires", {"act": "partner", "label": "", "form": "commune"}, "label"),
    ("/enquetes", {"act": "note", "antenna": "{antenna}", "answers": "x"}, "answers"),
    ("/programmes/nouveau", {"label": "", "audience": "tourism", "first": "2026-09-01"}, "label"),
    ("/programmes/{programme:int}/corriger", {"label": ""}, "label"),
    ("/demandes/nouvelle", {"right": "", "received_on": DAY, "called": "Odette", "contact": "ici"}, "right"),
    ("/demandes/nouvelle", {"right": "access", "received_on": "2026-11-19", "called": "Odette"}, "contact"),
    ("/demandes/{request_id:int}", {"act": "answer", "outcome": "done", "answer": ""}, "answer"),
    ("/demandes/{request_id:int}", {"act": "explode"}, UNCLEAR),
    ("/personnes/{one:int}/et/{other:int}", {"act": "explode"}, UNCLEAR),
    ("/personnes/{visitor:int}", {"act": "explode"}, UNCLEAR),
    ("/personnes/{visitor:int}/corriger", {"given_name": "Odile", "phone": "1", "reason": "relu"}, "phone"),
    ("/personnes/{visitor:int}/a-part", {"act": "restriction", "reason": ""}, "reason"),
    ("/financeurs", {"act": "share", "funder": "", "first": "2026-10", "last": "2026-10", "until": DAY}, "funder"),
    ("/financeurs", {"act": "share", "funder": "Le Parc", "first": "x", "last": "2026-10", "until": DAY}, "first"),
    ("/financeurs", {"act": "share", "funder": "Le Parc", "first": "2026-10", "last": "x", "until": DAY}, "last"),
    ("/financeurs", {"act": "share", "funder": "Le Parc", "first": "2026-10", "last": "2026-10", "until": ""}, "until"),
    ("/financeurs", {"act": "revoke", "link": "9"}, UNCLEAR),
    ("/financeurs", {"act": "explode"}, UNCLEAR),
    ("/cles-api", {"act": "make", "name": "", "days": "30", "scope": "places"}, "name"),
    ("/cles-api", {"act": "make", "name": "Carte", "days": "30"}, "scope"),
    (
        "/cles-api",
        {"act": "make", "name": "x", "days": "30", "scope": "journal", "association": "asoft"},
        "association",
    ),
    ("/cles-api", {"act": "make", "name": "Carte", "days": "31", "scope": "places"}, "days"),
    ("/cles-api", {"act": "revoke", "key": "9"}, UNCLEAR),
    ("/cles-api", {"act": "explode"}, UNCLEAR),
    ("/badges/nouveau", {"animator": ""}, "animator"),
    ("/badges", {"act": "explode"}, UNCLEAR),
    ("/postes/inscrire", {"by": "code", "antenna": "", "animator": "", "address": "http://central"}, "antenna"),
    ("/postes/inscrire", {"by": "code", "antenna": "{antenna}", "animator": "x", "address": "http://x"}, "animator"),
    ("/postes/inscrire", {"by": "file", "antenna": "{antenna}", "animator": "{animator}", "address": "x"}, "address"),
    ("/postes/inscrire", {"antenna": "{antenna}", "animator": "{animator}", "address": "http://central"}, UNCLEAR),
    ("/postes", {"act": "explode"}, UNCLEAR),
    ("/compte", {"act": "password", "now": "x", "password": "le tilleul", "again": "le tilleul"}, "now"),
    ("/compte", {"act": "password", "now": PASSWORD, "password": "court", "again": "court"}, "password"),
    ("/compte", {"act": "password", "now": PASSWORD, "password": "le tilleul", "again": "x"}, "again"),
    ("/compte", {"act": "end", "session": "zz"}, UNCLEAR),
    ("/compte/code", {"now": "x", "code": "123456"}, "now"),
    ("/compte/code", {"now": PASSWORD, "code": "x"}, "code"),
    ("/invitation/{secret:str}", {"password": "court", "again": "court"}, "password"),
    ("/invitation/{secret:str}", {"password": "le tilleul de Buis", "again": "x"}, "again"),
    ("/objectifs/{code:str}", {"target": "beaucoup", "first": DAY}, "target"),
    ("/objectifs/{code:str}", {"target": "16", "first": ""}, "first"),
    ("/objectifs/{code:str}", {"target": "16", "first": DAY, "last": "2026-01-01", "why": "Avenant"}, "last"),
    ("/objectifs/{code:str}", {"act": "remove", "version": "x"}, UNCLEAR),
    ("/objectifs", {"first": ""}, "first"),
    ("/nomenclatures", {"act": "add", "list": "services", "label": ""}, "label"),
    ("/nomenclatures", {"act": "add", "list": "services", "label": "Le Parc", "first": "x"}, "first"),
    ("/nomenclatures", {"act": "rename", "list": "services", "code": "caf", "label": ""}, "label"),
    ("/nomenclatures", {"act": "end", "list": "services", "code": "caf", "last": "x"}, "last"),
    ("/couts", {"nature": "running", "label": "", "amount": "12", "first": "2026-10-01"}, "label"),
    ("/couts", {"nature": "x", "label": "Ménage", "amount": "12", "first": "2026-10-01"}, "nature"),
    ("/couts", {"nature": "running", "label": "Ménage", "amount": "x", "first": "2026-10-01"}, "amount"),
    ("/couts", {"nature": "running", "label": "Ménage", "amount": "12", "first": "x"}, "first"),
    ("/rapports", {"first": "x", "last": "2026-11-22"}, "first"),
    ("/rapports", {"first": "2026-11-20", "last": "2026-11-02"}, "last"),
    ("/rapports/{number:int}", {"act": "keep", "c-young": "x" * 9_000}, "c-young"),
    ("/donnees", {"what": "visit", "of": "csv", "first": "x", "last": DAY, "reason": "Bilan"}, "first"),
    ("/donnees", {"what": "visit", "of": "csv", "first": "2026-11-01", "last": DAY, "reason": ""}, "reason"),
    ("/donnees", {"of": "csv", "first": "2026-11-01", "last": DAY, "reason": "Bilan"}, "what"),
    ("/donnees", {"what": "visit", "of": "docx", "first": "2026-11-01", "last": DAY, "reason": "Bilan"}, "of"),
    ("/donnees", {"standard": "tout", "first": "2026-11-01", "last": DAY, "reason": "Bilan"}, "standard"),
    ("/donnees", {"standard": "places", "first": "x", "last": DAY, "reason": "Bilan"}, "first"),
)
"""A form of each page, a field of it that is wrong, and which."""

NOTHING_TO_FILL_IN = frozenset(
    {"/postes/{device:int}/retirer", "/postes/{device:int}/secours", "/demandes/{request_id:int}/fichier", "/sortir"}
)
"""Buttons alone: whatever is sent, it is done, or there is no such record."""

ELSEWHERE = frozenset({"/objectifs"})
"""Refused, it is shown as another form of the same."""

AT_ONCE = frozenset({"/entrer", "/entrer/code", "/entrer/proteger", "/cle", "/personnes"})
"""Forms of one question, tried in their own tests: the door says nothing of which of its two fields is wrong."""


@dataclass
class Control:
    """A field as a page shows it: what is in it, or chosen of it, and what could be."""

    name: str
    kind: str
    form: int
    described: list[str]
    wrong: bool = False
    held: list[str] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)


class Shown(HTMLParser):
    """What a page shows of its forms, in its order: fields, what is said of them, what has the focus."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.controls: list[Control] = []
        self.alerts: list[tuple[str, str]] = []
        """Each sentence: its id, and the field that it stands beside."""
        self.focused: list[str] = []
        """The name of the field that has the focus; of what is no field, its id."""
        self._form = 0
        self._group: dict[str, str] = {}
        self._open: Control | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        match tag:
            case "form":
                self._form += 1
            case "fieldset" | "div" if "tabindex" in said and "aria-invalid" in said:
                self._group = said
            case "input" | "select" | "textarea" if said.get("type") != "hidden" and said.get("name") != "username":
                self._field(tag, said)
            case "option" if self._open:
                self._open.offered.append(said["value"])
                self._open.held += [said["value"]] if "selected" in said else []
        if said.get("role") == "alert":
            # At the head of several to tick, it is of them.
            beside = self.controls[-1].name if self.controls and not self._group else ""
            self.alerts.append((said.get("id", ""), beside))
            self.focused += [said["id"]] if "autofocus" in said else []

    def handle_data(self, data: str) -> None:
        if self._open and self._open.kind == "textarea":
            self._open.held.append(data.strip("\n"))

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag == self._open.kind:
            # Of what is to choose from, the first is chosen unless another one is.
            self._open.held = self._open.held or self._open.offered[:1]
            self._open = None

    def _field(self, tag: str, said: dict[str, str]) -> None:
        kind, value = said.get("type", tag), said.get("value", "")
        # What is wrong with one of several to tick is said of them all, once, by what is around them.
        if self._group and self.alerts and not self.alerts[-1][1]:
            self.alerts[-1] = (self.alerts[-1][0], said["name"])
        told, self._group = said | self._group, {}
        described = told.get("aria-describedby", "").split()
        control = Control(said["name"], kind, self._form, described, wrong="aria-invalid" in told)
        if kind in {"radio", "checkbox"}:
            control.offered.append(value)
            control.held += [value] if "checked" in said else []
        elif tag == "input":
            control.held.append(value)
        else:
            self._open = control
        self.focused += [control.name] if "autofocus" in told else []
        self.controls.append(control)


@pytest.fixture
def desk(central: Central, network: Network) -> Iterator[Desk]:
    store = central.store
    known = test_axe.records(central, network)
    frozen = people.write_down(store, Answers("Paulette", "Arnoux"), author=0).record
    apart.set_apart(store, frozen, RESTRICTION)
    _, invitation = create(store, central.accounts, "noé", Role.FIGURES, "")
    with store.writing() as writer:
        # A month that is over, for a funder's page.
        writer.record(PERMANENCE, antenna=network.antennas["Rémuzat"], times=(at(1, 9) - 86_400, at(1, 9) - 80_000))
    known |= {"frozen": str(frozen), "name": "noé", "secret": invitation}
    with asking(central) as client:
        yield Desk(client, store, known)


def mistakes(page: str, name: str, typed: dict[str, str]) -> list[str]:
    """Return what is not as it should be on a page that refuses a form for what is wrong with a field."""
    shown = Shown(page)
    wrong = [each for each in shown.controls if each.wrong]
    found = [f"wrong: {each.name}" for each in wrong if each.name != name]
    if [beside for _, beside in shown.alerts] != [name] and (name or len(shown.alerts) != 1):
        found.append(f"sentences beside {shown.alerts}")
    said = shown.alerts[0][0] if shown.alerts else ""
    if shown.focused != [name or said]:
        found.append(f"the focus is at {shown.focused}")
    if name and not any(said in each.described for each in wrong):
        found.append("what is wrong is not described by the sentence")
    form = wrong[0].form if wrong else 0
    return found + [what for each in typed for what in lost(shown, form, each, typed[each])]


def lost(shown: Shown, form: int, name: str, typed: str) -> list[str]:
    """Return what a field lost of what was typed in it, or gave back of a secret."""
    same = [each for each in shown.controls if each.form == form and each.name == name]
    held, offered = {one for each in same for one in each.held}, {one for each in same for one in each.offered}
    if name in SECRET:
        return [f"{name} is given back"] if any(held) else []
    return [f"{name} holds {held}"] if same and typed not in held and (typed in offered or not offered) else []


def test_every_form_that_is_refused_opens_at_the_field_that_is_wrong_and_keeps_what_was_typed(desk: Desk) -> None:
    found, before = list[tuple[str, ...]](), desk.held()
    for route, form, name in WRONG:
        answer = desk.send(route, form)
        assert answer.status_code in {409, 422}, (route, form, answer.status_code, words(answer.text)[:200])
        # It is sent again to where it was.
        assert name == UNCLEAR or f'action="{quote(desk.path(route))}' in answer.text or route in ELSEWHERE, route
        typed = {each: desk.path(value) for each, value in form.items()}
        found += [(route, name, what) for what in mistakes(answer.text, name, typed)]
    assert not found, "\n".join(map(str, found))
    assert desk.held() == before


def test_no_form_is_posted_of_which_nobody_says_here_how_it_is_refused(central: Central) -> None:
    posted = {each.path for each in addresses(make_app(central)) if each.method == "POST"}
    assert posted - PROGRAMS == {route for route, _, _ in WRONG} | NOTHING_TO_FILL_IN | AT_ONCE


def test_what_is_said_above_the_form_alone_would_be_found() -> None:
    page = '<p role="alert" id="x">Non.</p><form><input name="day" value="" {}></form>'
    here = 'aria-invalid="true" aria-describedby="x" autofocus'
    assert mistakes(page.format(""), "day", {})
    assert mistakes(page.format(here), "day", {}) == ["sentences beside [('x', '')]"]
    beside = f'<form><input name="day" value="{{}}" {here}><p role="alert" id="x">Non.</p></form>'
    assert mistakes(beside.format("noël"), "day", {"day": "noël"}) == []
    assert mistakes(beside.format(""), "day", {"day": "noël"}) == ["day holds {''}"]
