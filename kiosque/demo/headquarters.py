"""What headquarters has planned when a demo begins: where antennas stand, who supports them, when they close."""

from collections.abc import Sequence
from datetime import date

from kiosque.actions import hours, network, partners
from kiosque.actions.network import Place
from kiosque.db.store import Store
from kiosque.demo.spaces import Closing, Space
from kiosque.domain import communes
from kiosque.domain.opening_hours import CLOSED

PROJECT = date(2016, 9, 1)
"""The day on which the project began."""

FUNDERS = (
    ("Département de la Drôme", "departement", "investment", 30),
    ("Département de la Drôme", "departement", "running", 20),
    ("Parc naturel régional des Baronnies provençales", "parc", "partner", None),
)
"""Who supports the whole network: 30 % of investment and 20 % of running costs, as the project was promised."""


def plan(store: Store, spaces: Sequence[Space], antennas: Sequence[int]) -> None:
    """Write it in the central's ``store``: ``antennas`` are the records of ``spaces``."""
    known: dict[str, int] = {}
    for name, form, nature, share in FUNDERS:
        partner = _partner(store, known, name, form)
        partners.add_support(store, partner=partner, nature=nature, share=share, first=PROJECT)
    for space, antenna in zip(spaces, antennas, strict=True):
        network.settle(store, antenna, Place(space.room, space.position, opens=PROJECT))
        commune = communes.by_insee(space.commune)
        lender = _partner(store, known, f"Commune de {commune.name}" if commune else space.label, "commune")
        partners.add_support(store, partner=lender, nature="room", antenna=antenna, first=PROJECT)
        for each in space.closings:
            _close(store, antenna, each)


def _partner(store: Store, known: dict[str, int], name: str, form: str) -> int:
    if name not in known:
        known[name] = partners.add_partner(store, label=name, form=form).record
    return known[name]


def _close(store: Store, antenna: int, closing: Closing) -> None:
    first, last = closing
    hours.note(store, hours=CLOSED, first=first, last=last, reason="leave", antenna=antenna)
