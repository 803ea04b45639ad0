"""What people of each age come for, and what they are helped with."""

import random
from datetime import date

from kiosque.demo.events import Need, Workshop
from kiosque.demo.urn import Urn
from kiosque.domain import codes

GROWN = 25
RETIRED = 62
"""Ages at which needs change: out of school and first jobs, then out of work."""

_REASONS = {
    "young": Urn((("desk", 40), ("digital", 20), ("service", 15), ("other", 20), ("repair", 5))),
    "working": Urn((("service", 42), ("desk", 24), ("digital", 20), ("repair", 6), ("other", 8))),
    "retired": Urn((("service", 38), ("digital", 44), ("desk", 4), ("repair", 7), ("other", 7))),
}

_SERVICES = {
    "young": Urn((("mission_locale", 30), ("france_travail", 25), ("caf", 20), ("france_titres", 15), ("cpam", 10))),
    "working": Urn(
        (
            ("france_travail", 24),
            ("caf", 20),
            ("dgfip", 15),
            ("cpam", 10),
            ("france_titres", 9),
            ("msa", 8),
            ("urssaf", 4),
            ("adil", 3),
            ("departement", 3),
            ("mission_locale", 2),
            ("justice", 2),
        ),
    ),
    "retired": Urn(
        (
            ("carsat", 20),
            ("dgfip", 19),
            ("cpam", 18),
            ("msa", 12),
            ("banques", 8),
            ("france_titres", 7),
            ("cheque_energie", 5),
            ("agirc_arrco", 4),
            ("departement", 4),
            ("edf", 2),
            ("anah", 1),
        ),
    ),
}

# The administrative theme that goes with each body; the others have none of their own.
_ADMIN_THEMES = {
    "france_travail": "travail_formation",
    "pole_emploi": "travail_formation",
    "mission_locale": "travail_formation",
    "carsat": "travail_formation",
    "agirc_arrco": "travail_formation",
    "urssaf": "travail_formation",
    "caf": "famille_scolarite",
    "dgfip": "argent_impots",
    "banques": "argent_impots",
    "cpam": "social_sante",
    "msa": "social_sante",
    "departement": "social_sante",
    "france_titres": "papiers_elections_citoyennete",
    "ants": "papiers_elections_citoyennete",
    "adil": "logement",
    "anah": "logement",
    "edf": "logement",
    "cheque_energie": "logement",
    "justice": "justice",
}

_THEMES = {
    "young": Urn(
        (
            ("bureautique", 25),
            ("scolarite_et_numerique", 25),
            ("creer_avec_le_numerique", 20),
            ("insertion_professionnelle", 20),
            ("intelligence_artificielle", 10),
        ),
    ),
    "working": Urn(
        (
            ("insertion_professionnelle", 24),
            ("bureautique", 20),
            ("entrepreneuriat", 14),
            ("navigation_sur_internet", 12),
            ("email", 12),
            ("parentalite", 6),
            ("securite_numerique", 6),
            ("intelligence_artificielle", 6),
        ),
    ),
    "retired": Urn(
        (
            ("prendre_en_main_du_materiel", 28),
            ("email", 16),
            ("gere_ses_contenus_numeriques", 14),
            ("reseaux_sociaux", 12),
            ("sante", 10),
            ("securite_numerique", 8),
            ("banque_et_achats_en_ligne", 6),
            ("diagnostic_numerique", 6),
        ),
    ),
}

_HELPED = {"service": 0.9, "digital": 0.85, "repair": 0.7, "desk": 0.12, "other": 0.1, "workshop": 0.0}
"""How often each reason of a visit ends in an act of help."""

_STAYS = {
    "service": (15, 55),
    "digital": (25, 80),
    "repair": (20, 60),
    "desk": (45, 170),
    "other": (4, 20),
    "workshop": (60, 100),
}
"""Shortest and longest stay, in minutes, by reason of the visit."""

WORKSHOPS = (
    Workshop("Premiers pas sur sa tablette", "prendre_en_main_du_materiel"),
    Workshop("Photographie numérique", "creer_avec_le_numerique"),
    Workshop("Reconnaître les arnaques", "securite_numerique"),
    Workshop("Généalogie en ligne", "navigation_sur_internet"),
    Workshop("Après l’école : je crée mon jeu", "scolarite_et_numerique", youth=True),
    Workshop("Mon site pour mon gîte", "entrepreneuriat"),
    Workshop("Astronomie : le ciel des Baronnies", "culture_numerique"),
    Workshop("Ranger ses photos", "gere_ses_contenus_numeriques"),
)

NOTES = (
    "Dossier à finir, revient la semaine prochaine",
    "Attestation imprimée",
    "Apportera son téléphone la prochaine fois",
    "Préfère le matin",
    "Compte créé, tout est en ordre",
)


def reason(rng: random.Random, age: int) -> str:
    """Return why somebody of that age comes (a code of ``VISIT_REASONS``)."""
    return _REASONS[stage(age)].draw(rng)


def stay(rng: random.Random, why: str) -> int:
    """Return how long somebody stays who comes for ``why``, in seconds."""
    shortest, longest = _STAYS[why]
    return round(rng.triangular(shortest, longest) * 60)


def need(rng: random.Random, why: str, age: int, seconds: int, day: date) -> Need | None:
    """Return the help that a visit of ``seconds`` ends in, or None. Services are those that exist on ``day``."""
    if rng.random() >= _HELPED[why]:
        return None
    duration = max((each for each in codes.DURATIONS if each * 60 <= seconds), default=codes.DURATIONS[0])
    if why == "service":
        service = codes.SERVICES.find(_SERVICES[stage(age)].draw(rng))
        if not service.valid_at(day):
            service = next(each for each in codes.SERVICES if each.successor == service.code)
        admin = _ADMIN_THEMES.get(service.code)
        return Need((codes.ADMINISTRATIVE,), duration, (admin,) if admin else (), service.code)
    if why == "repair":
        return Need(("maintenance_de_materiel",), duration)
    first, second = (_THEMES[stage(age)].draw(rng) for _ in range(2))
    # One act of help in five is about two things.
    both = (first, second) if first != second and rng.random() < 0.2 else (first,)  # noqa: PLR2004 - one in five
    return Need(both, duration)


def stage(age: int) -> str:
    """Return the stage of life in which somebody of that age is: *young*, *working* or *retired*."""
    if age < GROWN:
        return "young"
    return "working" if age < RETIRED else "retired"
