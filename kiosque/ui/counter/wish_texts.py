"""Words of wishes for workshops, and of the smile at departure, as visitors read them."""

from kiosque.ui.words import Words


class WishWords(Words):
    """What visitors read when they wish for something, or say how it was."""

    OPEN = "J’aimerais un atelier"
    WHICH = "Quel atelier vous plairait\u202f?"
    OTHERS = "D’autres idées"
    NOTED = "Votre envie est notée, sans votre nom."
    CALL = "Souhaitez-vous qu’on vous appelle\u202f?"
    CALL_HOW = "Seulement si cet atelier a lieu."
    CALL_YES = "Oui, appelez-moi"
    CALL_WHOM = "Qui appeler\u202f?"
    PHONE = "Votre numéro de téléphone"
    PHONE_HINT = "Exemple\u00a0: 06 12 34 56 78"
    PHONE_WRONG = "Écrivez votre numéro en entier."
    SEND = "Être appelé"
    CALL_NOTED = "C’est noté. À bientôt\u202f!"

    HOW_WAS_IT = "C’était comment, aujourd’hui\u202f?"
    THANKS = "Merci, c’est compté."
    NOBODY = "Personne ne sait qui a répondu."


wish_words = WishWords()
