"""Words of records that are alike."""

from kiosque.ui.words import Words


class DuplicatesWords(Words):
    """What animators read of records that may be one person's."""

    TITLE = "Fiches qui se ressemblent"
    HOW = "Touchez une ligne pour comparer les deux fiches."
    SHOWN = "Quelles fiches"
    OPEN, SEEN = "À regarder", "Déjà vues"
    NONE = "Aucune fiche ne ressemble à une autre."
    NONE_HOW = "Qui serait écrit deux fois apparaîtra ici."
    SEEN_NONE = "Rien n’a encore été décidé."
    SEEN_NONE_HOW = "Ce que l’on décide de deux fiches se change ici."
    ONE_PERSON, TWO_PEOPLE = "Une personne", "Deux personnes"
    OTHERS = "Il y en a d’autres, qui se ressemblent moins."


duplicates_words = DuplicatesWords()
