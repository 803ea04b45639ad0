"""French shared by every screen: days, counts, the four sentences about the line, common words."""

from datetime import timedelta

from kiosque.domain.french import day, hour, local

NAME = "Kiosque"
BACK = "Retour"
CANCEL = "Annuler"
ANIMATOR = "Animateur"

STILL_HERE = "Encore là ?"
STILL_HERE_WHY = "Sinon, cet écran va s’effacer."
STILL_HERE_YES = "Oui, je continue"
UNDONE = "C’est annulé."
BADGE_ELSEWHERE = "Pour ouvrir avec un badge, revenez d’abord à l’accueil."

_DAYS_IN_WEEK = 7
_FIRST_PLURAL = 2
"""The French plural begins at two: zero is singular."""


def number(how_many: int) -> str:
    """``1 412``: thousands apart by a narrow no-break space."""
    return f"{how_many:,}".replace(",", "\u202f")


def count(how_many: int, one: str, many: str) -> str:
    """``0 visite``, ``1 visite``, ``2 visites``."""
    return f"{number(how_many)}\u00a0{word(how_many, one, many)}"


def word(how_many: int, one: str, many: str) -> str:
    """Return the word that agrees with a count: zero is singular."""
    return many if how_many >= _FIRST_PLURAL else one


def day_word(moment: int, now: int) -> str:
    """``aujourd’hui``, ``hier``, ``lundi`` within a week, then ``le lundi 2 mars``; both in UTC seconds."""
    then, today = local(moment).date(), local(now).date()
    if then == today:
        return "aujourd’hui"
    if then == today - timedelta(days=1):
        return "hier"
    if timedelta(0) < today - then < timedelta(days=_DAYS_IN_WEEK):
        return day(then).split(" ", maxsplit=1)[0]
    return f"le {day(then)}"


def all_received(at: int, now: int) -> str:
    """Say that everything has been received, and when (UTC seconds)."""
    when = day_word(at, now)
    return f"Tout est bien reçu, {'' if when == 'aujourd’hui' else when + ' '}à {hour(at)}."


def kept_here(waiting: int) -> str:
    """Say that so many entries wait here for the line."""
    if waiting < _FIRST_PLURAL:
        return "Tout est gardé ici, jusqu’au retour de la ligne."
    return f"Gardé ici : {number(waiting)}\u00a0écritures partiront au retour de la ligne."


def sending(done: int, total: int) -> str:
    """Say how far a sending has come."""
    return f"Envoi en cours : {number(done)} sur {number(total)}."


def silent(since: int, now: int) -> str:
    """Say that nothing has left since a moment (UTC seconds), and what can be done."""
    return f"Rien n’est parti depuis {day_word(since, now)}. Clé USB, ou appel ?"
