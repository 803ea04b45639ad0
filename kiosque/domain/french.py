"""Hours, days, numbers and lists as French people write them; and the clock on the wall of a space."""

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
NARROW_SPACE = "\u202f"

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
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
SHORT_MONTHS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
"""The same under a bar of a chart."""


def local(seconds: int) -> datetime:
    """Return UTC ``seconds`` as the time on the wall of a space."""
    return datetime.fromtimestamp(seconds, PARIS)


def hour(seconds: int) -> str:
    """Return *14 h 32*, or *9 h* on the hour, for UTC ``seconds``."""
    return clock_words(local(seconds).hour, local(seconds).minute)


def clock_words(hours: int, minutes: int) -> str:
    """Return *14 h 32*, or *9 h* on the hour."""
    words = f"{hours}{NARROW_SPACE}h"
    return f"{words}{NARROW_SPACE}{minutes:02}" if minutes else words


def weekday(when: date) -> str:
    """Return *lundi*."""
    return _DAYS[when.weekday()]


def day(when: date) -> str:
    """Return *lundi 1er mars*."""
    which = "1er" if when.day == 1 else str(when.day)
    return f"{weekday(when)} {which} {MONTHS[when.month - 1]}"


def duration(minutes: int) -> str:
    """Return *45 min*, *1 h*, *1 h 30*."""
    if minutes < 60:  # noqa: PLR2004 - minutes in an hour
        return f"{minutes}{NARROW_SPACE}min"
    return clock_words(*divmod(minutes, 60))


def number(how_many: int) -> str:
    """Return *1 412*: thousands apart by a narrow no-break space."""
    return f"{how_many:,}".replace(",", NARROW_SPACE)


def unaccented(name: str) -> str:
    """Return by what a name is sorted: *Élodie* beside *Elisa*, and not after *Zoé* as a database has it."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return letters if letters.isascii() else "".join(each for each in letters if not unicodedata.combining(each))


def listed(words: Sequence[str]) -> str:
    """Return *a, b et c*."""
    if len(words) < 2:  # noqa: PLR2004 - a list of two needs its *et*
        return "".join(words)
    return f"{', '.join(words[:-1])} et {words[-1]}"


def capital(text: str) -> str:
    """Return ``text`` as a sentence begins."""
    return text[:1].upper() + text[1:]


def of_place(name: str) -> str:
    """Return *de Nyons*, *d’Orpierre*, *du Poët-Laval*, *des Pilles* for the name of a commune."""
    for article, joined in (("Le ", "du "), ("Les ", "des ")):
        if name.startswith(article):
            return joined + name.removeprefix(article)
    first = unicodedata.normalize("NFD", name[:1]).lower()[:1]
    # Of the communes around, those that begin with an h are said without it: d’Hauterives.
    return f"d’{name}" if first in set("aeiouyh") else f"de {name}"


def plural(count: int, one: str, several: str) -> str:
    """Return the count and its word: in French zero is singular."""
    return f"{number(count)}\u00a0{several if count > 1 else one}"
