"""What headquarters has planned when a demo begins: the network, its hours, its people, what it placed where."""

from collections.abc import Sequence
from datetime import date

from kiosque.actions.coworking import desks
from kiosque.actions.equipping import equipment
from kiosque.actions.network import objectives, programmes
from kiosque.actions.opening import hours
from kiosque.db.store import Store
from kiosque.demo.planned.placed import PROJECT, Placed
from kiosque.demo.planned.supports import plan_next, support
from kiosque.demo.planned.teams import engage
from kiosque.demo.spaces import Space
from kiosque.domain.network_codes import MACHINE
from kiosque.domain.objectives import PROMISED
from kiosque.domain.opening_hours import CLOSED
from kiosque.domain.programmes import Rule

PROMISED_UNTIL = date(2019, 8, 31)
ON = (date(2026, 9, 1), date(2029, 8, 31))
"""The project goes on: the same promises for three years more, as a demo plays them."""
GOES_ON = "Le réseau continue : les deux associations reprennent leurs engagements."

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

PROGRAMMES = (
    ("Ma ferme en ligne", "farmers", Rule(sectors=frozenset({"farm"}))),
    ("Mon gîte en ligne", "tourism", Rule(sectors=frozenset({"tourism"}))),
    ("Retour à l’emploi", "job_seekers", Rule(statuses=frozenset({"sans_emploi"}))),
    ("Jeunes des Baronnies", "young", Rule(age_bands=frozenset({"douze_dix_huit", "dix_huit_vingt_quatre"}))),
)
"""Four, of the three that were promised at least."""


def plan(store: Store, placed: Sequence[Placed], coming: Space | None = None) -> None:
    """Write it in the central's ``store``; ``coming`` is the space of an antenna that does not open yet."""
    support(store, placed)
    for each in placed:
        _keep_hours(store, each)
        _furnish(store, each)
    for label in MACHINES:
        desks.add_desk(store, label=label, form=MACHINE, antenna=placed[0].antenna)
    engage(store, placed)
    for name, audience, rule in PROGRAMMES:
        programmes.add_programme(store, label=name, audience=audience, first=PROJECT, rule=rule)
    objectives.promise(store, first=PROJECT, last=PROMISED_UNTIL)
    for code, target in PROMISED.items():
        objectives.set_objective(store, code, target, first=ON[0], last=ON[1], why=GOES_ON)
    if coming is not None:
        plan_next(store, coming)


def _keep_hours(store: Store, placed: Placed) -> None:
    space = placed.space
    for first, last in space.closings:
        hours.note(store, hours=CLOSED, first=first, last=last, reason="leave", antenna=placed.antenna)
    for season in space.seasons:
        hours.note(
            store,
            hours=season.hours,
            first=season.first,
            last=season.last,
            reason="season",
            antenna=placed.antenna,
        )


def _furnish(store: Store, placed: Placed) -> None:
    for label, form in PLACES:
        desks.add_desk(store, label=label, form=form, antenna=placed.antenna)
    for called, form in EQUIPMENT:
        equipment.place(store, called=called, form=form, antenna=placed.antenna, since=PROJECT)
