"""Made-up people for the exercise: an antenna that is nowhere, and a morning that never was."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from kiosque.actions.helping import interventions
from kiosque.actions.network import network
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.actions.workshops import workshops
from kiosque.db.store import Store
from kiosque.domain.french import local

ANTENNA_CODE, ANTENNA = "EXO", "Exercice"
COMMUNE = "26220"
HOURS = "Mo-Su 08:00-20:00"
ANIMATOR = ("Camille", "Exemple")

PEOPLE = (
    ("Lucette", "Lavande", 1946, "service"),
    ("Marcel", "Tilleul", 1939, "digital"),
    ("Jeanne", "Olivier", 1951, "digital"),
    ("Rachid", "Genêt", 1988, "desk"),
    ("Inès", "Thym", 2011, "workshop"),
    ("Paulette", "Picodon", 1943, "service"),
    ("Hugo", "Abricot", 1994, "digital"),
    ("Anouk", "Truffe", 1972, "service"),
)
"""First name, surname, year of birth, reason: names of plants and cheeses, that nobody takes for a neighbour's."""

HERE = 4
"""Of them, those who are still here when the exercise begins."""

MORNING = 90
"""Minutes since the permanence was opened."""


def furnish(store: Store) -> int:
    """Fill a new store of this PC's own with an antenna, an animator and a morning; return the animator.

    The antenna is the first record that the store makes. To be called once.
    """
    antenna = network.add_antenna(
        store,
        code=ANTENNA_CODE,
        label=ANTENNA,
        form="village",
        association=None,
        commune=COMMUNE,
        hours=HOURS,
        fictitious_hours=True,
    ).record
    given, family = ANIMATOR
    animator = network.add_animator(store, given_name=given, family_name=family, antenna=antenna).record
    now = store.now()
    midnight = local(now).replace(hour=0, minute=0, second=0)
    # A permanence that began yesterday would be a forgotten one.
    began = max(now - 60 * MORNING, int(midnight.timestamp()) + 1)
    with _at(store, began):
        permanences.open_permanence(store, animator)
    for place, person in enumerate(PEOPLE):
        arrived = began + (now - began) * place // len(PEOPLE)
        _come(store, person, arrived, left=None if place >= len(PEOPLE) - HERE else (arrived + now) // 2)
    tomorrow = local(now).replace(hour=14, minute=0, second=0) + timedelta(days=1)
    workshops.plan(
        store,
        title="Photos de vacances",
        theme="gere_ses_contenus_numeriques",
        starts_at=int(tomorrow.timestamp()),
        minutes=90,
        capacity=8,
        animator=animator,
    )
    return animator


def _come(store: Store, person: tuple[str, str, int, str], arrived: int, left: int | None) -> None:
    given, family, born, reason = person
    with _at(store, arrived):
        visit = reception.sign_in_unnamed(store, reason).visit
        reception.remember(store, visit, given_name=given, family_name=family, birth_year=born, commune=COMMUNE)
    if left is not None:
        with _at(store, left):
            interventions.log_intervention(store, visits=(visit,), themes=("email",), duration=15)
            reception.sign_out(store, visit)


@contextmanager
def _at(store: Store, moment: int) -> Iterator[None]:
    """Let it be another moment (UTC seconds) for what is written."""
    now: Callable[[], int] = store.now
    store.now = lambda: moment
    try:
        yield
    finally:
        store.now = now
