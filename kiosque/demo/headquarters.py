"""What headquarters has planned when a demo begins: where antennas stand, who supports them, when they close."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kiosque.actions.coworking import desks
from kiosque.actions.equipping import equipment
from kiosque.actions.network import network, objectives, partners, programmes, staff
from kiosque.actions.network.network import Place
from kiosque.actions.opening import hours
from kiosque.db.store import Store
from kiosque.demo.spaces import Closing, Space
from kiosque.domain import communes
from kiosque.domain.french import local
from kiosque.domain.network_codes import MACHINE
from kiosque.domain.objectives import PROMISED
from kiosque.domain.opening_hours import CLOSED, Slot
from kiosque.domain.programmes import Rule

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
FIRST_MONDAY = date(2026, 11, 16)
"""Of a week without any holiday."""

PROJECT = date(2016, 9, 1)
"""The day on which the project began."""

PROMISED_UNTIL = date(2019, 8, 31)
ON = (date(2026, 9, 1), date(2029, 8, 31))
"""The project goes on: the same promises for three years more, as a demo plays them."""
GOES_ON = "Le réseau continue : les deux associations reprennent leurs engagements."

FUNDERS = (
    ("Département de la Drôme", "departement", "investment", 30),
    ("Département de la Drôme", "departement", "running", 20),
    ("Parc naturel régional des Baronnies provençales", "parc", "partner", None),
)
"""Who supports the whole network: 30 % of investment and 20 % of running costs, as the project was promised."""


ASKED = date(2016, 4, 1)
"""The day on which people were asked what they need, before their space opened."""
NEEDS = ("service", "digital", "desk")
FEWEST_ANSWERS, ONE_IN = 12, 40
"""Answers: one inhabitant in forty, at least a dozen."""

PLACES = (("Ordinateur 1", "computer"), ("Table 1", "coworking"), ("Table 2", "coworking"))
"""Of every antenna of a demo."""

EQUIPMENT = (
    ("Portable 1", "laptop"),
    ("Portable 2", "laptop"),
    ("Tablette", "tablet"),
    ("Imprimante", "printer"),
    ("Vidéoprojecteur", "projector"),
)
"""Of every antenna of a demo too: what the project placed there when it began."""

MACHINES = ("Imprimante 3D", "Découpe vinyle")
"""Of the first antenna, where there is a repair café too."""

LEARNT = (("mediation", 14), ("donnees", 7), ("demarches", 7))
"""What every animator of a demo followed before it begins, and for how many hours."""

PROGRAMMES = (
    ("Ma ferme en ligne", "farmers", Rule(sectors=frozenset({"farm"}))),
    ("Mon gîte en ligne", "tourism", Rule(sectors=frozenset({"tourism"}))),
    ("Retour à l’emploi", "job_seekers", Rule(statuses=frozenset({"sans_emploi"}))),
    ("Jeunes des Baronnies", "young", Rule(age_bands=frozenset({"douze_dix_huit", "dix_huit_vingt_quatre"}))),
)
"""Four, of the three that were promised at least."""

LENT_UNTIL = date(2028, 8, 31)
"""Two animators are lent by the Département for two years."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An antenna of a demo: its space, its record, those who hold its permanences, its own animator first."""

    space: Space
    antenna: int
    animators: tuple[int, ...]


def plan(store: Store, placed: Sequence[Placed]) -> None:
    """Write it in the central's ``store``."""
    _support(store, placed)
    for each in placed:
        for closing in each.space.closings:
            _close(store, each.antenna, closing)
        for label, form in PLACES:
            desks.add_desk(store, label=label, form=form, antenna=each.antenna)
        for called, form in EQUIPMENT:
            equipment.place(store, called=called, form=form, antenna=each.antenna, since=PROJECT)
    for label in MACHINES:
        desks.add_desk(store, label=label, form=MACHINE, antenna=placed[0].antenna)
    everybody = sorted({animator for each in placed for animator in each.animators})
    for subject, length in LEARNT:
        staff.train(store, subject=subject, day=PROJECT, hours=length, who=everybody)
    for animator in sorted({animator for each in placed for animator in each.animators[1:]}):
        staff.engage(store, animator, status="lent", first=PROJECT, last=LENT_UNTIL)
    _send_round(store, placed)
    for name, audience, rule in PROGRAMMES:
        programmes.add_programme(store, label=name, audience=audience, first=PROJECT, rule=rule)
    objectives.promise(store, first=PROJECT, last=PROMISED_UNTIL)
    for code, target in PROMISED.items():
        objectives.set_objective(store, code, target, first=ON[0], last=ON[1], why=GOES_ON)


def _send_round(store: Store, placed: Sequence[Placed]) -> None:
    """Let those who roam come to each antenna once a week, at hours when it is open and they are nowhere else."""
    taken: dict[int, list[Slot]] = {}
    for each in placed:
        for animator in each.animators[1:]:
            slot = next((slot for slot in _week(each.space) if _free(taken.get(animator, []), slot)), None)
            if slot is not None:
                taken.setdefault(animator, []).append(slot)
                start, end = local(slot.start), local(slot.end)
                text = f"{DAYS[start.weekday()]} {start:%H:%M}-{end:%H:%M}"
                staff.plan_stop(store, animator=animator, antenna=each.antenna, hours=text, first=PROJECT)


def _week(space: Space) -> list[Slot]:
    return [slot for each in range(len(DAYS)) for slot in space.planned(FIRST_MONDAY + timedelta(days=each))]


def _free(taken: Sequence[Slot], slot: Slot) -> bool:
    return all(each.end <= slot.start or slot.end <= each.start for each in taken)


def _support(store: Store, placed: Sequence[Placed]) -> None:
    known: dict[str, int] = {}
    for name, form, nature, share in FUNDERS:
        partner = _partner(store, known, name, form)
        partners.add_support(store, partner=partner, nature=nature, share=share, first=PROJECT)
    for each in placed:
        space = each.space
        network.settle(store, each.antenna, Place(space.room, space.position, opens=PROJECT))
        commune = communes.by_insee(space.commune)
        _ask(store, each)
        lender = _partner(store, known, f"Commune de {commune.name}" if commune else space.label, "commune")
        partners.add_support(store, partner=lender, nature="room", antenna=each.antenna, first=PROJECT)


def _ask(store: Store, placed: Placed) -> None:
    """Keep what people of a place answered in the spring before it opened: plausible, not measured.

    One in eight of them works at a distance, of whom every second would take a desk.
    """
    around = communes.by_insee(placed.space.commune)
    answers = max(FEWEST_ANSWERS, (around.population if around else 0) // ONE_IN)
    teleworkers = answers // 8
    partners.survey(
        store,
        antenna=placed.antenna,
        answers=answers,
        teleworkers=teleworkers,
        desks=max(1, teleworkers // 2),
        needs=NEEDS,
        asked=ASKED,
    )


def _partner(store: Store, known: dict[str, int], name: str, form: str) -> int:
    if name not in known:
        known[name] = partners.add_partner(store, label=name, form=form).record
    return known[name]


def _close(store: Store, antenna: int, closing: Closing) -> None:
    first, last = closing
    hours.note(store, hours=CLOSED, first=first, last=last, reason="leave", antenna=antenna)
