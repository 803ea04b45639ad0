"""The rules about animators: what makes one trained, and what an hour of a volunteer is worth."""

from collections.abc import Iterable
from datetime import date

from kiosque.domain.codelist import Code, CodeList

TRAINING_SUBJECTS = CodeList(
    "training_subjects",
    (
        Code("mediation", "Accompagner vers le numérique"),
        Code("demarches", "Les démarches en ligne"),
        Code("donnees", "Protéger les données et les personnes"),
        Code("accueil", "Accueillir et écouter"),
        Code("atelier", "Animer un atelier"),
        Code("kiosque", "Utiliser le kiosque"),
        Code("autre", "Autre formation"),
    ),
)

ACTIVITIES = CodeList(
    "activities",
    (
        Code("preparation", "Préparer une permanence, un atelier", "Préparation", "notebook-pen"),
        Code("meeting", "Réunion", icon="users"),
        Code("outreach", "Faire connaître l’antenne", "Faire connaître", "megaphone"),
        Code("upkeep", "Ranger, entretenir le matériel", "Rangement, matériel", "wrench"),
        Code("travel", "Déplacement", icon="car"),
        Code("autre", "Autre", icon="circle-ellipsis"),
    ),
)
"""What animators do for an antenna outside of its permanences. Kiosque's own."""

VOLUNTEER = "volunteer"
"""Of the status of animators: their hours are given, and counted for what they are worth."""

TRAINED_HOURS = 21
"""Three days. The project promised *trained* animators and did not say of what: this is our proposal."""

TRAINED_IN = frozenset({"mediation", "donnees"})
"""Without these two nobody is called trained, however many hours they sat."""

_RATES = (
    (date(2016, 1, 1), 967),
    (date(2017, 1, 1), 976),
    (date(2018, 1, 1), 988),
    (date(2019, 1, 1), 1003),
    (date(2020, 1, 1), 1015),
    (date(2021, 1, 1), 1025),
    (date(2021, 10, 1), 1048),
    (date(2022, 1, 1), 1057),
    (date(2022, 5, 1), 1085),
    (date(2022, 8, 1), 1107),
    (date(2023, 1, 1), 1127),
    (date(2023, 5, 1), 1152),
    (date(2024, 1, 1), 1165),
    (date(2024, 11, 1), 1188),
    (date(2026, 1, 1), 1202),
)
"""Cents an hour, from that day on: the minimum wage before deductions (SMIC horaire brut), by decree."""


def trained(followed: Iterable[tuple[str, int]]) -> bool:
    """Whether who ``followed`` these sessions, (subject, hours) each, is a trained animator."""
    sessions = list(followed)
    return sum(hours for _, hours in sessions) >= TRAINED_HOURS and {subject for subject, _ in sessions} >= TRAINED_IN


def rate(day: date) -> int:
    """Return what an hour of a volunteer is counted for on ``day``, in cents: the minimum wage, as funders take it."""
    return next((cents for since, cents in reversed(_RATES) if since <= day), _RATES[0][1])


LISTS = (TRAINING_SUBJECTS, ACTIVITIES)
