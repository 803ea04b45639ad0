"""Words of the attendance sheet."""

from kiosque.ui.words import Words


class SheetWords(Words):
    """What stands on the sheet that is signed."""

    SHEET = "Feuille d’émargement"
    NAME = "Prénom et nom"
    SIGNATURE = "Signature"
    MORNING = "Matin"
    AFTERNOON = "Après-midi"
    HOLDER = "Signature de qui anime"
    WHY = "Gardée pour prouver qui a suivi l’atelier. Vos droits\u00a0: voir l’affiche de l’accueil."
    _TITLED = "Émargement, {workshop}, {day}"
    _HELD_BY = "Animé par {names}"
    _DAY = "{day} {year}"

    def half(self, place: int) -> str:
        """``Matin``, ``Après-midi``."""
        return (self.MORNING, self.AFTERNOON)[place]

    def titled(self, workshop: str, day: str) -> str:
        """``Émargement, Ranger ses photos, mardi 3 mars 2026``."""
        return self._TITLED.format(workshop=workshop, day=day)

    def held_by(self, names: str) -> str:
        """``Animé par Élodie Brès``."""
        return self._HELD_BY.format(names=names)

    def day(self, day: str, year: int) -> str:
        """``mardi 3 mars 2026``."""
        return self._DAY.format(day=day, year=year)


sheet_words = SheetWords()
