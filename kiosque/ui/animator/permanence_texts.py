"""Words of opening, holding and closing a permanence."""

from collections.abc import Sequence

from kiosque.ui.texts import texts
from kiosque.ui.words import Plural, Words

MINUTE = 60
MANY = 3
PUNCTUAL = 5 * MINUTE
"""Unlocking a door and starting a PC take as long: nobody is told that they are three minutes late."""


class PermanenceWords(Words):
    """What animators read when they open, join, hand over, and close."""

    OPEN = "Ouvrir la permanence"
    OPEN_PLANNED = "Horaires prévus aujourd’hui"
    OPEN_CLOSED_TODAY = "Rien n’est prévu aujourd’hui. Vous pouvez ouvrir quand même."
    OPEN_UNKNOWN = "Les horaires ne sont pas encore connus ici."
    OPEN_PAST = "Les horaires prévus sont passés."
    OPEN_GO = "Ouvrir"
    OPENED = "La permanence est ouverte."
    _ON_TIME = "C’est l’heure prévue."
    _LATE = "{how_much} après l’heure prévue."
    _EARLY = "{how_much} avant l’heure prévue."
    _ROAMING = "équipe itinérante"
    _FROM = "de {antenna}"
    _FROM_VOWEL = "d’{antenna}"

    FORGOTTEN = "Une permanence est restée ouverte"
    FORGOTTEN_WHEN = "À quelle heure a-t-elle fermé\u202f?"
    FORGOTTEN_LATER = "La coordination confirmera cette heure."
    FORGOTTEN_CLOSE = "Fermer à cette heure"
    FORGOTTEN_UNKNOWN = "Je ne sais pas"
    _FORGOTTEN = "Celle de {name}, ouverte {day} à {hour}."
    _LAST_KNOWN = "Si personne ne sait, ce sera {hour}, la dernière trace."
    _SOMEBODY = "quelqu’un"

    JOIN_TOGETHER = "Nous sommes ensemble"
    JOIN_RELIEVE = "Je prends le relais"
    JOINED = "Vous êtes à la permanence."
    _HELLO = "Bonjour {name}"
    _HOLDS = Plural("{names} tient la permanence depuis {hour}.", "{names} tiennent la permanence depuis {hour}.")
    _STAYS = Plural("{names} reste.", "{names} restent.")
    _LEAVES = Plural("{names} part maintenant.", "{names} partent maintenant.")

    TEAM = "Qui tient la permanence"
    TEAM_HOW = "Quelqu’un vous rejoint ou prend le relais\u202f? La permanence continue."
    TEAM_ARRIVES = "Quelqu’un arrive"
    TEAM_LEAVES = "Part maintenant"
    TEAM_LEFT = "Le départ est noté."
    _TEAM = "{title}\u00a0: {names}"
    _ANIMATORS = Plural("{n}\u00a0animateur", "{n}\u00a0animateurs")
    _SINCE = "depuis {hour}"

    def forgotten(self, name: str, when: str, moment: int) -> str:
        """Say which permanence was never closed: whose, on which day, since which hour."""
        return self._FORGOTTEN.format(name=name or self._SOMEBODY, day=when, hour=texts.hour(moment))

    def forgotten_unknown(self, last_known: int) -> str:
        """``Si personne ne sait, ce sera 17 h 42, la dernière trace.``."""
        return self._LAST_KNOWN.format(hour=texts.hour(last_known))

    def against_plan(self, seconds: int) -> str:
        """``12 min après l’heure prévue.``, or before it when ``seconds`` is below zero."""
        if abs(seconds) < PUNCTUAL:
            return self._ON_TIME
        how_much = texts.duration(abs(seconds) // MINUTE)
        return (self._LATE if seconds > 0 else self._EARLY).format(how_much=how_much)

    def comes_from(self, antenna: str) -> str:
        """``de Rémuzat``, or ``équipe itinérante`` for who has no antenna."""
        if not antenna:
            return self._ROAMING
        return (self._FROM_VOWEL if antenna[0].upper() in "AEÉÈÊIOUYH" else self._FROM).format(antenna=antenna)

    def hello(self, given_name: str) -> str:
        """``Bonjour Zoé``."""
        return self._HELLO.format(name=given_name).strip()

    def holds(self, names: Sequence[str], since: int) -> str:
        """``Élodie Brès tient la permanence depuis 9 h.``."""
        return self._HOLDS(len(names), names=self.all_of(names), hour=texts.hour(since))

    def stays(self, names: Sequence[str]) -> str:
        """``Élodie Brès reste.``."""
        return self._STAYS(len(names), names=self.all_of(names))

    def leaves(self, names: Sequence[str]) -> str:
        """``Élodie Brès part maintenant.``."""
        return self._LEAVES(len(names), names=self.all_of(names))

    def all_of(self, names: Sequence[str]) -> str:
        """``Élodie Brès et Zoé Roux``."""
        return texts.listed([self.somebody(name) for name in names])

    def somebody(self, name: str) -> str:
        """Return the name, or ``quelqu’un`` for who is not known here."""
        return name or self._SOMEBODY

    def team(self, names: Sequence[str]) -> str:
        """``Élodie Brès et Zoé Roux``; from three on, ``3 animateurs``: the names stand on a screen of their own."""
        return self.all_of(names) if len(names) < MANY else self._ANIMATORS(len(names))

    def team_is(self, names: str) -> str:
        """``Qui tient la permanence : Élodie Brès``, for who does not see the picture."""
        return self._TEAM.format(title=self.TEAM, names=names)

    def stretch(self, started_at: int, ended_at: int | None) -> str:
        """``depuis 9 h``, or ``9 h – 11 h 30`` once it is over."""
        if ended_at is None:
            return self._SINCE.format(hour=texts.hour(started_at))
        return texts.span(started_at, ended_at)


words_of = PermanenceWords()
