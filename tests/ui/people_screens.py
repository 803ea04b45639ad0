"""Screens about people and about what was noted, with made-up states, for the tests of all screens."""

from collections.abc import Callable
from typing import Any

from kiosque.actions.visitors.duplicates import Pair, Record
from kiosque.domain.codelist import CodeList
from kiosque.domain.codes import ADMIN_THEMES, ADMINISTRATIVE, DURATIONS, OTHER_DURATIONS, SERVICES, THEMES
from kiosque.domain.persons import DIFFERENT, SAME, Likeness
from kiosque.ui.animator.card_of import CardOfScreen, CardOfState
from kiosque.ui.animator.compare import CompareScreen, CompareState
from kiosque.ui.animator.correct_help import CorrectHelpScreen, HelpState
from kiosque.ui.animator.correct_visit import CorrectVisitScreen, VisitState
from kiosque.ui.animator.dossier import DossierScreen, DossierState, Other
from kiosque.ui.animator.duplicates import DuplicatesScreen, DuplicatesState
from kiosque.ui.animator.find import FindScreen, FindState
from kiosque.ui.animator.find import Line as Found
from kiosque.ui.animator.housemates import HousematesScreen, HousematesState
from kiosque.ui.animator.housemates import Line as Mate
from kiosque.ui.animator.noted import Line as Noted
from kiosque.ui.animator.noted import NotedScreen, NotedState
from kiosque.ui.animator.telling import HistoryScreen, HistoryState, Moment
from kiosque.ui.animator.visit_group import GroupState
from kiosque.ui.animator.visit_who import WhoState
from kiosque.ui.animator.wastebin import BinScreen, BinState
from kiosque.ui.animator.wastebin import Line as Thrown
from kiosque.ui.animator.write import Known, WriteScreen, WriteState
from kiosque.ui.animator.write import Typed as Answered
from kiosque.ui.screen import Screen
from kiosque.ui.theme import Theme
from kiosque.ui.widgets.chips import Chip
from kiosque.ui.widgets.comparison import Line as Compared

LONG_NAME = "Marie-Antoinette de La Rochefoucauld-Montbel d’Œuilly-sur-Ardèche"
ABOUT = "naissance en 1950 · Saint-Auban-sur-l’Ouvèze\u00a0(26)"
WRONG_HOURS = {"left_at": "Écrivez l’heure.", "arrived_at": "Écrivez l’heure."}


ALIKE = Likeness(given_name=True, family_name=True, phone=True, email=True)
NAMES = Likeness(given_name=True, family_name=True)


def pair(n: int, verdict: str | None = None) -> Pair:
    one = Record(n, LONG_NAME, 1950, "26289")
    other = Record(n + 100, LONG_NAME if n % 2 else "Marie-Antoinette de La Rochefoucault", 1951, "26220")
    return Pair(one, other, NAMES if n % 2 else ALIKE, verdict)


PAIRS = tuple(map(pair, range(12)))
DECIDED = tuple(pair(n, verdict) for n, verdict in enumerate((SAME, DIFFERENT) * 2))


def chips(codes: CodeList) -> tuple[Chip, ...]:
    return tuple(Chip(code.code, code.short, code.icon) for code in codes)


PEOPLE_SCREENS: dict[str, Callable[[Theme], tuple[Screen[Any], Any]]] = {
    "find": lambda theme: (FindScreen(theme), FindState()),
    "found": lambda theme: (
        FindScreen(theme),
        FindState(
            "zoé",
            tuple(Found(n, LONG_NAME, ABOUT, "id-card", here=n == 1) for n in range(8)),
            asked=True,
            many=True,
        ),
    ),
    "found nobody": lambda theme: (FindScreen(theme), FindState("zoé", (), asked=True)),
    "duplicates": lambda theme: (DuplicatesScreen(theme), DuplicatesState(PAIRS, more=True)),
    "duplicates seen": lambda theme: (DuplicatesScreen(theme), DuplicatesState(DECIDED, seen=True)),
    "duplicates none": lambda theme: (DuplicatesScreen(theme), DuplicatesState(())),
    "duplicates none seen": lambda theme: (DuplicatesScreen(theme), DuplicatesState((), seen=True)),
    "dossier": lambda theme: (
        DossierScreen(theme),
        DossierState(
            LONG_NAME,
            ABOUT,
            ("06 •• •• •• 78", "m…@example.fr"),
            visits=("aujourd’hui, 9 h 12 · Démarche",) * 5,
            helps=("hier · Démarche, CAF",) * 5,
            joined=(Other(1, LONG_NAME),),
            possible=tuple(Other(n, LONG_NAME, "même téléphone, même e-mail") for n in (2, 3)),
            profile=("Femme", "En emploi", "Micro-entreprise\u00a0: commerce, artisanat, services"),
        ),
    ),
    "dossier of a card": lambda theme: (DossierScreen(theme), DossierState("Carte sans nom", "0 venue", here=True)),
    "card of": lambda theme: (CardOfScreen(theme), CardOfState(LONG_NAME, own=True, home=True)),
    "no card": lambda theme: (CardOfScreen(theme), CardOfState(LONG_NAME)),
    "housemates": lambda theme: (
        HousematesScreen(theme),
        HousematesState(
            LONG_NAME,
            tuple(Mate(n, LONG_NAME, f"Mineur · {LONG_NAME} en répond", "baby") for n in range(7)),
            *(3, f"Qui répond de {LONG_NAME}\u202f?"),
            tuple(Chip(str(n), LONG_NAME) for n in range(3)),
            "1",
        ),
    ),
    "alone": lambda theme: (HousematesScreen(theme), HousematesState(LONG_NAME)),
    "write": lambda theme: (
        WriteScreen(theme),
        WriteState(
            *("Nouvelle personne", "Seul le prénom est nécessaire. Le reste aide à la retrouver."),
            typed=Answered("Marie", "Durand", "1950", "Saint"),
            wrong={"email": "Une adresse e-mail s’écrit comme ceci\u00a0: nom@exemple.fr.", "given_name": "Il manque."},
            suggested=("Saint-Auban-sur-l’Ouvèze\u00a0(26)", "Venterol\u00a0(26)", "Venterol\u00a0(04)"),
            known=tuple(Known(n, LONG_NAME, "même prénom, même nom") for n in range(4)),
        ),
    ),
    "write again": lambda theme: (WriteScreen(theme), WriteState("Corriger la fiche", "Tout reste.")),
    "compare": lambda theme: (
        CompareScreen(theme),
        CompareState(tuple(Compared(f"Ligne {n}", LONG_NAME, "Durand", alike=n % 2 > 0) for n in range(9))),
    ),
    "history": lambda theme: (
        HistoryScreen(theme),
        HistoryState(
            LONG_NAME,
            tuple(
                Moment("pencil", "A mis à la corbeille", LONG_NAME, "lundi 2 mars 2026, 14 h 32", (LONG_NAME,))
                for _ in range(6)
            ),
        ),
    ),
    "noted": lambda theme: (
        NotedScreen(theme),
        NotedState("lundi 2 mars", tuple(Noted(n, LONG_NAME, ABOUT, "laptop", "Élodie Brès") for n in range(8))),
    ),
    "nothing noted": lambda theme: (NotedScreen(theme), NotedState("lundi 2 mars", before=True, after=True)),
    "correct help": lambda theme: (
        CorrectHelpScreen(theme),
        HelpState(
            "lundi 2 mars, 9 h · Démarche, CAF",
            chips(THEMES),
            chips(ADMIN_THEMES),
            chips(SERVICES),
            durations=tuple(Chip(str(minutes), f"{minutes} min") for minutes in (*DURATIONS, *OTHER_DURATIONS)),
            held={"themes": frozenset({ADMINISTRATIVE, "email"}), "duration": frozenset({"15"})},
            note="suite jeudi",
            wrong="Choisissez au moins une aide.",
            belongs="Fait partie de : Exploitations agricoles des Baronnies, Jeunes et Recherche d’emploi",
        ),
    ),
    "correct visit": lambda theme: (
        CorrectVisitScreen(theme),
        VisitState(
            *("lundi 2 mars", "digital", ("09:12", ""), WRONG_HOURS),
            person=True,
            who=WhoState(
                *(LONG_NAME, True, "soixante_dix_plus", "Venterol"),
                ("Venterol\u00a0(26)", "Venterol\u00a0(04)"),
                "Touchez la bonne commune.",
            ),
        ),
    ),
    "correct group": lambda theme: (
        CorrectVisitScreen(theme),
        VisitState("lundi 2 mars", None, ("09:12", ""), group=GroupState("college", LONG_NAME, "C’est trop long.")),
    ),
    "bin": lambda theme: (
        BinScreen(theme),
        BinState(tuple(Thrown(n, LONG_NAME, "jeté hier, 9 h par Élodie Brès", "id-card") for n in range(8))),
    ),
    "bin nothing": lambda theme: (BinScreen(theme), BinState(())),
}
