"""Words of the paper that reminds somebody of a workshop."""

from kiosque.ui.words import Words


class ReminderWords(Words):
    """What stands on the reminder, in large letters."""

    HEAD = "Votre prochain atelier"
    CANNOT = "Vous ne pouvez pas venir\u202f? Dites un mot à l’espace\u00a0: la place servira."
    PHONE = "À ajouter à votre téléphone"
    _TITLED = "Rappel, {workshop}, {day}"
    _HOURS = "de {start} à {end}"
    _WITH = "avec {names}"
    _YEAR = "{day} {year}"

    def titled(self, workshop: str, day: str) -> str:
        """``Rappel, Lire le ciel, mardi 10 mars``."""
        return self._TITLED.format(workshop=workshop, day=day)

    def hours(self, start: str, end: str) -> str:
        """``de 14 h à 16 h``."""
        return self._HOURS.format(start=start, end=end)

    def held_by(self, names: str) -> str:
        """``avec Élodie Brès``."""
        return self._WITH.format(names=names)

    def day(self, day: str, year: int) -> str:
        """``mardi 10 mars 2026``."""
        return self._YEAR.format(day=day, year=year)


reminder_words = ReminderWords()
