"""French of the animators' screens."""

from kiosque.domain.french import duration, hour
from kiosque.ui.texts import count, number, word

TO_COUNTER = "Comptoir"

UNLOCK = "Bonjour"
UNLOCK_HOW = "Montrez votre badge au lecteur, ou tapez votre phrase secrète."
UNLOCK_LABEL = "Phrase secrète"
SHOW = "Montrer"
HIDE = "Cacher"
CAPS_LOCK = "Les majuscules sont verrouillées."
UNLOCK_SEND = "Entrer"
UNLOCKING = "Ouverture en cours, quelques secondes…"
UNLOCK_MISSING = "Tapez votre phrase secrète."
UNLOCK_NO_BADGE = "Ce n’est pas un badge. Montrez le vôtre, ou tapez votre phrase secrète."

RECOVER = "Qui êtes-vous ?"
RECOVER_HOW = "Le code de secours a servi. Touchez votre nom, et choisissez une phrase secrète."
RECOVER_PHRASE = "Votre nouvelle phrase secrète"
RECOVER_PHRASE_HOW = "Quatre mots ou plus, que vous retiendrez. Elle ouvrira ce poste à la place de l’ancienne."
RECOVER_SEND = "Enregistrer"
RECOVER_WHO = "Touchez d’abord votre nom."
RECOVER_NOBODY = "Aucun nom n’est encore connu ici."
RECOVER_NOBODY_HOW = "Ils arrivent avec le retour de la ligne. Sinon, appelez la coordination."

OPEN = "Ouvrir la permanence"
OPEN_PLANNED = "Horaires prévus aujourd’hui"
OPEN_CLOSED_TODAY = "Rien n’est prévu aujourd’hui. Vous pouvez ouvrir quand même."
OPEN_UNKNOWN = "Les horaires ne sont pas encore connus ici."
OPEN_GO = "Ouvrir"
OPENED = "La permanence est ouverte."

FORGOTTEN = "Une permanence est restée ouverte"
FORGOTTEN_WHEN = "À quelle heure a-t-elle fermé ?"
FORGOTTEN_LATER = "La coordination confirmera cette heure."
FORGOTTEN_CLOSE = "Fermer à cette heure"

DESK = "Présents"
DESK_EMPTY = "Personne n’est là pour l’instant."
DESK_EMPTY_HOW = "Les arrivées au comptoir s’affichent ici."
DESK_SOMEONE = "Quelqu’un d’autre"
DESK_SEVERAL = "Plusieurs"
DESK_HELP = "Noter l’aide"
DESK_HINT = "Touchez une personne pour noter l’aide donnée."
DESK_HINT_SEVERAL = "Touchez les personnes aidées ensemble."
UNNAMED = "Sans nom"
CARD_ONLY = "Carte sans nom"
WORKSHOPS = "Ateliers"
CLOSE = "Fermer"
NO_REASON = "Passage"

THEME = "Quelle aide ?"
SERVICE = "Pour quel organisme ?"
SERVICE_FREE = "Facultatif"
DURATION = "Combien de temps ?"
DURATION_AFTER = "Choisissez d’abord l’aide."
AGAIN = "Encore une"

PLAN = "Prévoir un atelier"
PLAN_TITLE = "Titre"
PLAN_THEME = "Thématique"
PLAN_DAY = "Jour"
PLAN_HOUR = "Heure"
PLAN_DURATION = "Durée"
PLAN_PLACES = "Places"
PLAN_SEND = "Enregistrer l’atelier"
PLANNED = "L’atelier est prévu."
PLAN_DAY_WRONG = "Écrivez le jour comme ceci : 24/11/2026."
PLAN_HOUR_WRONG = "Écrivez l’heure comme ceci : 14:30."
PLAN_NUMBER_WRONG = "Écrivez un nombre."
PLAN_THEME_MISSING = "Choisissez une thématique."
NO_WORKSHOP = "Aucun atelier n’est prévu."
NO_WORKSHOP_HOW = "Prévoyez le premier, il s’affichera ici."

ALL_PRESENT = "Tous présents"
ADD = "Ajouter"
ADD_HERE = "Qui est là"
ADD_NAME = "Prénom et nom"
ADD_SEND = "Inscrire"
ATTENDEE_UNNAMED = "Sans nom"
WAITING = "Liste d’attente"
NOBODY_REGISTERED = "Personne n’est encore inscrit."
NOBODY_REGISTERED_HOW = "Ajoutez une personne présente, ou un nom."
ATTENDANCE_HINT = "« Tous présents », puis touchez les absents."
MARKED = "Les présences sont notées."
REGISTERED = "L’inscription est notée."

CLOSE_TITLE = "Fermer la permanence"
CLOSE_DONE = "Ce qui a été fait"
CLOSE_HOURS = "Les horaires"
CLOSE_HOUR = "Heure de fermeture"
CLOSE_STILL = "Encore là"
CLOSE_NOBODY = "Tout le monde est reparti."
CLOSE_STILL_NOTE = "Leur départ restera inconnu."
CLOSE_GO = "Fermer la permanence"
CLOSED = "La permanence est fermée."

THANKS = "Merci !"
THANKS_KEPT = "Tout est gardé ici."
THANKS_DONE = "Terminé"

LINE = "L’envoi à la coordination"
LINE_KEPT = "Tout est gardé ici, avec ou sans Internet."
LINE_TRY = "Essayer maintenant"
LINE_TRYING = "On essaie…"
LINE_TRIED = "L’essai est terminé."


def unlock_wait(seconds: int) -> str:
    """``Trop d’essais. Attendez 10 s, puis réessayez.``."""
    return f"Trop d’essais. Attendez {number(seconds)}\u202fs, puis réessayez."


def since(moment: int) -> str:
    """``depuis 9 h``."""
    return f"depuis {hour(moment)}"


def here(people: int) -> str:
    """``3 personnes présentes``."""
    return count(people, "personne présente", "personnes présentes")


def several(people: int) -> str:
    """``3 personnes``."""
    return count(people, "personne", "personnes")


def done_so_far(visits: int, interventions: int) -> str:
    """``12 passages, 7 interventions``."""
    return f"{visits_words(visits)}, {interventions_words(interventions)}"


def visits_words(visits: int) -> str:
    """``12 passages``."""
    return count(visits, "passage", "passages")


def interventions_words(interventions: int) -> str:
    """``7 interventions``."""
    return count(interventions, "intervention", "interventions")


def saved(theme: str, minutes: int) -> str:
    """``L’aide est notée : E-mail, 30 min.``."""
    return f"L’aide est notée : {theme}, {duration(minutes)}."


def places(registered: int, capacity: int) -> str:
    """``5 inscrits sur 8``."""
    return f"{count(registered, 'inscrit', 'inscrits')} sur {number(capacity)}"


def waiting(people: int) -> str:
    """``2 en attente``."""
    return f"{number(people)} en attente"


def opened_at(moment: int) -> str:
    """``Ouverte à 9 h 02``."""
    return f"Ouverte à {hour(moment)}"


def held_for(minutes: int) -> str:
    """``8 h 30 de permanence``."""
    return f"{duration(minutes)} de permanence"


def forgotten(name: str, when: str, moment: int) -> str:
    """Say which permanence was never closed: whose, on which day, since which hour."""
    return f"Celle de {name or 'quelqu’un'}, ouverte {when} à {hour(moment)}."


def intervention_for(whom: str) -> str:
    """``Aide : Marie D.``."""
    return f"Aide : {whom}"


def figures(visits: int, unnamed: int, interventions: int) -> tuple[tuple[str, str], ...]:
    """Return each figure of a permanence and its word, which agrees with it."""
    return (
        (number(visits), word(visits, "passage", "passages")),
        (number(unnamed), word(unnamed, "passage sans nom", "passages sans nom")),
        (number(interventions), word(interventions, "intervention", "interventions")),
    )


def day_done(visits: int, interventions: int, minutes: int) -> str:
    """``12 passages, 7 interventions, 8 h 30 de permanence.``."""
    return f"{done_so_far(visits, interventions)}, {held_for(minutes)}."
