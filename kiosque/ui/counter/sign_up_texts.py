"""Words of registering at a workshop oneself: at most twelve in a sentence, nobody’s name."""

from kiosque.domain.french import local
from kiosque.ui.texts import texts
from kiosque.ui.words import Plural, Words


class SignUpWords(Words):
    """What visitors read of workshops."""

    WORKSHOPS = "M’inscrire à un atelier"
    WHICH = "À quel atelier vous inscrire\u202f?"
    OTHERS = "D’autres ateliers"
    NO = "Non merci"
    NO_NOTE = "Ou je suis déjà inscrit"
    NONE = "Aucun atelier n’est prévu."
    FULL = "Complet\u00a0: liste d’attente"
    NAME = "À quel nom vous inscrire\u202f?"
    NAME_CARD = "Ou montrez votre carte au lecteur."
    YOUR_NAME = "Prénom et nom"
    YOUR_PHONE = "Téléphone (si vous voulez)"
    NAME_KEPT = "Gardé pour la liste, douze mois au plus."
    SEND = "M’inscrire"
    ALREADY = "Vous êtes déjà inscrit à cet atelier."
    SIGNED_UP = "Votre inscription est notée."
    HAS = "Votre place est gardée\u202f!"
    WAITS = "Vous êtes en liste d’attente"
    WILL_CALL = "Nous vous appellerons si une place se libère."
    SAY_HOW = "Dites à l’accueil comment vous appeler."
    SEE_YOU = "À bientôt\u202f!"

    _FREE = Plural("{n}\u00a0place", "{n}\u00a0places")
    _WHEN = "{day}, {hour}"
    _RANK = "Il n’y a plus de place. Vous êtes numéro {n}."

    def free(self, places: int) -> str:
        """``3 places``."""
        return self._FREE(places)

    def when(self, moment: int) -> str:
        """``mardi 3 mars, 14 h``."""
        return self._WHEN.format(day=texts.day(local(moment).date()), hour=texts.hour(moment))

    def rank(self, rank: int) -> str:
        """``Il n’y a plus de place. Vous êtes numéro 2.``."""
        return self._RANK.format(n=texts.number(rank))


sign_up_words = SignUpWords()
