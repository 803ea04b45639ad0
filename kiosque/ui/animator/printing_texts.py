"""Words of the pages that are printed."""

from kiosque.ui.texts import texts
from kiosque.ui.words import Plural, Words


class PrintingWords(Words):
    """What animators read of pages printed."""

    IN_ALL = "Pages en tout"
    HOW = "Touchez qui a imprimé."
    NOBODY = "Personne n’est venu aujourd’hui."
    NOBODY_HOW = "Qui imprime est compté d’abord comme passage."
    LEFT = "Reparti"

    _TODAY = Plural("Aujourd’hui\u00a0: {n}\u00a0page", "Aujourd’hui\u00a0: {n}\u00a0pages")
    _PAGES = Plural("{n}\u00a0page", "{n}\u00a0pages")
    _SINCE = "depuis {hour}"

    def today(self, pages: int) -> str:
        """``Aujourd’hui : 12 pages``."""
        return self._TODAY(pages)

    def pages(self, pages: int) -> str:
        """``3 pages``."""
        return self._PAGES(pages)

    def since(self, moment: int) -> str:
        """``depuis 9 h 12``."""
        return self._SINCE.format(hour=texts.hour(moment))


printing_words = PrintingWords()
