"""Words about people: finding one, writing one down, saying who is one person and who are two."""

from collections.abc import Mapping

from kiosque.domain import communes
from kiosque.domain.codes import NOT_STATED, SERVICES, THEMES, VISIT_REASONS
from kiosque.domain.persons import Likeness
from kiosque.domain.profile import PROFILE
from kiosque.ui.texts import texts
from kiosque.ui.told import label_of, short_of
from kiosque.ui.words import Plural, Words

HIDDEN = "•• •• ••"
_SHOWN_DIGITS = 2


class PeopleWords(Words):
    """What animators read about people."""

    FIND = "Chercher une personne"
    FIND_LABEL = "Nom, prénom ou téléphone"
    FIND_HINT = "Quelques lettres suffisent"
    FIND_BEGIN = "Qui cherchez-vous\u202f?"
    FIND_BEGIN_HOW = "Tapez deux lettres du nom. Une faute ne gêne pas."
    FIND_NONE = "Personne de ce nom ici."
    FIND_NONE_HOW = "Essayez une autre orthographe, ou écrivez sa fiche."
    FIND_MANY = "Il y en a d’autres\u202f: tapez une lettre de plus."
    NEW = "Nouvelle personne"

    NAMELESS = "Carte sans nom"
    FOR_FIGURES = "Pour les chiffres"
    HERE = "Est là"

    ARRIVES = "Noter son arrivée"
    ARRIVED = "L’arrivée est notée."
    HELP = "Noter l’aide"
    CORRECT = "Corriger"
    THROW = "Mettre à la corbeille"
    THROWN = "La fiche est à la corbeille."
    THROW_ASK = "Mettre cette fiche à la corbeille\u202f?"
    THROW_LEADS = "Ses passages restent comptés. La fiche se retrouve dans la corbeille."
    KEEP = "Garder"

    WHO = "Pour l’appeler"
    VISITS = "Dernières venues"
    HELPS = "Dernières aides"
    HISTORY = "Historique"
    NO_VISIT = "Aucune venue notée."
    NO_HELP = "Aucune aide notée."
    SHOW_PHONE = "Montrer le téléphone et l’e-mail"
    NO_DETAIL = "Rien d’autre n’est noté."

    JOINED = "Réunie avec"
    PART = "Séparer"
    PARTED = "Les fiches sont séparées."
    POSSIBLE = "Peut-être la même personne"
    COMPARE = "Comparer"

    WRITE_NEW = "Nouvelle personne"
    WRITE_NEW_HOW = "Seul le prénom est nécessaire. Le reste aide à la retrouver."
    WRITE_CORRECT = "Corriger la fiche"
    WRITE_CORRECT_HOW = "Ce qui était écrit reste dans l’historique."
    GIVEN_NAME = "Prénom"
    FAMILY_NAME = "Nom"
    BIRTH_YEAR = "Année de naissance"
    COMMUNE = "Commune"
    PHONE = "Téléphone"
    EMAIL = "E-mail"
    SAVE = "Enregistrer"
    WRITTEN = "La fiche est écrite."
    CORRECTED = "La fiche est corrigée."
    YEAR_WRONG = "Écrivez l’année avec quatre chiffres."
    COMMUNE_UNKNOWN = "Cette commune n’est pas dans la liste."
    COMMUNE_UNSURE = "Touchez la bonne commune."
    ALREADY = "Déjà connue ici\u202f?"
    ALREADY_HOW = "Touchez la fiche si c’est la même personne."
    ALREADY_NONE = "Les fiches qui ressemblent s’afficheront ici."

    COMPARE_TITLE = "Une personne, ou deux\u202f?"
    COMPARE_HOW = "Rien n’est effacé\u202f: les deux fiches restent, et se séparent quand on veut."
    ONE, OTHER = "Cette fiche", "L’autre fiche"
    ALIKE, UNLIKE = "pareil", "différent"
    COMPARE_VISITS = "Venues"
    COMPARE_LAST = "Dernière venue"
    CARD = "Carte"
    CARD_YES, CARD_NO = "oui", "non"
    SAME = "C’est la même personne"
    DIFFERENT = "Ce sont deux personnes"
    JOINED_DONE = "Les deux fiches sont réunies."
    APART_DONE = "C’est retenu\u202f: ce sont deux personnes."

    _BORN = "naissance en {year}"
    _VISITS = Plural("{n}\u00a0venue", "{n}\u00a0venues")
    _SAME_GIVEN, _SAME_FAMILY, _SAME_PHONE, _SAME_EMAIL = "même prénom", "même nom", "même téléphone", "même e-mail"

    def born(self, year: int) -> str:
        """``naissance en 1950``."""
        return self._BORN.format(year=year)

    def visits(self, how_many: int) -> str:
        """``12 venues``."""
        return self._VISITS(how_many)

    def about(self, birth_year: int | None, commune: str | None) -> str:
        """``naissance en 1950 · Nyons (26)``; what is not known is left out."""
        return " · ".join(filter(None, (self.born(birth_year) if birth_year else "", commune_words(commune))))

    def profile(self, said: Mapping[str, str | None]) -> tuple[str, ...]:
        """``Femme``, ``En emploi``, ``Exploitation agricole``: what is said of somebody in codes; not what is not."""
        codes = ((PROFILE[field], code) for field, code in said.items() if code and code != NOT_STATED)
        return tuple(label_of(of.find(code)) for of, code in codes)

    def alike(self, likeness: Likeness) -> str:
        """``même prénom, même téléphone``."""
        said = (
            (likeness.given_name, self._SAME_GIVEN),
            (likeness.family_name, self._SAME_FAMILY),
            (likeness.phone, self._SAME_PHONE),
            (likeness.email, self._SAME_EMAIL),
        )
        return ", ".join(word for so, word in said if so)

    def came(self, at: int, reason: str | None, now: int) -> str:
        """``lundi à 9 h · Démarche``."""
        when = f"{texts.day_word(at, now)}, {texts.hour(at)}"
        return f"{when} · {short_of(VISIT_REASONS.find(reason))}" if reason else when

    def helped(self, at: int, themes: tuple[str, ...], service: str | None, now: int) -> str:
        """``hier · Démarche, CAF``."""
        said = [short_of(THEMES.find(theme)) for theme in themes]
        if service:
            said.append(short_of(SERVICES.find(service)))
        return f"{texts.day_word(at, now)} · {', '.join(said)}"


people_words = PeopleWords()


def commune_words(insee: str | None) -> str:
    """Return *Nyons (26)*; empty when none is said."""
    commune = communes.by_insee(insee) if insee else None
    return communes.display(commune) if commune else ""


def phone_words(phone: str) -> str:
    """Return *06 12 34 56 78*."""
    if phone.startswith("+") or len(phone) % 2:
        return phone
    return "\u00a0".join(phone[place : place + 2] for place in range(0, len(phone), 2))


def masked(phone: str) -> str:
    """Return the first and the last digits of a telephone number only: others may stand behind the animator."""
    if not phone:
        return ""
    return f"{phone[:_SHOWN_DIGITS]} {HIDDEN} {phone[-_SHOWN_DIGITS:]}"


def masked_email(email: str) -> str:
    """Return the first letter of an e-mail address, and where it is kept."""
    name, _, domain = email.partition("@")
    return f"{name[:1]}…@{domain}" if domain else ""
