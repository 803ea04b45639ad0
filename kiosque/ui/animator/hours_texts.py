"""Words of the hours of an antenna, and of what is noted otherwise."""

from collections.abc import Sequence
from datetime import date

from kiosque.ui.texts import texts
from kiosque.ui.words import Words

HOUR = 3600


class HoursWords(Words):
    """What animators read of their antenna's hours."""

    HOURS = "Horaires"
    HOURS_NOTE = "Les jours à venir, une fermeture à noter"
    CLOSED = "Fermé"
    NOT_IN_USE = "Antenne pas ouverte"
    PUBLIC_HOLIDAY = "Jour férié"
    SCHOOL_HOLIDAYS = "Vacances scolaires"
    UNKNOWN = "Les horaires ne sont pas encore connus ici."
    UNKNOWN_HOW = "La coordination les envoie. Une fermeture se note déjà."
    NOTED = "Noté autrement"
    NOTED_NOTHING = "Rien\u00a0: ce sont les horaires habituels."
    LIFT = "Retirer"
    LIFTED = "Les horaires d’avant reviennent."
    NOTE = "Noter un changement"
    BEHIND = "Avec nous"
    _WEEK = "Cette semaine\u00a0: {planned} prévues, {floor} au moins."
    _WEEK_ONLY = "Cette semaine\u00a0: {planned} prévues."
    _BETWEEN = "{first} – {last}"
    _FROM = "à partir du {first}"
    _VISITING = "Avec {names}"
    _ONE = "{name}, {hours}"
    _LIFT = "Retirer\u00a0: {what}"

    OTHERWISE = "D’autres horaires"
    OTHERWISE_HOW = "La coordination le saura."
    FIRST = "Premier jour"
    LAST = "Dernier jour"
    LAST_HOW = "Vide\u00a0: ce jour seul"
    OPENS = "Ouvre à"
    OPENS_HOW = "Vide\u00a0: fermé"
    CLOSES = "Ferme à"
    REOPENS = "Rouvre à"
    REOPENS_HOW = "Vide\u00a0: non"
    ENDS = "Ferme le soir à"
    WHY = "Pourquoi\u202f?"
    SAVE = "Noter"
    SAVED = "C’est noté."
    DAY_WRONG = "Écrivez le jour comme ceci\u00a0: 24/12."
    HOUR_WRONG = "Écrivez l’heure comme ceci\u00a0: 14:30."
    BOTH_HOURS = "Il faut une heure d’ouverture et une de fermeture."
    REOPENS_ORDER = "Elle rouvre après avoir fermé."
    HOURS_ORDER = "La fermeture vient après l’ouverture."
    WHY_MISSING = "Choisissez pourquoi."

    def week(self, seconds: int, floor: int | None) -> str:
        """``Cette semaine : 48 h prévues, 24 h au moins.``."""
        planned = texts.duration(seconds // 60)
        if floor is None:
            return self._WEEK_ONLY.format(planned=planned)
        return self._WEEK.format(planned=planned, floor=texts.duration(floor * 60))

    def between(self, first: date, last: date | None) -> str:
        """``jeudi 24 décembre – dimanche 3 janvier``, one day alone, or from one day on."""
        if last is None:
            return self._FROM.format(first=texts.day(first))
        if last == first:
            return texts.day(first)
        return self._BETWEEN.format(first=texts.day(first), last=texts.day(last))

    def visiting(self, who: Sequence[tuple[str, str]]) -> str:
        """``Avec Zoé Roux, 14 h – 17 h``; empty when nobody comes."""
        said = [self._ONE.format(name=name, hours=hours) for name, hours in who]
        return self._VISITING.format(names=texts.listed(said)) if said else ""

    def lift(self, what: str) -> str:
        """``Retirer : Congés``, for who does not see what the button stands beside."""
        return self._LIFT.format(what=what)


hours_words = HoursWords()
