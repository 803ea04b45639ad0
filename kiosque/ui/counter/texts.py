"""French of the counter: sentences of at most twelve words, one question a screen."""

from kiosque.domain.french import local
from kiosque.ui.texts import count

EVENING = 18
"""*Bonsoir* from this hour on."""

CLOSED = "La permanence n’est pas ouverte."
CLOSED_WHY = "Une animatrice ou un animateur va bientôt l’ouvrir."
OPEN = "La permanence est ouverte"

COUNTED = "Ici, nous comptons les passages."
NAME_NOT_REQUIRED = "Votre nom n’est pas nécessaire."
HAVE_CARD = "J’ai une carte"
HAVE_CARD_NOTE = "Je la montre au lecteur"
FIRST_VISIT = "C’est ma première visite"
FIRST_VISIT_NOTE = "Bienvenue ici"
UNNAMED = "Sans donner mon nom"
UNNAMED_NOTE = "Je viens, simplement"
LEAVING = "Je repars"
LEAVING_NOTE = "À bientôt"

WHY = "Pourquoi venez-vous aujourd’hui ?"

CARD = "Montrez votre carte au lecteur"
CARD_LEAVING = "Montrez votre carte pour repartir"
CARD_OR = "Ou tapez son code ici."
CARD_CODE = "Code de la carte"
CARD_HINT = "Exemple : 7K2M 9XQP…"
CARD_SEND = "Valider le code"
CARD_EMPTY = "Tapez le code écrit sur la carte."

VISIT_COUNTED = "Votre passage est compté."
DEPARTURE_NOTED = "Votre départ est noté."
CARD_READY = "Votre carte est prête."
GOOD_VISIT = "Bonne visite !"
FINISHED = "Terminé"

REMEMBER = "Souhaitez-vous qu’on se souvienne de vous ?"
REMEMBER_HOW = "Vous recevrez une carte pour la prochaine fois."
REMEMBER_FREE = "C’est vous qui choisissez."
REMEMBER_YES = "Oui, je veux bien"
REMEMBER_NO = "Non merci"

FORM = "Faisons connaissance"
FORM_KEPT = "Gardé douze mois après votre dernier passage, puis effacé."
GIVEN_NAME = "Prénom"
FAMILY_NAME = "Nom (si vous voulez)"
BIRTH_YEAR = "Année de naissance (si vous voulez)"
COMMUNE = "Commune (si vous voulez)"
COMMUNE_HINT = "Les premières lettres"
FORM_SEND = "Recevoir ma carte"
GIVEN_NAME_MISSING = "Écrivez votre prénom."
BIRTH_YEAR_WRONG = "Écrivez l’année avec quatre chiffres."
COMMUNE_UNSURE = "Touchez votre commune dans la liste."
COMMUNE_UNKNOWN = "Aucune commune de ce nom par ici."

GIVEN_KEEP = "Notez ce code, il est à vous."
GIVEN_NEXT = "La prochaine fois, il suffira pour entrer."

ALREADY = "Votre arrivée est déjà notée."
ALREADY_QUESTION = "Vous repartez ?"
ALREADY_YES = "Oui, je repars"
ALREADY_NO = "Non, je reste"

LEAVE = "Vous repartez ?"
LEAVE_HOW = "Montrez votre carte, ou touchez votre heure d’arrivée."
LEAVE_CARD_ONLY = "Montrez votre carte au lecteur."
LEAVE_NOBODY = "Sans carte, rien à faire : bonne route !"
LEAVE_TYPE = "Taper le code de ma carte"
NO_REASON = "Passage"


def hello(now: int) -> str:
    """``Bonjour`` or ``Bonsoir``, by the hour of ``now`` (UTC seconds) on the antenna's clocks."""
    return "Bonsoir" if local(now).hour >= EVENING else "Bonjour"


def greeting(given_name: str | None, now: int, *, returning: bool) -> str:
    """Greet by first name and time of day; without a name, simply."""
    if given_name:
        return f"{hello(now)} {given_name} !"
    return f"{hello(now)}, quel plaisir de vous revoir !" if returning else f"{hello(now)} et bienvenue !"


def farewell(given_name: str | None) -> str:
    """Say good-bye, by first name when it is known."""
    return f"Au revoir {given_name} !" if given_name else "Au revoir !"


def thanks(this_year: int) -> str:
    """``Merci : 412 visites cette année``."""
    return f"Merci : {count(this_year, 'visite', 'visites')} cette année"


def today(visits: int) -> str:
    """``12 visites aujourd’hui``."""
    return f"{count(visits, 'visite', 'visites')} aujourd’hui"


def given(given_name: str) -> str:
    """Hand the card over."""
    return f"Voici votre carte, {given_name}."


def arrived(hour: str) -> str:
    """``Arrivée à 9 h 12``."""
    return f"Arrivée à {hour}"
