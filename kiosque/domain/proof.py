"""The words of a proof of visit: French whatever is spoken, for it is read in a French office."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosque.domain.french import capital, day, hour, local

TITLE = "Attestation de présence"
WHOM = "atteste de la présence de"
AIM = "Remise à la personne qui la demande, pour valoir ce que de droit"
SIGNATURE = "Signature et cachet"
NOT_KEPT = "L’espace ne garde aucune copie de cette attestation"
_NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Stay:
    """One visit: when somebody came and left (UTC seconds); None: it is not known when, or they are here."""

    arrived_at: int
    left_at: int | None = None


def titled(stays: Sequence[Stay]) -> str:
    """Return ``Attestation de présence, lundi 2 mars 2026``: no name, for it is the name of a file too."""
    return f"{TITLE}, {_on(stays[-1].arrived_at)}" if stays else TITLE


def who_says(animator: str, antenna: str, association: str) -> str:
    """Return who attests: ``Élodie Brès, pour l’espace de Nyons (association Asoft),``."""
    where = f"l’espace de {antenna}" if antenna else "cet espace"
    behind = f" (association {association})" if association else ""
    return f"{animator or 'L’équipe'}, pour {where}{behind},"


def told(stay: Stay) -> str:
    """Return ``Lundi 2 mars 2026, de 9 h 12 à 11 h 05``; where no departure is known, from when on."""
    if stay.left_at is None:
        said = f"{_on(stay.arrived_at)}, à partir de {hour(stay.arrived_at)}"
    else:
        said = f"{_on(stay.arrived_at)}, de {hour(stay.arrived_at)} à {hour(stay.left_at)}"
    return capital(said)


def done_at(place: str, at: int) -> str:
    """Return ``Fait à Nyons, le lundi 2 mars 2026 à 11 h 20.``."""
    where = f"Fait à {place}, le" if place else "Fait le"
    return f"{where} {_on(at)} à {hour(at)}."


def _on(moment: int) -> str:
    when = local(moment).date()
    return f"{day(when)} {when.year}".replace(f"{when.day} ", f"{when.day}{_NBSP}", 1)
