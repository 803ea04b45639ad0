"""Words of what a wrong clock wrote, beside openings, visits and help."""

from collections.abc import Mapping

from kiosque.domain.kinds import Kind
from kiosque.domain.records import AUTHORISATION, DESK_USE, INSPECTION, LOAN, PERMANENCE, PRESENCE, REPAIR, WISH
from kiosque.ui.texts import texts
from kiosque.ui.words import Plural, Words


class MendWords(Words):
    """How many of each, but of those that are told one by one."""

    _OPENINGS = Plural("{n}\u00a0autre permanence", "{n}\u00a0autres permanences")
    _PRESENCES = Plural("{n}\u00a0présence", "{n}\u00a0présences")
    _DESKS = Plural("{n}\u00a0place prise", "{n}\u00a0places prises")
    _REPAIRS = Plural("{n}\u00a0réparation", "{n}\u00a0réparations")
    _MACHINES = Plural("{n}\u00a0autorisation", "{n}\u00a0autorisations")
    _LOANS = Plural("{n}\u00a0prêt", "{n}\u00a0prêts")
    _CHECKS = Plural("{n}\u00a0constat", "{n}\u00a0constats")
    _WISHES = Plural("{n}\u00a0envie", "{n}\u00a0envies")

    def others(self, counted: Mapping[Kind, int]) -> str:
        """``2 présences, 1 place prise et 1 prêt``."""
        said = {
            PERMANENCE: self._OPENINGS,
            PRESENCE: self._PRESENCES,
            DESK_USE: self._DESKS,
            REPAIR: self._REPAIRS,
            AUTHORISATION: self._MACHINES,
            LOAN: self._LOANS,
            INSPECTION: self._CHECKS,
            WISH: self._WISHES,
        }
        return texts.listed([words(counted[kind]) for kind, words in said.items() if counted.get(kind)])


mend_words = MendWords()
