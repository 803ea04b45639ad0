"""Screens about equipment and about what visitors wish, with made-up states, for the tests of all screens."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kiosque.domain.codelist import Code
from kiosque.domain.request_codes import SUBJECTS
from kiosque.ui.animator.equipment import EquipmentScreen, EquipmentState, Line
from kiosque.ui.animator.inventory import InventoryScreen, InventoryState
from kiosque.ui.animator.piece import Borrower, Out, PieceScreen, PieceState
from kiosque.ui.animator.proving import Line as Visit
from kiosque.ui.animator.proving import ProvingScreen, ProvingState
from kiosque.ui.animator.wishes import Caller, WishesScreen, WishesState
from kiosque.ui.animator.wishes import Line as Wanted
from kiosque.ui.counter.farewell import FarewellScreen, FarewellState
from kiosque.ui.counter.question import QuestionScreen
from kiosque.ui.counter.tiles import TilesState
from kiosque.ui.counter.wish import CallScreen, CallState, WishScreen, called
from kiosque.ui.screen import Screen
from kiosque.ui.theme import Theme

LONG_NAME = "Marie-Antoinette de La Rochefoucauld-Montbel d’Œuilly-sur-Ardèche"
LATE = f"Prêté à {LONG_NAME}, à rendre depuis lundi 2 mars"
LINES = (
    Line(1, "Portable 1", LATE, "clock", "attention"),
    Line(2, "Imprimante couleur de l’accueil", "En panne\u00a0: n’imprime plus", "circle-x", "attention"),
    *(Line(n, f"Portable {n}", "Fonctionne", "laptop") for n in range(3, 9)),
    Line(9, "Télescope 150 mm", "Pas encore vu ici", "circle-help", "waiting"),
)
STORY = ("Lundi\u00a0: en panne\u00a0: l’écran", f"Hier\u00a0: prêté à {LONG_NAME}")

GEAR_SCREENS: dict[str, Callable[[Theme], tuple[Screen[Any], Any]]] = {
    "equipment": lambda theme: (EquipmentScreen(theme), EquipmentState(LINES, LINES[:2])),
    "no equipment": lambda theme: (EquipmentScreen(theme), EquipmentState()),
    "piece": lambda theme: (
        PieceScreen(theme),
        PieceState(
            "Portable 1",
            "Ordinateur portable · n° 5CG1234XYZ",
            "works",
            "Fonctionne, noté lundi",
            asking="broken",
            corrigible=True,
            story=STORY,
            here=tuple(Borrower(n, LONG_NAME) for n in range(3)),
        ),
    ),
    "piece lent": lambda theme: (
        PieceScreen(theme),
        PieceState(
            "Machine à coudre de l’atelier de réparation du mardi",
            "Machine d’atelier\u00a0: imprimante 3D, couture",
            "works",
            "Fonctionne, noté lundi",
            out=Out(f"Prêté à {LONG_NAME} hier", "À rendre depuis lundi 2 mars", late=True),
        ),
    ),
    "piece gone": lambda theme: (
        PieceScreen(theme),
        PieceState("Tablette", "Tablette", "missing", "Introuvable, noté hier", lends=False),
    ),
    "piece taken away": lambda theme: (
        PieceScreen(theme),
        PieceState(
            *("Tablette", "Tablette", "works", "Fonctionne, noté hier"),
            out=Out(f"Prêté à {LONG_NAME} hier", "À rendre depuis lundi 2 mars", late=True),
            lends=False,
            gone=True,
        ),
    ),
    "inventory": lambda theme: (
        InventoryScreen(theme),
        InventoryState(
            LINES[7:], (Line(20, "Vidéoprojecteur", "de Rémuzat", "map-pin", "attention"),), LINES[:1], LINES[1:7], 2
        ),
    ),
    "wishes": lambda theme: (
        WishesScreen(theme),
        WishesState(
            (
                Wanted(
                    *("photo", "Photo numérique", "12 envies, la dernière hier", "camera", 1),
                    callers="3 personnes veulent être appelées.",
                ),
                Wanted("scams", "Éviter les arnaques", "3 envies, la dernière le lundi 2 mars", "shield-check", 3),
            ),
            (Caller(1, f"{LONG_NAME}, 06 12 34 56 78", "Généalogie\u202f: lire un acte ancien, mardi 10 mars"),),
            (("laugh", "Très bien", 412), ("smile", "Bien", 96), ("meh", "Moyen", 4), ("frown", "Pas bien", 0)),
        ),
    ),
    "no wishes": lambda theme: (WishesScreen(theme), WishesState(())),
    "proof": lambda theme: (
        ProvingScreen(theme),
        ProvingState(
            "mardi 3 mars",
            tuple(Visit(n, LONG_NAME, "9 h 12 – départ inconnu", "laptop") for n in range(6)),
            before=True,
            chosen=2,
            known=True,
            wrong={"name": "Écrivez un prénom et un nom.", "visit": "Touchez d’abord un passage."},
        ),
    ),
    "proof of nobody": lambda theme: (ProvingScreen(theme), ProvingState("mardi 3 mars")),
    "inventory done": lambda theme: (InventoryScreen(theme), InventoryState(seen=LINES[2:5])),
}


def subjects(codes: tuple[Code, ...]) -> TilesState:
    return TilesState(tuple((code.code, code.label, code.icon) for code in codes))


FAREWELL = FarewellState("Au revoir Marie-Antoinette !", "Merci : 12\u202f412 visites cette année", 240)

WISH_SCREENS: dict[str, Callable[[Theme], tuple[Screen[Any], Any]]] = {
    "farewell": lambda theme: (FarewellScreen(theme, "counter.farewell", 10_000_000), FAREWELL),
    "farewell, a face": lambda theme: (
        FarewellScreen(theme, "counter.farewell", 10_000_000),
        replace(FAREWELL, face="good"),
    ),
    "wish": lambda theme: (
        WishScreen(theme),
        subjects((*SUBJECTS.codes[:5], Code("more", "D’autres idées", icon="circle-ellipsis"))),
    ),
    "wish, others": lambda theme: (WishScreen(theme), subjects(SUBJECTS.codes[5:])),
    "wished": lambda theme: (QuestionScreen(theme, called()), called()),
    "wish, call": lambda theme: (CallScreen(theme), CallState()),
    "wish, call wrong": lambda theme: (
        CallScreen(theme),
        CallState({"name": "Écrivez votre prénom.", "phone": "Écrivez votre numéro en entier."}),
    ),
}
