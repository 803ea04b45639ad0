"""Words of the counter: sentences of at most twelve words, one question a screen."""

from kiosque.domain.french import local
from kiosque.ui.words import Plural, Words

EVENING = 18
"""*Bonsoir* from this hour on."""


class CounterWords(Words):
    """What visitors read."""

    CLOSED = "La permanence n’est pas ouverte."
    CLOSED_WHY = "Une animatrice ou un animateur va bientôt l’ouvrir."
    OPEN = "La permanence est ouverte"

    COUNTED = "Ici, nous comptons les passages."
    NAME_NOT_REQUIRED = "Votre nom n’est pas nécessaire."
    HAVE_CARD = "J’ai une carte"
    HAVE_CARD_NOTE = "Je la montre au lecteur"
    FIRST_VISIT = "C’est ma première visite"
    FIRST_VISIT_NOTE = "Bienvenue ici"
    UNNAMED = "Sans donner mon nom"
    UNNAMED_NOTE = "Je viens, simplement"
    LEAVING = "Je repars"
    LEAVING_NOTE = "À bientôt"

    WHY = "Pourquoi venez-vous aujourd’hui ?"

    CARD = "Montrez votre carte au lecteur"
    CARD_LEAVING = "Montrez votre carte pour repartir"
    CARD_OR = "Ou tapez son code ici."
    CARD_CODE = "Code de la carte"
    CARD_HINT = "Exemple : 7K2M 9XQP…"
    CARD_SEND = "Valider le code"
    CARD_EMPTY = "Tapez le code écrit sur la carte."

    VISIT_COUNTED = "Votre passage est compté."
    DEPARTURE_NOTED = "Votre départ est noté."
    CARD_READY = "Votre carte est prête."
    GOOD_VISIT = "Bonne visite !"
    FINISHED = "Terminé"

    REMEMBER = "Souhaitez-vous qu’on se souvienne de vous ?"
    REMEMBER_HOW = "Vous recevrez une carte pour la prochaine fois."
    REMEMBER_FREE = "C’est vous qui choisissez."
    REMEMBER_YES = "Oui, je veux bien"
    REMEMBER_NO = "Non merci"

    FORM = "Faisons connaissance"
    FORM_KEPT = "Gardé douze mois après votre dernier passage, puis effacé."
    FORM_WHICH = "Quelle est votre commune\u202f?"
    COMMUNE_OTHER = "Une autre commune"
    GIVEN_NAME = "Prénom"
    GIVEN_NAME_FREE = "Vide\u00a0: une carte sans nom"
    FAMILY_NAME = "Nom (si vous voulez)"
    BIRTH_YEAR = "Année de naissance (si vous voulez)"
    COMMUNE = "Commune (si vous voulez)"
    COMMUNE_HINT = "Les premières lettres"
    FORM_SEND = "Recevoir ma carte"
    GIVEN_NAME_MISSING = "Écrivez votre prénom."
    BIRTH_YEAR_WRONG = "Écrivez l’année avec quatre chiffres."
    COMMUNE_UNSURE = "Touchez votre commune dans la liste."
    COMMUNE_UNKNOWN = "Aucune commune de ce nom par ici."

    GIVEN_KEEP = "Notez ce code, il est à vous."
    GIVEN_NEXT = "La prochaine fois, il suffira pour entrer."

    ALREADY = "Votre arrivée est déjà notée."
    ALREADY_QUESTION = "Vous repartez ?"
    ALREADY_YES = "Oui, je repars"
    ALREADY_NO = "Non, je reste"

    LEAVE = "Vous repartez ?"
    LEAVE_HOW = "Montrez votre carte, ou touchez votre heure d’arrivée."
    LEAVE_CARD_ONLY = "Montrez votre carte au lecteur."
    LEAVE_NOBODY = "Sans carte, rien à faire : bonne route !"
    LEAVE_WHEN = "Montrez votre carte, ou touchez le moment de votre arrivée."
    LEAVE_OTHER = "Repartir autrement"
    LEAVE_TYPE = "Le code de ma carte"
    NO_REASON = "Passage"

    _DAY = "Bonjour"
    _EVENING = "Bonsoir"
    _GREETING = "{hello} {name} !"
    _GREETING_UNNAMED = "{hello} et bienvenue !"
    _GREETING_AGAIN = "{hello}, quel plaisir de vous revoir !"
    _FAREWELL = "Au revoir {name} !"
    _FAREWELL_UNNAMED = "Au revoir !"
    _THANKS = Plural("Merci : {n}\u00a0visite cette année", "Merci : {n}\u00a0visites cette année")
    _VISITS_TODAY = Plural("{n}\u00a0visite aujourd’hui", "{n}\u00a0visites aujourd’hui")
    GIVEN_NAMELESS = "Voici votre carte."
    _GIVEN = "Voici votre carte, {name}."
    _ARRIVED = "Arrivée à {hour}"
    _ARRIVED_BETWEEN = "Arrivée entre ces heures\u00a0: {hours}"

    def hello(self, now: int) -> str:
        """``Bonjour`` or ``Bonsoir``, by the hour of ``now`` (UTC seconds) on the antenna's clocks."""
        return self._EVENING if local(now).hour >= EVENING else self._DAY

    def greeting(self, given_name: str | None, now: int, *, returning: bool) -> str:
        """Greet by first name and time of day; without a name, simply."""
        if given_name:
            return self._GREETING.format(hello=self.hello(now), name=given_name)
        unnamed = self._GREETING_AGAIN if returning else self._GREETING_UNNAMED
        return unnamed.format(hello=self.hello(now))

    def farewell(self, given_name: str | None) -> str:
        """Say good-bye, by first name when it is known."""
        return self._FAREWELL.format(name=given_name) if given_name else self._FAREWELL_UNNAMED

    def thanks(self, this_year: int) -> str:
        """``Merci : 412 visites cette année``."""
        return self._THANKS(this_year)

    def today(self, visits: int) -> str:
        """``12 visites aujourd’hui``."""
        return self._VISITS_TODAY(visits)

    def given(self, given_name: str) -> str:
        """Hand the card over."""
        return self._GIVEN.format(name=given_name) if given_name else self.GIVEN_NAMELESS

    def arrived(self, hour: str) -> str:
        """``Arrivée à 9 h 12``."""
        return self._ARRIVED.format(hour=hour)

    def arrived_between(self, hours: str) -> str:
        """``Arrivée entre ces heures : 9 h 12 – 9 h 40``."""
        return self._ARRIVED_BETWEEN.format(hours=hours)


words_of = CounterWords()
