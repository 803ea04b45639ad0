"""What the pages and the command line say of devices, copies, refusals and keys; in French."""

from kiosque.central.pages.overview import Key
from kiosque.central.pages.refusal_words import REFUSED
from kiosque.central.pages.words import moment, number, past_day, short_day
from kiosque.central.quarantine import Refusal
from kiosque.domain.crockford import grouped
from kiosque.domain.french import hour, listed, local, plural
from kiosque.reports.devices import Device, Waiting

SEEN = "C’est noté\u202f: ce refus a été vu."
UNCLEAR = "Ce formulaire n’est pas complet. Recommencez depuis cette page."
WHERE = "Choisissez l’antenne où le poste va servir."
WHO = "Choisissez qui ouvrira ce poste la première fois."
NO_NUMBER = "Écrivez un numéro en chiffres, le dernier à accepter."


def day_of(at: int, now: int) -> str:
    """Return *hier*, *lundi*, *le 3 mars* for a past moment (UTC seconds)."""
    return past_day(local(at).date(), local(now).date())


def until(at: int, now: int) -> str:
    """Return *le 30 novembre à 14 h 40* for a moment to come (UTC seconds)."""
    return f"le {short_day(local(at).date(), local(now).date())} à {hour(at)}"


def standing(device: Device, now: int) -> str:
    """Return whether a device is in service, and since when."""
    if device.revoked:
        return f"retiré {day_of(device.revoked_at, now)}"
    if device.claimed:
        return f"inscrit {day_of(device.enrolled_at, now)}"
    if device.code_until > now:
        return f"attend son PC, code valable jusqu’au {until(device.code_until, now).removeprefix('le ')}"
    return "attend son PC" if not device.code_until else "son code a expiré sans servir"


def heard(device: Device, now: int) -> str:
    """Return when a device was last heard."""
    return f"reçu {moment(device.heard_at, now)}" if device.heard_at else "rien encore"


def received(device: Device) -> str:
    """Return how much of a device's journal is held here."""
    return f"{number(device.received)}\u00a0{'écritures reçues' if device.received > 1 else 'écriture reçue'}"


def to_come(device: Device) -> str:
    """Return how far a device is with what the network has for it, as it last said."""
    if device.to_come < 0:
        return "en sait plus que ce central"
    if not device.to_come:
        return "à jour"
    return f"{number(device.to_come)}\u00a0{'écritures' if device.to_come > 1 else 'écriture'} en route vers lui"


def two_of(device: int) -> str:
    """Return what a copy that asks for a number means."""
    return f"Deux PC se présentent comme le poste {device}."


def copy_of(key: bytes) -> str:
    """Return the start of a copy's key, as it is shown and typed."""
    return key.hex()[:8]


def approved(number: int) -> str:
    """Return what comes of a copy that has a number."""
    return f"La copie devient le poste {number}, à son prochain passage."


def accepted(up_to: int, new: int) -> str:
    """Return what came of accepting what a revoked device wrote."""
    several = plural(new, "nouvelle écriture", "nouvelles écritures") if new else "Aucune nouvelle écriture"
    return f"Accepté jusqu’au numéro {up_to}. {several}."


def revoked(device: int) -> str:
    """Return what came of revoking a device."""
    return f"Le poste {device} est retiré\u202f: il ne reçoit ni n’envoie plus rien."


def key_use(key: Key) -> str:
    """Return who uses a key of headquarters."""
    if key.idle:
        return "plus aucun poste ne s’en sert"
    count = plural(key.devices, "poste s’en sert", "postes s’en servent") if key.devices else "aucun poste ne s’en sert"
    if key.newest:
        return f"la plus récente, {count}"
    return count if key.devices else "gardée pour les postes qui ne sont pas encore venus"


def groups(code: str) -> list[str]:
    """Return a recovery code in the groups that are read out."""
    return grouped(code).split()


def refusal(each: Refusal) -> str:
    """Return what was refused, and what to do."""
    return REFUSED[each.reason]


def retired(serials: tuple[int, ...]) -> str:
    """Return which keys were forgotten."""
    if not serials:
        return "Chaque clé sert encore\u202f: aucune n’a été oubliée."
    if len(serials) == 1:
        return f"La clé {serials[0]} est oubliée\u202f: plus aucun poste ne s’en servait."
    return f"Les clés {listed([str(each) for each in serials])} sont oubliées\u202f: plus aucun poste ne s’en servait."


def to_look_at(waiting: Waiting) -> str:
    """Return what waits for somebody, empty when nothing does."""
    copies = plural(waiting.copies, "PC attend un numéro", "PC attendent un numéro") if waiting.copies else ""
    refused = plural(waiting.refused, "envoi refusé", "envois refusés") if waiting.refused else ""
    return listed([each for each in (copies, refused) if each])
