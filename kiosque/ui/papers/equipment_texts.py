"""Words of the labels of equipment."""

from kiosque.ui.words import Words


class LabelWords(Words):
    """What stands on labels, and what their papers are called."""

    LABELS = "Étiquettes du matériel"
    _LABEL_OF = "Étiquette, {name}"
    _FOUND = "Trouvé\u202f? Rendez-le à {association}."

    def label_of(self, name: str) -> str:
        """``Étiquette, Portable 1``."""
        return self._LABEL_OF.format(name=name)

    def found(self, association: str) -> str:
        """``Trouvé ? Rendez-le à Asoft.``; nothing where it is not known to whom."""
        return self._FOUND.format(association=association) if association else ""


label_words = LabelWords()
