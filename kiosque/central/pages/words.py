"""What the pages say: moments, durations, counts, codes; in French."""

from collections.abc import Sequence
from datetime import date, timedelta

from kiosque.central.brought import Imported
from kiosque.central.pages.refusal_words import REFUSED
from kiosque.domain import codes, communes, french, told_hours
from kiosque.domain.codelist import CodeList
from kiosque.domain.french import NARROW_SPACE, local
from kiosque.domain.opening_hours import Slot
from kiosque.reports.antennas import Antenna
from kiosque.reports.period import Period

A_WEEK = 7


def moment(at: int, now: int) -> str:
    """Return *aujourd’hui à 14 h 32*, *lundi à 14 h 32*, *le 3 mars à 9 h* for a past time (UTC seconds)."""
    return f"{past_day(local(at).date(), local(now).date())} à {french.hour(at)}"


def past_day(when: date, today: date) -> str:
    """Return how a past day is called today; a day to come (a wrong clock) by its date."""
    ago = (today - when).days
    if ago == 0:
        return "aujourd’hui"
    if ago == 1:
        return "hier"
    if 1 < ago < A_WEEK:
        return french.day(when).split()[0]
    return f"le {short_day(when, today)}"


def short_day(when: date, today: date) -> str:
    """Return *3 mars*, with its year when it is not this one."""
    _, number, month = french.day(when).split()
    return f"{number} {month}" if when.year == today.year else f"{number} {month} {when.year}"


def local_day(at: int) -> date:
    """Return the day of a moment (UTC seconds) on the walls of the spaces."""
    return local(at).date()


def day_word(when: date) -> str:
    """Return *lundi 23*."""
    return " ".join(french.day(when).split()[:2])


def long_day(when: date) -> str:
    """Return *lundi 23 novembre 2026*."""
    return f"{french.day(when)} {when.year}"


def month(when: date) -> str:
    """Return *novembre 2026*."""
    return f"{french.day(when).split()[2]} {when.year}"


def span(period: Period) -> str:
    """Return *du mardi 17 au lundi 23 novembre 2026*."""
    first, last = french.day(period.first), long_day(period.last)
    if period.first == period.last:
        return last
    if (period.first.year, period.first.month) == (period.last.year, period.last.month):
        first = " ".join(first.split()[:2])
    elif period.first.year != period.last.year:
        first = long_day(period.first)
    return f"du {first} au {last}"


def hours(seconds: int) -> str:
    """Return *12 h 30*, *45 min*, *0 h*: to the nearest minute."""
    minutes = round(timedelta(seconds=seconds) / timedelta(minutes=1))
    if not minutes:
        return f"0{NARROW_SPACE}h"
    whole, rest = divmod(minutes, 60)
    return (
        f"{number(whole)}{french.clock_words(whole, rest).removeprefix(str(whole))}" if whole else french.duration(rest)
    )


def many_hours(seconds: int) -> str:
    """Return the same; from a thousand hours on to the nearest one: nobody reads their minutes."""
    return hours(round(seconds / 3600) * 3600 if seconds >= 1000 * 3600 else seconds)


def slots(several: Sequence[Slot]) -> str:
    """Return *9 h – 12 h et 14 h – 17 h*, no line of which begins with a dash."""
    return _unbroken(told_hours.slots(several))


def opening(hours: str) -> tuple[str, ...]:
    """Return when it is open, a line each; no line begins with a dash either."""
    return tuple(map(_unbroken, told_hours.opening(hours)))


def _unbroken(hours: str) -> str:
    return hours.replace(" – ", "\u00a0– ")


def number(count: int) -> str:
    """Return *1 234*."""
    return f"{count:,}".replace(",", NARROW_SPACE)


def commune(insee: str) -> str:
    """Return *Rémuzat (26)* for an INSEE code, or the code when it is not known here."""
    found = communes.by_insee(insee)
    return communes.display(found) if found else insee


def place(antenna: Antenna) -> str:
    """Return *Aventic · Rémuzat (26)*: what tells an antenna from another of the same name."""
    parts = (codes.ASSOCIATIONS.label(antenna.association), commune(antenna.commune))
    return " · ".join(part for part in parts if part)


def heard(antenna: Antenna, now: int) -> str:
    """Return when an antenna was last heard, as one calm phrase."""
    if not antenna.heard_at:
        return "rien encore" if antenna.devices else "pas encore de poste"
    if antenna.silent(now):
        return f"rien depuis {past_day(local(antenna.heard_at).date(), local(now).date())}"
    return f"reçu {moment(antenna.heard_at, now)}"


def brought(imported: Imported, place: str) -> str:
    """Return what came of a device's file from the antenna called ``place``, and what to do next."""
    if imported.revoked:
        return taken(imported, place)
    then = "Rapportez la réponse à ce poste." if imported.reply else "Apportez ensuite ce fichier une autre fois."
    return f"{taken(imported, place)} {then}"


def taken(imported: Imported, place: str) -> str:
    """Return what came of a device's file from the antenna called ``place``, in one or two short sentences."""
    several = french.plural(imported.new, "nouvelle écriture", "nouvelles écritures")
    if imported.revoked and imported.new:
        rest = " Le reste est gardé de côté." if imported.refused else ""
        return f"{several} d’un poste retiré du réseau.{rest}"
    if imported.revoked:
        kept = "Ce qu’il apporte est gardé de côté." if imported.refused else "Il n’apporte rien de nouveau."
        return f"Ce poste a été retiré du réseau. {kept}"
    if imported.refused is None:
        return f"{several} de {place}." if imported.new else f"Tout ce que {place} envoie ici était déjà reçu."
    came = several if imported.new else "Rien de nouveau"
    return f"{came} du poste de {place}. {REFUSED[imported.refused.reason]}"


def each_label(of: CodeList, several: tuple[str, ...]) -> str:
    """Return the labels of several codes, as a list."""
    return french.listed([of.find(code).short for code in several])
