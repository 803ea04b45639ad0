"""French shared by every screen: hours, counts, the four sentences about the line, common words."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
"""Every antenna lives on this time."""

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)

NAME = "Kiosque"
BACK = "Retour"
CANCEL = "Annuler"
CONTINUE = "Continuer"
YES = "Oui"
NO = "Non"
DONE = "Terminé"
ANIMATOR = "Animateur"
NOT_SAVED = "Rien n’a été enregistré."

TRY_NOW = "Essayer maintenant"
TRYING = "On essaie…"
LINE_TITLE = "L’envoi à la coordination"
LINE_NOTHING_LOST = "Tout reste gardé ici, même sans Internet."

STILL_HERE = "Encore là ?"
STILL_HERE_WHY = "Sinon, cet écran va s’effacer."
STILL_HERE_YES = "Oui, je continue"
UNDONE = "C’est annulé."


def local(moment: int) -> datetime:
    """Return the moment (UTC seconds) on the clocks of the antennas."""
    return datetime.fromtimestamp(moment, UTC).astimezone(PARIS)


def hour(moment: int) -> str:
    """``14 h 32``, ``9 h``: the hour of a moment (UTC seconds), as it is said."""
    at = local(moment)
    return f"{at.hour} h {at.minute:02}" if at.minute else f"{at.hour} h"


def clock(moment: int) -> str:
    """``14:32``: the hour of a moment (UTC seconds), as clocks show it."""
    return f"{local(moment):%H:%M}"


def long_date(day: date) -> str:
    """``lundi 23 novembre``, ``samedi 1er août``."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{WEEKDAYS[day.weekday()]} {number} {MONTHS[day.month - 1]}"


def day_word(moment: int, now: int) -> str:
    """``aujourd’hui``, ``hier``, ``lundi`` within a week, then ``le 3 mars``; both in UTC seconds."""
    day, today = local(moment).date(), local(now).date()
    if day == today:
        return "aujourd’hui"
    if day == today - timedelta(days=1):
        return "hier"
    if timedelta(0) < today - day < timedelta(days=7):
        return WEEKDAYS[day.weekday()]
    number = "1er" if day.day == 1 else str(day.day)
    return f"le {number} {MONTHS[day.month - 1]}"


def duration(minutes: int) -> str:
    """``45 min``, ``1 h``, ``1 h 30``."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def number(count: int) -> str:
    """``1 412``: thousands apart by a narrow no-break space."""
    return f"{count:,}".replace(",", "\u202f")


def count(how_many: int, one: str, many: str) -> str:
    """``0 visite``, ``1 visite``, ``2 visites``: zero is singular in French."""
    return f"{number(how_many)} {one if abs(how_many) < 2 else many}"  # noqa: PLR2004 - the French plural begins at two


def all_received(at: int, now: int) -> str:
    """Say that everything has been received, and when (UTC seconds)."""
    day = day_word(at, now)
    return f"Tout est bien reçu, {'' if day == 'aujourd’hui' else day + ' '}à {hour(at)}."


def kept_here(waiting: int) -> str:
    """Say that so many entries wait here for the line."""
    if waiting < 2:  # noqa: PLR2004 - the French plural begins at two
        return "Tout est gardé ici, jusqu’au retour de la ligne."
    return f"Gardé ici\u00a0: {number(waiting)} écritures partiront au retour de la ligne."


def sending(done: int, total: int) -> str:
    """Say how far a sending has come."""
    return f"Envoi en cours\u00a0: {number(done)} sur {number(total)}."


def silent(since: int, now: int) -> str:
    """Say that nothing has left since a moment (UTC seconds), and what can be done."""
    day = day_word(since, now)
    return f"Rien n’est parti depuis {day}. Prendre une clé, ou appeler\u202f?"
