"""Words of workshops: their list, who has a place, who signs."""

from collections.abc import Sequence

from kiosque.actions.workshops.workshop_checks import SAID, Doubt
from kiosque.ui.texts import texts
from kiosque.ui.told import said
from kiosque.ui.words import Plural, Words


class WorkshopWords(Words):
    """What animators read about workshops beside what is usual."""

    PRESENCE = "Présences"
    MORNING = "Matin"
    AFTERNOON = "Après-midi"
    SIGN = "Signatures"
    SHOWN = "Ce que fait un geste"
    SHEET = "Feuille d’émargement"
    SIGNED = "A signé"
    TO_SIGN = "À signer"
    TO_CALL = "À appeler"
    PHONE = "Téléphone"
    WHOLE_SERIES = "Toute la série"

    FREE = "Une place est libre"
    COMES = "Vient"
    COMES_NOT = "Ne vient plus"
    NOT_REACHED = "Pas joint"
    NO_PHONE = "Sans numéro"
    CALLED = "La place est donnée."
    CALLED_OFF = "L’inscription est retirée."

    SIGN_HERE = "Signez ici avec le doigt"
    CLEAR = "Effacer"
    SIGN_SEND = "J’ai signé"
    SIGNED_NOW = "La signature est gardée."
    SIGN_EMPTY = "Signez d’abord dans le cadre."

    LEVEL = "Niveau"
    PLACE = "Où"
    WHERE = "Quel lieu"
    WHERE_HOW = "L’école de Sahune"
    ELSEWHERE = "Ailleurs"
    WITH = "Avec qui"
    REPEAT = "Combien de fois"
    ONCE = "Une fois"
    EACH_WEEK = "Chaque semaine"
    EACH_FORTNIGHT = "Tous les 15 jours"
    EACH_MONTH = "Toutes les 4 semaines"
    SESSIONS = "Séances"
    IN_TERM = "Pas pendant les vacances"
    ESSENTIAL = "L’essentiel"
    MORE = "Plus de détails"
    PLAN_SHOWN = "Partie du formulaire"
    PLAN_ANYWAY = "Prévoir quand même"
    SAVE_ANYWAY = "Enregistrer quand même"
    PROGRAMME = "Programme"
    CORRECT = "Corriger l’atelier"
    CORRECTED = "L’atelier est corrigé."
    SCOPE = "Ce que l’on corrige"
    THIS_ONE = "Cette séance"
    AND_THE_REST = "Et les suivantes"
    HOLDER_MISSING = "Il faut quelqu’un pour l’animer."
    CALL_OFF_REST = "Annuler celle-ci et la suite"
    TO_COME = "À venir"
    PAST = "Passés"
    SHOWN_WHEN = "À venir ou passés"
    NO_PAST = "Aucun atelier n’a eu lieu depuis trois mois."
    NO_PAST_HOW = "Un atelier reste ici après sa fin."

    TELL = "À prévenir"
    TELL_HOW = "Touchez la personne quand vous l’avez prévenue."
    TELL_NOBODY = "Tout le monde est prévenu."
    TELL_NOBODY_HOW = "Rien d’autre à faire."
    TOLD_NOW = "La personne est prévenue."
    AGAIN = "Refaire"
    CALL_OFF = "Annuler l’atelier"
    CALL_OFF_ASK = "Annuler cet atelier\u202f?"
    CALL_OFF_REST_ASK = "Annuler cette séance et les suivantes\u202f?"
    CALL_OFF_LEADS = "Les inscrits seront marqués «\u00a0annulé par nous\u00a0». Prévenez-les."
    CALL_OFF_KEEP = "Garder"
    COUNT_GROUP = "Compter une classe"
    GROUP_BROUGHT = "Le groupe participe."
    GROUP_TAKEN_OUT = "Le groupe ne participe plus."
    CALLED_OFF_NOW = "L’atelier est annulé."

    _OF = "Programme\u00a0: {names}"
    _OFF = "{title}, {when}\u00a0: annulé"
    _MOVED = "{title}\u00a0: déplacé au {when}"
    _TO_TELL = Plural("{n}\u00a0personne à prévenir", "{n}\u00a0personnes à prévenir")
    _OVER = Plural("{n}\u00a0personne de trop pour les places.", "{n}\u00a0personnes de trop pour les places.")
    _TO_CALL = Plural("{n}\u00a0personne à appeler", "{n}\u00a0personnes à appeler")

    def of(self, programmes: Sequence[str]) -> str:
        """``Programme : Jeunes``; empty when it belongs to none."""
        return self._OF.format(names=texts.listed(list(programmes))) if programmes else ""

    def to_tell(self, people: int) -> str:
        """``2 personnes à prévenir``."""
        return self._TO_TELL(people)

    def told_of(self, title: str, when: str, *, off: bool) -> str:
        """``Mes photos : déplacé au jeudi 5 mars, 10 h``."""
        return (self._OFF if off else self._MOVED).format(title=title, when=when)

    def over(self, people: int) -> str:
        """``2 personnes de trop pour les places.``."""
        return self._OVER(people)

    def to_call(self, people: int) -> str:
        """``1 personne à appeler``."""
        return self._TO_CALL(people)

    def half(self, place: int) -> str:
        """``Matin``, ``Après-midi``."""
        return (self.MORNING, self.AFTERNOON)[place]

    def doubt(self, doubt: Doubt) -> str:
        """Say what may be a mistake."""
        return said(SAID[doubt])


workshop_words = WorkshopWords()
