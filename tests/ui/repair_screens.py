"""Screens about repairs and machines with made-up states, for the tests of all screens."""

from collections.abc import Callable
from datetime import date
from typing import Any

from kiosque.actions.repairing.machines import Allowed, Machine
from kiosque.actions.repairing.repair_sessions import Results, Session
from kiosque.domain.footprints import Avoided
from kiosque.domain.repair_codes import CATEGORIES, PROBLEMS
from kiosque.ui.animator.choices import Choice, Choices
from kiosque.ui.animator.correct_repair import CorrectRepairScreen, CorrectRepairState
from kiosque.ui.animator.machines import MachinesScreen, MachinesState
from kiosque.ui.animator.repair import RepairScreen, RepairState
from kiosque.ui.animator.repair_form import Typed
from kiosque.ui.animator.repairs import Line, RepairsScreen, RepairsState
from kiosque.ui.animator.thing import Line as Attempt
from kiosque.ui.animator.thing import ThingScreen, ThingState
from kiosque.ui.screen import Screen
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.chips import Chip

LONG_NAME = "Marie-Antoinette-Joséphine de La Rochefoucauld-Montbel"
LONG_THING = "Petit appareil électrique · Électroménager du Dauphiné"
WRONG = {"year": "Écrivez l’année avec quatre chiffres.", "weight": "Écrivez le poids en kilogrammes, comme 1,5."}

Made = Callable[[Theme], tuple[Screen[Any], Any]]


def offered(codes: Any) -> Choices:  # noqa: ANN401 - any code list
    made = tuple(Choice(code.code, code.short, code.icon) for code in codes)
    return Choices(made[:6], made[6:])


LINES = tuple(
    Line(n, n, LONG_THING if n % 3 else "Grille-pain", "Réparé · aujourd’hui, 14 h 32", "sandwich", mended=n % 2 == 0)
    for n in range(9)
)
YEAR = Results(412, (("1", 260), ("2", 80), ("3", 72)), Avoided(1_412_000, 14_120_000, 31))
SESSION = Session(1, f"Repair café de {LONG_NAME}", 1_772_438_400, 1_772_449_200, 12, 9, 6)
HERE = (Chip("0", "Sans le dire"), *(Chip(str(n), f"{LONG_NAME} · 9 h 12") for n in range(1, 6)))
ATTEMPTS = tuple(
    Attempt(n, "Réparable, à suivre", f"Moteur, bruit · lundi 2 mars 2026 · {LONG_NAME}", "wrench", "waiting")
    for n in range(7)
)
MACHINES = tuple(
    Machine(n, f"Découpe laser {n} {LONG_NAME}", tuple(Allowed(k, LONG_NAME, date(2027, 9, 22)) for k in range(n)))
    for n in range(5)
)
PEOPLE = tuple((n, LONG_NAME if n % 2 else "Zoé") for n in range(5))

REPAIR_SCREENS: dict[str, Made] = {
    "repairs": lambda theme: (RepairsScreen(theme), RepairsState(LINES, SESSION, "aujourd’hui, 9 h – 12 h", YEAR)),
    "no repair": lambda theme: (RepairsScreen(theme), RepairsState((), None, "", Results())),
    "repair": lambda theme: (RepairScreen(theme), RepairState("Noter une réparation", "", offered(CATEGORIES))),
    "repair, what prevents it": lambda theme: (
        RepairScreen(theme),
        RepairState(
            f"Réparation : {LONG_NAME}",
            "",
            offered(CATEGORIES),
            offered(PROBLEMS),
            category="21",
            problem="heat",
            outcome="3",
        ),
    ),
    "repair, precise": lambda theme: (
        RepairScreen(theme),
        RepairState(
            f"Réparation : {LONG_NAME}",
            "",
            offered(CATEGORIES),
            offered(PROBLEMS),
            HERE,
            "31",
            "cord",
            visit=3,
            precising=True,
            wrong=WRONG,
        ),
    ),
    "repair of what comes back": lambda theme: (
        RepairScreen(theme),
        RepairState("Noter une réparation", LONG_THING, offered(CATEGORIES), offered(PROBLEMS), precising=True),
    ),
    "thing": lambda theme: (
        ThingScreen(theme),
        ThingState(
            "Accessoire de télévision ou de jeu",
            "Électroménager du Dauphiné · 2014 · 1,1 kg · venu 7 fois · étiquette R000 1000 0007 4",
            ATTEMPTS,
            known=True,
        ),
    ),
    "thing unknown": lambda theme: (
        ThingScreen(theme),
        ThingState("Un objet qui a déjà son étiquette", "R000 1000 0007 4", known=False),
    ),
    "correct repair": lambda theme: (
        CorrectRepairScreen(theme),
        CorrectRepairState(
            f"{LONG_THING} · mercredi 23 septembre, 14 h 32",
            {"category": "31", "problem": "cord", "outcome": "3", "barrier": "2"},
            Typed("Électroménager du Dauphiné", "1914", "12,5", LONG_NAME),
            WRONG,
        ),
    ),
    "machines": lambda theme: (
        MachinesScreen(theme),
        MachinesState(MACHINES, 3, PEOPLE, 3),
    ),
    "machines nobody": lambda theme: (MachinesScreen(theme), MachinesState(MACHINES[:1], 0)),
    "no machine": lambda theme: (MachinesScreen(theme), MachinesState(())),
}
