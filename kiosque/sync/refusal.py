"""What is refused, and the sentence that says so."""

from enum import Enum

from kiosque.domain.errors import KnownError
from kiosque.journal.chain import Broken, Forked, Gap


class Reason(Enum):
    """Why something received was refused. The value is the sentence for the person."""

    VERSION = "Cet envoi vient d’une version plus récente de Kiosque. Tout est gardé ici."
    TOO_LARGE = "Cet envoi est trop gros pour être sûr. Tout est gardé ici."
    MALFORMED = "Cet envoi est abîmé. Tout est gardé ici."
    CHECK = "Cet envoi ne correspond pas à ce qui est déjà connu. Tout est gardé ici."
    GAP = "Il manque des écritures avant celles-ci. Tout est gardé ici."
    FORKED = "Deux postes se présentent sous le même nom. La coordination doit regarder."
    DISORDERED = "L’ordre de ces écritures est impossible. La coordination doit regarder."
    STRANGER = "Cet envoi n’est pas celui du poste attendu. Rien n’a été changé."
    SEAL = "Cet envoi ne s’ouvre pas : il a été changé en route, ou il est d’un autre. Rien n’a été changé ici."
    KEY = "Cet envoi porte une clé que personne ici ne connaît. La coordination doit regarder."
    SIGNATURE = "Cet envoi n’est pas signé comme il devrait. Rien n’a été changé."
    OUTSIDE = "Cet envoi touche à ce qui n’est pas à cette antenne. La coordination doit regarder."
    CLOCK = "L’horloge de cet envoi est trop loin devant les autres. La coordination doit regarder."
    REVOKED = "Ce poste a été retiré du réseau. Tout est gardé ici, appelez la coordination."
    USED = "Cette inscription a déjà servi à un autre poste. Demandez-en une nouvelle à la coordination."
    RESTORED = "La coordination a repris une sauvegarde sans le savoir. Tout est gardé ici, appelez-la."
    CURSOR = "La réponse commence trop loin. Rien n’a été changé."


class Refused(KnownError):
    """Something received was refused whole: nothing of it was written.

    ``reason`` is a closed set; ``detail`` (English) is for whoever looks into it, and names nobody.
    """

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.detail = detail

    def __str__(self) -> str:
        """Return the reason and the detail, for a log."""
        return f"{self.reason.name}: {self.detail}"


def malformed(detail: str) -> Refused:
    """Return the refusal of bytes that do not say what they should."""
    return Refused(Reason.MALFORMED, detail)


def too_large(detail: str) -> Refused:
    """Return the refusal of bytes that say too much."""
    return Refused(Reason.TOO_LARGE, detail)


def of_journal(broken: Broken) -> Refused:
    """Return the refusal of entries that do not continue the journal they claim to be of."""
    reasons = {Gap: Reason.GAP, Forked: Reason.FORKED}
    return Refused(reasons.get(type(broken), Reason.DISORDERED), str(broken))
