"""Words shared by every screen: days, hours, counts, the four sentences about the line, common buttons."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kiosque.domain.french import local
from kiosque.ui.language import manner
from kiosque.ui.words import Plural, Words

if TYPE_CHECKING:  # the first paint does not wait for the library that reads opening hours
    from kiosque.domain.opening_hours import Slot

NAME = "Kiosque"

_DAYS_IN_WEEK = 7


class SharedWords(Words):
    """What more than one package of screens says."""

    BACK = "Retour"
    CANCEL = "Annuler"
    ANIMATOR = "Animateur"

    KEYBOARD = "Clavier"
    LISTEN = "Écouter"
    BIGGER = "Plus grand"
    USUAL_SIZE = "Taille normale"
    CONTRAST = "Contraste"
    COLOURS = "Couleurs"

    STILL_HERE = "Encore là ?"
    STILL_HERE_WHY = "Sinon, cet écran va s’effacer."
    STILL_HERE_YES = "Oui, je continue"
    DRAFT_BACK = "Voici ce que vous étiez en train d’écrire."
    UNDONE = "C’est annulé."
    CARD_ELSEWHERE = "Montrez cette carte à l’accueil."
    LABEL_AT_COUNTER = "Montrez cet objet à l’animateur."
    LABEL_ELSEWHERE = "Pour cette étiquette, revenez d’abord à l’accueil."
    BADGE_ELSEWHERE = "Pour ouvrir avec un badge, revenez d’abord à l’accueil."

    _TODAY = "aujourd’hui"
    _YESTERDAY = "hier"
    _ON_DAY = "le {day}"
    _SPAN = "{start} – {end}"
    _WHOLE_DAY = "toute la journée"
    _NAMED = "{label}\u00a0: {value}"

    _ALL_RECEIVED = "Tout est bien reçu, à {hour}."
    _ALL_RECEIVED_THEN = "Tout est bien reçu, {day} à {hour}."
    _KEPT_HERE = "Tout est gardé ici, jusqu’au retour de la ligne."
    _WAITING = Plural(
        "Gardé ici : {n}\u00a0écriture partira au retour de la ligne.",
        "Gardé ici : {n}\u00a0écritures partiront au retour de la ligne.",
    )
    _SENDING = "Envoi en cours : {done} sur {total}."
    _SILENT = "Rien n’est parti depuis {day}. Clé USB, ou appel ?"

    def number(self, how_many: int) -> str:
        """``1 412``, as people write it."""
        return manner().number(how_many)

    def hour(self, moment: int) -> str:
        """``9 h 12``, for UTC seconds."""
        return manner().hour(moment)

    def day(self, when: date) -> str:
        """``lundi 2 mars``."""
        return manner().day(when)

    def duration(self, minutes: int) -> str:
        """``1 h 30``."""
        return manner().duration(minutes)

    def listed(self, words: Sequence[str]) -> str:
        """``a, b et c``."""
        return manner().listed(words)

    def named(self, label: str, value: str) -> str:
        """``Couleurs : Sombres``, for who does not see what a word stands under."""
        return self._NAMED.format(label=label, value=value)

    def span(self, start: int, end: int) -> str:
        """``9 h – 12 h 30``, for UTC seconds."""
        return self._SPAN.format(start=self.hour(start), end=self.hour(end))

    def openings(self, slots: "Sequence[Slot]") -> str:
        """``9 h – 12 h 30 et 13 h 30 – 18 h``, ``toute la journée`` for the whole of it."""
        return self.listed([self._WHOLE_DAY if each.whole_day else self.span(each.start, each.end) for each in slots])

    def day_word(self, moment: int, now: int) -> str:
        """``aujourd’hui``, ``hier``, ``lundi`` within a week, then ``le lundi 2 mars``; both in UTC seconds."""
        then, today = local(moment).date(), local(now).date()
        if then == today:
            return self._TODAY
        if then == today - timedelta(days=1):
            return self._YESTERDAY
        if timedelta(0) < today - then < timedelta(days=_DAYS_IN_WEEK):
            return manner().weekday(then)
        return self._ON_DAY.format(day=self.day(then))

    def all_received(self, at: int, now: int) -> str:
        """Say that everything has been received, and when (UTC seconds)."""
        if local(at).date() == local(now).date():
            return self._ALL_RECEIVED.format(hour=self.hour(at))
        return self._ALL_RECEIVED_THEN.format(day=self.day_word(at, now), hour=self.hour(at))

    def kept_here(self, waiting: int) -> str:
        """Say that so many entries wait here for the line."""
        return self._WAITING(waiting) if waiting > 1 else self._KEPT_HERE

    def sending(self, done: int, total: int) -> str:
        """Say how far a sending has come."""
        return self._SENDING.format(done=self.number(done), total=self.number(total))

    def silent(self, since: int, now: int) -> str:
        """Say that nothing has left since a moment (UTC seconds), and what can be done."""
        return self._SILENT.format(day=self.day_word(since, now))


texts = SharedWords()
