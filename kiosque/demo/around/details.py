"""What animators say more of an act of help (*Préciser*): mostly nothing, and what fits who was helped."""

import random

from kiosque.actions.helping.precise import Precise
from kiosque.actions.network import programmes
from kiosque.db.store import Store
from kiosque.demo.events import Need
from kiosque.demo.needs import stage
from kiosque.demo.population import Person
from kiosque.demo.urn import Urn
from kiosque.domain import codes
from kiosque.domain.french import local

SAID = 0.35
"""Share of acts of help of which more is said than must be."""

AT_HOME, SENT_ON, MANDATED, IN_PROGRAMME = 0.02, 0.15, 0.12, 0.05
"""Of those: at the person's home, sent on to somebody else; paperwork under a mandate; a programme that is said."""

DISTANCE, HOME = "a_distance", "domicile"

_MATERIAL: dict[str, Urn[tuple[str, ...]]] = {
    "young": Urn(((("telephone",), 55), (("ordinateur",), 40), (("tablette",), 5))),
    "working": Urn(((("ordinateur",), 48), (("telephone",), 42), (("ordinateur", "telephone"), 10))),
    "retired": Urn(
        (
            (("tablette",), 26),
            (("telephone",), 34),
            (("ordinateur",), 30),
            (("ordinateur", "telephone"), 6),
            (("aucun",), 4),
        )
    ),
}
_AUTONOMY: dict[str, Urn[str]] = {
    "young": Urn((("autonome", 45), ("partiellement_autonome", 40), ("entierement_accompagne", 15))),
    "working": Urn((("autonome", 25), ("partiellement_autonome", 45), ("entierement_accompagne", 30))),
    "retired": Urn((("autonome", 8), ("partiellement_autonome", 37), ("entierement_accompagne", 55))),
}
_SENT_TO = Urn(
    (
        ("operateur_ou_organisme_en_charge", 40),
        ("aide_sociale", 20),
        ("insertion_professionnelle", 18),
        ("administration", 12),
        ("aide_aux_demarches_administratives", 6),
        ("mediation_numerique", 4),
    )
)
_MANDATES = Urn((("short", 55), ("month", 25), ("semester", 12), ("long", 8)))
"""Plausible, not measured."""

_AUDIENCES = {"young": "young", "working": "job_seekers"}


def precise(store: Store, rng: random.Random, need: Need, who: Person | None, year: int) -> Precise | None:
    """Return what is said more of the help ``need`` given in calendar ``year``; None when nothing is.

    ``who`` is None for somebody on the telephone, which is always said.
    """
    if who is None:
        return Precise(place=DISTANCE)
    if rng.random() >= SAID:
        return None
    age = stage(who.age(year))
    mandated = codes.ADMINISTRATIVE in need.themes and rng.random() < MANDATED
    return Precise(
        material=_MATERIAL[age].draw(rng),
        autonomy=_AUTONOMY[age].draw(rng),
        place=HOME if rng.random() < AT_HOME else codes.HERE,
        referral=_SENT_TO.draw(rng) if rng.random() < SENT_ON else None,
        mandate=_MANDATES.draw(rng) if mandated else None,
        programme=_programme(store, age) if rng.random() < IN_PROGRAMME else None,
    )


def _programme(store: Store, age: str) -> int | None:
    """Return the programme that an animator would say: most belongs to one by its rule, and need not be said."""
    audience, today = _AUDIENCES.get(age), local(store.now()).date()
    return next((each.id for each in programmes.programmes(store, today) if each.audience == audience), None)
