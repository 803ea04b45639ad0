"""Words of cards and households, as animators look after them."""

from kiosque.ui.words import Words


class HomeWords(Words):
    """What animators read of who lives together, and of the cards they show."""

    CARD = "Sa carte"
    NO_CARD = "Pas encore de carte."
    HAS_CARD = "Une carte lui a été donnée."
    CARD_HOW = "Une carte ne porte pas de nom\u00a0: son code suffit."
    GIVE = "Donner une carte"
    GIVE_NOTE = "Un code tout neuf, à imprimer"
    PRINT = "Imprimer sa carte"
    PRINT_NOTE = "La même, si elle est usée"
    REPLACE = "Remplacer sa carte"
    REPLACE_NOTE = "Perdue\u00a0: l’ancienne ne servira plus"
    HOME_PRINT = "Imprimer celle du foyer"
    HOME_REPLACE = "Remplacer celle du foyer"
    REPLACED = "La nouvelle carte est prête."

    TO_CARD = "Imprimer, remplacer"

    HOME = "Son foyer"
    TO_HOME = "Ajouter, retirer"
    ALONE = "Aucun foyer n’est noté."
    ALONE_HOW = "Ajoutez qui vit avec cette personne."
    ADD = "Ajouter quelqu’un"
    RECORD = "Sa fiche"
    TAKE_OUT = "Retirer du foyer"
    ADULT = "Adulte"
    MINOR = "Mineur"
    NOBODY_ANSWERS = "Personne ne répond de lui"
    NOBODY = "Personne"
    TOUCH = "Touchez une personne pour changer ce qui est noté."
    MOVED_IN = "Cette personne est du foyer."
    MOVED_OUT = "Cette personne n’est plus du foyer."
    ANSWER_SAID = "C’est noté."

    _ANSWERS = "{name} en répond"
    _WHO_ANSWERS = "Qui répond de {name}\u202f?"

    def answers(self, name: str) -> str:
        """``Odette Chastel en répond``."""
        return self._ANSWERS.format(name=name)

    def who_answers(self, name: str) -> str:
        """``Qui répond de Léo\u202f?``."""
        return self._WHO_ANSWERS.format(name=name)


home_words = HomeWords()
