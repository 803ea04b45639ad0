"""Words of closing a permanence, of the help that is logged then, and of the thanks."""

from collections.abc import Sequence

from kiosque.domain.opening_hours import Slot
from kiosque.ui.texts import texts
from kiosque.ui.words import Plural, Words

MINUTE = 60
AS_PLANNED = 5 * MINUTE
"""Nobody is told that they stayed three minutes longer: the last visitor's coat takes as long."""


class ClosingWords(Words):
    """What animators read when they close."""

    TITLE = "Fermer la permanence"
    DONE = "Ce qui a été fait"
    HOURS = "Les horaires"
    HOUR = "Heure de fermeture"
    STILL = "Encore là"
    NOBODY = "Tout le monde est reparti."
    STILL_NOTE = "Touchez qui vient de partir. Sinon, le départ reste inconnu."
    ALL_LEFT = "Partis maintenant"
    GO = "Fermer la permanence"
    CLOSED = "La permanence est fermée."
    LOG_HELP = "Noter ces aides"
    _VISITS = Plural("passage", "passages")
    _INTERVENTIONS = Plural("intervention", "interventions")
    _PEOPLE = Plural("personne reconnue", "personnes reconnues")
    _UNNAMED = Plural("passage sans nom", "passages sans nom")
    _WITHOUT_HELP = Plural("{n}\u00a0passage sans aide notée", "{n}\u00a0passages sans aide notée")
    _LEFT = Plural("Le départ est noté.", "Les départs sont notés.")
    _HERE_SINCE = "depuis {hour}"
    _OPENED_AT = "Ouverte à {hour}"
    _PLANNED = "Prévu\u00a0: {hours}"
    _NOT_PLANNED = "Rien n’était prévu à ces heures."
    _AS_PLANNED = "{held}, comme prévu."
    _LONGER = "{held}, soit {how_much} de plus que prévu."
    _SHORTER = "{held}, soit {how_much} de moins que prévu."
    _HELD = "{held} de permanence."

    BATCH = "Noter des aides"
    BATCH_DRAFTS = "Passages sans aide"
    BATCH_SEVERAL = "Plusieurs pareilles"
    BATCH_HINT = "Touchez les personnes aidées, puis dites à quoi et combien de temps."
    BATCH_ALL = "Tout choisir"
    BATCH_NONE = "Chaque passage a son aide."
    BATCH_NONE_HOW = "S’il en manque, notez-en plusieurs pareilles."
    BATCH_COUNT = "Combien d’aides\u202f?"
    BATCH_COUNT_HOW = "Pour des personnes qui ne se sont pas inscrites."
    BATCH_LESS = "Moins"
    BATCH_MORE = "Plus"
    BATCH_THEME = "Quelle aide\u202f?"
    BATCH_MORE_SAID = "Ce que l’on peut préciser"
    BATCH_MINUTES = "Combien de temps\u202f?"
    BATCH_MISSING = "Quelle aide\u202f?"
    LOG = "Noter"
    _MISSING = Plural("Il manque l’aide de {n}\u00a0passage.", "Il manque l’aide de {n}\u00a0passages.")
    UNNAMED = "Sans nom"
    CARD_ONLY = "Carte sans nom"
    NO_REASON = "Passage"
    _ACT = "{theme}, {minutes}"
    _SEVERAL = "{n} × {act}"
    _LOG = Plural("Noter {n}\u00a0aide", "Noter {n}\u00a0aides")
    _LOGGED = Plural("{n}\u00a0aide est notée.", "{n}\u00a0aides sont notées.")
    _GROUP = Plural("Groupe de {n}\u00a0personne", "Groupe de {n}\u00a0personnes")
    _NOTE = "{hour} · {why}"

    THANKS = "Merci\u202f!"
    THANKS_KEPT = "Tout est gardé ici."
    THANKS_DONE = "Terminé"
    THANKS_CARD = "La carte du jour"
    _THIS_YEAR = Plural("{n}\u00a0visite cette année", "{n}\u00a0visites cette année")
    _THANKS_YEAR = "{year}. {kept}"
    _DAY_DONE = "{visits}, {interventions}, {held}"
    _VISITS_DONE = Plural("{n}\u00a0passage", "{n}\u00a0passages")
    _INTERVENTIONS_DONE = Plural("{n}\u00a0intervention", "{n}\u00a0interventions")

    def figures(self, visits: int, interventions: int, people: int, unnamed: int) -> tuple[tuple[str, str], ...]:
        """Return each figure of a permanence and its word, which agrees with it; none is ever added to another."""
        said = ((visits, self._VISITS), (interventions, self._INTERVENTIONS))
        who = ((people, self._PEOPLE), (unnamed, self._UNNAMED))
        return tuple((texts.number(figure), word(figure)) for figure, word in (*said, *who))

    def without_help(self, visits: int) -> str:
        """``3 passages sans aide notée``."""
        return self._WITHOUT_HELP(visits)

    def left(self, people: int) -> str:
        """``Les départs sont notés.``."""
        return self._LEFT(people)

    def here_since(self, moment: int) -> str:
        """``depuis 9 h 12``."""
        return self._HERE_SINCE.format(hour=texts.hour(moment))

    def opened_at(self, moment: int) -> str:
        """``Ouverte à 9 h 02``."""
        return self._OPENED_AT.format(hour=texts.hour(moment))

    def planned(self, slots: Sequence[Slot]) -> str:
        """``Prévu : 9 h – 12 h 30``; that nothing was, without slots."""
        return self._PLANNED.format(hours=texts.openings(slots)) if slots else self._NOT_PLANNED

    def held(self, seconds: int, slots: Sequence[Slot]) -> str:
        """``3 h 22, soit 8 min de moins que prévu.``; without slots, only how long it was held."""
        held = texts.duration(seconds // MINUTE)
        if not slots:
            return self._HELD.format(held=held)
        more = seconds - sum(slot.end - slot.start for slot in slots)
        said = self._AS_PLANNED if abs(more) < AS_PLANNED else self._LONGER if more > 0 else self._SHORTER
        return said.format(held=held, how_much=texts.duration(abs(more) // MINUTE))

    def act(self, theme: str, minutes: int) -> str:
        """``E-mail, 20 min``."""
        return self._ACT.format(theme=theme, minutes=texts.duration(minutes))

    def several(self, how_many: int, act: str) -> str:
        """``3 × E-mail, 20 min``."""
        return self._SEVERAL.format(n=texts.number(how_many), act=act)

    def missing(self, visits: int) -> str:
        """``Il manque l’aide de 2 passages.``."""
        return self._MISSING(visits)

    def log(self, acts: int) -> str:
        """``Noter 3 aides``."""
        return self._LOG(acts)

    def logged(self, acts: int) -> str:
        """``3 aides sont notées.``."""
        return self._LOGGED(acts)

    def group(self, people: int) -> str:
        """``Groupe de 25 personnes``."""
        return self._GROUP(people)

    def came(self, moment: int, why: str) -> str:
        """``9 h 12 · Démarche``."""
        return self._NOTE.format(hour=texts.hour(moment), why=why)

    def day_done(self, visits: int, interventions: int, seconds: int) -> str:
        """``12 passages, 7 interventions, 8 h 30 de permanence.``."""
        return self._DAY_DONE.format(
            visits=self._VISITS_DONE(visits),
            interventions=self._INTERVENTIONS_DONE(interventions),
            held=self._HELD.format(held=texts.duration(seconds // MINUTE)),
        )

    def thanks(self, this_year: int) -> str:
        """``412 visites cette année. Tout est gardé ici.``."""
        return self._THANKS_YEAR.format(year=self._THIS_YEAR(this_year), kept=self.THANKS_KEPT)


words_of = ClosingWords()
