"""A small network whose every figure is known by hand, for the tests of the activity report."""

from dataclasses import dataclass
from datetime import date, datetime

from kiosque.actions.network import costs, network, objectives, partners
from kiosque.actions.network.network import Place
from kiosque.db.store import Store
from kiosque.domain.french import PARIS
from kiosque.domain.records import (
    DESK,
    DESK_USE,
    HOUSEHOLD,
    INTERVENTION,
    ITEM,
    PERMANENCE,
    PROGRAMME,
    REGISTRATION,
    REPAIR,
    VISIT,
    VISITOR,
    WORKSHOP,
)
from kiosque.reports.period import Period

FIRST, LAST = date(2026, 9, 1), date(2029, 8, 31)
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
BOUGHT = date(2026, 11, 9)
MADE = 1_796_000_000
TYPED = 'Le *marché* de #Nyons a coûté 12 $ et "rien" _d’autre_ : @tous <b>venus</b> \\o/ [x] `y`'
COMMENTS = {
    "essential": f"{TYPED}\n\n=SOMME(A1:A9)\nUn \N{SLIGHTLY SMILING FACE} de plus.",
    "farms": "+33 exploitations",
}
ADMIN = "aide_aux_demarches_administratives"


def at(day: int, hour: int, minute: int = 0) -> int:
    """Return a local time of November 2026 in UTC seconds."""
    return int(datetime(2026, 11, day, hour, minute, tzinfo=PARIS).timestamp())


@dataclass(frozen=True, slots=True)
class World:
    """The records that tests speak of."""

    nyons: int
    remuzat: int
    departement: int
    farm: int
    morning: int


def furnish(store: Store) -> World:
    """Write two antennas, of which one did much and the other little."""
    nyons = _antenna(store, "NYO", "Nyons", "asoft", "26220")
    remuzat = _antenna(store, "REM", "Rémuzat", "aventic", "26264")
    objectives.promise(store, first=FIRST, last=LAST)
    departement = partners.add_partner(store, label="Département de la Drôme", form="departement").record
    partners.add_support(store, partners.Gift(partner=departement, nature="investment", first=FIRST, share=30))
    partners.add_support(store, partners.Gift(partner=departement, nature="running", first=FIRST, share=20))
    # Of what holds beside something wider, or since longer, the cost is counted once.
    partners.add_support(
        store, partners.Gift(partner=departement, nature="running", first=NOVEMBER.first, last=LAST, share=25)
    )
    etat = partners.add_partner(store, label="État", form="etat").record
    partners.add_support(store, partners.Gift(partner=etat, nature="investment", first=NOVEMBER.first, share=80))
    partners.add_support(store, partners.Gift(partner=etat, nature="investment", first=FIRST, share=10))
    costs.add_cost(store, nature="investment", label="Ordinateurs", amount=1_000_005, first=BOUGHT, last=BOUGHT)
    for label, amount, first, last in (
        ("Loyer", 40_000, NOVEMBER.first, NOVEMBER.last),
        ("Assurance", 30_000, date(2026, 11, 1), date(2027, 10, 31)),
        ("Octobre", 7, date(2026, 10, 1), date(2026, 10, 31)),
    ):
        costs.add_cost(store, nature="running", label=label, amount=amount, first=first, last=last)
    with store.writing() as writer:
        farm = writer.record(
            PROGRAMME, name="Ma ferme en ligne", audience="farmers", times=(at(1, 0), None), sectors=("farm",)
        )
        morning = writer.record(PERMANENCE, antenna=nyons, times=(at(3, 9), at(3, 12, 30)))
        small = writer.record(PERMANENCE, antenna=remuzat, times=(at(4, 14), at(4, 16)))
        home = writer.record(HOUSEHOLD, card="carte")
        known = [writer.record(VISITOR, given_name=f"Prénom{place}", household=home) for place in range(3)]
        # Nyons: nine visits, of which three of people who are known; Rémuzat: two, of nobody known.
        for place in range(9):
            writer.record(
                VISIT,
                permanence=morning,
                visitor=known[place] if place < len(known) else None,
                times=(at(3, 9, place), at(3, 10, place)),
                age_band="soixante_dix_plus" if place < 6 else None,
                sector="farm" if place == 0 else None,
            )
        for place in range(2):
            writer.record(VISIT, permanence=small, times=(at(4, 14, place), None), age_band="moins_de_douze")
        for place in range(7):
            writer.record(
                INTERVENTION,
                permanence=morning,
                given_at=at(3, 10, place),
                themes=(ADMIN, "email") if place < 5 else ("email",),
                service="caf" if place < 5 else None,
                sectors=("farm",) if place == 0 else None,
            )
        held = writer.record(WORKSHOP, antenna=nyons, title="Photo", theme="email", times=(at(5, 14), at(5, 16)))
        for place in range(6):
            writer.record(REGISTRATION, workshop=held, state="seen" if place < 5 else "noshow")
        toasters = [writer.record(ITEM, antenna=nyons, category="31") for _ in range(2)]
        for place, (item, outcome) in enumerate(((0, "2"), (0, "1"), (1, "1"))):
            mended = at(3, 11, place)
            writer.record(REPAIR, permanence=morning, item=toasters[item], repaired_at=mended, outcome=outcome)
        desk = writer.record(DESK, antenna=nyons, name="Table 1", form="coworking")
        writer.record(DESK, antenna=nyons, name="Ordinateur 1", form="computer")
        writer.record(DESK_USE, desk=desk, times=(at(3, 9), at(3, 11)))
        writer.record(DESK_USE, desk=desk, times=(at(4, 9), at(4, 12)), at_closing=True)
    return World(nyons, remuzat, departement, farm, morning)


def _antenna(store: Store, code: str, label: str, association: str, commune: str) -> int:
    made = network.add_antenna(
        store, code=code, label=label, form="village", association=association, commune=commune
    ).record
    network.settle(store, made, Place(opens=FIRST, size="village"))
    return made
