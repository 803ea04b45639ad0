"""French of the animators' screens."""

from kiosque.domain.french import day, duration, hour, local
from kiosque.ui.texts import count, number, word

MINUTE, DAY = 60, 86_400

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
LINE_TRY = "Essayer"
LINE_TRYING = "On essaie…"
LINE_WAIT = "Quelques secondes, le temps de regarder."

CHECK_ROOM = "Câble ou Wi-Fi"
CHECK_ROOM_HOW = "Vérifiez le câble, ou le Wi-Fi de la salle."
CHECK_INTERNET = "Internet"
CHECK_INTERNET_HOW = "Éteignez la box, attendez une minute, puis rallumez-la."
CHECK_SERVICE = "Notre service"
CHECK_SERVICE_HOW = "Notre service ne répond pas. Tout est gardé, on réessaiera."
CHECKED = "Tout marche, il n’y a rien à faire."
CHECK_WAITING, CHECK_LOOKING, CHECK_YES, CHECK_NO = "ensuite", "en cours…", "oui", "non"

TODAY = "Est-ce bien aujourd’hui\u202f?"
TODAY_WHY = "L’heure de ce poste paraît étrange."
TODAY_YES = "Oui, c’est ça"
TODAY_NO = "Corriger"
TODAY_SEND = "Enregistrer"
TODAY_DAY_WRONG = "Écrivez le jour comme ceci\u202f: 24/11/2026."

MEND = "L’heure de ce poste était fausse"
MEND_KEPT = "Rien ne s’efface\u202f: ce qui était noté reste dans l’historique."
MEND_ACCEPT = "Corriger ces heures"
MEND_LEAVE = "Laisser ainsi"
MEND_NOTHING = "Aucune heure notée n’est à changer."


def unlock_wait(seconds: int) -> str:
    """``Trop d’essais. Attendez 10 s, puis réessayez.``."""
    return f"Trop d’essais. Attendez {number(seconds)}\u202fs, puis réessayez."


STICK_HERE = "Une clé USB est branchée."
STICK_SEND = "Envoyer par la clé"
STICK_AGAIN = "Réessayer"
STICK_WRITING = "On écrit sur la clé. Ne la retirez pas."
STICK_READING = "On regarde la clé. Ne la retirez pas."
STICK_OUT = "Vous pouvez la retirer."
STICK_KEPT = "Tout est gardé ici."
STICK_SEVERAL = "Plusieurs clés USB sont branchées."
STICK_SEVERAL_HOW = "Gardez-en une seule."


def stick_progress(progress: tuple[int, int] | None) -> str:
    """``1 024 sur 4 000``; nothing before that is known."""
    return f"{number(progress[0])} sur {number(progress[1])}" if progress else ""


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


def moment(now: int) -> str:
    """``lundi 23 novembre 2026, 10 h 32``."""
    return f"{day(local(now))} {local(now).year}, {hour(now)}"


def day_typed(now: int) -> str:
    """``23/11/2026``: what a field holds before it is changed."""
    return f"{local(now):%d/%m/%Y}"


def late(seconds: int) -> str:
    """Say by how much this PC was late (or, below zero, early): ``Ce poste retardait de 2 h.``."""
    days, minutes = abs(seconds) // DAY, abs(seconds) // MINUTE
    how_much = count(days, "jour", "jours") if days else duration(minutes)
    return f"Ce poste {'retardait' if seconds > 0 else 'avançait'} de {how_much}."


def permanence_moved(wrong: object, right: object) -> str:
    """``Permanence : 7 h – 11 h devient 9 h – 13 h``, with the day when it is another."""
    return f"Permanence\u202f: {_hours(wrong, right)} devient {_hours(right, wrong)}"


def _hours(times: object, other: object) -> str:
    """``7 h – 11 h``, after its day when it is not that of ``other``."""
    start, end = times if isinstance(times, tuple) else (0, None)
    other_start = other[0] if isinstance(other, tuple) else 0
    moved = local(start).date() != local(other_start).date()
    when = f"{local(start):%d/%m/%Y} " if moved else ""
    return when + (f"{hour(start)} – {hour(end)}" if isinstance(end, int) else hour(start))


def mended(corrected: int) -> str:
    """Say that the clock is right, and how many times were corrected."""
    return f"C’est à l’heure. {count(corrected, 'heure corrigée', 'heures corrigées')}."
