"""Words of coworking places and self-service computers."""

from kiosque.ui.texts import texts
from kiosque.ui.words import Words


class DesksWords(Words):
    """What animators read of the places of their space."""

    PLACES = "Places et ordinateurs"
    PLACES_NOTE = "Qui travaille où, ce qui est libre"
    FREE = "Libre"
    NONE = "Aucune place n’est notée ici."
    NONE_HOW = "Ajoutez les tables et les ordinateurs de votre espace."
    WHO = "Qui s’installe\u202f?"
    WHO_HOW = "Touchez une place libre, puis qui s’y installe. Une place prise se libère."
    ANYBODY = "Quelqu’un d’autre"
    TAKEN = "La place est prise."
    FREED = "La place est libre."
    ADD = "Ajouter une place"
    NAME = "Son nom"
    NAME_HOW = "Table 1"
    FORM = "Ce que c’est"
    SAVE = "Ajouter"
    ADDED = "La place est ajoutée."
    _SINCE = "{who}, depuis {hour}"
    _SINCE_NOBODY = "depuis {hour}"

    def since(self, who: str, moment: int) -> str:
        """``Zoé Roux, depuis 9 h 12``."""
        template = self._SINCE if who else self._SINCE_NOBODY
        return template.format(who=who, hour=texts.hour(moment))


desks_words = DesksWords()
