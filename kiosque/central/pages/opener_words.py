"""What the page and the command line say of badges and passphrases; in French."""

from kiosque.central.openers import Opener
from kiosque.central.pages.words import past_day
from kiosque.domain.french import local
from kiosque.domain.opener import BADGE


def what(opener: Opener) -> str:
    """Return *Badge* or *Phrase secrète*."""
    return "Badge" if opener.form == BADGE else "Phrase secrète"


def made(opener: Opener, now: int) -> str:
    """Return where it was made, and when."""
    day = past_day(local(opener.since).date(), local(now).date())
    return f"à {opener.where or 'la coordination'}, {day}"


def reach(opener: Opener) -> str:
    """Return which PCs it opens."""
    return "ouvre tous les postes du réseau" if opener.everywhere else f"ouvre les postes de {opener.where} seulement"


def confirmed(opener: Opener) -> str:
    """Return what comes of confirming it."""
    return f"C’est fait\u202f: cela ouvre tout le réseau pour {opener.animator}, dès que chaque poste l’apprend."


def lost(opener: Opener) -> str:
    """Return what comes of giving it up."""
    said = f"{what(opener).lower()} {opener.number}"
    return f"C’est fait\u202f: {said}, cela n’ouvre plus rien dès que chaque poste l’apprend."


def line(opener: Opener, now: int) -> str:
    """Return a line for the command line."""
    return f"{opener.number:>14}  {opener.animator}\u202f: {what(opener).lower()}, {made(opener, now)}, {reach(opener)}"
