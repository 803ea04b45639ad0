"""Words of the wishes and the smiles of visitors, as animators read them."""

from kiosque.domain.french import local
from kiosque.ui.texts import texts
from kiosque.ui.words import Plural, Words


class WishesWords(Words):
    """What animators read of what visitors would like, and how they found it."""

    WISHES = "Envies et sourires"
    WISHES_NOTE = "Les ateliers souhaités, ce que disent les visiteurs"
    HOW = "Une envie devient un atelier prévu. Elle ne porte le nom de personne."
    NONE = "Aucune envie pour l’instant."
    NONE_HOW = "Les visiteurs en notent à l’accueil\u202f; vous pouvez en ajouter ici."
    PLAN = "Prévoir l’atelier"
    ONE_LESS = "En retirer une"
    TO_CALL = "À appeler\u202f: l’atelier est prévu"
    COMES = "Inscrire"
    COMES_NOT = "Ne vient pas"
    ENROLLED = "L’inscription est notée."
    ADD = "Ajouter une envie"
    ADDED = "L’envie est notée."
    REMOVED = "L’envie est retirée."
    CALL_NOTED = "L’appel est noté."
    SMILES = "Sourires, depuis 30 jours"
    NO_SMILE = "Personne n’a répondu encore."
    _WANTED = Plural("{n}\u00a0envie", "{n}\u00a0envies")
    _LAST = "{wanted}, la dernière {day}"
    _WHOM = "{name}, {phone}"
    _CALLERS = Plural("{n} personne veut être appelée.", "{n} personnes veulent être appelées.")
    _FOR = "{title}, {day}"

    def wanted(self, how_many: int, last: int, now: int) -> str:
        """``4 envies, la dernière hier``."""
        return self._LAST.format(wanted=self._WANTED(how_many), day=texts.day_word(last, now))

    def callers(self, how_many: int) -> str:
        """``2 personnes veulent être appelées.``; nothing when nobody does."""
        return self._CALLERS(how_many) if how_many else ""

    def for_what(self, title: str, starts_at: int) -> str:
        """``Lire le ciel, mardi 3 mars``."""
        return self._FOR.format(title=title, day=texts.day(local(starts_at).date()))

    def whom(self, name: str, phone: str) -> str:
        """``Odette, 06 12 34 56 78``."""
        return self._WHOM.format(name=name, phone=phone)


wishes_words = WishesWords()
