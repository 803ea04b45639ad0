"""The screens of who works at the space, with made-up states."""

from collections.abc import Callable
from datetime import date
from typing import Any

from kiosque.actions.coworking.bookings import Booked
from kiosque.actions.coworking.desks import Place
from kiosque.actions.coworking.passes import PassOf
from kiosque.actions.coworking.printing import Printer
from kiosque.domain.opening_hours import Slot
from kiosque.ui.animator.book import HOURS, BookScreen, BookState, Typed
from kiosque.ui.animator.bookings import BookingsScreen, BookingsState
from kiosque.ui.animator.desks import EDIT, DesksScreen, DesksState
from kiosque.ui.animator.pass_list import PassesScreen, PassesState
from kiosque.ui.animator.precise import Named
from kiosque.ui.animator.printing import PrintingScreen, PrintingState
from kiosque.ui.screen import Screen
from kiosque.ui.theme import Theme

LONG_NAME = "Marie-Antoinette de La Rochefoucauld-Montbel d’Œuilly-sur-Ardèche"
DESK = "La table ronde près de la fenêtre du sud"


def booked(n: int) -> Booked:
    return Booked(n, n, n, DESK, Slot(0, 10_800), LONG_NAME, "0612345678", None, regular=n % 2 == 0, clash=n == 1)


BOOKED = tuple(booked(n) for n in range(6))
PASSES = tuple(PassOf(n, n, LONG_NAME, "ten", date(2027, 3, 1), n - 1) for n in range(5))
PLACES = tuple(Place(n, DESK, "room", 0 if n == 1 else None, LONG_NAME) for n in range(6))
PRINTERS = tuple(Printer(n, n if n % 2 else None, n, LONG_NAME, DESK if n % 2 else "", 0, n < 6, 12) for n in range(9))
WORK_SCREENS: dict[str, Callable[[Theme], tuple[Screen[Any], Any]]] = {
    "desks booked": lambda theme: (DesksScreen(theme), DesksState(PLACES, taking=2, booked=BOOKED, now=100)),
    "desks freed": lambda theme: (DesksScreen(theme), DesksState(PLACES, booked=BOOKED, now=-9, freed=(3, 12))),
    "desks edited": lambda theme: (
        DesksScreen(theme),
        DesksState(PLACES, mode=EDIT, editing=PLACES[0], form="room", wrong="Une place porte déjà ce nom."),
    ),
    "bookings": lambda theme: (
        BookingsScreen(theme),
        BookingsState("mardi 3 mars", BOOKED, BOOKED[0], ((1, DESK), (2, "Table 2"))),
    ),
    "bookings none": lambda theme: (BookingsScreen(theme), BookingsState("mardi 3 mars", ())),
    "book": lambda theme: (
        BookScreen(theme),
        BookState(
            tuple(Named(n, DESK) for n in range(6)),
            desk=2,
            span=HOURS,
            weekdays=frozenset({"1", "3"}),
            suggested=(
                Named(1, f"{LONG_NAME} · naissance en 1950 · Saint-Auban-sur-l’Ouvèze (26)"),
                Named(2, "Zoé Roux"),
            ),
            wrong={"desk": "Cette place est déjà réservée à ces heures.", "opens": "Écrivez l’heure.", "day": "Non."},
            defaults=Typed("", "", "03/03/2026"),
        ),
    ),
    "printing": lambda theme: (PrintingScreen(theme), PrintingState(PRINTERS, PRINTERS[1], 1412, 7)),
    "printing nobody": lambda theme: (PrintingScreen(theme), PrintingState(())),
    "book, said otherwise": lambda theme: (
        BookScreen(theme),
        BookState(
            tuple(Named(n, DESK) for n in range(2)),
            desk=1,
            span=HOURS,
            weekdays=frozenset({"1"}),
            defaults=Typed(LONG_NAME, "0612345678", "03/03/2026", "09:00", "12:30"),
            known=True,
            regular=True,
        ),
    ),
    "passes": lambda theme: (PassesScreen(theme), PassesState(PASSES, PASSES[2])),
    "passes given": lambda theme: (PassesScreen(theme), PassesState(PASSES[:1], giving=LONG_NAME)),
    "passes none": lambda theme: (PassesScreen(theme), PassesState(())),
}
