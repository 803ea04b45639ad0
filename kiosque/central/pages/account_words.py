"""What the pages say of accounts, in French."""

from kiosque.central.accounts import Role
from kiosque.central.directory import Listed
from kiosque.central.pages.words import past_day
from kiosque.domain.codes import ASSOCIATIONS
from kiosque.domain.french import local

ROLES = {
    Role.FIGURES: ("Chiffres", "Les chiffres et les lignes sans nom de tout le réseau."),
    Role.ASSOCIATION: (
        "Une association",
        "Ses antennes\u202f: chiffres, horaires, corrections\u202f; toute l’équipe, pour se remplacer.",
    ),
    Role.DATA_PROTECTION: ("Protection des données", "Les personnes, leurs demandes, et le journal des exports."),
    Role.ADMINISTRATOR: ("Administration", "Tout, les comptes et les postes compris."),
}
"""What each role is called, and what it opens."""

UNCLEAR = "Ce formulaire n’est pas complet. Recommencez depuis cette page."
WRONG_PASSWORD = "Ce n’est pas votre mot de passe actuel. Rien n’a été changé."  # noqa: S105 - a sentence
NOT_TWICE = "Les deux ne sont pas les mêmes. Écrivez-le encore, deux fois."
OWN_ACCOUNT = "C’est votre propre compte\u202f: demandez-le à quelqu’un d’autre de l’administration."


def role(of: str) -> str:
    """Return what a role is called."""
    return ROLES[Role(of)][0]


def is_for(each: Listed) -> str:
    """Return what an account is for: *Administration*, *Asoft*."""
    return ASSOCIATIONS.label(each.association) if each.role is Role.ASSOCIATION else role(each.role)


def used(each: Listed, now: int) -> str:
    """Return when an account was last used."""
    return past_day(local(each.used_at).date(), local(now).date()) if each.used_at else "jamais encore"


def line(each: Listed, now: int) -> str:
    """Return a line for the command line."""
    return f"{each.name:>24}  {is_for(each)}, {standing(each, now)}, dernière entrée\u202f: {used(each, now)}"


def standing(each: Listed, now: int) -> str:
    """Return how an account stands."""
    if each.disabled_at:
        return f"fermé {past_day(local(each.disabled_at).date(), local(now).date())}"
    if not each.chosen:
        return "attend son mot de passe"
    return "mot de passe et code" if each.protected else "code à mettre en place"
