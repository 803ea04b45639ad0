"""What headquarters reads of what was refused, or failed; in French."""

from kiosque.sync.refusal import Reason

REFUSED = {
    Reason.VERSION: "Il parle une version plus récente de Kiosque. Mettez le central à jour.",
    Reason.TOO_LARGE: "Son envoi était trop gros pour être sûr. Il garde tout.",
    Reason.MALFORMED: "Son envoi était abîmé. Il garde tout, et réessaiera.",
    Reason.CHECK: "Son envoi ne correspond pas à ce qui est connu ici. Il garde tout.",
    Reason.GAP: "Il manque des écritures avant celles qu’il envoie. Il garde tout.",
    Reason.FORKED: "Deux PC écrivent sous ce numéro. La copie va demander le sien.",
    Reason.DISORDERED: "L’ordre de ses écritures est impossible. Faites examiner ce poste.",
    Reason.STRANGER: "Il a envoyé ce qui est d’un autre poste. Faites examiner ce poste.",
    Reason.SEAL: "Son envoi ne s’ouvre pas\u202f: il a été changé en route, ou il est d’un autre.",
    Reason.KEY: "Son envoi porte une clé que personne ici ne connaît.",
    Reason.SIGNATURE: "Son envoi n’est pas signé comme il devrait. Faites examiner ce poste.",
    Reason.OUTSIDE: "Il a écrit sur ce qui n’est pas à son antenne. Faites examiner ce poste.",
    Reason.CLOCK: "Son horloge est trop loin devant les autres. Mettez-le à l’heure.",
    Reason.REVOKED: "Il est retiré du réseau. Ce qu’il apporte encore est gardé de côté.",
    Reason.USED: "Un second PC se présente avec son inscription. Faites-en une autre pour ce second PC.",
    Reason.RESTORED: (
        "Il connaît des écritures que ce central n’a plus\u202f: une sauvegarde a été remise. "
        "Arrêtez le central, puis dites-le par « kiosque central restored »."
    ),
    Reason.CURSOR: "Il a reçu une réponse qui commence trop loin, et n’en a rien pris.",
}
"""What headquarters reads of each reason: what came of it, and what to do."""

_HERE = {
    "de ce poste": "de ce central",
    ", puis appelez la coordination": "",
    "Appelez la coordination": "Remettez-le d’après une sauvegarde",
}


def of_central(sentence: str) -> str:
    """Return what the store says of a PC, said of the central: who reads it is headquarters, and has nobody to call."""
    for of_pc, here in _HERE.items():
        sentence = sentence.replace(of_pc, here)
    return sentence
