"""Words of the screen that makes a proof of visit."""

from kiosque.ui.words import Words


class ProofWords(Words):
    """What animators read before they print it."""

    PROOF = "Attestation de présence"
    PROOF_NOTE = "Pour France Travail, ou qui la demande"
    WHICH = "Touchez un passage, puis le nom à écrire. Rien n’en est gardé."
    NAME = "Nom à écrire"
    NAME_HOW = "Comme sur la pièce d’identité"
    NAME_MISSING = "Écrivez un prénom et un nom."
    VISIT_MISSING = "Touchez d’abord un passage."
    HOW_MUCH = "Quels passages\u202f?"
    ONE = "Ce passage"
    MONTH = "Ses 30 derniers jours"
    SEE = "Voir l’attestation"


proof_words = ProofWords()
