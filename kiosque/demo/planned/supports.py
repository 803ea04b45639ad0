"""Who supports the antennas of a demo and with what: money, rooms, labels; and what was asked in each place before."""

from collections.abc import Mapping, Sequence
from datetime import date

from kiosque.actions.network import network, partners, surveys
from kiosque.actions.network.network import Place
from kiosque.db.store import Store
from kiosque.demo.planned.placed import PROJECT, Placed
from kiosque.demo.spaces import Space
from kiosque.domain import communes
from kiosque.domain.french import of_place
from kiosque.domain.network_codes import LABEL

FUNDERS = (
    ("Département de la Drôme", "departement", "investment", 30),
    ("Département de la Drôme", "departement", "running", 20),
    ("Parc naturel régional des Baronnies provençales", "parc", "partner", None),
)
"""Who supports the whole network: 30 % of investment and 20 % of running costs, as the project was promised."""

STATE = "Agence nationale de la cohésion des territoires"
"""Gives the labels."""

LABELS: Mapping[str, tuple[tuple[str, date, date | None], ...]] = {
    "service": (("msap", date(2017, 1, 1), date(2021, 12, 31)), ("france_services", date(2022, 1, 1), None)),
    "lately": (("france_services", date(2023, 7, 1), None),),
    "shared": (("tiers_lieu", date(2019, 3, 1), None),),
}
"""Each label from its first to its last day: a house of services became a France Services, as the State has it."""

LABELLED = {
    "SAH": "service",
    "BUI": "service",
    "SED": "service",
    "ROS": "service",
    "REM": "lately",
    "NYO-VIT": "shared",
}
"""Which spaces bear which, by their code. Invented: the source says which are France Services, and not since when."""

ASKED = date(2016, 4, 1)
"""The day on which people were asked what they need, before their space opened."""

NEEDS = ("service", "digital", "desk")
FEWEST_ANSWERS, ONE_IN = 12, 40
"""Answers: one inhabitant in forty, at least a dozen."""

OPENS_NEXT, ASKED_NEXT = date(2027, 12, 6), date(2026, 10, 12)
"""When one more antenna opens, after the days that are played, and when people were asked there."""


def support(store: Store, placed: Sequence[Placed]) -> None:
    """Write down in the central's ``store`` where each antenna stands, and who gives what to it."""
    known: dict[str, int] = {}
    for name, form, nature, share in FUNDERS:
        partner = _partner(store, known, name, form)
        partners.add_support(store, partners.Gift(partner=partner, nature=nature, share=share, first=PROJECT))
    for each in placed:
        space = each.space
        network.settle(store, each.antenna, Place(space.room, space.position, opens=PROJECT))
        commune = communes.by_insee(space.commune)
        ask(store, each.antenna, space, ASKED)
        lender = _partner(store, known, f"Commune {of_place(commune.name)}" if commune else space.label, "commune")
        partners.add_support(store, partners.Gift(partner=lender, nature="room", antenna=each.antenna, first=PROJECT))
        for label, first, last in LABELS.get(LABELLED.get(space.code, ""), ()):
            giver = _partner(store, known, STATE, "etat")
            partners.add_support(
                store,
                partners.Gift(partner=giver, nature=LABEL, label=label, antenna=each.antenna, first=first, last=last),
            )


def plan_next(store: Store, space: Space) -> int:
    """Write down an antenna that is planned and does not open yet, with what people said there; return it."""
    antenna = network.add_antenna(
        store,
        code=space.code,
        label=space.label,
        form=space.form,
        association=space.association,
        commune=space.commune,
        hours=space.hours,
        fictitious_hours=space.fictitious_hours,
    ).record
    network.settle(store, antenna, Place(space.room, space.position, opens=OPENS_NEXT))
    ask(store, antenna, space, ASKED_NEXT)
    return antenna


def ask(store: Store, antenna: int, space: Space, day: date) -> None:
    """Keep what people of a place answered on a day: plausible, not measured.

    One in eight of them works at a distance, of whom every second would take a desk.
    """
    around = communes.by_insee(space.commune)
    answers = max(FEWEST_ANSWERS, (around.population if around else 0) // ONE_IN)
    teleworkers = answers // 8
    desks = max(1, teleworkers // 2)
    surveys.survey(
        store, antenna=antenna, answers=answers, teleworkers=teleworkers, desks=desks, needs=NEEDS, asked=day
    )


def _partner(store: Store, known: dict[str, int], name: str, form: str) -> int:
    if name not in known:
        known[name] = partners.add_partner(store, label=name, form=form).record
    return known[name]
