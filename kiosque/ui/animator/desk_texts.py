"""Words of helping people at the desk: what is offered first, groups, departures."""

from kiosque.ui.words import Plural, Words


class DeskWords(Words):
    """What animators read while they help."""

    FIND = "Chercher"
    GROUP = "Groupe"
    LEAVES = "Noter le départ"
    ALL_LEAVE = "Le groupe repart"
    PRECISE = "Préciser"
    RECORD = "Sa fiche"
    VISIT = "Ce passage"
    LEFT = "Le départ est noté."

    OTHERS = "Autres"
    THEME_OTHERS = "Autres aides"
    SERVICE_OTHERS = "Autres organismes"
    DURATION_OTHERS = "Autres durées"

    GROUP_TITLE = "Un groupe arrive"
    GROUP_HOW = "Chaque personne compte, sans nom."
    GROUP_SIZE = "Combien sont-ils, sans les adultes qui accompagnent ?"
    GROUP_SCHOOL = "École ou lieu, si vous le souhaitez"
    GROUP_LEVEL = "De quel niveau ?"
    GROUP_LEVEL_AFTER = "Choisissez d’abord le nombre."
    GROUP_MORE = "Plus"
    GROUP_COUNT = "Nombre de personnes"

    _EARLIER = Plural("{n}\u00a0arrivée plus tôt", "{n}\u00a0arrivées plus tôt")
    _GROUP_OF = Plural("Groupe de {n}\u00a0personne", "Groupe de {n}\u00a0personnes")
    _GROUP_COUNTED = Plural("Le groupe est compté : {n}\u00a0passage.", "Le groupe est compté : {n}\u00a0passages.")
    _ALONG = Plural(
        "C’est annulé. L’aide notée est à la corbeille.", "C’est annulé. {n}\u00a0aides notées sont à la corbeille."
    )

    def earlier(self, arrivals: int) -> str:
        """``12 arrivées plus tôt``."""
        return self._EARLIER(arrivals)

    def group_of(self, size: int) -> str:
        """``Groupe de 22 personnes``."""
        return self._GROUP_OF(size)

    def group_counted(self, size: int) -> str:
        """``Le groupe est compté : 22 passages.``."""
        return self._GROUP_COUNTED(size)

    def along(self, helps: int) -> str:
        """Say that acts of help went to the bin with what was taken back."""
        return self._ALONG(helps)


desk_words = DeskWords()
